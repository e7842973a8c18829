using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Relief;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Rendering;

[TestClass]
public sealed class HillshadeTileTests
{
    [TestMethod]
    public void Every_zoom_shades_what_it_shows_under_a_third_and_leaves_the_rest_alone()
    {
        var source = new GeneratedRelief("x", new ReliefRecipe { Seed = 3, Extent = new GeoExtent(106, 22, 107, 23) });
        var terrain = new TiledSurface([source], "x", new BlockCache(1 << 26));
        (double x, double y) = (0.5 + (106.5 / 360), 0.5 - (Math.Atanh(Math.Sin(double.DegreesToRadians(22.5))) / (2 * Math.PI)));
        foreach (int zoom in (int[])[5, 8, 11, 14, 17])
        {
            byte[] greys = HillshadeTile.Draw(terrain, new TileAddress(zoom, (int)(y * (1 << zoom)), (int)(x * (1 << zoom))))!;
            string[] figures = Python.Run(
                """
                import sys
                from osgeo import gdal
                gdal.FileFromMemBuffer("/vsimem/x.png", bytes.fromhex(sys.stdin.readline().strip()))
                image = gdal.Open("/vsimem/x.png").ReadAsArray()
                print(image.shape[0], image.shape[1], image.shape[2], image[1].max(), (image[1] > 0).mean())
                """,
                [Convert.ToHexString(PngImage.OfGreys(256, 256, greys))]);
            double[] numbers = IndependentTool.Numbers(figures[0]);
            numbers[..3].Should().Equal(2, 256, 256);
            numbers[3].Should().BeInRange(5, 0.35 * 255, "the zoom is {0}", zoom);
            (numbers[4] < 0.05).Should().Be(zoom == 5, "the zoom is {0}", zoom);
        }
    }

    [TestMethod]
    public void The_world_is_a_tile_whatever_the_resolution()
    {
        ElevationGrid grid = ElevationGrid.Of(new GridFrame(CoordinateSystem.Of(32648), 600_000, 2_500_000, 0.1, 0.1, 3, 3), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Action drawing = () => HillshadeTile.Draw(ElevationSurface.Of(grid), new TileAddress(0, 0, 0));
        drawing.Should().NotThrow();
    }

    [TestMethod]
    public void The_same_recipe_gives_the_same_elevations_whatever_is_asked_first()
    {
        var recipe = new ReliefRecipe { Seed = 5, Extent = new GeoExtent(106, 22, 106.2, 22.2), Karst = [new KarstArea(new GeoPoint(106.1, 22.1), 6000)], Valleys = [[new GeoPoint(106.02, 22.03), new GeoPoint(106.15, 22.12)]] };
        using var stream = new MemoryStream();
        ReliefRecipeJson.Write(stream, recipe);
        var first = new TiledSurface([new GeneratedRelief("x", recipe)], "x", new BlockCache(1 << 20));
        var second = new TiledSurface([new GeneratedRelief("y", ReliefRecipeJson.Read(stream.ToArray(), "y"))], "y", new BlockCache(1 << 26));

        ElevationGrid whole = second.ReadWindow(0, 0, second.Frame.Columns, second.Frame.Rows);
        first.ReadWindow(200, 300, 300, 200).Samples.ToArray().Should().Equal(whole.Window(200, 300, 300, 200).Samples.ToArray());
        whole.Samples.ToArray().Should().OnlyContain(sample => sample > 0 && sample < 3000);
    }

    [TestMethod]
    public void The_sample_plan_has_relief_that_is_opened_only_when_it_is_asked()
    {
        string folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "data", "northern-border")))
            folder = Path.GetDirectoryName(folder)!;
        ElevationSurface terrain = ElevationSurface.Of(PlanFolder.Open(Path.Combine(folder, "data", "northern-border")));

        terrain.Notes.Should().Contain("the relief is invented");
        terrain.ElevationMetres(new GeoPoint(106.5, 22.5)).Should().BeInRange(50, 2500);
        terrain.ElevationMetres(new GeoPoint(100, 22.5)).Should().Be(double.NaN);
    }
}
