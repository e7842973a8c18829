using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class RoadNetworkTests
{
    private static RoadNetwork Network(AsciiMap map, RoadNetworkOptions? options = null) => RoadNetwork.Of(map.Plan, options);

    [TestMethod]
    public void Roads_that_share_an_end_meet_there()
    {
        RoadNetwork network = Network(AsciiMap.Of(
            """
            A--B--C
               |
               D
            """));
        network.NodeCount.Should().Be(4);
        network.EdgeCount.Should().Be(3);
        network.ComponentCount.Should().Be(1);
        network.Report.Snapped.Should().BeEmpty();
        network.Report.Splits.Should().BeEmpty();
        network.Report.Dangling.Select(end => end.Road.Text).Should().BeEquivalentTo("AB", "BC", "BD");
    }

    [TestMethod]
    public void Roads_that_cross_at_grade_are_split_where_they_cross()
    {
        RoadNetwork network = Network(AsciiMap.Of(
            """
               C
            A--+--B
               D
            """)
            .With(AsciiMap.Road("CD", 36, new Coordinate(105.03, 20), new Coordinate(105.03, 19.98))));
        network.NodeCount.Should().Be(5);
        network.EdgeCount.Should().Be(4);
        network.Report.Splits.Select(split => $"{split.Road} by {split.By}").Should().BeEquivalentTo("AB by CD", "CD by AB");
    }

    [TestMethod]
    [DataRow("bridge", true)]
    [DataRow("layer", 1.0)]
    [DataRow("layer", "1")]
    [DataRow("tunnel", "yes")]
    public void Roads_that_cross_on_different_levels_do_not_meet_and_the_report_says_so(string name, object value)
    {
        PropertyValue property = value switch
        {
            bool flag => PropertyValue.Of(flag),
            double number => PropertyValue.Of(number),
            _ => PropertyValue.Of((string)value),
        };
        RoadNetwork network = Network(AsciiMap.Of("A-----B")
            .With(AsciiMap.Road("over", 36, new Coordinate(105.03, 20.01), new Coordinate(105.03, 19.99)) with
            {
                OtherProperties = FeatureProperties.Of(KeyValuePair.Create(name, property)),
            }));
        network.NodeCount.Should().Be(4);
        network.EdgeCount.Should().Be(2);
        network.Report.GradeSeparations.Should().ContainSingle();
        network.Report.GradeSeparations[0].Place.LongitudeDegrees.Should().BeApproximately(105.03, 1e-9);
        new[] { network.Report.GradeSeparations[0].Road.Text, network.Report.GradeSeparations[0].Other.Text }.Should().BeEquivalentTo("AB", "over");
    }

    [TestMethod]
    public void A_bridge_meets_the_roads_at_its_ends()
    {
        RoadNetwork network = Network(AsciiMap.Of("A--B--C--D").With("BC", road => road with
        {
            OtherProperties = FeatureProperties.Of(KeyValuePair.Create("bridge", PropertyValue.Of("yes"))),
        }));
        network.ComponentCount.Should().Be(1);
        network.NodeCount.Should().Be(4);
    }

    [TestMethod]
    public void An_end_on_the_inside_of_a_road_splits_it()
    {
        RoadNetwork network = Network(AsciiMap.Of("A-----B")
            .With(AsciiMap.Road("spur", 36, new Coordinate(105.03, 20), new Coordinate(105.03, 19.99))));
        network.NodeCount.Should().Be(4);
        network.EdgeCount.Should().Be(3);
        network.Report.Snapped.Should().BeEmpty();
        network.Report.Splits.Should().ContainSingle().Which.Road.Text.Should().Be("AB");
    }

    [TestMethod]
    [DataRow(3, true)]
    [DataRow(-3, true)]
    [DataRow(8, false)]
    public void An_end_a_little_short_of_a_road_or_beyond_it_is_snapped_within_the_tolerance_only(double shortMetres, bool meets)
    {
        double short_ = shortMetres / 110_700;
        RoadNetwork network = Network(AsciiMap.Of("A-----B")
            .With(AsciiMap.Road("spur", 36, new Coordinate(105.03, 20 - short_), new Coordinate(105.03, 19.99))));
        network.ComponentCount.Should().Be(meets ? 1 : 2);
        network.EdgeCount.Should().Be(meets ? 4 : 2, "lines stay as drawn, and a short edge joins them, or is left beyond the crossing");
        if (meets)
        {
            SnappedEnd snapped = network.Report.Snapped.Should().ContainSingle().Subject;
            snapped.Road.Text.Should().Be("spur");
            snapped.Onto.Text.Should().Be("AB");
            snapped.DistanceMetres.Should().BeApproximately(Math.Abs(shortMetres), 0.05);
        }
        else
        {
            NearMiss miss = network.Report.NearMisses.Should().ContainSingle().Subject;
            (miss.Road.Text, miss.Other.Text).Should().Be(("spur", "AB"));
            miss.DistanceMetres.Should().BeApproximately(shortMetres, 0.05);
        }
    }

    [TestMethod]
    public void Ends_that_nearly_meet_are_joined_over_the_gap()
    {
        RoadNetwork network = Network(AsciiMap.Of("A--B")
            .With(AsciiMap.Road("next", 36, new Coordinate(105.03 + 2e-5, 20), new Coordinate(105.06, 20))));
        network.NodeCount.Should().Be(4);
        network.ComponentCount.Should().Be(1);
        network.Report.Snapped.Should().ContainSingle().Which.DistanceMetres.Should().BeApproximately(2.09, 0.02);
        network.Report.Splits.Should().BeEmpty();
    }

    [TestMethod]
    public void Three_roads_that_cross_at_one_place_meet_in_one_node()
    {
        Coordinate[] at = [new(105, 20), new(105.02, 20), new(105.01, 20.01), new(105.01, 19.99), new(105, 20.01), new(105.02, 19.99)];
        RoadNetwork network = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("1", 36, at[0], at[1]), AsciiMap.Road("2", 36, at[2], at[3]), AsciiMap.Road("3", 36, at[4], at[5])],
        });
        network.NodeCount.Should().Be(7);
        network.EdgeCount.Should().Be(6);
    }

    [TestMethod]
    public void A_road_that_crosses_itself_meets_itself_and_a_ring_is_a_loop()
    {
        RoadNetwork crossing = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("eight", 36, new(105, 20), new(105.02, 20), new(105.02, 20.01), new(105.01, 20.01), new(105.01, 19.99))],
        });
        crossing.NodeCount.Should().Be(3);
        crossing.EdgeCount.Should().Be(3);

        RoadNetwork ring = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("ring", 36, new(105, 20), new(105.01, 20), new(105.01, 20.01), new(105, 20))],
        });
        ring.NodeCount.Should().Be(1);
        ring.EdgeCount.Should().Be(1);
        ring.Edge(0).From.Should().Be(ring.Edge(0).To);
    }

    [TestMethod]
    public void Lengths_are_geodesic_and_time_is_length_by_speed()
    {
        RoadNetwork network = Network(AsciiMap.Of("A---------B", speedKmh: 36));
        double metres = Geodesic.Inverse(new(105, 20), new(105.1, 20)).DistanceMetres;
        RoadEdge edge = network.Edge(0);
        edge.LengthMetres.Should().BeApproximately(metres, 1e-3);
        edge.ForwardSeconds.Should().BeApproximately(metres / 10, 1e-4);
        edge.BackwardSeconds.Should().Be(edge.ForwardSeconds);
    }

    [TestMethod]
    public void One_way_roads_are_driven_as_drawn()
    {
        RoadNetwork network = Network(AsciiMap.Of("A--B").With("AB", road => road with { OneWay = true }));
        network.Edge(0).ForwardSeconds.Should().BePositive().And.BeLessThan(double.PositiveInfinity);
        network.Edge(0).BackwardSeconds.Should().Be(double.PositiveInfinity);
    }

    [TestMethod]
    public void Bad_roads_are_named_and_left_out_or_driven_by_their_class()
    {
        Coordinate a = new(105, 20), b = new(105.01, 20);
        RoadNetwork network = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads =
            [
                AsciiMap.Road("good", 36, a, b),
                AsciiMap.Road("again", 36, b, a),
                AsciiMap.Road("point", 36, a, a),
                AsciiMap.Road("slow", 0, b, new(105.02, 20)) with { Class = "track" },
                new PatrolRoad { Id = FeatureId.Of("nowhere") },
            ],
        });
        network.EdgeCount.Should().Be(2);
        network.Report.Problems.Select(problem => (problem.Kind, problem.Road.Text)).Should().BeEquivalentTo(
        [
            (RoadProblemKind.Duplicate, "again"),
            (RoadProblemKind.NoLength, "point"),
            (RoadProblemKind.NoSpeed, "slow"),
            (RoadProblemKind.NoGeometry, "nowhere"),
        ]);
        network.Report.Problems.Should().OnlyContain(problem => problem.Message.Contains(problem.Road.Text));
        network.Report.Problems.Single(problem => problem.Kind == RoadProblemKind.Duplicate).Message.Should().Contain("good", "it says like which road");
        Enumerable.Range(0, 2).Select(network.Edge).Single(edge => network.Roads[edge.Road].Id.Text == "slow")
            .ForwardSeconds.Should().BeApproximately(1046.5 / 15 * 3.6, 0.5);
    }

    [TestMethod]
    public void Two_one_way_carriageways_drawn_against_each_other_are_no_duplicates()
    {
        Coordinate a = new(105, 20), b = new(105.01, 20);
        RoadNetwork network = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("there", 36, a, b) with { OneWay = true }, AsciiMap.Road("back", 36, b, a) with { OneWay = true }],
        });
        network.EdgeCount.Should().Be(2);
        network.Report.Problems.Should().BeEmpty();
    }

    [TestMethod]
    public void The_same_road_with_another_last_digit_is_a_duplicate()
    {
        Coordinate a = new(105.1, 21.99), b = new(105.1, 22.09);
        Coordinate almostA = new(105.10000000000002, 21.990000000000002), almostB = new(105.10000000000001, 22.09);
        RoadNetwork network = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("good", 36, a, b), AsciiMap.Road("again", 36, almostA, almostB), AsciiMap.Road("back", 36, almostB, almostA)],
        });
        network.EdgeCount.Should().Be(1);
        network.Report.Problems.Select(problem => (problem.Kind, problem.Road.Text)).Should().Equal((RoadProblemKind.Duplicate, "again"), (RoadProblemKind.Duplicate, "back"));
    }

    [TestMethod]
    public void A_road_both_ways_is_not_left_out_for_a_one_way_road_along_it()
    {
        Coordinate a = new(105, 20), b = new(105.01, 20);
        RoadNetwork network = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("there", 36, a, b) with { OneWay = true }, AsciiMap.Road("both", 36, a, b)],
        });
        Enumerable.Range(0, network.EdgeCount).Select(network.Edge).Should().Contain(edge => double.IsFinite(edge.BackwardSeconds));
        RoadNetwork other = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("both", 36, a, b), AsciiMap.Road("there", 36, a, b) with { OneWay = true }],
        });
        other.Report.Problems.Should().ContainSingle().Which.Road.Text.Should().Be("there");
    }

    [TestMethod]
    public void Planned_roads_take_part_in_the_years_in_which_they_are_in_service()
    {
        AsciiMap map = AsciiMap.Of("A--B--C").With("BC", road => road with { Status = LifecycleStatus.Planned, InServiceFrom = ServiceDate.OfYear(2030) });
        Network(map).EdgeCount.Should().Be(1);
        Network(map).Report.OmittedRoadCount.Should().Be(1);
        Network(map, new() { Year = 2029 }).EdgeCount.Should().Be(1);
        Network(map, new() { Year = 2030 }).EdgeCount.Should().Be(2);
        Network(map, new() { Statuses = [LifecycleStatus.Planned] }).EdgeCount.Should().Be(1);
    }

    [TestMethod]
    public void Roads_on_both_sides_of_the_antimeridian_meet()
    {
        RoadNetwork network = RoadNetwork.Of(Plan.Empty with
        {
            PatrolRoads = [AsciiMap.Road("west", 36, new(179.99, 10), new(180, 10)), AsciiMap.Road("east", 36, new(-180, 10), new(-179.99, 10))],
        });
        network.NodeCount.Should().Be(3);
        network.ComponentCount.Should().Be(1);
        network.Nearest(new(-179.995, 10.001))!.Value.WalkMetres.Should().BeApproximately(110.6, 0.5);
    }

    [TestMethod]
    public void The_wet_season_slows_unsealed_roads_down_most()
    {
        var earth = new PatrolRoad { Id = FeatureId.Of(1), SpeedKmh = 20, Surface = "earth" };
        RoadSpeeds.LevelKmh(earth, RoadSeason.Dry).Should().Be(20);
        RoadSpeeds.LevelKmh(earth, RoadSeason.Wet).Should().Be(10);
        RoadSpeeds.LevelKmh(earth with { Surface = "asphalt" }, RoadSeason.Wet).Should().Be(18);
        RoadSpeeds.LevelKmh(earth with { SpeedKmh = null, Class = "provincial", Surface = "gravel", WidthMetres = 3.5 }, RoadSeason.Dry)
            .Should().Be(20, "a provincial road of gravel goes 25 km/h, and a fifth less where two cannot pass");
    }

    [TestMethod]
    public void The_nearest_place_is_inside_an_edge_and_the_walk_there_is_counted()
    {
        RoadNetwork network = Network(AsciiMap.Of("A---------B"), new() { WalkingKmh = 3.6 });
        NetworkPoint near = network.Nearest(new(105.025, 20.001))!.Value;
        near.Fraction.Should().BeApproximately(0.25, 1e-4);

        // 110.7 m to the parallel along which the road is drawn.
        near.WalkMetres.Should().BeApproximately(110.7, 0.02);
        near.WalkSeconds.Should().BeApproximately(110.7, 0.02);
        network.Nearest(new(105.025, 20.001), withinMetres: 100).Should().BeNull();
        RoadNetwork.Of(Plan.Empty).Nearest(new(105, 20)).Should().BeNull();
    }

    [TestMethod]
    public void Tobler_walks_fastest_a_little_downhill()
    {
        Walking.ToblerKmh(-0.05).Should().BeApproximately(3.6, 1e-12);
        Walking.LevelKmh.Should().BeApproximately(3.0216, 1e-3);
        Walking.ToblerKmh(0.2).Should().BeApproximately(0.6 * 6 * Math.Exp(-0.875), 1e-12);
    }
}
