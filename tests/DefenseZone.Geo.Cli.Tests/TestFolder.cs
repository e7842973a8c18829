using System.Globalization;

namespace DefenseZone.Geo.Cli.Tests;

/// <summary>A folder of a test's own, gone when the test is over.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("dzgeo-tests-").FullName;

    /// <summary>The repository's own sample plan.</summary>
    public static string NorthernBorder { get; } = FindUp(Path.Combine("data", "northern-border"));

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <summary>The names of everything in the folder.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFileSystemEntries(_path).Select(path => Path.GetFileName(path)!);

    /// <summary>Writes a file.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>
    /// A plan on the equator: a border of one degree of longitude (111,319.491 m), a post of 10 km at its start and one of
    /// 10 km at 0.5°, and one province about the western half of it.
    /// </summary>
    public string WriteEquatorPlan(string folder = "plan")
    {
        Write(Path.Combine(folder, "plan.json"), """{"name":"Equator"}""");
        Write(Path.Combine(folder, "border-segments.geojson"), Collection(
            """{"type":"Feature","id":"B1","properties":{"name":"West"},"geometry":{"type":"LineString","coordinates":[[0,0],[0.5,0]]}}""",
            """{"type":"Feature","id":"B2","properties":{"name":"East"},"geometry":{"type":"LineString","coordinates":[[0.5,0],[1,0]]}}"""));
        Write(Path.Combine(folder, "militia-posts.geojson"), Collection(Post("\"P1\"", "First", 0), Post("2", "Second, or middle", 0.5)));
        Write(Path.Combine(folder, "defensive-zones.geojson"), Collection(
            """{"type":"Feature","id":"Z1","properties":{"name":"Tỉnh Tây","level":"province"},"geometry":{"type":"Polygon","coordinates":[[[-0.1,-0.5],[0.5,-0.5],[0.5,0.5],[-0.1,0.5],[-0.1,-0.5]]]}}"""));
        return this[folder];
    }

    /// <summary>A FeatureCollection of features.</summary>
    public static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_path, recursive: true);

    private static string Post(string id, string name, double longitude)
    {
        string x = longitude.ToString(CultureInfo.InvariantCulture);
        return $$$"""{"type":"Feature","id":{{{id}}},"properties":{"name":"{{{name}}}","coverageRadiusMetres":10000,"colour":"red"},"geometry":{"type":"Point","coordinates":[{{{x}}},0]}}""";
    }

    private static string FindUp(string path)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, path)))
            folder = Path.GetDirectoryName(folder);
        return folder is null ? throw new DirectoryNotFoundException(path) : Path.Combine(folder, path);
    }
}
