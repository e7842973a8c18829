using System.Runtime.CompilerServices;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// Nodes by the bucket of their time, last in, first out within a bucket; buckets are used again in a circle. Entries are
/// never taken back: whoever pops one asks whether its time still holds.
/// </summary>
internal struct BucketQueue
{
    private readonly int[] _heads;
    private readonly long _mask;
    private Entry[] _entries;
    private int _used;
    private int _free;

    /// <summary>An empty queue.</summary>
    /// <param name="buckets">How many buckets may be in use at once.</param>
    /// <param name="expected">How many entries to expect.</param>
    internal BucketQueue(int buckets, int expected)
    {
        int size = 1;
        while (size < buckets)
            size <<= 1;
        _heads = new int[size];
        _heads.AsSpan().Fill(-1);
        _mask = size - 1;
        _entries = new Entry[Math.Max(16, expected)];
        _used = 0;
        _free = -1;
        Count = 0;
    }

    private struct Entry
    {
        internal double Time;
        internal int Node;
        internal int Next;
    }

    internal int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Push(long bucket, int node, double time)
    {
        int at = _free;
        if (at >= 0)
            _free = _entries[at].Next;
        else
            at = Grown();
        ref int head = ref _heads[bucket & _mask];
        ref Entry entry = ref _entries[at];
        entry.Time = time;
        entry.Node = node;
        entry.Next = head;
        head = at;
        Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPop(long bucket, out int node, out double time)
    {
        ref int head = ref _heads[bucket & _mask];
        if (head < 0)
        {
            node = 0;
            time = 0;
            return false;
        }

        int at = head;
        ref Entry entry = ref _entries[at];
        head = entry.Next;
        node = entry.Node;
        time = entry.Time;
        entry.Next = _free;
        _free = at;
        Count--;
        return true;
    }

    private int Grown()
    {
        if (_used == _entries.Length)
            Array.Resize(ref _entries, _entries.Length * 2);
        return _used++;
    }
}
