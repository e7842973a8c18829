using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>
/// Contour lines by marching squares over the centres of cells (Lorensen and Cline 1987, in the plane), linear between
/// two centres; a saddle is parted by the mean of its four corners. Squares with a void corner have no lines.
/// </summary>
public static class Contours
{
    /// <summary>The most levels that are traced: what is more is a mistake in the interval.</summary>
    public const int MostLevels = 10_000;

    /// <summary>The most places that all lines together may have: a gigabyte or two while they are traced.</summary>
    public const int MostPlaces = 20_000_000;

    /// <summary>The most that lines may have which are sent to somebody: some 60 MB of GeoJSON.</summary>
    public const int MostPlacesSent = 2_000_000;

    /// <summary>The lines at every multiple of an interval, from the lowest level up.</summary>
    /// <param name="grid">The elevations.</param>
    /// <param name="intervalMetres">From one level to the next; above 0.</param>
    /// <param name="baseMetres">A level that the others are counted from.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not above 0, or gives more than <see cref="MostLevels"/> levels or <see cref="MostPlaces"/> places; or the base is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ImmutableArray<ContourLine> Of(ElevationGrid grid, double intervalMetres, double baseMetres = 0, CancellationToken cancellationToken = default) =>
        Of(grid, intervalMetres, baseMetres, MostPlaces, cancellationToken);

    /// <summary>The same, with a bound of its own on the places of all lines together, which is checked before any line is traced.</summary>
    internal static ImmutableArray<ContourLine> Of(ElevationGrid grid, double intervalMetres, double baseMetres, int mostPlaces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (!double.IsFinite(intervalMetres) || intervalMetres <= 0)
            throw new ArgumentOutOfRangeException(nameof(intervalMetres), intervalMetres, "An interval is a finite number of metres above 0.");
        if (!double.IsFinite(baseMetres))
            throw new ArgumentOutOfRangeException(nameof(baseMetres), baseMetres, "A base is a finite number of metres.");
        (float lowest, float highest) = Range(grid);
        if (!(lowest <= highest))
            return [];
        double first = Math.Ceiling((lowest - baseMetres) / intervalMetres), last = Math.Floor((highest - baseMetres) / intervalMetres);
        if (last - first >= MostLevels)
            throw new ArgumentOutOfRangeException(nameof(intervalMetres), intervalMetres, $"From {lowest} m to {highest} m this gives {last - first + 1:0} levels; at most {MostLevels} are traced.");
        int count = Math.Max(0, (int)(last - first) + 1);
        long places = Segments.Count(grid, baseMetres + (first * intervalMetres), intervalMetres, count, cancellationToken);
        if (places > mostPlaces)
        {
            throw new ArgumentOutOfRangeException(nameof(intervalMetres), string.Create(CultureInfo.InvariantCulture,
                $"At an interval of {intervalMetres} m these lines have about {places} places; they may have {mostPlaces}. Take an interval of {Enough(intervalMetres, places, mostPlaces)} m, or a smaller part of the terrain."));
        }

        var lines = new ImmutableArray<ContourLine>[count];
        Segments[] levels = Segments.Of(grid, baseMetres + (first * intervalMetres), intervalMetres, count, cancellationToken);
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, level =>
            lines[level] = ContourTrace.Join(grid, baseMetres + ((first + level) * intervalMetres), levels[level]));
        return [.. lines.SelectMany(static of => of)];
    }

    // Half as many levels have half as many places; a little more for those that just do not fit, and a round number.
    private static double Enough(double interval, long places, int mostPlaces)
    {
        double least = interval * places / mostPlaces * 1.05, unit = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Math.Ceiling(least / unit) * unit;
    }

    private static (float Lowest, float Highest) Range(ElevationGrid grid)
    {
        float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
        foreach (float sample in grid.Samples)
        {
            // Comparisons with a void are false.
            if (sample < lowest)
                lowest = sample;
            if (sample > highest)
                highest = sample;
        }

        return (lowest, highest);
    }
}
