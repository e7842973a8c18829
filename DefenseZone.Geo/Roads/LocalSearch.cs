namespace DefenseZone.Geo.Roads;

/// <summary>
/// Dijkstra's search over all nodes of a network from a few places, up to a time or until the nodes asked for are reached: for
/// what one facility reaches, and for routes. It remembers by which edge each node is reached. Its arrays serve one search
/// after the other; not for several threads at once.
/// </summary>
internal sealed class LocalSearch
{
    private readonly RoadGraph _graph;
    private readonly NetworkWeights _weights;
    private readonly double[] _seconds;
    private readonly int[] _by;
    private readonly int[] _before;
    private readonly PriorityQueue<int, double> _queue = new();
    private readonly List<int> _touched = [];

    internal LocalSearch(RoadNetwork network)
    {
        _graph = network.Graph;
        _weights = network.Weights;
        _seconds = new double[network.NodeCount];
        _seconds.AsSpan().Fill(double.PositiveInfinity);
        _by = new int[network.NodeCount];
        _before = new int[network.NodeCount];
    }

    /// <summary>The nodes reached by the last search within its limit, by rising time.</summary>
    internal List<int> Reached { get; } = [];

    /// <summary>The time of each node in the last search; infinite where it was not looked at, and beyond the limit not the least.</summary>
    internal double[] Times => _seconds;

    /// <summary>The edge by which a reached node was reached; −1 at a node where the search began.</summary>
    internal int ReachedBy(int node) => _by[node];

    /// <summary>The node before a reached node; where the search began, twice the index of its source, and 1 more at the end of that source's edge.</summary>
    internal int NodeBefore(int node) => _before[node];

    /// <summary>Searches from the places of sources, all at once.</summary>
    /// <param name="sources">Where the search begins.</param>
    /// <param name="limitSeconds">Nodes beyond this time are not reached.</param>
    /// <param name="targets">Nodes at which it may stop, when all are reached; none for no such nodes.</param>
    internal void Run(ReadOnlySpan<NetworkSource> sources, double limitSeconds, ISet<int>? targets = null)
    {
        Clear();
        for (int i = 0; i < sources.Length; i++)
        {
            NetworkSource source = sources[i];
            int edge = source.Point.Edge;

            // The lower bit says which end of the edge it is.
            Offer(_graph.To[edge], source.Seconds + NetworkTimes.Share(1 - source.Point.Fraction, _weights.Forward(edge)), -1, (2 * i) + 1);
            Offer(_graph.From[edge], source.Seconds + NetworkTimes.Share(source.Point.Fraction, _weights.Backward(edge)), -1, 2 * i);
        }

        int missing = targets?.Count ?? -1;
        while (_queue.TryDequeue(out int node, out double time) && time <= limitSeconds)
        {
            if (time != _seconds[node])
                continue;
            Reached.Add(node);
            if (targets is not null && targets.Contains(node) && --missing == 0)
                break;
            for (int i = _graph.First[node]; i < _graph.First[node + 1]; i++)
            {
                int edge = _graph.Incident[i];
                bool forward = _graph.From[edge] == node;
                int other = forward ? _graph.To[edge] : _graph.From[edge];
                Offer(other, time + (forward ? _weights.Forward(edge) : _weights.Backward(edge)), edge, node);
            }
        }
    }

    private void Offer(int node, double time, int by, int before)
    {
        if (!(time < _seconds[node]))
            return;
        if (double.IsPositiveInfinity(_seconds[node]))
            _touched.Add(node);
        _seconds[node] = time;
        _by[node] = by;
        _before[node] = before;
        _queue.Enqueue(node, time);
    }

    private void Clear()
    {
        foreach (int node in _touched)
            _seconds[node] = double.PositiveInfinity;
        _touched.Clear();
        _queue.Clear();
        Reached.Clear();
    }
}
