using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A place of a road's course.</summary>
/// <param name="Place">Where.</param>
/// <param name="ChainageMetres">Metres of road from its start.</param>
/// <param name="ElevationMetres">The height of the ground.</param>
/// <param name="Grade">The rise from the place before, metres of height a metre of way; negative downhill, 0 at the start.</param>
public readonly record struct RoadProfilePoint(GeoPoint Place, double ChainageMetres, double ElevationMetres, double Grade);

/// <summary>A part of what a road costs.</summary>
/// <param name="Name">What for: the name of a class of slope, <c>water</c>, <c>hazard</c> or <c>turns</c>.</param>
/// <param name="LengthMetres">How much of the road; 0 for turns.</param>
/// <param name="Cost">How much money.</param>
public readonly record struct RoadCostPart(string Name, double LengthMetres, double Cost);

/// <summary>What a new road brings: how much more of the border is reached within so many minutes.</summary>
/// <param name="Minutes">Within how many minutes.</param>
/// <param name="BeforeMetres">Metres of border reached without it.</param>
/// <param name="AfterMetres">Metres of border reached with it.</param>
/// <param name="CostMillions">What it costs, in millions.</param>
public readonly record struct BorderGain(double Minutes, double BeforeMetres, double AfterMetres, double CostMillions)
{
    /// <summary>Metres of border gained.</summary>
    public double GainedMetres => AfterMetres - BeforeMetres;

    /// <summary>Kilometres of border gained for each million; 0 where nothing is gained, and where it costs nothing.</summary>
    public double GainedKilometresPerMillion => CostMillions > 0 ? GainedMetres / 1000 / CostMillions : 0;
}

/// <summary>A course for a new road.</summary>
public sealed record SitedRoad
{
    /// <summary>The course at all places where height was looked at: about every cell of the terrain.</summary>
    public required ImmutableArray<RoadProfilePoint> Profile { get; init; }

    /// <summary>What it costs to build, in the plan's own unit of money.</summary>
    public required double Cost { get; init; }

    /// <summary>What that is made up of, largest first.</summary>
    public required ImmutableArray<RoadCostPart> CostParts { get; init; }

    /// <summary>How many turns by more than 90° it has.</summary>
    public required int HairpinCount { get; init; }

    /// <summary>The share of its length that lies close to an alternative before it in the report; 0 for the first.</summary>
    public required double OverlapRatio { get; init; }

    /// <summary>What it brings; none where that was not asked for.</summary>
    public BorderGain? Gain { get; init; }

    /// <summary>Its length in metres on the ellipsoid.</summary>
    public double LengthMetres => Profile[^1].ChainageMetres;

    /// <summary>Metres of height gained on the way there.</summary>
    public double ClimbMetres => Steps.Sum(step => Math.Max(0, step.After - step.Before));

    /// <summary>Metres of height lost on the way there.</summary>
    public double DescentMetres => Steps.Sum(step => Math.Max(0, step.Before - step.After));

    /// <summary>The steepest step of the profile, up or down, as metres of height a metre of way.</summary>
    public double WorstGrade => Profile.Max(point => Math.Abs(point.Grade));

    /// <summary>Where the steepest step ends.</summary>
    public RoadProfilePoint Steepest => Profile.MaxBy(point => Math.Abs(point.Grade));

    private IEnumerable<(double Before, double After)> Steps =>
        Profile.Zip(Profile.Skip(1), (before, after) => (before.ElevationMetres, after.ElevationMetres));

    /// <summary>The course as a line, in degrees.</summary>
    public LineString ToLine() =>
        Wgs84Geometry.Factory.CreateLineString([.. Profile.Select(point => new Coordinate(point.Place.LongitudeDegrees, point.Place.LatitudeDegrees))]);

    /// <summary>The road as a feature of a plan.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="standard">How it is built.</param>
    /// <param name="status">How far it has come.</param>
    public PatrolRoad ToPatrolRoad(FeatureId id, RoadStandard standard, LifecycleStatus status = LifecycleStatus.Planned)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return new PatrolRoad
        {
            Id = id,
            Geometry = ToLine(),
            Status = status,
            Class = standard.Class,
            Surface = standard.Surface,
            WidthMetres = standard.WidthMetres,
            SpeedKmh = standard.SpeedKmh,
            OtherProperties = FeatureProperties.Of([KeyValuePair.Create(PropertyNames.Cost, PropertyValue.Of(Math.Round(Cost)))]),
        };
    }
}
