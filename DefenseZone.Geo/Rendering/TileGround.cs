using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Rendering;

/// <summary>The ground under the pixels of a map tile, and one more pixel on every side.</summary>
internal static class TileGround
{
    private const int Side = TileAddress.SizePixels + 2;
    private const int RowsOfABand = 64;

    /// <summary>The coarsest level of the terrain that has a sample for every pixel of a tile.</summary>
    internal static int LevelFor(ElevationSurface terrain, TileAddress tile)
    {
        double pixelMetres = PixelMetres(tile);
        int level = 0;
        while (level < TileSource.LastLevel && terrain.LevelFrame(level).ResolutionMetres * 2 <= pixelMetres)
            level++;
        return level;
    }

    /// <summary>The heights under the centres of the pixels; nothing where no terrain is near.</summary>
    internal static ElevationGrid? Of(ElevationSurface terrain, TileAddress tile, CancellationToken cancellationToken)
    {
        if (terrain.IsEmpty)
            return null;
        var longitudes = new double[Side];
        var latitudes = new double[Side];
        for (int i = 0; i < Side; i++)
            (longitudes[i], latitudes[i]) = (Longitude(tile, i - 0.5), Latitude(tile, i - 0.5));
        double pixelMetres = PixelMetres(tile);
        if (Read(terrain, LevelFor(terrain, tile), longitudes, latitudes, cancellationToken) is not { } window)
            return null;

        // A grid in metres that is as true as the tile is small: its slopes are those of the middle's scale.
        var frame = new GridFrame(CoordinateSystem.Of(3857), 0, 0, pixelMetres, pixelMetres, Side, Side);
        return ElevationGrid.Create(frame, (row, samples) =>
        {
            for (int column = 0; column < Side; column++)
                samples[column] = (float)window.BilinearAt(new GeoPoint(longitudes[column], latitudes[row]));
        }, cancellationToken);
    }

    private static ElevationGrid? Read(ElevationSurface terrain, int level, double[] longitudes, double[] latitudes, CancellationToken cancellationToken)
    {
        GridFrame frame = terrain.LevelFrame(level);
        double west = double.PositiveInfinity, east = double.NegativeInfinity, north = double.PositiveInfinity, south = double.NegativeInfinity;
        for (int i = 0; i < Side; i++)
        {
            foreach (GeoPoint place in (ReadOnlySpan<GeoPoint>)
                [new(longitudes[i], latitudes[0]), new(longitudes[i], latitudes[^1]), new(longitudes[0], latitudes[i]), new(longitudes[^1], latitudes[i])])
            {
                (double column, double row) = frame.Locate(place);
                if (double.IsNaN(column))
                    continue;
                (west, east) = (Math.Min(west, column), Math.Max(east, column));
                (north, south) = (Math.Min(north, row), Math.Max(south, row));
            }
        }

        if (!(west <= frame.Columns) || !(north <= frame.Rows) || east < -1 || south < -1)
            return null;
        int firstColumn = (int)Math.Clamp(Math.Floor(west) - 1, 0, frame.Columns - 1), lastColumn = (int)Math.Clamp(Math.Ceiling(east) + 1, 0, frame.Columns - 1);
        int firstRow = (int)Math.Clamp(Math.Floor(north) - 1, 0, frame.Rows - 1), lastRow = (int)Math.Clamp(Math.Ceiling(south) + 1, 0, frame.Rows - 1);
        GridFrame window = frame.Window(firstColumn, firstRow, lastColumn - firstColumn + 1, lastRow - firstRow + 1);
        float[] samples = ElevationGrid.Allocate(window);
        for (int row = 0; row < window.Rows; row += RowsOfABand)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int rows = Math.Min(RowsOfABand, window.Rows - row);
            terrain.Read(level, firstColumn, firstRow + row, window.Columns, rows, samples.AsSpan(row * window.Columns, rows * window.Columns));
        }

        return ElevationGrid.Adopt(window, samples);
    }

    // The size of a pixel on the ground in the middle of the tile.
    private static double PixelMetres(TileAddress tile) => Wgs84.SemiMajorAxisMetres * 2 * Math.PI / ((1L << tile.Zoom) * (double)TileAddress.SizePixels)
        * Math.Cos(double.DegreesToRadians(Latitude(tile, (Side / 2) - 0.5)));

    private static double Longitude(TileAddress tile, double pixel) => ((tile.Column + (pixel / TileAddress.SizePixels)) / (1L << tile.Zoom) * 360) - 180;

    private static double Latitude(TileAddress tile, double pixel) =>
        double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - (2 * (tile.Row + (pixel / TileAddress.SizePixels)) / (1L << tile.Zoom))))));
}
