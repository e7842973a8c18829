using DefenseZone.Geo.Siting;
using FsCheck;
using FsCheck.Fluent;

namespace DefenseZone.Geo.Tests.Siting;

/// <summary>The search against trying every choice, on random small problems with every kind of limit.</summary>
[TestClass]
public sealed class EveryChoiceTests
{
    [TestMethod]
    public void Maximal_cover_is_the_best_of_all_choices() => Check(new MaximalCover(), 400);

    [TestMethod]
    public void Set_cover_takes_the_fewest_sites_of_all_choices() => Check(new SetCover(), 400);

    [TestMethod]
    public void Set_cover_costs_the_least_of_all_choices() => Check(new SetCover { Cheapest = true }, 400);

    [TestMethod]
    public void Backup_by_weight_is_the_best_of_all_choices() => Check(new BackupCover { Weight = 0.4 }, 300);

    [TestMethod]
    public void Backup_after_first_cover_is_the_best_of_all_choices() => Check(new BackupCover(), 300);

    [TestMethod]
    public void Robust_cover_is_the_best_of_all_choices() => Check(new RobustCover(), 300);

    // With no room for partial plans at first, every problem that the bound leaves open is told apart by what is lost.
    [TestMethod]
    public void Robust_cover_by_ranges_of_losses_is_the_best_of_all_choices()
    {
        Prop.ForAll(Arb.From(SmallProblems.Of(new RobustCover())), problem =>
        {
            if (!problem.FindFaults().IsEmpty || EveryChoice.Best(problem) is not { } best)
                return;
            SitingField field = SitingField.Of(problem, CancellationToken.None);
            SitingFinding finding = new RobustSearch(field, SitingDemand.Of(field), OptionCaps.Of(field), static (_, _) => { })
                .Find(CancellationToken.None, firstLabels: 0);
            finding.IsProven.Should().BeTrue(SmallProblems.Describe(problem));
            finding.Objective.Should().BeApproximately(best, 1e-3, SmallProblems.Describe(problem));
            finding.Bound.Should().BeApproximately(best, 1e-3, SmallProblems.Describe(problem));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));
    }

    [TestMethod]
    public void The_longest_gap_is_the_shortest_of_all_choices() => Check(new ShortestLongestGap(), 200, zonesMayDemand: false, tolerance: 2e-3);

    private static void Check(SitingObjective objective, int count, bool zonesMayDemand = true, double tolerance = 1e-3)
    {
        Prop.ForAll(Arb.From(SmallProblems.Of(objective, zonesMayDemand)), problem =>
        {
            if (!problem.FindFaults().IsEmpty)
                return;
            try
            {
                Compare(problem, tolerance);
            }
            catch (Exception failure)
            {
                Assert.Fail($"{failure.Message}\n{SmallProblems.Describe(problem)}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true));
    }

    private static void Compare(SitingProblem problem, double tolerance)
    {
        SitingPlan plan = problem.Solve();
        if (EveryChoice.Best(problem) is not { } best)
        {
            plan.Status.Should().Be(SitingStatus.Infeasible);
            plan.Conflicts.Should().NotBeEmpty();
            return;
        }

        plan.Status.Should().Be(SitingStatus.Optimal);
        plan.ObjectiveValue.Should().BeApproximately(best, tolerance);
        plan.Bound.Should().BeApproximately(plan.ObjectiveValue, tolerance);
        EveryChoice.Outcome? outcome = EveryChoice.Of(plan);
        outcome.Should().NotBeNull("the plan holds to all limits");
        outcome!.Objective.Should().BeApproximately(plan.ObjectiveValue, tolerance);
        outcome.Covered.Should().BeApproximately(plan.CoveredMetres, 1e-3);
        outcome.Backup.Should().BeApproximately(plan.BackupMetres, 1e-3);
        outcome.LongestGap.Should().BeApproximately(plan.LongestGapMetres, 1e-3);
        outcome.WorstLoss.Should().BeApproximately(plan.WorstLossMetres, 1e-3);
        outcome.Cost.Should().BeApproximately(plan.Cost, 1e-6);
    }
}
