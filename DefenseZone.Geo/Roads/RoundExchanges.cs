namespace DefenseZone.Geo.Roads;

/// <summary>
/// A round by cheapest insertion, then by exchanges until none helps: pieces of the order turned round (2-opt) or moved
/// elsewhere, turned or not (or-opt: I. Or, 1976). Each order has its best directions, so that a trial takes one pass over it.
/// </summary>
internal sealed class RoundExchanges
{
    private const int LongestMoved = 3;

    private readonly RoundCosts _costs;
    private RoundOrder _best;

    private RoundExchanges(RoundCosts costs, RoundOrder order)
    {
        _costs = costs;
        _best = order;
    }

    internal static RoundOrder Improved(RoundCosts costs, CancellationToken cancellationToken)
    {
        var round = new RoundExchanges(costs, Inserted(costs, cancellationToken));
        while (round.Turn(cancellationToken) | round.Move(cancellationToken))
            continue;
        return round._best;
    }

    private bool Take(int[] order)
    {
        RoundOrder trial = _costs.Directed(order);
        if (!(trial.Seconds < _best.Seconds - 1e-9))
            return false;
        _best = trial;
        return true;
    }

    private bool Turn(CancellationToken cancellationToken)
    {
        bool better = false;
        int count = _best.Items.Length;
        for (int i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int j = i + 1; j < count; j++)
            {
                var turned = (int[])_best.Items.Clone();
                Array.Reverse(turned, i, j - i + 1);
                better |= Take(turned);
            }
        }

        return better;
    }

    private bool Move(CancellationToken cancellationToken)
    {
        bool better = false;
        int count = _best.Items.Length;
        for (int length = 1; length <= Math.Min(LongestMoved, count - 1); length++)
        {
            for (int from = 0; from + length <= count; from++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int to = 0; to <= count - length; to++)
                {
                    if (to == from)
                        continue;
                    int[] order = _best.Items, moved = order[from..(from + length)];
                    int[] rest = [.. order[..from], .. order[(from + length)..]];
                    better |= Take([.. rest[..to], .. moved, .. rest[to..]]);
                    if (length > 1)
                        better |= Take([.. rest[..to], .. moved.Reverse(), .. rest[to..]]);
                }
            }
        }

        return better;
    }

    private static RoundOrder Inserted(RoundCosts costs, CancellationToken cancellationToken)
    {
        var order = new List<int>();
        List<int> left = [.. Enumerable.Range(1, costs.Count - 1)];
        while (left.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double Seconds, int Item, int Place) best = (double.PositiveInfinity, left[0], order.Count);
            foreach (int item in left)
            {
                for (int place = 0; place <= order.Count; place++)
                {
                    double added = Added(costs, order, item, place);
                    if (added < best.Seconds)
                        best = (added, item, place);
                }
            }

            order.Insert(best.Place, best.Item);
            left.Remove(best.Item);
        }

        return costs.Directed([.. order]);
    }

    // With free directions on both sides: a guide for the order, not the exact cost of it.
    private static double Added(RoundCosts costs, List<int> order, int item, int place)
    {
        int before = place == 0 ? 0 : order[place - 1], after = place == order.Count ? 0 : order[place];
        return Least(costs, before, item) + Least(costs, item, after) - Least(costs, before, after);
    }

    private static double Least(RoundCosts costs, int from, int to)
    {
        double least = double.PositiveInfinity;
        for (int a = 0; a < 2; a++)
        {
            for (int b = 0; b < 2; b++)
            {
                if (double.IsFinite(costs.Own(from, a == 1)) && double.IsFinite(costs.Own(to, b == 1)))
                    least = Math.Min(least, costs.Between(from, a == 1, to, b == 1));
            }
        }

        return least;
    }
}
