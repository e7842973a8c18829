using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The inputs that questions about new roads have: what is built, what it costs, and where it may not go.</summary>
internal static class NewRoadInputs
{
    private const double MostMoney = 1e15;
    private const int MostNames = 10_000;

    private static readonly RoadStandard Standard = RoadStandard.PatrolRoad;

    private static readonly ProcessInput<double?> Grade = InputKinds.Number(
        "maximumGrade",
        "Maximum grade",
        "The steepest that a road may be along its course, as metres of height a metre of way: 0.1 is 10 %.",
        new NumberBounds(0.01, 0.5),
        Standard.MaximumGrade);

    private static readonly ProcessInput<ImmutableArray<double>> SlopeCosts = InputKinds.Numbers(
        "slopeCosts",
        "Costs by slope",
        $"What a kilometre costs on {string.Join(", ", Standard.SlopeClasses.Select(slope => slope.Name))} ground, four numbers in the plan's unit of money; "
            + $"without them {string.Join(", ", Standard.SlopeClasses.Select(slope => slope.CostPerKilometre))}.",
        NumberBounds.Positive(MostMoney),
        4);

    private static readonly ProcessInput<double?> WaterCost = InputKinds.Number(
        "waterCostPerMetre", "Cost over water", "What a metre over water costs: a bridge.", NumberBounds.Positive(MostMoney), Standard.WaterCostPerMetre);

    private static readonly ProcessInput<double?> HazardFactor = InputKinds.Number(
        "hazardFactor", "Hazards", "How many times as much a road costs in a hazard area.", new NumberBounds(1, 1000), Standard.HazardFactor);

    private static readonly ProcessInput<double?> HairpinCost = InputKinds.Number(
        "hairpinCost", "Hairpins", "What a turn by 180° costs; lesser ones cost less.", NumberBounds.FromZero(MostMoney), Standard.HairpinCost);

    private static readonly ProcessInput<double?> Speed = InputKinds.Number(
        "speedKmh", "Speed", "The speed on a new road in km/h; without it, that of a concrete patrol road.", new NumberBounds(1, 130));

    private static readonly ProcessInput<bool> AvoidProjects = InputKinds.Flag(
        "avoidProjects", "Around projects", "Whether the areas of other projects are forbidden.", byDefault: true);

    private static readonly ProcessInput<ImmutableArray<FeatureId>> Zones = InputKinds.Ids(
        "forbiddenZones", "Forbidden zones", "Defensive zones into which no road may go, by their ids.");

    private static readonly ProcessInput<ImmutableArray<string>> Hazards = InputKinds.Texts(
        "forbiddenHazards",
        "Forbidden hazards",
        $"Kinds of hazard areas, in the plan's words, into which no road may go; '{RoadObstacles.EveryKind}' for every kind.",
        MostNames);

    /// <summary>All of them; none must be given.</summary>
    public static ImmutableArray<ProcessInput> All { get; } =
        [Grade, SlopeCosts, WaterCost, HazardFactor, HairpinCost, Speed, AvoidProjects, Zones, Hazards];

    /// <summary>Only what a road costs that is drawn already.</summary>
    public static ImmutableArray<ProcessInput> Costs { get; } = [SlopeCosts];

    /// <summary>What is built, and what it costs.</summary>
    public static RoadStandard ReadStandard(InputValues values)
    {
        ImmutableArray<double> costs = values.Of(SlopeCosts);
        ImmutableArray<SlopeClass> classes = Standard.SlopeClasses;
        bool sound = values.IsGiven(SlopeCosts) && values.IsSound(SlopeCosts);
        if (sound && costs.Length != classes.Length)
        {
            values.Refuse(SlopeCosts, $"Here are {costs.Length} costs.", $"Give {classes.Length}, for {string.Join(", ", classes.Select(slope => slope.Name))} ground.");
            sound = false;
        }

        return Standard with
        {
            MaximumGrade = values.Of(Grade) ?? Standard.MaximumGrade,
            WaterCostPerMetre = values.Of(WaterCost) ?? Standard.WaterCostPerMetre,
            HazardFactor = values.Of(HazardFactor) ?? Standard.HazardFactor,
            HairpinCost = values.Of(HairpinCost) ?? Standard.HairpinCost,
            SpeedKmh = values.Of(Speed),
            SlopeClasses = sound ? [.. classes.Select((slope, i) => slope with { CostPerKilometre = costs[i] })] : classes,
        };
    }

    /// <summary>Where a road may not go, and where it costs more; what the plan does not have is refused.</summary>
    public static RoadObstacles ReadObstacles(InputValues values, Plan plan)
    {
        ImmutableArray<FeatureId> zones = values.Of(Zones);
        for (int i = 0; i < zones.Length; i++)
        {
            if (!plan.DefensiveZones.Any(zone => zone.Id == zones[i]))
                values.Refuse(Zones, $"/{i}", $"There is no zone '{zones[i]}'.", $"It must be the id of a feature of the layer {Vocabulary.DefensiveZones}.");
        }

        ImmutableArray<string> hazards = values.Of(Hazards);
        RoadInputs.RefuseUnknown(values, Hazards, hazards, [RoadObstacles.EveryKind, .. plan.HazardAreas.Select(hazard => hazard.Kind)]);
        return RoadObstacles.Default with { AvoidsProjects = values.Of(AvoidProjects), ForbiddenZones = zones, ForbiddenHazards = hazards };
    }

    /// <summary>An end of a road; a facility or candidate site that the plan does not have is refused.</summary>
    public static RoadEnd ReadEnd(InputValues values, ProcessInput<Spot> input, Plan plan)
    {
        Spot spot = values.Of(input);
        if (spot.Place is { } place)
            return RoadEnd.At(place);
        if (!values.IsSound(input) || spot.Facility is not { Length: > 0 })
            return RoadEnd.Network;
        if (RoadEnd.Parse(plan, spot.Facility, out string problem) is { } end)
            return end;
        values.Refuse(input, char.ToUpperInvariant(problem[0]) + problem[1..] + ".", "It must be [longitude, latitude], or the id of a facility or candidate site of the plan.");
        return RoadEnd.Network;
    }

    /// <summary>Refuses a question about new roads where the plan has no terrain.</summary>
    public static void RefuseWithoutTerrain(InputValues values, Plan plan)
    {
        if (ElevationSurface.Of(plan).IsEmpty)
            values.RefuseAll("The plan has no terrain, which this needs.", "Put elevation (.hgt, GeoTIFF or .asc) into the plan's folder terrain.");
    }
}
