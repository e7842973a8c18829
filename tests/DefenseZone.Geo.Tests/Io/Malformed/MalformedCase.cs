using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Io.Malformed;

/// <summary>A text that is wrong in one way, and the problem that has to come out.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Layer">The layer whose file it is; empty for plan.json.</param>
/// <param name="Text">The file's text.</param>
/// <param name="Feature">Of which feature: <c>'a'</c> a string id, <c>7</c> a number id, <c>@2</c> a place in the file, empty for none.</param>
/// <param name="Message">A part of what the problem says.</param>
/// <param name="Path">Its JSON path, or <c>line:byte</c> for a syntax error; empty where that does not matter.</param>
internal sealed record MalformedCase(string Name, string Layer, string Text, string Feature, string Message, string Path = "")
{
    public ProblemSeverity Severity { get; init; } = ProblemSeverity.Error;

    /// <summary>The bytes, where they are not those of the text in UTF-8.</summary>
    public byte[]? Bytes { get; init; }

    public string File => Layer.Length == 0 ? "plan.json" : Layer + ".geojson";

    public MalformedCase AsWarning() => this with { Severity = ProblemSeverity.Warning };

    public static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(",", features)}}]}""";

    /// <summary>A feature; <paramref name="id"/> as JSON has it, or empty.</summary>
    public static string Feature_(string id, string geometry, string properties) =>
        $$"""{"type":"Feature",{{(id.Length > 0 ? $"\"id\":{id}," : "")}}"geometry":{{geometry}},"properties":{{properties}}}""";

    public static string Geometry(string type, string coordinates) => $$"""{"type":"{{type}}","coordinates":{{coordinates}}}""";

    public static string Post(string properties, string id = "\"a\"") =>
        Collection(Feature_(id, Geometry("Point", "[106,22]"), properties));

    public static string Border(string coordinates) =>
        Collection(Feature_("\"a\"", Geometry("LineString", coordinates), "{}"));

    public static string Zone(string coordinates, string properties = """{"level":"commune"}""") =>
        Collection(Feature_("\"a\"", Geometry("Polygon", coordinates), properties));
}
