using System.Collections.Immutable;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Ground by how steep it is across every direction, and what a road costs there.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="UpToSlope">The steepest ground of the class, as metres of height a metre of way; infinite for the last class.</param>
/// <param name="CostPerKilometre">What a kilometre of road costs on it, in the plan's own unit of money; over 0.</param>
public readonly record struct SlopeClass(string Name, double UpToSlope, double CostPerKilometre);

/// <summary>What kind of road is built, how steep it may be, and what it costs. Costs are in the plan's own unit of money.</summary>
/// <remarks>
/// The grade is that of a class V road in mountains by the Vietnamese standard TCVN 4054:2005 (10 %; class VI has 11 %). The
/// costs are round figures in a likely proportion (excavation on a side slope grows with the slope), in the order of
/// millions of dong as the sample plan counts them, and make no claim on any market: whoever plans puts in local prices.
/// </remarks>
public sealed record RoadStandard
{
    private readonly double _maximumGrade = 0.10;
    private readonly double _waterCostPerMetre = 150;
    private readonly double _hazardFactor = 2;
    private readonly double _hairpinCost = 600;
    private readonly ImmutableArray<SlopeClass> _slopeClasses =
    [
        new("gentle", 0.15, 10_000),
        new("hilly", 0.30, 14_000),
        new("mountainous", 0.60, 22_000),
        new("steep", double.PositiveInfinity, 40_000),
    ];

    /// <summary>A patrol road: one lane of concrete, 3.5 m wide, at most 10 % steep.</summary>
    public static RoadStandard PatrolRoad { get; } = new();

    /// <summary>The steepest that the road may be along its course, up or down, as metres of height a metre of way. 0.01 to 0.5; 0.10 where it is not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 0.01 to 0.5.</exception>
    public double MaximumGrade
    {
        get => _maximumGrade;
        init => _maximumGrade = Within(value, 0.01, 0.5, nameof(MaximumGrade));
    }

    /// <summary>The ground by steepness, gentlest first, the last class without a limit.</summary>
    /// <exception cref="ArgumentException">There is no class, their limits do not rise, the last has one, or a cost is not over 0 and finite.</exception>
    public ImmutableArray<SlopeClass> SlopeClasses
    {
        get => _slopeClasses;
        init => _slopeClasses = Checked(value, nameof(SlopeClasses));
    }

    /// <summary>What a metre of road over water costs, whatever the ground: a bridge. Over 0; 150 where it is not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not over 0 and finite.</exception>
    public double WaterCostPerMetre
    {
        get => _waterCostPerMetre;
        init => _waterCostPerMetre = Within(value, double.Epsilon, double.MaxValue, nameof(WaterCostPerMetre));
    }

    /// <summary>How many times as much a road costs in a hazard area: drains, retaining walls, raised bed. 1 to 1,000; 2 where it is not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 1 to 1,000.</exception>
    public double HazardFactor
    {
        get => _hazardFactor;
        init => _hazardFactor = Within(value, 1, 1000, nameof(HazardFactor));
    }

    /// <summary>What a turn by 180° costs; a lesser one costs in proportion to the square of its angle. 0 or more; 600 where it is not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double HairpinCost
    {
        get => _hairpinCost;
        init => _hairpinCost = Within(value, 0, double.MaxValue, nameof(HairpinCost));
    }

    /// <summary>The class of the new road in the plan's words, by which its speed is known.</summary>
    public string Class { get; init; } = "patrol";

    /// <summary>The surface of the new road in the plan's words.</summary>
    public string Surface { get; init; } = "concrete";

    /// <summary>The width of the new road in metres; not said where there is none.</summary>
    public double? WidthMetres { get; init; } = 3.5;

    /// <summary>The speed on the new road in km/h; by its class, surface, width and slope where there is none.</summary>
    public double? SpeedKmh { get; init; }

    /// <summary>The index of the class of ground of a slope.</summary>
    internal int ClassOf(double slope)
    {
        int index = 0;
        while (index < _slopeClasses.Length - 1 && slope > _slopeClasses[index].UpToSlope)
            index++;
        return index;
    }

    /// <summary>Two are the same when they build the same roads at the same cost.</summary>
    public bool Equals(RoadStandard? other) => other is not null
        && _maximumGrade == other._maximumGrade && _waterCostPerMetre == other._waterCostPerMetre
        && _hazardFactor == other._hazardFactor && _hairpinCost == other._hairpinCost
        && WidthMetres == other.WidthMetres && SpeedKmh == other.SpeedKmh
        && string.Equals(Class, other.Class, StringComparison.Ordinal)
        && string.Equals(Surface, other.Surface, StringComparison.Ordinal)
        && _slopeClasses.AsSpan().SequenceEqual(other._slopeClasses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_maximumGrade, _waterCostPerMetre, _hazardFactor, _hairpinCost, _slopeClasses.Length);

    private static ImmutableArray<SlopeClass> Checked(ImmutableArray<SlopeClass> classes, string name)
    {
        if (classes.IsDefaultOrEmpty || classes.Length > 16)
            throw new ArgumentException("There must be 1 to 16 classes of slope.", name);
        for (int i = 0; i < classes.Length; i++)
        {
            if (!(classes[i].CostPerKilometre > 0 && double.IsFinite(classes[i].CostPerKilometre)))
                throw new ArgumentOutOfRangeException(name, classes[i].CostPerKilometre, $"A kilometre on {classes[i].Name} ground must cost over 0.");
            if (i > 0 && !(classes[i].UpToSlope > classes[i - 1].UpToSlope))
                throw new ArgumentOutOfRangeException(name, classes[i].UpToSlope, "The limits of the classes of slope must rise.");
        }

        return double.IsPositiveInfinity(classes[^1].UpToSlope)
            ? classes
            : throw new ArgumentException("The last class of slope has no upper limit: it must be infinite.", name);
    }

    private static double Within(double value, double least, double most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
}
