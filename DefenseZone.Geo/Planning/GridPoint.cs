using DefenseZone.Geo.Geodesy;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Planning;

/// <summary>
/// A place in whole steps of 1e-7 degrees (about a centimetre), the precision that GeoJSON is written with. What
/// is generated on this grid reads back as the same numbers, and what shares a place shares it exactly.
/// </summary>
/// <param name="X">Longitude in steps of 1e-7 degrees, east positive.</param>
/// <param name="Y">Latitude in steps of 1e-7 degrees, north positive.</param>
internal readonly record struct GridPoint(int X, int Y)
{
    public const double StepsPerDegree = 1e7;

    public static GridPoint OfDegrees(double longitudeDegrees, double latitudeDegrees) =>
        Round(longitudeDegrees * StepsPerDegree, latitudeDegrees * StepsPerDegree);

    public static GridPoint Round(double x, double y) => new((int)Math.Round(x), (int)Math.Round(y));

    // Division, not multiplication by 1e-7: it gives the double that the decimal number is read as.
    public Coordinate ToCoordinate() => new(X / StepsPerDegree, Y / StepsPerDegree);

    public static Coordinate[] ToCoordinates(ReadOnlySpan<GridPoint> points)
    {
        var coordinates = new Coordinate[points.Length];
        for (int i = 0; i < points.Length; i++)
            coordinates[i] = points[i].ToCoordinate();
        return coordinates;
    }
}

/// <summary>
/// The metres on the WGS84 ellipsoid that a grid step is worth at a latitude. Lengths of up to some kilometres
/// measured with it are good to 1e-6. Only operations that IEEE 754 rounds exactly are used (its own series in
/// place of the platform's sine), so that every machine gets the same.
/// </summary>
internal readonly record struct GridScale(double MetresPerX, double MetresPerY)
{
    private const double RadiansPerStep = Math.PI / (180 * GridPoint.StepsPerDegree);

    public static GridScale At(int y)
    {
        (double sin, double cos) = SinCos(y * RadiansPerStep);
        double w = 1 - (Wgs84.EccentricitySquared * sin * sin);
        double primeVertical = Wgs84.SemiMajorAxisMetres / Math.Sqrt(w);
        double meridional = primeVertical * (1 - Wgs84.EccentricitySquared) / w;
        return new GridScale(primeVertical * cos * RadiansPerStep, meridional * RadiansPerStep);
    }

    public static double Metres(GridPoint from, GridPoint to)
    {
        GridScale scale = At((int)(((long)from.Y + to.Y) / 2));
        double east = (to.X - from.X) * scale.MetresPerX;
        double north = (to.Y - from.Y) * scale.MetresPerY;
        return Math.Sqrt((east * east) + (north * north));
    }

    // Taylor's series; below half a radian the term left out is under 1e-17.
    private static (double Sin, double Cos) SinCos(double radians)
    {
        double square = radians * radians;
        double sin = 1;
        double cos = 1;
        for (int n = 14; n >= 2; n -= 2)
        {
            cos = 1 - (cos * square / (n * (n - 1)));
            sin = 1 - (sin * square / (n * (n + 1)));
        }

        return (sin * radians, cos);
    }
}
