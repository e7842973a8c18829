using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Tests.Coverage;

namespace DefenseZone.Geo.Tests.RoadSiting;

[TestClass]
public sealed class RoadEndTests
{
    private static readonly Plan Plan = Given.Border("LINESTRING (106 22, 107 22)")
        .With(Given.Post("P1", 106.5, 22.1), Given.Post("K7", 106.6, 22.1), Given.Post("K7", 106.7, 22.1) with { Kind = FacilityKind.CombatBase });

    [TestMethod]
    public void A_place_an_id_and_the_network_are_understood()
    {
        RoadEnd.Parse(Plan, "106.25, 22.5", out _)!.Place.Should().Be(new GeoPoint(106.25, 22.5));
        RoadEnd.Parse(Plan, "P1", out _)!.Place.Should().Be(new GeoPoint(106.5, 22.1));
        RoadEnd.Parse(Plan, "combat-bases/K7", out _)!.Place.Should().Be(new GeoPoint(106.7, 22.1));
        RoadEnd.Parse(Plan, "Network", out _)!.IsNetwork.Should().BeTrue();
    }

    [TestMethod]
    public void What_is_not_understood_is_explained()
    {
        RoadEnd.Parse(Plan, "K7", out string several).Should().BeNull();
        several.Should().Contain("militia-posts/K7").And.Contain("combat-bases/K7");
        RoadEnd.Parse(Plan, "22.5,106.25", out string swapped).Should().BeNull();
        swapped.Should().Contain("longitude first");
        RoadEnd.Parse(Plan, "P11", out string unknown).Should().BeNull();
        unknown.Should().Contain("did you mean 'P1'");
    }
}
