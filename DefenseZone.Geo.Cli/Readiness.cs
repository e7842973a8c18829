using System.Text;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli;

/// <summary>
/// Makes use of the second processor while the first one reads the command line: reads and writes a plan of one post, so
/// that the runtime has loaded and compiled what every verb needs by the time it is needed.
/// </summary>
internal static class Readiness
{
    private static readonly byte[] OnePost = Encoding.UTF8.GetBytes(
        """{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[105.1,22.1]},"properties":{"coverageRadiusMetres":1.5}}]}""");

    // What a short run reads it keeps to its end: collecting garbage among it would free next to nothing.
    private const long BytesWithoutCollecting = 56 << 20;
    private const long LeastMemory = 1 << 30;

    /// <summary>Begins, and does not wait.</summary>
    public static void Prepare()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= LeastMemory)
            GC.TryStartNoGCRegion(BytesWithoutCollecting);
        if (Environment.ProcessorCount > 1)
            new Thread(ReadAndWrite) { IsBackground = true }.Start();
    }

    private static void ReadAndWrite()
    {
        FeatureReading post = GeoJsonFeatures.Read(new MemoryStream(OnePost), Vocabulary.FacilityLayers[FacilityKind.MilitiaPost]);
        GeoJsonFeatures.Write(Stream.Null, post.Features);
    }
}
