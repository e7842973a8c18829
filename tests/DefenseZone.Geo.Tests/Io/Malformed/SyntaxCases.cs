using static DefenseZone.Geo.Tests.Io.Malformed.MalformedCase;

namespace DefenseZone.Geo.Tests.Io.Malformed;

/// <summary>Texts that are no JSON, or no GeoJSON object.</summary>
internal static class SyntaxCases
{
    private const string Posts = "militia-posts";

    public static IEnumerable<MalformedCase> All =>
    [
        Syntax("an empty file", "", "the file is empty", "1:1"),
        Syntax("white space only", " \n\t ", "not JSON"),
        Syntax("a brace alone", "{", "not JSON", "1:2"),
        Syntax("an unclosed collection", """{"type":"FeatureCollection","features":[""", "not JSON"),
        Syntax("a trailing comma in an array", Collection(Good, ""), "not JSON"),
        Syntax("a trailing comma in an object", """{"type":"FeatureCollection","features":[],}""", "not JSON"),
        Syntax("a missing comma", """{"type":"FeatureCollection" "features":[]}""", "not JSON", "1:29"),
        Syntax("a missing colon", """{"type" "FeatureCollection"}""", "not JSON"),
        Syntax("a missing value", """{"type":}""", "not JSON"),
        Syntax("single quotes", "{'type':'FeatureCollection'}", "not JSON", "1:2"),
        Syntax("a name without quotes", "{type:1}", "not JSON", "1:2"),
        Syntax("a comment", "// posts\n{}", "not JSON", "1:1"),
        Syntax("a block comment", "{/* x */}", "not JSON"),
        Syntax("text after the end", Collection() + "x", "not JSON"),
        Syntax("a second document", Collection() + Collection(), "not JSON"),
        Syntax("a line feed in a string", "{\"type\":\"Feature\nCollection\"}", "not JSON"),
        Syntax("a tab in a string", "{\"type\":\"Feature\tCollection\"}", "not JSON"),
        Syntax("a bad escape", """{"type":"\q"}""", "not JSON"),
        Syntax("a short unicode escape", """{"type":"\u12"}""", "not JSON"),
        Syntax("an unclosed string", """{"type":"Feature""", "not JSON"),
        Syntax("NaN as a number", Border("[[106,22],[NaN,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("Infinity as a number", Border("[[106,22],[Infinity,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("minus Infinity as a number", Border("[[106,22],[-Infinity,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a leading plus", Border("[[106,22],[+106,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a leading zero", Border("[[106,22],[0106,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a number without digits after its point", Border("[[106,22],[106.,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a number without digits before its point", Border("[[106,22],[.5,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a bare minus", Border("[[106,22],[-,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("an exponent without digits", Border("[[106,22],[1e,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a decimal comma", Border("[[106,22],[106.5,22,5],[107,,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a hexadecimal number", Border("[[106,22],[0x10,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a missing comma between positions", Border("[[106,22][107,23]]"), "not JSON") with { Layer = "border-segments" },
        Syntax("a missing bracket after many positions", "{\"type\":\"LineString\",\n\"coordinates\":[[1,2],\n[3,4],[5,6],\n[7,8]\n}", "not JSON", "5:1") with { Layer = "border-segments" },
        Syntax("Python's True", """{"type":True}""", "not JSON"),
        Syntax("Python's None", """{"type":None}""", "not JSON"),
        Syntax("undefined", """{"type":undefined}""", "not JSON"),
        Syntax("a null byte", "{\0}", "not JSON"),
        Syntax("HTML", "<!DOCTYPE html><html></html>", "not JSON", "1:1"),
        Syntax("XML", "<?xml version=\"1.0\"?><kml/>", "not JSON", "1:1"),
        Syntax("CSV", "id,lon,lat\n1,106,22\n", "not JSON", "1:1"),
        Syntax("UTF-16", "", "not JSON") with { Bytes = [0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0] },
        Syntax("UTF-16, big endian", "", "not JSON") with { Bytes = [0xFE, 0xFF, 0, (byte)'{', 0, (byte)'}'] },
        Syntax("a shapefile's head", "", "not JSON") with { Bytes = [0, 0, 0x27, 0x0A, 0, 0, 0, 0] },
        Syntax("a zip file", "", "not JSON") with { Bytes = [0x50, 0x4B, 3, 4, 0, 0] },
        Syntax("a gzip file", "", "not JSON") with { Bytes = [0x1F, 0x8B, 8, 0] },
        Syntax("a byte order mark alone", "", "not JSON") with { Bytes = [0xEF, 0xBB, 0xBF] },
        Syntax("an error on the third line", "{\n  \"type\": \"FeatureCollection\",\n  \"features\": [}\n", "not JSON", "3:16"),

        Top("an array", "[]", "the text is an array, not an object", "$"),
        Top("a string", "\"x\"", "the text is a string", "$"),
        Top("a number", "5", "the text is a number", "$"),
        Top("null", "null", "the text is null", "$"),
        Top("true", "true", "the text is a boolean", "$"),
        Top("no type", "{}", "the text has no type", "$"),
        Top("a type that is a number", """{"type":1}""", "the text's type is not a string", "$.type"),
        Top("a type that is null", """{"type":null}""", "the text's type is not a string", "$.type"),
        Top("a type twice", """{"type":"FeatureCollection","features":[],"type":"FeatureCollection"}""", "a type twice", "$.type"),
        Top("a misspelled type", """{"type":"FeatureColection","features":[]}""", "no GeoJSON type \"FeatureColection\"", "$.type"),
        Top("a type in small letters", """{"type":"featurecollection","features":[]}""", "no GeoJSON type", "$.type"),
        Top("TopoJSON", """{"type":"Topology","objects":{},"arcs":[]}""", "this is TopoJSON", "$.type"),
        Top("an Esri feature set", """{"geometryType":"esriGeometryPoint","features":[]}""", "the text has no type", "$"),
        Top("no features", """{"type":"FeatureCollection"}""", "has no features", "$"),
        Top("features that are an object", """{"type":"FeatureCollection","features":{}}""", "features are an object", "$.features"),
        Top("features that are null", """{"type":"FeatureCollection","features":null}""", "features are null", "$.features"),
        Top("features that are a string", """{"type":"FeatureCollection","features":"[]"}""", "features are a string", "$.features"),
        Top("features twice", """{"type":"FeatureCollection","features":[],"features":[]}""", "features twice", "$.features"),
        Top("another coordinate system", """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3405"}},"features":[]}""", "another coordinate system", "$.crs"),
        Top("a web mercator link", """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[]}""", "another coordinate system", "$.crs"),
        Top("half a surrogate pair in a member", """{"type":"FeatureCollection","features":[],"x":"\ud800"}""", "not valid UTF-8", "$.x"),
        Top("nesting beyond the limit", $$"""{"type":"FeatureCollection","x":{{new string('[', 70)}}{{new string(']', 70)}},"features":[]}""", "nested more than 64 deep"),
        Top("nesting of a hundred thousand", $$"""{"type":"FeatureCollection","x":{{new string('[', 100_000)}}""", "nested more than 64 deep"),
        Top("nested objects beyond the limit", "{\"type\":\"FeatureCollection\",\"x\":" + string.Concat(Enumerable.Repeat("{\"a\":", 80)) + "1" + new string('}', 80) + "}", "nested more than 64 deep"),
        new("a member twice", Posts, """{"type":"FeatureCollection","x":1,"x":2,"features":[]}""", "", "stands twice", "$.x") { Severity = Geo.Model.ProblemSeverity.Warning },
        new("members of a bare geometry", Posts, """{"type":"Point","coordinates":[106,22],"colour":"red"}""", "@0", "not kept", "$") { Severity = Geo.Model.ProblemSeverity.Warning },
    ];

    private static string Good => Feature_("1", Geometry("Point", "[106,22]"), "{}");

    private static MalformedCase Syntax(string name, string text, string message, string place = "") =>
        new(name, Posts, text, "", message, place);

    private static MalformedCase Top(string name, string text, string message, string path = "") =>
        new("at the top: " + name, Posts, text, "", message, path);
}
