using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Rendering.Charts;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo site</c>: where the next facilities go, with proof.</summary>
internal static class SiteCommand
{
    private static readonly CoverageCurveLabels ChartLabels = new("What each further site buys", "sites", "km covered", "knee at {0}");

    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var question = new QuestionOptions(QuestionPurpose.Siting);
        var siting = new SitingOptions();
        var verb = new Command("site", "Where the next posts and bases go: the best sites within a number or a budget, and what no choice can beat.");
        question.AddTo(verb);
        siting.AddTo(verb);
        verb.SetAction(parsed => Run(parsed, question.Read(parsed), siting, shell));
        return verb;
    }

    private static int Run(ParseResult parsed, Question question, SitingOptions options, Shell shell)
    {
        string chartFile = options.ChartFile(parsed);
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        using OutputTarget? chart = chartFile.Length == 0 ? null : OutputTarget.Open(chartFile, shell);
        SitingPlan answer;
        CostCoverageCurve? curve = null;
        using (var progress = new ProgressLine(shell))
        {
            Plan plan = (question with { NeedsTerrain = options.NeedsTerrain(parsed) }).ReadPlan(options.Layers(parsed), target, shell, progress);
            SitingProblem problem = options.Read(parsed, question, plan);
            answer = problem.Solve(new Watcher(progress), shell.Cancellation);
            if (options.CurveSites(parsed) is { } most && answer.HasPlan)
                curve = CostCoverageCurve.Of(problem with { Objective = new MaximalCover(), MaximumSites = most }, most, progress.Step("curve"), shell.Cancellation);
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => SitingPlanJson.Write(writer, answer, curve), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, SitingPlanRows.Features(answer), SitingPlanRows.LayerName, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => SitingPlanRows.WriteCsv(output, answer), shell);
                break;
            default:
                Answer.WritePage(target, SitingPage.Of(answer, curve), shell);
                break;
        }

        if (chart is not null && curve is not null)
        {
            Answer.WriteText(chart, output => output.Write(CoverageCurveChart.Svg(curve, ChartLabels, Quantities.English)));
            chart.Commit();
        }

        target.Commit();
        return answer.HasPlan ? ExitCodes.Done : ExitCodes.Failed;
    }

    private sealed class Watcher(ProgressLine line) : IProgress<SitingProgress>
    {
        public void Report(SitingProgress value) => line.Show(SitingWords.Line(value));
    }
}
