using System.Runtime.InteropServices;
using System.Text.Json;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;
using static DefenseZone.Geo.Tests.Independent.IndependentTool;

namespace DefenseZone.Geo.Tests.Io.Elevation;

/// <summary>What GDAL reads from the GeoTIFFs that are written, of every type of sample.</summary>
[TestClass]
public sealed class GeoTiffWriterTests
{
    // Wider than a tile and not a multiple of it.
    private const int Columns = 300, Rows = 260;

    [TestMethod]
    public void Bytes_are_those_that_GDAL_reads() => Check<byte>("Byte", 0, i => (byte)(i * 31), (stream, raster) => GeoTiff.Write(stream, raster, noData: 0));

    [TestMethod]
    public void Whole_numbers_of_16_bits_are_those_that_GDAL_reads() =>
        Check<short>("Int16", -32_768, i => (short)((i * 97) - 20_000), (stream, raster) => GeoTiff.Write(stream, raster, noData: short.MinValue));

    [TestMethod]
    public void Counts_of_16_bits_are_those_that_GDAL_reads() =>
        Check<ushort>("UInt16", null, i => (ushort)(i * 97), (stream, raster) => GeoTiff.Write(stream, raster));

    [TestMethod]
    public void Floating_point_numbers_are_those_that_GDAL_reads() =>
        Check<float>("Float32", double.NaN, i => i % 11 == 0 ? float.NaN : i * 0.37f, GeoTiffFloat);

    [TestMethod]
    public void Nothing_and_what_has_no_code_is_refused()
    {
        ((Action)(() => GeoTiff.Write(Stream.Null, ElevationGrid.Empty))).Should().Throw<ArgumentException>().WithMessage("*no cells*");
    }

    private static void GeoTiffFloat(Stream stream, Raster<float> raster) => GeoTiff.Write(stream, raster);

    private static void Check<T>(string type, double? noData, Func<int, T> value, Action<Stream, Raster<T>> write)
        where T : unmanaged
    {
        using var folder = new TemporaryFolder();
        foreach (int epsg in (int[])[32648, 3405, 4326])
        {
            double step = epsg == 4326 ? 1 / 3600.0 : 30;
            var frame = new GridFrame(CoordinateSystem.Of(epsg), epsg == 4326 ? 106.5 : 600_000, epsg == 4326 ? 22.5 : 2_450_000, step, step * 1.25, Columns, Rows);
            T[] values = [.. Enumerable.Range(0, Columns * Rows).Select(value)];
            string file = folder["out.tif"], raw = folder["out.raw"];
            using (FileStream stream = File.Create(file))
                write(stream, Raster.Of<T>(frame, values));

            JsonElement info = JsonDocument.Parse(string.Concat(Run("gdalinfo", ["-json", file], [])).Replace("NaN", "\"NaN\"", StringComparison.Ordinal).Replace("\"\"NaN\"\"", "\"NaN\"", StringComparison.Ordinal)).RootElement;
            JsonElement band = info.GetProperty("bands")[0];
            band.GetProperty("type").GetString().Should().Be(type);
            band.GetProperty("block")[0].GetInt32().Should().Be(256);
            if (noData is { } mark && !double.IsNaN(mark))
                band.GetProperty("noDataValue").GetDouble().Should().Be(mark);
            else
                band.TryGetProperty("noDataValue", out _).Should().Be(noData is not null);
            info.GetProperty("coordinateSystem").GetProperty("wkt").GetString().Should().Contain($"ID[\"EPSG\",{epsg}]");
            double[] transform = [.. info.GetProperty("geoTransform").EnumerateArray().Select(number => number.GetDouble())];
            transform[0].Should().BeApproximately(frame.WestEdgeX, 1e-9);
            transform[3].Should().BeApproximately(frame.NorthEdgeY, 1e-9);
            transform[5].Should().BeApproximately(-step * 1.25, 1e-12);
            Run("gdal_translate", ["-q", "-of", "ENVI", file, raw], []);
            MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(raw)).ToArray().Should().Equal(values);

            // And what it writes this library reads.
            ElevationSurface again = TerrainFiles.Open(file);
            again.Frame.System.Epsg.Should().Be(epsg);
            again.Frame.Columns.Should().Be(Columns);
        }
    }
}
