using DefenseZone.Geo.Terrain;
using Microsoft.Win32.SafeHandles;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>The bytes of a file, read where they are wanted. Safe to use from several threads.</summary>
internal abstract class ByteSource(string name, long length)
{
    /// <summary>The name of the file, without its folder.</summary>
    public string Name { get; } = name;

    /// <summary>How many bytes it has.</summary>
    public long Length { get; } = length;

    /// <summary>Reads as many bytes as there is room for.</summary>
    /// <param name="offset">From where.</param>
    /// <param name="bytes">The room.</param>
    /// <param name="what">What is read, for the message when it is not there.</param>
    /// <exception cref="TerrainException">The file ends before, or cannot be read.</exception>
    public void Read(long offset, Span<byte> bytes, string what)
    {
        if (offset < 0 || offset > Length || bytes.Length > Length - offset)
        {
            throw TerrainException.In(
                TerrainFaultKind.Damaged, Name, $"{what} would lie at bytes {(ulong)offset} to {(ulong)offset + (ulong)bytes.Length}, but the file has {Length}",
                "the file is cut off or damaged: copy it again from where it came");
        }

        ReadWithin(offset, bytes, what);
    }

    /// <summary>Reads bytes that lie within the file.</summary>
    protected abstract void ReadWithin(long offset, Span<byte> bytes, string what);
}

/// <summary>The bytes of a file on disk, which is open only while it is read: nobody is kept from replacing it.</summary>
internal sealed class DiskBytes(string path, long length) : ByteSource(System.IO.Path.GetFileName(path), length)
{
    /// <inheritdoc/>
    protected override void ReadWithin(long offset, Span<byte> bytes, string what)
    {
        try
        {
            using SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            for (int done = 0; done < bytes.Length;)
            {
                int read = RandomAccess.Read(handle, bytes[done..], offset + done);
                if (read == 0)
                    throw TerrainException.In(TerrainFaultKind.Unreadable, Name, $"{what} is no longer there", "the file became shorter while it was in use: open the terrain again");
                done += read;
            }
        }
        catch (Exception error) when (error is not TerrainException && error is IOException or UnauthorizedAccessException)
        {
            throw TerrainException.In(TerrainFaultKind.Unreadable, Name, $"{what} cannot be read: {error.Message}", "see that the file is there and may be read", error);
        }
    }
}

/// <summary>Bytes in memory.</summary>
internal sealed class MemoryBytes(string name, ReadOnlyMemory<byte> content) : ByteSource(name, content.Length)
{
    /// <inheritdoc/>
    protected override void ReadWithin(long offset, Span<byte> bytes, string what) => content.Span.Slice((int)offset, bytes.Length).CopyTo(bytes);
}
