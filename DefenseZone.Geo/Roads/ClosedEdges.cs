using System.Globalization;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace DefenseZone.Geo.Roads;

/// <summary>The edges that a closure takes out: those of the roads named, and those that meet a hazard area.</summary>
internal static class ClosedEdges
{
    internal static List<int> Of(RoadNetwork network, Plan plan, RoadClosure closure)
    {
        RoadGraph graph = network.Graph;
        var closed = new List<int>();
        var problems = new List<string>();
        var unknown = new List<FeatureId>();
        foreach (FeatureId id in closure.Roads.IsDefaultOrEmpty ? [] : closure.Roads)
        {
            if (graph.RoadEdges.TryGetEdges(id, out ReadOnlySpan<int> edges) || graph.RoadEdges.TryGetEdges(AsNumber(id), out edges))
                closed.AddRange(edges);
            else
                unknown.Add(id);
        }

        // A road that does not take part, such as a planned one, is as good as closed.
        if (unknown.Count > 0)
        {
            HashSet<FeatureId> known = [.. plan.PatrolRoads.Select(road => road.Id)];
            string[] missing = [.. unknown.Where(id => !known.Contains(id) && !known.Contains(AsNumber(id))).Select(id => $"'{id}'")];
            if (missing.Length > 0)
                problems.Add($"There is no road {string.Join(", ", missing)} in the plan's {Vocabulary.PatrolRoads} to close.");
        }

        problems.AddRange(UnknownKinds(plan, closure));
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(' ', problems), nameof(closure));
        foreach (HazardArea hazard in closure.Hazards(plan))
        {
            IPreparedGeometry area = PreparedGeometryFactory.Prepare(hazard.Geometry);
            foreach (int edge in graph.Places.EdgesIn(hazard.Geometry.EnvelopeInternal))
            {
                if (area.Intersects(Line(graph, edge)))
                    closed.Add(edge);
            }
        }

        return closed;
    }

    // Whoever types an id cannot say whether the plan has it as a text or as a number.
    internal static FeatureId AsNumber(FeatureId id) =>
        !id.IsNumber && long.TryParse(id.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? FeatureId.Of(number) : id;

    private static LineString Line(RoadGraph graph, int edge)
    {
        int first = graph.ShapeStarts[edge];
        var vertices = new Coordinate[graph.ShapeStarts[edge + 1] - first];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = new Coordinate(graph.Longitudes[first + i], graph.Latitudes[first + i]);
        return Wgs84Geometry.Factory.CreateLineString(vertices);
    }

    private static IEnumerable<string> UnknownKinds(Plan plan, RoadClosure closure)
    {
        if (closure.HazardKinds.IsDefaultOrEmpty)
            yield break;
        string[] kinds = [.. plan.HazardAreas.Select(hazard => hazard.Kind).Where(kind => kind.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        string[] unknown =
        [
            .. closure.HazardKinds
                .Where(kind => !string.Equals(kind, RoadClosure.EveryKind, StringComparison.OrdinalIgnoreCase) && !kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
                .Select(kind => $"'{kind}'"),
        ];
        if (unknown.Length == 0)
            yield break;
        string there = kinds.Length == 0 ? "there are none of any kind" : $"there are: {string.Join(", ", kinds)}";
        yield return $"There is no hazard area of kind {string.Join(", ", unknown)}; {there}.";
    }
}
