using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace DefenseZone.Geo.Roads;

/// <summary>The edges that a closure takes out: those of the roads named, and those that meet a hazard area.</summary>
internal static class ClosedEdges
{
    internal static bool[] Of(RoadNetwork network, Plan plan, RoadClosure closure)
    {
        ThrowIfUnknown(plan, closure);
        bool[] closed = network.Closed is null ? new bool[network.EdgeCount] : (bool[])network.Closed.Clone();
        RoadGraph graph = network.Graph;
        if (!closure.Roads.IsDefaultOrEmpty)
        {
            HashSet<FeatureId> ids = [.. closure.Roads];
            bool[] named = [.. graph.Roads.Select(road => ids.Contains(road.Id))];
            for (int edge = 0; edge < closed.Length; edge++)
                closed[edge] |= named[graph.RoadOf[edge]];
        }

        foreach (HazardArea hazard in closure.Hazards(plan))
        {
            IPreparedGeometry area = PreparedGeometryFactory.Prepare(hazard.Geometry);
            foreach (int edge in graph.Places.EdgesIn(hazard.Geometry.EnvelopeInternal))
                closed[edge] = closed[edge] || area.Intersects(Line(graph, edge));
        }

        return closed;
    }

    private static LineString Line(RoadGraph graph, int edge)
    {
        int first = graph.ShapeStarts[edge];
        var vertices = new Coordinate[graph.ShapeStarts[edge + 1] - first];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = new Coordinate(graph.Longitudes[first + i], graph.Latitudes[first + i]);
        return Wgs84Geometry.Factory.CreateLineString(vertices);
    }

    private static void ThrowIfUnknown(Plan plan, RoadClosure closure)
    {
        var problems = new List<string>();
        if (!closure.Roads.IsDefaultOrEmpty)
        {
            HashSet<FeatureId> known = [.. plan.PatrolRoads.Select(road => road.Id)];
            string[] unknown = [.. closure.Roads.Where(id => !known.Contains(id)).Select(id => $"'{id}'")];
            if (unknown.Length > 0)
                problems.Add($"There is no road {string.Join(", ", unknown)} in the plan's {Vocabulary.PatrolRoads} to close.");
        }

        if (!closure.HazardKinds.IsDefaultOrEmpty)
        {
            string[] kinds = [.. plan.HazardAreas.Select(hazard => hazard.Kind).Where(kind => kind.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
            string[] unknown =
            [
                .. closure.HazardKinds
                    .Where(kind => !string.Equals(kind, RoadClosure.EveryKind, StringComparison.OrdinalIgnoreCase) && !kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
                    .Select(kind => $"'{kind}'"),
            ];
            if (unknown.Length > 0)
            {
                string there = kinds.Length == 0 ? "there are none of any kind" : $"there are: {string.Join(", ", kinds)}";
                problems.Add($"There is no hazard area of kind {string.Join(", ", unknown)}; {there}.");
            }
        }

        if (problems.Count > 0)
            throw new ArgumentException(string.Join(' ', problems), nameof(closure));
    }
}
