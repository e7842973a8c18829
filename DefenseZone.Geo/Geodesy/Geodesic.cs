using System.Collections.Immutable;

namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// Geodesics on the WGS84 ellipsoid: the shortest line between two places, and the place at a distance in a
/// direction.
/// </summary>
/// <remarks>
/// <para>Longitudes may be any finite number (they count modulo 360 on input and are −180 to 180 on output),
/// latitudes −90 to 90. At a pole an azimuth is relative to the meridian of the longitude given.</para>
/// <para>Accurate to 30 nanometres for any pair, nearly opposite places, poles and the antimeridian included;
/// lengths of short lines to about 1e-15 of themselves once the coordinates are taken as exact.</para>
/// <para>Method: the auxiliary sphere, with the integrals of C. F. F. Karney, Algorithms for geodesics, J. Geodesy
/// 87 (2013), 43–55, by quadrature; see docs/methods/geodesy.md.</para>
/// </remarks>
public static class Geodesic
{
    /// <summary>
    /// The radius, in metres, up to which a circle on the ellipsoid has an outline that does not meet itself: π times
    /// the polar radius, the distance to the nearest conjugate point of the equator.
    /// </summary>
    public const double MaximumCircleRadiusMetres = Math.PI * Wgs84.SemiMinorAxisMetres;

    // The longitude on the sphere gains two to three digits a step on ordinary lines, less and less as the
    // places come to lie opposite; a line that takes more steps than this is left to the other method.
    private const int MaximumSteps = 40;

    /// <summary>The shortest line from one place to another.</summary>
    /// <exception cref="ArgumentException">A coordinate is not finite, or a latitude beyond a pole.</exception>
    public static GeodesicLine Inverse(GeoPoint from, GeoPoint to)
    {
        Check(from, nameof(from));
        Check(to, nameof(to));
        double degrees = Angles.LongitudeDifference(from.LongitudeDegrees, to.LongitudeDegrees);
        double longitude = double.DegreesToRadians(Math.Abs(degrees));
        var first = ReducedLatitude.Of(from.LatitudeDegrees);
        var second = ReducedLatitude.Of(to.LatitudeDegrees);

        // sin(β₂ − β₁) by way of the difference in degrees, which is exact where it is small.
        double northing = (1 - Wgs84.Flattening) * Angles.SinCosDegrees(to.LatitudeDegrees - from.LatitudeDegrees).Sine
            / (first.Scale * second.Scale);
        (double distance, double initial, double final) =
            TrySettle(first, second, northing, longitude) ?? NearlyAntipodal.Solve(first, second, longitude);
        double side = degrees < 0 ? -1 : 1;
        return new GeodesicLine(
            distance, side * double.RadiansToDegrees(initial), side * double.RadiansToDegrees(final));
    }

    /// <summary>The place reached from another by going straight on.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="azimuthDegrees">The direction at the start, clockwise from north; any finite number.</param>
    /// <param name="distanceMetres">
    /// How far; negative goes backwards. Beyond half the way round the line goes on but is no longer the shortest.
    /// </param>
    /// <exception cref="ArgumentException">A number is not finite, a latitude is beyond a pole, or a distance over 1e9 m.</exception>
    public static GeoPoint Direct(GeoPoint from, double azimuthDegrees, double distanceMetres)
    {
        Check(from, nameof(from));
        if (!double.IsFinite(azimuthDegrees))
            throw new ArgumentOutOfRangeException(nameof(azimuthDegrees), azimuthDegrees, "An azimuth is a finite number of degrees.");
        if (!(Math.Abs(distanceMetres) <= 1e9))
            throw new ArgumentOutOfRangeException(nameof(distanceMetres), distanceMetres, "A distance is at most 1e9 m, 25 times round the Earth.");
        return Direct(from.LongitudeDegrees, ReducedLatitude.Of(from.LatitudeDegrees), azimuthDegrees, distanceMetres);
    }

    /// <summary>The outline of a circle: the places at one distance from its centre.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="radiusMetres">More than 0, at most <see cref="MaximumCircleRadiusMetres"/>.</param>
    /// <param name="vertices">How many places, at least 3, at equal steps of azimuth; the first again at the end.</param>
    /// <returns>
    /// <paramref name="vertices"/> + 1 places, counter-clockwise from due north. Longitudes are −180 to 180, so the
    /// outline of a circle over the antimeridian or a pole jumps; <see cref="GeodesicCircle"/> makes polygons of those.
    /// </returns>
    /// <exception cref="ArgumentException">A coordinate is not finite or out of range, or the radius or vertex count is.</exception>
    public static ImmutableArray<GeoPoint> Circle(GeoPoint centre, double radiusMetres, int vertices)
    {
        Check(centre, nameof(centre));
        CheckRadius(radiusMetres);
        ArgumentOutOfRangeException.ThrowIfLessThan(vertices, 3);
        var latitude = ReducedLatitude.Of(centre.LatitudeDegrees);
        var outline = new GeoPoint[vertices + 1];
        for (int i = 0; i < vertices; i++)
            outline[i] = Direct(centre.LongitudeDegrees, latitude, -360.0 * i / vertices, radiusMetres);
        outline[vertices] = outline[0];
        return ImmutableArray.Create(outline);
    }

    /// <summary>Throws unless a radius is one that a circle can have.</summary>
    internal static void CheckRadius(double radiusMetres)
    {
        if (!(radiusMetres > 0 && radiusMetres <= MaximumCircleRadiusMetres))
        {
            throw new ArgumentOutOfRangeException(
                nameof(radiusMetres), radiusMetres, $"A circle's radius is over 0 and at most {MaximumCircleRadiusMetres:F0} m.");
        }
    }

    /// <summary>Throws unless a place is on the Earth.</summary>
    internal static void Check(GeoPoint place, string name)
    {
        if (!double.IsFinite(place.LongitudeDegrees))
            throw new ArgumentOutOfRangeException(name, place.LongitudeDegrees, "A longitude is a finite number of degrees.");
        if (!(Math.Abs(place.LatitudeDegrees) <= 90))
            throw new ArgumentOutOfRangeException(name, place.LatitudeDegrees, "A latitude is −90 to 90 degrees.");
    }

    private static GeoPoint Direct(double longitudeDegrees, ReducedLatitude latitude, double azimuthDegrees, double distanceMetres)
    {
        (double sinAzimuth, double cosAzimuth) = Angles.SinCosDegrees(azimuthDegrees);
        var line = new GeodesicArc(latitude.Sine, latitude.Cosine, sinAzimuth, cosAzimuth);

        // Newton on the arc: the length is so nearly proportional to it that two or three steps reach rounding.
        double arc = distanceMetres / line.MetresPerRadianAt(0.5 * distanceMetres / Wgs84.SemiMajorAxisMetres);
        double lag = 0;
        for (int step = 0; step < 8; step++)
        {
            (double length, lag) = line.Measure(arc);
            double error = distanceMetres - length;
            if (Math.Abs(error) <= 1e-15 * Math.Abs(distanceMetres))
                break;
            double correction = error / line.MetresPerRadianAt(arc);
            arc += correction;

            // The lag of a last step as small as this changes by less than rounding.
            if (Math.Abs(correction) <= 1e-15)
                break;
        }

        (double sinArc, double cosArc) = Math.SinCos(arc);
        double north = (latitude.Cosine * cosArc) - (latitude.Sine * sinArc * cosAzimuth);
        double east = sinArc * sinAzimuth;
        double sine = (latitude.Sine * cosArc) + (latitude.Cosine * sinArc * cosAzimuth);
        double cosine = Math.Sqrt((north * north) + (east * east));
        double longitude = Math.Atan2(east, north) - lag;
        return new GeoPoint(
            Angles.Wrap(Angles.Wrap(longitudeDegrees) + double.RadiansToDegrees(longitude)),
            double.RadiansToDegrees(Math.Atan2(sine, (1 - Wgs84.Flattening) * cosine)));
    }

    /// <summary>
    /// Iterates on the longitude difference on the auxiliary sphere (as Bessel and Vincenty did, here with the exact
    /// integrals). Nothing where it does not settle: the places are nearly opposite.
    /// </summary>
    private static (double DistanceMetres, double Initial, double Final)? TrySettle(
        ReducedLatitude from, ReducedLatitude to, double northing, double longitude)
    {
        // Where a short line would settle at this mean latitude (Karney 2013, equation 48).
        double cosine = 0.5 * (from.Cosine + to.Cosine);
        double onSphere = Math.Min(longitude / Math.Sqrt(1 - (Wgs84.EccentricitySquared * cosine * cosine)), Math.PI);
        double lastChange = double.PositiveInfinity;
        for (int step = 0; step < MaximumSteps; step++)
        {
            double half = Math.Sin(0.5 * onSphere);
            double versine = 2 * half * half;
            double sinLongitude = Math.Sin(onSphere);

            // Forms without a difference of nearly equal numbers, so that a millimetre keeps all its digits.
            double east = to.Cosine * sinLongitude;
            double north = northing + (from.Sine * to.Cosine * versine);
            double sinArc = Math.Sqrt((east * east) + (north * north));
            double cosArc = (from.Sine * to.Sine) + (from.Cosine * to.Cosine * (1 - versine));
            if (sinArc == 0)
                return cosArc > 0 ? (0, 0, 0) : null;

            double arc = Math.Atan2(sinArc, cosArc);
            var line = new GeodesicArc(from.Sine, from.Cosine, east / sinArc, north / sinArc);
            (double length, double lag) = line.Measure(arc);
            double next = longitude + lag;
            double change = Math.Abs(next - onSphere);
            if (change <= 4e-16 * next)
            {
                double final = Math.Atan2(from.Cosine * sinLongitude, northing - (from.Cosine * to.Sine * versine));
                return (length, Math.Atan2(east, north), final);
            }

            // Steps that hardly shrink mean that there is more than one line to settle on, or none.
            if (next > Math.PI || (step > 1 && change > 0.5 * lastChange && change > 1e-14))
                return null;
            lastChange = change;
            onSphere = next;
        }

        return null;
    }
}
