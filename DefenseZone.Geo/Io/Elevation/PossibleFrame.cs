using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>Where a grid can be: cells that can be told apart, at coordinates that something on Earth has.</summary>
internal static class PossibleFrame
{
    // More than round the Earth, in any projection that is read.
    private const double FurthestMetres = 50_000_000;

    // A millimetre, and what is about as much in degrees.
    private const double SmallestMetres = 1e-3, SmallestDegrees = 1e-8;

    /// <summary>The frame of a file's samples.</summary>
    /// <exception cref="TerrainException">No place on Earth has it.</exception>
    public static GridFrame Of(string file, CoordinateSystem system, double firstX, double firstY, double stepX, double stepY, int columns, int rows)
    {
        (double smallest, string unit) = system.IsGeographic ? (SmallestDegrees, "degrees") : (SmallestMetres, "metres");
        if (stepX < smallest || stepY < smallest)
        {
            throw TerrainException.In(
                TerrainFaultKind.Damaged, file, string.Create(CultureInfo.InvariantCulture, $"its cells are {stepX} by {stepY} {unit}"),
                string.Create(CultureInfo.InvariantCulture, $"both sides are at least {smallest} {unit}: the file is damaged, or in another system"));
        }

        double lastX = firstX + (stepX * columns), lastY = firstY - (stepY * rows);
        double furthest = system.IsGeographic ? 720 : FurthestMetres;
        if (!(Math.Max(Math.Max(Math.Abs(firstX), Math.Abs(lastX)), Math.Max(Math.Abs(firstY), Math.Abs(lastY))) <= furthest))
        {
            throw TerrainException.In(
                TerrainFaultKind.UnknownSystem, file, string.Create(CultureInfo.InvariantCulture, $"it would reach from ({firstX}, {lastY}) to ({lastX}, {firstY}) in {system}"),
                "nothing on Earth is there: the file is damaged, or in another system (gdal_translate -a_srs EPSG:… IN.tif OUT.tif)");
        }

        return new GridFrame(system, firstX, firstY, stepX, stepY, columns, rows);
    }
}
