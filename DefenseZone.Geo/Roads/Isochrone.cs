using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>A part of an edge that is reached within a time.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="FromFraction">Where it begins, as a share of the edge's length; the exact place where the time runs out, or an end of the edge.</param>
/// <param name="ToFraction">Where it ends; greater than where it begins.</param>
public readonly record struct ReachedRoad(int Edge, double FromFraction, double ToFraction);

/// <summary>What is reached within a time.</summary>
public sealed record Isochrone
{
    /// <summary>The time in minutes.</summary>
    public required double Minutes { get; init; }

    /// <summary>The stretches of road reached, cut where the time runs out.</summary>
    public required ImmutableArray<ReachedRoad> Roads { get; init; }

    /// <summary>The metres of road reached; where roads are drawn over each other the ground counts once.</summary>
    public required double RoadMetres { get; init; }

    /// <summary>
    /// The area reached by road and then on foot, straight and at one speed: valid, in degrees, cut at the 180th meridian.
    /// Its outline is interpolated on a grid: within a small part of the grid's step of the exact one.
    /// </summary>
    public required MultiPolygon Area { get; init; }

    /// <summary>The size of that area on the ellipsoid, in square metres.</summary>
    public required double AreaSquareMetres { get; init; }
}
