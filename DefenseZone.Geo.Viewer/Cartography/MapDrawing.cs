using System.Buffers;
using System.Buffers.Binary;

namespace DefenseZone.Geo.Viewer.Cartography;

/// <summary>
/// What one layer of the map shows, packed for the browser: a header of 24 bytes (item count, zero, and the origin
/// as two doubles), then for each item its kind, style, id, number of parts, the parts' vertex counts and the
/// vertices as single-precision offsets from the origin. The origin is the middle of the view, so that an offset is
/// good to a fraction of a pixel at every zoom.
/// </summary>
public sealed class MapDrawing
{
    private const int HeaderBytes = 24;
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly List<string> _labels = [];
    private readonly double _originX;
    private readonly double _originY;
    private bool _labelled;

    /// <summary>An empty drawing around an origin in web-Mercator metres.</summary>
    public MapDrawing(double originX, double originY)
    {
        _originX = originX;
        _originY = originY;
    }

    private enum ItemKind
    {
        Point,
        Line,
        Polygon,
    }

    /// <summary>How many items there are.</summary>
    public int Count => _labels.Count;

    /// <summary>The items' labels in their order; empty where none has one.</summary>
    public IReadOnlyList<string> Labels => _labelled ? _labels : [];

    /// <summary>Adds a point.</summary>
    /// <param name="style">The row of the style table.</param>
    /// <param name="id">What the browser calls it when it is dragged.</param>
    /// <param name="x">Web-Mercator metres.</param>
    /// <param name="y">Web-Mercator metres.</param>
    /// <param name="label">Its text; empty for none.</param>
    public void AddPoint(int style, int id, double x, double y, string label = "")
    {
        Begin(ItemKind.Point, style, id, label);
        Write(1);
        Write(1);
        Write(x, y);
    }

    /// <summary>Adds a line of one or more parts, each with its vertices x before y.</summary>
    public void AddLine(int style, IReadOnlyList<double[]> parts) => AddParts(ItemKind.Line, style, parts);

    /// <summary>Adds a polygon: its outer ring, then its holes, each closed, vertices x before y.</summary>
    public void AddPolygon(int style, IReadOnlyList<double[]> rings) => AddParts(ItemKind.Polygon, style, rings);

    /// <summary>The packed bytes.</summary>
    public byte[] ToBytes()
    {
        var packed = new byte[HeaderBytes + _bytes.WrittenCount];
        BinaryPrimitives.WriteInt32LittleEndian(packed, Count);
        BinaryPrimitives.WriteDoubleLittleEndian(packed.AsSpan(8), _originX);
        BinaryPrimitives.WriteDoubleLittleEndian(packed.AsSpan(16), _originY);
        _bytes.WrittenSpan.CopyTo(packed.AsSpan(HeaderBytes));
        return packed;
    }

    private void AddParts(ItemKind kind, int style, IReadOnlyList<double[]> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            return;
        Begin(kind, style, -1, string.Empty);
        Write(parts.Count);
        foreach (double[] part in parts)
            Write(part.Length / 2);
        foreach (double[] part in parts)
        {
            for (int i = 0; i < part.Length; i += 2)
                Write(part[i], part[i + 1]);
        }
    }

    private void Begin(ItemKind kind, int style, int id, string label)
    {
        Write((int)kind);
        Write(style);
        Write(id);
        _labels.Add(label);
        _labelled |= label.Length > 0;
    }

    private void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    private void Write(double x, double y)
    {
        Span<byte> span = _bytes.GetSpan(8);
        BinaryPrimitives.WriteSingleLittleEndian(span, (float)(x - _originX));
        BinaryPrimitives.WriteSingleLittleEndian(span[4..], (float)(y - _originY));
        _bytes.Advance(8);
    }
}
