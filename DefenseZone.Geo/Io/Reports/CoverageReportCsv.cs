using System.Collections.Immutable;
using System.Text;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>
/// The tables of a coverage report as CSV: the names of <see cref="CoverageReportJson"/> as headings, a value that
/// is not known left empty.
/// </summary>
public static class CoverageReportCsv
{
    /// <summary>Writes the stretches of the border with their depth. Facilities are named as <c>layer/id</c>, apart by spaces.</summary>
    public static void WriteStretches(TextWriter output, CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var row = new CsvRow(output);
        row.Headings("fromMetres", "toMetres", "lengthMetres", "depth", "facilities");
        var names = new StringBuilder();
        foreach (DepthStretch stretch in report.Stretches)
        {
            names.Clear();
            foreach (int index in stretch.Facilities)
            {
                Facility facility = report.ConsideredFacilities[index];
                names.Append(names.Length == 0 ? string.Empty : " ").Append(facility.LayerName).Append('/').Append(facility.Id.Text);
            }

            row.Add(ReportNumbers.Metres(stretch.FromMetres))
                .Add(ReportNumbers.Metres(stretch.ToMetres))
                .Add(ReportNumbers.Metres(stretch.LengthMetres))
                .Add(stretch.Depth)
                .Add(names.ToString())
                .End();
        }
    }

    /// <summary>Writes the gaps.</summary>
    public static void WriteGaps(TextWriter output, CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var row = new CsvRow(output);
        row.Headings(
            "number", "fromMetres", "toMetres", "lengthMetres", "fromLongitude", "fromLatitude", "toLongitude", "toLatitude", "minimumDepth",
            "nearestLayer", "nearestId", "nearestName", "nearestDistanceMetres", "zoneId", "zoneName", "zoneLevel");
        foreach (BorderGap gap in report.Gaps)
        {
            row.Add(gap.Number)
                .Add(ReportNumbers.Metres(gap.FromMetres))
                .Add(ReportNumbers.Metres(gap.ToMetres))
                .Add(ReportNumbers.Metres(gap.LengthMetres))
                .Add(ReportNumbers.Degrees(gap.From.LongitudeDegrees))
                .Add(ReportNumbers.Degrees(gap.From.LatitudeDegrees))
                .Add(ReportNumbers.Degrees(gap.To.LongitudeDegrees))
                .Add(ReportNumbers.Degrees(gap.To.LatitudeDegrees))
                .Add(gap.MinimumDepth)
                .Add(gap.NearestFacility?.LayerName ?? string.Empty)
                .Add(gap.NearestFacility?.Id ?? FeatureId.None)
                .Add(gap.NearestFacility?.Name ?? string.Empty)
                .Add(ReportNumbers.Metres(gap.NearestDistanceMetres))
                .Add(gap.Zone?.Id ?? FeatureId.None)
                .Add(gap.Zone?.Name ?? string.Empty)
                .Add(gap.Zone is { } zone ? Vocabulary.ZoneLevels[zone.Level] : string.Empty)
                .End();
        }
    }

    /// <summary>Writes the zones with their figures.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="areas">The areas of the zones by their place among them, where they were measured; else empty.</param>
    public static void WriteZones(TextWriter output, CoverageReport report, ImmutableArray<ZoneArea> areas)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var row = new CsvRow(output);
        string[] headings = ["id", "name", "level", "parent", "borderMetres", "coveredMetres", "coverageRatio", "gapCount", "longestGapMetres", "facilityCount"];
        row.Headings(areas.IsEmpty ? headings : [.. headings, "areaSquareMetres", "coveredSquareMetres"]);
        for (int i = 0; i < report.Zones.Length; i++)
        {
            ZoneCover cover = report.Zones[i];
            row.Add(cover.Zone.Id)
                .Add(cover.Zone.Name)
                .Add(Vocabulary.ZoneLevels[cover.Zone.Level])
                .Add(cover.Zone.Parent)
                .Add(ReportNumbers.Metres(cover.BorderMetres))
                .Add(ReportNumbers.Metres(cover.CoveredMetres))
                .Add(ReportNumbers.Ratio(cover.CoverageRatio))
                .Add(cover.GapCount)
                .Add(ReportNumbers.Metres(cover.LongestGapMetres))
                .Add(cover.FacilityCount);
            if (!areas.IsEmpty)
                row.Add(ReportNumbers.Metres(areas[i].AreaSquareMetres)).Add(ReportNumbers.Metres(areas[i].CoveredSquareMetres));
            row.End();
        }
    }
}
