using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>The edges of each road, by the road's id.</summary>
internal sealed class RoadEdges
{
    private readonly Dictionary<FeatureId, int> _roads;
    private readonly int[] _first;
    private readonly int[] _edges;

    internal RoadEdges(RoadGraph graph, Dictionary<FeatureId, int> roads)
    {
        _roads = roads;
        _first = new int[graph.Roads.Length + 1];
        foreach (int road in graph.RoadOf)
            _first[road + 1]++;
        for (int road = 0; road < graph.Roads.Length; road++)
            _first[road + 1] += _first[road];
        int[] next = _first.AsSpan(..^1).ToArray();
        _edges = new int[graph.EdgeCount];
        for (int edge = 0; edge < _edges.Length; edge++)
            _edges[next[graph.RoadOf[edge]]++] = edge;
    }

    /// <summary>The index of each road by its id; of roads with the same id the first.</summary>
    internal static Dictionary<FeatureId, int> ById(ImmutableArray<PatrolRoad> roads)
    {
        var found = new Dictionary<FeatureId, int>(roads.Length);
        for (int road = 0; road < roads.Length; road++)
            found.TryAdd(roads[road].Id, road);
        return found;
    }

    /// <summary>The edges of a road that takes part.</summary>
    /// <returns>False where no road of that id does.</returns>
    internal bool TryGetEdges(FeatureId id, out ReadOnlySpan<int> edges)
    {
        bool found = _roads.TryGetValue(id, out int road);
        edges = found ? _edges.AsSpan(_first[road].._first[road + 1]) : [];
        return found;
    }
}
