using System.Buffers;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Writes geometries as RFC 7946 has them: numbers rounded to some decimals, exterior rings counter-clockwise and
/// holes clockwise.
/// </summary>
internal static class GeometryJson
{
    private const int LongestNumber = 32;

    /// <summary>Writes a geometry; an empty GeometryCollection, which stands for none, as null.</summary>
    public static void Write(Utf8JsonWriter writer, Geometry geometry, int decimals)
    {
        if (geometry.OgcGeometryType == OgcGeometryType.GeometryCollection)
        {
            WriteCollection(writer, (GeometryCollection)geometry, decimals);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, TypeOf(geometry));
        writer.WritePropertyName("coordinates"u8);
        var text = new ArrayBufferWriter<byte>(Math.Max(256, Math.Min(geometry.NumPoints, 1 << 22) * 26));
        Append(text, geometry, decimals);
        writer.WriteRawValue(text.WrittenSpan, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> TypeOf(Geometry geometry) => geometry.OgcGeometryType switch
    {
        OgcGeometryType.Point => "Point"u8,
        OgcGeometryType.MultiPoint => "MultiPoint"u8,
        OgcGeometryType.LineString => "LineString"u8,
        OgcGeometryType.MultiLineString => "MultiLineString"u8,
        OgcGeometryType.Polygon => "Polygon"u8,
        OgcGeometryType.MultiPolygon => "MultiPolygon"u8,
        _ => throw new ArgumentException($"RFC 7946 has no geometry such as a {geometry.GeometryType}.", nameof(geometry)),
    };

    private static void WriteCollection(Utf8JsonWriter writer, GeometryCollection collection, int decimals)
    {
        if (collection.NumGeometries == 0)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, "GeometryCollection"u8);
        writer.WriteStartArray("geometries"u8);
        for (int i = 0; i < collection.NumGeometries; i++)
        {
            // A part of a collection must be an object: null has no place there.
            if (collection.GetGeometryN(i) is { NumGeometries: 0, OgcGeometryType: OgcGeometryType.GeometryCollection })
                writer.WriteRawValue("""{"type":"GeometryCollection","geometries":[]}"""u8, skipInputValidation: true);
            else
                Write(writer, collection.GetGeometryN(i), decimals);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Append(IBufferWriter<byte> text, Geometry geometry, int decimals)
    {
        switch (geometry)
        {
            case Point { IsEmpty: true }:
                text.Write("[]"u8);
                break;
            case Point point:
                Append(text, point.CoordinateSequence, 0, decimals);
                break;
            case LineString line:
                Append(text, line.CoordinateSequence, isReversed: false, decimals);
                break;
            case Polygon area:
                AppendArea(text, area, decimals);
                break;
            default:
                text.Write("["u8);
                for (int i = 0; i < geometry.NumGeometries; i++)
                {
                    if (i > 0)
                        text.Write(","u8);
                    Append(text, geometry.GetGeometryN(i), decimals);
                }

                text.Write("]"u8);
                break;
        }
    }

    private static void AppendArea(IBufferWriter<byte> text, Polygon area, int decimals)
    {
        text.Write("["u8);
        if (!area.IsEmpty)
        {
            CoordinateSequence shell = area.ExteriorRing.CoordinateSequence;
            Append(text, shell, isReversed: SignedArea(shell) < 0, decimals);
            for (int i = 0; i < area.NumInteriorRings; i++)
            {
                CoordinateSequence hole = area.GetInteriorRingN(i).CoordinateSequence;
                text.Write(","u8);
                Append(text, hole, isReversed: SignedArea(hole) > 0, decimals);
            }
        }

        text.Write("]"u8);
    }

    private static void Append(IBufferWriter<byte> text, CoordinateSequence positions, bool isReversed, int decimals)
    {
        text.Write("["u8);
        for (int i = 0; i < positions.Count; i++)
        {
            if (i > 0)
                text.Write(","u8);
            Append(text, positions, isReversed ? positions.Count - 1 - i : i, decimals);
        }

        text.Write("]"u8);
    }

    private static void Append(IBufferWriter<byte> text, CoordinateSequence positions, int index, int decimals)
    {
        double height = positions.HasZ ? positions.GetZ(index) : double.NaN;
        Span<byte> into = text.GetSpan((3 * LongestNumber) + 4);
        int at = 0;
        into[at++] = (byte)'[';
        at += Format(positions.GetX(index), decimals, into[at..]);
        into[at++] = (byte)',';
        at += Format(positions.GetY(index), decimals, into[at..]);
        if (!double.IsNaN(height))
        {
            into[at++] = (byte)',';
            at += Format(height, decimals, into[at..]);
        }

        into[at++] = (byte)']';
        text.Advance(at);
    }

    private static int Format(double value, int decimals, Span<byte> into)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"A position's number is {value}: JSON can write finite numbers only.", nameof(value));
        return DecimalText.Format(value, decimals, into);
    }

    // Twice the area, positive where the ring runs counter-clockwise; from its first position, so as not to lose digits.
    private static double SignedArea(CoordinateSequence ring)
    {
        double originX = ring.GetX(0);
        double originY = ring.GetY(0);
        double area = 0;
        for (int i = 1; i + 1 < ring.Count; i++)
        {
            area += ((ring.GetX(i) - originX) * (ring.GetY(i + 1) - originY))
                - ((ring.GetX(i + 1) - originX) * (ring.GetY(i) - originY));
        }

        return area;
    }
}
