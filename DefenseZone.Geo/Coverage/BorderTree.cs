using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A tree of bounding spheres over runs of consecutive border edges, in geocentric coordinates. A sphere of
/// interest skips a run that is wholly outside and takes a run that is wholly inside in one step; only where its
/// surface passes through a run are single edges looked at.
/// </summary>
/// <remarks>Immutable once built, and shared by all threads.</remarks>
internal sealed class BorderTree
{
    private const int EdgesPerLeaf = 8;
    private const int Fanout = 4;

    private readonly BorderVertices _vertices;
    private readonly Sphere[][] _levels;
    private readonly int _edges;

    internal BorderTree(BorderVertices vertices)
    {
        _vertices = vertices;
        _edges = Math.Max(0, vertices.Count - 1);
        var levels = new List<Sphere[]>();
        int count = (_edges + EdgesPerLeaf - 1) / EdgesPerLeaf;
        if (count > 0)
        {
            levels.Add(Leaves(count));
            while (levels[^1].Length > 1)
                levels.Add(Parents(levels[^1]));
        }

        _levels = [.. levels];
    }

    private readonly record struct Sphere(double X, double Y, double Z, double Radius);

    /// <summary>
    /// Appends the maximal intervals of chainage that lie within a straight-line distance of a place, in order.
    /// Tangent points, which have no length, are left out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Within(Ecef centre, double chordMetres, List<BorderStretch> stretches)
    {
        if (_levels.Length == 0)
            return;
        var run = new Run(stretches);
        Descend(_levels.Length - 1, 0, centre, chordMetres, ref run);
        run.Flush();
    }

    /// <summary>The point of an interval of chainage that is nearest in a straight line.</summary>
    /// <returns>Its chainage and the straight-line distance in metres; infinitely far where there is no border.</returns>
    internal (double ChainageMetres, double ChordMetres) Nearest(Ecef place, double fromMetres, double toMetres)
    {
        var best = new Best(fromMetres, toMetres);
        if (_levels.Length > 0)
            DescendToNearest(_levels.Length - 1, 0, place, ref best);
        else if (_vertices.Count > 0)
            best.Take(0, place.DistanceMetresTo(_vertices.Place(0)));
        return (best.ChainageMetres, best.ChordMetres);
    }

    private Sphere[] Leaves(int count)
    {
        var leaves = new Sphere[count];
        for (int leaf = 0; leaf < count; leaf++)
            leaves[leaf] = Around(leaf * EdgesPerLeaf, Math.Min(_edges, (leaf + 1) * EdgesPerLeaf));
        return leaves;
    }

    private Sphere Around(int first, int last)
    {
        double[] xs = _vertices.X, ys = _vertices.Y, zs = _vertices.Z;
        double minX = xs[first], maxX = minX, minY = ys[first], maxY = minY, minZ = zs[first], maxZ = minZ;
        for (int i = first + 1; i <= last; i++)
        {
            minX = Math.Min(minX, xs[i]);
            maxX = Math.Max(maxX, xs[i]);
            minY = Math.Min(minY, ys[i]);
            maxY = Math.Max(maxY, ys[i]);
            minZ = Math.Min(minZ, zs[i]);
            maxZ = Math.Max(maxZ, zs[i]);
        }

        double x = (minX + maxX) / 2, y = (minY + maxY) / 2, z = (minZ + maxZ) / 2, square = 0;
        for (int i = first; i <= last; i++)
        {
            double dx = xs[i] - x, dy = ys[i] - y, dz = zs[i] - z;
            square = Math.Max(square, (dx * dx) + (dy * dy) + (dz * dz));
        }

        return new Sphere(x, y, z, Math.Sqrt(square));
    }

    private static Sphere[] Parents(Sphere[] children)
    {
        var parents = new Sphere[(children.Length + Fanout - 1) / Fanout];
        for (int parent = 0; parent < parents.Length; parent++)
        {
            ReadOnlySpan<Sphere> group = children.AsSpan(parent * Fanout, Math.Min(Fanout, children.Length - (parent * Fanout)));
            double x = 0, y = 0, z = 0, radius = 0;
            foreach (ref readonly Sphere child in group)
            {
                x += child.X / group.Length;
                y += child.Y / group.Length;
                z += child.Z / group.Length;
            }

            var centre = new Ecef(x, y, z);
            foreach (ref readonly Sphere child in group)
                radius = Math.Max(radius, centre.DistanceMetresTo(new Ecef(child.X, child.Y, child.Z)) + child.Radius);
            parents[parent] = new Sphere(x, y, z, radius);
        }

        return parents;
    }

    /// <summary>The first edge of a node, and the edge after its last.</summary>
    private (int First, int End) EdgesOf(int level, int node)
    {
        int width = EdgesPerLeaf << (2 * level);
        int first = node * width;
        return (first, (int)Math.Min(_edges, (long)first + width));
    }

    private void Descend(int level, int node, Ecef centre, double reach, ref Run run)
    {
        ref readonly Sphere sphere = ref _levels[level][node];
        double dx = sphere.X - centre.X, dy = sphere.Y - centre.Y, dz = sphere.Z - centre.Z;
        double square = (dx * dx) + (dy * dy) + (dz * dz);
        double outer = reach + sphere.Radius;
        if (square > outer * outer)
            return;
        double inner = reach - sphere.Radius;
        (int first, int end) = EdgesOf(level, node);
        if (inner > 0 && square < inner * inner)
        {
            run.Add(_vertices.Chainages[first], _vertices.Chainages[end]);
        }
        else if (level == 0)
        {
            Edges(first, end, centre, reach, ref run);
        }
        else
        {
            int last = Math.Min(_levels[level - 1].Length, (node + 1) * Fanout);
            for (int child = node * Fanout; child < last; child++)
                Descend(level - 1, child, centre, reach, ref run);
        }
    }

    /// <summary>
    /// The parts of single edges within reach. Along an edge A + t(B − A) the squared distance to the centre is a
    /// quadratic in t. Whether a vertex is inside is asked once and believed by both of its edges, so that no sliver
    /// opens between them.
    /// </summary>
    private void Edges(int first, int end, Ecef centre, double reach, ref Run run)
    {
        ref double xs = ref MemoryMarshal.GetArrayDataReference(_vertices.X);
        ref double ys = ref MemoryMarshal.GetArrayDataReference(_vertices.Y);
        ref double zs = ref MemoryMarshal.GetArrayDataReference(_vertices.Z);
        ref double chainages = ref MemoryMarshal.GetArrayDataReference(_vertices.Chainages);
        double ax = Unsafe.Add(ref xs, first) - centre.X, ay = Unsafe.Add(ref ys, first) - centre.Y, az = Unsafe.Add(ref zs, first) - centre.Z;
        double beyond = (ax * ax) + (ay * ay) + (az * az) - (reach * reach);
        for (int edge = first; edge < end; edge++)
        {
            double bx = Unsafe.Add(ref xs, edge + 1) - centre.X, by = Unsafe.Add(ref ys, edge + 1) - centre.Y, bz = Unsafe.Add(ref zs, edge + 1) - centre.Z;
            double beyondNext = (bx * bx) + (by * by) + (bz * bz) - (reach * reach);
            double from = Unsafe.Add(ref chainages, edge), to = Unsafe.Add(ref chainages, edge + 1);
            if (beyond <= 0 && beyondNext <= 0)
            {
                run.Add(from, to);
            }
            else
            {
                double dx = bx - ax, dy = by - ay, dz = bz - az;
                double a = (dx * dx) + (dy * dy) + (dz * dz);
                double b = (ax * dx) + (ay * dy) + (az * dz);
                double discriminant = (b * b) - (a * beyond);
                if (discriminant > 0)
                {
                    double root = Math.Sqrt(discriminant);
                    double enter = beyond <= 0 ? 0 : (-b - root) / a;
                    double leave = beyondNext <= 0 ? 1 : (-b + root) / a;
                    if (enter < leave && enter < 1 && leave > 0)
                        run.Add(from + (Math.Clamp(enter, 0, 1) * (to - from)), from + (Math.Clamp(leave, 0, 1) * (to - from)));
                }
            }

            (ax, ay, az, beyond) = (bx, by, bz, beyondNext);
        }
    }

    private void DescendToNearest(int level, int node, Ecef place, ref Best best)
    {
        (int first, int end) = EdgesOf(level, node);
        if (_vertices.Chainages[end] < best.FromMetres || _vertices.Chainages[first] > best.ToMetres)
            return;
        if (level == 0)
        {
            for (int edge = first; edge < end; edge++)
                NearestOnEdge(edge, place, ref best);
            return;
        }

        Sphere[] spheres = _levels[level - 1];
        int start = node * Fanout;
        int count = Math.Min(Fanout, spheres.Length - start);
        Span<(double Bound, int Child)> order = stackalloc (double, int)[Fanout];
        for (int i = 0; i < count; i++)
        {
            Sphere sphere = spheres[start + i];
            order[i] = (place.DistanceMetresTo(new Ecef(sphere.X, sphere.Y, sphere.Z)) - sphere.Radius, start + i);
        }

        order = order[..count];
        order.Sort();
        foreach ((double bound, int child) in order)
        {
            if (bound < best.ChordMetres)
                DescendToNearest(level - 1, child, place, ref best);
        }
    }

    private void NearestOnEdge(int edge, Ecef place, ref Best best)
    {
        double from = _vertices.Chainages[edge], to = _vertices.Chainages[edge + 1];
        if (to < best.FromMetres || from > best.ToMetres)
            return;
        if (to <= from)
        {
            // No length: a doubled vertex, or the step from one part to the next, of which only the ends exist.
            best.Take(from, Math.Min(place.DistanceMetresTo(_vertices.Place(edge)), place.DistanceMetresTo(_vertices.Place(edge + 1))));
            return;
        }

        Ecef a = _vertices.Place(edge), b = _vertices.Place(edge + 1);
        double dx = b.X - a.X, dy = b.Y - a.Y, dz = b.Z - a.Z;
        double t = (((place.X - a.X) * dx) + ((place.Y - a.Y) * dy) + ((place.Z - a.Z) * dz)) / ((dx * dx) + (dy * dy) + (dz * dz));
        t = Math.Clamp(t, Math.Max(0, (best.FromMetres - from) / (to - from)), Math.Min(1, (best.ToMetres - from) / (to - from)));
        best.Take(from + (t * (to - from)), place.DistanceMetresTo(new Ecef(a.X + (t * dx), a.Y + (t * dy), a.Z + (t * dz))));
    }

    /// <summary>Joins intervals that follow one another, and drops what has no length.</summary>
    private ref struct Run(List<BorderStretch> stretches)
    {
        private double _from = double.NaN;
        private double _to = double.NaN;

        internal void Add(double from, double to)
        {
            if (from == _to)
            {
                _to = to;
                return;
            }

            Flush();
            _from = from;
            _to = to;
        }

        internal readonly void Flush()
        {
            if (_to > _from)
                stretches.Add(new BorderStretch(_from, _to));
        }
    }

    private struct Best(double fromMetres, double toMetres)
    {
        internal readonly double FromMetres => fromMetres;

        internal readonly double ToMetres => toMetres;

        internal double ChainageMetres { get; private set; } = double.NaN;

        internal double ChordMetres { get; private set; } = double.PositiveInfinity;

        internal void Take(double chainageMetres, double chordMetres)
        {
            if (chordMetres < ChordMetres)
                (ChainageMetres, ChordMetres) = (chainageMetres, chordMetres);
        }
    }
}
