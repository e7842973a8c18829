namespace DefenseZone.Geo.Roads;

/// <summary>
/// Segments of lines by the cells of a grid in longitude and latitude: each cell names the segments that pass through it.
/// A segment has the number of its first vertex.
/// </summary>
internal sealed class SegmentGrid
{
    internal const double MetresPerDegree = 111_195;

    // Wider than the width within which two lines touch, so that lines along a cell's edge are in both cells.
    private const double PadDegrees = 2e-7;

    private const int MostCells = 8_000_000;

    private readonly double _minX;
    private readonly double _minY;
    private readonly double _cellX;
    private readonly double _cellY;
    private readonly int[] _first;
    private readonly int[] _entries;

    /// <summary>The grid over the segments of lines.</summary>
    /// <param name="x">Unwrapped longitudes of the vertices.</param>
    /// <param name="y">Latitudes of the vertices.</param>
    /// <param name="starts">The first vertex of each line, and at the end the number of vertices.</param>
    /// <param name="cellsPerVertex">How fine it is: cells for each vertex, whether or not a line passes through them.</param>
    internal SegmentGrid(double[] x, double[] y, int[] starts, double cellsPerVertex)
    {
        (_minX, double maxX) = Range(x);
        (_minY, double maxY) = Range(y);
        double stretch = Math.Max(0.05, Math.Cos(double.DegreesToRadians((_minY + maxY) / 2)));
        double width = Math.Max(maxX - _minX, 1e-6), height = Math.Max(maxY - _minY, 1e-6);
        double cells = Math.Clamp(cellsPerVertex * x.Length, 1, MostCells);
        _cellY = Math.Sqrt(width * stretch * height / cells);
        _cellX = _cellY / stretch;
        Columns = Math.Max(1, (int)Math.Min(MostCells, Math.Ceiling(width / _cellX)));
        Rows = Math.Max(1, (int)Math.Min(MostCells / Columns, Math.Ceiling(height / _cellY)));
        _cellX = Math.Max(_cellX, width / Columns);
        _cellY = Math.Max(_cellY, height / Rows);
        _first = new int[(Columns * Rows) + 1];
        var counting = new Counting(_first);
        Walk(x, y, starts, ref counting);
        for (int cell = 0; cell < Columns * Rows; cell++)
            _first[cell + 1] += _first[cell];
        _entries = new int[_first[^1]];
        var filling = new Filling(_entries, _first.AsSpan(..^1).ToArray());
        Walk(x, y, starts, ref filling);
    }

    internal int Columns { get; }

    internal int Rows { get; }

    /// <summary>The sides of a cell in degrees of longitude and of latitude.</summary>
    internal (double X, double Y) CellDegrees => (_cellX, _cellY);

    internal int Column(double x) => (int)Math.Clamp((x - _minX) / _cellX, 0, Columns - 1);

    internal int Row(double y) => (int)Math.Clamp((y - _minY) / _cellY, 0, Rows - 1);

    /// <summary>The south-western corner of a cell, also of one that is not there.</summary>
    internal (double X, double Y) Corner(int column, int row) => (_minX + (column * _cellX), _minY + (row * _cellY));

    /// <summary>The segments that pass through a cell.</summary>
    internal ReadOnlySpan<int> Cell(int column, int row)
    {
        int cell = (row * Columns) + column;
        return _entries.AsSpan(_first[cell].._first[cell + 1]);
    }

    private interface IVisit
    {
        void Take(int cell, int segment);
    }

    private void Walk<T>(double[] x, double[] y, int[] starts, ref T visit)
        where T : struct, IVisit
    {
        for (int line = 0; line + 1 < starts.Length; line++)
        {
            for (int i = starts[line]; i < starts[line + 1] - 1; i++)
            {
                int left = Column(Math.Min(x[i], x[i + 1]) - PadDegrees), right = Column(Math.Max(x[i], x[i + 1]) + PadDegrees);
                int low = Row(Math.Min(y[i], y[i + 1]) - PadDegrees), high = Row(Math.Max(y[i], y[i + 1]) + PadDegrees);
                if (left == right && low == high)
                    visit.Take((low * Columns) + left, i);
                else
                    WalkRows(x, y, i, (left, right, low, high), ref visit);
            }
        }
    }

    // Row by row, so that a long segment is not put into every cell of its bounding box.
    private void WalkRows<T>(double[] x, double[] y, int i, (int Left, int Right, int Low, int High) box, ref T visit)
        where T : struct, IVisit
    {
        double dx = x[i + 1] - x[i], dy = y[i + 1] - y[i];
        for (int row = box.Low; row <= box.High; row++)
        {
            int left = box.Left, right = box.Right;
            if (box.High > box.Low + 1 && dy != 0)
            {
                double below = Math.Clamp((_minY + (row * _cellY) - PadDegrees - y[i]) / dy, 0, 1);
                double above = Math.Clamp((_minY + ((row + 1) * _cellY) + PadDegrees - y[i]) / dy, 0, 1);
                double a = x[i] + (below * dx), b = x[i] + (above * dx);
                left = Column(Math.Min(a, b) - PadDegrees);
                right = Column(Math.Max(a, b) + PadDegrees);
            }

            for (int column = left; column <= right; column++)
                visit.Take((row * Columns) + column, i);
        }
    }

    private static (double Least, double Most) Range(double[] values)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (double value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return values.Length == 0 ? (0, 0) : (least, most);
    }

    private readonly struct Counting(int[] counts) : IVisit
    {
        public void Take(int cell, int segment) => counts[cell + 1]++;
    }

    private readonly struct Filling(int[] entries, int[] next) : IVisit
    {
        public void Take(int cell, int segment) => entries[next[cell]++] = segment;
    }
}
