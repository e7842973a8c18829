using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class BorderLineTests
{
    // A degree of longitude on the equator of WGS84.
    private const double DegreeOnEquatorMetres = 111_319.49079327357;

    [TestMethod]
    public void Chainage_runs_from_the_first_vertex_in_metres_on_the_ellipsoid()
    {
        var border = BorderLine.Of(Given.Border("LINESTRING (105 0, 106 0, 107 0)"));

        border.LengthMetres.Should().BeApproximately(2 * DegreeOnEquatorMetres, 1e-3);
        border.PointAt(DegreeOnEquatorMetres * 1.5).LongitudeDegrees.Should().BeApproximately(106.5, 1e-9);
        border.PointAt(-5).Should().Be(new GeoPoint(105, 0));
        border.PointAt(1e9).LongitudeDegrees.Should().BeApproximately(107, 1e-12);
    }

    [TestMethod]
    public void Segments_without_a_sequence_are_chained_by_their_ends_whatever_their_direction()
    {
        var border = BorderLine.Of(Given.Border(
            "LINESTRING (106 22, 106.1 22)",
            "LINESTRING (106.3 22, 106.2 22)",
            "LINESTRING (106 22, 105.9 22)",
            "LINESTRING (106.1 22, 106.2 22)"));

        border.Parts.Should().HaveCount(1);
        border.Segments.Select(stretch => stretch.Segment.Id.Text).Should().Equal("B3", "B1", "B4", "B2");
        border.PointAt(0).LongitudeDegrees.Should().BeApproximately(105.9, 1e-12);
        border.PointAt(border.LengthMetres).LongitudeDegrees.Should().BeApproximately(106.3, 1e-12);
    }

    [TestMethod]
    public void Thousands_of_segments_in_any_order_and_direction_make_one_line_for_each_part()
    {
        // Along the 90th meridian east, where all ends have the same geocentric x, with a hole in the middle.
        var random = new Random(11);
        string[] segments =
        [
            .. Enumerable.Range(0, 4000).Where(i => i != 2000).Select(i =>
            {
                double south = i * 0.002, north = (i + 1) * 0.002;
                return FormattableString.Invariant(random.Next(2) == 0 ? $"LINESTRING (90 {south:F4}, 90 {north:F4})" : (FormattableString)$"LINESTRING (90 {north:F4}, 90 {south:F4})");
            }),
        ];
        random.Shuffle(segments);

        var border = BorderLine.Of(Given.Border(segments));

        border.Parts.Should().HaveCount(2);
        border.Segments.Should().HaveCount(3999);
        double whole = Geodesic.Inverse(new GeoPoint(90, 0), new GeoPoint(90, 8)).DistanceMetres;
        double hole = Geodesic.Inverse(new GeoPoint(90, 4), new GeoPoint(90, 4.002)).DistanceMetres;
        border.LengthMetres.Should().BeApproximately(whole - hole, 1e-3);
    }

    [TestMethod]
    public void Segments_with_a_sequence_follow_it()
    {
        Plan plan = Given.Border("LINESTRING (106.2 22, 106.3 22)", "LINESTRING (106.1 22, 106 22)", "LINESTRING (106.1 22, 106.2 22)");
        plan = plan with { BorderSegments = [.. plan.BorderSegments.Zip([3.0, 1.0, 2.0], (segment, at) => segment with { Sequence = at })] };
        var border = BorderLine.Of(plan);

        border.Segments.Select(stretch => stretch.Segment.Id.Text).Should().Equal("B2", "B3", "B1");
        border.Parts.Should().HaveCount(1);
        border.PointAt(0).LongitudeDegrees.Should().BeApproximately(106, 1e-12, "the first segment was drawn backwards");
    }

    [TestMethod]
    public void Pieces_that_do_not_touch_stay_apart_and_take_no_chainage_between_them()
    {
        var border = BorderLine.Of(Given.Border("LINESTRING (105 0, 105.1 0)", "LINESTRING (106 0, 106.1 0)"));

        border.Parts.Should().HaveCount(2);
        border.LengthMetres.Should().BeApproximately(0.2 * DegreeOnEquatorMetres, 1e-4);
        border.Parts[0].ToMetres.Should().Be(border.Parts[1].FromMetres);
        border.Slice(0, border.Parts[0].ToMetres)[^1].LongitudeDegrees.Should().BeApproximately(105.1, 1e-12);
        border.Slice(border.Parts[1].FromMetres, border.LengthMetres)[0].LongitudeDegrees.Should().BeApproximately(106, 1e-12);
        border.Shape(0, border.LengthMetres).Should().BeOfType<MultiLineString>().Which.NumGeometries.Should().Be(2);
    }

    [TestMethod]
    public void The_nearest_place_is_found_on_the_right_part_even_at_its_very_end()
    {
        var border = BorderLine.Of(Given.Border("LINESTRING (105 0, 105.1 0)", "LINESTRING (106 0, 106.1 0)"));

        NearestBorderPoint end = border.Nearest(new GeoPoint(105.2, 0));
        end.Point.LongitudeDegrees.Should().BeApproximately(105.1, 1e-9);
        end.DistanceMetres.Should().BeApproximately(0.1 * DegreeOnEquatorMetres, 1e-3);
        NearestBorderPoint start = border.Nearest(new GeoPoint(105.9, 0));
        start.Point.LongitudeDegrees.Should().BeApproximately(106, 1e-9);
        NearestBorderPoint beside = border.Nearest(new GeoPoint(106.05, 0.01));
        beside.ChainageMetres.Should().BeApproximately(0.15 * DegreeOnEquatorMetres, 0.1);
    }

    [TestMethod]
    public void A_shape_across_the_antimeridian_is_cut_there()
    {
        var border = BorderLine.Of(Given.Border("LINESTRING (179.99 -16, -179.99 -16.01)"));

        Geometry shape = border.Shape(0, border.LengthMetres);
        shape.Should().BeOfType<MultiLineString>().Which.NumGeometries.Should().Be(2);
        shape.GetGeometryN(0).Coordinates[^1].X.Should().Be(180);
        shape.GetGeometryN(1).Coordinates[0].X.Should().Be(-180);
        border.LengthMetres.Should().BeLessThan(3000);
    }

    [TestMethod]
    public void A_slice_is_as_long_as_its_chainages_say()
    {
        var border = BorderLine.Of(Given.Border("LINESTRING (105 22, 105.013 22.02, 105.04 22.01, 105.2 22.3)"));

        foreach ((double from, double to) in new[] { (0.0, border.LengthMetres), (10.0, 20.0), (2_500.5, 17_000.25) })
        {
            IReadOnlyList<GeoPoint> slice = border.Slice(from, to);
            double length = slice.Zip(slice.Skip(1), (a, b) => Geodesic.Inverse(a, b).DistanceMetres).Sum();
            length.Should().BeApproximately(to - from, 1e-5);
        }
    }

    [TestMethod]
    public void One_border_is_built_for_all_copies_of_a_plan_that_share_it()
    {
        Plan plan = Given.Border("LINESTRING (105 22, 106 22)");
        Plan copy = plan.With(Given.Post("P1", 105.5, 22, 5000));

        BorderLine.Of(copy).Should().BeSameAs(BorderLine.Of(plan));
    }

    [TestMethod]
    public void A_plan_without_a_border_has_no_length_and_no_gaps()
    {
        CoverageReport report = Plan.Empty.With(Given.Post("P1", 105, 22, 5000)).Solved();

        report.BorderMetres.Should().Be(0);
        report.GapCount.Should().Be(0);
        report.CoverageRatio.Should().Be(0);
        report.Facilities.Should().ContainSingle().Which.CoversNothing.Should().BeTrue();
    }

    [TestMethod]
    public void A_border_of_many_vertices_is_converted_as_exactly_as_one_of_few()
    {
        // Long enough for the vectorised conversion, with a remainder that does not fill a vector.
        Coordinate[] line = [.. Enumerable.Range(0, 70_003).Select(i => new Coordinate(179 + (Math.Sin(i * 0.001) * 0.9), -89 + (i * 178.0 / 70_003)))];
        BorderVertices vertices = BorderLine.Of(Given.Border(line)).Vertices;

        for (int i = 0; i < vertices.Count; i += 7)
            vertices.Place(i).DistanceMetresTo(Ecef.Of(vertices.Point(i))).Should().BeLessThan(1e-7);
    }
}
