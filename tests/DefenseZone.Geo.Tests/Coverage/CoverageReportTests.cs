using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class CoverageReportTests
{
    // On the equator a degree is 111,319.49 m of border, so a post on it with 0.1° of radius covers 0.2° of it.
    private const double DegreeMetres = 111_319.49079327357;
    private const double Tenth = DegreeMetres / 10;

    private static readonly Plan OneDegree = Given.Border("LINESTRING (105 0, 106 0)");

    [TestMethod]
    public void Stretches_say_who_covers_what()
    {
        CoverageReport report = OneDegree.With(Given.Post("A", 105.3, 0, Tenth), Given.Post("B", 105.4, 0, Tenth)).Solved();

        report.Stretches.Select(stretch => (Math.Round(stretch.FromMetres / Tenth, 4), Math.Round(stretch.ToMetres / Tenth, 4), stretch.Depth))
            .Should().Equal((0, 2, 0), (2, 3, 1), (3, 4, 2), (4, 5, 1), (5, 10, 0));
        Given.Ids(report, report.Stretches[1]).Should().Equal("A");
        Given.Ids(report, report.Stretches[2]).Should().Equal("A", "B");
        Given.Ids(report, report.Stretches[3]).Should().Equal("B");
        report.MaximumDepth.Should().Be(2);
        report.MeanDepth.Should().BeApproximately(0.4, 1e-6);
        report.MetresAtDepth(2).Should().BeApproximately(Tenth, 0.01);
        report.MetresAtLeast(1).Should().BeApproximately(3 * Tenth, 0.01);
    }

    [TestMethod]
    public void Stretches_that_are_known_already_give_the_same_answer_without_being_worked_out_again()
    {
        Plan plan = OneDegree.With(Given.Post("A", 105.3, 0, Tenth), Given.Post("B", 105.4, 0, Tenth));
        var problem = new CoverageProblem(plan) { RequiredDepth = 2 };
        CoverStretch[] stretches = problem.Model.Cover(plan, BorderLine.Of(plan), problem.Participants.Select(plan));

        CoverageReport swept = problem.Sweep(stretches), solved = problem.Solve();

        swept.Stretches.Select(stretch => (stretch.FromMetres, stretch.ToMetres, stretch.Depth)).Should().Equal(solved.Stretches.Select(stretch => (stretch.FromMetres, stretch.ToMetres, stretch.Depth)));
        swept.CoveredMetres.Should().Be(solved.CoveredMetres).And.BeApproximately(Tenth, 0.01);
        swept.ConsideredFacilities.Should().Equal(solved.ConsideredFacilities);
        problem.Invoking(asked => (asked with { RequiredDepth = 0 }).Sweep(stretches)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestMethod]
    public void Gaps_say_where_they_are_and_who_is_nearest()
    {
        CoverageReport report = OneDegree.With(Given.Post("A", 105.3, 0, Tenth), Given.Post("B", 105.8, 0.02, Tenth)).Solved();

        report.Gaps.Select(gap => gap.Number).Should().Equal(1, 2, 3);
        report.Gaps[0].From.LongitudeDegrees.Should().BeApproximately(105, 1e-9);
        report.Gaps[0].To.LongitudeDegrees.Should().BeApproximately(105.2, 1e-6);
        report.Gaps[0].NearestFacility!.Id.Text.Should().Be("A");
        report.Gaps[0].NearestDistanceMetres.Should().BeApproximately(Tenth, 0.01, "the gap begins where the radius ends");
        report.Gaps[2].NearestFacility!.Id.Text.Should().Be("B");
        report.LongestGapMetres.Should().BeApproximately(report.Gaps.Max(gap => gap.LengthMetres), 1e-9);
    }

    [TestMethod]
    public void A_gap_does_not_reach_over_a_sea()
    {
        CoverageReport report = Given.Border("LINESTRING (105 0, 105.1 0)", "LINESTRING (106 0, 106.1 0)").Solved();

        report.GapCount.Should().Be(2);
        report.Stretches.Count.Should().Be(2);
        report.Gaps[0].To.LongitudeDegrees.Should().BeApproximately(105.1, 1e-9);
        report.Gaps[1].From.LongitudeDegrees.Should().BeApproximately(106, 1e-9);
    }

    [TestMethod]
    public void What_is_shorter_than_the_minimum_is_uncovered_but_no_gap()
    {
        Plan plan = OneDegree.With(Given.Post("A", 105.2, 0, Tenth * 2), Given.Post("B", 105.8, 0, (Tenth * 4) - 3));

        plan.Solved(minimumGapMetres: 5).GapCount.Should().Be(0);
        CoverageReport report = plan.Solved(minimumGapMetres: 1);
        report.GapCount.Should().Be(1);
        report.Gaps[0].LengthMetres.Should().BeApproximately(3, 0.05);
        plan.Solved(minimumGapMetres: 5).CoveredMetres.Should().Be(report.CoveredMetres);
    }

    [TestMethod]
    public void Required_depth_makes_gaps_of_what_has_no_backup()
    {
        Plan plan = OneDegree.With(Given.Post("A", 105.3, 0, Tenth), Given.Post("B", 105.4, 0, Tenth));
        CoverageReport report = plan.Solved(requiredDepth: 2);

        report.CoveredMetres.Should().BeApproximately(Tenth, 0.01);
        report.Gaps.Select(gap => (Math.Round(gap.FromMetres / Tenth, 3), Math.Round(gap.ToMetres / Tenth, 3), gap.MinimumDepth))
            .Should().Equal((0, 3, 0), (4, 10, 0));
    }

    [TestMethod]
    public void Facilities_are_told_apart_by_what_would_be_lost_with_them()
    {
        CoverageReport report = OneDegree.With(
            Given.Post("wide", 105.5, 0, 4 * Tenth),
            Given.Post("within", 105.5, 0, Tenth),
            Given.Post("far", 105.5, 5, Tenth)).Solved();

        report.Facilities[0].IsSinglePointOfFailure.Should().BeTrue();
        report.Facilities[0].AloneMetres.Should().BeApproximately(6 * Tenth, 0.1);
        report.Facilities[0].SharedMetres.Should().BeApproximately(2 * Tenth, 0.1);
        report.Facilities[1].IsRedundant.Should().BeTrue();
        report.Facilities[2].CoversNothing.Should().BeTrue();
        report.Facilities[1].NearestChainageMetres.Should().BeApproximately(5 * Tenth, 0.01);
    }

    [TestMethod]
    public void Segments_share_out_the_border()
    {
        CoverageReport report = Given.Border("LINESTRING (105 0, 105.4 0)", "LINESTRING (105.4 0, 106 0)")
            .With(Given.Post("A", 105.4, 0, Tenth)).Solved();

        report.Segments.Select(segment => Math.Round(segment.CoveredMetres / Tenth, 3)).Should().Equal(1, 1);
        report.Segments.Select(segment => Math.Round(segment.LongestGapMetres / Tenth, 3)).Should().Equal(3, 5);
        report.Segments.Sum(segment => segment.BorderMetres).Should().BeApproximately(report.BorderMetres, 1e-6);
    }

    [TestMethod]
    public void A_radius_for_all_overrides_their_own()
    {
        Plan plan = OneDegree.With(Given.Post("A", 105.5, 0, Tenth), Given.Post("B", 105.5, 0));
        CoverageReport report = new CoverageProblem(plan) { Model = new RadiusCoverage { RadiusMetres = 2 * Tenth } }.Solve();

        report.CoveredMetres.Should().BeApproximately(4 * Tenth, 0.1);
        report.MaximumDepth.Should().Be(2);
    }

    [TestMethod]
    public void A_default_radius_holds_for_those_that_have_none()
    {
        Plan plan = OneDegree.With(Given.Post("A", 105.5, 0)) with
        {
            Defaults = PlanDefaults.None with { CoverageRadiiMetres = PlanDefaults.None.CoverageRadiiMetres.Add(FacilityKind.MilitiaPost, Tenth) },
        };

        plan.Solved().CoveredMetres.Should().BeApproximately(2 * Tenth, 0.1);
    }

    [TestMethod]
    [DataRow(0, 1.0)]
    [DataRow(-3, 1.0)]
    [DataRow(1, -1.0)]
    [DataRow(1, double.NaN)]
    public void Options_out_of_range_are_refused_by_name(int depth, double minimumGapMetres)
    {
        Action solving = () => OneDegree.Solved(depth, minimumGapMetres);

        solving.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*must be*");
    }

    [TestMethod]
    [DataRow(-1.0)]
    [DataRow(0.0)]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    [DataRow(600_000.0)]
    public void A_radius_out_of_range_is_refused(double radiusMetres)
    {
        Action making = () => _ = new RadiusCoverage { RadiusMetres = radiusMetres };

        making.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*at most 500000 metres*");
    }

    [TestMethod]
    public void A_facility_with_a_bad_radius_is_named_even_among_many()
    {
        Plan plan = OneDegree.With([.. Enumerable.Range(0, 1000).Select(i => Given.Post($"P{i}", 105.5, 0, i == 777 ? -5 : 1000))]);
        Action solving = () => plan.Solved();

        solving.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*militia-posts P777*");
    }

    [TestMethod]
    public void Tens_of_thousands_that_all_cover_the_whole_border_are_one_stretch()
    {
        const int Posts = 66_000;
        Plan plan = OneDegree.With([.. Enumerable.Range(0, Posts).Select(i => Given.Post($"P{i}", 105.5, 0, 100_000))]);

        DepthStretch stretch = plan.Solved().Stretches.Should().ContainSingle().Subject;

        stretch.Depth.Should().Be(Posts);
        stretch.Facilities.ToArray().Should().BeInAscendingOrder();
    }

    [TestMethod]
    public void Work_can_be_cancelled()
    {
        Plan plan = OneDegree.With([.. Enumerable.Range(0, 1000).Select(i => Given.Post($"P{i}", 105.5, 0, 1000))]);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Action solving = () => new CoverageProblem(plan).Solve(cancellationToken: cancelled.Token);

        solving.Should().Throw<OperationCanceledException>();
    }
}
