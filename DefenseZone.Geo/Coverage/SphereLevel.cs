using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The bounding spheres of one level of a <see cref="BorderTree"/>, eight by eight: eight X, eight Y, eight Z and eight
/// radii in metres stand together, so that a look at eight reads 128 bytes.
/// </summary>
/// <remarks>
/// In single precision, as seen from a place in the middle of the border. What that loses is added to the radii and to
/// every distance that is compared: a sphere may be looked into for nothing, but never taken or left wrongly.
/// </remarks>
internal sealed class SphereLevel
{
    private const int Eight = 8;
    private const int FloatsOfEight = 4 * Eight;

    // No sphere of interest reaches the places that only fill up.
    private const float FarAwayMetres = 1e30f;

    // A rounding is at most 6e-8 of a number, and none is made of more than a few of them.
    private const double Rounding = 1e-6;

    private const int LeavesOfATurn = 2048;

    private readonly Ecef _middle;
    private readonly float[] _spheres;

    private SphereLevel(int count, Ecef middle)
    {
        Count = count;
        _middle = middle;
        _spheres = new float[(count + Eight - 1) / Eight * FloatsOfEight];
        for (int sphere = count; sphere < _spheres.Length / 4; sphere++)
            Numbers(sphere) = FarAwayMetres;
    }

    /// <summary>How many spheres there are.</summary>
    internal int Count { get; }

    /// <summary>A sphere around every eight edges.</summary>
    internal static SphereLevel AroundEdges(BorderVertices vertices, int edges)
    {
        var level = new SphereLevel((edges + 7) / 8, vertices.Place(vertices.Count / 2));
        SharedWork.Do(level.Count, LeavesOfATurn, leaf => level.Enclose(vertices, edges, leaf));
        return level;
    }

    /// <summary>A sphere around every eight spheres of the level below.</summary>
    internal static SphereLevel AroundNodes(SphereLevel below)
    {
        var level = new SphereLevel((below.Count + 7) / 8, below._middle);
        for (int node = 0; node < level.Count; node++)
        {
            int first = node * Eight, end = Math.Min(below.Count, first + Eight);
            double x = 0, y = 0, z = 0, radius = 0;
            for (int i = first; i < end; i++)
            {
                ref float child = ref below.Numbers(i);
                x += (double)child / (end - first);
                y += (double)Unsafe.Add(ref child, Eight) / (end - first);
                z += (double)Unsafe.Add(ref child, 2 * Eight) / (end - first);
            }

            for (int i = first; i < end; i++)
            {
                ref float child = ref below.Numbers(i);
                double square = Square(child - x, Unsafe.Add(ref child, Eight) - y, Unsafe.Add(ref child, 2 * Eight) - z);
                radius = Math.Max(radius, Math.Sqrt(square) + Unsafe.Add(ref child, 3 * Eight));
            }

            level.Set(node, x, y, z, radius);
        }

        return level;
    }

    /// <summary>A sphere of interest as seen from the middle of the border.</summary>
    /// <param name="centre">Its centre.</param>
    /// <param name="reachMetres">Its radius.</param>
    internal Interest InterestOf(Ecef centre, double reachMetres)
    {
        double x = centre.X - _middle.X, y = centre.Y - _middle.Y, z = centre.Z - _middle.Z;
        double loss = Rounding * (Math.Abs(x) + Math.Abs(y) + Math.Abs(z) + reachMetres);
        return new Interest((float)x, (float)y, (float)z, (float)(reachMetres + loss), (float)(reachMetres - loss));
    }

    /// <summary>
    /// Which of eight spheres, from a number that is a multiple of eight, lie wholly outside a sphere of interest and
    /// which wholly inside, as bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (uint Outside, uint Inside) Compare(int first, in Interest interest)
    {
        Vector256<float> square = Squares(first, in interest, out Vector256<float> radius);
        Vector256<float> outer = Vector256.Create(interest.OuterMetres) + radius;
        Vector256<float> inner = Vector256.Create(interest.InnerMetres) - radius;
        return (
            Vector256.GreaterThan(square, outer * outer).ExtractMostSignificantBits(),
            (Vector256.GreaterThan(inner, Vector256<float>.Zero) & Vector256.LessThan(square, inner * inner)).ExtractMostSignificantBits());
    }

    /// <summary>For each of eight spheres a distance than which no point of it is nearer, in metres.</summary>
    /// <param name="first">The first sphere, a multiple of eight.</param>
    /// <param name="interest">The place as seen from the middle, of no reach.</param>
    /// <param name="bounds">Where the eight are written.</param>
    internal void LeastDistancesMetres(int first, in Interest interest, Span<float> bounds)
    {
        Vector256<float> distance = Vector256.Sqrt(Squares(first, in interest, out Vector256<float> radius));
        ((distance * (float)(1 - Rounding)) - radius - Vector256.Create(interest.OuterMetres)).CopyTo(bounds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Squares(int first, in Interest interest, out Vector256<float> radius)
    {
        ref float numbers = ref Numbers(first);
        Vector256<float> dx = Vector256.LoadUnsafe(ref numbers) - Vector256.Create(interest.X);
        Vector256<float> dy = Vector256.LoadUnsafe(ref numbers, Eight) - Vector256.Create(interest.Y);
        Vector256<float> dz = Vector256.LoadUnsafe(ref numbers, 2 * Eight) - Vector256.Create(interest.Z);
        radius = Vector256.LoadUnsafe(ref numbers, 3 * Eight);
        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    private void Enclose(BorderVertices vertices, int edges, int leaf)
    {
        ref double xs = ref MemoryMarshal.GetArrayDataReference(vertices.X);
        ref double ys = ref MemoryMarshal.GetArrayDataReference(vertices.Y);
        ref double zs = ref MemoryMarshal.GetArrayDataReference(vertices.Z);
        int first = leaf * Eight, last = Math.Min(edges, first + Eight);
        double x = (Unsafe.Add(ref xs, first) + Unsafe.Add(ref xs, last)) / 2;
        double y = (Unsafe.Add(ref ys, first) + Unsafe.Add(ref ys, last)) / 2;
        double z = (Unsafe.Add(ref zs, first) + Unsafe.Add(ref zs, last)) / 2;
        double square = 0;
        for (int i = first; i <= last; i++)
            square = Math.Max(square, Square(Unsafe.Add(ref xs, i) - x, Unsafe.Add(ref ys, i) - y, Unsafe.Add(ref zs, i) - z));
        Set(leaf, x - _middle.X, y - _middle.Y, z - _middle.Z, Math.Sqrt(square));
    }

    private static double Square(double dx, double dy, double dz) => (dx * dx) + (dy * dy) + (dz * dz);

    private void Set(int sphere, double x, double y, double z, double radius)
    {
        ref float numbers = ref Numbers(sphere);
        numbers = (float)x;
        Unsafe.Add(ref numbers, Eight) = (float)y;
        Unsafe.Add(ref numbers, 2 * Eight) = (float)z;
        Unsafe.Add(ref numbers, 3 * Eight) = (float)(radius + (Rounding * (radius + Math.Abs(x) + Math.Abs(y) + Math.Abs(z))));
    }

    /// <summary>A sphere's X; its Y, Z and radius are each eight further.</summary>
    private ref float Numbers(int sphere) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_spheres), ((sphere / Eight) * FloatsOfEight) + (sphere % Eight));

    /// <summary>A sphere of interest, with a reach that is certainly no smaller and one that is certainly no larger.</summary>
    internal readonly record struct Interest(float X, float Y, float Z, float OuterMetres, float InnerMetres);
}
