using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The border's vertices as parallel arrays: longitude and latitude in degrees, geocentric coordinates and
/// chainage in metres. Parts that do not touch stand one behind the other; the step from the last vertex of one to
/// the first of the next has no length.
/// </summary>
internal sealed class BorderVertices
{
    /// <summary>The longest edge, in metres: a longer one is divided along its geodesic.</summary>
    internal const double LongestEdgeMetres = 1000;

    private const int VerticesWorthAThread = 16_384;

    private const double SmallTurnRadians = 0.01;

    // Within an edge the chord is shorter than the arc by a relative c²/24R², at most 1e-9: one radius of curvature for
    // the whole border leaves less than 1e-11 of that.
    private const double Bend = 1 / (24 * Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres);

    // Behind the last vertex stand as many zeros as one vector instruction may read beyond it.
    private const int Beyond = 8;

    private BorderVertices(double[] longitudes, double[] latitudes, int[] lineStarts, int[] partStarts)
    {
        Longitudes = longitudes;
        Latitudes = latitudes;
        LineStarts = lineStarts;
        PartStarts = partStarts;
        int count = longitudes.Length;
        X = Beside(count);
        Y = Beside(count);
        Z = Beside(count);
        Chainages = GC.AllocateUninitializedArray<double>(count);
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount, count / VerticesWorthAThread));
        if (blocks == 1)
            ToGeocentric(0, count);
        else
            SharedWork.Do(blocks, block => ToGeocentric((int)((long)count * block / blocks), (int)((long)count * (block + 1) / blocks)));
    }

    internal double[] Longitudes { get; }

    internal double[] Latitudes { get; }

    internal double[] X { get; }

    internal double[] Y { get; }

    internal double[] Z { get; }

    internal double[] Chainages { get; }

    /// <summary>The first vertex of each line of a segment, and at the end the number of vertices.</summary>
    internal int[] LineStarts { get; }

    /// <summary>The first vertex of each part, and at the end the number of vertices.</summary>
    internal int[] PartStarts { get; }

    internal int Count => Longitudes.Length;

    internal static BorderVertices Of(double[] longitudes, double[] latitudes, int[] lineStarts, int[] partStarts)
    {
        var vertices = new BorderVertices(longitudes, latitudes, lineStarts, partStarts);
        if (!vertices.Measure())
        {
            vertices = vertices.Densified();
            vertices.Measure();
        }

        return vertices;
    }

    // Every number is written anyway: megabytes need not be cleared first.
    private static double[] Beside(int count)
    {
        double[] numbers = GC.AllocateUninitializedArray<double>(count + Beyond);
        numbers.AsSpan(count).Clear();
        return numbers;
    }

    internal Ecef Place(int vertex) => new(X[vertex], Y[vertex], Z[vertex]);

    internal GeoPoint Point(int vertex) => new(Longitudes[vertex], Latitudes[vertex]);

    /// <summary>True where a part ends at this vertex and another begins at the next.</summary>
    internal bool EndsPart(int vertex) => Array.BinarySearch(PartStarts, vertex + 1) >= 0;

    private void ToGeocentric(int from, int to)
    {
        int i = from;
        for (; i <= to - Vector512<double>.Count; i += Vector512<double>.Count)
            ToGeocentricEight(i);
        ToGeocentricOneByOne(i, to);
    }

    /// <summary>
    /// Eight neighbours at a time, whose sines and cosines follow from those of the first by a small turn: much less
    /// work than eight times four calls, and no less exact (the series end below 1e-18).
    /// </summary>
    /// <remarks>
    /// A method of its own, as are the other bodies of loops here: the runtime replaces a method that is called often by a
    /// better one, and counts wrongly what happens within one that is called once and takes long.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ToGeocentricEight(int i)
    {
        ref double longitudes = ref MemoryMarshal.GetArrayDataReference(Longitudes);
        ref double latitudes = ref MemoryMarshal.GetArrayDataReference(Latitudes);
        Vector512<double> eastwards = (Vector512.LoadUnsafe(ref longitudes, (nuint)i) - Vector512.Create(Longitudes[i])) * (Math.PI / 180);
        Vector512<double> northwards = (Vector512.LoadUnsafe(ref latitudes, (nuint)i) - Vector512.Create(Latitudes[i])) * (Math.PI / 180);
        if (Vector512.GreaterThanAny(Vector512.Abs(eastwards) + Vector512.Abs(northwards), Vector512.Create(SmallTurnRadians)))
        {
            ToGeocentricOneByOne(i, i + Vector512<double>.Count);
            return;
        }

        (Vector512<double> sinLon, Vector512<double> cosLon) = Turned(double.DegreesToRadians(Longitudes[i]), eastwards);
        (Vector512<double> sinLat, Vector512<double> cosLat) = Turned(double.DegreesToRadians(Latitudes[i]), northwards);
        Vector512<double> normal = Vector512.Create(Wgs84.SemiMajorAxisMetres)
            / Vector512.Sqrt(Vector512.Create(1.0) - (sinLat * sinLat * Wgs84.EccentricitySquared));
        Vector512<double> equatorial = normal * cosLat;
        (equatorial * cosLon).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(X), (nuint)i);
        (equatorial * sinLon).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Y), (nuint)i);
        (normal * (1 - Wgs84.EccentricitySquared) * sinLat).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Z), (nuint)i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Sine, Vector512<double> Cosine) Turned(double radians, Vector512<double> by)
    {
        (double sine, double cosine) = Math.SinCos(radians);
        Vector512<double> one = Vector512.Create(1.0), square = by * by;
        Vector512<double> sinBy = by * (one - (square * (1 / 6.0) * (one - (square * (1 / 20.0) * (one - (square * (1 / 42.0)))))));
        Vector512<double> cosBy = one - (square * 0.5 * (one - (square * (1 / 12.0) * (one - (square * (1 / 30.0))))));
        return ((cosBy * sine) + (sinBy * cosine), (cosBy * cosine) - (sinBy * sine));
    }

    private void ToGeocentricOneByOne(int from, int to)
    {
        for (int i = from; i < to; i++)
            (X[i], Y[i], Z[i]) = Ecef.Of(Point(i));
    }

    /// <summary>Fills in the chainages.</summary>
    /// <returns>False where an edge is too long; the chainages are then of no use yet.</returns>
    private bool Measure()
    {
        double[] chainages = Chainages;
        double chainage = 0;
        double longest = 0;
        for (int part = 0; part + 1 < PartStarts.Length; part++)
        {
            int first = PartStarts[part];
            int end = PartStarts[part + 1];
            chainages[first] = chainage;

            for (int i = first + 1; i < end; i += Vector512<double>.Count)
                chainage = AddEight(i, Math.Min(Vector512<double>.Count, end - i), chainage, ref longest);
        }

        return longest <= LongestEdgeMetres * LongestEdgeMetres;
    }

    // The lengths of eight edges at once, of which the first ends at a vertex; some of them may be behind the last vertex,
    // and have no meaning.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private double AddEight(int vertex, int edges, double chainage, ref double longest)
    {
        Span<double> squares = stackalloc double[Vector512<double>.Count], lengths = stackalloc double[Vector512<double>.Count];
        Vector512<double> dx = Steps(X, vertex), dy = Steps(Y, vertex), dz = Steps(Z, vertex);
        Vector512<double> square = (dx * dx) + (dy * dy) + (dz * dz);
        square.CopyTo(squares);
        (Vector512.Sqrt(square) * (Vector512.Create(1.0) + (square * Bend))).CopyTo(lengths);
        for (int i = 0; i < edges; i++)
        {
            longest = Math.Max(longest, squares[i]);
            chainage += lengths[i];
            Chainages[vertex + i] = chainage;
        }

        return chainage;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Steps(double[] of, int to)
    {
        ref double numbers = ref MemoryMarshal.GetArrayDataReference(of);
        return Vector512.LoadUnsafe(ref numbers, (nuint)to) - Vector512.LoadUnsafe(ref numbers, (nuint)(to - 1));
    }

    /// <summary>The same lines with every long edge divided into equal parts along its geodesic.</summary>
    private BorderVertices Densified()
    {
        var longitudes = new List<double>(Count * 2);
        var latitudes = new List<double>(Count * 2);
        var moved = new int[Count + 1];
        for (int i = 0; i < Count; i++)
        {
            if (i > 0 && !EndsPart(i - 1))
                Divide(i - 1, longitudes, latitudes);
            moved[i] = longitudes.Count;
            longitudes.Add(Longitudes[i]);
            latitudes.Add(Latitudes[i]);
        }

        moved[Count] = longitudes.Count;
        return new BorderVertices(
            [.. longitudes],
            [.. latitudes],
            Array.ConvertAll(LineStarts, vertex => moved[vertex]),
            Array.ConvertAll(PartStarts, vertex => moved[vertex]));
    }

    private void Divide(int edge, List<double> longitudes, List<double> latitudes)
    {
        if (Place(edge).DistanceMetresTo(Place(edge + 1)) <= LongestEdgeMetres)
            return;
        GeodesicLine line = Geodesic.Inverse(Point(edge), Point(edge + 1));

        // A little under the limit, so that rounding never asks for a second round.
        int pieces = (int)Math.Ceiling(line.DistanceMetres / (LongestEdgeMetres * (1 - 1e-9)));
        for (int i = 1; i < pieces; i++)
        {
            GeoPoint between = Geodesic.Direct(Point(edge), line.InitialAzimuthDegrees, line.DistanceMetres * i / pieces);
            longitudes.Add(between.LongitudeDegrees);
            latitudes.Add(between.LatitudeDegrees);
        }
    }
}
