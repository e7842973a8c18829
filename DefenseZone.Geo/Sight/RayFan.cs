using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DefenseZone.Geo.Sight;

/// <summary>
/// The fast viewshed: a fan of rays to each of the four sides. All rays of a side go outwards together, a row of cells
/// at a time; each remembers the steepest slope that it has met. A cell is seen when its target is no lower than what
/// the two rays beside it remember, weighted by how near they pass; where that is a close call between rays that differ,
/// its own line of sight decides.
/// </summary>
/// <remarks>
/// Along one ray slopes may be taken per row instead of per metre, so no root and no division is left. Eight
/// neighbouring rays meet at most eight neighbouring cells, so that two loads and two permutations fetch them. Scratch:
/// not for use by several threads at once. See docs/methods/sight.md.
/// </remarks>
internal sealed class RayFan
{
    // Rays for each cell at the far end: no two are further apart than two thirds of one.
    private const double Density = 1.5;

    // Within so much of the difference between two rays of the mean that falls to a cell, its own line is followed.
    private const float Doubt = 0.1f;
    private const float Nothing = -1e30f;

    // What the lowest ray of a few blocks of eight remembers is found anew after so many steps: it only ever rises.
    private const int StepsBetweenLows = 32;
    private const int EightIsShift = 3;
    private const int WideBlocks = 5;

    // 7 + 7·2 + 2 rays lie in three blocks of eight, 7 + 7·4 + 2 in five.
    private const float NarrowRays = 2;
    private const float WideRays = 4;

    private readonly HeightWindow _window = new();
    private float[] _slopes = [];
    private float[] _horizon = [];
    private float[] _blocks = [];
    private float[] _narrowLows = [];
    private float[] _wideLows = [];
    private int _rays;

    /// <summary>What the last run looked at.</summary>
    internal HeightWindow Window => _window;

    /// <summary>Finds what an observer sees.</summary>
    internal SeenCells Look(in HeightCells grid, int column, int row, double rangeMetres, SightConditions conditions)
    {
        _window.Fill(grid, column, row, rangeMetres, conditions);
        int width = _window.West + _window.East + 1, height = _window.North + _window.South + 1;
        var seen = new SeenCells.Draft(width, height);
        seen.Add(_window.West, _window.North);
        var sight = new CellSight(grid, column, row, conditions);
        float target = (float)conditions.TargetHeightMetres;
        double cellWidth = grid.CellWidthMetres, cellHeight = grid.CellHeightMetres;
        var east = new Side(_window.East, _window.North, _window.South, cellWidth, cellHeight, AlongRow: true, 1);
        var south = new Side(_window.South, _window.West, _window.East, cellHeight, cellWidth, AlongRow: false, 1);
        foreach (Side side in (ReadOnlySpan<Side>)[east, east with { Steps = _window.West, Sign = -1 }, south, south with { Steps = _window.North, Sign = -1 }])
            Run(side, rangeMetres, target, sight, seen);
        return seen.Done();
    }

    /// <summary>Looks to one side.</summary>
    private void Run(Side side, double range, float target, in CellSight sight, in SeenCells.Draft seen)
    {
        if (side.Steps == 0)
            return;
        float[] heights = side.AlongRow ? _window.ByColumn : _window.ByRow;
        int centre = side.AlongRow ? _window.CentreByColumn : _window.CentreByRow, stride = side.AlongRow ? _window.ColumnStride : _window.RowStride;
        int rays = (int)(side.Steps * Density) + 1;
        Prepare(rays);
        for (int step = 1; step <= side.Steps; step++)
        {
            int circle = HeightCells.CellsAside(range, step * side.StepMetres, side.AsideMetres, side.Before + side.After);
            if (circle < 0)
                break;

            // The diagonals belong to the sides along rows.
            int most = Math.Min(circle, side.AlongRow ? step : step - 1);
            int before = Math.Min(most, side.Before), after = Math.Min(most, side.After);
            int row = centre + (side.Sign * step * stride);
            Decide(side, step, before, after, heights, row, rays, target, sight, seen);
            int first = Math.Max(0, rays - (int)Math.Ceiling((Math.Min(circle, side.Before) + 1) * (double)rays / step));
            int last = Math.Min(2 * rays, rays + (int)Math.Ceiling((Math.Min(circle, side.After) + 1) * (double)rays / step));
            Advance(step, rays, first, last, heights, row);
            if (step % StepsBetweenLows == 0)
                FindLows(rays);
        }
    }

    private void Prepare(int rays)
    {
        // Behind the last ray, what a vector reads beyond it.
        int count = (2 * rays) + 1 + (2 * Vector256<float>.Count);
        if (_slopes.Length < count)
        {
            _slopes = new float[count];
            _horizon = new float[count];
            _blocks = new float[(count / Vector256<float>.Count) + WideBlocks];
            _narrowLows = new float[_blocks.Length];
            _wideLows = new float[_blocks.Length];
            _rays = 0;
        }

        if (_rays != rays)
        {
            for (int i = 0; i < count; i++)
                _slopes[i] = (float)Math.Min(1, (i - rays) / (double)rays);
            _rays = rays;
        }

        _horizon.AsSpan(0, count).Fill(Nothing);
        _narrowLows.AsSpan().Fill(Nothing);
        _wideLows.AsSpan().Fill(Nothing);
    }

    /// <summary>For each block of eight rays, a bound below what any ray from it on remembers, over three blocks and over five.</summary>
    private void FindLows(int rays)
    {
        int blocks = ((2 * rays) + Vector256<float>.Count) / Vector256<float>.Count;
        for (int i = 0; i < blocks; i++)
        {
            Vector256<float> eight = Vector256.LoadUnsafe(ref _horizon[i * Vector256<float>.Count]);
            Vector128<float> four = Vector128.Min(eight.GetLower(), eight.GetUpper());
            _blocks[i] = Math.Min(Math.Min(four[0], four[1]), Math.Min(four[2], four[3]));
        }

        // Beyond the last ray there is none that could remember less.
        _blocks.AsSpan(blocks, WideBlocks - 1).Fill(float.PositiveInfinity);
        for (int i = 0; i < blocks; i++)
        {
            _narrowLows[i] = Math.Min(Math.Min(_blocks[i], _blocks[i + 1]), _blocks[i + 2]);
            _wideLows[i] = Math.Min(_narrowLows[i], Math.Min(_blocks[i + 3], _blocks[i + 4]));
        }
    }

    /// <summary>Which cells of a row are seen over what lies before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Decide(
        Side side, int step, int before, int after, float[] heights, int row, int rays, float target, in CellSight sight, in SeenCells.Draft seen)
    {
        ref float horizon = ref MemoryMarshal.GetArrayDataReference(_horizon);
        ref float ground = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(heights), row);
        int ahead = side.Sign * step;
        float perStep = 1f / step, raysPerCell = (float)rays / step;
        Vector256<float> places = Vector256.Create((float)rays) + (Vector256.Create(raysPerCell) * Vector256.ConvertToSingle(Vector256<int>.Indices));
        Vector256<int> lastPair = Vector256.Create((2 * rays) - 1);
        float[] table = raysPerCell <= NarrowRays ? _narrowLows : _wideLows;
        ref float lows = ref MemoryMarshal.GetArrayDataReference(table);
        bool hasLows = raysPerCell <= WideRays;
        for (int cell = -before; cell <= after; cell += Vector256<float>.Count)
        {
            Vector256<float> height = Vector256.LoadUnsafe(ref ground, (nuint)cell);
            Vector256<float> slope = (height + Vector256.Create(target)) * perStep;

            // Most cells lie so deep that no ray near could see them.
            if (hasLows && Vector256.LessThanAll(slope, Vector256.Create(Unsafe.Add(ref lows, (int)((cell * raysPerCell) + rays) >> EightIsShift))))
                continue;
            Vector256<float> place = places + Vector256.Create(cell * raysPerCell);
            Vector256<int> ray = Vector256.Min(Vector256.ConvertToInt32Native(place), lastPair);
            (Vector256<float> left, Vector256<float> right) = Pairs(ref horizon, ray);
            Vector256<float> between = Vector256.FusedMultiplyAdd(place - Vector256.ConvertToSingle(ray), right - left, left);
            uint valid = (uint)Vector256.GreaterThan(height, Vector256.Create(HeightWindow.LowestGround)).ExtractMostSignificantBits()
                & (uint.MaxValue >> Math.Max(24, 31 - (after - cell)));
            uint sure = valid & Vector256.GreaterThanOrEqual(slope, between).ExtractMostSignificantBits();
            Vector256<float> doubt = Vector256.Abs(right - left) * Doubt;
            uint open = valid & Vector256.LessThan(Vector256.Abs(slope - between), doubt).ExtractMostSignificantBits();
            for (; open != 0; open &= open - 1)
            {
                uint bit = open & (~open + 1);
                int off = cell + BitOperations.TrailingZeroCount(open);
                sure = (side.AlongRow ? sight.Sees(ahead, off) : sight.Sees(off, ahead)) ? sure | bit : sure & ~bit;
            }

            if (sure == 0)
                continue;
            if (side.AlongRow)
                seen.AddDown(_window.West + ahead, _window.North + cell, sure);
            else
                seen.AddAlong(_window.West + cell, _window.North + ahead, sure);
        }
    }

    /// <summary>Fetches what eight rays remember, and what the next ray of each does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> These, Vector256<float> Next) Pairs(ref float horizon, Vector256<int> rays)
    {
        // A gather instruction is slower than eight loads on many processors, and each load here brings both.
        Vector128<float> a = Two(ref horizon, rays[0], rays[1]), b = Two(ref horizon, rays[2], rays[3]);
        Vector128<float> c = Two(ref horizon, rays[4], rays[5]), d = Two(ref horizon, rays[6], rays[7]);
        if (Sse.IsSupported)
        {
            return (
                Vector256.Create(Sse.Shuffle(a, b, 0x88), Sse.Shuffle(c, d, 0x88)),
                Vector256.Create(Sse.Shuffle(a, b, 0xDD), Sse.Shuffle(c, d, 0xDD)));
        }

        return (
            Vector256.Create(a[0], a[2], b[0], b[2], c[0], c[2], d[0], d[2]),
            Vector256.Create(a[1], a[3], b[1], b[3], c[1], c[3], d[1], d[3]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Two(ref float horizon, int first, int second) => Vector128.Create(
        Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref horizon, first))),
        Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref horizon, second)))).AsSingle();

    /// <summary>Takes all rays over a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance(int step, int rays, int first, int last, float[] heights, int row)
    {
        ref float slopes = ref MemoryMarshal.GetArrayDataReference(_slopes);
        ref float horizon = ref MemoryMarshal.GetArrayDataReference(_horizon);
        ref float ground = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(heights), row);
        Vector256<float> steps = Vector256.Create((float)step), perStep = Vector256.Create(1f / step);

        // Where the first of eight rays passes, in fixed point so that the loads need not wait for the vectors; a
        // little less than it is, so that rounding never puts it behind what the vectors say.
        const double one = 1L << 32;
        double cellsPerRay = (double)step / rays;
        long origins = (long)(((first - rays) * cellsPerRay * one) - (one / 256)), ahead = (long)(Vector256<float>.Count * cellsPerRay * one);
        for (int ray = first; ray <= last; ray += Vector256<float>.Count, origins += ahead)
        {
            Vector256<float> place = Vector256.LoadUnsafe(ref slopes, (nuint)ray) * steps;
            Vector256<float> whole = Vector256.Floor(place);
            int origin = (int)(origins >> 32);
            Vector256<int> pick = Vector256.ConvertToInt32Native(whole) - Vector256.Create(origin);
            Vector256<float> left = Vector256.ShuffleNative(Vector256.LoadUnsafe(ref Unsafe.Add(ref ground, origin)), pick);
            Vector256<float> right = Vector256.ShuffleNative(Vector256.LoadUnsafe(ref Unsafe.Add(ref ground, origin + 1)), pick);
            Vector256<float> slope = Vector256.FusedMultiplyAdd(place - whole, right - left, left) * perStep;
            Vector256.Max(slope, Vector256.LoadUnsafe(ref horizon, (nuint)ray)).StoreUnsafe(ref horizon, (nuint)ray);
        }
    }

    /// <summary>One of the four sides: how many steps there are ahead, how many cells to the left and right, and how big they are.</summary>
    private readonly record struct Side(
        int Steps, int Before, int After, double StepMetres, double AsideMetres, bool AlongRow, int Sign);
}
