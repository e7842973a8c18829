using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo coverage</c>: how well the border is covered.</summary>
internal static class CoverageCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new QuestionOptions();
        var verb = new Command("coverage", "How much of the border is covered, how often, and where not.");
        options.AddTo(verb);
        verb.SetAction(parsed => Run(options.Read(parsed), shell));
        return verb;
    }

    private static int Run(Question question, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);

        // Only JSON says in which zone a gap lies.
        CoverageReport report = question.Solve(zones: question.Format == OutputFormat.Json, target, shell);
        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => CoverageReportJson.Write(writer, report, CoverageReportParts.Coverage), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, CoverageLayers.StretchFeatures(report), report, CoverageLayers.Coverage, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => CoverageReportCsv.WriteStretches(output, report), shell);
                break;
            default:
                Answer.WritePage(target, CoveragePage.Of(report), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }
}
