using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Sight;

/// <summary>
/// The line between any two places of a grid, in grid coordinates (cell centres are whole numbers), and the ground
/// under it where it crosses the columns, or the rows if it crosses more of those. Between cell centres these are the
/// crossings of <see cref="CellSight"/>.
/// </summary>
internal readonly ref struct GroundLine
{
    private readonly ref float _heights;
    private readonly double _fromAlong;
    private readonly double _fromAside;
    private readonly double _asidePerStep;
    private readonly double _sharePerStep;
    private readonly int _alongStride;
    private readonly int _asideStride;
    private readonly int _asideLast;

    /// <summary>A line between two places within the outermost centres of a grid.</summary>
    internal GroundLine(ReadOnlySpan<float> heights, int columns, double fromColumn, double fromRow, double toColumn, double toRow)
    {
        int rows = heights.Length / columns;
        _heights = ref MemoryMarshal.GetReference(heights);
        bool alongRow = Math.Abs(toColumn - fromColumn) >= Math.Abs(toRow - fromRow);
        (double toAlong, double toAside) = alongRow ? (toColumn, toRow) : (toRow, toColumn);
        (_fromAlong, _fromAside) = alongRow ? (fromColumn, fromRow) : (fromRow, fromColumn);
        (_alongStride, _asideStride) = alongRow ? (1, columns) : (columns, 1);
        _asideLast = (alongRow ? rows : columns) - 1;
        double length = Math.Abs(toAlong - _fromAlong);
        Direction = toAlong >= _fromAlong ? 1 : -1;
        _sharePerStep = length > 0 ? 1 / length : 0;
        _asidePerStep = (toAside - _fromAside) * _sharePerStep;
        First = Direction > 0 ? (int)Math.Floor(_fromAlong) + 1 : (int)Math.Ceiling(_fromAlong) - 1;
        int last = Direction > 0 ? (int)Math.Ceiling(toAlong) - 1 : (int)Math.Floor(toAlong) + 1;
        Count = Math.Max(0, ((last - First) * Direction) + 1);
    }

    /// <summary>How many columns or rows the line crosses between its ends.</summary>
    internal int Count { get; }

    private int First { get; }

    private int Direction { get; }

    /// <summary>How far along the line a crossing is, above 0 and below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Share(int crossing) => Math.Abs(First + (crossing * Direction) - _fromAlong) * _sharePerStep;

    /// <summary>The height of the ground at a crossing, in metres; NaN where a void takes part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Ground(int crossing)
    {
        int along = First + (crossing * Direction);
        double aside = _fromAside + (Math.Abs(along - _fromAlong) * _asidePerStep);
        int near = Math.Clamp((int)aside, 0, _asideLast);
        double part = aside - near;
        int at = (along * _alongStride) + (near * _asideStride);
        double ground = Unsafe.Add(ref _heights, at);
        return part > 0 && near < _asideLast
            ? ground + (part * (Unsafe.Add(ref _heights, at + _asideStride) - ground))
            : ground;
    }

    /// <summary>Whether the target is seen over the ground between.</summary>
    /// <param name="eyeMetres">The height of the eye.</param>
    /// <param name="targetMetres">The height of the target.</param>
    /// <param name="bulgeMetres">How far the ground half-way rises by curvature, times 4: c·D²/(2R).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool IsFree(double eyeMetres, double targetMetres, double bulgeMetres)
    {
        double eye = eyeMetres + SightConditions.ToleranceMetres, rise = targetMetres - eyeMetres;
        for (int i = 0; i < Count; i++)
        {
            double share = Share(i);

            // A void makes this NaN, which is not above anything.
            if (Ground(i) + (bulgeMetres * share * (1 - share)) > eye + (share * rise))
                return false;
        }

        return true;
    }
}
