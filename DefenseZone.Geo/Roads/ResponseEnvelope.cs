using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A stretch of border along which one cone has the least time.</summary>
internal readonly record struct EnvelopePiece(double FromMetres, double ToMetres, AccessCone Access);

/// <summary>
/// The lower envelope of cones along a border: for every place the least time and the way by which one comes there. A time
/// changes along the border by at most the time of walking, so that on a stretch of half-length r only what is within
/// 2cr of the best at its middle can be best anywhere on it; stretches are halved until one cone is left, or their length
/// is below a centimetre.
/// </summary>
internal sealed class ResponseEnvelope
{
    private const int EdgesOfALeaf = 8;
    private const int RangesWorthThreads = 64;
    private const double LeastMetres = 0.01;
    private const double TieSeconds = 1e-7;

    private readonly BorderVertices _border;
    private readonly AccessCones _accesses;
    private readonly double _walk;
    private readonly double[] _seconds;
    private readonly Ecef[] _centres;
    private readonly double[] _radii;

    private ResponseEnvelope(BorderLine border, AccessCones accesses)
    {
        _border = border.Vertices;
        _accesses = accesses;
        _walk = accesses.WalkSecondsPerMetre;
        _seconds = new double[accesses.Count];
        _centres = new Ecef[accesses.Count];
        _radii = new double[accesses.Count];
        Parallel.For(0, accesses.Count, i => (_seconds[i], _centres[i], _radii[i]) = accesses.Bound(i));
    }

    private readonly record struct Range(int First, int End, int[] Accesses);

    /// <summary>The pieces along the border, in order; none where nothing reaches it at all.</summary>
    internal static List<EnvelopePiece> Of(BorderLine border, AccessCones accesses, CancellationToken cancellationToken)
    {
        var envelope = new ResponseEnvelope(border, accesses);
        int[] all = [.. Enumerable.Range(0, accesses.Count).Where(i => double.IsFinite(envelope._seconds[i]))];
        if (all.Length == 0)
            return [];
        var ranges = new List<Range>();
        int[] parts = envelope._border.PartStarts;
        for (int part = 0; part + 1 < parts.Length; part++)
        {
            if (parts[part + 1] - parts[part] > 1)
                ranges.Add(new Range(parts[part], parts[part + 1] - 1, all));
        }

        // Halved until there is work for all threads.
        while (ranges.Count < RangesWorthThreads && ranges.Exists(range => range.End - range.First > EdgesOfALeaf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ranges = [.. ranges.AsParallel().AsOrdered().SelectMany(envelope.Halved)];
        }

        var found = new List<EnvelopePiece>[ranges.Count];
        Parallel.For(0, ranges.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            found[i] = [];
            envelope.Descend(ranges[i], found[i]);
        });
        return [.. found.SelectMany(pieces => pieces)];
    }

    private IEnumerable<Range> Halved(Range range)
    {
        int[] kept = Kept(range);
        if (range.End - range.First <= EdgesOfALeaf)
            return [range with { Accesses = kept }];
        int middle = (range.First + range.End) >>> 1;
        return [new Range(range.First, middle, kept), new Range(middle, range.End, kept)];
    }

    private void Descend(Range range, List<EnvelopePiece> pieces)
    {
        int[] kept = Kept(range);
        if (range.End - range.First > EdgesOfALeaf)
        {
            int middle = (range.First + range.End) >>> 1;
            Descend(new Range(range.First, middle, kept), pieces);
            Descend(new Range(middle, range.End, kept), pieces);
            return;
        }

        var cones = new List<AccessCone>();
        foreach (int access in kept)
            _accesses.Expand(access, cones);
        for (int edge = range.First; edge < range.End; edge++)
        {
            if (_border.Chainages[edge + 1] > _border.Chainages[edge])
                new BorderEdge(_border, edge, _walk, pieces).Solve(cones);
        }
    }

    /// <summary>The accesses that may be best somewhere on a range.</summary>
    private int[] Kept(Range range)
    {
        int middle = (range.First + range.End) >>> 1;
        Ecef centre = _border.Place(middle);
        double half = Math.Max(
            _border.Chainages[range.End] - _border.Chainages[middle], _border.Chainages[middle] - _border.Chainages[range.First]);
        double best = double.PositiveInfinity;
        var least = new double[range.Accesses.Length];
        for (int i = 0; i < least.Length; i++)
        {
            int access = range.Accesses[i];
            double distance = centre.DistanceMetresTo(_centres[access]);
            best = Math.Min(best, _seconds[access] + (_walk * (distance + _radii[access])));
            least[i] = _seconds[access] + (_walk * Math.Max(0, distance - _radii[access]));
        }

        double limit = best + (2 * _walk * half);
        int count = 0;
        foreach (double seconds in least)
            count += seconds <= limit ? 1 : 0;
        var kept = new int[count];
        count = 0;
        for (int i = 0; i < least.Length; i++)
        {
            if (least[i] <= limit)
                kept[count++] = range.Accesses[i];
        }

        return kept;
    }

    /// <summary>The envelope along one edge of the border.</summary>
    private readonly struct BorderEdge(BorderVertices border, int edge, double walk, List<EnvelopePiece> pieces)
    {
        private readonly Ecef _p = border.Place(edge);
        private readonly Ecef _q = border.Place(edge + 1);
        private readonly double _from = border.Chainages[edge];
        private readonly double _length = border.Chainages[edge + 1] - border.Chainages[edge];

        /// <summary>Where a cone leaves its road at the two ends and the middle of a stretch, and the times there.</summary>
        private readonly record struct Trace(AccessCone Access, double Start, double Middle, double End, int Place);

        internal void Solve(List<AccessCone> cones) => Solve(0, 1, cones);

        private void Solve(double from, double to, List<AccessCone> cones)
        {
            double metres = (to - from) * _length, middle = (from + to) / 2;
            Ecef at = On(middle);
            double best = double.PositiveInfinity;
            var seconds = new double[cones.Count];
            for (int i = 0; i < seconds.Length; i++)
                best = Math.Min(best, seconds[i] = cones[i].Cone.SecondsAt(at));
            var traces = new List<Trace>();
            for (int i = 0; i < seconds.Length; i++)
            {
                if (seconds[i] <= best + (walk * metres) + TieSeconds)
                    Add(Traced(cones[i], from, middle, to), traces);
            }

            Dominate(traces);
            if (traces.Count == 1)
            {
                Emit(from, to, traces[0].Access);
            }
            else if (metres <= LeastMetres)
            {
                Emit(from, to, traces.MinBy(trace => trace.Middle).Access);
            }
            else
            {
                List<AccessCone> left = [.. traces.Select(trace => trace.Access)];
                Solve(from, middle, left);
                Solve(middle, to, left);
            }
        }

        private Ecef On(double t) => new(_p.X + (t * (_q.X - _p.X)), _p.Y + (t * (_q.Y - _p.Y)), _p.Z + (t * (_q.Z - _p.Z)));

        private Trace Traced(AccessCone access, double from, double middle, double to)
        {
            double start = access.Cone.SecondsAt(On(from), out double startMetres);
            double mid = access.Cone.SecondsAt(On(middle), out double middleMetres);
            double end = access.Cone.SecondsAt(On(to), out double endMetres);
            int place = PlaceOf(access, startMetres);
            bool still = place != int.MinValue && place == PlaceOf(access, middleMetres) && place == PlaceOf(access, endMetres);
            return new Trace(access, start, mid, end, still ? place : int.MinValue);
        }

        private static int PlaceOf(in AccessCone access, double metres) =>
            metres == 0 ? access.StartPlace : metres == access.Cone.LengthMetres ? access.EndPlace : int.MinValue;

        // Of two that cannot be told apart one is enough.
        private static void Add(Trace trace, List<Trace> traces)
        {
            for (int i = 0; i < traces.Count; i++)
            {
                Trace other = traces[i];
                bool samePlace = trace.Place != int.MinValue && trace.Place == other.Place;
                bool tie = Math.Abs(trace.Start - other.Start) <= TieSeconds && Math.Abs(trace.Middle - other.Middle) <= TieSeconds && Math.Abs(trace.End - other.End) <= TieSeconds;
                if (!samePlace && !tie)
                    continue;
                if (trace.Middle < other.Middle)
                    traces[i] = trace;
                return;
            }

            traces.Add(trace);
        }

        /// <summary>A cone that is left at one place all along is no better than another that begins or ends there.</summary>
        private static void Dominate(List<Trace> traces)
        {
            for (int i = traces.Count - 1; i >= 0 && traces.Count > 1; i--)
            {
                Trace still = traces[i];
                if (still.Place == int.MinValue)
                    continue;
                foreach (Trace other in traces)
                {
                    if (other.Place == int.MinValue && (other.Access.StartPlace == still.Place || other.Access.EndPlace == still.Place)
                        && other.Middle <= still.Middle + TieSeconds && other.Start <= still.Start + TieSeconds && other.End <= still.End + TieSeconds)
                    {
                        traces.RemoveAt(i);
                        break;
                    }
                }
            }
        }

        private void Emit(double from, double to, AccessCone access)
        {
            double begin = _from + (from * _length), end = to == 1 ? border.Chainages[edge + 1] : _from + (to * _length);
            EnvelopePiece last = pieces.Count > 0 ? pieces[^1] : default;
            if (pieces.Count > 0 && last.ToMetres == begin && last.Access.Source == access.Source && last.Access.Edge == access.Edge
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
}
