using System.Runtime.Intrinsics;

namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>How steep ground is, by Horn's gradient; per metre on the ground, also where the grid is in degrees.</summary>
public static class Slope
{
    /// <summary>The slope of every cell in degrees, 0 to 90; NaN at the outer edge and beside voids.</summary>
    /// <param name="grid">The elevations.</param>
    /// <param name="zFactor">How many times heights are exaggerated; above 0.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zFactor"/> is not above 0.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Raster<float> Of(ElevationGrid grid, double zFactor = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (!double.IsFinite(zFactor) || zFactor <= 0)
            throw new ArgumentOutOfRangeException(nameof(zFactor), zFactor, "A z factor is a finite number above 0.");
        return Gradient.Of(grid, zFactor, static (west, north) => float.RadiansToDegrees(MathF.Atan(MathF.Sqrt((west * west) + (north * north)))), cancellationToken);
    }
}

/// <summary>Which way ground faces, by Horn's gradient; per metre on the ground, also where the grid is in degrees.</summary>
public static class Aspect
{
    /// <summary>
    /// The direction in which every cell falls, in degrees clockwise from the grid's north, 0 to below 360; NaN at the
    /// outer edge, beside voids and where it is flat.
    /// </summary>
    /// <param name="grid">The elevations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Raster<float> Of(ElevationGrid grid, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return Gradient.Of(grid, 1, Facing, cancellationToken);
    }

    // What rises to the west falls to the east.
    private static float Facing(float west, float north)
    {
        if (west == 0 && north == 0)
            return float.NaN;
        float degrees = 90 - float.RadiansToDegrees(MathF.Atan2(-north, west));
        return degrees < 0 ? degrees + 360 : degrees >= 360 ? degrees - 360 : degrees;
    }
}

/// <summary>Works something out from the gradient of every cell.</summary>
internal static class Gradient
{
    /// <summary>The raster of a function of the rise to the west and to the north, in metres per metre.</summary>
    public static Raster<float> Of(ElevationGrid grid, double zFactor, Func<float, float, float> value, CancellationToken cancellationToken)
    {
        float[] values = GC.AllocateUninitializedArray<float>(grid.Samples.Length);
        int columns = grid.Columns, rows = grid.Rows;
        RowBands.For(0, rows, row => FillRow(grid, zFactor, value, row, values.AsSpan(row * columns, columns)), cancellationToken);
        return Raster<float>.Adopt(grid.Frame, values);
    }

    private static void FillRow(ElevationGrid grid, double zFactor, Func<float, float, float> value, int row, Span<float> values)
    {
        if (row == 0 || row == grid.Rows - 1 || grid.Columns < 3)
        {
            values.Fill(float.NaN);
            return;
        }

        var horn = new Horn(grid, row);
        float scaleWest = (float)(zFactor / (8 * grid.Frame.CellWidthMetres(row))), scaleNorth = (float)(zFactor / (8 * grid.Frame.CellHeightMetres(row)));
        int column = 1;
        for (; column <= values.Length - 1 - Vector256<float>.Count; column += Vector256<float>.Count)
        {
            horn.Eight(column, out Vector256<float> west, out Vector256<float> north);
            west *= scaleWest;
            north *= scaleNorth;
            for (int i = 0; i < Vector256<float>.Count; i++)
                values[column + i] = Known(west[i], north[i], value);
        }

        for (; column < values.Length - 1; column++)
        {
            (float west, float north) = horn.One(column);
            values[column] = Known(west * scaleWest, north * scaleNorth, value);
        }

        (values[0], values[^1]) = (float.NaN, float.NaN);
    }

    private static float Known(float west, float north, Func<float, float, float> value) => float.IsNaN(west + north) ? float.NaN : value(west, north);
}
