using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// A coverage report as one JSON object, the same from the command line and from a service. Lengths are metres to
/// the millimetre, places are longitude and latitude in degrees to seven decimals (about 1 cm), what is not known
/// is null.
/// </summary>
public static class CoverageReportJson
{
    /// <summary>Writes a report.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="parts">What of it.</param>
    /// <param name="areas">The areas of the zones by their place among them, where they were measured; else empty.</param>
    public static void Write(Utf8JsonWriter writer, CoverageReport report, CoverageReportParts parts, ImmutableArray<ZoneArea> areas)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);

        // The two tables that take longest do not need each other.
        if (parts.HasFlag(CoverageReportParts.Gaps | CoverageReportParts.Facilities))
            SharedWork.Do(2, table => _ = table == 0 ? report.Gaps.Length : report.Facilities.Length);
        writer.WriteStartObject();
        WriteFigures(writer, report);
        if (parts.HasFlag(CoverageReportParts.Gaps))
            WriteGaps(writer, report);
        if (parts.HasFlag(CoverageReportParts.Stretches))
            WriteStretches(writer, report);
        if (parts.HasFlag(CoverageReportParts.Facilities))
            WriteFacilities(writer, report);
        if (parts.HasFlag(CoverageReportParts.Segments))
            WriteSegments(writer, report);
        if (parts.HasFlag(CoverageReportParts.Zones))
            ZoneCoverJson.Write(writer, report, areas);
        CoverageMethodJson.Write(writer, report);
        writer.WriteEndObject();
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, CoverageReport, CoverageReportParts, ImmutableArray{ZoneArea})"/>
    public static void Write(Utf8JsonWriter writer, CoverageReport report, CoverageReportParts parts) =>
        Write(writer, report, parts, []);

    /// <summary>The figures and the method as the members of a FeatureCollection, so that a layer says how it was obtained.</summary>
    public static FeatureProperties Members(CoverageReport report)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
            Write(writer, report, CoverageReportParts.Figures);
        using var document = JsonDocument.Parse(text.WrittenMemory);
        return FeatureProperties.Of(document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(
            member.Name,
            member.Value.ValueKind == JsonValueKind.Number
                ? PropertyValue.OfNumber(member.Value.GetRawText())
                : PropertyValue.OfJson(member.Value.GetRawText()))));
    }

    private static void WriteFigures(Utf8JsonWriter writer, CoverageReport report)
    {
        writer.WriteMetres("borderMetres", report.BorderMetres);
        writer.WriteMetres("coveredMetres", report.CoveredMetres);
        writer.WriteRatio("coverageRatio", report.CoverageRatio);
        writer.WriteNumber("gapCount", report.GapCount);
        writer.WriteMetres("longestGapMetres", report.LongestGapMetres);
        writer.WriteNumber("maximumDepth", report.MaximumDepth);
        writer.WriteRatio("meanDepth", report.MeanDepth);
        writer.WriteStartArray("metresByDepth");
        foreach (double metres in report.MetresByDepth)
            writer.WriteNumberValue(ReportNumbers.Metres(metres));
        writer.WriteEndArray();
    }

    private static void WriteGaps(Utf8JsonWriter writer, CoverageReport report)
    {
        writer.WriteStartArray("gaps");
        foreach (BorderGap gap in report.Gaps)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", gap.Number);
            writer.WriteStretch(gap.FromMetres, gap.ToMetres);
            writer.WriteMetres("lengthMetres", gap.LengthMetres);
            writer.WritePlace("from", gap.From);
            writer.WritePlace("to", gap.To);
            writer.WriteNumber("minimumDepth", gap.MinimumDepth);
            if (gap.NearestFacility is { } facility)
            {
                writer.WriteStartObject("nearestFacility");
                WriteReference(writer, facility);
                writer.WriteString("name", facility.Name);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNull("nearestFacility");
            }

            writer.WriteMetres("nearestDistanceMetres", gap.NearestDistanceMetres);
            if (gap.Zone is { } zone)
            {
                writer.WriteStartObject("zone");
                ZoneCoverJson.WriteReference(writer, zone);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNull("zone");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStretches(Utf8JsonWriter writer, CoverageReport report)
    {
        writer.WriteStartArray("stretches");
        DepthStretches stretches = report.Stretches;
        JsonRows.Write(writer, stretches.Count, (rows, i) =>
        {
            DepthStretch stretch = stretches[i];
            rows.WriteStartObject();
            rows.WriteStretch(stretch.FromMetres, stretch.ToMetres);
            rows.WriteMetres("lengthMetres", stretch.LengthMetres);
            rows.WriteNumber("depth", stretch.Depth);

            // By their places in the table of facilities: a large report names the same few half a million times.
            rows.WritePropertyName("facilities");
            rows.WriteWholeNumbers(stretch.Facilities);
            rows.WriteEndObject();
        });
        writer.WriteEndArray();
    }

    private static void WriteFacilities(Utf8JsonWriter writer, CoverageReport report)
    {
        writer.WriteStartArray("facilities");
        ImmutableArray<FacilityCover> facilities = report.Facilities;
        JsonRows.Write(writer, facilities.Length, (rows, i) =>
        {
            FacilityCover cover = facilities[i];
            rows.WriteStartObject();
            WriteReference(rows, cover.Facility);
            rows.WriteString("name", cover.Facility.Name);
            rows.WriteString("status", Vocabulary.Statuses[cover.Facility.Status]);
            rows.WriteMetres("radiusMetres", cover.RadiusMetres);
            rows.WriteMetres("coveredMetres", cover.CoveredMetres);
            rows.WriteMetres("aloneMetres", cover.AloneMetres);
            rows.WriteMetres("sharedMetres", cover.SharedMetres);
            rows.WriteBoolean("isSinglePointOfFailure", cover.IsSinglePointOfFailure);
            rows.WriteBoolean("isRedundant", cover.IsRedundant);
            rows.WriteBoolean("coversNothing", cover.CoversNothing);
            rows.WriteMetres("nearestChainageMetres", cover.NearestChainageMetres);
            rows.WriteMetres("nearestDistanceMetres", cover.NearestDistanceMetres);
            rows.WriteEndObject();
        });

        writer.WriteEndArray();
    }

    private static void WriteSegments(Utf8JsonWriter writer, CoverageReport report)
    {
        writer.WriteStartArray("segments");
        foreach (SegmentCover cover in report.Segments)
        {
            writer.WriteStartObject();
            writer.WriteId("id", cover.Segment.Id);
            writer.WriteString("name", cover.Segment.Name);
            writer.WriteStretch(cover.FromMetres, cover.ToMetres);
            writer.WriteMetres("borderMetres", cover.BorderMetres);
            writer.WriteMetres("coveredMetres", cover.CoveredMetres);
            writer.WriteRatio("coverageRatio", cover.CoverageRatio);
            writer.WriteNumber("gapCount", cover.GapCount);
            writer.WriteMetres("longestGapMetres", cover.LongestGapMetres);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteReference(Utf8JsonWriter writer, Facility facility)
    {
        writer.WriteString("layer", facility.LayerName);
        writer.WriteId("id", facility.Id);
    }

    private static void WriteStretch(this Utf8JsonWriter writer, double fromMetres, double toMetres)
    {
        writer.WriteMetres("fromMetres", fromMetres);
        writer.WriteMetres("toMetres", toMetres);
    }
}
