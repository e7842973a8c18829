using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// The spherical Mercator projection that web maps draw in (EPSG:3857). For drawing only: nothing is measured in
/// it, because its metres are true on the equator alone.
/// </summary>
public static class WebMercator
{
    /// <summary>The northernmost and southernmost latitude that is drawn; what lies beyond is put on this edge.</summary>
    public const double LargestLatitudeDegrees = 85.06;

    /// <summary>The place on the drawing, in Mercator metres.</summary>
    public static (double X, double Y) Of(GeoPoint place) => Of(place.LongitudeDegrees, place.LatitudeDegrees);

    /// <summary>The place on the drawing, in Mercator metres.</summary>
    public static (double X, double Y) Of(double longitudeDegrees, double latitudeDegrees)
    {
        double latitude = Math.Clamp(latitudeDegrees, -LargestLatitudeDegrees, LargestLatitudeDegrees);
        return (
            Wgs84.SemiMajorAxisMetres * double.DegreesToRadians(longitudeDegrees),
            Wgs84.SemiMajorAxisMetres * Math.Atanh(Math.Sin(double.DegreesToRadians(latitude))));
    }

    /// <summary>The place that is drawn at these Mercator metres, its longitude brought within ±180°.</summary>
    public static GeoPoint ToGeoPoint(double x, double y)
    {
        double longitude = double.RadiansToDegrees(x / Wgs84.SemiMajorAxisMetres);
        return new GeoPoint(
            Math.IEEERemainder(longitude, 360),
            double.RadiansToDegrees(Math.Asin(Math.Tanh(y / Wgs84.SemiMajorAxisMetres))));
    }

    /// <summary>How many Mercator metres one metre on the ground is at a latitude.</summary>
    public static double Scale(double latitudeDegrees) =>
        1 / Math.Cos(double.DegreesToRadians(Math.Clamp(latitudeDegrees, -LargestLatitudeDegrees, LargestLatitudeDegrees)));
}
