using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Siting;

internal static class SitingSearch
{
    internal static SitingPlan Solve(SitingProblem problem, IProgress<SitingProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The search is on its way.");
}

internal static class CurveTracing
{
    internal static CostCoverageCurve Trace(SitingProblem problem, int maximumSites, IProgress<double>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The search is on its way.");
}

internal static class SitingFaults
{
    internal static ImmutableArray<string> Of(SitingProblem problem) => [];
}

internal static class AcceptedPlan
{
    internal static Plan Of(SitingPlan plan) => plan.Problem.Plan;
}

internal static class GeneratedSites
{
    internal static ImmutableArray<CandidateSite> Of(CandidateGeneration generation, CancellationToken cancellationToken) => [];
}
