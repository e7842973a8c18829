using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>What is wrong with a plan, in the order of its files.</summary>
internal static class ProblemList
{
    /// <summary>Writes one problem a line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="problems">What was found.</param>
    /// <param name="omitted">How many more there were.</param>
    public static void WritePlain(TextWriter output, ImmutableArray<PlanProblem> problems, int omitted)
    {
        foreach (PlanProblem problem in problems)
            output.WriteLine("dzgeo: " + PlainText.OneLine(problem.ToString()));
        if (omitted > 0)
            output.WriteLine($"dzgeo: and {Figures.Count(omitted, "more problem")}");
    }
}
