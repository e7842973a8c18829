using System.Runtime;
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

    // Enough for a plan of the largest sample size; after that the runtime collects as ever.
    private const long BytesWithoutCollecting = 56 << 20;
    private const long LeastMemory = 1 << 30;

    /// <summary>Begins, and does not wait.</summary>
    public static void Prepare()
    {
        if (Environment.ProcessorCount > 1)
            new Thread(ReadAndWrite) { IsBackground = true }.Start();
    }

    /// <summary>Puts off collecting garbage, for a run that keeps what it reads and is over in a moment.</summary>
    public static void PutOffCollecting()
    {
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= LeastMemory)
            GC.TryStartNoGCRegion(BytesWithoutCollecting);
    }

    private static void ReadAndWrite()
    {
        FeatureReading post = GeoJsonFeatures.Read(new MemoryStream(OnePost), Vocabulary.FacilityLayers[FacilityKind.MilitiaPost]);
        GeoJsonFeatures.Write(Stream.Null, post.Features);
    }
}
