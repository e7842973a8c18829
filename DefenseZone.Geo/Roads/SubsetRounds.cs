namespace DefenseZone.Geo.Roads;

/// <summary>The shortest round over a few items, by dynamic programming over their subsets, the last item and its direction.</summary>
internal static class SubsetRounds
{
    internal static RoundOrder Shortest(RoundCosts costs)
    {
        int items = costs.Count - 1, subsets = 1 << items, states = 2 * items;
        var best = new double[subsets * states];
        best.AsSpan().Fill(double.PositiveInfinity);
        var before = new sbyte[subsets * states];
        for (int i = 0; i < items; i++)
        {
            for (int way = 0; way < 2; way++)
            {
                best[((1 << i) * states) + (2 * i) + way] = costs.Own(0, false) + costs.Between(0, false, i + 1, way == 1) + costs.Own(i + 1, way == 1);
                before[((1 << i) * states) + (2 * i) + way] = -1;
            }
        }

        for (int subset = 1; subset < subsets; subset++)
        {
            for (int state = 0; state < states; state++)
            {
                double so = best[(subset * states) + state];
                if (double.IsPositiveInfinity(so))
                    continue;
                for (int next = 0; next < items; next++)
                {
                    if ((subset & (1 << next)) != 0)
                        continue;
                    for (int way = 0; way < 2; way++)
                    {
                        double then = so + costs.Between((state / 2) + 1, state % 2 == 1, next + 1, way == 1) + costs.Own(next + 1, way == 1);
                        int there = ((subset | (1 << next)) * states) + (2 * next) + way;
                        if (then < best[there])
                            (best[there], before[there]) = (then, (sbyte)state);
                    }
                }
            }
        }

        double least = double.PositiveInfinity;
        int last = -1, all = subsets - 1;
        for (int state = 0; state < states; state++)
        {
            double seconds = best[(all * states) + state] + costs.Between((state / 2) + 1, state % 2 == 1, 0, false);
            if (seconds < least)
                (least, last) = (seconds, state);
        }

        var order = new int[items];
        var against = new bool[items];
        for (int i = items - 1, subset = all; i >= 0 && last >= 0; i--)
        {
            (order[i], against[i]) = ((last / 2) + 1, last % 2 == 1);
            int earlier = before[(subset * states) + last];
            subset &= ~(1 << (last / 2));
            last = earlier;
        }

        return new RoundOrder(order, against, least);
    }
}
