namespace DefenseZone.Geo.Roads;

/// <summary>Sets of nodes that edges join, whichever way they may be driven; the one with the most metres of road is number 0.</summary>
internal static class NetworkComponents
{
    /// <summary>The component of each node, −1 where no edge is at it, and the metres of each.</summary>
    internal static (int[] Component, double[] Metres) Of(int nodes, int[] from, int[] to, double[] lengths)
    {
        var union = new NodeUnion(nodes);
        for (int edge = 0; edge < from.Length; edge++)
            union.Join(from[edge], to[edge]);
        var metres = new Dictionary<int, double>();
        for (int edge = 0; edge < from.Length; edge++)
        {
            int root = union.Root(from[edge]);
            metres[root] = metres.GetValueOrDefault(root) + lengths[edge];
        }

        int[] roots = [.. metres.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Select(entry => entry.Key)];
        var numbers = new Dictionary<int, int>(roots.Length);
        for (int i = 0; i < roots.Length; i++)
            numbers.Add(roots[i], i);
        var component = new int[nodes];
        for (int node = 0; node < nodes; node++)
            component[node] = numbers.GetValueOrDefault(union.Root(node), -1);
        return (component, [.. roots.Select(root => metres[root])]);
    }
}
