using System.CommandLine;
using System.Diagnostics;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Shape;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo contours</c>: lines of equal elevation.</summary>
internal static class ContoursCommand
{
    private const double MostMetres = 10_000;

    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Argument<string[]> terrain = TerrainInput.Argument("DEM", "Terrain: .hgt, GeoTIFF or .asc files, folders of them, or a plan with terrain. Several are one surface.");
        Option<Given<double>?> interval = NumberOption.Metres("--interval", "From one line to the next, in metres of elevation; 50 where it is not given.", MostMetres);
        interval.Aliases.Add("-i");
        Option<Given<double>?> zero = NumberOption.Amount("--base", "M", "An elevation that lines are counted from, in metres; 0 where it is not given.", -MostMetres, MostMetres);
        zero.Aliases.Add("-off");
        Option<Given<GeoExtent>?> box = TerrainPartOption.Of();
        Option<string> format = ChoiceOption.Of("--format", "FORMAT", "How to say what was found", OutputFormatWords.Table, OutputFormatWords.Json, OutputFormatWords.GeoJson);
        Option<string?> output = QuestionOptions.OutOption();
        output.Description = "Also write the lines, as GeoJSON (.geojson) on WGS84.";
        var verb = new Command("contours", "Lines of equal elevation, as GeoJSON, and figures.") { terrain, interval, zero, box, format, output };
        verb.SetAction(parsed =>
        {
            string file = parsed.GetValue(output) ?? string.Empty;
            OutEnding.ThrowUnless(file, OutEnding.GeoJson);
            return Run(
                parsed.GetValue(terrain)!,
                surface => new ContourProblem(TerrainPartOption.Part(surface, parsed.GetValue(box)), parsed.GetValue(interval)?.Value ?? 50)
                {
                    BaseMetres = parsed.GetValue(zero)?.Value ?? 0,
                },
                OutputFormatWords.Parse(parsed.GetValue(format)),
                file,
                shell);
        });
        return verb;
    }

    private static int Run(string[] paths, Func<ElevationSurface, ContourProblem> ask, OutputFormat format, string file, Shell shell)
    {
        ContourProblem problem = ask(TerrainInput.Open(paths, shell));
        using OutputTarget answer = OutputTarget.Open(string.Empty, shell);
        using OutputTarget? lines = file.Length == 0 ? null : OutputTarget.Open(file, shell);
        ContourReport report;
        long begin = Stopwatch.GetTimestamp();
        using (var progress = new ProgressLine(shell))
        {
            try
            {
                report = problem.Solve(progress.Step("reading"), shell.Cancellation);
            }
            catch (ArgumentException exception)
            {
                throw UsageException.Of(exception);
            }
        }

        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (lines is not null)
            WriteLines(lines, report, shell);
        if (format == OutputFormat.GeoJson)
            WriteLines(answer, report, shell);
        else if (format == OutputFormat.Json)
            Answer.WriteJson(answer, writer => ContourReportJson.Write(writer, report, seconds), shell);
        else
            Answer.WritePage(answer, ContoursPage.Of(report, seconds), shell);
        lines?.Commit();
        answer.Commit();
        return ExitCodes.Done;
    }

    private static void WriteLines(OutputTarget target, ContourReport report, Shell shell) => GeoJsonFeatures.Write(
        target.Stream, ContourReportJson.Features(report, shell.Cancellation), new GeoJsonWriteOptions { Name = ContourReportJson.LayerName }, shell.Cancellation);
}
