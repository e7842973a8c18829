namespace DefenseZone.Geo.Roads;

/// <summary>A place where the insides of two lines cross or touch.</summary>
internal readonly record struct RoadCrossing(int Segment, double T, int Other, double OtherT, double X, double Y);

/// <summary>
/// Finds where the insides of lines cross, or where a vertex of one lies on another. Segments are straight in longitude and
/// latitude, as RFC 7946 has them.
/// </summary>
internal sealed class RoadCrossings
{
    private const int RowsWorthAThread = 16;

    private readonly RoadLines _lines;
    private readonly SegmentGrid _grid;

    private RoadCrossings(RoadLines lines, SegmentGrid grid)
    {
        _lines = lines;
        _grid = grid;
    }

    /// <summary>Crossings at grade, and those between levels, in a fixed order and each once.</summary>
    internal static (List<RoadCrossing> AtGrade, List<RoadCrossing> BetweenLevels) Of(RoadLines lines, SegmentGrid grid, CancellationToken cancellationToken)
    {
        var crossings = new RoadCrossings(lines, grid);
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount * 8, grid.Rows / RowsWorthAThread));
        var found = new List<RoadCrossing>[blocks];
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
        {
            var mine = found[block] = [];
            int end = (int)((long)grid.Rows * (block + 1) / blocks);
            for (int row = (int)((long)grid.Rows * block / blocks); row < end; row++)
            {
                for (int column = 0; column < grid.Columns; column++)
                    crossings.Within(grid.Cell(column, row), mine);
            }
        });

        var atGrade = new List<RoadCrossing>();
        var between = new List<RoadCrossing>();
        foreach (RoadCrossing crossing in found.SelectMany(mine => mine).Distinct().OrderBy(c => c.Segment).ThenBy(c => c.Other).ThenBy(c => c.T))
            (crossings.Level(crossing.Segment) == crossings.Level(crossing.Other) ? atGrade : between).Add(crossing);
        return (atGrade, between);
    }

    private int Level(int segment) => _lines.Levels[_lines.LineOf[segment]];

    private void Within(ReadOnlySpan<int> cell, List<RoadCrossing> found)
    {
        double[] x = _lines.X, y = _lines.Y;
        const double pad = 2e-7;
        for (int i = 0; i + 1 < cell.Length; i++)
        {
            int a = cell[i];
            double left = Math.Min(x[a], x[a + 1]) - pad, right = Math.Max(x[a], x[a + 1]) + pad;
            double low = Math.Min(y[a], y[a + 1]) - pad, high = Math.Max(y[a], y[a + 1]) + pad;
            for (int j = i + 1; j < cell.Length; j++)
            {
                int b = cell[j];
                if (Math.Max(x[b], x[b + 1]) < left || Math.Min(x[b], x[b + 1]) > right || Math.Max(y[b], y[b + 1]) < low || Math.Min(y[b], y[b + 1]) > high)
                    continue;

                // Two that follow one another on a line meet at their common vertex by right.
                if (Math.Abs(a - b) == 1 && _lines.LineOf[a] == _lines.LineOf[b])
                    continue;
                Pair(Math.Min(a, b), Math.Max(a, b), found);
            }
        }
    }

    private void Pair(int a, int b, List<RoadCrossing> found)
    {
        double[] x = _lines.X, y = _lines.Y;
        bool touches = Touch(a, a, b, swapped: false, found) | Touch(a + 1, a, b, swapped: false, found)
            | Touch(b, b, a, swapped: true, found) | Touch(b + 1, b, a, swapped: true, found);
        if (touches)
            return;
        double ux = x[a + 1] - x[a], uy = y[a + 1] - y[a], vx = x[b + 1] - x[b], vy = y[b + 1] - y[b];
        double cross = (ux * vy) - (uy * vx);
        if (cross == 0)
            return;
        double wx = x[b] - x[a], wy = y[b] - y[a];
        double t = ((wx * vy) - (wy * vx)) / cross, s = ((wx * uy) - (wy * ux)) / cross;
        if (t > 0 && t < 1 && s > 0 && s < 1)
            found.Add(new RoadCrossing(a, t, b, s, x[a] + (t * ux), y[a] + (t * uy)));
    }

    /// <summary>
    /// Whether a vertex of one segment lies on the other. Where both places are insides of their lines, that is a meeting; ends
    /// are looked after elsewhere. A first vertex stands for the segment before it too, so that it is reported once.
    /// </summary>
    private bool Touch(int vertex, int segment, int other, bool swapped, List<RoadCrossing> found)
    {
        double[] x = _lines.X, y = _lines.Y;
        (double t, double metres) = new LocalPlane(x[vertex], y[vertex]).Nearest(x[other], y[other], x[other + 1], y[other + 1]);
        if (metres > LocalPlane.TouchMetres)
            return false;
        if (_lines.IsEnd(vertex) || (t == 0 && _lines.IsEnd(other)) || (t == 1 && _lines.IsEnd(other + 1)))
            return true;
        var plane = new LocalPlane(x[vertex], y[vertex]);
        if ((_lines.IsEnd(other) && plane.MetresTo(x[other], y[other]) <= LocalPlane.TouchMetres)
            || (_lines.IsEnd(other + 1) && plane.MetresTo(x[other + 1], y[other + 1]) <= LocalPlane.TouchMetres))
        {
            return true;
        }

        double at = vertex == segment ? 0 : 1;
        found.Add(swapped
            ? new RoadCrossing(other, t, segment, at, x[vertex], y[vertex])
            : new RoadCrossing(segment, at, other, t, x[vertex], y[vertex]));
        return true;
    }
}
