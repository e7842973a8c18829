using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>From the bytes of a block to elevations: byte order, predictor, type, void.</summary>
internal static class TiffSamples
{
    /// <summary>Takes back the byte order of the file and the predictor, so that the bytes are samples of this machine.</summary>
    /// <param name="raster">The layout.</param>
    /// <param name="isLittleEndian">The byte order of the file.</param>
    /// <param name="bytes">The block; is changed.</param>
    public static void Restore(TiffRaster raster, bool isLittleEndian, Span<byte> bytes)
    {
        int rowBytes = raster.BlockColumns * raster.SampleBytes;
        if (raster.Predictor == 3)
        {
            byte[] row = new byte[rowBytes];
            for (int at = 0; at < bytes.Length; at += rowBytes)
                UndoFloatingPoint(bytes.Slice(at, rowBytes), row, raster.SampleBytes);
            return;
        }

        if (isLittleEndian != BitConverter.IsLittleEndian)
            Swap(bytes, raster.SampleBytes);
        if (raster.Predictor != 2)
            return;
        for (int at = 0; at < bytes.Length; at += rowBytes)
            Accumulate(bytes.Slice(at, rowBytes), raster.SampleBytes);
    }

    /// <summary>The elevations of a block; NaN for voids.</summary>
    /// <param name="sample">Their type.</param>
    /// <param name="bytes">Their bytes, in this machine's order.</param>
    /// <param name="noData">The number that marks a void; NaN for none.</param>
    /// <param name="elevations">Room for them.</param>
    public static void Convert(TiffSample sample, ReadOnlySpan<byte> bytes, double noData, Span<float> elevations)
    {
        switch (sample)
        {
            case TiffSample.UInt8:
                Convert(bytes, noData, elevations, static value => value);
                break;
            case TiffSample.Int8:
                Convert(MemoryMarshal.Cast<byte, sbyte>(bytes), noData, elevations, static value => value);
                break;
            case TiffSample.UInt16:
                Convert(MemoryMarshal.Cast<byte, ushort>(bytes), noData, elevations, static value => value);
                break;
            case TiffSample.Int16:
                Convert(MemoryMarshal.Cast<byte, short>(bytes), noData, elevations, static value => value);
                break;
            case TiffSample.UInt32:
                Convert(MemoryMarshal.Cast<byte, uint>(bytes), noData, elevations, static value => value);
                break;
            case TiffSample.Int32:
                Convert(MemoryMarshal.Cast<byte, int>(bytes), noData, elevations, static value => value);
                break;
            case TiffSample.Float32:
                ConvertFloats(MemoryMarshal.Cast<byte, float>(bytes), (float)noData, elevations);
                break;
            default:
                Convert(MemoryMarshal.Cast<byte, double>(bytes), noData, elevations, static value => value);
                break;
        }
    }

    /// <summary>Puts samples of this machine in the form that a predictor keeps: differences along rows.</summary>
    /// <param name="sample">Their type: 3 is the predictor of floating-point numbers, 2 that of all others.</param>
    /// <param name="columns">How many a row has.</param>
    /// <param name="bytes">The samples; are changed.</param>
    public static void Predict(TiffSample sample, int columns, Span<byte> bytes)
    {
        int size = sample switch { TiffSample.UInt8 => 1, TiffSample.Int16 or TiffSample.UInt16 => 2, _ => 4 }, rowBytes = columns * size;
        byte[] copy = new byte[rowBytes];
        for (int at = 0; at < bytes.Length; at += rowBytes)
        {
            Span<byte> row = bytes.Slice(at, rowBytes);
            if (sample == TiffSample.Float32)
                PredictFloatingPoint(row, copy, size);
            else if (size == 2)
                Differentiate(MemoryMarshal.Cast<byte, ushort>(row));
            else
                Differentiate(row);
        }
    }

    private static void Differentiate<T>(Span<T> row)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        for (int i = row.Length - 1; i > 0; i--)
            row[i] = unchecked(row[i] - row[i - 1]);
    }

    private static void PredictFloatingPoint(Span<byte> row, Span<byte> copy, int size)
    {
        row.CopyTo(copy);
        int count = row.Length / size;
        for (int sample = 0; sample < count; sample++)
        {
            for (int part = 0; part < size; part++)
                row[(part * count) + sample] = copy[(sample * size) + (BitConverter.IsLittleEndian ? size - 1 - part : part)];
        }

        Differentiate(row);
    }

    private static void Convert<T>(ReadOnlySpan<T> values, double noData, Span<float> elevations, Func<T, double> number)
    {
        for (int i = 0; i < elevations.Length; i++)
        {
            double value = number(values[i]);
            elevations[i] = value == noData ? float.NaN : PossibleElevation.Of(value);
        }
    }

    // The commonest kind, and the one that large files are of.
    private static void ConvertFloats(ReadOnlySpan<float> values, float noData, Span<float> elevations)
    {
        for (int i = 0; i < elevations.Length; i++)
        {
            float value = values[i];
            elevations[i] = value is >= (float)PossibleElevation.LowestMetres and <= (float)PossibleElevation.HighestMetres && value != noData ? value : float.NaN;
        }
    }

    private static void Swap(Span<byte> bytes, int size)
    {
        switch (size)
        {
            case 2:
                Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            case 4:
                Span<uint> longs = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
            case 8:
                Span<ulong> quads = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(quads, quads);
                break;
            default:
                break;
        }
    }

    // Predictor 2 (TIFF 6.0, section 14): each sample is kept as its difference from the one before, as whole numbers
    // of its width, whatever they mean.
    private static void Accumulate(Span<byte> row, int size)
    {
        switch (size)
        {
            case 1:
                byte sum = 0;
                foreach (ref byte value in row)
                {
                    sum += value;
                    value = sum;
                }

                break;
            case 2:
                Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(row);
                for (int i = 1; i < words.Length; i++)
                    words[i] += words[i - 1];
                break;
            case 4:
                Span<uint> longs = MemoryMarshal.Cast<byte, uint>(row);
                for (int i = 1; i < longs.Length; i++)
                    longs[i] += longs[i - 1];
                break;
            default:
                Span<ulong> quads = MemoryMarshal.Cast<byte, ulong>(row);
                for (int i = 1; i < quads.Length; i++)
                    quads[i] += quads[i - 1];
                break;
        }
    }

    // Predictor 3 (Adobe Photoshop TIFF Technical Note 3): the highest bytes of all samples of a row, then the next
    // ones, and so on, kept as differences; the highest comes first whatever the byte order of the file.
    private static void UndoFloatingPoint(Span<byte> row, Span<byte> copy, int size)
    {
        // The sum is kept at hand: through memory each step would wait for the one before to be written.
        byte sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            sum += row[i];
            copy[i] = sum;
        }

        int count = row.Length / size;
        if (size == sizeof(uint) && BitConverter.IsLittleEndian)
        {
            Span<uint> words = MemoryMarshal.Cast<byte, uint>(row);
            ReadOnlySpan<byte> first = copy[..count], second = copy.Slice(count, count), third = copy.Slice(2 * count, count), fourth = copy.Slice(3 * count, count);
            for (int i = 0; i < words.Length; i++)
                words[i] = ((uint)first[i] << 24) | ((uint)second[i] << 16) | ((uint)third[i] << 8) | fourth[i];
            return;
        }

        for (int sample = 0; sample < count; sample++)
        {
            for (int part = 0; part < size; part++)
                row[(sample * size) + (BitConverter.IsLittleEndian ? size - 1 - part : part)] = copy[(part * count) + sample];
        }
    }
}
