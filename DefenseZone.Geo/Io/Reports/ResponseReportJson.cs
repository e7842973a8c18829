using System.Text.Json;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>Response times as JSON and CSV; seconds and metres, and what never happens is null.</summary>
public static class ResponseReportJson
{
    private const int FlushBytes = 1 << 16;

    /// <summary>Writes one object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="report">The times.</param>
    /// <param name="minutes">The time within which the border reached is measured; none for no such figure.</param>
    /// <param name="nodes">Whether to list the nodes of the network with their times.</param>
    /// <param name="before">The times without closures; none where nothing is closed.</param>
    public static void Write(Utf8JsonWriter writer, ResponseReport report, double? minutes = null, bool nodes = false, ResponseReport? before = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.WriteStartObject();
        WriteFigures(writer, report, minutes);
        if (before is not null)
        {
            writer.WriteStartObject("before");
            WriteFigures(writer, before, minutes);
            writer.WriteEndObject();
        }

        writer.WriteNumber("buildSeconds", ReportNumbers.Ratio(report.BuildSeconds));
        writer.WriteNumber("querySeconds", ReportNumbers.Ratio(report.QuerySeconds));
        WriteFacilities(writer, report);
        WriteStretches(writer, report);
        if (nodes)
            WriteNodes(writer, report);
        writer.WriteNetwork(report.Network);
        writer.WriteRoadMethod(report.Network, report.Problem.Closure);
        writer.WriteEndObject();
    }

    /// <summary>Writes a row for each stretch, with the names of the JSON as headings.</summary>
    public static void WriteCsv(TextWriter output, ResponseReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var row = new CsvRow(output);
        row.Headings("fromMetres", "toMetres", "lengthMetres", "fromSeconds", "toSeconds", "leastSeconds", "mostSeconds", "facilityLayer", "facilityId", "road");
        foreach (ResponseStretch stretch in report.Stretches)
        {
            Facility? facility = stretch.Facility >= 0 ? report.Facilities[stretch.Facility] : null;
            row.Add(ReportNumbers.Metres(stretch.FromMetres))
                .Add(ReportNumbers.Metres(stretch.ToMetres))
                .Add(ReportNumbers.Metres(stretch.LengthMetres))
                .Add(ReportNumbers.Metres(stretch.FromSeconds))
                .Add(ReportNumbers.Metres(stretch.ToSeconds))
                .Add(ReportNumbers.Metres(stretch.LeastSeconds))
                .Add(ReportNumbers.Metres(stretch.MostSeconds))
                .Add(facility?.LayerName ?? string.Empty)
                .Add(facility?.Id ?? FeatureId.None)
                .Add(RoadOf(report, stretch))
                .End();
        }
    }

    private static FeatureId RoadOf(ResponseReport report, ResponseStretch stretch) =>
        stretch.Edge >= 0 ? report.Network.Roads[report.Network.Edge(stretch.Edge).Road].Id : FeatureId.None;

    private static void WriteFigures(Utf8JsonWriter writer, ResponseReport report, double? minutes)
    {
        writer.WriteMetres("borderMetres", report.Border.LengthMetres);
        writer.WriteSeconds("mostSeconds", report.MostSeconds);
        writer.WriteSeconds("meanSeconds", report.MeanSeconds);
        if (minutes is not { } limit)
            return;
        writer.WriteNumber("minutes", limit);
        writer.WriteMetres("withinMetres", report.MetresWithin(limit));
    }

    private static void WriteFacilities(Utf8JsonWriter writer, ResponseReport report)
    {
        var first = new double[report.Facilities.Length];
        foreach (ResponseStretch stretch in report.Stretches)
        {
            if (stretch.Facility >= 0)
                first[stretch.Facility] += stretch.LengthMetres;
        }

        writer.WriteStartArray("facilities");
        for (int i = 0; i < report.Facilities.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteFacility(report.Facilities[i]);
            writer.WriteMetres("firstMetres", first[i]);
            NetworkPoint? join = report.Joins[i];
            writer.WriteId("joinRoad", join is { } point ? report.Network.Roads[report.Network.Edge(point.Edge).Road].Id : FeatureId.None);
            writer.WriteMetres("joinMetres", join?.WalkMetres ?? double.NaN);
            writer.WriteSeconds("joinSeconds", join?.WalkSeconds ?? double.NaN);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStretches(Utf8JsonWriter writer, ResponseReport report)
    {
        writer.WriteStartArray("stretches");
        foreach (ResponseStretch stretch in report.Stretches)
        {
            writer.WriteStartObject();
            writer.WriteMetres("fromMetres", stretch.FromMetres);
            writer.WriteMetres("toMetres", stretch.ToMetres);
            writer.WriteMetres("lengthMetres", stretch.LengthMetres);
            writer.WriteSeconds("fromSeconds", stretch.FromSeconds);
            writer.WriteSeconds("toSeconds", stretch.ToSeconds);
            writer.WriteSeconds("leastSeconds", stretch.LeastSeconds);
            writer.WriteSeconds("mostSeconds", stretch.MostSeconds);
            if (stretch.Facility >= 0)
                writer.WriteNumber("facility", stretch.Facility);
            else
                writer.WriteNull("facility");
            writer.WriteId("road", RoadOf(report, stretch));
            writer.WriteEndObject();
            if (writer.BytesPending > FlushBytes)
                writer.Flush();
        }

        writer.WriteEndArray();
    }

    // Their own rounding: whoever compares sums of times wants all digits of them.
    private static void WriteNodes(Utf8JsonWriter writer, ResponseReport report)
    {
        writer.WriteStartArray("nodes");
        for (int node = 0; node < report.Network.NodeCount; node++)
        {
            Geodesy.GeoPoint place = report.Network.Node(node);
            double seconds = report.Times.Seconds[node];
            writer.WriteStartObject();
            writer.WriteNumber("lon", ReportNumbers.Degrees(place.LongitudeDegrees));
            writer.WriteNumber("lat", ReportNumbers.Degrees(place.LatitudeDegrees));
            if (double.IsFinite(seconds))
                writer.WriteNumber("seconds", Math.Round(seconds, 6));
            else
                writer.WriteNull("seconds");
            writer.WriteEndObject();
            if (writer.BytesPending > FlushBytes)
                writer.Flush();
        }

        writer.WriteEndArray();
    }
}
