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

    // Behind the last vertex stand as many zeros as one vector instruction may read beyond it.
    private const int Beyond = 8;

    private BorderVertices(double[] longitudes, double[] latitudes, int[] lineStarts, int[] partStarts)
    {
        Longitudes = longitudes;
        Latitudes = latitudes;
        LineStarts = lineStarts;
        PartStarts = partStarts;
        int count = longitudes.Length;
        X = new double[count + Beyond];
        Y = new double[count + Beyond];
        Z = new double[count + Beyond];
        Chainages = new double[count];
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount, count / VerticesWorthAThread));
        if (blocks == 1)
            ToGeocentric(0, count);
        else
            Parallel.For(0, blocks, block => ToGeocentric((int)((long)count * block / blocks), (int)((long)count * (block + 1) / blocks)));
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

    internal Ecef Place(int vertex) => new(X[vertex], Y[vertex], Z[vertex]);

    internal GeoPoint Point(int vertex) => new(Longitudes[vertex], Latitudes[vertex]);

    /// <summary>True where a part ends at this vertex and another begins at the next.</summary>
    internal bool EndsPart(int vertex) => Array.BinarySearch(PartStarts, vertex + 1) >= 0;

    private void ToGeocentric(int from, int to)
    {
        // A short border is not worth compiling the vector code for, which the command line would run only once.
        int done = to - from >= VerticesWorthAThread ? ToGeocentricByEights(from, to) : from;
        for (int i = done; i < to; i++)
            (X[i], Y[i], Z[i]) = Ecef.Of(Point(i));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ToGeocentricByEights(int from, int to)
    {
        const double radiansPerDegree = Math.PI / 180;
        ref double longitudes = ref MemoryMarshal.GetArrayDataReference(Longitudes);
        ref double latitudes = ref MemoryMarshal.GetArrayDataReference(Latitudes);
        ref double x = ref MemoryMarshal.GetArrayDataReference(X);
        ref double y = ref MemoryMarshal.GetArrayDataReference(Y);
        ref double z = ref MemoryMarshal.GetArrayDataReference(Z);
        int i = from;
        for (; i <= to - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            (Vector512<double> sinLon, Vector512<double> cosLon) = Vector512.SinCos(Vector512.LoadUnsafe(ref longitudes, (nuint)i) * radiansPerDegree);
            (Vector512<double> sinLat, Vector512<double> cosLat) = Vector512.SinCos(Vector512.LoadUnsafe(ref latitudes, (nuint)i) * radiansPerDegree);
            Vector512<double> normal = Vector512.Create(Wgs84.SemiMajorAxisMetres)
                / Vector512.Sqrt(Vector512.Create(1.0) - (sinLat * sinLat * Wgs84.EccentricitySquared));
            Vector512<double> equatorial = normal * cosLat;
            (equatorial * cosLon).StoreUnsafe(ref x, (nuint)i);
            (equatorial * sinLon).StoreUnsafe(ref y, (nuint)i);
            (normal * (1 - Wgs84.EccentricitySquared) * sinLat).StoreUnsafe(ref z, (nuint)i);
        }

        return i;
    }

    /// <summary>Fills in the chainages.</summary>
    /// <returns>False where an edge is too long; the chainages are then of no use yet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Measure()
    {
        double[] x = X, y = Y, z = Z, chainages = Chainages;
        double chainage = 0;
        double longest = 0;
        for (int part = 0; part + 1 < PartStarts.Length; part++)
        {
            int first = PartStarts[part];
            int end = PartStarts[part + 1];
            chainages[first] = chainage;

            // Within an edge the chord is shorter than the arc by a relative c²/24R², at most 1e-9: one radius of
            // curvature for the whole border leaves less than 1e-11 of that.
            const double radius = Wgs84.SemiMajorAxisMetres;
            const double bend = 1 / (24 * radius * radius);
            for (int i = first + 1; i < end; i++)
            {
                double dx = x[i] - x[i - 1], dy = y[i] - y[i - 1], dz = z[i] - z[i - 1];
                double square = (dx * dx) + (dy * dy) + (dz * dz);
                longest = Math.Max(longest, square);
                chainage += Math.Sqrt(square) * (1 + (square * bend));
                chainages[i] = chainage;
            }
        }

        return longest <= LongestEdgeMetres * LongestEdgeMetres;
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
