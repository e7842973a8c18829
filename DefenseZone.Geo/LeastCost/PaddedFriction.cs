namespace DefenseZone.Geo.LeastCost;

/// <summary>
/// Half the friction of every cell with a rim of impassable ones around, so that no search has to look for the edge,
/// and the cost of a step is a sum of two times a distance. What is impassable is infinite.
/// </summary>
internal sealed class PaddedFriction : IDisposable
{
    /// <summary>Cells after the last one that may be read, because the search reads four at a time.</summary>
    internal const int Spare = 4;

    // Enough to know what a cheap step costs.
    private const int Samples = 4096;

    // A tenth of all cells is cheaper than this.
    private const double CheapShare = 0.1;

    private readonly FrictionGrid _grid;

    private PaddedFriction(FrictionGrid grid)
    {
        _grid = grid;
        Stride = grid.Columns + 2;
        Halves = new GridMemory<float>(checked((Stride * (grid.Rows + 2)) + Spare));
        Halves.Span[..Stride].Fill(float.PositiveInfinity);
        Halves.Span[((grid.Rows + 1) * Stride)..].Fill(float.PositiveInfinity);
        int bands = Math.Min(Environment.ProcessorCount, 1 + (grid.Values.Length >> 18));
        var least = new float[bands];
        Parallel.For(0, bands, band =>
            least[band] = Fill((int)((long)grid.Rows * band / bands), (int)((long)grid.Rows * (band + 1) / bands)));
        CheapestStep = least.Min() * 2.0 * Math.Min(grid.ColumnSpacing, grid.RowSpacing);
        CheapStep = Math.Max(CheapestStep, Sampled() * Math.Min(grid.ColumnSpacing, grid.RowSpacing));
    }

    /// <summary>Half the friction of each cell, with the rim.</summary>
    internal GridMemory<float> Halves { get; }

    /// <summary>Cells in a row, with the rim.</summary>
    internal int Stride { get; }

    /// <summary>No step costs less.</summary>
    internal double CheapestStep { get; }

    /// <summary>What a step costs where the way is easy.</summary>
    internal double CheapStep { get; }

    internal double ColumnSpacing => _grid.ColumnSpacing;

    internal double RowSpacing => _grid.RowSpacing;

    internal static PaddedFriction Of(FrictionGrid grid) => new(grid);

    internal int IndexOf(GridCell cell) => ((cell.Row + 1) * Stride) + cell.Column + 1;

    internal GridCell CellAt(int index) => new((index % Stride) - 1, (index / Stride) - 1);

    public void Dispose() => Halves.Dispose();

    private float Fill(int from, int to)
    {
        float least = float.PositiveInfinity;
        for (int row = from; row < to; row++)
        {
            ReadOnlySpan<float> values = _grid.Values.Span.Slice(row * _grid.Columns, _grid.Columns);
            Span<float> padded = Halves.Span.Slice((row + 1) * Stride, Stride);
            padded[0] = padded[^1] = float.PositiveInfinity;
            padded = padded[1..^1];
            for (int column = 0; column < padded.Length; column++)
            {
                // Written so that NaN is impassable too.
                float value = values[column];
                float half = value >= 0 ? value * 0.5f : float.PositiveInfinity;
                padded[column] = half;
                least = Math.Min(least, half);
            }
        }

        return least;
    }

    private double Sampled()
    {
        ReadOnlySpan<float> values = _grid.Values.Span;
        int step = Math.Max(1, values.Length / Samples);

        // A step that shares no factor with the width meets all columns alike.
        while (step > 1 && _grid.Columns % step == 0)
            step++;
        var sample = new List<float>(Samples + 1);
        for (int i = 0; i < values.Length; i += step)
        {
            if (FrictionGrid.IsPassable(values[i]))
                sample.Add(values[i]);
        }

        sample.Sort();
        return sample.Count == 0 ? 0 : sample[(int)(sample.Count * CheapShare)];
    }
}
