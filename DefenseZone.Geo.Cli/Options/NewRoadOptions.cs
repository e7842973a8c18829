using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>The options that every question about new roads has, under the same names: what is built, what it costs, and where it may not go.</summary>
internal sealed class NewRoadOptions
{
    private const double MostMoney = 1e15;
    private const double LeastPercent = 1;
    private const double MostPercent = 50;

    private readonly Option<Given<double>?> _grade = NumberOption.Amount(
        "--grade", "PERCENT", "The steepest that the road may be along its course, in percent; 10 where it is not given.", LeastPercent, MostPercent);

    private readonly Option<string[]> _slopeCosts = RoadOptions.Listed(
        "--slope-costs", "MONEY…", "What a kilometre costs on gentle, hilly, mountainous and steep ground: four numbers with commas between them.");

    private readonly Option<Given<double>?> _waterCost = NumberOption.Amount("--water-cost", "MONEY", "What a metre over water costs.", 0.001, MostMoney);

    private readonly Option<Given<double>?> _hazardFactor = NumberOption.Amount(
        "--hazard-factor", "X", "How many times as much a road costs in a hazard area.", 1, 1000);

    private readonly Option<Given<double>?> _hairpinCost = NumberOption.Amount("--hairpin-cost", "MONEY", "What a turn by 180° costs.", 0, MostMoney);
    private readonly Option<Given<double>?> _speed = NumberOption.Amount("--speed-kmh", "KMH", "The speed on the new road, instead of that of a concrete patrol road.", 1, 130);

    private readonly Option<string[]> _forbid = RoadOptions.Listed(
        "--forbid", "WHAT…", "Where the road may not go: ids of defensive zones, kinds of hazards such as flood, or hazard-areas for all of them; with commas between them.");

    private readonly Option<bool> _throughProjects = new("--through-projects") { Description = "The road may go through the areas of other projects." };

    /// <summary>The layers that bear on where a road may go.</summary>
    public static ImmutableArray<string> Layers { get; } =
        [Vocabulary.DefensiveZones, Vocabulary.Projects, Vocabulary.CandidateSites, .. RoadObstacles.Default.WaterLayers];

    /// <summary>Gives a verb all of them.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (Option[])[_grade, _slopeCosts, _waterCost, _hazardFactor, _hairpinCost, _speed, _forbid, _throughProjects])
            verb.Add(option);
    }

    /// <summary>Gives a verb only what a road costs that is drawn already.</summary>
    public void AddCostsTo(Command verb) => verb.Add(_slopeCosts);

    /// <summary>What is built, and what it costs.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public RoadStandard Standard(ParseResult parsed, List<string> faults)
    {
        RoadStandard standard = RoadStandard.PatrolRoad;
        return standard with
        {
            MaximumGrade = (parsed.GetValue(_grade)?.Value / 100) ?? standard.MaximumGrade,
            WaterCostPerMetre = parsed.GetValue(_waterCost)?.Value ?? standard.WaterCostPerMetre,
            HazardFactor = parsed.GetValue(_hazardFactor)?.Value ?? standard.HazardFactor,
            HairpinCost = parsed.GetValue(_hairpinCost)?.Value ?? standard.HairpinCost,
            SpeedKmh = parsed.GetValue(_speed)?.Value ?? standard.SpeedKmh,
            SlopeClasses = SlopeClasses(parsed, standard.SlopeClasses, faults),
        };
    }

    /// <summary>Where the road may not go, and where it costs more.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="plan">The plan, for its zones and hazards.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public RoadObstacles Obstacles(ParseResult parsed, Plan plan, List<string> faults)
    {
        var zones = ImmutableArray.CreateBuilder<FeatureId>();
        var hazards = ImmutableArray.CreateBuilder<string>();
        string[] kinds = [.. plan.HazardAreas.Select(hazard => hazard.Kind).Where(kind => kind.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (string word in RoadOptions.Words(parsed, _forbid))
        {
            DefensiveZone? zone = plan.DefensiveZones.FirstOrDefault(zone => zone.Id.Text == word || $"{zone.LayerName}/{zone.Id}" == word);
            string? kind = Array.Find(kinds, kind => Same(kind, word) || Same($"{Vocabulary.HazardAreas}/{kind}", word));
            if (Same(word, Vocabulary.HazardAreas))
                hazards.Add(RoadObstacles.EveryKind);
            else if (zone is not null && kind is not null)
                faults.Add($"{_forbid.Name}: '{word}' is a zone and a kind of hazard; say {zone.LayerName}/{word} or {Vocabulary.HazardAreas}/{kind}");
            else if (zone is not null)
                zones.Add(zone.Id);
            else if (kind is not null)
                hazards.Add(kind);
            else
                faults.Add(NearestWord.Suggest($"{_forbid.Name}: there is no defensive zone and no kind of hazard '{word}'", word, [.. kinds, .. plan.DefensiveZones.Select(one => one.Id.Text)]));
        }

        return RoadObstacles.Default with
        {
            AvoidsProjects = !parsed.GetValue(_throughProjects),
            ForbiddenZones = zones.ToImmutable(),
            ForbiddenHazards = hazards.ToImmutable(),
        };
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private ImmutableArray<SlopeClass> SlopeClasses(ParseResult parsed, ImmutableArray<SlopeClass> classes, List<string> faults)
    {
        ImmutableArray<string> words = RoadOptions.Words(parsed, _slopeCosts);
        if (words.IsEmpty)
            return classes;
        double[] costs = [.. words.Select(word =>
            double.TryParse(word, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double cost) ? cost : double.NaN)];
        if (costs.Length == classes.Length && Array.TrueForAll(costs, cost => cost is > 0 and <= MostMoney))
            return [.. classes.Select((slope, i) => slope with { CostPerKilometre = costs[i] })];
        faults.Add($"{_slopeCosts.Name} needs {classes.Length} numbers above 0, for {string.Join(", ", classes.Select(slope => slope.Name))} ground; '{string.Join(',', words)}' is not that");
        return classes;
    }
}
