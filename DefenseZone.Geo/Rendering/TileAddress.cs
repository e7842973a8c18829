namespace DefenseZone.Geo.Rendering;

/// <summary>
/// A tile of the tile matrix set <c>WebMercatorQuad</c> (OGC 17-083r4, annex D.1): at zoom 0 one tile of 256 × 256
/// pixels is the world, and each further zoom cuts every tile into four. Rows count from north, columns from 180° west.
/// </summary>
/// <param name="Zoom">0 to <see cref="LargestZoom"/>.</param>
/// <param name="Row">0 to 2^zoom − 1.</param>
/// <param name="Column">0 to 2^zoom − 1.</param>
public readonly record struct TileAddress(int Zoom, int Row, int Column)
{
    /// <summary>The side of a tile in pixels.</summary>
    public const int SizePixels = 256;

    /// <summary>The deepest zoom there is.</summary>
    public const int LargestZoom = 24;

    /// <summary>Whether there is such a tile.</summary>
    public bool Exists => Zoom is >= 0 and <= LargestZoom && Row >= 0 && Row < 1L << Zoom && Column >= 0 && Column < 1L << Zoom;

    /// <summary>
    /// A place in pixels of this tile, from its north-west corner, right and down.
    /// </summary>
    /// <param name="x">The place's share of the world from west to east, 0 to 1.</param>
    /// <param name="y">The place's share of the world from north to south, 0 to 1.</param>
    public (double X, double Y) ToPixels(double x, double y)
    {
        double tiles = 1L << Zoom;
        return (((x * tiles) - Column) * SizePixels, ((y * tiles) - Row) * SizePixels);
    }
}
