namespace DefenseZone.Geo.Terrain;

/// <summary>Which block: of which tile, at which level, where.</summary>
internal readonly record struct BlockKey(TileSource Source, int Level, int Column, int Row);

/// <summary>
/// The blocks that were used last, up to so many bytes. One that several threads ask for at once is read by the first;
/// the others wait. What cannot be read is not kept: whoever asks again is told again. Safe for use by many threads.
/// </summary>
internal sealed class BlockCache(long capacityBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BlockKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _latestFirst = new();
    private long _bytes;

    private sealed record Entry(BlockKey Key, Lazy<float[]> Samples, long Bytes);

    /// <summary>The cache of all surfaces that ask for none of their own: however many plans are open, it is this much.</summary>
    public static BlockCache Shared { get; } = new(256L << 20);

    /// <summary>How many bytes the blocks take that are kept.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
                return _bytes;
        }
    }

    /// <summary>A block, read where it is not kept.</summary>
    /// <param name="key">Which.</param>
    /// <param name="samples">How many samples it has.</param>
    /// <param name="read">Reads it.</param>
    public float[] Get(BlockKey key, int samples, Func<BlockKey, float[]> read)
    {
        Lazy<float[]> block;
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                if (node != _latestFirst.First)
                {
                    _latestFirst.Remove(node);
                    _latestFirst.AddFirst(node);
                }

                block = node.Value.Samples;
            }
            else
            {
                block = new Lazy<float[]>(() => read(key));
                var entry = new Entry(key, block, (long)samples * sizeof(float));
                _entries[key] = _latestFirst.AddFirst(entry);
                _bytes += entry.Bytes;

                // The block that is asked for stays, be it as large as it may: there is one at least.
                while (_bytes > capacityBytes && _latestFirst.Count > 1)
                    Drop(_latestFirst.Last!);
            }
        }

        try
        {
            return block.Value;
        }
        catch
        {
            lock (_gate)
            {
                if (_entries.TryGetValue(key, out LinkedListNode<Entry>? node) && node.Value.Samples == block)
                    Drop(node);
            }

            throw;
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _latestFirst.Remove(node);
        _entries.Remove(node.Value.Key);
        _bytes -= node.Value.Bytes;
    }
}
