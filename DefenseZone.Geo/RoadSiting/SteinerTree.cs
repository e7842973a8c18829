using System.Collections.Immutable;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>An edge of a graph.</summary>
internal readonly record struct CostEdge(int From, int To, double Cost)
{
    internal int Other(int node) => node == From ? To : From;
}

/// <summary>
/// The cheapest tree that joins some nodes of a graph (the terminals), by way of others where that is cheaper, and how
/// much cheaper any tree can be at most.
/// </summary>
/// <remarks>
/// min Σ cost(e)·x(e) such that every set of nodes that parts two terminals is left by an edge with x(e) = 1. Where all
/// nodes are terminals that is a spanning tree (Kruskal 1956); with few terminals it is solved exactly by subsets (Dreyfus and
/// Wagner 1971); else by adding the nearest terminal again and again (Takahashi and Matsuyama 1980, at most twice the
/// optimum), with a lower bound by dual ascent (Wong 1984).
/// </remarks>
internal sealed record SteinerTree(ImmutableArray<int> Edges, double Cost, double LowerBound, ConnectionMethod Method)
{
    // Work grows as 3 to their power.
    private const int MostExactTerminals = 10;
    private const int MostStarts = 24;

    /// <summary>Whether nothing is cheaper.</summary>
    internal bool IsExact => LowerBound >= Cost * (1 - 1e-12);

    /// <summary>The tree of terminals that the edges join; null where they do not.</summary>
    internal static SteinerTree? Of(int nodes, IReadOnlyList<CostEdge> edges, IReadOnlyList<int> terminals, CancellationToken cancellationToken)
    {
        if (terminals.Count < 2)
            return new SteinerTree([], 0, 0, ConnectionMethod.None);
        var graph = new LinkGraph(nodes, edges);
        if (!graph.Joins(terminals))
            return null;
        if (terminals.Count == nodes)
        {
            ImmutableArray<int> spanning = graph.SpanningTree([.. Enumerable.Range(0, nodes)]);
            double cost = spanning.Sum(edge => edges[edge].Cost);
            return new SteinerTree(spanning, cost, cost, ConnectionMethod.SpanningTree);
        }

        if (terminals.Count <= MostExactTerminals)
        {
            ImmutableArray<int> exact = SteinerBySubsets.Solve(graph, terminals, cancellationToken);
            double cost = exact.Sum(edge => edges[edge].Cost);
            return new SteinerTree(exact, cost, cost, ConnectionMethod.Subsets);
        }

        ImmutableArray<int> best = [];
        double bestCost = double.PositiveInfinity;
        foreach (int start in terminals.Take(MostStarts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<int> tree = Grown(graph, terminals, start);
            double cost = tree.Sum(edge => edges[edge].Cost);
            if (cost < bestCost)
                (best, bestCost) = (tree, cost);
        }

        return new SteinerTree(best, bestCost, Math.Min(bestCost, SteinerBound.Of(graph, terminals, cancellationToken)), ConnectionMethod.NearestTerminals);
    }

    // Joins the terminal that is nearest to the tree until none is left, then takes the spanning tree of what it went through.
    private static ImmutableArray<int> Grown(LinkGraph graph, IReadOnlyList<int> terminals, int start)
    {
        var inTree = new HashSet<int> { start };
        var left = new HashSet<int>(terminals);
        left.Remove(start);
        while (left.Count > 0)
        {
            (double[] costs, int[] cameBy) = graph.From(inTree);
            int nearest = left.MinBy(terminal => costs[terminal]);
            for (int node = nearest; !inTree.Contains(node);)
            {
                inTree.Add(node);
                node = graph.Edges[cameBy[node]].Other(node);
            }

            left.ExceptWith(inTree);
        }

        return graph.Pruned(graph.SpanningTree(inTree), terminals);
    }
}
