using System.Buffers;
using System.Text.Json;
using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// Writes a long array's items by several threads: each writes some into memory of its own, and what they wrote is put
/// together in order. The text is the same as that of one writer.
/// </summary>
internal static class JsonRows
{
    // Their text stays under the 85 kB from which the runtime keeps an array apart, and collects garbage oftener.
    private const int RowsOfABlock = 128;
    private const int BytesOfARow = 256;

    // The writer holds all that it has not flushed.
    private const int FlushBytes = 1 << 16;

    /// <summary>Writes the items of an array in which the writer stands.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="write">Writes one by its place; called from several threads at once.</param>
    internal static void Write(Utf8JsonWriter writer, int count, Action<Utf8JsonWriter, int> write)
    {
        int blocks = (count + RowsOfABlock - 1) / RowsOfABlock;
        if (blocks <= 1 || writer.Options.Indented)
        {
            for (int i = 0; i < count; i++)
            {
                write(writer, i);
                if (writer.BytesPending > FlushBytes)
                    writer.Flush();
            }

            return;
        }

        var texts = new ArrayBufferWriter<byte>[blocks];
        SharedWork.Do(blocks, block =>
        {
            int first = block * RowsOfABlock, end = Math.Min(count, first + RowsOfABlock);
            texts[block] = new ArrayBufferWriter<byte>((end - first) * BytesOfARow);
            using var own = new Utf8JsonWriter(texts[block], writer.Options);
            own.WriteStartArray();
            for (int i = first; i < end; i++)
                write(own, i);
            own.WriteEndArray();
        });
        foreach (ArrayBufferWriter<byte> text in texts)
        {
            // Without its brackets a block is items with commas between them, which the writer takes as one.
            writer.WriteRawValue(text.WrittenSpan[1..^1], skipInputValidation: true);
            writer.Flush();
        }
    }
}
