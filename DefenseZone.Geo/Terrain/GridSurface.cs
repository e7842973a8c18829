using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Terrain;

/// <summary>The surface of one grid in memory.</summary>
internal sealed class GridSurface : ElevationSurface
{
    private static long _count;

    private readonly ElevationGrid _grid;

    public GridSurface(ElevationGrid grid)
    {
        _grid = grid;

        // Samples in memory are not compared: each grid is terrain of its own.
        Identity = grid.Frame.IsEmpty ? string.Empty : "grid " + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        Tiles = grid.Frame.IsEmpty ? [] : [new TerrainTile("grid", "in memory", grid.Frame)];
    }

    public override string Identity { get; }

    public override GridFrame Frame => _grid.Frame;

    public override ImmutableArray<TerrainTile> Tiles { get; }

    internal override void Read(int firstColumn, int firstRow, int columns, int rows, Span<float> samples)
    {
        for (int row = 0; row < rows; row++)
            _grid.Row(firstRow + row).Slice(firstColumn, columns).CopyTo(samples.Slice(row * columns, columns));
    }
}
