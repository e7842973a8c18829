using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>Turns steps along edges into legs along roads, with their shapes, times and climbs.</summary>
internal sealed class RouteShapes(RoadNetwork network)
{
    private const double ClimbSampleMetres = 50;

    /// <summary>A walk; none where there is nothing to walk.</summary>
    internal IEnumerable<RouteLeg> Walk(GeoPoint from, GeoPoint to)
    {
        double metres = Geodesic.Inverse(from, to).DistanceMetres;
        if (metres < 0.01)
            yield break;
        ImmutableArray<GeoPoint> shape = [from, to];
        (double climb, double descent) = Climb(shape);
        yield return new RouteLeg(-1, metres, Ecef.Of(from).DistanceMetresTo(Ecef.Of(to)) / network.OffRoadMetresPerSecond, climb, descent, shape);
    }

    /// <summary>Legs along edges, from a share of each to another; those on one road after the other are one leg.</summary>
    internal IEnumerable<RouteLeg> Drive(IEnumerable<(int Edge, double From, double To)> steps)
    {
        int road = -1;
        double metres = 0, seconds = 0;
        var shape = ImmutableArray.CreateBuilder<GeoPoint>();
        foreach ((int edge, double from, double to) in steps)
        {
            if (from == to)
                continue;
            RoadEdge step = network.Edge(edge);
            if (step.Road != road && shape.Count > 0)
                yield return Leg();
            road = step.Road;
            metres += Math.Abs(to - from) * step.LengthMetres;
            seconds += Math.Abs(to - from) * (to > from ? step.ForwardSeconds : step.BackwardSeconds);
            foreach (GeoPoint point in Part(edge, from, to))
            {
                if (shape.Count == 0 || shape[^1] != point)
                    shape.Add(point);
            }
        }

        if (shape.Count > 0)
            yield return Leg();

        RouteLeg Leg()
        {
            ImmutableArray<GeoPoint> line = shape.ToImmutable();
            (double climb, double descent) = Climb(line);
            var leg = new RouteLeg(road, metres, seconds, climb, descent, line);
            shape.Clear();
            (metres, seconds) = (0, 0);
            return leg;
        }
    }

    /// <summary>The shape of a part of an edge, in the direction from one share of it to the other.</summary>
    internal IEnumerable<GeoPoint> Part(int edge, double from, double to)
    {
        RoadGraph graph = network.Graph;
        double length = graph.Lengths[edge];
        yield return graph.PointAt(edge, from);
        int first = graph.ShapeStarts[edge], last = graph.ShapeStarts[edge + 1] - 1;
        double low = Math.Min(from, to) * length, high = Math.Max(from, to) * length;
        for (int i = first; i <= last; i++)
        {
            int vertex = to > from ? i : first + last - i;
            if (graph.Metres[vertex] > low && graph.Metres[vertex] < high)
                yield return new GeoPoint(graph.Longitudes[vertex], graph.Latitudes[vertex]);
        }

        yield return graph.PointAt(edge, to);
    }

    private (double Climb, double Descent) Climb(ImmutableArray<GeoPoint> line)
    {
        if (network.Options.Ground is not { } ground)
            return (double.NaN, double.NaN);
        double climb = 0, descent = 0, before = ground(line[0]);
        for (int i = 1; i < line.Length; i++)
        {
            GeodesicLine step = Geodesic.Inverse(line[i - 1], line[i]);
            int pieces = Math.Max(1, (int)Math.Ceiling(step.DistanceMetres / ClimbSampleMetres));
            for (int k = 1; k <= pieces; k++)
            {
                double height = ground(k == pieces ? line[i] : Geodesic.Direct(line[i - 1], step.InitialAzimuthDegrees, step.DistanceMetres * k / pieces));
                if (double.IsFinite(height) && double.IsFinite(before))
                {
                    climb += Math.Max(0, height - before);
                    descent += Math.Max(0, before - height);
                }

                if (double.IsFinite(height))
                    before = height;
            }
        }

        return (climb, descent);
    }
}
