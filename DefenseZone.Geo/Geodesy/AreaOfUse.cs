using System.Globalization;

namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// Where the coordinates of a system are taken: a box in degrees on WGS84, bounds inclusive. It is the system's area of
/// use in the EPSG register with a margin, so that ground on both sides of a border is within it.
/// </summary>
/// <param name="WestDegrees">Its westernmost longitude.</param>
/// <param name="SouthDegrees">Its southernmost latitude.</param>
/// <param name="EastDegrees">Its easternmost longitude: above 180 where it crosses the 180th meridian.</param>
/// <param name="NorthDegrees">Its northernmost latitude.</param>
public readonly record struct AreaOfUse(double WestDegrees, double SouthDegrees, double EastDegrees, double NorthDegrees)
{
    /// <summary>The whole Earth.</summary>
    public static AreaOfUse World { get; } = new(-180, -90, 180, 90);

    /// <summary>
    /// VN-2000: EPSG gives 102.14–109.53° E, 8.33–23.40° N (Vietnam, onshore). The margin is 3°, and to the east 9°, so
    /// that Hoàng Sa and Trường Sa are within it.
    /// </summary>
    internal static AreaOfUse Vietnam { get; } = new(102.14 - 3, 8.33 - 3, 109.53 + 9, 23.40 + 3);

    /// <summary>Whether a place is within it.</summary>
    public bool Contains(GeoPoint place)
    {
        double middle = (WestDegrees + EastDegrees) / 2;
        return place.LatitudeDegrees >= SouthDegrees && place.LatitudeDegrees <= NorthDegrees
            && Math.Abs(Angles.LongitudeDifference(middle, place.LongitudeDegrees)) <= (EastDegrees - WestDegrees) / 2;
    }

    /// <summary>As <c>longitude 99.14 to 118.53, latitude 5.33 to 26.4</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"longitude {Wrapped(WestDegrees)} to {Wrapped(EastDegrees)}, latitude {SouthDegrees:0.##} to {NorthDegrees:0.##}");

    /// <summary>The part of it that lies no further than some degrees from a meridian.</summary>
    internal AreaOfUse Near(double meridianDegrees, double degrees) =>
        this with { WestDegrees = Math.Max(WestDegrees, meridianDegrees - degrees), EastDegrees = Math.Min(EastDegrees, meridianDegrees + degrees) };

    private static string Wrapped(double degrees) => (degrees is >= -180 and <= 180 ? degrees : Angles.Wrap(degrees)).ToString("0.##", CultureInfo.InvariantCulture);
}
