using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A straight piece of an edge as it is driven.</summary>
internal readonly record struct RoadPiece(Ecef From, Ecef To, double FromMetres, double ToMetres, double FromSeconds, double ToSeconds);

/// <summary>The straight pieces of an edge between two places of it, in the order in which they are driven.</summary>
internal static class RoadPieces
{
    /// <summary>The pieces.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="fromMetres">Metres along the edge where one comes from.</param>
    /// <param name="toMetres">Metres along the edge where one goes; smaller where it is driven against its direction.</param>
    /// <param name="seconds">The time at the start.</param>
    /// <param name="edgeSeconds">The time of the whole edge that way.</param>
    internal static IEnumerable<RoadPiece> Of(RoadGraph graph, int edge, double fromMetres, double toMetres, double seconds, double edgeSeconds)
    {
        double length = graph.Lengths[edge];
        double perMetre = length > 0 ? edgeSeconds / length : 0;
        bool forward = toMetres > fromMetres;
        int first = graph.ShapeStarts[edge], last = graph.ShapeStarts[edge + 1] - 1;
        int at = graph.SegmentAt(edge, fromMetres);
        double reached = fromMetres;
        Ecef place = Along(graph, at, fromMetres);
        int vertex = forward ? at + 1 : graph.Metres[at] < fromMetres ? at : at - 1;
        while (forward ? reached < toMetres : reached > toMetres)
        {
            bool inside = forward ? vertex < last && graph.Metres[vertex] < toMetres : vertex > first && graph.Metres[vertex] > toMetres;
            double next = inside ? graph.Metres[vertex] : toMetres;
            Ecef there = inside ? graph.Vertex(vertex) : Along(graph, graph.SegmentAt(edge, toMetres), toMetres);
            if (next != reached)
            {
                double begin = seconds + (Math.Abs(reached - fromMetres) * perMetre), end = seconds + (Math.Abs(next - fromMetres) * perMetre);
                yield return new RoadPiece(place, there, reached, next, begin, end);
            }

            (reached, place) = (next, there);
            vertex += forward ? 1 : -1;
        }
    }

    private static Ecef Along(RoadGraph graph, int i, double metres)
    {
        double step = graph.Metres[i + 1] - graph.Metres[i];
        double t = step > 0 ? Math.Clamp((metres - graph.Metres[i]) / step, 0, 1) : 0;
        Ecef a = graph.Vertex(i), b = graph.Vertex(i + 1);
        return new Ecef(a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y)), a.Z + (t * (b.Z - a.Z)));
    }
}
