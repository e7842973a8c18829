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
    private const int Four = 4;

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
        var reached = new ReachedStretches(stretches, _vertices.Chainages);
        var ball = new Ball(centre, chordMetres, _levels[0].InterestOf(centre, chordMetres));
        Descend(_levels.Length - 1, 0, in ball, ref reached);
        reached.Flush();
    }

    /// <summary>The point of an interval of chainage that is nearest in a straight line.</summary>
    /// <returns>Its chainage and the straight-line distance in metres; infinitely far where there is no border.</returns>
    internal (double ChainageMetres, double ChordMetres) Nearest(Ecef place, double fromMetres, double toMetres)
    {
        var best = new Best(fromMetres, toMetres);
        if (_levels.Length > 0)
            DescendToNearest(_levels.Length - 1, 0, new Ball(place, 0, _levels[0].InterestOf(place, 0)), ref best);
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
    private void Descend(int level, int sibling, in Ball ball, ref ReachedStretches reached)
    {
        (uint outside, uint inside) = _levels[level].Compare(sibling, in ball.Interest);
        uint left = ~outside & 0xFF;
        while (left != 0)
        {
            int place = BitOperations.TrailingZeroCount(left);
            if ((inside & (1u << place)) != 0)
            {
                int nodes = BitOperations.TrailingZeroCount(~(inside >> place));
                reached.AddWhole(EdgesOf(level, sibling + place).First, EdgesOf(level, sibling + place + nodes - 1).End);
                left &= ~(((1u << nodes) - 1) << place);
                continue;
            }

            int node = sibling + place;
            if (level == 0)
                Edges(node, in ball, ref reached);
            else
                Descend(level - 1, node << EightIsShift, in ball, ref reached);
            left &= left - 1;
        }
    }

    /// <summary>
    /// The parts of a leaf's edges within reach. Along an edge A + t(B − A) the squared distance to the centre is a
    /// quadratic in t. Whether a vertex is inside is asked once and believed by both of its edges, so that no sliver
    /// opens between them.
    /// </summary>
    private void Edges(int leaf, in Ball ball, ref ReachedStretches reached)
    {
        (int first, int end) = EdgesOf(0, leaf);
        (uint inside, uint dips) = Compare(first, in ball);
        (uint insideOfLater, uint dipsOfLater) = Compare(first + Four, in ball);
        dips |= dipsOfLater << Four;
        inside |= (insideOfLater & 0b1_1110) << Four;
        uint met = (inside | (inside >> 1) | dips) & ((1u << (end - first)) - 1);
        for (; met != 0; met &= met - 1)
        {
            int edge = BitOperations.TrailingZeroCount(met);
            bool fromInside = (inside & (1u << edge)) != 0, toInside = (inside & (2u << edge)) != 0;
            if (fromInside && toInside)
                reached.AddWhole(first + edge, first + edge + 1);
            else
                Cross(first + edge, fromInside, toInside, in ball, ref reached);
        }
    }

    /// <summary>
    /// Which of five neighbouring vertices lie within reach, and which of the four edges between them may dip into it
    /// though both of their ends lie outside, as bits.
    /// </summary>
    private (uint Inside, uint Dips) Compare(int vertex, in Ball ball)
    {
        ref double xs = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices.X), vertex);
        ref double ys = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices.Y), vertex);
        ref double zs = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_vertices.Z), vertex);
        Vector256<double> ax = Vector256.LoadUnsafe(ref xs) - Vector256.Create(ball.Centre.X);
        Vector256<double> ay = Vector256.LoadUnsafe(ref ys) - Vector256.Create(ball.Centre.Y);
        Vector256<double> az = Vector256.LoadUnsafe(ref zs) - Vector256.Create(ball.Centre.Z);
        Vector256<double> bx = Vector256.LoadUnsafe(ref xs, 1) - Vector256.Create(ball.Centre.X);
        Vector256<double> by = Vector256.LoadUnsafe(ref ys, 1) - Vector256.Create(ball.Centre.Y);
        Vector256<double> bz = Vector256.LoadUnsafe(ref zs, 1) - Vector256.Create(ball.Centre.Z);
        Vector256<double> square = Vector256.Create(ball.ReachMetres * ball.ReachMetres);
        Vector256<double> beyondA = (ax * ax) + (ay * ay) + (az * az) - square;
        Vector256<double> beyondB = (bx * bx) + (by * by) + (bz * bz) - square;
        Vector256<double> dx = bx - ax, dy = by - ay, dz = bz - az;
        Vector256<double> a = (dx * dx) + (dy * dy) + (dz * dz), b = (ax * dx) + (ay * dy) + (az * dz);

        // The point nearest to the centre lies within the edge, and within reach.
        Vector256<double> dips = Vector256.GreaterThan((b * b) - (a * beyondA), Vector256<double>.Zero)
            & Vector256.LessThan(b, Vector256<double>.Zero)
            & Vector256.GreaterThan(a + b, Vector256<double>.Zero);
        uint insideA = Vector256.LessThanOrEqual(beyondA, Vector256<double>.Zero).ExtractMostSignificantBits();
        uint insideB = Vector256.LessThanOrEqual(beyondB, Vector256<double>.Zero).ExtractMostSignificantBits();
        return (insideA | (insideB << 1), dips.ExtractMostSignificantBits());
    }

    /// <summary>The part within reach of an edge of which not both ends are.</summary>
    private void Cross(int edge, bool fromInside, bool toInside, in Ball ball, ref ReachedStretches reached)
    {
        double ax = _vertices.X[edge] - ball.Centre.X, ay = _vertices.Y[edge] - ball.Centre.Y, az = _vertices.Z[edge] - ball.Centre.Z;
        double dx = _vertices.X[edge + 1] - _vertices.X[edge], dy = _vertices.Y[edge + 1] - _vertices.Y[edge], dz = _vertices.Z[edge + 1] - _vertices.Z[edge];
        double beyond = (ax * ax) + (ay * ay) + (az * az) - (ball.ReachMetres * ball.ReachMetres);
        double a = (dx * dx) + (dy * dy) + (dz * dz), b = (ax * dx) + (ay * dy) + (az * dz);
        double root = Math.Sqrt(Math.Max(0, (b * b) - (a * beyond)));
        double enter = fromInside ? 0 : Math.Clamp((-b - root) / a, 0, 1);
        double leave = toInside ? 1 : Math.Clamp((-b + root) / a, 0, 1);
        if (!(enter < leave))
            return;
        double from = _vertices.Chainages[edge], length = _vertices.Chainages[edge + 1] - from;
        if (fromInside)
            reached.AddFromVertex(edge, from + (leave * length));
        else if (toInside)
            reached.AddToVertex(from + (enter * length), edge + 1);
        else
            reached.Add(from + (enter * length), from + (leave * length));
    }

    private void DescendToNearest(int level, int node, in Ball place, ref Best best)
    {
        (int first, int end) = EdgesOf(level, node);
        if (_vertices.Chainages[end] < best.FromMetres || _vertices.Chainages[first] > best.ToMetres)
            return;
        if (level == 0)
        {
            for (int edge = first; edge < end; edge++)
                NearestOnEdge(edge, place.Centre, ref best);
            return;
        }

        SphereLevel spheres = _levels[level - 1];
        int start = node << EightIsShift;
        int count = Math.Min(Eight, spheres.Count - start);
        Span<float> bounds = stackalloc float[Eight];
        spheres.LeastDistancesMetres(start, in place.Interest, bounds);

        // The nearest first, so that most of the others need not be looked at.
        for (int turn = 0; turn < count; turn++)
        {
            int nearest = 0;
            for (int i = 1; i < count; i++)
                nearest = bounds[i] < bounds[nearest] ? i : nearest;
            if (!(bounds[nearest] < best.ChordMetres))
                return;
            bounds[nearest] = float.PositiveInfinity;
            DescendToNearest(level - 1, start + nearest, in place, ref best);
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

    /// <summary>A sphere of interest.</summary>
    private readonly struct Ball(Ecef centre, double reachMetres, SphereLevel.Interest interest)
    {
        internal readonly SphereLevel.Interest Interest = interest;

        internal Ecef Centre => centre;

        internal double ReachMetres => reachMetres;
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
