using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>A question that can be put to a plan.</summary>
/// <param name="Id">The name in addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Parts">What of the report is its answer as JSON.</param>
/// <param name="Features">Its answer as features.</param>
internal sealed record ProcessDefinition(
    string Id,
    string Title,
    string Description,
    CoverageReportParts Parts,
    Func<CoverageReport, IEnumerable<PlanFeature>> Features)
{
    /// <summary>The name of the one output that each process has.</summary>
    public const string Output = "report";

    /// <summary>The version of the processes, by semantic versioning.</summary>
    public const string Version = "1.0.0";

    /// <summary>All processes.</summary>
    public static ImmutableArray<ProcessDefinition> All { get; } =
    [
        new(
            "coverage",
            "Coverage of the border",
            "How much of the border is covered, how deeply and by whom: figures, gaps, stretches, facilities and segments. As GeoJSON, the stretches of equal depth.",
            CoverageReportParts.Coverage,
            CoverageLayers.StretchFeatures),
        new(
            "gaps",
            "Gaps in the border's coverage",
            "The stretches of border that too few facilities cover, with the nearest facility and the zone of each. As GeoJSON, the gaps.",
            CoverageReportParts.Gaps,
            CoverageLayers.GapFeatures),
        new(
            "zones",
            "Coverage by zone",
            "How much border each zone has, and how much of it is covered; and what belongs to no zone. As GeoJSON, the zones with these figures.",
            CoverageReportParts.Zones,
            report => ZoneCoverFeatures.Of(report, [])),
    ];
}

/// <summary>An input of every process: its schema, and how it changes the question.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Description">What it means, with its unit, and what holds where it is not given.</param>
/// <param name="WriteSchema">Writes the members of its JSON Schema.</param>
internal sealed record ProcessInput(string Name, string Title, string Description, Action<Utf8JsonWriter> WriteSchema)
{
    public const string Radius = "radiusMetres";
    public const string Kinds = "kinds";
    public const string Statuses = "statuses";
    public const string Year = "year";
    public const string RequiredDepth = "requiredDepth";
    public const string MinimumGap = "minimumGapMetres";

    /// <summary>The largest depth that can be required: no border is watched by more.</summary>
    public const int LargestRequiredDepth = 1000;

    /// <summary>The longest shortest gap, in metres: half way around the Earth.</summary>
    public const double LargestMinimumGapMetres = 20_000_000;

    /// <summary>All inputs; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } =
    [
        new(
            Radius,
            "Radius",
            "One radius in metres on the WGS84 ellipsoid for every facility; without it, each has its own or the plan's default for its kind.",
            json =>
            {
                json.WriteString("type", "number");
                json.WriteNumber("minimum", 0);
                json.WriteBoolean("exclusiveMinimum", true);
                json.WriteNumber("maximum", RadiusCoverage.LargestRadiusMetres);
            }),
        new(
            Kinds,
            "Kinds of facility",
            "The kinds that take part; without them, militia posts and every facility that has a coverage radius.",
            json => WriteWords(json, Vocabulary.FacilityLayers.Words)),
        new(
            Statuses,
            "Statuses",
            "The statuses that take part; without them, existing and under construction, or with a year whoever is in service then.",
            json => WriteWords(json, Vocabulary.Statuses.Words)),
        new(
            Year,
            "Year",
            "The year asked about: who is in service on any day of it takes part.",
            json =>
            {
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", 1);
                json.WriteNumber("maximum", 9999);
            }),
        new(
            RequiredDepth,
            "Required depth",
            "How many facilities must cover a place for it to count as covered.",
            json =>
            {
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", 1);
                json.WriteNumber("maximum", LargestRequiredDepth);
                json.WriteNumber("default", 1);
            }),
        new(
            MinimumGap,
            "Shortest gap",
            "The shortest stretch of too little depth, in metres, that is called a gap; without it, the plan's default.",
            json =>
            {
                json.WriteString("type", "number");
                json.WriteNumber("minimum", 0);
                json.WriteNumber("maximum", LargestMinimumGapMetres);
            }),
    ];

    private static void WriteWords(Utf8JsonWriter json, ImmutableArray<string> words)
    {
        json.WriteString("type", "array");
        json.WriteBoolean("uniqueItems", true);
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteStartArray("enum");
        foreach (string word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
