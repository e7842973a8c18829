using static DefenseZone.Geo.Tests.Io.Malformed.MalformedCase;

namespace DefenseZone.Geo.Tests.Io.Malformed;

/// <summary>Properties whose values mean nothing, and descriptions that are wrong.</summary>
internal static class PropertyCases
{
    private const string Square = "[[[106,22],[107,22],[107,23],[106,22]]]";

    public static IEnumerable<MalformedCase> All =>
    [
        Of("a negative radius", "coverageRadiusMetres", "-5", "is -5"),
        Of("a radius in quotes", "coverageRadiusMetres", "\"5000\"", "is a string, not a number"),
        Of("a radius that is text", "coverageRadiusMetres", "\"5 km\"", "is a string, not a number"),
        Of("a radius that is a boolean", "coverageRadiusMetres", "true", "is a boolean, not a number"),
        Of("a radius that is an array", "coverageRadiusMetres", "[5000]", "is an array, not a number"),
        Of("a radius that is an object", "coverageRadiusMetres", """{"value":5}""", "is an object, not a number"),
        Of("a radius that is too large a number", "coverageRadiusMetres", "1e999", "too large to be finite"),
        Of("a radius in kilometres", "coverageRadiusMetres", "5", "the radius is 5 m only").AsWarning(),
        Of("a radius of a thousand kilometres", "coverageRadiusMetres", "1000000", "the radius is 1000 km"),
        Of("a negative height", "observerHeightMetres", "-1", "is -1"),
        Of("a height that is text", "observerHeightMetres", "\"high\"", "is a string, not a number"),
        Of("a negative cost", "cost", "-0.5", "is -0.5"),
        Of("a cost that is text", "cost", "\"1,000\"", "is a string, not a number"),
        Of("a misspelled status", "status", "\"plannd\"", "is \"plannd\", which has no meaning"),
        Of("a status in capitals", "status", "\"Planned\"", "is \"Planned\", which has no meaning"),
        Of("a status with a blank", "status", "\"under construction\"", "is \"under construction\", which has no meaning"),
        Of("an unknown status", "status", "\"burning\"", "which has no meaning"),
        Of("an empty status", "status", "\"\"", "is \"\", which has no meaning"),
        Of("a status that is a number", "status", "1", "is a number, not a string"),
        Of("a date that is text", "inServiceFrom", "\"soon\"", "no year and no day"),
        Of("a date in another order", "inServiceFrom", "\"01/03/2026\"", "no year and no day"),
        Of("a month alone", "inServiceFrom", "\"2026-03\"", "no year and no day"),
        Of("a day that is none", "inServiceFrom", "\"2026-02-30\"", "no year and no day"),
        Of("a time", "inServiceFrom", "\"2026-03-01T00:00:00Z\"", "no year and no day"),
        Of("half a year", "inServiceFrom", "2026.5", "no year and no day"),
        Of("the year 0", "inServiceFrom", "0", "no year and no day"),
        Of("the year 10000", "inServiceTo", "10000", "no year and no day"),
        Of("a year that is a boolean", "inServiceTo", "true", "not a year or day"),
        Of("a zone that is an object", "zone", "{}", "not an id"),
        Of("a zone that is a boolean", "zone", "false", "not an id"),
        Of("a name that is a number", "name", "12", "not a string, and is not used").AsWarning(),
        Of("a name that is a list", "name", "[\"a\"]", "not a string, and is not used").AsWarning(),
        Post_("an end before the beginning", """{"inServiceFrom":2030,"inServiceTo":2026}""", "service ends (2026) before it begins (2030)", "inServiceTo"),
        Post_("an end a day before the beginning", """{"inServiceFrom":"2026-03-02","inServiceTo":"2026-03-01"}""", "before it begins", "inServiceTo"),
        Post_("an American spelling", """{"coverageRadiusMeters":5000}""", "has no meaning in this layer", "coverageRadiusMeters").AsWarning(),
        Post_("a name without its unit", """{"coverageRadius":5000}""", "has no meaning in this layer", "coverageRadius").AsWarning(),
        Post_("a name in capitals", """{"Status":"planned"}""", "has no meaning in this layer", "Status").AsWarning(),
        Post_("a name with underscores", """{"in_service_from":2026}""", "has no meaning in this layer", "in_service_from").AsWarning(),

        Zone_("no level", "{}", "the zone has no level", "level"),
        Zone_("a level that is null", """{"level":null}""", "the zone has no level", "level"),
        Zone_("a misspelled level", """{"level":"comune"}""", "is \"comune\", which has no meaning", "level"),
        Zone_("a level that is a number", """{"level":2}""", "is a number, not a string", "level"),
        Zone_("a parent that is a list", """{"level":"commune","parent":["x"]}""", "not an id", "parent"),
        Zone_("a parent that is itself", """{"level":"commune","parent":"a"}""", "its own parent", "parent"),
        Zone_("a parent that is not there", """{"level":"commune","parent":"x"}""", "there is no zone \"x\"", "parent"),

        new("a neighbour that is a number", "border-segments", Line("""{"neighbour":5}"""), "'a'", "not a string", "$.features[0].properties.neighbour") { Severity = Geo.Model.ProblemSeverity.Warning },
        new("a sequence that is text", "border-segments", Line("""{"sequence":"first"}"""), "'a'", "not a number", "$.features[0].properties.sequence"),
        new("a neighbor", "border-segments", Line("""{"neighbor":"x"}"""), "'a'", "has no meaning in this layer", "$.features[0].properties.neighbor") { Severity = Geo.Model.ProblemSeverity.Warning },
        new("a road that is one way by a word", "patrol-roads", Line("""{"oneWay":"yes"}"""), "'a'", "not a boolean", "$.features[0].properties.oneWay"),
        new("a road that is one way by a number", "patrol-roads", Line("""{"oneWay":1}"""), "'a'", "not a boolean", "$.features[0].properties.oneWay"),
        new("a road without width", "patrol-roads", Line("""{"widthMetres":-3}"""), "'a'", "is -3", "$.features[0].properties.widthMetres"),
        new("a road without speed", "patrol-roads", Line("""{"speedKmh":0}"""), "'a'", "is 0", "$.features[0].properties.speedKmh"),
        new("a road whose speed is text", "patrol-roads", Line("""{"speedKmh":"40 km/h"}"""), "'a'", "not a number", "$.features[0].properties.speedKmh"),
        new("a road with a wrong status", "patrol-roads", Line("""{"status":"exists"}"""), "'a'", "no meaning", "$.features[0].properties.status"),
        new("a road that ends before it begins", "patrol-roads", Line("""{"inServiceFrom":2030,"inServiceTo":2029}"""), "'a'", "before it begins", "$.features[0].properties.inServiceTo"),
        new("a site of an unknown kind", "candidate-sites", Post("""{"kind":"militia-post"}"""), "'a'", "\"militia-post\", which has no meaning", "$.features[0].properties.kind"),
        new("a site whose radius is negative", "candidate-sites", Post("""{"coverageRadiusMetres":-1}"""), "'a'", "is -1", "$.features[0].properties.coverageRadiusMetres"),
        new("a site whose cost is text", "candidate-sites", Post("""{"cost":"?"}"""), "'a'", "not a number", "$.features[0].properties.cost"),

        Plan("a name that is a number", """{"name":5}""", "the plan's name is not a string", "$.name"),
        Plan("a description that is a list", """{"name":"x","description":[]}""", "the plan's description is not a string", "$.description"),
        Plan("an array", "[]", "the text is an array", "$"),
        Plan("no JSON", "name: x", "not JSON", "1:2"),
        Plan("an empty file", "", "the file is empty", "1:1"),
        Plan("cut off", """{"name":"x",""", "not JSON", ""),
        Plan("defaults that are a list", """{"name":"x","defaults":[]}""", "the defaults are no object", "$.defaults"),
        Plan("a default radius in quotes", """{"defaults":{"coverageRadiusMetres":"5000"}}""", "not a number", "$.defaults.coverageRadiusMetres"),
        Plan("a negative default radius", """{"defaults":{"coverageRadiusMetres":-5}}""", "this is -5", "$.defaults.coverageRadiusMetres"),
        Plan("a negative default radius of a layer", """{"defaults":{"coverageRadiusMetres":{"border-gates":-5}}}""", "this is -5", "$.defaults.coverageRadiusMetres['border-gates']"),
        Plan("a default radius of an unknown layer", """{"defaults":{"coverageRadiusMetres":{"border-gate":5}}}""", "no layer of facilities \"border-gate\"", "$.defaults.coverageRadiusMetres['border-gate']"),
        Plan("a default radius of a layer that is null", """{"defaults":{"coverageRadiusMetres":{"border-gates":null}}}""", "not a number", "$.defaults.coverageRadiusMetres['border-gates']"),
        Plan("a default gap in quotes", """{"defaults":{"minimumGapMetres":"1"}}""", "not a number", "$.defaults.minimumGapMetres"),
        Plan("a negative default gap", """{"defaults":{"minimumGapMetres":-1}}""", "this is -1", "$.defaults.minimumGapMetres"),
        Plan("a default gap too large", """{"defaults":{"minimumGapMetres":1e999}}""", "too large a number", "$.defaults.minimumGapMetres"),
        Plan("a misspelled default", """{"defaults":{"minimumGapMeters":5}}""", "has no meaning", "$.defaults.minimumGapMeters").AsWarning(),
        Plan("a name twice", """{"name":"x","name":"y"}""", "stands twice", "$.name").AsWarning(),
    ];

    private static string Line(string properties) =>
        Collection(Feature_("\"a\"", Geometry("LineString", "[[106,22],[107,23]]"), properties));

    private static MalformedCase Of(string name, string property, string value, string message) =>
        Post_(name, $$"""{"{{property}}":{{value}}}""", message, property);

    private static MalformedCase Post_(string name, string properties, string message, string property) =>
        new("a post: " + name, "militia-posts", Post(properties), "'a'", message, "$.features[0].properties." + property);

    private static MalformedCase Zone_(string name, string properties, string message, string property) =>
        new("a zone: " + name, "defensive-zones", Zone(Square, properties), "'a'", message, "$.features[0].properties." + property);

    private static MalformedCase Plan(string name, string text, string message, string path) =>
        new("plan.json: " + name, "", text, "", message, path);
}
