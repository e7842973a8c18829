using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>Figures of ground that pages about terrain share.</summary>
internal static class GroundFigures
{
    /// <summary>How many cells there are, of what size and in which system.</summary>
    public static IEnumerable<Figure> Of(GridFrame frame, ElevationRange elevations)
    {
        yield return new Figure("Cells", string.Create(CultureInfo.InvariantCulture, $"{frame.Columns:#,0} × {frame.Rows:#,0} of {frame.ResolutionMetres:0.##} m"));
        yield return new Figure("System", frame.System.ToString()!);
        yield return new Figure("Elevation", elevations.VoidCells == elevations.Cells ? "-" : $"{Metres(elevations.LowestMetres)} to {Metres(elevations.HighestMetres)}");
        yield return new Figure("Void", elevations.VoidCells == 0 ? "none" : Figures.Share((double)elevations.VoidCells / elevations.Cells), elevations.VoidCells == 0 ? Tone.Good : Tone.Warning);
    }

    /// <summary>An elevation.</summary>
    public static string Metres(double metres) => double.IsNaN(metres) ? "-" : metres.ToString("#,0.0", CultureInfo.InvariantCulture) + " m";

    /// <summary>Seconds, to the millisecond.</summary>
    public static Figure Seconds(double seconds) => new("Seconds", seconds.ToString("0.000", CultureInfo.InvariantCulture));
}
