using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What the planner asks: everything that the panel on the left sets. Each setting left alone means what the plan means by it.</summary>
public sealed record CoverageQuestion
{
    /// <summary>The least radius that can be asked for, in metres.</summary>
    public const double LeastRadiusMetres = 100;

    /// <summary>The largest radius that can be asked for, in metres.</summary>
    public const double LargestRadiusMetres = 50_000;

    /// <summary>The largest required depth that can be asked for.</summary>
    public const int LargestRequiredDepth = 9;

    /// <summary>The largest value of the shortest gap that can be asked for, in metres.</summary>
    public const double LargestMinimumGapMetres = 100_000;

    /// <summary>The largest height of an eye or of what is looked for that can be asked for, in metres.</summary>
    public const double LargestHeightMetres = 500;

    /// <summary>The shortest response time that can be asked for, in minutes.</summary>
    public const double LeastMinutes = 1;

    /// <summary>Nothing set.</summary>
    public static CoverageQuestion Plain { get; } = new();

    /// <summary>The kinds that take part, in the order of the enumeration; none for posts and all that have a radius.</summary>
    public ImmutableArray<FacilityKind> Kinds { get; init; } = [];

    /// <summary>The statuses that take part; none for those of today, or of the year.</summary>
    public ImmutableArray<LifecycleStatus> Statuses { get; init; } = [];

    /// <summary>The year, where one is asked about.</summary>
    public int? Year { get; init; }

    /// <summary>The way to cover, by the key of its <see cref="CoverageChoice"/>; empty for the first.</summary>
    public string CoveredBy { get; init; } = string.Empty;

    /// <summary>One radius for all, or one range of sight, in metres.</summary>
    public double? RadiusMetres { get; init; }

    /// <summary>One height of the eye above the ground for all, in metres; bears on sight alone.</summary>
    public double? ObserverHeightMetres { get; init; }

    /// <summary>The height above the border's ground that is to be seen, in metres; bears on sight alone.</summary>
    public double TargetHeightMetres { get; init; } = SightConditions.StandardTargetHeightMetres;

    /// <summary>Within how many minutes somebody has to be at the border; bears on response alone.</summary>
    public double Minutes { get; init; } = 60;

    /// <summary>The season in which roads are driven.</summary>
    public RoadSeason Season { get; init; }

    /// <summary>The roads that are closed.</summary>
    public RoadClosure Closure { get; init; } = RoadClosure.None;

    /// <summary>How often a place must be covered.</summary>
    public int RequiredDepth { get; init; } = 1;

    /// <summary>The shortest gap, in metres.</summary>
    public double? MinimumGapMetres { get; init; }

    /// <summary>How is looked where sight counts: as far as the radius, from and to the heights.</summary>
    public SightCoverage Sight => new() { RangeMetres = RadiusMetres, ObserverHeightMetres = ObserverHeightMetres, TargetHeightMetres = TargetHeightMetres };

    /// <summary>Which roads there are, and how they are driven.</summary>
    public RoadNetworkOptions Roads => new() { Year = Year, Season = Season };

    /// <summary>How is counted where response counts: by the open roads of the year, in the season.</summary>
    public ResponseCoverage Response => new(Minutes) { Roads = Roads, Closure = Closure };

    /// <summary>True where nothing is set.</summary>
    public bool IsPlain => Equals(Plain);

    /// <summary>The problem that it poses to a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="besides">Facilities of a what-if, which take part whatever they are.</param>
    public CoverageProblem Of(Plan plan, ImmutableHashSet<(FacilityKind Kind, FeatureId Id)> besides) => new(plan)
    {
        Model = CoverageChoice.Of(this, plan).Model(plan, this),
        Facilities = new FacilityFilter { Kinds = Kinds, Statuses = Statuses, Year = Year, Besides = besides },
        RequiredDepth = RequiredDepth,
        MinimumGapMetres = MinimumGapMetres,
    };

    /// <summary>A copy in which a kind takes part, or no longer does.</summary>
    public CoverageQuestion WithToggled(FacilityKind kind) => this with { Kinds = Toggled(Kinds, kind) };

    /// <summary>A copy in which a status takes part, or no longer does.</summary>
    public CoverageQuestion WithToggled(LifecycleStatus status) => this with { Statuses = Toggled(Statuses, status) };

    /// <inheritdoc/>
    public bool Equals(CoverageQuestion? other) =>
        other is not null
        && Kinds.SequenceEqual(other.Kinds)
        && Statuses.SequenceEqual(other.Statuses)
        && Year == other.Year
        && string.Equals(CoveredBy, other.CoveredBy, StringComparison.Ordinal)
        && RadiusMetres.Equals(other.RadiusMetres)
        && ObserverHeightMetres.Equals(other.ObserverHeightMetres)
        && TargetHeightMetres.Equals(other.TargetHeightMetres)
        && Minutes.Equals(other.Minutes)
        && Season == other.Season
        && Closure.Equals(other.Closure)
        && RequiredDepth == other.RequiredDepth
        && MinimumGapMetres.Equals(other.MinimumGapMetres);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kinds.Length, Statuses.Length, Year, CoveredBy, RadiusMetres, RequiredDepth, MinimumGapMetres, HashCode.Combine(ObserverHeightMetres, TargetHeightMetres, Minutes, Season, Closure));

    private static ImmutableArray<T> Toggled<T>(ImmutableArray<T> values, T value)
        where T : struct, Enum =>
        values.Contains(value) ? values.Remove(value) : [.. values.Append(value).Order()];
}
