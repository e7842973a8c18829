using System.CommandLine;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>Terrain from the command line: files, folders of files, and plans that have terrain.</summary>
internal static class TerrainInput
{
    /// <summary>One path or several.</summary>
    public static Argument<string[]> Argument(string name, string description)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(static result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                if (token.Value.StartsWith('-') && result.Parent is System.CommandLine.Parsing.CommandResult { Command: { } verb })
                    result.AddError(UsageErrors.UnknownOption(token.Value, verb));
                else if (token.Value.Length == 0)
                    result.AddError($"{result.Argument.Name} is empty");
            }
        });
        return argument;
    }

    /// <summary>Opens terrain as one surface.</summary>
    /// <exception cref="PlanException">Something is wrong with a file.</exception>
    public static ElevationSurface Open(string[] paths, Shell shell)
    {
        TerrainReading reading = TerrainFiles.Read(paths);
        if (reading.HasErrors)
            throw new PlanException(reading.Problems);
        foreach (PlanProblem problem in reading.Problems)
            shell.Error.WriteLine("dzgeo: " + Output.PlainText.OneLine(problem.ToString()));
        return reading.Surface;
    }

    /// <summary>The system that places are given in: what was asked for, else WGS84 beside a plan, else the terrain's own.</summary>
    public static CoordinateSystem SystemOf(CoordinateSystem? asked, string[] paths, ElevationSurface terrain) =>
        asked ?? (paths.Any(IsPlan) ? CoordinateSystem.Of(4326) : terrain.Frame.System);

    /// <summary>What to add where a place is outside: in which system it was taken.</summary>
    public static string Hint(CoordinateSystem system, ElevationSurface terrain)
    {
        GeoExtent extent = terrain.Extent;
        return FormattableString.Invariant(
            $"Places were taken in {system}. The terrain reaches from {extent.WestDegrees:0.####}, {extent.SouthDegrees:0.####} to {extent.EastDegrees:0.####}, {extent.NorthDegrees:0.####} (longitude, latitude).");
    }

    /// <summary>Whether a path is a plan's folder, and not terrain alone.</summary>
    public static bool IsPlan(string path) => Directory.Exists(Path.Combine(path, TerrainFiles.FolderName)) || File.Exists(Path.Combine(path, "plan.json"));
}
