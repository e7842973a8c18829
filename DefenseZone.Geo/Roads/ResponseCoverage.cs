using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// A facility covers the stretches of border that it reaches within so many minutes: on foot to the best point of any
/// open road, by road, then on foot from the best point of any road; or on foot all the way. More or faster roads, another
/// facility or more time never cover less.
/// </summary>
/// <remarks>
/// Ends of stretches are exact for walking straight at one speed. See docs/methods/roads.md, also for how terrain bears on it.
/// </remarks>
public sealed record ResponseCoverage : CoverageModel
{
    /// <summary>The longest time in minutes that may be asked about: a day.</summary>
    public const double MostMinutes = 24 * 60;

    /// <summary>Coverage within a time.</summary>
    /// <param name="minutes">Above 0 and at most <see cref="MostMinutes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not within that.</exception>
    public ResponseCoverage(double minutes)
    {
        Minutes = minutes > 0 && minutes <= MostMinutes
            ? minutes
            : throw new ArgumentOutOfRangeException(nameof(minutes), minutes, $"A response time must be above 0 and at most {MostMinutes} minutes.");
    }

    /// <summary>The time within which a place counts as reached, in minutes.</summary>
    public double Minutes { get; }

    /// <summary>Which roads there are, and how they are driven.</summary>
    public RoadNetworkOptions Roads { get; init; } = RoadNetworkOptions.Default;

    /// <summary>What is closed.</summary>
    public RoadClosure Closure { get; init; } = RoadClosure.None;

    /// <inheritdoc/>
    public override string Name => "response";

    /// <inheritdoc/>
    public override string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"within {Minutes:0.###} minutes by road and on foot, {(Roads.Season == RoadSeason.Wet ? "wet" : "dry")} season");

    /// <inheritdoc/>
    public override ImmutableArray<ModelParameter> Parameters =>
    [
        new("minutes", Minutes),
        new("walkingKmh", Roads.WalkingMetresPerSecond * 3.6),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<FacilityKind> DefaultKinds => ResponseProblem.DefaultKinds;

    /// <inheritdoc/>
    public override bool UsesTerrain => Roads.UsesTerrain;

    /// <inheritdoc/>
    public override ImmutableArray<string> Layers => [Vocabulary.PatrolRoads, Vocabulary.HazardAreas];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The closure names a road or a kind of hazard that is not in the plan.</exception>
    public override ImmutableArray<BorderStretch> Cover(Plan plan, BorderLine border, Facility facility)
    {
        ArgumentNullException.ThrowIfNull(border);
        ArgumentNullException.ThrowIfNull(facility);
        return [.. Reach(Network(plan, CancellationToken.None), border).Of(facility)];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The closure names a road or a kind of hazard that is not in the plan.</exception>
    public override CoverStretch[] Cover(
        Plan plan,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(border);
        if (facilities.IsEmpty || border.LengthMetres == 0)
            return [];
        RoadNetwork network = Network(plan, cancellationToken);
        var found = new List<BorderStretch>[facilities.Length];
        int done = 0;
        Parallel.For(
            0,
            facilities.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => Reach(network, border),
            (i, _, reach) =>
            {
                found[i] = reach.Of(facilities[i]);
                progress?.Report(Interlocked.Increment(ref done) / (double)facilities.Length);
                return reach;
            },
            static _ => { });
        return [.. found.SelectMany((stretches, i) => stretches.Select(stretch => new CoverStretch(i, stretch.FromMetres, stretch.ToMetres)))];
    }

    /// <summary>The network that it looks at: the plan's roads but those that are closed.</summary>
    /// <exception cref="ArgumentException">The closure names a road or a kind of hazard that is not in the plan.</exception>
    public RoadNetwork Network(Plan plan, CancellationToken cancellationToken = default) =>
        RoadNetwork.Of(plan, Roads, cancellationToken).Without(plan, Closure);

    private FacilityReach Reach(RoadNetwork network, BorderLine border) =>
        new(network, border, BorderDistances.Of(network.Graph, border), Minutes * 60);
}
