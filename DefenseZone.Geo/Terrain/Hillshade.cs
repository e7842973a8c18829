using System.Numerics;

namespace DefenseZone.Geo.Terrain;

/// <summary>
/// How bright the ground is under one distant light: 1 (turned away) to 255 (turned towards it), 0 for voids. The
/// brightness is the cosine between the light and the ground's normal, with slopes by Horn's method.
/// </summary>
/// <param name="Grid">The ground; in metres or in degrees, where a cell's size in metres is taken row by row.</param>
public sealed record Hillshade(ElevationGrid Grid)
{
    private const int RowsAtOnce = 32;

    /// <summary>Where the light comes from, in degrees clockwise from the grid's north.</summary>
    public double AzimuthDegrees { get; init; } = 315;

    /// <summary>How high the light stands, in degrees above the horizon; above 0 and at most 90.</summary>
    public double AltitudeDegrees { get; init; } = 45;

    /// <summary>How many times heights are exaggerated; above 0.</summary>
    public double VerticalExaggeration { get; init; } = 1;

    /// <summary>The brightness of each cell, row after row from the north, each row from the west.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The light or the exaggeration is out of its bounds.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public byte[] Shade(CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid();
        int columns = Grid.Columns;
        var shades = new byte[columns * Grid.Rows];
        if (shades.Length == 0)
            return shades;
        (double sineAltitude, double cosineAltitude) = Math.SinCos(double.DegreesToRadians(AltitudeDegrees));
        (double sineAzimuth, double cosineAzimuth) = Math.SinCos(double.DegreesToRadians(AzimuthDegrees));
        var light = new Light(
            (float)(sineAzimuth * cosineAltitude * VerticalExaggeration),
            (float)(cosineAzimuth * cosineAltitude * VerticalExaggeration),
            (float)sineAltitude,
            (float)(VerticalExaggeration * VerticalExaggeration));
        int blocks = (Grid.Rows + RowsAtOnce - 1) / RowsAtOnce;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
        {
            var gradients = new GradientRows(Grid);
            var east = new float[columns];
            var north = new float[columns];
            for (int row = block * RowsAtOnce; row < Math.Min(Grid.Rows, (block + 1) * RowsAtOnce); row++)
            {
                gradients.Read(row, east, north);
                ShadeRow(east, north, light, shades.AsSpan(row * columns, columns));
            }
        });
        return shades;
    }

    private static void ShadeRow(float[] east, float[] north, Light light, Span<byte> shades)
    {
        int column = 0, lanes = Vector<float>.Count;
        Span<int> whole = stackalloc int[lanes];
        for (; column + lanes <= shades.Length; column += lanes)
        {
            var p = new Vector<float>(east, column);
            var q = new Vector<float>(north, column);
            Vector<float> towards = new Vector<float>(light.Up) - (p * light.East) - (q * light.North);
            Vector<float> cosine = towards / Vector.SquareRoot(Vector<float>.One + (((p * p) + (q * q)) * light.Square));
            Vector<float> shade = Vector.Max(cosine, Vector<float>.Zero) * 254 + new Vector<float>(1.5f);

            // A void is not equal to itself, and comes out as 0.
            Vector.ConvertToInt32(Vector.ConditionalSelect(Vector.Equals(p, p), shade, Vector<float>.Zero)).CopyTo(whole);
            for (int i = 0; i < lanes; i++)
                shades[column + i] = (byte)whole[i];
        }

        for (; column < shades.Length; column++)
        {
            float p = east[column], q = north[column];
            float cosine = (light.Up - (p * light.East) - (q * light.North)) / MathF.Sqrt(1 + (((p * p) + (q * q)) * light.Square));
            shades[column] = float.IsNaN(p) ? (byte)0 : (byte)((Math.Max(cosine, 0) * 254) + 1.5f);
        }
    }

    private void ThrowIfInvalid()
    {
        if (!double.IsFinite(AzimuthDegrees))
            throw new ArgumentOutOfRangeException(nameof(AzimuthDegrees), AzimuthDegrees, "The light's azimuth is a finite number of degrees.");
        if (!(AltitudeDegrees is > 0 and <= 90))
            throw new ArgumentOutOfRangeException(nameof(AltitudeDegrees), AltitudeDegrees, "The light stands above 0 and at most 90 degrees high.");
        if (!(VerticalExaggeration > 0) || double.IsInfinity(VerticalExaggeration))
            throw new ArgumentOutOfRangeException(nameof(VerticalExaggeration), VerticalExaggeration, "Heights are exaggerated by a finite number above 0.");
    }

    /// <summary>The light's direction, scaled, and the square of the exaggeration.</summary>
    private readonly record struct Light(float East, float North, float Up, float Square);
}
