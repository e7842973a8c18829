namespace DefenseZone.Geo.Terrain;

/// <summary>One piece of a terrain: a file, or relief that is generated.</summary>
/// <param name="Name">The name of its file, without the folder; what it is called where there is no file.</param>
/// <param name="Format">What it is, for people: <c>SRTM .hgt, 1″</c>, <c>GeoTIFF, int16, Deflate</c>, <c>generated</c>.</param>
/// <param name="Frame">Where its samples are.</param>
public sealed record TerrainTile(string Name, string Format, GridFrame Frame);
