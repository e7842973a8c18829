namespace DefenseZone.Geo.Roads;

/// <summary>
/// The order of a road graph's nodes and edges that makes searches short. Road graphs are mostly chains and trees: what is
/// left when all dead ends are pruned and all chains are taken as one edge is a fraction of the whole, and only there
/// a search has choices. So core nodes (three or more ways that are no dead ends) are numbered first, then the inner nodes
/// of each chain between two core nodes, one after the other, then the nodes of the pruned trees, parents before children.
/// Edges follow the same order: those of each chain along it, then one for each tree node, to its parent.
/// </summary>
internal sealed class NetworkSkeleton
{
    private NetworkSkeleton(int[] nodeOrder, int[] edgeOrder, bool[] reversed, int coreCount, int treeFirst)
    {
        NodeOrder = nodeOrder;
        EdgeOrder = edgeOrder;
        Reversed = reversed;
        CoreCount = coreCount;
        TreeFirst = treeFirst;
    }

    /// <summary>The draft's number of each node.</summary>
    internal int[] NodeOrder { get; }

    /// <summary>The draft's number of each edge.</summary>
    internal int[] EdgeOrder { get; }

    /// <summary>For an edge of a chain, whether it is drawn against the chain; for one of a tree, whether it is drawn from child to parent.</summary>
    internal bool[] Reversed { get; }

    /// <summary>How many core nodes there are.</summary>
    internal int CoreCount { get; }

    /// <summary>The first tree node; inner nodes of chains stand between core and trees.</summary>
    internal int TreeFirst { get; }

    /// <summary>The first edge of each chain, and at the end the first edge of the trees.</summary>
    internal int[] ChainEdges { get; private init; } = [];

    /// <summary>The first inner node of each chain; it has one less than edges.</summary>
    internal int[] ChainNodes { get; private init; } = [];

    /// <summary>The core node where each chain begins.</summary>
    internal int[] ChainFrom { get; private init; } = [];

    /// <summary>The core node where each chain ends.</summary>
    internal int[] ChainTo { get; private init; } = [];

    /// <summary>The parent of each tree node, from the first tree node on.</summary>
    internal int[] TreeParents { get; private init; } = [];

    /// <summary>The chain of an edge; −1 for one of a tree.</summary>
    internal int ChainOfEdge(int edge)
    {
        if (edge >= ChainEdges[^1])
            return -1;
        int found = Array.BinarySearch(ChainEdges, edge);
        return found >= 0 ? found : ~found - 1;
    }

    internal static NetworkSkeleton Of(NetworkDraft draft) => new Peeling(draft).Build();

    private sealed class Peeling
    {
        private readonly NetworkDraft _draft;
        private readonly int[] _first;
        private readonly int[] _incident;
        private readonly int[] _degrees;
        private readonly bool[] _peeled;
        private readonly int[] _hilbert;
        private readonly int[] _numbers;
        private readonly List<int> _edges;
        private readonly List<bool> _reversed;

        internal Peeling(NetworkDraft draft)
        {
            _draft = draft;
            (_first, _incident) = Incidence.Of(draft.NodeCount, draft.From, draft.To);
            _degrees = new int[draft.NodeCount];
            for (int node = 0; node < _degrees.Length; node++)
                _degrees[node] = _first[node + 1] - _first[node];
            _peeled = new bool[draft.EdgeCount];
            _hilbert = HilbertCurve.Order(draft.NodeX, draft.NodeY);
            _numbers = new int[draft.NodeCount];
            _numbers.AsSpan().Fill(-1);
            _edges = new(draft.EdgeCount);
            _reversed = new(draft.EdgeCount);
        }

        internal NetworkSkeleton Build()
        {
            (List<int> tree, List<int> treeEdges) = PruneTrees();
            var order = new List<int>(_draft.NodeCount);
            int pruned = tree.Count;
            var isTree = new bool[_draft.NodeCount];
            foreach (int node in tree)
                isTree[node] = true;
            foreach (int node in _hilbert)
            {
                if (!isTree[node] && _degrees[node] != 2)
                    Take(node, order);
            }

            TakeRings(isTree, order);
            int core = order.Count;
            var chains = new Chains();
            for (int i = 0; i < core; i++)
                Chain(order[i], order, chains);
            chains.Edges.Add(_edges.Count);

            // Pruned last is nearest to the root.
            int treeFirst = order.Count;
            var parents = new int[pruned];
            for (int i = pruned - 1; i >= 0; i--)
            {
                int node = tree[i], edge = treeEdges[i];
                int parent = Other(edge, node);
                parents[pruned - 1 - i] = _numbers[parent];
                Take(node, order);
                _edges.Add(edge);
                _reversed.Add(_draft.From[edge] == node);
            }

            return new NetworkSkeleton([.. order], [.. _edges], [.. _reversed], core, treeFirst)
            {
                ChainEdges = [.. chains.Edges],
                ChainNodes = [.. chains.Nodes],
                ChainFrom = [.. chains.From],
                ChainTo = [.. chains.To],
                TreeParents = parents,
            };
        }

        private sealed class Chains
        {
            internal List<int> Edges { get; } = [];

            internal List<int> Nodes { get; } = [];

            internal List<int> From { get; } = [];

            internal List<int> To { get; } = [];
        }

        private int Other(int edge, int node) => _draft.From[edge] == node ? _draft.To[edge] : _draft.From[edge];

        private void Take(int node, List<int> order)
        {
            _numbers[node] = order.Count;
            order.Add(node);
        }

        private (List<int> Nodes, List<int> Edges) PruneTrees()
        {
            var nodes = new List<int>();
            var edges = new List<int>();
            foreach (int leaf in _hilbert)
            {
                // Up from each leaf as far as nothing else is left on the way.
                for (int node = leaf; _degrees[node] == 1;)
                {
                    int edge = Remaining(node);
                    int parent = Other(edge, node);
                    _peeled[edge] = true;
                    nodes.Add(node);
                    edges.Add(edge);
                    _degrees[node] = 0;
                    _degrees[parent]--;
                    node = parent;
                }
            }

            return (nodes, edges);
        }

        private int Remaining(int node)
        {
            for (int i = _first[node]; i < _first[node + 1]; i++)
            {
                if (!_peeled[_incident[i]])
                    return _incident[i];
            }

            throw new InvalidOperationException("A node of degree 1 has an edge.");
        }

        /// <summary>A ring without a junction has no core node of its own: any of its nodes will do.</summary>
        private void TakeRings(bool[] isTree, List<int> order)
        {
            var reached = new bool[_draft.NodeCount];
            for (int i = 0; i < order.Count; i++)
                Mark(order[i], reached);
            foreach (int node in _hilbert)
            {
                if (isTree[node] || reached[node] || _numbers[node] >= 0)
                    continue;
                Take(node, order);
                Mark(node, reached);
            }
        }

        private void Mark(int core, bool[] reached)
        {
            reached[core] = true;
            for (int i = _first[core]; i < _first[core + 1]; i++)
            {
                int edge = _incident[i];
                if (_peeled[edge])
                    continue;
                for (int node = Other(edge, core); !reached[node] && _numbers[node] < 0; node = Other(edge, node))
                {
                    reached[node] = true;
                    edge = Next(node, edge);
                }
            }
        }

        // The other edge of an inner node of a chain.
        private int Next(int node, int edge)
        {
            for (int i = _first[node]; i < _first[node + 1]; i++)
            {
                if (_incident[i] != edge && !_peeled[_incident[i]])
                    return _incident[i];
            }

            return edge;
        }

        private void Chain(int core, List<int> order, Chains chains)
        {
            for (int i = _first[core]; i < _first[core + 1]; i++)
            {
                int edge = _incident[i];
                if (_peeled[edge])
                    continue;
                chains.Edges.Add(_edges.Count);
                chains.Nodes.Add(order.Count);
                chains.From.Add(_numbers[core]);
                int node = core;
                while (true)
                {
                    _peeled[edge] = true;
                    _edges.Add(edge);
                    _reversed.Add(_draft.From[edge] != node);
                    node = Other(edge, node);
                    if (_numbers[node] >= 0)
                        break;
                    Take(node, order);
                    edge = Next(node, edge);
                }

                chains.To.Add(_numbers[node]);
            }
        }
    }
}
