namespace DefenseZone.Geo.LeastCost;

/// <summary>
/// What a unit of way costs in each cell of a grid. A cell is impassable where its friction is negative, infinite or
/// not a number; 0 is allowed and costs nothing.
/// </summary>
public sealed class FrictionGrid
{
    // The search works on a copy with a rim of one cell, and reads four cells at a time.
    private const long MostCells = 2_000_000_000;

    /// <summary>A grid of values, row after row.</summary>
    /// <param name="columns">Cells in a row, at least 1.</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="values">
    /// The friction of every cell, row after row; <paramref name="columns"/> × <paramref name="rows"/> of them. They
    /// are not copied and must not change while the grid is in use.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A count is below 1, the grid has over two thousand million cells, or the values are not as many as the cells.
    /// </exception>
    public FrictionGrid(int columns, int rows, ReadOnlyMemory<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if ((columns + 2L) * (rows + 2L) > MostCells)
            throw new ArgumentOutOfRangeException(nameof(rows), rows, $"A friction grid has at most {MostCells:#,0} cells, not {(long)columns * rows:#,0}.");
        if (values.Length != (long)columns * rows)
            throw new ArgumentException($"{columns} × {rows} cells need {(long)columns * rows:#,0} values, not {values.Length:#,0}.", nameof(values));
        (Columns, Rows, Values) = (columns, rows, values);
    }

    /// <summary>Cells in a row.</summary>
    public int Columns { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>The friction of every cell, row after row.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>From the middle of a cell to the middle of the next one in its row, in units of way; over 0.</summary>
    public double ColumnSpacing { get; init; } = 1;

    /// <summary>From the middle of a cell to the middle of the next one in its column, in units of way; over 0.</summary>
    public double RowSpacing { get; init; } = 1;

    /// <summary>The friction of a cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such cell.</exception>
    public float this[GridCell cell] => Contains(cell)
        ? Values.Span[(cell.Row * Columns) + cell.Column]
        : throw new ArgumentOutOfRangeException(nameof(cell), cell, $"The grid has {Columns} columns and {Rows} rows, counted from 0.");

    /// <summary>Whether the grid has a cell.</summary>
    public bool Contains(GridCell cell) => (uint)cell.Column < (uint)Columns && (uint)cell.Row < (uint)Rows;

    /// <summary>Whether the grid has a cell and it may be entered.</summary>
    public bool IsPassable(GridCell cell) => Contains(cell) && IsPassable(this[cell]);

    /// <summary>Whether a cell of this friction may be entered: neither negative, infinite nor NaN.</summary>
    public static bool IsPassable(float friction) => friction is >= 0 and <= float.MaxValue;
}
