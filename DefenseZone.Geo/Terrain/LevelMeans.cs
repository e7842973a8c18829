namespace DefenseZone.Geo.Terrain;

/// <summary>The samples of a coarser level from those of the finer one.</summary>
internal static class LevelMeans
{
    /// <summary>Makes each sample the mean of the 2 × 2 under it; at an odd edge, of those there are.</summary>
    /// <param name="fine">The finer samples, row after row.</param>
    /// <param name="columns">How many columns they have.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="coarse">The coarser ones, in rows that are <paramref name="stride"/> apart; may be the finer ones themselves.</param>
    /// <param name="stride">From one coarse row to the next; no more than <paramref name="columns"/> where both are the same.</param>
    public static void Halve(ReadOnlySpan<float> fine, int columns, int rows, Span<float> coarse, int stride)
    {
        for (int row = 0; row < (rows + 1) / 2; row++)
        {
            int upper = 2 * row * columns, lower = (2 * row) + 1 < rows ? upper + columns : upper;
            for (int column = 0; column < (columns + 1) / 2; column++)
            {
                int west = 2 * column, east = Math.Min(west + 1, columns - 1);
                coarse[(row * stride) + column] = Mean(fine[upper + west], fine[upper + east], fine[lower + west], fine[lower + east]);
            }
        }
    }

    // Voids have no say in a mean: a coarse cell is void only where nothing under it is known.
    private static float Mean(float a, float b, float c, float d)
    {
        float mean = (a + b + c + d) / 4;
        if (!float.IsNaN(mean))
            return mean;
        float sum = 0;
        int count = 0;
        foreach (float value in (ReadOnlySpan<float>)[a, b, c, d])
        {
            if (float.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return count == 0 ? float.NaN : sum / count;
    }
}
