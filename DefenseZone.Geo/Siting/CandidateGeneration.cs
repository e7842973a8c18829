using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Siting;

/// <summary>
/// Makes candidate sites where a plan has none: along the border, on patrol roads near it, and at any places that are
/// given (such as heights of the terrain), less areas where nothing may be built.
/// </summary>
/// <param name="Plan">The plan.</param>
public sealed record CandidateGeneration(Plan Plan)
{
    /// <summary>The distance in metres along the border from one site to the next, above 0; none for no sites along the border.</summary>
    public double? BorderSpacingMetres { get; init; }

    /// <summary>The distance in metres along patrol roads from one site to the next, above 0; none for no sites on roads.</summary>
    public double? RoadSpacingMetres { get; init; }

    /// <summary>How far from the border a site on a road may be, a geodesic distance in metres above 0.</summary>
    public double RoadsWithinMetres { get; init; } = 5_000;

    /// <summary>Other places, such as heights of the terrain; longitude before latitude, in degrees.</summary>
    public ImmutableArray<GeoPlace> Places { get; init; } = [];

    /// <summary>Areas where no site may be, such as hazard areas: polygons in longitude and latitude.</summary>
    public ImmutableArray<Geometry> ForbiddenAreas { get; init; } = [];

    /// <summary>What would be built.</summary>
    public FacilityKind Kind { get; init; } = FacilityKind.MilitiaPost;

    /// <summary>The radius in metres that each would cover; none where it is left to the plan's default for the kind.</summary>
    public double? CoverageRadiusMetres { get; init; }

    /// <summary>What each would cost, in the plan's unit of money; none where it is not known.</summary>
    public double? Cost { get; init; }

    /// <summary>
    /// The sites, named after where they come from: <c>border-1</c> … along the border, <c>road-1</c> … along roads in
    /// the plan's order, and the places by their own names.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A spacing, distance, radius or cost is out of its bounds.</exception>
    public ImmutableArray<CandidateSite> Generate(CancellationToken cancellationToken = default) => GeneratedSites.Of(this, cancellationToken);
}

/// <summary>A place to be a candidate.</summary>
/// <param name="Name">A name that is unique among the places, such as <c>height-12</c>: the site's id.</param>
/// <param name="LongitudeDegrees">East of Greenwich.</param>
/// <param name="LatitudeDegrees">North of the equator.</param>
public readonly record struct GeoPlace(string Name, double LongitudeDegrees, double LatitudeDegrees);
