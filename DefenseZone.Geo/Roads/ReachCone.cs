using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// What is reached on foot from a straight piece of road along which one drives: from A at a time to B, k seconds a metre; at
/// each point one may leave the road and walk, c seconds a metre. The time at a place p is the least over the points of
/// the piece, t(p) = min over s of t₀ + k s + c |p − q(s)|, which is convex in p; with k &lt; c the best point is where the
/// walk makes an angle of sine k/c with the perpendicular, as light refracts at the critical angle. What is reached within a
/// time is the convex hull of two balls, about A and about the farthest point of the road that is reached.
/// </summary>
/// <remarks>All in geocentric coordinates: a walk is a chord, 1 mm shorter than its geodesic at 10 km.</remarks>
internal readonly struct ReachCone
{
    private readonly Ecef _a;
    private readonly double _dx;
    private readonly double _dy;
    private readonly double _dz;
    private readonly double _k;
    private readonly double _c;
    private readonly double _lag;

    /// <summary>The cone over a piece of road.</summary>
    /// <param name="a">Where one comes from.</param>
    /// <param name="b">Where the piece ends.</param>
    /// <param name="aSeconds">The time at A.</param>
    /// <param name="bSeconds">The time at B.</param>
    /// <param name="walkSecondsPerMetre">The time of a metre on foot.</param>
    internal ReachCone(Ecef a, Ecef b, double aSeconds, double bSeconds, double walkSecondsPerMetre)
    {
        _a = a;
        StartSeconds = aSeconds;
        _c = walkSecondsPerMetre;
        double dx = b.X - a.X, dy = b.Y - a.Y, dz = b.Z - a.Z;
        double length = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
        double k = length > 0 ? (bSeconds - aSeconds) / length : double.PositiveInfinity;
        if (k >= walkSecondsPerMetre * (1 - 1e-9))
        {
            // Where walking is as fast as driving one leaves the road at once.
            return;
        }

        LengthMetres = length;
        (_dx, _dy, _dz) = (dx / length, dy / length, dz / length);
        _k = k;
        _lag = Math.Sqrt((_c * _c) - (k * k));
    }

    /// <summary>The time at A.</summary>
    internal double StartSeconds { get; }

    /// <summary>The length of the piece as it is driven; 0 where it is of no use.</summary>
    internal double LengthMetres { get; }

    /// <summary>The least time at a place.</summary>
    internal double SecondsAt(Ecef place) => SecondsAt(place, out _);

    /// <summary>The least time at a place, and how far along the piece one leaves the road.</summary>
    internal double SecondsAt(Ecef place, out double leaveMetres)
    {
        double px = place.X - _a.X, py = place.Y - _a.Y, pz = place.Z - _a.Z;
        double square = (px * px) + (py * py) + (pz * pz);
        if (LengthMetres == 0)
        {
            leaveMetres = 0;
            return StartSeconds + (_c * Math.Sqrt(square));
        }

        double x = (px * _dx) + (py * _dy) + (pz * _dz);
        double y = Math.Sqrt(Math.Max(0, square - (x * x)));
        double s = Math.Clamp(x - (y * _k / _lag), 0, LengthMetres);
        leaveMetres = s;
        return StartSeconds + (_k * s) + (_c * Math.Sqrt(((x - s) * (x - s)) + (y * y)));
    }

    /// <summary>The part of a line from P to Q that is reached within a time, as shares of the way from P; an empty one (from above to) where none is.</summary>
    internal (double From, double To) Within(Ecef p, Ecef q, double limitSeconds)
    {
        double rest = limitSeconds - StartSeconds;
        if (rest < 0)
            return (1, 0);
        double ux = q.X - p.X, uy = q.Y - p.Y, uz = q.Z - p.Z;
        double wx = p.X - _a.X, wy = p.Y - _a.Y, wz = p.Z - _a.Z;
        double uu = (ux * ux) + (uy * uy) + (uz * uz), uw = (ux * wx) + (uy * wy) + (uz * wz), ww = (wx * wx) + (wy * wy) + (wz * wz);
        double ra = rest / _c;
        var reached = new Interval(1, 0);
        reached.Join(Roots(uu, uw, ww - (ra * ra)));
        if (LengthMetres == 0 || uu == 0)
            return Clipped(reached);
        double length = _k > 0 ? Math.Min(LengthMetres, rest / _k) : LengthMetres;
        double rb = Math.Max(0, rest - (_k * length)) / _c;
        double ud = (ux * _dx) + (uy * _dy) + (uz * _dz), wd = (wx * _dx) + (wy * _dy) + (wz * _dz);

        // The ball about the far end: P − B = w − length·d.
        reached.Join(Roots(uu, uw - (length * ud), ww - (2 * length * wd) + (length * length) - (rb * rb)));

        // Between the circles where the cone touches the balls: x = wd + t·ud within them, and lag·y ≤ rest − k·x.
        double xa = ra * _k / _c, xb = length + (rb * _k / _c);
        Interval slab = Slab(wd, ud, xa, Math.Min(xb, _k > 0 ? rest / _k : double.PositiveInfinity));
        double m2 = _lag * _lag, r = rest - (_k * wd);
        Interval cone = Roots(
            (m2 * (uu - (ud * ud))) - (_k * _k * ud * ud),
            (m2 * (uw - (ud * wd))) + (_k * ud * r),
            (m2 * (ww - (wd * wd))) - (r * r));
        cone.Meet(slab);
        if (cone.IsOpen)
            cone = OnOneNappe(slab, p, q, limitSeconds);
        reached.Join(cone);
        return Clipped(reached);
    }

    private static (double From, double To) Clipped(Interval reached) => (Math.Max(0, reached.From), Math.Min(1, reached.To));

    /// <summary>
    /// A line steeper than the cone leaves it by one root only: the roots bound what is outside. Within the slab there is one
    /// nappe, and the time along a line is convex: the reached part is found from its least value.
    /// </summary>
    private Interval OnOneNappe(Interval slab, Ecef p, Ecef q, double limitSeconds)
    {
        double low = Math.Max(0, slab.From), high = Math.Min(1, slab.To);
        if (!(low <= high))
            return new Interval(1, 0);
        double a = low, b = high;
        for (int i = 0; i < 100 && b - a > 1e-12; i++)
        {
            double c = a + ((b - a) / 3), d = b - ((b - a) / 3);
            if (SecondsOn(p, q, c) < SecondsOn(p, q, d))
                b = d;
            else
                a = c;
        }

        double least = (a + b) / 2;
        return SecondsOn(p, q, least) > limitSeconds
            ? new Interval(1, 0)
            : new Interval(Edge(p, q, least, low, limitSeconds), Edge(p, q, least, high, limitSeconds));
    }

    private double Edge(Ecef p, Ecef q, double inside, double outside, double limitSeconds)
    {
        if (SecondsOn(p, q, outside) <= limitSeconds)
            return outside;
        for (int i = 0; i < 60; i++)
        {
            double middle = (inside + outside) / 2;
            if (SecondsOn(p, q, middle) <= limitSeconds)
                inside = middle;
            else
                outside = middle;
        }

        return inside;
    }

    private double SecondsOn(Ecef p, Ecef q, double t) =>
        SecondsAt(new Ecef(p.X + (t * (q.X - p.X)), p.Y + (t * (q.Y - p.Y)), p.Z + (t * (q.Z - p.Z))));

    /// <summary>Where a t² + 2 b t + c ≤ 0, with a above 0; open where a is not.</summary>
    private static Interval Roots(double a, double b, double c)
    {
        if (!(a > 0))
            return Interval.Open;
        double discriminant = (b * b) - (a * c);
        if (discriminant < 0)
            return new Interval(1, 0);
        double root = Math.Sqrt(discriminant);
        return new Interval((-b - root) / a, (-b + root) / a);
    }

    private static Interval Slab(double at, double slope, double from, double to)
    {
        if (slope == 0)
            return at >= from && at <= to ? new Interval(double.NegativeInfinity, double.PositiveInfinity) : new Interval(1, 0);
        double a = (from - at) / slope, b = (to - at) / slope;
        return new Interval(Math.Min(a, b), Math.Max(a, b));
    }

    private struct Interval(double from, double to)
    {
        internal static readonly Interval Open = new(double.NaN, double.NaN);

        internal double From = from;
        internal double To = to;

        internal readonly bool IsOpen => double.IsNaN(From);

        /// <summary>With another that overlaps it, or where either is empty.</summary>
        internal void Join(Interval other)
        {
            if (!(other.From <= other.To))
                return;
            if (!(From <= To))
                (From, To) = (other.From, other.To);
            else
                (From, To) = (Math.Min(From, other.From), Math.Max(To, other.To));
        }

        internal void Meet(Interval other)
        {
            if (IsOpen)
                return;
            (From, To) = (Math.Max(From, other.From), Math.Min(To, other.To));
        }
    }
}
