using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>What the questions about the coverage of the border have in common: one report, of which each tells its part.</summary>
internal abstract class CoverageQuestion(string id, string title, string description) : PlanProcess(id, title, description)
{
    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs => CoverageInputs.All;

    /// <inheritdoc/>
    public override string Example => """{"requiredDepth": 2}""";

    /// <summary>What of the report is the answer as JSON.</summary>
    protected abstract CoverageReportParts Parts { get; }

    /// <summary>The answer as features.</summary>
    protected abstract IEnumerable<PlanFeature> Features(CoverageReport report);

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) =>
        WorkCost.Cover(plan, CoverageModelInputs.Read(values, plan), FacilityInputs.Read(values));

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        CoverageProblem problem = CoverageInputs.Read(values, plan);
        return run =>
        {
            CoverageReport report = problem.Solve(run.Share, run.Cancellation);
            return new ProcessResult(json => CoverageReportJson.Write(json, report, Parts))
            {
                Members = () => CoverageReportJson.Members(report),
                Features = () => Features(report),
                Summary = FormattableString.Invariant(
                    $"{report.CoveredMetres / 1000:0.0} of {report.BorderMetres / 1000:0.0} km are covered, {report.GapCount} gaps."),
            };
        };
    }
}

/// <summary>How well the border is covered.</summary>
internal sealed class CoverageProcess() : CoverageQuestion(
    "coverage",
    "Coverage of the border",
    "How much of the border is covered, how deeply and by whom: figures, gaps, stretches, facilities and segments. As GeoJSON, the stretches of equal depth.")
{
    /// <inheritdoc/>
    protected override CoverageReportParts Parts => CoverageReportParts.Coverage;

    /// <inheritdoc/>
    protected override IEnumerable<PlanFeature> Features(CoverageReport report) => CoverageLayers.StretchFeatures(report);
}
