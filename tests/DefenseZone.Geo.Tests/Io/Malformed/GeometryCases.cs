using static DefenseZone.Geo.Tests.Io.Malformed.MalformedCase;

namespace DefenseZone.Geo.Tests.Io.Malformed;

/// <summary>Geometries that are none, and geometries that their layer may not have.</summary>
internal static class GeometryCases
{
    private const string Path = "$.features[0].geometry";

    public static IEnumerable<MalformedCase> All =>
    [
        Post_("no type", """{"coordinates":[106,22]}""", "the geometry has no type", ""),
        Post_("a type that is a number", """{"type":5,"coordinates":[106,22]}""", "the geometry's type is a number", ".type"),
        Post_("a misspelled type", """{"type":"Piont","coordinates":[106,22]}""", "no geometry type \"Piont\"", ".type"),
        Post_("a type in capitals", """{"type":"POINT","coordinates":[106,22]}""", "no geometry type \"POINT\"", ".type"),
        Post_("a circle", """{"type":"Circle","coordinates":[106,22],"radius":5}""", "no geometry type \"Circle\"", ".type"),
        Post_("a type twice", """{"type":"Point","type":"Point","coordinates":[106,22]}""", "the geometry has a type twice", ".type"),
        Post_("no coordinates", """{"type":"Point"}""", "the Point has no coordinates", ""),
        Post_("coordinates twice", """{"type":"Point","coordinates":[106,22],"coordinates":[106,22]}""", "coordinates twice", ".coordinates"),
        Post_("coordinates that are null", Geometry("Point", "null"), "coordinates are null, not an array", ".coordinates"),
        Post_("coordinates that are an object", Geometry("Point", """{"lon":106,"lat":22}"""), "coordinates are an object", ".coordinates"),
        Post_("coordinates that are a string", Geometry("Point", "\"106,22\""), "coordinates are a string", ".coordinates"),
        Post_("an empty point", Geometry("Point", "[]"), "the geometry is empty", ""),
        Post_("one number only", Geometry("Point", "[106]"), "one number only", ".coordinates"),
        Post_("numbers in quotes", Geometry("Point", """["106","22"]"""), "a string stands where a number belongs", ".coordinates[0]"),
        Post_("a latitude in quotes", Geometry("Point", """[106,"22"]"""), "a string stands where a number belongs", ".coordinates[1]"),
        Post_("NaN in quotes", Geometry("Point", """["NaN","NaN"]"""), "a string stands where a number belongs", ".coordinates[0]"),
        Post_("a null latitude", Geometry("Point", "[106,null]"), "null stands where a number belongs", ".coordinates[1]"),
        Post_("a boolean", Geometry("Point", "[true,22]"), "a boolean stands where a number belongs", ".coordinates[0]"),
        Post_("an object for a position", Geometry("Point", """[{"x":106,"y":22}]"""), "an object stands where a number belongs", ".coordinates[0]"),
        Post_("nested once too often", Geometry("Point", "[[106,22]]"), "nested 2 deep, in a Point they are 1 deep", ".coordinates"),
        Post_("nested five deep", Geometry("Point", "[[[[[106,22]]]]]"), "arrays are nested too deep", ".coordinates[0][0][0][0]"),
        Post_("an array among numbers", Geometry("Point", "[106,[22]]"), "an array stands among the numbers", ".coordinates[0]"),
        Post_("a latitude beyond the pole", Geometry("Point", "[106,95]"), "[106, 95] is out of range", ".coordinates"),
        Post_("swapped longitude and latitude", Geometry("Point", "[22,106]"), "[22, 106] is out of range", ".coordinates"),
        Post_("projected metres", Geometry("Point", "[593000,2435000]"), "out of range", ".coordinates"),
        Post_("a longitude beyond the date line", Geometry("Point", "[181.5,22]"), "[181.5, 22] is out of range", ".coordinates"),
        Post_("a number too large for a double", Geometry("Point", "[1e400,22]"), "too large to be finite", ".coordinates"),
        Post_("a height too large for a double", Geometry("Point", "[106,22,1e999]"), "height is not a finite number", ".coordinates"),
        Post_("a line", Geometry("LineString", "[[106,22],[107,23]]"), "the geometry is a LineString", ""),
        Post_("a polygon", Geometry("Polygon", "[[[106,22],[107,22],[107,23],[106,22]]]"), "the geometry is a Polygon", ""),
        Post_("a MultiPoint", Geometry("MultiPoint", "[[106,22]]"), "the geometry is a MultiPoint", ""),
        Post_("a collection", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[106,22]}]}""", "the geometry is a GeometryCollection", ""),
        Post_("an empty collection", """{"type":"GeometryCollection","geometries":[]}""", "has no geometry", ""),
        Post_("a collection without geometries", """{"type":"GeometryCollection"}""", "has no geometries", ""),
        Post_("geometries that are an object", """{"type":"GeometryCollection","geometries":{}}""", "geometries are an object", ".geometries"),
        Post_("a collection with a wrong part", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[106,22]},{"type":"Point","coordinates":[106,122]}]}""", "[106, 122] is out of range", ".geometries[1].coordinates"),
        Post_("a collection with a part that is a number", """{"type":"GeometryCollection","geometries":[5]}""", "the geometry is a number", ".geometries[0]"),
        Post_("more than three numbers", Geometry("Point", "[106,22,5,2026]"), "more than three numbers", ".coordinates").AsWarning(),
        Post_("a foreign member of a geometry", """{"type":"Point","coordinates":[106,22],"accuracy":5}""", "is not kept", ".accuracy").AsWarning(),

        Line("one position", "[[106,22]]", "one position only", ".coordinates"),
        Line("no position", "[]", "the geometry is empty", ""),
        Line("an empty position", "[[106,22],[]]", "an array of positions is empty", ".coordinates[1]"),
        Line("a position of one number", "[[106,22],[107]]", "one number only", ".coordinates[1]"),
        Line("a null position", "[[106,22],null,[107,23]]", "null stands where a number belongs", ".coordinates[1]"),
        Line("a flat array", "[106,22,107,23]", "nested 1 deep, in a LineString they are 2 deep", ".coordinates"),
        Line("one level too many", "[[[106,22],[107,23]]]", "nested 3 deep, in a LineString they are 2 deep", ".coordinates"),
        Line("mixed levels", "[[106,22],[[107,23]]]", "nested to different depths", ".coordinates[1][0]"),
        Line("an out of range position far along", $"[{string.Join(",", Enumerable.Range(0, 500).Select(i => i == 444 ? "[106.5,222]" : $"[106.{i:000},22]"))}]", "[106.5, 222] is out of range", ".coordinates[444]"),
        Line("many out of range positions", "[[106,22],[22,106],[22,107],[106,23]]", "2 such positions", ".coordinates[1]"),
        Line("a fault far along", $"[{string.Join(",", Enumerable.Range(0, 500).Select(i => i == 321 ? "[106.5]" : $"[106.{i:000},22]"))}]", "one number only", ".coordinates[321]"),
        Line("no length", "[[106,22],[106,22]]", "the line has no length", "").AsWarning(),
        new("a border that is a point", "border-segments", Collection(Feature_("\"a\"", Geometry("Point", "[106,22]"), "{}")), "'a'", "the geometry is a Point", Path),
        new("a border that is an area", "border-segments", Collection(Feature_("\"a\"", Geometry("Polygon", "[[[106,22],[107,22],[107,23],[106,22]]]"), "{}")), "'a'", "the geometry is a Polygon", Path),
        new("a road that is a point", "patrol-roads", Collection(Feature_("\"a\"", Geometry("Point", "[106,22]"), "{}")), "'a'", "the geometry is a Point", Path),
        new("a line of several with one position", "patrol-roads", Collection(Feature_("\"a\"", Geometry("MultiLineString", "[[[106,22],[107,23]],[[106,22]]]"), "{}")), "'a'", "one position only", Path + ".coordinates[1]"),
        new("an empty line among several", "patrol-roads", Collection(Feature_("\"a\"", Geometry("MultiLineString", "[[[106,22],[107,23]],[]]"), "{}")), "'a'", "an array of positions is empty", Path + ".coordinates[1]"),
        new("a site that is an area", "candidate-sites", Collection(Feature_("\"a\"", Geometry("Polygon", "[[[106,22],[107,22],[107,23],[106,22]]]"), "{}")), "'a'", "the geometry is a Polygon", Path),
        new("a hazard that is a point", "hazard-areas", Collection(Feature_("\"a\"", Geometry("Point", "[106,22]"), "{}")), "'a'", "the geometry is a Point", Path),
        new("a base that is a line", "combat-bases", Collection(Feature_("\"a\"", Geometry("LineString", "[[106,22],[107,23]]"), "{}")), "'a'", "the geometry is a LineString", Path),
        new("a gate that is an area", "border-gates", Collection(Feature_("\"a\"", Geometry("Polygon", "[[[106,22],[107,22],[107,23],[106,22]]]"), "{}")), "'a'", "the geometry is a Polygon", Path),

        Area("a ring that is not closed", "[[[106,22],[107,22],[107,23],[106,23]]]", "the ring is not closed", ".coordinates[0]"),
        Area("a hole that is not closed", "[[[106,22],[109,22],[109,25],[106,22]],[[107,22.2],[108,22.2],[108,22.5],[107.5,22.4]]]", "the ring is not closed", ".coordinates[1]"),
        Area("a ring of three", "[[[106,22],[107,22],[106,22]]]", "too few positions (3)", ".coordinates[0]"),
        Area("a ring of one", "[[[106,22]]]", "too few positions (1)", ".coordinates[0]"),
        Area("an empty ring", "[[]]", "an array of positions is empty", ".coordinates[0]"),
        Area("no ring", "[]", "the geometry is empty", ""),
        Area("a ring level missing", "[[106,22],[107,22],[107,23],[106,22]]", "nested 2 deep, in a Polygon they are 3 deep", ".coordinates"),
        Area("a bow tie", "[[[106,22],[107,23],[107,22],[106,23],[106,22]]]", "crosses itself at [106.5, 22.5]", ""),
        Area("a spike", "[[[106,22],[107,22],[107,23],[107,25],[107,23],[106,23],[106,22]]]", "the area is not valid", ""),
        Area("no extent", "[[[106,22],[107,22],[106,22],[106,22]]]", "the area is not valid", ""),
        Area("a hole outside", "[[[106,22],[107,22],[107,23],[106,22]],[[110,22],[111,22],[111,23],[110,22]]]", "a hole lies outside the outline", ""),
        Area("a hole in a hole", "[[[106,22],[110,22],[110,26],[106,26],[106,22]],[[107,23],[109,23],[109,25],[107,25],[107,23]],[[107.5,23.5],[108.5,23.5],[108.5,24.5],[107.5,23.5]]]", "a hole lies within another hole", ""),
        Area("a ring that touches itself", "[[[106,22],[108,22],[107,23],[108,24],[106,24],[107,23],[106,22]]]", "touches itself at [107, 23]", ""),
        new("a part within a part", "defensive-zones", Collection(Feature_("\"a\"", Geometry("MultiPolygon", "[[[[106,22],[110,22],[110,26],[106,26],[106,22]]],[[[107,23],[108,23],[108,24],[107,23]]]]"), """{"level":"commune"}""")), "'a'", "a part lies within another part", Path),
        new("a part whose ring is not closed", "defensive-zones", Collection(Feature_("\"a\"", Geometry("MultiPolygon", "[[[[106,22],[107,22],[107,23],[106,22]]],[[[108,22],[109,22],[109,23],[108.5,22]]]]"), """{"level":"commune"}""")), "'a'", "the ring is not closed", Path + ".coordinates[1][0]"),
        new("a hazard that crosses itself", "hazard-areas", Collection(Feature_("\"a\"", Geometry("Polygon", "[[[106,22],[107,23],[107,22],[106,23],[106,22]]]"), "{}")), "'a'", "crosses itself", Path),
        new("a base that crosses itself", "rear-bases", Collection(Feature_("\"a\"", Geometry("Polygon", "[[[106,22],[107,23],[107,22],[106,23],[106,22]]]"), "{}")), "'a'", "crosses itself", Path),
        new MalformedCase("a project that crosses itself", "projects", Collection(Feature_("\"a\"", Geometry("Polygon", "[[[106,22],[107,23],[107,22],[106,23],[106,22]]]"), "{}")), "'a'", "crosses itself", Path).AsWarning(),
        new MalformedCase("an unknown layer's area that crosses itself", "watchers", Collection(Feature_("\"a\"", Geometry("Polygon", "[[[106,22],[107,23],[107,22],[106,23],[106,22]]]"), "{}")), "'a'", "crosses itself", Path).AsWarning(),
    ];

    private static MalformedCase Post_(string name, string geometry, string message, string path) =>
        new("a post: " + name, "militia-posts", Collection(Feature_("\"a\"", geometry, "{}")), "'a'", message, Path + path);

    private static MalformedCase Line(string name, string coordinates, string message, string path) =>
        new("a border segment: " + name, "border-segments", Border(coordinates), "'a'", message, Path + path);

    private static MalformedCase Area(string name, string coordinates, string message, string path) =>
        new("a zone: " + name, "defensive-zones", Zone(coordinates), "'a'", message, Path + path);
}
