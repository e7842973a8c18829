using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// What the EPSG register says of the systems known here, in ProjNet's terms. Central meridians are decimal degrees;
/// the register prints them as degrees and minutes run together ("107.45" is 107°45′).
/// </summary>
internal sealed record CoordinateSystemDefinition
{
    /// <summary>
    /// How far from its central meridian ProjNet's transverse Mercator, a series in the longitude difference, stays
    /// within 2 cm of the exact projection (measured: 6 mm at 8°, 3 cm at 10°, 1.3 m at 15°).
    /// </summary>
    internal const double AccurateDegreesFromMeridian = 8;

    /// <summary>The codes known, for people.</summary>
    internal const string KnownCodes =
        "4326 (WGS84), 3857 (Web Mercator), 4756, 3405, 3406, 5896 to 5899 and 9205 to 9218 (VN-2000), 32601 to 32660 and 32701 to 32760 (UTM on WGS84)";

    // A survey across the equator keeps to one hemisphere's coordinates for a while.
    private const double BeyondEquatorDegrees = 1;

    private const double NationalScale = 0.9999;
    private const double UtmScale = 0.9996;

    private static readonly (int Epsg, string Name, double CentralMeridianDegrees)[] Vn2000Zones =
    [
        (5896, "VN-2000 / TM-3 zone 481", 102),
        (5897, "VN-2000 / TM-3 zone 482", 105),
        (5898, "VN-2000 / TM-3 zone 491", 108),
        (5899, "VN-2000 / TM-3 107-45", 107.75),
        (9205, "VN-2000 / TM-3 103-00", 103),
        (9206, "VN-2000 / TM-3 104-00", 104),
        (9207, "VN-2000 / TM-3 104-30", 104.5),
        (9208, "VN-2000 / TM-3 104-45", 104.75),
        (9209, "VN-2000 / TM-3 105-30", 105.5),
        (9210, "VN-2000 / TM-3 105-45", 105.75),
        (9211, "VN-2000 / TM-3 106-00", 106),
        (9212, "VN-2000 / TM-3 106-15", 106.25),
        (9213, "VN-2000 / TM-3 106-30", 106.5),
        (9214, "VN-2000 / TM-3 107-00", 107),
        (9215, "VN-2000 / TM-3 107-15", 107.25),
        (9216, "VN-2000 / TM-3 107-30", 107.5),
        (9217, "VN-2000 / TM-3 108-15", 108.25),
        (9218, "VN-2000 / TM-3 108-30", 108.5),
    ];

    private static readonly CoordinateSystemFactory Factory = new();
    private static readonly AxisInfo East = new("East", AxisOrientationEnum.East);
    private static readonly AxisInfo North = new("North", AxisOrientationEnum.North);
    private static readonly GeographicCoordinateSystem Wgs84System = GeographicCoordinateSystem.WGS84;
    private static readonly GeographicCoordinateSystem Vn2000System = CreateVn2000();

    private CoordinateSystemDefinition()
    {
    }

    internal required int Epsg { get; init; }

    internal required string Name { get; init; }

    internal bool IsGeographic { get; init; }

    internal bool IsVn2000 { get; init; }

    internal bool IsTransverseMercator { get; init; }

    internal double CentralMeridianDegrees { get; init; }

    internal double HighestLatitudeDegrees { get; init; } = 90;

    /// <summary>The area of use of the EPSG register, with its margin.</summary>
    internal required AreaOfUse Area { get; init; }

    private double Scale { get; init; } = 1;

    private double FalseNorthingMetres { get; init; }

    /// <summary>Every system known.</summary>
    internal static IEnumerable<CoordinateSystemDefinition> All()
    {
        yield return new() { Epsg = 4326, Name = "WGS 84", IsGeographic = true, Area = AreaOfUse.World };
        yield return new() { Epsg = 4756, Name = "VN-2000", IsGeographic = true, IsVn2000 = true, Area = AreaOfUse.Vietnam };
        yield return new() { Epsg = 3857, Name = "WGS 84 / Pseudo-Mercator", HighestLatitudeDegrees = 85.06, Area = new(-180, -85.06, 180, 85.06) };
        yield return TransverseMercator(3405, "VN-2000 / UTM zone 48N", 105, UtmScale, isVn2000: true);
        yield return TransverseMercator(3406, "VN-2000 / UTM zone 49N", 111, UtmScale, isVn2000: true);
        foreach ((int epsg, string name, double meridian) in Vn2000Zones)
            yield return TransverseMercator(epsg, name, meridian, NationalScale, isVn2000: true);
        for (int zone = 1; zone <= 60; zone++)
        {
            double meridian = (6 * zone) - 183;
            yield return TransverseMercator(32600 + zone, $"WGS 84 / UTM zone {zone}N", meridian, UtmScale, isVn2000: false);
            CoordinateSystemDefinition south = TransverseMercator(32700 + zone, $"WGS 84 / UTM zone {zone}S", meridian, UtmScale, isVn2000: false);
            yield return south with { FalseNorthingMetres = 10_000_000, Area = south.Area with { SouthDegrees = -84, NorthDegrees = BeyondEquatorDegrees } };
        }
    }

    /// <summary>ProjNet's transformation from this system to WGS84, or from WGS84 to it.</summary>
    internal MathTransform Transform(bool toWgs84)
    {
        ProjNet.CoordinateSystems.CoordinateSystem system = Build();
        var factory = new CoordinateTransformationFactory();
        return toWgs84
            ? factory.CreateFromCoordinateSystems(system, Wgs84System).MathTransform
            : factory.CreateFromCoordinateSystems(Wgs84System, system).MathTransform;
    }

    private static CoordinateSystemDefinition TransverseMercator(int epsg, string name, double meridian, double scale, bool isVn2000) => new()
    {
        Epsg = epsg,
        Name = name,
        IsVn2000 = isVn2000,
        IsTransverseMercator = true,
        CentralMeridianDegrees = meridian,
        HighestLatitudeDegrees = 84,
        Area = (isVn2000 ? AreaOfUse.Vietnam : new AreaOfUse(meridian - AccurateDegreesFromMeridian, -BeyondEquatorDegrees, meridian + AccurateDegreesFromMeridian, 84))
            .Near(meridian, AccurateDegreesFromMeridian),
        Scale = scale,
    };

    private static GeographicCoordinateSystem CreateVn2000()
    {
        // ProjNet rotates positions where the Decision (EPSG:6960) rotates the frame: the angles change sign.
        var toWgs84 = new Wgs84ConversionInfo(
            -191.90441429, -39.30318279, -111.45032835, 0.00928836, -0.01975479, 0.00427372, 0.252906278);
        HorizontalDatum datum = Factory.CreateHorizontalDatum("Vietnam 2000", DatumType.HD_Geocentric, Ellipsoid.WGS84, toWgs84);
        return Factory.CreateGeographicCoordinateSystem("VN-2000", AngularUnit.Degrees, datum, PrimeMeridian.Greenwich, East, North);
    }

    private ProjNet.CoordinateSystems.CoordinateSystem Build()
    {
        GeographicCoordinateSystem geographic = IsVn2000 ? Vn2000System : Wgs84System;
        if (IsGeographic)
            return geographic;
        if (!IsTransverseMercator)
            return ProjectedCoordinateSystem.WebMercator;
        IProjection projection = Factory.CreateProjection(Name, "Transverse_Mercator",
        [
            new ProjectionParameter("latitude_of_origin", 0),
            new ProjectionParameter("central_meridian", CentralMeridianDegrees),
            new ProjectionParameter("scale_factor", Scale),
            new ProjectionParameter("false_easting", 500_000),
            new ProjectionParameter("false_northing", FalseNorthingMetres),
        ]);
        return Factory.CreateProjectedCoordinateSystem(Name, geographic, projection, LinearUnit.Metre, East, North);
    }
}
