using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs that say how is looked: heights, range and refraction.</summary>
internal static class SightInputs
{
    public static readonly ProcessInput<double?> Range = new(
        "rangeMetres",
        "Range",
        "How far every facility looks, in metres; without it, as far as its coverage radius.",
        null,
        NumberBounds.Positive(ViewshedProblem.LargestRangeMetres).Schema,
        (value, at, faults) => JsonMembers.Number(value, at, NumberBounds.Positive(ViewshedProblem.LargestRangeMetres), faults))
    {
        NarrowToPlan = static (schema, plan) => schema["maximum"] = ViewshedProblem.LargestRangeMetresOver(ElevationSurface.Of(plan)),
    };

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
        RefuseTooFar(values, plan, FacilityInputs.Read(values).Select(plan));
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

    /// <summary>Refuses a range over more cells than can be looked at: that depends on how fine the plan's terrain is.</summary>
    /// <param name="values">The request.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="looking">Those that look as far as their own radius where the request gives no range.</param>
    public static void RefuseTooFar(InputValues values, Plan plan, ImmutableArray<Facility> looking)
    {
        double most = ViewshedProblem.LargestRangeMetresOver(ElevationSurface.Of(plan));
        if (values.IsSound(Range) && values.Of(Range) > most)
        {
            values.Refuse(
                Range,
                FormattableString.Invariant($"{values.Of(Range):0.###} m is too far for this plan's terrain."),
                FormattableString.Invariant($"It must be a number above 0 and up to {most:0}."));
        }

        foreach (Facility facility in looking.Where(facility => !values.IsGiven(Range) && plan.CoverageRadiusMetres(facility) > most))
        {
            values.RefuseAll(
                FormattableString.Invariant($"The radius of {facility.LayerName}/{facility.Id}, {plan.CoverageRadiusMetres(facility):0.###} m, is too far for sight over this plan's terrain."),
                FormattableString.Invariant($"Give '{Range.Name}', above 0 and up to {most:0}."));
        }
    }

    /// <summary>Refuses what looks over ground where the plan has none.</summary>
    public static void RefuseWithoutTerrain(InputValues values, Plan plan)
    {
        if (plan.Terrain.IsEmpty)
            values.RefuseAll("The plan has no terrain, which this needs.", "Put .hgt, GeoTIFF or .asc files into the plan's folder 'terrain'.");
    }
}
