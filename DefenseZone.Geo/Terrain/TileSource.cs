namespace DefenseZone.Geo.Terrain;

/// <summary>
/// One tile of a surface: a raster that gives its samples in blocks, as its file has them, and knows no cache. Safe
/// to use from several threads.
/// </summary>
internal abstract class TileSource
{
    /// <summary>The side of a block of a coarser level.</summary>
    public const int CoarseBlock = 256;

    /// <summary>How deep the levels go: at the last, a cell is 65,536 of the finest wide.</summary>
    public const int LastLevel = 16;

    /// <summary>What it is called: the name of its file.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, for people.</summary>
    public abstract string Format { get; }

    /// <summary>Where its samples are.</summary>
    public abstract GridFrame Frame { get; }

    /// <summary>How many columns a block has.</summary>
    public abstract int BlockColumns { get; }

    /// <summary>How many rows a block has.</summary>
    public abstract int BlockRows { get; }

    /// <summary>
    /// Fills a block; what of it lies outside of the frame may be left as it is. Elevations in metres, NaN for voids.
    /// </summary>
    /// <exception cref="TerrainException">It cannot be read.</exception>
    public abstract void ReadBlock(int blockColumn, int blockRow, Span<float> samples);

    /// <summary>The coarsest level that the source can fill by itself; 0 where it has none.</summary>
    public virtual int CoarsestOwnLevel => 0;

    /// <summary>
    /// Fills a block of a coarser level with better than the mean of the finer one, where the source has it.
    /// </summary>
    /// <returns>False where the mean has to do.</returns>
    public virtual bool TryReadCoarse(int level, int blockColumn, int blockRow, Span<float> samples) => false;

    /// <summary>
    /// Where the samples of a level are: each is the mean of 2 × 2 of the level below, so its centre lies between theirs.
    /// </summary>
    public static GridFrame Coarser(GridFrame frame, int level)
    {
        if (level == 0)
            return frame;
        int factor = 1 << level;
        double shift = (factor - 1) / 2.0;
        return new GridFrame(
            frame.System, frame.X(shift), frame.Y(shift), frame.StepX * factor, frame.StepY * factor,
            Halve(frame.Columns, level), Halve(frame.Rows, level));
    }

    private static int Halve(int count, int level) => (int)(((long)count + (1L << level) - 1) >> level);
}
