using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// A tile of the Shuttle Radar Topography Mission: 3,601² (1″) or 1,201² (3″) elevations as big-endian 16-bit numbers
/// without a header, −32768 for a void. The name says where its south-western sample is (<c>N22E106.hgt</c>); the
/// samples on its edges are those of the neighbouring tiles too. North of 60° (and in the south) tiles of 1″ may have
/// 1,801 columns of 2″.
/// </summary>
internal sealed class HgtFile : TileSource
{
    private const string Remedy =
        "an .hgt tile is called after its south-western corner, such as N22E106.hgt, and has 25934402 bytes (1″, 3601 × 3601) or 2884802 (3″, 1201 × 1201)";

    private readonly ByteSource _bytes;

    private HgtFile(ByteSource bytes, GridFrame frame, string format)
    {
        _bytes = bytes;
        Frame = frame;
        Format = format;
        BlockColumns = Math.Min(frame.Columns, 901);
    }

    public override string Name => _bytes.Name;

    public override string Format { get; }

    public override GridFrame Frame { get; }

    public override int BlockColumns { get; }

    public override int BlockRows => 128;

    /// <summary>The tile, by its name and size; no sample is read.</summary>
    /// <exception cref="TerrainException">Name or size is none of those a tile has.</exception>
    public static HgtFile Open(ByteSource bytes)
    {
        if (!TryCorner(bytes.Name, out int west, out int south))
            throw TerrainException.In(TerrainFaultKind.NoPlace, bytes.Name, "its name does not say where it is", Remedy);
        (int columns, int rows, string format) = bytes.Length switch
        {
            3601L * 3601 * 2 => (3601, 3601, "SRTM .hgt, 1″"),
            1201L * 1201 * 2 => (1201, 1201, "SRTM .hgt, 3″"),
            1801L * 3601 * 2 => (1801, 3601, "SRTM .hgt, 1″ by 2″"),
            _ => throw TerrainException.In(TerrainFaultKind.Damaged, bytes.Name, $"it has {bytes.Length} bytes", Remedy),
        };
        var frame = new GridFrame(CoordinateSystem.Of(4326), west, south + 1, 1.0 / (columns - 1), 1.0 / (rows - 1), columns, rows);
        return new HgtFile(bytes, frame, format);
    }

    public override void ReadBlock(int blockColumn, int blockRow, Span<float> samples)
    {
        int left = blockColumn * BlockColumns, top = blockRow * BlockRows;
        int columns = Math.Min(BlockColumns, Frame.Columns - left), rows = Math.Min(BlockRows, Frame.Rows - top);

        // One piece of the file from the first sample to the last: a read each row would cost more than it saves.
        int length = ((((rows - 1) * Frame.Columns) + columns) * 2);
        byte[] raw = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> bytes = raw.AsSpan(0, length);
            _bytes.Read(((long)top * Frame.Columns + left) * 2, bytes, string.Create(CultureInfo.InvariantCulture, $"row {top}"));
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<byte> line = bytes.Slice(row * Frame.Columns * 2, columns * 2);
                Span<float> target = samples.Slice(row * BlockColumns, columns);
                for (int column = 0; column < columns; column++)
                    target[column] = PossibleElevation.Of(BinaryPrimitives.ReadInt16BigEndian(line[(2 * column)..]));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(raw);
        }
    }

    // N22E106, at the beginning of the name, in any case; what follows (.SRTMGL1) is a matter of taste.
    private static bool TryCorner(string name, out int west, out int south)
    {
        (west, south) = (0, 0);
        if (name.Length < 7 || char.ToUpperInvariant(name[0]) is not ('N' or 'S') || char.ToUpperInvariant(name[3]) is not ('E' or 'W')
            || !int.TryParse(name.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out south)
            || !int.TryParse(name.AsSpan(4, 3), NumberStyles.None, CultureInfo.InvariantCulture, out west)
            || (name.Length > 7 && char.IsAsciiLetterOrDigit(name[7])))
        {
            return false;
        }

        if (char.ToUpperInvariant(name[0]) == 'S')
            south = -south;
        if (char.ToUpperInvariant(name[3]) == 'W')
            west = -west;
        return south is >= -90 and < 90 && west is >= -180 and < 180;
    }
}
