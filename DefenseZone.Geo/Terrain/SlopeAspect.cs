namespace DefenseZone.Geo.Terrain;

/// <summary>How steep the ground is and which way it falls, in every cell, by Horn's method.</summary>
/// <param name="Grid">The ground; in metres or in degrees, where a cell's size in metres is taken row by row.</param>
public sealed record SlopeAspect(ElevationGrid Grid)
{
    /// <summary>Degrees of slope, 0 (level) up to 90, row after row from the north; NaN for voids.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public float[] SlopeDegrees(CancellationToken cancellationToken = default) =>
        Each(static (east, north) => float.RadiansToDegrees(MathF.Atan(MathF.Sqrt((east * east) + (north * north)))), cancellationToken);

    /// <summary>
    /// The direction in which the ground falls, in degrees clockwise from the grid's north, 0 up to 360; NaN where it is
    /// level, and for voids.
    /// </summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public float[] AspectDegrees(CancellationToken cancellationToken = default) =>
        Each(static (east, north) => east == 0 && north == 0 ? float.NaN : Turn(float.RadiansToDegrees(MathF.Atan2(-east, -north))), cancellationToken);

    private static float Turn(float degrees) => degrees < 0 ? degrees + 360 is var turned && turned < 360 ? turned : 0 : degrees;

    private float[] Each(Func<float, float, float> value, CancellationToken cancellationToken)
    {
        int columns = Grid.Columns;
        var values = new float[columns * Grid.Rows];
        if (values.Length == 0)
            return values;
        Parallel.For(
            0,
            Grid.Rows,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => (Rows: new GradientRows(Grid), East: new float[columns], North: new float[columns]),
            (row, _, work) =>
            {
                work.Rows.Read(row, work.East, work.North);
                for (int column = 0; column < columns; column++)
                    values[(row * columns) + column] = value(work.East[column], work.North[column]);
                return work;
            },
            static _ => { });
        return values;
    }
}
