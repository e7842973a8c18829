using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Coverage;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Sight;

[TestClass]
public sealed class SightCoverageTests
{
    private const int Size = 300;

    [TestMethod]
    public void On_a_plain_sight_covers_what_the_radius_covers()
    {
        Plan plan = Crossing(Relief.Of(Size, Size, (_, _) => 100)).With(Post("P1", 150, 140, 3_000), Post("P2", 60, 155, 1_500));
        CoverageReport sight = new CoverageProblem(plan) { Model = SightCoverage.OwnRange }.Solve(), radius = new CoverageProblem(plan).Solve();
        sight.CoveredMetres.Should().BeApproximately(radius.CoveredMetres, 1e-6);
        sight.GapStretches.Should().HaveCount(radius.GapCount);
        sight.Facilities.Select(facility => facility.RadiusMetres).Should().Equal(3_000, 1_500);
        sight.Notes.Should().BeEmpty();
    }

    [TestMethod]
    public void A_wall_hides_the_border_behind_it()
    {
        // The border runs along row 150; a wall in column 200 is seen over only where the line passes above 30 m.
        ElevationGrid wall = Relief.Of(Size, Size, (column, row) => column == 200 && row <= 150 ? 30 : 0);
        Plan plan = Crossing(wall).With(Post("P", 150, 120, 4_000));
        FacilitySight sight = SightCoverage.OwnRange.Look(plan, BorderLine.Of(plan), plan.Facilities[0]);
        sight.Ground.Should().Be(ObserverGround.Known);
        sight.UnknownMetres.Should().Be(0);
        (sight.SeenMetres + sight.HiddenMetres).Should().BeApproximately(sight.WithinMetres, 1e-6);

        // The line from (150, 120) to (c, 150) meets column 200 north of the end of the wall at row 150, or just south of it: it
        // goes on between rows 150 and 151 as a slope, so hiding ends a little before the border itself is met.
        GeoPoint end = BorderLine.Of(plan).PointAt(sight.Stretches.Single(stretch => stretch.LengthMetres > 500).ToMetres);
        (double column, double row) = wall.Frame.Locate(end);
        column.Should().BeInRange(199, 200.1);
        row.Should().BeApproximately(150, 0.05);
        BorderLine.Of(plan).PointAt(sight.Stretches[0].FromMetres).LongitudeDegrees.Should().BeLessThan(wall.Centre(21, 150).LongitudeDegrees);
    }

    [TestMethod]
    [DataRow(51)]
    [DataRow(52)]
    public void Stretches_are_those_of_lines_of_sight_every_few_metres(int seed)
    {
        ElevationGrid mountains = Relief.Mountains(seed, Size, Size, reliefMetres: 500, roughness: 0.4);
        Plan plan = Crossing(mountains).With(Post("P", 140.3, 120.6, 3_500));
        var border = BorderLine.Of(plan);
        FacilitySight sight = SightCoverage.OwnRange.Look(plan, border, plan.Facilities[0]);
        sight.SeenRatio.Should().BeInRange(0.02, 0.98);
        var surface = ElevationSurface.Of(plan);
        GeoPoint from = new(plan.Facilities[0].Location.X, plan.Facilities[0].Location.Y);
        ImmutableArray<BorderStretch> within = RadiusCoverage.OwnRadius.Cover(plan, border, plan.Facilities[0]);
        int wrong = 0, looked = 0;
        foreach (BorderStretch stretch in within)
        {
            for (double chainage = stretch.FromMetres + 2; chainage < stretch.ToMetres; chainage += 7.3)
            {
                bool visible = new LineOfSight(surface, from, border.PointAt(chainage)).Solve().IsVisible;
                bool covered = sight.Stretches.Any(seen => chainage >= seen.FromMetres && chainage <= seen.ToMetres);
                looked++;
                wrong += visible == covered ? 0 : 1;
            }
        }

        // What is shorter than a cell may be missed.
        (wrong / (double)looked).Should().BeLessThan(0.01);
    }

    [TestMethod]
    public void Sight_covers_a_part_of_what_the_radius_covers()
    {
        ElevationGrid mountains = Relief.Mountains(53, Size, Size, voidShare: 0.03);
        Plan plan = Crossing(mountains).With([.. Enumerable.Range(0, 12).Select(i => Post($"P{i}", 20 + (22 * i), 130 + (i * 7 % 40), 900 + (150 * i)))]);
        var border = BorderLine.Of(plan);
        ImmutableArray<FacilitySight> sights = SightCoverage.OwnRange.Look(plan, border, plan.Facilities);
        for (int i = 0; i < sights.Length; i++)
        {
            ImmutableArray<BorderStretch> within = RadiusCoverage.OwnRadius.Cover(plan, border, plan.Facilities[i]);
            sights[i].WithinMetres.Should().BeApproximately(within.Sum(stretch => stretch.LengthMetres), 1e-6);
            sights[i].Stretches.All(seen => within.Any(stretch => seen.FromMetres >= stretch.FromMetres && seen.ToMetres <= stretch.ToMetres)).Should().BeTrue();
            (sights[i].SeenMetres + sights[i].UnknownMetres).Should().BeLessThanOrEqualTo(sights[i].WithinMetres + 1e-6);
        }

        sights.Sum(sight => sight.UnknownMetres).Should().BePositive();
        sights.Sum(sight => sight.HiddenMetres).Should().BePositive();
    }

    [TestMethod]
    public void A_higher_eye_covers_no_less_and_a_longer_range_neither()
    {
        Plan plan = Crossing(Relief.Mountains(54, Size, Size)).With(Post("P", 150, 130, 2_500));
        double low = Seen(new() { ObserverHeightMetres = 2 }), high = Seen(new() { ObserverHeightMetres = 40 });
        high.Should().BeGreaterThanOrEqualTo(low - 0.5);
        Seen(new() { ObserverHeightMetres = 40, RangeMetres = 4_000 }).Should().BeGreaterThanOrEqualTo(high - 0.5);
        Seen(new() { ObserverHeightMetres = 40, TargetHeightMetres = 100 }).Should().BeGreaterThanOrEqualTo(high - 0.5);

        double Seen(SightCoverage model) => model.Look(plan, BorderLine.Of(plan), plan.Facilities[0]).SeenMetres;
    }

    [TestMethod]
    public void The_facilitys_own_height_counts_where_the_model_gives_none()
    {
        Plan plan = Crossing(Relief.Mountains(55, Size, Size)).With(Post("P", 150, 130, 2_500) with { ObserverHeightMetres = 33 });
        SightCoverage.OwnRange.Look(plan, BorderLine.Of(plan), plan.Facilities[0]).Should().BeEquivalentTo(
            new SightCoverage { ObserverHeightMetres = 33 }.Look(plan, BorderLine.Of(plan), plan.Facilities[0]));
        SightCoverage.OwnRange.ConditionsOf(Post("Q", 0, 0, 1)).ObserverHeightMetres.Should().Be(5);
    }

    [TestMethod]
    public void Posts_without_ground_cover_nothing_and_are_named()
    {
        ElevationGrid grid = Relief.Of(Size, Size, (column, _) => column < 20 ? double.NaN : 50);
        Facility far = Given.Post("Far", 109, 20, 5_000);
        Plan plan = Crossing(grid).With(Post("Hole", 10, 150, 3_000), far, Post("P", 100, 150, 3_000));
        CoverageReport report = new CoverageProblem(plan) { Model = SightCoverage.OwnRange }.Solve();
        report.Facilities.Select(facility => facility.CoversNothing).Should().Equal(true, true, false);
        report.Notes.Should().HaveCount(2);
        report.Notes[0].Should().Contain("Outside").And.Contain("militia-posts/Far");
        report.Notes[1].Should().Contain("void").And.Contain("militia-posts/Hole");
        FacilitySight hole = SightCoverage.OwnRange.Look(plan, report.Border, plan.Facilities[0]);
        hole.Ground.Should().Be(ObserverGround.Void);
        hole.UnknownMetres.Should().Be(hole.WithinMetres).And.BePositive();
    }

    [TestMethod]
    public void A_plan_without_terrain_says_so()
    {
        Plan plan = Crossing(Relief.Of(Size, Size, (_, _) => 0)).With(Post("P", 100, 150, 3_000)) with { Terrain = PlanTerrain.None };
        CoverageReport report = new CoverageProblem(plan) { Model = SightCoverage.OwnRange }.Solve();
        report.CoveredMetres.Should().Be(0);
        report.Notes.Should().ContainSingle().Which.Should().Contain("no terrain");
    }

    [TestMethod]
    public void What_is_out_of_bounds_is_refused_by_name()
    {
        Plan plan = Crossing(Relief.Of(30, 30, (_, _) => 0)).With(Post("P", 10, 10, 3_000) with { ObserverHeightMetres = -3 });
        ((Action)(() => SightCoverage.OwnRange.Cover(plan, BorderLine.Of(plan), plan.Facilities))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*observerHeightMetres*militia-posts P*");
        ((Action)(() => _ = new SightCoverage { RangeMetres = -1 })).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = new SightCoverage { Refraction = 3 })).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = new SightCoverage { ObserverHeightMetres = double.NaN })).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestMethod]
    public void A_session_counts_as_the_whole_does()
    {
        Plan plan = Crossing(Relief.Mountains(56, Size, Size)).With(Post("P1", 150, 130, 2_500), Post("P2", 90, 170, 2_500));
        var problem = new CoverageProblem(plan) { Model = SightCoverage.OwnRange };
        var session = new CoverageSession(problem);
        session.Set(Post("P1", 170, 160, 2_500));
        session.CoveredMetres.Should().BeApproximately((problem with { Plan = session.Plan }).Solve().CoveredMetres, 1e-6);
    }

    // A border from west to east, with a bend, through the middle of a terrain.
    private static Plan Crossing(ElevationGrid grid) => Given.Border(
        new[] { (5, 150), (100, 150), (200, 150), (250, 170), (295, 160) }
            .Select(cell => grid.Centre(cell.Item1, cell.Item2))
            .Select(place => new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees))) with
    { Terrain = ElevationSurface.Of(grid) };

    private static Facility Post(string id, double column, double row, double radiusMetres)
    {
        GeoPoint place = Relief.Of(1, 1, (_, _) => 0).Frame.Place(column, row);
        return Given.Post(id, place.LongitudeDegrees, place.LatitudeDegrees, radiusMetres);
    }
}
