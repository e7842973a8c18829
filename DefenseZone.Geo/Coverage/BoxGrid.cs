namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A uniform grid over boxes in longitude and latitude, for asking which boxes may meet a small box. Built once by
/// counting, read without allocation.
/// </summary>
internal sealed class BoxGrid
{
    private const int MostCells = 1 << 20;

    private readonly double _west;
    private readonly double _south;
    private readonly double _cellDegrees;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _starts;
    private readonly int[] _items;

    /// <summary>Enters the boxes in a grid.</summary>
    /// <param name="boxes">The boxes.</param>
    /// <param name="cellDegrees">The wished size of a cell; larger ones are taken where that would make too many.</param>
    internal BoxGrid(ReadOnlySpan<Box> boxes, double cellDegrees)
    {
        double east = double.NegativeInfinity, north = double.NegativeInfinity;
        _west = _south = double.PositiveInfinity;
        foreach (ref readonly Box box in boxes)
        {
            _west = Math.Min(_west, box.West);
            _south = Math.Min(_south, box.South);
            east = Math.Max(east, box.East);
            north = Math.Max(north, box.North);
        }

        if (boxes.IsEmpty)
            (_west, _south, east, north) = (0, 0, 0, 0);
        _cellDegrees = Math.Max(cellDegrees, Math.Sqrt((east - _west) * (north - _south) / MostCells));
        _cellDegrees = Math.Max(_cellDegrees, Math.Max(east - _west, north - _south) / MostCells);
        _columns = (int)((east - _west) / _cellDegrees) + 1;
        _rows = (int)((north - _south) / _cellDegrees) + 1;
        _starts = new int[(_columns * _rows) + 1];
        foreach (ref readonly Box box in boxes)
        {
            CellRange range = CellsOf(box);
            for (int row = range.FirstRow; row <= range.LastRow; row++)
            {
                for (int column = range.FirstColumn; column <= range.LastColumn; column++)
                    _starts[(row * _columns) + column + 1]++;
            }
        }

        for (int i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
        _items = new int[_starts[^1]];
        int[] next = _starts[..^1];
        for (int item = 0; item < boxes.Length; item++)
        {
            CellRange range = CellsOf(boxes[item]);
            for (int row = range.FirstRow; row <= range.LastRow; row++)
            {
                for (int column = range.FirstColumn; column <= range.LastColumn; column++)
                    _items[next[(row * _columns) + column]++] = item;
            }
        }
    }

    internal readonly record struct Box(double West, double South, double East, double North)
    {
        internal Box Grown(double degreesLongitude, double degreesLatitude) =>
            new(West - degreesLongitude, South - degreesLatitude, East + degreesLongitude, North + degreesLatitude);
    }

    internal readonly record struct CellRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow);

    /// <summary>The cells that a box meets; an empty range where it lies beside the grid.</summary>
    internal CellRange CellsOf(Box box)
    {
        int firstColumn = Cell(box.West - _west), lastColumn = Cell(box.East - _west);
        int firstRow = Cell(box.South - _south), lastRow = Cell(box.North - _south);
        return new CellRange(
            Math.Max(0, firstColumn),
            Math.Max(0, firstRow),
            Math.Min(_columns - 1, lastColumn),
            Math.Min(_rows - 1, lastRow));
    }

    /// <summary>The boxes that were entered in a cell of the grid.</summary>
    internal ReadOnlySpan<int> ItemsIn(int column, int row)
    {
        int cell = (row * _columns) + column;
        return _items.AsSpan(_starts[cell], _starts[cell + 1] - _starts[cell]);
    }

    private int Cell(double offset) => (int)Math.Clamp(Math.Floor(offset / _cellDegrees), -1, int.MaxValue - 1);
}
