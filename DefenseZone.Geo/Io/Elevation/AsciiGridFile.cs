using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// An ESRI ASCII grid: a header of names and numbers, then the samples row by row from the north, parted by white
/// space however the lines break. The first reading of a sample looks through the file once for where bands of rows
/// begin; after that a band is read by itself.
/// </summary>
internal sealed class AsciiGridFile : TileSource
{
    private const int RowsPerBand = 64;
    private const int PieceBytes = 1 << 16;

    private readonly ByteSource _bytes;
    private readonly AsciiGridHeader _header;
    private readonly Lazy<long[]> _bandStarts;

    private AsciiGridFile(ByteSource bytes, AsciiGridHeader header)
    {
        _bytes = bytes;
        _header = header;
        _bandStarts = new(FindBands);
    }

    public override string Name => _bytes.Name;

    public override string Format => "ESRI ASCII grid";

    public override GridFrame Frame => _header.Frame;

    public override int BlockColumns => Frame.Columns;

    public override int BlockRows => Math.Min(RowsPerBand, Frame.Rows);

    /// <summary>The grid, by its header; no sample is read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="projection">The text of the <c>.prj</c> file beside it; empty where there is none.</param>
    /// <exception cref="TerrainException">The header is not right.</exception>
    public static AsciiGridFile Open(ByteSource bytes, string projection) => new(bytes, AsciiGridHeader.Read(bytes, projection));

    public override void ReadBlock(int blockColumn, int blockRow, Span<float> samples)
    {
        long[] starts = _bandStarts.Value;
        long from = starts[blockRow], to = starts[blockRow + 1];
        int firstRow = blockRow * BlockRows;
        int count = Math.Min(BlockRows, Frame.Rows - firstRow) * Frame.Columns;
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            int kept = 0, done = 0;
            while (done < count)
            {
                int wanted = (int)Math.Min(PieceBytes - kept, to - from);
                _bytes.Read(from, piece.AsSpan(kept, wanted), "the samples");
                from += wanted;
                kept = Parse(piece.AsSpan(0, kept + wanted), samples, firstRow, ref done, count, isLast: from == to);
                if (kept == PieceBytes)
                    throw Bad(firstRow, done, "a number of more than 65,536 letters");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    // Parses whole numbers and moves what may go on in the next piece to the front.
    private int Parse(Span<byte> text, Span<float> samples, int firstRow, ref int done, int count, bool isLast)
    {
        int at = 0;
        while (done < count)
        {
            while (at < text.Length && IsSpace(text[at]))
                at++;
            int end = at;
            while (end < text.Length && !IsSpace(text[end]))
                end++;
            if (at == text.Length || (end == text.Length && !isLast))
                break;
            samples[done] = Value(text[at..end], firstRow, done);
            done++;
            at = end;
        }

        text[at..].CopyTo(text);
        return text.Length - at;
    }

    private float Value(ReadOnlySpan<byte> text, int firstRow, int done)
    {
        if (text[0] == '+')
            text = text[1..];
        if (!Utf8Parser.TryParse(text, out double value, out int used) || used != text.Length)
        {
            string word = System.Text.Encoding.UTF8.GetString(text[..Math.Min(text.Length, 20)]);
            if (word.Equals("nan", StringComparison.OrdinalIgnoreCase))
                return float.NaN;
            throw Bad(firstRow, done, $"'{word}'");
        }

        return value == _header.NoData ? float.NaN : PossibleElevation.Of(value);
    }

    private TerrainException Bad(int firstRow, int done, string what) => TerrainException.In(
        TerrainFaultKind.BadSamples, Name, string.Create(CultureInfo.InvariantCulture, $"row {firstRow + (done / Frame.Columns) + 1}, column {(done % Frame.Columns) + 1} is {what}"),
        "a sample is a number of metres, with a point before its decimals");

    private long[] FindBands()
    {
        int bands = (Frame.Rows + BlockRows - 1) / BlockRows;
        var starts = new long[bands + 1];
        long perBand = (long)BlockRows * Frame.Columns, numbers = 0;
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            bool inNumber = false;
            for (long at = _header.DataStart; at < _bytes.Length;)
            {
                int length = (int)Math.Min(PieceBytes, _bytes.Length - at);
                Span<byte> text = piece.AsSpan(0, length);
                _bytes.Read(at, text, "the samples");
                for (int i = 0; i < length; i++)
                {
                    bool isSpace = IsSpace(text[i]);
                    if (!isSpace && !inNumber)
                    {
                        if (numbers % perBand == 0 && numbers / perBand < bands)
                            starts[numbers / perBand] = at + i;
                        numbers++;
                    }

                    inNumber = !isSpace;
                }

                at += length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        if (numbers != Frame.Count)
        {
            throw TerrainException.In(
                TerrainFaultKind.Damaged, Name, $"it has {numbers} samples, and {Frame.Columns} columns of {Frame.Rows} rows take {Frame.Count}",
                "the file is cut off, or ncols and nrows are not those of its samples");
        }

        starts[bands] = _bytes.Length;
        return starts;
    }

    private static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or (byte)'\v' or 0;
}
