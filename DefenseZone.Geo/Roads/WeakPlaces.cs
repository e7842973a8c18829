using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>What bridges and articulation points cut off: sums over the subtrees of the search that found them.</summary>
internal sealed class WeakPlaces
{
    private readonly RoadNetwork _network;
    private readonly CutSearch _cuts;
    private readonly List<int>[] _facilitiesAt;
    private readonly int[] _partOf;
    private readonly double[] _served;
    private readonly int[] _last;
    private readonly int[] _facilities;
    private readonly int[] _bases;
    private readonly double[] _metres;
    private readonly Dictionary<int, (int Facilities, int Bases, double Metres)> _ofPart = [];
    private readonly Dictionary<int, int> _rootOfPart = [];
    private readonly HashSet<int> _responding;

    internal WeakPlaces(RoadNetwork network, CutSearch cuts, List<int>[] facilitiesAt, HashSet<int> responding, int[] partOf, double[] served)
    {
        _network = network;
        _cuts = cuts;
        _facilitiesAt = facilitiesAt;
        _responding = responding;
        _partOf = partOf;
        _served = served;
        RoadGraph graph = network.Graph;
        int nodes = graph.NodeCount;
        _facilities = new int[nodes];
        _bases = new int[nodes];
        _metres = new double[nodes];

        // The last place in the order of each node's subtree, which is a run of it.
        _last = new int[nodes];
        for (int node = 0; node < nodes; node++)
        {
            _facilities[node] = facilitiesAt[node]?.Count ?? 0;
            _bases[node] = facilitiesAt[node]?.Count(responding.Contains) ?? 0;
            _last[node] = cuts.Entered[node];
        }

        // Each edge belongs to its node that is entered later.
        Converter<int, double> lengthOf = graph.Ground.Counting();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!network.IsClosed(edge))
                _metres[cuts.Entered[graph.From[edge]] > cuts.Entered[graph.To[edge]] ? graph.From[edge] : graph.To[edge]] += lengthOf(edge);
        }

        for (int i = nodes - 1; i >= 0; i--)
        {
            int node = cuts.Order[i], parent = cuts.Parent[node];
            if (parent < 0)
            {
                _ofPart[node] = (_facilities[node], _bases[node], _metres[node]);
                continue;
            }

            _facilities[parent] += _facilities[node];
            _bases[parent] += _bases[node];
            _metres[parent] += _metres[node];
            _last[parent] = Math.Max(_last[parent], _last[node]);
        }
    }

    internal ImmutableArray<CriticalEdge> Edges()
    {
        RoadGraph graph = _network.Graph;
        var critical = new List<CriticalEdge>();
        foreach ((int edge, int child) in _cuts.Bridges)
        {
            (int facilities, int bases, double metres) = _ofPart[Root(child)];
            double own = graph.Lengths[edge];
            double inside = _metres[child] - own, outside = metres - _metres[child];
            int otherBases = bases - _bases[child];

            // Cut off is the side that is left without a base. Where both have one or none has, it is the shorter one.
            bool insideIsCut = (_bases[child] == 0) == (otherBases == 0) ? inside <= outside : _bases[child] == 0;
            bool leavesNoBase = bases > 0 && (insideIsCut ? _bases[child] == 0 : otherBases == 0);
            int lost = leavesNoBase ? (insideIsCut ? _facilities[child] : facilities - _facilities[child]) : 0;
            if (lost == 0 && _served[edge] <= 0)
                continue;
            critical.Add(new CriticalEdge(
                edge,
                graph.Roads[graph.RoadOf[edge]].Id,
                own,
                Math.Max(0, insideIsCut ? inside : outside),
                lost > 0 ? [.. Within(child, insideIsCut)] : [],
                _served[edge],
                leavesNoBase));
        }

        return [.. critical.OrderByDescending(one => one.CutOff.Length).ThenByDescending(one => one.ServedBorderMetres).ThenBy(one => one.Edge)];
    }

    internal ImmutableArray<CriticalNode> Nodes()
    {
        var critical = new List<CriticalNode>();
        foreach ((int node, List<int> children) in _cuts.Articulations)
        {
            (int facilities, int bases, double _) = _ofPart[Root(node)];
            var lost = new List<int>();
            int outsideFacilities = facilities - (_facilitiesAt[node]?.Count ?? 0), outsideBases = bases - (_facilitiesAt[node]?.Count(_responding.Contains) ?? 0);
            foreach (int child in children)
            {
                outsideFacilities -= _facilities[child];
                outsideBases -= _bases[child];
                if (bases > 0 && _bases[child] == 0 && _facilities[child] > 0)
                    lost.AddRange(Within(child, inside: true));
            }

            if (bases > 0 && outsideBases == 0 && outsideFacilities > 0)
                lost.AddRange(Outside(node, children));
            if (lost.Count == 0)
                continue;
            lost.Sort();
            FeatureId[] roads = [.. _network.EdgesAt(node).ToArray().Select(edge => _network.Roads[_network.Edge(edge).Road].Id).Distinct()];
            critical.Add(new CriticalNode(node, _network.Node(node), [.. roads], [.. lost]));
        }

        return [.. critical.OrderByDescending(one => one.CutOff.Length).ThenBy(one => one.Node)];
    }

    private int Root(int node)
    {
        // Roots are entered first, and a part's nodes are a run of the order.
        int part = _partOf[node];
        if (_rootOfPart.TryGetValue(part, out int root))
            return root;
        for (root = node; _cuts.Parent[root] >= 0;)
            root = _cuts.Parent[root];
        _rootOfPart.Add(part, root);
        return root;
    }

    private IEnumerable<int> Within(int child, bool inside)
    {
        int root = Root(child);
        int first = inside ? _cuts.Entered[child] : _cuts.Entered[root], last = inside ? _last[child] : _last[root];
        for (int i = first; i <= last; i++)
        {
            if (!inside && i >= _cuts.Entered[child] && i <= _last[child])
                continue;
            foreach (int facility in _facilitiesAt[_cuts.Order[i]] ?? [])
                yield return facility;
        }
    }

    private IEnumerable<int> Outside(int node, List<int> children)
    {
        int root = Root(node);
        for (int i = _cuts.Entered[root]; i <= _last[root]; i++)
        {
            int at = i;
            if (_cuts.Order[i] == node || children.Exists(child => at >= _cuts.Entered[child] && at <= _last[child]))
                continue;
            foreach (int facility in _facilitiesAt[_cuts.Order[i]] ?? [])
                yield return facility;
        }
    }
}
