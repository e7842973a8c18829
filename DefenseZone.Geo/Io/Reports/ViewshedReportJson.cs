using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// What observers see, as JSON: metres, places as <c>[longitude, latitude]</c>, what is not known is null; and as
/// features with the same figures.
/// </summary>
public static class ViewshedReportJson
{
    /// <summary>Writes the report as one object: its figures for each observer and for all together, and how they were obtained.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="seconds">How long it took to find it, without reading and writing.</param>
    public static void Write(Utf8JsonWriter writer, ViewshedReport report, double seconds)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.WriteStartObject();
        writer.WriteStartArray("observers");
        foreach (Viewshed viewshed in report.Viewsheds)
        {
            writer.WriteStartObject();
            writer.WriteString("name", viewshed.Observer.Name);
            writer.WritePlace("place", viewshed.Place);
            writer.WriteString("ground", SightWords.Grounds[viewshed.Ground]);
            writer.WriteMetres("groundMetres", viewshed.GroundMetres);
            writer.WriteMetres("observerHeightMetres", viewshed.Conditions.ObserverHeightMetres);
            writer.WriteMetres("rangeMetres", viewshed.RangeMetres);
            writer.WriteNumber("visibleCells", viewshed.VisibleCells);
            writer.WriteNumber("cellsWithin", viewshed.CellsWithin);
            writer.WriteNumber("voidCells", viewshed.VoidCells);
            writer.WriteMetres("visibleSquareMetres", viewshed.VisibleSquareMetres);
            writer.WriteRatio("visibleRatio", viewshed.VisibleRatio);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("visibleCells", report.Cumulative.CellsSeenBy(1));
        writer.WriteNumber("seconds", Math.Round(seconds, 6));
        WriteMethod(writer, report.Problem);
        WriteTerrain(writer, report.Problem.Terrain);
        WriteNotes(writer, report.Notes);
        writer.WriteEndObject();
    }

    /// <summary>A feature for each observer who sees something: the cells seen as polygons, with its figures as properties.</summary>
    public static IEnumerable<PlanFeature> Features(ViewshedReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return EachFeature(report, cancellationToken);
    }

    internal static void WriteTerrain(Utf8JsonWriter writer, ElevationSurface terrain)
    {
        writer.WriteStartObject("terrain");
        writer.WriteNumber("tiles", terrain.Tiles.Length);
        writer.WriteNumber("epsg", terrain.Frame.System.Epsg);
        writer.WriteMetres("resolutionMetres", terrain.IsEmpty ? double.NaN : terrain.ResolutionMetres);
        writer.WriteEndObject();
    }

    internal static void WriteNotes(Utf8JsonWriter writer, ImmutableArray<string> notes)
    {
        writer.WriteStartArray("notes");
        foreach (string note in notes)
            writer.WriteStringValue(note);
        writer.WriteEndArray();
    }

    private static void WriteMethod(Utf8JsonWriter writer, ViewshedProblem problem)
    {
        writer.WriteStartObject("method");
        writer.WriteString("viewshed", problem.Exact ? "exact" : "fast");
        writer.WriteMetres("observerHeightMetres", problem.Conditions.ObserverHeightMetres);
        writer.WriteMetres("targetHeightMetres", problem.Conditions.TargetHeightMetres);
        writer.WriteMetres("rangeMetres", problem.RangeMetres);
        writer.WriteRatio("refraction", problem.Conditions.Refraction);
        writer.WriteRatio("curvatureCoefficient", problem.Conditions.CurvatureCoefficient);
        writer.WriteNumber("earthRadiusMetres", SightConditions.EarthRadiusMetres);
        writer.WriteEndObject();
    }

    private static IEnumerable<PlanFeature> EachFeature(ViewshedReport report, CancellationToken cancellationToken)
    {
        int number = 0;
        foreach (Viewshed viewshed in report.Viewsheds)
        {
            number++;
            if (viewshed.VisibleCells == 0)
                continue;
            yield return new OtherFeature
            {
                Layer = "viewsheds",
                Id = FeatureId.Of(number),
                Name = viewshed.Observer.Name,
                Geometry = viewshed.Outline(cancellationToken),
                OtherProperties = FeatureProperties.Of(
                [
                    KeyValuePair.Create("visibleCells", PropertyValue.Of(viewshed.VisibleCells)),
                    KeyValuePair.Create("visibleSquareMetres", PropertyValue.Of(ReportNumbers.Metres(viewshed.VisibleSquareMetres))),
                    KeyValuePair.Create("visibleRatio", PropertyValue.Of(ReportNumbers.Ratio(viewshed.VisibleRatio))),
                    KeyValuePair.Create("rangeMetres", PropertyValue.Of(viewshed.RangeMetres)),
                    KeyValuePair.Create("groundMetres", PropertyValue.Of(ReportNumbers.Metres(viewshed.GroundMetres))),
                    KeyValuePair.Create("observerHeightMetres", PropertyValue.Of(viewshed.Conditions.ObserverHeightMetres)),
                    KeyValuePair.Create("targetHeightMetres", PropertyValue.Of(viewshed.Conditions.TargetHeightMetres)),
                ]),
            };
        }
    }
}
