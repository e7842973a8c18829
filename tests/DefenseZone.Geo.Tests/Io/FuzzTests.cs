using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Io;

/// <summary>Damages valid texts in every way at random, from a fixed seed and for a fixed number of times.</summary>
[TestClass]
public sealed class FuzzTests
{
    private const int Rounds = 20_000;

    private static readonly string[] Splices =
    [
        "[", "]", "{", "}", "\"", ",", ":", "null", "NaN", "-", "1e999", "-1e999", "0.", "00", "9007199254740993", "[[[[[[[[", "\\u0000", "\\ud800", "\u0000",
        "\"type\":\"Point\"", "\"coordinates\":[]", "\"features\":[", "\"id\":{}", "1e-999", "[[]]", "[null]", "{\"a\":{\"a\":{}}}", "\u001e", "\n", "true", "\u00ff",
        "\"level\":\"x\"", "\"geometry\":null", "180.0000001", "-0", "\uFEFF",
    ];

    [TestMethod]
    public void Whatever_stands_in_a_layer_nothing_but_problems_comes_out()
    {
        var random = new Random(20260401);
        byte[][] seeds = [.. Seeds()];
        for (int round = 0; round < Rounds; round++)
        {
            byte[] text = Mutated(seeds[random.Next(seeds.Length)], random);
            string layer = Vocabulary.KnownLayers[random.Next(Vocabulary.KnownLayers.Length)];
            if (random.Next(4) == 0)
                layer = "watchers";
            FeatureReading reading = Read(text, layer, round);

            CompareWithTheFramework(text, reading, round);
            foreach (PlanProblem problem in reading.Problems)
            {
                problem.Message.Should().NotBeEmpty();
                problem.Remedy.Should().NotBeEmpty();
                problem.ToString().Should().NotContain("\n");
            }

            // What was read is whole: it can be written, and read again without an error.
            using var stream = new MemoryStream();
            GeoJsonFeatures.Write(stream, reading.Features, GeoJsonWriteOptions.Default with { Members = reading.Members, WithBoundingBoxes = true });
            stream.Position = 0;
            FeatureReading again = GeoJsonFeatures.Read(stream, layer);
            if (again.HasErrors || again.Features.Length != reading.Features.Length)
                Assert.Fail($"Round {round}: what was read cannot be read again: {string.Join('\n', again.Problems)}\n{Encoding.UTF8.GetString(text)}");
        }
    }

    [TestMethod]
    public void Whatever_stands_in_a_folder_nothing_but_problems_comes_out()
    {
        var random = new Random(20260402);
        byte[][] seeds = [.. Seeds()];
        byte[] description = """{"name":"x","description":"y","defaults":{"coverageRadiusMetres":{"border-gates":5},"minimumGapMetres":2},"z":[1]}"""u8.ToArray();
        using var folder = new TemporaryFolder();
        for (int round = 0; round < 400; round++)
        {
            File.WriteAllBytes(folder["plan.json"], Mutated(description, random));
            foreach (string layer in (string[])["border-segments", "defensive-zones", "militia-posts", "projects"])
                File.WriteAllBytes(folder[layer + ".geojson"], Mutated(seeds[random.Next(seeds.Length)], random));
            PlanReading reading = PlanFolder.Read(folder.Path);
            PlanFolder.Write(reading.Plan, folder["copy"]);
            PlanFolder.Read(folder["copy"]).Plan.Facilities.Should().HaveSameCount(reading.Plan.Facilities);
        }
    }

    [TestMethod]
    public void Whatever_stands_in_a_sequence_or_a_CSV_nothing_but_problems_comes_out()
    {
        var random = new Random(20260403);
        byte[] feature = """{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[106,22]},"properties":{"status":"planned"}}"""u8.ToArray();
        byte[] sequence = [0x1E, .. feature, (byte)'\n', 0x1E, .. feature, (byte)'\n'];
        byte[] csv = "id,lon,lat,name,status,coverageRadiusMetres\na,106,22,\"x, \"\"y\"\"\",planned,5000\nb,107,22,,,\n"u8.ToArray();
        for (int round = 0; round < 5000; round++)
        {
            using var records = new MemoryStream(Mutated(sequence, random));
            GeoJsonSequence.Read(records, "militia-posts").Problems.Should().NotContain(problem => problem.Remedy.Length == 0);
            using var table = new MemoryStream(Mutated(csv, random));
            FeatureReading reading = PointCsv.Read(table, "militia-posts");
            reading.Features.Should().NotContain(one => one.Geometry.IsEmpty);
        }
    }

    // The framework's own reader is the judge of what is JSON, also where positions are read past it.
    private static void CompareWithTheFramework(byte[] text, FeatureReading reading, int round)
    {
        bool isJson = true;
        try
        {
            byte[] plain = text.AsSpan().StartsWith("\uFEFF"u8) ? text[3..] : text;
            using JsonDocument document = JsonDocument.Parse(plain, new JsonDocumentOptions { MaxDepth = 1000 });
        }
        catch (JsonException)
        {
            isJson = false;
        }

        bool saysSo = reading.Problems.Any(problem => problem.Message.StartsWith("this is not JSON", StringComparison.Ordinal) || problem.Message == "the file is empty");
        bool isDeep = reading.Problems.Any(problem => problem.Message.Contains("nested more than"));
        if (saysSo == isJson && !isDeep)
            Assert.Fail($"Round {round}: the framework says that this {(isJson ? "is" : "is not")} JSON: {string.Join('\n', reading.Problems)}\n{Encoding.UTF8.GetString(text)}");
    }

    private static FeatureReading Read(byte[] text, string layer, int round)
    {
        try
        {
            using Stream stream = round % 2 == 0 ? new MemoryStream(text) : new PiecewiseStream(text, round);
            return GeoJsonFeatures.Read(stream, layer, "fuzz.geojson", GeoJsonLimits.Default with { MaximumPositions = 100_000 });
        }
        catch (Exception error)
        {
            throw new AssertFailedException($"Round {round}: {error}\n{Encoding.UTF8.GetString(text)}", error);
        }
    }

    private static byte[] Mutated(byte[] seed, Random random)
    {
        var text = new List<byte>(seed);
        for (int times = random.Next(4); times >= 0; times--)
        {
            int at = random.Next(text.Count + 1);
            int length = Math.Min(random.Next(1, 30), text.Count - at);
            switch (random.Next(8))
            {
                case 0 when text.Count > at:
                    text[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    text.RemoveRange(at, text.Count - at);
                    break;
                case 2:
                    text.RemoveRange(at, length);
                    break;
                case 3:
                    text.InsertRange(random.Next(text.Count + 1), text.GetRange(at, length));
                    break;
                case 4:
                    text.InsertRange(at, Enumerable.Repeat((byte)"[{"[random.Next(2)], random.Next(1, 200)));
                    break;
                case 5 when text.Count > at:
                    text[at] = (byte)random.Next(256);
                    break;
                default:
                    text.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
                    break;
            }
        }

        return [.. text];
    }

    private static IEnumerable<byte[]> Seeds()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Plan plan = new RandomFeatures(seed).Plan();
            foreach (string layer in plan.LayerNames)
            {
                using var stream = new MemoryStream();
                GeoJsonFeatures.Write(stream, plan.Layer(layer), GeoJsonWriteOptions.Default with { Members = FeatureProperties.Of(KeyValuePair.Create("k", PropertyValue.Of(1))) });
                yield return stream.ToArray();
            }
        }

        yield return """{"type":"LineString","coordinates":[[1,2],[3,4],[5.5,6.25],[-7,-8],[9,10,11],[1e1,2]]}"""u8.ToArray();
        yield return """{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[1,2]},"properties":null}"""u8.ToArray();
    }
}
