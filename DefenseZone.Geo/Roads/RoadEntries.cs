using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>A place where one comes onto the roads on foot.</summary>
/// <param name="Place">The index of the place from which one walks.</param>
/// <param name="Source">Where on the roads, and the time of the walk.</param>
public readonly record struct NetworkEntry(int Place, NetworkSource Source);

/// <summary>
/// Where it is worth coming onto the roads on foot, from any of some places. One may walk straight to any point of any open
/// road. To drive on in one direction of a straight piece, the best point of it is where the walk makes an angle of sine
/// (walking speed / driving speed) with the perpendicular, or an end of the piece: two points for each piece and place.
/// Left out are points that another way reaches no later, and pieces to which another place is nearer all along.
/// </summary>
internal sealed class RoadEntries
{
    private readonly RoadGraph _graph;
    private readonly NetworkWeights _weights;
    private readonly RoadNetwork _network;
    private readonly Ecef[] _places;
    private readonly double _walk;
    private readonly double _limitSeconds;
    private readonly double[] _nodeSeconds;
    private readonly ILookup<int, NetworkSource> _known;
    private readonly double[]? _most;
    private readonly List<NetworkEntry> _found = [];

    private RoadEntries(
        RoadNetwork network, Ecef[] places, double limitSeconds, double[] nodeSeconds, IEnumerable<NetworkSource> known, bool isEverywhere)
    {
        _network = network;
        _graph = network.Graph;
        _weights = network.Weights;
        _places = places;
        _walk = 1 / network.OffRoadMetresPerSecond;
        _limitSeconds = limitSeconds;
        _nodeSeconds = nodeSeconds;
        _known = known.ToLookup(source => source.Point.Edge);
        _most = isEverywhere ? _graph.Tree.Fold(MostSeconds, greatest: true) : null;
    }

    /// <summary>The entries besides those that are known already.</summary>
    /// <param name="network">The roads.</param>
    /// <param name="places">Where one starts.</param>
    /// <param name="limitSeconds">Walks that take longer are of no use.</param>
    /// <param name="nodeSeconds">A time at which one is at each node by the entries that are known.</param>
    /// <param name="known">The entries that are known.</param>
    /// <param name="isEverywhere">Whether the search looks at the whole network, and not only as far as the limit.</param>
    internal static List<NetworkEntry> Of(
        RoadNetwork network, Ecef[] places, double limitSeconds, double[] nodeSeconds, IEnumerable<NetworkSource> known, bool isEverywhere)
    {
        if (network.Graph.Tree.IsEmpty)
            return [];
        var entries = new RoadEntries(network, places, limitSeconds, nodeSeconds, known, isEverywhere);
        entries.Descend(0, [.. Enumerable.Range(0, places.Length).Where(place => !double.IsNaN(places[place].X))]);
        return entries._found;
    }

    private void Descend(int number, ReadOnlySpan<int> places)
    {
        EdgeTree.Box box = _graph.Tree[number];
        double enough = double.PositiveInfinity;
        foreach (int place in places)
            enough = Math.Min(enough, box.MostMetresTo(_places[place]));
        double most = Math.Min(_limitSeconds, _most is null ? double.PositiveInfinity : _most[number]);
        var kept = new List<int>();
        foreach (int place in places)
        {
            double metres = box.MetresTo(_places[place]);
            if (metres <= enough && _walk * metres <= most)
                kept.Add(place);
        }

        if (kept.Count == 0)
            return;
        if (!box.IsLeaf)
        {
            int[] left = [.. kept];
            Descend(box.Left, left);
            Descend(box.Right, left);
            return;
        }

        foreach (int edge in _graph.Tree.Edges(box))
        {
            double latest = Math.Min(_limitSeconds, MostSeconds(edge));
            foreach (int place in kept)
            {
                if (_walk * (_graph.Balls.MetresTo(edge, _places[place]) - _graph.Balls.Radii[edge]) <= latest)
                    Enter(edge, place);
            }
        }
    }

    /// <summary>The latest time at which one is anywhere on an edge; nobody is wanted on a closed one.</summary>
    private double MostSeconds(int edge)
    {
        double forward = _weights.Forward(edge), backward = _weights.Backward(edge);
        double from = _nodeSeconds[_graph.From[edge]], to = _nodeSeconds[_graph.To[edge]];
        if (double.IsInfinity(forward))
            return double.IsInfinity(backward) ? double.NegativeInfinity : to + backward;
        if (double.IsInfinity(backward))
            return from + forward;
        if (double.IsInfinity(from))
            return to + backward;
        if (double.IsInfinity(to))
            return from + forward;
        double share = forward + backward > 0 ? Math.Clamp((to + backward - from) / (forward + backward), 0, 1) : 0;
        return from + (share * forward);
    }

    private void Enter(int edge, int place)
    {
        int first = _graph.ShapeStarts[edge], last = _graph.ShapeStarts[edge + 1] - 1;
        double forward = _weights.Forward(edge), backward = _weights.Backward(edge), length = _graph.Lengths[edge];
        Ecef at = _places[place];
        for (int i = first; i < last; i++)
        {
            Ecef a = _graph.Vertex(i), b = _graph.Vertex(i + 1);
            double dx = b.X - a.X, dy = b.Y - a.Y, dz = b.Z - a.Z;
            double chord = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
            if (!(chord > 0))
                continue;
            double px = at.X - a.X, py = at.Y - a.Y, pz = at.Z - a.Z;
            double along = ((px * dx) + (py * dy) + (pz * dz)) / chord;
            double beside = Math.Sqrt(Math.Max(0, (px * px) + (py * py) + (pz * pz) - (along * along)));
            double metres = _graph.Metres[i + 1] - _graph.Metres[i], share = metres / (length * chord);
            if (double.IsFinite(forward))
                Offer(along + Ahead(beside, forward * share), (i == first, i + 1 == last));
            if (double.IsFinite(backward))
                Offer(along - Ahead(beside, backward * share), (i == first, i + 1 == last));

            // At a vertex within the edge the next piece has a point that is as good.
            void Offer(double s, (bool First, bool Last) isEnd)
            {
                if ((s <= 0 && !isEnd.First) || (s >= chord && !isEnd.Last))
                    return;
                s = Math.Clamp(s, 0, chord);
                double walked = Math.Sqrt(((along - s) * (along - s)) + (beside * beside)), seconds = _walk * walked;
                double fraction = Math.Clamp((_graph.Metres[i] + (s / chord * metres)) / length, 0, 1);
                if (seconds <= _limitSeconds && seconds < Known(edge, fraction))
                    _found.Add(new NetworkEntry(place, new NetworkSource(new NetworkPoint(edge, fraction, _graph.PointAt(edge, fraction), walked, seconds), seconds)));
            }
        }
    }

    /// <summary>How far beyond the perpendicular the best point is; without end where one drives no faster than one walks.</summary>
    private double Ahead(double beside, double secondsPerMetre) => secondsPerMetre >= _walk * (1 - 1e-9)
        ? double.PositiveInfinity
        : beside * secondsPerMetre / Math.Sqrt((_walk * _walk) - (secondsPerMetre * secondsPerMetre));

    private double Known(int edge, double fraction)
    {
        double forward = _weights.Forward(edge), backward = _weights.Backward(edge);
        double known = Math.Min(
            _nodeSeconds[_graph.From[edge]] + NetworkTimes.Share(fraction, forward), _nodeSeconds[_graph.To[edge]] + NetworkTimes.Share(1 - fraction, backward));
        foreach (NetworkSource source in _known[edge])
        {
            double ahead = fraction - source.Point.Fraction;
            known = Math.Min(known, source.Seconds + (ahead >= 0 ? NetworkTimes.Share(ahead, forward) : NetworkTimes.Share(-ahead, backward)));
        }

        return known;
    }
}
