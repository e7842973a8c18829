using System.CommandLine;
using System.Diagnostics;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo hillshade</c>, <c>slope</c> and <c>aspect</c>: the shape of the ground, cell by cell.</summary>
internal static class ReliefCommand
{
    /// <summary>The verb <c>hillshade</c>.</summary>
    public static Command Hillshade(Shell shell)
    {
        Option<Given<double>?> azimuth = NumberOption.Amount("--azimuth", "DEGREES", "Where the light comes from, clockwise from north; 315 where it is not given.", -360, 360);
        azimuth.Aliases.Add("-az");
        Option<Given<double>?> altitude = NumberOption.Amount("--altitude", "DEGREES", "How high the light stands above the horizon; 45 where it is not given.", 0.001, 90);
        altitude.Aliases.Add("-alt");
        Option<Given<double>?> exaggeration = NumberOption.Amount("--z-factor", "TIMES", "How many times heights are exaggerated; 1 where it is not given.", 0.000001, 1_000_000);
        exaggeration.Aliases.Add("-z");
        var verb = new Command("hillshade", "How bright the ground is under a light, as a GeoTIFF or a picture, and figures.") { azimuth, altitude, exaggeration };
        return Complete(verb, ReliefKind.Hillshade, "a GeoTIFF (.tif) or a picture (.png)", [OutEnding.GeoTiff, OutEnding.Picture], shell, (parsed, problem) => problem with
        {
            AzimuthDegrees = parsed.GetValue(azimuth)?.Value ?? problem.AzimuthDegrees,
            AltitudeDegrees = parsed.GetValue(altitude)?.Value ?? problem.AltitudeDegrees,
            VerticalExaggeration = parsed.GetValue(exaggeration)?.Value ?? problem.VerticalExaggeration,
        });
    }

    /// <summary>The verb <c>slope</c>.</summary>
    public static Command Slope(Shell shell)
    {
        var percent = new Option<bool>("--percent", "-p") { Description = "In metres of rise on a hundred metres, and not in degrees.", Arity = ArgumentArity.Zero };
        var verb = new Command("slope", "How steep the ground is, as a GeoTIFF, and figures.") { percent };
        return Complete(verb, ReliefKind.Slope, "a GeoTIFF (.tif)", [OutEnding.GeoTiff], shell, (parsed, problem) => problem with { SlopeInPercent = parsed.GetValue(percent) });
    }

    /// <summary>The verb <c>aspect</c>.</summary>
    public static Command Aspect(Shell shell)
    {
        var verb = new Command("aspect", "Which way the ground falls, in degrees clockwise from north, as a GeoTIFF, and figures.");
        return Complete(verb, ReliefKind.Aspect, "a GeoTIFF (.tif)", [OutEnding.GeoTiff], shell, (_, problem) => problem);
    }

    private static Command Complete(
        Command verb, ReliefKind kind, string what, string[][] endings, Shell shell, Func<ParseResult, ReliefProblem, ReliefProblem> ask)
    {
        Argument<string[]> terrain = TerrainInput.Argument("DEM", "Terrain: .hgt, GeoTIFF or .asc files, folders of them, or a plan with terrain. Several are one surface.");
        Option<Given<GeoExtent>?> box = TerrainPartOption.Of();
        Option<string> format = ChoiceOption.Of("--format", "FORMAT", "How to say what was found", OutputFormatWords.Table, OutputFormatWords.Json);
        Option<string?> output = QuestionOptions.OutOption();
        output.Description = $"Also write the cells, as {what}.";
        verb.Add(terrain);
        foreach (Option option in (Option[])[box, format, output])
            verb.Add(option);
        verb.SetAction(parsed =>
        {
            string file = parsed.GetValue(output) ?? string.Empty;
            OutEnding.ThrowUnless(file, endings);
            return Run(
                parsed.GetValue(terrain)!,
                surface => ask(parsed, new ReliefProblem(TerrainPartOption.Part(surface, parsed.GetValue(box)), kind)),
                OutputFormatWords.Parse(parsed.GetValue(format)),
                file,
                shell);
        });
        return verb;
    }

    private static int Run(string[] paths, Func<ElevationSurface, ReliefProblem> ask, OutputFormat format, string file, Shell shell)
    {
        ReliefProblem problem = ask(TerrainInput.Open(paths, shell));
        using OutputTarget answer = OutputTarget.Open(string.Empty, shell);
        using OutputTarget? cells = file.Length == 0 ? null : OutputTarget.Open(file, shell);
        (ReliefReport report, double seconds) = Solve(problem, shell);
        if (cells is not null)
            Write(cells, report, file, shell);
        if (format == OutputFormat.Json)
            Answer.WriteJson(answer, writer => ReliefReportJson.Write(writer, report, seconds), shell);
        else
            Answer.WritePage(answer, ReliefPage.Of(report, seconds), shell);
        cells?.Commit();
        answer.Commit();
        return ExitCodes.Done;
    }

    // What is timed is the work: how long the disk takes says nothing about it.
    private static (ReliefReport Report, double Seconds) Solve(ReliefProblem problem, Shell shell)
    {
        using var progress = new ProgressLine(shell);
        try
        {
            ElevationGrid ground = problem.Part.Read(progress.Step("reading"), shell.Cancellation);
            long begin = Stopwatch.GetTimestamp();
            ReliefReport report = problem.Solve(ground, shell.Cancellation);
            return (report, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        catch (ArgumentException exception)
        {
            throw UsageException.Of(exception);
        }
    }

    private static void Write(OutputTarget target, ReliefReport report, string file, Shell shell)
    {
        try
        {
            if (OutEnding.Has(file, OutEnding.Picture))
                ReliefRaster.WritePng(target.Stream, report);
            else
                ReliefRaster.WriteGeoTiff(target.Stream, report, shell.Cancellation);
        }
        catch (ArgumentException exception)
        {
            throw UsageException.Of(exception);
        }
    }
}
