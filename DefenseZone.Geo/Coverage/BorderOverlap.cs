using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>Border that is drawn twice: a length of one segment that runs along another, or along itself.</summary>
/// <param name="First">The segment that comes first along the border.</param>
/// <param name="Second">The other; the same one where a line runs there and back.</param>
/// <param name="Metres">How much of the first is drawn again, in metres.</param>
/// <param name="From">Where that begins.</param>
internal readonly record struct BorderOverlap(BorderSegment First, BorderSegment Second, double Metres, GeoPoint From);
