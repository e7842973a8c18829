using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo profile</c>: the ground between two places, and whether the one sees the other.</summary>
internal static class ProfileCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Argument<string[]> terrain = TerrainInput.Argument("DEM", "A plan with terrain, or terrain: .hgt, GeoTIFF or .asc files, or folders of them. Several are one surface.");
        Option<ImmutableArray<TypedPlace>> from = PlaceOption.One("--from", "Where the observer stands.");
        Option<ImmutableArray<TypedPlace>> to = PlaceOption.One("--to", "Where the target stands.");
        Option<CoordinateSystem?> system = CoordinateSystemOption.Of("--crs", "The system of X,Y, instead of the terrain's (WGS84 for a plan).");
        var sight = new SightOptions("--height", "How high the eye is above the ground, in metres; 5 where it is not given.");
        Option<string> format = ChoiceOption.Of("--format", "FORMAT", "What to write", OutputFormatWords.Table, OutputFormatWords.Json, OutputFormatWords.Csv);
        Option<string?> output = QuestionOptions.OutOption();
        var verb = new Command("profile", "The ground between two places, and whether the one sees the other.") { terrain, from, to, system };
        sight.AddTo(verb, withRange: false);
        verb.Add(format);
        verb.Add(output);
        verb.SetAction(parsed => Run(
            parsed.GetValue(terrain)!,
            parsed.GetValue(from)[0],
            parsed.GetValue(to)[0],
            parsed.GetValue(system),
            sight.Conditions(parsed),
            OutputFormatWords.Parse(parsed.GetValue(format)),
            parsed.GetValue(output) ?? string.Empty,
            shell));
        return verb;
    }

    private static int Run(
        string[] paths, TypedPlace from, TypedPlace to, CoordinateSystem? asked, SightConditions conditions, OutputFormat format, string file, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(file, shell);
        ElevationSurface terrain = TerrainInput.Open(paths, shell);
        CoordinateSystem system = TerrainInput.SystemOf(asked, paths, terrain);
        SightProfile profile = Solve(new LineOfSight(terrain, from.In(system), to.In(system)) { Conditions = conditions });
        string hint = profile.Points.IsEmpty ? TerrainInput.Hint(system, terrain) : string.Empty;
        switch (format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => SightProfileJson.Write(writer, profile, terrain), shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => SightProfileJson.WriteCsv(output, profile), shell);
                break;
            default:
                Answer.WritePage(target, ProfilePage.Of(profile, terrain, hint), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }

    private static SightProfile Solve(LineOfSight line)
    {
        try
        {
            return line.Solve();
        }
        catch (ArgumentException exception)
        {
            throw UsageException.Of(exception);
        }
    }
}
