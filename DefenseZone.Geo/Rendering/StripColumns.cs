using System.Collections.Immutable;

namespace DefenseZone.Geo.Rendering;

/// <summary>
/// The step area in columns of one pixel. A column shows the depth that fills most of it; of two that fill the
/// same, the lesser one, because cover is not to be promised.
/// </summary>
internal sealed class StripColumns
{
    private readonly int[] _depths;
    private readonly int _requiredDepth;

    public StripColumns(StripContent content, double fromMetres, double toMetres, int width)
    {
        _requiredDepth = content.RequiredDepth;
        _depths = new int[width];
        ImmutableArray<StripStretch> stretches = content.Stretches;
        double perPixel = (toMetres - fromMetres) / width;
        var metresAt = new Dictionary<int, double>();
        int next = FirstEndingAfter(stretches, fromMetres);
        for (int x = 0; x < width; x++)
        {
            double left = fromMetres + (x * perPixel);
            double right = left + perPixel;
            while (next < stretches.Length && stretches[next].ToMetres <= left)
                next++;
            metresAt.Clear();
            for (int i = next; i < stretches.Length && stretches[i].FromMetres < right; i++)
            {
                double metres = Math.Min(right, stretches[i].ToMetres) - Math.Max(left, stretches[i].FromMetres);
                if (metres > 0)
                    metresAt[stretches[i].Depth] = metresAt.GetValueOrDefault(stretches[i].Depth) + metres;
            }

            int depth = 0;
            double most = 0;
            foreach ((int candidate, double metres) in metresAt)
            {
                if (metres > most || (metres == most && candidate < depth))
                    (depth, most) = (candidate, metres);
            }

            _depths[x] = depth;
            DeepestInSight = Math.Max(DeepestInSight, depth);
        }
    }

    public int DeepestInSight { get; }

    public ImmutableArray<StripColumn> Merged()
    {
        var columns = ImmutableArray.CreateBuilder<StripColumn>();
        for (int x = 0; x < _depths.Length;)
        {
            int first = x;
            int depth = _depths[x];
            while (x < _depths.Length && _depths[x] == depth)
                x++;
            if (depth > 0)
                columns.Add(new StripColumn(first, x - first, depth, DepthClasses.Of(depth, _requiredDepth)));
        }

        return columns.DrainToImmutable();
    }

    private static int FirstEndingAfter(ImmutableArray<StripStretch> stretches, double metres)
    {
        int low = 0, high = stretches.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (stretches[middle].ToMetres <= metres)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
