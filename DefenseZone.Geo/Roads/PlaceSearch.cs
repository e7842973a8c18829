using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// The least times from one place to others: straight on foot to whichever point of whichever open road is best, by road, and
/// straight on foot from the best point of a road. Its arrays serve one place after the other; not for several threads at once.
/// </summary>
internal sealed class PlaceSearch
{
    private readonly RoadNetwork _network;
    private readonly List<AccessCone> _cones = [];
    private AccessSet? _accesses;
    private double[] _least = [];

    internal PlaceSearch(RoadNetwork network)
    {
        _network = network;
        Roads = new LocalSearch(network);
    }

    /// <summary>The times at the nodes.</summary>
    internal LocalSearch Roads { get; }

    /// <summary>Where one comes onto the roads.</summary>
    internal NetworkSource[] Sources { get; private set; } = [];

    /// <summary>Looks at everything that is reached from a place within a time.</summary>
    internal void Run(GeoPoint place, double limitSeconds)
    {
        NetworkSource[] first = _network.Nearest(place) is { } near && near.WalkSeconds <= limitSeconds ? [new NetworkSource(near, near.WalkSeconds)] : [];
        Roads.Run(first, limitSeconds);
        Sources = first;
        if (first.Length > 0)
        {
            List<NetworkEntry> more = RoadEntries.Of(_network, [Ecef.Of(place)], limitSeconds, Roads.Times, first, isEverywhere: false);
            if (more.Count > 0)
            {
                Sources = [.. first, .. more.Select(entry => entry.Source)];
                Roads.Run(Sources, limitSeconds);
            }
        }

        _accesses = null;
    }

    /// <summary>The least time to a place if that is less than some time, and where one leaves the roads; an edge of −1 where it is not less.</summary>
    internal (double Seconds, int Edge, double Fraction) To(Ecef place, double below)
    {
        EdgeTree tree = _network.Graph.Tree;
        (double Seconds, int Edge, double Fraction) best = (below, -1, 0);
        if (Sources.Length == 0)
            return best;
        Prepare();
        Descend(tree, 0, place, ref best);
        return best;
    }

    private void Prepare()
    {
        if (_accesses is not null)
            return;
        _accesses = new AccessSet(_network, [], Roads.Times, nodeSources: null, Sources, new int[Sources.Length], []);
        _least = _network.Graph.Tree.Fold(_accesses.LeastSeconds, greatest: false);
    }

    private void Descend(EdgeTree tree, int number, Ecef place, ref (double Seconds, int Edge, double Fraction) best)
    {
        EdgeTree.Box box = tree[number];
        if (!(AtLeast(tree, number, place) < best.Seconds))
            return;
        if (!box.IsLeaf)
        {
            bool leftFirst = AtLeast(tree, box.Left, place) <= AtLeast(tree, box.Right, place);
            Descend(tree, leftFirst ? box.Left : box.Right, place, ref best);
            Descend(tree, leftFirst ? box.Right : box.Left, place, ref best);
            return;
        }

        RoadGraph graph = _network.Graph;
        foreach (int edge in tree.Edges(box))
        {
            double walk = _accesses!.WalkSecondsPerMetre * Math.Max(0, graph.Balls.MetresTo(edge, place) - graph.Balls.Radii[edge]);
            if (!(_accesses.LeastSeconds(edge) + walk < best.Seconds))
                continue;
            _cones.Clear();
            _accesses.ExpandEdge(edge, _cones);
            foreach (AccessCone access in _cones)
            {
                double seconds = access.Cone.SecondsAt(place, out double along);
                if (!(seconds < best.Seconds))
                    continue;
                double share = access.Cone.LengthMetres > 0 ? along / access.Cone.LengthMetres : 0;
                double metres = access.FromMetres + (share * (access.ToMetres - access.FromMetres));
                best = (seconds, edge, graph.Lengths[edge] > 0 ? Math.Clamp(metres / graph.Lengths[edge], 0, 1) : 0);
            }
        }
    }

    private double AtLeast(EdgeTree tree, int number, Ecef place) =>
        _least[number] + (_accesses!.WalkSecondsPerMetre * tree[number].MetresTo(place));
}
