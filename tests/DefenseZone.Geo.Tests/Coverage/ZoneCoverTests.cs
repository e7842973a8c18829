using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class ZoneCoverTests
{
    private const double Tenth = 11_131.949079327357;

    private static readonly Plan OneDegree = Given.Border("LINESTRING (105 0, 106 0)");

    [TestMethod]
    public void Border_within_zones_is_shared_out_where_it_crosses_their_edges()
    {
        CoverageReport report = OneDegree.With(Given.Post("A", 105.4, 0, Tenth)).With(
            Given.Zone("west", ZoneLevel.Commune, "POLYGON ((104 -1, 105.4 -1, 105.4 1, 104 1, 104 -1))"),
            Given.Zone("east", ZoneLevel.Commune, "POLYGON ((105.4 -1, 107 -1, 107 1, 105.4 1, 105.4 -1))")).Solved();

        report.Zones.Select(zone => Math.Round(zone.BorderMetres / Tenth, 4)).Should().Equal(4, 6);
        report.Zones.Select(zone => Math.Round(zone.CoveredMetres / Tenth, 4)).Should().Equal(1, 1);
        report.Zones.Select(zone => zone.GapCount).Should().Equal(1, 1);
        report.Zones.Sum(zone => zone.FacilityCount).Should().Be(1);
        report.Unzoned.Should().ContainSingle().Which.Metres.Should().Be(0);
        report.Gaps.Select(gap => gap.Zone!.Name).Should().Equal("west", "east");
    }

    [TestMethod]
    public void Border_within_a_kilometre_outside_belongs_to_the_nearest_zone_and_farther_to_none()
    {
        // The zones end 0.005° (553 m) and 0.02° (2.2 km) south of the border.
        CoverageReport report = OneDegree.With(
            Given.Zone("near", ZoneLevel.Province, "POLYGON ((105 -1, 105.5 -1, 105.5 -0.005, 105 -0.005, 105 -1))"),
            Given.Zone("far", ZoneLevel.Province, "POLYGON ((105.5 -1, 106 -1, 106 -0.02, 105.5 -0.02, 105.5 -1))")).Solved();

        double beyondCorner = Math.Sqrt((1000.0 * 1000) - (552.87 * 552.87));
        report.Zones[0].BorderMetres.Should().BeApproximately((5 * Tenth) + beyondCorner, 2);
        report.Zones[1].BorderMetres.Should().Be(0);
        UnzonedBorder unzoned = report.Unzoned.Should().ContainSingle().Subject;
        unzoned.Level.Should().Be(ZoneLevel.Province);
        unzoned.Metres.Should().BeApproximately(report.BorderMetres - report.Zones[0].BorderMetres, 1e-6);
    }

    [TestMethod]
    public void Border_along_the_zones_own_edges_is_theirs()
    {
        CoverageReport report = Given.Border("LINESTRING (105 22, 105.3 22.1, 105.6 22, 105.9 22.1)").With(
            Given.Zone("west", ZoneLevel.Province, "POLYGON ((105 22, 105 21, 105.6 21, 105.6 22, 105.3 22.1, 105 22))"),
            Given.Zone("east", ZoneLevel.Province, "POLYGON ((105.6 22, 105.6 21, 105.9 21, 105.9 22.1, 105.6 22))")).Solved();

        double toMiddle = Geodesic.Inverse(new GeoPoint(105, 22), new GeoPoint(105.3, 22.1)).DistanceMetres
            + Geodesic.Inverse(new GeoPoint(105.3, 22.1), new GeoPoint(105.6, 22)).DistanceMetres;
        report.Zones[0].BorderMetres.Should().BeApproximately(toMiddle, 1);
        report.Zones[1].BorderMetres.Should().BeApproximately(report.BorderMetres - toMiddle, 1);
        report.Zones.Should().AllSatisfy(zone => zone.Stretches.Should().HaveCount(1));
    }

    [TestMethod]
    public void Every_stretch_belongs_to_one_zone_a_level_even_where_zones_overlap()
    {
        CoverageReport report = OneDegree.With(
            Given.Zone("a", ZoneLevel.Commune, "POLYGON ((104 -1, 105.6 -1, 105.6 1, 104 1, 104 -1))"),
            Given.Zone("b", ZoneLevel.Commune, "POLYGON ((105.4 -1, 107 -1, 107 1, 105.4 1, 105.4 -1))"),
            Given.Zone("all", ZoneLevel.Province, "POLYGON ((104 -2, 107 -2, 107 2, 104 2, 104 -2), (105.1 -0.1, 105.2 -0.1, 105.2 0.1, 105.1 0.1, 105.1 -0.1))")).Solved();

        report.Zones.Take(2).Sum(zone => zone.BorderMetres).Should().BeApproximately(report.BorderMetres, 1e-6);
        (report.Zones[2].BorderMetres + report.Unzoned.Single(level => level.Level == ZoneLevel.Province).Metres)
            .Should().BeApproximately(report.BorderMetres, 1e-6);
        report.Unzoned.Single(level => level.Level == ZoneLevel.Province).Metres
            .Should().BeApproximately(Tenth - 2000, 5, "the hole's border is outside, but for a kilometre on each side");
    }

    [TestMethod]
    public void Random_tilings_agree_with_an_overlay_in_the_plane()
    {
        var random = new Random(3);
        for (int round = 0; round < 20; round++)
        {
            Coordinate[] line = [.. Enumerable.Range(0, 60).Select(i => new Coordinate(105 + (i * 0.004), 22 + (random.NextDouble() * 0.02)))];
            var zones = new List<DefensiveZone>();
            double west = 104.9;
            while (west < 105.3)
            {
                double east = west + 0.01 + (random.NextDouble() * 0.05);
                zones.Add(Given.Zone($"Z{zones.Count}", ZoneLevel.Commune, FormattableString.Invariant(
                    $"POLYGON (({west} 21.8, {east} 21.8, {east - 0.004} 22.01, {east} 22.2, {west} 22.2, {west - 0.004} 22.01, {west} 21.8))")));
                west = east;
            }

            CoverageReport report = Given.Border(line).With([.. zones]).Solved();
            LineString whole = Wgs84Geometry.Factory.CreateLineString(line);
            for (int i = 0; i < zones.Count; i++)
            {
                Geometry inside = whole.Intersection(zones[i].Geometry);
                double metres = Enumerable.Range(0, inside.NumGeometries).Sum(n => inside.IsEmpty ? 0 : Length(inside.GetGeometryN(n)));
                report.Zones[i].BorderMetres.Should().BeApproximately(metres, 0.5);
            }

            report.Unzoned[0].Metres.Should().Be(0);
        }
    }

    [TestMethod]
    public void A_border_across_the_antimeridian_belongs_to_the_zone_on_both_sides()
    {
        CoverageReport report = Given.Border("LINESTRING (179.9 -16, -179.9 -16)").With(
            Given.Zone("both", ZoneLevel.Province, "MULTIPOLYGON (((179 -17, 180 -17, 180 -15, 179 -15, 179 -17)), ((-180 -17, -179.95 -17, -179.95 -15, -180 -15, -180 -17)))")).Solved();

        report.Zones[0].BorderMetres.Should().BeApproximately((report.BorderMetres * 0.75) + 1000, 5);
    }

    [TestMethod]
    public void The_nearest_zone_within_a_kilometre_is_sought_over_the_antimeridian_too()
    {
        // Border and post stand at 179.995° east and west, the zone of each begins 0.008° (856 m) away on the other side.
        Plan east = Given.Border("LINESTRING (179.995 -16, 179.995 -16.1)").With(Given.Post("P", 179.995, -16.05, 100));
        Plan west = Given.Border("LINESTRING (-179.995 -16, -179.995 -16.1)").With(Given.Post("P", -179.995, -16.05, 100));
        DefensiveZone ofEast = Given.Zone("Z", ZoneLevel.Province, "POLYGON ((-179.997 -17, -179 -17, -179 -15, -179.997 -15, -179.997 -17))");
        DefensiveZone ofWest = Given.Zone("Z", ZoneLevel.Province, "POLYGON ((179 -17, 179.997 -17, 179.997 -15, 179 -15, 179 -17))");

        foreach (CoverageReport report in (CoverageReport[])[east.With(ofEast).Solved(), west.With(ofWest).Solved()])
        {
            report.Zones.Single().BorderMetres.Should().BeApproximately(report.BorderMetres, 1e-6);
            report.Zones.Single().FacilityCount.Should().Be(1);
        }
    }

    private static double Length(Geometry line) =>
        line.Coordinates.Zip(line.Coordinates.Skip(1), (a, b) => Geodesic.Inverse(new GeoPoint(a.X, a.Y), new GeoPoint(b.X, b.Y)).DistanceMetres).Sum();
}
