using DefenseZone.Geo.Geodesy;

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
        foreach ((EnvelopePiece piece, Ecef p, Ecef q, double from, double to) in response.Edges())
        {
            AccessCone access = piece.Access;
            if (access.Edge < 0)
                continue;
            double begin = Math.Max(from, piece.FromMetres), end = Math.Min(to, piece.ToMetres), metres = end - begin;
            if (!LeavesAtOnce(access, p, q, (((begin + end) / 2) - from) / (to - from)))
                served[access.Edge] += metres;
            if (access.Entry >= 0)
                through[access.Entry] += metres;
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

    // Edges that begin at the place where one leaves the road are all as quick, and none of them is driven: that place is
    // served by the edge that leads there.
    private static bool LeavesAtOnce(AccessCone access, Ecef p, Ecef q, double share)
    {
        if (access.StartPlace >= 0 && access.StartPlace != access.Entry)
            return false;
        access.Cone.SecondsAt(new Ecef(p.X + (share * (q.X - p.X)), p.Y + (share * (q.Y - p.Y)), p.Z + (share * (q.Z - p.Z))), out double leaveMetres);
        return leaveMetres == 0;
    }
}
