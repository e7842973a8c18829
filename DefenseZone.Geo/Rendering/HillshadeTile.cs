using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Shape;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// The relief under a map as tiles of <c>WebMercatorQuad</c>: shadow to be laid over any ground, black of at most a
/// third opacity, nothing on flat ground and where the terrain is void.
/// </summary>
public static class HillshadeTile
{
    /// <summary>How opaque the deepest shadow is, 0 to 1: terrain shading stays under 35 % contrast.</summary>
    public const double DeepestShadow = 0.34;

    private const int Side = TileAddress.SizePixels;

    // Every sixteenth pixel is located; in between the projections are straight to a hundredth of a pixel.
    private const int MeshSpacing = 16;

    // Means over wider cells are flatter: from afar heights are raised by so much that mountains still look it.
    private const double FlatteningPerLevel = 0.6;

    // Flat ground has this shade under light 45° high; what is lighter stays as it is.
    private const double FlatShade = 180;

    private static readonly byte[] Empty = PngImage.Encode(Side, Side, new byte[2 * Side * Side], PngColour.GreyAndAlpha);

    /// <summary>The tile as a PNG of 256 × 256 pixels, grey and opacity.</summary>
    /// <param name="terrain">The terrain; it is read in the resolution of the zoom.</param>
    /// <param name="address">Which tile.</param>
    /// <param name="zFactor">How many times heights are exaggerated; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile, or <paramref name="zFactor"/> is not above 0.</exception>
    /// <exception cref="TerrainException">A terrain file cannot be read.</exception>
    public static byte[] Png(ElevationSurface terrain, TileAddress address, double zFactor = 1)
    {
        ArgumentNullException.ThrowIfNull(terrain);
        if (!address.Exists)
            throw new ArgumentOutOfRangeException(nameof(address), address, $"There is no such tile: zooms are 0 to {TileAddress.LargestZoom}, rows and columns 0 to 2^zoom − 1.");
        (double Column, double Row)[] mesh = Mesh(terrain.Frame, address);
        if (terrain.IsEmpty || !TryRead(terrain, address, mesh, out ElevationGrid grid, out int level))
            return Empty;
        Raster<byte> shades = Hillshade.Of(grid, Light.NorthWest with { ZFactor = zFactor * Math.Pow(2, FlatteningPerLevel * level) });
        byte[] pixels = Draw(shades, mesh, new LevelPlace(terrain.LevelFrame(level), grid.Frame, level));
        return pixels.AsSpan().IndexOfAnyExcept((byte)0) < 0 ? Empty : PngImage.Encode(Side, Side, pixels, PngColour.GreyAndAlpha);
    }

    // The nodes of the tile in grid coordinates of the terrain's finest level.
    private static (double Column, double Row)[] Mesh(GridFrame frame, TileAddress address)
    {
        const int Nodes = (Side / MeshSpacing) + 1;
        double world = 2 * Math.PI * Wgs84.SemiMajorAxisMetres, size = world / (1L << address.Zoom);
        var mesh = new (double, double)[Nodes * Nodes];
        for (int row = 0; row < Nodes; row++)
        {
            for (int column = 0; column < Nodes; column++)
            {
                double x = ((address.Column + ((double)column / (Nodes - 1))) * size) - (world / 2), y = (world / 2) - ((address.Row + ((double)row / (Nodes - 1))) * size);
                mesh[(row * Nodes) + column] = frame.Locate(WebMercator.ToGeoPoint(x, y));
            }
        }

        return mesh;
    }

    private static bool TryRead(ElevationSurface terrain, TileAddress address, (double Column, double Row)[] mesh, out ElevationGrid grid, out int level)
    {
        (grid, level) = (ElevationGrid.Empty, 0);
        double left = double.PositiveInfinity, top = double.PositiveInfinity, right = double.NegativeInfinity, bottom = double.NegativeInfinity;
        foreach ((double column, double row) in mesh)
        {
            // Half the world away there are no coordinates; a tile that reaches there shows nothing of the rest.
            if (!double.IsFinite(column) || !double.IsFinite(row))
                return false;
            (left, right, top, bottom) = (Math.Min(left, column), Math.Max(right, column), Math.Min(top, row), Math.Max(bottom, row));
        }

        // As many cells as pixels, or up to twice as many each way.
        double perPixel = Math.Max((right - left) / Side, (bottom - top) / Side);
        level = Math.Clamp((int)Math.Floor(Math.Log2(Math.Max(perPixel, 1))), 0, TileSource.LastLevel);
        GridFrame frame = terrain.LevelFrame(level);
        double factor = 1 << level, shift = (factor - 1) / 2;
        int west = (int)Math.Clamp(Math.Floor((left - shift) / factor) - 2, 0, frame.Columns), east = (int)Math.Clamp(Math.Ceiling((right - shift) / factor) + 2, -1, frame.Columns - 1.0);
        int north = (int)Math.Clamp(Math.Floor((top - shift) / factor) - 2, 0, frame.Rows), south = (int)Math.Clamp(Math.Ceiling((bottom - shift) / factor) + 2, -1, frame.Rows - 1.0);
        if (west > east || north > south)
            return false;
        GridFrame window = frame.Window(west, north, east - west + 1, south - north + 1);
        float[] samples = ElevationGrid.Allocate(window);
        terrain.Read(level, west, north, window.Columns, window.Rows, samples);
        grid = ElevationGrid.Adopt(window, samples);
        return true;
    }

    private static byte[] Draw(Raster<byte> shades, (double Column, double Row)[] mesh, LevelPlace place)
    {
        var pixels = new byte[2 * Side * Side];
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                double shade = Bilinear(shades, place.Of(At(mesh, column + 0.5, row + 0.5)));
                if (shade > 0)
                    pixels[(2 * ((row * Side) + column)) + 1] = (byte)Math.Round(255 * DeepestShadow * Math.Clamp((FlatShade - shade) / FlatShade, 0, 1));
            }
        }

        return pixels;
    }

    private static (double Column, double Row) At((double Column, double Row)[] mesh, double x, double y)
    {
        const int Nodes = (Side / MeshSpacing) + 1;
        int column = (int)(x / MeshSpacing), row = (int)(y / MeshSpacing), at = (row * Nodes) + column;
        double right = (x / MeshSpacing) - column, down = (y / MeshSpacing) - row;
        (double Column, double Row) a = mesh[at], b = mesh[at + 1], c = mesh[at + Nodes], d = mesh[at + Nodes + 1];
        return (
            Mix(Mix(a.Column, b.Column, right), Mix(c.Column, d.Column, right), down),
            Mix(Mix(a.Row, b.Row, right), Mix(c.Row, d.Row, right), down));
    }

    // Shades are mixed and not heights: enlarged, bilinear ground would show its facets. 0 is void.
    private static double Bilinear(Raster<byte> shades, (double Column, double Row) place)
    {
        int columns = shades.Frame.Columns, west = (int)Math.Floor(place.Column), north = (int)Math.Floor(place.Row);
        if (west < 0 || north < 0 || west + 1 >= columns || north + 1 >= shades.Frame.Rows)
            return 0;
        ReadOnlySpan<byte> upper = shades.Samples.Slice((north * columns) + west, 2), lower = shades.Samples.Slice(((north + 1) * columns) + west, 2);
        if (upper[0] == 0 || upper[1] == 0 || lower[0] == 0 || lower[1] == 0)
            return 0;
        double right = place.Column - west, down = place.Row - north;
        return Mix(Mix(upper[0], upper[1], right), Mix(lower[0], lower[1], right), down);
    }

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);

    /// <summary>From grid coordinates of the finest level to those of a window of a coarser one.</summary>
    private readonly struct LevelPlace(GridFrame level, GridFrame window, int depth)
    {
        private readonly double _factor = 1 << depth;
        private readonly double _column = Math.Round((window.FirstX - level.FirstX) / level.StepX);
        private readonly double _row = Math.Round((level.FirstY - window.FirstY) / level.StepY);

        public (double Column, double Row) Of((double Column, double Row) finest) =>
            (((finest.Column - ((_factor - 1) / 2)) / _factor) - _column, ((finest.Row - ((_factor - 1) / 2)) / _factor) - _row);
    }
}
