using System.Buffers.Binary;
using System.IO.Compression;

namespace DefenseZone.Geo.Rendering;

/// <summary>What the bytes of a PNG image are (PNG, third edition, 11.2.1).</summary>
public enum PngColour
{
    /// <summary>A byte a pixel: its grey.</summary>
    Grey = 0,

    /// <summary>A byte a pixel: its place in a palette.</summary>
    Palette = 3,

    /// <summary>Two bytes a pixel: grey and opacity.</summary>
    GreyAndAlpha = 4,

    /// <summary>Four bytes a pixel: red, green, blue and opacity.</summary>
    Rgba = 6,
}

/// <summary>Encodes images of 8 bits as PNG, without any library of the system.</summary>
public static class PngImage
{
    private const int LargestSide = 1 << 24;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>The file of an image.</summary>
    /// <param name="width">Pixels across, 1 to 16,777,216.</param>
    /// <param name="height">Pixels down, 1 to 16,777,216.</param>
    /// <param name="pixels">Its bytes, row after row from the top, as <paramref name="colour"/> says.</param>
    /// <param name="colour">What they are.</param>
    /// <param name="palette">For a palette: 1 to 256 colours as 0xRRGGBBAA. Nothing otherwise.</param>
    /// <exception cref="ArgumentException">A side is out of bounds, or there are not as many bytes or colours as there should be.</exception>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> pixels, PngColour colour, ReadOnlySpan<uint> palette = default)
    {
        using var stream = new MemoryStream();
        Write(stream, width, height, pixels, colour, palette);
        return stream.ToArray();
    }

    /// <summary>Writes the file of an image.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="width">Pixels across, 1 to 16,777,216.</param>
    /// <param name="height">Pixels down, 1 to 16,777,216.</param>
    /// <param name="pixels">Its bytes, as in <see cref="Encode"/>.</param>
    /// <param name="colour">What they are.</param>
    /// <param name="palette">For a palette: its colours.</param>
    /// <exception cref="ArgumentException">As in <see cref="Encode"/>.</exception>
    public static void Write(Stream stream, int width, int height, ReadOnlySpan<byte> pixels, PngColour colour, ReadOnlySpan<uint> palette = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int bytesPerPixel = colour switch
        {
            PngColour.Grey or PngColour.Palette => 1,
            PngColour.GreyAndAlpha => 2,
            PngColour.Rgba => 4,
            _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "Not a PngColour."),
        };
        ThrowUnlessSide(width, nameof(width));
        ThrowUnlessSide(height, nameof(height));
        if (pixels.Length != (long)width * height * bytesPerPixel)
            throw new ArgumentException($"{width} × {height} pixels of {bytesPerPixel} bytes take {(long)width * height * bytesPerPixel} bytes; these are {pixels.Length}.", nameof(pixels));
        if (colour == PngColour.Palette ? palette.Length is < 1 or > 256 : palette.Length > 0)
            throw new ArgumentException($"A palette has 1 to 256 colours, and other images none; these are {palette.Length}.", nameof(palette));

        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        head[8] = 8;
        head[9] = (byte)colour;
        head[10..].Clear();
        WriteChunk(stream, "IHDR"u8, head);
        if (colour == PngColour.Palette)
            WritePalette(stream, palette);
        WriteChunk(stream, "IDAT"u8, Pack(pixels, width * bytesPerPixel, bytesPerPixel, filter: colour != PngColour.Palette));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static void ThrowUnlessSide(int side, string name)
    {
        if (side is < 1 or > LargestSide)
            throw new ArgumentOutOfRangeException(name, side, $"A side has 1 to {LargestSide} pixels.");
    }

    private static void WritePalette(Stream stream, ReadOnlySpan<uint> palette)
    {
        byte[] colours = new byte[3 * palette.Length], opacities = new byte[palette.Length];
        for (int i = 0; i < palette.Length; i++)
        {
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = ((byte)(palette[i] >> 24), (byte)(palette[i] >> 16), (byte)(palette[i] >> 8));
            opacities[i] = (byte)palette[i];
        }

        WriteChunk(stream, "PLTE"u8, colours);
        WriteChunk(stream, "tRNS"u8, opacities);
    }

    // Shades change little from one pixel to the next: they are kept as differences (filter 1). Places in a palette
    // are names, and differences of names mean nothing.
    private static ReadOnlySpan<byte> Pack(ReadOnlySpan<byte> pixels, int rowBytes, int bytesPerPixel, bool filter)
    {
        var packed = new MemoryStream(pixels.Length / 4);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] line = new byte[rowBytes + 1];
            line[0] = (byte)(filter ? 1 : 0);
            for (int at = 0; at < pixels.Length; at += rowBytes)
            {
                ReadOnlySpan<byte> row = pixels.Slice(at, rowBytes);
                row.CopyTo(line.AsSpan(1));
                for (int i = bytesPerPixel; filter && i < rowBytes; i++)
                    line[i + 1] = (byte)(row[i] - row[i - bytesPerPixel]);
                deflate.Write(line);
            }
        }

        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        stream.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
