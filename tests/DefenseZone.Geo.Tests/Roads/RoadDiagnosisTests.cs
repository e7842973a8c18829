using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Tests.Independent;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class RoadDiagnosisTests
{
    private const string Cuts = """
        import sys, igraph
        lines = [line.split() for line in sys.stdin]
        graph = igraph.Graph(n=int(lines[0][0]), edges=[(int(a), int(b)) for a, b in lines[1:]])
        print('b', *sorted(graph.bridges()))
        print('a', *sorted(graph.articulation_points()))
        print('c', len(graph.connected_components()))
        """;

    private static Facility At(string id, FacilityKind kind, Coordinate at) => new()
    {
        Id = FeatureId.Of(id),
        Kind = kind,
        Geometry = Wgs84Geometry.Factory.CreatePoint(at.Copy()),
    };

    private static RoadDiagnosis Diagnose(AsciiMap map, string border, params Facility[] facilities) =>
        RoadDiagnosis.Of(new ResponseProblem(map.Plan with
        {
            BorderSegments = [new BorderSegment { Id = FeatureId.Of("B"), Geometry = Coverage.Given.Geometry(border) }],
            Facilities = [.. facilities],
        })
        { Roads = new() { WalkingKmh = 3.6 } }.Solve());

    [TestMethod]
    public void An_island_says_who_is_cut_off_and_the_shortest_missing_link()
    {
        AsciiMap map = AsciiMap.Of(
            """
            A---B   E--F
                |
                C---D
            """);
        RoadDiagnosis diagnosis = Diagnose(map, "LINESTRING (105 20.01, 105.1 20.01)", At("base", FacilityKind.CombatBase, map['A']), At("post", FacilityKind.MilitiaPost, map['F']));
        diagnosis.Parts.Should().HaveCount(2);
        NetworkPart island = diagnosis.Parts[1];
        island.HasBase.Should().BeFalse();
        diagnosis.CutOff.Select(i => diagnosis.Facilities[i].Id.Text).Should().Equal("post");
        MissingLink link = island.MissingLink!.Value;
        (link.FromRoad.Text, link.ToRoad.Text).Should().Be(("EF", "CD"));
        link.LengthMetres.Should().BeApproximately(Geodesic.Inverse(new(105.08, 20), new(105.08, 19.98)).DistanceMetres, 1);
        diagnosis.Parts[0].MissingLink.Should().BeNull();
    }

    [TestMethod]
    public void Parts_that_cross_on_different_levels_are_joined_by_a_ramp_where_they_cross()
    {
        AsciiMap map = AsciiMap.Of("A--------B").With(AsciiMap.Road("over", 36, new Coordinate(105.043, 20.007), new Coordinate(105.043, 19.995)) with
        {
            OtherProperties = FeatureProperties.Of(KeyValuePair.Create("layer", PropertyValue.Of(1.0))),
        });
        RoadDiagnosis diagnosis = Diagnose(map, "LINESTRING (105 20.01, 105.1 20.01)", At("base", FacilityKind.CombatBase, map['A']));
        MissingLink link = diagnosis.Parts[1].MissingLink!.Value;
        link.LengthMetres.Should().BeLessThan(0.1);
        link.From.LongitudeDegrees.Should().BeApproximately(105.043, 1e-6);
        new[] { link.FromRoad.Text, link.ToRoad.Text }.Should().Equal("over", "AB");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void The_missing_link_of_each_part_is_the_shortest_between_finely_sampled_roads(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 1, side: 9, keep: 0.35);
        RoadDiagnosis diagnosis = RoadDiagnosis.Of(new ResponseProblem(plan).Solve());
        RoadNetwork network = diagnosis.Network;
        diagnosis.Parts.Should().HaveCountGreaterThan(3);
        var samples = Enumerable.Range(0, network.EdgeCount)
            .SelectMany(edge => Enumerable.Range(0, 101).Select(i => (Part: network.ComponentOf(network.Edge(edge).From), Place: Ecef.Of(network.PointAt(edge, i / 100.0))))).ToLookup(sample => sample.Part, sample => sample.Place);
        foreach (NetworkPart part in diagnosis.Parts.Skip(1))
        {
            double least = samples[part.Number].Min(place => samples.Where(others => others.Key != part.Number).Min(others => others.Min(place.DistanceMetresTo)));
            part.MissingLink!.Value.LengthMetres.Should().BeLessThanOrEqualTo(least + 1e-3).And.BeGreaterThanOrEqualTo(least - 15);
        }
    }

    [TestMethod]
    public void The_only_road_to_a_post_may_not_fail_and_says_what_border_it_serves()
    {
        AsciiMap map = AsciiMap.Of(
            """
            A-----B-----C
            |     |
            D-----E
            """);
        RoadDiagnosis diagnosis = Diagnose(map, "LINESTRING (105 20.02, 105.12 20.02)", At("base", FacilityKind.CombatBase, map['A']), At("post", FacilityKind.MilitiaPost, map['C']));
        diagnosis.BridgeCount.Should().Be(1);
        diagnosis.ArticulationCount.Should().Be(1);
        CriticalEdge critical = diagnosis.CriticalEdges.Should().ContainSingle().Subject;
        critical.Road.Text.Should().Be("BC");
        critical.LeavesNoBase.Should().BeTrue();
        critical.CutOff.Select(i => diagnosis.Facilities[i].Id.Text).Should().Equal("post");
        critical.ServedBorderMetres.Should().BeInRange(6000, 8000, "the border beside it, and a bit behind where one leaves the road on the slant");
        diagnosis.CriticalNodes.Should().ContainSingle().Which.Roads.Select(id => id.Text).Should().BeEquivalentTo("AB", "BC", "BE");
        int ab = Enumerable.Range(0, diagnosis.Network.EdgeCount).Single(edge => diagnosis.Network.Roads[diagnosis.Network.Edge(edge).Road].Id.Text == "AB");
        diagnosis.ServedBorderMetres(ab).Should().BeGreaterThan(critical.ServedBorderMetres, "whoever drives along BC has come along AB");
        diagnosis.DeadEnds.Should().ContainSingle().Which.Road.Text.Should().Be("BC");
    }

    [TestMethod]
    [DataRow("LINESTRING (104.9 20.02, 105.02 20.022, 105.1 20.02)")]
    [DataRow("LINESTRING (104.9 20.013, 105.1 20.017)")]
    [DataRow("LINESTRING (104.95 20.03, 105.0301 20.01, 105.09 20.03)")]
    public void Border_that_is_reached_from_the_end_of_a_road_counts_once_for_that_road(string border)
    {
        // At C one walks on. Edges that begin there are as quick, and nobody drives back along them.
        AsciiMap map = AsciiMap.Of(
            """
            ...C
            ...|
            ...|
            A--B--D
            """);
        RoadDiagnosis diagnosis = Diagnose(map, border, At("base", FacilityKind.CombatBase, map['A']));
        RoadNetwork network = diagnosis.Network;
        FeatureId[] roads = [.. Enumerable.Range(0, network.EdgeCount).Select(edge => network.Roads[network.Edge(edge).Road].Id)];
        for (int edge = 0; edge < roads.Length; edge++)
        {
            double left = diagnosis.Response.Stretches.Where(stretch => stretch.Edge >= 0 && roads[stretch.Edge] == roads[edge]).Sum(stretch => stretch.LengthMetres);
            if (roads[edge].Text is "BC" or "BD")
                diagnosis.ServedBorderMetres(edge).Should().BeLessThanOrEqualTo(left + 1e-6);
        }
    }

    [TestMethod]
    public void A_closure_makes_an_island()
    {
        AsciiMap map = AsciiMap.Of("A---B---C---D");
        Plan plan = map.Plan with { Facilities = [At("base", FacilityKind.CombatBase, map['A']), At("post", FacilityKind.MilitiaPost, map['D'])] };
        RoadDiagnosis diagnosis = RoadDiagnosis.Of(new ResponseProblem(plan) { Closure = new RoadClosure { Roads = [FeatureId.Of("BC")] } }.Solve());
        diagnosis.Parts.Should().HaveCount(2);
        diagnosis.CutOff.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Bridges_articulation_points_and_parts_are_those_of_igraph(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 1, side: 10, keep: 0.5 + (0.08 * seed));
        RoadNetwork network = RoadNetwork.Of(plan);
        var cuts = CutSearch.Of(network.Graph, null, CancellationToken.None);
        string[] lines = Python.Run(Cuts, [$"{network.NodeCount}", .. Enumerable.Range(0, network.EdgeCount).Select(network.Edge).Select(edge => $"{edge.From} {edge.To}")]);
        int[] Numbers(int line) => [.. lines[line].Split(' ').Skip(1).Select(int.Parse)];
        cuts.Bridges.Select(bridge => bridge.Edge).Should().BeEquivalentTo(Numbers(0));
        cuts.Articulations.Keys.Should().BeEquivalentTo(Numbers(1));
        network.ComponentCount.Should().Be(Numbers(2)[0]);
    }
}
