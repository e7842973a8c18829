using System.Runtime.InteropServices;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Relief;
using DefenseZone.Geo.Terrain.Shape;
using DefenseZone.Geo.Tests.Independent;
using DefenseZone.Geo.Tests.Io;

namespace DefenseZone.Geo.Tests.Terrain;

[TestClass]
public sealed class ShapeAgainstGdalTests
{
    private static readonly Lazy<(ElevationGrid Grid, float[] Hillshade, float[] Slope, float[] Aspect, (double Level, double Length, int Rings)[] Contours)> Gdal = new(() =>
    {
        ElevationGrid grid = Relief();
        using var folder = new TemporaryFolder();
        using (FileStream file = File.Create(folder["dem.tif"]))
            GeoTiff.Write(file, grid);
        string[] lines = IndependentTool.Run("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "independent", "gdal_shapes.py"), folder["dem.tif"], folder.Path], []);
        return (grid, Floats(folder["hillshade.f32"]), Floats(folder["slope.f32"]), Floats(folder["aspect.f32"]),
            [.. lines.Select(IndependentTool.Numbers).Select(numbers => (numbers[0], numbers[1], (int)numbers[2]))]);
    });

    [TestMethod]
    public void A_hillshade_has_the_bytes_of_gdaldem()
    {
        ReadOnlySpan<byte> ours = new Hillshade(Gdal.Value.Grid).Shade();
        float[] theirs = Gdal.Value.Hillshade;
        int different = 0;
        for (int i = 0; i < theirs.Length; i++)
        {
            // At edges and beside voids, where gdaldem says nothing, ours goes on as the ground does.
            if (theirs[i] == 0)
                continue;
            Math.Abs(ours[i] - theirs[i]).Should().BeLessThanOrEqualTo(1);
            different += ours[i] == theirs[i] ? 0 : 1;
        }

        // Sums in another order round a few halves the other way.
        different.Should().BeLessThan(theirs.Length / 500);
    }

    [TestMethod]
    public void Slope_and_aspect_are_those_of_gdaldem()
    {
        Compare(new SlopeAspect(Gdal.Value.Grid).SlopeDegrees(), Gdal.Value.Slope, 0.002f);
        Compare(new SlopeAspect(Gdal.Value.Grid).AspectDegrees(), Gdal.Value.Aspect, 0.02f);
    }

    [TestMethod]
    public void Contours_have_the_levels_of_gdal_contour_and_lengths_close_to_its()
    {
        ElevationGrid grid = Gdal.Value.Grid;
        var ours = Contours.Of(grid, 50).GroupBy(line => line.ElevationMetres)
            .Select(level => (Level: level.Key, Length: level.Sum(line => LengthMetres(line, grid.Frame)), Rings: level.Count(line => line.IsClosed))).ToArray();

        ours.Select(level => level.Level).Should().Equal(Gdal.Value.Contours.Select(level => level.Level));
        for (int i = 0; i < ours.Length; i++)
            ours[i].Length.Should().BeApproximately(Gdal.Value.Contours[i].Length, 0.02 * Gdal.Value.Contours[i].Length + 200, "the level is {0}", ours[i].Level);
    }

    [TestMethod]
    public void Contours_keep_higher_ground_on_their_right_and_close_where_they_can()
    {
        ElevationGrid grid = Gdal.Value.Grid;
        foreach (ContourLine line in Contours.Of(grid, 50))
        {
            line.IsClosed.Should().Be(line.Places[0] == line.Places[^1]);
            int broken = 0;
            for (int i = 1; i < line.Places.Length; i++)
            {
                (double Column, double Row) from = line.Places[i - 1], to = line.Places[i];
                from.Should().NotBe(to);
                double dx = to.Column - from.Column, dy = to.Row - from.Row, length = Math.Sqrt((dx * dx) + (dy * dy));
                double middleX = (from.Column + to.Column) / 2, middleY = (from.Row + to.Row) / 2;
                double right = grid.Bilinear(middleX - (0.05 * dy / length), middleY + (0.05 * dx / length));
                double left = grid.Bilinear(middleX + (0.05 * dy / length), middleY - (0.05 * dx / length));
                broken += right < left - 1e-3 ? 1 : 0;
            }

            // Bilinear ground is curved in a square and the line is straight: near a saddle the two may differ.
            broken.Should().BeLessThanOrEqualTo(1 + (line.Places.Length / 20));
        }
    }

    // Relief of 30 m with two voids, the outer of them on the edge.
    private static ElevationGrid Relief()
    {
        var source = new GeneratedRelief("x", new ReliefRecipe { Seed = 3, Extent = new GeoExtent(106, 22, 106.1, 22.1) });
        var surface = new TiledSurface([source], "x", new BlockCache(1 << 24));
        float[] samples = surface.ReadWindow(0, 0, 301, 250).Samples.ToArray();
        for (int row = 40; row < 50; row++)
            samples.AsSpan((row * 301) + 100, 30).Fill(float.NaN);
        samples.AsSpan(0, 5).Fill(float.NaN);
        return ElevationGrid.Of(new GridFrame(CoordinateSystem.Of(32648), 600_015, 2_499_985, 30, 30, 301, 250), samples);
    }

    private static double LengthMetres(ContourLine line, GridFrame frame)
    {
        double sum = 0;
        for (int i = 1; i < line.Places.Length; i++)
            sum += Math.Sqrt(Math.Pow((line.Places[i].Column - line.Places[i - 1].Column) * frame.StepX, 2) + Math.Pow((line.Places[i].Row - line.Places[i - 1].Row) * frame.StepY, 2));
        return sum;
    }

    private static void Compare(ReadOnlySpan<float> ours, float[] theirs, float tolerance)
    {
        for (int i = 0; i < theirs.Length; i++)
        {
            float difference = Math.Abs(ours[i] - theirs[i]);
            if (!float.IsNaN(theirs[i]))
                Math.Min(difference, 360 - difference).Should().BeLessThan(tolerance, "cell {0}", i);
        }
    }

    private static float[] Floats(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();
}
