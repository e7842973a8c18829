using System.Globalization;
using System.Text;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class LargeFileTests
{
    private const long FileBytes = 100_000_000;
    private const long LimitBytes = 1_000_000_000;

    [TestMethod]
    [DataRow(1_000, DisplayName = "many lines")]
    [DataRow(10_000_000, DisplayName = "one line")]
    public void A_file_of_100_MB_is_read_with_less_than_1_GB(int positionsALine)
    {
        using var folder = new TemporaryFolder();
        long written = WriteLines(folder["roads.geojson"], positionsALine);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using FileStream stream = File.OpenRead(folder["roads.geojson"]);
        FeatureReading reading = GeoJsonFeatures.Read(stream, "patrol-roads");

        // All that was ever allocated is more than was ever in use at once.
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(LimitBytes);
        reading.HasErrors.Should().BeFalse();
        reading.Features.Sum(feature => (long)feature.Geometry.NumPoints).Should().Be(written);
    }

    [TestMethod]
    public void Features_taken_one_at_a_time_do_not_stay_in_memory()
    {
        using var folder = new TemporaryFolder();
        WriteLines(folder["roads.geojson"], 1_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        int count = 0;
        using FileStream stream = File.OpenRead(folder["roads.geojson"]);
        GeoJsonFeatures.ReadEach(stream, "patrol-roads", _ =>
        {
            if (++count % 1000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }).Should().BeEmpty();

        count.Should().BeGreaterThan(3000);
        most.Should().BeLessThan(20_000_000);
    }

    private static long WriteLines(string path, int positionsALine)
    {
        var random = new Random(5);
        long positions = 0;
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        text.Write("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int id = 0; text.BaseStream.Position < FileBytes; id++)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{(id > 0 ? "," : "")}\n{{\"type\":\"Feature\",\"id\":{id},\"geometry\":{{\"type\":\"LineString\",\"coordinates\":["));
            for (int i = 0; i < positionsALine && (i < 2 || text.BaseStream.Position < FileBytes); i++, positions++)
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}[{100 + (random.Next(90_000_000) / 1e7):0.0######},{20 + (random.Next(90_000_000) / 1e7):0.0######}]"));
            text.Write(string.Create(CultureInfo.InvariantCulture, $"]}},\"properties\":{{\"name\":\"Road {id}\",\"speedKmh\":40}}}}"));
        }

        text.Write("]}");
        return positions;
    }
}
