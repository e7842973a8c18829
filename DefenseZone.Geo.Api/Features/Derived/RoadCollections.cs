using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Questions;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Features.Derived;

/// <summary>What follows from the roads: response times along the border, what is reached, and what is wrong.</summary>
internal static class RoadCollections
{
    // What one walks in the longest of the times is far less than this.
    private const double MarginDegrees = 0.1;
    private static readonly ImmutableArray<double> IsochroneMinutes = [30, 60];

    public static ImmutableArray<DerivedLayer> All { get; } =
    [
        new(
            RoadLayers.ResponseTimes,
            "The border by response time: who of the combat bases is first, and when. Derived, over the existing roads in the dry season.",
            [
                .. KnownLayers.Chainages,
                new("fromSeconds", ValueKind.Number, "The response time at its start, in seconds; null where nobody comes."),
                new("toSeconds", ValueKind.Number, "The response time at its end, in seconds."),
                new("leastSeconds", ValueKind.Number, "The least response time on it, in seconds."),
                new("mostSeconds", ValueKind.Number, "The greatest response time on it, in seconds."),
                new("facility", ValueKind.Text, "The facility that is first, as layer/id."),
                new("road", ValueKind.Any, "The id of the road that is left for it; null where one walks all the way."),
            ],
            source => RoadLayers.ResponseFeatures(source.Response))
        {
            IsPossible = static plan => !plan.PatrolRoads.IsEmpty && !plan.BorderSegments.IsEmpty,
            Class = WorkCost.Roads,
            Outline = static plan => new CollectionOutline(Around(plan.BorderSegments, 0), "Geometry"),
        },
        new(
            RoadLayers.Isochrones,
            "What the combat bases reach within 30 and 60 minutes, by the existing roads and then on foot. Derived.",
            [
                new("minutes", ValueKind.Number, "The time in minutes."),
                new("roadMetres", ValueKind.Number, "The metres of road that are reached."),
                new("areaSquareMetres", ValueKind.Number, "The size of the area in square metres."),
            ],
            source => RoadLayers.AreaFeatures(new IsochroneProblem(
                source.Response.Network, IsochronesProcess.Places(source.Response.Facilities), IsochroneMinutes).Solve()))
        {
            IsPossible = static plan => !plan.PatrolRoads.IsEmpty,
            Class = WorkCost.Roads,
            Outline = static plan => new CollectionOutline(Around([.. plan.PatrolRoads, .. plan.Facilities], MarginDegrees), "MultiPolygon"),
        },
        new(
            RoadLayers.Diagnosis,
            "The existing roads with what hangs on them, and what is wrong that is a line: missing links and near-misses. Derived.",
            [
                new("road", ValueKind.Any, "The id of the road."),
                new("lengthMetres", ValueKind.Number, "The length in metres on the ellipsoid."),
                new("part", ValueKind.Number, "The number of the part of the network, from 0 for the longest."),
                new("servedBorderMetres", ValueKind.Number, "The metres of border to which whoever is first comes over it."),
                new("isCritical", ValueKind.Boolean, "Whether its loss cuts something off."),
                new("cutOffCount", ValueKind.Number, "How many facilities its loss cuts off."),
                new("cutOff", ValueKind.Text, "These facilities, as layer/id, apart by spaces."),
                new("isClosed", ValueKind.Boolean, "Whether the road is closed."),
                new("problem", ValueKind.Text, "What is wrong; a road has none.") { Words = ["missing-link", "near-miss"] },
                new("otherRoad", ValueKind.Any, "The id of the road at the other end."),
                new("otherPart", ValueKind.Number, "The number of the part at the other end."),
                new("distanceMetres", ValueKind.Number, "How far apart the two roads are, in metres."),
            ],
            source => source.Diagnosis.Where(feature => feature.Geometry is not Point))
        {
            IsPossible = static plan => !plan.PatrolRoads.IsEmpty,
            Class = WorkCost.Roads,
            Outline = static plan => new CollectionOutline(Around(plan.PatrolRoads, 0), "LineString"),
        },
        new(
            RoadLayers.DiagnosisPoints,
            "What is wrong with the existing roads that is a place: junctions that may not fail, dead ends, facilities that are cut off. Derived.",
            [
                new("problem", ValueKind.Text, "What is wrong.") { Words = ["critical-junction", "dead-end", "cut-off"] },
                new("road", ValueKind.Any, "The id of the road that ends there."),
                new("roads", ValueKind.Text, "The ids of the roads that meet there, separated by spaces."),
                new("lengthMetres", ValueKind.Number, "The length of the dead end in metres on the ellipsoid."),
                new("cutOffCount", ValueKind.Number, "How many facilities the loss of the junction cuts off."),
                new("cutOff", ValueKind.Text, "These facilities, as layer/id, separated by spaces."),
                new("facility", ValueKind.Text, "The facility that is cut off, as layer/id."),
            ],
            source => source.Diagnosis.Where(feature => feature.Geometry is Point))
        {
            IsPossible = static plan => !plan.PatrolRoads.IsEmpty,
            Class = WorkCost.Roads,
            Outline = static plan => new CollectionOutline(Around([.. plan.PatrolRoads, .. plan.Facilities], 0), "Point"),
        },
    ];

    private static Envelope Around(IEnumerable<PlanFeature> features, double marginDegrees)
    {
        var bounds = new Envelope();
        foreach (PlanFeature feature in features)
            bounds.ExpandToInclude(feature.Geometry.EnvelopeInternal);
        if (bounds.IsNull)
            return bounds;
        double wider = marginDegrees / Math.Max(0.01, Math.Cos(double.DegreesToRadians(Math.Max(Math.Abs(bounds.MinY), Math.Abs(bounds.MaxY)))));
        return new Envelope(
            Math.Max(-180, bounds.MinX - wider),
            Math.Min(180, bounds.MaxX + wider),
            Math.Max(-90, bounds.MinY - marginDegrees),
            Math.Min(90, bounds.MaxY + marginDegrees));
    }
}
