using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Roads;

/// <summary>The height of the ground above the ellipsoid at a place, in metres; NaN where it is not known.</summary>
public delegate double GroundHeight(GeoPoint place);

/// <summary>Which roads become a network, and how.</summary>
public sealed record RoadNetworkOptions
{
    private readonly double _snapMetres = 5;
    private readonly double _nearMissMetres = 50;
    private readonly double? _walkingKmh;
    private readonly double? _offRoadKmh;

    /// <summary>Every existing road, in the dry season.</summary>
    public static RoadNetworkOptions Default { get; } = new();

    /// <summary>How far apart, in metres, the end of a road and another road may be and still meet. 0 to 100; 5 where it is not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 100.</exception>
    public double SnapMetres
    {
        get => _snapMetres;
        init => _snapMetres = Within(value, 0, 100, nameof(SnapMetres));
    }

    /// <summary>Up to what distance, in metres, an end that does not meet a road is reported as a near-miss. 0 to 1,000; 50 where it is not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 1,000.</exception>
    public double NearMissMetres
    {
        get => _nearMissMetres;
        init => _nearMissMetres = Within(value, 0, 1000, nameof(NearMissMetres));
    }

    /// <summary>The season.</summary>
    public RoadSeason Season { get; init; }

    /// <summary>
    /// The year asked about: a road takes part when it is in service on any day of that year
    /// (<see cref="ServiceYear.Includes"/>). Without a year no date counts.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>The statuses that take part. None: without a year what exists, with a year all of them, by their dates.</summary>
    public ImmutableArray<LifecycleStatus> Statuses { get; init; } = [];

    /// <summary>The speed on foot in km/h, level; Tobler's speed off paths where it is not said. Above 0 and at most 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and at most 20.</exception>
    public double? WalkingKmh
    {
        get => _walkingKmh;
        init => _walkingKmh = value is { } speed ? Within(speed, 0.01, 20, nameof(WalkingKmh)) : null;
    }

    /// <summary>
    /// The one speed in km/h at which people walk off the roads, whichever way the ground slopes there. By default that of a plan
    /// is the median over the ground along its border, and without ground or border the speed on level ground. It never
    /// depends on the roads. Above 0 and at most 20.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and at most 20.</exception>
    public double? OffRoadKmh
    {
        get => _offRoadKmh;
        init => _offRoadKmh = value is { } speed ? Within(speed, 0.001, 20, nameof(OffRoadKmh)) : null;
    }

    /// <summary>
    /// The ground: slopes then slow vehicles and people down. None: that of the plan's terrain, where it has any and
    /// <see cref="UsesTerrain"/> is true; else everything is level.
    /// </summary>
    public GroundHeight? Ground { get; init; }

    /// <summary>Whether a plan's terrain, where it has any, is the ground. True where it is not said.</summary>
    public bool UsesTerrain { get; init; } = true;

    /// <summary>The speed on level ground on foot, in metres a second.</summary>
    public double WalkingMetresPerSecond => (WalkingKmh ?? Walking.LevelKmh) / 3.6;

    /// <summary>Whether a road of a plan takes part.</summary>
    public bool Admits(PatrolRoad road)
    {
        ArgumentNullException.ThrowIfNull(road);
        bool status = Statuses.IsDefaultOrEmpty
            ? Year is not null || road.Status == LifecycleStatus.Existing
            : Statuses.Contains(road.Status);
        return status && (Year is not { } year || ServiceYear.Includes(year, road.Status, road.InServiceFrom, road.InServiceTo));
    }

    /// <summary>Two are the same when they make the same network.</summary>
    public bool Equals(RoadNetworkOptions? other) => other is not null
        && _snapMetres == other._snapMetres
        && _nearMissMetres == other._nearMissMetres
        && _walkingKmh == other._walkingKmh
        && _offRoadKmh == other._offRoadKmh
        && Season == other.Season
        && UsesTerrain == other.UsesTerrain
        && Year == other.Year
        && Equals(Ground, other.Ground)
        && Statuses.AsSpan().SequenceEqual(other.Statuses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_snapMetres, _nearMissMetres, _walkingKmh, _offRoadKmh, Season, Year, Ground, Statuses.Length);

    /// <summary>The same over the terrain of a plan, where it has any and that is wanted.</summary>
    internal RoadNetworkOptions Over(Plan plan)
    {
        RoadNetworkOptions over = Ground is null && UsesTerrain && ElevationSurface.Of(plan) is { IsEmpty: false } surface
            ? this with { Ground = surface.ElevationMetres }
            : this;
        return over.Ground is { } ground && OffRoadKmh is null
            ? over with { OffRoadKmh = Walking.AlongBorderKmh(BorderLine.Of(plan), ground, WalkingMetresPerSecond * 3.6) }
            : over;
    }

    private static double Within(double value, double least, double most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
}
