using System.IO.Compression;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// The compressions of TIFF. Each fills exactly the room it is given: what would be more is not decoded, and what is
/// less is an error, so that no file can make it use more memory than its block has.
/// </summary>
internal static class TiffDecoding
{
    private const string Damaged = "the file is damaged: copy it again from where it came";

    /// <summary>Decodes a block.</summary>
    /// <param name="compression">The number of the compression.</param>
    /// <param name="packed">The bytes in the file.</param>
    /// <param name="length">How many of them there are.</param>
    /// <param name="plain">The room for the decoded bytes.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="what">The block, for messages.</param>
    /// <exception cref="TerrainException">The bytes are no such compression, or too few.</exception>
    public static void Decode(int compression, byte[] packed, int length, Span<byte> plain, string file, string what)
    {
        int done;
        try
        {
            done = compression switch
            {
                5 => TiffLzw.Decode(packed.AsSpan(0, length), plain),
                32773 => UnpackBits(packed.AsSpan(0, length), plain),
                8 or 32946 => Inflate(packed, length, plain),
                _ => Copy(packed.AsSpan(0, length), plain),
            };
        }
        catch (InvalidDataException error)
        {
            throw TerrainException.In(TerrainFaultKind.Damaged, file, $"{what} cannot be unpacked ({TiffDirectory.Described(TiffTag.Compression)} {compression}): {error.Message}", Damaged, error);
        }

        if (done < plain.Length)
            throw TerrainException.In(TerrainFaultKind.Damaged, file, $"{what} unpacks to {done} bytes and should have {plain.Length}", Damaged);
    }

    private static int Copy(ReadOnlySpan<byte> packed, Span<byte> plain)
    {
        int count = Math.Min(packed.Length, plain.Length);
        packed[..count].CopyTo(plain);
        return count;
    }

    private static int Inflate(byte[] packed, int length, Span<byte> plain)
    {
        using var stream = new ZLibStream(new MemoryStream(packed, 0, length, writable: false), CompressionMode.Decompress);
        return stream.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
    }

    // TIFF 6.0, section 9: a count n ≥ 0 is followed by n + 1 bytes, a count −127 to −1 by one that comes 1 − n times.
    private static int UnpackBits(ReadOnlySpan<byte> packed, Span<byte> plain)
    {
        int at = 0, done = 0;
        while (done < plain.Length && at < packed.Length)
        {
            int count = (sbyte)packed[at++];
            if (count == -128)
                continue;
            if (count >= 0)
            {
                int literal = Math.Min(Math.Min(count + 1, plain.Length - done), packed.Length - at);
                packed.Slice(at, literal).CopyTo(plain[done..]);
                (at, done) = (at + literal, done + literal);
            }
            else if (at < packed.Length)
            {
                int run = Math.Min(1 - count, plain.Length - done);
                plain.Slice(done, run).Fill(packed[at++]);
                done += run;
            }
        }

        return done;
    }
}
