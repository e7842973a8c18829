using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The part of a report that is by zone.</summary>
internal static class ZoneCoverJson
{
    /// <summary>Writes the members <c>zones</c> and <c>unzoned</c>.</summary>
    public static void Write(Utf8JsonWriter writer, CoverageReport report, ImmutableArray<ZoneArea> areas)
    {
        writer.WriteStartArray("zones");
        for (int i = 0; i < report.Zones.Length; i++)
        {
            ZoneCover cover = report.Zones[i];
            writer.WriteStartObject();
            WriteReference(writer, cover.Zone);
            writer.WriteId("parent", cover.Zone.Parent);
            writer.WriteMetres("borderMetres", cover.BorderMetres);
            writer.WriteMetres("coveredMetres", cover.CoveredMetres);
            writer.WriteRatio("coverageRatio", cover.CoverageRatio);
            writer.WriteNumber("gapCount", cover.GapCount);
            writer.WriteMetres("longestGapMetres", cover.LongestGapMetres);
            writer.WriteNumber("facilityCount", cover.FacilityCount);
            if (!areas.IsEmpty)
            {
                writer.WriteMetres("areaSquareMetres", areas[i].AreaSquareMetres);
                writer.WriteMetres("coveredSquareMetres", areas[i].CoveredSquareMetres);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unzoned");
        foreach (UnzonedBorder unzoned in report.Unzoned)
        {
            writer.WriteStartObject();
            writer.WriteString("level", Vocabulary.ZoneLevels[unzoned.Level]);
            writer.WriteMetres("metres", unzoned.Metres);
            writer.WriteStartArray("stretches");
            foreach (BorderStretch stretch in unzoned.Stretches)
            {
                writer.WriteStartObject();
                writer.WriteMetres("fromMetres", stretch.FromMetres);
                writer.WriteMetres("toMetres", stretch.ToMetres);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the members by which a zone is known.</summary>
    public static void WriteReference(Utf8JsonWriter writer, DefensiveZone zone)
    {
        writer.WriteId("id", zone.Id);
        writer.WriteString("name", zone.Name);
        writer.WriteString("level", Vocabulary.ZoneLevels[zone.Level]);
    }
}
