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
                problems.Add($"There is no road {string.Join(", ", missing)} in the plan's {Vocabulary.PatrolRoads} to close; {Some(plan)}.");
        }

        problems.AddRange(UnknownWords(plan, closure));
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

    // A plan may have thousands: some show how their ids look.
    private static string Some(Plan plan)
    {
        const int Shown = 10;
        int more = plan.PatrolRoads.Length - Shown;
        return plan.PatrolRoads.IsEmpty
            ? "it has none"
            : $"there are: {string.Join(", ", plan.PatrolRoads.Take(Shown).Select(road => road.Id.Text))}{(more > 0 ? $" and {more} more" : string.Empty)}";
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

    private static IEnumerable<string> UnknownWords(Plan plan, RoadClosure closure)
    {
        if (closure.HazardKinds.IsDefaultOrEmpty)
            yield break;
        string[] kinds = [.. closure.HazardKinds.Where(kind => !string.Equals(kind, RoadClosure.EveryKind, StringComparison.OrdinalIgnoreCase))];
        if (Unknown("kind", kinds, plan.HazardAreas.Select(hazard => hazard.Kind)) is { } wrongKinds)
            yield return wrongKinds;
        if (Unknown("season", closure.HazardSeasons.IsDefault ? [] : closure.HazardSeasons, plan.HazardAreas.Select(hazard => hazard.Season)) is { } wrongSeasons)
            yield return wrongSeasons;
    }

    private static string? Unknown(string what, IEnumerable<string> words, IEnumerable<string> inPlan)
    {
        string[] known = [.. inPlan.Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        string[] unknown = [.. words.Where(word => !known.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(word => $"'{word}'")];
        string there = known.Length == 0 ? "there are none of any" : $"there are: {string.Join(", ", known)}";
        return unknown.Length == 0 ? null : $"There is no hazard area of {what} {string.Join(", ", unknown)}; {there}.";
    }
}
