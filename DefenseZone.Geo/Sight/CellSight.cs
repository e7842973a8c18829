using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Sight;

/// <summary>
/// The line of sight from one cell centre to another, by definition (R3 of Franklin and Ray, 1994): where it crosses
/// the columns between (or the rows, whichever are more), the ground is interpolated linearly between the two cells
/// that it passes there, and must not lie above the line.
/// </summary>
/// <remarks>A crossing that a void takes part in hides nothing. Double precision throughout.</remarks>
internal readonly ref struct CellSight
{
    private readonly HeightCells _grid;
    private readonly int _column;
    private readonly int _row;
    private readonly double _eye;
    private readonly double _targetHeightMetres;
    private readonly double _halfCurvature;

    internal CellSight(HeightCells grid, int column, int row, SightConditions conditions)
    {
        _grid = grid;
        _column = column;
        _row = row;
        _eye = grid.Heights[(row * grid.Columns) + column] + conditions.ObserverHeightMetres;
        _targetHeightMetres = conditions.TargetHeightMetres;
        _halfCurvature = conditions.HalfCurvature;
    }

    /// <summary>Whether the target on a cell is seen. One on a void is not.</summary>
    /// <param name="east">Columns from the observer's to the target's.</param>
    /// <param name="south">Rows from the observer's to the target's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Sees(int east, int south)
    {
        int columns = _grid.Columns;
        ref float heights = ref MemoryMarshal.GetReference(_grid.Heights);
        int target = ((_row + south) * columns) + _column + east;
        double rise = Unsafe.Add(ref heights, target) + _targetHeightMetres - _eye;
        if (!double.IsFinite(rise))
            return false;
        bool alongRow = Math.Abs(east) >= Math.Abs(south);
        int steps = alongRow ? Math.Abs(east) : Math.Abs(south);
        int aside = alongRow ? Math.Abs(south) : Math.Abs(east);
        int ahead = alongRow ? Math.Sign(east) : Math.Sign(south) * columns;
        int sideways = alongRow ? Math.Sign(south) * columns : Math.Sign(east);
        double x = east * _grid.CellWidthMetres, y = south * _grid.CellHeightMetres;
        double bulge = _halfCurvature * ((x * x) + (y * y));
        double perStep = 1.0 / steps;
        double eye = _eye + SightConditions.ToleranceMetres;
        int at = (_row * columns) + _column;
        int rest = 0;
        for (int step = 1; step < steps; step++)
        {
            at += ahead;
            rest += aside;
            if (rest >= steps)
            {
                rest -= steps;
                at += sideways;
            }

            double ground = Unsafe.Add(ref heights, at);
            if (rest > 0)
                ground += rest * perStep * (Unsafe.Add(ref heights, at + sideways) - ground);
            double share = step * perStep;

            // A void makes this NaN, which is not above anything.
            if (ground + (bulge * share * (1 - share)) > eye + (share * rise))
                return false;
        }

        return true;
    }
}
