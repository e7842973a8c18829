namespace DefenseZone.Geo.Terrain;

/// <summary>The coarse levels of a tile in memory, from one on: what a map from afar is drawn from without reading the tile.</summary>
internal sealed class TileOverview
{
    // A piece of the tile while it is read: a few megabytes, whatever the tile is like.
    private const int PieceColumns = 2_048;
    private const int LeastPieceRows = 256;
    private const int MostPieceRows = 1_024;
    private const long CacheBytes = 32L << 20;

    private readonly int _firstLevel;
    private readonly (float[] Samples, int Columns)[] _levels;

    private TileOverview(int firstLevel, (float[] Samples, int Columns)[] levels)
    {
        _firstLevel = firstLevel;
        _levels = levels;
    }

    /// <summary>No level.</summary>
    public static TileOverview None { get; } = new(0, []);

    /// <summary>Reads a tile once, and makes its levels from one on; each is the same as if it was read from the tile.</summary>
    /// <param name="source">The tile.</param>
    /// <param name="firstLevel">The finest level that is kept, 1 or more.</param>
    /// <param name="cancellationToken">Stops the reading, between two pieces.</param>
    /// <exception cref="TerrainException">The tile cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TileOverview Of(TileSource source, int firstLevel, CancellationToken cancellationToken)
    {
        (float[] Samples, int Columns, int Rows) level = First(source, firstLevel, cancellationToken);
        var levels = new List<(float[] Samples, int Columns)> { (level.Samples, level.Columns) };
        for (int i = firstLevel + 1; i <= TileSource.LastLevel; i++)
        {
            int columns = (level.Columns + 1) / 2, rows = (level.Rows + 1) / 2;
            var coarser = new float[columns * rows];
            LevelMeans.Halve(level.Samples, level.Columns, level.Rows, coarser, columns);
            level = (coarser, columns, rows);
            levels.Add((coarser, columns));
        }

        return new TileOverview(firstLevel, [.. levels]);
    }

    /// <summary>Reads a part of a level into rows that are <paramref name="stride"/> apart, where that level is kept.</summary>
    public bool TryRead(int level, int firstColumn, int firstRow, int columns, int rows, Span<float> samples, int stride)
    {
        if (level < _firstLevel || level - _firstLevel >= _levels.Length)
            return false;
        (float[] kept, int width) = _levels[level - _firstLevel];
        for (int row = 0; row < rows; row++)
            kept.AsSpan(((firstRow + row) * width) + firstColumn, columns).CopyTo(samples[(row * stride)..]);
        return true;
    }

    private static (float[] Samples, int Columns, int Rows) First(TileSource source, int level, CancellationToken cancellationToken)
    {
        // A cache of its own, so that what others work with is not pushed out.
        var tile = new CachedTile(source, new BlockCache(CacheBytes));
        int from = Math.Min(level, source.CoarsestOwnLevel), halvings = level - from;
        GridFrame fine = tile.Frame(from), coarse = tile.Frame(level);
        int width = RoundUp(PieceColumns, halvings), height = RoundUp(Math.Clamp(source.BlockRows, LeastPieceRows, MostPieceRows), halvings);
        var samples = new float[coarse.Count];
        var piece = new float[width * height];
        for (int row = 0; row < fine.Rows; row += height)
        {
            for (int column = 0; column < fine.Columns; column += width)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int columns = Math.Min(width, fine.Columns - column), rows = Math.Min(height, fine.Rows - row);
                tile.Read(from, column, row, columns, rows, piece, columns);
                for (int i = 0; i < halvings; i++)
                {
                    LevelMeans.Halve(piece, columns, rows, piece, (columns + 1) / 2);
                    (columns, rows) = ((columns + 1) / 2, (rows + 1) / 2);
                }

                for (int i = 0; i < rows; i++)
                    piece.AsSpan(i * columns, columns).CopyTo(samples.AsSpan((((row >> halvings) + i) * coarse.Columns) + (column >> halvings)));
            }
        }

        return (samples, coarse.Columns, coarse.Rows);
    }

    private static int RoundUp(int count, int halvings) => ((count + (1 << halvings) - 1) >> halvings) << halvings;
}
