using System.Collections.Immutable;

namespace DefenseZone.Geo.Model;

/// <summary>The words of the plan format: layer names, and the values of enumerated properties.</summary>
public static class Vocabulary
{
    /// <summary>The layer of the border's segments.</summary>
    public const string BorderSegments = "border-segments";

    /// <summary>The layer of defensive zones of every level.</summary>
    public const string DefensiveZones = "defensive-zones";

    /// <summary>The layer of patrol roads.</summary>
    public const string PatrolRoads = "patrol-roads";

    /// <summary>The layer of sites where a facility could be built.</summary>
    public const string CandidateSites = "candidate-sites";

    /// <summary>The layer of areas in danger of flood, landslide and the like.</summary>
    public const string HazardAreas = "hazard-areas";

    /// <summary>The layer of other building projects in the region.</summary>
    public const string Projects = "projects";

    /// <summary>Facility kinds by the name of their layer.</summary>
    public static Terms<FacilityKind> FacilityLayers { get; } = new(
        ("militia-posts", FacilityKind.MilitiaPost),
        ("combat-bases", FacilityKind.CombatBase),
        ("command-posts", FacilityKind.CommandPost),
        ("border-gates", FacilityKind.BorderGate),
        ("logistics-bases", FacilityKind.LogisticsBase),
        ("rear-bases", FacilityKind.RearBase),
        ("evacuation-areas", FacilityKind.EvacuationArea),
        ("training-grounds", FacilityKind.TrainingGround));

    /// <summary>Statuses as the <c>status</c> property has them.</summary>
    public static Terms<LifecycleStatus> Statuses { get; } = new(
        ("existing", LifecycleStatus.Existing),
        ("under-construction", LifecycleStatus.UnderConstruction),
        ("planned", LifecycleStatus.Planned),
        ("retired", LifecycleStatus.Retired));

    /// <summary>Zone levels as the <c>level</c> property has them.</summary>
    public static Terms<ZoneLevel> ZoneLevels { get; } = new(
        ("military-region", ZoneLevel.MilitaryRegion),
        ("province", ZoneLevel.Province),
        ("defence-area", ZoneLevel.DefenceArea),
        ("commune", ZoneLevel.Commune));

    /// <summary>The layers that every plan may have, in the order in which they are listed.</summary>
    public static ImmutableArray<string> KnownLayers { get; } =
        [BorderSegments, DefensiveZones, .. FacilityLayers.Words, PatrolRoads, CandidateSites, HazardAreas, Projects];
}
