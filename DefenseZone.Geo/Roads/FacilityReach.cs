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
    private static readonly int[] First = [0];

    private readonly RoadNetwork _network;
    private readonly BorderLine _border;
    private readonly double[] _borderMetres;
    private readonly double _limitSeconds;
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
        _search = new LocalSearch(network);
    }

    internal List<BorderStretch> Of(Facility facility)
    {
        Coordinate location = facility.Location;
        if (double.IsNaN(location.X) || _border.LengthMetres == 0)
            return [];
        NetworkSource[] joins = _network.Join(facility) is { } join && join.WalkSeconds <= _limitSeconds
            ? [new NetworkSource(join, join.WalkSeconds)]
            : [];
        _search.Run(joins, _limitSeconds);
        var place = Ecef.Of(new GeoPoint(location.X, location.Y));
        return ReachDescent.Of(
            _border, new AccessSet(_network, Edges(joins), _search.Times, nodeSources: null, joins, First, [place]), _limitSeconds);
    }

    /// <summary>The edges from which the border may be near enough, each once.</summary>
    private HashSet<int> Edges(NetworkSource[] joins)
    {
        RoadGraph graph = _network.Graph;
        double speed = _network.OffRoadMetresPerSecond;
        HashSet<int> edges = [.. joins.Select(join => join.Point.Edge)];
        foreach (int node in _search.Reached)
        {
            double walkable = (_limitSeconds - _search.Times[node]) * speed;
            for (int i = graph.First[node]; i < graph.First[node + 1]; i++)
            {
                if (_borderMetres[graph.Incident[i]] <= walkable)
                    edges.Add(graph.Incident[i]);
            }
        }

        return edges;
    }
}
