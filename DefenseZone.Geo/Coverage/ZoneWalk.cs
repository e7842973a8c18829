using System.Collections.Immutable;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Walks the border once and cuts it where it passes from one zone of a level to another. Between two meetings with
/// zone edges the zone that holds the border cannot change; where none holds it, the nearest may, and the place is
/// found by halving to within a metre.
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
    private readonly ZoneEdgeWindow _window;
    private readonly List<ZoneStretch> _stretches = [];
    private readonly List<double> _cuts = [];
    private ZoneStretch _open = new(Unknown, 0, 0);

    private ZoneWalk(BorderVertices vertices, ZoneLevelIndex zones)
    {
        _vertices = vertices;
        _zones = zones;
        _window = new ZoneEdgeWindow(zones);
    }

    /// <summary>The whole border by zone, in order, neighbours differing.</summary>
    internal static ImmutableArray<ZoneStretch> Over(BorderVertices vertices, ZoneLevelIndex zones)
    {
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount, vertices.Count / VerticesWorthAThread));
        var walks = new ZoneWalk[blocks];
        Parallel.For(0, blocks, block =>
        {
            walks[block] = new ZoneWalk(vertices, zones);
            int first = (int)((long)vertices.Count * block / blocks), end = (int)((long)vertices.Count * (block + 1) / blocks);
            for (int part = 0; part + 1 < vertices.PartStarts.Length; part++)
                walks[block].Walk(Math.Max(first, vertices.PartStarts[part]), Math.Min(end, vertices.PartStarts[part + 1] - 1));
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

    private void Walk(int first, int last)
    {
        int holding = Unknown;
        for (int edge = first; edge < last; edge++)
        {
            FindCuts(edge);
            if (_cuts.Count == 0 && holding != Unknown)
            {
                AddSpan(edge, 0, 1, holding);
                continue;
            }

            _cuts.Sort();
            bool endsOnZoneEdge = _cuts.Count > 0 && _cuts[^1] >= 1;
            _cuts.Add(1);
            double from = 0;
            foreach (double cut in _cuts)
            {
                if (cut - from <= SmallestShare)
                    continue;
                (double longitude, double latitude) = Place(edge, (from + cut) / 2);
                holding = _zones.Holding(longitude, latitude);
                AddSpan(edge, from, cut, holding);
                from = cut;
            }

            if (endsOnZoneEdge)
                holding = Unknown;
        }
    }

    private void FindCuts(int edge)
    {
        _cuts.Clear();
        double ax = _vertices.Longitudes[edge], bx = _vertices.Longitudes[edge + 1];
        if (Math.Abs(bx - ax) <= 180)
            _window.Crossings(ax, _vertices.Latitudes[edge], bx, _vertices.Latitudes[edge + 1], _cuts);
        else
            _cuts.Add(Math.Clamp((Math.CopySign(180, ax) - ax) / (Unwrapped(ax, bx) - ax), 0, 1));
    }

    private void AddSpan(int edge, double fromShare, double toShare, int holding)
    {
        double start = _vertices.Chainages[edge], length = _vertices.Chainages[edge + 1] - start;
        if (holding >= 0)
        {
            Add(holding, start + (fromShare * length), start + (toShare * length));
            return;
        }

        int samples = Math.Max(1, (int)Math.Ceiling((toShare - fromShare) * length / SampleMetres));
        double from = fromShare;
        int zone = ZoneAt(edge, from);
        for (int i = 1; i <= samples; i++)
        {
            double to = fromShare + ((toShare - fromShare) * i / samples);
            int next = ZoneAt(edge, to);
            double change = next == zone ? to : Change(edge, from, zone, to);
            Add(zone, start + (from * length), start + (change * length));
            Add(next, start + (change * length), start + (to * length));
            (from, zone) = (to, next);
        }
    }

    private double Change(int edge, double from, int zone, double to)
    {
        double length = _vertices.Chainages[edge + 1] - _vertices.Chainages[edge];
        while ((to - from) * length > BisectionMetres)
        {
            double middle = (from + to) / 2;
            if (ZoneAt(edge, middle) == zone)
                from = middle;
            else
                to = middle;
        }

        return to;
    }

    private int ZoneAt(int edge, double share)
    {
        (double longitude, double latitude) = Place(edge, share);
        return _zones.ZoneOf(longitude, latitude);
    }

    private (double Longitude, double Latitude) Place(int edge, double share)
    {
        double ax = _vertices.Longitudes[edge], ay = _vertices.Latitudes[edge];
        double longitude = ax + (share * (Unwrapped(ax, _vertices.Longitudes[edge + 1]) - ax));
        return (
            longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
            ay + (share * (_vertices.Latitudes[edge + 1] - ay)));
    }

    private static double Unwrapped(double near, double longitude) =>
        longitude - near > 180 ? longitude - 360 : longitude - near < -180 ? longitude + 360 : longitude;

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
