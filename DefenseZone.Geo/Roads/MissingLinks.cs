using DefenseZone.Geo.Geodesy;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>The shortest links between parts of a network that no road joins. Between two lines the shortest one begins or ends at a vertex.</summary>
internal sealed class MissingLinks
{
    private readonly RoadNetwork _network;
    private readonly RoadGraph _graph;
    private readonly int[] _partOf;
    private readonly ILookup<int, int> _edges;

    internal MissingLinks(RoadNetwork network, int[] partOf)
    {
        _network = network;
        _graph = network.Graph;
        _partOf = partOf;
        _edges = Enumerable.Range(0, network.EdgeCount).Where(edge => !network.IsClosed(edge)).ToLookup(edge => partOf[_graph.From[edge]]);
    }

    /// <summary>The link of a part to the nearest other one; none where there is no other.</summary>
    internal MissingLink? Of(int part)
    {
        (double Chord, int FromEdge, double FromFraction, int ToEdge, double ToFraction) best = (double.PositiveInfinity, -1, 0, -1, 0);
        foreach (int edge in _edges[part])
        {
            for (int i = _graph.ShapeStarts[edge]; i < _graph.ShapeStarts[edge + 1]; i++)
            {
                var place = new GeoPoint(_graph.Longitudes[i], _graph.Latitudes[i]);
                (int other, double along, double chord) = _graph.Places.Nearest(place, best.Chord, one => Counts(one, part));
                if (other >= 0)
                    best = (chord, edge, Fraction(edge, _graph.Metres[i]), other, Fraction(other, along));
            }
        }

        if (best.FromEdge < 0)
            return null;
        best = FromOthers(part, best);
        GeoPoint from = _network.PointAt(best.FromEdge, best.FromFraction), to = _network.PointAt(best.ToEdge, best.ToFraction);
        return new MissingLink(
            from,
            _graph.Roads[_graph.RoadOf[best.FromEdge]].Id,
            to,
            _graph.Roads[_graph.RoadOf[best.ToEdge]].Id,
            _partOf[_graph.From[best.ToEdge]],
            Geodesic.Inverse(from, to).DistanceMetres);
    }

    // Vertices of other parts that are nearer to the part than the best link so far can only be near its edges.
    private (double Chord, int FromEdge, double FromFraction, int ToEdge, double ToFraction) FromOthers(
        int part, (double Chord, int FromEdge, double FromFraction, int ToEdge, double ToFraction) best)
    {
        var near = new HashSet<int>();
        foreach (int edge in _edges[part])
        {
            var box = new Envelope();
            for (int i = _graph.ShapeStarts[edge]; i < _graph.ShapeStarts[edge + 1]; i++)
                box.ExpandToInclude(_graph.Longitudes[i], _graph.Latitudes[i]);
            double north = best.Chord / 110_000, east = north / Math.Max(0.01, Math.Cos(double.DegreesToRadians(box.MaxY)));
            box.ExpandBy(east, north);
            near.UnionWith(_graph.Places.EdgesIn(box));
        }

        foreach (int other in near.Where(one => Counts(one, part)))
        {
            for (int i = _graph.ShapeStarts[other]; i < _graph.ShapeStarts[other + 1]; i++)
            {
                var place = new GeoPoint(_graph.Longitudes[i], _graph.Latitudes[i]);
                (int edge, double along, double chord) = _graph.Places.Nearest(place, best.Chord, one => !_network.IsClosed(one) && _partOf[_graph.From[one]] == part);
                if (edge >= 0)
                    best = (chord, edge, Fraction(edge, along), other, Fraction(other, _graph.Metres[i]));
            }
        }

        return best;
    }

    private bool Counts(int edge, int part) => !_network.IsClosed(edge) && _partOf[_graph.From[edge]] != part;

    private double Fraction(int edge, double metres) => _graph.Lengths[edge] > 0 ? Math.Clamp(metres / _graph.Lengths[edge], 0, 1) : 0;
}
