using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads check</c>: what is wrong with the network, and where it is weak.</summary>
internal static class RoadsCheckCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions();
        var verb = new Command("check", "What is wrong with the roads and where they are weak: parts, missing links, roads and junctions that may not fail, dead ends, slips in digitising.");
        options.AddTo(verb);
        verb.SetAction(parsed => Run(options.Read(parsed), shell));
        return verb;
    }

    private static int Run(RoadQuestion question, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        RoadDiagnosis diagnosis;
        using (var progress = new ProgressLine(shell))
        {
            Plan plan = question.ReadPlan(target, shell, progress);
            diagnosis = UsageException.Asked(() => RoadDiagnosis.Of(question.Response(plan).Solve(shell.Cancellation), null, shell.Cancellation));
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => RoadDiagnosisJson.Write(writer, diagnosis), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, RoadLayers.DiagnosisFeatures(diagnosis), RoadLayers.Diagnosis, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => RoadDiagnosisJson.WriteCsv(output, diagnosis), shell);
                break;
            default:
                Answer.WritePage(target, RoadDiagnosisPage.Of(diagnosis), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }
}
