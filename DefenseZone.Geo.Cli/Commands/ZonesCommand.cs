using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo zones</c>: coverage by defensive zone.</summary>
internal static class ZonesCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new QuestionOptions();
        var area = new Option<bool>("--area") { Description = "Measure the covered area of each zone too." };
        var verb = new Command("zones", "How well each defensive zone's border is covered.");
        options.AddTo(verb);
        verb.Add(area);
        verb.SetAction(parsed => Run(options.Read(parsed), parsed.GetValue(area), shell));
        return verb;
    }

    private static int Run(Question question, bool measureAreas, Shell shell)
    {
        if (measureAreas && question.Model is not RadiusCoverage)
            throw new UsageException($"--area measures what lies within radii, and goes with --model radius; the model is {question.Model.Name}");
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        CoverageReport report = question.Solve(zones: true, target, shell);
        ImmutableArray<ZoneArea> areas = measureAreas ? UsageException.Asked(() => ZoneAreaCover.Measure(report, shell.Cancellation)) : [];
        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => CoverageReportJson.Write(writer, report, CoverageReportParts.Zones, areas), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, ZoneCoverFeatures.Of(report, areas), report, "zones", shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => CoverageReportCsv.WriteZones(output, report, areas), shell);
                break;
            default:
                Answer.WritePage(target, ZonesPage.Of(report, areas), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }
}
