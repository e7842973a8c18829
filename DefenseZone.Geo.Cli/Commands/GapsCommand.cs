using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo gaps</c>: where the border is not covered.</summary>
internal static class GapsCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new QuestionOptions();
        var verb = new Command("gaps", "Where the border is not covered, who is nearest, and in which zone.");
        options.AddTo(verb);
        verb.SetAction(parsed => Run(options.Read(parsed), shell));
        return verb;
    }

    private static int Run(Question question, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        CoverageReport report = question.Solve(zones: true, target, shell);
        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => CoverageReportJson.Write(writer, report, CoverageReportParts.Gaps), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, CoverageLayers.GapFeatures(report), report, CoverageLayers.Gaps, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => CoverageReportCsv.WriteGaps(output, report), shell);
                break;
            default:
                Answer.WritePage(target, GapsPage.Of(report), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }
}
