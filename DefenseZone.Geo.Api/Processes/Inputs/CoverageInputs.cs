using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs of a question about the coverage of the border.</summary>
internal static class CoverageInputs
{
    /// <summary>The largest depth that can be required: no border is watched by more.</summary>
    public const int LargestRequiredDepth = 1000;

    /// <summary>The longest shortest gap, in metres: half way around the Earth.</summary>
    public const double LargestMinimumGapMetres = 20_000_000;

    private static readonly ProcessInput<int?> RequiredDepth = InputKinds.Whole(
        "requiredDepth",
        "Required depth",
        "How many facilities must cover a place for it to count as covered.",
        least: 1,
        most: LargestRequiredDepth,
        byDefault: 1);

    private static readonly ProcessInput<double?> MinimumGap = InputKinds.Number(
        "minimumGapMetres",
        "Shortest gap",
        "The shortest stretch of too little depth, in metres, that is called a gap; without it, the plan's default.",
        NumberBounds.FromZero(LargestMinimumGapMetres));

    /// <summary>All of them; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } = [.. CoverageModelInputs.All, .. FacilityInputs.All, RequiredDepth, MinimumGap];

    /// <summary>The question that a request puts to a plan.</summary>
    public static CoverageProblem Read(InputValues values, Plan plan) => new(plan)
    {
        Model = CoverageModelInputs.Read(values, plan),
        Facilities = FacilityInputs.Read(values),
        RequiredDepth = values.Of(RequiredDepth) ?? 1,
        MinimumGapMetres = values.Of(MinimumGap),
    };
}
