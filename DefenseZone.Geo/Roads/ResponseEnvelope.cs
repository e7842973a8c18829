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

    private readonly BorderVertices _border;
    private readonly AccessSet _accesses;
    private readonly double _walk;

    private ResponseEnvelope(BorderLine border, AccessSet accesses)
    {
        _border = border.Vertices;
        _accesses = accesses;
        _walk = accesses.WalkSecondsPerMetre;
    }

    private readonly record struct Range(int First, int End, int[] Accesses);

    /// <summary>The pieces along the border, in order; none where nothing reaches it at all.</summary>
    internal static List<EnvelopePiece> Of(BorderLine border, AccessSet accesses, CancellationToken cancellationToken)
    {
        var envelope = new ResponseEnvelope(border, accesses);
        int[] all = [.. Enumerable.Range(0, accesses.Count)];
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
        var leaf = new EnvelopeLeaf(_border, [.. cones], _walk, pieces);
        for (int edge = range.First; edge < range.End; edge++)
        {
            if (_border.Chainages[edge + 1] > _border.Chainages[edge])
                leaf.Solve(edge);
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
            (double metres, double radius) = _accesses.Ball(access, centre);
            least[i] = _accesses.Seconds[access] + (_walk * Math.Max(0, metres - radius));
            if (least[i] < best)
                best = Math.Min(best, _accesses.SomeSecondsTo(access, centre));
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
}
