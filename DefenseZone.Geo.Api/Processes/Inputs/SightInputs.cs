using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs that say how is looked: heights, range and refraction.</summary>
internal static class SightInputs
{
    public static readonly ProcessInput<double?> Range = InputKinds.Number(
        "rangeMetres",
        "Range",
        "How far every facility looks, in metres; without it, as far as its coverage radius.",
        NumberBounds.Positive(ViewshedProblem.LargestRangeMetres));

    public static readonly ProcessInput<double?> ObserverHeight = InputKinds.Number(
        "observerHeightMetres",
        "Height of the eye",
        $"How high eyes are above the ground, in metres; without it, each facility's own height, else {SightConditions.StandardObserverHeightMetres}.",
        NumberBounds.FromZero(SightConditions.LargestHeightMetres));

    public static readonly ProcessInput<double?> TargetHeight = InputKinds.Number(
        "targetHeightMetres",
        "Height of the target",
        "How high above the ground is looked for, in metres.",
        NumberBounds.FromZero(SightConditions.LargestHeightMetres),
        SightConditions.StandardTargetHeightMetres);

    public static readonly ProcessInput<double?> Refraction = InputKinds.Number(
        "refraction",
        "Refraction",
        "The share of the Earth's curvature that the air takes off.",
        new NumberBounds(-1, 1),
        SightConditions.StandardRefraction);

    /// <summary>All of them; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } = [Range, ObserverHeight, TargetHeight, Refraction];

    /// <summary>Sight as a way to cover; refused for a plan without terrain.</summary>
    public static SightCoverage Read(InputValues values, Plan plan)
    {
        RefuseWithoutTerrain(values, plan);
        return new SightCoverage
        {
            RangeMetres = values.Of(Range),
            ObserverHeightMetres = values.Of(ObserverHeight),
            TargetHeightMetres = values.Of(TargetHeight) ?? SightConditions.StandardTargetHeightMetres,
            Refraction = values.Of(Refraction) ?? SightConditions.StandardRefraction,
        };
    }

    /// <summary>The conditions for observers that are places.</summary>
    public static SightConditions ReadConditions(InputValues values) => new()
    {
        ObserverHeightMetres = values.Of(ObserverHeight) ?? SightConditions.StandardObserverHeightMetres,
        TargetHeightMetres = values.Of(TargetHeight) ?? SightConditions.StandardTargetHeightMetres,
        Refraction = values.Of(Refraction) ?? SightConditions.StandardRefraction,
    };

    /// <summary>Refuses what looks over ground where the plan has none.</summary>
    public static void RefuseWithoutTerrain(InputValues values, Plan plan)
    {
        if (plan.Terrain.IsEmpty)
            values.RefuseAll("The plan has no terrain, which this needs.", "Put .hgt, GeoTIFF or .asc files into the plan's folder 'terrain'.");
    }
}
