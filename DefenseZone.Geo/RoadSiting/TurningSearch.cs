using DefenseZone.Geo.LeastCost;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>The samples that a road goes through, and the ends that it joins.</summary>
internal sealed record GridRoute(EndLeg Start, EndLeg Goal, int[] Nodes, double Cost);

/// <summary>
/// The cheapest road where turns cost: A* over samples and the direction in which they are come to, guided by the costs
/// without turns. Exact: what it leaves out cannot be better, because a direction that is dearer than another one at the
/// same sample by more than a hairpin may as well begin with that hairpin.
/// </summary>
internal sealed class TurningSearch
{
    private const int GoalNode = -1;

    private readonly MoveCosts _moves;
    private readonly GoalCosts _toGoal;
    private readonly double _hairpin;
    private readonly Dictionary<int, EndLeg> _goals = [];
    private readonly List<State> _states = [];
    private readonly Dictionary<long, int> _known = [];
    private readonly Dictionary<int, double> _cheapest = [];
    private readonly List<double> _totals = [];
    private readonly CostBuckets _queue;

    private TurningSearch(MoveCosts moves, GoalCosts toGoal, IEnumerable<EndLeg> goals)
    {
        (_moves, _toGoal, _hairpin) = (moves, toGoal, moves.Ground.Standard.HairpinCost);
        _queue = new CostBuckets(moves.Cheapest);
        foreach (EndLeg goal in goals)
        {
            if (!_goals.TryGetValue(goal.Node, out EndLeg known) || goal.Cost < known.Cost)
                _goals[goal.Node] = goal;
        }
    }

    private readonly record struct State(int Node, int Direction, int Parent, double Cost);

    internal static GridRoute? Find(
        MoveCosts moves, GoalCosts toGoal, IReadOnlyList<EndLeg> starts, IEnumerable<EndLeg> goals, CancellationToken cancellationToken)
    {
        var search = new TurningSearch(moves, toGoal, goals);
        foreach (EndLeg start in starts)
            search.Reach(start.Node, MoveCosts.Directions, -1, start.Cost);
        int last = search.Run(cancellationToken);
        return last < 0 ? null : search.Route(last, starts);
    }

    private int Run(CancellationToken cancellationToken)
    {
        int best = -1;
        Waiting[] spare = [];
        while (_queue.MoveOn() && (best < 0 || _queue.Floor <= _states[best].Cost))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<Waiting> bucket;
            while (!(bucket = _queue.TakeAll(ref spare)).IsEmpty)
            {
                foreach (Waiting waiting in bucket)
                {
                    if ((uint)BitConverter.DoubleToInt64Bits(_totals[waiting.Cell]) != waiting.CostBits)
                        continue;
                    State state = _states[waiting.Cell];
                    if (state.Node != GoalNode)
                        Expand(waiting.Cell, state);
                    else if (best < 0 || state.Cost < _states[best].Cost)
                        best = waiting.Cell;
                }
            }
        }

        return best;
    }

    private void Expand(int index, State state)
    {
        if (state.Cost > _cheapest[state.Node] + _hairpin)
            return;
        if (_goals.TryGetValue(state.Node, out EndLeg goal))
            Reach(GoalNode, 0, index, state.Cost + goal.Cost);
        (int column, int row) = _moves.Ground.Grid.At(state.Node);
        for (int move = 0; move < MoveCosts.Directions; move++)
        {
            double cost = _moves.Cost(column, row, move, out int target);
            if (cost == double.PositiveInfinity)
                continue;
            double turn = state.Direction == MoveCosts.Directions ? 0 : _moves.Turn(state.Direction, move);
            Reach(target, move, index, state.Cost + turn + cost);
        }
    }

    private void Reach(int node, int direction, int parent, double cost)
    {
        double rest = node == GoalNode ? 0 : _toGoal.AtLeast(node);
        if (double.IsPositiveInfinity(rest))
            return;
        if (node != GoalNode)
        {
            double cheapest = _cheapest.GetValueOrDefault(node, double.PositiveInfinity);
            if (cost > cheapest + _hairpin)
                return;
            if (cost < cheapest)
                _cheapest[node] = cost;
        }

        long key = ((long)node * (MoveCosts.Directions + 1)) + direction;
        if (!_known.TryGetValue(key, out int index))
        {
            index = _states.Count;
            _known.Add(key, index);
            _states.Add(new State(node, direction, parent, cost));
            _totals.Add(cost + rest);
        }
        else if (cost < _states[index].Cost)
        {
            _states[index] = new State(node, direction, parent, cost);
            _totals[index] = cost + rest;
        }
        else
        {
            return;
        }

        _queue.Add(index, cost + rest);
    }

    private GridRoute Route(int last, IReadOnlyList<EndLeg> starts)
    {
        var nodes = new List<int>();
        int index = _states[last].Parent, first = index;
        for (; index >= 0; index = _states[index].Parent)
        {
            nodes.Add(_states[index].Node);
            first = index;
        }

        nodes.Reverse();
        EndLeg start = starts.Where(leg => leg.Node == nodes[0]).MinBy(leg => Math.Abs(leg.Cost - _states[first].Cost));
        return new GridRoute(start, _goals[nodes[^1]], [.. nodes], _states[last].Cost);
    }
}
