using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain.Shape;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>Contour lines: their figures as JSON, and the lines as features.</summary>
public static class ContourReportJson
{
    /// <summary>The name of the layer of lines.</summary>
    public const string LayerName = "contours";

    /// <summary>Writes the figures as one object, with the cells and how the lines were obtained.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="seconds">How long it took.</param>
    public static void Write(Utf8JsonWriter writer, ContourReport report, double seconds)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.WriteStartObject();
        writer.WriteString("analysis", LayerName);
        writer.WriteNumber("lines", report.Lines.Length);
        writer.WriteNumber("closedLines", report.Lines.Count(static line => line.IsClosed));
        writer.WriteNumber("places", report.Places);
        writer.WriteStartArray("levels");
        foreach (IGrouping<double, ContourLine> level in report.Lines.GroupBy(static line => line.ElevationMetres))
        {
            writer.WriteStartObject();
            writer.WriteMetres("elevationMetres", level.Key);
            writer.WriteNumber("lines", level.Count());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("seconds", Math.Round(seconds, 6));
        writer.WriteStartObject("method");
        writer.WriteString("contours", "marching squares");
        writer.WriteMetres("intervalMetres", report.Problem.IntervalMetres);
        writer.WriteMetres("baseMetres", report.Problem.BaseMetres);
        writer.WriteEndObject();
        writer.WriteStartObject("ground");
        writer.WriteCells(report.Frame);
        writer.WriteElevations(report.Elevations);
        writer.WriteEndObject();
        ViewshedReportJson.WriteTerrain(writer, report.Problem.Part.Terrain);
        ViewshedReportJson.WriteNotes(writer, report.Notes);
        writer.WriteEndObject();
    }

    /// <summary>
    /// A feature a line, from the lowest level up: a LineString on WGS84 with the higher ground on its right (cut where it
    /// crosses the antimeridian), with <c>elevationMetres</c> and <c>closed</c>.
    /// </summary>
    public static IEnumerable<PlanFeature> Features(ContourReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return EachFeature(report, cancellationToken);
    }

    private static IEnumerable<PlanFeature> EachFeature(ContourReport report, CancellationToken cancellationToken)
    {
        int number = 0;
        foreach (ContourLine line in report.Lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pieces = new List<LineString>();
            AntimeridianCut.Add(line.OnEarth(report.Frame), pieces);
            yield return new OtherFeature
            {
                Layer = LayerName,
                Id = FeatureId.Of(++number),
                Geometry = pieces.Count == 1 ? pieces[0] : Wgs84Geometry.Factory.CreateMultiLineString([.. pieces]),
                OtherProperties = FeatureProperties.Of(
                [
                    KeyValuePair.Create("elevationMetres", PropertyValue.Of(ReportNumbers.Metres(line.ElevationMetres))),
                    KeyValuePair.Create("closed", PropertyValue.Of(line.IsClosed)),
                ]),
            };
        }
    }
}
