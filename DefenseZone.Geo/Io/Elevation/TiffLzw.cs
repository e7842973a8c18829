namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// LZW as TIFF has it (TIFF 6.0, section 13): codes of 9 to 12 bits, the highest bit first, that grow one code early;
/// 256 begins anew, 257 ends.
/// </summary>
internal static class TiffLzw
{
    private const int Clear = 256, End = 257, FirstFree = 258, MostCodes = 4096;

    /// <summary>Decodes until the room is full or the codes end.</summary>
    /// <returns>How many bytes were decoded.</returns>
    /// <exception cref="InvalidDataException">A code means nothing.</exception>
    public static int Decode(ReadOnlySpan<byte> packed, Span<byte> plain)
    {
        // A string of the table is a piece of what was decoded already: where it begins there, and how long it is.
        Span<int> starts = stackalloc int[MostCodes];
        Span<int> lengths = stackalloc int[MostCodes];
        int next = FirstFree, width = 9, previous = -1, done = 0, at = 0, bits = 0;
        uint window = 0;
        int previousStart = 0, previousLength = 0;
        while (done < plain.Length)
        {
            while (bits < width)
            {
                if (at == packed.Length)
                    return done;
                window = (window << 8) | packed[at++];
                bits += 8;
            }

            bits -= width;
            int code = (int)(window >> bits) & ((1 << width) - 1);
            if (code == End)
                return done;
            if (code == Clear)
            {
                (next, width, previous) = (FirstFree, 9, -1);
                continue;
            }

            int start = done, length;
            if (code < Clear)
            {
                plain[done++] = (byte)code;
                length = 1;
            }
            else if (previous >= 0 && code < next)
            {
                length = Repeat(plain, starts[code], lengths[code], ref done);
            }
            else if (previous >= 0 && code == next)
            {
                // The one string that is used before it is whole: the previous one and its own first letter.
                length = Repeat(plain, previousStart, previousLength + 1, ref done);
            }
            else
            {
                throw new InvalidDataException($"code {code} of LZW means nothing where {next} is the next");
            }

            if (previous >= 0 && next < MostCodes)
            {
                starts[next] = previousStart;
                lengths[next] = previousLength + 1;
                next++;
            }

            if (next + 1 >= 1 << width && width < 12)
                width++;
            (previous, previousStart, previousLength) = (code, start, length);
        }

        return done;
    }

    private static int Repeat(Span<byte> plain, int start, int length, ref int done)
    {
        int count = Math.Min(length, plain.Length - done);
        if (start + count <= done)
        {
            plain.Slice(start, count).CopyTo(plain[done..]);
        }
        else
        {
            // It overlaps itself: letter by letter.
            for (int i = 0; i < count; i++)
                plain[done + i] = plain[start + i];
        }

        done += count;
        return length;
    }
}
