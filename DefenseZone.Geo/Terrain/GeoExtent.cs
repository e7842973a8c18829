using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain;

/// <summary>A box of longitudes and latitudes on WGS84, its edges included.</summary>
/// <param name="WestDegrees">Its western edge, −180 to 180.</param>
/// <param name="SouthDegrees">Its southern edge.</param>
/// <param name="EastDegrees">Its eastern edge; west of the western one by less than a turn means across the antimeridian, as in RFC 7946.</param>
/// <param name="NorthDegrees">Its northern edge; south of the southern one means an empty box.</param>
public readonly record struct GeoExtent(double WestDegrees, double SouthDegrees, double EastDegrees, double NorthDegrees)
{
    /// <summary>A box that holds no place.</summary>
    public static GeoExtent Empty { get; } = new(0, 1, 0, -1);

    /// <summary>Whether no place is in it.</summary>
    public bool IsEmpty => !(SouthDegrees <= NorthDegrees);

    /// <summary>How far it reaches eastwards, 0 to 360 degrees.</summary>
    public double WidthDegrees => WestDegrees <= EastDegrees ? EastDegrees - WestDegrees : EastDegrees - WestDegrees + 360;

    /// <summary>The place in its middle.</summary>
    public GeoPoint Centre => new(Angles.Wrap(WestDegrees + (WidthDegrees / 2)), (SouthDegrees + NorthDegrees) / 2);

    /// <summary>Whether a place is in it or on its edge.</summary>
    public bool Contains(GeoPoint place)
    {
        if (!(place.LatitudeDegrees >= SouthDegrees && place.LatitudeDegrees <= NorthDegrees))
            return false;
        double east = Math.IEEERemainder(place.LongitudeDegrees - WestDegrees, 360);
        return (east < 0 ? east + 360 : east) <= WidthDegrees;
    }
}
