using System.Buffers;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>Takes what is written up to a limit.</summary>
internal sealed class LimitedBuffer(long limitBytes) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _written = new();

    /// <summary>A copy of what was written, of its own size.</summary>
    public ReadOnlyMemory<byte> ToMemory() => _written.WrittenSpan.ToArray();

    /// <inheritdoc/>
    /// <exception cref="LimitReachedException">More was written than there may be.</exception>
    public void Advance(int count)
    {
        if (_written.WrittenCount + (long)count > limitBytes)
            throw new LimitReachedException(limitBytes);
        _written.Advance(count);
    }

    /// <inheritdoc/>
    /// <exception cref="LimitReachedException">More is to be written than there may be.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        ThrowIfBeyond(sizeHint);
        return _written.GetMemory(sizeHint);
    }

    /// <inheritdoc/>
    /// <exception cref="LimitReachedException">More is to be written than there may be.</exception>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        ThrowIfBeyond(sizeHint);
        return _written.GetSpan(sizeHint);
    }

    // Writers ask for a little more than they fill, so this alone is not exact: it only keeps the buffer from growing
    // far beyond what it may hold.
    private void ThrowIfBeyond(int sizeHint)
    {
        if (_written.WrittenCount + (long)sizeHint > limitBytes * 4)
            throw new LimitReachedException(limitBytes);
    }
}

/// <summary>More was written than there may be.</summary>
#pragma warning disable RCS1194 // It is made in one place, with all there is to say.
internal sealed class LimitReachedException(long limitBytes) : Exception($"There may be {limitBytes} bytes.");
#pragma warning restore RCS1194
