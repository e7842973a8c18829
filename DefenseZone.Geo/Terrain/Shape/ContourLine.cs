using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>A line of one elevation, with the higher ground on its right.</summary>
/// <param name="ElevationMetres">Its elevation.</param>
/// <param name="Places">Its places in grid coordinates of the frame it was traced in: columns and rows. A closed line ends where it begins.</param>
/// <param name="IsClosed">Whether it is a ring; otherwise it ends at the edge of the grid or at a void.</param>
public sealed record ContourLine(double ElevationMetres, ImmutableArray<(double Column, double Row)> Places, bool IsClosed)
{
    /// <summary>Its places on WGS84.</summary>
    /// <param name="frame">The frame it was traced in.</param>
    public ImmutableArray<GeoPoint> OnEarth(GridFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return [.. Places.Select(place => frame.Place(place.Column, place.Row))];
    }
}
