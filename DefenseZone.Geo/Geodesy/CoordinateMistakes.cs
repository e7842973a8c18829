using System.Globalization;

namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// What may have gone wrong with coordinates that lie outside their system's area of use: each usual mistake is undone,
/// and the first that brings the place into the area is named.
/// </summary>
internal static class CoordinateMistakes
{
    private const double MetresOfZonePrefix = 1e6;
    private const int LastZone = 60;

    // All of VN-2000, and on UTM the neighbours of both hemispheres: a file may have millions of wrong rows.
    private const int MostZonesTried = 20;

    /// <summary>The likely mistake, as a sentence that says where the place would be; empty where none fits.</summary>
    internal static string Of(CoordinateSystem system, double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return string.Empty;
        string first = system.IsGeographic ? "longitude and latitude" : "east and north";
        if (Lands(system, y, x, out GeoPoint place))
            return $"{Capital(first)} swapped? {Then(place)}";
        return system.IsGeographic ? OfDegrees(system, x, y) : OfMetres(system, x, y);
    }

    /// <summary>The likely mistake with a place that has no coordinates in a system; empty where none fits.</summary>
    internal static string OfPlace(CoordinateSystem system, GeoPoint place)
    {
        var swapped = new GeoPoint(place.LatitudeDegrees, place.LongitudeDegrees);
        if (Math.Abs(swapped.LatitudeDegrees) <= 90 && system.Area.Contains(swapped))
            return $"Longitude and latitude swapped? {Then(swapped)}";
        foreach (CoordinateSystem other in Related(system))
        {
            if (other.Area.Contains(place) && Math.Abs(Angles.LongitudeDifference(other.CentralMeridianDegrees, place.LongitudeDegrees)) <= 3)
                return $"Another zone? The place is within {other}.";
        }

        return string.Empty;
    }

    private static string OfDegrees(CoordinateSystem system, double x, double y)
    {
        if (Math.Abs(x) <= 360 && Math.Abs(y) <= 90)
            return string.Empty;
        foreach (int epsg in (ReadOnlySpan<int>)[3405, 3406])
        {
            CoordinateSystem metric = CoordinateSystem.Of(epsg);
            if (Lands(metric, x, y, out GeoPoint place) && system.Area.Contains(place))
                return $"Metres given as degrees? Name their coordinate system; if it is {metric}, {Lower(Then(place))}";
        }

        return Math.Abs(x) > 1000 || Math.Abs(y) > 1000 ? "Metres given as degrees? Name their coordinate system." : string.Empty;
    }

    private static string OfMetres(CoordinateSystem system, double x, double y)
    {
        if (WithoutZone(system, x, y, string.Empty) is { Length: > 0 } prefixed)
            return prefixed;
        if (Math.Abs(x) <= 180 && Math.Abs(y) <= 90 && system.Area.Contains(new GeoPoint(x, y)))
            return "Degrees given as metres? Longitude and latitude are EPSG:4326 (WGS 84) or EPSG:4756 (VN-2000).";
        if (Math.Abs(y) <= 180 && Math.Abs(x) <= 90 && system.Area.Contains(new GeoPoint(y, x)))
            return "Degrees given as metres, latitude first? Longitude and latitude are EPSG:4326 (WGS 84) or EPSG:4756 (VN-2000).";
        foreach (CoordinateSystem other in Related(system))
        {
            if (Lands(other, x, y, out GeoPoint place))
                return $"Another zone or meridian? In {other}, {Lower(Then(place))}";
        }

        // Last, since a northing south of the equator looks like an easting behind the number of zone 9.
        return WithoutZone(system, y, x, ", and east and north swapped");
    }

    private static string WithoutZone(CoordinateSystem system, double east, double north, string swapped)
    {
        double zone = Math.Floor(east / MetresOfZonePrefix);
        return zone is >= 1 and <= LastZone && Lands(system, east - (zone * MetresOfZonePrefix), north, out GeoPoint place)
            ? $"Zone number {zone.ToString(CultureInfo.InvariantCulture)} in front of the easting{swapped}? {Then(place)}"
            : string.Empty;
    }

    // First the zones of the same datum that are nearest, as a slip of one zone is likelier than of ten.
    private static IEnumerable<CoordinateSystem> Related(CoordinateSystem system) => CoordinateSystem.Known
        .Where(other => other != system && !other.IsGeographic && other.Epsg != 3857 && other.IsVn2000 == system.IsVn2000)
        .OrderBy(other => Math.Abs(Angles.LongitudeDifference(system.CentralMeridianDegrees, other.CentralMeridianDegrees)))
        .ThenBy(other => other.Epsg)
        .Take(MostZonesTried);

    private static bool Lands(CoordinateSystem system, double x, double y, out GeoPoint place) =>
        system.TryLocate(x, y, out place) && system.Area.Contains(place);

    private static string Then(GeoPoint place) => $"Then it is at {CoordinateSystem.Degrees(place)}.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
