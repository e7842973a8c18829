using System.Runtime.InteropServices;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Bench.Roads;

/// <summary>Times on the road graph of a plan: the same graph, with the same times, for us and for the peers.</summary>
internal sealed class RoadsBench
{
    private const string Times = "response time from all bases to every node";
    private const string Closed = "the same again after a closure";
    private const string Building = "network from GeoJSON in memory";
    private const string Border = "response time along the border";
    private const string Cover = "stretches that each base reaches within 60 minutes";
    private const int EveryWhichRoad = 100;

    private readonly Plan _plan;
    private readonly RoadNetwork _network;
    private readonly NetworkSource[] _sources;
    private readonly NetworkSource[] _open;
    private readonly RoadClosure _closure;
    private readonly byte[] _geoJson;

    public RoadsBench(Plan plan)
    {
        _plan = plan;
        _network = RoadNetwork.Of(plan);
        _sources =
        [
            .. plan.Facilities.Where(facility => facility.Kind == FacilityKind.CombatBase)
                .Select(facility => _network.Join(facility)!.Value)
                .Select(join => new NetworkSource(join, join.WalkSeconds)),
        ];
        _closure = new RoadClosure { Roads = [.. plan.PatrolRoads.Where((_, i) => i % EveryWhichRoad == EveryWhichRoad / 2).Select(road => road.Id)] };
        RoadNetwork closed = _network.Without(plan, _closure);
        _open = [.. _sources.Where(source => !closed.IsClosed(source.Point.Edge))];
        using var stream = new MemoryStream();
        GeoJsonFeatures.Write(stream, plan.PatrolRoads, new GeoJsonWriteOptions { Name = Vocabulary.PatrolRoads });
        _geoJson = stream.ToArray();
    }

    public string Describe() =>
        $"{_network.EdgeCount:N0} edges, {_network.NodeCount:N0} nodes, {_sources.Length} bases, {_geoJson.Length / 1e6:0} MB of GeoJSON, {_closure.Roads.Length:N0} roads closed";

    /// <summary>Writes the graph for the peers: arcs with their times, with and without the closure, and the seeds.</summary>
    public void Write(string folder)
    {
        Arcs(_network, Path.Combine(folder, "open"));
        Arcs(_network.Without(_plan, _closure), Path.Combine(folder, "closed"));
        Seeds(_sources, Path.Combine(folder, "open"));
        Seeds(_open, Path.Combine(folder, "closed"));
        File.WriteAllText(Path.Combine(folder, "nodes.txt"), $"{_network.NodeCount}");
    }

    private void Seeds(NetworkSource[] sources, string path)
    {
        var nodes = new List<int>();
        var seconds = new List<double>();
        foreach (NetworkSource source in sources)
        {
            RoadEdge edge = _network.Edge(source.Point.Edge);
            nodes.AddRange([edge.To, edge.From]);
            seconds.AddRange([source.Seconds + ((1 - source.Point.Fraction) * edge.ForwardSeconds), source.Seconds + (source.Point.Fraction * edge.BackwardSeconds)]);
        }

        Save(path + "-seed-nodes.i32", nodes);
        Save(path + "-seed-seconds.f64", seconds);
    }

    public IEnumerable<Contender> Contenders(PythonPeer? peer)
    {
        yield return new(Times, "ours", true, 5, () => Run.Of(() => _network.Times(_sources), Answers));
        if (peer is not null)
        {
            yield return peer.Contender(Times, "igraph, from a super-source", "igraph open");
            yield return peer.Contender(Times, "SciPy, from a super-source", "scipy open");
        }

        yield return new(Closed, "ours, closing included", true, 5, () => Run.Of(() => _network.Without(_plan, _closure).Times(_open), Answers));
        if (peer is not null)
        {
            yield return peer.Contender(Closed, "igraph, from a super-source", "igraph closed");
            yield return peer.Contender(Closed, "SciPy, from a super-source", "scipy closed");
        }

        yield return new(Building, "ours, reading included", true, 1, Build);
        yield return new(Border, "ours, network known", true, 1, () => Run.Of(() => new ResponseProblem(_plan).Solve().Stretches, stretches => new(StringComparer.Ordinal)
        {
            ["pieces"] = stretches.Length,
            ["mostMinutes"] = stretches.Max(stretch => stretch.MostSeconds) / 60,
        }));
        yield return new(Cover, "ours, network known", true, 1, () => Run.Of(() => new CoverageProblem(_plan) { Model = new ResponseCoverage(60) }.Solve(), report => new(StringComparer.Ordinal)
        {
            ["coveredKilometres"] = report.CoveredMetres / 1000,
            ["gaps"] = report.GapCount,
        }));
    }

    private Run Build() => Run.Of(
        () =>
        {
            using var stream = new MemoryStream(_geoJson, writable: false);
            FeatureReading reading = GeoJsonFeatures.Read(stream, Vocabulary.PatrolRoads);
            return RoadNetwork.Build([.. reading.Features.Cast<PatrolRoad>()], RoadNetworkOptions.Default);
        },
        network => new(StringComparer.Ordinal) { ["nodes"] = network.NodeCount, ["edges"] = network.EdgeCount });

    private static Dictionary<string, double> Answers(NetworkTimes times)
    {
        double sum = 0;
        int reached = 0;
        foreach (double seconds in times.Seconds)
        {
            if (!double.IsFinite(seconds))
                continue;
            sum += seconds;
            reached++;
        }

        return new(StringComparer.Ordinal) { ["sumHours"] = sum / 3600, ["reached"] = reached };
    }

    private static void Arcs(RoadNetwork network, string path)
    {
        var from = new List<int>();
        var to = new List<int>();
        var seconds = new List<double>();
        for (int i = 0; i < network.EdgeCount; i++)
        {
            RoadEdge edge = network.Edge(i);
            if (double.IsFinite(edge.ForwardSeconds))
                Add(edge.From, edge.To, edge.ForwardSeconds);
            if (double.IsFinite(edge.BackwardSeconds))
                Add(edge.To, edge.From, edge.BackwardSeconds);
        }

        Save(path + "-from.i32", from);
        Save(path + "-to.i32", to);
        Save(path + "-seconds.f64", seconds);

        void Add(int a, int b, double time)
        {
            from.Add(a);
            to.Add(b);
            seconds.Add(time);
        }
    }

    private static void Save<T>(string path, List<T> values)
        where T : unmanaged => File.WriteAllBytes(path, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)).ToArray());
}
