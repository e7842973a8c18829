using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>The travel time of every edge, each way.</summary>
internal static class EdgeSeconds
{
    private const double SampleMetres = 100;

    /// <summary>Seconds forwards and backwards; infinite against a one-way road.</summary>
    internal static (double[] Forward, double[] Backward) Of(RoadGraph graph, RoadNetworkOptions options, CancellationToken cancellationToken)
    {
        ImmutableArray<PatrolRoad> roads = graph.Roads;
        var speeds = new double[roads.Length];
        for (int road = 0; road < roads.Length; road++)
            speeds[road] = RoadSpeeds.LevelKmh(roads[road], options.Season) / 3.6;
        var forward = new double[graph.EdgeCount];
        var backward = new double[graph.EdgeCount];
        for (int edge = 0; edge < forward.Length; edge++)
        {
            if (edge % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            PatrolRoad road = roads[graph.RoadOf[edge]];
            double speed = speeds[graph.RoadOf[edge]];
            (forward[edge], backward[edge]) = options.Ground is { } ground && !(road.SpeedKmh > 0)
                ? OverGround(graph, edge, speed, ground)
                : (graph.Lengths[edge] / speed, graph.Lengths[edge] / speed);
            if (road.OneWay)
                backward[edge] = double.PositiveInfinity;
        }

        return (forward, backward);
    }

    private static (double Forward, double Backward) OverGround(RoadGraph graph, int edge, double speed, GroundHeight ground)
    {
        double length = graph.Lengths[edge];
        int pieces = Math.Max(1, (int)Math.Ceiling(length / SampleMetres));
        double step = length / pieces, forward = 0, backward = 0;
        double least = Math.Min(speed, RoadSpeeds.LeastKmh / 3.6);
        double height = ground(graph.PointAt(edge, 0));
        for (int i = 1; i <= pieces; i++)
        {
            double next = ground(graph.PointAt(edge, (double)i / pieces));
            double rise = step > 0 && double.IsFinite(height) && double.IsFinite(next) ? (next - height) / step : 0;
            forward += step / Math.Max(least, speed * RoadSpeeds.SlopeFactor(rise));
            backward += step / Math.Max(least, speed * RoadSpeeds.SlopeFactor(-rise));
            height = next;
        }

        return (forward, backward);
    }
}
