namespace DefenseZone.Geo.Terrain;

/// <summary>A tile and its coarser levels, read through the cache.</summary>
internal sealed class CachedTile
{
    private readonly BlockCache _cache;
    private readonly GridFrame[] _frames;
    private readonly Func<BlockKey, float[]> _read;
    private volatile TileOverview _overview = TileOverview.None;

    public CachedTile(TileSource source, BlockCache cache)
    {
        Source = source;
        _cache = cache;
        _read = ReadBlock;
        _frames = new GridFrame[TileSource.LastLevel + 1];
        for (int level = 0; level < _frames.Length; level++)
            _frames[level] = TileSource.Coarser(source.Frame, level);
    }

    public TileSource Source { get; }

    /// <summary>The coarse levels that are kept; those are read from it and not from the file.</summary>
    public TileOverview Overview
    {
        get => _overview;
        set => _overview = value;
    }

    /// <summary>Where the samples of a level are.</summary>
    public GridFrame Frame(int level) => _frames[level];

    /// <summary>Reads a part of a level that lies within it into rows that are <paramref name="stride"/> apart.</summary>
    public void Read(int level, int firstColumn, int firstRow, int columns, int rows, Span<float> samples, int stride)
    {
        if (_overview.TryRead(level, firstColumn, firstRow, columns, rows, samples, stride))
            return;
        (int width, int height) = BlockShape(level);
        for (int blockRow = firstRow / height; blockRow <= (firstRow + rows - 1) / height; blockRow++)
        {
            int top = Math.Max(firstRow, blockRow * height), bottom = Math.Min(firstRow + rows, (int)Math.Min((blockRow + 1L) * height, int.MaxValue));
            for (int blockColumn = firstColumn / width; blockColumn <= (firstColumn + columns - 1) / width; blockColumn++)
            {
                int left = Math.Max(firstColumn, blockColumn * width);
                int right = Math.Min(firstColumn + columns, (int)Math.Min((blockColumn + 1L) * width, int.MaxValue));
                float[] block = _cache.Get(new BlockKey(Source, level, blockColumn, blockRow), width * height, _read);
                for (int row = top; row < bottom; row++)
                {
                    block.AsSpan(((row - (blockRow * height)) * width) + left - (blockColumn * width), right - left)
                        .CopyTo(samples[(((row - firstRow) * stride) + left - firstColumn)..]);
                }
            }
        }
    }

    private (int Columns, int Rows) BlockShape(int level) =>
        level == 0 ? (Source.BlockColumns, Source.BlockRows) : (TileSource.CoarseBlock, TileSource.CoarseBlock);

    private float[] ReadBlock(BlockKey key)
    {
        (int width, int height) = BlockShape(key.Level);
        var samples = new float[width * height];
        if (key.Level == 0)
            Source.ReadBlock(key.Column, key.Row, samples);
        else if (!Source.TryReadCoarse(key.Level, key.Column, key.Row, samples))
            Average(key, samples);
        return samples;
    }

    private void Average(BlockKey key, float[] samples)
    {
        GridFrame finer = _frames[key.Level - 1];
        int left = 2 * key.Column * TileSource.CoarseBlock, top = 2 * key.Row * TileSource.CoarseBlock;
        int columns = Math.Min(2 * TileSource.CoarseBlock, finer.Columns - left), rows = Math.Min(2 * TileSource.CoarseBlock, finer.Rows - top);
        var fine = new float[columns * rows];
        Read(key.Level - 1, left, top, columns, rows, fine, columns);
        LevelMeans.Halve(fine, columns, rows, samples, TileSource.CoarseBlock);
    }
}
