using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The border's vertices as parallel arrays: geocentric coordinates and chainage in metres; longitude and latitude in
/// degrees once they are asked for. Parts that do not touch stand one behind the other; the step from the last vertex of
/// one to the first of the next has no length.
/// </summary>
/// <remarks>
/// Megabytes that nobody looks at are not made: touching fresh memory costs more than what is counted here. Chainages are
/// summed up in runs of a fixed length, so that they do not depend on the number of processors.
/// </remarks>
internal sealed class BorderVertices
{
    /// <summary>The longest edge, in metres: a longer one is divided along its geodesic.</summary>
    internal const double LongestEdgeMetres = 1000;

    private const int VerticesOfARun = 8192;

    // Within an edge the chord is shorter than the arc by a relative c²/24R², at most 1e-9: one radius of curvature for
    // the whole border leaves less than 1e-11 of that.
    private const double Bend = 1 / (24 * Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres);

    // Behind the last vertex stand as many zeros as one vector instruction may read beyond it.
    private const int Beyond = 8;

    private readonly IReadOnlyList<LinePositions> _lines;
    private readonly Lazy<(double[] Longitudes, double[] Latitudes)> _degrees;

    private BorderVertices(IReadOnlyList<LinePositions> lines, IReadOnlyList<bool> startsPart)
    {
        _lines = lines;
        _degrees = new(ReadDegrees);
        var lineStarts = new int[lines.Count + 1];
        var partStarts = new List<int>();
        for (int line = 0; line < lines.Count; line++)
        {
            if (startsPart[line])
                partStarts.Add(lineStarts[line]);
            lineStarts[line + 1] = lineStarts[line] + lines[line].Count;
        }

        LineStarts = lineStarts;
        PartStarts = [.. partStarts, lineStarts[^1]];
        Count = lineStarts[^1];
        X = Beside(Count);
        Y = Beside(Count);
        Z = Beside(Count);
        Chainages = GC.AllocateUninitializedArray<double>(Count);
    }

    internal double[] Longitudes => _degrees.Value.Longitudes;

    internal double[] Latitudes => _degrees.Value.Latitudes;

    internal double[] X { get; }

    internal double[] Y { get; }

    internal double[] Z { get; }

    internal double[] Chainages { get; }

    /// <summary>The first vertex of each line of a segment, and at the end the number of vertices.</summary>
    internal int[] LineStarts { get; }

    /// <summary>The first vertex of each part, and at the end the number of vertices.</summary>
    internal int[] PartStarts { get; }

    internal int Count { get; }

    /// <summary>The vertices of lines in their order.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="startsPart">For each of them whether it does not touch the one before it.</param>
    internal static BorderVertices Of(IReadOnlyList<LinePositions> lines, IReadOnlyList<bool> startsPart)
    {
        var vertices = new BorderVertices(lines, startsPart);
        if (!vertices.Measure())
        {
            vertices = new BorderVertices(vertices.Densified(), startsPart);
            vertices.Measure();
        }

        return vertices;
    }

    internal Ecef Place(int vertex) => new(X[vertex], Y[vertex], Z[vertex]);

    internal GeoPoint Point(int vertex) => new(Longitudes[vertex], Latitudes[vertex]);

    /// <summary>The place at a share of an edge, 0 to 1, where edges are straight in longitude and latitude, the short way round.</summary>
    internal (double Longitude, double Latitude) FlatPlace(int edge, double share)
    {
        double ax = Longitudes[edge], ay = Latitudes[edge];
        if (share == 0)
            return (ax, ay);
        double bx = Longitudes[edge + 1];
        if (Math.Abs(bx - ax) > 180)
            bx -= Math.CopySign(360, bx - ax);
        double longitude = ax + (share * (bx - ax));
        return (
            longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
            ay + (share * (Latitudes[edge + 1] - ay)));
    }

    /// <summary>True where a part ends at this vertex and another begins at the next.</summary>
    internal bool EndsPart(int vertex) => Array.BinarySearch(PartStarts, vertex + 1) >= 0;

    // Every number is written anyway: megabytes need not be cleared first.
    private static double[] Beside(int count)
    {
        double[] numbers = GC.AllocateUninitializedArray<double>(count + Beyond);
        numbers.AsSpan(count).Clear();
        return numbers;
    }

    private (double[] Longitudes, double[] Latitudes) ReadDegrees()
    {
        double[] longitudes = GC.AllocateUninitializedArray<double>(Count), latitudes = GC.AllocateUninitializedArray<double>(Count);
        SharedWork.Do(_lines.Count, line => _lines[line].CopyTo(longitudes.AsSpan(LineStarts[line]), latitudes.AsSpan(LineStarts[line])));
        return (longitudes, latitudes);
    }

    /// <summary>Fills in the geocentric coordinates and the chainages.</summary>
    /// <returns>False where an edge is too long; the chainages are then of no use yet.</returns>
    private bool Measure()
    {
        List<Run> runs = Runs();
        SharedWork.Do(runs.Count, run => runs[run].Measure(this));
        double chainage = 0, longest = 0;
        foreach (Run run in runs)
        {
            if (run.First > 0 && Array.BinarySearch(PartStarts, run.First) < 0)
            {
                double step = Place(run.First - 1).DistanceMetresTo(Place(run.First));
                longest = Math.Max(longest, step);
                chainage += step * (1 + (step * step * Bend));
            }

            run.StartMetres = chainage;
            longest = Math.Max(longest, run.LongestMetres);
            chainage += Chainages[run.First + run.Count - 1];
        }

        SharedWork.Do(runs.Count, run => runs[run].Shift(this));
        return longest <= LongestEdgeMetres;
    }

    private List<Run> Runs()
    {
        var runs = new List<Run>();
        for (int line = 0; line < _lines.Count; line++)
        {
            int count = _lines[line].Count;
            for (int first = 0; first < count; first += VerticesOfARun)
                runs.Add(new Run(line, LineStarts[line] + first, Math.Min(VerticesOfARun, count - first)));
        }

        return runs;
    }

    /// <summary>The same lines with every long edge divided into equal parts along its geodesic.</summary>
    private LinePositions[] Densified()
    {
        var lines = new LinePositions[_lines.Count];
        for (int line = 0; line < lines.Length; line++)
        {
            var positions = new List<double>(_lines[line].Count * 4);
            for (int i = LineStarts[line]; i < LineStarts[line + 1]; i++)
            {
                if (i > LineStarts[line])
                    Divide(Point(i - 1), Point(i), positions);
                positions.Add(Longitudes[i]);
                positions.Add(Latitudes[i]);
            }

            lines[line] = new LinePositions([.. positions]);
        }

        return lines;
    }

    private static void Divide(GeoPoint from, GeoPoint to, List<double> positions)
    {
        if (Ecef.Of(from).DistanceMetresTo(Ecef.Of(to)) <= LongestEdgeMetres)
            return;
        GeodesicLine line = Geodesic.Inverse(from, to);

        // A little under the limit, so that rounding never asks for a second round.
        int pieces = (int)Math.Ceiling(line.DistanceMetres / (LongestEdgeMetres * (1 - 1e-9)));
        for (int i = 1; i < pieces; i++)
        {
            GeoPoint between = Geodesic.Direct(from, line.InitialAzimuthDegrees, line.DistanceMetres * i / pieces);
            positions.Add(between.LongitudeDegrees);
            positions.Add(between.LatitudeDegrees);
        }
    }

    /// <summary>Neighbouring vertices of one line, done by one thread.</summary>
    private sealed class Run(int line, int first, int count)
    {
        private const int Four = 4;

        internal int First => first;

        internal int Count => count;

        internal double LongestMetres { get; private set; }

        /// <summary>The chainage of its first vertex.</summary>
        internal double StartMetres { get; set; }

        /// <summary>Fills in the coordinates, and the chainages as counted from its first vertex.</summary>
        internal void Measure(BorderVertices vertices)
        {
            new GeocentricRun(vertices.X, vertices.Y, vertices.Z).Write(vertices._lines[line], first - vertices.LineStarts[line], count, first);
            double chainage = 0, longest = 0;
            vertices.Chainages[first] = 0;
            int i = first + 1;
            for (; i + Four <= first + count; i += Four)
                chainage = AddFour(vertices, i, chainage, ref longest);
            for (; i < first + count; i++)
            {
                double step = vertices.Place(i - 1).DistanceMetresTo(vertices.Place(i));
                longest = Math.Max(longest, step * step);
                vertices.Chainages[i] = chainage += step * (1 + (step * step * Bend));
            }

            LongestMetres = Math.Sqrt(longest);
        }

        /// <summary>Counts the chainages from the start of the border instead.</summary>
        internal void Shift(BorderVertices vertices)
        {
            if (StartMetres == 0)
                return;
            foreach (ref double chainage in vertices.Chainages.AsSpan(first, count))
                chainage += StartMetres;
        }

        // The lengths of four edges at once, of which the first ends at a vertex.
        private static double AddFour(BorderVertices vertices, int vertex, double chainage, ref double longest)
        {
            Vector256<double> dx = Steps(vertices.X, vertex), dy = Steps(vertices.Y, vertex), dz = Steps(vertices.Z, vertex);
            Vector256<double> square = (dx * dx) + (dy * dy) + (dz * dz);
            Vector256<double> lengths = Vector256.Sqrt(square) * (Vector256.Create(1.0) + (square * Bend));
            longest = Math.Max(longest, Math.Max(Math.Max(square[0], square[1]), Math.Max(square[2], square[3])));
            Span<double> to = vertices.Chainages.AsSpan(vertex, Four);
            for (int i = 0; i < Four; i++)
                to[i] = chainage += lengths[i];
            return chainage;
        }

        private static Vector256<double> Steps(double[] of, int to)
        {
            ref double numbers = ref MemoryMarshal.GetArrayDataReference(of);
            return Vector256.LoadUnsafe(ref numbers, (nuint)to) - Vector256.LoadUnsafe(ref numbers, (nuint)(to - 1));
        }
    }
}
