using System.Collections.Immutable;
using System.Globalization;
using ProjNet.CoordinateSystems.Transformations;

namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// A coordinate reference system by its EPSG code, and the way between it and WGS84. X is longitude or easting and
/// Y latitude or northing, in degrees or metres, whatever the axis order of the EPSG register.
/// </summary>
/// <remarks>
/// <para>Known are WGS84 (4326), Web Mercator (3857), UTM on WGS84 (32601–32660 north, 32701–32760 south), and
/// VN-2000: geographic (4756), UTM (3405, 3406), the 3° zones (5896–5899) and the provincial zones (9205–9218).</para>
/// <para>VN-2000 and WGS84 are related by the seven parameters of Decision 05/2007/QĐ-BTNMT, which are EPSG:6960
/// (Coordinate Frame rotation), at height 0. EPSG gives that transformation itself an accuracy of 1 m; it is carried
/// out here to 2 cm of PROJ's result wherever <see cref="IsAccurateAt"/> says so, and to 5 mm within Vietnam.</para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
public sealed class CoordinateSystem
{
    // A zone number in front of the easting is at most 60 million; nothing that anybody writes is beyond.
    private const double LargestMetres = 1e8;

    private readonly Lazy<MathTransform> _toWgs84;
    private readonly Lazy<MathTransform> _fromWgs84;
    private readonly double _highestLatitudeDegrees;
    private readonly bool _isTransverseMercator;

    internal CoordinateSystem(CoordinateSystemDefinition definition)
    {
        Epsg = definition.Epsg;
        Name = definition.Name;
        IsGeographic = definition.IsGeographic;
        IsVn2000 = definition.IsVn2000;
        Area = definition.Area;
        CentralMeridianDegrees = definition.CentralMeridianDegrees;
        _highestLatitudeDegrees = definition.HighestLatitudeDegrees;
        _isTransverseMercator = definition.IsTransverseMercator;
        _toWgs84 = new(() => definition.Transform(toWgs84: true));
        _fromWgs84 = new(() => definition.Transform(toWgs84: false));
    }

    /// <summary>All systems that are known, by code.</summary>
    public static ImmutableArray<CoordinateSystem> Known { get; } =
        [.. CoordinateSystemDefinition.All().Select(definition => new CoordinateSystem(definition)).OrderBy(system => system.Epsg)];

    /// <summary>The code in the EPSG register.</summary>
    public int Epsg { get; }

    /// <summary>The name in the EPSG register.</summary>
    public string Name { get; }

    /// <summary>Whether coordinates are longitude and latitude in degrees; otherwise they are metres.</summary>
    public bool IsGeographic { get; }

    /// <summary>Whether it stands on the datum VN-2000.</summary>
    public bool IsVn2000 { get; }

    /// <summary>The longitude in degrees about which a projected system is laid; 0 for the others.</summary>
    public double CentralMeridianDegrees { get; }

    /// <summary>
    /// Where its coordinates are taken by <see cref="PlaceOf"/> and <see cref="CoordinatesOf"/>: the area of use of the
    /// EPSG register with a margin, in degrees.
    /// <list type="bullet">
    /// <item>WGS84: the Earth; Web Mercator: between latitudes ±85.06.</item>
    /// <item>VN-2000: 3° round Vietnam, 9° to the east; zones also no further than 8° from their central meridian.</item>
    /// <item>UTM on WGS84: 8° on both sides of the central meridian, 1° beyond the equator, up to 84°.</item>
    /// </list>
    /// </summary>
    public AreaOfUse Area { get; }

    /// <summary>The system of a code.</summary>
    /// <exception cref="ArgumentException">The code is not one of those known; the message lists them.</exception>
    public static CoordinateSystem Of(int epsg) => TryOf(epsg, out CoordinateSystem system)
        ? system
        : throw new ArgumentOutOfRangeException(nameof(epsg), epsg, $"EPSG:{epsg.ToString(CultureInfo.InvariantCulture)} is not known. Known are {CoordinateSystemDefinition.KnownCodes}.");

    /// <summary>The system of a code, if it is known; else WGS84 and false.</summary>
    public static bool TryOf(int epsg, out CoordinateSystem system)
    {
        foreach (CoordinateSystem known in Known)
        {
            if (known.Epsg == epsg)
            {
                system = known;
                return true;
            }
        }

        system = Known.First(known => known.Epsg == 4326);
        return false;
    }

    /// <summary>
    /// The VN-2000 3° zone whose central meridian is nearest to a longitude, of all zones national and provincial
    /// (the one further west where two are equally near): a zone to read coordinates in, not the one that a province
    /// has been given. West and east of Vietnam it is the outermost zone.
    /// </summary>
    public static CoordinateSystem Vn2000ZoneFor(double longitudeDegrees)
    {
        if (!double.IsFinite(longitudeDegrees))
            throw new ArgumentOutOfRangeException(nameof(longitudeDegrees), longitudeDegrees, "A longitude is a finite number of degrees.");
        return Known
            .Where(system => system.IsVn2000 && !system.IsGeographic && system.Epsg is not (3405 or 3406))
            .OrderBy(system => Math.Abs(Angles.LongitudeDifference(system.CentralMeridianDegrees, longitudeDegrees)))
            .ThenBy(system => system.CentralMeridianDegrees)
            .First();
    }

    /// <summary>
    /// Whether the accuracy promised holds at a place: within 8° of the central meridian and 84° of the equator for
    /// transverse Mercator, up to latitude ±85.06 for Web Mercator. Further off coordinates are still given, and are
    /// wrong by 3 cm at 10°, by a metre at 15°, and by far more beyond.
    /// </summary>
    public bool IsAccurateAt(GeoPoint place) =>
        Math.Abs(place.LatitudeDegrees) <= _highestLatitudeDegrees
        && (!_isTransverseMercator
            || Math.Abs(Angles.LongitudeDifference(CentralMeridianDegrees, place.LongitudeDegrees)) <= CoordinateSystemDefinition.AccurateDegreesFromMeridian);

    /// <summary>The place on WGS84 of coordinates in this system.</summary>
    /// <param name="x">Longitude in degrees, or easting in metres.</param>
    /// <param name="y">Latitude in degrees, or northing in metres.</param>
    /// <exception cref="ArgumentException">A coordinate is not finite, or means no place on the Earth.</exception>
    public GeoPoint ToWgs84(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y) || (IsGeographic && Math.Abs(y) > 90))
            throw Outside(x, y);
        if (Epsg == 4326)
            return new GeoPoint(Angles.Wrap(x), y);
        (double longitude, double latitude) = _toWgs84.Value.Transform(x, y);
        if (!double.IsFinite(longitude) || !(Math.Abs(latitude) <= 90))
            throw Outside(x, y);
        return new GeoPoint(Angles.Wrap(longitude), latitude);
    }

    /// <summary>The coordinates of a place in this system: longitude and latitude in degrees, or easting and northing in metres.</summary>
    /// <exception cref="ArgumentException">
    /// The place is not on the Earth, or has no coordinates in this system (the poles in Web Mercator, the other side
    /// of the Earth in transverse Mercator).
    /// </exception>
    public (double X, double Y) FromWgs84(GeoPoint point)
    {
        Geodesic.Check(point, nameof(point));
        double longitude = Angles.Wrap(point.LongitudeDegrees);
        if (Epsg == 4326)
            return (longitude, point.LatitudeDegrees);
        double fromMeridian = Angles.LongitudeDifference(CentralMeridianDegrees, longitude);
        bool reachable = !_isTransverseMercator || Math.Abs(fromMeridian) < 80;

        // Near ±180 a zone's own meridian may lie across: the projection is given the longitude on its side.
        double onThisSide = _isTransverseMercator ? CentralMeridianDegrees + fromMeridian : longitude;
        (double x, double y) = reachable
            ? _fromWgs84.Value.Transform(onThisSide, point.LatitudeDegrees)
            : (double.NaN, double.NaN);
        return double.IsFinite(x) && double.IsFinite(y)
            ? (IsGeographic ? Angles.Wrap(x) : x, y)
            : throw new ArgumentOutOfRangeException(nameof(point), point, $"EPSG:{Epsg} ({Name}) has no coordinates for this place.");
    }

    /// <summary>
    /// The place on WGS84 of coordinates that somebody has given: as <see cref="ToWgs84"/>, and refused outside the
    /// <see cref="Area"/>.
    /// </summary>
    /// <param name="x">Longitude in degrees, or easting in metres.</param>
    /// <param name="y">Latitude in degrees, or northing in metres.</param>
    /// <exception cref="ArgumentException">
    /// A coordinate is not finite, or the place is outside the area. The message says where it would lie, and which usual
    /// mistake (swapped axes, zone number in front of the easting, degrees for metres, another zone) would explain it.
    /// </exception>
    public GeoPoint PlaceOf(double x, double y)
    {
        if (TryLocate(x, y, out GeoPoint place) && Area.Contains(place))
            return place;
        string given = string.Create(CultureInfo.InvariantCulture, $"{(IsGeographic ? "longitude" : "east")} {x:R}, {(IsGeographic ? "latitude" : "north")} {y:R}");
        string what = !double.IsFinite(x) || !double.IsFinite(y) ? "is not a pair of finite numbers"
            : place == default ? $"is no place in {this}, which takes {Area}"
            : $"in {this} would be at {Degrees(place)}, outside the area of that system ({Area})";
        throw Refused($"{given} {what}", CoordinateMistakes.Of(this, x, y));
    }

    /// <summary>The coordinates of a place in this system: as <see cref="FromWgs84"/>, and refused outside the <see cref="Area"/>.</summary>
    /// <exception cref="ArgumentException">The place is not on the Earth, or outside the area; the message says what would be right.</exception>
    public (double X, double Y) CoordinatesOf(GeoPoint place)
    {
        if (double.IsFinite(place.LongitudeDegrees) && Math.Abs(place.LatitudeDegrees) <= 90 && Area.Contains(place))
            return FromWgs84(place);
        throw Refused($"{Degrees(place)} is outside the area of {this} ({Area})", CoordinateMistakes.OfPlace(this, place));
    }

    /// <inheritdoc/>
    public override string ToString() => $"EPSG:{Epsg} {Name}";

    /// <summary>A place for people: <c>106.71° E, 21.98° N</c>.</summary>
    internal static string Degrees(GeoPoint place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(place.LongitudeDegrees):0.######}° {(place.LongitudeDegrees < 0 ? "W" : "E")}, {Math.Abs(place.LatitudeDegrees):0.######}° {(place.LatitudeDegrees < 0 ? "S" : "N")}");

    /// <summary>The place of coordinates, wherever on the Earth; false, and no place, where there is none.</summary>
    internal bool TryLocate(double x, double y, out GeoPoint place)
    {
        place = default;
        double most = IsGeographic ? 180 : LargestMetres;
        if (!(Math.Abs(x) <= most) || !(Math.Abs(y) <= most))
            return false;
        try
        {
            place = ToWgs84(x, y);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static ArgumentException Refused(string what, string mistake) =>
        new(mistake.Length == 0 ? what + "." : $"{what}. {mistake}");

    private ArgumentOutOfRangeException Outside(double x, double y) => new(
        nameof(x), $"{x}, {y}", $"EPSG:{Epsg} ({Name}) has no place with these coordinates; it takes {(IsGeographic ? "longitude −180 to 180, latitude −90 to 90, in degrees" : "easting, northing, in metres")}.");
}
