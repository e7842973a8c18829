using System.Text.Json;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>A line of sight with its profile as JSON: metres, places as <c>[longitude, latitude]</c>, what is not known is null.</summary>
public static class SightProfileJson
{
    /// <summary>Writes the profile as one object.</summary>
    public static void Write(Utf8JsonWriter writer, SightProfile profile, ElevationSurface terrain)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(terrain);
        writer.WriteStartObject();
        writer.WriteString("verdict", SightWords.Verdicts[profile.Verdict]);
        writer.WriteBoolean("visible", profile.IsVisible);
        writer.WritePlace("from", profile.From);
        writer.WritePlace("to", profile.To);
        writer.WriteMetres("lengthMetres", profile.LengthMetres);
        if (profile.Obstruction is { } obstruction)
        {
            writer.WriteStartObject("obstruction");
            writer.WriteMetres("distanceMetres", obstruction.DistanceMetres);
            writer.WritePlace("place", obstruction.Place);
            writer.WriteMetres("groundMetres", obstruction.GroundMetres);
            writer.WriteMetres("excessMetres", obstruction.ExcessMetres);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("obstruction");
        }

        writer.WriteMetres("visibleFromHeightMetres", profile.VisibleFromHeightMetres);
        writer.WriteNumber("voidPoints", profile.VoidPoints);
        writer.WriteStartArray("points");
        foreach (ProfilePoint point in profile.Points)
        {
            writer.WriteStartObject();
            writer.WriteMetres("distanceMetres", point.DistanceMetres);
            writer.WritePlace("place", point.Place);
            writer.WriteMetres("groundMetres", point.GroundMetres);
            writer.WriteMetres("sightMetres", point.SightMetres);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("method");
        writer.WriteMetres("observerHeightMetres", profile.Conditions.ObserverHeightMetres);
        writer.WriteMetres("targetHeightMetres", profile.Conditions.TargetHeightMetres);
        writer.WriteRatio("refraction", profile.Conditions.Refraction);
        writer.WriteNumber("earthRadiusMetres", SightConditions.EarthRadiusMetres);
        writer.WriteEndObject();
        ViewshedReportJson.WriteTerrain(writer, terrain);
        ViewshedReportJson.WriteNotes(writer, terrain.Notes);
        writer.WriteEndObject();
    }

    /// <summary>Writes the points as CSV, with the names of the JSON as headings.</summary>
    public static void WriteCsv(TextWriter output, SightProfile profile)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(profile);
        var row = new CsvRow(output);
        row.Headings("distanceMetres", "longitude", "latitude", "groundMetres", "sightMetres");
        foreach (ProfilePoint point in profile.Points)
        {
            row.Add(ReportNumbers.Metres(point.DistanceMetres))
                .Add(ReportNumbers.Degrees(point.Place.LongitudeDegrees))
                .Add(ReportNumbers.Degrees(point.Place.LatitudeDegrees))
                .Add(ReportNumbers.Metres(point.GroundMetres))
                .Add(ReportNumbers.Metres(point.SightMetres))
                .End();
        }
    }
}
