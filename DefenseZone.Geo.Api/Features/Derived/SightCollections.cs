using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Questions;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Features.Derived;

/// <summary>What follows from the terrain: the ground that each facility sees.</summary>
internal static class SightCollections
{
    public static ImmutableArray<DerivedLayer> All { get; } =
    [
        new(
            "viewsheds",
            "The ground that each post and every other facility with a radius sees, as far as its radius. Derived, from the plan's terrain.",
            [
                KnownLayers.Name,
                new("visibleCells", ValueKind.Number, "How many cells of the terrain are seen."),
                new("visibleSquareMetres", ValueKind.Number, "Their area in square metres."),
                new("visibleRatio", ValueKind.Number, "Their share of the cells within range, 0 to 1."),
                new("rangeMetres", ValueKind.Number, "How far is looked, in metres."),
                new("groundMetres", ValueKind.Number, "The height of the ground beneath the observer, in metres."),
                new("observerHeightMetres", ValueKind.Number, "How high the eye is above the ground, in metres."),
                new("targetHeightMetres", ValueKind.Number, "How high above the ground is looked for, in metres."),
            ],
            source => ViewshedReportJson.Features(
                new ViewshedProblem(
                    ElevationSurface.Of(source.Plan),
                    [.. FacilityFilter.Default.Select(source.Plan).Select(facility => ViewshedProcess.AsObserver(source.Plan, facility))]).Solve()))
        {
            IsPossible = static plan => !plan.Terrain.IsEmpty,
            Class = static plan => WorkCost.Ground(
                ElevationSurface.Of(plan), FacilityFilter.Default.Select(plan).Select(facility => plan.CoverageRadiusMetres(facility) ?? 0), isExact: false),
            Outline = static plan => new CollectionOutline(Bounds(ElevationSurface.Of(plan).Extent), "MultiPolygon"),
        },
    ];

    // The bounds of a collection are a plain box: terrain on both sides of the antimeridian reaches around the Earth.
    private static Envelope Bounds(GeoExtent extent) => extent.WestDegrees <= extent.EastDegrees
        ? new Envelope(extent.WestDegrees, extent.EastDegrees, extent.SouthDegrees, extent.NorthDegrees)
        : new Envelope(-180, 180, extent.SouthDegrees, extent.NorthDegrees);
}
