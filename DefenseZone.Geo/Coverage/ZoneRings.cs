using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The rings of one zone, read in place: as longitude, latitude, longitude, latitude, …. A zone of many edges gets them
/// sorted into bands of latitude when it is first asked about a place, so that only a few are looked at; most
/// zones of a large plan are never asked. A place on an edge shared by two zones is held by exactly one of them.
/// </summary>
internal sealed class ZoneRings
{
    private const int EdgesWorthSorting = 128;

    private readonly int _edges;
    private RingBands? _bands;

    internal ZoneRings(Geometry zone)
    {
        Rings = [.. Outlines(zone)];
        Box = BoxGrid.Box.Nowhere;
        foreach (double[] ring in Rings)
        {
            _edges += (ring.Length / 2) - 1;
            Box = Box.Joined(BoxGrid.Box.Around(ring));
        }
    }

    /// <summary>Every ring, outer and inner, its first position again at its end.</summary>
    internal double[][] Rings { get; }

    /// <summary>The box around all of them; nowhere where there are none.</summary>
    internal BoxGrid.Box Box { get; }

    /// <summary>Whether a place lies inside, by the even-odd rule: how often a ray to the east meets the rings.</summary>
    internal bool Holds(double x, double y)
    {
        if (!Box.Holds(x, y))
            return false;
        bool inside = false;
        if (_edges >= EdgesWorthSorting)
        {
            foreach (ref readonly RingBands.Edge edge in Bands().At(y))
                inside ^= edge.IsMetEastOf(x, y);
            return inside;
        }

        foreach (double[] ring in Rings)
        {
            double ax = ring[0], ay = ring[1];
            for (int i = 3; i < ring.Length; i += 2)
            {
                double bx = ring[i - 1], by = ring[i];
                if (ay > y != by > y)
                    inside ^= new RingBands.Edge(ax, ay, bx, by).IsMetEastOf(x, y);
                (ax, ay) = (bx, by);
            }
        }

        return inside;
    }

    /// <summary>Whether a place lies on an edge, to within a tolerance in degrees.</summary>
    internal bool Touches(double x, double y, double degrees)
    {
        if (!Box.Grown(degrees, degrees).Holds(x, y))
            return false;
        double square = degrees * degrees;
        if (_edges >= EdgesWorthSorting)
        {
            foreach (ref readonly RingBands.Edge edge in Bands().Between(y - degrees, y + degrees))
            {
                if (SquareDistanceToEdge(edge.AX - x, edge.AY - y, edge.BX - x, edge.BY - y, degrees) <= square)
                    return true;
            }

            return false;
        }

        foreach (double[] ring in Rings)
        {
            for (int i = 3; i < ring.Length; i += 2)
            {
                if (SquareDistanceToEdge(ring[i - 3] - x, ring[i - 2] - y, ring[i - 1] - x, ring[i] - y, degrees) <= square)
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The square of the distance from a place to the nearest edge on a plane that is stretched by two scales. Where that
    /// is beyond a limit it may come out too large.
    /// </summary>
    internal double SquareDistance(double x, double y, double metresPerLongitude, double metresPerLatitude, double limit)
    {
        double best = double.PositiveInfinity, metres = Math.Sqrt(limit);
        if (_edges >= EdgesWorthSorting)
        {
            double reach = metres / metresPerLatitude;
            foreach (ref readonly RingBands.Edge edge in Bands().Between(y - reach, y + reach))
            {
                best = Math.Min(best, SquareDistanceToEdge(
                    (edge.AX - x) * metresPerLongitude,
                    (edge.AY - y) * metresPerLatitude,
                    (edge.BX - x) * metresPerLongitude,
                    (edge.BY - y) * metresPerLatitude,
                    metres));
            }

            return best;
        }

        foreach (double[] ring in Rings)
        {
            double ax = (ring[0] - x) * metresPerLongitude, ay = (ring[1] - y) * metresPerLatitude;
            for (int i = 3; i < ring.Length; i += 2)
            {
                double bx = (ring[i - 1] - x) * metresPerLongitude, by = (ring[i] - y) * metresPerLatitude;
                best = Math.Min(best, SquareDistanceToEdge(ax, ay, bx, by, metres));
                (ax, ay) = (bx, by);
            }
        }

        return best;
    }

    // Two threads that ask at once sort twice, and one of the results is kept.
    private RingBands Bands() => LazyInitializer.EnsureInitialized(ref _bands, () => new RingBands(this, _edges));

    // From the origin to an edge. Most edges lie wholly to one side of all that is within the limit, and need not be measured.
    private static double SquareDistanceToEdge(double ax, double ay, double bx, double by, double limitMetres)
    {
        if (Math.Min(ax, bx) > limitMetres || Math.Max(ax, bx) < -limitMetres || Math.Min(ay, by) > limitMetres || Math.Max(ay, by) < -limitMetres)
            return double.PositiveInfinity;
        double dx = bx - ax, dy = by - ay;
        double length = (dx * dx) + (dy * dy);
        double t = length > 0 ? Math.Clamp(-((ax * dx) + (ay * dy)) / length, 0, 1) : 0;
        double x = ax + (t * dx), y = ay + (t * dy);
        return (x * x) + (y * y);
    }

    private static IEnumerable<double[]> Outlines(Geometry zone)
    {
        for (int i = 0; i < zone.NumGeometries; i++)
        {
            if (zone.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            yield return Wgs84Geometry.Positions(polygon.ExteriorRing.CoordinateSequence);
            for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
            {
                if (polygon.GetInteriorRingN(hole) is { IsEmpty: false } ring)
                    yield return Wgs84Geometry.Positions(ring.CoordinateSequence);
            }
        }
    }
}
