using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Survey;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo terrain</c>: what a terrain is, how much of it is known, and whether a plan stands on it.</summary>
internal static class TerrainCommand
{
    private static readonly ImmutableArray<string> Layers = [Vocabulary.BorderSegments, .. Vocabulary.FacilityLayers.Words, Vocabulary.CandidateSites];

    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Argument<string[]> terrain = TerrainInput.Argument("DEM", "A plan with terrain, or terrain: .hgt, GeoTIFF or .asc files, or folders of them. With several paths, the first plan's border and posts are looked at.");
        Option<bool> despiteErrors = PlanInput.DespiteErrorsOption();
        Option<string> format = ChoiceOption.Of("--format", "FORMAT", "What to write", OutputFormatWords.Table, OutputFormatWords.Json);
        Option<string?> output = QuestionOptions.OutOption();
        var verb = new Command("terrain", "What a terrain is, how much of it is known, and how much of a plan's border and which posts lie outside of it.") { terrain, despiteErrors, format, output };
        verb.SetAction(parsed => Run(
            parsed.GetValue(terrain)!,
            parsed.GetValue(despiteErrors),
            OutputFormatWords.Parse(parsed.GetValue(format)),
            parsed.GetValue(output) ?? string.Empty,
            shell));
        return verb;
    }

    private static int Run(string[] paths, bool despiteErrors, OutputFormat format, string file, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(file, shell);
        TerrainReport report;
        using (var progress = new ProgressLine(shell))
        {
            ElevationSurface terrain = TerrainInput.Open(paths, shell);
            Plan plan = Array.Find(paths, TerrainInput.IsPlan) is { } folder
                ? new PlanInput(folder, despiteErrors).Open(Layers, terrain: false, target, progress.Step("reading the plan"), shell.Cancellation)
                : Plan.Empty;
            report = new TerrainSurvey(terrain) { Plan = plan }.Solve(progress.Step("reading"), shell.Cancellation);
        }

        if (format == OutputFormat.Json)
            Answer.WriteJson(target, writer => TerrainReportJson.Write(writer, report), shell);
        else
            Answer.WritePage(target, TerrainPage.Of(report), shell);
        target.Commit();
        return ExitCodes.Done;
    }
}
