using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class PatrolRoundTests
{
    private static Facility At(string id, Coordinate at) => new()
    {
        Id = FeatureId.Of(id),
        Kind = FacilityKind.MilitiaPost,
        Geometry = Wgs84Geometry.Factory.CreatePoint(at.Copy()),
    };

    [TestMethod]
    public void A_round_over_posts_on_a_ring_goes_round_it_once()
    {
        AsciiMap map = AsciiMap.Of(
            """
            A---------B
            |         |
            C---------D
            """);
        RoadNetwork network = RoadNetwork.Of(map.Plan);
        PatrolRound round = new PatrolRoundProblem(network, At("base", map['A'])) { Facilities = [At("b", map['B']), At("d", map['D']), At("c", map['C'])], ShiftMinutes = 60 }.Solve();
        round.IsOptimal.Should().BeTrue();
        round.Seconds.Should().BeApproximately(network.LengthMetres / 10, 0.01);
        round.LengthMetres.Should().BeApproximately(network.LengthMetres, 0.1);
        round.Legs.Sum(leg => leg.Seconds).Should().BeApproximately(round.Seconds, 1e-6);
        round.FitsShift.Should().BeTrue();
        (new PatrolRoundProblem(network, At("base", map['A'])) { Facilities = [At("d", map['D'])], ShiftMinutes = 10 }.Solve() is { FitsShift: false, NoRoundFits: true }).Should().BeTrue();
    }

    [TestMethod]
    public void Roads_are_driven_from_end_to_end_either_way()
    {
        AsciiMap map = AsciiMap.Of("A----B----C----D").With("CD", road => road with { OneWay = false });
        RoadNetwork network = RoadNetwork.Of(map.Plan);
        PatrolRound round = new PatrolRoundProblem(network, At("base", map['A'])) { Roads = [FeatureId.Of("CD"), FeatureId.Of("AB")] }.Solve();
        round.Seconds.Should().BeApproximately(2 * network.LengthMetres / 10, 0.01);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void The_exact_round_is_the_best_of_all_orders_and_the_bound_is_below_it(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 7, keep: 0.9) is var made ? made with { PatrolRoads = [.. made.PatrolRoads.Select(road => road with { OneWay = false })] } : made!;
        RoadNetwork network = RoadNetwork.Of(plan);
        FeatureId[] roads = [plan.PatrolRoads[5].Id, plan.PatrolRoads[20].Id];
        var problem = new PatrolRoundProblem(network, plan.Facilities[0]) { Facilities = [.. plan.Facilities.Skip(1).Take(4)], Roads = [.. roads] };
        PatrolRound round = problem.Solve();
        round.IsOptimal.Should().BeTrue();

        // The same by trying every order, with the library's times between places.
        (RoundCosts costs, int items) = Costs(network, plan.Facilities[0], problem);
        double best = Orders([.. Enumerable.Range(1, items)]).Min(order => costs.Directed(order).Seconds);
        round.Seconds.Should().BeApproximately(best, 1e-6);
        RoundExchanges.Improved(costs, CancellationToken.None).Seconds.Should().BeGreaterThanOrEqualTo(best - 1e-6);
        RoundBound.Of(costs, best, CancellationToken.None).Should().BeLessThanOrEqualTo(best + 1e-6).And.BeGreaterThan(0.6 * best);
    }

    [TestMethod]
    public void A_larger_round_says_how_far_from_the_shortest_it_may_be()
    {
        Plan plan = RandomRoads.Plan(5, bases: 30, side: 10, keep: 0.9) is var made ? made with { PatrolRoads = [.. made.PatrolRoads.Select(road => road with { OneWay = false })] } : made!;
        RoadNetwork network = RoadNetwork.Of(plan);
        PatrolRound round = new PatrolRoundProblem(network, plan.Facilities[0]) { Facilities = [.. plan.Facilities.Skip(1)], StayMinutes = 5 }.Solve();
        round.IsFound.Should().BeTrue();
        round.Stops.Should().HaveCount(29);
        round.Gap.Should().BeInRange(0, 0.1);
        round.BoundSeconds.Should().BeLessThanOrEqualTo(round.Seconds);
        (round.Legs.Sum(leg => leg.Seconds) + (29 * 300)).Should().BeApproximately(round.Seconds, 1);
    }

    [TestMethod]
    public void One_walks_to_a_post_beside_the_road_and_back_and_nobody_is_called_on_twice()
    {
        AsciiMap map = AsciiMap.Of("A--B");
        RoadNetwork network = RoadNetwork.Of(map.Plan);
        Facility post = At("post", new(105.02, 20.01));
        PatrolRound round = new PatrolRoundProblem(network, At("base", new(105, 20))) { Facilities = [post, post], Roads = [FeatureId.Of("AB"), FeatureId.Of("AB")] }.Solve();
        round.Stops.Should().HaveCount(2);
        round.Legs.Sum(leg => leg.Seconds).Should().BeApproximately(round.Seconds, 1e-3);
        RouteLeg[] walks = [.. round.Legs.Where(leg => leg.IsOnFoot)];
        walks.Should().HaveCount(2);
        walks[0].Shape[^1].Should().Be(new GeoPoint(105.02, 20.01));
        walks[1].Shape[0].Should().Be(new GeoPoint(105.02, 20.01));
    }

    [TestMethod]
    public void What_cannot_be_asked_is_refused_all_at_once()
    {
        RoadNetwork network = RoadNetwork.Of(AsciiMap.Of("A--B").Plan);
        FluentActions.Invoking(() => new PatrolRoundProblem(network, At("base", new(105, 20))) { Roads = [FeatureId.Of("XY")], ShiftMinutes = -1 }.Solve())
            .Should().Throw<ArgumentException>().WithMessage("*'XY'*shift*");
        FluentActions.Invoking(() => new PatrolRoundProblem(network, At("base", new(105, 20))) { Facilities = [new Facility { Id = FeatureId.Of("lost"), Kind = FacilityKind.MilitiaPost }] }.Solve())
            .Should().Throw<ArgumentException>().WithMessage("*militia-posts lost*");
        RoadNetwork twice = RoadNetwork.Of(AsciiMap.Of("A--B").With(AsciiMap.Road("again", 36, new(105, 20), new(105.03, 20))).Plan);
        FluentActions.Invoking(() => new PatrolRoundProblem(twice, At("base", new(105, 20))) { Roads = [FeatureId.Of("again")] }.Solve())
            .Should().Throw<ArgumentException>().WithMessage("*'again'*");
        FluentActions.Invoking(() => new PatrolRoundProblem(network, At("base", new(105, 20))).Solve()).Should().Throw<ArgumentException>();
    }

    [TestMethod]
    public void One_comes_to_each_stop_after_the_ways_and_stays_before_it()
    {
        AsciiMap map = AsciiMap.Of("A----B----C----D");
        RoadNetwork network = RoadNetwork.Of(map.Plan);
        PatrolRound round = new PatrolRoundProblem(network, At("base", map['A'])) { Facilities = [At("b", map['B']), At("d", map['D'])], StayMinutes = 5 }.Solve();
        PatrolRound onlyB = new PatrolRoundProblem(network, At("base", map['A'])) { Facilities = [At("b", map['B'])] }.Solve();
        round.ArrivalSeconds.Should().HaveCount(2);
        bool outward = round.Stops[0].Id.Text == "b";
        double toB = onlyB.Seconds / 2, toD = toB * 3;
        round.ArrivalSeconds[0].Should().BeApproximately(outward ? toB : toD, 1e-3);
        round.ArrivalSeconds[1].Should().BeApproximately(outward ? toD + 300 : toD + 300 + (toD - toB), 1e-3);
        (round.ArrivalSeconds[1] + 300 + (outward ? toD : toB)).Should().BeApproximately(round.Seconds, 1e-3);
        PatrolRound road = new PatrolRoundProblem(network, At("base", map['A'])) { Roads = [FeatureId.Of("CD")] }.Solve();
        new[] { toB * 2, toD }.Should().Contain(end => Math.Abs(end - road.ArrivalSeconds[0]) < 1e-3, "it is driven from either end");
    }

    [TestMethod]
    public void What_is_wrong_is_known_before_it_is_solved_as_data_and_in_the_words_of_the_exception()
    {
        RoadNetwork network = RoadNetwork.Of(AsciiMap.Of("A--B").Plan);
        var problem = new PatrolRoundProblem(network, At("base", new(105, 20))) { Roads = [FeatureId.Of("XY")], ShiftMinutes = -1 };
        ImmutableArray<RoundFault> wrong = problem.Check();
        wrong.Should().HaveCount(2);
        wrong[0].Should().BeOfType<RoundFault.UnknownRoads>().Which.Roads.Should().Equal(FeatureId.Of("XY"));
        wrong[1].Should().Be(new RoundFault.ShiftOutOfRange(-1));
        FluentActions.Invoking(() => problem.Solve()).Should().Throw<ArgumentException>().WithMessage(string.Join(' ', wrong.Select(fault => fault.Sentence)));
        Facility[] many = [.. Enumerable.Range(0, PatrolRoundProblem.MostItems + 1).Select(i => At($"p{i}", new(105, 20)))];
        var tooMany = new PatrolRoundProblem(network, At("base", new(105, 20))) { Facilities = [.. many] };
        tooMany.Check().Should().Equal(new RoundFault.TooMany(many.Length));
        FluentActions.Invoking(() => tooMany.Solve()).Should().Throw<ArgumentException>().WithMessage(new RoundFault.TooMany(many.Length).Sentence);
        new PatrolRoundProblem(network, At("base", new(105, 20))) { Facilities = [many[0]] }.Check().Should().BeEmpty();
    }

    [TestMethod]
    public void From_the_end_of_a_one_way_road_one_walks_back_to_the_next_road()
    {
        AsciiMap map = AsciiMap.Of("A----B----C----D").With("CD", road => road with { OneWay = true });
        PatrolRound round = new PatrolRoundProblem(RoadNetwork.Of(map.Plan), At("base", map['A'])) { Roads = [FeatureId.Of("CD")] }.Solve();
        double metres = Geodesic.Inverse(new(105.1, 20), new(105.15, 20)).DistanceMetres;
        round.Seconds.Should().BeApproximately((3 * metres / 10) + (metres / (Walking.LevelKmh / 3.6)) + (2 * metres / 10), 0.1);
    }

    [TestMethod]
    public void Why_there_is_no_round_names_the_roads_as_data()
    {
        AsciiMap map = AsciiMap.Of("A----B----C----D");
        RoadNetwork network = RoadNetwork.Of(map.Plan).Without(map.Plan, new RoadClosure { Roads = [FeatureId.Of("CD")] });
        PatrolRound none = new PatrolRoundProblem(network, At("base", map['A'])) { Roads = [FeatureId.Of("CD")] }.Solve();
        none.Fault.Should().BeOfType<RoundFault.Closed>().Which.Roads.Select(id => id.Text).Should().Equal("CD");
        none.Reason.Should().Be("Closed, and so not to be driven: CD.");
    }

    private static (RoundCosts Costs, int Items) Costs(RoadNetwork network, Facility start, PatrolRoundProblem problem)
    {
        var items = new List<RoundItem>();
        foreach (Facility facility in problem.Facilities.Prepend(start))
        {
            var place = new GeoPoint(facility.Location.X, facility.Location.Y);
            items.Add(new RoundItem(facility, place, place, 0, double.PositiveInfinity, -1));
        }

        for (int edge = 0; edge < network.EdgeCount; edge++)
        {
            RoadEdge road = network.Edge(edge);
            if (problem.Roads.Contains(network.Roads[road.Road].Id))
                items.Add(new RoundItem(network.Roads[road.Road], network.PointAt(edge, 0), network.PointAt(edge, 1), road.ForwardSeconds, road.BackwardSeconds, edge));
        }

        var search = new PlaceSearch(network);
        double walk = 1 / network.OffRoadMetresPerSecond;
        var times = new double[2 * items.Count, 2 * items.Count];
        for (int from = 0; from < 2 * items.Count; from++)
        {
            // However far: not only as far as the other stops.
            search.Run(At(from), 1e5);
            for (int to = 0; to < 2 * items.Count; to++)
                times[from, to] = from == to ? 0 : search.To(Ecef.Of(At(to)), walk * Ecef.Of(At(to)).DistanceMetresTo(Ecef.Of(At(from)))).Seconds;
        }

        return (new RoundCosts([.. items], times), items.Count - 1);

        GeoPoint At(int end) => end % 2 == 0 ? items[end / 2].Enter : items[end / 2].Leave;
    }

    private static IEnumerable<int[]> Orders(int[] items)
    {
        if (items.Length <= 1)
        {
            yield return items;
            yield break;
        }

        for (int i = 0; i < items.Length; i++)
        {
            foreach (int[] rest in Orders([.. items[..i], .. items[(i + 1)..]]))
                yield return [items[i], .. rest];
        }
    }
}
