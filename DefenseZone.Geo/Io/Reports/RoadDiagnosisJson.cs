using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The diagnosis of a network as JSON and CSV.</summary>
public static class RoadDiagnosisJson
{
    /// <summary>The words for kinds of problems.</summary>
    internal static string Word(RoadProblemKind kind) => kind switch
    {
        RoadProblemKind.NoGeometry => "no-geometry",
        RoadProblemKind.NoLength => "no-length",
        RoadProblemKind.Duplicate => "duplicate",
        _ => "no-speed",
    };

    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, RoadDiagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(diagnosis);
        RoadNetworkReport report = diagnosis.Network.Report;
        writer.WriteStartObject();
        writer.WriteNetwork(diagnosis.Network);
        writer.WriteNumber("bridgeCount", diagnosis.BridgeCount);
        writer.WriteNumber("articulationCount", diagnosis.ArticulationCount);
        WriteParts(writer, diagnosis);
        WriteFacilities(writer, "cutOff", diagnosis, diagnosis.CutOff);
        WriteFacilities(writer, "unjoined", diagnosis, diagnosis.Unjoined);
        writer.WriteArray("critical", diagnosis.CriticalEdges, edge =>
        {
            writer.WriteId("road", edge.Road);
            writer.WriteMetres("lengthMetres", edge.LengthMetres);
            writer.WriteMetres("beyondRoadMetres", edge.BeyondRoadMetres);
            writer.WriteMetres("servedBorderMetres", edge.ServedBorderMetres);
            writer.WriteBoolean("leavesNoBase", edge.LeavesNoBase);
            WriteFacilities(writer, "cutOff", diagnosis, edge.CutOff);
            writer.WritePoint("from", diagnosis.Network.PointAt(edge.Edge, 0));
            writer.WritePoint("to", diagnosis.Network.PointAt(edge.Edge, 1));
        });
        writer.WriteArray("criticalJunctions", diagnosis.CriticalNodes, node =>
        {
            writer.WritePoint("place", node.Place);
            writer.WriteIds("roads", node.Roads);
            WriteFacilities(writer, "cutOff", diagnosis, node.CutOff);
        });
        writer.WriteArray("deadEnds", diagnosis.DeadEnds, end =>
        {
            writer.WriteId("road", end.Road);
            writer.WritePoint("place", end.Place);
            writer.WriteMetres("lengthMetres", end.LengthMetres);
        });
        WriteNoding(writer, report);
        writer.WriteRoadMethod(diagnosis.Network, diagnosis.Response.Problem.Closure);
        writer.WriteEndObject();
    }

    /// <summary>Writes a row for each finding: <c>what</c>, <c>road</c>, <c>other</c>, <c>metres</c>, <c>cutOff</c>, <c>servedBorderMetres</c>, <c>lon</c>, <c>lat</c>.</summary>
    public static void WriteCsv(TextWriter output, RoadDiagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(diagnosis);
        var row = new CsvRow(output);
        row.Headings("what", "road", "other", "metres", "cutOff", "servedBorderMetres", "lon", "lat");
        void Row(string what, FeatureId road, FeatureId other, double metres, int? cutOff, double served, Geodesy.GeoPoint? place) => row
            .Add(what).Add(road).Add(other).Add(ReportNumbers.Metres(metres)).Add(cutOff is { } count ? $"{count}" : string.Empty).Add(ReportNumbers.Metres(served))
            .Add(ReportNumbers.Degrees(place?.LongitudeDegrees ?? double.NaN)).Add(ReportNumbers.Degrees(place?.LatitudeDegrees ?? double.NaN)).End();
        RoadNetworkReport report = diagnosis.Network.Report;
        foreach (RoadProblem problem in report.Problems)
            Row(Word(problem.Kind), problem.Road, problem.Other, double.NaN, null, double.NaN, null);
        foreach (SnappedEnd end in report.Snapped)
            Row("snapped", end.Road, end.Onto, end.DistanceMetres, null, double.NaN, end.From);
        foreach (SplitRoad split in report.Splits)
            Row("split", split.Road, split.By, double.NaN, null, double.NaN, split.Place);
        foreach (GradeSeparation crossing in report.GradeSeparations)
            Row("grade-separation", crossing.Road, crossing.Other, double.NaN, null, double.NaN, crossing.Place);
        foreach (DanglingEnd end in report.Dangling)
            Row("dangling", end.Road, FeatureId.None, double.NaN, null, double.NaN, end.Place);
        foreach (NearMiss miss in report.NearMisses)
            Row("near-miss", miss.Road, miss.Other, miss.DistanceMetres, null, double.NaN, miss.Place);
        foreach (NetworkPart part in diagnosis.Parts)
        {
            if (part.MissingLink is { } link)
                Row("missing-link", link.FromRoad, link.ToRoad, link.LengthMetres, part.HasBase ? 0 : part.Facilities.Length, double.NaN, link.From);
        }

        foreach (CriticalEdge edge in diagnosis.CriticalEdges)
            Row("critical", edge.Road, FeatureId.None, edge.LengthMetres, edge.CutOff.Length, edge.ServedBorderMetres, diagnosis.Network.PointAt(edge.Edge, 0.5));
        foreach (DeadEnd end in diagnosis.DeadEnds)
            Row("dead-end", end.Road, FeatureId.None, end.LengthMetres, null, double.NaN, end.Place);
    }

    private static void WriteParts(Utf8JsonWriter writer, RoadDiagnosis diagnosis) => writer.WriteArray("parts", diagnosis.Parts, part =>
    {
        writer.WriteNumber("number", part.Number);
        writer.WriteMetres("roadMetres", part.RoadMetres);
        writer.WriteNumber("nodes", part.NodeCount);
        writer.WriteNumber("facilityCount", part.Facilities.Length);
        writer.WriteBoolean("hasBase", part.HasBase);
        if (part.MissingLink is not { } link)
        {
            writer.WriteNull("missingLink");
            return;
        }

        writer.WriteStartObject("missingLink");
        writer.WriteMetres("lengthMetres", link.LengthMetres);
        writer.WritePoint("from", link.From);
        writer.WritePoint("to", link.To);
        writer.WriteId("fromRoad", link.FromRoad);
        writer.WriteId("toRoad", link.ToRoad);
        writer.WriteNumber("toPart", link.ToPart);
        writer.WriteEndObject();
    });

    private static void WriteFacilities(Utf8JsonWriter writer, string name, RoadDiagnosis diagnosis, ImmutableArray<int> facilities) =>
        writer.WriteArray(name, facilities, facility => writer.WriteFacility(diagnosis.Facilities[facility]));

    private static void WriteNoding(Utf8JsonWriter writer, RoadNetworkReport report)
    {
        writer.WriteArray("problems", report.Problems, problem =>
        {
            writer.WriteString("kind", Word(problem.Kind));
            writer.WriteId("road", problem.Road);
            writer.WriteId("other", problem.Other);
            writer.WriteString("message", problem.Message);
        });
        writer.WriteArray("snapped", report.Snapped, end =>
        {
            writer.WriteId("road", end.Road);
            writer.WriteString("end", end.AtEnd ? "last" : "first");
            writer.WriteId("onto", end.Onto);
            writer.WriteMetres("distanceMetres", end.DistanceMetres);
            writer.WritePoint("from", end.From);
            writer.WritePoint("to", end.To);
        });
        writer.WriteArray("splits", report.Splits, split =>
        {
            writer.WriteId("road", split.Road);
            writer.WriteId("by", split.By);
            writer.WritePoint("place", split.Place);
        });
        writer.WriteArray("dangling", report.Dangling, end =>
        {
            writer.WriteId("road", end.Road);
            writer.WriteString("end", end.AtEnd ? "last" : "first");
            writer.WritePoint("place", end.Place);
        });
        writer.WriteArray("gradeSeparations", report.GradeSeparations, crossing =>
        {
            writer.WriteId("road", crossing.Road);
            writer.WriteId("other", crossing.Other);
            writer.WritePoint("place", crossing.Place);
        });
        writer.WriteArray("nearMisses", report.NearMisses, miss =>
        {
            writer.WriteId("road", miss.Road);
            writer.WriteString("end", miss.AtEnd ? "last" : "first");
            writer.WriteId("other", miss.Other);
            writer.WriteMetres("distanceMetres", miss.DistanceMetres);
            writer.WritePoint("place", miss.Place);
        });
    }
}
