namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// Geocentric (earth-centred, earth-fixed) Cartesian coordinates in metres: X towards longitude 0 on the
/// equator, Y towards 90° east, Z towards the north pole. There is no seam and no pole in them, which is why the
/// analyses count in them.
/// </summary>
/// <param name="X">Metres towards longitude 0°, latitude 0°.</param>
/// <param name="Y">Metres towards longitude 90° east, latitude 0°.</param>
/// <param name="Z">Metres towards the north pole.</param>
public readonly record struct Ecef(double X, double Y, double Z)
{
    /// <summary>The coordinates of a place.</summary>
    /// <param name="place">Longitude and latitude on WGS84.</param>
    /// <param name="heightMetres">Height above the ellipsoid.</param>
    public static Ecef Of(GeoPoint place, double heightMetres = 0)
    {
        (double sinLat, double cosLat) = Math.SinCos(double.DegreesToRadians(place.LatitudeDegrees));
        (double sinLon, double cosLon) = Math.SinCos(double.DegreesToRadians(place.LongitudeDegrees));
        double normal = Wgs84.SemiMajorAxisMetres / Math.Sqrt(1 - (Wgs84.EccentricitySquared * sinLat * sinLat));
        double equatorial = (normal + heightMetres) * cosLat;
        return new Ecef(
            equatorial * cosLon,
            equatorial * sinLon,
            ((normal * (1 - Wgs84.EccentricitySquared)) + heightMetres) * sinLat);
    }

    /// <summary>
    /// The place under these coordinates. Bowring's formula (1976) is exact to well under a micrometre for the
    /// heights that occur here, within ±10 km of the ellipsoid.
    /// </summary>
    public GeoPoint ToGeoPoint()
    {
        double equatorial = Math.Sqrt((X * X) + (Y * Y));
        double parametric = Math.Atan2(Z * Wgs84.SemiMajorAxisMetres, equatorial * Wgs84.SemiMinorAxisMetres);
        (double sine, double cosine) = Math.SinCos(parametric);
        double latitude = Math.Atan2(
            Z + (Wgs84.SecondEccentricitySquared * Wgs84.SemiMinorAxisMetres * sine * sine * sine),
            equatorial - (Wgs84.EccentricitySquared * Wgs84.SemiMajorAxisMetres * cosine * cosine * cosine));
        return new GeoPoint(double.RadiansToDegrees(Math.Atan2(Y, X)), double.RadiansToDegrees(latitude));
    }

    /// <summary>The straight-line distance to another point, in metres.</summary>
    public double DistanceMetresTo(Ecef other)
    {
        double x = X - other.X, y = Y - other.Y, z = Z - other.Z;
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }
}
