using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The stretches of border that one facility reaches within a time: on foot straight from where it is, or on foot to the
/// best point of a road, by road, and on foot from the best point of a road. Its arrays serve one facility after the other; not for
/// several threads at once.
/// </summary>
internal sealed class FacilityReach
{
    private readonly RoadNetwork _network;
    private readonly BorderLine _border;
    private readonly double[] _borderMetres;
    private readonly double _limitSeconds;
    private readonly PlaceSearch _search;

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
        _search = new PlaceSearch(network);
    }

    internal List<BorderStretch> Of(Facility facility)
    {
        Coordinate location = facility.Location;
        if (double.IsNaN(location.X) || _border.LengthMetres == 0)
            return [];
        var place = new GeoPoint(location.X, location.Y);
        _search.Run(place, _limitSeconds);
        NetworkSource[] sources = _search.Sources;
        return ReachDescent.Of(
            _border,
            new AccessSet(_network, Edges(sources), _search.Roads.Times, nodeSources: null, sources, new int[sources.Length], [Ecef.Of(place)]),
            _limitSeconds);
    }

    /// <summary>The edges from which the border may be near enough, each once.</summary>
    private HashSet<int> Edges(NetworkSource[] sources)
    {
        RoadGraph graph = _network.Graph;
        double speed = _network.OffRoadMetresPerSecond;
        HashSet<int> edges = [.. sources.Select(source => source.Point.Edge)];
        foreach (int node in _search.Roads.Reached)
        {
            double walkable = (_limitSeconds - _search.Roads.Times[node]) * speed;
            for (int i = graph.First[node]; i < graph.First[node + 1]; i++)
            {
                if (_borderMetres[graph.Incident[i]] <= walkable)
                    edges.Add(graph.Incident[i]);
            }
        }

        return edges;
    }
}
