namespace DefenseZone.Geo.Roads;

/// <summary>
/// Metres east and north of a place in degrees, for distances of metres up to a kilometre: whether two lines touch, and how
/// far an end is from a line. Within that it is good to half a per cent; what is reported and counted is measured on the
/// ellipsoid.
/// </summary>
internal readonly struct LocalPlane
{
    /// <summary>Lines closer than this, in metres, touch: the last digit of coordinates with seven decimals.</summary>
    internal const double TouchMetres = 0.015;

    private readonly double _x;
    private readonly double _y;
    private readonly double _east;

    internal LocalPlane(double x, double y)
    {
        _x = x;
        _y = y;
        _east = SegmentGrid.MetresPerDegree * Math.Cos(double.DegreesToRadians(y));
    }

    internal double MetresPerDegreeEast => _east;

    /// <summary>The distance from the place to another.</summary>
    internal double MetresTo(double x, double y)
    {
        double dx = (x - _x) * _east, dy = (y - _y) * SegmentGrid.MetresPerDegree;
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>The nearest point of a segment: its share of the way from one end to the other, and its distance from the place.</summary>
    internal (double T, double Metres) Nearest(double ax, double ay, double bx, double by)
    {
        double px = (ax - _x) * _east, py = (ay - _y) * SegmentGrid.MetresPerDegree;
        double dx = (bx - ax) * _east, dy = (by - ay) * SegmentGrid.MetresPerDegree;
        double square = (dx * dx) + (dy * dy);
        double t = square > 0 ? Math.Clamp(-((px * dx) + (py * dy)) / square, 0, 1) : 0;
        double qx = px + (t * dx), qy = py + (t * dy);
        return (t, Math.Sqrt((qx * qx) + (qy * qy)));
    }
}
