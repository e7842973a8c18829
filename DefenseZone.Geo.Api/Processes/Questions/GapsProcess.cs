using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>Where the border is not covered.</summary>
internal sealed class GapsProcess() : CoverageQuestion(
    "gaps",
    "Gaps in the border's coverage",
    "The stretches of border that too few facilities cover, with the nearest facility and the zone of each. As GeoJSON, the gaps.")
{
    /// <inheritdoc/>
    protected override CoverageReportParts Parts => CoverageReportParts.Gaps;

    /// <inheritdoc/>
    protected override IEnumerable<PlanFeature> Features(CoverageReport report) => CoverageLayers.GapFeatures(report);
}
