using System.Collections.Immutable;
using System.Xml.Linq;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Rendering.Charts;

namespace DefenseZone.Geo.Tests.Rendering.Charts;

[TestClass]
public sealed class GroundProfileChartTests
{
    private static readonly GroundProfileLabels Labels = new("Ground & <road>", "km", "m") { Mark = "steepest: 9 %", MarkMetres = 500 };

    [TestMethod]
    public void Ground_is_drawn_and_the_marked_place_named_as_valid_xml()
    {
        XElement svg = Draw([new(0, 100), new(500, 150), new(1_000, 120)]);
        Of(svg, "ground").Should().HaveCount(1);
        svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).Should().Contain("steepest: 9 %");
        svg.Elements().First().Value.Should().Be("Ground & <road>");
    }

    [TestMethod]
    public void Where_no_height_is_known_the_ground_is_open()
    {
        XElement svg = Draw([new(0, 100), new(200, double.NaN), new(400, double.NaN), new(600, 120), new(1_000, 120)]);
        Of(svg, "ground").Should().HaveCount(2);
        Of(svg, "void").Should().HaveCount(1);
    }

    [TestMethod]
    public void Nothing_known_is_an_empty_chart()
    {
        Of(Draw([]), "ground").Should().BeEmpty();
        Of(Draw([new(0, double.NaN), new(10, double.NaN)]), "ground").Should().BeEmpty();
    }

    [TestMethod]
    public void A_long_way_is_thinned_and_keeps_its_highest_ground()
    {
        ImmutableArray<GroundPoint> points = [.. Enumerable.Range(0, 50_000).Select(i => new GroundPoint(i, i == 31_415 ? 900 : 100))];
        string svg = GroundProfileChart.Svg(points, Labels, Quantities.English, 320, 160);
        svg.Length.Should().BeLessThan(20_000);

        // The highest ground touches the upper edge of the chart.
        svg.Should().MatchRegex(@"L[0-9.]+ 24[L ]");
    }

    [TestMethod]
    public void A_chart_too_small_for_its_axes_is_refused() =>
        FluentActions.Invoking(() => GroundProfileChart.Svg([], Labels, Quantities.English, 100, 160)).Should().Throw<ArgumentOutOfRangeException>();

    private static XElement Draw(ImmutableArray<GroundPoint> points) => XElement.Parse(GroundProfileChart.Svg(points, Labels, Quantities.English));

    private static IEnumerable<XElement> Of(XElement svg, string kind) => svg.Descendants().Where(element => (string?)element.Attribute("class") == kind);
}
