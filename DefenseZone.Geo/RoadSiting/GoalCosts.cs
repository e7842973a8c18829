using DefenseZone.Geo.LeastCost;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>
/// The least cost from samples of the grid to the goal, turns not counted: Dijkstra's search from the goal. For the
/// search that counts turns this is a lower bound that nothing on the way exceeds.
/// </summary>
internal sealed class GoalCosts
{
    // How much further than the start it goes, so that the other search has true costs for all that it looks at.
    private const double Further = 1.15;

    private readonly double[] _costs;

    private GoalCosts(double[] costs) => _costs = costs;

    /// <summary>Every sample that is not settled costs at least this.</summary>
    internal double Horizon { get; private set; }

    internal bool ReachesStart { get; private set; }

    /// <summary>The least cost from a sample, or less where it lies beyond the horizon.</summary>
    internal double AtLeast(int node) => Math.Min(_costs[node], Horizon);

    internal static GoalCosts Of(
        MoveCosts moves, IReadOnlyList<EndLeg> starts, IReadOnlyList<EndLeg> goals, double slack, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        int columns = moves.Ground.Grid.Columns;
        var costs = new double[moves.Ground.Grid.Count];
        Array.Fill(costs, double.PositiveInfinity);
        var result = new GoalCosts(costs);
        var queue = new CostBuckets(moves.Cheapest);
        foreach (EndLeg goal in goals)
        {
            if (goal.Cost < costs[goal.Node])
            {
                costs[goal.Node] = goal.Cost;
                queue.Add(goal.Node, goal.Cost);
            }
        }

        Waiting[] spare = [];
        double enough = double.PositiveInfinity;
        int settled = 0, told = 0;
        while (queue.MoveOn() && queue.Floor <= enough)
        {
            ReadOnlySpan<Waiting> bucket;
            while (!(bucket = queue.TakeAll(ref spare)).IsEmpty)
            {
                foreach (Waiting waiting in bucket)
                {
                    if ((uint)BitConverter.DoubleToInt64Bits(costs[waiting.Cell]) != waiting.CostBits)
                        continue;
                    Relax(moves, costs, queue, waiting.Cell % columns, waiting.Cell / columns);
                    settled++;
                }
            }

            if (settled - told > 1 << 14)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(Math.Min(1, (double)settled / costs.Length));
                told = settled;
            }

            if (double.IsPositiveInfinity(enough))
            {
                double cost = starts.Min(start => start.Cost + costs[start.Node]);
                if (queue.Floor > cost)
                    enough = (cost * Further) + slack;
            }
        }

        result.Horizon = queue.Floor;
        result.ReachesStart = starts.Any(start => double.IsFinite(costs[start.Node]));
        return result;
    }

    private static void Relax(MoveCosts moves, double[] costs, CostBuckets queue, int column, int row)
    {
        double cost = costs[(row * moves.Ground.Grid.Columns) + column];
        for (int move = 0; move < MoveCosts.Directions; move++)
        {
            // Most targets are known at less: then the ground in between need not be looked at.
            int target = moves.Target(column, row, move);
            if (target < 0 || cost + moves.CostAtLeast(row, move) >= costs[target])
                continue;
            double total = cost + moves.Cost(column, row, move, out target);
            if (total < double.PositiveInfinity && total < costs[target])
            {
                costs[target] = total;
                queue.Add(target, total);
            }
        }
    }
}
