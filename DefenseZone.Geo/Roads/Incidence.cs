namespace DefenseZone.Geo.Roads;

/// <summary>The edges at each node, as two flat arrays.</summary>
internal static class Incidence
{
    /// <summary>Where the edges of each node begin, and the edges; a loop is there twice.</summary>
    internal static (int[] First, int[] Edges) Of(int nodes, IReadOnlyList<int> from, IReadOnlyList<int> to)
    {
        var first = new int[nodes + 1];
        for (int edge = 0; edge < from.Count; edge++)
        {
            first[from[edge] + 1]++;
            first[to[edge] + 1]++;
        }

        for (int node = 0; node < nodes; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(..^1).ToArray();
        var edges = new int[first[^1]];
        for (int edge = 0; edge < from.Count; edge++)
        {
            edges[next[from[edge]]++] = edge;
            edges[next[to[edge]]++] = edge;
        }

        return (first, edges);
    }
}
