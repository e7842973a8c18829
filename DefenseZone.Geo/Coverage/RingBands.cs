namespace DefenseZone.Geo.Coverage;

/// <summary>
/// One zone's edges sorted into bands of latitude, so that asking whether it holds a place looks only at the edges
/// of one band; a zone of few edges is one band. A place on an edge shared by two zones is held by exactly one of
/// them.
/// </summary>
internal sealed class RingBands
{
    private const int EdgesWorthSorting = 128;
    private const int EdgesPerBand = 4;

    private readonly double _bandsPerDegree;
    private readonly int[] _starts;
    private readonly ReadOnlyMemory<ZoneLevelIndex.Edge> _edges;

    internal RingBands(ReadOnlyMemory<ZoneLevelIndex.Edge> memory)
    {
        ReadOnlySpan<ZoneLevelIndex.Edge> edges = memory.Span;
        double west = double.PositiveInfinity, south = west, east = double.NegativeInfinity, north = east;
        foreach (ref readonly ZoneLevelIndex.Edge edge in edges)
        {
            west = Math.Min(west, Math.Min(edge.AX, edge.BX));
            east = Math.Max(east, Math.Max(edge.AX, edge.BX));
            south = Math.Min(south, Math.Min(edge.AY, edge.BY));
            north = Math.Max(north, Math.Max(edge.AY, edge.BY));
        }

        Box = edges.IsEmpty ? default : new BoxGrid.Box(west, south, east, north);
        if (edges.Length < EdgesWorthSorting)
        {
            _starts = [0, edges.Length];
            _edges = memory;
            return;
        }

        int bands = (edges.Length / EdgesPerBand) + 1;
        _bandsPerDegree = north > south ? (bands - 1) / (north - south) : 0;
        _starts = new int[bands + 1];
        foreach (ref readonly ZoneLevelIndex.Edge edge in edges)
        {
            (int first, int last) = BandsOf(in edge);
            for (int band = first; band <= last; band++)
                _starts[band + 1]++;
        }

        for (int i = 1; i <= bands; i++)
            _starts[i] += _starts[i - 1];
        var sorted = new ZoneLevelIndex.Edge[_starts[^1]];
        int[] next = _starts[..bands];
        foreach (ref readonly ZoneLevelIndex.Edge edge in edges)
        {
            (int first, int last) = BandsOf(in edge);
            for (int band = first; band <= last; band++)
                sorted[next[band]++] = edge;
        }

        _edges = sorted;
    }

    internal BoxGrid.Box Box { get; }

    /// <summary>Whether a place lies inside, by the even-odd rule: how often a ray to the east meets the rings.</summary>
    internal bool Holds(double x, double y)
    {
        if (_edges.Length == 0 || y < Box.South || y > Box.North || x < Box.West || x > Box.East)
            return false;
        int band = Band(y);
        bool inside = false;
        foreach (ref readonly ZoneLevelIndex.Edge edge in _edges.Span[_starts[band].._starts[band + 1]])
        {
            if (edge.AY > y == edge.BY > y)
                continue;

            // Always computed from the lower end, so that the zones on both sides of a shared edge agree.
            bool upwards = edge.BY > edge.AY;
            double lowX = upwards ? edge.AX : edge.BX, lowY = upwards ? edge.AY : edge.BY;
            double highX = upwards ? edge.BX : edge.AX, highY = upwards ? edge.BY : edge.AY;
            if (x < lowX + ((y - lowY) * (highX - lowX) / (highY - lowY)))
                inside = !inside;
        }

        return inside;
    }

    private (int First, int Last) BandsOf(in ZoneLevelIndex.Edge edge) =>
        (Band(Math.Min(edge.AY, edge.BY)), Band(Math.Max(edge.AY, edge.BY)));

    private int Band(double y) => (int)((y - Box.South) * _bandsPerDegree);
}
