using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>The work of a <see cref="RoadDiagnosis"/>.</summary>
internal sealed class DiagnosisWork
{
    private readonly RoadNetwork _network;
    private readonly RoadGraph _graph;
    private readonly ImmutableArray<Facility> _facilities;
    private readonly List<int>[] _facilitiesAt;
    private readonly HashSet<int> _responding = [];

    internal DiagnosisWork(ResponseReport response, ImmutableArray<Facility> facilities, CancellationToken cancellationToken)
    {
        _network = response.Network;
        _graph = _network.Graph;
        _facilities = facilities;
        _facilitiesAt = new List<int>[_graph.NodeCount];
        HashSet<Facility> responding = new(response.Facilities, ReferenceEqualityComparer.Instance);
        var unjoined = ImmutableArray.CreateBuilder<int>();
        for (int i = 0; i < facilities.Length; i++)
        {
            if (responding.Contains(facilities[i]))
                _responding.Add(i);
            if (_network.Join(facilities[i]) is { } join)
                (_facilitiesAt[NodeOf(join)] ??= []).Add(i);
            else
                unjoined.Add(i);
        }

        Unjoined = unjoined.ToImmutable();
        cancellationToken.ThrowIfCancellationRequested();
        Served = ServedBorder.Of(response);
        Parts = FindParts(out int[] partOf, cancellationToken);
        var cuts = CutSearch.Of(_graph, _network.Closed, cancellationToken);
        BridgeCount = cuts.Bridges.Count;
        ArticulationCount = cuts.Articulations.Count;
        var weak = new WeakPlaces(_network, cuts, _facilitiesAt, _responding, partOf, Served);
        CriticalEdges = weak.Edges();
        CriticalNodes = weak.Nodes();
        DeadEnds = [.. FindDeadEnds()];
    }

    internal ImmutableArray<NetworkPart> Parts { get; }

    internal ImmutableArray<int> Unjoined { get; }

    internal ImmutableArray<CriticalEdge> CriticalEdges { get; }

    internal int BridgeCount { get; }

    internal ImmutableArray<CriticalNode> CriticalNodes { get; }

    internal int ArticulationCount { get; }

    internal ImmutableArray<DeadEnd> DeadEnds { get; }

    /// <summary>Metres of border by edge.</summary>
    internal double[] Served { get; }

    // A facility inside an edge stands for what it loses with that edge's nearer end.
    private int NodeOf(NetworkPoint join) => join.Fraction < 0.5 ? _graph.From[join.Edge] : _graph.To[join.Edge];

    /// <summary>The parts that open roads join, whichever way they may be driven.</summary>
    private ImmutableArray<NetworkPart> FindParts(out int[] partOf, CancellationToken cancellationToken)
    {
        partOf = _graph.Components;
        double[] metres = _graph.ComponentMetres;
        if (_network.Closed is { } closed)
        {
            int[] open = [.. Enumerable.Range(0, _graph.EdgeCount).Where(edge => !closed[edge])];
            (partOf, metres) = NetworkComponents.Of(
                _graph.NodeCount, Array.ConvertAll(open, edge => _graph.From[edge]), Array.ConvertAll(open, edge => _graph.To[edge]), Array.ConvertAll(open, _graph.Ground.Counting()));
        }

        var facilities = Enumerable.Range(0, metres.Length).Select(_ => new List<int>()).ToArray();
        var nodes = new int[metres.Length];
        for (int node = 0; node < partOf.Length; node++)
        {
            if (partOf[node] < 0)
                continue;
            nodes[partOf[node]]++;
            if (_facilitiesAt[node] is { } here)
                facilities[partOf[node]].AddRange(here);
        }

        MissingLinks? links = metres.Length > 1 ? new MissingLinks(_network, partOf, cancellationToken) : null;
        var parts = ImmutableArray.CreateBuilder<NetworkPart>(metres.Length);
        for (int part = 0; part < metres.Length; part++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            facilities[part].Sort();
            MissingLink? link = part == 0 ? null : links?.Of(part);
            parts.Add(new NetworkPart(part, metres[part], nodes[part], [.. facilities[part]], facilities[part].Exists(_responding.Contains), link));
        }

        return parts.MoveToImmutable();
    }

    private IEnumerable<DeadEnd> FindDeadEnds()
    {
        for (int node = 0; node < _graph.NodeCount; node++)
        {
            int edge = OnlyOpen(node, except: -1);
            if (edge < 0)
                continue;
            FeatureId road = _graph.Roads[_graph.RoadOf[edge]].Id;
            double metres = 0;
            int at = node;
            for (int next = edge; next >= 0;)
            {
                metres += _graph.Lengths[next];
                at = _graph.From[next] == at ? _graph.To[next] : _graph.From[next];
                next = at == node ? -1 : OnlyOpen(at, except: next);
            }

            // A bit drawn beyond a crossing is none.
            if (metres > _network.Options.SnapMetres)
                yield return new DeadEnd(node, _network.Node(node), road, metres);
        }
    }

    /// <summary>The open edge at a node besides one, if there is just one.</summary>
    private int OnlyOpen(int node, int except)
    {
        int found = -1;
        for (int i = _graph.First[node]; i < _graph.First[node + 1]; i++)
        {
            int edge = _graph.Incident[i];
            if (edge == except || _network.IsClosed(edge))
                continue;
            if (found >= 0)
                return -1;
            found = edge;
        }

        return found;
    }
}
