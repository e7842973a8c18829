using System.Buffers.Binary;
using System.IO.Compression;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// Writes pictures as PNG (ISO/IEC 15948) without a native library: eight bits a channel, not interlaced. Each row is
/// written as its difference from the one above, which suits drawings and relief.
/// </summary>
public static class PngImage
{
    private static readonly uint[] Checksums = MakeChecksums();

    /// <summary>A picture in colour.</summary>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <param name="pixels">Red, green, blue and opacity of each pixel, row by row from the top.</param>
    /// <exception cref="ArgumentException">There are more or fewer than four bytes a pixel.</exception>
    public static byte[] OfColours(int width, int height, ReadOnlySpan<byte> pixels) => Write(width, height, pixels, channels: 4, colourType: 6);

    /// <summary>A picture in grey.</summary>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <param name="pixels">Grey and opacity of each pixel, row by row from the top.</param>
    /// <exception cref="ArgumentException">There are more or fewer than two bytes a pixel.</exception>
    public static byte[] OfGreys(int width, int height, ReadOnlySpan<byte> pixels) => Write(width, height, pixels, channels: 2, colourType: 4);

    private static byte[] Write(int width, int height, ReadOnlySpan<byte> pixels, int channels, byte colourType)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != (long)width * height * channels)
            throw new ArgumentException($"A picture of {width} × {height} pixels takes {(long)width * height * channels} bytes; these are {pixels.Length}.", nameof(pixels));
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = colourType;
        header[10..].Clear();
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Deflated(pixels, width * channels));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Deflated(ReadOnlySpan<byte> pixels, int rowBytes)
    {
        const byte Up = 2;
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[rowBytes + 1];
            row[0] = Up;
            for (int at = 0; at < pixels.Length; at += rowBytes)
            {
                for (int i = 0; i < rowBytes; i++)
                    row[i + 1] = (byte)(pixels[at + i] - (at == 0 ? 0 : pixels[at + i - rowBytes]));
                stream.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checksum(Checksum(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Checksum(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            sum = Checksums[(byte)(sum ^ value)] ^ (sum >> 8);
        return sum;
    }

    // The cyclic redundancy check of annex D of the standard.
    private static uint[] MakeChecksums()
    {
        var sums = new uint[256];
        for (uint i = 0; i < sums.Length; i++)
        {
            uint sum = i;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? 0xEDB88320u ^ (sum >> 1) : sum >> 1;
            sums[i] = sum;
        }

        return sums;
    }
}
