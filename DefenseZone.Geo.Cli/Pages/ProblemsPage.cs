using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo validate</c> for people: a table a file.</summary>
internal static class ProblemsPage
{
    /// <summary>All problems by file, or what is in the plan where there are none.</summary>
    public static Page Of(PlanReading reading, string folder)
    {
        int errors = reading.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        int warnings = reading.Problems.Length - errors;
        return new Page
        {
            Title = reading.Plan.Name.Length > 0 ? $"{reading.Plan.Name}: {folder}" : folder,
            Figures =
            [
                new Figure("Errors", Figures.Count(errors), errors > 0 ? Tone.Gap : Tone.Good),
                new Figure("Warnings", Figures.Count(warnings), warnings > 0 ? Tone.Warning : Tone.Good),
            ],
            Tables = reading.Problems.IsEmpty ? [PlanPage.Layers(reading.Plan)] : [.. reading.Problems.GroupBy(problem => problem.File).Select(OfFile)],
            Notes = reading.OmittedProblems > 0 ? [$"And {Figures.Count(reading.OmittedProblems, "more problem")}; mend these first."] : [],
        };
    }

    private static Table OfFile(IGrouping<string, PlanProblem> file)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (PlanProblem problem in file)
        {
            bool isError = problem.Severity == ProblemSeverity.Error;
            string remedy = problem.Remedy.Length > 0 ? "; " + problem.Remedy : string.Empty;
            rows.Add(new Row([isError ? "error" : "warning", Place(problem), problem.Message + remedy], isError ? Tone.Gap : Tone.Warning));
        }

        return new Table(file.Key.Length > 0 ? file.Key : "The plan", [new("Severity"), new("Where"), new("What is wrong; what would be right")], rows.ToImmutable());
    }

    private static string Place(PlanProblem problem)
    {
        var parts = new List<string>();
        if (problem.Line > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"line {problem.Line}:{problem.Position}"));
        if (!problem.FeatureId.IsNone)
            parts.Add(problem.FeatureId.IsNumber ? $"feature {problem.FeatureId.Text}" : $"feature \"{problem.FeatureId.Text}\"");
        else if (problem.FeatureIndex >= 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"feature number {problem.FeatureIndex + 1}"));
        if (problem.JsonPath.Length > 0)
            parts.Add(parts.Count > 0 ? WithinFeature(problem.JsonPath) : problem.JsonPath);
        return string.Join(' ', parts);
    }

    // Whoever knows the feature need not be told its place in the file again.
    private static string WithinFeature(string jsonPath)
    {
        const string Features = "$.features[";
        int end = jsonPath.StartsWith(Features, StringComparison.Ordinal) ? jsonPath.IndexOf("].", StringComparison.Ordinal) : -1;
        return end < 0 ? jsonPath : jsonPath[(end + 2)..];
    }
}
