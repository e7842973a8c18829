using DefenseZone.Geo.Cli.Output;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class BorderStripTests
{
    [TestMethod]
    public void Depth_is_height_and_gaps_hang_below()
    {
        var strip = new BorderStrip(
            40_000,
            [new(0, 10_000, 1), new(10_000, 15_000, 2), new(15_000, 20_000, 3), new(20_000, 26_000, 0), new(26_000, 40_000, 4)],
            [new(20_000, 26_000, 0)]);

        StripDrawing drawing = strip.Draw(40);

        drawing.Depths.Should().Be("▂▂▂▂▂▂▂▂▂▂▄▄▄▄▄▆▆▆▆▆      ██████████████");
        drawing.Gaps.Should().Be("                    ▀▀▀▀▀▀              ");
        drawing.Axis.Should().Be("╵0                  ╵20                 ");
        drawing.Classes.Should().Equal(
            [.. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 5), .. Enumerable.Repeat(3, 5), .. Enumerable.Repeat(0, 6), .. Enumerable.Repeat(3, 14)]);
    }

    [TestMethod]
    public void A_gap_of_ten_metres_on_4600_km_is_marked_all_the_same()
    {
        var strip = new BorderStrip(4_600_000, [new(0, 2_000_000, 1), new(2_000_000, 2_000_010, 0), new(2_000_010, 4_600_000, 1)], [new(2_000_000, 2_000_010, 0)]);

        StripDrawing drawing = strip.Draw(70);

        drawing.Gaps.Trim().Should().Be("▘");
        drawing.Gaps.IndexOf('▘', StringComparison.Ordinal).Should().Be(30, "the gap lies at 2,000 of 4,600 km");
        drawing.Depths.Should().NotContain(" ", "each column is nearly all covered");
    }

    [TestMethod]
    public void More_than_eight_times_is_drawn_as_eight()
    {
        StripDrawing drawing = new BorderStrip(10, [new(0, 5, 30), new(5, 10, 1)], []).Draw(10);

        drawing.Depths.Should().Be("█████▁▁▁▁▁");
    }

    [TestMethod]
    [DataRow(10)]
    [DataRow(33)]
    [DataRow(72)]
    [DataRow(160)]
    public void Every_line_is_as_wide_as_asked(int columns)
    {
        StripDrawing drawing = new BorderStrip(1_234_567, [new(0, 1_234_567, 2)], []).Draw(columns);

        drawing.Depths.Should().HaveLength(columns);
        drawing.Gaps.Should().HaveLength(columns);
        drawing.Axis.Should().HaveLength(columns);
        drawing.Axis.Should().StartWith("╵0");
    }

    [TestMethod]
    public void A_border_of_a_few_metres_has_an_axis_too()
    {
        new BorderStrip(50, [new(0, 50, 1)], []).Draw(60).Axis.Should().Contain("╵0.02");
    }
}
