using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A cone, and whose it is: the facility by which its road is reached first, the edge, and the places where the piece begins and ends.</summary>
/// <param name="Cone">The times.</param>
/// <param name="Facility">The facility.</param>
/// <param name="Edge">The edge; −1 for walking all the way.</param>
/// <param name="FromMetres">Metres along the edge where the piece begins.</param>
/// <param name="ToMetres">Metres along the edge where it ends.</param>
/// <param name="StartPlace">A number for the place where it begins; the same for every piece that begins or ends there.</param>
/// <param name="EndPlace">A number for the place where it ends.</param>
/// <param name="Entry">The node by which one enters the edge; −1 where one begins on it.</param>
internal readonly record struct AccessCone(
    ReachCone Cone, int Facility, int Edge, double FromMetres, double ToMetres, int StartPlace, int EndPlace, int Entry);

/// <summary>
/// Ways to come near the border: edges from either end, edges from where facilities come onto them, and each facility on
/// foot. They have numbers of their own, from 0; each has a ball that holds it and the least time at which one is anywhere
/// in it.
/// </summary>
internal sealed class AccessSet
{
    private readonly RoadNetwork _network;
    private readonly double[] _nodeSeconds;
    private readonly int[]? _nodeSources;
    private readonly NetworkSource[] _joins;
    private readonly int[] _facilityOf;
    private readonly Ecef[] _facilities;
    private readonly Dictionary<int, List<int>> _joinsByEdge = [];
    private readonly int[] _edges;
    private readonly EdgeBalls _balls;

    /// <summary>The accesses over some edges.</summary>
    /// <param name="network">The network.</param>
    /// <param name="edges">The edges; those with no use are left out.</param>
    /// <param name="nodeSeconds">The time of each node.</param>
    /// <param name="nodeSources">The join from which each node is reached; none where there is one join.</param>
    /// <param name="joins">Where the facilities join.</param>
    /// <param name="facilityOf">The facility of each join.</param>
    /// <param name="facilities">Where the facilities are.</param>
    internal AccessSet(
        RoadNetwork network, IEnumerable<int> edges, double[] nodeSeconds, int[]? nodeSources, NetworkSource[] joins, int[] facilityOf, Ecef[] facilities)
    {
        _network = network;
        _nodeSeconds = nodeSeconds;
        _nodeSources = nodeSources;
        _joins = joins;
        _facilityOf = facilityOf;
        _facilities = facilities;
        _balls = network.Graph.Balls;
        WalkSecondsPerMetre = 1 / network.OffRoadMetresPerSecond;
        for (int i = 0; i < joins.Length; i++)
        {
            if (!_joinsByEdge.TryGetValue(joins[i].Point.Edge, out List<int>? there))
                _joinsByEdge.Add(joins[i].Point.Edge, there = []);
            there.Add(i);
        }

        var used = new List<int>();
        var seconds = new List<double>();
        foreach (int edge in edges)
        {
            double least = LeastSeconds(edge);
            if (double.IsPositiveInfinity(least))
                continue;
            used.Add(edge);
            seconds.Add(least);
        }

        _edges = [.. used];
        Seconds = [.. seconds, .. new double[facilities.Length]];
    }

    /// <summary>How many there are.</summary>
    internal int Count => _edges.Length + _facilities.Length;

    /// <summary>The least time of each.</summary>
    internal double[] Seconds { get; }

    internal double WalkSecondsPerMetre { get; }

    /// <summary>The distance from a place to the middle of an access's ball, and the ball's radius.</summary>
    internal (double Metres, double RadiusMetres) Ball(int access, Ecef place)
    {
        if (access >= _edges.Length)
            return (place.DistanceMetresTo(_facilities[access - _edges.Length]), 0);
        int edge = _edges[access];
        return (_balls.MetresTo(edge, place), _balls.Radii[edge]);
    }

    /// <summary>A time at which one is at a place, if not the least: walking from an end of an access, or from where a facility joins it.</summary>
    internal double SomeSecondsTo(int access, Ecef place)
    {
        double walk = WalkSecondsPerMetre;
        if (access >= _edges.Length)
            return walk * place.DistanceMetresTo(_facilities[access - _edges.Length]);
        RoadGraph graph = _network.Graph;
        int edge = _edges[access];
        double from = _nodeSeconds[graph.From[edge]] + (walk * place.DistanceMetresTo(graph.Vertex(graph.ShapeStarts[edge])));
        double to = _nodeSeconds[graph.To[edge]] + (walk * place.DistanceMetresTo(graph.Vertex(graph.ShapeStarts[edge + 1] - 1)));
        return Math.Min(from, to);
    }

    /// <summary>Appends the cones of an access.</summary>
    internal void Expand(int access, List<AccessCone> cones)
    {
        if (access >= _edges.Length)
        {
            int facility = access - _edges.Length, place = -2 - (2 * facility);
            Ecef at = _facilities[facility];
            cones.Add(new AccessCone(new ReachCone(at, at, 0, 0, WalkSecondsPerMetre), facility, -1, 0, 0, place, place, -1));
            return;
        }

        ExpandEdge(_edges[access], cones);
    }

    /// <summary>The least time at which one is anywhere on an edge.</summary>
    internal double LeastSeconds(int edge)
    {
        RoadGraph graph = _network.Graph;
        double least = Math.Min(_nodeSeconds[graph.From[edge]], _nodeSeconds[graph.To[edge]]);
        if (_joinsByEdge.TryGetValue(edge, out List<int>? there))
        {
            foreach (int join in there)
                least = Math.Min(least, _joins[join].Seconds);
        }

        return least;
    }

    /// <summary>Appends the cones of an edge.</summary>
    internal void ExpandEdge(int edge, List<AccessCone> cones)
    {
        RoadGraph graph = _network.Graph;
        int from = graph.From[edge], to = graph.To[edge];
        double length = graph.Lengths[edge];
        double forward = _network.Weights.Forward(edge), backward = _network.Weights.Backward(edge);
        if (double.IsFinite(_nodeSeconds[from]))
            Drive(edge, 0, length, _nodeSeconds[from], forward, _nodeSources?[from] ?? 0, from, cones);
        if (double.IsFinite(_nodeSeconds[to]))
            Drive(edge, length, 0, _nodeSeconds[to], backward, _nodeSources?[to] ?? 0, to, cones);
        if (!_joinsByEdge.TryGetValue(edge, out List<int>? joins))
            return;
        foreach (int join in joins)
        {
            double at = _joins[join].Point.Fraction * length, seconds = _joins[join].Seconds;
            int place = -1 - (2 * join);
            Drive(edge, at, length, seconds, forward, join, place, cones);
            Drive(edge, at, 0, seconds, backward, join, place, cones);
        }
    }

    private void Stay(int edge, double metres, Ecef here, double seconds, int facility, int place, List<AccessCone> cones) =>
        cones.Add(new AccessCone(new ReachCone(here, here, seconds, seconds, WalkSecondsPerMetre), facility, edge, metres, metres, place, place, place >= 0 ? place : -1));

    private void Drive(int edge, double fromMetres, double toMetres, double seconds, double edgeSeconds, int join, int startPlace, List<AccessCone> cones)
    {
        RoadGraph graph = _network.Graph;
        int facility = _facilityOf[join];
        if (double.IsInfinity(edgeSeconds))
        {
            // One can still leave the road at its end.
            if (startPlace >= 0)
                Stay(edge, fromMetres, Ecef.Of(_network.Node(startPlace)), seconds, facility, startPlace, cones);
            return;
        }

        if (startPlace >= 0)
        {
            DriveAll(edge, forward: fromMetres == 0, seconds, edgeSeconds, facility, cones);
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
                new ReachCone(piece.From, piece.To, piece.FromSeconds, piece.ToSeconds, WalkSecondsPerMetre), facility, edge, piece.FromMetres, piece.ToMetres, place, end, -1));
            place = end;
        }
    }

    /// <summary>From one end of an edge to the other, vertex by vertex: what is done most often.</summary>
    private void DriveAll(int edge, bool forward, double seconds, double edgeSeconds, int facility, List<AccessCone> cones)
    {
        RoadGraph graph = _network.Graph;
        int first = graph.ShapeStarts[edge], last = graph.ShapeStarts[edge + 1] - 1, step = forward ? 1 : -1;
        double length = graph.Lengths[edge], perMetre = length > 0 ? edgeSeconds / length : 0;
        int vertex = forward ? first : last, end = forward ? last : first;
        int entry = forward ? graph.From[edge] : graph.To[edge], place = entry;
        double metres = forward ? 0 : length, begin = metres, reached = seconds;
        Ecef here = graph.Vertex(vertex);
        while (vertex != end)
        {
            vertex += step;
            Ecef there = graph.Vertex(vertex);
            double next = graph.Metres[vertex], then = seconds + (Math.Abs(next - begin) * perMetre);
            int nextPlace = vertex != end ? _network.NodeCount + vertex : forward ? graph.To[edge] : graph.From[edge];
            cones.Add(new AccessCone(new ReachCone(here, there, reached, then, WalkSecondsPerMetre), facility, edge, metres, next, place, nextPlace, entry));
            (here, metres, reached, place) = (there, next, then, nextPlace);
        }
    }
}
