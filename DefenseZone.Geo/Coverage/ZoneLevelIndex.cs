using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The zones of one level, indexed for three questions: which zone holds a place, which is the nearest within
/// <see cref="ToleranceMetres"/>, and where a short line may leave one zone for another. Zone edges are straight in
/// longitude and latitude, as RFC 7946 has them.
/// </summary>
internal sealed class ZoneLevelIndex
{
    /// <summary>How far outside a zone the border may run and still be that zone's.</summary>
    internal const double ToleranceMetres = 1000;

    private const double EdgeCellDegrees = 0.01;
    private const double TouchDegrees = 1e-9;
    private const double TouchShare = 1e-9;
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
        _rings = new RingBands[numbers.Length];
        var edges = new List<Edge>();
        var boxes = new BoxGrid.Box[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            int first = edges.Count;
            AddEdges(zones[numbers[i]].Geometry, i, edges);
            ReadOnlySpan<Edge> own = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(edges)[first..];
            _rings[i] = new RingBands(own);
            boxes[i] = _rings[i].Box;
        }

        _edges = [.. edges];
        _edgeGrid = new BoxGrid(Array.ConvertAll(_edges, edge => edge.Box), EdgeCellDegrees);
        _zoneGrid = new BoxGrid(boxes, GridStepFor(boxes));
    }

    /// <summary>A zone's edge, in degrees.</summary>
    internal readonly record struct Edge(double AX, double AY, double BX, double BY, int Zone)
    {
        internal BoxGrid.Box Box => new(Math.Min(AX, BX), Math.Min(AY, BY), Math.Max(AX, BX), Math.Max(AY, BY));
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

    /// <summary>
    /// Appends where a line from A to B, straight in degrees, crosses or touches a zone's edge, as shares of its
    /// length from 0 to 1, ends included, in any order.
    /// </summary>
    internal void Crossings(double ax, double ay, double bx, double by, List<double> shares)
    {
        BoxGrid.CellRange cells = _edgeGrid.CellsOf(new BoxGrid.Box(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by)));
        for (int row = cells.FirstRow; row <= cells.LastRow; row++)
        {
            for (int column = cells.FirstColumn; column <= cells.LastColumn; column++)
            {
                foreach (int edge in _edgeGrid.ItemsIn(column, row))
                    Crossing(ax, ay, bx, by, in _edges[edge], shares);
            }
        }
    }

    // Tolerant to a tenth of a millimetre, and of both ends of the line: a cut too many is only asked about for
    // nothing, a cut too few would carry one zone into the next.
    private static void Crossing(double ax, double ay, double bx, double by, in Edge edge, List<double> shares)
    {
        double dx = bx - ax, dy = by - ay;
        double square = (dx * dx) + (dy * dy);
        if (square <= 0)
            return;
        double touch = TouchDegrees * Math.Sqrt(square);
        double sideOfA = (dx * (edge.AY - ay)) - (dy * (edge.AX - ax));
        double sideOfB = (dx * (edge.BY - ay)) - (dy * (edge.BX - ax));
        if ((sideOfA > touch && sideOfB > touch) || (sideOfA < -touch && sideOfB < -touch))
            return;
        double alongA = (((edge.AX - ax) * dx) + ((edge.AY - ay) * dy)) / square;
        double alongB = (((edge.BX - ax) * dx) + ((edge.BY - ay) * dy)) / square;
        if (Math.Abs(sideOfA) <= touch)
            AddShare(alongA, shares);
        if (Math.Abs(sideOfB) <= touch)
            AddShare(alongB, shares);
        if (sideOfA > 0 != sideOfB > 0)
            AddShare(alongA + (sideOfA / (sideOfA - sideOfB) * (alongB - alongA)), shares);
    }

    private static void AddShare(double share, List<double> shares)
    {
        if (share > -TouchShare && share < 1 + TouchShare)
            shares.Add(share > 1 - TouchShare ? 1 : Math.Max(share, 0));
    }

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

    private static void AddEdges(Geometry geometry, int zone, List<Edge> edges)
    {
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is not Polygon polygon)
                continue;
            AddRing(polygon.ExteriorRing, zone, edges);
            for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
                AddRing(polygon.GetInteriorRingN(hole), zone, edges);
        }
    }

    private static void AddRing(LineString ring, int zone, List<Edge> edges)
    {
        CoordinateSequence sequence = ring.CoordinateSequence;
        for (int i = 0; i + 1 < sequence.Count; i++)
            edges.Add(new Edge(sequence.GetX(i), sequence.GetY(i), sequence.GetX(i + 1), sequence.GetY(i + 1), zone));
    }
}
