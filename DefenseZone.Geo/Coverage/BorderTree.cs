using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// A tree of bounding spheres over runs of consecutive border edges, in geocentric coordinates. A sphere of
/// interest skips a run that is wholly outside and takes a run that is wholly inside in one step; only where its
/// surface passes through a run are single edges looked at.
/// </summary>
/// <remarks>
/// Eight edges are a leaf and eight nodes have a parent, so that one vector instruction looks at eight of either.
/// Immutable once built, and shared by all threads.
/// </remarks>
internal sealed class BorderTree
{
    private const int Eight = 8;
    private const int EightIsShift = 3;

    private readonly BorderVertices _vertices;
    private readonly SphereLevel[] _levels;
    private readonly int _edges;

    internal BorderTree(BorderVertices vertices)
    {
        _vertices = vertices;
        _edges = Math.Max(0, vertices.Count - 1);
        var levels = new List<SphereLevel>();
        if (_edges > 0)
        {
            levels.Add(SphereLevel.AroundEdges(vertices, _edges));
            while (levels[^1].Count > 1)
                levels.Add(SphereLevel.AroundNodes(levels[^1]));
        }

        _levels = [.. levels];
    }

    /// <summary>
    /// Appends the maximal intervals of chainage that lie within a straight-line distance of a place, in order.
    /// Tangent points, which have no length, are left out.
    /// </summary>
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

    /// <summary>The first edge of a node, and the edge after its last.</summary>
    private (int First, int End) EdgesOf(int level, int node)
    {
        int shift = EightIsShift * (level + 1);
        return (node << shift, (int)Math.Min(_edges, (node + 1L) << shift));
    }

    /// <summary>Looks at up to eight siblings of a level at once, from one whose number is a multiple of eight.</summary>
    private void Descend(int level, int sibling, Ecef centre, double reach, ref Run run)
    {
        (uint outside, uint inside) = _levels[level].Compare(sibling, centre, reach);
        uint left = ~outside & 0xFF;
        while (left != 0)
        {
            int place = BitOperations.TrailingZeroCount(left);
            int node = sibling + place;
            (int first, int end) = EdgesOf(level, node);
            if ((inside & (1u << place)) != 0)
                run.Add(_vertices.Chainages[first], _vertices.Chainages[end]);
            else if (level == 0)
                Edges(first, end, centre, reach, ref run);
            else
                Descend(level - 1, node << EightIsShift, centre, reach, ref run);
            left &= left - 1;
        }
    }

    /// <summary>
    /// The parts of up to eight edges within reach. Along an edge A + t(B − A) the squared distance to the centre is a
    /// quadratic in t. Whether a vertex is inside is asked once and believed by both of its edges, so that no sliver
    /// opens between them.
    /// </summary>
    private void Edges(int first, int end, Ecef centre, double reach, ref Run run)
    {
        ref double xs = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices.X), first);
        ref double ys = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices.Y), first);
        ref double zs = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices.Z), first);
        ref double chainages = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices.Chainages), first);

        Vector512<double> ax = Vector512.LoadUnsafe(ref xs) - Vector512.Create(centre.X);
        Vector512<double> ay = Vector512.LoadUnsafe(ref ys) - Vector512.Create(centre.Y);
        Vector512<double> az = Vector512.LoadUnsafe(ref zs) - Vector512.Create(centre.Z);
        Vector512<double> bx = Vector512.LoadUnsafe(ref xs, 1) - Vector512.Create(centre.X);
        Vector512<double> by = Vector512.LoadUnsafe(ref ys, 1) - Vector512.Create(centre.Y);
        Vector512<double> bz = Vector512.LoadUnsafe(ref zs, 1) - Vector512.Create(centre.Z);
        Vector512<double> square = Vector512.Create(reach * reach);
        Vector512<double> beyondA = (ax * ax) + (ay * ay) + (az * az) - square;
        Vector512<double> beyondB = (bx * bx) + (by * by) + (bz * bz) - square;
        Vector512<double> dx = bx - ax, dy = by - ay, dz = bz - az;
        Vector512<double> a = (dx * dx) + (dy * dy) + (dz * dz);
        Vector512<double> b = (ax * dx) + (ay * dy) + (az * dz);
        Vector512<double> discriminant = (b * b) - (a * beyondA);

        uint valid = (1u << (end - first)) - 1;
        uint insideA = (uint)Vector512.LessThanOrEqual(beyondA, Vector512<double>.Zero).ExtractMostSignificantBits();
        uint insideB = (uint)Vector512.LessThanOrEqual(beyondB, Vector512<double>.Zero).ExtractMostSignificantBits();
        uint whole = insideA & insideB & valid;

        // Both ends outside, and the point nearest to the centre within the edge and within reach.
        uint dips = (uint)(Vector512.GreaterThan(discriminant, Vector512<double>.Zero)
            & Vector512.LessThan(b, Vector512<double>.Zero)
            & Vector512.GreaterThan(a + b, Vector512<double>.Zero)).ExtractMostSignificantBits();
        uint met = (insideA | insideB | dips) & valid;
        while (met != 0)
        {
            int edge = BitOperations.TrailingZeroCount(met);
            uint here = 1u << edge;
            double from = Unsafe.Add(ref chainages, edge);
            if ((whole & here) != 0)
            {
                int edges = BitOperations.TrailingZeroCount(~(whole >> edge));
                run.Add(from, Unsafe.Add(ref chainages, edge + edges));
                met &= ~(((1u << edges) - 1) << edge);
                continue;
            }

            double length = Unsafe.Add(ref chainages, edge + 1) - from;
            double root = Math.Sqrt(Math.Max(0, discriminant[edge]));
            double enter = (insideA & here) != 0 ? 0 : Math.Clamp((-b[edge] - root) / a[edge], 0, 1);
            double leave = (insideB & here) != 0 ? 1 : Math.Clamp((-b[edge] + root) / a[edge], 0, 1);
            if (enter < leave)
                run.Add(from + (enter * length), leave == 1 ? Unsafe.Add(ref chainages, edge + 1) : from + (leave * length));
            met &= ~here;
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

        SphereLevel spheres = _levels[level - 1];
        int start = node << EightIsShift;
        int count = Math.Min(Eight, spheres.Count - start);
        Span<double> bounds = stackalloc double[Eight];
        for (int i = 0; i < count; i++)
            bounds[i] = spheres.LeastDistanceMetres(start + i, place);

        // The nearest first, so that most of the others need not be looked at.
        for (int turn = 0; turn < count; turn++)
        {
            int nearest = 0;
            for (int i = 1; i < count; i++)
                nearest = bounds[i] < bounds[nearest] ? i : nearest;
            if (!(bounds[nearest] < best.ChordMetres))
                return;
            bounds[nearest] = double.PositiveInfinity;
            DescendToNearest(level - 1, start + nearest, place, ref best);
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
