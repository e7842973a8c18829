using System.Text.Json;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>What the reports on roads have in common: seconds to the millisecond, references, places, and how the network was made.</summary>
internal static class RoadJson
{
    /// <summary>Seconds; null where they are not finite.</summary>
    internal static void WriteSeconds(this Utf8JsonWriter writer, string name, double seconds) => writer.WriteMetres(name, seconds);

    internal static void WriteFacility(this Utf8JsonWriter writer, Facility facility)
    {
        writer.WriteString("layer", facility.LayerName);
        writer.WriteId("id", facility.Id);
        writer.WriteString("name", facility.Name);
    }

    internal static void WritePoint(this Utf8JsonWriter writer, string name, GeoPoint place)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(ReportNumbers.Degrees(place.LongitudeDegrees));
        writer.WriteNumberValue(ReportNumbers.Degrees(place.LatitudeDegrees));
        writer.WriteEndArray();
    }

    internal static void WriteIds(this Utf8JsonWriter writer, string name, IEnumerable<FeatureId> ids)
    {
        writer.WriteStartArray(name);
        foreach (FeatureId id in ids)
        {
            if (id.IsNumber)
                writer.WriteRawValue(id.Text, skipInputValidation: true);
            else
                writer.WriteStringValue(id.Text);
        }

        writer.WriteEndArray();
    }

    internal static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The member <c>network</c>: its size, and what became of the roads.</summary>
    internal static void WriteNetwork(this Utf8JsonWriter writer, RoadNetwork network)
    {
        RoadNetworkReport report = network.Report;
        writer.WriteStartObject("network");
        writer.WriteNumber("roads", report.RoadCount);
        writer.WriteNumber("omittedRoads", report.OmittedRoadCount);
        writer.WriteNumber("nodes", network.NodeCount);
        writer.WriteNumber("edges", network.EdgeCount);
        writer.WriteNumber("closedEdges", Enumerable.Range(0, network.EdgeCount).Count(network.IsClosed));
        writer.WriteNumber("components", network.ComponentCount);
        writer.WriteMetres("lengthMetres", network.LengthMetres);
        writer.WriteNumber("snapped", report.Snapped.Length);
        writer.WriteNumber("splits", report.Splits.Length);
        writer.WriteNumber("dangling", report.Dangling.Length);
        writer.WriteNumber("gradeSeparations", report.GradeSeparations.Length);
        writer.WriteNumber("nearMisses", report.NearMisses.Length);
        writer.WriteNumber("problems", report.Problems.Length);
        writer.WriteEndObject();
    }

    /// <summary>The member <c>method</c>: every parameter that bears on the answer.</summary>
    internal static void WriteRoadMethod(this Utf8JsonWriter writer, RoadNetwork network, RoadClosure closure)
    {
        RoadNetworkOptions options = network.Options;
        writer.WriteStartObject("method");
        writer.WriteString("season", options.Season == RoadSeason.Wet ? "wet" : "dry");
        if (options.Year is { } year)
            writer.WriteNumber("year", year);
        else
            writer.WriteNull("year");
        writer.WriteStartArray("roadStatuses");
        foreach (LifecycleStatus status in options.Statuses.IsDefaultOrEmpty ? [] : options.Statuses)
            writer.WriteStringValue(Vocabulary.Statuses[status]);
        writer.WriteEndArray();
        writer.WriteNumber("walkingKmh", ReportNumbers.Ratio(options.WalkingMetresPerSecond * 3.6));
        writer.WriteNumber("offRoadKmh", ReportNumbers.Ratio(network.OffRoadMetresPerSecond * 3.6));
        writer.WriteNumber("snapMetres", options.SnapMetres);
        writer.WriteBoolean("terrain", options.Ground is not null);
        writer.WriteIds("closedRoads", closure.Roads.IsDefaultOrEmpty ? [] : closure.Roads);
        writer.WriteStartArray("closedHazards");
        foreach (string kind in closure.HazardKinds.IsDefaultOrEmpty ? [] : closure.HazardKinds)
            writer.WriteStringValue(kind);
        writer.WriteEndArray();
        writer.WriteStartArray("closedHazardSeasons");
        foreach (string season in closure.HazardSeasons.IsDefaultOrEmpty ? [] : closure.HazardSeasons)
            writer.WriteStringValue(season);
        writer.WriteEndArray();
        writer.WriteString("ellipsoid", "WGS84");
        writer.WriteEndObject();
    }

    /// <summary>The member <c>legs</c>.</summary>
    internal static void WriteLegs(this Utf8JsonWriter writer, RoadNetwork network, IEnumerable<RouteLeg> legs) => writer.WriteArray("legs", legs, leg =>
    {
        writer.WriteId("road", leg.IsOnFoot ? FeatureId.None : network.Roads[leg.Road].Id);
        writer.WriteString("name", leg.IsOnFoot ? string.Empty : network.Roads[leg.Road].Name);
        writer.WriteMetres("lengthMetres", leg.LengthMetres);
        writer.WriteSeconds("seconds", leg.Seconds);
        writer.WriteMetres("climbMetres", leg.ClimbMetres);
        writer.WriteMetres("descentMetres", leg.DescentMetres);
        writer.WritePoint("from", leg.Shape[0]);
        writer.WritePoint("to", leg.Shape[^1]);
    });
}
