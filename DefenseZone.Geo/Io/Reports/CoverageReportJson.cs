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
    // The writer holds all that it has not flushed.
    private const int FlushBytes = 1 << 16;

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
            Parallel.Invoke(() => _ = report.Gaps, () => _ = report.Facilities);
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
        foreach (DepthStretch stretch in report.Stretches)
        {
            writer.WriteStartObject();
            writer.WriteStretch(stretch.FromMetres, stretch.ToMetres);
            writer.WriteMetres("lengthMetres", stretch.LengthMetres);
            writer.WriteNumber("depth", stretch.Depth);

            // By their places in the table of facilities: a large report names the same few half a million times.
            writer.WriteStartArray("facilities");
            foreach (int index in stretch.Facilities)
                writer.WriteNumberValue(index);
            writer.WriteEndArray();
            writer.WriteEndObject();
            if (writer.BytesPending > FlushBytes)
                writer.Flush();
        }

        writer.WriteEndArray();
    }

    private static void WriteFacilities(Utf8JsonWriter writer, CoverageReport report)
    {
        writer.WriteStartArray("facilities");
        foreach (FacilityCover cover in report.Facilities)
        {
            writer.WriteStartObject();
            WriteReference(writer, cover.Facility);
            writer.WriteString("name", cover.Facility.Name);
            writer.WriteString("status", Vocabulary.Statuses[cover.Facility.Status]);
            writer.WriteMetres("radiusMetres", cover.RadiusMetres);
            writer.WriteMetres("coveredMetres", cover.CoveredMetres);
            writer.WriteMetres("aloneMetres", cover.AloneMetres);
            writer.WriteMetres("sharedMetres", cover.SharedMetres);
            writer.WriteBoolean("isSinglePointOfFailure", cover.IsSinglePointOfFailure);
            writer.WriteBoolean("isRedundant", cover.IsRedundant);
            writer.WriteBoolean("coversNothing", cover.CoversNothing);
            writer.WriteMetres("nearestChainageMetres", cover.NearestChainageMetres);
            writer.WriteMetres("nearestDistanceMetres", cover.NearestDistanceMetres);
            writer.WriteEndObject();
        }

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
