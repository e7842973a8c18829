using System.Text.Json;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>New roads that join a network at least cost, as JSON and CSV. Parts are numbered from 0, by falling length of road.</summary>
public static class RoadConnectionJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, RoadConnectionReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        RoadConnectionProblem problem = report.Problem;
        writer.WriteStartObject();
        writer.WriteBoolean("found", report.IsFound);
        writer.WriteString("reason", report.Explanation);
        writer.WriteNumber("parts", report.PartCount);
        writer.WriteNumber("joinedParts", report.JoinedCount);
        writer.WriteCost("cost", report.Cost);
        writer.WriteCost("lowerBoundCost", report.LowerBoundCost);
        writer.WriteRatio("gapRatio", report.GapRatio);
        writer.WriteMetres("lengthMetres", report.Links.Sum(link => link.LengthMetres));
        int number = 0;
        writer.WriteArray("links", report.Links, link =>
        {
            writer.WriteNumber("number", ++number);
            writer.WriteNumber("fromPart", link.FromPart);
            writer.WriteNumber("toPart", link.ToPart);
            writer.WritePoint("from", link.From);
            writer.WritePoint("to", link.To);
            if (link.Road is { } road)
            {
                writer.WriteCourse(road);
                return;
            }

            writer.WriteMetres("lengthMetres", link.LengthMetres);
            writer.WriteCost("cost", link.Cost);
        });
        writer.WriteTexts("notes", report.Notes);
        writer.WriteStartObject("method");
        writer.WriteString("tree", report.Method);
        writer.WriteBoolean("onTerrain", problem.OnTerrain);
        writer.WriteBoolean("onlyWithFacilities", problem.OnlyWithFacilities);
        writer.WriteStandard(problem.Standard);
        writer.WriteObstacles(problem.Obstacles);
        writer.WriteRoads(problem.Roads);
        writer.WriteString("ellipsoid", "WGS84");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a row for each link.</summary>
    public static void WriteCsv(TextWriter output, RoadConnectionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var row = new CsvRow(output);
        row.Headings("number", "fromPart", "toPart", "lengthMetres", "cost", "climbMetres", "worstGrade", "fromLon", "fromLat", "toLon", "toLat");
        int number = 0;
        foreach (ConnectionLink link in report.Links)
        {
            row.Add(++number)
                .Add(link.FromPart)
                .Add(link.ToPart)
                .Add(ReportNumbers.Metres(link.LengthMetres))
                .Add(NewRoadJson.Cost(link.Cost))
                .Add(ReportNumbers.Metres(link.Road?.ClimbMetres ?? double.NaN))
                .Add(ReportNumbers.Ratio(link.Road?.WorstGrade ?? double.NaN))
                .Add(ReportNumbers.Degrees(link.From.LongitudeDegrees))
                .Add(ReportNumbers.Degrees(link.From.LatitudeDegrees))
                .Add(ReportNumbers.Degrees(link.To.LongitudeDegrees))
                .Add(ReportNumbers.Degrees(link.To.LatitudeDegrees))
                .End();
        }
    }
}
