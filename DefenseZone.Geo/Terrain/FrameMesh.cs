namespace DefenseZone.Geo.Terrain;

/// <summary>
/// Grid coordinates of one frame in another. Between two systems they are worked out at every sixteenth cell and
/// bilinear in between: over 16 cells of 30 m a projection bends by less than a centimetre.
/// </summary>
internal sealed class FrameMesh
{
    private const int Spacing = 16;

    private readonly int _nodeColumns;
    private readonly int _nodeRows;
    private readonly (double Column, double Row)[] _nodes;
    private readonly GridFrame _source;

    public FrameMesh(GridFrame target, GridFrame source, int firstColumn, int firstRow, int columns, int rows)
    {
        _source = source;
        _nodeColumns = ((columns - 1) / Spacing) + 2;
        _nodeRows = ((rows - 1) / Spacing) + 2;
        _nodes = new (double, double)[_nodeColumns * _nodeRows];
        for (int row = 0; row < _nodeRows; row++)
        {
            for (int column = 0; column < _nodeColumns; column++)
                _nodes[(row * _nodeColumns) + column] = Locate(target, source, firstColumn + ((double)column * Spacing), firstRow + ((double)row * Spacing));
        }
    }

    /// <summary>The columns and rows of the source that bilinear sampling may need, within it; both ends included.</summary>
    public (int Left, int Top, int Right, int Bottom) Reach()
    {
        double left = double.PositiveInfinity, top = double.PositiveInfinity, right = double.NegativeInfinity, bottom = double.NegativeInfinity;
        foreach ((double column, double row) in _nodes)
        {
            (left, right) = (Math.Min(left, column), Math.Max(right, column));
            (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row));
        }

        return (
            (int)Math.Clamp(Math.Floor(left) - 1, 0, _source.Columns - 1), (int)Math.Clamp(Math.Floor(top) - 1, 0, _source.Rows - 1),
            (int)Math.Clamp(Math.Ceiling(right) + 1, 0, _source.Columns - 1), (int)Math.Clamp(Math.Ceiling(bottom) + 1, 0, _source.Rows - 1));
    }

    /// <summary>The coordinates in the source of the cells of a row.</summary>
    public void Row(int row, Span<(double Column, double Row)> places)
    {
        int upper = row / Spacing * _nodeColumns, lower = upper + _nodeColumns;
        double down = (row % Spacing) / (double)Spacing;
        for (int column = 0; column < places.Length; column++)
        {
            int node = column / Spacing;
            double right = (column % Spacing) / (double)Spacing;
            (double Column, double Row) a = _nodes[upper + node], b = _nodes[upper + node + 1], c = _nodes[lower + node], d = _nodes[lower + node + 1];
            places[column] = (
                Mix(Mix(a.Column, b.Column, right), Mix(c.Column, d.Column, right), down),
                Mix(Mix(a.Row, b.Row, right), Mix(c.Row, d.Row, right), down));
        }
    }

    private static (double Column, double Row) Locate(GridFrame target, GridFrame source, double column, double row)
    {
        if (target.System == source.System)
        {
            double x = target.X(column);
            if (target.System.IsGeographic)
                x += 360 * Math.Round((source.X((source.Columns - 1) / 2.0) - x) / 360);
            return ((x - source.FirstX) / source.StepX, (source.FirstY - target.Y(row)) / source.StepY);
        }

        double y = target.System.IsGeographic ? Math.Clamp(target.Y(row), -90, 90) : target.Y(row);
        return source.Locate(target.System.ToWgs84(target.X(column), y));
    }

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);
}
