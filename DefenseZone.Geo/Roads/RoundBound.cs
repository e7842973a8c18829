namespace DefenseZone.Geo.Roads;

/// <summary>
/// A lower bound on the time of any round. A round is a connected graph over the ends of items in which every end has degree
/// two, the two ends of an edge item joined by that item; so it costs at least the cheapest 1-tree (a tree and one more edge at
/// the base) that holds those joints, with the time between two ends taken whichever way it is shorter. Prices on the
/// ends that add up to nothing on a round push the tree towards one: subgradient ascent.
/// </summary>
internal static class RoundBound
{
    private const int Steps = 300;

    internal static double Of(RoundCosts costs, double roundSeconds, CancellationToken cancellationToken)
    {
        // Vertices: the base, each facility, and both ends of each edge.
        var ends = new List<int> { 1 };
        var partner = new List<int> { -1 };
        double own = costs.Own(0, false);
        for (int item = 1; item < costs.Count; item++)
        {
            own += Math.Min(costs.Own(item, false), costs.Own(item, true));
            ends.Add(2 * item);
            if (costs.IsEdge(item))
            {
                partner.AddRange([ends.Count, ends.Count - 1]);
                ends.Add((2 * item) + 1);
            }
            else
            {
                partner.Add(-1);
            }
        }

        int count = ends.Count;
        var prices = new double[count];
        var degrees = new int[count];
        double best = 0, step = 2;
        int since = 0;
        for (int i = 0; i < Steps && count > 2; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double tree = OneTree(costs, ends, partner, prices, degrees) - (2 * prices.Sum());
            if (tree > best + 1e-9)
            {
                best = tree;
                since = 0;
            }
            else if (++since == 10)
            {
                step /= 2;
                since = 0;
            }

            int square = degrees.Sum(degree => (degree - 2) * (degree - 2));
            if (square == 0)
                break;
            double scale = step * Math.Max(1e-6, roundSeconds - own - tree) / square;
            for (int v = 0; v < count; v++)
                prices[v] += scale * (degrees[v] - 2);
        }

        return own + best;
    }

    /// <summary>The cost of the cheapest 1-tree with prices: Prim's tree over all vertices but the base, and the base's two cheapest edges.</summary>
    private static double OneTree(RoundCosts costs, List<int> ends, List<int> partner, double[] prices, int[] degrees)
    {
        int count = ends.Count;
        Array.Clear(degrees);
        var least = new double[count];
        var by = new int[count];
        var inTree = new bool[count];
        least.AsSpan().Fill(double.PositiveInfinity);
        least[1] = 0;
        by[1] = -1;
        double total = 0;
        for (int n = 1; n < count; n++)
        {
            int next = -1;
            for (int v = 1; v < count; v++)
            {
                if (!inTree[v] && (next < 0 || least[v] < least[next]))
                    next = v;
            }

            inTree[next] = true;
            if (by[next] >= 0)
            {
                // A joint comes first whatever it costs, and costs only its prices.
                total += partner[next] == by[next] ? prices[next] + prices[by[next]] : least[next];
                degrees[next]++;
                degrees[by[next]]++;
            }

            for (int v = 1; v < count; v++)
            {
                if (inTree[v])
                    continue;
                double cost = partner[next] == v ? double.NegativeInfinity : costs.Either(ends[next], ends[v]) + prices[next] + prices[v];
                if (cost < least[v])
                    (least[v], by[v]) = (cost, next);
            }
        }

        (int First, int Second) cheapest = (-1, -1);
        double first = double.PositiveInfinity, second = double.PositiveInfinity;
        for (int v = 1; v < count; v++)
        {
            double cost = costs.Either(ends[0], ends[v]) + prices[0] + prices[v];
            if (cost < first)
                (second, cheapest.Second, first, cheapest.First) = (first, cheapest.First, cost, v);
            else if (cost < second)
                (second, cheapest.Second) = (cost, v);
        }

        degrees[0] = 2;
        degrees[cheapest.First]++;
        degrees[cheapest.Second]++;
        return total + first + second;
    }
}
