using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Finds border that is drawn twice: parts of two edges that run in the same or the opposite direction (within 3°) no
/// farther apart than ends that touch (1 m). Both count as border, so that every length along them is too great.
/// </summary>
/// <remarks>
/// Runs of eight neighbouring edges are sorted along the axis on which the border is longest, and only edges of runs
/// whose boxes meet are compared. A run and the next that lead on in one direction cannot lie on one another, which
/// spares the comparison for almost all of a border.
/// </remarks>
internal sealed class BorderOverlaps
{
    private const int Eight = 8;
    private const int RunsOfATurn = 512;
    private const int Four = 4;
    private const double ParallelCosineSquared = 1 - (0.05 * 0.05);
    private const double LeastShare = 1e-6;
    private const double LeadsOnCosineSquared = 0.25;

    // A border drawn on one spot again and again would be compared with itself without end. What is found by then is enough.
    private const long MostComparisons = 400_000_000;
    private const int MostFound = 200_000;

    private readonly BorderVertices _vertices;
    private readonly int _edges;
    private readonly int _runs;
    private readonly double[][] _low = new double[3][];
    private readonly double[][] _high = new double[3][];
    private readonly List<Piece> _found = [];
    private long _comparisons;

    private BorderOverlaps(BorderVertices vertices)
    {
        _vertices = vertices;
        _edges = Math.Max(0, vertices.Count - 1);
        _runs = (_edges + Eight - 1) / Eight;
    }

    // A stretch of one edge, from chainage to chainage, that runs along another edge.
    private readonly record struct Piece(int Edge, int Other, double FromMetres, double ToMetres);

    /// <summary>All overlaps of a border, by segments, along it.</summary>
    internal static List<BorderOverlap> Of(BorderLine border)
    {
        var work = new BorderOverlaps(border.Vertices);
        work.Find();
        return work.BySegments(border);
    }

    private bool IsEnough => Interlocked.Read(ref _comparisons) > MostComparisons || _found.Count > MostFound;

    private void Find()
    {
        int axis = Enclose();
        double[] keys = [.. _low[axis]];
        int[] order = new int[_runs];
        for (int i = 0; i < _runs; i++)
            order[i] = i;
        Array.Sort(keys, order);
        SharedWork.Do(_runs, RunsOfATurn, at =>
        {
            int run = order[at];
            if (!LeadsOn(run))
            {
                Compare(run, run);
                if (run + 1 < _runs)
                    Compare(run, run + 1);
            }

            double end = _high[axis][run] + BorderChain.TouchMetres;
            for (int next = at + 1; next < _runs && keys[next] <= end; next++)
            {
                int other = order[next];
                if (Math.Abs(other - run) <= 1 || !Meet(run, other) || IsEnough)
                    continue;
                Interlocked.Add(ref _comparisons, Eight * Eight);
                Compare(Math.Min(run, other), Math.Max(run, other));
            }
        });
    }

    // The boxes of all runs. Gives the axis on which they are spread most.
    private int Enclose()
    {
        double[][] places = [_vertices.X, _vertices.Y, _vertices.Z];
        int widest = 0;
        double width = -1;
        for (int axis = 0; axis < places.Length; axis++)
        {
            double[] at = places[axis], low = _low[axis] = new double[_runs], high = _high[axis] = new double[_runs];
            double least = double.PositiveInfinity, most = double.NegativeInfinity;
            for (int run = 0; run < _runs; run++)
            {
                int first = run * Eight;
                double from = at[first], to = from;
                for (int i = first + 1; i <= Math.Min(first + Eight, _edges); i++)
                {
                    from = at[i] < from ? at[i] : from;
                    to = at[i] > to ? at[i] : to;
                }

                (low[run], high[run]) = (from, to);
                least = from < least ? from : least;
                most = to > most ? to : most;
            }

            if (most - least > width)
                (widest, width) = (axis, most - least);
        }

        return widest;
    }

    private bool Meet(int run, int other)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            if (_low[axis][run] > _high[axis][other] + BorderChain.TouchMetres || _low[axis][other] > _high[axis][run] + BorderChain.TouchMetres)
                return false;
        }

        return true;
    }

    // Whether all edges of a run and of the next lie within 60° of the way from its start to the next one's end.
    private bool LeadsOn(int run)
    {
        int first = run * Eight, end = Math.Min(_edges, first + (2 * Eight));
        double x = _vertices.X[end] - _vertices.X[first], y = _vertices.Y[end] - _vertices.Y[first], z = _vertices.Z[end] - _vertices.Z[first];
        double square = (x * x) + (y * y) + (z * z);
        for (int i = first; i < end; i++)
        {
            double dx = _vertices.X[i + 1] - _vertices.X[i], dy = _vertices.Y[i + 1] - _vertices.Y[i], dz = _vertices.Z[i + 1] - _vertices.Z[i];
            double along = (x * dx) + (y * dy) + (z * dz);
            if (along < 0 || along * along < LeadsOnCosineSquared * square * ((dx * dx) + (dy * dy) + (dz * dz)))
                return false;
        }

        return true;
    }

    private void Compare(int run, int later)
    {
        Span<double> steps = stackalloc double[Four * Eight];
        int laterFirst = later * Eight, laterCount = Math.Min(_edges, laterFirst + Eight) - laterFirst;
        for (int i = 0; i < laterCount; i++)
        {
            Ecef step = Step(laterFirst + i);
            (steps[Four * i], steps[(Four * i) + 1], steps[(Four * i) + 2], steps[(Four * i) + 3]) = (step.X, step.Y, step.Z, Dot(step, step) * ParallelCosineSquared);
        }

        int end = Math.Min(_edges, (run + 1) * Eight);
        for (int edge = run * Eight; edge < end; edge++)
        {
            Ecef along = Step(edge);
            double square = Dot(along, along);
            for (int i = Math.Max(0, edge + 1 - laterFirst); i < laterCount; i++)
            {
                // Most edges that are near one another run in different directions.
                double x = steps[Four * i], y = steps[(Four * i) + 1], z = steps[(Four * i) + 2];
                double cosine = (along.X * x) + (along.Y * y) + (along.Z * z);
                if (cosine * cosine >= square * steps[(Four * i) + 3])
                    Compare(edge, laterFirst + i, along, new Ecef(x, y, z), square, cosine);
            }
        }
    }

    private Ecef Step(int edge) => new(
        _vertices.X[edge + 1] - _vertices.X[edge], _vertices.Y[edge + 1] - _vertices.Y[edge], _vertices.Z[edge + 1] - _vertices.Z[edge]);

    private void Compare(int edge, int other, Ecef along, Ecef beside, double square, double cosine)
    {
        // The first edge is A + t(B − A); t where the ends of the other lie beside it.
        Ecef offset = new(_vertices.X[other] - _vertices.X[edge], _vertices.Y[other] - _vertices.Y[edge], _vertices.Z[other] - _vertices.Z[edge]);
        double start = Dot(offset, along) / square, stop = start + (cosine / square);
        double from = Math.Max(0, Math.Min(start, stop)), to = Math.Min(1, Math.Max(start, stop));
        if (!(to - from > LeastShare) || !IsDrawn(edge) || !IsDrawn(other))
            return;

        // From a place at t of the first edge to the one beside it on the other: w + t·v, of which the square may be 1 m² at most.
        double slope = square / cosine;
        Ecef v = new((slope * beside.X) - along.X, (slope * beside.Y) - along.Y, (slope * beside.Z) - along.Z);
        double atZero = -start * slope;
        Ecef w = new(offset.X + (atZero * beside.X), offset.Y + (atZero * beside.Y), offset.Z + (atZero * beside.Z));
        double a = Dot(v, v), b = Dot(v, w), c = Dot(w, w) - (BorderChain.TouchMetres * BorderChain.TouchMetres);
        if (a > 1e-12)
        {
            double root = (b * b) - (a * c);
            if (root < 0)
                return;
            from = Math.Max(from, (-b - Math.Sqrt(root)) / a);
            to = Math.Min(to, (-b + Math.Sqrt(root)) / a);
        }
        else if (c > 0)
        {
            return;
        }

        if (to - from > LeastShare)
            Take(edge, other, from, to);
    }

    // Neither a doubled vertex nor the step from one line to the next.
    private bool IsDrawn(int edge) => _vertices.Chainages[edge + 1] > _vertices.Chainages[edge] && Array.BinarySearch(_vertices.LineStarts, edge + 1) < 0;

    private void Take(int edge, int other, double from, double to)
    {
        double start = _vertices.Chainages[edge], length = _vertices.Chainages[edge + 1] - start;
        lock (_found)
            _found.Add(new Piece(edge, other, start + (from * length), start + (to * length)));
    }

    private List<BorderOverlap> BySegments(BorderLine border)
    {
        var pairs = new SortedDictionary<(int First, int Second), List<Piece>>();
        foreach (Piece piece in _found)
        {
            (int First, int Second) key = (LineOf(piece.Edge), LineOf(piece.Other));
            if (!pairs.TryGetValue(key, out List<Piece>? pieces))
                pairs.Add(key, pieces = []);
            pieces.Add(piece);
        }

        var overlaps = new List<BorderOverlap>(pairs.Count);
        foreach (((int first, int second), List<Piece> pieces) in pairs)
        {
            pieces.Sort(static (a, b) => a.FromMetres.CompareTo(b.FromMetres));
            double metres = 0, end = double.NegativeInfinity;
            foreach (Piece piece in pieces)
            {
                metres += Math.Max(0, piece.ToMetres - Math.Max(end, piece.FromMetres));
                end = Math.Max(end, piece.ToMetres);
            }

            overlaps.Add(new BorderOverlap(border.Segments[first].Segment, border.Segments[second].Segment, metres, border.PointAt(pieces[0].FromMetres)));
        }

        return overlaps;
    }

    // The line of a segment that an edge belongs to.
    private int LineOf(int edge)
    {
        int at = Array.BinarySearch(_vertices.LineStarts, edge);
        return at >= 0 ? at : ~at - 1;
    }

    private static double Dot(Ecef a, Ecef b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
}
