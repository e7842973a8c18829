using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The lines of roads as flat arrays, without doubled vertices, lines of no length and lines drawn twice. A segment has the
/// number of its first vertex.
/// </summary>
/// <remarks>
/// Longitudes are unwrapped: where the roads lie on both sides of the antimeridian, the western ones count beyond 180°, so
/// that neighbours have neighbouring numbers.
/// </remarks>
internal sealed class RoadLines
{
    private RoadLines(double[] x, double[] y, int[] starts, int[] roads, int[] levels)
    {
        X = x;
        Y = y;
        Starts = starts;
        Roads = roads;
        Levels = levels;
        LineOf = new int[x.Length];
        for (int line = 0; line < roads.Length; line++)
            LineOf.AsSpan(starts[line]..starts[line + 1]).Fill(line);
    }

    /// <summary>Unwrapped longitudes in degrees.</summary>
    internal double[] X { get; }

    /// <summary>Latitudes in degrees.</summary>
    internal double[] Y { get; }

    /// <summary>The first vertex of each line, and at the end the number of vertices.</summary>
    internal int[] Starts { get; }

    /// <summary>The road of each line.</summary>
    internal int[] Roads { get; }

    /// <summary>The level of each line.</summary>
    internal int[] Levels { get; }

    /// <summary>The line of each vertex.</summary>
    internal int[] LineOf { get; }

    internal int Count => Roads.Length;

    /// <summary>True where a vertex is the first or last of its line.</summary>
    internal bool IsEnd(int vertex)
    {
        int line = LineOf[vertex];
        return vertex == Starts[line] || vertex == Starts[line + 1] - 1;
    }

    internal bool IsLast(int vertex) => vertex == Starts[LineOf[vertex] + 1] - 1;

    /// <summary>Where a vertex is; its longitude is −180 to 180 again.</summary>
    internal GeoPoint Point(int vertex) => Point(X[vertex], Y[vertex]);

    internal static GeoPoint Point(double x, double y) => new(Angles.Wrap(x), y);

    internal static RoadLines Of(ImmutableArray<PatrolRoad> roads, List<RoadProblem> problems)
    {
        var reading = new Reading(roads.Length);
        for (int road = 0; road < roads.Length; road++)
            Read(roads[road], road, reading, problems);
        double[] x = reading.X.ToArray();
        Unwrap(x);
        var lines = new RoadLines(x, [.. reading.Y], [.. reading.Starts, x.Length], [.. reading.Roads], [.. reading.Levels]);
        return lines.WithoutDuplicates(roads, problems);
    }

    private sealed class Reading(int expected)
    {
        internal List<double> X { get; } = new(expected * 4);

        internal List<double> Y { get; } = new(expected * 4);

        internal List<int> Starts { get; } = new(expected + 1);

        internal List<int> Roads { get; } = new(expected);

        internal List<int> Levels { get; } = new(expected);
    }

    private static void Read(PatrolRoad road, int index, Reading reading, List<RoadProblem> problems)
    {
        if (road.SpeedKmh is { } speed && !(speed > 0))
            problems.Add(new(RoadProblemKind.NoSpeed, road.Id, default, $"road {road.Id} has a speed of {speed} km/h; it is driven at the speed of its class"));
        if (road.Geometry.IsEmpty)
        {
            problems.Add(new(RoadProblemKind.NoGeometry, road.Id, default, $"road {road.Id} has no geometry and is left out"));
            return;
        }

        int level = RoadLevel.Of(road);
        for (int part = 0; part < road.Geometry.NumGeometries; part++)
        {
            if (road.Geometry.GetGeometryN(part) is not LineString { IsEmpty: false } line)
                continue;
            int first = reading.X.Count;
            CoordinateSequence vertices = line.CoordinateSequence;
            for (int i = 0; i < vertices.Count; i++)
            {
                double x = vertices.GetX(i), y = vertices.GetY(i);
                if (reading.X.Count > first && reading.X[^1] == x && reading.Y[^1] == y)
                    continue;
                reading.X.Add(x);
                reading.Y.Add(y);
            }

            if (reading.X.Count - first < 2)
            {
                reading.X.RemoveRange(first, reading.X.Count - first);
                reading.Y.RemoveRange(first, reading.Y.Count - first);
                string which = road.Geometry.NumGeometries == 1 ? $"road {road.Id}" : $"line {part + 1} of road {road.Id}";
                problems.Add(new(RoadProblemKind.NoLength, road.Id, default, $"{which} has no length and is left out"));
                continue;
            }

            reading.Starts.Add(first);
            reading.Roads.Add(index);
            reading.Levels.Add(level);
        }
    }

    private static void Unwrap(double[] x)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (double longitude in x)
        {
            least = Math.Min(least, longitude);
            most = Math.Max(most, longitude);
        }

        if (most - least <= 180)
            return;
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] < 0 ? x[i] + 360 : x[i];
    }

    /// <summary>
    /// Leaves out each line that has the vertices of an earlier one, to seven decimals, on the same level, and is driven as fast. Drawn the other way round it is the
    /// same line too, unless one of the two is one-way: then they are the two carriageways of one road. A line that may be
    /// driven both ways is not left out for one that may not.
    /// </summary>
    private RoadLines WithoutDuplicates(ImmutableArray<PatrolRoad> roads, List<RoadProblem> problems)
    {
        var first = new Dictionary<long, int>(Count);
        List<int>? kept = null;
        for (int line = 0; line < Count; line++)
        {
            int same = first.TryAdd(Fingerprint(line), line) ? -1 : first[Fingerprint(line)];
            bool duplicate = same >= 0 && IsDrivenAlike(roads[Roads[same]], roads[Roads[line]]) && IsSame(same, line, roads[Roads[same]].OneWay, roads[Roads[line]].OneWay);
            if (duplicate)
            {
                kept ??= [.. Enumerable.Range(0, line)];
                FeatureId id = roads[Roads[line]].Id, other = roads[Roads[same]].Id;
                problems.Add(new(RoadProblemKind.Duplicate, id, other, $"road {id} is drawn like road {other} and is left out"));
            }
            else
            {
                kept?.Add(line);
            }
        }

        return kept is null ? this : Only(kept);
    }

    // One that is driven otherwise may be quicker, in some season or on some slope.
    private static bool IsDrivenAlike(PatrolRoad left, PatrolRoad right) => left.SpeedKmh == right.SpeedKmh
        && left.Class == right.Class && left.Surface == right.Surface && left.WidthMetres == right.WidthMetres;

    private long Fingerprint(int line)
    {
        long sum = Levels[line];
        for (int i = Starts[line]; i < Starts[line + 1]; i++)
        {
            long vertex = (Digits(X[i]) * unchecked((long)0x9E3779B97F4A7C15)) ^ (Digits(Y[i]) * unchecked((long)0xC2B2AE3D27D4EB4F));
            sum += vertex ^ (vertex >>> 29);
        }

        return sum;
    }

    private bool IsSame(int left, int right, bool leftOneWay, bool rightOneWay)
    {
        int count = Starts[left + 1] - Starts[left];
        if (Starts[right + 1] - Starts[right] != count || Levels[left] != Levels[right])
            return false;
        bool forward = !leftOneWay || rightOneWay, backward = !leftOneWay && !rightOneWay;
        for (int i = 0; i < count && (forward || backward); i++)
        {
            int a = Starts[left] + i, b = Starts[right] + i, c = Starts[right + 1] - 1 - i;
            forward &= Digits(X[a]) == Digits(X[b]) && Digits(Y[a]) == Digits(Y[b]);
            backward &= Digits(X[a]) == Digits(X[c]) && Digits(Y[a]) == Digits(Y[c]);
        }

        return forward || backward;
    }

    // Programs write the same place with a different last digit of sixteen; seven decimals are a centimetre, and touch.
    private static long Digits(double degrees) => (long)Math.Round(degrees * 1e7);

    private RoadLines Only(List<int> kept)
    {
        var x = new List<double>(X.Length);
        var y = new List<double>(X.Length);
        var starts = new List<int>(kept.Count + 1);
        foreach (int line in kept)
        {
            starts.Add(x.Count);
            x.AddRange(X.AsSpan(Starts[line]..Starts[line + 1]));
            y.AddRange(Y.AsSpan(Starts[line]..Starts[line + 1]));
        }

        starts.Add(x.Count);
        return new RoadLines([.. x], [.. y], [.. starts], [.. kept.Select(line => Roads[line])], [.. kept.Select(line => Levels[line])]);
    }
}
