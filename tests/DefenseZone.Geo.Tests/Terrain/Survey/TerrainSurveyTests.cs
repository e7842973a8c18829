using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Survey;
using DefenseZone.Geo.Tests.Coverage;
using DefenseZone.Geo.Tests.Io;

namespace DefenseZone.Geo.Tests.Terrain.Survey;

[TestClass]
public sealed class TerrainSurveyTests
{
    // One degree of terrain from 0° to 1° east about the equator, void between 0.4° and 0.5°; lowest and highest of their own.
    private static readonly ElevationSurface Terrain = ElevationSurface.Of(ElevationGrid.Create(
        new GridFrame(CoordinateSystem.Of(4326), 0.005, 0.095, 0.01, 0.01, 100, 20),
        static (row, samples) =>
        {
            for (int column = 0; column < samples.Length; column++)
                samples[column] = column is >= 40 and < 50 ? float.NaN : (column, row) switch { (7, 3) => -12, (90, 11) => 812, _ => 100 };
        }));

    [TestMethod]
    public void It_tells_what_is_lowest_highest_and_void()
    {
        TerrainReport report = new TerrainSurvey(Terrain).Solve();
        report.Elevations.Should().Be(new ElevationRange(-12, 812, 2_000, 200));
        report.LowestPlace.LongitudeDegrees.Should().BeApproximately(0.075, 1e-9);
        report.HighestPlace.LatitudeDegrees.Should().BeApproximately(-0.015, 1e-9);
        report.Border.LengthMetres.Should().Be(0);
        report.Notes.Should().Contain(note => note.Contains("200 of 2,000 cells are void", StringComparison.Ordinal));
        new TerrainSurvey(ElevationSurface.Empty).Solve().Elevations.Cells.Should().Be(0);
    }

    [TestMethod]
    public void Tiles_that_lie_far_apart_are_one_terrain_with_voids_between_them()
    {
        using var folder = new TemporaryFolder();
        const string Samples = "cellsize 0.001\n1 2 3\n4 5 6\n7 8 9\n";
        File.WriteAllText(Path.Combine(folder.Path, "west.asc"), "ncols 3\nnrows 3\nxllcorner 106\nyllcorner 22\n" + Samples);
        File.WriteAllText(Path.Combine(folder.Path, "east.asc"), "ncols 3\nnrows 3\nxllcorner 111\nyllcorner 17\n" + Samples.Replace('9', '0'));

        TerrainReport report = new TerrainSurvey(TerrainFiles.Open(folder.Path)).Solve();

        report.Elevations.Cells.Should().Be(5_003L * 5_003);
        report.Elevations.VoidCells.Should().Be((5_003L * 5_003) - 18);
        (report.Elevations.LowestMetres, report.Elevations.HighestMetres).Should().Be((0, 9));
        report.LowestPlace.LongitudeDegrees.Should().BeApproximately(111.0025, 1e-6);
    }

    [TestMethod]
    public void It_tells_how_much_of_the_border_lies_on_it_and_which_posts_do_not()
    {
        const double Degree = 111_319.491;
        Plan plan = Given.Border("LINESTRING (-0.5 0, 1.25 0)").With(
            Given.Post("known", 0.2, 0, 5_000), Given.Post("void", 0.45, 0.01, 5_000), Given.Post("outside", 1.2, 0, 5_000), Given.Post("sees nothing anyhow", 1.2, 0.05, 0));
        TerrainReport report = new TerrainSurvey(Terrain) { Plan = plan }.Solve();
        report.Border.LengthMetres.Should().BeApproximately(1.75 * Degree, 1);
        report.Border.OutsideMetres.Should().BeApproximately(0.75 * Degree, 1_200, "steps are of a cell");

        // Between the outermost known centres nothing is known either: bilinear ground there would be made of a void.
        report.Border.VoidMetres.Should().BeApproximately(0.11 * Degree, 2_300);
        (report.Border.KnownMetres + report.Border.VoidMetres + report.Border.OutsideMetres).Should().BeApproximately(report.Border.LengthMetres, 1e-3);
        report.Posts.Select(post => (post.Post.Id.Text, post.Ground)).Should().Equal(("void", PlaceGround.Void), ("outside", PlaceGround.Outside));
    }
}
