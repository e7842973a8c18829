using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

/// <summary>More or faster or opened roads, another facility or more time never reach less.</summary>
[TestClass]
public sealed class MoreRoadTests
{
    private const double Minutes = 25;

    /// <summary>A place so many metres east and north of 106° E 22° N.</summary>
    private static Coordinate At(double east, double north)
    {
        double metresEast = Geodesic.Inverse(new(106, 22), new(106.001, 22)).DistanceMetres, metresNorth = Geodesic.Inverse(new(106, 22), new(106, 22.001)).DistanceMetres;
        return new Coordinate(106 + (east / metresEast / 1000), 22 + (north / metresNorth / 1000));
    }

    private static Facility Base(Coordinate at) => new() { Id = FeatureId.Of("base"), Kind = FacilityKind.CombatBase, Geometry = Wgs84Geometry.Factory.CreatePoint(at) };

    private static Plan Fast => Plan.Empty with
    {
        PatrolRoads = [AsciiMap.Road("FAST", 60, At(0, 0), At(20_000, 0))],
        Facilities = [Base(At(0, 300))],
        BorderSegments = [new BorderSegment { Id = FeatureId.Of("B"), Geometry = Wgs84Geometry.Factory.CreateLineString([.. Enumerable.Range(0, 81).Select(i => At(250 * i, -500))]) }],
    };

    private static readonly PatrolRoad Stub = AsciiMap.Road("STUB", 5, At(0, 400), At(100, 400));

    private static double Covered(Plan plan, double minutes = 30) => new CoverageProblem(plan) { Model = new ResponseCoverage(minutes) }.Solve().CoveredMetres;

    [TestMethod]
    public void A_slow_stub_beside_the_base_takes_no_cover_away()
    {
        // c = 1 / 0.83946 s/m on foot, k = 0.06 s/m by road. On and off at the critical angle: 800 √(c² − k²) + 0.06 x = 1,800 s.
        double c = 3.6 / (3.6 * Math.Exp(-0.175)), k = 0.06;
        double reached = (1800 - (800 * Math.Sqrt((c * c) - (k * k)))) / k;
        reached.Should().BeApproximately(14_136.9, 0.1);

        // The border lies 500 m to the south, where a degree of longitude is longer: by 0.45 m along 14 km.
        double longer = Geodesic.Inverse(ToPoint(At(0, -500)), ToPoint(At(14_000, -500))).DistanceMetres - Geodesic.Inverse(ToPoint(At(0, 0)), ToPoint(At(14_000, 0))).DistanceMetres;
        double without = Covered(Fast);
        without.Should().BeApproximately(reached + longer, 0.2);
        Covered(Fast with { PatrolRoads = [.. Fast.PatrolRoads, Stub] }).Should().BeGreaterThanOrEqualTo(without - 1e-6).And.BeGreaterThan(14_129.3);
        Covered(Fast with { PatrolRoads = [Stub, .. Fast.PatrolRoads] }).Should().BeGreaterThanOrEqualTo(without - 1e-6);
        new ResponseProblem(Fast with { PatrolRoads = [.. Fast.PatrolRoads, Stub] }).Solve().MetresWithin(30).Should().BeApproximately(without, 0.02);
    }

    private static GeoPoint ToPoint(Coordinate at) => new(at.X, at.Y);

    [TestMethod]
    public void A_slow_stub_beside_a_base_of_the_sample_takes_no_cover_away()
    {
        Plan plan = SamplePlan.Generate(SampleSize.Small, 1);
        Coordinate at = plan.Facilities.First(facility => facility.Kind == FacilityKind.CombatBase).Location;
        Plan more = plan with { PatrolRoads = [.. plan.PatrolRoads, AsciiMap.Road("stub", 3.5, new(at.X, at.Y + 1e-5), new(at.X + 5e-4, at.Y + 1e-5))] };
        Covered(more, 60).Should().BeGreaterThanOrEqualTo(Covered(plan, 60) - 1e-6);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public void A_hundred_added_links_each_take_nothing_away(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 2, keep: 0.35);
        var random = new Random(seed);
        GeoPoint[] places = [.. Enumerable.Range(0, 8).Select(_ => new GeoPoint(105 + (random.NextDouble() * 0.14), 20 + (random.NextDouble() * 0.08)))];
        Reach before = Reach.Of(plan, places);
        for (int i = 0; i < 100; i++)
        {
            plan = plan with { PatrolRoads = [.. plan.PatrolRoads, RandomLink(plan, random, $"link {i}")] };
            Reach after = Reach.Of(plan, places);
            after.ShouldHold(before, $"link {i} of seed {seed}");
            before = after;
        }
    }

    [TestMethod]
    [DataRow(11)]
    [DataRow(12)]
    public void A_faster_or_opened_road_or_another_base_or_more_time_takes_nothing_away(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 3);
        var random = new Random(seed);
        GeoPoint[] places = [.. Enumerable.Range(0, 8).Select(_ => new GeoPoint(105 + (random.NextDouble() * 0.14), 20 + (random.NextDouble() * 0.08)))];
        Reach before = Reach.Of(plan, places);
        Reach.Of(plan, places, Minutes + 1).ShouldHold(before, "a longer limit");
        Reach.Of(plan with { Facilities = [.. plan.Facilities, Base(new Coordinate(105.07, 20.03)) with { Id = FeatureId.Of("more") }] }, places).ShouldHold(before, "another base");
        for (int i = 0; i < 20; i++)
        {
            PatrolRoad road = plan.PatrolRoads[random.Next(plan.PatrolRoads.Length)];
            Reach.Of(plan with { PatrolRoads = plan.PatrolRoads.Replace(road, road with { SpeedKmh = road.SpeedKmh * 1.5 }) }, places).ShouldHold(before, $"a faster {road.Id}");
            before.ShouldHold(Reach.Of(plan, places, closed: road.Id), $"an opened {road.Id}");
        }
    }

    [TestMethod]
    public void A_slower_road_over_another_takes_nothing_away_wherever_it_stands_in_the_plan()
    {
        Plan plan = Fast;
        PatrolRoad slow = plan.PatrolRoads[0] with { Id = FeatureId.Of("slow"), SpeedKmh = 4 };
        Covered(plan with { PatrolRoads = [slow, .. plan.PatrolRoads] }).Should().BeApproximately(Covered(plan), 1e-6);
        Covered(plan with { PatrolRoads = [.. plan.PatrolRoads, slow] }).Should().BeApproximately(Covered(plan), 1e-6);
        PatrolRoad oneWay = plan.PatrolRoads[0] with { Id = FeatureId.Of("one way"), OneWay = true };
        Covered(plan with { PatrolRoads = [oneWay, .. plan.PatrolRoads] }).Should().BeApproximately(Covered(plan), 1e-6);
    }

    [TestMethod]
    public void An_end_keeps_the_road_that_it_meets_when_another_comes_nearer()
    {
        // The spur ends 4 m from AB; a new road begins 2 m from the end and leads nowhere, or ends there, or crosses the gap.
        const double metre = 1 / 110_700.0;
        AsciiMap map = AsciiMap.Of("A-----B").With(AsciiMap.Road("spur", 36, new Coordinate(105.03, 20 - (4 * metre)), new Coordinate(105.03, 19.95)));
        GeoPoint from = new(105.03, 19.95), to = new(105.0, 20);
        double before = new NetworkRoutes(RoadNetwork.Of(map.Plan)).Between(from, to).Seconds;
        Coordinate end = new(105.03, 20 - (4 * metre));
        PatrolRoad[] added =
        [
            AsciiMap.Road("near", 5, new Coordinate(end.X + (2 * metre), end.Y), new Coordinate(end.X + (60 * metre), end.Y)),
            AsciiMap.Road("onto", 5, end.Copy(), new Coordinate(end.X + (60 * metre), end.Y)),
            AsciiMap.Road("across", 5, new Coordinate(end.X - (50 * metre), end.Y + (2 * metre)), new Coordinate(end.X + (50 * metre), end.Y + (2 * metre))),
            AsciiMap.Road("touching", 5, new Coordinate(end.X - (50 * metre), end.Y), new Coordinate(end.X + (50 * metre), end.Y)),
        ];
        foreach (PatrolRoad road in added)
        {
            foreach (Plan plan in new[] { map.Plan with { PatrolRoads = [.. map.Plan.PatrolRoads, road] }, map.Plan with { PatrolRoads = [road, .. map.Plan.PatrolRoads] } })
            {
                RoadNetwork network = RoadNetwork.Of(plan);
                network.ComponentCount.Should().Be(1, road.Id.Text);
                new NetworkRoutes(network).Between(from, to).Seconds.Should().BeLessThanOrEqualTo(before + 1e-3, road.Id.Text);
            }
        }
    }

    [TestMethod]
    public void A_proposed_stub_never_gains_less_than_nothing_in_a_ranking()
    {
        Plan plan = Fast with { PatrolRoads = [.. Fast.PatrolRoads, Stub with { Status = LifecycleStatus.Planned }] };
        RoadRankingReport report = new RoadRankingProblem(plan, 30).Solve();
        report.Roads.Should().ContainSingle().Which.Alone.GainedMetres.Should().BeInRange(-1e-6, 1);
    }

    [TestMethod]
    public void A_border_moved_changes_the_speed_on_foot_and_a_road_does_not()
    {
        GroundHeight ground = place => Math.Sin(place.LongitudeDegrees * 700) * 150;
        var options = new RoadNetworkOptions { Ground = ground };
        double speed = RoadNetwork.Of(Fast, options).OffRoadMetresPerSecond;
        speed.Should().BeLessThan(Walking.LevelKmh / 3.6);
        RoadNetwork.Of(Fast with { PatrolRoads = [Stub] }, options).OffRoadMetresPerSecond.Should().Be(speed);
        RoadNetwork.Of(Fast with { BorderSegments = [] }, options).OffRoadMetresPerSecond.Should().Be(Walking.LevelKmh / 3.6);
        RoadNetwork.Of(Fast, options with { OffRoadKmh = 1.8 }).OffRoadMetresPerSecond.Should().Be(0.5);
    }

    private static PatrolRoad RandomLink(Plan plan, Random random, string id)
    {
        Coordinate Somewhere()
        {
            if (random.Next(3) == 0)
                return new Coordinate(Math.Round(105 + (random.NextDouble() * 0.14), 7), Math.Round(20 + (random.NextDouble() * 0.075), 7));
            Coordinate[] line = plan.PatrolRoads[random.Next(plan.PatrolRoads.Length)].Geometry.Coordinates;
            Coordinate at = line[random.Next(line.Length)];

            // At a vertex, or a few metres from it.
            double off = random.Next(2) == 0 ? 0 : 6e-5;
            return new Coordinate(Math.Round(at.X + ((random.NextDouble() - 0.5) * off), 7), Math.Round(at.Y + ((random.NextDouble() - 0.5) * off), 7));
        }

        Coordinate from = Somewhere(), to = random.Next(4) == 0 ? new Coordinate(from.X + 3e-4, from.Y + 1e-4) : Somewhere();
        return AsciiMap.Road(id, random.Next(2, 60), from, to) with { OneWay = random.NextDouble() < 0.2 };
    }

    /// <summary>What is reached: stretches of border and of road, and times.</summary>
    private sealed record Reach(BorderStretch[] Covered, BorderStretch[] Profile, double RoadMetres, double[] AlongBorder, double[] Routes)
    {
        internal static Reach Of(Plan plan, GeoPoint[] places, double minutes = Minutes, FeatureId? closed = null)
        {
            RoadClosure closure = closed is { } road ? new RoadClosure { Roads = [road] } : RoadClosure.None;
            var coverage = new CoverageProblem(plan) { Model = new ResponseCoverage(minutes) { Closure = closure } };
            ResponseReport response = new ResponseProblem(plan) { Closure = closure }.Solve();
            var routes = new NetworkRoutes(response.Network);
            GeoPoint[] bases = [.. response.Facilities.Select(facility => ToPoint(facility.Location))];
            return new Reach(
                [.. coverage.Solve().Stretches.Where(stretch => stretch.Depth > 0).Select(stretch => new BorderStretch(stretch.FromMetres, stretch.ToMetres))],
                [.. response.ReachedWithin(minutes)],
                new IsochroneProblem(response.Network, [.. bases], [minutes]) { StepMetres = 5_000 }.Solve()[0].RoadMetres,
                [.. Enumerable.Range(0, 60).Select(i => response.At(response.Border.LengthMetres * i / 60).Seconds)],
                [.. places.Select(place => bases.Min(at => routes.Between(at, place).Seconds))]);
        }

        internal void ShouldHold(Reach before, string what)
        {
            ShouldHold(Covered, before.Covered, what + ", coverage");
            ShouldHold(Profile, before.Profile, what + ", profile");
            RoadMetres.Should().BeGreaterThanOrEqualTo(before.RoadMetres - 0.1, what);
            for (int i = 0; i < AlongBorder.Length; i++)
                AlongBorder[i].Should().BeLessThanOrEqualTo(before.AlongBorder[i] + 0.02, $"{what}, at {i} of the border");
            for (int i = 0; i < Routes.Length; i++)
                Routes[i].Should().BeLessThanOrEqualTo(before.Routes[i] + 0.01, $"{what}, at place {i}");
        }

        private static void ShouldHold(BorderStretch[] after, BorderStretch[] before, string what)
        {
            double lost = before.Sum(stretch => stretch.LengthMetres - after.Sum(one => Math.Max(0, Math.Min(one.ToMetres, stretch.ToMetres) - Math.Max(one.FromMetres, stretch.FromMetres))));
            lost.Should().BeLessThan(0.1, what);
        }
    }
}
