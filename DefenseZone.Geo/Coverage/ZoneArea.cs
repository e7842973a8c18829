using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>How much of a zone's ground lies within the radius of a facility.</summary>
public sealed record ZoneArea
{
    /// <summary>The zone.</summary>
    public required DefensiveZone Zone { get; init; }

    /// <summary>Its area on the ellipsoid, in square metres; 0 where its geometry is no area.</summary>
    public required double AreaSquareMetres { get; init; }

    /// <summary>The part of that within the radius of one facility or more, in square metres.</summary>
    public required double CoveredSquareMetres { get; init; }

    /// <summary>The covered share, 0 to 1; 0 where the zone has no area.</summary>
    public double CoverageRatio => AreaSquareMetres > 0 ? CoveredSquareMetres / AreaSquareMetres : 0;
}

/// <summary>The ground within a geodesic distance of a place.</summary>
/// <param name="Centre">The place, on WGS84.</param>
/// <param name="RadiusMetres">The distance, in metres; above 0 and at most <see cref="RadiusCoverage.LargestRadiusMetres"/>.</param>
public readonly record struct CoverDisc(GeoPoint Centre, double RadiusMetres);
