using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>Finds a round: the matrix of times between items, an order with directions, its bound, and the legs.</summary>
internal sealed class RoundSearch
{
    private readonly RoadNetwork _network;
    private readonly RoundItem[] _items;
    private readonly double? _shiftSeconds;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Item 0 is the base.</summary>
    internal RoundSearch(RoadNetwork network, RoundItem start, List<RoundItem> items, double? shiftSeconds, CancellationToken cancellationToken)
    {
        _network = network;
        _items = [start, .. items];
        _shiftSeconds = shiftSeconds;
        _cancellationToken = cancellationToken;
    }

    internal PatrolRound Solve()
    {
        var costs = new RoundCosts(_items, Times());
        PlanFeature[] unreachable =
        [
            .. Enumerable.Range(1, _items.Length - 1)
                .Where(item => !costs.IsReachable(item))
                .Select(item => _items[item].Feature)
                .Distinct(),
        ];
        if (unreachable.Length > 0)
            return new PatrolRound { Fault = new RoundFault.Unreachable([.. unreachable]), ShiftSeconds = _shiftSeconds };
        bool exact = _items.Length - 1 <= PatrolRoundProblem.ExactItems;
        RoundOrder order = exact ? SubsetRounds.Shortest(costs) : RoundExchanges.Improved(costs, _cancellationToken);
        if (double.IsPositiveInfinity(order.Seconds))
            return new PatrolRound { Fault = new RoundFault.OneWay(), ShiftSeconds = _shiftSeconds };
        double bound = exact ? order.Seconds : Math.Min(order.Seconds, RoundBound.Of(costs, order.Seconds, _cancellationToken));
        return new PatrolRound
        {
            Seconds = order.Seconds,
            BoundSeconds = bound,
            ShiftSeconds = _shiftSeconds,
            Stops = Stops(order),
            Legs = [.. Legs(order)],
        };
    }

    /// <summary>Times between the ends of items: row 2i is from the entry of item i, row 2i + 1 from its exit; columns likewise.</summary>
    private double[,] Times()
    {
        int ends = 2 * _items.Length;
        var times = new double[ends, ends];
        HashSet<int> targets = [.. _items.SelectMany(item => new[] { item.Enter.Edge, item.Leave.Edge }).SelectMany(edge => new[] { _network.Edge(edge).From, _network.Edge(edge).To })];
        Parallel.For(
            0,
            ends,
            new ParallelOptions { CancellationToken = _cancellationToken },
            () => new LocalSearch(_network),
            (from, _, search) =>
            {
                NetworkPoint start = At(from);
                search.Run([new NetworkSource(start, 0)], double.PositiveInfinity, targets);
                for (int to = 0; to < ends; to++)
                    times[from, to] = from == to ? 0 : TimeTo(search, start, At(to));
                return search;
            },
            static _ => { });
        return times;
    }

    private NetworkPoint At(int end) => end % 2 == 0 ? _items[end / 2].Enter : _items[end / 2].Leave;

    private double TimeTo(LocalSearch search, NetworkPoint start, NetworkPoint point)
    {
        RoadEdge edge = _network.Edge(point.Edge);
        double best = Math.Min(
            search.Times[edge.From] + NetworkTimes.Share(point.Fraction, edge.ForwardSeconds),
            search.Times[edge.To] + NetworkTimes.Share(1 - point.Fraction, edge.BackwardSeconds));
        if (start.Edge != point.Edge)
            return best;
        double ahead = point.Fraction - start.Fraction;
        return Math.Min(best, ahead >= 0 ? NetworkTimes.Share(ahead, edge.ForwardSeconds) : NetworkTimes.Share(-ahead, edge.BackwardSeconds));
    }

    private ImmutableArray<PlanFeature> Stops(RoundOrder order)
    {
        var stops = ImmutableArray.CreateBuilder<PlanFeature>();
        foreach (int item in order.Items)
        {
            if (stops.Count == 0 || !ReferenceEquals(stops[^1], _items[item].Feature))
                stops.Add(_items[item].Feature);
        }

        return stops.ToImmutable();
    }

    private IEnumerable<RouteLeg> Legs(RoundOrder order)
    {
        var routes = new NetworkRoutes(_network);
        var shapes = new RouteShapes(_network);
        NetworkPoint at = _items[0].Leave;
        foreach (RouteLeg leg in shapes.Walk(Place(_items[0]), at.Place))
            yield return leg;
        for (int i = 0; i < order.Items.Length; i++)
        {
            RoundItem item = _items[order.Items[i]];
            bool against = order.Against[i];
            foreach (RouteLeg leg in routes.Between(at, against ? item.Leave : item.Enter).Legs)
                yield return leg;
            IEnumerable<RouteLeg> own = item.Edge >= 0
                ? shapes.Drive([(item.Edge, against ? 1.0 : 0.0, against ? 0.0 : 1.0)])
                : [.. shapes.Walk(item.Enter.Place, Place(item)), .. shapes.Walk(Place(item), item.Enter.Place)];
            foreach (RouteLeg leg in own)
                yield return leg;
            at = against ? item.Enter : item.Leave;
        }

        foreach (RouteLeg leg in routes.Between(at, _items[0].Enter).Legs)
            yield return leg;
        foreach (RouteLeg leg in shapes.Walk(_items[0].Enter.Place, Place(_items[0])))
            yield return leg;
    }

    private static GeoPoint Place(RoundItem item) =>
        item.Feature is Facility facility ? new GeoPoint(facility.Location.X, facility.Location.Y) : item.Enter.Place;
}
