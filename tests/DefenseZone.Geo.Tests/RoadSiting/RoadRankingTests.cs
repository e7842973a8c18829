using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Tests.RoadSiting;

[TestClass]
public sealed class RoadRankingTests
{
    private static readonly Plan Given = Plan.Empty with
    {
        BorderSegments = [new BorderSegment { Id = FeatureId.Of("B"), Geometry = Hills.Line((-10_000, 10_000), (10_000, 10_000)) }],
        Facilities = [new Facility { Id = FeatureId.Of("K1"), Kind = FacilityKind.CombatBase, Geometry = Point(0, 0) }],
        PatrolRoads =
        [
            Hills.Road("E1", (0, 0), (0, 5000)),
            Planned("P1", 9_000_000, (0, 5000), (0, 9900)),
            Planned("P2", 2_000_000, (0, 5000), (4000, 7000)),
            Planned("P3", null, (0, 5000), (-6000, 9900)),
        ],
    };

    [TestMethod]
    public void Gains_are_those_of_counting_the_border_anew_with_each_road()
    {
        RoadRankingReport report = new RoadRankingProblem(Given, 40).Solve();
        double before = Covered(Given);
        report.BeforeMetres.Should().BeApproximately(before, 1e-6);
        report.Roads.Should().HaveCount(3);
        foreach (RankedRoad ranked in report.Roads)
        {
            double after = Covered(WithBuilt(ranked.Road.Id));
            ranked.Alone.GainedMetres.Should().BeApproximately(after - before, 1e-6);
            ranked.Alone.GainedKilometresPerMillion.Should().BeApproximately((after - before) / 1000 / (ranked.Cost / 1e6), 1e-9);
        }

        report.Roads.Select(road => road.Alone.GainedKilometresPerMillion).Should().BeInDescendingOrder();
        report.Roads[^1].GainedInOrderMetres.Should().BeApproximately(Covered(WithBuilt([.. report.Roads.Select(road => road.Road.Id)])) - before, 1e-6);
        report.Roads.Select(road => road.GainedInOrderMetres).Should().BeInAscendingOrder();
    }

    [TestMethod]
    public void Over_terrain_a_road_that_leads_nowhere_takes_nothing_away()
    {
        // The speed off the roads is a median over the ground about them, which a road in the hills would lower.
        Plan plan = Given with
        {
            Terrain = Hills.Surface(700, 700, (x, y) => 0.6 * Math.Max(0, x - 12_000)),
            BorderSegments = [new BorderSegment { Id = FeatureId.Of("B"), Geometry = Hills.Line((0, 9000), (9000, 9000)) }],
            PatrolRoads = [Hills.Road("E1", (0, 0), (0, 7000)), .. Enumerable.Range(0, 6).Select(i => Planned($"P{i}", 1000, (14_000 + (i * 500), 3000), (14_000 + (i * 500), 9000)))],
        };
        RoadRankingReport report = new RoadRankingProblem(plan, 60).Solve();
        report.BeforeMetres.Should().BePositive();
        report.Roads.Should().HaveCount(6).And.OnlyContain(road => road.Alone.GainedMetres == 0 && road.GainedInOrderMetres == 0);
    }

    [TestMethod]
    public void A_cost_of_the_plan_is_taken_and_a_missing_one_is_estimated()
    {
        RoadRankingReport report = new RoadRankingProblem(Given, 40).Solve();
        RankedRoad given = report.Roads.Single(road => road.Road.Id.Text == "P1"), estimated = report.Roads.Single(road => road.Road.Id.Text == "P3");
        given.Cost.Should().Be(9_000_000);
        given.IsCostEstimated.Should().BeFalse();
        estimated.IsCostEstimated.Should().BeTrue();
        estimated.Cost.Should().BeApproximately(estimated.LengthMetres * 10, 0.01);
    }

    [TestMethod]
    public void What_a_road_brings_is_the_same_whatever_the_year_and_the_statuses_by_which_roads_take_part()
    {
        RoadRankingReport report = new RoadRankingProblem(Given, 40).Solve();
        RoadRankingReport later = (new RoadRankingProblem(Given, 40) { Roads = new RoadNetworkOptions { Year = 2040 } }).Solve();
        Plan built = Given with { PatrolRoads = [.. Given.PatrolRoads.Select(road => road.Status == LifecycleStatus.Existing ? road with { Status = LifecycleStatus.UnderConstruction } : road)] };
        RoadRankingReport other = (new RoadRankingProblem(built, 40) { Roads = new RoadNetworkOptions { Statuses = [LifecycleStatus.UnderConstruction] } }).Solve();
        foreach (RoadRankingReport again in (RoadRankingReport[])[later, other])
            again.Roads.Select(road => road.GainedInOrderMetres).Should().Equal(report.Roads.Select(road => road.GainedInOrderMetres));
    }

    [TestMethod]
    public void Without_proposed_roads_there_is_nothing_to_rank()
    {
        RoadRankingReport report = (new RoadRankingProblem(Given, 40) { Statuses = [LifecycleStatus.UnderConstruction] }).Solve();
        report.Roads.Should().BeEmpty();
        report.BorderMetres.Should().BeApproximately(20_000, 20);
    }

    private static Plan WithBuilt(params FeatureId[] ids) => Given with
    {
        PatrolRoads = [.. Given.PatrolRoads.Select(road => ids.Contains(road.Id) ? road with { Status = LifecycleStatus.Existing } : road)],
    };

    private static double Covered(Plan plan) => (new CoverageProblem(plan) { Model = new ResponseCoverage(40) }).Solve().CoveredMetres;

    private static PatrolRoad Planned(string id, double? cost, params (double East, double North)[] places) => Hills.Road(id, places) with
    {
        Status = LifecycleStatus.Planned,
        OtherProperties = cost is { } money ? FeatureProperties.Of([KeyValuePair.Create("cost", PropertyValue.Of(money))]) : FeatureProperties.Empty,
    };

    private static NetTopologySuite.Geometries.Point Point(double east, double north)
    {
        GeoPoint place = Hills.Place(east, north);
        return Wgs84Geometry.Factory.CreatePoint(new NetTopologySuite.Geometries.Coordinate(place.LongitudeDegrees, place.LatitudeDegrees));
    }
}
