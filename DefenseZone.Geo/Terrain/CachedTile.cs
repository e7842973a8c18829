namespace DefenseZone.Geo.Terrain;

/// <summary>A tile and its coarser levels, read through the cache.</summary>
internal sealed class CachedTile
{
    private readonly BlockCache _cache;
    private readonly GridFrame[] _frames;
    private readonly Func<BlockKey, float[]> _read;

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

    /// <summary>Where the samples of a level are.</summary>
    public GridFrame Frame(int level) => _frames[level];

    /// <summary>Reads a part of a level that lies within it into rows that are <paramref name="stride"/> apart.</summary>
    public void Read(int level, int firstColumn, int firstRow, int columns, int rows, Span<float> samples, int stride)
    {
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
        for (int row = 0; row < (rows + 1) / 2; row++)
        {
            int upper = 2 * row * columns, lower = (2 * row) + 1 < rows ? upper + columns : upper;
            for (int column = 0; column < (columns + 1) / 2; column++)
            {
                int west = 2 * column, east = Math.Min(west + 1, columns - 1);
                samples[(row * TileSource.CoarseBlock) + column] = Mean(fine[upper + west], fine[upper + east], fine[lower + west], fine[lower + east]);
            }
        }
    }

    // Voids have no say in a mean: a coarse cell is void only where nothing under it is known.
    private static float Mean(float a, float b, float c, float d)
    {
        float mean = (a + b + c + d) / 4;
        if (!float.IsNaN(mean))
            return mean;
        float sum = 0;
        int count = 0;
        foreach (float value in (ReadOnlySpan<float>)[a, b, c, d])
        {
            if (float.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return count == 0 ? float.NaN : sum / count;
    }
}
