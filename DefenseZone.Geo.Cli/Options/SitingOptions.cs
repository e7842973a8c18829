using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>The options of <c>dzgeo site</c> besides those of every question about coverage.</summary>
internal sealed class SitingOptions
{
    private const double MostMetres = 1_000_000;
    private const double MostMoney = 1e15;

    private readonly Option<Given<int>?> _sites = NumberOption.Whole("--sites", "P", "How many sites may be chosen, required ones included.", 0, 100_000);

    private readonly Option<Given<double>?> _budget = NumberOption.Amount(
        "--budget", "MONEY", "What the chosen sites may cost in all, in the plan's unit of money.", 0, MostMoney);

    private readonly Option<bool> _coverAll = Flag("--cover-all", "Cover all that can be covered, by the fewest sites.");
    private readonly Option<bool> _cheapest = Flag("--cheapest", "With --cover-all: for the least money instead.");
    private readonly Option<bool> _backup = Flag("--backup", "The most border covered once, then twice.");

    private readonly Option<Given<double>?> _backupWeight = NumberOption.Amount(
        "--backup-weight", "W", "With --backup: what a metre covered twice adds to one covered once, above 0 and at most 1; otherwise first coverage is kept.", 0, 1);

    private readonly Option<bool> _robust = Flag("--robust", "The most border after the worst loss of one facility.");
    private readonly Option<bool> _shortestGap = Flag("--shortest-gap", "The longest remaining gap as short as can be.");
    private readonly Option<bool> _ignoreExisting = Flag("--ignore-existing", "Begin with an empty border, as if no facility stood.");

    private readonly Option<Given<int>?> _plannedBy = NumberOption.Whole("--planned-by", "YEAR", SitingProblem.PlannedByMeaning, 1, 9999);

    private readonly Option<Given<double>?> _generate = NumberOption.Metres(
        "--generate", "Make a candidate every so many metres along the border, instead of the plan's candidate sites.", MostMetres);

    private readonly Option<Given<double>?> _generateOnRoads = NumberOption.Metres(
        "--generate-on-roads", "Make a candidate every so many metres on patrol roads near the border.", MostMetres);

    private readonly Option<Given<double>?> _roadsWithin = NumberOption.Metres(
        "--roads-within", "With --generate-on-roads: how far from the border a candidate may be; 5000 m where it is not given.", MostMetres);

    private readonly Option<Given<double>?> _generateHighs = NumberOption.Metres(
        "--generate-highs", "Make a candidate on every high of the terrain near the border, at least so many metres from one another (10 to 50000).", 50_000);

    private readonly Option<Given<double>?> _highsWithin = NumberOption.Metres(
        "--highs-within", "With --generate-highs: how far from the border a high may be; 3000 m where it is not given.", 50_000);

    private readonly Option<bool> _avoidHazards = Flag("--avoid-hazards", "Make no candidate within hazard areas.");

    private readonly Option<Given<double>?> _candidateCost = NumberOption.Amount(
        "--candidate-cost", "MONEY", "What each made candidate costs.", 0, MostMoney);

    private readonly Option<string[]> _require = Listed("--require", "ID…", "Candidates that must be chosen, with commas between them.");
    private readonly Option<string[]> _forbid = Listed("--forbid", "ID…", "Candidates that must not be chosen, with commas between them.");

    private readonly Option<string[]> _groups = Listed(
        "--group", "ID,ID…", "Candidates of which one may be chosen at most; with :N behind them, N of them. May be given again.");

    private readonly Option<string[]> _zoneMinimum = Listed(
        "--zone-min", "ZONE=SHARE", "The share of a zone's border, 0 to 1, that must be covered. May be given again.");

    private readonly Option<string[]> _zoneMaximum = Listed(
        "--zone-max", "ZONE=N", "How many chosen sites may stand in a zone. May be given again.");

    private readonly Option<string[]> _weights = Listed(
        "--weight", "SEGMENT=W", "How much a metre of a border segment counts, where 1 is usual. May be given again.");

    private readonly Option<string[]> _mayClose = Listed(
        "--may-close", "LAYER/ID=MONEY", "An existing facility that may be closed, and what that costs; negative where it saves money. May be given again.");

    private readonly Option<string[]> _mayMove = Listed(
        "--may-move", "LAYER/ID=MONEY", "An existing facility that may be moved to a candidate site, and what that costs; with :M behind it, at most M metres far. May be given again.");

    private readonly Option<Given<double>?> _timeLimit = NumberOption.Amount(
        "--time-limit", "S", "How long to look, in seconds; the best plan by then is given with its bound.", 0.001, 604_800);

    private readonly Option<Given<double>?> _gap = NumberOption.Amount(
        "--gap", "SHARE", "The relative gap between plan and bound to be content with; 0, where it is not given, proves the optimum.", 0, 0.99);

    private readonly Option<Given<int>?> _seed = NumberOption.Whole("--seed", "N", "The seed of random choices; 1 where it is not given.", 0, int.MaxValue);

    private readonly Option<Given<int>?> _curve = NumberOption.Whole("--curve", "P", "Also what each further site buys, up to so many.", 1, 10_000);

    private readonly Option<string?> _chart = new("--chart")
    {
        Description = "With --curve: the file to draw it into, as SVG.",
        HelpName = "FILE.svg",
        Arity = ArgumentArity.ExactlyOne,
    };

    private Option[] All =>
    [
        _sites, _budget, _coverAll, _cheapest, _backup, _backupWeight, _robust, _shortestGap, _ignoreExisting, _plannedBy,
        _generate, _generateOnRoads, _roadsWithin, _generateHighs, _highsWithin, _avoidHazards, _candidateCost,
        _require, _forbid, _groups, _zoneMinimum, _zoneMaximum, _weights, _mayClose, _mayMove, _timeLimit, _gap, _seed, _curve, _chart,
    ];

    /// <summary>Gives a verb all of them.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in All)
            verb.Add(option);
    }

    /// <summary>How many sites the curve goes up to; none where it is not asked for.</summary>
    public int? CurveSites(ParseResult parsed) => parsed.GetValue(_curve)?.Value;

    /// <summary>The file for the curve as a picture; empty where none is asked for.</summary>
    /// <exception cref="UsageException">There is no curve to draw.</exception>
    public string ChartFile(ParseResult parsed)
    {
        string file = parsed.GetValue(_chart) ?? string.Empty;
        return file.Length == 0 || CurveSites(parsed) is not null ? file : throw new UsageException("--chart draws the curve: give --curve too");
    }

    /// <summary>True where zones bear on the question.</summary>
    public bool NamesZones(ParseResult parsed) => parsed.GetValue(_zoneMinimum)!.Length + parsed.GetValue(_zoneMaximum)!.Length > 0;

    /// <summary>The layers of the plan that bear on the question besides those of coverage.</summary>
    public ImmutableArray<string> Layers(ParseResult parsed) =>
    [
        .. Generates(parsed) ? ImmutableArray<string>.Empty : [Vocabulary.CandidateSites],
        .. parsed.GetValue(_generateOnRoads) is null ? ImmutableArray<string>.Empty : [Vocabulary.PatrolRoads],
        .. parsed.GetValue(_avoidHazards) ? [Vocabulary.HazardAreas] : ImmutableArray<string>.Empty,
        .. NamesZones(parsed) ? [Vocabulary.DefensiveZones] : ImmutableArray<string>.Empty,
    ];

    /// <summary>The problem as it was asked, about a plan.</summary>
    /// <exception cref="UsageException">The options do not go together, or what they hold does not make sense; all is named.</exception>
    public SitingProblem Read(ParseResult parsed, Question question, Plan plan)
    {
        var faults = new List<string>();
        SitingProblem problem = new(plan)
        {
            Model = question.Model,
            Existing = question.Facilities,
            IgnoreExisting = parsed.GetValue(_ignoreExisting),
            PlannedBy = parsed.GetValue(_plannedBy)?.Value,
            Objective = Objective(parsed, faults),
            MaximumSites = parsed.GetValue(_sites)?.Value,
            Budget = parsed.GetValue(_budget)?.Value,
            Required = Ids(plan, parsed.GetValue(_require)!),
            Forbidden = Ids(plan, parsed.GetValue(_forbid)!),
            ExclusiveGroups = [.. parsed.GetValue(_groups)!.Select(text => Group(plan, text))],
            ZoneLimits = ZoneLimits(parsed, plan, faults),
            Changes = Changes(parsed, plan, faults),
            SegmentWeights = [.. parsed.GetValue(_weights)!.Select(text => Pair(text, "--weight", faults)).Select(pair => new SegmentWeight(Known(plan.BorderSegments, pair.Name), pair.Value))],
            Limits = new SitingLimits
            {
                Time = parsed.GetValue(_timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds.Value) : null,
                RelativeGap = parsed.GetValue(_gap)?.Value ?? 0,
                Seed = parsed.GetValue(_seed)?.Value ?? 1,
            },
        };
        if (Generates(parsed))
            problem = problem with { Candidates = Candidates(parsed, plan, faults) };
        else if (new[] { _roadsWithin, _highsWithin, _candidateCost }.Any(option => parsed.GetValue(option) is not null) || parsed.GetValue(_avoidHazards))
            faults.Add("--roads-within, --highs-within, --candidate-cost and --avoid-hazards are for candidates that are made: give --generate, --generate-on-roads or --generate-highs too");
        if (faults.Count == 0)
            faults.AddRange(problem.FindFaults());
        return faults.Count == 0 ? problem : throw new UsageException(string.Join('\n', faults));
    }

    /// <summary>Whether candidates are looked for in the terrain.</summary>
    public bool NeedsTerrain(ParseResult parsed) => parsed.GetValue(_generateHighs) is not null;

    private bool Generates(ParseResult parsed) => new[] { _generate, _generateOnRoads, _generateHighs }.Any(option => parsed.GetValue(option) is not null);

    private ImmutableArray<CandidateSite> Candidates(ParseResult parsed, Plan plan, List<string> faults)
    {
        try
        {
            return Generation(parsed, plan).Generate();
        }
        catch (ArgumentOutOfRangeException exception)
        {
            faults.Add($"--generate-highs and --highs-within are 10 to 50000 metres: {UsageException.Of(exception).Message.Split('\n')[0]}");
            return [];
        }
    }

    private CandidateGeneration Generation(ParseResult parsed, Plan plan) => new(plan)
    {
        BorderSpacingMetres = parsed.GetValue(_generate)?.Value,
        RoadSpacingMetres = parsed.GetValue(_generateOnRoads)?.Value,
        HighsApartMetres = parsed.GetValue(_generateHighs)?.Value,
        HighsWithinMetres = parsed.GetValue(_highsWithin)?.Value ?? 3_000,
        RoadsWithinMetres = parsed.GetValue(_roadsWithin)?.Value ?? 5_000,
        ForbiddenAreas = parsed.GetValue(_avoidHazards) ? [.. plan.HazardAreas.Select(area => area.Geometry)] : [],
        Cost = parsed.GetValue(_candidateCost)?.Value,
    };

    private SitingObjective Objective(ParseResult parsed, List<string> faults)
    {
        (Option<bool> Option, SitingObjective Objective)[] aims =
        [
            (_coverAll, new SetCover { Cheapest = parsed.GetValue(_cheapest) }),
            (_backup, new BackupCover { Weight = parsed.GetValue(_backupWeight)?.Value }),
            (_robust, new RobustCover()),
            (_shortestGap, new ShortestLongestGap()),
        ];
        (Option<bool> Option, SitingObjective Objective)[] asked = [.. aims.Where(aim => parsed.GetValue(aim.Option))];
        if (asked.Length > 1)
            faults.Add($"{string.Join(", ", asked.Select(aim => aim.Option.Name))} are different aims: give one of them");
        if (parsed.GetValue(_cheapest) && !parsed.GetValue(_coverAll))
            faults.Add("--cheapest is for --cover-all: give both or neither");
        if (parsed.GetValue(_backupWeight) is not null && !parsed.GetValue(_backup))
            faults.Add("--backup-weight is for --backup: give both or neither");
        return asked.Length == 0 ? new MaximalCover() : asked[0].Objective;
    }

    private ImmutableArray<ZoneLimit> ZoneLimits(ParseResult parsed, Plan plan, List<string> faults)
    {
        var limits = new Dictionary<FeatureId, ZoneLimit>();
        foreach ((Option<string[]> option, bool isMinimum) in new[] { (_zoneMinimum, true), (_zoneMaximum, false) })
        {
            foreach (string text in parsed.GetValue(option)!)
            {
                (string name, double value) = Pair(text, option.Name, faults);
                FeatureId zone = Known(plan.DefensiveZones, name);
                ZoneLimit limit = limits.GetValueOrDefault(zone) ?? new ZoneLimit(zone);
                if (!isMinimum && Math.Floor(value) != value)
                    faults.Add($"{option.Name} needs a whole number of sites; '{text}' has none");
                limits[zone] = isMinimum ? limit with { MinimumCoverage = value } : limit with { MaximumSites = (int)Math.Clamp(value, -1, int.MaxValue) };
            }
        }

        return [.. limits.Values];
    }

    private ImmutableArray<FacilityChange> Changes(ParseResult parsed, Plan plan, List<string> faults)
    {
        var changes = new Dictionary<(FacilityKind Kind, string Id), FacilityChange>();
        foreach (string text in parsed.GetValue(_mayClose)!)
        {
            (string name, double cost) = Pair(text, _mayClose.Name, faults);
            Change(name, _mayClose.Name, change => change with { ClosingCost = cost });
        }

        foreach (string text in parsed.GetValue(_mayMove)!)
        {
            int at = text.LastIndexOf(':');
            bool isLimited = at > text.LastIndexOf('=') && double.TryParse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            (string name, double cost) = Pair(isLimited ? text[..at] : text, _mayMove.Name, faults);
            double within = isLimited ? double.Parse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture) : double.PositiveInfinity;
            Change(name, _mayMove.Name, change => change with { MovingCost = cost, MovingWithinMetres = within });
        }

        return [.. changes.Values];

        void Change(string name, string option, Func<FacilityChange, FacilityChange> change)
        {
            int at = name.IndexOf('/', StringComparison.Ordinal);
            if (at <= 0 || !Vocabulary.FacilityLayers.TryParse(name[..at], out FacilityKind kind))
            {
                faults.Add($"{option} needs a facility as LAYER/ID, with one of the layers {string.Join(", ", Vocabulary.FacilityLayers.Words)}; '{name}' is none");
                return;
            }

            string id = name[(at + 1)..];
            changes[(kind, id)] = change(changes.GetValueOrDefault((kind, id)) ?? new FacilityChange(kind, Known(plan.Facilities.Where(facility => facility.Kind == kind), id)));
        }
    }

    private static (string Name, double Value) Pair(string text, string option, List<string> faults)
    {
        int at = text.LastIndexOf('=');
        if (at > 0 && double.TryParse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return (text[..at], value);
        faults.Add($"{option} needs an id, an equals sign and a number; '{text}' is none");
        return (text, 0);
    }

    private static ExclusiveGroup Group(Plan plan, string text)
    {
        int at = text.LastIndexOf(':');
        bool limited = int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int most) && at > 0;
        return new ExclusiveGroup(Ids(plan, [limited ? text[..at] : text]), limited ? most : 1);
    }

    private static ImmutableArray<FeatureId> Ids(Plan plan, string[] texts) =>
    [
        .. texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(text => Known(plan.CandidateSites, text)),
    ];

    // What is typed is text; the plan may have a number there.
    private static FeatureId Known(IEnumerable<PlanFeature> features, string text) =>
        features.FirstOrDefault(feature => string.Equals(feature.Id.Text, text, StringComparison.Ordinal))?.Id ?? FeatureId.Of(text);

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static Option<string[]> Listed(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };
}
