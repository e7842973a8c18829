using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// Lambert's azimuthal equal-area projection by way of the authalic sphere: places on WGS84 become metres in a plane
/// in which every area is the area on the ellipsoid, exactly and anywhere but at the point opposite the centre.
/// Shapes and distances are true only near the centre.
/// </summary>
/// <remarks>Method: J. P. Snyder, Map Projections – A Working Manual, USGS PP 1395 (1987), equations 3-11 to 3-13 and 24-2 to 24-4.</remarks>
internal sealed class EqualAreaProjection
{
    private static readonly double Eccentricity = Math.Sqrt(Wgs84.EccentricitySquared);
    private static readonly double PolarQ = Q(1);
    private static readonly double AuthalicRadiusMetres = Wgs84.SemiMajorAxisMetres * Math.Sqrt(PolarQ / 2);

    private readonly double _centreLongitudeDegrees;
    private readonly double _sinCentre;
    private readonly double _cosCentre;

    /// <summary>The projection about a place.</summary>
    internal EqualAreaProjection(GeoPoint centre)
    {
        _centreLongitudeDegrees = centre.LongitudeDegrees;
        (_sinCentre, _cosCentre) = Authalic(centre.LatitudeDegrees);
    }

    /// <summary>East and north of the centre, in metres of the equal-area plane.</summary>
    internal Coordinate Project(double longitudeDegrees, double latitudeDegrees)
    {
        (double sine, double cosine) = Authalic(latitudeDegrees);
        (double sinLongitude, double cosLongitude) = Angles.SinCosDegrees(longitudeDegrees - _centreLongitudeDegrees);
        double cosDistance = (_sinCentre * sine) + (_cosCentre * cosine * cosLongitude);

        // Opposite the centre the projection has no value: the farthest that a double can tell apart stands for it.
        double scale = AuthalicRadiusMetres * Math.Sqrt(2 / Math.Max(1 + cosDistance, 1e-15));
        return new Coordinate(
            scale * cosine * sinLongitude,
            scale * ((_cosCentre * sine) - (_sinCentre * cosine * cosLongitude)));
    }

    /// <summary>Sine and cosine of the latitude of equal area on the sphere of the ellipsoid's area.</summary>
    private static (double Sine, double Cosine) Authalic(double latitudeDegrees)
    {
        double sine = Math.Clamp(Q(Angles.SinCosDegrees(latitudeDegrees).Sine) / PolarQ, -1, 1);
        return (sine, Math.Sqrt((1 - sine) * (1 + sine)));
    }

    private static double Q(double sine)
    {
        double scaled = Eccentricity * sine;
        return (1 - Wgs84.EccentricitySquared)
            * ((sine / (1 - (scaled * scaled))) + (Math.Atanh(scaled) / Eccentricity));
    }
}
