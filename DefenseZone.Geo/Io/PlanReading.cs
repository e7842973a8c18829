using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>What reading a plan gave: all of the plan that could be understood, and all that is wrong with the rest.</summary>
/// <remarks>
/// A feature whose own content is in error is left out of the plan. An error between features, such as a hole in
/// the border, leaves them all in.
/// </remarks>
/// <param name="Plan">The plan, without the features that are in error.</param>
/// <param name="Problems">What was found, file by file; at most <see cref="MaximumProblems"/>, errors before warnings where there are more.</param>
public sealed record PlanReading(Plan Plan, ImmutableArray<PlanProblem> Problems)
{
    /// <summary>How many problems are kept.</summary>
    public const int MaximumProblems = 1000;

    /// <summary>How many problems there were beyond those kept.</summary>
    public int OmittedProblems { get; init; }

    /// <summary>True when any problem is an error.</summary>
    public bool HasErrors => ProblemLog.HasErrors(Problems);

    /// <summary>False where there is no folder to read: then there is no plan to use in spite of its errors either.</summary>
    public bool IsFound { get; init; } = true;

    /// <summary>The plan for use: one with errors only where somebody asks for it in spite of them. Its findings say so.</summary>
    /// <param name="despiteErrors">Whether errors are accepted.</param>
    /// <exception cref="PlanException">There are errors that are not accepted; it lists them, and the warnings too.</exception>
    public Plan ForUse(bool despiteErrors = false)
    {
        if (!HasErrors)
            return Plan;
        if (!despiteErrors || !IsFound)
            throw new PlanException(Problems, OmittedProblems);
        return Plan with { Findings = Plan.Findings with { DespiteErrors = true } };
    }
}

/// <summary>What reading features gave: those that could be understood, and all that is wrong with the rest.</summary>
/// <param name="Features">The features, in their order, without those that are in error.</param>
/// <param name="Members">The members of the FeatureCollection other than those of RFC 7946, kept as they were.</param>
/// <param name="Problems">What was found; at most <see cref="PlanReading.MaximumProblems"/>.</param>
public sealed record FeatureReading(
    ImmutableArray<PlanFeature> Features, FeatureProperties Members, ImmutableArray<PlanProblem> Problems)
{
    /// <summary>How many problems there were beyond those kept.</summary>
    public int OmittedProblems { get; init; }

    /// <summary>True when any problem is an error.</summary>
    public bool HasErrors => ProblemLog.HasErrors(Problems);
}
