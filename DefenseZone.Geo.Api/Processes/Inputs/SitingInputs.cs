using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs of a question about where to build next, besides the way to cover and the facilities that stand.</summary>
internal static class SitingInputs
{
    private const double MostMoney = 1e15;
    private const int MostSites = 100_000;

    private static readonly ProcessInput<bool> IgnoreExisting = InputKinds.Flag(
        "ignoreExisting", "Begin with an empty border", "Whether to begin as if no facility stood.");

    private static readonly ProcessInput<int?> PlannedBy = InputKinds.Whole("plannedBy", "Planned by", SitingProblem.PlannedByMeaning, least: 1, most: 9999);

    private static readonly ProcessInput<string> Objective = InputKinds.Word(
        "objective",
        "What is wanted most",
        "'maximal-cover': the most border, by so many sites or for so much money. 'set-cover': all that can be covered, by the fewest sites. "
        + "'backup-cover': the most border covered once, then twice. 'shortest-gap': the longest remaining gap as short as can be. "
        + "'robust-cover': the most border after the worst loss of one facility.",
        ["maximal-cover", "set-cover", "backup-cover", "shortest-gap", "robust-cover"],
        "maximal-cover");

    private static readonly ProcessInput<bool> Cheapest = InputKinds.Flag(
        "cheapest", "Least money", "For 'set-cover': whether to cover for the least money, not by the fewest sites.");

    private static readonly ProcessInput<double?> BackupWeight = InputKinds.Number(
        "backupWeight",
        "Weight of backup",
        "For 'backup-cover': what a metre covered twice adds to one covered once; without it, first coverage is kept at its most.",
        NumberBounds.Positive(1));

    private static readonly ProcessInput<int?> Sites = InputKinds.Whole(
        "sites", "Number of sites", "How many sites may be chosen, required ones included; without it, as many as the budget buys.", 0, MostSites);

    private static readonly ProcessInput<double?> Budget = InputKinds.Number(
        "budget", "Budget", "What the chosen sites may cost in all, in the plan's unit of money; without it, any amount.", NumberBounds.FromZero(MostMoney));

    private static readonly ProcessInput<ImmutableArray<FeatureId>> Required = InputKinds.Ids(
        "required", "Required", "Candidates that must be chosen.");

    private static readonly ProcessInput<ImmutableArray<FeatureId>> Forbidden = InputKinds.Ids(
        "forbidden", "Forbidden", "Candidates that must not be chosen.");

    private static readonly ProcessInput<ImmutableArray<ExclusiveGroup>> ExclusiveGroups = InputKinds.List(
        "exclusiveGroups",
        "Exclusive groups",
        "Groups of candidates of which only a few may be chosen: 'candidates' (ids) and 'atMost' (1 unless given).",
        () => InputKinds.ObjectSchema(["candidates"], new()
        {
            ["candidates"] = InputKinds.IdsSchema(),
            ["atMost"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = MostSites },
        }),
        most: 10_000,
        (value, at, faults) =>
        {
            var fields = new JsonFields(value, at, faults, "candidates", "atMost");
            return new ExclusiveGroup(fields.Ids("candidates"), fields.Whole("atMost", 1, MostSites) ?? 1);
        });

    private static readonly ProcessInput<ImmutableArray<ZoneLimit>> ZoneLimits = InputKinds.List(
        "zoneLimits",
        "Limits of zones",
        "What must hold in single zones: 'zone' (id), 'minimumCoverage' (the share of its border that must be covered, 0 to 1) and 'maximumSites'.",
        () => InputKinds.ObjectSchema(["zone"], new()
        {
            ["zone"] = InputKinds.IdSchema(),
            ["minimumCoverage"] = NumberBounds.FromZero(1).Schema(),
            ["maximumSites"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = MostSites },
        }),
        most: 10_000,
        (value, at, faults) =>
        {
            var fields = new JsonFields(value, at, faults, "zone", "minimumCoverage", "maximumSites");
            return new ZoneLimit(fields.Id("zone"))
            {
                MinimumCoverage = fields.Number("minimumCoverage", NumberBounds.FromZero(1)),
                MaximumSites = fields.Whole("maximumSites", 0, MostSites),
            };
        });

    private static readonly ProcessInput<ImmutableArray<FacilityChange>> Changes = InputKinds.List(
        "changes",
        "Changes of existing facilities",
        "Existing facilities that may be closed or moved: 'layer', 'id', 'closingCost', 'movingCost' and 'movingWithinMetres'.",
        () => InputKinds.ObjectSchema(["layer", "id"], new()
        {
            ["layer"] = InputKinds.WordSchema(Vocabulary.FacilityLayers.Words),
            ["id"] = InputKinds.IdSchema(),
            ["closingCost"] = new NumberBounds(-MostMoney, MostMoney).Schema(),
            ["movingCost"] = NumberBounds.FromZero(MostMoney).Schema(),
            ["movingWithinMetres"] = NumberBounds.Positive(CoverageInputs.LargestMinimumGapMetres).Schema(),
        }),
        most: 10_000,
        (value, at, faults) =>
        {
            var fields = new JsonFields(value, at, faults, "layer", "id", "closingCost", "movingCost", "movingWithinMetres");
            string layer = fields.Word("layer", Vocabulary.FacilityLayers.Words);
            return new FacilityChange(Vocabulary.FacilityLayers.TryParse(layer, out FacilityKind kind) ? kind : default, fields.Id("id"))
            {
                ClosingCost = fields.Number("closingCost", new NumberBounds(-MostMoney, MostMoney)),
                MovingCost = fields.Number("movingCost", NumberBounds.FromZero(MostMoney)),
                MovingWithinMetres = fields.Number("movingWithinMetres", NumberBounds.Positive(CoverageInputs.LargestMinimumGapMetres)) ?? double.PositiveInfinity,
            };
        });

    private static readonly ProcessInput<ImmutableArray<SegmentWeight>> SegmentWeights = InputKinds.List(
        "segmentWeights",
        "Weights of segments",
        "Border segments that count more or less than others: 'segment' (id) and 'weight' (1 for those not named).",
        () => InputKinds.ObjectSchema(["segment", "weight"], new()
        {
            ["segment"] = InputKinds.IdSchema(),
            ["weight"] = NumberBounds.FromZero(1e6).Schema(),
        }),
        most: 10_000,
        (value, at, faults) =>
        {
            var fields = new JsonFields(value, at, faults, "segment", "weight");
            return new SegmentWeight(fields.Id("segment"), fields.RequiredNumber("weight", NumberBounds.FromZero(1e6)));
        });

    private static readonly ProcessInput<double?> TimeLimit = InputKinds.Number(
        "timeLimitSeconds",
        "Time limit",
        "How long to look, in seconds: the best plan by then is given, with its bound. Without it, as long as an execution may take.",
        NumberBounds.Positive(7 * 86_400));

    private static readonly ProcessInput<double?> RelativeGap = InputKinds.Number(
        "relativeGap", "Gap to be content with", "The relative gap between plan and bound at which to stop; 0 proves the optimum.", new NumberBounds(0, 0.99), 0);

    private static readonly ProcessInput<int?> Seed = InputKinds.Whole(
        "seed", "Seed", "The seed of random choices: the same question and seed give the same plan, unless time runs out.", 0, int.MaxValue, 1);

    /// <summary>All of them, with the way to cover and the facilities that stand.</summary>
    public static ImmutableArray<ProcessInput> All { get; } =
    [
        .. CoverageModelInputs.All, .. FacilityInputs.All, IgnoreExisting, PlannedBy, .. CandidateInputs.All,
        Objective, Cheapest, BackupWeight, Sites, Budget, Required, Forbidden, ExclusiveGroups, ZoneLimits, Changes, SegmentWeights,
        TimeLimit, RelativeGap, Seed,
    ];

    /// <summary>The question that a request puts to a plan. Its time limit is that of the request.</summary>
    public static SitingProblem Read(InputValues values, Plan plan)
    {
        string objective = values.Of(Objective);
        if (values.Of(Cheapest) && objective != "set-cover")
            values.Refuse(Cheapest, $"The objective '{objective}' knows nothing of the least money.", "Leave it out, or ask for 'set-cover'.");
        if (values.IsGiven(BackupWeight) && objective != "backup-cover")
            values.Refuse(BackupWeight, $"The objective '{objective}' knows nothing of a weight of backup.", "Leave it out, or ask for 'backup-cover'.");
        return new SitingProblem(plan)
        {
            Model = CoverageModelInputs.Read(values, plan),
            Existing = FacilityInputs.Read(values),
            IgnoreExisting = values.Of(IgnoreExisting),
            PlannedBy = values.Of(PlannedBy),
            Objective = objective switch
            {
                "set-cover" => new SetCover { Cheapest = values.Of(Cheapest) },
                "backup-cover" => new BackupCover { Weight = values.Of(BackupWeight) },
                "shortest-gap" => new ShortestLongestGap(),
                "robust-cover" => new RobustCover(),
                _ => new MaximalCover(),
            },
            MaximumSites = values.Of(Sites),
            Budget = values.Of(Budget),
            Required = values.Of(Required),
            Forbidden = values.Of(Forbidden),
            ExclusiveGroups = values.Of(ExclusiveGroups),
            ZoneLimits = values.Of(ZoneLimits),
            Changes = values.Of(Changes),
            SegmentWeights = values.Of(SegmentWeights),
            Limits = new SitingLimits
            {
                Time = values.Of(TimeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                RelativeGap = values.Of(RelativeGap) ?? 0,
                Seed = values.Of(Seed) ?? 1,
            },
        };
    }
}
