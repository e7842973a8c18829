using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Io;

namespace DefenseZone.Geo.Tests.Terrain;

/// <summary>A fine tile beside and within a coarse one: what the documentation says of tiles that are not alike.</summary>
[TestClass]
public sealed class MixedResolutionTests
{
    // The coarse ground is a plane, so that whatever is resampled bilinearly has its exact height.
    private static double Plane(double x, double y) => 100 + ((x - 600_000) * 0.02) + ((y - 2_400_000) * 0.03);

    [TestMethod]
    public void The_grid_is_that_of_the_finest_tile_over_all_of_them_and_it_is_said()
    {
        using TemporaryFolder folder = Tiles(32648);
        ElevationSurface surface = TerrainFiles.Open(folder.Path);
        surface.Tiles.Select(tile => tile.Name).Should().Equal("fine.tif", "coarse.tif");
        surface.Frame.StepX.Should().Be(30);
        surface.Frame.WestEdgeX.Should().BeLessThanOrEqualTo(600_000 + 30);
        surface.Frame.Columns.Should().BeGreaterThanOrEqualTo(299);
        surface.Notes.Should().ContainSingle().Which.Should().Contain("30 m to 90 m").And.Contain("finest that is not void");
    }

    [TestMethod]
    public void The_finest_that_is_not_void_counts_and_elsewhere_the_coarse_one_is_resampled_bilinearly()
    {
        using TemporaryFolder folder = Tiles(32648);
        ElevationSurface surface = TerrainFiles.Open(folder.Path);
        ElevationGrid all = surface.ReadWindow(0, 0, surface.Frame.Columns, surface.Frame.Rows);
        int fine = 0, coarse = 0;
        for (int row = 0; row < all.Rows; row++)
        {
            for (int column = 0; column < all.Columns; column++)
            {
                double x = all.Frame.X(column), y = all.Frame.Y(row);
                bool inFine = x is > 603_000 and < 606_000 && y is > 2_403_000 and < 2_406_000, isHole = x is > 604_000 and < 604_300;
                if (inFine && !isHole)
                {
                    all[column, row].Should().Be(1_000);
                    fine++;
                }
                else if (x > 600_045 && x < 608_955 && y > 2_400_045 && y < 2_408_955)
                {
                    // Between the outermost centres; beyond them the edge is level.
                    ((double)all[column, row]).Should().BeApproximately(Plane(x, y), 0.01);
                    coarse++;
                }
            }
        }

        fine.Should().Be(9_000);
        coarse.Should().BeGreaterThan(70_000);
    }

    [TestMethod]
    public void Tiles_in_several_systems_are_one_surface_in_that_of_the_finest()
    {
        using TemporaryFolder folder = Tiles(3405);
        ElevationSurface surface = TerrainFiles.Open(folder.Path);
        surface.Frame.System.Epsg.Should().Be(3405);
        surface.Notes.Should().HaveCount(2).And.Contain(note => note.Contains("EPSG:32648", StringComparison.Ordinal));

        // The two systems lie within some hundred metres of one another; the coarse ground is where its own system has it.
        var utm = CoordinateSystem.Of(32648);
        surface.ElevationMetres(utm.ToWgs84(601_000, 2_401_000)).Should().BeApproximately(Plane(601_000, 2_401_000), 0.05);
    }

    private static TemporaryFolder Tiles(int fineSystem)
    {
        var folder = new TemporaryFolder();
        var coarse = new GridFrame(CoordinateSystem.Of(32648), 600_045, 2_408_955, 90, 90, 100, 100);
        Write(folder["coarse.tif"], ElevationGrid.Create(coarse, (row, samples) =>
        {
            for (int column = 0; column < samples.Length; column++)
                samples[column] = (float)Plane(coarse.X(column), coarse.Y(row));
        }));
        var fine = new GridFrame(CoordinateSystem.Of(fineSystem), 603_015, 2_405_985, 30, 30, 100, 100);
        Write(folder["fine.tif"], ElevationGrid.Create(fine, (_, samples) =>
        {
            for (int column = 0; column < samples.Length; column++)
                samples[column] = fine.X(column) is > 604_000 and < 604_300 ? float.NaN : 1_000;
        }));
        return folder;
    }

    private static void Write(string path, ElevationGrid grid)
    {
        using FileStream file = File.Create(path);
        GeoTiff.Write(file, grid);
    }
}
