namespace DefenseZone.Geo.Roads;

/// <summary>A way from one core node to another along a whole chain.</summary>
internal readonly record struct CoreArc(int Target, double Seconds);

/// <summary>
/// The travel times of a graph in the order in which a search reads them: along chains and down trees edge by edge, and for
/// the core one sum a chain. Made once for a network, and once more for each closure.
/// </summary>
internal sealed class NetworkWeights
{
    internal NetworkWeights(RoadGraph graph, double[] forward, double[] backward)
    {
        Forward = forward;
        Backward = backward;
        NetworkSkeleton skeleton = graph.Skeleton;
        Along = new double[forward.Length];
        Against = new double[forward.Length];
        bool[] reversed = skeleton.Reversed;
        for (int edge = 0; edge < forward.Length; edge++)
        {
            Along[edge] = reversed[edge] ? backward[edge] : forward[edge];
            Against[edge] = reversed[edge] ? forward[edge] : backward[edge];
        }

        (ArcFirst, Arcs) = Core(skeleton);
        double sum = 0;
        int passable = 0;
        foreach (CoreArc arc in Arcs)
        {
            if (!double.IsFinite(arc.Seconds))
                continue;
            LongestArcSeconds = Math.Max(LongestArcSeconds, arc.Seconds);
            sum += arc.Seconds;
            passable++;
        }

        MeanArcSeconds = passable > 0 ? sum / passable : 1;
    }

    /// <summary>Seconds of each edge in its drawn direction; infinite where it is not passable.</summary>
    internal double[] Forward { get; }

    /// <summary>Seconds of each edge against its drawn direction.</summary>
    internal double[] Backward { get; }

    /// <summary>Seconds of each edge along its chain, or from parent to child.</summary>
    internal double[] Along { get; }

    /// <summary>Seconds of each edge against its chain, or from child to parent.</summary>
    internal double[] Against { get; }

    /// <summary>Where the arcs of each core node begin, and at the end their number.</summary>
    internal int[] ArcFirst { get; }

    internal CoreArc[] Arcs { get; }

    internal double LongestArcSeconds { get; }

    internal double MeanArcSeconds { get; }

    private (int[] First, CoreArc[] Arcs) Core(NetworkSkeleton skeleton)
    {
        int chains = skeleton.ChainFrom.Length;
        var first = new int[skeleton.CoreCount + 1];
        for (int chain = 0; chain < chains; chain++)
        {
            first[skeleton.ChainFrom[chain] + 1]++;
            first[skeleton.ChainTo[chain] + 1]++;
        }

        for (int node = 0; node < skeleton.CoreCount; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(..^1).ToArray();
        var arcs = new CoreArc[first[^1]];
        for (int chain = 0; chain < chains; chain++)
        {
            double along = 0, against = 0;
            for (int edge = skeleton.ChainEdges[chain]; edge < skeleton.ChainEdges[chain + 1]; edge++)
            {
                along += Along[edge];
                against += Against[edge];
            }

            int from = skeleton.ChainFrom[chain], to = skeleton.ChainTo[chain];
            arcs[next[from]++] = new CoreArc(to, along);
            arcs[next[to]++] = new CoreArc(from, against);
        }

        return (first, arcs);
    }
}
