namespace DefenseZone.Geo.Roads;

/// <summary>A way from one core node to another along a whole chain.</summary>
internal readonly record struct CoreArc(int Target, double Seconds);

/// <summary>
/// The travel times of a graph in the order in which a search reads them: along chains and down trees edge by edge, and for
/// the core one sum a chain. Made once for a network, and once more for each closure.
/// </summary>
internal sealed class NetworkWeights
{
    private readonly bool[] _reversed;

    internal NetworkWeights(RoadGraph graph, double[] forward, double[] backward)
    {
        NetworkSkeleton skeleton = graph.Skeleton;
        _reversed = skeleton.Reversed;
        Along = new double[forward.Length];
        Against = new double[forward.Length];
        for (int edge = 0; edge < forward.Length; edge++)
        {
            Along[edge] = _reversed[edge] ? backward[edge] : forward[edge];
            Against[edge] = _reversed[edge] ? forward[edge] : backward[edge];
        }

        Core(skeleton, out int[] first, out CoreArc[] arcs, out int[] alongArc, out int[] againstArc);
        (ArcFirst, Arcs, AlongArc, AgainstArc) = (first, arcs, alongArc, againstArc);
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

    private NetworkWeights(NetworkWeights open, NetworkSkeleton skeleton, List<int> closed)
    {
        _reversed = open._reversed;
        Along = (double[])open.Along.Clone();
        Against = (double[])open.Against.Clone();
        Arcs = (CoreArc[])open.Arcs.Clone();
        (ArcFirst, AlongArc, AgainstArc) = (open.ArcFirst, open.AlongArc, open.AgainstArc);
        (LongestArcSeconds, MeanArcSeconds) = (open.LongestArcSeconds, open.MeanArcSeconds);
        foreach (int edge in closed)
        {
            Along[edge] = Against[edge] = double.PositiveInfinity;
            int chain = skeleton.ChainOfEdge(edge);
            if (chain < 0)
                continue;
            Arcs[AlongArc[chain]] = Arcs[AlongArc[chain]] with { Seconds = double.PositiveInfinity };
            Arcs[AgainstArc[chain]] = Arcs[AgainstArc[chain]] with { Seconds = double.PositiveInfinity };
        }
    }

    /// <summary>Seconds of an edge in its drawn direction; infinite where it is not passable.</summary>
    internal double Forward(int edge) => _reversed[edge] ? Against[edge] : Along[edge];

    /// <summary>Seconds of an edge against its drawn direction.</summary>
    internal double Backward(int edge) => _reversed[edge] ? Along[edge] : Against[edge];

    /// <summary>The same with edges that cannot be passed.</summary>
    internal NetworkWeights Without(NetworkSkeleton skeleton, List<int> closed) => new(this, skeleton, closed);

    /// <summary>Seconds of each edge along its chain, or from parent to child.</summary>
    internal double[] Along { get; }

    /// <summary>Seconds of each edge against its chain, or from child to parent.</summary>
    internal double[] Against { get; }

    /// <summary>Where the arcs of each core node begin, and at the end their number.</summary>
    internal int[] ArcFirst { get; }

    internal CoreArc[] Arcs { get; }

    /// <summary>The arc of each chain along it.</summary>
    private int[] AlongArc { get; }

    /// <summary>The arc of each chain against it.</summary>
    private int[] AgainstArc { get; }

    internal double LongestArcSeconds { get; }

    internal double MeanArcSeconds { get; }

    private void Core(NetworkSkeleton skeleton, out int[] first, out CoreArc[] arcs, out int[] alongArc, out int[] againstArc)
    {
        int chains = skeleton.ChainFrom.Length;
        alongArc = new int[chains];
        againstArc = new int[chains];
        first = new int[skeleton.CoreCount + 1];
        for (int chain = 0; chain < chains; chain++)
        {
            first[skeleton.ChainFrom[chain] + 1]++;
            first[skeleton.ChainTo[chain] + 1]++;
        }

        for (int node = 0; node < skeleton.CoreCount; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(..^1).ToArray();
        arcs = new CoreArc[first[^1]];
        for (int chain = 0; chain < chains; chain++)
        {
            double along = 0, against = 0;
            for (int edge = skeleton.ChainEdges[chain]; edge < skeleton.ChainEdges[chain + 1]; edge++)
            {
                along += Along[edge];
                against += Against[edge];
            }

            int from = skeleton.ChainFrom[chain], to = skeleton.ChainTo[chain];
            arcs[alongArc[chain] = next[from]++] = new CoreArc(to, along);
            arcs[againstArc[chain] = next[to]++] = new CoreArc(from, against);
        }
    }
}
