namespace DefenseZone.Geo.Terrain.Survey;

/// <summary>A cell and its elevation.</summary>
internal readonly record struct ScannedCell(float Metres, int Column, int Row, bool IsKnown);

/// <summary>The lowest and highest cell of a piece of a terrain, and how much of it is void.</summary>
internal sealed record TerrainScan(ScannedCell Lowest, ScannedCell Highest, long Cells, long VoidCells)
{
    public static TerrainScan Empty { get; } = new(default, default, 0, 0);

    public ElevationRange Range => Lowest.IsKnown
        ? new ElevationRange(Lowest.Metres, Highest.Metres, Cells, VoidCells)
        : new ElevationRange(double.NaN, double.NaN, Cells, VoidCells);

    /// <summary>Looks at a piece whose first cell is at a column and row of the whole.</summary>
    public static TerrainScan Of(ReadOnlySpan<float> samples, int column, int row, int columns)
    {
        ScannedCell lowest = default, highest = default;
        long voids = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            float sample = samples[i];
            if (float.IsNaN(sample))
            {
                voids++;
                continue;
            }

            if (!lowest.IsKnown || sample < lowest.Metres)
                lowest = new ScannedCell(sample, column + (i % columns), row + (i / columns), true);
            if (!highest.IsKnown || sample > highest.Metres)
                highest = new ScannedCell(sample, column + (i % columns), row + (i / columns), true);
        }

        return new TerrainScan(lowest, highest, samples.Length, voids);
    }

    /// <summary>This and another piece; of equal cells the first in reading order stays.</summary>
    public TerrainScan And(TerrainScan other) => new(
        Better(Lowest, other.Lowest, static (a, b) => a < b), Better(Highest, other.Highest, static (a, b) => a > b), Cells + other.Cells, VoidCells + other.VoidCells);

    private static ScannedCell Better(ScannedCell one, ScannedCell other, Func<float, float, bool> isBetter)
    {
        if (!one.IsKnown || !other.IsKnown)
            return one.IsKnown ? one : other;
        if (one.Metres == other.Metres)
            return (one.Row, one.Column).CompareTo((other.Row, other.Column)) <= 0 ? one : other;
        return isBetter(one.Metres, other.Metres) ? one : other;
    }
}
