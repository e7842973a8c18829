using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>The terrain between the ends of a road: heights at the samples of a window, thinned where it would be too large.</summary>
internal sealed class SitingGrid
{
    private readonly ElevationGrid _heights;
    private readonly double[] _widths;
    private readonly double[] _depths;

    private SitingGrid(ElevationGrid heights, bool isWholeTerrain, int thinning)
    {
        _heights = heights;
        IsWholeTerrain = isWholeTerrain;
        Thinning = thinning;
        (double across, double down) = Scale(heights.Frame);

        // By half rows: a move lies between the rows of its ends.
        _widths = [.. Enumerable.Range(0, (2 * Rows) - 1).Select(half => heights.Frame.CellWidthMetres(half / 2.0) * across)];
        _depths = [.. Enumerable.Range(0, (2 * Rows) - 1).Select(half => heights.Frame.CellHeightMetres(half / 2.0) * down)];
    }

    internal int Columns => _heights.Columns;

    internal int Rows => _heights.Rows;

    internal int Count => Columns * Rows;

    internal ReadOnlySpan<float> Heights => _heights.Samples;

    internal GridFrame Frame => _heights.Frame;

    /// <summary>Whether there is no more terrain around the window.</summary>
    internal bool IsWholeTerrain { get; }

    /// <summary>Every how many samples of the terrain one is taken.</summary>
    internal int Thinning { get; }

    /// <summary>The longer side of a cell in the middle, in metres.</summary>
    internal double CellMetres => Math.Max(_widths[Rows - 1], _depths[Rows - 1]);

    /// <summary>The shorter side of the smallest cell, in metres.</summary>
    internal double SmallestCellMetres => Math.Min(_widths.Min(), _depths.Min());

    /// <summary>The window around two places with so much margin on each side; null where it does not meet the terrain.</summary>
    internal static SitingGrid? Around(ElevationSurface surface, GeoPoint a, GeoPoint b, double marginMetres, int mostCells)
    {
        GridFrame frame = surface.Frame;
        (double ac, double ar) = frame.Locate(a);
        (double bc, double br) = frame.Locate(b);
        if (frame.IsEmpty || !double.IsFinite(ac + ar + bc + br))
            return null;
        double right = marginMetres / Math.Min(frame.CellWidthMetres(ar), frame.CellWidthMetres(br));
        double down = marginMetres / Math.Min(frame.CellHeightMetres(ar), frame.CellHeightMetres(br));
        int west = (int)Math.Clamp(Math.Floor(Math.Min(ac, bc) - right), 0, frame.Columns - 1);
        int east = (int)Math.Clamp(Math.Ceiling(Math.Max(ac, bc) + right), 0, frame.Columns - 1);
        int north = (int)Math.Clamp(Math.Floor(Math.Min(ar, br) - down), 0, frame.Rows - 1);
        int south = (int)Math.Clamp(Math.Ceiling(Math.Max(ar, br) + down), 0, frame.Rows - 1);
        int columns = east - west + 1, rows = south - north + 1;
        if (columns < 2 || rows < 2)
            return null;
        int thinning = 1;
        while ((long)Math.Ceiling((double)columns / thinning) * (long)Math.Ceiling((double)rows / thinning) > mostCells)
            thinning++;
        bool whole = columns == frame.Columns && rows == frame.Rows;
        return new SitingGrid(Thinned(surface, west, north, columns, rows, thinning), whole, thinning);
    }

    /// <summary>The length in metres of a straight line between two samples.</summary>
    internal double Metres(int columns, int rows, int rowFrom) => Length(columns, rows, (2 * rowFrom) + rows);

    /// <summary>The length in metres of a short straight line in grid coordinates.</summary>
    internal double Metres(double fromColumn, double fromRow, double toColumn, double toRow) =>
        Length(toColumn - fromColumn, toRow - fromRow, (int)Math.Clamp(Math.Round(fromRow + toRow), 0, _widths.Length - 1));

    internal double Elevation(double column, double row) => _heights.Bilinear(column, row);

    internal int Node(int column, int row) => (row * Columns) + column;

    internal (int Column, int Row) At(int node) => (node % Columns, node / Columns);

    /// <summary>How steep the ground is at a sample: by its neighbours on both sides, or the one there is. NaN for a void.</summary>
    internal double Slope(int column, int row)
    {
        float here = _heights[column, row];
        double across = Difference(column, Columns, at => _heights[at, row], here) / _widths[2 * row];
        double down = Difference(row, Rows, at => _heights[column, at], here) / _depths[2 * row];
        return Math.Sqrt((across * across) + (down * down));
    }

    private static double Difference(int at, int count, Func<int, float> height, float here)
    {
        float before = at > 0 ? height(at - 1) : float.NaN, after = at < count - 1 ? height(at + 1) : float.NaN;
        if (float.IsNaN(here))
            return double.NaN;
        if (float.IsNaN(before))
            return float.IsNaN(after) ? 0 : after - here;
        return float.IsNaN(after) ? here - before : (after - before) / 2;
    }

    private static ElevationGrid Thinned(ElevationSurface surface, int west, int north, int columns, int rows, int thinning)
    {
        if (thinning == 1)
            return surface.ReadWindow(west, north, columns, rows);
        int fewerColumns = (columns + thinning - 1) / thinning, fewerRows = (rows + thinning - 1) / thinning;
        GridFrame whole = surface.Frame;
        var frame = new GridFrame(
            whole.System, whole.X(west), whole.Y(north), whole.StepX * thinning, whole.StepY * thinning, fewerColumns, fewerRows);
        var samples = new float[fewerColumns * fewerRows];
        for (int row = 0; row < fewerRows; row++)
        {
            ReadOnlySpan<float> line = surface.ReadWindow(west, north + (row * thinning), columns, 1).Samples;
            for (int column = 0; column < fewerColumns; column++)
                samples[(row * fewerColumns) + column] = line[column * thinning];
        }

        return ElevationGrid.Adopt(frame, samples);
    }

    private double Length(double columns, double rows, int halfRow)
    {
        double across = columns * _widths[halfRow], down = rows * _depths[halfRow];
        return Math.Sqrt((across * across) + (down * down));
    }

    // A projection's scale varies little over a window: it is taken out by one geodesic each way, in the middle.
    private static (double Across, double Down) Scale(GridFrame frame)
    {
        if (frame.System.IsGeographic)
            return (1, 1);
        double column = (frame.Columns - 1) / 2.0, row = (frame.Rows - 1) / 2.0;
        GeoPoint west = frame.Place(column - 0.5, row), east = frame.Place(column + 0.5, row);
        GeoPoint north = frame.Place(column, row - 0.5), south = frame.Place(column, row + 0.5);
        return (Geodesic.Inverse(west, east).DistanceMetres / frame.StepX, Geodesic.Inverse(north, south).DistanceMetres / frame.StepY);
    }
}
