using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The shortest times to every node of a network from any number of places at once: exact, by Dijkstra's order over the core
/// of the skeleton, then one pass along every chain and down every tree.
/// </summary>
/// <remarks>
/// The queue holds buckets of equal width in time (R. Dial, Algorithm 360, CACM 12 (1969)); within a bucket a node whose time
/// improves is looked at again (as in delta-stepping: U. Meyer and P. Sanders, J. Algorithms 49 (2003)), so that the times
/// are the exact minima of sums of doubles, whatever the width.
/// </remarks>
internal static class SkeletonSearch
{
    private const double BucketsAMeanArc = 4;
    private const int MostBuckets = 1 << 16;

    /// <summary>Fills the times and sources; both hold the seeds, infinity and −1 elsewhere, on entry.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">Its times.</param>
    /// <param name="seeds">The nodes that have a time to begin with.</param>
    /// <param name="seconds">The time of each node.</param>
    /// <param name="sources">The source of each node.</param>
    internal static void Run(RoadGraph graph, NetworkWeights weights, List<int> seeds, double[] seconds, int[] sources)
    {
        NetworkSkeleton skeleton = graph.Skeleton;
        var core = new HashSet<int>();
        foreach (int seed in seeds)
            Raise(skeleton, weights, graph, seed, seconds, sources, core);
        Settle(weights, [.. core], seconds, sources);
        FillChains(skeleton, weights, seconds, sources);
        FillTrees(skeleton, weights, seconds, sources);
    }

    /// <summary>Brings the time of a seed up its tree and to both ends of its chain.</summary>
    private static void Raise(
        NetworkSkeleton skeleton, NetworkWeights weights, RoadGraph graph, int seed, double[] seconds, int[] sources, HashSet<int> core)
    {
        int node = seed;
        int treeEdges = graph.EdgeCount - skeleton.TreeParents.Length;
        while (node >= skeleton.TreeFirst)
        {
            int place = node - skeleton.TreeFirst;
            int parent = skeleton.TreeParents[place];
            if (!Improve(parent, seconds[node] + weights.Against[treeEdges + place], sources[node], seconds, sources))
                return;
            node = parent;
        }

        if (node < skeleton.CoreCount)
        {
            core.Add(node);
            return;
        }

        int chain = ChainOf(skeleton, node);
        int edge = skeleton.ChainEdges[chain] + (node - skeleton.ChainNodes[chain]);
        double back = seconds[node], ahead = seconds[node];
        for (int e = edge; e >= skeleton.ChainEdges[chain]; e--)
            back += weights.Against[e];
        for (int e = edge + 1; e < skeleton.ChainEdges[chain + 1]; e++)
            ahead += weights.Along[e];
        if (Improve(skeleton.ChainFrom[chain], back, sources[node], seconds, sources))
            core.Add(skeleton.ChainFrom[chain]);
        if (Improve(skeleton.ChainTo[chain], ahead, sources[node], seconds, sources))
            core.Add(skeleton.ChainTo[chain]);
    }

    private static int ChainOf(NetworkSkeleton skeleton, int node)
    {
        // The last chain that begins at or before the node and has nodes.
        int low = 0, high = skeleton.ChainNodes.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (skeleton.ChainNodes[middle] <= node)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private static bool Improve(int node, double time, int source, double[] seconds, int[] sources)
    {
        if (!(time < seconds[node]))
            return false;
        seconds[node] = time;
        sources[node] = source;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Settle(NetworkWeights weights, int[] seeds, double[] seconds, int[] sources)
    {
        double width = Math.Max(weights.MeanArcSeconds / BucketsAMeanArc, weights.LongestArcSeconds / (MostBuckets - 4));
        if (!(width > 0))
            width = 1;
        double perSecond = 1 / width;
        var queue = new BucketQueue((int)(weights.LongestArcSeconds * perSecond) + 3, weights.ArcFirst.Length);
        Array.Sort(Array.ConvertAll(seeds, node => seconds[node]), seeds);
        ref double times = ref MemoryMarshal.GetArrayDataReference(seconds);
        ref int origins = ref MemoryMarshal.GetArrayDataReference(sources);
        int[] first = weights.ArcFirst;
        CoreArc[] arcs = weights.Arcs;
        int next = 0;
        for (long bucket = 0; next < seeds.Length || queue.Count > 0; bucket++)
        {
            if (queue.Count == 0)
                bucket = (long)(seconds[seeds[next]] * perSecond);
            for (; next < seeds.Length && (long)(seconds[seeds[next]] * perSecond) <= bucket; next++)
                queue.Push(bucket, seeds[next], seconds[seeds[next]]);
            while (queue.TryPop(bucket, out int node, out double time))
            {
                if (time != Unsafe.Add(ref times, node))
                    continue;
                int source = Unsafe.Add(ref origins, node);
                int end = first[node + 1];
                for (int i = first[node]; i < end; i++)
                {
                    CoreArc arc = arcs[i];
                    double reached = time + arc.Seconds;
                    if (reached < Unsafe.Add(ref times, arc.Target))
                    {
                        Unsafe.Add(ref times, arc.Target) = reached;
                        Unsafe.Add(ref origins, arc.Target) = source;
                        queue.Push((long)(reached * perSecond), arc.Target, reached);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillChains(NetworkSkeleton skeleton, NetworkWeights weights, double[] seconds, int[] sources)
    {
        int[] edges = skeleton.ChainEdges, nodes = skeleton.ChainNodes;
        double[] along = weights.Along, against = weights.Against;
        for (int chain = 0; chain < skeleton.ChainFrom.Length; chain++)
        {
            int edge = edges[chain], inner = edges[chain + 1] - edge - 1;
            if (inner == 0)
                continue;
            int node = nodes[chain];
            double time = seconds[skeleton.ChainFrom[chain]];
            int source = sources[skeleton.ChainFrom[chain]];
            for (int i = 0; i < inner; i++)
            {
                time += along[edge + i];
                if (time < seconds[node + i])
                    (seconds[node + i], sources[node + i]) = (time, source);
                else
                    (time, source) = (seconds[node + i], sources[node + i]);
            }

            time = seconds[skeleton.ChainTo[chain]];
            source = sources[skeleton.ChainTo[chain]];
            for (int i = inner - 1; i >= 0; i--)
            {
                time += against[edge + i + 1];
                if (time < seconds[node + i])
                    (seconds[node + i], sources[node + i]) = (time, source);
                else
                    (time, source) = (seconds[node + i], sources[node + i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillTrees(NetworkSkeleton skeleton, NetworkWeights weights, double[] seconds, int[] sources)
    {
        int[] parents = skeleton.TreeParents;
        int firstNode = skeleton.TreeFirst, firstEdge = weights.Along.Length - parents.Length;
        double[] down = weights.Along;
        for (int i = 0; i < parents.Length; i++)
        {
            double time = seconds[parents[i]] + down[firstEdge + i];
            if (time < seconds[firstNode + i])
            {
                seconds[firstNode + i] = time;
                sources[firstNode + i] = sources[parents[i]];
            }
        }
    }
}
