using System.Text.Json;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Survey;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>What a terrain is, as JSON: metres, places as <c>[longitude, latitude]</c>, what is not known is null.</summary>
public static class TerrainReportJson
{
    private const string Void = "void";
    private const string Outside = "outside-terrain";

    /// <summary>Writes the report as one object.</summary>
    public static void Write(Utf8JsonWriter writer, TerrainReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ElevationSurface terrain = report.Problem.Terrain;
        bool isKnown = report.Elevations.VoidCells < report.Elevations.Cells;
        writer.WriteStartObject();
        writer.WriteCells(terrain.Frame);
        writer.WriteElevations(report.Elevations);
        writer.WritePlaceOrNull("lowestPlace", report.LowestPlace, isKnown);
        writer.WritePlaceOrNull("highestPlace", report.HighestPlace, isKnown);
        writer.WriteStartArray("tiles");
        foreach (TerrainTile tile in terrain.Tiles)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tile.Name);
            writer.WriteString("format", tile.Format);
            writer.WriteCells(tile.Frame);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteBorder(writer, report.Border);
        writer.WriteStartArray("postsWithoutGround");
        foreach (SurveyedPost post in report.Posts)
        {
            writer.WriteStartObject();
            writer.WriteString("layer", post.Post.LayerName);
            writer.WriteId("id", post.Post.Id);
            writer.WriteString("name", post.Post.Name);
            writer.WriteString("ground", post.Ground == PlaceGround.Void ? Void : Outside);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        ViewshedReportJson.WriteNotes(writer, report.Notes);
        writer.WriteEndObject();
    }

    private static void WriteBorder(Utf8JsonWriter writer, BorderGround border)
    {
        if (border.LengthMetres <= 0)
        {
            writer.WriteNull("border");
            return;
        }

        writer.WriteStartObject("border");
        writer.WriteMetres("lengthMetres", border.LengthMetres);
        writer.WriteMetres("knownMetres", border.KnownMetres);
        writer.WriteMetres("voidMetres", border.VoidMetres);
        writer.WriteMetres("outsideMetres", border.OutsideMetres);
        writer.WriteEndObject();
    }
}
