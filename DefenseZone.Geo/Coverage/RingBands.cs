namespace DefenseZone.Geo.Coverage;

/// <summary>A zone's edges sorted into bands of latitude; an edge stands in every band that it reaches into.</summary>
internal sealed class RingBands
{
    private const int EdgesPerBand = 4;

    private readonly double _south;
    private readonly double _bandsPerDegree;
    private readonly int[] _starts;
    private readonly Edge[] _edges;

    internal RingBands(ZoneRings zone, int edges)
    {
        BoxGrid.Box box = zone.Box;
        int bands = (edges / EdgesPerBand) + 1;
        _south = box.South;
        _bandsPerDegree = box.North > box.South ? (bands - 1) / (box.North - box.South) : 0;

        // Counted and summed up to where each band ends, then filled from the back, which leaves where it starts.
        _starts = new int[bands + 1];
        foreach (double[] ring in zone.Rings)
        {
            for (int i = 3; i < ring.Length; i += 2)
            {
                (int first, int last) = BandsOf(ring[i - 2], ring[i]);
                for (int band = first; band <= last; band++)
                    _starts[band]++;
            }
        }

        int sum = 0;
        foreach (ref int band in _starts.AsSpan())
            band = sum += band;
        _edges = new Edge[sum];
        foreach (double[] ring in zone.Rings)
        {
            for (int i = 3; i < ring.Length; i += 2)
            {
                var edge = new Edge(ring[i - 3], ring[i - 2], ring[i - 1], ring[i]);
                (int first, int last) = BandsOf(edge.AY, edge.BY);
                for (int band = first; band <= last; band++)
                    _edges[--_starts[band]] = edge;
            }
        }
    }

    /// <summary>The edges that may meet a parallel that meets the zone's box.</summary>
    internal ReadOnlySpan<Edge> At(double y)
    {
        int band = Band(y);
        return _edges.AsSpan(_starts[band].._starts[band + 1]);
    }

    /// <summary>The edges that may reach between two parallels; some stand there several times.</summary>
    internal ReadOnlySpan<Edge> Between(double south, double north)
    {
        int last = _starts.Length - 2;
        int first = Math.Clamp(Band(south), 0, last), end = Math.Clamp(Band(north), 0, last) + 1;
        return _edges.AsSpan(_starts[first].._starts[end]);
    }

    private (int First, int Last) BandsOf(double ay, double by) => ay < by ? (Band(ay), Band(by)) : (Band(by), Band(ay));

    private int Band(double y) => (int)((y - _south) * _bandsPerDegree);

    /// <summary>A zone's edge, in degrees.</summary>
    internal readonly record struct Edge(double AX, double AY, double BX, double BY)
    {
        /// <summary>
        /// Whether a ray from a place to the east meets it. Always computed from the lower end, so that the zones on both
        /// sides of a shared edge agree.
        /// </summary>
        internal bool IsMetEastOf(double x, double y)
        {
            if (AY > y == BY > y)
                return false;
            return BY > AY
                ? x < AX + ((y - AY) * (BX - AX) / (BY - AY))
                : x < BX + ((y - BY) * (AX - BX) / (AY - BY));
        }
    }
}
