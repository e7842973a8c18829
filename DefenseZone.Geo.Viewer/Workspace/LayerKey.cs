using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What the entries of the legend are called, in the address and among themselves.</summary>
public static class LayerKey
{
    /// <summary>The coverage circles.</summary>
    public const string Circles = "circles";

    /// <summary>Names of zones and facilities.</summary>
    public const string Names = "names";

    /// <summary>Provinces and towns of the basemap.</summary>
    public const string Basemap = "basemap";

    /// <summary>The relief of the terrain, in every tab but that of the terrain.</summary>
    public const string Relief = "relief";

    /// <summary>A class of depth.</summary>
    public static string Of(DepthClass depth) => depth switch
    {
        DepthClass.Gap => "gaps",
        DepthClass.Once => "once",
        DepthClass.Twice => "twice",
        _ => "three",
    };

    /// <summary>A kind of facility: its layer.</summary>
    public static string Of(FacilityKind kind) => Vocabulary.FacilityLayers[kind];

    /// <summary>A level of zones.</summary>
    public static string Of(ZoneLevel level) => Vocabulary.ZoneLevels[level];

    /// <summary>The entry that shows a feature.</summary>
    public static string Of(PlanFeature feature) => feature switch
    {
        DefensiveZone zone => Of(zone.Level),
        null => string.Empty,
        _ => feature.LayerName,
    };
}
