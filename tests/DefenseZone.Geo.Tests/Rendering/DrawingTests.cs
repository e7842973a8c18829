using System.Globalization;
using System.Text.RegularExpressions;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Tests.Rendering;

[TestClass]
public sealed partial class DrawingTests
{
    [TestMethod]
    public void A_simplified_line_keeps_its_ends_and_stays_within_the_tolerance()
    {
        double[] line = [.. Enumerable.Range(0, 500).SelectMany(i => new[] { i, 20 * Math.Sin(i / 15.0) })];
        double[] kept = LineSimplification.Simplify(line, 0.5);
        kept.Length.Should().BeLessThan(line.Length / 3);
        kept[..2].Should().Equal(line[..2]);
        kept[^2..].Should().Equal(line[^2..]);
        for (int i = 0; i < line.Length; i += 2)
            Distance(kept, line[i], line[i + 1]).Should().BeLessThanOrEqualTo(0.5);
    }

    [TestMethod]
    public void A_line_that_comes_back_on_itself_keeps_its_turn()
    {
        LineSimplification.Simplify([0, 0, 50, 0, 100, 0, 50, 0, 10, 0], 1).Should().Equal(0, 0, 100, 0, 10, 0);
    }

    [TestMethod]
    public void Web_Mercator_goes_both_ways()
    {
        // EPSG:3857 of 106.7°E 21.95°N, by PROJ 9: cs2cs EPSG:4326 EPSG:3857.
        (double x, double y) = WebMercator.Of(106.7, 21.95);
        y.Should().BeApproximately(2_505_523.195, 0.001);
        x.Should().BeApproximately(11_877_789.668, 0.001);
        GeoPoint back = WebMercator.ToGeoPoint(x, y);
        back.LongitudeDegrees.Should().BeApproximately(106.7, 1e-10);
        back.LatitudeDegrees.Should().BeApproximately(21.95, 1e-10);
    }

    [TestMethod]
    public void Ticks_are_round_numbers_at_their_places()
    {
        AxisTick[] ticks = [.. KilometreAxis.Ticks(0, 250_000, 1000, 80, Quantities.English)];
        ticks.Select(tick => tick.Text).Should().StartWith(["0", "20", "40"]);
        ticks.Should().OnlyContain(tick => Math.Abs(tick.XPixels - (tick.Metres / 250)) < 1e-9);
        KilometreAxis.Ticks(1_200, 1_290, 1000, 80, Quantities.Vietnamese).Select(tick => tick.Text).Should().StartWith(["1,20", "1,21"]);
        KilometreAxis.Ticks(-0.0001, 388_200, 1000, 80, Quantities.English)[0].Text.Should().Be("0");
    }

    [TestMethod]
    public void Each_kind_has_a_shape_and_each_status_a_fill()
    {
        var shapes = Enum.GetValues<FacilityKind>().Select(kind => FacilitySymbol.Of(kind, LifecycleStatus.Existing).Outline).ToArray();
        shapes.Should().OnlyHaveUniqueItems();
        FacilitySymbol post = FacilitySymbol.Of(FacilityKind.MilitiaPost, LifecycleStatus.Existing);
        post.Solid.Should().Be(post.Outline);
        FacilitySymbol.Of(FacilityKind.MilitiaPost, LifecycleStatus.Planned).Solid.Should().BeEmpty();
        FacilitySymbol half = FacilitySymbol.Of(FacilityKind.MilitiaPost, LifecycleStatus.UnderConstruction);
        half.Outline.Should().Be(post.Outline);
        double middle = (Ys(post.Outline).Min() + Ys(post.Outline).Max()) / 2;
        Ys(half.Solid).Should().OnlyContain(y => y >= middle - 0.01);
        FacilitySymbol.Of(FacilityKind.RearBase, LifecycleStatus.Retired).Colour.Should().Be(MapColours.Retired);
    }

    [TestMethod]
    [DataRow(0, 1, DepthClass.Gap)]
    [DataRow(1, 1, DepthClass.Once)]
    [DataRow(9, 1, DepthClass.ThreeOrMore)]
    [DataRow(1, 2, DepthClass.Gap)]
    [DataRow(2, 2, DepthClass.Twice)]
    public void Depth_falls_into_the_class_that_is_asked_for(int depth, int required, DepthClass expected) =>
        DepthClasses.Of(depth, required).Should().Be(expected);

    private static double[] Ys(string path) =>
        [.. Corner().Matches(path).Select(corner => double.Parse(corner.Groups["y"].Value, CultureInfo.InvariantCulture))];

    private static double Distance(double[] line, double x, double y)
    {
        double best = double.PositiveInfinity;
        for (int i = 2; i < line.Length; i += 2)
        {
            double dx = line[i] - line[i - 2], dy = line[i + 1] - line[i - 1];
            double along = Math.Clamp((((x - line[i - 2]) * dx) + ((y - line[i - 1]) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            best = Math.Min(best, Math.Sqrt(Math.Pow(x - line[i - 2] - (along * dx), 2) + Math.Pow(y - line[i - 1] - (along * dy), 2)));
        }

        return best;
    }

    [GeneratedRegex(@"[ML](?<x>[\d.]+) (?<y>[\d.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Corner();
}
