using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>How an answer was obtained, in a line or two.</summary>
internal static class MethodNote
{
    private const string InventedMember = "facilitiesAreInvented";

    /// <summary>The method, what it says about the answer, and that the facilities are invented where the plan says so.</summary>
    public static ImmutableArray<string> NotesOf(CoverageReport report) =>
        [Of(report), .. report.Notes, .. InventedNote(report.Problem.Plan)];

    /// <summary>That the facilities are invented, where the plan says so.</summary>
    public static ImmutableArray<string> InventedNote(Plan plan) =>
        plan.OtherMembers[InventedMember].Boolean ? ["The facilities of this plan are invented."] : [];

    // Model, who took part, and what counts as a gap.
    private static string Of(CoverageReport report)
    {
        CoverageProblem problem = report.Problem;
        FacilityFilter who = problem.Participants;
        string kinds = who.Kinds.IsEmpty
            ? "posts and all that have a radius"
            : string.Join(", ", who.Kinds.Select(kind => Vocabulary.FacilityLayers[kind]));
        string statuses = !who.Statuses.IsEmpty
            ? string.Join(", ", who.Statuses.Select(status => Vocabulary.Statuses[status]))
            : who.Year is null ? "existing or under construction" : "any status";
        string year = who.Year is { } asked ? $", in service in {asked}" : string.Empty;
        string depth = problem.RequiredDepth == 1 ? "uncovered" : $"covered fewer than {problem.RequiredDepth} times";
        string shortest = problem.EffectiveMinimumGapMetres.ToString("#,0.###", CultureInfo.InvariantCulture);
        return $"Method: {problem.Model.Name} on WGS84, {problem.Model.Description}; "
            + $"{Output.Figures.Count(report.ConsideredFacilities.Length, "facility", "facilities")} ({kinds}; {statuses}{year}); "
            + $"a gap is {depth} for {shortest} m or more.";
    }
}
