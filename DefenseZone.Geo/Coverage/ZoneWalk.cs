using System.Collections.Immutable;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Cuts the border where it passes from one zone of a level to another. Between two meetings with zone edges
/// (<see cref="ZoneCuts"/>) the zone that holds the border cannot change, and is asked once; where none holds it, the
/// nearest may change, and the place is found by halving to within a metre.
/// </summary>
internal sealed class ZoneWalk
{
    private const double SampleMetres = 100;
    private const double BisectionMetres = 0.5;
    private const double SmallestShare = 1e-9;
    private const int Unknown = -2;

    private const int VerticesWorthAThread = 16_384;

    private readonly BorderVertices _vertices;
    private readonly ZoneLevelIndex _zones;
    private readonly List<ZoneStretch> _stretches = [];
    private ZoneStretch _open = new(Unknown, 0, 0);

    private ZoneWalk(BorderVertices vertices, ZoneLevelIndex zones)
    {
        _vertices = vertices;
        _zones = zones;
    }

    /// <summary>The whole border by zone, in order, neighbours differing.</summary>
    /// <param name="vertices">The border.</param>
    /// <param name="zones">The zones of one level.</param>
    /// <param name="cuts">All places where the border may leave or enter one of them, rising.</param>
    internal static ImmutableArray<ZoneStretch> Over(BorderVertices vertices, ZoneLevelIndex zones, double[] cuts)
    {
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount, vertices.Count / VerticesWorthAThread));
        var walks = new ZoneWalk[blocks];
        SharedWork.Do(blocks, block =>
        {
            walks[block] = new ZoneWalk(vertices, zones);
            int first = (int)((long)vertices.Count * block / blocks), end = (int)((long)vertices.Count * (block + 1) / blocks);
            for (int part = 0; part + 1 < vertices.PartStarts.Length; part++)
                walks[block].Walk(Math.Max(first, vertices.PartStarts[part]), Math.Min(end, vertices.PartStarts[part + 1] - 1), cuts);
            walks[block].Close();
        });

        // The last walk's zone may go on in the next one.
        var whole = new ZoneWalk(vertices, zones);
        foreach (ZoneWalk walk in walks)
        {
            foreach (ZoneStretch stretch in walk._stretches)
                whole.Add(stretch.Zone, stretch.FromMetres, stretch.ToMetres);
        }

        whole.Close();
        return [.. whole._stretches];
    }

    private void Walk(int first, int last, double[] cuts)
    {
        if (first >= last)
            return;
        double from = first;
        for (int i = IndexOf(cuts, first); i < cuts.Length && cuts[i] < last; i++)
        {
            if (cuts[i] - from <= SmallestShare)
                continue;
            AddSpan(from, cuts[i]);
            from = cuts[i];
        }

        AddSpan(from, last);
    }

    private static int IndexOf(double[] cuts, double place)
    {
        int low = 0, high = cuts.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (cuts[middle] < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void AddSpan(double from, double to)
    {
        (double longitude, double latitude) = Place((from + to) / 2);
        int holding = _zones.Holding(longitude, latitude);
        if (holding >= 0)
        {
            Add(holding, ChainageAt(from), ChainageAt(to));
            return;
        }

        for (double end; from < to; from = end)
        {
            end = Math.Min(to, Math.Floor(from) + 1);
            AddUnheld(from, end);
        }
    }

    // A piece of one edge that no zone holds.
    private void AddUnheld(double from, double to)
    {
        double start = ChainageAt(from), length = ChainageAt(to) - start;
        if (length <= 0)
            return;
        int samples = Math.Max(1, (int)Math.Ceiling(length / SampleMetres));
        double at = from;
        int zone = ZoneAt(at);
        for (int i = 1; i <= samples; i++)
        {
            double ahead = i == samples ? to : from + ((to - from) * i / samples);
            int next = ZoneAt(ahead);
            double change = next == zone ? ahead : Change(at, zone, ahead);
            Add(zone, ChainageAt(at), ChainageAt(change));
            Add(next, ChainageAt(change), ChainageAt(ahead));
            (at, zone) = (ahead, next);
        }
    }

    private double Change(double from, int zone, double to)
    {
        while (ChainageAt(to) - ChainageAt(from) > BisectionMetres)
        {
            double middle = (from + to) / 2;
            if (ZoneAt(middle) == zone)
                from = middle;
            else
                to = middle;
        }

        return to;
    }

    private int ZoneAt(double place)
    {
        (double longitude, double latitude) = Place(place);
        return _zones.ZoneOf(longitude, latitude);
    }

    private double ChainageAt(double place)
    {
        int edge = (int)place;
        double share = place - edge, start = _vertices.Chainages[edge];
        return share == 0 ? start : start + (share * (_vertices.Chainages[edge + 1] - start));
    }

    private (double Longitude, double Latitude) Place(double place)
    {
        int edge = (int)place;
        return _vertices.FlatPlace(edge, place - edge);
    }

    private void Add(int zone, double fromMetres, double toMetres)
    {
        if (toMetres <= fromMetres)
            return;
        if (zone != _open.Zone || fromMetres != _open.ToMetres)
        {
            Close();
            _open = new ZoneStretch(zone, fromMetres, toMetres);
        }
        else
        {
            _open = _open with { ToMetres = toMetres };
        }
    }

    private void Close()
    {
        if (_open.ToMetres > _open.FromMetres)
            _stretches.Add(_open);
    }
}
