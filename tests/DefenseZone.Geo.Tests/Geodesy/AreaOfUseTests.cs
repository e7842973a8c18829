using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Geodesy;

[TestClass]
public sealed class AreaOfUseTests
{
    private static readonly CoordinateSystem LangSon = CoordinateSystem.Of(9215);

    [TestMethod]
    public void The_check_value_goes_both_ways()
    {
        GeoPoint place = LangSon.PlaceOf(444040.53, 2431551.57);
        place.LongitudeDegrees.Should().BeApproximately(106.71, 1e-6);
        place.LatitudeDegrees.Should().BeApproximately(21.98, 1e-6);
        (double x, double y) = LangSon.CoordinatesOf(new GeoPoint(106.71, 21.98));
        x.Should().BeApproximately(444040.53, 0.02);
        y.Should().BeApproximately(2431551.57, 0.02);
    }

    [TestMethod]
    [DataRow(9215, 2431551.57, 444040.53, "East and north swapped? Then it is at 106.71° E, 21.98° N")]
    [DataRow(9215, 18444040.53, 2431551.57, "Zone number 18 in front of the easting? Then it is at 106.71° E, 21.98° N")]
    [DataRow(9215, 2431551.57, 18444040.53, "Zone number 18 in front of the easting, and east and north swapped? Then it is at 106.71° E, 21.98° N")]
    [DataRow(9215, 106.71, 21.98, "Degrees given as metres?")]
    [DataRow(9215, 21.98, 106.71, "Degrees given as metres, latitude first?")]
    [DataRow(4756, 444040.53, 2431551.57, "Metres given as degrees?")]
    [DataRow(4326, 444040.53, 2431551.57, "Metres given as degrees?")]
    [DataRow(4326, 21.98, 106.71, "Longitude and latitude swapped? Then it is at 106.71° E, 21.98° N")]
    [DataRow(4756, 21.98, 106.71, "Longitude and latitude swapped?")]
    [DataRow(32648, 2431551.57, 676000, "East and north swapped?")]
    [DataRow(32648, 676000, 9_000_000 + 800_000, "EPSG:32748")]
    public void Outside_the_area_the_mistake_that_explains_it_is_named(int epsg, double x, double y, string mistake) =>
        CoordinateSystem.Of(epsg).Invoking(system => system.PlaceOf(x, y)).Should().Throw<ArgumentException>()
            .Which.Message.Should().Contain(mistake);

    [TestMethod]
    [DataRow(444040.53, -1e9)]
    [DataRow(1e300, 2431551.57)]
    [DataRow(1e300, 1e300)]
    [DataRow(double.MaxValue, double.MinValue)]
    [DataRow(double.NaN, 2431551.57)]
    [DataRow(double.PositiveInfinity, 0)]
    [DataRow(1e8, 1e8)]
    public void What_is_no_place_is_refused_in_plain_words_by_every_system(double x, double y)
    {
        foreach (CoordinateSystem system in CoordinateSystem.Known)
        {
            system.Invoking(known => known.PlaceOf(x, y)).Should().ThrowExactly<ArgumentException>()
                .Which.Message.Should().NotContain("Parameter").And.NotContain("Actual value").And.Contain(system.IsGeographic ? "longitude" : "east");
        }
    }

    [TestMethod]
    public void A_place_outside_has_no_coordinates_and_the_right_zone_is_named()
    {
        LangSon.Invoking(system => system.CoordinatesOf(new GeoPoint(21.98, 106.71 - 100))).Should().Throw<ArgumentException>();
        LangSon.Invoking(system => system.CoordinatesOf(new GeoPoint(21.98, 89))).Should().Throw<ArgumentException>();
        CoordinateSystem.Of(32649).Invoking(system => system.CoordinatesOf(new GeoPoint(102.2, 22))).Should().Throw<ArgumentException>()
            .Which.Message.Should().Contain("EPSG:32648");
    }

    [TestMethod]
    public void Every_area_holds_that_of_the_register()
    {
        foreach (CoordinateSystem system in CoordinateSystem.Known)
        {
            string definition = string.Concat(IndependentTool.Run("projinfo", ["-q", "-o", "WKT2:2019", "--single-line", $"EPSG:{system.Epsg}"], []));
            int at = definition.IndexOf("BBOX[", StringComparison.Ordinal) + 5;
            double[] box = [.. definition[at..definition.IndexOf(']', at)].Split(',').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
            foreach (double longitude in (double[])[box[1], box[3]])
            {
                foreach (double latitude in (double[])[box[0], box[2]])
                    system.Area.Contains(new GeoPoint(longitude, latitude)).Should().BeTrue("{0} takes {1}, {2}", system, longitude, latitude);
            }
        }
    }
}
