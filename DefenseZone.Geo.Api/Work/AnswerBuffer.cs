using System.Buffers;

namespace DefenseZone.Geo.Api.Work;

/// <summary>
/// An answer as it is written, up to a limit. It is held in pieces, so that it takes as much memory as it is long, and can
/// be let go piece by piece.
/// </summary>
internal sealed class AnswerBuffer(long limitBytes) : IBufferWriter<byte>
{
    // Below the size from which on the runtime keeps memory apart and gives it back late.
    private const int PieceBytes = 64 * 1024;

    private readonly Queue<ReadOnlyMemory<byte>> _full = [];
    private byte[] _piece = [];
    private int _written;
    private long _fullBytes;

    /// <summary>How much may be written.</summary>
    public long LimitBytes => limitBytes;

    /// <summary>How much was written.</summary>
    public long Length => _fullBytes + _written;

    /// <summary>The pieces, in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces => _full.Append(_piece.AsMemory(0, _written));

    /// <inheritdoc/>
    /// <exception cref="LimitReachedException">More was written than there may be.</exception>
    public void Advance(int count)
    {
        if (Length + count > limitBytes)
            throw new LimitReachedException(limitBytes);
        _written += count;
    }

    /// <inheritdoc/>
    /// <exception cref="LimitReachedException">More is to be written than there may be.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        // Writers ask for up to three times what they fill; beyond that, what is asked for cannot be held to the limit.
        if (Length + sizeHint > (limitBytes * 4) + PieceBytes)
            throw new LimitReachedException(limitBytes);
        if (_piece.Length - _written < Math.Max(sizeHint, 1))
        {
            if (_written > 0)
                _full.Enqueue(_piece.AsMemory(0, _written));
            _fullBytes += _written;
            _piece = new byte[Math.Max(sizeHint, PieceBytes)];
            _written = 0;
        }

        return _piece.AsMemory(_written);
    }

    /// <inheritdoc/>
    /// <exception cref="LimitReachedException">More is to be written than there may be.</exception>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Takes the pieces out one after another, so that each can go as soon as it is sent.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> TakePieces()
    {
        while (_full.TryDequeue(out ReadOnlyMemory<byte> piece))
            yield return piece;
        yield return _piece.AsMemory(0, _written);
    }
}

/// <summary>More was written than there may be.</summary>
#pragma warning disable RCS1194 // It is made in one place, with all there is to say.
internal sealed class LimitReachedException(long limitBytes) : Exception($"There may be {limitBytes} bytes.");
#pragma warning restore RCS1194
