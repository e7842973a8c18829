using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>Where the light of a hillshade comes from.</summary>
public sealed record Light
{
    /// <summary>From the north-west, 45° high, heights as they are.</summary>
    public static Light NorthWest { get; } = new();

    /// <summary>Where the light comes from, clockwise from north; 315 is north-west. Any finite number.</summary>
    public double AzimuthDegrees { get; init; } = 315;

    /// <summary>How high it stands over the horizon, 0 to 90.</summary>
    public double AltitudeDegrees { get; init; } = 45;

    /// <summary>How many times heights are exaggerated; above 0.</summary>
    public double ZFactor { get; init; } = 1;

    internal void ThrowUnlessUsable()
    {
        if (!double.IsFinite(AzimuthDegrees))
            throw new ArgumentOutOfRangeException(nameof(AzimuthDegrees), AzimuthDegrees, "An azimuth is a finite number of degrees.");
        if (!(AltitudeDegrees is >= 0 and <= 90))
            throw new ArgumentOutOfRangeException(nameof(AltitudeDegrees), AltitudeDegrees, "An altitude is 0 to 90 degrees.");
        if (!double.IsFinite(ZFactor) || ZFactor <= 0)
            throw new ArgumentOutOfRangeException(nameof(ZFactor), ZFactor, "A z factor is a finite number above 0.");
    }
}

/// <summary>
/// How bright ground is in slanting light (Horn 1981): 1 for dark to 255 for bright, 0 for void, the same numbers as
/// <c>gdaldem hillshade</c>. Gradients are per metre on the ground, also where the grid is in degrees.
/// </summary>
public static class Hillshade
{
    private const int Step = 32;

    /// <summary>The shade of every cell; 0 at the outer edge of the grid and beside voids, where there are no eight neighbours.</summary>
    /// <param name="grid">The elevations.</param>
    /// <param name="light">The light; from the north-west where none is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The light is out of its bounds.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Raster<byte> Of(ElevationGrid grid, Light? light = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        light ??= Light.NorthWest;
        light.ThrowUnlessUsable();
        byte[] shades = GC.AllocateUninitializedArray<byte>(grid.Samples.Length);
        int columns = grid.Columns, rows = grid.Rows;
        if (columns < 3 || rows < 3)
        {
            Array.Clear(shades);
            return Raster<byte>.Adopt(grid.Frame, shades);
        }

        shades.AsSpan(0, columns).Clear();
        shades.AsSpan((rows - 1) * columns).Clear();
        RowBands.For(1, rows - 1, row => FillRow(grid, light, row, shades.AsSpan(row * columns, columns)), cancellationToken);
        return Raster<byte>.Adopt(grid.Frame, shades);
    }

    private static void FillRow(ElevationGrid grid, Light light, int row, Span<byte> shades)
    {
        var rays = new Rays(light, grid.Frame, row);
        var horn = new Horn(grid, row);
        int end = shades.Length - 1, column = 1;
        for (; column <= end - Step; column += Step)
            rays.Shade(horn, column, shades);

        // The rest is done once more from a step before the end, where there is a step.
        if (column < end && end - 1 >= Step)
            rays.Shade(horn, end - Step, shades);
        else
            for (; column < end; column++)
                shades[column] = rays.Shade(horn.One(column));
        (shades[0], shades[end]) = (0, 0);
    }

    // The light on a row: what does not change along it.
    private readonly struct Rays
    {
        private readonly float _up;
        private readonly float _west;
        private readonly float _north;
        private readonly float _scaleWest;
        private readonly float _scaleNorth;

        public Rays(Light light, GridFrame frame, int row)
        {
            (double sinAzimuth, double cosAzimuth) = Math.SinCos(double.DegreesToRadians(light.AzimuthDegrees));
            (double sinAltitude, double cosAltitude) = Math.SinCos(double.DegreesToRadians(light.AltitudeDegrees));
            double west = light.ZFactor / (8 * frame.CellWidthMetres(row)), north = light.ZFactor / (8 * frame.CellHeightMetres(row));
            (_scaleWest, _scaleNorth) = ((float)west, (float)north);
            _up = (float)(254 * sinAltitude);
            _west = (float)(254 * sinAzimuth * cosAltitude);
            _north = (float)(-254 * cosAzimuth * cosAltitude);
        }

        public byte Shade((float West, float North) rise)
        {
            float west = rise.West * _scaleWest, north = rise.North * _scaleNorth;
            float lit = (_up + (west * _west) + (north * _north)) / MathF.Sqrt(1 + (west * west) + (north * north));
            return float.IsNaN(lit) ? (byte)0 : (byte)(Math.Max(lit, 0) + 1.5f);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Shade(Horn horn, int column, Span<byte> shades)
        {
            Vector256<short> first = Vector256.Narrow(Eight(horn, column), Eight(horn, column + 8));
            Vector256<short> second = Vector256.Narrow(Eight(horn, column + 16), Eight(horn, column + 24));
            Vector256.Narrow(first.AsUInt16(), second.AsUInt16()).CopyTo(shades[column..]);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<int> Eight(Horn horn, int column)
        {
            horn.Eight(column, out Vector256<float> west, out Vector256<float> north);
            west *= _scaleWest;
            north *= _scaleNorth;
            Vector256<float> lit = (Vector256.Create(_up) + (west * _west) + (north * _north)) / Vector256.Sqrt(Vector256<float>.One + (west * west) + (north * north));

            // A maximum may drop NaN, so voids are marked by comparing before it.
            Vector256<float> known = Vector256.Equals(lit, lit);
            return Vector256.ConvertToInt32((Vector256.Max(lit, Vector256<float>.Zero) + Vector256.Create(1.5f)) & known) & known.AsInt32();
        }
    }
}
