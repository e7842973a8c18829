namespace DefenseZone.Geo.LeastCost;

/// <summary>A cell in the queue: its index, and the last 32 bits of the cost it was entered with, which tell whether that still holds.</summary>
internal readonly record struct Waiting(int Cell, uint CostBits);

/// <summary>
/// A monotone queue: cells wait in buckets of equal width of cost, of which a ring holds the next ones, and all that
/// is further off waits in one list until the ring comes near.
/// </summary>
internal sealed class CostBuckets
{
    private const int RingSize = 1 << 12;

    private readonly Waiting[][] _ring = new Waiting[RingSize][];
    private readonly int[] _counts = new int[RingSize];
    private readonly List<(long Bucket, Waiting Cell)> _far = [];
    private readonly double _bucketsPerCost;
    private long _nearestFar = long.MaxValue;
    private int _inRing;

    /// <summary>An empty queue.</summary>
    /// <param name="width">How much cost a bucket spans, over 0.</param>
    internal CostBuckets(double width)
    {
        Width = width;
        _bucketsPerCost = 1 / width;
        Array.Fill(_ring, []);
    }

    /// <summary>How much cost a bucket spans.</summary>
    internal double Width { get; }

    /// <summary>The number of the bucket that is taken from.</summary>
    internal long Current { get; private set; }

    /// <summary>What every waiting cell costs at least, to within rounding.</summary>
    internal double Floor => IsEmpty ? double.PositiveInfinity : Current * Width;

    internal bool IsEmpty => _inRing == 0 && _far.Count == 0;

    /// <summary>Enters a cell. A cost before the current bucket, which only rounding can give, counts as in it.</summary>
    internal void Add(int cell, double cost)
    {
        long bucket = Math.Max((long)(cost * _bucketsPerCost), Current);
        var waiting = new Waiting(cell, (uint)BitConverter.DoubleToInt64Bits(cost));
        if (bucket - Current < RingSize)
        {
            AddNear(bucket, waiting);
            return;
        }

        _far.Add((bucket, waiting));
        _nearestFar = Math.Min(_nearestFar, bucket);
    }

    /// <summary>Moves on to the next bucket that has cells.</summary>
    /// <returns>False where nothing waits any more.</returns>
    internal bool MoveOn()
    {
        if (_inRing == 0)
        {
            if (_far.Count == 0)
                return false;
            Current = _nearestFar;
        }

        while (true)
        {
            if (Current >= _nearestFar)
                BringNear();
            if (_counts[(int)(Current % RingSize)] > 0)
                return true;
            Current++;
        }
    }

    /// <summary>Takes all cells of the current bucket, which may be filled again while they are gone through.</summary>
    /// <param name="spare">Room for the next cells of the bucket; after the call, the room of those taken, to be given back.</param>
    internal ReadOnlySpan<Waiting> TakeAll(scoped ref Waiting[] spare)
    {
        int slot = (int)(Current % RingSize);
        int count = _counts[slot];
        (_ring[slot], spare) = (spare, _ring[slot]);
        _counts[slot] = 0;
        _inRing -= count;
        return spare.AsSpan(0, count);
    }

    private void AddNear(long bucket, Waiting waiting)
    {
        int slot = (int)(bucket % RingSize);
        int count = _counts[slot];
        if (count == _ring[slot].Length)
            Array.Resize(ref _ring[slot], Math.Max(16, count * 2));
        _ring[slot][count] = waiting;
        _counts[slot] = count + 1;
        _inRing++;
    }

    // Every time the ring has gone round at most once, so that this is rare however far the far ones are.
    private void BringNear()
    {
        int kept = 0;
        _nearestFar = long.MaxValue;
        for (int i = 0; i < _far.Count; i++)
        {
            (long bucket, Waiting cell) = _far[i];
            if (bucket - Current < RingSize)
            {
                AddNear(bucket, cell);
                continue;
            }

            _far[kept++] = _far[i];
            _nearestFar = Math.Min(_nearestFar, bucket);
        }

        _far.RemoveRange(kept, _far.Count - kept);
    }
}
