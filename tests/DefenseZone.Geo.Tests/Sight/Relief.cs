using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.Sight;

/// <summary>Small terrains.</summary>
internal static class Relief
{
    internal const int Utm48 = 32648;

    /// <summary>A grid in metres whose heights are given by column and row.</summary>
    internal static ElevationGrid Of(int columns, int rows, Func<int, int, double> height, double cellMetres = 30, double? cellHeightMetres = null)
    {
        var frame = new GridFrame(CoordinateSystem.Of(Utm48), 500_000, 2_400_000, cellMetres, cellHeightMetres ?? cellMetres, columns, rows);
        return ElevationGrid.Create(frame, (row, samples) =>
        {
            for (int column = 0; column < columns; column++)
                samples[column] = (float)height(column, row);
        });
    }

    /// <summary>Mountains: value noise in octaves, each <paramref name="roughness"/> times as high as the one twice as wide.</summary>
    internal static ElevationGrid Mountains(
        int seed, int columns, int rows, double reliefMetres = 900, double roughness = 0.45, double voidShare = 0, double cellMetres = 30, double? cellHeightMetres = null)
    {
        double scale = reliefMetres * (1 - roughness);
        return Of(columns, rows, (column, row) =>
        {
            if (voidShare > 0 && Noise(seed + 99, column / 7, row / 7) < voidShare)
                return double.NaN;
            double sum = 0, amplitude = scale, wave = 128;
            for (int octave = 0; octave < 8; octave++, amplitude *= roughness, wave /= 2)
                sum += amplitude * Smooth(seed + octave, column / wave, row / wave);
            return 200 + sum;
        }, cellMetres, cellHeightMetres);
    }

    /// <summary>The centre of a cell.</summary>
    internal static GeoPoint Centre(this ElevationGrid grid, int column, int row) => grid.Frame.Place(column, row);

    private static double Smooth(int seed, double x, double y)
    {
        int column = (int)Math.Floor(x), row = (int)Math.Floor(y);
        double right = Ease(x - column), down = Ease(y - row);
        double upper = Mix(Noise(seed, column, row), Noise(seed, column + 1, row), right);
        return Mix(upper, Mix(Noise(seed, column, row + 1), Noise(seed, column + 1, row + 1), right), down);
    }

    private static double Mix(double from, double to, double share) => from + (share * (to - from));

    private static double Ease(double t) => t * t * (3 - (2 * t));

    private static double Noise(int seed, int x, int y)
    {
        uint hash = unchecked(((uint)seed * 2_654_435_761u) ^ ((uint)x * 2_246_822_519u) ^ ((uint)y * 3_266_489_917u));
        hash = unchecked((hash ^ (hash >> 15)) * 2_246_822_519u);
        hash = unchecked((hash ^ (hash >> 13)) * 3_266_489_917u);
        return (hash ^ (hash >> 16)) / (double)uint.MaxValue;
    }
}
