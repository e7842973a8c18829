using System.Collections.Immutable;
using System.Numerics;

namespace DefenseZone.Geo.Terrain;

/// <summary>The shape of the ground, cell by cell, and its figures.</summary>
/// <param name="Problem">What was asked.</param>
/// <param name="Frame">Where the cells are.</param>
/// <param name="Elevations">The ground itself.</param>
/// <param name="Figures">The figures of the cells that have a value.</param>
public sealed record ReliefReport(ReliefProblem Problem, GridFrame Frame, ElevationRange Elevations, CellFigures Figures)
{
    /// <summary>The shades of a hillshade, 0 for voids; without cells otherwise.</summary>
    public Raster<byte> Shades { get; init; } = Raster<byte>.Adopt(GridFrame.Empty, []);

    /// <summary>Slopes or directions, NaN for voids; without cells for a hillshade.</summary>
    public Raster<float> Values { get; init; } = Raster<float>.Adopt(GridFrame.Empty, []);

    /// <summary>What there is to know about the answer.</summary>
    public ImmutableArray<string> Notes => TerrainNotes.On(Problem.Part.Terrain, Elevations);
}

/// <summary>The lowest and highest elevation of some ground, and how much of it is void.</summary>
/// <param name="LowestMetres">The lowest; NaN where all is void.</param>
/// <param name="HighestMetres">The highest; NaN where all is void.</param>
/// <param name="Cells">How many cells there are.</param>
/// <param name="VoidCells">How many of them are void.</param>
public readonly record struct ElevationRange(double LowestMetres, double HighestMetres, long Cells, long VoidCells)
{
    internal static ElevationRange Of(ReadOnlySpan<float> samples)
    {
        var lowests = new Vector<float>(float.PositiveInfinity);
        var highests = new Vector<float>(float.NegativeInfinity);
        long known = 0;
        int at = 0, lanes = Vector<float>.Count;
        for (; at <= samples.Length - lanes; at += lanes)
        {
            // What compares with nothing is a void, and neither lowest nor highest.
            var some = new Vector<float>(samples[at..]);
            lowests = Vector.ConditionalSelect(Vector.LessThan(some, lowests), some, lowests);
            highests = Vector.ConditionalSelect(Vector.GreaterThan(some, highests), some, highests);
            known -= Vector.Sum(Vector.Equals(some, some));
        }

        float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
        for (int lane = 0; lane < lanes; lane++)
            (lowest, highest) = (Math.Min(lowest, lowests[lane]), Math.Max(highest, highests[lane]));
        foreach (float sample in samples[at..])
        {
            if (sample < lowest)
                lowest = sample;
            if (sample > highest)
                highest = sample;
            known += float.IsNaN(sample) ? 0 : 1;
        }

        long voids = samples.Length - known;
        return lowest <= highest ? new(lowest, highest, samples.Length, voids) : new(double.NaN, double.NaN, samples.Length, voids);
    }
}

/// <summary>Figures of the cells of a raster.</summary>
/// <param name="Cells">How many have a value.</param>
/// <param name="Lowest">The lowest value; NaN where there is none.</param>
/// <param name="Highest">The highest value; NaN where there is none.</param>
/// <param name="Mean">Their mean; NaN where there is none, and for directions, which have none.</param>
public sealed record CellFigures(long Cells, double Lowest, double Highest, double Mean)
{
    /// <summary>Of directions: how many cells fall towards north, north-east and so on clockwise; empty otherwise.</summary>
    public ImmutableArray<long> ByDirection { get; init; } = [];

    internal static CellFigures Of(ReadOnlySpan<byte> shades)
    {
        // 0 is a void.
        Span<long> counts = stackalloc long[256];
        foreach (byte shade in shades)
            counts[shade]++;
        long cells = shades.Length - counts[0], sum = 0;
        int lowest = 256, highest = 0;
        for (int shade = 1; shade < counts.Length; shade++)
        {
            if (counts[shade] == 0)
                continue;
            (lowest, highest) = (Math.Min(lowest, shade), shade);
            sum += counts[shade] * shade;
        }

        return cells == 0 ? new(0, double.NaN, double.NaN, double.NaN) : new(cells, lowest, highest, (double)sum / cells);
    }

    internal static CellFigures Of(ReadOnlySpan<float> values)
    {
        ElevationRange range = ElevationRange.Of(values);
        double sum = 0;
        foreach (float value in values)
            sum += float.IsNaN(value) ? 0 : value;
        long cells = range.Cells - range.VoidCells;
        return new(cells, range.LowestMetres, range.HighestMetres, cells == 0 ? double.NaN : sum / cells);
    }

    internal static CellFigures OfDirections(ReadOnlySpan<float> degrees)
    {
        const int Directions = 8;
        var counts = new long[Directions];
        foreach (float direction in degrees)
        {
            if (!float.IsNaN(direction))
                counts[(int)Math.Floor((direction / 45) + 0.5) % Directions]++;
        }

        return Of(degrees) with { Mean = double.NaN, ByDirection = [.. counts] };
    }
}
