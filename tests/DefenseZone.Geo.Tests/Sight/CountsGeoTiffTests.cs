using System.Globalization;
using System.Text.Json;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Io;
using static DefenseZone.Geo.Tests.Independent.IndependentTool;

namespace DefenseZone.Geo.Tests.Sight;

[TestClass]
public sealed class CountsGeoTiffTests
{
    [TestMethod]
    [DataRow(3, Relief.Utm48, "Byte")]
    [DataRow(300, Relief.Utm48, "UInt16")]
    [DataRow(2, 3405, "Byte")]
    [DataRow(2, 4326, "Byte")]
    public void Gdal_reads_every_cell_where_it_is(int observers, int epsg, string type)
    {
        using var folder = new TemporaryFolder();
        double step = epsg == 4326 ? 0.0003 : 30;
        var frame = new GridFrame(CoordinateSystem.Of(epsg), epsg == 4326 ? 104.5 : 500_000, epsg == 4326 ? 22.5 : 2_450_000, step, step, 90, 70);
        ElevationGrid mountains = Relief.Mountains(71, 90, 70);
        ElevationGrid grid = ElevationGrid.Of(frame, mountains.Samples);
        CumulativeViewshed seen = new ViewshedProblem(ElevationSurface.Of(grid), [.. Enumerable.Range(0, observers).Select(i => new Observer(grid.Centre(40 + (i % 3), 30)))]) { RangeMetres = 900 }.Solve().Cumulative;
        string file = folder["seen.tif"], text = folder["seen.asc"];
        using (FileStream stream = File.Create(file))
            CountsGeoTiff.Write(stream, seen);

        JsonElement info = JsonDocument.Parse(string.Concat(Run("gdalinfo", ["-json", file], []))).RootElement;
        info.GetProperty("bands")[0].GetProperty("type").GetString().Should().Be(type);
        info.GetProperty("coordinateSystem").GetProperty("wkt").GetString().Should().Contain($"ID[\"EPSG\",{epsg.ToString(CultureInfo.InvariantCulture)}]");
        double[] transform = [.. info.GetProperty("geoTransform").EnumerateArray().Select(number => number.GetDouble())];
        transform[0].Should().BeApproximately(seen.Frame.WestEdgeX, 1e-9);
        transform[3].Should().BeApproximately(seen.Frame.NorthEdgeY, 1e-9);
        transform[1].Should().BeApproximately(step, 1e-12);
        Run("gdal_translate", ["-q", "-of", "AAIGrid", file, text], []);
        double[] values = [.. File.ReadAllLines(text).Where(line => !char.IsLetter(line.TrimStart()[0])).SelectMany(Numbers)];
        values.Should().Equal(seen.Counts.ToArray().Select(count => (double)count));
        values.Max().Should().Be(observers);
    }

    [TestMethod]
    public void Nothing_is_not_written()
    {
        CumulativeViewshed nothing = new ViewshedProblem(ElevationSurface.Empty, []).Solve().Cumulative;
        ((Action)(() => CountsGeoTiff.Write(Stream.Null, nothing))).Should().Throw<ArgumentException>().WithMessage("*no cells*");
    }
}
