using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Shape;
using DefenseZone.Geo.Tests.Coverage;
using DefenseZone.Geo.Tests.Io;
using DefenseZone.Geo.Tests.Sight;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Terrain;

/// <summary>A mosaic of four tiles, cut at cell 170 east and 140 south, answers as the grid that it was cut from.</summary>
[TestClass]
public sealed class SeamTests
{
    private const int Columns = 400, Rows = 300, CutColumn = 170, CutRow = 140;

    private static readonly TemporaryFolder Folder = new();
    private static readonly ElevationGrid Whole = Relief.Mountains(17, Columns, Rows);
    private static readonly Lazy<ElevationSurface> Tiles = new(Cut);

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void The_surface_of_the_tiles_is_the_grid_that_they_were_cut_from()
    {
        Tiles.Value.Tiles.Should().HaveCount(4);
        Tiles.Value.Frame.Should().Be(Whole.Frame);
        Tiles.Value.Notes.Should().BeEmpty();
        Tiles.Value.ReadWindow(0, 0, Columns, Rows).Samples.SequenceEqual(Whole.Samples).Should().BeTrue();
        Tiles.Value.ReadWindow(CutColumn - 1, CutRow - 1, 2, 2).Samples.SequenceEqual(Whole.Window(CutColumn - 1, CutRow - 1, 2, 2).Samples).Should().BeTrue();
        new TerrainPart(Tiles.Value).Read().Samples.SequenceEqual(Whole.Samples).Should().BeTrue();
    }

    [TestMethod]
    public void A_place_between_two_tiles_has_the_elevation_between_their_samples()
    {
        foreach ((double column, double row) in ((double, double)[])[(CutColumn - 0.5, 20.25), (CutColumn - 0.3, CutRow - 0.7), (30.5, CutRow - 0.5)])
            Tiles.Value.ElevationMetres(Whole.Frame.Place(column, row)).Should().BeApproximately(Whole.Bilinear(column, row), 1e-3);
    }

    [TestMethod]
    public void Hillshade_slope_and_contours_know_no_seam()
    {
        var part = new TerrainPart(Tiles.Value);
        new ReliefProblem(part, ReliefKind.Hillshade).Solve().Shades.Samples.SequenceEqual(new Hillshade(Whole).Shade()).Should().BeTrue();
        new ReliefProblem(part, ReliefKind.Slope).Solve().Values.Samples.SequenceEqual(new SlopeAspect(Whole).SlopeDegrees()).Should().BeTrue();
        new ContourProblem(part, 50).Solve().Lines.Select(line => (line.ElevationMetres, line.Places.Length, line.IsClosed))
            .Should().Equal(Contours.Of(Whole, 50).Select(line => (line.ElevationMetres, line.Places.Length, line.IsClosed)));
    }

    [TestMethod]
    public void A_profile_and_a_viewshed_across_a_seam_are_those_of_the_whole()
    {
        var whole = ElevationSurface.Of(Whole);
        GeoPoint from = Whole.Centre(CutColumn - 60, CutRow - 40), to = Whole.Centre(CutColumn + 70, CutRow + 55);
        SightProfile ours = new LineOfSight(Tiles.Value, from, to).Solve(), theirs = new LineOfSight(whole, from, to).Solve();
        ours.Points.Should().Equal(theirs.Points);
        ours.Verdict.Should().Be(theirs.Verdict);

        foreach (bool exact in (bool[])[false, true])
        {
            ViewshedProblem question = new(whole, [new Observer(Whole.Centre(CutColumn - 1, CutRow))]) { RangeMetres = 3_000, Exact = exact };
            CumulativeViewshed all = question.Solve().Cumulative, tiled = (question with { Terrain = Tiles.Value }).Solve().Cumulative;
            tiled.Counts.ToArray().Should().Equal(all.Counts.ToArray());
        }
    }

    [TestMethod]
    public void What_a_post_sees_of_a_border_across_a_seam_is_what_it_sees_over_the_whole()
    {
        Plan plan = Given.Border(new[] { (5, CutRow), (Columns - 6, CutRow) }.Select(cell => Whole.Centre(cell.Item1, cell.Item2)).Select(place => new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees)));
        GeoPoint post = Whole.Centre(CutColumn + 4, CutRow + 9);
        plan = plan.With(Given.Post("P1", post.LongitudeDegrees, post.LatitudeDegrees, 4_000));
        CoverageReport Covered(ElevationSurface terrain) => new CoverageProblem(plan with { Terrain = terrain }) { Model = new SightCoverage() }.Solve();
        CoverageReport tiled = Covered(Tiles.Value), whole = Covered(ElevationSurface.Of(Whole));
        tiled.CoveredMetres.Should().Be(whole.CoveredMetres).And.BePositive();
        tiled.GapStretches.Should().Equal(whole.GapStretches);
    }

    private static ElevationSurface Cut()
    {
        foreach ((int column, int columns, string name) in ((int, int, string)[])[(0, CutColumn, "w"), (CutColumn, Columns - CutColumn, "e")])
        {
            foreach ((int row, int rows, string side) in ((int, int, string)[])[(0, CutRow, "n"), (CutRow, Rows - CutRow, "s")])
            {
                using FileStream file = File.Create(Folder[side + name + ".tif"]);
                GeoTiff.Write(file, Whole.Window(column, row, columns, rows));
            }
        }

        return TerrainFiles.Open(Folder.Path);
    }
}
