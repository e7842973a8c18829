using System.Globalization;
using System.Text;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// One directory of a TIFF file: its fields, whose values are read when they are asked for. Every count and offset is
/// checked against the length of the file before anything is read or allocated.
/// </summary>
internal sealed class TiffDirectory
{
    private static readonly int[] TypeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    private readonly TiffFile _file;
    private readonly Dictionary<int, Field> _fields;

    internal TiffDirectory(TiffFile file, Dictionary<int, Field> fields)
    {
        _file = file;
        _fields = fields;
    }

    /// <summary>A field: its type, how many values it has and where they are.</summary>
    internal readonly record struct Field(int Type, long Count, long Offset);

    /// <summary>How many bytes a value of a type takes; 0 for a type that does not exist.</summary>
    public static int TypeSize(int type) => (uint)type < (uint)TypeSizes.Length ? TypeSizes[type] : 0;

    /// <summary>Whether the directory has a field.</summary>
    public bool Has(TiffTag tag) => _fields.ContainsKey((int)tag);

    /// <summary>The whole number of a field, or what holds where it is missing.</summary>
    public long Number(TiffTag tag, long otherwise) => Has(tag) ? Numbers(tag, 1, 1)[0] : otherwise;

    /// <summary>The whole number of a field that has to be there.</summary>
    public long Number(TiffTag tag) => Has(tag)
        ? Numbers(tag, 1, 1)[0]
        : throw TerrainException.In(TerrainFaultKind.Damaged, _file.Name, $"there is no {Described(tag)}", "a GeoTIFF has one: the file is damaged, or no GeoTIFF");

    /// <summary>The whole numbers of a field; none where it is missing.</summary>
    /// <param name="tag">The field.</param>
    /// <param name="least">How many there have to be.</param>
    /// <param name="most">How many there may be.</param>
    public long[] Numbers(TiffTag tag, long least, long most)
    {
        if (!_fields.TryGetValue((int)tag, out Field field))
            return [];
        byte[] bytes = Bytes(tag, field, least, most);
        var numbers = new long[field.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            ReadOnlySpan<byte> at = bytes.AsSpan(i * TypeSize(field.Type));
            numbers[i] = field.Type switch
            {
                1 or 7 => at[0],
                6 => (sbyte)at[0],
                3 => _file.UInt16(at),
                8 => (short)_file.UInt16(at),
                4 or 13 => _file.UInt32(at),
                9 => (int)_file.UInt32(at),
                16 or 17 or 18 => Positive(tag, _file.UInt64(at)),
                _ => throw TerrainException.In(TerrainFaultKind.Damaged, _file.Name, $"{Described(tag)} has type {field.Type}", "it holds whole numbers (SHORT, LONG or LONG8)"),
            };
        }

        return numbers;
    }

    /// <summary>The decimal numbers of a field; none where it is missing.</summary>
    public double[] Doubles(TiffTag tag, long most)
    {
        if (!_fields.TryGetValue((int)tag, out Field field))
            return [];
        if (field.Type != 12)
            throw TerrainException.In(TerrainFaultKind.Damaged, _file.Name, $"{Described(tag)} has type {field.Type}", "it holds decimal numbers (DOUBLE)");
        byte[] bytes = Bytes(tag, field, 0, most);
        var numbers = new double[field.Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = BitConverter.UInt64BitsToDouble(_file.UInt64(bytes.AsSpan(8 * i)));
        return numbers;
    }

    /// <summary>The text of a field; empty where it is missing.</summary>
    public string Text(TiffTag tag, long most)
    {
        if (!_fields.TryGetValue((int)tag, out Field field))
            return string.Empty;
        if (field.Type != 2)
            throw TerrainException.In(TerrainFaultKind.Damaged, _file.Name, $"{Described(tag)} has type {field.Type}", "it holds a text (ASCII)");
        return Encoding.Latin1.GetString(Bytes(tag, field, 0, most)).TrimEnd('\0');
    }

    /// <summary>A field, for people.</summary>
    public static string Described(TiffTag tag) => string.Create(CultureInfo.InvariantCulture, $"{tag} (tag {(int)tag})");

    private byte[] Bytes(TiffTag tag, Field field, long least, long most)
    {
        if (field.Count < least || field.Count > most)
        {
            string right = least == most ? $"{least}" : $"{least} to {most}";
            throw TerrainException.In(TerrainFaultKind.Damaged, _file.Name, $"{Described(tag)} has {field.Count} values", $"there should be {right}: the file is damaged");
        }

        long length = field.Count * TypeSize(field.Type);
        if (length > _file.Source.Length || length > Array.MaxLength)
            throw TerrainException.In(TerrainFaultKind.Damaged, _file.Name, $"{Described(tag)} has {length} bytes of values, and the file {_file.Source.Length} in all", "the file is cut off or damaged: copy it again from where it came");
        var bytes = new byte[length];
        _file.Source.Read(field.Offset, bytes, Described(tag));
        return bytes;
    }

    private long Positive(TiffTag tag, ulong number) => number <= long.MaxValue
        ? (long)number
        : throw TerrainException.In(TerrainFaultKind.Damaged, _file.Name, $"{Described(tag)} is {number}", "no file is as long as that: it is damaged");
}
