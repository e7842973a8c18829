using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>The named plans that a service has, each to be had as an immutable snapshot.</summary>
public interface IPlanCatalog
{
    /// <summary>The plans there are now, by name in ordinal order. Cheap: no feature is read.</summary>
    ImmutableArray<PlanSummary> Plans { get; }

    /// <summary>
    /// The plan as it stands now. A plan with errors is given as well, with its problems and as much of it as
    /// could be read: see <see cref="PlanSnapshot.HasErrors"/>.
    /// </summary>
    /// <param name="name">One of the names in <see cref="Plans"/>, compared ordinally.</param>
    /// <param name="cancellationToken">Ends the wait. A plan that is being read goes on being read for those who come after.</param>
    /// <exception cref="PlanNotFoundException">There is no plan of that name.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    ValueTask<PlanSnapshot> Open(string name, CancellationToken cancellationToken = default);
}

/// <summary>A plan as a list of plans shows it.</summary>
/// <param name="Name">What it is opened by.</param>
/// <param name="Title">What people call it; the name where the plan does not say.</param>
/// <param name="Description">What it is about; empty where the plan does not say.</param>
public sealed record PlanSummary(string Name, string Title, string Description);

/// <summary>A plan at one version. Equal versions of one name have equal content.</summary>
/// <param name="Name">What it is opened by.</param>
/// <param name="Version">A digest of the plan's content: 16 lower-case hexadecimal digits.</param>
/// <param name="Plan">The plan; what could be read of it where there are errors.</param>
/// <param name="Problems">Everything found wrong with it, errors and warnings.</param>
public sealed record PlanSnapshot(string Name, string Version, Plan Plan, ImmutableArray<PlanProblem> Problems)
{
    /// <summary>True where the plan is not fit for use.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>How many more problems there are than are listed.</summary>
    public int OmittedProblems { get; init; }
}

/// <summary>There is no plan of the name asked for.</summary>
public sealed class PlanNotFoundException : Exception
{
    /// <summary>Names no plan.</summary>
    public PlanNotFoundException()
        : this("There is no such plan.")
    {
    }

    /// <summary>Says what is missing.</summary>
    public PlanNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is missing, and why.</summary>
    public PlanNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Names the plan that is missing and those that are there.</summary>
    public PlanNotFoundException(string name, IEnumerable<string> known)
        : base($"There is no plan '{name}'. There is: {string.Join(", ", known.DefaultIfEmpty("none"))}.")
    {
    }
}
