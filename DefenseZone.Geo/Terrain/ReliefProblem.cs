namespace DefenseZone.Geo.Terrain;

/// <summary>A question about the shape of the ground: its shade, slope or aspect, cell by cell, by Horn's method.</summary>
/// <remarks>
/// The definitions are those of <see cref="Hillshade"/> and <see cref="SlopeAspect"/>. A terrain in degrees needs no scale:
/// the size of a cell in metres is taken on WGS84, row by row.
/// </remarks>
/// <param name="Part">The ground.</param>
/// <param name="Kind">What is asked.</param>
public sealed record ReliefProblem(TerrainPart Part, ReliefKind Kind)
{
    /// <summary>For a hillshade: where the light comes from, in degrees clockwise from the grid's north.</summary>
    public double AzimuthDegrees { get; init; } = 315;

    /// <summary>For a hillshade: how high the light stands, in degrees above the horizon; above 0 and at most 90.</summary>
    public double AltitudeDegrees { get; init; } = 45;

    /// <summary>For a hillshade: how many times heights are exaggerated; above 0.</summary>
    public double VerticalExaggeration { get; init; } = 1;

    /// <summary>For slopes: whether they are metres of rise on a hundred metres, and not degrees.</summary>
    public bool SlopeInPercent { get; init; }

    /// <summary>Reads the ground and works it out.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The light or the exaggeration is out of its bounds.</exception>
    /// <exception cref="ArgumentException">The part does not fit in memory.</exception>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReliefReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        // Before anything is read: a light below the horizon is told at once.
        Shade(ElevationGrid.Empty, cancellationToken);
        return Solve(Part.Read(progress, cancellationToken), cancellationToken);
    }

    /// <summary>Works it out for ground that was read before.</summary>
    /// <param name="ground">What <see cref="TerrainPart.Read"/> gave for <see cref="Part"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The light or the exaggeration is out of its bounds.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReliefReport Solve(ElevationGrid ground, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ElevationRange elevations = ElevationRange.Of(ground.Samples);
        if (Kind == ReliefKind.Hillshade)
        {
            byte[] shades = Shade(ground, cancellationToken);
            return new ReliefReport(this, ground.Frame, elevations, CellFigures.Of(shades)) { Shades = Raster<byte>.Adopt(ground.Frame, shades) };
        }

        var shape = new SlopeAspect(ground);
        float[] values = Kind == ReliefKind.Aspect ? shape.AspectDegrees(cancellationToken)
            : SlopeInPercent ? shape.SlopePercent(cancellationToken)
            : shape.SlopeDegrees(cancellationToken);
        return new ReliefReport(this, ground.Frame, elevations, Kind == ReliefKind.Aspect ? CellFigures.OfDirections(values) : CellFigures.Of(values))
        {
            Values = Raster<float>.Adopt(ground.Frame, values),
        };
    }

    private byte[] Shade(ElevationGrid ground, CancellationToken cancellationToken) => new Hillshade(ground)
    {
        AzimuthDegrees = AzimuthDegrees,
        AltitudeDegrees = AltitudeDegrees,
        VerticalExaggeration = VerticalExaggeration,
    }.Shade(cancellationToken);
}
