using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Sight;

/// <summary>What one observer sees of the terrain about him. Immutable.</summary>
public sealed class Viewshed
{
    private readonly SeenCells _seen;

    internal Viewshed(Observer observer, GridFrame frame, SeenCells seen)
    {
        Observer = observer;
        Frame = frame;
        _seen = seen;
    }

    /// <summary>The observer.</summary>
    public Observer Observer { get; }

    /// <summary>What the observer stands on. Nothing is seen unless it is known.</summary>
    public required ObserverGround Ground { get; init; }

    /// <summary>The height of the ground under the observer, in metres; NaN where it is not known.</summary>
    public double GroundMetres { get; internal init; } = double.NaN;

    /// <summary>The centre of the observer's cell, from which is looked; the place given where that has no cell.</summary>
    public GeoPoint Place { get; internal init; }

    /// <summary>How far was looked, in metres.</summary>
    public required double RangeMetres { get; init; }

    /// <summary>Under which conditions.</summary>
    public required SightConditions Conditions { get; init; }

    /// <summary>Where the cells are that were looked at; empty where there are none.</summary>
    public GridFrame Frame { get; }

    /// <summary>The column of the terrain that column 0 of <see cref="Frame"/> is.</summary>
    public int FirstColumn { get; internal init; }

    /// <summary>The row of the terrain that row 0 of <see cref="Frame"/> is.</summary>
    public int FirstRow { get; internal init; }

    /// <summary>How many cells are seen, the observer's own included.</summary>
    public int VisibleCells => _seen.Count;

    /// <summary>How many cells of the terrain lie within the range.</summary>
    public int CellsWithin { get; internal init; }

    /// <summary>How many of those have no height; they are not seen, and hide nothing.</summary>
    public int VoidCells { get; internal init; }

    /// <summary>The area of a cell at the observer's, in square metres.</summary>
    public double CellSquareMetres { get; internal init; }

    /// <summary>The area seen, in square metres.</summary>
    public double VisibleSquareMetres => VisibleCells * CellSquareMetres;

    /// <summary>The share of the cells within the range that are seen, 0 to 1.</summary>
    public double VisibleRatio => CellsWithin > 0 ? VisibleCells / (double)CellsWithin : 0;

    /// <summary>Whether a cell of <see cref="Frame"/> is seen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public bool this[int column, int row] => (uint)column < (uint)Frame.Columns && (uint)row < (uint)Frame.Rows
        ? _seen[column, row]
        : throw new ArgumentOutOfRangeException(nameof(column), $"{column}, {row}", $"There are {Frame.Columns} × {Frame.Rows} cells.");

    /// <summary>Whether the cell that a place is in is seen; what lies further away than the range is not.</summary>
    public bool Sees(GeoPoint place) => ViewshedScratch.Cell(Frame, place) is { } cell && _seen[cell.Column, cell.Row];

    /// <summary>
    /// The cells seen as a polygon: their outlines, in WGS84, valid, holes included; empty where nothing is seen. Cells
    /// that touch at a corner only are parts of their own.
    /// </summary>
    public MultiPolygon Outline(CancellationToken cancellationToken = default) =>
        CellOutlines.Of(Frame, (column, row) => _seen[column, row], cancellationToken);

    internal static Viewshed OfNothing(Observer observer, ObserverGround ground, double rangeMetres, SightConditions conditions) =>
        new(observer, GridFrame.Empty, SeenCells.None) { Ground = ground, RangeMetres = rangeMetres, Conditions = conditions, Place = observer.Place };

    internal void AddTo(Span<ushort> counts, int stride, int firstColumn, int firstRow) =>
        _seen.AddTo(counts, stride, FirstColumn - firstColumn, FirstRow - firstRow);
}
