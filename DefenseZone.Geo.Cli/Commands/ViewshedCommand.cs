using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo viewshed</c>: what observers see of a terrain.</summary>
internal static class ViewshedCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Argument<string[]> terrain = TerrainInput.Argument("DEM", "Terrain: .hgt, GeoTIFF or .asc files, folders of them, or a plan with terrain. Several are one surface.");
        Option<ImmutableArray<TypedPlace>> observers = PlaceOption.Many("--observer", "Who looks, as X,Y or several with semicolons between them (in quotes).");
        Option<CoordinateSystem?> system = CoordinateSystemOption.Of("--crs", "The system of X,Y, instead of the terrain's (WGS84 for a plan).");
        var sight = new SightOptions("--height", "How high eyes are above the ground, in metres; 5 where it is not given.");
        var exact = new Option<bool>("--exact") { Description = "Follow a line of sight to every cell: by definition, and slower." };
        Option<string> format = ChoiceOption.Of("--format", "FORMAT", "How to say what was found", OutputFormatWords.Table, OutputFormatWords.Json);
        Option<string?> output = QuestionOptions.OutOption();
        output.Description = "Also write the cells seen: as a GeoTIFF of how many observers see each (.tif), or as polygons, one for each observer (.geojson).";
        var verb = new Command("viewshed", "What observers see of a terrain, and how much that is.") { terrain, observers, system };
        sight.AddTo(verb);
        foreach (Option option in (Option[])[exact, format, output])
            verb.Add(option);
        verb.SetAction(parsed =>
        {
            string file = parsed.GetValue(output) ?? string.Empty;
            ThrowUnlessKnown(file);
            return Run(parsed.GetValue(terrain)!, parsed.GetValue(observers), parsed.GetValue(system), new ViewshedProblem(ElevationSurface.Empty, [])
            {
                Conditions = sight.Conditions(parsed),
                RangeMetres = sight.Range(parsed) ?? 10_000,
                Exact = parsed.GetValue(exact),
            }, OutputFormatWords.Parse(parsed.GetValue(format)), file, shell);
        });
        return verb;
    }

    private static int Run(
        string[] paths, ImmutableArray<TypedPlace> observers, CoordinateSystem? asked, ViewshedProblem question, OutputFormat format, string file, Shell shell)
    {
        ElevationSurface terrain = TerrainInput.Open(paths, shell);
        CoordinateSystem system = TerrainInput.SystemOf(asked, paths, terrain);
        ViewshedProblem problem = question with
        {
            Terrain = terrain,
            Observers = [.. observers.Select(place => new Observer(place.In(system), place.ToString()))],
        };
        using OutputTarget answer = OutputTarget.Open(string.Empty, shell);
        using OutputTarget? cells = file.Length == 0 ? null : OutputTarget.Open(file, shell);
        (ViewshedReport report, double seconds) = Solve(problem, shell);
        if (report.Viewsheds.All(viewshed => viewshed.Ground == ObserverGround.OutsideTerrain))
            throw new IOException($"{(observers.Length == 1 ? "the observer is" : "all observers are")} outside the terrain. {TerrainInput.Hint(system, terrain)}");
        if (cells is not null)
            Write(cells, report, file, shell);
        if (format == OutputFormat.Json)
            Answer.WriteJson(answer, writer => ViewshedReportJson.Write(writer, report, seconds), shell);
        else
            Answer.WritePage(answer, ViewshedPage.Of(report, seconds), shell);
        cells?.Commit();
        answer.Commit();
        return ExitCodes.Done;
    }

    // What is timed is the looking: how long the disk takes says nothing about it.
    private static (ViewshedReport Report, double Seconds) Solve(ViewshedProblem problem, Shell shell)
    {
        using var progress = new ProgressLine(shell);
        try
        {
            problem.ReadTerrain(progress.Step("reading"), shell.Cancellation);
            long begin = Stopwatch.GetTimestamp();
            ViewshedReport report = problem.Solve(progress.Step("looking"), shell.Cancellation);
            return (report, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        catch (ArgumentException exception)
        {
            throw UsageException.Of(exception);
        }
    }

    private static void Write(OutputTarget target, ViewshedReport report, string file, Shell shell)
    {
        if (OutEnding.Has(file, OutEnding.GeoTiff))
        {
            if (report.Cumulative.Frame.IsEmpty)
                throw new IOException("no observer stands on known ground, so there are no cells to write");
            CountsGeoTiff.Write(target.Stream, report.Cumulative, shell.Cancellation);
        }
        else
        {
            Answer.WriteFeatures(target, ViewshedReportJson.Features(report, shell.Cancellation), "viewsheds", shell);
        }
    }

    private static void ThrowUnlessKnown(string file)
    {
        if (file.Length > 0 && !OutEnding.Has(file, OutEnding.GeoTiff) && !OutEnding.Has(file, OutEnding.GeoJson))
            throw new UsageException($"--out writes {string.Join(", ", OutEnding.GeoTiff)} (cells) or {string.Join(", ", OutEnding.GeoJson)} (polygons); '{file}' is neither");
    }
}
