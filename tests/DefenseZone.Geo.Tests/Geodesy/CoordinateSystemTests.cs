using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Geodesy;

[TestClass]
public sealed class CoordinateSystemTests
{
    private const double TwoCentimetres = 0.02;

    // Decision 05/2007/QĐ-BTNMT as EPSG:6960 has it. It is pinned as a pipeline because cs2cs, given the two codes,
    // takes the regional EPSG:5194 in two blocks of the Mekong delta, which is 0.8 m away.
    private const string FromVn2000 =
        "+step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
        + "+step +proj=helmert +x=-191.90441429 +y=-39.30318279 +z=-111.45032835 "
        + "+rx=-0.00928836 +ry=0.01975479 +rz=-0.00427372 +s=0.252906278 +convention=coordinate_frame "
        + "+step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3";

    [TestMethod]
    public void Every_central_meridian_and_scale_is_that_of_the_register()
    {
        // The register's own definitions by cs2cs, VN-2000 geographic to each zone, so that no datum comes in.
        foreach (CoordinateSystem system in CoordinateSystem.Known.Where(known => known.IsVn2000 && !known.IsGeographic))
        {
            (double X, double Y)[] places = [(system.CentralMeridianDegrees, 0), (system.CentralMeridianDegrees + 1, 22)];
            CoordinateSystem geographic = CoordinateSystem.Of(4756);

            (double X, double Y)[] expected = Proj.Cs2Cs("EPSG:4756", $"EPSG:{system.Epsg}", places.Select(place => (place.Y, place.X)));

            for (int i = 0; i < places.Length; i++)
            {
                (double x, double y) = system.FromWgs84(geographic.ToWgs84(places[i].X, places[i].Y));

                // The register has northing before easting here for some, easting first for others.
                (double easting, double northing) = expected[i].X is > 400_000 and < 700_000 ? expected[i] : (expected[i].Y, expected[i].X);
                x.Should().BeApproximately(easting, TwoCentimetres, "{0}", system);
                y.Should().BeApproximately(northing, TwoCentimetres, "{0}", system);
            }
        }
    }

    [TestMethod]
    public void Every_name_is_that_of_the_register()
    {
        foreach (CoordinateSystem system in CoordinateSystem.Known.Where(known => known.IsVn2000 || known.Epsg is 4326 or 3857 or 32601 or 32660 or 32701 or 32760))
        {
            string definition = string.Concat(IndependentTool.Run("projinfo", ["-q", "-o", "WKT2:2019", "--single-line", $"EPSG:{system.Epsg}"], []));
            definition.Split('"')[1].Should().Be(system.Name);
        }
    }

    [TestMethod]
    public void Vn2000_agrees_with_cs2cs_to_five_millimetres_in_vietnam()
    {
        (double X, double Y)[] places = [.. Places(300, seed: 11, 102, 110, 8, 24)];
        foreach (CoordinateSystem system in CoordinateSystem.Known.Where(known => known.IsVn2000))
            Compare(system, FromVn2000, places.Where(place => system.IsAccurateAt(new GeoPoint(place.X, place.Y))), 0.005);
    }

    [TestMethod]
    public void The_decision_of_2007_is_what_cs2cs_takes_within_vietnam()
    {
        // By the codes alone, with the register's axis order (latitude first).
        (double X, double Y)[] places = [(106.5, 22.3), (105.85, 21.03), (108.2, 16.05)];
        (double X, double Y)[] expected = Proj.Cs2Cs("EPSG:4756", "EPSG:4326", places.Select(place => (place.Y, place.X)));

        for (int i = 0; i < places.Length; i++)
        {
            GeoPoint place = CoordinateSystem.Of(4756).ToWgs84(places[i].X, places[i].Y);
            Ecef.Of(place).DistanceMetresTo(Ecef.Of(new GeoPoint(expected[i].Y, expected[i].X))).Should().BeLessThan(TwoCentimetres);
            Geodesic.Inverse(place, new GeoPoint(places[i].X, places[i].Y)).DistanceMetres.Should().BeGreaterThan(100, "the datums are some 200 m apart");
        }
    }

    [TestMethod]
    public void Utm_agrees_with_cs2cs_to_two_centimetres_all_over_its_zone()
    {
        foreach (int epsg in new[] { 32601, 32631, 32648, 32649, 32660, 32701, 32733, 32760 })
        {
            CoordinateSystem system = CoordinateSystem.Of(epsg);
            (double south, double north) = epsg < 32700 ? (0, 84) : (-80, 0);
            double meridian = system.CentralMeridianDegrees;
            Compare(system, string.Empty, Places(300, seed: epsg, meridian - 8, meridian + 8, south, north), TwoCentimetres);
        }
    }

    [TestMethod]
    public void Web_mercator_agrees_with_cs2cs()
    {
        Compare(CoordinateSystem.Of(3857), string.Empty, Places(300, seed: 12, -180, 180, -85, 85), 1e-6);
    }

    [TestMethod]
    public void Out_and_in_again_is_the_same_place_to_two_centimetres()
    {
        foreach (CoordinateSystem system in CoordinateSystem.Known)
        {
            double meridian = system.CentralMeridianDegrees;
            foreach ((double longitude, double latitude) in Places(20, seed: 13, meridian - 7.9, meridian + 7.9, 0, 80))
            {
                (double x, double y) = system.FromWgs84(new GeoPoint(longitude, latitude));
                GeoPoint back = system.ToWgs84(x, y);
                Ecef.Of(back).DistanceMetresTo(Ecef.Of(new GeoPoint(longitude, latitude))).Should().BeLessThan(TwoCentimetres, "{0} at {1} {2}", system, longitude, latitude);
            }
        }
    }

    [TestMethod]
    public void A_zone_reaches_over_the_antimeridian()
    {
        (double x, double y) = CoordinateSystem.Of(32601).FromWgs84(new GeoPoint(179.9, 10));
        x.Should().BeLessThan(166_000, "zone 1 begins at 180 and the place is west of it");
        GeoPoint back = CoordinateSystem.Of(32601).ToWgs84(x, y);
        back.LongitudeDegrees.Should().BeApproximately(179.9, 1e-7);
    }

    [TestMethod]
    public void An_unknown_code_is_answered_with_those_known()
    {
        ((Action)(() => CoordinateSystem.Of(27700))).Should().Throw<ArgumentException>()
            .WithMessage("*EPSG:27700*4326*3857*4756*3405*5896*9218*32601*32760*");
        CoordinateSystem.TryOf(9204, out _).Should().BeFalse();
        CoordinateSystem.Known.Should().HaveCount(3 + 2 + 4 + 14 + 120);
        CoordinateSystem.Known.Select(system => system.Epsg).Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    [DataRow(107.25, 9215)]
    [DataRow(106.4, 9213)]
    [DataRow(101.0, 5896)]
    [DataRow(109.4, 9218)]
    [DataRow(107.7, 5899)]
    public void The_zone_for_a_longitude_is_the_nearest(double longitude, int epsg)
    {
        CoordinateSystem.Vn2000ZoneFor(longitude).Epsg.Should().Be(epsg);
    }

    [TestMethod]
    public void Coordinates_that_mean_no_place_are_refused()
    {
        ((Action)(() => CoordinateSystem.Of(4326).ToWgs84(10, 91))).Should().Throw<ArgumentException>().WithMessage("*10, 91*");
        ((Action)(() => CoordinateSystem.Of(9215).ToWgs84(double.NaN, 0))).Should().Throw<ArgumentException>();
        ((Action)(() => CoordinateSystem.Of(9215).FromWgs84(new GeoPoint(-73, 41)))).Should().Throw<ArgumentException>().WithMessage("*9215*");
        CoordinateSystem.Of(9215).IsAccurateAt(new GeoPoint(120, 20)).Should().BeFalse();
        CoordinateSystem.Of(3857).IsAccurateAt(new GeoPoint(120, 89)).Should().BeFalse();
    }

    /// <summary>Both ways against PROJ's pipeline for the same definition, with longitudes first.</summary>
    private static void Compare(CoordinateSystem system, string toWgs84, IEnumerable<(double X, double Y)> wgs84, double toleranceMetres)
    {
        (double X, double Y)[] places = [.. wgs84];
        string projection = system switch
        {
            { IsGeographic: true } => "+step +proj=unitconvert +xy_in=deg +xy_out=rad",
            { Epsg: 3857 } => "+step +inv +proj=webmerc +ellps=WGS84",
            _ => $"+step +inv +proj=tmerc +lon_0={IndependentTool.Text(system.CentralMeridianDegrees)} +x_0=500000 +ellps=WGS84"
                + $" +k={(system.IsVn2000 && system.Epsg > 4000 ? "0.9999" : "0.9996")} +y_0={(system.Epsg is > 32700 and < 32800 ? "10000000" : "0")}",
        };
        string pipeline = $"+proj=pipeline {projection} {toWgs84} +step +proj=unitconvert +xy_in=rad +xy_out=deg";
        (double X, double Y)[] inSystem = Proj.Pipeline(pipeline, inverse: true, places);
        (double X, double Y)[] back = Proj.Pipeline(pipeline, inverse: false, inSystem);

        inSystem.Should().HaveSameCount(places).And.NotBeEmpty();
        for (int i = 0; i < places.Length; i++)
        {
            (double x, double y) = system.FromWgs84(new GeoPoint(places[i].X, places[i].Y));
            double metres = system.IsGeographic
                ? Geodesic.Inverse(new GeoPoint(x, y), new GeoPoint(inSystem[i].X, inSystem[i].Y)).DistanceMetres
                : Math.Sqrt(Math.Pow(x - inSystem[i].X, 2) + Math.Pow(y - inSystem[i].Y, 2));
            metres.Should().BeLessThan(toleranceMetres, "{0} of {1}", system, places[i]);

            GeoPoint place = system.ToWgs84(inSystem[i].X, inSystem[i].Y);
            Geodesic.Inverse(place, new GeoPoint(back[i].X, back[i].Y)).DistanceMetres.Should().BeLessThan(toleranceMetres, "{0} from {1}", system, inSystem[i]);
        }
    }

    private static IEnumerable<(double X, double Y)> Places(int count, int seed, double west, double east, double south, double north)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
            yield return (west + ((east - west) * random.NextDouble()), south + ((north - south) * random.NextDouble()));
    }
}
