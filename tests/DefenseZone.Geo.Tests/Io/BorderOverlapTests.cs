using System.Collections.Immutable;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Io;

/// <summary>Lengths are of GeographicLib (PROJ's geod): a tenth of a degree of the meridian from 22.0° is 11,073.1 m, from 22.1° 11,073.2 m.</summary>
[TestClass]
public sealed class BorderOverlapTests
{
    [TestMethod]
    public void A_border_drawn_twice_is_an_error_with_both_ids_and_its_metres()
    {
        PlanProblem twice = Border("[106,22],[106,22.1]", "[106,22],[106,22.1]").Should().ContainSingle().Which;

        twice.Severity.Should().Be(ProblemSeverity.Error);
        twice.Message.Should().Contain("segment \"b0\" and segment \"b1\"").And.Contain("11,073 m");
        twice.FeatureId.Should().Be(FeatureId.Of("b1"));
    }

    [TestMethod]
    public void A_line_there_and_back_is_an_error_of_its_segment()
    {
        PlanProblem back = Border("[106,22],[106,22.1],[106,22]").Should().ContainSingle().Which;

        back.Severity.Should().Be(ProblemSeverity.Error);
        back.Message.Should().Contain("segment \"b0\" runs along itself").And.Contain("11,073 m");
    }

    [TestMethod]
    public void A_partial_overlap_is_measured_whatever_the_vertices_and_directions()
    {
        // From 22.1° to 22.2°, drawn with other vertices and the other way.
        ImmutableArray<PlanProblem> problems = Border("[106,22],[106,22.07],[106,22.2]", "[106,22.3],[106,22.15],[106,22.1]");

        problems.Should().ContainSingle(problem => problem.Message.Contains("drawn twice")).Which.Message.Should().Contain("11,073 m").And.Contain("[106, 22.1]");
    }

    [TestMethod]
    public void A_piece_within_a_line_that_is_drawn_twice_is_found()
    {
        // East, then 0.01° back west (1,032 m at 22° of latitude), then on east 20 m farther north.
        Border("[106,22],[106.1,22],[106.09,22],[106.2,22.0002]")
            .Should().ContainSingle(problem => problem.Message.Contains("runs along itself") && problem.Severity == ProblemSeverity.Error);
    }

    [TestMethod]
    public void Half_a_metre_is_a_warning()
    {
        // Both ends touch within a metre; 4.5e-6° of latitude are 0.498 m.
        PlanProblem half = Border("[106,22],[106,22.1]", "[106,22.0999955],[106,22.2]").Should().ContainSingle().Which;

        half.Severity.Should().Be(ProblemSeverity.Warning);
        half.Message.Should().Contain("0.50 m");
    }

    [TestMethod]
    public void Lines_two_metres_apart_are_two_lines()
    {
        // 2e-5° of longitude are 2.06 m at 22° of latitude.
        Border("[106,22],[106,22.1]", "[106.00002,22],[106.00002,22.1]").Should().NotContain(problem => problem.Message.Contains("drawn twice"));
    }

    [TestMethod]
    public void Crossings_and_sharp_bends_are_no_overlap()
    {
        Border("[106,22],[106.1,22.1],[106.1,22],[106,22.1]").Should().BeEmpty();
        Border("[106,22],[106.1,22],[106,22.02]").Should().BeEmpty();
    }

    [TestMethod]
    public void A_long_border_drawn_twice_is_found_piece_by_piece()
    {
        // 20,000 vertices on a wave, and a second feature that follows vertices 5,000 to 10,000 of it backwards.
        static string Wave(IEnumerable<int> vertices) => string.Join(',', vertices.Select(i =>
            FormattableString.Invariant($"[{106 + (i * 1e-4):0.0000000},{22 + (0.001 * Math.Sin(i * 0.3)):0.0000000}]")));
        ImmutableArray<PlanProblem> problems = Border(Wave(Enumerable.Range(0, 20_000)), Wave(Enumerable.Range(5_000, 5_001).Reverse()));

        problems.Should().ContainSingle(problem => problem.Message.Contains("drawn twice")).Which.Message.Should().Contain("segment \"b0\" and segment \"b1\"");
        Border(Wave(Enumerable.Range(0, 20_000))).Should().BeEmpty();
    }

    private static ImmutableArray<PlanProblem> Border(params string[] segments)
    {
        string features = string.Join(",", segments.Select((positions, i) =>
            $$"""{"type":"Feature","id":"b{{i}}","geometry":{"type":"LineString","coordinates":[{{positions}}]},"properties":{} }"""));
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", """{"name":"x"}""")
            .With("border-segments.geojson", $$"""{"type":"FeatureCollection","features":[{{features}}]}""");
        return PlanFolder.Read(folder.Path).Problems;
    }
}
