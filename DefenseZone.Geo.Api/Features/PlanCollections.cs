using System.Collections.Immutable;
using DefenseZone.Geo.Api.Features.Derived;
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
        var source = new DerivedSource(plan);
        ImmutableArray<FeatureCollection> derived =
        [
            .. DerivedLayer.All.Where(layer => layer.IsPossible(plan)).Select(layer => new FeatureCollection(
                layer.Name, KnownLayers.Title(layer.Name), layer.Description, () => [.. layer.Features(source)], layer.Properties, layer.Outline(plan), isDerived: true)
            {
                Class = () => layer.Class(plan),
            }),
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
}
