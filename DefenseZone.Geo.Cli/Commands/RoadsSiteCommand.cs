using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads site</c>: where a new road goes.</summary>
internal static class RoadsSiteCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions();
        var built = new NewRoadOptions();
        Option<string> from = End("--from", "Where the road begins", required: true);
        Option<string> to = End("--to", $"Where it goes, or {RoadEnd.NetworkWord} for the existing roads, which it is where it is not given", required: false);
        Option<Given<int>?> alternatives = NumberOption.Whole(
            "--alternatives", "N", "How many courses to look for that really differ; 3 where it is not given.", 1, RoadSitingProblem.MostAlternatives);
        Option<Given<double>?> overlap = NumberOption.Amount(
            "--overlap", "SHARE", "The largest share of a course that may lie close to those before it; 0.6 where it is not given.", 0, 1);
        Option<Given<double>?> costRatio = NumberOption.Amount(
            "--cost-ratio", "X", "How many times as much as the cheapest course another may cost; 2 where it is not given.", 1, 1000);
        Option<Given<double>?> margin = NumberOption.Amount(
            "--margin", "SHARE", "How far around the ends to look at first, as a share of their distance; 0.5 where it is not given.", 0.1, 10);
        Option<Given<int>?> cells = NumberOption.Whole(
            "--max-cells", "N", "On how many samples of terrain to look at most, thinned where there are more; 4,000,000 where it is not given.", 10_000, 100_000_000);
        Option<Given<double>?> minutes = NumberOption.Amount(
            "--minutes", "T", "Also how much more of the border is reached within so many minutes.", 0.01, ResponseCoverage.MostMinutes);
        var verb = new Command("site", "Where a new road between two places, or from a place to the existing roads, goes at least cost; and other courses beside it.");
        options.AddTo(verb, closures: false);
        foreach (Option option in (Option[])[from, to, minutes, alternatives, overlap, costRatio, margin, cells])
            verb.Add(option);
        built.AddTo(verb);
        verb.SetAction(parsed =>
        {
            RoadQuestion question = options.Read(parsed);
            RoadSitingProblem Problem(Plan plan)
            {
                var faults = new List<string>();
                RoadEnd? start = Read(plan, parsed.GetValue(from)!, from.Name, faults);
                RoadEnd? end = parsed.GetValue(to) is { } text ? Read(plan, text, to.Name, faults) : RoadEnd.Network;
                if (start is { IsNetwork: true })
                    faults.Add($"{from.Name}: a road begins at a place, not at the existing roads; turn it round");
                RoadStandard standard = built.Standard(parsed, faults);
                RoadObstacles obstacles = built.Obstacles(parsed, plan, faults);
                if (faults.Count > 0)
                    throw new UsageException(string.Join('\n', faults));
                var problem = new RoadSitingProblem(plan, start!, end!);
                return problem with
                {
                    Standard = standard,
                    Obstacles = obstacles,
                    Roads = question.Roads,
                    Facilities = question.Facilities,
                    Minutes = parsed.GetValue(minutes)?.Value,
                    Alternatives = parsed.GetValue(alternatives)?.Value ?? problem.Alternatives,
                    MaximumOverlap = parsed.GetValue(overlap)?.Value ?? problem.MaximumOverlap,
                    MaximumCostRatio = parsed.GetValue(costRatio)?.Value ?? problem.MaximumCostRatio,
                    MarginRatio = parsed.GetValue(margin)?.Value ?? problem.MarginRatio,
                    MaximumCells = parsed.GetValue(cells)?.Value ?? problem.MaximumCells,
                };
            }

            return Run(question, Problem, shell);
        });
        return verb;
    }

    private static Option<string> End(string name, string description, bool required) => new(name)
    {
        Description = description + ": longitude,latitude, or the id of a facility or candidate site.",
        HelpName = "X,Y|ID",
        Required = required,
        Arity = ArgumentArity.ExactlyOne,
    };

    private static RoadEnd? Read(Plan plan, string text, string option, List<string> faults)
    {
        RoadEnd? end = RoadEnd.Parse(plan, text, out string problem);
        if (end is null)
            faults.Add($"{option}: {problem}");
        return end;
    }

    private static int Run(RoadQuestion question, Func<Plan, RoadSitingProblem> problem, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        RoadSitingReport report;
        using (var progress = new ProgressLine(shell))
        {
            Plan plan = question.ReadPlan(target, shell, progress, NewRoadOptions.Layers, needsRoads: false);
            RoadSitingProblem asked = problem(plan);
            report = UsageException.Asked(() => asked.Solve(progress.Step("looking for courses"), shell.Cancellation));
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => RoadSitingJson.Write(writer, report), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, NewRoadFeatures.Of(report), Vocabulary.PatrolRoads, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => RoadSitingJson.WriteCsv(output, report), shell);
                break;
            default:
                Answer.WritePage(target, RoadSitingPage.Of(report), shell);
                break;
        }

        // A file of features has no place for the reason.
        if (!report.IsFound && question.Format is OutputFormat.GeoJson or OutputFormat.Csv)
            shell.Error.WriteLine("dzgeo: " + PlainText.OneLine(report.Explanation));
        target.Commit();
        return report.IsFound ? ExitCodes.Done : ExitCodes.Failed;
    }
}
