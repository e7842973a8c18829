using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>The end of a road that was joined to another road, or to the end of one, over a gap within the tolerance.</summary>
/// <param name="Road">The road whose end it is.</param>
/// <param name="AtEnd">False for its first vertex, true for its last.</param>
/// <param name="From">Where it was drawn.</param>
/// <param name="To">The place that it was joined to.</param>
/// <param name="Onto">The road that it meets there.</param>
/// <param name="DistanceMetres">How wide the gap is.</param>
public readonly record struct SnappedEnd(FeatureId Road, bool AtEnd, GeoPoint From, GeoPoint To, FeatureId Onto, double DistanceMetres);

/// <summary>A place inside a road where another road meets or crosses it at grade, so that it was cut in two there.</summary>
/// <param name="Road">The road that was cut.</param>
/// <param name="By">The road that meets it.</param>
/// <param name="Place">Where.</param>
public readonly record struct SplitRoad(FeatureId Road, FeatureId By, GeoPoint Place);

/// <summary>The end of a road that meets nothing.</summary>
/// <param name="Road">The road.</param>
/// <param name="AtEnd">False for its first vertex, true for its last.</param>
/// <param name="Place">Where.</param>
public readonly record struct DanglingEnd(FeatureId Road, bool AtEnd, GeoPoint Place);

/// <summary>A place where two roads cross at different levels, and so do not meet.</summary>
/// <param name="Road">The one road.</param>
/// <param name="Other">The other.</param>
/// <param name="Place">Where.</param>
public readonly record struct GradeSeparation(FeatureId Road, FeatureId Other, GeoPoint Place);

/// <summary>An end that comes close to another road without meeting it: perhaps a slip in digitising.</summary>
/// <param name="Road">The road whose end it is.</param>
/// <param name="AtEnd">False for its first vertex, true for its last.</param>
/// <param name="Place">Where it ends.</param>
/// <param name="Other">The road that it comes close to.</param>
/// <param name="OtherPlace">The nearest place of that road.</param>
/// <param name="DistanceMetres">How far apart they are.</param>
public readonly record struct NearMiss(FeatureId Road, bool AtEnd, GeoPoint Place, FeatureId Other, GeoPoint OtherPlace, double DistanceMetres);

/// <summary>What is wrong with a road.</summary>
public enum RoadProblemKind
{
    /// <summary>It has no geometry.</summary>
    NoGeometry,

    /// <summary>It, or one of its lines, has no length; left out.</summary>
    NoLength,

    /// <summary>It has the shape of another road, and is driven like it; the later one is left out.</summary>
    Duplicate,

    /// <summary>Its speed is not above 0; it is driven at the speed of its class.</summary>
    NoSpeed,
}

/// <summary>Something wrong with a road, and what was done about it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Road">The road.</param>
/// <param name="Other">The other road where two are concerned; none otherwise.</param>
/// <param name="Message">In words.</param>
public readonly record struct RoadProblem(RoadProblemKind Kind, FeatureId Road, FeatureId Other, string Message);

/// <summary>How drawn roads became a network: what was snapped, split, left dangling and left out.</summary>
public sealed record RoadNetworkReport
{
    /// <summary>How many roads took part.</summary>
    public required int RoadCount { get; init; }

    /// <summary>How many roads of the plan did not, by status or year.</summary>
    public required int OmittedRoadCount { get; init; }

    /// <summary>Ends that were joined to another road over a gap within the tolerance.</summary>
    public required ImmutableArray<SnappedEnd> Snapped { get; init; }

    /// <summary>Places where roads were cut.</summary>
    public required ImmutableArray<SplitRoad> Splits { get; init; }

    /// <summary>Ends that meet nothing.</summary>
    public required ImmutableArray<DanglingEnd> Dangling { get; init; }

    /// <summary>Crossings at different levels, which are no junctions.</summary>
    public required ImmutableArray<GradeSeparation> GradeSeparations { get; init; }

    /// <summary>Ends that come close to a road without meeting one.</summary>
    public required ImmutableArray<NearMiss> NearMisses { get; init; }

    /// <summary>Roads that something is wrong with.</summary>
    public required ImmutableArray<RoadProblem> Problems { get; init; }
}
