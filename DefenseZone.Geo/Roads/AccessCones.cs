using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A cone, and whose it is: the facility by which its road is reached first, the edge, and the places where the piece begins and ends.</summary>
/// <param name="Cone">The times.</param>
/// <param name="Source">The facility.</param>
/// <param name="Edge">The edge; −1 for walking all the way.</param>
/// <param name="FromMetres">Metres along the edge where the piece begins.</param>
/// <param name="ToMetres">Metres along the edge where it ends.</param>
/// <param name="StartPlace">A number for the place where it begins; the same for every piece that begins or ends there.</param>
/// <param name="EndPlace">A number for the place where it ends.</param>
internal readonly record struct AccessCone(
    ReachCone Cone, int Source, int Edge, double FromMetres, double ToMetres, int StartPlace, int EndPlace);

/// <summary>Every way to come near the border: each edge from either end, each facility's own edge from where it joins, and each facility on foot.</summary>
internal sealed class AccessCones
{
    private readonly RoadNetwork _network;
    private readonly NetworkTimes _times;
    private readonly double _walk;
    private readonly Dictionary<int, List<int>> _joinsByEdge = [];
    private readonly Ecef[] _facilities;
    private readonly int[] _facilityOf;

    /// <param name="times">The times of the network from the facilities' joins.</param>
    /// <param name="facilities">Where the facilities are.</param>
    /// <param name="facilityOf">The facility of each source of the times.</param>
    internal AccessCones(NetworkTimes times, Ecef[] facilities, int[] facilityOf)
    {
        _network = times.Network;
        _times = times;
        _walk = 1 / _network.Options.WalkingMetresPerSecond;
        _facilities = facilities;
        _facilityOf = facilityOf;
        for (int i = 0; i < times.Begin.Length; i++)
        {
            int edge = times.Begin[i].Point.Edge;
            if (!_joinsByEdge.TryGetValue(edge, out List<int>? joins))
                _joinsByEdge.Add(edge, joins = []);
            joins.Add(i);
        }
    }

    /// <summary>How many there may be: the edges, then the facilities on foot.</summary>
    internal int Count => _network.EdgeCount + _facilities.Length;

    internal double WalkSecondsPerMetre => _walk;

    /// <summary>The least time at which one is anywhere on an access, and a ball that holds it; an infinite time where it is of no use.</summary>
    internal (double Seconds, Ecef Centre, double RadiusMetres) Bound(int access)
    {
        if (access >= _network.EdgeCount)
            return (0, _facilities[access - _network.EdgeCount], 0);
        RoadGraph graph = _network.Graph;
        ReadOnlySpan<double> seconds = _times.Seconds;
        double least = Math.Min(seconds[graph.From[access]], seconds[graph.To[access]]);
        if (_joinsByEdge.TryGetValue(access, out List<int>? joins))
        {
            foreach (int join in joins)
                least = Math.Min(least, _times.Begin[join].Seconds);
        }

        int first = graph.ShapeStarts[access], last = graph.ShapeStarts[access + 1] - 1;
        Ecef a = graph.Vertex(first), b = graph.Vertex(last);
        var centre = new Ecef((a.X + b.X) / 2, (a.Y + b.Y) / 2, (a.Z + b.Z) / 2);
        double radius = 0;
        for (int i = first; i <= last; i++)
            radius = Math.Max(radius, centre.DistanceMetresTo(graph.Vertex(i)));
        return (least, centre, radius);
    }

    /// <summary>Appends the cones of an access.</summary>
    internal void Expand(int access, List<AccessCone> cones)
    {
        if (access >= _network.EdgeCount)
        {
            int facility = access - _network.EdgeCount, place = -2 - (2 * facility);
            Ecef at = _facilities[facility];
            cones.Add(new AccessCone(new ReachCone(at, at, 0, 0, _walk), facility, -1, 0, 0, place, place));
            return;
        }

        RoadGraph graph = _network.Graph;
        int from = graph.From[access], to = graph.To[access];
        double length = graph.Lengths[access];
        double forward = _network.Weights.Forward[access], backward = _network.Weights.Backward[access];
        Drive(access, 0, length, _times.Seconds[from], forward, _times.Sources[from], from, cones);
        Drive(access, length, 0, _times.Seconds[to], backward, _times.Sources[to], to, cones);
        if (!_joinsByEdge.TryGetValue(access, out List<int>? joins))
            return;
        foreach (int join in joins)
        {
            NetworkSource source = _times.Begin[join];
            double at = source.Point.Fraction * length;
            int place = -1 - (2 * join);
            var here = Ecef.Of(source.Point.Place);
            cones.Add(new AccessCone(new ReachCone(here, here, source.Seconds, source.Seconds, _walk), _facilityOf[join], access, at, at, place, place));
            Drive(access, at, length, source.Seconds, forward, join, place, cones);
            Drive(access, at, 0, source.Seconds, backward, join, place, cones);
        }
    }

    private void Drive(int edge, double fromMetres, double toMetres, double seconds, double edgeSeconds, int source, int startPlace, List<AccessCone> cones)
    {
        if (source < 0)
            return;
        RoadGraph graph = _network.Graph;
        int facility = _facilityOf[source];
        if (double.IsInfinity(edgeSeconds))
        {
            // One can still leave the road at its end.
            if (startPlace >= 0)
            {
                var here = Ecef.Of(_network.Node(startPlace));
                cones.Add(new AccessCone(new ReachCone(here, here, seconds, seconds, _walk), facility, edge, fromMetres, fromMetres, startPlace, startPlace));
            }

            return;
        }

        bool forward = toMetres > fromMetres;
        int place = startPlace, last = graph.ShapeStarts[edge + 1] - 1;
        foreach (RoadPiece piece in RoadPieces.Of(graph, edge, fromMetres, toMetres, seconds, edgeSeconds))
        {
            int vertex = graph.SegmentAt(edge, piece.ToMetres);
            vertex = graph.Metres[vertex] >= piece.ToMetres || vertex == last ? vertex : vertex + 1;
            int end = piece.ToMetres == toMetres ? (forward ? graph.To[edge] : graph.From[edge]) : _network.NodeCount + vertex;
            cones.Add(new AccessCone(
                new ReachCone(piece.From, piece.To, piece.FromSeconds, piece.ToSeconds, _walk), facility, edge, piece.FromMetres, piece.ToMetres, place, end));
            place = end;
        }
    }
}
