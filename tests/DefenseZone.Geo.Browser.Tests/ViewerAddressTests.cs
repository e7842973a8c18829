using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Browser.Tests;

[TestClass]
public sealed class ViewerAddressTests
{
    [TestMethod]
    public void What_is_written_is_read_again()
    {
        var address = new ViewerAddress
        {
            Centre = new GeoPoint(106.70711, 21.94742),
            Zoom = 11.25,
            Question = new CoverageQuestion
            {
                Kinds = [FacilityKind.MilitiaPost, FacilityKind.BorderGate],
                Statuses = [LifecycleStatus.Planned],
                Year = 2030,
                CoveredBy = "sight",
                RadiusMetres = 4_500,
                ObserverHeightMetres = 12.5,
                TargetHeightMetres = 2,
                Minutes = 45,
                Season = RoadSeason.Wet,
                Closure = new RoadClosure { Roads = [FeatureId.Of("R 1"), FeatureId.Of(7)], HazardKinds = ["flood", "flash-flood"] },
                RequiredDepth = 2,
                MinimumGapMetres = 25,
            },
            Selection = Selection.Of(new Facility { Id = FeatureId.Of("a&b=c #1"), Kind = FacilityKind.MilitiaPost }),
            Hidden = ["circles", "các điểm"],
            Language = Language.Vietnamese,
        };
        ViewerAddress read = ViewerAddress.Parse(address.ToQuery());
        read.Centre.Should().Be(address.Centre);
        read.Zoom.Should().Be(address.Zoom);
        read.Question.Should().Be(address.Question);
        read.Selection.Should().Be(address.Selection);
        read.Hidden.Should().Equal(address.Hidden);
        read.Language.Should().Be(address.Language);
    }

    [TestMethod]
    public void Nothing_said_is_nothing_written() => new ViewerAddress().ToQuery().Should().BeEmpty();

    [TestMethod]
    public void Everything_shown_is_not_the_same_as_nothing_said() =>
        ViewerAddress.Parse(new ViewerAddress { Hidden = [] }.ToQuery()).Hidden.Should().BeEmpty();

    [TestMethod]
    [DataRow("?at=999,21&zoom=11")]
    [DataRow("?at=106.7&zoom=x")]
    [DataRow("?radius=-5&depth=0&gap=NaN&year=12")]
    [DataRow("?eye=-1&target=501")]
    [DataRow("?minutes=0&season=spring&closed=#x,&closed-hazards=,")]
    [DataRow("?kind=rockets&status=lost&select=gap:-1&lang=xx")]
    [DataRow("?select=:&at=,")]
    public void What_cannot_be_understood_is_taken_as_not_said(string query)
    {
        ViewerAddress read = ViewerAddress.Parse(query);
        read.Question.IsPlain.Should().BeTrue();
        read.Centre.Should().BeNull();
        read.Selection.IsNothing.Should().BeTrue();
        read.Language.Should().BeNull();
    }

    [TestMethod]
    public void A_number_and_a_text_that_look_alike_stay_apart()
    {
        Selection number = Selection.Of(new DefensiveZone { Id = FeatureId.Of(7), Level = ZoneLevel.Commune });
        Selection.Parse(number.ToString()).Should().Be(number);
        Selection.Parse(number.ToString()).Id.IsNumber.Should().BeTrue();
    }
}
