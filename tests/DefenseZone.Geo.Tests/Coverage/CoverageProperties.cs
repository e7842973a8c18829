using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Coverage;

/// <summary>What must hold for any border and any posts.</summary>
[TestClass]
public sealed class CoverageProperties
{
    private static readonly Gen<Coordinate> Places =
        from longitude in Gen.Choose(0, 4000)
        from latitude in Gen.Choose(0, 4000)
        select new Coordinate(105 + (longitude / 20_000.0), 22 + (latitude / 20_000.0));

    private static readonly Gen<Plan> Plans =
        from border in Places.ListOf(12)
        from second in Places.ListOf(4)
        from posts in Gen.Sized(size => Posts(Math.Min(size, 25)))
        select Given.Border(border).With([.. posts]) with
        {
            BorderSegments =
            [
                new BorderSegment { Id = FeatureId.Of("B1"), Geometry = Wgs84Geometry.Factory.CreateLineString([.. border]) },
                new BorderSegment { Id = FeatureId.Of("B2"), Geometry = Wgs84Geometry.Factory.CreateLineString([.. second.Select(East)]) },
            ],
        };

    [TestMethod]
    public void Covered_and_gaps_make_up_the_border() => Check(plan =>
    {
        CoverageReport report = plan.Solved(minimumGapMetres: 0);
        report.Stretches.Sum(stretch => stretch.LengthMetres).Should().BeApproximately(report.BorderMetres, 1e-6);
        (report.CoveredMetres + report.GapStretches.Sum(gap => gap.LengthMetres)).Should().BeApproximately(report.BorderMetres, 1e-6);
        report.MetresByDepth.Sum().Should().BeApproximately(report.BorderMetres, 1e-6);
        report.Stretches.Sum(stretch => stretch.Depth * stretch.LengthMetres)
            .Should().BeApproximately(report.Facilities.Sum(facility => facility.CoveredMetres), 1e-5);
    });

    [TestMethod]
    public void Stretches_follow_one_another_and_neighbours_differ() => Check(plan =>
    {
        CoverageReport report = plan.Solved();
        for (int i = 1; i < report.Stretches.Count; i++)
        {
            DepthStretch before = report.Stretches[i - 1], here = report.Stretches[i];
            here.FromMetres.Should().Be(before.ToMetres);
            bool partEnds = report.Border.Parts.Any(part => part.FromMetres == here.FromMetres);
            (partEnds || !Given.Ids(report, before).SequenceEqual(Given.Ids(report, here), StringComparer.Ordinal)).Should().BeTrue();
        }
    });

    [TestMethod]
    public void More_radius_never_covers_less() => Check(plan =>
    {
        double before = plan.Solved().CoveredMetres;
        Plan wider = plan with { Facilities = [.. plan.Facilities.Select(post => post with { CoverageRadiusMetres = post.CoverageRadiusMetres * 1.25 })] };
        wider.Solved().CoveredMetres.Should().BeGreaterThanOrEqualTo(before - 1e-6);
    });

    [TestMethod]
    public void The_order_of_the_facilities_does_not_matter() => Check(plan =>
    {
        CoverageReport forwards = plan.Solved();
        CoverageReport backwards = (plan with { Facilities = [.. plan.Facilities.Reverse()] }).Solved();
        backwards.GapStretches.Should().Equal(forwards.GapStretches);
        backwards.MetresByDepth.Should().Equal(forwards.MetresByDepth);
    });

    [TestMethod]
    public void Splitting_a_border_segment_changes_nothing() => Check(plan =>
    {
        Coordinate[] line = plan.BorderSegments[0].Geometry.Coordinates;
        BorderSegment first = plan.BorderSegments[0] with { Geometry = Wgs84Geometry.Factory.CreateLineString(line[..6]) };
        BorderSegment second = first with { Id = FeatureId.Of("B1b"), Geometry = Wgs84Geometry.Factory.CreateLineString(line[5..]) };
        CoverageReport whole = Sequenced(plan).Solved();
        CoverageReport split = Sequenced(plan with { BorderSegments = [first, second, plan.BorderSegments[1]] }).Solved();
        split.BorderMetres.Should().BeApproximately(whole.BorderMetres, 1e-6);
        split.CoveredMetres.Should().BeApproximately(whole.CoveredMetres, 1e-6);
        split.GapCount.Should().Be(whole.GapCount);
    });

    [TestMethod]
    public void Counting_one_change_at_a_time_is_counting_from_scratch() => Check(plan =>
    {
        var session = new CoverageSession(new CoverageProblem(plan));
        for (int i = 0; i < 12; i++)
        {
            if (plan.Facilities.IsEmpty || i % 4 == 3)
                session.Set(Given.Post($"new {i}", 105.1 + (i * 0.003), 22.1, 1500));
            else if (i % 4 == 0)
                session.Set(plan.Facilities[i % plan.Facilities.Length] with { CoverageRadiusMetres = 700 * (i + 1) });
            else if (i % 4 == 1)
                session.Remove(FacilityKind.MilitiaPost, plan.Facilities[i % plan.Facilities.Length].Id);
            else
                session.Set(plan.Facilities[i % plan.Facilities.Length] with { Status = i % 8 == 2 ? LifecycleStatus.Planned : LifecycleStatus.Existing });

            CoverageReport scratch = session.Problem.Solve();
            CoverageReport report = session.Report();
            session.Gaps.Should().Equal(scratch.GapStretches);
            session.CoveredMetres.Should().Be(scratch.CoveredMetres);
            report.ConsideredFacilities.Should().Equal(scratch.ConsideredFacilities);
            report.Stretches.Select(stretch => string.Join(',', Given.Ids(report, stretch)))
                .Should().Equal(scratch.Stretches.Select(stretch => string.Join(',', Given.Ids(scratch, stretch))));
        }
    });

    private static Gen<List<Facility>> Posts(int count) =>
        from places in Places.ListOf(count)
        from radii in Gen.Choose(50, 6000).ListOf(count)
        select places.Select((place, i) => Given.Post($"P{i}", place.X, place.Y, radii[i])).ToList();

    private static Coordinate East(Coordinate place) => new(place.X + 1, place.Y);

    private static Plan Sequenced(Plan plan) => plan with
    {
        BorderSegments = [.. plan.BorderSegments.Select((segment, i) => segment with { Sequence = i })],
    };

    private static void Check(Action<Plan> holds) =>
        Prop.ForAll(Plans.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260101, 297));
}
