using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Isochrones, ready to be drawn.</summary>
/// <param name="Network">The roads.</param>
/// <param name="Places">Where travel begins.</param>
/// <param name="Isochrones">What is reached, by time, the shortest first.</param>
/// <param name="Areas">The areas, by the index of their time.</param>
/// <param name="Roads">The pieces of road, each by the index of the first time within which it is reached.</param>
/// <param name="Took">How long it took.</param>
public sealed record ReachAnswer(
    RoadNetwork Network,
    ImmutableArray<GeoPoint> Places,
    ImmutableArray<Isochrone> Isochrones,
    ImmutableArray<DrawnShape> Areas,
    ImmutableArray<DrawnShape> Roads,
    TimeSpan Took)
{
    /// <summary>Works them out.</summary>
    public static ReachAnswer Of(ReachAsked asked, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var clock = Stopwatch.StartNew();
        RoadNetwork network = RoadNetwork.Of(asked.Plan, asked.Response.Roads, stop).Without(asked.Plan, asked.Response.Closure);
        ImmutableArray<GeoPoint> places = PlacesOf(asked);
        ImmutableArray<double> minutes = asked.Own.Minutes(asked.Response.Minutes);
        ImmutableArray<Isochrone> isochrones = new IsochroneProblem(network, places, minutes).Solve(stop);
        return new ReachAnswer(
            network,
            places,
            isochrones,
            [.. RoadLayers.AreaFeatures(isochrones).SelectMany((area, i) => PlanShapes.Shapes(area, isochrones.Length - 1 - i))],
            [.. Pieces(network, isochrones)],
            clock.Elapsed);
    }

    private static ImmutableArray<GeoPoint> PlacesOf(ReachAsked asked)
    {
        ReachQuestion own = asked.Own;
        bool nobodyNamed = own.Places.IsEmpty && own.Kinds.IsEmpty;
        FacilityFilter? who = nobodyNamed ? asked.Response.Participants(asked.Who) : own.Kinds.IsEmpty ? null : asked.Who with { Kinds = own.Kinds };
        return
        [
            .. own.Places.Select(text => RoadEnd.Parse(asked.Plan, text, out _)?.Place).OfType<GeoPoint>(),
            .. (who?.Select(asked.Plan) ?? []).Where(facility => !facility.Geometry.IsEmpty).Select(facility => new GeoPoint(facility.Location.X, facility.Location.Y)),
        ];
    }

    // Each piece is drawn as that of the first time within which it is reached.
    private static IEnumerable<DrawnShape> Pieces(RoadNetwork network, ImmutableArray<Isochrone> isochrones)
    {
        int time = 0;
        foreach (OtherFeature piece in RoadLayers.RoadFeatures(network, isochrones))
        {
            double minutes = piece.AllProperties()["minutes"].Number;
            while (time + 1 < isochrones.Length && isochrones[time].Minutes < minutes - 0.001)
                time++;
            foreach (DrawnShape shape in PlanShapes.Shapes(piece, time))
                yield return shape;
        }
    }
}
