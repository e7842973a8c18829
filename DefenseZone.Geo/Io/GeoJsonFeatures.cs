using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Features as GeoJSON (RFC 7946) and back. What is read comes back as it was when it is written: ids, unknown
/// properties in their order, foreign members of features and collections. Positions are rounded to seven decimals
/// (a centimetre) and rings are wound as the standard asks; a <c>crs</c> member is never written.
/// </summary>
public static class GeoJsonFeatures
{
    /// <summary>The media type of GeoJSON.</summary>
    public const string MediaType = "application/geo+json";

    /// <summary>How a <see cref="Utf8JsonWriter"/> writes a file that people read: letters as they are, not as escapes.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Reads a FeatureCollection, a Feature or a bare geometry. Bad content is reported, never thrown.</summary>
    /// <param name="stream">The text, in UTF-8; read piece by piece and left open.</param>
    /// <param name="layer">The layer that the features belong to: it decides which records they become.</param>
    /// <param name="file">The name that problems give as the file.</param>
    /// <param name="limits">What is too much.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FeatureReading Read(
        Stream stream, string layer, string file = "", GeoJsonLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(layer);
        var content = new LayerContent(layer, file);
        new GeoJsonReading(content, limits ?? GeoJsonLimits.Default).Read(stream, null, cancellationToken);
        content.LeaveOutDuplicates();
        return content.ToReading();
    }

    /// <summary>
    /// Reads features one at a time, for texts that are too long to hold: each goes to <paramref name="take"/> as soon
    /// as it is read. Ids are not compared.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    /// <param name="stream">The text, in UTF-8; read piece by piece and left open.</param>
    /// <param name="layer">The layer that the features belong to.</param>
    /// <param name="take">Takes each feature that is right.</param>
    /// <param name="file">The name that problems give as the file.</param>
    /// <param name="limits">What is too much.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was wrong.</returns>
    public static ImmutableArray<PlanProblem> ReadEach(
        Stream stream, string layer, Action<PlanFeature> take, string file = "", GeoJsonLimits? limits = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(take);
        var content = new LayerContent(layer, file, take);
        new GeoJsonReading(content, limits ?? GeoJsonLimits.Default).Read(stream, null, cancellationToken);
        return content.Problems.ToImmutable();
    }

    /// <summary>Writes a FeatureCollection, a feature a line.</summary>
    /// <param name="stream">Where to; it is left open.</param>
    /// <param name="features">The features, taken one after the other.</param>
    /// <param name="options">Name, members, decimals.</param>
    /// <param name="cancellationToken">Stops the writing between two features.</param>
    /// <exception cref="ArgumentException">A position is not finite, or an id or a property is not JSON.</exception>
    public static void Write(
        Stream stream, IEnumerable<PlanFeature> features, GeoJsonWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(features);
        options ??= GeoJsonWriteOptions.Default;
        var text = new ArrayBufferWriter<byte>(64 * 1024);
        using var writer = new Utf8JsonWriter(text, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "FeatureCollection"u8);
        if (options.Name.Length > 0)
            writer.WriteString(PropertyNames.Name, options.Name);
        foreach ((string name, PropertyValue value) in options.Members)
        {
            if (IsOwnMember(name, options))
                continue;
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        stream.Write(text.WrittenSpan[..^1]);
        stream.Write(",\"features\":["u8);
        var box = new GeoJsonBoundingBox();
        bool isFirst = true;
        foreach (PlanFeature feature in features)
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.ResetWrittenCount();
            writer.Reset();
            WriteFeature(writer, feature, options);
            writer.Flush();
            stream.Write(isFirst ? "\n"u8 : ",\n"u8);
            stream.Write(text.WrittenSpan);
            isFirst = false;
            if (options.WithBoundingBoxes)
                box.Add(feature.Geometry);
        }

        stream.Write("\n]"u8);
        if (!box.IsEmpty)
        {
            text.ResetWrittenCount();
            writer.Reset();
            box.Write(writer, options.Decimals);
            writer.Flush();
            stream.Write(",\"bbox\":"u8);
            stream.Write(text.WrittenSpan);
        }

        stream.Write("}\n"u8);
    }

    /// <summary>Writes one Feature object.</summary>
    /// <param name="writer">Where to, at a place where a value may stand.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="options">Decimals and bounding box; the name and members are the collection's.</param>
    /// <exception cref="ArgumentException">A position is not finite, or an id or a property is not JSON.</exception>
    public static void WriteFeature(Utf8JsonWriter writer, PlanFeature feature, GeoJsonWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(feature);
        options ??= GeoJsonWriteOptions.Default;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "Feature"u8);
        if (!feature.Id.IsNone)
        {
            writer.WritePropertyName("id"u8);
            WriteId(writer, feature.Id);
        }

        if (options.WithBoundingBoxes)
        {
            var box = new GeoJsonBoundingBox();
            box.Add(feature.Geometry);
            if (!box.IsEmpty)
            {
                writer.WritePropertyName("bbox"u8);
                box.Write(writer, options.Decimals);
            }
        }

        writer.WritePropertyName("geometry"u8);
        WriteGeometry(writer, feature.Geometry, options.Decimals);
        writer.WriteStartObject("properties"u8);
        foreach ((string name, PropertyValue value) in feature.AllProperties())
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
        foreach ((string name, PropertyValue value) in feature.ForeignMembers)
        {
            if (name is "type" or "id" or "bbox" or "geometry" or "properties" or "crs")
                continue;
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a geometry object, or null for an empty collection.</summary>
    /// <param name="writer">Where to, at a place where a value may stand.</param>
    /// <param name="geometry">The geometry, longitude before latitude; heights are written where there are any.</param>
    /// <param name="decimals">The decimals, 0 to 12.</param>
    /// <exception cref="ArgumentException">A position is not finite.</exception>
    public static void WriteGeometry(Utf8JsonWriter writer, Geometry geometry, int decimals = 7)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 12);
        GeometryJson.Write(writer, geometry, decimals);
    }

    /// <summary>Writes an id as the string or the number that it is.</summary>
    /// <exception cref="ArgumentException">It is a number that JSON does not write so.</exception>
    public static void WriteId(Utf8JsonWriter writer, FeatureId id)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (id.IsNone)
            writer.WriteNullValue();
        else if (id.IsNumber)
            WriteJson(writer, id.Text);
        else
            writer.WriteStringValue(id.Text);
    }

    /// <summary>Writes a property's value as it was read.</summary>
    /// <exception cref="ArgumentException">It is not JSON.</exception>
    public static void WriteValue(Utf8JsonWriter writer, PropertyValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                writer.WriteBooleanValue(value.Boolean);
                break;
            case PropertyKind.Number:
                WriteJson(writer, value.ToString());
                break;
            case PropertyKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            case PropertyKind.Json:
                WriteJson(writer, value.Text);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, string json)
    {
        try
        {
            writer.WriteRawValue(json);
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"'{(json.Length > 60 ? json[..60] + "…" : json)}' is not JSON.", nameof(json), error);
        }
    }

    private static bool IsOwnMember(string name, GeoJsonWriteOptions options) =>
        name is "type" or "features" or "bbox" or "crs" || (name == PropertyNames.Name && options.Name.Length > 0);
}
