using System.Text.Json;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// Courses for a new road as JSON and CSV: metres on the WGS84 ellipsoid, grades as metres of height a metre of way, costs in
/// the plan's own unit of money. The profile of a course is its line too.
/// </summary>
public static class RoadSitingJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, RoadSitingReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        RoadSitingProblem problem = report.Problem;
        writer.WriteStartObject();
        writer.WriteBoolean("found", report.IsFound);
        writer.WriteString("reason", report.Explanation);
        writer.WriteTexts("faults", report.Faults);
        if (report.FeasibleGrade is { } grade)
            writer.WriteRatio("feasibleGrade", grade);
        else
            writer.WriteNull("feasibleGrade");
        if (report.SteepestPlace is { } steepest)
            writer.WritePoint("steepestPlace", steepest);
        else
            writer.WriteNull("steepestPlace");
        writer.WriteEnd("from", problem.From);
        writer.WriteEnd("to", problem.To);
        int number = 0;
        writer.WriteArray("roads", report.Roads, road =>
        {
            writer.WriteNumber("number", ++number);
            writer.WriteCourse(road);
        });
        writer.WriteTexts("notes", report.Notes);
        WriteMethod(writer, report);
        writer.WriteEndObject();
    }

    /// <summary>Writes a row for each course.</summary>
    public static void WriteCsv(TextWriter output, RoadSitingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var row = new CsvRow(output);
        row.Headings(
            "number", "lengthMetres", "cost", "climbMetres", "descentMetres", "worstGrade", "hairpins", "overlapRatio", "minutes", "gainedMetres", "gainedKilometresPerMillion");
        int number = 0;
        foreach (SitedRoad road in report.Roads)
        {
            row.Add(++number)
                .Add(ReportNumbers.Metres(road.LengthMetres))
                .Add(NewRoadJson.Cost(road.Cost))
                .Add(ReportNumbers.Metres(road.ClimbMetres))
                .Add(ReportNumbers.Metres(road.DescentMetres))
                .Add(ReportNumbers.Ratio(road.WorstGrade))
                .Add(road.HairpinCount)
                .Add(ReportNumbers.Ratio(road.OverlapRatio))
                .Add(road.Gain?.Minutes ?? double.NaN)
                .Add(ReportNumbers.Metres(road.Gain?.GainedMetres ?? double.NaN))
                .Add(ReportNumbers.Ratio(road.Gain?.GainedKilometresPerMillion ?? double.NaN))
                .End();
        }
    }

    private static void WriteMethod(Utf8JsonWriter writer, RoadSitingReport report)
    {
        RoadSitingProblem problem = report.Problem;
        writer.WriteStartObject("method");
        writer.WriteString("search", "cheapest course over 64 directions with turns, A*; others by penalty");
        writer.WriteMetres("cellMetres", report.CellMetres);
        writer.WriteNumber("alternatives", problem.Alternatives);
        writer.WriteRatio("maximumOverlap", problem.MaximumOverlap);
        writer.WriteRatio("maximumCostRatio", problem.MaximumCostRatio);
        writer.WriteRatio("marginRatio", problem.MarginRatio);
        writer.WriteNumber("maximumCells", problem.MaximumCells);
        writer.WriteStandard(problem.Standard);
        writer.WriteObstacles(problem.Obstacles);
        if (problem.Minutes is { } minutes)
        {
            writer.WriteNumber("minutes", minutes);
            writer.WriteResponders(problem.Facilities, problem.Roads, minutes);
        }
        else
        {
            writer.WriteNull("minutes");
            writer.WriteRoads(problem.Roads);
        }

        writer.WriteString("ellipsoid", "WGS84");
        writer.WriteEndObject();
    }
}
