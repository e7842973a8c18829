using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DefenseZone.Geo.LeastCost;

/// <summary>Dijkstra's search from one cell, a number of cells at a time.</summary>
internal sealed class OneSidedSearch
{
    private readonly float[] _halves;
    private readonly double[] _costs;
    private readonly byte[] _cameBy;
    private readonly int _stride;
    private readonly int _start;
    private readonly CostBuckets _queue;
    private readonly List<int> _settled = [];

    // The cells that a step can lead to lie in three groups of four, the last of which is none, nor is the cell itself.
    private readonly Vector256<double> _across;
    private readonly Vector256<double> _beside;

    internal OneSidedSearch(PaddedFriction friction, int start)
    {
        (_halves, _stride, _start) = (friction.Halves, friction.Stride, start);
        double diagonal = Math.Sqrt((friction.ColumnSpacing * friction.ColumnSpacing) + (friction.RowSpacing * friction.RowSpacing));
        _across = Vector256.Create(diagonal, friction.RowSpacing, diagonal, double.PositiveInfinity);
        _beside = Vector256.Create(friction.ColumnSpacing, double.PositiveInfinity, friction.ColumnSpacing, double.PositiveInfinity);
        _costs = GC.AllocateUninitializedArray<double>(_halves.Length);
        Array.Fill(_costs, double.PositiveInfinity);
        _cameBy = new byte[_halves.Length];
        double width = Math.Max(friction.CheapestStep, friction.CheapStep * WidthShare);
        _queue = new CostBuckets(width > 0 ? width : 1);
        _costs[start] = 0;
        _queue.Add(start, 0);
    }

    internal static double WidthShare = 0.125;

    /// <summary>Every cell that costs less is settled.</summary>
    internal double SettledCost { get; private set; }

    internal long SettledCells { get; private set; }

    internal bool IsExhausted => _queue.IsEmpty;

    /// <summary>Settles a number of cells, and the rest of the bucket that the last one is in.</summary>
    internal void GoThrough(int cells)
    {
        _settled.Clear();
        while (_settled.Count < cells && _queue.MoveOn())
            SettleBucket();
        SettledCells += _settled.Count;
        _queue.MoveOn();
        SettledCost = _queue.Floor;
    }

    /// <summary>Of the cells that the last round has settled, the one through which the way to the other's start is cheapest.</summary>
    internal Meeting NearestTo(OneSidedSearch other)
    {
        var nearest = Meeting.None;
        foreach (int cell in CollectionsMarshal.AsSpan(_settled))
        {
            double cost = _costs[cell] + other._costs[cell];
            if (cost < double.PositiveInfinity)
                nearest = Meeting.Cheaper(nearest, new Meeting(cost, cell));
        }

        return nearest;
    }

    /// <summary>The cells from one that was reached back to the start.</summary>
    internal List<int> PathTo(int cell)
    {
        var path = new List<int> { cell };
        while (cell != _start)
        {
            (int group, int lane) = int.DivRem(_cameBy[cell], 4);
            cell -= ((group - 1) * _stride) + lane - 1;
            path.Add(cell);
        }

        return path;
    }

    private void SettleBucket()
    {
        ref float halves = ref MemoryMarshal.GetArrayDataReference(_halves);
        ref double costs = ref MemoryMarshal.GetArrayDataReference(_costs);
        while (_queue.TryTake(out Waiting waiting))
        {
            int cell = waiting.Cell;
            double cost = Unsafe.Add(ref costs, cell);
            if ((uint)BitConverter.DoubleToInt64Bits(cost) != waiting.CostBits)
                continue;
            _settled.Add(cell);
            Vector256<double> here = Vector256.Create((double)Unsafe.Add(ref halves, cell));
            Vector256<double> paid = Vector256.Create(cost);
            Step(ref halves, ref costs, cell - _stride - 1, 0, here, paid, _across);
            Step(ref halves, ref costs, cell - 1, 4, here, paid, _beside);
            Step(ref halves, ref costs, cell + _stride - 1, 8, here, paid, _across);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(
        ref float halves, ref double costs, int first, int group, Vector256<double> here, Vector256<double> paid, Vector256<double> distances)
    {
        Vector128<float> there = Vector128.LoadUnsafe(ref halves, (nuint)first);
        Vector256<double> wide = Vector256.Create(Vector128.WidenLower(there), Vector128.WidenUpper(there));
        Vector256<double> total = paid + ((here + wide) * distances);
        Vector256<double> known = Vector256.LoadUnsafe(ref costs, (nuint)first);
        uint better = Vector256.LessThan(total, known).ExtractMostSignificantBits();
        while (better != 0)
        {
            int lane = BitOperations.TrailingZeroCount(better);
            better &= better - 1;
            int cell = first + lane;
            double cost = total.GetElement(lane);
            Unsafe.Add(ref costs, cell) = cost;
            _cameBy[cell] = (byte)(group + lane);
            _queue.Add(cell, cost);
        }
    }
}
