namespace DefenseZone.Geo.Terrain.Shape;

/// <summary>Does something for each row of a grid, bands of rows on several threads.</summary>
internal static class RowBands
{
    private const int RowsPerBand = 64;

    /// <summary>Calls for each row from <paramref name="first"/> to before <paramref name="end"/>, in no order.</summary>
    public static void For(int first, int end, Action<int> work, CancellationToken cancellationToken)
    {
        int bands = Math.Max(0, (end - first + RowsPerBand - 1) / RowsPerBand);
        Parallel.For(0, bands, new ParallelOptions { CancellationToken = cancellationToken }, band =>
        {
            int from = first + (band * RowsPerBand);
            for (int row = from; row < Math.Min(end, from + RowsPerBand); row++)
                work(row);
        });
    }
}
