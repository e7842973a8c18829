namespace DefenseZone.Geo.Roads;

/// <summary>
/// Metres of border by edge: each stretch counts for the edge that one leaves for it and for all edges by which whoever is
/// first comes there.
/// </summary>
internal static class ServedBorder
{
    internal static double[] Of(ResponseReport response)
    {
        RoadNetwork network = response.Network;
        RoadGraph graph = network.Graph;
        var served = new double[graph.EdgeCount];
        var through = new double[graph.NodeCount];
        foreach (EnvelopePiece piece in response.Pieces)
        {
            int edge = piece.Access.Edge;
            if (edge < 0)
                continue;
            double metres = piece.ToMetres - piece.FromMetres;
            bool stays = piece.Access.FromMetres == piece.Access.ToMetres;
            int entry = piece.Access.Entry;
            if (!stays)
                served[edge] += metres;
            if (entry >= 0)
                through[entry] += metres;
        }

        int[] nodes = [.. Enumerable.Range(0, graph.NodeCount).Where(node => double.IsFinite(response.Times.Seconds[node]))];
        Array.Sort(Array.ConvertAll(nodes, node => -response.Times.Seconds[node]), nodes);
        var before = new PathTree(response.Times);
        foreach (int node in nodes)
        {
            if (through[node] <= 0)
                continue;
            (int edge, int from) = before.Of(node);
            if (edge < 0)
                continue;
            served[edge] += through[node];
            if (from >= 0)
                through[from] += through[node];
        }

        return served;
    }
}
