using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>The bounding spheres of one level of a <see cref="BorderTree"/>, as parallel arrays that are filled up to a multiple of eight.</summary>
internal sealed class SphereLevel
{
    // No sphere of interest reaches the places that only fill up.
    private const double FarAwayMetres = 1e30;

    private const int LeavesOfATurn = 2048;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;
    private readonly double[] _radii;

    private SphereLevel(int count)
    {
        Count = count;
        int filled = (count + 7) & ~7;
        _x = new double[filled];
        _y = new double[filled];
        _z = new double[filled];
        _radii = new double[filled];
        _x.AsSpan(count).Fill(FarAwayMetres);
    }

    /// <summary>How many spheres there are.</summary>
    internal int Count { get; }

    /// <summary>A sphere around every eight edges.</summary>
    internal static SphereLevel AroundEdges(BorderVertices vertices, int edges)
    {
        var level = new SphereLevel((edges + 7) / 8);
        SharedWork.Do(level.Count, LeavesOfATurn, leaf => level.Enclose(vertices, edges, leaf));
        return level;
    }

    private void Enclose(BorderVertices vertices, int edges, int leaf)
    {
        ref double xs = ref MemoryMarshal.GetArrayDataReference(vertices.X);
        ref double ys = ref MemoryMarshal.GetArrayDataReference(vertices.Y);
        ref double zs = ref MemoryMarshal.GetArrayDataReference(vertices.Z);
        int first = leaf * 8, last = Math.Min(edges, first + 8);
        double x = (Unsafe.Add(ref xs, first) + Unsafe.Add(ref xs, last)) / 2;
        double y = (Unsafe.Add(ref ys, first) + Unsafe.Add(ref ys, last)) / 2;
        double z = (Unsafe.Add(ref zs, first) + Unsafe.Add(ref zs, last)) / 2;
        double square = SquareTo(Unsafe.Add(ref xs, last), Unsafe.Add(ref ys, last), Unsafe.Add(ref zs, last), x, y, z);
        if (last == first + 8)
        {
            Vector512<double> dx = Vector512.LoadUnsafe(ref xs, (nuint)first) - Vector512.Create(x);
            Vector512<double> dy = Vector512.LoadUnsafe(ref ys, (nuint)first) - Vector512.Create(y);
            Vector512<double> dz = Vector512.LoadUnsafe(ref zs, (nuint)first) - Vector512.Create(z);
            square = Math.Max(square, Largest((dx * dx) + (dy * dy) + (dz * dz)));
        }
        else
        {
            for (int i = first; i < last; i++)
                square = Math.Max(square, SquareTo(Unsafe.Add(ref xs, i), Unsafe.Add(ref ys, i), Unsafe.Add(ref zs, i), x, y, z));
        }

        Set(leaf, x, y, z, Math.Sqrt(square));
    }

    /// <summary>A sphere around every eight spheres of the level below.</summary>
    internal static SphereLevel AroundNodes(SphereLevel below)
    {
        var level = new SphereLevel((below.Count + 7) / 8);
        for (int node = 0; node < level.Count; node++)
        {
            int first = node * 8, end = Math.Min(below.Count, first + 8);
            double x = 0, y = 0, z = 0, radius = 0;
            for (int i = first; i < end; i++)
            {
                x += below._x[i] / (end - first);
                y += below._y[i] / (end - first);
                z += below._z[i] / (end - first);
            }

            for (int i = first; i < end; i++)
                radius = Math.Max(radius, Math.Sqrt(SquareTo(below._x[i], below._y[i], below._z[i], x, y, z)) + below._radii[i]);
            level.Set(node, x, y, z, radius);
        }

        return level;
    }

    /// <summary>
    /// Which of eight spheres, from a number that is a multiple of eight, lie wholly outside a sphere of interest and
    /// which wholly inside, as bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (uint Outside, uint Inside) Compare(int first, Ecef centre, double reach)
    {
        Vector512<double> dx = Load(_x, first) - Vector512.Create(centre.X);
        Vector512<double> dy = Load(_y, first) - Vector512.Create(centre.Y);
        Vector512<double> dz = Load(_z, first) - Vector512.Create(centre.Z);
        Vector512<double> radius = Load(_radii, first);
        Vector512<double> square = (dx * dx) + (dy * dy) + (dz * dz);
        Vector512<double> outer = Vector512.Create(reach) + radius;
        Vector512<double> inner = Vector512.Create(reach) - radius;
        return (
            (uint)Vector512.GreaterThan(square, outer * outer).ExtractMostSignificantBits(),
            (uint)(Vector512.GreaterThan(inner, Vector512<double>.Zero) & Vector512.LessThan(square, inner * inner)).ExtractMostSignificantBits());
    }

    /// <summary>No point of a sphere is nearer to a place than this.</summary>
    internal double LeastDistanceMetres(int sphere, Ecef place) =>
        place.DistanceMetresTo(new Ecef(_x[sphere], _y[sphere], _z[sphere])) - _radii[sphere];

    private static Vector512<double> Load(double[] from, int first) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)first);

    private static double SquareTo(double ax, double ay, double az, double bx, double by, double bz)
    {
        double dx = ax - bx, dy = ay - by, dz = az - bz;
        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    private static double Largest(Vector512<double> values)
    {
        Vector256<double> four = Vector256.Max(values.GetLower(), values.GetUpper());
        Vector128<double> two = Vector128.Max(four.GetLower(), four.GetUpper());
        return Math.Max(two.ToScalar(), two[1]);
    }

    private void Set(int sphere, double x, double y, double z, double radius)
    {
        (_x[sphere], _y[sphere], _z[sphere], _radii[sphere]) = (x, y, z, radius);
    }
}
