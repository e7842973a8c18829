using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Tests.RoadSiting;

[TestClass]
public sealed class RoadConnectionTests
{
    [TestMethod]
    public void Islands_are_joined_by_the_shortest_links()
    {
        Plan plan = Plan.Empty with
        {
            PatrolRoads = [Hills.Road("A", (0, 0), (3000, 0)), Hills.Road("B", (0, 500), (1000, 500)), Hills.Road("C", (2000, 900), (2000, 1900))],
        };
        RoadConnectionReport report = new RoadConnectionProblem(plan).Solve();
        report.PartCount.Should().Be(3);
        report.JoinedCount.Should().Be(3);
        report.Links.Should().HaveCount(2);
        report.Links.Sum(link => link.LengthMetres).Should().BeApproximately(500 + 900, 2);
        report.Cost.Should().BeApproximately(14_000, 20);
        report.GapRatio.Should().Be(0);
        report.Notes.Should().ContainMatch("*no terrain*");
    }

    [TestMethod]
    public void A_part_on_which_nothing_hangs_is_a_stepping_stone_where_that_is_cheaper()
    {
        // Two served roads 2 km apart, a short one half-way between them.
        Plan plan = Plan.Empty with
        {
            PatrolRoads = [Hills.Road("A", (0, 0), (3000, 0)), Hills.Road("B", (0, 2000), (2000, 2000)), Hills.Road("S", (1000, 900), (1000, 1100)), Hills.Road("T", (9000, 9000), (9400, 9000))],
            Facilities = [Facility("P1", 100, 0), Facility("P2", 100, 2000)],
        };
        RoadConnectionReport report = (new RoadConnectionProblem(plan) { OnlyWithFacilities = true }).Solve();
        report.PartCount.Should().Be(4);
        report.JoinedCount.Should().Be(2);
        report.Cost.Should().BeApproximately(18_000, 30);
        report.Links.Should().HaveCount(2);
        report.LowerBoundCost.Should().Be(report.Cost);
    }

    [TestMethod]
    public void Over_terrain_links_keep_the_grade()
    {
        Plan plan = Hills.Surface(100, 100, (_, y) => 0.3 * Math.Max(0, y - 1200)).With(
            Hills.Road("A", (300, 600), (2700, 600)), Hills.Road("B", (600, 1800), (2400, 1800)));
        RoadConnectionReport report = new RoadConnectionProblem(plan).Solve();
        report.Explanation.Should().BeEmpty();
        SitedRoad road = report.Links.Should().ContainSingle().Subject.Road!;
        road.WorstGrade.Should().BeLessThanOrEqualTo(0.10);
        report.Links[0].LengthMetres.Should().BeGreaterThan(1900, "180 m of height at 10 % take 1,800 m");
        report.Cost.Should().Be(road.Cost);
    }

    [TestMethod]
    public void Where_nothing_is_to_be_joined_that_is_said()
    {
        new RoadConnectionProblem(Plan.Empty).Solve().Explanation.Should().Contain("no existing roads");
        new RoadConnectionProblem(Plan.Empty with { PatrolRoads = [Hills.Road("A", (0, 0), (500, 0))] }).Solve().Explanation.Should().Contain("already");
        Plan joined = Plan.Empty with
        {
            PatrolRoads = [Hills.Road("A", (0, 0), (700, 0)), Hills.Road("B", (0, 900), (500, 900))],
            Facilities = [Facility("P1", 100, 0)],
        };
        RoadConnectionReport served = (new RoadConnectionProblem(joined) { OnlyWithFacilities = true }).Solve();
        served.IsJoinedAlready.Should().BeTrue();
        served.Explanation.Should().Contain("already");
    }

    [TestMethod]
    public void A_forbidden_zone_that_the_plan_has_not_got_is_named()
    {
        Plan plan = Plan.Empty with { PatrolRoads = [Hills.Road("A", (0, 0), (500, 0)), Hills.Road("B", (0, 900), (500, 900))] };
        RoadConnectionReport report = (new RoadConnectionProblem(plan) { Obstacles = RoadObstacles.Default with { ForbiddenZones = [FeatureId.Of("Z9")] } }).Solve();
        report.IsFound.Should().BeFalse();
        report.Explanation.Should().Contain("'Z9'");
    }

    private static Facility Facility(string id, double east, double north)
    {
        GeoPoint place = Hills.Place(east, north);
        return new Facility
        {
            Id = FeatureId.Of(id),
            Kind = FacilityKind.MilitiaPost,
            Geometry = Wgs84Geometry.Factory.CreatePoint(new NetTopologySuite.Geometries.Coordinate(place.LongitudeDegrees, place.LatitudeDegrees)),
        };
    }
}
