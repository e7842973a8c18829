using System.Globalization;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Roads;

/// <summary>Times at nodes against pgRouting, from a super-source (its drivingDistance with equicost gives wrong answers).</summary>
[TestClass]
public sealed class PgRoutingTests
{
    [TestMethod]
    public void Times_to_every_node_are_those_of_pgRouting()
    {
        using var server = new PostgresServer();
        server.Query(["CREATE EXTENSION postgis; CREATE EXTENSION pgrouting; CREATE TABLE edges (id serial PRIMARY KEY, source bigint, target bigint, cost float8);"]);
        Plan sample = SamplePlan.Generate(SampleSize.Small, 2);
        Agrees(server, sample, RoadNetwork.Of(sample));
        Agrees(server, sample, RoadNetwork.Of(sample).Without(sample, new RoadClosure { Roads = [.. sample.PatrolRoads.Where((_, i) => i % 7 == 0).Select(road => road.Id)] }));
        Plan random = RandomRoads.Plan(21, bases: 4, side: 9);
        Agrees(server, random, RoadNetwork.Of(random));
    }

    private static void Agrees(PostgresServer server, Plan plan, RoadNetwork network)
    {
        NetworkSource[] sources =
        [
            .. plan.Facilities.Where(facility => facility.Kind == FacilityKind.CombatBase)
                .Select(facility => network.Join(facility)!.Value).Select(join => new NetworkSource(join, join.WalkSeconds)),
        ];
        NetworkTimes times = network.Times(sources);
        int super = network.NodeCount;
        IEnumerable<string> rows = GraphLines.Of(network, sources).Skip(1).Select(line => line.Split(' ')).Select(words => words[0] == "e"
            ? $"{words[1]}\t{words[2]}\t{words[3]}"
            : $"{super}\t{words[1]}\t{words[2]}");
        string[] lines = server.Query(
        [
            "TRUNCATE edges;",
            "COPY edges (source, target, cost) FROM stdin;",
            .. rows,
            "\\.",
            $"SELECT node, agg_cost FROM pgr_drivingDistance('SELECT id, source, target, cost FROM edges', {super}, 1e12, true) WHERE node <> {super};",
        ]);
        var theirs = lines.Select(line => line.Split(' ')).ToDictionary(words => int.Parse(words[0], CultureInfo.InvariantCulture), words => double.Parse(words[1], CultureInfo.InvariantCulture));
        theirs.Should().HaveCountGreaterThan(network.NodeCount / 3);
        for (int node = 0; node < network.NodeCount; node++)
        {
            if (theirs.TryGetValue(node, out double seconds))
                times.Seconds[node].Should().BeApproximately(seconds, 1e-9 * (1 + seconds));
            else
                times.Seconds[node].Should().Be(double.PositiveInfinity);
        }
    }
}
