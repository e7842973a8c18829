using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Sight;

/// <summary>One bit for each cell of a window, row by row from north: whether it is seen.</summary>
internal sealed class SeenCells
{
    private readonly byte[] _bits;
    private readonly int _stride;

    private SeenCells(byte[] bits, int columns, int rows)
    {
        _bits = bits;
        _stride = Stride(columns);
        Columns = columns;
        Rows = rows;
        int count = 0;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bits);
        foreach (ulong word in words)
            count += BitOperations.PopCount(word);
        foreach (byte rest in bits.AsSpan(words.Length * sizeof(ulong)))
            count += BitOperations.PopCount(rest);
        Count = count;
    }

    internal static SeenCells None { get; } = new([], 0, 0);

    internal int Columns { get; }

    internal int Rows { get; }

    /// <summary>How many cells are seen.</summary>
    internal int Count { get; }

    internal bool this[int column, int row] => (_bits[(row * _stride) + (column >> 3)] & (1 << (column & 7))) != 0;

    /// <summary>Packs what is 1 where a cell is seen and 0 where not.</summary>
    internal static SeenCells Of(ReadOnlySpan<byte> seen, int columns)
    {
        // Gathers the lowest bit of each of eight bytes in the highest byte, the first as the lowest bit.
        const ulong gather = 0x0102040810204080;
        int rows = seen.Length / columns, stride = Stride(columns);
        byte[] bits = new byte[rows * stride];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> from = seen.Slice(row * columns, columns);
            Span<byte> to = bits.AsSpan(row * stride, stride);
            int whole = columns >> 3;
            for (int i = 0; i < whole; i++)
                to[i] = (byte)((BinaryPrimitives.ReadUInt64LittleEndian(from[(i * 8)..]) * gather) >> 56);
            for (int column = whole * 8; column < columns; column++)
                to[whole] |= (byte)(from[column] << (column & 7));
        }

        return new SeenCells(bits, columns, rows);
    }

    /// <summary>Adds 1 for each cell seen to counts of a larger window.</summary>
    internal void AddTo(Span<ushort> counts, int stride, int firstColumn, int firstRow)
    {
        for (int row = 0; row < Rows; row++)
        {
            Span<ushort> to = counts.Slice(((firstRow + row) * stride) + firstColumn, Columns);
            ReadOnlySpan<byte> from = _bits.AsSpan(row * _stride, _stride);
            for (int i = 0; i < from.Length; i++)
            {
                for (uint left = from[i]; left != 0; left &= left - 1)
                {
                    ref ushort count = ref to[(i * 8) + BitOperations.TrailingZeroCount(left)];
                    count = (ushort)Math.Min(count + 1, ushort.MaxValue);
                }
            }
        }
    }

    private static int Stride(int columns) => (columns + 7) >> 3;
}
