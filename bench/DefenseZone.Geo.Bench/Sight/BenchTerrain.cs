using System.Runtime.InteropServices;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Bench.Sight;

/// <summary>
/// Seeded mountains for the benchmarks: value noise in octaves, smooth hills with rough slopes, much as a radar survey
/// has them. Not the relief that sample plans get: a peer must be able to read it as a plain file.
/// </summary>
internal static class BenchTerrain
{
    private const int Octaves = 9;
    private const double LongestWaveCells = 256;
    private const double Roughness = 0.45;
    private const double ReliefMetres = 1_400;

    /// <summary>Square mountains of 30 m in UTM zone 48N.</summary>
    public static ElevationGrid Square(int cells, int seed) =>
        Of(new GridFrame(CoordinateSystem.Of(32648), 400_015, 2_499_985, 30, 30, cells, cells), seed);

    /// <summary>Mountains over a frame.</summary>
    public static ElevationGrid Of(GridFrame frame, int seed) => ElevationGrid.Create(frame, (row, samples) =>
    {
        samples.Clear();
        double amplitude = ReliefMetres * (1 - Roughness), wave = LongestWaveCells;
        for (int octave = 0; octave < Octaves; octave++, amplitude *= Roughness, wave /= 2)
            AddOctave(samples, row, unchecked(seed + (octave * 7_919)), wave, (float)amplitude);
    });

    /// <summary>Writes the samples as they are in memory, for a peer.</summary>
    public static void Write(ElevationGrid grid, string file)
    {
        using FileStream stream = File.Create(file);
        stream.Write(MemoryMarshal.AsBytes(grid.Samples));
    }

    private static void AddOctave(Span<float> samples, int row, int seed, double wave, float amplitude)
    {
        double y = row / wave;
        int top = (int)Math.Floor(y);
        float down = Ease(y - top);
        int left = -1;
        float west = 0, east = 0;
        for (int column = 0; column < samples.Length; column++)
        {
            double x = column / wave;
            int cell = (int)Math.Floor(x);
            if (cell != left)
            {
                west = Mix(Noise(seed, cell, top), Noise(seed, cell, top + 1), down);
                east = Mix(Noise(seed, cell + 1, top), Noise(seed, cell + 1, top + 1), down);
                left = cell;
            }

            samples[column] += amplitude * Mix(west, east, Ease(x - cell));
        }
    }

    private static float Mix(float from, float to, float share) => from + (share * (to - from));

    private static float Ease(double t) => (float)(t * t * (3 - (2 * t)));

    private static float Noise(int seed, int x, int y)
    {
        uint hash = unchecked(((uint)seed * 2_654_435_761u) ^ ((uint)x * 2_246_822_519u) ^ ((uint)y * 3_266_489_917u));
        hash = unchecked((hash ^ (hash >> 15)) * 2_246_822_519u);
        hash = unchecked((hash ^ (hash >> 13)) * 3_266_489_917u);
        return (hash ^ (hash >> 16)) / (float)uint.MaxValue;
    }
}
