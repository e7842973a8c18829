using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Sight;

/// <summary>
/// Chosen cells of a grid as valid polygons. The outlines are walked with the cells to the left, turning left wherever
/// two cells touch at a corner only, and cut where they come to a corner twice: so every ring is simple, and rings touch
/// at single points at most.
/// </summary>
internal sealed class CellOutlines
{
    private const int East = 0;
    private const int North = 1;
    private const int West = 2;
    private const int South = 3;

    private readonly GridFrame _frame;
    private readonly CellRuns _runs;
    private readonly Dictionary<int, Shell> _shells = [];
    private readonly List<(int Label, LinearRing Ring)> _holes = [];
    private readonly HashSet<long> _walked = [];

    private CellOutlines(GridFrame frame, CellRuns runs)
    {
        _frame = frame;
        _runs = runs;
    }

    /// <summary>The polygons around the cells chosen, in WGS84.</summary>
    internal static MultiPolygon Of(GridFrame frame, Func<int, int, bool> chosen, CancellationToken cancellationToken)
    {
        var outlines = new CellOutlines(frame, CellRuns.Of(frame.Columns, frame.Rows, chosen));
        for (int row = 0; row < frame.Rows; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach ((int first, int end) in outlines._runs.Row(row))
            {
                // Every ring has an upper edge, and those go west.
                for (int column = first; column < end; column++)
                {
                    if (!outlines.IsChosen(column, row - 1) && !outlines._walked.Contains(outlines.Key(column + 1, row)))
                        outlines.Walk(column + 1, row);
                }
            }
        }

        return outlines.Polygons();
    }

    private bool IsChosen(int column, int row) => _runs.Contains(column, row);

    private long Key(int x, int y) => ((long)y * (_frame.Columns + 1)) + x;

    private bool Leaves(int x, int y, int direction) => direction switch
    {
        East => IsChosen(x, y - 1) && !IsChosen(x, y),
        North => IsChosen(x - 1, y - 1) && !IsChosen(x, y - 1),
        West => IsChosen(x - 1, y) && !IsChosen(x - 1, y - 1),
        _ => IsChosen(x, y) && !IsChosen(x - 1, y),
    };

    private void Walk(int startX, int startY)
    {
        var path = new List<(int X, int Y)>();
        var crossings = new Dictionary<long, int>();
        int x = startX, y = startY, direction = West;
        do
        {
            if (direction == West)
                _walked.Add(Key(x, y));
            (x, y) = direction switch { East => (x + 1, y), North => (x, y - 1), West => (x - 1, y), _ => (x, y + 1) };
            int left = (direction + 1) & 3, right = (direction + 3) & 3;
            bool turnsLeft = Leaves(x, y, left), turnsRight = Leaves(x, y, right);
            if (!turnsLeft && !turnsRight)
                continue;
            direction = turnsLeft ? left : right;
            if (turnsLeft && turnsRight)
                Cut(path, crossings, Key(x, y));
            path.Add((x, y));
        }
        while (x != startX || y != startY || direction != West);
        Take(path);
    }

    // A corner that the path has been to: what lies between is a ring of its own.
    private void Cut(List<(int X, int Y)> path, Dictionary<long, int> crossings, long corner)
    {
        if (crossings.TryGetValue(corner, out int since))
        {
            Take(path.GetRange(since, path.Count - since));
            path.RemoveRange(since, path.Count - since);
            foreach (long later in crossings.Where(crossing => crossing.Value > since).Select(crossing => crossing.Key).ToArray())
                crossings.Remove(later);
        }

        crossings[corner] = path.Count;
    }

    private void Take(List<(int X, int Y)> path)
    {
        double area = 0;
        var ring = new Coordinate[path.Count + 1];
        for (int i = 0; i < path.Count; i++)
        {
            (int x, int y) = path[i];
            (int nextX, int nextY) = path[(i + 1) % path.Count];
            area += ((double)nextX * y) - ((double)x * nextY);
            GeoPoint place = _frame.Place(x - 0.5, y - 0.5);
            ring[i] = new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees);
        }

        ring[^1] = ring[0].Copy();
        LinearRing outline = Wgs84Geometry.Factory.CreateLinearRing(ring);
        int label = LabelBeside(path[0], path[1]);
        if (area > 0)
            _shells.Add(label, new Shell(outline, []));
        else
            _holes.Add((label, outline));
    }

    // The component of the cell to the left of an edge.
    private int LabelBeside((int X, int Y) from, (int X, int Y) to)
    {
        (int column, int row) = (Math.Sign(to.X - from.X), Math.Sign(to.Y - from.Y)) switch
        {
            (1, 0) => (from.X, from.Y - 1),
            (0, -1) => (from.X - 1, from.Y - 1),
            (-1, 0) => (from.X - 1, from.Y),
            _ => (from.X, from.Y),
        };
        return _runs.Label(column, row);
    }

    private MultiPolygon Polygons()
    {
        foreach ((int label, LinearRing hole) in _holes)
            _shells[label].Holes.Add(hole);
        return Wgs84Geometry.Factory.CreateMultiPolygon(
            [.. _shells.OrderBy(shell => shell.Key).Select(shell => Wgs84Geometry.Factory.CreatePolygon(shell.Value.Ring, [.. shell.Value.Holes]))]);
    }

    private sealed record Shell(LinearRing Ring, List<LinearRing> Holes);
}
