using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Features;

/// <summary>
/// The collections of a plan at one version: its layers, then what is derived from it by counting its coverage
/// with every facility's own radius and nothing asked specially.
/// </summary>
internal sealed class PlanCollections
{
    public PlanCollections(Plan plan)
    {
        Report = new Lazy<CoverageReport>(() => new CoverageProblem(plan).Solve());
        ImmutableArray<FeatureCollection> derived =
        [
            .. CoverageLayers.LayerNames.Select(layer => new FeatureCollection(
                layer,
                KnownLayers.Title(layer),
                KnownLayers.Description(layer),
                () => [.. CoverageLayers.Of(Report.Value, layer)],
                KnownLayers.Properties(layer))),
        ];

        // A layer of the plan that is named as a derived one is most likely an old export of it: the derived one
        // is served, which is always of this version.
        All =
        [
            .. plan.LayerNames
                .Where(layer => derived.All(collection => !string.Equals(collection.Id, layer, StringComparison.Ordinal)))
                .Select(layer => new FeatureCollection(
                    layer, KnownLayers.Title(layer), KnownLayers.Description(layer), () => plan.Layer(layer), KnownLayers.Properties(layer))),
            .. derived,
        ];
    }

    /// <summary>All collections: layers in the plan's order, then the derived ones.</summary>
    public ImmutableArray<FeatureCollection> All { get; }

    /// <summary>The coverage that the derived collections show.</summary>
    public Lazy<CoverageReport> Report { get; }
}
