namespace DefenseZone.Geo.Roads;

/// <summary>By which edge each node is reached first, found from the times alone.</summary>
internal sealed class PathTree
{
    private const double RoundingSeconds = 1e-6;

    private readonly RoadGraph _graph;
    private readonly NetworkWeights _weights;
    private readonly NetworkTimes _times;
    private readonly Dictionary<int, (double Seconds, int Edge)> _begin = [];

    internal PathTree(NetworkTimes times)
    {
        _graph = times.Network.Graph;
        _weights = times.Network.Weights;
        _times = times;
        foreach (NetworkSource source in times.Begin)
        {
            int edge = source.Point.Edge;
            Begin(_graph.To[edge], source.Seconds + NetworkTimes.Share(1 - source.Point.Fraction, _weights.Forward(edge)), edge);
            Begin(_graph.From[edge], source.Seconds + NetworkTimes.Share(source.Point.Fraction, _weights.Backward(edge)), edge);
        }
    }

    /// <summary>The edge by which a node is reached, and the node before it: −1 where travel begins on that edge; both −1 where it is not reached.</summary>
    internal (int Edge, int From) Of(int node)
    {
        double time = _times.Seconds[node];
        if (double.IsPositiveInfinity(time))
            return (-1, -1);
        if (_begin.TryGetValue(node, out (double Seconds, int Edge) begin) && begin.Seconds <= time + RoundingSeconds)
            return (begin.Edge, -1);

        // Sums of a chain are rounded in another order than its steps: the best step is the one, not an exact one.
        (int Edge, int From) best = (-1, -1);
        double least = double.PositiveInfinity;
        for (int i = _graph.First[node]; i < _graph.First[node + 1]; i++)
        {
            int edge = _graph.Incident[i];
            bool forward = _graph.To[edge] == node;
            int from = forward ? _graph.From[edge] : _graph.To[edge];
            double by = _times.Seconds[from] + (forward ? _weights.Forward(edge) : _weights.Backward(edge));
            if (from != node && by < least)
                (best, least) = ((edge, from), by);
        }

        return best;
    }

    private void Begin(int node, double seconds, int edge)
    {
        if (!_begin.TryGetValue(node, out (double Seconds, int Edge) there) || seconds < there.Seconds)
            _begin[node] = (seconds, edge);
    }
}
