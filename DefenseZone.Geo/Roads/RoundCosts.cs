namespace DefenseZone.Geo.Roads;

/// <summary>An order of items with a direction for each; the base, item 0, is not named.</summary>
internal sealed record RoundOrder(int[] Items, bool[] Against, double Seconds);

/// <summary>The times of a round's parts.</summary>
internal sealed class RoundCosts(RoundItem[] items, double[,] times)
{
    /// <summary>How many items there are, the base included.</summary>
    internal int Count => items.Length;

    /// <summary>The own time of an item in a direction.</summary>
    internal double Own(int item, bool against) => against ? items[item].AgainstSeconds : items[item].Seconds;

    /// <summary>The time from the exit of one item to the entry of another.</summary>
    internal double Between(int from, bool fromAgainst, int to, bool toAgainst) =>
        times[(2 * from) + (fromAgainst ? 0 : 1), (2 * to) + (toAgainst ? 1 : 0)];

    internal bool IsEdge(int item) => items[item].Edge >= 0;

    /// <summary>The time between two ends whichever way it is shorter; ends have the numbers 2i and 2i + 1.</summary>
    internal double Either(int a, int b) => Math.Min(times[a, b], times[b, a]);

    /// <summary>The best directions for an order, by dynamic programming along it, and the time of the round.</summary>
    internal RoundOrder Directed(int[] order)
    {
        int count = order.Length;
        var best = new double[count + 1, 2];
        var from = new bool[count + 1, 2];
        (int Item, double Plain, double Against) last = (0, Own(0, false), double.PositiveInfinity);
        for (int i = 0; i < count; i++)
        {
            int item = order[i];
            for (int way = 0; way < 2; way++)
            {
                double own = Own(item, way == 1);
                double plain = last.Plain + Between(last.Item, false, item, way == 1);
                double against = last.Against + Between(last.Item, true, item, way == 1);
                best[i, way] = Math.Min(plain, against) + own;
                from[i, way] = against < plain;
            }

            last = (item, best[i, 0], best[i, 1]);
        }

        double endPlain = last.Plain + Between(last.Item, false, 0, false), endAgainst = last.Against + Between(last.Item, true, 0, false);
        var directions = new bool[count];
        bool at = endAgainst < endPlain;
        for (int i = count - 1; i >= 0; i--)
        {
            directions[i] = at;
            at = from[i, at ? 1 : 0];
        }

        return new RoundOrder(order, directions, Math.Min(endPlain, endAgainst));
    }
}
