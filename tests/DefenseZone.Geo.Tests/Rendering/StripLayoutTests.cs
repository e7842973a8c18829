using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Tests.Rendering;

[TestClass]
public sealed class StripLayoutTests
{
    [TestMethod]
    [DataRow(5_000.0)]
    [DataRow(4_600_000.0)]
    public void A_gap_is_at_least_two_pixels_wide_however_long_the_border(double borderMetres)
    {
        double from = borderMetres / 3;
        StripLayout layout = Layout(Content(borderMetres, (0, from, 1), (from, from + 3, 0), (from + 3, borderMetres, 2)));
        StripGapBar gap = layout.Gaps.Should().ContainSingle().Subject;
        gap.WidthPixels.Should().BeGreaterThanOrEqualTo(2);
        gap.XPixels.Should().BeApproximately(333.3, 1);
    }

    [TestMethod]
    public void A_gap_at_the_very_end_stays_within_the_diagram()
    {
        StripGapBar gap = Layout(Content(100_000, (0, 99_999, 1), (99_999, 100_000, 0))).Gaps.Single();
        (gap.XPixels + gap.WidthPixels).Should().BeLessThanOrEqualTo(1000);
        gap.WidthPixels.Should().Be(2);
    }

    [TestMethod]
    public void Columns_are_whole_pixels_without_holes_and_leave_out_what_is_not_covered()
    {
        StripLayout layout = Layout(Content(10_000, (0, 2_000, 1), (2_000, 4_000, 3), (4_000, 6_000, 0), (6_000, 10_000, 2)));
        layout.Columns.Select(column => (column.XPixels, column.WidthPixels, column.Depth)).Should().Equal((0, 200, 1), (200, 200, 3), (600, 400, 2));
    }

    [TestMethod]
    public void A_column_shows_the_depth_that_fills_most_of_it()
    {
        // One pixel is 10 m: 7 m of depth 4 and 3 m of depth 1 in the first.
        StripLayout layout = Layout(Content(10_000, (0, 7, 4), (7, 10, 1), (10, 10_000, 2)));
        layout.Columns[0].Should().Be(new StripColumn(0, 1, 4, DepthClass.ThreeOrMore));
        layout.Columns[1].Depth.Should().Be(2);
    }

    [TestMethod]
    public void Pieces_of_one_depth_count_together_in_a_column()
    {
        StripLayout layout = Layout(Content(10_000, (0, 3, 1), (3, 7, 5), (7, 10, 1), (10, 10_000, 2)));
        layout.Columns[0].Depth.Should().Be(1);
    }

    [TestMethod]
    public void Labels_of_gaps_do_not_touch_and_the_longest_has_one()
    {
        StripContent content = Content(100_000, (0, 50_000, 1), (50_000, 50_100, 0), (50_100, 50_200, 1), (50_200, 52_200, 0), (52_200, 100_000, 1));
        StripLayout layout = Layout(content);
        layout.Gaps.Select(gap => gap.Label).Should().Equal(string.Empty, "2.00\u00A0km");
    }

    [TestMethod]
    public void A_label_at_the_edge_is_moved_inside()
    {
        StripGapBar gap = Layout(Content(100_000, (0, 100, 0), (100, 100_000, 1))).Gaps.Single();
        gap.LabelXPixels.Should().BeGreaterThan(15);
    }

    [TestMethod]
    public void A_window_shows_its_own_part_and_maps_both_ways()
    {
        StripLayout layout = StripLayout.Of(Content(100_000, (0, 100_000, 1)), 20_000, 30_000, 500, Quantities.English);
        layout.XOf(25_000).Should().BeApproximately(250, 1e-9);
        layout.MetresAt(layout.XOf(27_123)).Should().BeApproximately(27_123, 1e-6);
        layout.Ticks.Should().OnlyContain(tick => tick.Metres >= 20_000 && tick.Metres <= 30_000);
    }

    [TestMethod]
    public void Facilities_of_one_look_on_one_spot_are_one_mark()
    {
        StripContent content = Content(100_000, (0, 100_000, 1)) with
        {
            Facilities =
            [
                new StripFacility(0, 50_000, FacilityKind.MilitiaPost, LifecycleStatus.Existing),
                new StripFacility(1, 50_010, FacilityKind.MilitiaPost, LifecycleStatus.Existing),
                new StripFacility(2, 50_020, FacilityKind.MilitiaPost, LifecycleStatus.Planned),
            ],
        };
        Layout(content).Marks.Select(mark => mark.Facility.Index).Should().Equal(0, 2);
    }

    [TestMethod]
    public void A_zone_has_its_name_where_there_is_room_and_part_of_it_where_there_is_some()
    {
        StripContent content = Content(100_000, (0, 100_000, 1)) with
        {
            ZoneRows =
            [
                new StripZoneRow(ZoneLevel.Province, [new StripZone(0, "Cao Bằng", 0, 90_000), new StripZone(1, "Thái Nguyên", 90_000, 96_000), new StripZone(2, "Lạng Sơn", 96_000, 100_000)]),
            ],
        };
        Layout(content).ZoneBars.Select(bar => bar.Label).Should().Equal("Cao Bằng", "Thái Ng…", "Lạng…");
    }

    [TestMethod]
    public void An_empty_border_is_an_empty_diagram()
    {
        StripLayout layout = Layout(Content(0));
        layout.Columns.Should().BeEmpty();
        layout.Gaps.Should().BeEmpty();
    }

    [TestMethod]
    public void With_more_cover_required_the_colour_of_less_is_that_of_a_gap()
    {
        StripLayout layout = Layout(Content(10_000, (0, 5_000, 1), (5_000, 10_000, 2)) with { RequiredDepth = 2 });
        layout.Columns.Select(column => column.Class).Should().Equal(DepthClass.Gap, DepthClass.Twice);
    }

    private static StripLayout Layout(StripContent content) => StripLayout.Of(content, 0, content.BorderMetres, 1000, Quantities.English);

    private static StripContent Content(double borderMetres, params (double From, double To, int Depth)[] stretches) => new()
    {
        BorderMetres = borderMetres,
        Stretches = [.. stretches.Select(stretch => new StripStretch(stretch.From, stretch.To, stretch.Depth))],
        Gaps = [.. stretches.Where(stretch => stretch.Depth == 0).Select((gap, index) => new StripGap(index + 1, gap.From, gap.To))],
    };
}
