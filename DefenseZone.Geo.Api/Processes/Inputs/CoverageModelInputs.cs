using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>A way to cover that can be asked for, and the inputs that it alone has.</summary>
/// <param name="Name">The word by which it is asked for.</param>
/// <param name="Description">How it covers, in words that continue a list.</param>
/// <param name="Inputs">Its own inputs.</param>
/// <param name="Read">Makes it from a request about a plan. What does not go together is refused there.</param>
internal sealed record CoverageModelChoice(
    string Name,
    string Description,
    ImmutableArray<ProcessInput> Inputs,
    Func<InputValues, Plan, CoverageModel> Read);

/// <summary>The inputs that say how a facility covers the border, the same for every process that asks about cover.</summary>
internal static class CoverageModelInputs
{
    private static readonly ProcessInput<double?> Radius = InputKinds.Number(
        "radiusMetres",
        "Radius",
        "One radius in metres on the WGS84 ellipsoid for every facility; without it, each has its own or the plan's default for its kind.",
        NumberBounds.Positive(RadiusCoverage.LargestRadiusMetres));

    // Declared after its inputs: a new way to cover is one more entry here, and every process has it.
    private static readonly ImmutableArray<CoverageModelChoice> Choices =
    [
        new(
            "radius",
            "within a radius",
            [Radius],
            (values, _) => values.Of(Radius) is { } metres ? new RadiusCoverage { RadiusMetres = metres } : RadiusCoverage.OwnRadius),
        new("sight", "what it sees of it over the plan's terrain", SightInputs.All, SightInputs.Read),
        new("response", "what it reaches of it within so many minutes by road and on foot", [ResponseInputs.Minutes, .. RoadInputs.All], ResponseInputs.ReadModel),
    ];

    private static readonly ProcessInput<string> Model = InputKinds.Word(
        "model",
        "Way to cover",
        $"How a facility covers the border: {string.Join("; ", Choices.Select(choice => $"'{choice.Name}' {choice.Description}"))}.",
        [.. Choices.Select(choice => choice.Name)],
        Choices[0].Name);

    /// <summary>All of them; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } = [Model, .. Choices.SelectMany(choice => choice.Inputs)];

    /// <summary>The way to cover that a request asks for; what belongs to another one is refused.</summary>
    public static CoverageModel Read(InputValues values, Plan plan)
    {
        if (!values.IsSound(Model))
            return RadiusCoverage.OwnRadius;
        CoverageModelChoice chosen = Choices.First(choice => string.Equals(choice.Name, values.Of(Model), StringComparison.Ordinal));
        foreach (CoverageModelChoice other in Choices.Where(choice => choice != chosen))
        {
            foreach (ProcessInput stray in other.Inputs.Where(input => values.IsGiven(input) && !chosen.Inputs.Contains(input)))
            {
                values.Refuse(
                    stray,
                    $"'{stray.Name}' belongs to the model '{other.Name}', and the model asked for is '{chosen.Name}'.",
                    $"Leave it out, or give \"{Model.Name}\": \"{other.Name}\".");
            }
        }

        return chosen.Inputs.All(values.IsSound) ? chosen.Read(values, plan) : RadiusCoverage.OwnRadius;
    }
}
