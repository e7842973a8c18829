using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The shortest links between parts of a network that no road joins. Between two lines that do not cross the shortest one begins
/// or ends at a vertex; those that cross on different levels are known from the network's report.
/// </summary>
internal sealed class MissingLinks
{
    // Crossings are straight in degrees, long edges geodesic: so far apart they may be.
    private const double CrossingMetres = 50;
    private const int MostSteps = 20;

    private readonly RoadNetwork _network;
    private readonly RoadGraph _graph;
    private readonly int[] _partOf;
    private readonly ILookup<int, int> _edges;
    private readonly Dictionary<int, Link> _atCrossings = [];

    internal MissingLinks(RoadNetwork network, int[] partOf)
    {
        _network = network;
        _graph = network.Graph;
        _partOf = partOf;
        _edges = Enumerable.Range(0, network.EdgeCount).Where(edge => !network.IsClosed(edge)).ToLookup(PartOf);
        foreach (GradeSeparation crossing in network.Report.GradeSeparations)
        {
            Link link = At(crossing);
            if (link.FromEdge < 0 || PartOf(link.FromEdge) == PartOf(link.ToEdge))
                continue;
            Keep(PartOf(link.FromEdge), link);
            Keep(PartOf(link.ToEdge), new Link(link.Chord, link.ToEdge, link.ToFraction, link.FromEdge, link.FromFraction));
        }
    }

    /// <summary>A link between two edges, each with a share of its length.</summary>
    private readonly record struct Link(double Chord, int FromEdge, double FromFraction, int ToEdge, double ToFraction);

    /// <summary>The link of a part to the nearest other one; none where there is no other.</summary>
    internal MissingLink? Of(int part)
    {
        Link best = _atCrossings.GetValueOrDefault(part, new Link(double.PositiveInfinity, -1, 0, -1, 0));
        foreach (int edge in _edges[part])
        {
            for (int i = _graph.ShapeStarts[edge]; i < _graph.ShapeStarts[edge + 1]; i++)
            {
                var place = new GeoPoint(_graph.Longitudes[i], _graph.Latitudes[i]);
                (int other, double along, double chord) = _graph.Places.Nearest(place, best.Chord, one => Counts(one, part));
                if (other >= 0)
                    best = new Link(chord, edge, Fraction(edge, _graph.Metres[i]), other, Fraction(other, along));
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
            PartOf(best.ToEdge),
            Geodesic.Inverse(from, to).DistanceMetres);
    }

    // Vertices of other parts that are nearer to the part than the best link so far can only be near its edges.
    private Link FromOthers(int part, Link best)
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
                (int edge, double along, double chord) = _graph.Places.Nearest(place, best.Chord, one => !_network.IsClosed(one) && PartOf(one) == part);
                if (edge >= 0)
                    best = new Link(chord, edge, Fraction(edge, along), other, Fraction(other, _graph.Metres[i]));
            }
        }

        return best;
    }

    // From one line to the other and back, until they are together.
    private Link At(GradeSeparation crossing)
    {
        var link = new Link(double.PositiveInfinity, -1, 0, -1, 0);
        GeoPoint place = crossing.Place;
        for (int i = 0; i < MostSteps && link.Chord > LocalPlane.TouchMetres; i++)
        {
            (int toEdge, double toMetres, double _) = On(crossing.Other, place);
            if (toEdge < 0)
                break;
            double to = Fraction(toEdge, toMetres);
            (int fromEdge, double fromMetres, double chord) = On(crossing.Road, _network.PointAt(toEdge, to));
            if (fromEdge < 0)
                break;
            link = new Link(chord, fromEdge, Fraction(fromEdge, fromMetres), toEdge, to);
            place = _network.PointAt(fromEdge, link.FromFraction);
        }

        return link;
    }

    private (int Edge, double AlongMetres, double ChordMetres) On(FeatureId road, GeoPoint place) =>
        _graph.Places.Nearest(place, CrossingMetres, edge => !_network.IsClosed(edge) && _graph.Roads[_graph.RoadOf[edge]].Id == road);

    private void Keep(int part, Link link)
    {
        if (!_atCrossings.TryGetValue(part, out Link kept) || link.Chord < kept.Chord)
            _atCrossings[part] = link;
    }

    private int PartOf(int edge) => _partOf[_graph.From[edge]];

    private bool Counts(int edge, int part) => !_network.IsClosed(edge) && PartOf(edge) != part;

    private double Fraction(int edge, double metres) => _graph.Lengths[edge] > 0 ? Math.Clamp(metres / _graph.Lengths[edge], 0, 1) : 0;
}
