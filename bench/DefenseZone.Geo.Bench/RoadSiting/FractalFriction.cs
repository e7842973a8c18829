using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Bench.RoadSiting;

/// <summary>
/// Friction of made-up mountains: heights by midpoint displacement on the diamonds and squares of a grid, 30 m a cell,
/// and from them 1 + 10 × slope, so that a slope of 10 % doubles the cost of a metre.
/// </summary>
internal sealed record FractalFriction(int Size, float[] Values)
{
    private const double CellMetres = 30;
    private const double Roughness = 0.54;
    private const double CostOfSlope = 10;

    /// <summary>Makes a square grid, the same for a seed everywhere.</summary>
    public static FractalFriction Of(int size, int seed)
    {
        int side = 1;
        while (side + 1 < size)
            side *= 2;
        float[] heights = Heights(side, seed);
        var values = new float[size * size];
        Parallel.For(0, size, row =>
        {
            for (int column = 0; column < size; column++)
                values[(row * size) + column] = (float)(1 + (CostOfSlope * Slope(heights, side + 1, column, row)));
        });
        return new FractalFriction(size, values);
    }

    /// <summary>Writes it for a peer: 32-bit numbers, row after row.</summary>
    public void Write(string file)
    {
        using FileStream stream = File.Create(file);
        stream.Write(MemoryMarshal.AsBytes(Values.AsSpan()));
    }

    private static float[] Heights(int side, int seed)
    {
        int stride = side + 1;
        var heights = new float[stride * stride];
        var random = new Random(seed);
        double spread = side * CellMetres * 0.12;
        foreach (int corner in (int[])[0, side, side * stride, (side * stride) + side])
            heights[corner] = (float)(random.NextDouble() * spread);
        for (int step = side; step > 1; step /= 2, spread *= Roughness)
        {
            int half = step / 2;
            for (int row = half; row < side; row += step)
            {
                for (int column = half; column < side; column += step)
                {
                    int at = (row * stride) + column;
                    float mean = (heights[at - (half * stride) - half] + heights[at - (half * stride) + half]
                        + heights[at + (half * stride) - half] + heights[at + (half * stride) + half]) / 4;
                    heights[at] = mean + (float)(((2 * random.NextDouble()) - 1) * spread);
                }
            }

            for (int row = 0; row <= side; row += half)
            {
                for (int column = row / half % 2 == 0 ? half : 0; column <= side; column += step)
                    heights[(row * stride) + column] = Beside(heights, stride, column, row, half) + (float)(((2 * random.NextDouble()) - 1) * spread);
            }
        }

        return heights;
    }

    private static float Beside(float[] heights, int stride, int column, int row, int half)
    {
        float sum = 0;
        int count = 0;
        foreach ((int x, int y) in (ReadOnlySpan<(int, int)>)[(column - half, row), (column + half, row), (column, row - half), (column, row + half)])
        {
            if (x < 0 || y < 0 || x >= stride || y >= stride)
                continue;
            sum += heights[(y * stride) + x];
            count++;
        }

        return sum / count;
    }

    private static double Slope(float[] heights, int stride, int column, int row)
    {
        int west = Math.Max(column - 1, 0), north = Math.Max(row - 1, 0);
        double across = (heights[(row * stride) + column + 1] - heights[(row * stride) + west]) / ((column + 1 - west) * CellMetres);
        double down = (heights[((row + 1) * stride) + column] - heights[(north * stride) + column]) / ((row + 1 - north) * CellMetres);
        return Math.Sqrt((across * across) + (down * down));
    }
}
