using System.Buffers.Binary;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// The structure of a TIFF file, classic (TIFF 6.0) or BigTIFF, of either byte order: finds the directory of the
/// image itself among those of overviews and masks.
/// </summary>
internal sealed class TiffFile
{
    private const int MaximumDirectories = 4096;
    private const int MaximumFields = 4096;
    private const string Damaged = "the file is damaged: copy it again from where it came";

    private TiffFile(ByteSource source, bool isBig, bool isLittleEndian)
    {
        Source = source;
        IsBig = isBig;
        IsLittleEndian = isLittleEndian;
    }

    public ByteSource Source { get; }

    public string Name => Source.Name;

    /// <summary>Whether offsets have 64 bits.</summary>
    public bool IsBig { get; }

    public bool IsLittleEndian { get; }

    /// <summary>The directory of the image in full resolution, the first that is no overview and no mask.</summary>
    /// <exception cref="TerrainException">The file is no TIFF, or damaged.</exception>
    public static (TiffFile File, TiffDirectory Image) Open(ByteSource source)
    {
        Span<byte> head = stackalloc byte[16];
        source.Read(0, head[..8], "the head of the TIFF");
        bool isLittle = head[0] == 'I' && head[1] == 'I';
        if (!isLittle && !(head[0] == 'M' && head[1] == 'M'))
            throw NoTiff(source);
        int version = isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(head[2..]) : BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
        if (version is not (42 or 43))
            throw NoTiff(source);
        var file = new TiffFile(source, version == 43, isLittle);
        long first = file.UInt32(head[4..]);
        if (file.IsBig)
        {
            if (file.UInt16(head[4..]) != 8)
                throw TerrainException.In(TerrainFaultKind.Damaged, source.Name, $"the BigTIFF's offsets have {file.UInt16(head[4..])} bytes", "they have 8: " + Damaged);
            source.Read(8, head[..8], "the head of the BigTIFF");
            first = file.Offset(head[..8], "the first directory");
        }

        return (file, file.FindImage(first));
    }

    public ushort UInt16(ReadOnlySpan<byte> bytes) =>
        IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    public uint UInt32(ReadOnlySpan<byte> bytes) =>
        IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    public ulong UInt64(ReadOnlySpan<byte> bytes) =>
        IsLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes);

    private static TerrainException NoTiff(ByteSource source) => TerrainException.In(
        TerrainFaultKind.UnknownFormat, source.Name, "it does not begin as a TIFF does (II or MM, then 42 or 43)", "convert it: gdal_translate IN OUT.tif");

    private TiffDirectory FindImage(long first)
    {
        var seen = new HashSet<long>();
        TiffDirectory? image = null;
        for (long at = first; at != 0;)
        {
            if (!seen.Add(at))
                throw TerrainException.In(TerrainFaultKind.Damaged, Name, $"its directories go in a circle: that at byte {at} is reached twice", Damaged);
            if (seen.Count > MaximumDirectories)
                throw TerrainException.In(TerrainFaultKind.Damaged, Name, $"it has more than {MaximumDirectories} directories", Damaged);
            (TiffDirectory directory, at) = ReadDirectory(at);

            // Bit 0 says reduced resolution, bit 2 says mask.
            if (image is null && (directory.Number(TiffTag.NewSubfileType, 0) & 0b101) == 0)
                image = directory;
        }

        return image ?? throw TerrainException.In(TerrainFaultKind.Damaged, Name, seen.Count == 0 ? "it has no directory" : "it has only overviews and masks", "a GeoTIFF has an image in full resolution: " + Damaged);
    }

    private (TiffDirectory Directory, long Next) ReadDirectory(long at)
    {
        string what = $"the directory at byte {at}";
        int countSize = IsBig ? 8 : 2, fieldSize = IsBig ? 20 : 12, offsetSize = IsBig ? 8 : 4;
        Span<byte> number = stackalloc byte[8];
        Source.Read(at, number[..countSize], what);
        ulong count = IsBig ? UInt64(number) : UInt16(number);
        if (count is 0 or > MaximumFields)
            throw TerrainException.In(TerrainFaultKind.Damaged, Name, $"{what} has {count} fields", $"there are 1 to {MaximumFields}: " + Damaged);
        var bytes = new byte[((int)count * fieldSize) + offsetSize];
        Source.Read(at + countSize, bytes, what);
        var fields = new Dictionary<int, TiffDirectory.Field>((int)count);
        for (int i = 0; i < (int)count; i++)
        {
            ReadOnlySpan<byte> field = bytes.AsSpan(i * fieldSize, fieldSize);
            int tag = UInt16(field), type = UInt16(field[2..]), size = TiffDirectory.TypeSize(type);
            ulong values = IsBig ? UInt64(field[4..]) : UInt32(field[4..]);

            // A type from the future is to be passed over (TIFF 6.0, p. 16), and so is a field that comes again.
            if (size == 0)
                continue;
            if (values > (ulong)(Source.Length / size))
            {
                throw TerrainException.In(
                    TerrainFaultKind.Damaged, Name, $"tag {tag} in {what} has {values} values of {size} bytes, and the file has {Source.Length} bytes in all", "the file is cut off or damaged: copy it again from where it came");
            }

            long place = at + countSize + (i * fieldSize) + (IsBig ? 12 : 8);
            long offset = (long)values * size <= offsetSize ? place : Offset(field[(IsBig ? 12 : 8)..], $"tag {tag}");
            fields.TryAdd(tag, new TiffDirectory.Field(type, (long)values, offset));
        }

        return (new TiffDirectory(this, fields), Offset(bytes.AsSpan((int)count * fieldSize), "the next directory"));
    }

    private long Offset(ReadOnlySpan<byte> bytes, string what)
    {
        ulong offset = IsBig ? UInt64(bytes) : UInt32(bytes);
        return offset <= (ulong)Source.Length
            ? (long)offset
            : throw TerrainException.In(TerrainFaultKind.Damaged, Name, $"{what} would lie at byte {offset}, but the file has {Source.Length}", "the file is cut off or damaged: copy it again from where it came");
    }
}
