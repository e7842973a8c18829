using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs that every question about roads has: how they are driven and walked, and what is closed.</summary>
internal static class RoadInputs
{
    private const int MostNames = 10_000;

    private static readonly ProcessInput<string> Season = InputKinds.Word(
        "season", "Season", "The season in which roads are driven; unsealed ones are slower in the wet one.", ["dry", "wet"], "dry");

    private static readonly ProcessInput<ImmutableArray<LifecycleStatus>> Statuses = InputKinds.Terms(
        "roadStatuses",
        "Statuses of roads",
        "Which statuses of roads take part; without them what exists, or with a year all of them, by their dates.",
        Vocabulary.Statuses);

    private static readonly ProcessInput<double?> Walking = InputKinds.Number(
        "walkingKmh", "Speed on foot", "The speed on foot in km/h; without it 3.02, Tobler's off paths.", new NumberBounds(0.01, 20));

    private static readonly ProcessInput<ImmutableArray<FeatureId>> ClosedRoads = InputKinds.Ids(
        "closedRoads", "Closed roads", "Roads that are closed from end to end, by their ids.");

    private static readonly ProcessInput<ImmutableArray<string>> ClosedHazards = InputKinds.Texts(
        "closedHazards",
        "Closed hazard areas",
        $"Kinds of hazard areas, in the plan's words, within which roads are closed; '{RoadClosure.EveryKind}' for every kind.",
        MostNames);

    private static readonly ProcessInput<ImmutableArray<string>> ClosedSeasons = InputKinds.Texts(
        "closedHazardSeasons", "Seasons of hazards", "With 'closedHazards': only hazards of these seasons, in the plan's words.", MostNames);

    private static readonly ProcessInput<double?> Snap = InputKinds.Number(
        "snapMetres",
        "Snapping",
        "How far an end may be from a road and still meet it, in metres.",
        NumberBounds.FromZero(100),
        RoadNetworkOptions.Default.SnapMetres);

    /// <summary>All of them; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } = [Season, Statuses, Walking, ClosedRoads, ClosedHazards, ClosedSeasons, Snap];

    /// <summary>Those of them that do not close anything.</summary>
    public static ImmutableArray<ProcessInput> Open { get; } = [Season, Statuses, Walking, Snap];

    /// <summary>Which roads there are, and how they are driven. The year is that of who is in service.</summary>
    public static RoadNetworkOptions ReadOptions(InputValues values, int? year) => new()
    {
        Season = values.Of(Season) == "wet" ? RoadSeason.Wet : RoadSeason.Dry,
        Year = year,
        Statuses = values.Of(Statuses),
        WalkingKmh = values.Of(Walking),
        SnapMetres = values.Of(Snap) ?? RoadNetworkOptions.Default.SnapMetres,
    };

    /// <summary>What is closed; what the plan does not have is refused.</summary>
    public static RoadClosure ReadClosure(InputValues values, Plan plan)
    {
        ImmutableArray<FeatureId> roads = values.Of(ClosedRoads);
        ImmutableArray<string> kinds = values.Of(ClosedHazards), seasons = values.Of(ClosedSeasons);
        for (int i = 0; i < roads.Length; i++)
        {
            if (!Has(plan, roads[i]))
                values.Refuse(ClosedRoads, $"/{i}", $"There is no road '{roads[i]}'.", $"It must be the id of a feature of the layer {Vocabulary.PatrolRoads}.");
        }

        RefuseUnknown(values, ClosedHazards, kinds, [RoadClosure.EveryKind, .. plan.HazardAreas.Select(hazard => hazard.Kind)]);
        RefuseUnknown(values, ClosedSeasons, seasons, [.. plan.HazardAreas.Select(hazard => hazard.Season)]);
        if (!seasons.IsEmpty && !values.IsGiven(ClosedHazards))
            values.Refuse(ClosedSeasons, $"'{ClosedSeasons.Name}' says which hazards count, and none do.", $"Leave it out, or give '{ClosedHazards.Name}'.");
        return new RoadClosure { Roads = roads, HazardKinds = kinds, HazardSeasons = seasons };
    }

    /// <summary>Refuses a question about roads where the plan has none.</summary>
    public static void RefuseWithoutRoads(InputValues values, Plan plan)
    {
        if (plan.PatrolRoads.IsEmpty)
            values.RefuseAll("The plan has no roads, which this needs.", $"Put roads into the plan's layer {Vocabulary.PatrolRoads}.");
    }

    // A text such as "7" stands for the number too.
    private static bool Has(Plan plan, FeatureId id) => plan.PatrolRoads.Any(road => road.Id == id || string.Equals(road.Id.Text, id.Text, StringComparison.Ordinal));

    /// <summary>Refuses words that are none of those that the plan knows.</summary>
    public static void RefuseUnknown(
        InputValues values, ProcessInput<ImmutableArray<string>> input, ImmutableArray<string> words, ImmutableArray<string> known)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!known.Contains(words[i], StringComparer.OrdinalIgnoreCase))
            {
                string there = string.Join(", ", known.Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty("none"));
                values.Refuse(input, $"/{i}", $"The plan's hazard areas know no '{words[i]}'.", $"There is: {there}.");
            }
        }
    }
}
