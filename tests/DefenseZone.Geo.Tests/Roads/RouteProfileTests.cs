using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class RouteProfileTests
{
    private static readonly GeoPoint Start = new(106, 22);

    [TestMethod]
    public void A_profile_goes_from_the_start_to_the_end_in_steps_of_fifty_metres_and_through_every_vertex()
    {
        GeoPoint middle = Geodesic.Direct(Start, 90, 1_010), end = Geodesic.Direct(middle, 0, 400);
        var route = new RoadRoute { Legs = [new RouteLeg(0, 1_010, 60, 0, 0, [Start, middle]), new RouteLeg(-1, 400, 500, 0, 0, [middle, end])] };
        var profile = RouteProfile.Of(route, place => place.LongitudeDegrees);
        profile[0].Should().Be(new RouteProfilePoint(0, Start, Start.LongitudeDegrees));
        profile[^1].Place.Should().Be(end);
        profile[^1].ChainageMetres.Should().BeApproximately(1_410, 1e-6);
        profile.Should().Contain(point => point.Place == middle);
        profile.Zip(profile.Skip(1), (before, after) => after.ChainageMetres - before.ChainageMetres).Should().OnlyContain(step => step > 0 && step <= RouteProfile.StepMetres + 1e-6);
    }

    [TestMethod]
    public void No_route_has_no_profile() =>
        RouteProfile.Of(new RoadRoute { Reason = "There is no open road." }, _ => 0).Should().BeEmpty();

    [TestMethod]
    public void A_long_route_is_looked_at_farther_apart()
    {
        GeoPoint end = Geodesic.Direct(Start, 90, 2_000_000);
        var route = new RoadRoute { Legs = [new RouteLeg(0, 2_000_000, 60, 0, 0, [Start, end])] };
        RouteProfile.Of(route, _ => double.NaN).Length.Should().BeLessThanOrEqualTo(RouteProfile.MostPoints + 2);
    }
}
