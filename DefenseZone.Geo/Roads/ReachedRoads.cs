using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>The stretches of open road reached within a time, driving or straight on foot, cut where it runs out.</summary>
internal static class ReachedRoads
{
    internal static ImmutableArray<ReachedRoad> Of(NetworkTimes times, Ecef[] places, double limitSeconds)
    {
        RoadGraph graph = times.Network.Graph;
        NetworkWeights weights = times.Network.Weights;
        ReadOnlySpan<double> seconds = times.Seconds;
        ILookup<int, NetworkSource> entries = times.BeginArray.ToLookup(source => source.Point.Edge);
        double walkMetres = limitSeconds * times.Network.OffRoadMetresPerSecond;
        var reached = ImmutableArray.CreateBuilder<ReachedRoad>();
        var parts = new List<(double From, double To)>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            parts.Clear();
            double forward = weights.Forward(edge), backward = weights.Backward(edge);
            if (double.IsInfinity(forward) && double.IsInfinity(backward))
                continue;
            double ahead = Share(limitSeconds - seconds[graph.From[edge]], forward), back = Share(limitSeconds - seconds[graph.To[edge]], backward);
            if (ahead > 0)
                parts.Add((0, Math.Min(1, ahead)));
            if (back > 0)
                parts.Add((Math.Max(0, 1 - back), 1));
            foreach (NetworkSource entry in entries[edge])
            {
                double rest = limitSeconds - entry.Seconds, at = entry.Point.Fraction;
                parts.Add((Math.Max(0, at - Math.Max(0, Share(rest, backward))), Math.Min(1, at + Math.Max(0, Share(rest, forward)))));
            }

            foreach (Ecef place in places)
            {
                if (graph.Balls.MetresTo(edge, place) - graph.Balls.Radii[edge] < walkMetres)
                    Walk(graph, edge, place, walkMetres, parts);
            }

            Join(edge, parts, reached);
        }

        return reached.ToImmutable();
    }

    /// <summary>The metres of ground under stretches of road: where roads are drawn over each other it counts once.</summary>
    internal static double GroundMetres(RoadGraph graph, ImmutableArray<ReachedRoad> roads)
    {
        double metres = 0;
        var over = new Dictionary<int, List<(double From, double To)>>();
        foreach (ReachedRoad road in roads)
        {
            (int edge, bool isReversed) = graph.Ground.Of(road.Edge);
            if (!over.TryGetValue(edge, out List<(double From, double To)>? parts))
                over.Add(edge, parts = []);
            parts.Add(isReversed ? (1 - road.ToFraction, 1 - road.FromFraction) : (road.FromFraction, road.ToFraction));
        }

        foreach ((int edge, List<(double From, double To)> parts) in over)
        {
            parts.Sort();
            double share = 0, end = 0;
            foreach ((double from, double to) in parts)
            {
                share += Math.Max(0, to - Math.Max(from, end));
                end = Math.Max(end, to);
            }

            metres += share * graph.Lengths[edge];
        }

        return metres;
    }

    private static double Share(double rest, double edgeSeconds) => rest > 0 && double.IsFinite(edgeSeconds) ? rest / edgeSeconds : 0;

    /// <summary>The parts of an edge that one walks to straight: within a ball.</summary>
    private static void Walk(RoadGraph graph, int edge, Ecef place, double metres, List<(double From, double To)> parts)
    {
        double length = graph.Lengths[edge];
        for (int i = graph.ShapeStarts[edge]; i + 1 < graph.ShapeStarts[edge + 1]; i++)
        {
            Ecef a = graph.Vertex(i), b = graph.Vertex(i + 1);
            double dx = b.X - a.X, dy = b.Y - a.Y, dz = b.Z - a.Z, px = place.X - a.X, py = place.Y - a.Y, pz = place.Z - a.Z;
            double square = (dx * dx) + (dy * dy) + (dz * dz);
            if (!(square > 0))
                continue;
            double t = ((px * dx) + (py * dy) + (pz * dz)) / square;
            double half = (metres * metres) - Math.Max(0, (px * px) + (py * py) + (pz * pz) - (t * t * square));
            if (!(half > 0))
                continue;
            double root = Math.Sqrt(half / square), from = Math.Max(0, t - root), to = Math.Min(1, t + root);
            double step = graph.Metres[i + 1] - graph.Metres[i];
            if (from < to)
                parts.Add(((graph.Metres[i] + (from * step)) / length, (graph.Metres[i] + (to * step)) / length));
        }
    }

    private static void Join(int edge, List<(double From, double To)> parts, ImmutableArray<ReachedRoad>.Builder reached)
    {
        parts.Sort();
        int before = reached.Count;
        foreach ((double from, double to) in parts)
        {
            if (!(to > from))
                continue;
            if (reached.Count > before && from <= reached[^1].ToFraction)
                reached[^1] = reached[^1] with { ToFraction = Math.Max(to, reached[^1].ToFraction) };
            else
                reached.Add(new ReachedRoad(edge, from, to));
        }
    }
}
