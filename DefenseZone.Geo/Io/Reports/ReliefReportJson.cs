using System.Text.Json;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The figures of a hillshade, of slopes or of directions as JSON: what is not known is null.</summary>
public static class ReliefReportJson
{
    /// <summary>Where the eight directions point, in the order of <see cref="CellFigures.ByDirection"/>.</summary>
    public static IReadOnlyList<string> Directions { get; } = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];

    /// <summary>Writes the report as one object: its figures, the cells, and how they were obtained.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="seconds">How long it took to work it out, without reading and writing.</param>
    public static void Write(Utf8JsonWriter writer, ReliefReport report, double seconds)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        CellFigures figures = report.Figures;
        writer.WriteStartObject();
        writer.WriteString("analysis", ReliefWords.Kinds[report.Problem.Kind]);
        writer.WriteString("unit", ReliefWords.Unit(report.Problem));
        writer.WriteNumber("valueCells", figures.Cells);
        writer.WriteFigure("lowest", figures.Lowest);
        writer.WriteFigure("highest", figures.Highest);
        writer.WriteFigure("mean", figures.Mean);
        if (!figures.ByDirection.IsEmpty)
        {
            writer.WriteStartObject("cellsByDirection");
            for (int i = 0; i < Directions.Count; i++)
                writer.WriteNumber(Directions[i], figures.ByDirection[i]);
            writer.WriteEndObject();
        }

        writer.WriteNumber("seconds", Math.Round(seconds, 6));
        WriteMethod(writer, report.Problem);
        writer.WriteStartObject("ground");
        writer.WriteCells(report.Frame);
        writer.WriteElevations(report.Elevations);
        writer.WriteEndObject();
        ViewshedReportJson.WriteTerrain(writer, report.Problem.Part.Terrain);
        ViewshedReportJson.WriteNotes(writer, report.Notes);
        writer.WriteEndObject();
    }

    private static void WriteMethod(Utf8JsonWriter writer, ReliefProblem problem)
    {
        writer.WriteStartObject("method");
        writer.WriteString("gradient", "Horn 1981");
        if (problem.Kind == ReliefKind.Hillshade)
        {
            writer.WriteFigure("azimuthDegrees", problem.AzimuthDegrees);
            writer.WriteFigure("altitudeDegrees", problem.AltitudeDegrees);
            writer.WriteFigure("verticalExaggeration", problem.VerticalExaggeration);
        }

        writer.WriteEndObject();
    }
}
