namespace DefenseZone.Geo.RoadSiting;

/// <summary>
/// What a tree of all terminals costs at least (R. T. Wong, A dual ascent approach for Steiner tree problems on a directed
/// graph, Mathematical Programming 28, 1984): as long as a terminal is not reached from the first one over edges that have
/// been paid for, what leads into its surroundings is paid for as far as all of it can be.
/// </summary>
internal static class SteinerBound
{
    internal static double Of(LinkGraph graph, IReadOnlyList<int> terminals, CancellationToken cancellationToken)
    {
        // Each edge can be gone both ways: what is left to pay for it, into To and into From.
        double[] into = [.. graph.Edges.Select(edge => edge.Cost)], back = [.. into];
        int root = terminals[0];
        double bound = 0;
        var open = new Queue<int>(terminals.Skip(1));
        while (open.TryDequeue(out int terminal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            HashSet<int> around = Reaching(graph, into, back, terminal);
            if (around.Contains(root))
                continue;
            double least = double.PositiveInfinity;
            foreach ((int edge, bool forwards) in Entering(graph, around))
                least = Math.Min(least, forwards ? into[edge] : back[edge]);
            if (double.IsPositiveInfinity(least))
                return bound;
            foreach ((int edge, bool forwards) in Entering(graph, around))
                (forwards ? into : back)[edge] -= least;
            bound += least;
            open.Enqueue(terminal);
        }

        return bound;
    }

    // The nodes from which the terminal can be come to over edges that are paid for.
    private static HashSet<int> Reaching(LinkGraph graph, double[] into, double[] back, int terminal)
    {
        var found = new HashSet<int> { terminal };
        var queue = new Queue<int>(found);
        while (queue.TryDequeue(out int node))
        {
            foreach (int edge in graph.At(node))
            {
                double left = graph.Edges[edge].To == node ? into[edge] : back[edge];
                int other = graph.Edges[edge].Other(node);
                if (left <= 0 && found.Add(other))
                    queue.Enqueue(other);
            }
        }

        return found;
    }

    private static IEnumerable<(int Edge, bool Forwards)> Entering(LinkGraph graph, HashSet<int> nodes)
    {
        for (int edge = 0; edge < graph.Edges.Count; edge++)
        {
            CostEdge link = graph.Edges[edge];
            bool from = nodes.Contains(link.From), to = nodes.Contains(link.To);
            if (from != to)
                yield return (edge, to);
        }
    }
}
