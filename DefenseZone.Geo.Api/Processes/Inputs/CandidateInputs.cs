using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs that make candidate sites where those of the plan shall not be chosen from.</summary>
internal static class CandidateInputs
{
    // So that a request of a few bytes does not make millions of sites.
    private const double LeastSpacingMetres = 50;
    private const double MostSpacingMetres = 1_000_000;
    private const double MostHighsMetres = 50_000;

    private static readonly ProcessInput<double?> BorderSpacing = InputKinds.Number(
        "candidateBorderSpacingMetres",
        "Candidates along the border",
        "Makes a candidate every so many metres along the border. Without this and its like on roads and highs, the plan's layer candidate-sites is chosen from.",
        new NumberBounds(LeastSpacingMetres, MostSpacingMetres));

    private static readonly ProcessInput<double?> RoadSpacing = InputKinds.Number(
        "candidateRoadSpacingMetres",
        "Candidates on roads",
        "Makes a candidate every so many metres along patrol roads near the border.",
        new NumberBounds(LeastSpacingMetres, MostSpacingMetres));

    private static readonly ProcessInput<double?> RoadsWithin = InputKinds.Number(
        "candidateRoadsWithinMetres",
        "Roads near the border",
        "How far from the border a candidate on a road may be, in metres.",
        NumberBounds.Positive(MostSpacingMetres),
        5_000);

    private static readonly ProcessInput<double?> HighsApart = InputKinds.Number(
        "candidateHighsApartMetres",
        "Candidates on highs",
        "Makes a candidate on every high of the plan's terrain near the border, at least so many metres from one another.",
        new NumberBounds(LeastSpacingMetres, MostHighsMetres));

    private static readonly ProcessInput<double?> HighsWithin = InputKinds.Number(
        "candidateHighsWithinMetres",
        "Highs near the border",
        "How far from the border a candidate on a high may be, in metres.",
        new NumberBounds(10, MostHighsMetres),
        3_000);

    private static readonly ProcessInput<bool> AvoidHazards = InputKinds.Flag(
        "candidatesAvoidHazards", "Candidates avoid hazards", "Whether no candidate is made within hazard areas.");

    private static readonly ProcessInput<string> Kind = InputKinds.Word(
        "candidateKind",
        "Kind of the candidates",
        "What would be built at the candidates that are made.",
        Vocabulary.FacilityLayers.Words,
        Vocabulary.FacilityLayers[FacilityKind.MilitiaPost]);

    private static readonly ProcessInput<double?> Radius = InputKinds.Number(
        "candidateRadiusMetres",
        "Radius of the candidates",
        "The radius in metres that each made candidate would cover; without it, the plan's default for the kind.",
        NumberBounds.Positive(RadiusCoverage.LargestRadiusMetres));

    private static readonly ProcessInput<double?> Cost = InputKinds.Number(
        "candidateCost", "Cost of the candidates", "What each made candidate would cost, in the plan's unit of money.", NumberBounds.FromZero(1e15));

    private static readonly ImmutableArray<ProcessInput> Details = [RoadsWithin, HighsWithin, AvoidHazards, Kind, Radius, Cost];

    /// <summary>All of them; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } = [BorderSpacing, RoadSpacing, HighsApart, .. Details];

    /// <summary>How to make the candidates that a request asks for; none where those of the plan are to be chosen from.</summary>
    public static CandidateGeneration? Read(InputValues values, Plan plan)
    {
        if (!values.IsGiven(BorderSpacing) && !values.IsGiven(RoadSpacing) && !values.IsGiven(HighsApart))
        {
            foreach (ProcessInput stray in Details.Where(values.IsGiven))
            {
                values.Refuse(
                    stray,
                    $"'{stray.Name}' says how candidates are made, and none are.",
                    $"Leave it out, or give '{BorderSpacing.Name}', '{RoadSpacing.Name}' or '{HighsApart.Name}'.");
            }

            return null;
        }

        if (!values.IsGiven(RoadSpacing))
            values.RefuseIdle([RoadsWithin], "No candidates are made on roads.", $"give '{RoadSpacing.Name}'");
        if (!values.IsGiven(HighsApart))
            values.RefuseIdle([HighsWithin], "No candidates are made on highs.", $"give '{HighsApart.Name}'");
        if (values.IsGiven(HighsApart) && plan.Terrain.IsEmpty)
            values.Refuse(HighsApart, "The plan has no terrain to look for highs in.", "Put .hgt, GeoTIFF or .asc files into the plan's folder 'terrain', or leave it out.");
        return new CandidateGeneration(plan)
        {
            BorderSpacingMetres = values.Of(BorderSpacing),
            RoadSpacingMetres = values.Of(RoadSpacing),
            RoadsWithinMetres = values.Of(RoadsWithin) ?? 5_000,
            HighsApartMetres = values.Of(HighsApart),
            HighsWithinMetres = values.Of(HighsWithin) ?? 3_000,
            ForbiddenAreas = values.Of(AvoidHazards) ? [.. plan.HazardAreas.Select(area => area.Geometry)] : [],
            Kind = Vocabulary.FacilityLayers.TryParse(values.Of(Kind), out FacilityKind kind) ? kind : FacilityKind.MilitiaPost,
            CoverageRadiusMetres = values.Of(Radius),
            Cost = values.Of(Cost),
        };
    }
}
