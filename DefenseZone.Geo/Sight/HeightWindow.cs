using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DefenseZone.Geo.Sight;

/// <summary>
/// Heights about an observer, as the fan of rays takes them: relative to the observer's eye, lowered by the Earth's
/// curvature; row by row from north for the rays to north and south, and transposed for those to west and east. Beyond
/// the cells that are looked at lies a margin, so that no ray asks whether a neighbour exists.
/// </summary>
/// <remarks>Scratch: one is filled again and again by one thread.</remarks>
internal sealed class HeightWindow
{
    /// <summary>The height of a void, and of what lies outside of the terrain: so low that it hides nothing.</summary>
    internal const float Void = -1e9f;

    /// <summary>Below this a height, or a mean of two, has a void in it.</summary>
    internal const float LowestGround = -1e5f;

    /// <summary>Cells around those that are looked at.</summary>
    internal const int Margin = 2;

    // How far beyond the circle rays of a vector pass.
    private const int Edge = 6;

    // A vector of eight is loaded from any cell of the last row, and from its neighbour.
    private const int Tail = 16;

    private float[] _byRow = [];
    private float[] _byColumn = [];
    private float[] _drops = [];

    /// <summary>Cells to the west of the observer's that are looked at.</summary>
    internal int West { get; private set; }

    /// <summary>Cells to the east.</summary>
    internal int East { get; private set; }

    /// <summary>Cells to the north.</summary>
    internal int North { get; private set; }

    /// <summary>Cells to the south.</summary>
    internal int South { get; private set; }

    /// <summary>Whether there are voids among the cells looked at, or just beyond.</summary>
    internal bool HasVoids { get; private set; }

    /// <summary>Cells from one row to the next in <see cref="ByRow"/>.</summary>
    internal int RowStride => West + East + 1 + (2 * Margin);

    /// <summary>Cells from one column to the next in <see cref="ByColumn"/>.</summary>
    internal int ColumnStride => North + South + 1 + (2 * Margin);

    /// <summary>The heights row after row.</summary>
    internal float[] ByRow => _byRow;

    /// <summary>The heights column after column.</summary>
    internal float[] ByColumn => _byColumn;

    /// <summary>The observer's place in <see cref="ByRow"/>.</summary>
    internal int CentreByRow => ((North + Margin) * RowStride) + West + Margin;

    /// <summary>The observer's place in <see cref="ByColumn"/>.</summary>
    internal int CentreByColumn => ((West + Margin) * ColumnStride) + North + Margin;

    /// <summary>Takes the heights within reach of an observer out of a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="column">The observer's column.</param>
    /// <param name="row">The observer's row.</param>
    /// <param name="rangeMetres">How far to look.</param>
    /// <param name="conditions">The eye stands so high above the ground.</param>
    internal void Fill(in HeightCells grid, int column, int row, double rangeMetres, SightConditions conditions)
    {
        int reachColumns = grid.ColumnsWithin(rangeMetres), reachRows = grid.RowsWithin(rangeMetres);
        West = Math.Min(reachColumns, column);
        East = Math.Min(reachColumns, grid.Columns - 1 - column);
        North = Math.Min(reachRows, row);
        South = Math.Min(reachRows, grid.Rows - 1 - row);
        int stride = RowStride, count = stride * ColumnStride, width = West + East + 1;
        if (_byRow.Length < count + Tail)
        {
            _byRow = new float[count + Tail];
            _byColumn = new float[count + Tail];
        }

        if (_drops.Length < width)
            _drops = new float[width];
        for (int i = 0; i < width; i++)
            _drops[i] = Drop(conditions.HalfCurvature, (i - West) * grid.CellWidthMetres);

        // Beyond the circle only what a ray at its edge passes between is looked at; what else stands there does not matter.
        ReadOnlySpan<float> heights = grid.Heights;
        double halfCurvature = conditions.HalfCurvature;
        float eye = (float)(heights[(row * grid.Columns) + column] + conditions.ObserverHeightMetres);
        _byRow.AsSpan(0, Margin * stride).Fill(Void);
        bool voids = false;
        for (int south = -North; south <= South; south++)
        {
            Span<float> to = _byRow.AsSpan((south + North + Margin) * stride, stride);
            to[..Margin].Fill(Void);
            to[^Margin..].Fill(Void);
            int reach = Math.Max(0, grid.ColumnsWithin(rangeMetres, south)) + Edge, left = Math.Max(0, West - reach), right = Math.Min(width, West + reach + 1);
            voids |= Relate(
                heights.Slice(((row + south) * grid.Columns) + column - West + left, right - left),
                _drops.AsSpan(left),
                eye + Drop(halfCurvature, south * grid.CellHeightMetres),
                to[(Margin + left)..]);
        }

        HasVoids = voids;
        _byRow.AsSpan(count - (Margin * stride), (Margin * stride) + Tail).Fill(Void);
        Transpose(grid, rangeMetres);
    }

    private static float Drop(double halfCurvature, double metres) => (float)(halfCurvature * metres * metres);

    /// <summary>Heights relative to the eye, voids made low; whether there is a void.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Relate(ReadOnlySpan<float> from, ReadOnlySpan<float> drops, float ground, Span<float> to)
    {
        int i = 0;
        ref float source = ref MemoryMarshal.GetReference(from), drop = ref MemoryMarshal.GetReference(drops), target = ref MemoryMarshal.GetReference(to);
        Vector256<float> below = Vector256.Create(ground), lowest = Vector256.Create(LowestGround), nothing = Vector256.Create(Void);
        Vector256<float> known = Vector256<float>.AllBitsSet;
        for (; i + Vector256<float>.Count <= from.Length; i += Vector256<float>.Count)
        {
            Vector256<float> height = Vector256.LoadUnsafe(ref source, (nuint)i) - below - Vector256.LoadUnsafe(ref drop, (nuint)i);
            Vector256<float> here = Vector256.GreaterThanOrEqual(height, lowest);
            known &= here;
            Vector256.ConditionalSelect(here, height, nothing).StoreUnsafe(ref target, (nuint)i);
        }

        bool voids = known.ExtractMostSignificantBits() != byte.MaxValue;
        for (; i < from.Length; i++)
        {
            float height = from[i] - ground - drops[i];
            voids |= !(height >= LowestGround);
            to[i] = height >= LowestGround ? height : Void;
        }

        return voids;
    }

    /// <summary>
    /// Fills the other layout, of which only the cells nearer to the observer's row than to its column are ever read
    /// (and a vector's length about them).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(in HeightCells grid, double rangeMetres)
    {
        const int block = 8;
        int width = RowStride, height = ColumnStride;
        ref float from = ref MemoryMarshal.GetArrayDataReference(_byRow), to = ref MemoryMarshal.GetArrayDataReference(_byColumn);
        for (int left = 0; left < width; left += block)
        {
            int first = Math.Abs(left - West - Margin), last = Math.Abs(left + block - West - Margin);
            int circle = HeightCells.CellsAside(rangeMetres, Math.Max(0, Math.Min(first, last) - block) * grid.CellWidthMetres, grid.CellHeightMetres, height);
            int off = Math.Min(Math.Max(first, last) + Margin, Math.Max(circle, 0) + Edge);
            int top = Math.Max(0, North + Margin - off) / block * block, bottom = Math.Min(height, North + Margin + off + 1);
            int right = Math.Min(width, left + block);
            for (; top < bottom; top += block)
            {
                if (Avx.IsSupported && left + block <= width && top + block <= height)
                {
                    TransposeEight(ref Unsafe.Add(ref from, (top * width) + left), width, ref Unsafe.Add(ref to, (left * height) + top), height);
                    continue;
                }

                int end = Math.Min(height, top + block);
                for (int x = left; x < right; x++)
                {
                    for (int y = top; y < end; y++)
                        Unsafe.Add(ref to, (x * height) + y) = Unsafe.Add(ref from, (y * width) + x);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeEight(ref float from, int fromStride, ref float to, int toStride)
    {
        Vector256<float> r0 = Vector256.LoadUnsafe(ref from), r1 = Vector256.LoadUnsafe(ref from, (nuint)fromStride);
        Vector256<float> r2 = Vector256.LoadUnsafe(ref from, (nuint)(2 * fromStride)), r3 = Vector256.LoadUnsafe(ref from, (nuint)(3 * fromStride));
        Vector256<float> r4 = Vector256.LoadUnsafe(ref from, (nuint)(4 * fromStride)), r5 = Vector256.LoadUnsafe(ref from, (nuint)(5 * fromStride));
        Vector256<float> r6 = Vector256.LoadUnsafe(ref from, (nuint)(6 * fromStride)), r7 = Vector256.LoadUnsafe(ref from, (nuint)(7 * fromStride));
        Vector256<float> a0 = Avx.UnpackLow(r0, r1), a1 = Avx.UnpackHigh(r0, r1), a2 = Avx.UnpackLow(r2, r3), a3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> a4 = Avx.UnpackLow(r4, r5), a5 = Avx.UnpackHigh(r4, r5), a6 = Avx.UnpackLow(r6, r7), a7 = Avx.UnpackHigh(r6, r7);
        Vector256<float> b0 = Avx.Shuffle(a0, a2, 0x44), b1 = Avx.Shuffle(a0, a2, 0xEE), b2 = Avx.Shuffle(a1, a3, 0x44), b3 = Avx.Shuffle(a1, a3, 0xEE);
        Vector256<float> b4 = Avx.Shuffle(a4, a6, 0x44), b5 = Avx.Shuffle(a4, a6, 0xEE), b6 = Avx.Shuffle(a5, a7, 0x44), b7 = Avx.Shuffle(a5, a7, 0xEE);
        Avx.Permute2x128(b0, b4, 0x20).StoreUnsafe(ref to);
        Avx.Permute2x128(b1, b5, 0x20).StoreUnsafe(ref to, (nuint)toStride);
        Avx.Permute2x128(b2, b6, 0x20).StoreUnsafe(ref to, (nuint)(2 * toStride));
        Avx.Permute2x128(b3, b7, 0x20).StoreUnsafe(ref to, (nuint)(3 * toStride));
        Avx.Permute2x128(b0, b4, 0x31).StoreUnsafe(ref to, (nuint)(4 * toStride));
        Avx.Permute2x128(b1, b5, 0x31).StoreUnsafe(ref to, (nuint)(5 * toStride));
        Avx.Permute2x128(b2, b6, 0x31).StoreUnsafe(ref to, (nuint)(6 * toStride));
        Avx.Permute2x128(b3, b7, 0x31).StoreUnsafe(ref to, (nuint)(7 * toStride));
    }
}
