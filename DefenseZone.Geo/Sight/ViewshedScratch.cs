using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Sight;

/// <summary>What one thread needs to find viewsheds one after another, kept so that it is not allocated for each.</summary>
internal sealed class ViewshedScratch
{
    // A long range leaves a big window behind; a few of the usual size are worth keeping.
    private const int LargestKeptCells = 4_000_000;
    private const int MostKept = 16;

    private static readonly ConcurrentBag<ViewshedScratch> Kept = [];

    private readonly RayFan _fan = new();
    private float[] _heights = [];

    internal static ViewshedScratch Rent() => Kept.TryTake(out ViewshedScratch? scratch) ? scratch : new ViewshedScratch();

    internal static void Return(ViewshedScratch scratch)
    {
        if (scratch._heights.Length <= LargestKeptCells && Kept.Count < MostKept)
            Kept.Add(scratch);
    }

    /// <summary>Refuses a range that would take more memory than anybody means to give.</summary>
    internal static void ThrowIfTooFar(GridFrame frame, GeoPoint place, double rangeMetres)
    {
        if (Cell(frame, place) is not { } cell)
            return;
        double columns = Math.Min(rangeMetres / frame.CellWidthMetres(cell.Row), frame.Columns);
        double rows = Math.Min(rangeMetres / frame.CellHeightMetres(cell.Row), frame.Rows);
        if (Math.Max(columns, rows) > ViewshedProblem.LargestReachCells)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rangeMetres), rangeMetres, $"A range of sight reaches over at most {ViewshedProblem.LargestReachCells} cells; this one reaches over {Math.Max(columns, rows):0} of {frame.ResolutionMetres:0.###} m.");
        }
    }

    /// <summary>The cell that a place is in; none outside the terrain.</summary>
    internal static (int Column, int Row)? Cell(GridFrame frame, GeoPoint place)
    {
        (double column, double row) = frame.Locate(place);
        return column >= -0.5 && column <= frame.Columns - 0.5 && row >= -0.5 && row <= frame.Rows - 0.5 && !frame.IsEmpty
            ? ((int)Math.Clamp(Math.Floor(column + 0.5), 0, frame.Columns - 1), (int)Math.Clamp(Math.Floor(row + 0.5), 0, frame.Rows - 1))
            : null;
    }

    /// <summary>Finds what one observer sees.</summary>
    internal Viewshed Look(
        ElevationSurface terrain, Observer observer, double rangeMetres, SightConditions conditions, bool exact, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        GridFrame frame = terrain.Frame;
        if (Cell(frame, observer.Place) is not { } cell || Read(terrain, observer.Place, rangeMetres, cancellationToken) is not { } window)
            return Viewshed.OfNothing(observer, ObserverGround.OutsideTerrain, rangeMetres, conditions);
        (int firstColumn, int firstRow, int columns, int rows) = window;
        double cellWidth = frame.CellWidthMetres(cell.Row), cellHeight = frame.CellHeightMetres(cell.Row);
        Span<float> heights = _heights.AsSpan(0, columns * rows);
        var grid = new HeightCells(heights, columns, cellWidth, cellHeight);
        int column = cell.Column - firstColumn, row = cell.Row - firstRow;
        if (!float.IsFinite(heights[(row * columns) + column]))
            return Viewshed.OfNothing(observer, ObserverGround.Void, rangeMetres, conditions);
        SeenCells seen = exact
            ? Exact(columns, rows, column, row, cellWidth, cellHeight, rangeMetres, conditions, cancellationToken)
            : _fan.Look(grid, column, row, rangeMetres, conditions);
        (int within, int voids) = Count(grid, column, row, rangeMetres, mayHaveVoids: exact || _fan.Window.HasVoids);
        return new Viewshed(observer, frame.Window(firstColumn, firstRow, columns, rows), seen)
        {
            RangeMetres = rangeMetres,
            Conditions = conditions,
            Ground = ObserverGround.Known,
            GroundMetres = heights[(row * columns) + column],
            FirstColumn = firstColumn,
            FirstRow = firstRow,
            Place = frame.Place(cell.Column, cell.Row),
            CellSquareMetres = cellWidth * cellHeight,
            CellsWithin = within,
            VoidCells = voids,
        };
    }

    /// <summary>Reads the heights within reach of a place into this scratch; nothing outside the terrain.</summary>
    internal (int FirstColumn, int FirstRow, int Columns, int Rows)? Read(ElevationSurface terrain, GeoPoint place, double rangeMetres, CancellationToken cancellationToken)
    {
        GridFrame frame = terrain.Frame;
        if (Cell(frame, place) is not { } cell)
            return null;
        (int firstColumn, int columns) = Reach(cell.Column, rangeMetres / frame.CellWidthMetres(cell.Row), frame.Columns);
        (int firstRow, int rows) = Reach(cell.Row, rangeMetres / frame.CellHeightMetres(cell.Row), frame.Rows);
        if (_heights.Length < columns * rows)
            _heights = new float[columns * rows];
        terrain.Read(firstColumn, firstRow, columns, rows, _heights.AsSpan(0, columns * rows), cancellationToken);
        return (firstColumn, firstRow, columns, rows);
    }

    private static (int First, int Count) Reach(int middle, double cells, int all)
    {
        int reach = (int)Math.Min(cells, all);
        int first = Math.Max(0, middle - reach);
        return (first, Math.Min(all - 1, middle + reach) - first + 1);
    }

    private SeenCells Exact(
        int columns, int rows, int column, int row, double cellWidth, double cellHeight, double rangeMetres, SightConditions conditions, CancellationToken cancellationToken)
    {
        var seen = new SeenCells.Draft(columns, rows);
        seen.Add(column, row);
        float[] heights = _heights;
        Parallel.For(0, rows, new ParallelOptions { CancellationToken = cancellationToken }, to =>
        {
            var grid = new HeightCells(heights.AsSpan(0, columns * rows), columns, cellWidth, cellHeight);
            var sight = new CellSight(grid, column, row, conditions);
            int reach = grid.ColumnsWithin(rangeMetres, to - row);
            for (int east = Math.Max(-reach, -column); east <= Math.Min(reach, columns - 1 - column); east++)
            {
                if ((east != 0 || to != row) && sight.Sees(east, to - row))
                    seen.Add(column + east, to);
            }
        });
        return seen.Done();
    }

    /// <summary>How many cells lie within the range, and how many of them are voids.</summary>
    private static (int Within, int Voids) Count(in HeightCells grid, int column, int row, double rangeMetres, bool mayHaveVoids)
    {
        int within = 0, voids = 0;
        for (int r = 0; r < grid.Rows; r++)
        {
            int reach = grid.ColumnsWithin(rangeMetres, r - row);
            if (reach < 0)
                continue;
            int first = Math.Max(0, column - reach), end = Math.Min(grid.Columns, column + reach + 1);
            within += end - first;
            if (mayHaveVoids)
                voids += Voids(grid.Heights[((r * grid.Columns) + first)..((r * grid.Columns) + end)]);
        }

        return (within, voids);
    }

    private static int Voids(ReadOnlySpan<float> heights)
    {
        ref float first = ref MemoryMarshal.GetReference(heights);
        Vector256<int> found = default;
        int i = 0, count = 0;
        for (; i + Vector256<float>.Count <= heights.Length; i += Vector256<float>.Count)
            found += Vector256.IsNaN(Vector256.LoadUnsafe(ref first, (nuint)i)).AsInt32();
        for (; i < heights.Length; i++)
            count += float.IsNaN(heights[i]) ? 1 : 0;
        return count - Vector256.Sum(found);
    }
}
