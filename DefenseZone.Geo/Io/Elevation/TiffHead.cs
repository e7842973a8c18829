using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>The head of a GeoTIFF that is written: its one directory, before the tiles.</summary>
internal sealed class TiffHead(GridFrame frame, TiffSample sample, string noData)
{
    private const int FieldBytes = 12;
    private const ushort Ascii = 2, Short = 3, Long = 4, Double = 12;

    private readonly SortedDictionary<TiffTag, (ushort Type, byte[] Values)> _fields = [];

    /// <summary>The bytes that come before the tiles.</summary>
    /// <exception cref="ArgumentException">The file would be longer than a TIFF may be.</exception>
    public byte[] Bytes(byte[][] tiles)
    {
        bool isFloat = sample == TiffSample.Float32;
        int bytes = sample == TiffSample.UInt8 ? 1 : sample == TiffSample.Int16 ? 2 : 4;
        Add(TiffTag.ImageWidth, Long, (uint)frame.Columns);
        Add(TiffTag.ImageLength, Long, (uint)frame.Rows);
        Add(TiffTag.BitsPerSample, Short, (ushort)(8 * bytes));
        Add(TiffTag.Compression, Short, (ushort)8);
        Add(TiffTag.PhotometricInterpretation, Short, (ushort)1);
        Add(TiffTag.SamplesPerPixel, Short, (ushort)1);
        Add(TiffTag.PlanarConfiguration, Short, (ushort)1);
        Add(TiffTag.Predictor, Short, (ushort)(isFloat ? 3 : 2));
        Add(TiffTag.TileWidth, Long, (uint)TiffTiles.Side);
        Add(TiffTag.TileLength, Long, (uint)TiffTiles.Side);
        Add(TiffTag.SampleFormat, Short, (ushort)(isFloat ? 3 : sample == TiffSample.Int16 ? 2 : 1));
        Add(TiffTag.TileByteCounts, Long, [.. tiles.Select(tile => (uint)tile.Length)]);
        Add(TiffTag.TileOffsets, Long, new uint[tiles.Length]);
        Add<double>(TiffTag.ModelPixelScale, Double, frame.StepX, frame.StepY, 0);
        Add(TiffTag.ModelTiepoint, Double, 0, 0, 0, frame.WestEdgeX, frame.NorthEdgeY, 0);
        Add(TiffTag.GeoKeyDirectory, Short, GeoKeys());
        if (noData.Length > 0)
            _fields[TiffTag.NoData] = (Ascii, Encoding.ASCII.GetBytes(noData + '\0'));

        long at = 8 + 2 + (FieldBytes * _fields.Count) + 4 + _fields.Values.Where(field => field.Values.Length > 4).Sum(field => field.Values.Length + (field.Values.Length & 1));
        var offsets = new uint[tiles.Length];
        for (int i = 0; i < tiles.Length; i++)
        {
            offsets[i] = at <= uint.MaxValue ? (uint)at : throw new ArgumentException($"The file would be longer than the 4 GiB that a TIFF may have; write fewer than {frame.Columns} × {frame.Rows} cells.", nameof(tiles));
            at += tiles[i].Length;
        }

        Add(TiffTag.TileOffsets, Long, offsets);
        return Layout();
    }

    private ushort[] GeoKeys()
    {
        // Model type, raster type (areas), the system, its unit; OGC 19-008r4, 7.1.2.
        ushort code = checked((ushort)frame.System.Epsg);
        return frame.System.IsGeographic
            ? [1, 1, 0, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, code, 2054, 0, 1, 9102]
            : [1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, code, 3076, 0, 1, 9001];
    }

    private byte[] Layout()
    {
        int values = 8 + 2 + (FieldBytes * _fields.Count) + 4;
        using var head = new MemoryStream();
        using var rest = new MemoryStream();
        head.Write("II*\0\b\0\0\0"u8);
        Span<byte> field = stackalloc byte[FieldBytes];
        BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)_fields.Count);
        head.Write(field[..2]);
        foreach ((TiffTag tag, (ushort type, byte[] bytes)) in _fields)
        {
            int size = TiffDirectory.TypeSize(type);
            field.Clear();
            BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)tag);
            BinaryPrimitives.WriteUInt16LittleEndian(field[2..], type);
            BinaryPrimitives.WriteUInt32LittleEndian(field[4..], (uint)(bytes.Length / size));
            if (bytes.Length <= 4)
            {
                bytes.CopyTo(field[8..]);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(field[8..], (uint)(values + rest.Length));
                rest.Write(bytes);
                if (bytes.Length % 2 != 0)
                    rest.WriteByte(0);
            }

            head.Write(field);
        }

        head.Write([0, 0, 0, 0]);
        rest.WriteTo(head);
        return head.ToArray();
    }

    // Files are little-endian, as every machine that this runs on is.
    private void Add<T>(TiffTag tag, ushort type, params ReadOnlySpan<T> values)
        where T : unmanaged => _fields[tag] = (type, MemoryMarshal.AsBytes(values).ToArray());
}
