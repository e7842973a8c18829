using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Readme;

/// <summary>The example of the README, word for word between the two markers.</summary>
internal static class ReadmeExample
{
    internal static void Run(TextWriter output)
    {
        // README begins
        Plan plan = PlanFolder.Open("data/northern-border");
        var problem = new CoverageProblem(plan) { Facilities = new FacilityFilter { Year = 2030 } };
        CoverageReport report = problem.Solve();
        output.WriteLine($"2030: {report.CoveredMetres / 1000:0.0} of {report.BorderMetres / 1000:0.0} km, {report.GapCount} gaps");

        foreach (BorderGap gap in report.Gaps.OrderByDescending(gap => gap.LengthMetres).Take(3))
            output.WriteLine($"  {gap.LengthMetres / 1000:0.00} km from km {gap.FromMetres / 1000:0.0}, {gap.Zone?.Name}");

        // What if one post saw farther? Only that post is counted anew.
        var session = new CoverageSession(problem);
        Facility post = plan.Facilities.First(facility => facility.Id == FeatureId.Of("P005"));
        session.Set(post with { CoverageRadiusMetres = 8_000 });
        output.WriteLine($"P005 with 8 km: {session.CoveredMetres / 1000:0.0} km, {session.Gaps.Length} gaps");
        // README ends
    }
}
