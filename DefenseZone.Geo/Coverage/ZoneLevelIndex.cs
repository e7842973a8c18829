using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The zones of one level, indexed for three questions: which zone holds a place, which is the nearest within
/// <see cref="ToleranceMetres"/>, and which edges are about a place. Zone edges are straight in
/// longitude and latitude, as RFC 7946 has them.
/// </summary>
internal sealed class ZoneLevelIndex
{
    /// <summary>How far outside a zone the border may run and still be that zone's.</summary>
    internal const double ToleranceMetres = 1000;

    private const double EdgeCellDegrees = 0.01;
    private const double MetresPerDegree = Wgs84.SemiMajorAxisMetres * Math.PI / 180;

    private readonly int[] _zoneNumbers;
    private readonly RingBands[] _rings;
    private readonly Edge[] _edges;
    private readonly BoxGrid _edgeGrid;
    private readonly BoxGrid _zoneGrid;

    /// <summary>Indexes the zones of one level.</summary>
    /// <param name="zones">All zones of the plan.</param>
    /// <param name="numbers">Which of them stand at this level.</param>
    internal ZoneLevelIndex(IReadOnlyList<DefensiveZone> zones, int[] numbers)
    {
        _zoneNumbers = numbers;
        var starts = new int[numbers.Length + 1];
        for (int i = 0; i < numbers.Length; i++)
            starts[i + 1] = starts[i] + CountEdges(zones[numbers[i]].Geometry);
        _edges = new Edge[starts[^1]];
        _rings = new RingBands[numbers.Length];
        var boxes = new BoxGrid.Box[numbers.Length];
        Parallel.For(0, numbers.Length, i =>
        {
            int next = starts[i];
            AddEdges(zones[numbers[i]].Geometry, i, ref next);
            _rings[i] = new RingBands(_edges.AsMemory(starts[i], next - starts[i]));
            boxes[i] = _rings[i].Box;
        });
        _edgeGrid = BoxGrid.Of<Edge>(_edges, EdgeCellDegrees);
        _zoneGrid = BoxGrid.Of<BoxGrid.Box>(boxes, GridStepFor(boxes));
    }

    /// <summary>A zone's edge, in degrees.</summary>
    internal readonly record struct Edge(double AX, double AY, double BX, double BY, int Zone) : BoxGrid.IBoxed
    {
        BoxGrid.Box BoxGrid.IBoxed.Box => BoxGrid.Box.Around(AX, AY, BX, BY);
    }

    /// <summary>The plan's number of the zone that holds a place, or of the nearest within the tolerance, or −1.</summary>
    internal int ZoneOf(double longitude, double latitude)
    {
        int inside = Holding(longitude, latitude);
        return inside >= 0 ? inside : Nearest(longitude, latitude);
    }

    /// <summary>The plan's number of the first zone that holds a place, or −1.</summary>
    internal int Holding(double longitude, double latitude)
    {
        BoxGrid.CellRange cells = _zoneGrid.CellsOf(new BoxGrid.Box(longitude, latitude, longitude, latitude));
        if (cells.FirstColumn > cells.LastColumn || cells.FirstRow > cells.LastRow)
            return -1;
        foreach (int zone in _zoneGrid.ItemsIn(cells.FirstColumn, cells.FirstRow))
        {
            if (_rings[zone].Holds(longitude, latitude))
                return _zoneNumbers[zone];
        }

        return -1;
    }

    /// <summary>The cells of edges that a box meets.</summary>
    internal BoxGrid.CellRange CellsOf(in BoxGrid.Box box) => _edgeGrid.CellsOf(box);

    /// <summary>The numbers of the edges that may meet a cell.</summary>
    internal ReadOnlySpan<int> EdgesIn(int column, int row) => _edgeGrid.ItemsIn(column, row);

    /// <summary>An edge by its number.</summary>
    internal ref readonly Edge EdgeAt(int edge) => ref _edges[edge];

    // Within a kilometre the earth is flat enough: the error of measuring on the tangent plane is under 0.1 %.
    private int Nearest(double longitude, double latitude)
    {
        (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(latitude));
        double w = 1 - (Wgs84.EccentricitySquared * sine * sine);
        double metresPerLatitude = MetresPerDegree * (1 - Wgs84.EccentricitySquared) / (w * Math.Sqrt(w));
        double metresPerLongitude = Math.Max(1e-6, MetresPerDegree * cosine / Math.Sqrt(w));
        BoxGrid.CellRange cells = _edgeGrid.CellsOf(new BoxGrid.Box(longitude, latitude, longitude, latitude)
            .Grown(Math.Min(360, ToleranceMetres / metresPerLongitude), ToleranceMetres / metresPerLatitude));
        int nearest = -1;
        double best = ToleranceMetres * ToleranceMetres;
        for (int row = cells.FirstRow; row <= cells.LastRow; row++)
        {
            for (int column = cells.FirstColumn; column <= cells.LastColumn; column++)
            {
                foreach (int item in _edgeGrid.ItemsIn(column, row))
                {
                    ref readonly Edge edge = ref _edges[item];
                    double square = SquareDistance(
                        (edge.AX - longitude) * metresPerLongitude,
                        (edge.AY - latitude) * metresPerLatitude,
                        (edge.BX - longitude) * metresPerLongitude,
                        (edge.BY - latitude) * metresPerLatitude);

                    // Of two equally near zones, as on a shared edge, the first of the plan is taken.
                    if (square < best || (square == best && nearest >= 0 && _zoneNumbers[edge.Zone] < nearest))
                        (best, nearest) = (square, _zoneNumbers[edge.Zone]);
                }
            }
        }

        return nearest;
    }

    private static double SquareDistance(double ax, double ay, double bx, double by)
    {
        double dx = bx - ax, dy = by - ay;
        double length = (dx * dx) + (dy * dy);
        double t = length > 0 ? Math.Clamp(-((ax * dx) + (ay * dy)) / length, 0, 1) : 0;
        double x = ax + (t * dx), y = ay + (t * dy);
        return (x * x) + (y * y);
    }

    private static double GridStepFor(ReadOnlySpan<BoxGrid.Box> boxes)
    {
        double sum = 0;
        foreach (ref readonly BoxGrid.Box box in boxes)
            sum += Math.Max(box.East - box.West, box.North - box.South);
        return boxes.IsEmpty ? 1 : Math.Max(EdgeCellDegrees, sum / boxes.Length / 2);
    }

    private static int CountEdges(Geometry geometry)
    {
        int count = 0;
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            // A ring has one point more than it has edges, for the first comes again at its end.
            if (geometry.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
                count += polygon.NumPoints - 1 - polygon.NumInteriorRings;
        }

        return count;
    }

    private void AddEdges(Geometry geometry, int zone, ref int next)
    {
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            AddRing(polygon.ExteriorRing, zone, ref next);
            for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
                AddRing(polygon.GetInteriorRingN(hole), zone, ref next);
        }
    }

    private void AddRing(LineString ring, int zone, ref int next)
    {
        CoordinateSequence sequence = ring.CoordinateSequence;
        if (sequence.Count == 0)
            return;
        double x = sequence.GetX(0), y = sequence.GetY(0);
        for (int i = 1; i < sequence.Count; i++)
        {
            double toX = sequence.GetX(i), toY = sequence.GetY(i);
            _edges[next++] = new Edge(x, y, toX, toY, zone);
            (x, y) = (toX, toY);
        }
    }
}
