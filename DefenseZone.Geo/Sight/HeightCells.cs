namespace DefenseZone.Geo.Sight;

/// <summary>A north-up grid of heights with cells of a size in metres: all that the kernels of this folder know of a terrain.</summary>
/// <param name="heights">Row by row from north, in metres; NaN is a void.</param>
/// <param name="columns">Cells in a row.</param>
/// <param name="cellWidthMetres">From one cell centre to the next along a row.</param>
/// <param name="cellHeightMetres">From one row to the next.</param>
internal readonly ref struct HeightCells(ReadOnlySpan<float> heights, int columns, double cellWidthMetres, double cellHeightMetres)
{
    /// <summary>The heights.</summary>
    internal ReadOnlySpan<float> Heights { get; } = heights;

    /// <summary>Cells in a row.</summary>
    internal int Columns { get; } = columns;

    /// <summary>Rows of cells.</summary>
    internal int Rows { get; } = heights.Length / columns;

    /// <summary>From one cell centre to the next along a row, in metres.</summary>
    internal double CellWidthMetres { get; } = cellWidthMetres;

    /// <summary>From one row to the next, in metres.</summary>
    internal double CellHeightMetres { get; } = cellHeightMetres;

    /// <summary>How many columns to one side are within a distance.</summary>
    internal int ColumnsWithin(double metres) => (int)Math.Min(metres / CellWidthMetres, Columns);

    /// <summary>How many rows to one side are within a distance.</summary>
    internal int RowsWithin(double metres) => (int)Math.Min(metres / CellHeightMetres, Rows);

    /// <summary>How many columns to one side are within a distance, in a row so many rows off; −1 where that row is too far.</summary>
    internal int ColumnsWithin(double metres, int rowsOff) => CellsAside(metres, rowsOff * CellHeightMetres, CellWidthMetres, Columns);

    /// <summary>
    /// The height between the four centres around a place, in metres; NaN where one that has a say is a void.
    /// </summary>
    /// <param name="column">0 to the last column.</param>
    /// <param name="row">0 to the last row.</param>
    internal double Bilinear(double column, double row)
    {
        int west = (int)column, north = (int)row;
        double right = column - west, down = row - north;
        double upper = Between((north * Columns) + west, right);
        return down > 0 ? upper + (down * (Between(((north + 1) * Columns) + west, right) - upper)) : upper;
    }

    /// <summary>How many cells to one side are within a distance, the distance itself included.</summary>
    /// <param name="metres">The distance.</param>
    /// <param name="alongMetres">How far off the row, or column, of these cells is.</param>
    /// <param name="cellMetres">From one of these cells to the next.</param>
    /// <param name="most">No more than so many.</param>
    /// <returns>−1 where the row itself is too far.</returns>
    internal static int CellsAside(double metres, double alongMetres, double cellMetres, int most)
    {
        double square = (metres * metres) - (alongMetres * alongMetres);
        if (!(square >= 0))
            return -1;
        int cells = (int)Math.Min(Math.Sqrt(square) / cellMetres, most);

        // The root may round over or under a cell that lies just at the distance; its square has the last word.
        if (cells < most && Squared((cells + 1) * cellMetres) <= square)
            return cells + 1;
        return Squared(cells * cellMetres) <= square ? cells : cells - 1;

        static double Squared(double value) => value * value;
    }

    // A cell without weight has no say, and need not be there.
    private double Between(int at, double share) =>
        share > 0 ? Heights[at] + (share * ((double)Heights[at + 1] - Heights[at])) : Heights[at];
}
