using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.Io.Elevation;

[TestClass]
public sealed class TerrainAgainstGdalTests
{
    [TestMethod]
    public void A_GeoTIFF_of_every_kind_has_the_samples_that_GDAL_reads()
    {
        using var folder = new TemporaryFolder();
        GdalRaster[] rasters = GdalRasters.Write(folder.Path, "kinds");

        rasters.Should().HaveCount(352);
        rasters.Select(Difference).Where(difference => difference.Length > 0).Should().BeEmpty();
    }

    [TestMethod]
    public void Systems_points_overviews_masks_sparse_files_and_ASCII_grids_are_where_GDAL_has_them()
    {
        using var folder = new TemporaryFolder();
        GdalRaster[] rasters = GdalRasters.Write(folder.Path, "places");

        rasters.Should().HaveCountGreaterThan(30);
        rasters.Select(Difference).Where(difference => difference.Length > 0).Should().BeEmpty();
    }

    [TestMethod]
    public void Tiles_of_one_and_three_seconds_are_read_as_GDAL_reads_them()
    {
        using var folder = new TemporaryFolder();
        GdalRaster[] rasters = GdalRasters.Write(folder.Path, "hgt");

        rasters.Should().HaveCount(2);
        rasters.Select(Difference).Where(difference => difference.Length > 0).Should().BeEmpty();
    }

    private static string Difference(GdalRaster raster)
    {
        TerrainReading reading = TerrainFiles.Read(raster.Path);
        if (reading.Problems.Length > 0)
            return reading.Problems[0].ToString();
        GridFrame frame = reading.Surface.Frame;
        if (frame.System.Epsg != raster.Epsg || frame.Columns != raster.Columns || frame.Rows != raster.Rows)
            return $"{raster}: EPSG:{frame.System.Epsg}, {frame.Columns} × {frame.Rows}";
        double off = Math.Max(
            Math.Max(Math.Abs(frame.WestEdgeX - raster.West), Math.Abs(frame.NorthEdgeY - raster.North)) / raster.StepX,
            Math.Max(Math.Abs(frame.StepX - raster.StepX) / raster.StepX * frame.Columns, Math.Abs(frame.StepY - raster.StepY) / raster.StepY * frame.Rows));
        if (off > 1e-6)
            return $"{raster}: {off} cells off";
        ReadOnlySpan<float> ours = reading.Surface.ReadWindow(0, 0, frame.Columns, frame.Rows).Samples;
        float[] theirs = raster.Samples;
        for (int i = 0; i < theirs.Length; i++)
        {
            if (!ours[i].Equals(theirs[i]))
                return $"{raster}: sample {i} is {ours[i]} and not {theirs[i]}";
        }

        return string.Empty;
    }
}
