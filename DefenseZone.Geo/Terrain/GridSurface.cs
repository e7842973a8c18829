using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Terrain;

/// <summary>The surface of one grid in memory.</summary>
internal sealed class GridSurface : ElevationSurface
{
    private static long _count;

    private readonly ElevationGrid _grid;
    private readonly Lazy<CachedTile> _coarser;

    public GridSurface(ElevationGrid grid)
    {
        _grid = grid;
        _coarser = new(() => new CachedTile(new GridSource(grid), new BlockCache(16L << 20)));

        // Samples in memory are not compared: each grid is terrain of its own.
        Identity = grid.Frame.IsEmpty ? string.Empty : "grid " + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        Tiles = grid.Frame.IsEmpty ? [] : [new TerrainTile("grid", "in memory", grid.Frame)];
    }

    public override string Identity { get; }

    public override GridFrame Frame => _grid.Frame;

    public override ImmutableArray<TerrainTile> Tiles { get; }

    internal override GridFrame LevelFrame(int level) => TileSource.Coarser(Frame, level);

    internal override void Read(int level, int firstColumn, int firstRow, int columns, int rows, Span<float> samples)
    {
        if (columns == 0 || rows == 0)
            return;
        if (level > 0)
        {
            _coarser.Value.Read(level, firstColumn, firstRow, columns, rows, samples, columns);
            return;
        }

        for (int row = 0; row < rows; row++)
            _grid.Row(firstRow + row).Slice(firstColumn, columns).CopyTo(samples.Slice(row * columns, columns));
    }

    private sealed class GridSource(ElevationGrid grid) : TileSource
    {
        public override string Name => "grid";

        public override string Format => "in memory";

        public override GridFrame Frame => grid.Frame;

        public override int BlockColumns => CoarseBlock;

        public override int BlockRows => CoarseBlock;

        public override void ReadBlock(int blockColumn, int blockRow, Span<float> samples)
        {
            int left = blockColumn * CoarseBlock, columns = Math.Min(CoarseBlock, grid.Columns - left);
            for (int row = blockRow * CoarseBlock; row < Math.Min((blockRow + 1) * CoarseBlock, grid.Rows); row++)
                grid.Row(row).Slice(left, columns).CopyTo(samples[((row % CoarseBlock) * CoarseBlock)..]);
        }
    }
}
