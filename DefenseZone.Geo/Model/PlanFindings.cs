using System.Collections.Immutable;

namespace DefenseZone.Geo.Model;

/// <summary>
/// What the check of a plan found when the plan was opened. It belongs to the plan, and every answer about the plan
/// says it: the warnings, and the errors where somebody asked for an answer in spite of them.
/// </summary>
/// <param name="Problems">Errors and warnings, in the order of the files.</param>
/// <param name="OmittedProblems">How many more there were than are kept.</param>
public sealed record PlanFindings(ImmutableArray<PlanProblem> Problems, int OmittedProblems = 0)
{
    /// <summary>Nothing was found, or nothing was checked.</summary>
    public static PlanFindings None { get; } = new([]);

    /// <summary>The plan is used in spite of its errors, because that was asked for.</summary>
    public bool DespiteErrors { get; init; }

    /// <summary>True where nothing was found.</summary>
    public bool IsEmpty => Problems.IsEmpty && OmittedProblems == 0;

    /// <summary>True where any problem is an error.</summary>
    public bool HasErrors => Any(ProblemSeverity.Error);

    /// <summary>The errors.</summary>
    public ImmutableArray<PlanProblem> Errors => Of(ProblemSeverity.Error);

    /// <summary>The warnings.</summary>
    public ImmutableArray<PlanProblem> Warnings => Of(ProblemSeverity.Warning);

    private bool Any(ProblemSeverity severity)
    {
        foreach (PlanProblem problem in Problems)
        {
            if (problem.Severity == severity)
                return true;
        }

        return false;
    }

    private ImmutableArray<PlanProblem> Of(ProblemSeverity severity)
    {
        var found = ImmutableArray.CreateBuilder<PlanProblem>();
        foreach (PlanProblem problem in Problems)
        {
            if (problem.Severity == severity)
                found.Add(problem);
        }

        return found.DrainToImmutable();
    }
}
