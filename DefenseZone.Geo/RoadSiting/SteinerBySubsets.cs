using System.Collections.Immutable;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>
/// The cheapest tree for few terminals (S. E. Dreyfus and R. A. Wagner, The Steiner problem in graphs, Networks 1, 1971): for
/// every set of terminals and every node the cheapest tree that joins them is two smaller ones at that node, or one further on.
/// </summary>
internal static class SteinerBySubsets
{
    internal static ImmutableArray<int> Solve(LinkGraph graph, IReadOnlyList<int> terminals, CancellationToken cancellationToken)
    {
        // The last terminal is where the tree is read off, and need not be in the sets.
        int count = terminals.Count - 1, sets = 1 << count;
        var costs = new double[sets][];
        var cameBy = new int[sets][];
        var split = new int[sets][];
        for (int set = 1; set < sets; set++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            costs[set] = new double[graph.Nodes];
            split[set] = new int[graph.Nodes];
            Array.Fill(costs[set], double.PositiveInfinity);
            if ((set & (set - 1)) == 0)
                costs[set][terminals[int.TrailingZeroCount(set)]] = 0;
            for (int part = (set - 1) & set; part > (set ^ part); part = (part - 1) & set)
            {
                double[] one = costs[part], other = costs[set ^ part];
                for (int node = 0; node < graph.Nodes; node++)
                {
                    if (one[node] + other[node] < costs[set][node])
                    {
                        costs[set][node] = one[node] + other[node];
                        split[set][node] = part;
                    }
                }
            }

            cameBy[set] = graph.Settle(costs[set]);
        }

        var tree = new HashSet<int>();
        Collect(graph, cameBy, split, sets - 1, terminals[^1], tree);

        // Two trees that met may have shared a stretch: what is left is still a tree after this.
        var nodes = new HashSet<int>(tree.SelectMany(edge => new[] { graph.Edges[edge].From, graph.Edges[edge].To }));
        var own = new LinkGraph(graph.Nodes, [.. tree.Order().Select(edge => graph.Edges[edge])]);
        int[] edges = [.. tree.Order()];
        return [.. own.Pruned(own.SpanningTree(nodes), terminals).Select(edge => edges[edge]).Order()];
    }

    private static void Collect(LinkGraph graph, int[][] cameBy, int[][] split, int set, int node, HashSet<int> tree)
    {
        int edge;
        while ((edge = cameBy[set][node]) >= 0)
        {
            tree.Add(edge);
            node = graph.Edges[edge].Other(node);
        }

        int part = split[set][node];
        if (part == 0)
            return;
        Collect(graph, cameBy, split, part, node, tree);
        Collect(graph, cameBy, split, set ^ part, node, tree);
    }
}
