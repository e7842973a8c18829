namespace DefenseZone.Geo.Roads;

/// <summary>
/// Bridges and articulation points of the open graph, and the tree of the search that finds them (R. Tarjan, Depth-first
/// search and linear graph algorithms, SIAM J. Comput. 1 (1972)); with a stack of its own, as road graphs are deep.
/// </summary>
internal sealed class CutSearch
{
    private readonly RoadGraph _graph;
    private readonly bool[]? _closed;
    private readonly int[] _low;
    private readonly int[] _next;

    private CutSearch(RoadGraph graph, bool[]? closed)
    {
        _graph = graph;
        _closed = closed;
        int nodes = graph.NodeCount;
        Order = new int[nodes];
        Entered = new int[nodes];
        Entered.AsSpan().Fill(-1);
        _low = new int[nodes];
        _next = graph.First.AsSpan(..^1).ToArray();
        ParentEdge = new int[nodes];
        Parent = new int[nodes];
    }

    /// <summary>The nodes in the order in which they are entered.</summary>
    internal int[] Order { get; }

    /// <summary>When each node is entered: its place in <see cref="Order"/>.</summary>
    internal int[] Entered { get; }

    /// <summary>The edge by which each node is entered; −1 for a root.</summary>
    internal int[] ParentEdge { get; }

    /// <summary>The node from which each node is entered; −1 for a root.</summary>
    internal int[] Parent { get; }

    /// <summary>The bridges, each with its node that lies deeper.</summary>
    internal List<(int Edge, int Child)> Bridges { get; } = [];

    /// <summary>The articulation points with the children whose subtrees each cuts off.</summary>
    internal Dictionary<int, List<int>> Articulations { get; } = [];

    internal static CutSearch Of(RoadGraph graph, bool[]? closed, CancellationToken cancellationToken)
    {
        var search = new CutSearch(graph, closed);
        int entered = 0;
        for (int node = 0; node < graph.NodeCount; node++)
        {
            if (node % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (search.Entered[node] < 0)
                search.From(node, ref entered);
        }

        return search;
    }

    private void From(int root, ref int entered)
    {
        var stack = new Stack<int>();
        Enter(root, -1, -1, ref entered, stack);
        int rootChildren = 0;
        while (stack.Count > 0)
        {
            int node = stack.Peek();
            if (_next[node] < _graph.First[node + 1])
            {
                int edge = _graph.Incident[_next[node]++];
                if (edge == ParentEdge[node] || (_closed is not null && _closed[edge]))
                    continue;
                int other = _graph.From[edge] == node ? _graph.To[edge] : _graph.From[edge];
                if (Entered[other] >= 0)
                    _low[node] = Math.Min(_low[node], Entered[other]);
                else
                    Enter(other, node, edge, ref entered, stack);
                continue;
            }

            stack.Pop();
            int parent = Parent[node];
            if (parent < 0)
                continue;
            _low[parent] = Math.Min(_low[parent], _low[node]);
            if (_low[node] > Entered[parent])
                Bridges.Add((ParentEdge[node], node));
            rootChildren += parent == root ? 1 : 0;
            if (parent == root || _low[node] >= Entered[parent])
                Cut(parent, node);
        }

        if (rootChildren < 2)
            Articulations.Remove(root);
    }

    private void Cut(int node, int child)
    {
        if (!Articulations.TryGetValue(node, out List<int>? children))
            Articulations.Add(node, children = []);
        children.Add(child);
    }

    private void Enter(int node, int parent, int edge, ref int entered, Stack<int> stack)
    {
        Order[entered] = node;
        Entered[node] = _low[node] = entered++;
        Parent[node] = parent;
        ParentEdge[node] = edge;
        stack.Push(node);
    }
}
