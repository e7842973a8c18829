using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The least times of accesses at the points of a grid in longitude and latitude, exact up to a limit and infinite well beyond
/// it. Square blocks are quartered; within a block only accesses that may be best somewhere in it go on.
/// </summary>
internal sealed class TimeField
{
    private const int PointsOfALeaf = 8;

    private readonly AccessSet _accesses;
    private readonly double _west;
    private readonly double _south;
    private readonly double _stepX;
    private readonly double _stepY;
    private readonly double _limitSeconds;

    private TimeField(AccessSet accesses, (double West, double South) corner, (double X, double Y) step, (int Columns, int Rows) size, double limitSeconds)
    {
        _accesses = accesses;
        (_west, _south) = corner;
        (_stepX, _stepY) = step;
        (Columns, Rows) = size;

        // A contour at the limit needs the times of the points next to it.
        double cellMetres = SegmentGrid.MetresPerDegree * Math.Sqrt((_stepX * _stepX) + (_stepY * _stepY));
        _limitSeconds = limitSeconds + (2 * accesses.WalkSecondsPerMetre * cellMetres);
        Seconds = new double[Columns * Rows];
        Seconds.AsSpan().Fill(double.PositiveInfinity);
    }

    internal int Columns { get; }

    internal int Rows { get; }

    /// <summary>Row by row from the south-western corner.</summary>
    internal double[] Seconds { get; }

    /// <summary>The degrees of a point, also of one between the grid's; the longitude may be beyond 180°.</summary>
    internal (double X, double Y) At(double column, double row) => (_west + (column * _stepX), _south + (row * _stepY));

    internal static TimeField Of(
        AccessSet accesses, (double West, double South) corner, (double X, double Y) step, (int Columns, int Rows) size, double limitSeconds, CancellationToken cancellationToken)
    {
        var field = new TimeField(accesses, corner, step, size, limitSeconds);
        int[] all = [.. Enumerable.Range(0, accesses.Count).Where(i => accesses.Seconds[i] <= limitSeconds)];
        int block = PointsOfALeaf;
        while (block * 8 < Math.Max(field.Columns, field.Rows))
            block *= 2;
        int across = (field.Columns + block - 1) / block, up = (field.Rows + block - 1) / block;
        Parallel.For(0, across * up, new ParallelOptions { CancellationToken = cancellationToken }, i => field.Fill(i % across * block, i / across * block, block, all));
        return field;
    }

    private Ecef Place(double column, double row)
    {
        (double x, double y) = At(column, row);
        return Ecef.Of(new GeoPoint(x, Math.Clamp(y, -90, 90)));
    }

    private void Fill(int column, int row, int size, ReadOnlySpan<int> accesses)
    {
        if (column >= Columns || row >= Rows)
            return;
        double half = (size - 1) / 2.0;
        Ecef centre = Place(column + half, row + half);
        double radius = Math.Max(
            Math.Max(centre.DistanceMetresTo(Place(column, row)), centre.DistanceMetresTo(Place(column + size - 1, row))),
            Math.Max(centre.DistanceMetresTo(Place(column, row + size - 1)), centre.DistanceMetresTo(Place(column + size - 1, row + size - 1))));
        int[] kept = Kept(centre, radius, accesses);
        if (kept.Length == 0)
            return;
        if (size > PointsOfALeaf)
        {
            int part = size / 2;
            Fill(column, row, part, kept);
            Fill(column + part, row, part, kept);
            Fill(column, row + part, part, kept);
            Fill(column + part, row + part, part, kept);
            return;
        }

        var cones = new List<AccessCone>();
        foreach (int access in kept)
            _accesses.Expand(access, cones);
        for (int r = row; r < Math.Min(Rows, row + size); r++)
        {
            for (int c = column; c < Math.Min(Columns, column + size); c++)
            {
                Ecef place = Place(c, r);
                double best = double.PositiveInfinity;
                foreach (AccessCone access in cones)
                    best = Math.Min(best, access.Cone.SecondsAt(place));
                Seconds[(r * Columns) + c] = best;
            }
        }
    }

    private int[] Kept(Ecef centre, double radiusMetres, ReadOnlySpan<int> accesses)
    {
        double walk = _accesses.WalkSecondsPerMetre, slack = walk * radiusMetres, best = _limitSeconds;
        var least = new double[accesses.Length];
        for (int i = 0; i < least.Length; i++)
        {
            (double metres, double ball) = _accesses.Ball(accesses[i], centre);
            least[i] = _accesses.Seconds[accesses[i]] + (walk * Math.Max(0, metres - ball)) - slack;
            if (least[i] < best)
                best = Math.Min(best, _accesses.SomeSecondsTo(accesses[i], centre) + slack);
        }

        var kept = new List<int>();
        for (int i = 0; i < least.Length; i++)
        {
            if (least[i] <= best)
                kept.Add(accesses[i]);
        }

        return [.. kept];
    }
}
