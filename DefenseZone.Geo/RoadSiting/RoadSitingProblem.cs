using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>
/// A question about a plan with terrain: where does a new road between two places, or from a place to the existing roads,
/// go at least cost?
/// </summary>
/// <remarks>
/// <para>The road lies on the ground. Its course goes from sample to sample of the terrain in straight pieces of up to
/// six cells, in 64 directions; on every piece the height is looked at about every cell, and nowhere between two looks
/// does the road rise or fall by more than the limit: where the ground is steeper it climbs aslant, in switchbacks. Among
/// all such courses in the window the first one reported is the cheapest, turns included; see
/// docs/methods/road-siting.md. Tunnels, cuttings and embankments are not considered.</para>
/// </remarks>
/// <param name="Plan">The plan; its terrain is what the road is built on.</param>
/// <param name="From">Where the road begins: a place.</param>
/// <param name="To">Where it goes: a place, or the existing roads.</param>
public sealed record RoadSitingProblem(Plan Plan, RoadEnd From, RoadEnd To)
{
    /// <summary>The most alternatives that may be asked for.</summary>
    public const int MostAlternatives = 10;

    /// <summary>What is built, and what it costs.</summary>
    public RoadStandard Standard { get; init; } = RoadStandard.PatrolRoad;

    /// <summary>Where it may not go, and where it costs more.</summary>
    public RoadObstacles Obstacles { get; init; } = RoadObstacles.Default;

    /// <summary>Which existing roads there are, and how they are driven.</summary>
    public RoadNetworkOptions Roads { get; init; } = RoadNetworkOptions.Default;

    /// <summary>How many courses to look for, the cheapest first: 1 to <see cref="MostAlternatives"/>; 3 where it is not said.</summary>
    public int Alternatives { get; init; } = 3;

    /// <summary>The largest share of an alternative that may lie close to those before it. 0 to 1; 0.6 where it is not said.</summary>
    public double MaximumOverlap { get; init; } = 0.6;

    /// <summary>How many times as much as the cheapest course an alternative may cost. At least 1; 2 where it is not said.</summary>
    public double MaximumCostRatio { get; init; } = 2;

    /// <summary>The response time in minutes for which it is counted what each course brings; not counted where there is none.</summary>
    public double? Minutes { get; init; }

    /// <summary>The facilities that respond; the model's own kinds where it is not said.</summary>
    public FacilityFilter Facilities { get; init; } = FacilityFilter.Default;

    /// <summary>
    /// How far around the two ends a way is looked for, as a share of their distance, at least 3 km; a course that comes to
    /// the edge of that is looked for again in more terrain. 0.1 to 10; 0.5 where it is not said.
    /// </summary>
    public double MarginRatio { get; init; } = 0.5;

    /// <summary>The most samples of terrain to work on; larger windows are thinned, and the report says so. At least 10,000; 4,000,000 where it is not said.</summary>
    public int MaximumCells { get; init; } = 4_000_000;

    /// <summary>Answers the question.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The courses, or why there is none and what would make one possible.</returns>
    /// <exception cref="ArgumentException">A number is out of its range, or the road begins at the existing roads.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public RoadSitingReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid();
        return new RoadSiter(this, progress, cancellationToken).Solve();
    }

    private void ThrowIfInvalid()
    {
        if (From.IsNetwork)
            throw new ArgumentException("A road begins at a place, not at the existing roads; turn it round.", nameof(From));
        Check(Alternatives, 1, MostAlternatives, nameof(Alternatives));
        Check(MaximumOverlap, 0, 1, nameof(MaximumOverlap));
        Check(MaximumCostRatio, 1, double.MaxValue, nameof(MaximumCostRatio));
        Check(MarginRatio, 0.1, 10, nameof(MarginRatio));
        Check(MaximumCells, 10_000, 100_000_000, nameof(MaximumCells));
        if (Minutes is { } minutes)
            Check(minutes, 0.01, ResponseCoverage.MostMinutes, nameof(Minutes));
    }

    private static void Check(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
    }
}
