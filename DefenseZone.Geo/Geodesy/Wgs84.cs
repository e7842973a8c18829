namespace DefenseZone.Geo.Geodesy;

/// <summary>The WGS84 ellipsoid (EPSG:7030): every distance of this project is measured on it.</summary>
public static class Wgs84
{
    /// <summary>The equatorial radius, in metres.</summary>
    public const double SemiMajorAxisMetres = 6_378_137.0;

    /// <summary>The flattening, (a − b)/a.</summary>
    public const double Flattening = 1 / 298.257223563;

    /// <summary>The polar radius, in metres.</summary>
    public const double SemiMinorAxisMetres = SemiMajorAxisMetres * (1 - Flattening);

    /// <summary>The square of the first eccentricity, (a² − b²)/a².</summary>
    public const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>The square of the second eccentricity, (a² − b²)/b².</summary>
    public const double SecondEccentricitySquared = EccentricitySquared / (1 - EccentricitySquared);

    /// <summary>
    /// The mean radius of curvature √(MN) at a latitude, in metres: the radius of the sphere that fits the
    /// ellipsoid best there. The curvature in a given direction differs from it by less than 0.34 %.
    /// </summary>
    public static double MeanRadiusOfCurvatureMetres(double latitudeDegrees)
    {
        double sine = Math.Sin(double.DegreesToRadians(latitudeDegrees));
        return SemiMinorAxisMetres / (1 - (EccentricitySquared * sine * sine));
    }
}
