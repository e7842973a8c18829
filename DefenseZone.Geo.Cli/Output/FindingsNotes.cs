using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>What the check of a plan found, as lines below an answer for people.</summary>
internal static class FindingsNotes
{
    private const int MostListed = 5;

    /// <summary>The errors where the answer was given in spite of them, and the warnings; the first of each.</summary>
    public static ImmutableArray<string> Of(PlanFindings findings)
    {
        if (findings.IsEmpty)
            return [];
        var notes = ImmutableArray.CreateBuilder<string>();
        if (findings.DespiteErrors)
        {
            notes.Add($"Answered despite {Figures.Count(findings.Errors.Length, "error")} in the plan; features with errors are left out.");
            Add(notes, findings.Errors, 0, "error");
        }

        Add(notes, findings.Warnings, findings.OmittedProblems, "warning");
        return notes.ToImmutable();
    }

    private static void Add(ImmutableArray<string>.Builder notes, ImmutableArray<PlanProblem> problems, int omitted, string what)
    {
        foreach (PlanProblem problem in problems.AsSpan()[..Math.Min(MostListed, problems.Length)])
            notes.Add(PlainText.OneLine(problem.ToString()));
        int more = problems.Length - Math.Min(MostListed, problems.Length) + omitted;
        if (more > 0)
            notes.Add($"And {Figures.Count(more, $"more {what}")}; 'dzgeo validate' lists all.");
    }
}
