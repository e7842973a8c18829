using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DefenseZone.Geo.LeastCost;

/// <summary>Dijkstra's search from one cell, a number of cells at a time.</summary>
internal sealed unsafe class OneSidedSearch : IDisposable
{
    // How many cells ahead of its turn a cell's surroundings are asked for from memory.
    private const int Ahead = 6;

    // A bucket spans no more than the cheapest step, so that what is taken from it is settled at once; but where a few
    // cells cost next to nothing it spans this share of a cheap step, and some of its cells are gone through again.
    private const double WidthShare = 0.125;

    // Cells are marked in runs of so many (as a power of 2) where this side has been.
    private const int RunBits = 8;
    private const int Lanes = 12;

    private readonly PaddedFriction _friction;
    private readonly GridMemory<double> _costs;
    private readonly byte[] _visited;
    private readonly int _stride;
    private readonly int _start;
    private readonly CostBuckets _queue;
    private Waiting[] _spare = [];
    private int[] _settled = new int[1024];
    private int _settledCount;

    // The cells that a step can lead to lie in three groups of four, the last of which is none, nor is the cell itself.
    private readonly Vector256<double> _across;
    private readonly Vector256<double> _beside;

    internal OneSidedSearch(PaddedFriction friction, int start)
    {
        (_friction, _stride, _start) = (friction, friction.Stride, start);
        double diagonal = Math.Sqrt((friction.ColumnSpacing * friction.ColumnSpacing) + (friction.RowSpacing * friction.RowSpacing));
        _across = Vector256.Create(diagonal, friction.RowSpacing, diagonal, double.PositiveInfinity);
        _beside = Vector256.Create(friction.ColumnSpacing, double.PositiveInfinity, friction.ColumnSpacing, double.PositiveInfinity);
        _costs = new GridMemory<double>(friction.Halves.Length);
        _costs.Span.Fill(double.PositiveInfinity);
        _visited = new byte[(friction.Halves.Length >> RunBits) + 1];
        double width = Math.Max(friction.CheapestStep, friction.CheapStep * WidthShare);
        _queue = new CostBuckets(width > 0 ? width : 1);
        _costs.First[start] = 0;
        _queue.Add(start, 0);
    }

    private delegate bool Condition(double* costs, int from, int to);

    /// <summary>Every cell that costs less is settled.</summary>
    internal double SettledCost { get; private set; }

    internal long SettledCells { get; private set; }

    internal bool IsExhausted => _queue.IsEmpty;

    public void Dispose() => _costs.Dispose();

    /// <summary>Settles a number of cells, and the rest of the bucket that the last one is in.</summary>
    internal void GoThrough(int cells)
    {
        _settledCount = 0;
        while (_settledCount < cells && _queue.MoveOn())
            SettleBucket();
        SettledCells += _settledCount;
        _queue.MoveOn();
        SettledCost = _queue.Floor;
    }

    /// <summary>Of the cells that the last round has settled, the one through which the way to the other's start is cheapest.</summary>
    internal Meeting NearestTo(OneSidedSearch other)
    {
        var nearest = Meeting.None;
        foreach (int cell in _settled.AsSpan(0, _settledCount))
        {
            if (!other.HasBeenAround(cell))
                continue;
            double cost = _costs.First[cell] + other._costs.First[cell];
            if (cost < double.PositiveInfinity)
                nearest = Meeting.Cheaper(nearest, new Meeting(cost, cell));
        }

        return nearest;
    }

    /// <summary>The cells from one that was reached at its least cost back to the start.</summary>
    internal List<int> PathTo(int cell)
    {
        var path = new List<int> { cell };
        while (cell != _start)
        {
            int before = Before(cell, static (costs, from, to) => costs[from] < costs[to]);
            if (before < 0)
                path.AddRange(OverFreeCells(cell));
            else
                path.Add(before);
            cell = path[^1];
        }

        return path;
    }

    // The first neighbour from which a cell got its cost: to the bit, because it is summed here as it was there.
    private int Before(int cell, Condition isAllowed)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            int from = cell + (((lane / 4) - 1) * _stride) + (lane % 4) - 1;
            double distance = (lane / 4 == 1 ? _beside : _across).GetElement(lane % 4);
            if (double.IsInfinity(distance) || !isAllowed(_costs.First, from, cell))
                continue;
            double total = _costs.First[from] + (((double)_friction.Halves.First[from] + _friction.Halves.First[cell]) * distance);
            if (total == _costs.First[cell])
                return from;
        }

        return -1;
    }

    // Where steps cost nothing many cells have one cost, and only a search among them says how they were entered.
    private List<int> OverFreeCells(int cell)
    {
        var cameTo = new Dictionary<int, int> { [cell] = cell };
        var queue = new Queue<int>([cell]);
        while (true)
        {
            int at = queue.Dequeue();
            if (at == _start || (at != cell && Before(at, static (costs, from, to) => costs[from] < costs[to]) >= 0))
            {
                var path = new List<int>();
                for (int step = at; step != cell; step = cameTo[step])
                    path.Add(step);
                path.Reverse();
                return path;
            }

            int next;
            while ((next = Before(at, (costs, from, to) => costs[from] == costs[to] && !cameTo.ContainsKey(from))) >= 0)
            {
                cameTo.Add(next, at);
                queue.Enqueue(next);
            }
        }
    }

    // Whether a cell or a neighbour of it can have been settled: if not, it has no cost here.
    private bool HasBeenAround(int cell)
    {
        byte[] visited = _visited;
        int above = cell - _stride, below = cell + _stride;
        return (visited[(above - 1) >> RunBits] | visited[(above + 1) >> RunBits]
            | visited[(cell - 1) >> RunBits] | visited[(cell + 1) >> RunBits]
            | visited[(below - 1) >> RunBits] | visited[(below + 1) >> RunBits]) != 0;
    }

    private void SettleBucket()
    {
        float* halves = _friction.Halves.First;
        double* costs = _costs.First;
        double* totals = stackalloc double[Lanes];
        int stride = _stride;
        int* steps = stackalloc int[Lanes] { -stride - 1, -stride, -stride + 1, 0, -1, 0, 1, 0, stride - 1, stride, stride + 1, 0 };
        while (true)
        {
            ReadOnlySpan<Waiting> bucket = _queue.TakeAll(ref _spare);
            if (bucket.IsEmpty)
                return;
            if (_settled.Length < _settledCount + bucket.Length)
                Array.Resize(ref _settled, Math.Max(_settled.Length * 2, _settledCount + bucket.Length));
            for (int i = 0; i < bucket.Length; i++)
            {
                if (Sse.IsSupported && i + Ahead < bucket.Length)
                {
                    int next = bucket[i + Ahead].Cell;
                    Sse.Prefetch0(costs + next - stride);
                    Sse.Prefetch0(costs + next);
                    Sse.Prefetch0(costs + next + stride);
                    Sse.Prefetch0(halves + next - stride);
                    Sse.Prefetch0(halves + next);
                    Sse.Prefetch0(halves + next + stride);
                }

                int cell = bucket[i].Cell;
                double cost = costs[cell];

                // It has been reached at less since it was entered.
                if ((uint)BitConverter.DoubleToInt64Bits(cost) != bucket[i].CostBits)
                    continue;
                _settled[_settledCount++] = cell;
                _visited[cell >> RunBits] = 1;
                Vector256<double> here = Vector256.Create((double)halves[cell]);
                Vector256<double> paid = Vector256.Create(cost);
                uint better = Compare(halves, costs, cell - stride - 1, totals, here, paid, _across)
                    | (Compare(halves, costs, cell - 1, totals + 4, here, paid, _beside) << 4)
                    | (Compare(halves, costs, cell + stride - 1, totals + 8, here, paid, _across) << 8);
                while (better != 0)
                {
                    int lane = BitOperations.TrailingZeroCount(better);
                    better &= better - 1;
                    double total = totals[lane];
                    costs[cell + steps[lane]] = total;
                    _queue.Add(cell + steps[lane], total);
                }
            }
        }
    }

    // Which of four cells are cheaper by this way than known so far.
    private static uint Compare(
        float* halves, double* costs, int first, double* totals, Vector256<double> here, Vector256<double> paid, Vector256<double> distances)
    {
        Vector128<float> there = Vector128.Load(halves + first);
        Vector256<double> wide = Avx.IsSupported
            ? Avx.ConvertToVector256Double(there)
            : Vector256.Create(Vector128.WidenLower(there), Vector128.WidenUpper(there));
        Vector256<double> total = paid + ((here + wide) * distances);
        total.Store(totals);
        return Vector256.LessThan(total, Vector256.Load(costs + first)).ExtractMostSignificantBits();
    }
}
