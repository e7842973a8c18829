using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>The lower envelope of a few cones along single edges of a border.</summary>
internal sealed class EnvelopeLeaf(BorderVertices border, AccessCone[] cones, double walkSecondsPerMetre, List<EnvelopePiece> pieces)
{
    private const double LeastMetres = 0.01;
    private const double FewMetres = 4;
    private const double TieSeconds = 1e-7;
    private const int Moving = int.MinValue;

    private readonly int[] _all = [.. Enumerable.Range(0, cones.Length)];
    private Ecef _p;
    private Ecef _q;
    private double _from;
    private double _to;

    /// <summary>The times of a cone at the ends and the middle of a stretch, and the place where it is left all along; none where that moves.</summary>
    private readonly record struct Trace(int Cone, double Start, double Middle, double End, int Place);

    /// <summary>Appends the pieces along an edge.</summary>
    internal void Solve(int edge)
    {
        (_p, _q) = (border.Place(edge), border.Place(edge + 1));
        (_from, _to) = (border.Chainages[edge], border.Chainages[edge + 1]);
        Solve(0, 1, _all);
    }

    private void Solve(double from, double to, ReadOnlySpan<int> candidates)
    {
        double metres = (to - from) * (_to - _from), middle = (from + to) / 2;
        Ecef at = On(middle);
        double best = double.PositiveInfinity;
        int first = -1;
        Span<double> seconds = candidates.Length <= 128 ? stackalloc double[candidates.Length] : new double[candidates.Length];
        for (int i = 0; i < seconds.Length; i++)
        {
            seconds[i] = cones[candidates[i]].Cone.SecondsAt(at);
            if (seconds[i] < best)
                (best, first) = (seconds[i], i);
        }

        // Along half the stretch two times come together by at most what one walks along all of it.
        double limit = best + (walkSecondsPerMetre * metres) + TieSeconds;
        int count = 0;
        foreach (double one in seconds)
            count += one <= limit ? 1 : 0;
        if (count == 1 || metres <= LeastMetres)
        {
            Emit(from, to, candidates[first]);
            return;
        }

        Span<Trace> traces = count <= 32 ? stackalloc Trace[count] : new Trace[count];
        int kept = 0;
        for (int i = 0; i < seconds.Length; i++)
        {
            if (seconds[i] <= limit)
                kept = Add(Traced(candidates[i], from, middle, to), traces, kept);
        }

        kept = Dominate(traces, kept);
        if (kept == 1)
        {
            Emit(from, to, traces[0].Cone);
            return;
        }

        if (kept == 2 && metres <= FewMetres)
        {
            Cross(from, to, traces[0], traces[1]);
            return;
        }

        Span<int> left = kept <= 64 ? stackalloc int[kept] : new int[kept];
        for (int i = 0; i < kept; i++)
            left[i] = traces[i].Cone;
        Solve(from, middle, left);
        Solve(middle, to, left);
    }

    /// <summary>Two are left on a few metres, where they change places once or not at all: the place is found by halving.</summary>
    private void Cross(double from, double to, in Trace one, in Trace other)
    {
        double before = one.Start - other.Start, after = one.End - other.End;
        if (before * after >= 0)
        {
            Emit(from, to, one.Middle <= other.Middle ? one.Cone : other.Cone);
            return;
        }

        int first = before < 0 ? one.Cone : other.Cone, second = before < 0 ? other.Cone : one.Cone;
        double low = from, high = to, step = LeastMetres / 10 / (_to - _from);
        while (high - low > step)
        {
            double middle = (low + high) / 2;
            Ecef at = On(middle);
            if (cones[first].Cone.SecondsAt(at) <= cones[second].Cone.SecondsAt(at))
                low = middle;
            else
                high = middle;
        }

        Emit(from, low, first);
        Emit(low, to, second);
    }

    private Ecef On(double t) => new(_p.X + (t * (_q.X - _p.X)), _p.Y + (t * (_q.Y - _p.Y)), _p.Z + (t * (_q.Z - _p.Z)));

    private Trace Traced(int index, double from, double middle, double to)
    {
        ref readonly AccessCone access = ref cones[index];
        double start = access.Cone.SecondsAt(On(from), out double startMetres);
        double mid = access.Cone.SecondsAt(On(middle), out double middleMetres);
        double end = access.Cone.SecondsAt(On(to), out double endMetres);
        int place = PlaceOf(access, startMetres);
        bool still = place != Moving && place == PlaceOf(access, middleMetres) && place == PlaceOf(access, endMetres);
        return new Trace(index, start, mid, end, still ? place : Moving);
    }

    private static int PlaceOf(in AccessCone access, double metres) =>
        metres == 0 ? access.StartPlace : metres == access.Cone.LengthMetres ? access.EndPlace : Moving;

    // Of two that cannot be told apart one is enough.
    private static int Add(in Trace trace, Span<Trace> traces, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ref Trace other = ref traces[i];
            bool samePlace = trace.Place != Moving && trace.Place == other.Place;
            if (!samePlace && !(NoWorse(trace, other) && NoWorse(other, trace)))
                continue;
            if (trace.Middle < other.Middle)
                other = trace;
            return count;
        }

        traces[count] = trace;
        return count + 1;
    }

    /// <summary>A cone that is left at one place all along is no better than another that begins or ends there.</summary>
    private int Dominate(Span<Trace> traces, int count)
    {
        for (int i = count - 1; i >= 0 && count > 1; i--)
        {
            if (traces[i].Place == Moving)
                continue;
            for (int j = 0; j < count; j++)
            {
                ref readonly Trace other = ref traces[j];
                if (other.Place != Moving || !NoWorse(other, traces[i]))
                    continue;
                ref readonly AccessCone access = ref cones[other.Cone];
                if (access.StartPlace != traces[i].Place && access.EndPlace != traces[i].Place)
                    continue;
                traces[i] = traces[--count];
                break;
            }
        }

        return count;
    }

    private static bool NoWorse(in Trace left, in Trace right) =>
        left.Start <= right.Start + TieSeconds && left.Middle <= right.Middle + TieSeconds && left.End <= right.End + TieSeconds;

    private void Emit(double from, double to, int cone)
    {
        if (!(from < to))
            return;
        ref readonly AccessCone access = ref cones[cone];
        double begin = _from + (from * (_to - _from)), end = to == 1 ? _to : _from + (to * (_to - _from));
        EnvelopePiece last = pieces.Count > 0 ? pieces[^1] : default;
        if (pieces.Count > 0 && last.ToMetres == begin && last.Access.Facility == access.Facility && last.Access.Edge == access.Edge
            && last.Access.FromMetres == access.FromMetres && last.Access.ToMetres == access.ToMetres)
        {
            pieces[^1] = last with { ToMetres = end };
        }
        else
        {
            pieces.Add(new EnvelopePiece(begin, end, access));
        }
    }
}
