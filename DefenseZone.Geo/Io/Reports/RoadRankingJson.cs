using System.Text.Json;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>Proposed roads by what they bring for their cost, as JSON and CSV.</summary>
public static class RoadRankingJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, RoadRankingReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        RoadRankingProblem problem = report.Problem;
        writer.WriteStartObject();
        writer.WriteBoolean("found", !report.Roads.IsEmpty);
        writer.WriteString("reason", report.Explanation);
        writer.WriteMetres("borderMetres", report.BorderMetres);
        writer.WriteNumber("minutes", problem.Minutes);
        writer.WriteMetres("beforeMetres", report.BeforeMetres);
        int rank = 0;
        writer.WriteArray("roads", report.Roads, road =>
        {
            writer.WriteNumber("rank", ++rank);
            writer.WriteId("id", road.Road.Id);
            writer.WriteString("name", road.Road.Name);
            writer.WriteMetres("lengthMetres", road.LengthMetres);
            writer.WriteCost("cost", road.Cost);
            writer.WriteBoolean("isCostEstimated", road.IsCostEstimated);
            writer.WriteMetres("gainedMetres", road.Alone.GainedMetres);
            writer.WriteRatio("gainedKilometresPerMillion", road.Alone.GainedKilometresPerMillion);
            writer.WriteMetres("gainedInOrderMetres", road.GainedInOrderMetres);
        });
        writer.WriteTexts("notes", report.Notes);
        writer.WriteStartObject("method");
        writer.WriteTexts("rankedStatuses", problem.Statuses.Select(status => Vocabulary.Statuses[status]));
        writer.WriteResponders(problem.Facilities, problem.Roads, problem.Minutes);
        writer.WriteStandard(problem.Standard);
        writer.WriteString("ellipsoid", "WGS84");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a row for each road.</summary>
    public static void WriteCsv(TextWriter output, RoadRankingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var row = new CsvRow(output);
        row.Headings("rank", "id", "name", "lengthMetres", "cost", "isCostEstimated", "gainedMetres", "gainedKilometresPerMillion", "gainedInOrderMetres");
        int rank = 0;
        foreach (RankedRoad road in report.Roads)
        {
            row.Add(++rank)
                .Add(road.Road.Id)
                .Add(road.Road.Name)
                .Add(ReportNumbers.Metres(road.LengthMetres))
                .Add(NewRoadJson.Cost(road.Cost))
                .Add(road.IsCostEstimated ? "true" : "false")
                .Add(ReportNumbers.Metres(road.Alone.GainedMetres))
                .Add(ReportNumbers.Ratio(road.Alone.GainedKilometresPerMillion))
                .Add(ReportNumbers.Metres(road.GainedInOrderMetres))
                .End();
        }
    }
}
