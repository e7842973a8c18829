using System.Collections.Immutable;

namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>A question: where are the contour lines of some ground?</summary>
/// <param name="Part">The ground.</param>
/// <param name="IntervalMetres">From one level to the next; above 0, and no more than <see cref="Contours.MostLevels"/> of them.</param>
public sealed record ContourProblem(TerrainPart Part, double IntervalMetres)
{
    /// <summary>A level that the others are counted from.</summary>
    public double BaseMetres { get; init; }

    /// <summary>The most places that all lines together may have; <see cref="Contours.MostPlaces"/> unless set.</summary>
    public int MostPlaces { get; init; } = Contours.MostPlaces;

    /// <summary>Reads the ground and traces the lines, as <see cref="Contours"/> says.</summary>
    /// <param name="progress">Told the share of the reading done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not above 0, or gives too many levels or places; or the base is not finite.</exception>
    /// <exception cref="ArgumentException">The part does not fit in memory.</exception>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ContourReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Contours.Of(ElevationGrid.Empty, IntervalMetres, BaseMetres, cancellationToken);
        ElevationGrid ground = Part.Read(progress, cancellationToken);
        return new ContourReport(this, ground.Frame, ElevationRange.Of(ground.Samples), Contours.Of(ground, IntervalMetres, BaseMetres, MostPlaces, cancellationToken));
    }
}

/// <summary>The contour lines of some ground.</summary>
/// <param name="Problem">What was asked.</param>
/// <param name="Frame">The cells that they were traced in.</param>
/// <param name="Elevations">The ground itself.</param>
/// <param name="Lines">The lines, from the lowest level up.</param>
public sealed record ContourReport(ContourProblem Problem, GridFrame Frame, ElevationRange Elevations, ImmutableArray<ContourLine> Lines)
{
    /// <summary>How many levels have a line.</summary>
    public int Levels => Lines.Select(static line => line.ElevationMetres).Distinct().Count();

    /// <summary>How many places all lines have together.</summary>
    public long Places => Lines.Sum(static line => (long)line.Places.Length);

    /// <summary>What there is to know about the answer.</summary>
    public ImmutableArray<string> Notes => TerrainNotes.On(Problem.Part.Terrain, Elevations);
}
