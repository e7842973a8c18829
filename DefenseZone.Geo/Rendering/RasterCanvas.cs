using System.Globalization;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// Pixels to draw lines on, with smooth edges and no native library. A stroke is laid on as a whole: how much of a pixel
/// is within half its width of the line, by the distance of the pixel's centre, the most that any piece of the line
/// gives; so that joints are round and nothing is laid on twice. Colours are mixed by the over operator of T. Porter and
/// T. Duff, Compositing digital images, SIGGRAPH 1984.
/// </summary>
public sealed class RasterCanvas
{
    private readonly float[] _stroke;
    private readonly byte[] _pixels;
    private int _firstRow;
    private int _lastRow = -1;

    /// <summary>An empty, transparent canvas.</summary>
    /// <param name="width">In pixels; 1 to 4,096.</param>
    /// <param name="height">In pixels; 1 to 4,096.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is out of its bounds.</exception>
    public RasterCanvas(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 4096);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 4096);
        Width = width;
        Height = height;
        _stroke = new float[width * height];
        _pixels = new byte[4 * width * height];
        _firstRow = height;
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>Whether nothing has been drawn.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The pixels from the top, row by row from the left: red, green, blue and opacity of each, the colours not multiplied by it.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Adds a straight piece to the stroke that <see cref="Lay"/> will lay on.</summary>
    /// <param name="x0">Where it starts, in pixels from the left edge.</param>
    /// <param name="y0">Where it starts, in pixels from the top edge.</param>
    /// <param name="x1">Where it ends, from the left edge.</param>
    /// <param name="y1">Where it ends, from the top edge. A piece without length is a dot.</param>
    /// <param name="widthPixels">The stroke's width, above 0.</param>
    public void Add(double x0, double y0, double x1, double y1, double widthPixels)
    {
        // A pixel is all within the stroke half a pixel inside of its edge, and all without half a pixel outside.
        double reach = (widthPixels / 2) + 0.5;
        int top = (int)Math.Max(0, Math.Ceiling(Math.Min(y0, y1) - reach - 0.5));
        int bottom = (int)Math.Min(Height - 1, Math.Floor(Math.Max(y0, y1) + reach - 0.5));
        double dx = x1 - x0, dy = y1 - y0, squared = (dx * dx) + (dy * dy);
        for (int row = top; row <= bottom; row++)
        {
            double y = row + 0.5;
            (double left, double right) = Between(x0, y0, dx, dy, y, reach);
            int first = (int)Math.Max(0, Math.Ceiling(left - reach - 0.5));
            int last = (int)Math.Min(Width - 1, Math.Floor(right + reach - 0.5));
            for (int column = first; column <= last; column++)
            {
                double fromX = column + 0.5 - x0, fromY = y - y0;
                double along = squared > 0 ? Math.Clamp(((fromX * dx) + (fromY * dy)) / squared, 0, 1) : 0;
                double offX = fromX - (along * dx), offY = fromY - (along * dy);
                float share = (float)Math.Clamp(reach - Math.Sqrt((offX * offX) + (offY * offY)), 0, 1);
                ref float pixel = ref _stroke[(row * Width) + column];
                pixel = Math.Max(pixel, share);
            }
        }

        if (top <= bottom)
        {
            _firstRow = Math.Min(_firstRow, top);
            _lastRow = Math.Max(_lastRow, bottom);
        }
    }

    /// <summary>Lays on the stroke that was added up since the last one.</summary>
    /// <param name="colour">Its colour as CSS has it, <c>#RRGGBB</c>.</param>
    /// <param name="opacity">How much of what is below it hides, 0 to 1.</param>
    /// <exception cref="FormatException">The colour is not written like that.</exception>
    public void Lay(string colour, double opacity = 1)
    {
        ArgumentNullException.ThrowIfNull(colour);
        if (colour is not ['#', ..] || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb) || colour.Length != 7)
            throw new FormatException($"The colour '{colour}' must be written as #RRGGBB.");
        int end = (_lastRow + 1) * Width;
        for (int i = _firstRow * Width; i < end; i++)
        {
            double over = _stroke[i] * opacity;
            _stroke[i] = 0;
            if (over > 0)
                Mix(_pixels.AsSpan(4 * i, 4), rgb, over);
        }

        _firstRow = Height;
        _lastRow = -1;
    }

    private void Mix(Span<byte> pixel, int rgb, double over)
    {
        IsEmpty = false;
        double under = pixel[3] / 255.0 * (1 - over), opacity = over + under;
        for (int channel = 0; channel < 3; channel++)
        {
            int colour = (rgb >> (16 - (8 * channel))) & 0xFF;
            pixel[channel] = (byte)Math.Round(((colour * over) + (pixel[channel] * under)) / opacity);
        }

        pixel[3] = (byte)Math.Round(255 * opacity);
    }

    // Where the part of the piece lies, from left to right, that a row can be within reach of.
    private static (double Left, double Right) Between(double x0, double y0, double dx, double dy, double y, double reach)
    {
        if (dy == 0)
            return dx < 0 ? (x0 + dx, x0) : (x0, x0 + dx);
        double one = Math.Clamp((y - reach - y0) / dy, 0, 1), other = Math.Clamp((y + reach - y0) / dy, 0, 1);
        double from = x0 + (one * dx), to = x0 + (other * dx);
        return from < to ? (from, to) : (to, from);
    }
}
