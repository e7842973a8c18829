namespace DefenseZone.Geo.Tests.Io;

/// <summary>A stream that gives a few bytes at a time and cannot be wound back, as one from a network.</summary>
internal sealed class PiecewiseStream(byte[] bytes, int seed) : Stream
{
    private readonly Random _random = new(seed);
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int length = Math.Min(Math.Min(count, 1 + _random.Next(7)), bytes.Length - _at);
        Array.Copy(bytes, _at, buffer, offset, length);
        _at += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
