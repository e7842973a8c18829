using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>The least grade limit with which a road is possible at all.</summary>
/// <param name="Grade">The limit, as metres of height a metre of way; infinite where no limit would do.</param>
/// <param name="Place">The steepest place of a way that keeps to it.</param>
internal readonly record struct Bottleneck(double Grade, GeoPoint Place);

/// <summary>
/// Of all ways from an end to the other, one whose steepest piece is as flat as can be: Dijkstra's search with the
/// greatest in place of the sum.
/// </summary>
internal static class GradeBottleneck
{
    internal static Bottleneck Of(MoveCosts moves, IReadOnlyList<EndLeg> starts, IReadOnlyList<EndLeg> goals, CancellationToken cancellationToken)
    {
        SitingGrid grid = moves.Ground.Grid;
        var grades = new double[grid.Count];
        var steepest = new int[grid.Count];
        Array.Fill(grades, double.PositiveInfinity);
        var queue = new PriorityQueue<int, double>();
        foreach (EndLeg start in starts)
        {
            if (start.WorstGrade < grades[start.Node])
            {
                grades[start.Node] = start.WorstGrade;
                steepest[start.Node] = start.Node;
                queue.Enqueue(start.Node, start.WorstGrade);
            }
        }

        ILookup<int, EndLeg> ends = goals.ToLookup(goal => goal.Node);
        var best = new Bottleneck(double.PositiveInfinity, default);
        int count = 0;
        while (queue.TryDequeue(out int node, out double grade) && grade < best.Grade)
        {
            if (grade > grades[node])
                continue;
            if (++count % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            foreach (EndLeg goal in ends[node])
            {
                double worst = Math.Max(grade, goal.WorstGrade);
                if (worst < best.Grade)
                    best = new Bottleneck(worst, goal.WorstGrade > grade ? goal.Place : Place(grid, steepest[node]));
            }

            (int column, int row) = grid.At(node);
            for (int move = 0; move < MoveCosts.Directions; move++)
            {
                // What is reached as flat as this sample cannot be reached flatter by way of it.
                int target = moves.Target(column, row, move);
                if (target < 0 || grades[target] <= grade)
                    continue;
                double step = moves.WorstGrade(column, row, move, out target), worst = Math.Max(grade, step);
                if (double.IsPositiveInfinity(step) || !(worst < grades[target]))
                    continue;
                grades[target] = worst;
                steepest[target] = step >= grade ? node : steepest[node];
                queue.Enqueue(target, worst);
            }
        }

        return best;
    }

    private static GeoPoint Place(SitingGrid grid, int node)
    {
        (int column, int row) = grid.At(node);
        return grid.Frame.Place(column, row);
    }
}
