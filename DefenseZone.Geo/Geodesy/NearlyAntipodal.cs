namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// The shortest line between places that are nearly opposite each other, where iterating on the longitude does not
/// settle. The unknown is the azimuth at which the line leaves: of the lines that leave one place at azimuth α and
/// are followed to where they first reach the other's latitude going north, exactly one ends on its meridian and is
/// shortest (Karney 2013, section 4). It is bracketed by 0 and 180° and found by halving, which cannot fail; such
/// pairs are rare enough for its thirty microseconds.
/// </summary>
internal readonly struct NearlyAntipodal
{
    private readonly double _sin1;
    private readonly double _cos1;
    private readonly double _sin2;
    private readonly double _cos2;
    private readonly double _longitude;

    private NearlyAntipodal(ReducedLatitude first, ReducedLatitude second, double longitude)
    {
        // On the equator itself the first place counts as the least bit south of it, so that the arcs start in the
        // southern half like all others.
        _sin1 = Math.Min(first.Sine, -1e-300);
        _cos1 = first.Cosine;
        _sin2 = second.Sine;
        _cos2 = second.Cosine;
        _longitude = longitude;
    }

    /// <summary>Distance in metres and the two azimuths in radians, for a longitude difference of 0 to π.</summary>
    internal static (double DistanceMetres, double Initial, double Final) Solve(
        ReducedLatitude from, ReducedLatitude to, double longitude)
    {
        if (from.Cosine == 0 || to.Cosine == 0)
            return AlongMeridian(from, to, longitude);
        bool swapped = Math.Abs(from.Sine) < Math.Abs(to.Sine);
        (ReducedLatitude first, ReducedLatitude second) = swapped ? (to, from) : (from, to);
        bool mirrored = first.Sine > 0;
        if (mirrored)
            (first, second) = (first with { Sine = -first.Sine }, second with { Sine = -second.Sine });
        (double distance, double initial, double final) = new NearlyAntipodal(first, second, longitude).Solve();
        if (mirrored)
            (initial, final) = (Math.PI - initial, Math.PI - final);
        return swapped ? (distance, Math.PI - final, Math.PI - initial) : (distance, initial, final);
    }

    /// <summary>From pole to pole: along the first place's meridian, with the azimuths that each pole's longitude gives.</summary>
    private static (double DistanceMetres, double Initial, double Final) AlongMeridian(
        ReducedLatitude from, ReducedLatitude to, double longitude)
    {
        double arc = Math.Abs(Math.Atan2(to.Sine, to.Cosine) - Math.Atan2(from.Sine, from.Cosine));
        double distance = new GeodesicArc(from.Sine, 0, 0, from.Sine < 0 ? 1 : -1).Measure(arc).LengthMetres;
        return from.Sine < 0 ? (distance, 0, longitude) : (distance, Math.PI, Math.PI - longitude);
    }

    private (double DistanceMetres, double Initial, double Final) Solve()
    {
        double low = 0, high = Math.PI;
        while (true)
        {
            double middle = low + (0.5 * (high - low));
            if (middle <= low || middle >= high)
                break;
            if (Follow(middle).Longitude < _longitude)
                low = middle;
            else
                high = middle;
        }

        (double distance, double longitude, double sineAtNode, double northwards) = Follow(high);

        // What rounding leaves of the longitude counts by the east component of the arriving direction.
        distance += Wgs84.SemiMajorAxisMetres * sineAtNode * (_longitude - longitude);
        return (distance, high, Math.Atan2(sineAtNode, northwards));
    }

    /// <summary>Follows the line that leaves at an azimuth to where it reaches the second latitude going north.</summary>
    private (double DistanceMetres, double Longitude, double SineAtNode, double Northwards) Follow(double azimuth)
    {
        (double sine, double cosine) = Math.SinCos(azimuth);
        var arc = new GeodesicArc(_sin1, _cos1, sine, cosine);
        double leaving = cosine * _cos1;
        double arriving = Math.Sqrt(Math.Max(0, (leaving * leaving) + ((_sin1 - _sin2) * (_sin1 + _sin2))));
        double arcLength = Math.Atan2(_sin2, arriving) - arc.Start;
        double sphereLongitude = Math.Atan2(arc.SineAtNode * _sin2, arriving) - Math.Atan2(arc.SineAtNode * _sin1, leaving);
        (double length, double lag) = arc.Measure(arcLength);
        return (length, sphereLongitude - lag, arc.SineAtNode, arriving);
    }
}
