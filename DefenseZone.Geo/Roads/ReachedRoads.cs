using System.Collections.Immutable;

namespace DefenseZone.Geo.Roads;

/// <summary>The stretches of road reached within a time, cut where it runs out.</summary>
internal static class ReachedRoads
{
    internal static ImmutableArray<ReachedRoad> Of(NetworkTimes times, double limitSeconds)
    {
        RoadGraph graph = times.Network.Graph;
        NetworkWeights weights = times.Network.Weights;
        ReadOnlySpan<double> seconds = times.Seconds;
        ILookup<int, NetworkSource> joins = times.BeginArray.ToLookup(source => source.Point.Edge);
        var reached = ImmutableArray.CreateBuilder<ReachedRoad>();
        var parts = new List<(double From, double To)>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            parts.Clear();
            double forward = weights.Forward(edge), backward = weights.Backward(edge);
            double ahead = Share(limitSeconds - seconds[graph.From[edge]], forward), back = Share(limitSeconds - seconds[graph.To[edge]], backward);
            if (ahead > 0)
                parts.Add((0, Math.Min(1, ahead)));
            if (back > 0)
                parts.Add((Math.Max(0, 1 - back), 1));
            foreach (NetworkSource join in joins[edge])
            {
                double rest = limitSeconds - join.Seconds, at = join.Point.Fraction;
                parts.Add((Math.Max(0, at - Math.Max(0, Share(rest, backward))), Math.Min(1, at + Math.Max(0, Share(rest, forward)))));
            }

            Join(edge, parts, reached);
        }

        return reached.ToImmutable();
    }

    private static double Share(double rest, double edgeSeconds) => rest > 0 && double.IsFinite(edgeSeconds) ? rest / edgeSeconds : 0;

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
