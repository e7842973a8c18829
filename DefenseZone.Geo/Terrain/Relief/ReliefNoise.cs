using System.Runtime.Intrinsics;

namespace DefenseZone.Geo.Terrain.Relief;

/// <summary>
/// Gradient noise after Perlin (1985, 2002: quintic ease), eight places at a time, and the ridged multifractal of
/// Musgrave (Ebert et al., Texturing and Modeling, 2003, ch. 16). Only sums, products and roundings that IEEE 754
/// defines are used, so that every machine makes the same relief.
/// </summary>
internal static class ReliefNoise
{
    /// <summary>How many places are worked out at once.</summary>
    public const int Lanes = 8;

    // A gradient's parts are −1 to 1 each: the mean extremes of the noise are a little over a half.
    private const float Gain = 1.5f;

    /// <summary>Noise of wavelength 1, about −1 to 1, 0 on the lattice.</summary>
    public static Vector256<float> At(Vector256<float> x, Vector256<float> y, int seed)
    {
        Vector256<float> floorX = Vector256.Floor(x), floorY = Vector256.Floor(y);
        Vector256<int> column = Vector256.ConvertToInt32(floorX), row = Vector256.ConvertToInt32(floorY);
        Vector256<float> right = x - floorX, down = y - floorY;
        Vector256<float> left = right - Vector256<float>.One, up = down - Vector256<float>.One;
        Vector256<int> rowPart = (row * unchecked((int)0x165667B1)) + Vector256.Create(seed), nextRow = rowPart + Vector256.Create(0x165667B1);
        Vector256<int> columnPart = column * unchecked((int)0x27D4EB2D), nextColumn = columnPart + Vector256.Create(0x27D4EB2D);
        Vector256<float> easeX = Ease(right);
        Vector256<float> a = Slope(columnPart + rowPart, right, down), b = Slope(nextColumn + rowPart, left, down);
        Vector256<float> c = Slope(columnPart + nextRow, right, up), d = Slope(nextColumn + nextRow, left, up);
        Vector256<float> north = a + ((b - a) * easeX), south = c + ((d - c) * easeX);
        return (north + ((south - north) * Ease(down))) * Gain;
    }

    /// <summary>Smooth noise of several wavelengths, each half as long and half as high as the one before; about −1 to 1.</summary>
    public static Vector256<float> Smooth(Vector256<float> x, Vector256<float> y, float wavelength, int octaves, int seed)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        float height = 0.55f, frequency = 1 / wavelength;
        for (int octave = 0; octave < octaves; octave++)
        {
            sum += At(x * frequency, y * frequency, seed + (octave * 1013)) * height;
            (height, frequency) = (height * 0.5f, frequency * 2);
        }

        return sum;
    }

    /// <summary>Mountains with sharp ridges, 0 to about 1: where a wavelength has a ridge, shorter ones have more to say.</summary>
    public static Vector256<float> Ridged(Vector256<float> x, Vector256<float> y, float wavelength, int octaves, int seed)
    {
        Vector256<float> sum = Vector256<float>.Zero, weight = Vector256<float>.One;
        float height = 0.56f, frequency = 1 / wavelength;
        for (int octave = 0; octave < octaves; octave++)
        {
            Vector256<float> noise = At(x * frequency, y * frequency, seed + (octave * 1013));
            Vector256<float> ridge = Vector256.Max(Vector256<float>.One - Vector256.Abs(noise), Vector256<float>.Zero);
            ridge = ridge * ridge * weight;
            sum += ridge * height;
            weight = Vector256.Min(ridge * 1.8f, Vector256<float>.One);
            (height, frequency) = (height * 0.48f, frequency * 2.03f);
        }

        return sum;
    }

    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth in between.</summary>
    public static Vector256<float> Step(float from, float to, Vector256<float> value)
    {
        Vector256<float> t = Vector256.Min(Vector256.Max((value - Vector256.Create(from)) * (1 / (to - from)), Vector256<float>.Zero), Vector256<float>.One);
        return t * t * (Vector256.Create(3f) - (t * 2f));
    }

    private static Vector256<float> Ease(Vector256<float> t) =>
        t * t * t * ((t * ((t * 6f) - Vector256.Create(15f))) + Vector256.Create(10f));

    // The gradient's parts are the two halves of a hash of the lattice point (finaliser after Wellons, lowbias32).
    private static Vector256<float> Slope(Vector256<int> place, Vector256<float> x, Vector256<float> y)
    {
        Vector256<int> hash = place;
        hash = (hash ^ Vector256.ShiftRightLogical(hash, 16)) * 0x7FEB352D;
        hash = (hash ^ Vector256.ShiftRightLogical(hash, 15)) * unchecked((int)0x846CA68B);
        hash ^= Vector256.ShiftRightLogical(hash, 16);
        Vector256<float> east = Vector256.ConvertToSingle(hash & Vector256.Create(0xFFFF)), north = Vector256.ConvertToSingle(Vector256.ShiftRightLogical(hash, 16));
        const float Scale = 2f / 65_535;
        return (((east * Scale) - Vector256<float>.One) * x) + (((north * Scale) - Vector256<float>.One) * y);
    }
}
