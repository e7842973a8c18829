using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Tests.Coverage;

namespace DefenseZone.Geo.Tests.Siting;

/// <summary>What a siting plan says, and how it ends.</summary>
[TestClass]
public sealed class SitingPlanTests
{
    private static readonly Plan Small = SamplePlan.Generate(SampleSize.Small, 5);

    [TestMethod]
    public void Limits_that_are_just_met_are_met()
    {
        // Three sites of 10 km apart on a meridian; each covers 2 km, and costs 5.
        Plan plan = Line(Site("a", 10.05, 5), Site("b", 10.15, 5), Site("c", 10.25, 5)).With(
            Given.Zone("all", ZoneLevel.Commune, "POLYGON((104 9, 106 9, 106 11, 104 11, 104 9))"));
        var problem = new SitingProblem(plan) { Budget = 10 };

        problem.Solve().Chosen.Should().HaveCount(2, "two cost exactly the budget");
        (problem with { Budget = 9.999 }).Solve().Chosen.Should().ContainSingle();
        (problem with { Budget = 1e9, MaximumSites = 3 }).Solve().Chosen.Should().HaveCount(3);
        (problem with { Budget = 15, ExclusiveGroups = [new ExclusiveGroup([FeatureId.Of("a"), FeatureId.Of("b"), FeatureId.Of("c")], 2)] })
            .Solve().Chosen.Should().HaveCount(2);
        (problem with { Budget = 15, ZoneLimits = [new ZoneLimit(FeatureId.Of("all")) { MaximumSites = 1 }] })
            .Solve().Chosen.Should().ContainSingle();

        double share = (problem with { Budget = 15 }).Solve().CoveredMetres / BorderLine.Of(plan).LengthMetres;
        SitingProblem demanding = problem with { Budget = null, MaximumSites = 3, ZoneLimits = [new ZoneLimit(FeatureId.Of("all")) { MinimumCoverage = share }] };
        demanding.Solve().Status.Should().Be(SitingStatus.Optimal, "what all three cover is demanded, and no more");
        (demanding with { MaximumSites = 2 }).Solve().Conflicts.Should().ContainSingle().Which.Should().Contain("at least 3 sites; 2 are allowed");
        demanding = problem with { ZoneLimits = [new ZoneLimit(FeatureId.Of("all")) { MinimumCoverage = share }] };
        demanding.Solve().Conflicts.Should().ContainSingle().Which.Should().Contain("costs at least 15; the budget is 10");
        demanding = demanding with { ZoneLimits = [new ZoneLimit(FeatureId.Of("all")) { MinimumCoverage = share + 0.01 }] };
        demanding.Solve().Conflicts.Should().ContainSingle().Which.Should().Contain("all candidates together reach");
    }

    [TestMethod]
    public void Without_a_plan_the_figures_are_those_of_the_border_as_it_stands()
    {
        Plan plan = Line(Site("a", 10.15, 1), Site("b", 10.158, 1)) with { Facilities = [Given.Post("P1", 105, 10.05, 2_000), Given.Post("P2", 105, 10.06, 2_000)] };
        CoverageReport before = new CoverageProblem(plan).Solve();
        var problem = new SitingProblem(plan) { Objective = new SetCover(), ExclusiveGroups = [new ExclusiveGroup([FeatureId.Of("a"), FeatureId.Of("b")])] };

        foreach (SitingPlan none in (SitingPlan[])[problem.Solve(), (problem with { Limits = new SitingLimits { Time = TimeSpan.FromTicks(1) } }).Solve()])
        {
            none.HasPlan.Should().BeFalse();
            none.CoveredMetres.Should().BeGreaterThan(4_000).And.Be(none.ExistingCoveredMetres).And.BeApproximately(before.CoveredMetres, 1e-6);
            none.NewlyCoveredMetres.Should().Be(0);
            none.BackupMetres.Should().BeApproximately(before.MetresAtDepth(2), 1e-6).And.BeGreaterThan(0);
            none.LongestGapMetres.Should().BeApproximately(before.LongestGapMetres, 1e-6);
            none.WorstLossMetres.Should().BeApproximately(before.Facilities.Max(facility => facility.AloneMetres), 1e-6);
        }

        (problem with { IgnoreExisting = true }).Solve().CoveredMetres.Should().Be(0);
    }

    [TestMethod]
    public void A_reason_has_the_facts_of_its_sentence()
    {
        Plan plan = Line(Site("a", 10.05, 5), Site("b", 10.15, 5)).With(Given.Zone("all", ZoneLevel.Commune, "POLYGON((104 9, 106 9, 106 11, 104 11, 104 9))"));
        var problem = new SitingProblem(plan) { MaximumSites = 2, ZoneLimits = [new ZoneLimit(FeatureId.Of("all")) { MinimumCoverage = 0.9 }] };

        SitingReason reason = problem.Solve().Reasons.Should().ContainSingle().Which;
        reason.Kind.Should().Be(SitingReasonKind.ZoneOutOfReach);
        reason.Names.Should().Equal("all");
        reason.Amounts.Should().HaveCount(3).And.BeEquivalentTo([reason.Amounts[0], reason.Amounts[1], BorderLine.Of(plan).LengthMetres], options => options.WithStrictOrdering().Using<double>(context => context.Subject.Should().BeApproximately(context.Expectation, 1)).WhenTypeIs<double>());
        (reason.Amounts[0] / reason.Amounts[2]).Should().BeApproximately(0.9, 1e-9);

        SitingReason fault = (problem with { ZoneLimits = [], Required = [FeatureId.Of("a"), FeatureId.Of("b")], MaximumSites = 1 }).FindReasons().Should().ContainSingle().Which;
        fault.Kind.Should().Be(SitingReasonKind.RequiredBeyondSites);
        fault.Amounts.Should().Equal(2, 1);
        SitingReason unknown = (problem with { ZoneLimits = [], Forbidden = [FeatureId.Of("x")] }).FindReasons().Should().ContainSingle().Which;
        unknown.Names.Should().Equal("forbidden", "x");
        unknown.Text.Should().Contain("'x'");
    }

    [TestMethod]
    public void Places_that_a_facility_may_be_moved_to_are_no_more_candidates()
    {
        Plan plan = Line(Site("a", 10.05, 1), Site("b", 10.15, 1)) with { Facilities = [Given.Post("P1", 105, 10.25, 2_000)] };
        SitingPlan siting = new SitingProblem(plan) { MaximumSites = 2, Changes = [new FacilityChange(FacilityKind.MilitiaPost, FeatureId.Of("P1")) { MovingCost = 0 }] }.Solve();

        siting.Method.Candidates.Should().Be(2);
        siting.Method.SearchedCandidates.Should().BeLessThanOrEqualTo(2);
    }

    [TestMethod]
    public void What_stretches_touch_at_their_ends_is_covered_whole()
    {
        // Two sites whose stretches meet: closed intervals leave no gap between them.
        Plan plan = Line(Site("a", 10.05, 1), Site("b", 10.15, 1));
        double length = BorderLine.Of(plan).LengthMetres, middle = length / 3;
        var problem = new SitingProblem(plan)
        {
            Model = new CoverByPlace(new Dictionary<(double, double), ImmutableArray<BorderStretch>>
            {
                [(105, 10.05)] = [new BorderStretch(0, middle)],
                [(105, 10.15)] = [new BorderStretch(middle, length)],
            }.ToImmutableDictionary()),
            Objective = new ShortestLongestGap(),
            MaximumSites = 2,
        };

        SitingPlan both = problem.Solve();
        both.LongestGapMetres.Should().Be(0);
        both.ObjectiveValue.Should().Be(0);
        (problem with { MaximumSites = 1 }).Solve().ObjectiveValue.Should().BeApproximately(middle, 1e-3, "the longer one is taken");
    }

    [TestMethod]
    public void Chosen_sites_add_up_and_come_in_the_order_of_what_they_add()
    {
        SitingPlan plan = new SitingProblem(Small) { MaximumSites = 12, Required = [Small.CandidateSites[7].Id], IgnoreExisting = true }.Solve();

        plan.Chosen[0].IsRequired.Should().BeTrue();
        plan.Chosen.Skip(1).Select(chosen => chosen.AddedMetres).Should().BeInDescendingOrder();
        plan.Chosen.Sum(chosen => chosen.AddedMetres).Should().BeApproximately(plan.NewlyCoveredMetres, 1e-3);
        plan.NewlyCovered.Sum(stretch => stretch.LengthMetres).Should().BeApproximately(plan.NewlyCoveredMetres, 1e-6);
        plan.Cost.Should().BeApproximately(plan.Chosen.Sum(chosen => chosen.Cost), 1e-9);
    }

    [TestMethod]
    public void The_accepted_plan_covers_what_was_promised()
    {
        SitingPlan siting = new SitingProblem(Small) { MaximumSites = 4, Objective = new BackupCover { Weight = 0.3 } }.Solve();
        Plan accepted = siting.ToPlan();

        var filter = new FacilityFilter { Statuses = [LifecycleStatus.Existing, LifecycleStatus.UnderConstruction, LifecycleStatus.Planned] };
        CoverageReport report = new CoverageProblem(accepted) { Facilities = filter, MinimumGapMetres = 0 }.Solve();
        accepted.Facilities.Should().HaveCount(Small.Facilities.Length + 4);
        report.CoveredMetres.Should().BeApproximately(siting.CoveredMetres, 1e-3);
        report.LongestGapMetres.Should().BeApproximately(siting.LongestGapMetres, 1e-3);
        report.MetresByDepth.Skip(2).Sum().Should().BeApproximately(siting.BackupMetres, 1e-3);
        report.Facilities.Max(facility => facility.AloneMetres).Should().BeApproximately(siting.WorstLossMetres, 1e-3);
    }

    [TestMethod]
    public void The_same_problem_has_the_same_plan()
    {
        foreach (SitingObjective objective in (SitingObjective[])[new MaximalCover(), new SetCover(), new BackupCover(), new ShortestLongestGap(), new RobustCover()])
        {
            var problem = new SitingProblem(Small) { Objective = objective, MaximumSites = objective is SetCover ? null : 3 };
            SitingPlan first = problem.Solve(), second = problem.Solve();
            second.Chosen.Select(chosen => chosen.Site.Id).Should().Equal(first.Chosen.Select(chosen => chosen.Site.Id));
            second.ObjectiveValue.Should().Be(first.ObjectiveValue);
            second.Bound.Should().Be(first.Bound);
        }
    }

    [TestMethod]
    public void The_bound_is_never_below_the_plan_and_only_falls()
    {
        Plan plan = SamplePlan.Generate(SampleSize.Medium, 2);
        var told = new Heard();
        SitingPlan siting = new SitingProblem(plan) { MaximumSites = 50, IgnoreExisting = true }.Solve(told);

        siting.Status.Should().Be(SitingStatus.Optimal);
        told.All.Should().NotBeEmpty();
        foreach (SitingProgress progress in told.All.Where(progress => progress is { Incumbent: not null, Bound: not null }))
        {
            progress.Bound.Should().BeGreaterThanOrEqualTo(progress.Incumbent!.Value - 1e-3);
            progress.Bound.Should().BeGreaterThanOrEqualTo(siting.ObjectiveValue - 1e-3);
            progress.RelativeGap.Should().BeGreaterThanOrEqualTo(0);
        }
    }

    [TestMethod]
    public void A_search_that_is_stopped_gives_its_best_plan_with_its_bound()
    {
        Plan plan = SamplePlan.Generate(SampleSize.Medium, 2);
        var problem = new SitingProblem(plan) { MaximumSites = 40, IgnoreExisting = true, Objective = new RobustCover() };
        using var source = new CancellationTokenSource();
        SitingPlan stopped = problem.Solve(new Stopping(source), source.Token);

        stopped.Status.Should().Be(SitingStatus.Feasible);
        stopped.Bound.Should().BeGreaterThan(stopped.ObjectiveValue);
        stopped.RelativeGap.Should().BeInRange(1e-9, 0.1);
        stopped.Chosen.Should().NotBeEmpty();
        stopped.Method.Proof.Should().Contain("stopped");

        using var gone = new CancellationTokenSource();
        gone.Cancel();
        Action before = () => problem.Solve(progress: null, gone.Token);
        before.Should().Throw<OperationCanceledException>();
    }

    [TestMethod]
    public void Time_that_ends_too_soon_still_gives_a_plan_or_says_that_nothing_is_known()
    {
        var open = new SitingProblem(SamplePlan.Generate(SampleSize.Medium, 2)) { MaximumSites = 10, Limits = new SitingLimits { Time = TimeSpan.FromTicks(1) } };
        SitingPlan first = open.Solve();
        first.HasPlan.Should().BeTrue("the first step is short, and takes as many sites as it may");
        first.Chosen.Should().HaveCount(10);

        // Each covers what the other does not, and only one may be chosen: no plan covers all.
        var contradictory = new SitingProblem(Line(Site("a", 10.05, 1), Site("b", 10.058, 1)))
        {
            Objective = new SetCover(),
            ExclusiveGroups = [new ExclusiveGroup([FeatureId.Of("a"), FeatureId.Of("b")])],
        };
        contradictory.Solve().Status.Should().Be(SitingStatus.Infeasible);
        SitingPlan stopped = (contradictory with { Limits = open.Limits }).Solve();
        stopped.Status.Should().Be(SitingStatus.Unknown);
        stopped.HasPlan.Should().BeFalse();
        stopped.RelativeGap.Should().Be(0);
        stopped.Conflicts.Should().ContainSingle().Which.Should().Contain("not proven");
    }

    [TestMethod]
    public void Required_sites_may_use_up_the_budget_to_the_last_hundredth()
    {
        Plan plan = Line(Site("a", 10.05, 0.1), Site("b", 10.15, 0.2), Site("c", 10.25, 0.01));
        SitingPlan siting = new SitingProblem(plan) { Budget = 0.3, Required = [FeatureId.Of("a"), FeatureId.Of("b")] }.Solve();

        siting.Status.Should().Be(SitingStatus.Optimal);
        siting.Chosen.Select(chosen => chosen.Site.Id.Text).Should().BeEquivalentTo("a", "b");
    }

    [TestMethod]
    public void Candidates_that_were_left_out_never_change_the_optimum()
    {
        foreach (SitingObjective objective in (SitingObjective[])[new MaximalCover(), new BackupCover { Weight = 0.5 }, new SetCover { Cheapest = true }])
        {
            var problem = new SitingProblem(Small) { Objective = objective, IgnoreExisting = true, Budget = objective is SetCover ? null : 9_000 };
            SitingPlan all = problem.Solve();
            var dropped = all.Dropped.Select(drop => drop.Site).ToHashSet();
            dropped.Should().NotBeEmpty();
            all.Dropped.Where(drop => drop.Reason == DropReason.Dominated).Should().OnlyContain(drop => drop.By!.Cost <= drop.Site.Cost);
            SitingPlan few = (problem with { Candidates = [.. Small.CandidateSites.Where(site => !dropped.Contains(site))] }).Solve();
            few.ObjectiveValue.Should().BeApproximately(all.ObjectiveValue, 1e-6);
        }
    }

    [TestMethod]
    public void Border_out_of_reach_says_the_radius_that_would_reach_it()
    {
        Plan plan = Line(Site("a", 10.05, 1), Site("b", 10.15, 1));
        SitingPlan siting = new SitingProblem(plan) { Objective = new SetCover() }.Solve();

        siting.Unreachable.Should().HaveCount(3);
        UnreachableStretch last = siting.Unreachable[^1];
        last.NearestSite!.Id.Text.Should().Be("b");
        last.ToMetres.Should().BeApproximately(BorderLine.Of(plan).LengthMetres, 1e-6);
        CandidateSite wider = last.NearestSite with { CoverageRadiusMetres = last.SmallestRadiusMetres + 0.01 };
        SitingPlan reached = new SitingProblem(plan) { Candidates = [wider], MaximumSites = 1 }.Solve();
        reached.Unreachable.Should().NotContain(stretch => stretch.ToMetres > last.FromMetres + 1);
        SitingPlan short_ = new SitingProblem(plan) { Candidates = [wider with { CoverageRadiusMetres = last.SmallestRadiusMetres - 1 }], MaximumSites = 1 }.Solve();
        short_.Unreachable.Should().Contain(stretch => stretch.ToMetres > last.FromMetres + 1);
    }

    private static Plan Line(params CandidateSite[] sites) =>
        Given.Border("LINESTRING(105 10, 105 10.1, 105 10.2, 105 10.3)") with { CandidateSites = [.. sites] };

    private static CandidateSite Site(string id, double latitude, double cost) => new()
    {
        Id = FeatureId.Of(id),
        Geometry = Given.Post(id, 105, latitude).Geometry,
        CoverageRadiusMetres = 1000,
        Cost = cost,
    };

    private sealed class Heard : IProgress<SitingProgress>
    {
        internal List<SitingProgress> All { get; } = [];

        public void Report(SitingProgress value) => All.Add(value);
    }

    // Stops the search as soon as it has a plan.
    private sealed class Stopping(CancellationTokenSource source) : IProgress<SitingProgress>
    {
        public void Report(SitingProgress value)
        {
            if (value.Incumbent is not null)
                source.Cancel();
        }
    }
}
