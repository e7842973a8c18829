using DefenseZone.Geo.Model;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The area of a time field below a level, as valid polygons: marching squares with corners on the sides of cells where the
/// interpolated time is the level (W. E. Lorensen and H. E. Cline, Marching cubes, SIGGRAPH 1987, in the plane); where two
/// opposite corners of a cell are within, the mean of the four decides whether they are joined.
/// </summary>
internal sealed class FieldContours
{
    // Corners stay off the grid's points, so that rings never touch each other there.
    private const double LeastShare = 1e-4;

    private readonly TimeField _field;
    private readonly double _level;
    private readonly Dictionary<long, long> _next = [];

    private FieldContours(TimeField field, double level)
    {
        _field = field;
        _level = level;
    }

    /// <summary>The polygons; an empty MultiPolygon where nothing is below the level.</summary>
    internal static MultiPolygon Below(TimeField field, double level)
    {
        var contours = new FieldContours(field, level);
        for (int row = -1; row < field.Rows; row++)
        {
            for (int column = -1; column < field.Columns; column++)
                contours.Cell(column, row);
        }

        return contours.Polygons();
    }

    // Outside of the grid nothing is reached.
    private double At(int column, int row) =>
        column < 0 || row < 0 || column >= _field.Columns || row >= _field.Rows ? double.PositiveInfinity : _field.Seconds[(row * _field.Columns) + column];

    private bool Within(int column, int row) => At(column, row) <= _level;

    // Sides are numbered by their western or southern point: even ones run east, odd ones north.
    private long Side(int column, int row, bool north) => (((((long)row + 1) * (_field.Columns + 2)) + column + 1) * 2) + (north ? 1 : 0);

    /// <summary>Links the sides where the contour passes through a cell, with what is within on its left.</summary>
    private void Cell(int column, int row)
    {
        bool sw = Within(column, row), se = Within(column + 1, row), ne = Within(column + 1, row + 1), nw = Within(column, row + 1);
        int corners = (sw ? 1 : 0) | (se ? 2 : 0) | (ne ? 4 : 0) | (nw ? 8 : 0);
        if (corners is 0 or 15)
            return;
        long south = Side(column, row, north: false), east = Side(column + 1, row, north: true);
        long top = Side(column, row + 1, north: false), west = Side(column, row, north: true);
        switch (corners)
        {
            case 1: Link(south, west); break;
            case 2: Link(east, south); break;
            case 3: Link(east, west); break;
            case 4: Link(top, east); break;
            case 6: Link(top, south); break;
            case 7: Link(top, west); break;
            case 8: Link(west, top); break;
            case 9: Link(south, top); break;
            case 11: Link(east, top); break;
            case 12: Link(west, east); break;
            case 13: Link(south, east); break;
            case 14: Link(west, south); break;
            case 5 when Joined(column, row): Link(south, east); Link(top, west); break;
            case 5: Link(south, west); Link(top, east); break;
            case 10 when Joined(column, row): Link(east, top); Link(west, south); break;
            default: Link(east, south); Link(west, top); break;
        }
    }

    private bool Joined(int column, int row) =>
        (At(column, row) + At(column + 1, row) + At(column + 1, row + 1) + At(column, row + 1)) / 4 <= _level;

    private void Link(long from, long to) => _next.Add(from, to);

    private Coordinate Corner(long side)
    {
        bool north = (side & 1) == 1;
        long point = side >> 1;
        int column = (int)(point % (_field.Columns + 2)) - 1, row = (int)(point / (_field.Columns + 2)) - 1;
        double a = At(column, row), b = north ? At(column, row + 1) : At(column + 1, row);
        double share = double.IsInfinity(a) ? 1 - LeastShare : double.IsInfinity(b) ? LeastShare : Math.Clamp((_level - a) / (b - a), LeastShare, 1 - LeastShare);
        (double x, double y) = _field.At(north ? column : column + share, north ? row + share : row);
        return new Coordinate(x, y);
    }

    private MultiPolygon Polygons()
    {
        var shells = new List<LinearRing>();
        var holes = new List<LinearRing>();
        while (_next.Count > 0)
        {
            long first = _next.Keys.First(), side = first;
            var ring = new List<Coordinate>();
            do
            {
                ring.Add(Corner(side));
                _next.Remove(side, out side);
            }
            while (side != first);
            ring.Add(ring[0].Copy());
            LinearRing closed = Wgs84Geometry.Factory.CreateLinearRing([.. ring]);
            (Orientation.IsCCW(closed.CoordinateSequence) ? shells : holes).Add(closed);
        }

        return Wgs84Geometry.Factory.CreateMultiPolygon([.. Assigned(shells, holes)]);
    }

    /// <summary>Each hole to the smallest shell around it.</summary>
    private static IEnumerable<Polygon> Assigned(List<LinearRing> shells, List<LinearRing> holes)
    {
        shells.Sort(static (left, right) => left.EnvelopeInternal.Area.CompareTo(right.EnvelopeInternal.Area));
        var locators = shells.ConvertAll(static shell => new IndexedPointInAreaLocator(Wgs84Geometry.Factory.CreatePolygon(shell)));
        var within = shells.ConvertAll(static _ => new List<LinearRing>());
        foreach (LinearRing hole in holes)
        {
            int shell = 0;
            while (!shells[shell].EnvelopeInternal.Contains(hole.EnvelopeInternal) || locators[shell].Locate(hole.GetCoordinateN(0)) != Location.Interior)
                shell++;
            within[shell].Add(hole);
        }

        for (int i = shells.Count - 1; i >= 0; i--)
            yield return Wgs84Geometry.Factory.CreatePolygon(shells[i], [.. within[i]]);
    }
}
