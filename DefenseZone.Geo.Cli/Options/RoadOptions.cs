using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>The options that every question about roads has, under the same names.</summary>
internal sealed class RoadOptions
{
    private const string Wet = "wet";

    private readonly Option<string> _season = ChoiceOption.Of("--season", "SEASON", "The season in which roads are driven", "dry", Wet);

    private readonly Option<LifecycleStatus[]> _statuses = WordOption.Of(
        "--road-status", "STATUS…", "Which statuses of roads take part, instead of existing; with --year all, by their dates", Vocabulary.Statuses);

    private readonly Option<Given<double>?> _walking = NumberOption.Amount(
        "--walk-kmh", "KMH", "The speed on foot in km/h, instead of 3.02, Tobler's off paths.", 0.01, 20);

    private readonly Option<string[]> _close = Listed("--close", "ROAD…", "Roads that are closed, by their ids with commas between them.");
    private readonly Option<string[]> _closeHazards = Listed("--close-hazards", "KIND…", "Close roads within hazard areas of these kinds, such as flood; all for every kind.");
    private readonly Option<string[]> _closeSeason = Listed("--close-season", "SEASON…", "With --close-hazards: only hazards of these seasons, in the plan's words.");

    private readonly Option<Given<double>?> _snap = NumberOption.Metres(
        "--snap", "How far an end may be from a road and still meet it, in metres; 5 where it is not given.", 100, zeroAllowed: true);

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_season, _statuses, _walking, _close, _closeHazards, _closeSeason, _snap];

    /// <summary>Gives a verb all of them.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="closures">Whether it asks what is with roads closed.</param>
    public void AddTo(Command verb, bool closures = true)
    {
        foreach (Option option in All)
        {
            if (closures || (option != _close && option != _closeHazards && option != _closeSeason))
                verb.Add(option);
        }
    }

    /// <summary>Those of them that were given, by name.</summary>
    public IEnumerable<string> GivenIn(ParseResult parsed) =>
        All.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>Which roads there are, and how they are driven.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="year">The year asked about, if any.</param>
    public RoadNetworkOptions Network(ParseResult parsed, int? year) => new()
    {
        Season = parsed.GetValue(_season) == Wet ? RoadSeason.Wet : RoadSeason.Dry,
        Year = year,
        Statuses = [.. parsed.GetValue(_statuses) ?? []],
        WalkingKmh = parsed.GetValue(_walking)?.Value,
        SnapMetres = parsed.GetValue(_snap)?.Value ?? RoadNetworkOptions.Default.SnapMetres,
    };

    /// <summary>What is closed.</summary>
    /// <exception cref="UsageException">Seasons of hazards are given without hazards.</exception>
    public RoadClosure Closure(ParseResult parsed)
    {
        ImmutableArray<string> kinds = Words(parsed, _closeHazards), seasons = Words(parsed, _closeSeason);
        if (kinds.IsEmpty && !seasons.IsEmpty)
            throw new UsageException("--close-season says which hazards count: it needs --close-hazards");
        return new RoadClosure { Roads = [.. Words(parsed, _close).Select(FeatureId.Of)], HazardKinds = kinds, HazardSeasons = seasons };
    }

    /// <summary>An option for words with commas between them; it may be given again, too.</summary>
    public static Option<string[]> Listed(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = static _ => [],
    };

    /// <summary>The words of such an option; none where the verb has no such option.</summary>
    public static ImmutableArray<string> Words(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
