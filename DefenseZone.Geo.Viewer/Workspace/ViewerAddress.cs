using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// The state that the address bar holds, so that a link shows somebody else the same: view, question, selection,
/// hidden layers, language. What is not said is the default; what cannot be understood is taken as not said.
/// </summary>
public sealed record ViewerAddress
{
    private const string NothingHidden = "none";
    private const string Wet = "wet";

    /// <summary>The middle of the view, where it is given.</summary>
    public GeoPoint? Centre { get; init; }

    /// <summary>The zoom of the view, where it is given.</summary>
    public double? Zoom { get; init; }

    /// <summary>The tab that is shown, by its key; empty for the first.</summary>
    public string Tab { get; init; } = string.Empty;

    /// <summary>What each tab asks: the tab's key, a dot and the input's name, with its value.</summary>
    public ImmutableSortedDictionary<string, string> Inputs { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The question of coverage.</summary>
    public CoverageQuestion Question { get; init; } = CoverageQuestion.Plain;

    /// <summary>What is selected.</summary>
    public Selection Selection { get; init; }

    /// <summary>What is hidden unless somebody asks for it: it is of no use to the question of coverage.</summary>
    public static ImmutableSortedSet<string> HiddenByDefault { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal, Vocabulary.CandidateSites, Vocabulary.HazardAreas, Vocabulary.Projects, LayerKey.Relief);

    /// <summary>The layers that are hidden, by what the legend calls them.</summary>
    public ImmutableSortedSet<string> Hidden { get; init; } = HiddenByDefault;

    /// <summary>The language, where it is given.</summary>
    public Language? Language { get; init; }

    /// <summary>Reads a query string.</summary>
    public static ViewerAddress Parse(string query)
    {
        Dictionary<string, StringValues> values = QueryHelpers.ParseQuery(query);
        string? Text(string key) => values.TryGetValue(key, out StringValues value) ? value.ToString() : null;
        double? Number(string key, double least, double most) =>
            double.TryParse(Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most ? value : null;
        string[] at = Text("at")?.Split(',') ?? [];
        return new ViewerAddress
        {
            Centre = at.Length == 2
                && double.TryParse(at[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude) && Math.Abs(longitude) <= 180
                && double.TryParse(at[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude) && Math.Abs(latitude) <= 85
                ? new GeoPoint(longitude, latitude)
                : null,
            Zoom = Number("zoom", 0, 22),
            Tab = Text("tab") ?? string.Empty,
            Inputs = values
                .Where(value => value.Key.Contains('.', StringComparison.Ordinal))
                .ToImmutableSortedDictionary(value => value.Key, value => value.Value.ToString(), StringComparer.Ordinal),
            Question = new CoverageQuestion
            {
                CoveredBy = Text("by") ?? string.Empty,
                Kinds = Words(Text("kind"), Vocabulary.FacilityLayers),
                Statuses = Words(Text("status"), Vocabulary.Statuses),
                Year = (int?)Number("year", 1900, 2200),
                RadiusMetres = Number("radius", CoverageQuestion.LeastRadiusMetres, CoverageQuestion.LargestRadiusMetres),
                ObserverHeightMetres = Number("eye", 0, CoverageQuestion.LargestHeightMetres),
                TargetHeightMetres = Number("target", 0, CoverageQuestion.LargestHeightMetres) ?? CoverageQuestion.Plain.TargetHeightMetres,
                Minutes = Number("minutes", CoverageQuestion.LeastMinutes, ResponseCoverage.MostMinutes) ?? CoverageQuestion.Plain.Minutes,
                Season = string.Equals(Text("season"), Wet, StringComparison.Ordinal) ? RoadSeason.Wet : RoadSeason.Dry,
                Closure = new RoadClosure { Roads = [.. List(Text("closed")).Select(Id).Where(id => !id.IsNone)], HazardKinds = List(Text("closed-hazards")) },
                RequiredDepth = (int)(Number("depth", 1, CoverageQuestion.LargestRequiredDepth) ?? 1),
                MinimumGapMetres = Number("gap", 0, CoverageQuestion.LargestMinimumGapMetres),
            },
            Selection = Selection.Parse(Text("select")),
            Hidden = Text("hide") switch
            {
                null => HiddenByDefault,
                NothingHidden => [],
                { } names => List(names).ToImmutableSortedSet(StringComparer.Ordinal),
            },
            Language = Text("lang") switch
            {
                "vi" => Rendering.Language.Vietnamese,
                "en" => Rendering.Language.English,
                _ => null,
            },
        };
    }

    /// <summary>What it asks of one tab.</summary>
    public TabInputs InputsOf(string tab) => new(Inputs
        .Where(input => input.Key.StartsWith(tab + ".", StringComparison.Ordinal))
        .ToImmutableDictionary(input => input.Key[(tab.Length + 1)..], input => input.Value, StringComparer.Ordinal));

    /// <summary>Writes a query string, with its question mark; empty where nothing is to be said.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        void Add(string key, string value)
        {
            if (value.Length > 0)
                query.Append(query.Length == 0 ? '?' : '&').Append(key).Append('=').Append(value);
        }

        if (Centre is { } centre && Zoom is { } zoom)
        {
            Add("at", FormattableString.Invariant($"{centre.LongitudeDegrees:0.#####},{centre.LatitudeDegrees:0.#####}"));
            Add("zoom", FormattableString.Invariant($"{zoom:0.##}"));
        }

        Add("tab", Uri.EscapeDataString(Tab));
        Add("by", Uri.EscapeDataString(Question.CoveredBy));
        Add("kind", string.Join(',', Question.Kinds.Select(kind => Vocabulary.FacilityLayers[kind])));
        Add("status", string.Join(',', Question.Statuses.Select(status => Vocabulary.Statuses[status])));
        Add("year", Question.Year?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        Add("radius", Question.RadiusMetres?.ToString("0.#", CultureInfo.InvariantCulture) ?? string.Empty);
        Add("eye", Question.ObserverHeightMetres?.ToString("0.##", CultureInfo.InvariantCulture) ?? string.Empty);
        Add("target", Question.TargetHeightMetres.Equals(CoverageQuestion.Plain.TargetHeightMetres) ? string.Empty : Question.TargetHeightMetres.ToString("0.##", CultureInfo.InvariantCulture));
        Add("minutes", Question.Minutes.Equals(CoverageQuestion.Plain.Minutes) ? string.Empty : Question.Minutes.ToString("0.###", CultureInfo.InvariantCulture));
        Add("season", Question.Season == RoadSeason.Wet ? Wet : string.Empty);
        Add("closed", Readable(string.Join(',', Question.Closure.Roads.Select(SitingQuestion.Word))));
        Add("closed-hazards", Readable(string.Join(',', Question.Closure.HazardKinds)));
        Add("depth", Question.RequiredDepth > 1 ? Question.RequiredDepth.ToString(CultureInfo.InvariantCulture) : string.Empty);
        Add("gap", Question.MinimumGapMetres?.ToString("0.###", CultureInfo.InvariantCulture) ?? string.Empty);
        foreach ((string name, string value) in Inputs)
            Add(Uri.EscapeDataString(name), Readable(value));
        Add("select", Readable(Selection.ToString()));
        if (!Hidden.SetEquals(HiddenByDefault))
            Add("hide", Hidden.IsEmpty ? NothingHidden : Readable(string.Join(',', Hidden)));
        Add("lang", Language switch { Rendering.Language.Vietnamese => "vi", Rendering.Language.English => "en", _ => string.Empty });
        return query.ToString();
    }

    // Commas and colons stay as they are: they are allowed in a query, and the address stays readable.
    private static string Readable(string value) =>
        Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal);

    private static ImmutableArray<string> List(string? text) =>
        [.. (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // As selections have them: a number behind a #.
    private static FeatureId Id(string word) => word[0] != '#' ? FeatureId.Of(word)
        : double.TryParse(word.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? FeatureId.OfNumber(word[1..])
        : FeatureId.None;

    private static ImmutableArray<T> Words<T>(string? text, Terms<T> terms)
        where T : struct, Enum =>
        [.. (text ?? string.Empty).Split(',').Select(word => (Known: terms.TryParse(word, out T value), value)).Where(word => word.Known).Select(word => word.value).Distinct().Order()];
}
