using System.Buffers;
using System.Text.Json;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Features as a GeoJSON text sequence (RFC 8142): a record separator, a Feature and a line feed each, so that a reader
/// needs to hold one at a time. Texts that have one Feature a line and no separators are read too.
/// </summary>
public static class GeoJsonSequence
{
    /// <summary>The media type of GeoJSON text sequences.</summary>
    public const string MediaType = "application/geo+json-seq";

    private const byte RecordSeparator = 0x1E;
    private const int LargestRecordBytes = 256 * 1024 * 1024;

    /// <summary>
    /// Reads a sequence. A record that cannot be read is reported, and does not keep those after it from being read.
    /// </summary>
    /// <param name="stream">The sequence, in UTF-8; read piece by piece and left open.</param>
    /// <param name="layer">The layer that the features belong to.</param>
    /// <param name="file">The name that problems give as the file.</param>
    /// <param name="limits">What is too much for one record.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FeatureReading Read(
        Stream stream, string layer, string file = "", GeoJsonLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(layer);
        var content = new LayerContent(layer, file);
        var reading = new GeoJsonReading(content, limits ?? GeoJsonLimits.Default);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int length = 0;
            long line = 0;
            byte? separator = null;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (length == buffer.Length && !TryGrow(ref buffer, content))
                    break;
                int count = stream.Read(buffer, length, buffer.Length - length);
                int scanned = length;
                length += count;
                separator ??= length == 0 ? null : buffer.AsSpan(0, length).TrimStart("\uFEFF \t\r\n"u8) is [RecordSeparator, ..] ? RecordSeparator : (byte)'\n';
                int start = 0;
                for (int i = scanned; i < length; i++)
                {
                    if (buffer[i] != separator)
                        continue;
                    ReadRecord(reading, content, buffer, start, i, ref line, cancellationToken);
                    start = i + 1;
                }

                if (count == 0)
                {
                    ReadRecord(reading, content, buffer, start, length, ref line, cancellationToken);
                    break;
                }

                buffer.AsSpan(start, length - start).CopyTo(buffer);
                length -= start;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        content.LeaveOutDuplicates();
        return content.ToReading();
    }

    /// <summary>Writes features as a sequence.</summary>
    /// <param name="stream">Where to; it is left open.</param>
    /// <param name="features">The features, taken one after the other.</param>
    /// <param name="options">Decimals and bounding boxes; a sequence has no name and no members of its own.</param>
    /// <param name="cancellationToken">Stops the writing between two features.</param>
    /// <exception cref="ArgumentException">A position is not finite, or an id or a property is not JSON.</exception>
    public static void Write(
        Stream stream, IEnumerable<PlanFeature> features, GeoJsonWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(features);
        var text = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(text, GeoJsonFeatures.WriterOptions);
        foreach (PlanFeature feature in features)
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.ResetWrittenCount();
            writer.Reset();
            GeoJsonFeatures.WriteFeature(writer, feature, options);
            writer.Flush();
            stream.WriteByte(RecordSeparator);
            stream.Write(text.WrittenSpan);
            stream.WriteByte((byte)'\n');
        }
    }

    private static void ReadRecord(
        GeoJsonReading reading, LayerContent content, byte[] buffer, int start, int end, ref long line, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> record = buffer.AsSpan(start, end - start);
        if (record.Trim("\uFEFF \t\r\n"u8).Length > 0)
        {
            using var stream = new MemoryStream(buffer, start, end - start, writable: false);
            content.Problems.LineOffset = line;
            reading.Read(stream, null, cancellationToken);
            content.Problems.LineOffset = 0;
        }

        line += record.Count((byte)'\n');
        if (end < buffer.Length && buffer[end] == (byte)'\n')
            line++;
    }

    private static bool TryGrow(ref byte[] buffer, LayerContent content)
    {
        if (buffer.Length >= LargestRecordBytes)
        {
            content.Problems.Error(string.Empty, $"a record is longer than {LargestRecordBytes >> 20} MiB", "begin each feature with a record separator (0x1E), and end it with a line feed");
            return false;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
        return true;
    }
}
