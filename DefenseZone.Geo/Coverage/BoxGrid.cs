namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A uniform grid over boxes in longitude and latitude, for asking which boxes may meet a small box. Built once by
/// counting, read without allocation.
/// </summary>
internal sealed class BoxGrid
{
    private const int FewestCells = 1 << 10;
    private const int MostCells = 1 << 20;
    private const int UsualCellsPerBox = 4;

    private readonly double _west;
    private readonly double _south;
    private readonly double _cellsPerDegree;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _starts;
    private int[] _items;

    private BoxGrid(Box extent, int count, double cellDegrees, int cellsPerBox)
    {
        double width = extent.East - extent.West, height = extent.North - extent.South;
        int cells = (int)Math.Clamp((long)count * cellsPerBox, FewestCells, MostCells);
        cellDegrees = Math.Max(cellDegrees, Math.Max(Math.Sqrt(width * height / cells), Math.Max(width, height) / cells));
        (_west, _south) = (extent.West, extent.South);
        _cellsPerDegree = 1 / cellDegrees;
        _columns = (int)(width * _cellsPerDegree) + 1;
        _rows = (int)(height * _cellsPerDegree) + 1;
        _starts = new int[(_columns * _rows) + 1];
        _items = [];
    }

    /// <summary>Enters things in a grid by their boxes.</summary>
    /// <param name="things">The things.</param>
    /// <param name="cellDegrees">The wished size of a cell; larger ones are taken where that would make too many.</param>
    /// <param name="cellsPerBox">How many cells a box there may be, which is what makes too many.</param>
    internal static BoxGrid Of<T>(ReadOnlySpan<T> things, double cellDegrees, int cellsPerBox = UsualCellsPerBox)
        where T : struct, IBoxed
    {
        Box extent = Box.Nowhere;
        foreach (ref readonly T thing in things)
            extent = extent.Joined(thing.Box);

        var grid = new BoxGrid(extent.West <= extent.East ? extent : default, things.Length, cellDegrees, cellsPerBox);
        grid.Enter(things);
        return grid;
    }

    /// <summary>Something that has a box.</summary>
    internal interface IBoxed
    {
        /// <summary>Its box.</summary>
        Box Box { get; }
    }

    internal readonly record struct Box(double West, double South, double East, double North) : IBoxed
    {
        /// <summary>The box of what is not there: it meets nothing.</summary>
        internal static Box Nowhere => new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

        Box IBoxed.Box => this;

        /// <summary>The box around two places, in whatever order.</summary>
        internal static Box Around(double ax, double ay, double bx, double by) => new(
            ax < bx ? ax : bx,
            ay < by ? ay : by,
            ax < bx ? bx : ax,
            ay < by ? by : ay);

        /// <summary>The box around places; nowhere where there are none.</summary>
        internal static Box Around(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        {
            double west = double.PositiveInfinity, south = west, east = double.NegativeInfinity, north = east;
            for (int i = 0; i < x.Length; i++)
            {
                west = x[i] < west ? x[i] : west;
                east = x[i] > east ? x[i] : east;
                south = y[i] < south ? y[i] : south;
                north = y[i] > north ? y[i] : north;
            }

            return new Box(west, south, east, north);
        }

        /// <summary>The box around places given as x, y, x, y, …; nowhere where there are none.</summary>
        internal static Box Around(ReadOnlySpan<double> positions)
        {
            double west = double.PositiveInfinity, south = west, east = double.NegativeInfinity, north = east;
            for (int i = 0; i + 1 < positions.Length; i += 2)
            {
                double x = positions[i], y = positions[i + 1];
                west = x < west ? x : west;
                east = x > east ? x : east;
                south = y < south ? y : south;
                north = y > north ? y : north;
            }

            return new Box(west, south, east, north);
        }

        internal Box Joined(in Box other) => new(
            other.West < West ? other.West : West,
            other.South < South ? other.South : South,
            other.East > East ? other.East : East,
            other.North > North ? other.North : North);

        internal bool Holds(double x, double y) => x >= West && x <= East && y >= South && y <= North;

        internal bool Meets(in Box other) =>
            West <= other.East && East >= other.West && South <= other.North && North >= other.South;

        internal Box Grown(double degreesLongitude, double degreesLatitude) =>
            new(West - degreesLongitude, South - degreesLatitude, East + degreesLongitude, North + degreesLatitude);
    }

    internal readonly record struct CellRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow);

    /// <summary>The cells that a box meets; an empty range where it lies beside the grid.</summary>
    internal CellRange CellsOf(in Box box) => new(
        First(box.West - _west, _columns),
        First(box.South - _south, _rows),
        Last(box.East - _west, _columns),
        Last(box.North - _south, _rows));

    /// <summary>Whether nothing was entered in any of these cells.</summary>
    internal bool AreEmpty(in CellRange cells)
    {
        for (int row = cells.FirstRow; row <= cells.LastRow; row++)
        {
            // Neighbours in a row follow one another, and so do their items.
            int first = (row * _columns) + cells.FirstColumn;
            if (cells.FirstColumn <= cells.LastColumn && _starts[first] != _starts[first + cells.LastColumn - cells.FirstColumn + 1])
                return false;
        }

        return true;
    }

    /// <summary>The boxes that were entered in a cell of the grid.</summary>
    internal ReadOnlySpan<int> ItemsIn(int column, int row)
    {
        int cell = (row * _columns) + column;
        return _items.AsSpan(_starts[cell], _starts[cell + 1] - _starts[cell]);
    }

    // Counted and summed up to where each cell ends, then filled from the back, which leaves where it starts.
    private void Enter<T>(ReadOnlySpan<T> things)
        where T : struct, IBoxed
    {
        foreach (ref readonly T thing in things)
        {
            CellRange range = CellsOf(thing.Box);
            for (int row = range.FirstRow; row <= range.LastRow; row++)
            {
                for (int column = range.FirstColumn; column <= range.LastColumn; column++)
                    _starts[(row * _columns) + column]++;
            }
        }

        int sum = 0;
        foreach (ref int cell in _starts.AsSpan())
            cell = sum += cell;
        _items = new int[sum];
        for (int item = things.Length - 1; item >= 0; item--)
        {
            CellRange range = CellsOf(things[item].Box);
            for (int row = range.FirstRow; row <= range.LastRow; row++)
            {
                for (int column = range.FirstColumn; column <= range.LastColumn; column++)
                    _items[--_starts[(row * _columns) + column]] = item;
            }
        }
    }

    private int First(double offset, int count)
    {
        double cell = offset * _cellsPerDegree;
        return cell <= 0 ? 0 : cell >= count ? count : (int)cell;
    }

    private int Last(double offset, int count)
    {
        double cell = offset * _cellsPerDegree;
        return cell < 0 ? -1 : cell >= count ? count - 1 : (int)cell;
    }
}
