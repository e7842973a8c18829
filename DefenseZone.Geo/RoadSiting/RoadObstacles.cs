using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Where a new road may not go, and where it costs more. Words are compared whatever their case.</summary>
public sealed record RoadObstacles
{
    /// <summary>The word for hazards of every kind.</summary>
    public const string EveryKind = "all";

    /// <summary>Around other projects; over water by bridges; through hazard areas at their price.</summary>
    public static RoadObstacles Default { get; } = new();

    /// <summary>Whether the areas of other projects are forbidden; they are where it is not said.</summary>
    public bool AvoidsProjects { get; init; } = true;

    /// <summary>The ids of the defensive zones that are forbidden; none where it is not said.</summary>
    public ImmutableArray<FeatureId> ForbiddenZones { get; init; } = [];

    /// <summary>The kinds of hazard areas that are forbidden, <see cref="EveryKind"/> for all; none where it is not said.</summary>
    public ImmutableArray<string> ForbiddenHazards { get; init; } = [];

    /// <summary>The kinds of hazard areas that are water, crossed by bridges.</summary>
    public ImmutableArray<string> WaterHazards { get; init; } = ["water", "river", "lake", "reservoir"];

    /// <summary>The layers of other features that are water: lines are as wide as a cell, areas as they are.</summary>
    public ImmutableArray<string> WaterLayers { get; init; } = ["water", "rivers", "lakes"];

    /// <summary>What is forbidden in a plan.</summary>
    public IEnumerable<PlanFeature> Forbidden(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IEnumerable<PlanFeature> projects = AvoidsProjects ? plan.Projects.Where(project => project.Geometry is Polygon or MultiPolygon) : [];
        return
        [
            .. projects,
            .. plan.DefensiveZones.Where(zone => ForbiddenZones.Contains(zone.Id)),
            .. plan.HazardAreas.Where(hazard => Has(ForbiddenHazards, EveryKind) || Has(ForbiddenHazards, hazard.Kind)),
        ];
    }

    /// <summary>What is water in a plan.</summary>
    public IEnumerable<PlanFeature> Water(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.HazardAreas.Where(hazard => Has(WaterHazards, hazard.Kind)),
            .. plan.OtherLayers.Where(layer => Has(WaterLayers, layer.Key)).SelectMany(layer => layer.Value),
        ];
    }

    /// <summary>What is a hazard in a plan, other than water.</summary>
    public IEnumerable<PlanFeature> Hazards(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.HazardAreas.Where(hazard => !Has(WaterHazards, hazard.Kind));
    }

    /// <summary>The ids of forbidden zones that a plan has not got.</summary>
    internal IEnumerable<FeatureId> UnknownZones(Plan plan) =>
        ForbiddenZones.Where(id => !plan.DefensiveZones.Any(zone => zone.Id == id));

    private static bool Has(ImmutableArray<string> words, string word) => words.Contains(word, StringComparer.OrdinalIgnoreCase);
}
