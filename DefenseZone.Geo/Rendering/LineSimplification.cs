using System.Buffers;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// Leaves out the vertices of a line that nobody would see missing: the method of Ramer (1972) and of Douglas and
/// Peucker (1973), in the plane of the drawing. No vertex left out lies farther than the tolerance from the line
/// that remains; both ends remain.
/// </summary>
public static class LineSimplification
{
    /// <summary>The vertices that remain, x before y.</summary>
    /// <param name="line">The vertices, x before y.</param>
    /// <param name="tolerance">The farthest that a vertex left out may lie from what remains, in the line's unit.</param>
    public static double[] Simplify(ReadOnlySpan<double> line, double tolerance)
    {
        int count = line.Length / 2;
        if (count <= 2)
            return line.ToArray();

        bool[] keep = ArrayPool<bool>.Shared.Rent(count);
        Array.Clear(keep, 0, count);
        keep[0] = keep[count - 1] = true;
        var open = new Stack<(int First, int Last)>();
        open.Push((0, count - 1));
        while (open.TryPop(out (int First, int Last) run))
        {
            int farthest = Farthest(line, run.First, run.Last, tolerance * tolerance);
            if (farthest < 0)
                continue;
            keep[farthest] = true;
            open.Push((run.First, farthest));
            open.Push((farthest, run.Last));
        }

        var kept = new double[2 * keep.AsSpan(0, count).Count(true)];
        for (int i = 0, at = 0; i < count; i++)
        {
            if (!keep[i])
                continue;
            kept[at++] = line[2 * i];
            kept[at++] = line[(2 * i) + 1];
        }

        ArrayPool<bool>.Shared.Return(keep);
        return kept;
    }

    private static int Farthest(ReadOnlySpan<double> line, int first, int last, double limit)
    {
        double x0 = line[2 * first], y0 = line[(2 * first) + 1];
        double dx = line[2 * last] - x0, dy = line[(2 * last) + 1] - y0;
        double squared = (dx * dx) + (dy * dy);
        int farthest = -1;
        for (int i = first + 1; i < last; i++)
        {
            double x = line[2 * i] - x0, y = line[(2 * i) + 1] - y0;

            // To the piece between the two ends, not to the line through them: the line may double back.
            double along = squared > 0 ? Math.Clamp(((x * dx) + (y * dy)) / squared, 0, 1) : 0;
            double offX = x - (along * dx), offY = y - (along * dy);
            double distance = (offX * offX) + (offY * offY);
            if (distance > limit)
            {
                limit = distance;
                farthest = i;
            }
        }

        return farthest;
    }
}
