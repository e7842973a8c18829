using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Siting;

/// <summary>
/// The optimum of the sample plan and of a generated one, by HiGHS: on pieces that the depth of cover of all facilities
/// and candidates cuts, which is no part of the search.
/// </summary>
[TestClass]
public sealed class HighsTests
{
    private static readonly string Script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "independent", "siting_milp.py"));

    [TestMethod]
    public void The_sample_plan_has_the_optimum_that_highs_proves() => Compare(PlanFolder.Open(Sample()), withRobust: true);

    [TestMethod]
    public void A_generated_plan_has_the_optimum_that_highs_proves() => Compare(SamplePlan.Generate(SampleSize.Small, 3), withRobust: false);

    // Robust cover takes HiGHS minutes where there are many candidates.
    private static void Compare(Plan plan, bool withRobust)
    {
        var asked = new List<(SitingProblem Problem, string Ask)>();
        foreach (bool ignore in (bool[])[false, true])
        {
            var open = new SitingProblem(plan) { IgnoreExisting = ignore };
            foreach (int sites in (int[])[1, 4, 9, 14])
                asked.Add((open with { MaximumSites = sites }, "cover"));
            double budget = plan.CandidateSites.Sum(site => site.Cost!.Value) / plan.CandidateSites.Length;
            foreach (double times in (double[])[2.5, 7.3])
                asked.Add((open with { Budget = Math.Floor(budget * times) }, "cover"));
            asked.Add((open with { MaximumSites = 6, Objective = new BackupCover { Weight = 0.5 } }, "backup"));
            if (withRobust)
                asked.Add((open with { MaximumSites = 5, Objective = new RobustCover() }, "robust"));
            asked.Add((open with { Objective = new SetCover() }, "all"));
            asked.Add((open with { Objective = new SetCover { Cheapest = true } }, "cheapest"));
        }

        string[] answers = Python.Run(Script, asked.Select(entry => Json(entry.Problem, entry.Ask)));
        for (int i = 0; i < asked.Count; i++)
        {
            SitingPlan siting = asked[i].Problem.Solve();
            double theirs = double.Parse(answers[i], CultureInfo.InvariantCulture);
            siting.Status.Should().Be(SitingStatus.Optimal);
            siting.ObjectiveValue.Should().BeApproximately(theirs, 1e-6 * Math.Max(1, theirs), $"HiGHS says so of {asked[i].Problem.Objective.Name}, {asked[i].Problem.MaximumSites}, {asked[i].Problem.Budget}");
            siting.Bound.Should().BeApproximately(siting.ObjectiveValue, 1e-3);
        }
    }

    private static string Json(SitingProblem problem, string ask)
    {
        ImmutableArray<Facility> standing = problem.IgnoreExisting ? [] : problem.Existing.Select(problem.Plan);
        Facility[] all =
        [
            .. standing,
            .. problem.EffectiveCandidates.Select(site => new Facility
            {
                Id = FeatureId.Of("candidate " + site.Id), Kind = site.Kind, Geometry = site.Geometry, CoverageRadiusMetres = site.CoverageRadiusMetres,
            }),
        ];
        var filter = new FacilityFilter { Kinds = [.. Enum.GetValues<FacilityKind>()], Statuses = [.. Enum.GetValues<LifecycleStatus>()] };
        CoverageReport report = new CoverageProblem(problem.Plan with { Facilities = [.. all] }) { Facilities = filter }.Solve();
        report.ConsideredFacilities.Should().HaveCount(all.Length);
        return JsonSerializer.Serialize(new
        {
            ask,
            sites = problem.MaximumSites,
            budget = problem.Budget,
            weight = (problem.Objective as BackupCover)?.Weight,
            costs = problem.EffectiveCandidates.Select(site => site.Cost ?? 0),
            pieces = report.Stretches.Select(stretch => new
            {
                metres = stretch.LengthMetres,
                standing = Math.Min(2, stretch.Facilities.ToArray().Count(i => i < standing.Length)),
                owner = stretch.Facilities.ToArray().FirstOrDefault(i => i < standing.Length, -1),
                candidates = stretch.Facilities.ToArray().Where(i => i >= standing.Length).Select(i => i - standing.Length),
            }),
        });
    }

    private static string Sample()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DefenseZone.Geo.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "data", "northern-border");
    }
}
