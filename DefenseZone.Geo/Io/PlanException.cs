using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>A plan has errors and cannot be used. It carries every problem that was found, warnings too.</summary>
public sealed class PlanException : Exception
{
    /// <summary>No problem is named.</summary>
    public PlanException()
        : this("The plan cannot be used.")
    {
    }

    /// <summary>Only a message.</summary>
    public PlanException(string message)
        : base(message)
    {
    }

    /// <summary>A message, and what led to it.</summary>
    public PlanException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>All problems that were found. The message lists them, one a line.</summary>
    /// <param name="problems">What was found.</param>
    /// <param name="omittedProblems">How many more there were.</param>
    public PlanException(ImmutableArray<PlanProblem> problems, int omittedProblems = 0)
        : base(MessageOf(problems, omittedProblems))
    {
        Problems = problems;
        OmittedProblems = omittedProblems;
    }

    /// <summary>What was found, errors and warnings.</summary>
    public ImmutableArray<PlanProblem> Problems { get; } = [];

    /// <summary>How many more there were than are listed.</summary>
    public int OmittedProblems { get; }

    private static string MessageOf(ImmutableArray<PlanProblem> problems, int omitted)
    {
        var text = new StringBuilder("The plan cannot be used:");
        foreach (PlanProblem problem in problems)
            text.Append('\n').Append(problem.ToString());
        if (omitted > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nand {omitted} more.");
        return text.ToString();
    }
}
