using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The zones of a plan as features that carry their figures as properties.</summary>
public static class ZoneCoverFeatures
{
    /// <summary>The zones, each with its own properties and, under the names of <see cref="CoverageReportJson"/>, its figures.</summary>
    /// <param name="report">The report.</param>
    /// <param name="areas">The areas of the zones by their place among them, where they were measured; else empty.</param>
    public static IEnumerable<PlanFeature> Of(CoverageReport report, ImmutableArray<ZoneArea> areas)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Features(report, areas);
    }

    private static IEnumerable<PlanFeature> Features(CoverageReport report, ImmutableArray<ZoneArea> areas)
    {
        for (int i = 0; i < report.Zones.Length; i++)
        {
            ZoneCover cover = report.Zones[i];
            FeatureProperties properties = cover.Zone.OtherProperties
                .With("borderMetres", PropertyValue.Of(ReportNumbers.Metres(cover.BorderMetres)))
                .With("coveredMetres", PropertyValue.Of(ReportNumbers.Metres(cover.CoveredMetres)))
                .With("coverageRatio", PropertyValue.Of(ReportNumbers.Ratio(cover.CoverageRatio)))
                .With("gapCount", PropertyValue.Of(cover.GapCount))
                .With("longestGapMetres", PropertyValue.Of(ReportNumbers.Metres(cover.LongestGapMetres)))
                .With("facilityCount", PropertyValue.Of(cover.FacilityCount));
            if (!areas.IsEmpty)
            {
                properties = properties
                    .With("areaSquareMetres", PropertyValue.Of(ReportNumbers.Metres(areas[i].AreaSquareMetres)))
                    .With("coveredSquareMetres", PropertyValue.Of(ReportNumbers.Metres(areas[i].CoveredSquareMetres)));
            }

            yield return cover.Zone with { OtherProperties = properties };
        }
    }
}
