namespace DefenseZone.Geo.Sight;

/// <summary>
/// The highest and the lowest height in the window about each cell, in a time that does not depend on the window's size
/// (van Herk 1992, Gil and Werman 1993: runs from both ends of blocks as long as the window). Voids have no say.
/// </summary>
internal static class WindowExtremes
{
    /// <summary>The highest within so many columns and rows of each cell; −∞ where all are voids.</summary>
    internal static float[] Highest(ReadOnlySpan<float> heights, int columns, int aside, int along)
    {
        float[] values = heights.ToArray();
        for (int i = 0; i < values.Length; i++)
            values[i] = float.IsNaN(values[i]) ? float.NegativeInfinity : values[i];
        Filter(values, columns, aside, along);
        return values;
    }

    /// <summary>The lowest within so many columns and rows of each cell; +∞ where all are voids.</summary>
    internal static float[] Lowest(ReadOnlySpan<float> heights, int columns, int aside, int along)
    {
        float[] values = heights.ToArray();
        for (int i = 0; i < values.Length; i++)
            values[i] = float.IsNaN(values[i]) ? float.NegativeInfinity : -values[i];
        Filter(values, columns, aside, along);
        for (int i = 0; i < values.Length; i++)
            values[i] = -values[i];
        return values;
    }

    private static void Filter(float[] values, int columns, int aside, int along)
    {
        int rows = values.Length / columns;
        float[] line = new float[Math.Max(columns, rows)], forth = new float[line.Length], back = new float[line.Length];
        for (int row = 0; row < rows; row++)
        {
            Span<float> here = values.AsSpan(row * columns, columns);
            here.CopyTo(line);
            Slide(line.AsSpan(0, columns), aside, forth, back, here);
        }

        float[] highest = new float[rows];
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
                line[row] = values[(row * columns) + column];
            Slide(line.AsSpan(0, rows), along, forth, back, highest);
            for (int row = 0; row < rows; row++)
                values[(row * columns) + column] = highest[row];
        }
    }

    private static void Slide(ReadOnlySpan<float> line, int reach, float[] forth, float[] back, Span<float> highest)
    {
        int length = line.Length, window = (2 * reach) + 1;
        for (int i = 0; i < length; i++)
            forth[i] = i % window == 0 ? line[i] : Math.Max(forth[i - 1], line[i]);
        for (int i = length - 1; i >= 0; i--)
            back[i] = i == length - 1 || (i + 1) % window == 0 ? line[i] : Math.Max(back[i + 1], line[i]);
        for (int i = 0; i < length; i++)
        {
            int from = i - reach, to = i + reach;
            highest[i] = from < 0 ? forth[Math.Min(to, length - 1)] : back[from];
            if (from >= 0)
                highest[i] = Math.Max(highest[i], to < length ? forth[to] : Last(line, from, forth, window));
            else if (to >= window)
                highest[i] = Math.Max(highest[i], back[0]);
        }
    }

    // The window reaches beyond the end: what of it lies in the last block.
    private static float Last(ReadOnlySpan<float> line, int from, float[] forth, int window) =>
        from / window == (line.Length - 1) / window ? float.NegativeInfinity : forth[line.Length - 1];
}
