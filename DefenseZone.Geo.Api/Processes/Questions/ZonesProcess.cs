using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>How well each zone's border is covered.</summary>
internal sealed class ZonesProcess() : CoverageQuestion(
    "zones",
    "Coverage by zone",
    "How much border each zone has, and how much of it is covered; and what belongs to no zone. As GeoJSON, the zones with these figures.")
{
    /// <inheritdoc/>
    protected override CoverageReportParts Parts => CoverageReportParts.Zones;

    /// <inheritdoc/>
    protected override IEnumerable<PlanFeature> Features(CoverageReport report) => ZoneCoverFeatures.Of(report, []);
}
