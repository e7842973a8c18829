namespace DefenseZone.Geo.Viewer.Texts;

/// <content>In English.</content>
public sealed partial record TerrainTexts
{
    /// <summary>In English.</summary>
    public static TerrainTexts English { get; } = new()
    {
        Sight = "Sight",
        Range = "Range of sight",
        EyeHeight = "Eye height, m",
        TargetHeight = "Target height, m",
        OwnEye = "own",
        HowSight = "Exact lines of sight over the terrain, with the Earth’s curvature and refraction",
        HowOwnRange = "as far as each facility’s own radius",
        HowRange = "as far as {0}",
        HowOwnEye = "eye at each facility’s own height, or 5 m",
        HowEye = "eye {0} above the ground",
        HowTarget = "target {0} high",
    };
}
