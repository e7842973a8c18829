using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>A closed interval of chainage along the border.</summary>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end, at or after the start.</param>
public readonly record struct BorderStretch(double FromMetres, double ToMetres)
{
    /// <summary>Its length in metres.</summary>
    public double LengthMetres => ToMetres - FromMetres;
}

/// <summary>The stretch of chainage that a border segment, or one line of a multi-part segment, takes up.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end.</param>
public readonly record struct SegmentStretch(BorderSegment Segment, double FromMetres, double ToMetres);

/// <summary>The place on the border that is nearest to some other place.</summary>
/// <param name="ChainageMetres">Its chainage.</param>
/// <param name="DistanceMetres">The geodesic distance to it.</param>
/// <param name="Point">Where it is.</param>
public readonly record struct NearestBorderPoint(double ChainageMetres, double DistanceMetres, GeoPoint Point);

/// <summary>A stretch of border that a facility covers: the common currency of every way to cover.</summary>
/// <param name="Facility">The facility's index among those considered.</param>
/// <param name="FromMetres">Chainage of its start, inclusive.</param>
/// <param name="ToMetres">Chainage of its end, inclusive.</param>
public readonly record struct CoverStretch(int Facility, double FromMetres, double ToMetres);
