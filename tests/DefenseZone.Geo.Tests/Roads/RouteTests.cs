using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class RouteTests
{
    private const string Ring =
        """
        A---------B
        |         |
        C---------D
        """;

    [TestMethod]
    public void A_route_has_a_leg_for_each_road_and_for_the_walks_at_both_ends()
    {
        AsciiMap map = AsciiMap.Of(Ring);
        RoadNetwork network = RoadNetwork.Of(map.Plan, new() { WalkingKmh = 3.6 });
        RoadRoute route = new NetworkRoutes(network).Between(new GeoPoint(105.02, 20.001), new GeoPoint(105.101, 19.99));
        route.IsFound.Should().BeTrue();
        route.Legs.Select(leg => leg.IsOnFoot ? "walk" : network.Roads[leg.Road].Id.Text).Should().Equal("walk", "AB", "BD", "walk");
        route.Seconds.Should().BeApproximately(route.Legs.Where(leg => leg.IsOnFoot).Sum(leg => leg.LengthMetres) + (route.Legs.Where(leg => !leg.IsOnFoot).Sum(leg => leg.LengthMetres) / 10), 1e-6);
        double length = 0;
        for (int i = 1; i < route.Shape.Length; i++)
            length += Geodesic.Inverse(route.Shape[i - 1], route.Shape[i]).DistanceMetres;
        length.Should().BeApproximately(route.LengthMetres, 0.01);
        double.IsNaN(route.ClimbMetres).Should().BeTrue("there is no terrain");
    }

    [TestMethod]
    public void Who_is_nearer_on_foot_than_by_road_walks_straight()
    {
        var routes = new NetworkRoutes(RoadNetwork.Of(AsciiMap.Of(Ring).Plan));
        RoadRoute walk = routes.Between(new GeoPoint(105.05, 19.991), new GeoPoint(105.051, 19.991));
        walk.Legs.Should().ContainSingle().Which.IsOnFoot.Should().BeTrue();
        RoadRoute nowhere = routes.Between(new GeoPoint(105.05, 19.991), new GeoPoint(105.05, 19.991));
        nowhere.IsFound.Should().BeTrue();
        nowhere.Seconds.Should().Be(0);
    }

    [TestMethod]
    public void A_route_along_one_road_does_not_leave_it()
    {
        AsciiMap map = AsciiMap.Of(Ring);
        RoadNetwork network = RoadNetwork.Of(map.Plan);
        RoadRoute route = new NetworkRoutes(network).Between(network.Nearest(new(105.02, 20))!.Value, network.Nearest(new(105.07, 20))!.Value);
        route.Legs.Should().ContainSingle().Which.LengthMetres.Should().BeApproximately(5231, 2);
    }

    [TestMethod]
    public void One_way_roads_and_closures_send_a_route_round_and_where_no_road_leads_one_walks()
    {
        AsciiMap map = AsciiMap.Of(Ring + "\n\nE--F").With("AB", road => road with { OneWay = true });
        RoadNetwork network = RoadNetwork.Of(map.Plan, new() { WalkingKmh = 1 });
        var routes = new NetworkRoutes(network);
        string[] Legs(RoadRoute route) => [.. route.Legs.Select(leg => leg.IsOnFoot ? "walk" : network.Roads[leg.Road].Id.Text)];
        Legs(routes.Between(new GeoPoint(105.08, 20), new GeoPoint(105.02, 20))).Should().Equal("AB", "BD", "CD", "AC", "AB");
        RoadNetwork closed = network.Without(map.Plan, new RoadClosure { Roads = [FeatureId.Of("CD")] });
        Legs(new NetworkRoutes(closed).Between(new GeoPoint(105.08, 20), new GeoPoint(105, 20))).Should().Equal("walk");
        Legs(routes.Between(new GeoPoint(105, 20), new GeoPoint(105.01, 19.96))).Should().Equal("AC", "CD", "walk");
        RoadRoute none = new NetworkRoutes(closed).Between(closed.Nearest(new(105.08, 20))!.Value, closed.Nearest(new(105, 20))!.Value);
        none.IsFound.Should().BeFalse("driving alone does not lead there");
        none.Reason.Should().Contain("'AB'").And.Contain("directions");
        routes.Between(network.Nearest(new(105, 20))!.Value, network.Nearest(new(105.01, 19.96))!.Value).Reason.Should().Contain("'EF'").And.Contain("no road joins");
        new NetworkRoutes(RoadNetwork.Of(Plan.Empty)).Between(new GeoPoint(105, 20), new GeoPoint(105.01, 19.96)).Reason.Should().Contain("no open road");
    }

    [TestMethod]
    public void Climb_is_what_the_ground_rises_along_the_way()
    {
        // A ridge half way: 100 m up and 100 m down.
        GroundHeight ridge = place => 100 - (Math.Abs(place.LongitudeDegrees - 105.05) * 2000);
        RoadNetwork network = RoadNetwork.Of(AsciiMap.Of("A---------B").Plan, new() { Ground = ridge });
        RoadRoute route = new NetworkRoutes(network).Between(new GeoPoint(105, 20), new GeoPoint(105.1, 20));
        route.ClimbMetres.Should().BeApproximately(100, 1);
        route.DescentMetres.Should().BeApproximately(100, 1);
    }

    [TestMethod]
    public void Slopes_slow_down_roads_whose_speed_is_not_given()
    {
        GroundHeight slope = place => (place.LongitudeDegrees - 105) * 10_000;
        RoadNetwork level = RoadNetwork.Of(AsciiMap.Of("A---------B", speedKmh: null).Plan), steep = RoadNetwork.Of(AsciiMap.Of("A---------B", speedKmh: null).Plan, new() { Ground = slope });
        double rise = 1000 / level.Edge(0).LengthMetres;
        steep.Edge(0).ForwardSeconds.Should().BeApproximately(level.Edge(0).ForwardSeconds / RoadSpeeds.SlopeFactor(rise), 1);
        steep.Edge(0).BackwardSeconds.Should().BeApproximately(level.Edge(0).ForwardSeconds / RoadSpeeds.SlopeFactor(-rise), 1);
        RoadNetwork given = RoadNetwork.Of(AsciiMap.Of("A---------B", speedKmh: 36).Plan, new() { Ground = slope });
        given.Edge(0).ForwardSeconds.Should().BeApproximately(given.Edge(0).LengthMetres / 10, 1e-6);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Routes_take_the_time_that_the_times_at_nodes_have(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 1);
        RoadNetwork network = RoadNetwork.Of(plan);
        NetworkPoint start = network.Join(plan.Facilities[0])!.Value;
        NetworkTimes times = network.Times(new NetworkSource(start, 0));
        var routes = new NetworkRoutes(network);
        for (int edge = 0; edge < network.EdgeCount; edge++)
        {
            var point = new NetworkPoint(edge, 0.3, network.PointAt(edge, 0.3), 0, 0);
            RoadRoute route = routes.Between(start, point);
            (double seconds, int _) = times.At(point);
            if (double.IsFinite(seconds))
                route.Seconds.Should().BeApproximately(seconds, 1e-6 * (1 + seconds));
            else
                route.IsFound.Should().BeFalse();
        }
    }
}
