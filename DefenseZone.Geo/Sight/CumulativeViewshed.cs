using System.Collections.Immutable;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Sight;

/// <summary>How many observers see each cell, over the smallest part of the terrain that holds all their windows.</summary>
public sealed class CumulativeViewshed
{
    private readonly ushort[] _counts;

    private CumulativeViewshed(GridFrame frame, ushort[] counts)
    {
        Frame = frame;
        _counts = counts;
    }

    /// <summary>Where the cells are; empty where no observer stands on known ground.</summary>
    public GridFrame Frame { get; }

    /// <summary>How many observers see each cell, row by row from north; 65,535 also stands for more.</summary>
    public ReadOnlyMemory<ushort> Counts => _counts;

    /// <summary>How many cells at least so many observers see.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="observers"/> is below 1.</exception>
    public int CellsSeenBy(int observers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observers, 1);
        int cells = 0;
        foreach (ushort count in _counts)
            cells += count >= observers ? 1 : 0;
        return cells;
    }

    /// <summary>The cells that at least so many observers see, as <see cref="Viewshed.Outline"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="observers"/> is below 1.</exception>
    public MultiPolygon Outline(int observers = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observers, 1);
        return CellOutlines.Of(Frame, (column, row) => _counts[(row * Frame.Columns) + column] >= observers, cancellationToken);
    }

    internal static CumulativeViewshed Of(GridFrame terrain, ImmutableArray<Viewshed> viewsheds)
    {
        int west = int.MaxValue, north = int.MaxValue, east = 0, south = 0;
        foreach (Viewshed viewshed in viewsheds)
        {
            if (viewshed.Frame.IsEmpty)
                continue;
            (west, east) = (Math.Min(west, viewshed.FirstColumn), Math.Max(east, viewshed.FirstColumn + viewshed.Frame.Columns));
            (north, south) = (Math.Min(north, viewshed.FirstRow), Math.Max(south, viewshed.FirstRow + viewshed.Frame.Rows));
        }

        if (east == 0)
            return new CumulativeViewshed(GridFrame.Empty, []);
        GridFrame frame = terrain.Window(west, north, east - west, south - north);
        if (frame.Count > Array.MaxLength)
            throw new InvalidOperationException($"The grid around all observers has {frame.Columns} × {frame.Rows} cells, more than fit in memory; ask for fewer observers at a time.");
        ushort[] counts = new ushort[frame.Count];
        foreach (Viewshed viewshed in viewsheds)
        {
            if (!viewshed.Frame.IsEmpty)
                viewshed.AddTo(counts, frame.Columns, west, north);
        }

        return new CumulativeViewshed(frame, counts);
    }
}
