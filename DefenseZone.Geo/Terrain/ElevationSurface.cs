using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Terrain;

/// <summary>
/// The terrain of a plan as one seamless surface, however many tiles it is made of. It is one grid that is never in
/// memory as a whole: a window of it is read when it is asked for, and what was read lately is kept within a bound.
/// </summary>
/// <remarks>
/// <para><see cref="Frame"/> is that grid, in the coordinate system and resolution of the finest tile. A tile that
/// lies on its lattice gives its samples unchanged; any other is resampled bilinearly. Where tiles overlap, the finest
/// that is not void there wins. Places without a tile are void.</para>
/// <para>Safe to use from several threads. What it gives for a place never changes; when files change, there is
/// another surface.</para>
/// </remarks>
public abstract class ElevationSurface : PlanTerrain
{
    // A large window is read in bands, between which the work can be stopped: relief may have to be made up, or unpacked.
    private const int MostRowsAtOnce = 1_024;
    private const int RowsOfABand = 256;

    /// <summary>The most samples of the first level of overviews: 16 MB.</summary>
    public const long MostOverviewSamples = 4_000_000;

    /// <summary>A surface that is void everywhere.</summary>
    public static ElevationSurface Empty { get; } = new GridSurface(ElevationGrid.Empty);

    /// <inheritdoc/>
    public override bool IsEmpty => Frame.IsEmpty;

    /// <summary>The grid over all tiles: pixel centres as <see cref="GridFrame"/> says.</summary>
    public abstract GridFrame Frame { get; }

    /// <summary>The tiles, finest first, and among equals in the order of their names.</summary>
    public abstract ImmutableArray<TerrainTile> Tiles { get; }

    /// <summary>What somebody who uses the surface should know of it: mixed resolutions, invented relief; nothing where there is nothing to say.</summary>
    public virtual ImmutableArray<string> Notes => [];

    /// <summary>Whether any of it is made up by a recipe and not measured.</summary>
    public bool IsInvented => TileNotes.AreInvented(Tiles);

    /// <summary>The box on WGS84 around all tiles.</summary>
    public virtual GeoExtent Extent => Frame.Extent;

    /// <summary>The distance between samples, in metres: the side of a square as large as the cell in the middle.</summary>
    public double ResolutionMetres => Frame.ResolutionMetres;

    /// <summary>The surface of a plan; <see cref="Empty"/> where it has none.</summary>
    public static ElevationSurface Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Terrain as ElevationSurface ?? Empty;
    }

    /// <summary>A surface of one grid that is in memory.</summary>
    public static ElevationSurface Of(ElevationGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return new GridSurface(grid);
    }

    /// <summary>
    /// The elevation in metres, bilinear between the samples around the place, as <see cref="ElevationGrid.Bilinear"/>.
    /// NaN outside the terrain and where a sample that has a say is void.
    /// </summary>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    public double ElevationMetres(GeoPoint place)
    {
        (double column, double row) = Frame.Locate(place);
        if (Frame.IsEmpty || !(column >= -0.5 && column <= Frame.Columns - 0.5 && row >= -0.5 && row <= Frame.Rows - 0.5))
            return double.NaN;
        int west = Math.Clamp((int)column, 0, Math.Max(Frame.Columns - 2, 0)), north = Math.Clamp((int)row, 0, Math.Max(Frame.Rows - 2, 0));
        Span<float> around = stackalloc float[4];
        int columns = Math.Min(2, Frame.Columns), rows = Math.Min(2, Frame.Rows);
        Read(0, west, north, columns, rows, around);
        double right = Math.Clamp(column - west, 0, columns - 1), down = Math.Clamp(row - north, 0, rows - 1);
        double upper = Mix(around[0], around[columns - 1], right);
        return down == 0 ? upper : Mix(upper, Mix(around[columns], around[(2 * columns) - 1], right), down);
    }

    /// <summary>
    /// What is known of a place: its elevation, or nothing, because it lies within <see cref="Frame"/> where that is void,
    /// or outside of it.
    /// </summary>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    public PlaceGround GroundAt(GeoPoint place)
    {
        if (!Reaches(place))
            return PlaceGround.Outside;
        return double.IsNaN(ElevationMetres(place)) ? PlaceGround.Void : PlaceGround.Known;
    }

    /// <summary>Whether a place lies within <see cref="Frame"/>, known or not; no file is read for it.</summary>
    public bool Reaches(GeoPoint place)
    {
        (double column, double row) = Frame.Locate(place);
        return !Frame.IsEmpty && column >= -0.5 && column <= Frame.Columns - 0.5 && row >= -0.5 && row <= Frame.Rows - 0.5;
    }

    /// <summary>The samples of a part of <see cref="Frame"/>, as they are.</summary>
    /// <param name="firstColumn">The westernmost column.</param>
    /// <param name="firstRow">The northernmost row.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within <see cref="Frame"/>.</exception>
    /// <exception cref="ArgumentException">The part does not fit in memory.</exception>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public ElevationGrid ReadWindow(int firstColumn, int firstRow, int columns, int rows, CancellationToken cancellationToken = default)
    {
        GridFrame window = Frame.Window(firstColumn, firstRow, columns, rows);
        float[] samples = ElevationGrid.Allocate(window);
        Read(firstColumn, firstRow, columns, rows, samples, cancellationToken);
        return ElevationGrid.Adopt(window, samples);
    }

    /// <summary>
    /// The samples around a place: all within a distance (measured on the ground, in the directions of the grid), and
    /// one more on each side, as far as there is terrain. Empty where the terrain is further away.
    /// </summary>
    /// <param name="place">The middle.</param>
    /// <param name="radiusMetres">How far to read; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="radiusMetres"/> is negative or not finite.</exception>
    /// <exception cref="ArgumentException">The part does not fit in memory.</exception>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    public ElevationGrid ReadWindow(GeoPoint place, double radiusMetres)
    {
        if (!double.IsFinite(radiusMetres) || radiusMetres < 0)
            throw new ArgumentOutOfRangeException(nameof(radiusMetres), radiusMetres, "A radius is a finite number of metres, 0 or more.");
        (double column, double row) = Frame.Locate(place);
        if (Frame.IsEmpty || !double.IsFinite(column) || !double.IsFinite(row))
            return ElevationGrid.Empty;

        // Columns stand closest at the end that is nearer to a pole.
        double down = radiusMetres / Frame.CellHeightMetres(row);
        double narrowest = Math.Min(Frame.CellWidthMetres(row - down), Frame.CellWidthMetres(row + down));
        double right = radiusMetres / narrowest;
        (int west, int columns) = Clip(column, right, Frame.Columns);
        (int north, int rows) = Clip(row, down, Frame.Rows);
        return columns == 0 || rows == 0 ? ElevationGrid.Empty : ReadWindow(west, north, columns, rows);
    }

    /// <summary>
    /// The first level of the surface's overviews: it and the coarser ones are kept in memory once they are built, in at
    /// most <see cref="MostOverviewSamples"/> samples and a third. 0 where the surface itself is no more than that.
    /// </summary>
    public virtual int OverviewLevel => 0;

    /// <summary>Whether there are overviews, or none are needed.</summary>
    public virtual bool HasOverviews => true;

    /// <summary>Builds the overviews where there are none: reads each tile once, piece by piece, on this thread alone.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public virtual void BuildOverviews(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
    }

    /// <summary>Takes over the overviews of another surface, where it has the same elevations and has them built.</summary>
    /// <returns>Whether it had.</returns>
    public virtual bool TakeOverviews(ElevationSurface other) => false;

    /// <summary>
    /// The grid of a coarser level: at each level a cell is as wide as two of the level below, and its sample is the
    /// mean of what is known under it. Level 0 is <see cref="Frame"/>.
    /// </summary>
    internal abstract GridFrame LevelFrame(int level);

    /// <summary>Whether a part of <see cref="Frame"/> can have a sample that is known; false tells that all of it is void.</summary>
    internal virtual bool MayBeKnown(int firstColumn, int firstRow, int columns, int rows) => true;

    /// <summary>Reads a part of a level that lies within it, row after row.</summary>
    internal abstract void Read(int level, int firstColumn, int firstRow, int columns, int rows, Span<float> samples);

    /// <summary>Reads a part of <see cref="Frame"/> that lies within it, row after row, and stops where it is told to.</summary>
    internal void Read(int firstColumn, int firstRow, int columns, int rows, Span<float> samples, CancellationToken cancellationToken)
    {
        int band = rows <= MostRowsAtOnce ? Math.Max(rows, 1) : RowsOfABand;
        for (int row = 0; row < rows; row += band)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(band, rows - row);
            Read(0, firstColumn, firstRow + row, columns, count, samples.Slice(row * columns, count * columns));
        }
    }

    private static (int First, int Count) Clip(double middle, double reach, int count)
    {
        double first = Math.Max(Math.Floor(middle - reach) - 1, 0), last = Math.Min(Math.Ceiling(middle + reach) + 1, count - 1);
        return first <= last ? ((int)first, (int)(last - first) + 1) : (0, 0);
    }

    private static double Mix(double from, double to, double share) => share switch
    {
        0 => from,
        1 => to,
        _ => (from * (1 - share)) + (to * share),
    };
}
