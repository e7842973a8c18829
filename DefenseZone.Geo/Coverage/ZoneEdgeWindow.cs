using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The zone edges about the place where the border is being walked, side by side for vector instructions: walking on
/// by some metres mostly meets the same ones. One walk has one of these; it is not shared.
/// </summary>
internal sealed class ZoneEdgeWindow(ZoneLevelIndex zones)
{
    private const double TouchDegrees = 1e-9;
    private const double TouchShare = 1e-9;
    private const int Eight = 8;

    private BoxGrid.CellRange _cells = new(-1, -1, -1, -1);
    private double[] _ax = [];
    private double[] _ay = [];
    private double[] _bx = [];
    private double[] _by = [];
    private int _count;

    /// <summary>
    /// Appends where a line from A to B, straight in degrees, crosses or touches a zone's edge, as shares of its
    /// length from 0 to 1, ends included, in any order.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Crossings(double ax, double ay, double bx, double by, List<double> shares)
    {
        var step = new Step(ax, ay, bx - ax, by - ay);
        if (step.Square <= 0)
            return;
        BoxGrid.CellRange cells = zones.CellsOf(BoxGrid.Box.Around(ax, ay, bx, by));
        if (cells != _cells)
            MoveTo(cells);
        for (int first = 0; first < _count; first += Eight)
        {
            uint met = Met(in step, first);
            for (; met != 0; met &= met - 1)
                Crossing(in step, first + BitOperations.TrailingZeroCount(met), shares);
        }
    }

    private void MoveTo(BoxGrid.CellRange cells)
    {
        _cells = cells;
        _count = 0;
        for (int row = cells.FirstRow; row <= cells.LastRow; row++)
        {
            for (int column = cells.FirstColumn; column <= cells.LastColumn; column++)
            {
                foreach (int edge in zones.EdgesIn(column, row))
                    Add(in zones.EdgeAt(edge));
            }
        }

        // What fills up the last eight is nowhere, and so on no side of any line.
        for (int i = _count; i % Eight != 0; i++)
            _ax[i] = _ay[i] = _bx[i] = _by[i] = double.NaN;
    }

    private void Add(in ZoneLevelIndex.Edge edge)
    {
        if (_count == _ax.Length)
        {
            int size = Math.Max(64, _ax.Length * 2);
            Array.Resize(ref _ax, size);
            Array.Resize(ref _ay, size);
            Array.Resize(ref _bx, size);
            Array.Resize(ref _by, size);
        }

        (_ax[_count], _ay[_count], _bx[_count], _by[_count]) = (edge.AX, edge.AY, edge.BX, edge.BY);
        _count++;
    }

    /// <summary>Which of eight edges and the line do not lie wholly on one side of each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint Met(in Step step, int first)
    {
        Vector512<double> ax = Load(_ax, first), ay = Load(_ay, first), bx = Load(_bx, first), by = Load(_by, first);
        Vector512<double> met = Straddles(step.SideOf(ax, ay), step.SideOf(bx, by), Vector512.Create(step.Touch));
        if (met == Vector512<double>.Zero)
            return 0;

        // The sum of its sides is no shorter than the edge, which makes it a tolerance that needs no root.
        Vector512<double> ex = bx - ax, ey = by - ay;
        Vector512<double> touch = (Vector512.Abs(ex) + Vector512.Abs(ey)) * TouchDegrees;
        met &= Straddles(
            (ex * (Vector512.Create(step.Y) - ay)) - (ey * (Vector512.Create(step.X) - ax)),
            (ex * (Vector512.Create(step.EndY) - ay)) - (ey * (Vector512.Create(step.EndX) - ax)),
            touch);
        return (uint)met.ExtractMostSignificantBits();
    }

    // Neither both to the left nor both to the right; what is nowhere compares as neither, and falls out.
    private static Vector512<double> Straddles(Vector512<double> sideOfA, Vector512<double> sideOfB, Vector512<double> touch) =>
        (Vector512.LessThanOrEqual(sideOfA, touch) | Vector512.LessThanOrEqual(sideOfB, touch))
        & (Vector512.GreaterThanOrEqual(sideOfA, -touch) | Vector512.GreaterThanOrEqual(sideOfB, -touch));

    // Tolerant to a tenth of a millimetre, and of both ends of the line: a cut too many is only asked about for
    // nothing, a cut too few would carry one zone into the next.
    private void Crossing(in Step step, int edge, List<double> shares)
    {
        double sideOfA = step.SideOf(_ax[edge], _ay[edge]), sideOfB = step.SideOf(_bx[edge], _by[edge]);
        double alongA = step.ShareOf(_ax[edge], _ay[edge]), alongB = step.ShareOf(_bx[edge], _by[edge]);
        if (Math.Abs(sideOfA) <= step.Touch)
            AddShare(alongA, shares);
        if (Math.Abs(sideOfB) <= step.Touch)
            AddShare(alongB, shares);
        if (sideOfA > 0 != sideOfB > 0)
            AddShare(alongA + (sideOfA / (sideOfA - sideOfB) * (alongB - alongA)), shares);
    }

    private static void AddShare(double share, List<double> shares)
    {
        if (share > -TouchShare && share < 1 + TouchShare)
            shares.Add(share > 1 - TouchShare ? 1 : Math.Max(share, 0));
    }

    private static Vector512<double> Load(double[] from, int first) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)first);

    /// <summary>A short straight line in degrees, from a place by a difference.</summary>
    private readonly struct Step(double x, double y, double dx, double dy)
    {
        internal double X => x;

        internal double Y => y;

        internal double EndX => x + dx;

        internal double EndY => y + dy;

        internal double Square { get; } = (dx * dx) + (dy * dy);

        /// <summary>How large a side is at the distance that counts as touching.</summary>
        internal double Touch { get; } = TouchDegrees * Math.Sqrt((dx * dx) + (dy * dy));

        /// <summary>Positive to the left of the line, negative to the right, in proportion to the distance from it.</summary>
        internal double SideOf(double px, double py) => (dx * (py - y)) - (dy * (px - x));

        /// <inheritdoc cref="SideOf(double, double)"/>
        internal Vector512<double> SideOf(Vector512<double> px, Vector512<double> py) =>
            ((py - Vector512.Create(y)) * dx) - ((px - Vector512.Create(x)) * dy);

        /// <summary>How far along the line a place lies, as a share of its length.</summary>
        internal double ShareOf(double px, double py) => (((px - x) * dx) + ((py - y) * dy)) / Square;
    }
}
