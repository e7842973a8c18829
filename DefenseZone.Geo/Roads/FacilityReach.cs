using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The stretches of border that one facility reaches within a time: on foot straight from where it is, or on foot to the
/// nearest road, by road, and on foot from the best point of the road. Its arrays serve one facility after the other; not for
/// several threads at once.
/// </summary>
internal sealed class FacilityReach
{
    private readonly RoadNetwork _network;
    private readonly BorderLine _border;
    private readonly double[] _borderMetres;
    private readonly double _limitSeconds;
    private readonly double _walk;
    private readonly LocalSearch _search;

    /// <summary>For one network, border and time.</summary>
    /// <param name="network">The roads.</param>
    /// <param name="border">The border.</param>
    /// <param name="borderMetres">No point of an edge is nearer to the border than this.</param>
    /// <param name="limitSeconds">The time.</param>
    internal FacilityReach(RoadNetwork network, BorderLine border, double[] borderMetres, double limitSeconds)
    {
        _network = network;
        _border = border;
        _borderMetres = borderMetres;
        _limitSeconds = limitSeconds;
        _walk = 1 / network.Options.WalkingMetresPerSecond;
        _search = new LocalSearch(network);
    }

    internal List<BorderStretch> Of(Facility facility)
    {
        Coordinate location = facility.Location;
        if (double.IsNaN(location.X))
            return [];
        var reach = new BorderReach(_border, _limitSeconds, _walk);
        var place = Ecef.Of(new GeoPoint(location.X, location.Y));
        reach.Add(place, place, 0, 0);
        if (_network.Join(facility) is { } join && join.WalkSeconds <= _limitSeconds)
            ByRoad(join, reach);
        return reach.Stretches();
    }

    private void ByRoad(NetworkPoint join, BorderReach reach)
    {
        RoadGraph graph = _network.Graph;
        NetworkWeights weights = _network.Weights;
        _search.Run([new NetworkSource(join, join.WalkSeconds)], _limitSeconds);
        FromJoin(join, reach);
        foreach (int node in _search.Reached)
        {
            double time = _search.Seconds(node);
            double walkable = (_limitSeconds - time) / _walk;
            bool driven = false;
            for (int i = graph.First[node]; i < graph.First[node + 1]; i++)
            {
                int edge = graph.Incident[i];
                if (_borderMetres[edge] > walkable)
                    continue;
                if (graph.From[edge] == node && double.IsFinite(weights.Forward[edge]))
                    driven |= Drive(edge, 0, graph.Lengths[edge], time, weights.Forward[edge], reach);
                if (graph.To[edge] == node && double.IsFinite(weights.Backward[edge]))
                    driven |= Drive(edge, graph.Lengths[edge], 0, time, weights.Backward[edge], reach);
            }

            if (!driven)
            {
                var here = Ecef.Of(_network.Node(node));
                reach.Add(here, here, time, time);
            }
        }
    }

    private void FromJoin(NetworkPoint join, BorderReach reach)
    {
        double length = _network.Graph.Lengths[join.Edge], at = join.Fraction * length;
        var here = Ecef.Of(join.Place);
        reach.Add(here, here, join.WalkSeconds, join.WalkSeconds);
        Drive(join.Edge, at, length, join.WalkSeconds, _network.Weights.Forward[join.Edge], reach);
        Drive(join.Edge, at, 0, join.WalkSeconds, _network.Weights.Backward[join.Edge], reach);
    }

    /// <summary>Drives along an edge from some metres of it to others, with a cone over each segment.</summary>
    private bool Drive(int edge, double fromMetres, double toMetres, double seconds, double edgeSeconds, BorderReach reach)
    {
        if (fromMetres == toMetres || double.IsInfinity(edgeSeconds))
            return false;
        foreach (RoadPiece piece in RoadPieces.Of(_network.Graph, edge, fromMetres, toMetres, seconds, edgeSeconds))
        {
            if (piece.FromSeconds > _limitSeconds)
                break;
            reach.Add(piece.From, piece.To, piece.FromSeconds, piece.ToSeconds);
        }

        return true;
    }
}
