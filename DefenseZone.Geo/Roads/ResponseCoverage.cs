using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// A facility covers the stretches of border that it reaches within so many minutes: on foot to the nearest road, by road,
/// then on foot to the border.
/// </summary>
public sealed record ResponseCoverage : CoverageModel
{
    /// <summary>The longest time in minutes that may be asked about: a day.</summary>
    public const double MostMinutes = 24 * 60;

    /// <summary>The longest way on foot in metres between border and road that may be asked about.</summary>
    public const double MostWalkMetres = 50_000;

    private readonly double _longestWalkMetres = 10_000;

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

    /// <summary>The longest way on foot between a road and the border, or a facility and its road, in metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to <see cref="MostWalkMetres"/>.</exception>
    public double LongestWalkMetres
    {
        get => _longestWalkMetres;
        init => _longestWalkMetres = value >= 0 && value <= MostWalkMetres
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LongestWalkMetres), value, $"The longest walk must be from 0 to {MostWalkMetres} metres.");
    }

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
        new("longestWalkMetres", LongestWalkMetres),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Layers => [Vocabulary.PatrolRoads, Vocabulary.HazardAreas];

    /// <inheritdoc/>
    public override ImmutableArray<BorderStretch> Cover(Plan plan, BorderLine border, Facility facility) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override CoverStretch[] Cover(
        Plan plan,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
