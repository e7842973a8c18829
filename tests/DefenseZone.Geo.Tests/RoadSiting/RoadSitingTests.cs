using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.RoadSiting;

[TestClass]
public sealed class RoadSitingTests
{
    [TestMethod]
    public void On_level_ground_the_road_is_straight_and_costs_its_length()
    {
        Plan plan = Hills.Surface(120, 80, (_, _) => 100).With();
        SitedRoad road = Only(plan, Hills.End(300, 900), Hills.End(3000, 900));
        double straight = Geodesic.Inverse(Hills.Place(300, 900), Hills.Place(3000, 900)).DistanceMetres;
        road.LengthMetres.Should().BeApproximately(straight, 0.01);
        road.Cost.Should().BeApproximately(straight * 10, 0.3);
        road.CostParts.Should().ContainSingle().Which.Name.Should().Be("gentle");
        road.WorstGrade.Should().Be(0);
        road.Profile[0].Place.Should().Be(Hills.Place(300, 900));
        road.Profile[^1].Place.Should().Be(Hills.Place(3000, 900));
    }

    [TestMethod]
    public void A_steep_slope_is_climbed_in_switchbacks_within_the_limit()
    {
        // 40 % up to the north: 10 % needs four times the way.
        Plan plan = Hills.Surface(120, 90, (_, y) => 0.4 * y).With();
        SitedRoad road = Only(plan, Hills.End(1800, 600), Hills.End(1800, 1500));
        road.WorstGrade.Should().BeLessThanOrEqualTo(0.10);
        road.ClimbMetres.Should().BeApproximately(360, 1);
        road.DescentMetres.Should().BeLessThan(1);
        road.LengthMetres.Should().BeInRange(3600, 4300);
        road.HairpinCount.Should().BeGreaterThan(0);
        road.CostParts[0].Name.Should().Be("mountainous");
    }

    [TestMethod]
    public void The_limit_holds_along_every_step_when_the_line_is_sampled_from_the_terrain()
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            Plan plan = Hills.Mountains(160, 120, seed).With();
            foreach (double limit in (double[])[0.06, 0.10, 0.14])
            {
                RoadSitingReport report = Problem(plan, Hills.End(200, 300), Hills.End(4400, 3200), limit).Solve();
                if (!report.IsFound)
                {
                    report.FeasibleGrade.Should().BeGreaterThan(limit);
                    continue;
                }

                ElevationSurface surface = ElevationSurface.Of(plan);
                foreach (SitedRoad road in report.Roads)
                {
                    road.WorstGrade.Should().BeLessThanOrEqualTo(limit);
                    Coordinate[] line = road.ToLine().Coordinates;
                    for (int i = 1; i < line.Length; i++)
                    {
                        GeoPoint from = new(line[i - 1].X, line[i - 1].Y), to = new(line[i].X, line[i].Y);
                        double rise = surface.ElevationMetres(to) - surface.ElevationMetres(from);
                        double metres = Geodesic.Inverse(from, to).DistanceMetres;
                        metres.Should().BeLessThan(1.6 * Hills.CellMetres);
                        Math.Abs(rise).Should().BeLessThanOrEqualTo((limit * metres) + 1e-3);
                    }
                }
            }
        }
    }

    [TestMethod]
    public void A_stricter_limit_never_makes_the_road_cheaper()
    {
        Plan plan = Hills.Mountains(140, 110, 7).With();
        double before = 0;
        foreach (double limit in (double[])[0.20, 0.14, 0.10, 0.07])
        {
            RoadSitingReport report = (Problem(plan, Hills.End(200, 300), Hills.End(3900, 3000), limit) with { Alternatives = 1 }).Solve();
            if (!report.IsFound)
                break;
            report.Roads[0].Cost.Should().BeGreaterThanOrEqualTo(before - 1e-6);
            before = report.Roads[0].Cost;
        }

        before.Should().BeGreaterThan(0);
    }

    [TestMethod]
    public void Where_no_way_keeps_the_limit_it_is_said_where_and_which_limit_would_do()
    {
        // A wall across the whole terrain, 25 % on both sides, too short for switchbacks.
        Plan plan = Hills.Surface(100, 100, (x, _) => Math.Max(0, 60 - (0.25 * Math.Abs(x - 1500))) * 4).With();
        RoadSitingProblem problem = Problem(plan, Hills.End(300, 1500), Hills.End(2700, 1500), 0.02);
        RoadSitingReport report = problem.Solve();
        if (report.IsFound)
            Assert.Fail("a 2 % road over a 240 m wall within 3 km");
        report.FeasibleGrade.Should().BeInRange(0.02, 1);
        report.SteepestPlace.Should().NotBeNull();
        report.Explanation.Should().Contain("at most 2 %").And.Contain("would do");
        (problem with { Standard = problem.Standard with { MaximumGrade = report.FeasibleGrade!.Value }, Alternatives = 1 }).Solve().IsFound.Should().BeTrue();
    }

    [TestMethod]
    public void The_road_goes_round_a_project_and_never_into_it()
    {
        var project = new Project { Id = FeatureId.Of("J1"), Name = "Reservoir", Geometry = Hills.Box(1000, 500, 2000, 1600) };
        Plan plan = Hills.Surface(110, 100, (_, _) => 50).With(project);
        SitedRoad road = Only(plan, Hills.End(400, 1000), Hills.End(2700, 1000));
        road.ToLine().Intersects(project.Geometry).Should().BeFalse();
        road.LengthMetres.Should().BeGreaterThan(2500);
        (Problem(plan, Hills.End(400, 1000), Hills.End(2700, 1000)) with { Obstacles = RoadObstacles.Default with { AvoidsProjects = false }, Alternatives = 1 })
            .Solve().Roads[0].LengthMetres.Should().BeApproximately(2300, 10);
    }

    [TestMethod]
    public void Water_and_hazards_have_their_price()
    {
        // A river across, with a ford of land in the north that is a long way round.
        var river = new HazardArea { Id = FeatureId.Of("R"), Kind = "river", Geometry = Hills.Box(1400, -500, 1500, 3100) };
        Plan plan = Hills.Surface(100, 100, (_, _) => 10).With(river);
        SitedRoad bridge = Only(plan, Hills.End(600, 1500), Hills.End(2400, 1500));
        RoadCostPart water = bridge.CostParts.Single(part => part.Name == "water");
        water.LengthMetres.Should().BeInRange(80, 130);
        water.Cost.Should().BeApproximately(water.LengthMetres * 150, 0.01);

        var flood = new HazardArea { Id = FeatureId.Of("F"), Kind = "flood", Geometry = Hills.Box(600, 1300, 2400, 1700) };
        SitedRoad around = Only(Hills.Surface(100, 100, (_, _) => 10).With(flood), Hills.End(500, 1500), Hills.End(2500, 1500));
        around.CostParts.Where(part => part.Name == "hazard").Sum(part => part.LengthMetres).Should().BeLessThan(300, "a way round costs less than twice the price through");
    }

    [TestMethod]
    public void A_road_to_the_network_ends_on_a_road_at_the_cheapest_place()
    {
        PatrolRoad road = Hills.Road("W1", (300, 2500), (2700, 2500));
        Plan plan = Hills.Surface(100, 100, (_, _) => 10).With(road);
        RoadSitingReport report = (Problem(plan, Hills.End(1200, 800), RoadEnd.Network) with { Alternatives = 1 }).Solve();
        report.Explanation.Should().BeEmpty();
        report.Roads[0].LengthMetres.Should().BeApproximately(1700, 3);
        GeoPoint end = report.Roads[0].Profile[^1].Place;

        // The road is a geodesic between its vertices, 3 cm off the line in degrees here; ends meet within 5 m.
        RoadNetwork.Of(plan).Nearest(end)!.Value.WalkMetres.Should().BeLessThan(0.02);
    }

    [TestMethod]
    public void Alternatives_share_no_more_than_was_allowed()
    {
        Plan plan = Hills.Mountains(160, 130, 4).With();
        RoadSitingReport report = (Problem(plan, Hills.End(200, 300), Hills.End(4300, 3500), 0.12) with { Alternatives = 3, MaximumOverlap = 0.5 }).Solve();
        report.Roads.Length.Should().BeGreaterThan(1);
        report.Roads.Select(road => road.Cost).Should().BeInAscendingOrder();
        report.Roads.Should().OnlyContain(road => road.OverlapRatio <= 0.5);
        report.Roads.Should().OnlyContain(road => road.Cost <= 2 * report.Roads[0].Cost);
        if (report.Roads.Length < 3)
            report.Notes.Should().ContainMatch("*of 3 courses*");
    }

    [TestMethod]
    public void What_is_wrong_with_an_end_is_said()
    {
        ElevationSurface surface = Hills.Surface(60, 60, (x, y) => x < 200 && y < 200 ? double.NaN : 5);
        Plan plan = surface.With(new Project { Id = FeatureId.Of("J1"), Name = "Dam", Geometry = Hills.Box(900, 900, 1200, 1200) });
        Explained(Plan.Empty, Hills.End(300, 300), Hills.End(900, 300)).Should().Contain("no terrain");
        Explained(plan, Hills.End(-5000, 300), Hills.End(900, 300)).Should().Contain("outside the terrain");
        Explained(plan, Hills.End(100, 100), Hills.End(900, 300)).Should().Contain("void");
        Explained(plan, Hills.End(300, 300), Hills.End(1000, 1000)).Should().Contain("The goal").And.Contain("projects J1 (Dam)");
        Explained(plan, Hills.End(300, 300), RoadEnd.Network).Should().Contain("no existing roads");
        Explained(plan, Hills.End(300, 300), Hills.End(300, 300)).Should().Contain("one place");
        Explained(plan with { PatrolRoads = [Hills.Road("W", (300, 300), (900, 300))] }, Hills.End(300, 300), RoadEnd.Network).Should().Contain("already");
        (Problem(plan, Hills.End(300, 300), Hills.End(900, 300)) with { Obstacles = RoadObstacles.Default with { ForbiddenZones = [FeatureId.Of("Z9")] } })
            .Solve().Explanation.Should().Contain("'Z9'");
    }

    [TestMethod]
    public void Who_is_enclosed_is_told_that_no_grade_helps()
    {
        var ring = new Project { Id = FeatureId.Of("J1"), Geometry = Hills.Box(600, 600, 1500, 1500).Difference(Hills.Box(900, 900, 1200, 1200)) };
        Plan plan = Hills.Surface(70, 70, (_, _) => 5).With(ring);
        Explained(plan, Hills.End(1050, 1050), Hills.End(300, 300)).Should().Contain("whatever the grade");
    }

    private static RoadSitingProblem Problem(Plan plan, RoadEnd from, RoadEnd to, double limit = 0.10) =>
        new(plan, from, to) { Standard = RoadStandard.PatrolRoad with { MaximumGrade = limit } };

    private static SitedRoad Only(Plan plan, RoadEnd from, RoadEnd to)
    {
        RoadSitingReport report = (Problem(plan, from, to) with { Alternatives = 1 }).Solve();
        report.Explanation.Should().BeEmpty();
        return report.Roads.Should().ContainSingle().Subject;
    }

    private static string Explained(Plan plan, RoadEnd from, RoadEnd to)
    {
        RoadSitingReport report = Problem(plan, from, to).Solve();
        report.IsFound.Should().BeFalse();
        return report.Explanation;
    }
}
