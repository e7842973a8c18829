using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Features.Derived;

/// <summary>What follows from the coverage of the border: stretches by depth, gaps, and the areas within the radii.</summary>
internal static class CoverageCollections
{
    public static ImmutableArray<DerivedLayer> All { get; } =
    [
        new(
            CoverageLayers.Coverage,
            "The border in stretches of equal depth: how many facilities cover each, and which. Derived, with every facility's own radius.",
            [
                .. KnownLayers.Chainages,
                new("depth", ValueKind.Number, "How many facilities cover it."),
                new("facilities", ValueKind.Text, "The facilities that cover it, as layer/id, apart by spaces."),
            ],
            source => CoverageLayers.StretchFeatures(source.Coverage)),
        new(
            CoverageLayers.Gaps,
            "The stretches of border that no facility covers. Derived, with every facility's own radius.",
            [
                new("number", ValueKind.Number, "The number along the border, from 1."),
                .. KnownLayers.Chainages,
                new("minimumDepth", ValueKind.Number, "The least number of facilities that cover a place of it."),
                new(PropertyNames.Zone, ValueKind.Text, "The id of the narrowest zone that its middle belongs to."),
                new("zoneName", ValueKind.Text, "The name of that zone."),
                new("nearestFacility", ValueKind.Text, "The nearest facility, as layer/id."),
                new("nearestDistanceMetres", ValueKind.Number, "The geodesic distance from it to the nearest point of the gap, in metres."),
            ],
            source => CoverageLayers.GapFeatures(source.Coverage)),
        new(
            CoverageLayers.CoverageAreas,
            "The area within each facility's own radius. Derived, and for drawing: nothing is counted by it.",
            [
                KnownLayers.Name,
                new("layer", ValueKind.Text, "The layer of the facility."),
                new("facility", ValueKind.Text, "The id of the facility in that layer."),
                new("radiusMetres", ValueKind.Number, "The radius on the ellipsoid, in metres."),
                new("coveredMetres", ValueKind.Number, "The length of border that it covers, in metres."),
                new("aloneMetres", ValueKind.Number, "The length of border that it alone covers, in metres."),
            ],
            source => CoverageLayers.AreaFeatures(source.Coverage)),
    ];
}
