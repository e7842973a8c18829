using System.Globalization;
using System.Xml.Linq;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Rendering.Charts;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Sight;

namespace DefenseZone.Geo.Tests.Rendering.Charts;

[TestClass]
public sealed class ProfileChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly ProfileChartLabels Labels = new("From <A> to B", "Chốt 1", "Mốc 2", "Ridge & wall", "km", "m");

    [TestMethod]
    public void A_hidden_line_is_marked_where_the_ground_rises_furthest_above_it()
    {
        XElement chart = Chart((column, _) => column == 60 ? 40 : 0, 35, 85);
        chart.Element(Svg + "title")!.Value.Should().Be("From <A> to B");
        XElement mark = chart.Elements(Svg + "g").Single(group => group.Attribute("class")!.Value == "obstruction");
        mark.Element(Svg + "text")!.Value.Should().Be("Ridge & wall");
        double x = double.Parse(mark.Element(Svg + "circle")!.Attribute("cx")!.Value, CultureInfo.InvariantCulture);
        x.Should().BeApproximately(52 + ((640 - 66) / 2.0), 0.2, "half-way along the axis");
        chart.Elements(Svg + "path").Count(path => path.Attribute("class")!.Value == "sight hidden").Should().Be(1);
        chart.Descendants(Svg + "text").Select(text => text.Value).Should().Contain(["Chốt 1", "Mốc 2", "km", "0.4"]);
    }

    [TestMethod]
    public void A_free_line_has_no_mark_and_no_red()
    {
        string chart = Chart((_, _) => 7, 10, 100).ToString();
        chart.Should().NotContain("obstruction").And.NotContain(MapColours.Gap);
    }

    [TestMethod]
    public void Voids_are_left_open()
    {
        XElement chart = Chart((column, _) => column is > 40 and < 50 ? double.NaN : 5, 10, 100);
        chart.Elements(Svg + "path").Count(path => path.Attribute("class")!.Value == "ground").Should().Be(2);
        chart.Elements(Svg + "line").Count(line => line.Attribute("class")?.Value == "void").Should().Be(1);
        chart.ToString().Should().NotContain("NaN");
    }

    [TestMethod]
    public void A_long_profile_is_thinned_without_losing_what_hides()
    {
        ElevationGrid grid = Relief.Of(4_000, 3, (column, _) => column == 1_777 ? 300 : column % 2);
        SightProfile profile = new LineOfSight(ElevationSurface.Of(grid), grid.Centre(5, 1), grid.Centre(3_990, 1)).Solve();
        string chart = ProfileChart.Svg(profile, Labels, Quantities.English, 400, 200);
        chart.Length.Should().BeLessThan(30_000);
        XElement.Parse(chart).Elements(Svg + "path").Should().Contain(path => path.Attribute("class")!.Value == "sight hidden");
    }

    [TestMethod]
    public void Without_ground_there_is_a_chart_with_its_title_only()
    {
        ElevationGrid grid = Relief.Of(3, 3, (_, _) => 0);
        SightProfile nothing = new LineOfSight(ElevationSurface.Empty, grid.Centre(0, 0), grid.Centre(2, 2)).Solve();
        XElement.Parse(ProfileChart.Svg(nothing, Labels, Quantities.Vietnamese)).Elements().Should().ContainSingle();
    }

    private static XElement Chart(Func<int, int, double> height, int from, int to)
    {
        ElevationGrid grid = Relief.Of(120, 20, height);
        SightProfile profile = new LineOfSight(ElevationSurface.Of(grid), grid.Centre(from, 10), grid.Centre(to, 10)).Solve();
        return XElement.Parse(ProfileChart.Svg(profile, Labels, Quantities.English));
    }
}
