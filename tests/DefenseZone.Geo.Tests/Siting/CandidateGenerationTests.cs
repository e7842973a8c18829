using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Coverage;
using DefenseZone.Geo.Tests.Sight;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Siting;

[TestClass]
public sealed class CandidateGenerationTests
{
    [TestMethod]
    public void Highs_near_the_border_are_candidates_from_the_highest_down_less_those_in_forbidden_areas()
    {
        ElevationGrid hills = Relief.Of(400, 300, (column, row) => Hill(column, row, 100, 130, 300) + Hill(column, row, 250, 170, 200) + Hill(column, row, 200, 20, 900));
        Plan plan = Bordered(hills);
        var generation = new CandidateGeneration(plan) { HighsApartMetres = 800, HighsWithinMetres = 2_000, CoverageRadiusMetres = 4_000, Cost = 7 };
        ImmutableArray<CandidateSite> sites = generation.Generate();
        sites.Select(site => site.Id.Text).Should().Equal("high-1", "high-2");
        sites.Select(site => Cell(hills, site)).Should().Equal((100, 130), (250, 170));
        sites.Should().OnlyContain(site => site.CoverageRadiusMetres == 4_000 && site.Cost == 7 && site.Kind == FacilityKind.MilitiaPost);
        sites.Select(site => Cell(hills, site)).Should().BeEquivalentTo(
            new ObservationPoints(plan) { WithinMetres = 2_000 }.Solve().Select(high => Cell(hills, high.Site)), "they are the library's own highs");

        Geometry around = sites[0].Geometry.Buffer(0.01);
        (generation with { ForbiddenAreas = [around] }).Generate().Should().ContainSingle().Which.Id.Text.Should().Be("high-2");
        (generation with { HighsWithinMetres = 50_000 }).Generate().Should().HaveCount(3);
    }

    [TestMethod]
    public void Siting_by_sight_chooses_among_highs()
    {
        Plan plan = Bordered(Relief.Mountains(61, 330, 300));
        SitingPlan answer = new SitingProblem(plan)
        {
            Candidates = new CandidateGeneration(plan) { HighsApartMetres = 700, BorderSpacingMetres = 3_000 }.Generate(),
            Model = new SightCoverage { RangeMetres = 4_000 },
            MaximumSites = 3,
        }.Solve();
        answer.Status.Should().Be(SitingStatus.Optimal);
        answer.Chosen.Select(chosen => chosen.Site.Id.Text).Should().Contain(id => id.StartsWith("high-", StringComparison.Ordinal), "a high sees further than a place on the border");
    }

    [TestMethod]
    public void A_plan_without_terrain_and_distances_out_of_bounds_are_refused()
    {
        Plan plan = Bordered(Relief.Of(50, 50, static (_, _) => 0));
        new CandidateGeneration(plan) { HighsApartMetres = 800 }.Generate().Should().BeEmpty("level ground has no highs");
        ((Action)(() => new CandidateGeneration(plan with { Terrain = PlanTerrain.None }) { HighsApartMetres = 800 }.Generate())).Should().Throw<InvalidOperationException>().WithMessage("*no terrain*");
        ((Action)(() => new CandidateGeneration(plan) { HighsApartMetres = 5 }.Generate())).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => new CandidateGeneration(plan) { HighsApartMetres = 800, HighsRiseMetres = 0 }.Generate())).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Plan Bordered(ElevationGrid grid) => Given.Border(
        new[] { (2, grid.Rows / 2), (grid.Columns - 3, grid.Rows / 2) }
            .Select(cell => grid.Centre(cell.Item1, cell.Item2))
            .Select(place => new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees))) with
    { Terrain = ElevationSurface.Of(grid) };

    private static double Hill(int column, int row, int atColumn, int atRow, double height) =>
        height * Math.Exp(-(Math.Pow(column - atColumn, 2) + Math.Pow(row - atRow, 2)) / 200);

    private static (int Column, int Row) Cell(ElevationGrid grid, CandidateSite site)
    {
        (double column, double row) = grid.Frame.Locate(new GeoPoint(site.Geometry.Coordinate.X, site.Geometry.Coordinate.Y));
        return ((int)Math.Round(column), (int)Math.Round(row));
    }
}
