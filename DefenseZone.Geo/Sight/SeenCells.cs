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

    /// <summary>Cells that are being found. Different rows may be written by different threads.</summary>
    internal readonly struct Draft(int columns, int rows)
    {
        // One byte more, for what is written across the end of the last row.
        private readonly byte[] _bits = new byte[(rows * Stride(columns)) + 1];
        private readonly int _stride = Stride(columns);

        /// <summary>Adds a cell.</summary>
        internal void Add(int column, int row) => _bits[(row * _stride) + (column >> 3)] |= (byte)(1 << (column & 7));

        /// <summary>Adds up to eight cells of a row, a bit for each from a column on.</summary>
        internal void AddAlong(int column, int row, uint cells)
        {
            int at = (row * _stride) + (column >> 3);
            uint bits = cells << (column & 7);
            _bits[at] |= (byte)bits;
            if (bits > byte.MaxValue)
                _bits[at + 1] |= (byte)(bits >> 8);
        }

        /// <summary>Adds up to eight cells of a column, a bit for each from a row on.</summary>
        internal void AddDown(int column, int row, uint cells)
        {
            byte bit = (byte)(1 << (column & 7));
            int at = (row * _stride) + (column >> 3);
            for (; cells != 0; cells &= cells - 1)
                _bits[at + (BitOperations.TrailingZeroCount(cells) * _stride)] |= bit;
        }

        internal SeenCells Done() => new(_bits, columns, rows);
    }
}
