using System.Buffers.Binary;

namespace DefenseZone.Geo.Api.Tests;

/// <summary>Small plans that are made for one question each, in a folder of their own.</summary>
internal sealed class TestPlans : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("dzgeo-api-").FullName;

    /// <summary>
    /// A border from south-west to north-east, so that its envelope holds much that it does not touch; posts with
    /// dates; notes with awkward ids, properties and without a geometry.
    /// </summary>
    public TestPlans WithDiagonal()
    {
        Put("diagonal", "plan.json", """{"name":"Đường chéo","description":"A <b>diagonal</b> & more."}""");
        Put("diagonal", "border-segments.geojson", Collection(
            """{"type":"Feature","id":"B1","geometry":{"type":"LineString","coordinates":[[106,22],[107,23]]},"properties":{"name":"Diagonal","sequence":1}}"""));
        Put("diagonal", "defensive-zones.geojson", Collection(
            """{"type":"Feature","id":"Z1","geometry":{"type":"Polygon","coordinates":[[[105.5,21.5],[107.5,21.5],[107.5,23.5],[105.5,23.5],[105.5,21.5]]]},"properties":{"name":"Tỉnh","level":"province"}}"""));
        Put("diagonal", "militia-posts.geojson", Collection(
            """{"type":"Feature","id":"P1","geometry":{"type":"Point","coordinates":[106.2,22.2]},"properties":{"name":"Chốt 1","coverageRadiusMetres":5000,"status":"existing"}}""",
            """{"type":"Feature","id":"P2","geometry":{"type":"Point","coordinates":[106.5,22.5]},"properties":{"name":"Chốt 2","coverageRadiusMetres":8000,"status":"planned","inServiceFrom":2028}}""",
            """{"type":"Feature","id":"P3","geometry":{"type":"Point","coordinates":[106.8,22.8]},"properties":{"name":"Chốt 3","coverageRadiusMetres":5000,"status":"existing","inServiceFrom":2010,"inServiceTo":"2027-06-30"}}""",
            """{"type":"Feature","id":"P4","geometry":{"type":"Point","coordinates":[106.22,22.2]},"properties":{"name":"Chốt 4","coverageRadiusMetres":5000,"status":"existing"}}"""));
        Put("diagonal", "notes.geojson", Collection(
            """{"type":"Feature","id":"a/b c?d#e","geometry":{"type":"Point","coordinates":[106,22]},"properties":{"text":"<script>alert(1)</script>","weight":2.50,"urgent":true,"limit":"shadowed","tags":["x"]}}""",
            """{"type":"Feature","id":"50%2F","geometry":{"type":"Point","coordinates":[106.9,22.1]},"properties":{"text":"Ghi chú","weight":3,"urgent":false}}""",
            """{"type":"Feature","id":7,"geometry":null,"properties":{"text":"nowhere"},"extra":{"kept":[1,2]}}""",
            """{"type":"Feature","id":"7x","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[105.9,22]},{"type":"LineString","coordinates":[[106,22.9],[106.1,23]]}]},"properties":{"weight":2.5}}"""));
        return this;
    }

    /// <summary>
    /// Terrain of 3 arc seconds for a plan, from 106° to 107° east and 22° to 23° north: level at 100 m, but for a ridge
    /// of 400 m more from south to north along 106.5° east, a kilometre or two wide.
    /// </summary>
    public TestPlans WithRidge(string plan)
    {
        const int Side = 1201;
        var samples = new byte[2 * Side * Side];
        for (int i = 0; i < Side * Side; i++)
        {
            double off = ((i % Side) - 600) / 20.0;
            BinaryPrimitives.WriteInt16BigEndian(samples.AsSpan(2 * i), (short)(100 + (400 * Math.Exp(-off * off))));
        }

        string folder = Directory.CreateDirectory(Path.Combine(Folder, plan, "terrain")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "N22E106.hgt"), samples);
        return this;
    }

    /// <summary>
    /// Roads for the diagonal plan, all at 36 km/h: R1 from a base north to the border, R2 from there along it, and 3, an
    /// island at the third post. A flood may cover the middle of R2.
    /// </summary>
    public TestPlans WithRoads()
    {
        Put("diagonal", "combat-bases.geojson", Collection(
            """{"type":"Feature","id":"B1","geometry":{"type":"Point","coordinates":[106.3,22.2]},"properties":{"name":"Căn cứ","status":"existing"}}"""));
        Put("diagonal", "patrol-roads.geojson", Collection(
            """{"type":"Feature","id":"R1","geometry":{"type":"LineString","coordinates":[[106.3,22.2],[106.3,22.3]]},"properties":{"name":"Đường 1","status":"existing","speedKmh":36}}""",
            """{"type":"Feature","id":"R2","geometry":{"type":"LineString","coordinates":[[106.3,22.3],[106.4,22.4],[106.5,22.5]]},"properties":{"status":"existing","speedKmh":36}}""",
            """{"type":"Feature","id":3,"geometry":{"type":"LineString","coordinates":[[106.8,22.7],[106.8,22.8]]},"properties":{"status":"existing","speedKmh":36}}"""));
        Put("diagonal", "hazard-areas.geojson", Collection(
            """{"type":"Feature","id":"H1","geometry":{"type":"Polygon","coordinates":[[[106.38,22.38],[106.42,22.38],[106.42,22.42],[106.38,22.42],[106.38,22.38]]]},"properties":{"kind":"flood","season":"wet"}}"""));
        return this;
    }

    /// <summary>A border across the antimeridian, and a point on either side of it.</summary>
    public TestPlans WithAntimeridian()
    {
        Put("pacific", "border-segments.geojson", Collection(
            """{"type":"Feature","id":1,"geometry":{"type":"MultiLineString","coordinates":[[[179,0],[180,0]],[[-180,0],[-179,0]]]},"properties":{"name":"Both sides"}}"""));
        Put("pacific", "marks.geojson", Collection(
            """{"type":"Feature","id":"west","geometry":{"type":"Point","coordinates":[179.5,1]},"properties":{}}""",
            """{"type":"Feature","id":"east","geometry":{"type":"Point","coordinates":[-179.5,1]},"properties":{}}""",
            """{"type":"Feature","id":"far","geometry":{"type":"Point","coordinates":[0,1]},"properties":{}}"""));
        return this;
    }

    /// <summary>As many marks as are asked for, with ids 0, 1, 2 … that are numbers.</summary>
    public TestPlans WithMarks(int count)
    {
        Put("many", "border-segments.geojson", Collection(
            """{"type":"Feature","id":1,"geometry":{"type":"LineString","coordinates":[[106,22],[107,22]]},"properties":{}}"""));
        PutMarks(Enumerable.Range(0, count));
        return this;
    }

    /// <summary>Marks of these numbers, in this order, in place of those that were there.</summary>
    public void PutMarks(IEnumerable<int> numbers) => Put("many", "marks.geojson", Collection([.. numbers.Select(number =>
        $$$"""{"type":"Feature","id":{{{number}}},"geometry":{"type":"Point","coordinates":[{{{106 + (number / 1000.0)}}},22]},"properties":{"group":"g{{{number % 3}}}"}}""")]));

    /// <summary>A plan whose files are wrong in more than one place.</summary>
    public TestPlans WithBroken()
    {
        Put("broken", "plan.json", """{"name":"Broken","defaults":{"coverageRadiusMetres":{"combat-bases":600000}}}""");
        Put("broken", "border-segments.geojson", Collection(
            """{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[106,22]},"properties":{}}"""));
        Put("broken", "militia-posts.geojson", Collection(
            """{"type":"Feature","id":"P1","geometry":{"type":"Point","coordinates":[106,22]},"properties":{"status":"existin","coverageRadiusMetres":500001}}"""));
        return this;
    }

    public void Put(string plan, string file, string content)
    {
        string path = Path.Combine(Folder, plan, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";
}
