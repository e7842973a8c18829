using System.Collections.Immutable;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A small graph with costs on its edges.</summary>
internal sealed class LinkGraph
{
    private readonly List<int>[] _at;

    internal LinkGraph(int nodes, IReadOnlyList<CostEdge> edges)
    {
        (Nodes, Edges) = (nodes, edges);
        _at = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        for (int edge = 0; edge < edges.Count; edge++)
        {
            _at[edges[edge].From].Add(edge);
            _at[edges[edge].To].Add(edge);
        }
    }

    internal int Nodes { get; }

    internal IReadOnlyList<CostEdge> Edges { get; }

    internal IReadOnlyList<int> At(int node) => _at[node];

    internal bool Joins(IReadOnlyList<int> nodes)
    {
        double[] costs = From([nodes[0]]).Costs;
        return nodes.All(node => double.IsFinite(costs[node]));
    }

    /// <summary>The least cost to every node from any of some, and the edge by which it is come to.</summary>
    internal (double[] Costs, int[] CameBy) From(IEnumerable<int> starts)
    {
        var costs = new double[Nodes];
        Array.Fill(costs, double.PositiveInfinity);
        foreach (int start in starts)
            costs[start] = 0;
        return (costs, Settle(costs));
    }

    /// <summary>Lowers costs along the edges until none can be lowered; the edge by which each was, −1 where it was not.</summary>
    internal int[] Settle(double[] costs)
    {
        var cameBy = new int[Nodes];
        Array.Fill(cameBy, -1);
        var queue = new PriorityQueue<int, double>();
        for (int node = 0; node < Nodes; node++)
        {
            if (double.IsFinite(costs[node]))
                queue.Enqueue(node, costs[node]);
        }

        while (queue.TryDequeue(out int node, out double cost))
        {
            if (cost > costs[node])
                continue;
            foreach (int edge in _at[node])
            {
                int other = Edges[edge].Other(node);
                double total = cost + Edges[edge].Cost;
                if (total < costs[other])
                {
                    costs[other] = total;
                    cameBy[other] = edge;
                    queue.Enqueue(other, total);
                }
            }
        }

        return cameBy;
    }

    /// <summary>The cheapest tree over some nodes, by edges between them; a forest where those do not join them.</summary>
    internal ImmutableArray<int> SpanningTree(IReadOnlyCollection<int> nodes)
    {
        var among = new HashSet<int>(nodes);
        int[] parents = [.. Enumerable.Range(0, Nodes)];
        var tree = ImmutableArray.CreateBuilder<int>();
        foreach (int edge in Enumerable.Range(0, Edges.Count).OrderBy(edge => Edges[edge].Cost).ThenBy(edge => edge))
        {
            CostEdge link = Edges[edge];
            int a = Root(parents, link.From), b = Root(parents, link.To);
            if (a == b || !among.Contains(link.From) || !among.Contains(link.To))
                continue;
            parents[a] = b;
            tree.Add(edge);
        }

        return tree.ToImmutable();
    }

    /// <summary>A tree without the branches that end at no terminal.</summary>
    internal ImmutableArray<int> Pruned(IEnumerable<int> tree, IReadOnlyList<int> terminals)
    {
        var left = new List<int>(tree);
        while (true)
        {
            var degrees = new int[Nodes];
            foreach (int edge in left)
            {
                degrees[Edges[edge].From]++;
                degrees[Edges[edge].To]++;
            }

            int removed = left.RemoveAll(edge =>
                (degrees[Edges[edge].From] == 1 && !terminals.Contains(Edges[edge].From))
                || (degrees[Edges[edge].To] == 1 && !terminals.Contains(Edges[edge].To)));
            if (removed == 0)
                return [.. left];
        }
    }

    private static int Root(int[] parents, int node)
    {
        while (parents[node] != node)
            node = parents[node] = parents[parents[node]];
        return node;
    }
}
