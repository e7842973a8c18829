using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// The relief of a terrain as a map tile: shadow as black and light as white, both thin, so that it can be laid over any
/// ground colour without its text and symbols losing contrast. Transparent where the terrain is void.
/// </summary>
public static class HillshadeTile
{
    // Of 255: under 35 % of contrast, as maps with symbols on them need.
    private const double DeepestShadow = 88;
    private const double BrightestLight = 60;
    private const int Pixels = TileAddress.SizePixels;

    /// <summary>
    /// Whether a tile is drawn from the overviews of a terrain. Without them it would read all of the terrain; any other
    /// tile reads only the cells under it, and no more of them than the levels below the overviews have.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile.</exception>
    public static bool NeedsOverviews(ElevationSurface terrain, TileAddress tile)
    {
        ArgumentNullException.ThrowIfNull(terrain);
        if (!tile.Exists)
            throw new ArgumentOutOfRangeException(nameof(tile), tile, $"A tile has a zoom of 0 to {TileAddress.LargestZoom}, and a row and a column within it.");
        return terrain.OverviewLevel > 0 && TileGround.LevelFor(terrain, tile) >= terrain.OverviewLevel;
    }

    /// <summary>Draws a tile: grey and opacity of each pixel, row by row; nothing where there is no terrain on it.</summary>
    /// <param name="terrain">The terrain.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile.</exception>
    /// <exception cref="TerrainException">A file of the terrain cannot be read.</exception>
    public static byte[]? Draw(ElevationSurface terrain, TileAddress tile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terrain);
        if (!tile.Exists)
            throw new ArgumentOutOfRangeException(nameof(tile), tile, $"A tile has a zoom of 0 to {TileAddress.LargestZoom}, and a row and a column within it.");
        if (TileGround.Of(terrain, tile, cancellationToken) is not { } ground)
            return null;

        // Away from the sun of level ground, darker or brighter.
        byte[] shades = new Hillshade(ground) { VerticalExaggeration = Exaggeration(tile.Zoom) }.Shade(cancellationToken);
        double level = 1 + (254 * Math.Sin(double.DegreesToRadians(45)));
        var greys = new byte[2 * Pixels * Pixels];
        bool isEmpty = true;
        for (int row = 0; row < Pixels; row++)
        {
            for (int column = 0; column < Pixels; column++)
            {
                byte shade = shades[((row + 1) * (Pixels + 2)) + column + 1];
                if (shade == 0)
                    continue;
                isEmpty = false;
                int at = 2 * ((row * Pixels) + column);
                bool isDark = shade < level;
                greys[at] = isDark ? (byte)0 : (byte)255;
                greys[at + 1] = (byte)Math.Round(isDark ? DeepestShadow * (level - shade) / level : BrightestLight * (shade - level) / (255 - level));
            }
        }

        return isEmpty ? null : greys;
    }

    // From afar slopes are flattened by their means; a little more height keeps the relief readable.
    private static double Exaggeration(int zoom) => Math.Clamp(Math.Pow(1.3, 12 - zoom), 1, 6);
}
