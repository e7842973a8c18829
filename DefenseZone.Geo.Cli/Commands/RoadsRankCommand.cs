using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads rank</c>: proposed roads by what they bring for their cost.</summary>
internal static class RoadsRankCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions();
        var built = new NewRoadOptions();
        Option<Given<double>?> minutes = NumberOption.Amount(
            "--minutes", "T", "Within how many minutes the border is to be reached.", 0.01, ResponseCoverage.MostMinutes);
        minutes.Required = true;
        Option<LifecycleStatus[]> proposed = WordOption.Of(
            "--propose", "STATUS…", "The statuses of the roads that are ranked, instead of planned", Vocabulary.Statuses);
        var verb = new Command("rank", "The proposed roads of a plan by how many kilometres of border each brings within reach for what it costs.");
        options.AddTo(verb, closures: false);
        verb.Add(minutes);
        verb.Add(proposed);
        built.AddCostsTo(verb);
        verb.SetAction(parsed =>
        {
            RoadQuestion question = options.Read(parsed);
            var faults = new List<string>();
            RoadStandard standard = built.Standard(parsed, faults);
            if (faults.Count > 0)
                throw new UsageException(string.Join('\n', faults));
            ImmutableArray<LifecycleStatus> statuses = [.. parsed.GetValue(proposed)!];
            RoadRankingProblem Problem(Plan plan)
            {
                var problem = new RoadRankingProblem(plan, parsed.GetValue(minutes)!.Value);
                return problem with
                {
                    Standard = standard,
                    Roads = question.Roads,
                    Facilities = question.Facilities,
                    Statuses = statuses.IsEmpty ? problem.Statuses : statuses,
                };
            }

            return Run(question, Problem, shell);
        });
        return verb;
    }

    private static int Run(RoadQuestion question, Func<Plan, RoadRankingProblem> problem, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        RoadRankingReport report;
        using (var progress = new ProgressLine(shell))
        {
            RoadRankingProblem asked = problem(question.ReadPlan(target, shell, progress));
            report = UsageException.Asked(() => asked.Solve(progress.Step("counting what roads bring"), shell.Cancellation));
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => RoadRankingJson.Write(writer, report), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, NewRoadFeatures.Of(report), Vocabulary.PatrolRoads, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => RoadRankingJson.WriteCsv(output, report), shell);
                break;
            default:
                Answer.WritePage(target, RoadRankingPage.Of(report), shell);
                break;
        }

        if (report.Roads.IsEmpty && question.Format is OutputFormat.GeoJson or OutputFormat.Csv)
            shell.Error.WriteLine("dzgeo: " + PlainText.OneLine(report.Explanation));
        target.Commit();
        return ExitCodes.Done;
    }
}
