using static DefenseZone.Geo.Tests.Io.Malformed.MalformedCase;

namespace DefenseZone.Geo.Tests.Io.Malformed;

/// <summary>Features that are not built as RFC 7946 has them.</summary>
internal static class StructureCases
{
    private const string Posts = "militia-posts";
    private const string Point = """{"type":"Point","coordinates":[106,22]}""";

    // The text of two features, up to where the second's properties begin.
    private static ReadOnlySpan<byte> Start =>
        """{"type":"FeatureCollection","features":[{"type":"Feature","id":"g","geometry":{"type":"Point","coordinates":[106,22]},"properties":{}},{"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[106,22]},"properties":{"""u8;

    public static IEnumerable<MalformedCase> All =>
    [
        Item("a feature that is null", "null", "@1", "the feature is null", "$.features[1]"),
        Item("a feature that is a number", "7", "@1", "the feature is a number", "$.features[1]"),
        Item("a feature that is an array", "[1,[2]]", "@1", "the feature is an array", "$.features[1]"),
        Item("a feature that is a string", "\"x\"", "@1", "the feature is a string", "$.features[1]"),
        Item("an empty feature", "{}", "@1", "the feature has no type", "$.features[1]"),
        Item("a feature without a type", """{"id":"b","geometry":<point>,"properties":{}}""", "'b'", "the feature has no type", "$.features[1]"),
        Item("a bare geometry among features", Point, "@1", "another type than Feature", "$.features[1].type"),
        Item("a collection among features", Collection(), "@1", "another type than Feature", "$.features[1].type"),
        Item("a type in small letters", """{"type":"feature","id":"b","geometry":<point>,"properties":{}}""", "'b'", "another type than Feature", "$.features[1].type"),
        Item("a type that is null", """{"type":null,"id":"b","geometry":<point>,"properties":{}}""", "'b'", "another type than Feature", "$.features[1].type"),
        Item("a type twice", """{"type":"Feature","type":"Feature","id":"b","geometry":<point>,"properties":{}}""", "'b'", "a type twice", "$.features[1].type"),
        Item("an id that is an object", """{"type":"Feature","id":{"x":1},"geometry":<point>,"properties":{}}""", "@1", "the feature's id is an object", "$.features[1].id"),
        Item("an id that is an array", """{"type":"Feature","id":[1],"geometry":<point>,"properties":{}}""", "@1", "the feature's id is an array", "$.features[1].id"),
        Item("an id that is a boolean", """{"type":"Feature","id":true,"geometry":<point>,"properties":{}}""", "@1", "the feature's id is a boolean", "$.features[1].id"),
        Item("an id that is too large", """{"type":"Feature","id":1e999,"geometry":<point>,"properties":{}}""", "@1", "the feature's id is too large a number", "$.features[1].id"),
        Item("an id that is half a surrogate pair", """{"type":"Feature","id":"\udc00","geometry":<point>,"properties":{}}""", "@1", "the feature's id is not valid UTF-8", "$.features[1].id"),
        Item("an id twice", """{"type":"Feature","id":"b","id":"c","geometry":<point>,"properties":{}}""", "'b'", "\"id\" twice", "$.features[1].id"),
        Item("a geometry twice", """{"type":"Feature","id":"b","geometry":<point>,"geometry":<point>,"properties":{}}""", "'b'", "\"geometry\" twice", "$.features[1].geometry"),
        Item("properties twice", """{"type":"Feature","id":"b","geometry":<point>,"properties":{},"properties":{}}""", "'b'", "\"properties\" twice", "$.features[1].properties"),
        Item("properties that are an array", """{"type":"Feature","id":"b","geometry":<point>,"properties":[1]}""", "'b'", "properties are an array", "$.features[1].properties"),
        Item("properties that are a string", """{"type":"Feature","id":"b","geometry":<point>,"properties":"x"}""", "'b'", "properties are a string", "$.features[1].properties"),
        Item("an id after what is wrong", """{"type":"Feature","properties":5,"geometry":<point>,"id":"late"}""", "'late'", "properties are a number", "$.features[1].properties"),
        Item("no geometry", """{"type":"Feature","id":"b","properties":{}}""", "'b'", "the feature has no geometry", "$.features[1].geometry"),
        Item("a geometry that is null", """{"type":"Feature","id":"b","geometry":null,"properties":{}}""", "'b'", "the feature has no geometry", "$.features[1].geometry"),
        Item("a geometry that is an array", """{"type":"Feature","id":"b","geometry":[106,22],"properties":{}}""", "'b'", "the geometry is an array", "$.features[1].geometry"),
        Item("a geometry that is WKT", """{"type":"Feature","id":"b","geometry":"POINT (106 22)","properties":{}}""", "'b'", "the geometry is a string", "$.features[1].geometry"),
        Item("a property that is not UTF-8", "", "'b'", "not valid UTF-8", "$.features[1].properties.name") with
        {
            Bytes = [.. Start, .. "\"name\":\""u8, 0xC3, 0x28, .. "\"}}]}"u8],
        },
        Item("a list that is not UTF-8", "", "'b'", "not valid UTF-8", "$.features[1].properties.list") with
        {
            Bytes = [.. Start, .. "\"list\":[\""u8, 0xFF, .. "\"]}}]}"u8],
        },
        Item("a name that is not UTF-8", "", "'b'", "not valid UTF-8", "") with { Bytes = [.. Start, (byte)'"', 0xC3, 0x28, .. "\":1}}]}"u8] },
        Item("a name that is half a surrogate pair", """{"type":"Feature","id":"b","geometry":<point>,"properties":{"\udfff":1}}""", "'b'", "not valid UTF-8", ""),
        Item("a property that is half a surrogate pair", """{"type":"Feature","id":"b","geometry":<point>,"properties":{"note":"\udfff"}}""", "'b'", "not valid UTF-8", "$.features[1].properties.note"),
        Item("too many properties", $$$"""{"type":"Feature","id":"b","geometry":{{{Point}}},"properties":{ {{{string.Join(",", Enumerable.Range(0, 1001).Select(i => $"\"p{i}\":{i}"))}}}}}""", "'b'", "more than 1000 members", "$.features[1].properties.p1000"),
        Item("nesting too deep in a property", $$$"""{"type":"Feature","id":"b","geometry":{{{Point}}},"properties":{"x":{{{new string('[', 61)}}}{{{new string(']', 61)}}}}}""", "", "nested more than 64 deep", "$.features[1].properties.x"),
        Item("a property twice", """{"type":"Feature","id":"b","geometry":<point>,"properties":{"note":1,"note":2}}""", "'b'", "stands twice", "$.features[1].properties.note").AsWarning(),
        Item("a foreign member twice", """{"type":"Feature","id":"b","geometry":<point>,"properties":{},"x":1,"x":2}""", "'b'", "stands twice", "$.features[1].x").AsWarning(),
        Item("no id", """{"type":"Feature","geometry":<point>,"properties":{}}""", "@1", "has no id", "$.features[1]").AsWarning(),
        Item("an id that is null", """{"type":"Feature","id":null,"geometry":<point>,"properties":{}}""", "@1", "has no id", "$.features[1]").AsWarning(),
        Item("an id that another has", """{"type":"Feature","id":"g","geometry":<point>,"properties":{}}""", "'g'", "feature number 1 of the file has this id already", "$.features[1].id"),
        new("a number id that another has", Posts, Collection(Feature_("7", Point, "{}"), Feature_("\"7\"", Point, "{}"), Feature_("7", Point, "{}")), "7", "feature number 1 of the file", "$.features[2].id"),
        new("a single Feature of no type", Posts, """{"id":"b","geometry":<point>,"properties":{}}""".Replace("<point>", Point, StringComparison.Ordinal), "", "the text has no type", "$"),
        new("a single Feature with wrong properties", Posts, """{"type":"Feature","id":"b","geometry":<point>,"properties":{"cost":"x"}}""".Replace("<point>", Point, StringComparison.Ordinal), "'b'", "\"cost\" is a string", "$.properties.cost"),
        new("a single Feature with two ids", Posts, """{"type":"Feature","id":"b","id":"b","geometry":<point>,"properties":{}}""".Replace("<point>", Point, StringComparison.Ordinal), "'b'", "\"id\" twice", "$.id"),
    ];

    private static MalformedCase Item(string name, string feature, string who, string message, string path) =>
        new("a feature: " + name, Posts, Collection(Feature_("\"g\"", Point, "{}"), feature.Replace("<point>", Point, StringComparison.Ordinal)), who, message, path);
}
