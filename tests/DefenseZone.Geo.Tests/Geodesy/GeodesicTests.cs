using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Tests.Geodesy;

[TestClass]
public sealed class GeodesicTests
{
    private const double FiftyNanometres = 5e-8;

    [TestMethod]
    [DataRow(0.00, -30.12345, 0.00005, -30.12344, 4.944208, 77.04353354237, 77.04350844913, DisplayName = "Karney 2013, table 3: a short line")]
    [DataRow(0.0, -30.0, 179.8, 29.9, 19989832.827610, 161.890524736331, 18.090737245740, DisplayName = "Karney 2013, table 5: nearly antipodal")]
    [DataRow(0.0, 40.0, 137.84490004377, 41.79331020506, 10_000_000.0, 30.0, 149.09016931807, DisplayName = "Karney 2013, table 2: ten thousand kilometres")]
    [DataRow(0.0, 0.0, 0.0, 90.0, 10001965.729313, 0.0, 0.0, DisplayName = "a quarter of the meridian")]
    [DataRow(0.0, 0.0, 90.0, 0.0, 10018754.171395, 90.0, 90.0, DisplayName = "a quarter of the equator")]
    public void Lines_of_published_tables(
        double lon1, double lat1, double lon2, double lat2, double metres, double initial, double final)
    {
        GeodesicLine line = Geodesic.Inverse(new GeoPoint(lon1, lat1), new GeoPoint(lon2, lat2));

        line.DistanceMetres.Should().BeApproximately(metres, 2e-6);
        line.InitialAzimuthDegrees.Should().BeApproximately(initial, 1e-9);
        line.FinalAzimuthDegrees.Should().BeApproximately(final, 1e-9);
    }

    [TestMethod]
    public void Flinders_Peak_to_Buninyong_is_as_surveyors_know_it()
    {
        // Geoscience Australia's worked example is on GRS80, whose flattening differs from WGS84's by less than a
        // millimetre over this line.
        var flindersPeak = new GeoPoint(Dms(144, 25, 29.52440), -Dms(37, 57, 3.72030));
        var buninyong = new GeoPoint(Dms(143, 55, 35.38390), -Dms(37, 39, 10.15610));

        GeodesicLine line = Geodesic.Inverse(flindersPeak, buninyong);

        line.DistanceMetres.Should().BeApproximately(54_972.271, 0.001);
        (line.InitialAzimuthDegrees + 360).Should().BeApproximately(Dms(306, 52, 5.37), 0.01 / 3600);
        (line.FinalAzimuthDegrees + 180).Should().BeApproximately(Dms(127, 10, 25.07), 0.01 / 3600);
    }

    [TestMethod]
    [DataRow(0.0, 0.0, 180.0, 0.0, 20_003_931.458623)]
    [DataRow(0.0, 90.0, 30.0, -90.0, 20_003_931.458623)]
    [DataRow(10.0, -90.0, -60.0, 90.0, 20_003_931.458623)]
    [DataRow(20.0, 45.0, -160.0, -45.0, 20_003_931.458623)]
    public void Opposite_places_are_half_a_meridian_apart(double lon1, double lat1, double lon2, double lat2, double metres)
    {
        Geodesic.Inverse(new GeoPoint(lon1, lat1), new GeoPoint(lon2, lat2)).DistanceMetres.Should().BeApproximately(metres, 1e-5);
    }

    [TestMethod]
    public void A_place_is_no_distance_from_itself()
    {
        foreach (GeoPoint place in new GeoPoint[] { new(0, 0), new(106.7, 21.85), new(180, -45), new(12, 90), new(12, -90) })
            Geodesic.Inverse(place, place).Should().Be(new GeodesicLine(0, 0, 0));
        Geodesic.Inverse(new GeoPoint(180, 10), new GeoPoint(-180, 10)).DistanceMetres.Should().Be(0);
        Geodesic.Inverse(new GeoPoint(-70, 90), new GeoPoint(110, 90)).DistanceMetres.Should().Be(0);
    }

    [TestMethod]
    public void A_millimetre_is_measured_to_a_part_in_a_million()
    {
        // At this latitude a metre north is 1/110,705.5 of a degree: the coordinates round to nanometres, the length does not.
        var from = new GeoPoint(106, 22);
        double metresPerDegree = Geodesic.Inverse(new GeoPoint(106, 21.9995), new GeoPoint(106, 22.0005)).DistanceMetres / (22.0005 - 21.9995);
        var to = new GeoPoint(106, 22 + (0.001 / metresPerDegree));

        double metres = Geodesic.Inverse(from, to).DistanceMetres;

        metres.Should().BeApproximately((to.LatitudeDegrees - 22) * metresPerDegree, 1e-11);
    }

    [TestMethod]
    public void A_line_and_its_reverse_are_as_long()
    {
        foreach ((GeoPoint from, GeoPoint to) in GeodesicPairs.Anywhere(500, seed: 3))
        {
            GeodesicLine there = Geodesic.Inverse(from, to), back = Geodesic.Inverse(to, from);
            back.DistanceMetres.Should().BeApproximately(there.DistanceMetres, FiftyNanometres, "from {0} to {1}", from, to);
        }
    }

    [TestMethod]
    public void A_circle_is_closed_counter_clockwise_and_every_vertex_is_at_its_radius()
    {
        foreach (GeoPoint centre in new GeoPoint[] { new(106.7, 21.85), new(179.99, -16), new(0, 90), new(30, -89.99), new(0, 0) })
        {
            foreach (double radius in new[] { 0.5, 5_000, 50_000, 5_000_000 })
            {
                ImmutableArray<GeoPoint> circle = Geodesic.Circle(centre, radius, 72);

                circle.Should().HaveCount(73);
                circle[^1].Should().Be(circle[0]);
                foreach (GeoPoint vertex in circle)
                {
                    Geodesic.Inverse(centre, vertex).DistanceMetres.Should().BeApproximately(radius, FiftyNanometres);
                    vertex.LongitudeDegrees.Should().BeInRange(-180, 180);
                }
            }
        }

        ImmutableArray<GeoPoint> outline = Geodesic.Circle(new GeoPoint(106.7, 21.85), 5_000, 4);
        outline[0].LatitudeDegrees.Should().BeGreaterThan(21.85, "it starts in the north");
        outline[1].LongitudeDegrees.Should().BeLessThan(106.7, "and goes west from there");
    }

    [TestMethod]
    public void What_cannot_be_meant_is_refused_by_name_and_value()
    {
        var place = new GeoPoint(106, 22);
        ((Action)(() => Geodesic.Inverse(new GeoPoint(double.NaN, 0), place))).Should().Throw<ArgumentException>().WithMessage("*NaN*");
        ((Action)(() => Geodesic.Inverse(place, new GeoPoint(0, 90.5)))).Should().Throw<ArgumentException>().WithMessage("*90.5*");
        ((Action)(() => Geodesic.Direct(place, double.PositiveInfinity, 1))).Should().Throw<ArgumentException>();
        ((Action)(() => Geodesic.Direct(place, 0, 2e9))).Should().Throw<ArgumentException>().WithMessage("*2000000000*");
        ((Action)(() => Geodesic.Circle(place, 0, 72))).Should().Throw<ArgumentException>();
        ((Action)(() => Geodesic.Circle(place, 2.1e7, 72))).Should().Throw<ArgumentException>().WithMessage("*19970326*");
        ((Action)(() => Geodesic.Circle(place, 100, 2))).Should().Throw<ArgumentException>();
    }

    private static double Dms(double degrees, double minutes, double seconds) => degrees + (minutes / 60) + (seconds / 3600);
}
