using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads response</c>: how soon somebody is at each place of the border, and who.</summary>
internal static class RoadsResponseCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions();
        Option<Given<double>?> minutes = NumberOption.Amount(
            "--minutes", "T", "Measure the border reached within so many minutes, too.", 0.001, ResponseCoverage.MostMinutes);
        var nodes = new Option<bool>("--nodes") { Description = "With --format json: list the nodes of the network with their times." };
        var verb = new Command("response", "How soon somebody is at each place of the border, by road and then on foot, and who; with closures also before them.");
        options.AddTo(verb);
        verb.Add(minutes);
        verb.Add(nodes);
        verb.SetAction(parsed => Run(options.Read(parsed), parsed.GetValue(minutes)?.Value, parsed.GetValue(nodes), shell));
        return verb;
    }

    private static int Run(RoadQuestion question, double? minutes, bool nodes, Shell shell)
    {
        if (nodes && question.Format != OutputFormat.Json)
            throw new UsageException("--nodes needs --format json");
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        ResponseReport report;
        ResponseReport? before = null;
        using (var progress = new ProgressLine(shell))
        {
            Plan plan = question.ReadPlan(target, shell, progress);
            report = UsageException.Asked(() => question.Response(plan).Solve(shell.Cancellation));
            if (!question.Closure.IsNone)
                before = (question.Response(plan) with { Closure = RoadClosure.None }).Solve(shell.Cancellation);
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => ResponseReportJson.Write(writer, report, minutes, nodes, before), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, RoadLayers.ResponseFeatures(report), RoadLayers.ResponseTimes, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => ResponseReportJson.WriteCsv(output, report), shell);
                break;
            default:
                Answer.WritePage(target, ResponsePage.Of(report, minutes, before), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }
}
