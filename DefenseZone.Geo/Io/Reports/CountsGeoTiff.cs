using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// Writes how many observers see each cell as a GeoTIFF 1.1: one band of whole numbers, of eight bits where no count is
/// above 255 and of sixteen where one is, in strips compressed by Deflate, with the system of the terrain by its EPSG code.
/// </summary>
/// <remarks>A cell that nobody sees is 0; so is a void.</remarks>
public static class CountsGeoTiff
{
    private const int StripBytes = 1 << 18;
    private const int EntryBytes = 12;

    private enum FieldType : ushort
    {
        Text = 2,
        Short = 3,
        Long = 4,
        Double = 12,
    }

    /// <summary>Writes the file; the stream need not be able to seek.</summary>
    /// <exception cref="ArgumentException">There are no cells, or their coordinate system has no EPSG code of 16 bits.</exception>
    public static void Write(Stream stream, CumulativeViewshed seen, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(seen);
        GridFrame frame = seen.Frame;
        if (frame.IsEmpty)
            throw new ArgumentException("There are no cells to write: no observer stands on known ground.", nameof(seen));
        int sampleBytes = MemoryMarshal.ToEnumerable(seen.Counts).Max() > byte.MaxValue ? 2 : 1;
        int rowsPerStrip = Math.Clamp(StripBytes / (frame.Columns * sampleBytes), 1, frame.Rows);
        List<byte[]> strips = Strips(seen, sampleBytes, rowsPerStrip, cancellationToken);
        byte[] head = Head(frame, sampleBytes, rowsPerStrip, strips);
        stream.Write(head);
        foreach (byte[] strip in strips)
            stream.Write(strip);
    }

    private static List<byte[]> Strips(CumulativeViewshed seen, int sampleBytes, int rowsPerStrip, CancellationToken cancellationToken)
    {
        int columns = seen.Frame.Columns, rows = seen.Frame.Rows;
        var strips = new List<byte[]>();
        byte[] plain = new byte[columns * rowsPerStrip * sampleBytes];
        for (int first = 0; first < rows; first += rowsPerStrip)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<ushort> counts = seen.Counts.Span.Slice(first * columns, Math.Min(rowsPerStrip, rows - first) * columns);
            for (int i = 0; i < counts.Length; i++)
            {
                if (sampleBytes == 1)
                    plain[i] = (byte)counts[i];
                else
                    BinaryPrimitives.WriteUInt16LittleEndian(plain.AsSpan(i * 2), counts[i]);
            }

            using var packed = new MemoryStream();
            using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest))
                deflate.Write(plain, 0, counts.Length * sampleBytes);
            strips.Add(packed.ToArray());
        }

        return strips;
    }

    /// <summary>Everything before the strips: the header, the directory and the values that do not fit in it.</summary>
    private static byte[] Head(GridFrame frame, int sampleBytes, int rowsPerStrip, List<byte[]> strips)
    {
        (ushort Tag, FieldType Type, byte[] Values)[] fields =
        [
            (256, FieldType.Long, Longs(frame.Columns)),
            (257, FieldType.Long, Longs(frame.Rows)),
            (258, FieldType.Short, Shorts(8 * sampleBytes)),
            (259, FieldType.Short, Shorts(8)),
            (262, FieldType.Short, Shorts(1)),
            (270, FieldType.Text, Encoding.ASCII.GetBytes("How many observers see each cell\0")),
            (273, FieldType.Long, new byte[4 * strips.Count]),
            (277, FieldType.Short, Shorts(1)),
            (278, FieldType.Long, Longs(rowsPerStrip)),
            (279, FieldType.Long, Longs([.. strips.Select(strip => strip.Length)])),
            (284, FieldType.Short, Shorts(1)),
            (339, FieldType.Short, Shorts(1)),
            (33550, FieldType.Double, Doubles(frame.StepX, frame.StepY, 0)),
            (33922, FieldType.Double, Doubles(0, 0, 0, frame.WestEdgeX, frame.NorthEdgeY, 0)),
            (34735, FieldType.Short, GeoKeys(frame.System)),
        ];
        int directory = 2 + (fields.Length * EntryBytes) + 4;
        int length = 8 + directory + fields.Sum(field => field.Values.Length > 4 ? Even(field.Values.Length) : 0);
        long offset = length;
        for (int i = 0; i < strips.Count; i++)
        {
            if (offset + strips[i].Length > uint.MaxValue)
                throw new ArgumentException("The cells take more than the 4 GB that a TIFF can hold; ask for fewer observers at a time.", nameof(strips));
            BinaryPrimitives.WriteUInt32LittleEndian(fields[6].Values.AsSpan(i * 4), (uint)offset);
            offset += strips[i].Length;
        }

        byte[] head = new byte[length];
        "II*\0"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), (ushort)fields.Length);
        int entry = 10, beyond = 8 + directory;
        foreach ((ushort tag, FieldType type, byte[] values) in fields)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(entry), tag);
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(entry + 2), (ushort)type);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(entry + 4), (uint)(values.Length / Size(type)));
            int at = values.Length > 4 ? beyond : entry + 8;
            values.CopyTo(head, at);
            if (values.Length > 4)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(entry + 8), (uint)at);
                beyond += Even(values.Length);
            }

            entry += EntryBytes;
        }

        return head;
    }

    private static byte[] GeoKeys(CoordinateSystem system)
    {
        if (system.Epsg > ushort.MaxValue)
            throw new ArgumentException($"EPSG:{system.Epsg} does not fit in a GeoTIFF key.", nameof(system));

        // Version 1.1.0 and three or four keys: model, cells are areas, the code, and that angles are degrees.
        return system.IsGeographic
            ? Shorts(1, 1, 1, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, system.Epsg, 2054, 0, 1, 9102)
            : Shorts(1, 1, 1, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, system.Epsg);
    }

    private static int Even(int bytes) => (bytes + 1) & ~1;

    private static int Size(FieldType type) => type switch { FieldType.Text => 1, FieldType.Short => 2, FieldType.Long => 4, _ => 8 };

    private static byte[] Shorts(params ReadOnlySpan<int> values)
    {
        byte[] bytes = new byte[values.Length * 2];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), (ushort)values[i]);
        return bytes;
    }

    private static byte[] Longs(params ReadOnlySpan<int> values)
    {
        byte[] bytes = new byte[values.Length * 4];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), (uint)values[i]);
        return bytes;
    }

    private static byte[] Doubles(params ReadOnlySpan<double> values)
    {
        byte[] bytes = new byte[values.Length * 8];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * 8), values[i]);
        return bytes;
    }
}
