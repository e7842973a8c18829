using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The shortest links between parts of a network that no road joins. Between two lines that do not cross the shortest one begins
/// or ends at a vertex; those that cross on different levels are known from the network's report. Part and rest are looked at as trees of boxes, of
/// which two that are farther apart than the best link so far need no further look.
/// </summary>
internal sealed class MissingLinks
{
    // Crossings are straight in degrees, long edges geodesic: so far apart they may be.
    private const double CrossingMetres = 50;
    private const int MostSteps = 20;

    private readonly RoadNetwork _network;
    private readonly RoadGraph _graph;
    private readonly int[] _partOf;
    private readonly int[] _edgeOf;
    private readonly ILookup<int, int> _segments;
    private readonly SegmentTree _all;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<int, Link> _atCrossings = [];

    internal MissingLinks(RoadNetwork network, int[] partOf, CancellationToken cancellationToken)
    {
        _network = network;
        _graph = network.Graph;
        _partOf = partOf;
        _cancellationToken = cancellationToken;
        _edgeOf = new int[_graph.Longitudes.Length];
        int[] segments = [.. Ordered()];
        _segments = segments.ToLookup(PartOfSegment);
        _all = new SegmentTree(_graph, segments, PartOfSegment);
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
    private readonly record struct Link(double Chord, int FromEdge, double FromFraction, int ToEdge, double ToFraction)
    {
        internal static readonly Link None = new(double.PositiveInfinity, -1, 0, -1, 0);
    }

    /// <summary>The link of a part to the nearest other one; none where there is no other.</summary>
    internal MissingLink? Of(int part)
    {
        int[] segments = [.. _segments[part]];
        if (segments.Length == 0)
            return null;
        var own = new SegmentTree(_graph, segments, PartOfSegment);
        Link best = _atCrossings.GetValueOrDefault(part, Link.None);
        Search(own, own.Root, _all.Root, part, ref best);
        if (best.FromEdge < 0)
            return null;
        GeoPoint from = _network.PointAt(best.FromEdge, best.FromFraction), to = _network.PointAt(best.ToEdge, best.ToFraction);
        return new MissingLink(
            from,
            _graph.Roads[_graph.RoadOf[best.FromEdge]].Id,
            to,
            _graph.Roads[_graph.RoadOf[best.ToEdge]].Id,
            PartOf(best.ToEdge),
            Geodesic.Inverse(from, to).DistanceMetres);
    }

    private void Search(SegmentTree own, in SegmentTree.Box mine, in SegmentTree.Box other, int part, ref Link best)
    {
        if (other.Part == part || mine.MetresTo(other) >= best.Chord)
            return;
        if (mine.IsLeaf && other.IsLeaf)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Compare(own.Segments(mine), _all.Segments(other), part, ref best);
        }
        else if (other.IsLeaf || (!mine.IsLeaf && mine.Count >= other.Count))
        {
            SegmentTree.Box left = own[mine.Left], right = own[mine.Right];
            bool leftFirst = left.MetresTo(other) <= right.MetresTo(other);
            Search(own, leftFirst ? left : right, other, part, ref best);
            Search(own, leftFirst ? right : left, other, part, ref best);
        }
        else
        {
            SegmentTree.Box left = _all[other.Left], right = _all[other.Right];
            bool leftFirst = left.MetresTo(mine) <= right.MetresTo(mine);
            Search(own, mine, leftFirst ? left : right, part, ref best);
            Search(own, mine, leftFirst ? right : left, part, ref best);
        }
    }

    private void Compare(ReadOnlySpan<int> mine, ReadOnlySpan<int> others, int part, ref Link best)
    {
        foreach (int other in others)
        {
            if (PartOfSegment(other) == part)
                continue;
            foreach (int one in mine)
            {
                for (int end = 0; end < 2; end++)
                {
                    (double chord, double metres) = ToSegment(one + end, other);
                    if (chord < best.Chord)
                        best = new Link(chord, _edgeOf[one], Fraction(_edgeOf[one], _graph.Metres[one + end]), _edgeOf[other], Fraction(_edgeOf[other], metres));
                    (chord, metres) = ToSegment(other + end, one);
                    if (chord < best.Chord)
                        best = new Link(chord, _edgeOf[one], Fraction(_edgeOf[one], metres), _edgeOf[other], Fraction(_edgeOf[other], _graph.Metres[other + end]));
                }
            }
        }
    }

    /// <summary>How far a vertex is from a segment, and the metres along the segment's edge of the nearest place.</summary>
    private (double Chord, double AlongMetres) ToSegment(int vertex, int segment)
    {
        Ecef p = _graph.Vertex(vertex), a = _graph.Vertex(segment), b = _graph.Vertex(segment + 1);
        double dx = b.X - a.X, dy = b.Y - a.Y, dz = b.Z - a.Z;
        double square = (dx * dx) + (dy * dy) + (dz * dz);
        double t = square > 0 ? Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy) + ((p.Z - a.Z) * dz)) / square, 0, 1) : 0;
        double chord = p.DistanceMetresTo(new Ecef(a.X + (t * dx), a.Y + (t * dy), a.Z + (t * dz)));
        return (chord, _graph.Metres[segment] + (t * (_graph.Metres[segment + 1] - _graph.Metres[segment])));
    }

    /// <summary>The segments of all open edges, those of neighbouring edges near each other.</summary>
    private IEnumerable<int> Ordered()
    {
        List<int> edges = [.. Enumerable.Range(0, _network.EdgeCount).Where(edge => !_network.IsClosed(edge))];
        foreach (int place in HilbertCurve.Order(edges.ConvertAll(edge => _graph.Longitudes[_graph.ShapeStarts[edge]]), edges.ConvertAll(edge => _graph.Latitudes[_graph.ShapeStarts[edge]])))
        {
            int edge = edges[place];
            for (int segment = _graph.ShapeStarts[edge]; segment + 1 < _graph.ShapeStarts[edge + 1]; segment++)
            {
                _edgeOf[segment] = edge;
                yield return segment;
            }
        }
    }

    private int PartOfSegment(int segment) => PartOf(_edgeOf[segment]);

    // From one line to the other and back, until they are together.
    private Link At(GradeSeparation crossing)
    {
        Link link = Link.None;
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

    private double Fraction(int edge, double metres) => _graph.Lengths[edge] > 0 ? Math.Clamp(metres / _graph.Lengths[edge], 0, 1) : 0;
}
