using System.Collections.Immutable;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Sight;

/// <summary>A question about a terrain: which cells do these observers see?</summary>
/// <remarks>
/// <para>An observer stands at the centre of the cell that holds the place given, the eye so high above the height of
/// that cell; a target stands at the centre of each cell within the range, the range itself included. A target is seen
/// when nowhere on the line to it the ground rises above the line (see <see cref="SightConditions"/>; ground that only
/// touches it does not count). The ground is looked at where the line crosses the columns between the two cells, or the
/// rows if more of those lie between, interpolated linearly between the two cells that the line passes between there.
/// The observer's own cell is seen.</para>
/// <para>A cell without a height is not seen and hides nothing; how many there are within the range is said.</para>
/// <para>Distances are in the grid: metres in a projected system, and in a geographic one degrees times the metres of a
/// degree on WGS84 at the observer's latitude, which over 10 km at 22° is within 0.1 %.</para>
/// </remarks>
/// <param name="Terrain">The terrain.</param>
/// <param name="Observers">The observers.</param>
public sealed record ViewshedProblem(ElevationSurface Terrain, ImmutableArray<Observer> Observers)
{
    /// <summary>The longest range in metres.</summary>
    public const double LargestRangeMetres = 200_000;

    /// <summary>The most cells that a range may reach to one side.</summary>
    public const int LargestReachCells = 5_000;

    private readonly double _rangeMetres = 10_000;

    /// <summary>
    /// The longest range in metres, whole, that can be looked at from anywhere on a terrain: <see cref="LargestRangeMetres"/>,
    /// or less where the terrain is so fine that it would reach over more than <see cref="LargestReachCells"/> cells.
    /// </summary>
    public static double LargestRangeMetresOver(ElevationSurface terrain)
    {
        ArgumentNullException.ThrowIfNull(terrain);
        GridFrame frame = terrain.Frame;
        if (frame.IsEmpty)
            return LargestRangeMetres;

        // The cells of a geographic grid are narrowest at the end that is nearer to a pole.
        double most = LargestRangeMetres;
        foreach (int row in (ReadOnlySpan<int>)[0, frame.Rows - 1])
        {
            if (frame.Columns > LargestReachCells)
                most = Math.Min(most, LargestReachCells * frame.CellWidthMetres(row));
            if (frame.Rows > LargestReachCells)
                most = Math.Min(most, LargestReachCells * frame.CellHeightMetres(row));
        }

        return Math.Max(1, Math.Floor(most));
    }

    /// <summary>How high eyes and targets stand, and how light bends.</summary>
    public SightConditions Conditions { get; init; } = SightConditions.Standard;

    /// <summary>How far to look, in metres, above 0 up to <see cref="LargestRangeMetres"/>; 10,000 where it is not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in that range.</exception>
    public double RangeMetres
    {
        get => _rangeMetres;
        init
        {
            ThrowIfOutOfRange(value, nameof(RangeMetres));
            _rangeMetres = value;
        }
    }

    /// <summary>
    /// Whether a line of sight is followed to every cell, by the definition above. Otherwise a fan of rays does nearly
    /// the same (over 99 % of the cells seen by either are seen by both) many times faster.
    /// </summary>
    public bool Exact { get; init; }

    /// <summary>Answers the question, several observers at once.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An observer's height or range is out of bounds, or a range reaches over more than <see cref="LargestReachCells"/> cells.
    /// </exception>
    /// <exception cref="TerrainException">A file of the terrain cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ViewshedReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        // Asked here, so that what is wrong is thrown as itself and not from inside the parallel loop.
        var conditions = new SightConditions[Observers.Length];
        for (int i = 0; i < conditions.Length; i++)
        {
            conditions[i] = Observers[i].HeightMetres is { } height ? Conditions with { ObserverHeightMetres = height } : Conditions;
            ThrowIfOutOfRange(RangeOf(Observers[i]), nameof(RangeMetres));
            ViewshedScratch.ThrowIfTooFar(Terrain.Frame, Observers[i].Place, RangeOf(Observers[i]));
        }

        var viewsheds = new Viewshed[Observers.Length];
        ObserverLoop.ForEach(viewsheds.Length, ViewshedScratch.Rent, ViewshedScratch.Return, (i, scratch) =>
            viewsheds[i] = scratch.Look(Terrain, Observers[i], RangeOf(Observers[i]), conditions[i], Exact, cancellationToken), progress, cancellationToken);
        return new ViewshedReport(this, ImmutableArray.Create(viewsheds));
    }

    /// <summary>
    /// Reads what <see cref="Solve"/> will look at, so that it finds it in memory as far as the terrain keeps it there.
    /// Nothing depends on it but the time that each takes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">As <see cref="Solve"/>.</exception>
    /// <exception cref="TerrainException">A file of the terrain cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void ReadTerrain(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        foreach (Observer observer in Observers)
            ViewshedScratch.ThrowIfTooFar(Terrain.Frame, observer.Place, RangeOf(observer));
        ObserverLoop.ForEach(Observers.Length, ViewshedScratch.Rent, ViewshedScratch.Return, (i, scratch) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            scratch.Read(Terrain, Observers[i].Place, RangeOf(Observers[i]), cancellationToken);
        }, progress, cancellationToken);
    }

    /// <summary>How far an observer looks, in metres.</summary>
    public double RangeOf(Observer observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return observer.RangeMetres ?? RangeMetres;
    }

    private static void ThrowIfOutOfRange(double metres, string name)
    {
        if (!(metres > 0 && metres <= LargestRangeMetres))
            throw new ArgumentOutOfRangeException(name, metres, $"A range of sight is above 0 and at most {LargestRangeMetres:0} metres.");
    }
}
