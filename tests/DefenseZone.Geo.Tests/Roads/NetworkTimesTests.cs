using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class NetworkTimesTests
{
    private const string Igraph = """
        import sys, igraph
        lines = [line.split() for line in sys.stdin]
        n = int(lines[0][0])
        edges = [(int(a), int(b)) for kind, a, b, *w in lines[1:] if kind == 'e']
        weights = [float(w[0]) for kind, a, b, *w in lines[1:] if kind == 'e']
        seeds = [(int(a), float(b)) for kind, a, b, *w in lines[1:] if kind == 's']
        graph = igraph.Graph(n=n + 1, edges=edges + [(n, a) for a, _ in seeds], directed=True)
        for d in graph.distances([n], range(n), weights + [t for _, t in seeds], mode='out')[0]:
            print(repr(float(d)) if d < 1e300 else '1e999')
        """;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Times_to_every_node_are_those_of_igraph_on_random_networks(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 4, side: 9, keep: 0.35 + (0.1 * seed));
        AgreesWithIgraph(RoadNetwork.Of(plan), plan);
    }

    [TestMethod]
    public void Times_to_every_node_are_those_of_igraph_on_the_small_sample_with_and_without_closures()
    {
        Plan plan = SamplePlan.Generate(SampleSize.Small, 1);
        RoadNetwork network = RoadNetwork.Of(plan);
        AgreesWithIgraph(network, plan);
        AgreesWithIgraph(network.Without(plan, new RoadClosure { Roads = [.. plan.PatrolRoads.Where((_, i) => i % 9 == 0).Select(road => road.Id)] }), plan);
    }

    [TestMethod]
    public void The_source_of_a_node_is_the_place_that_alone_gives_its_time()
    {
        Plan plan = RandomRoads.Plan(11, bases: 5, side: 9);
        RoadNetwork network = RoadNetwork.Of(plan);
        NetworkSource[] sources = Sources(network, plan);
        NetworkTimes together = network.Times(sources);
        NetworkTimes[] alone = [.. sources.Select(source => network.Times(source))];
        for (int node = 0; node < network.NodeCount; node++)
        {
            double least = alone.Min(times => times.Seconds[node]);
            together.Seconds[node].Should().Be(least);
            if (double.IsFinite(least))
                alone[together.Sources[node]].Seconds[node].Should().Be(least);
            else
                together.Sources[node].Should().Be(-1);
        }
    }

    [TestMethod]
    public void A_place_on_the_edge_of_a_source_is_reached_along_it()
    {
        RoadNetwork network = RoadNetwork.Of(AsciiMap.Of("A---------B").Plan);
        NetworkPoint near = network.Nearest(new GeoPoint(105.02, 20))!.Value, far = network.Nearest(new GeoPoint(105.08, 20))!.Value;
        NetworkTimes times = network.Times(new NetworkSource(near, 100));
        times.At(far).Seconds.Should().BeApproximately(100 + (network.Edge(0).ForwardSeconds * 0.6), 0.1);
        times.At(near).Seconds.Should().Be(100);
        FluentActions.Invoking(() => network.Times(new NetworkSource(near, double.NaN))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => network.Times(new NetworkSource(near with { Edge = 7 }, 0))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static NetworkSource[] Sources(RoadNetwork network, Plan plan) =>
        [.. plan.Facilities.Where(facility => facility.Kind == FacilityKind.CombatBase).Select(facility => network.Join(facility)!.Value).Select(join => new NetworkSource(join, join.WalkSeconds))];

    private static void AgreesWithIgraph(RoadNetwork network, Plan plan)
    {
        NetworkSource[] sources = Sources(network, plan);
        NetworkTimes times = network.Times(sources);
        double[] theirs = [.. Python.Run(Igraph, GraphLines.Of(network, sources)).Select(line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture))];
        theirs.Should().HaveCount(network.NodeCount);
        for (int node = 0; node < theirs.Length; node++)
        {
            if (double.IsInfinity(theirs[node]))
                times.Seconds[node].Should().Be(double.PositiveInfinity);
            else
                times.Seconds[node].Should().BeApproximately(theirs[node], 1e-9 * (1 + theirs[node]));
        }
    }
}
