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
        return Driven(order) with
        {
            Seconds = order.Seconds,
            BoundSeconds = bound,
            ShiftSeconds = _shiftSeconds,
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

    /// <summary>Drives the round: its legs, and its stops with the times at which one comes to them.</summary>
    private PatrolRound Driven(RoundOrder order)
    {
        var routes = new NetworkRoutes(_network);
        var shapes = new RouteShapes(_network);
        var legs = ImmutableArray.CreateBuilder<RouteLeg>();
        var stops = ImmutableArray.CreateBuilder<PlanFeature>();
        var arrivals = ImmutableArray.CreateBuilder<double>();
        double seconds = 0;
        NetworkPoint at = _items[0].Leave;
        Go(shapes.Walk(Place(_items[0]), at.Place));
        for (int i = 0; i < order.Items.Length; i++)
        {
            RoundItem item = _items[order.Items[i]];
            bool against = order.Against[i];
            Go(routes.Between(at, against ? item.Leave : item.Enter).Legs);
            if (item.Edge >= 0)
            {
                Arrive(item.Feature);
                Go(shapes.Drive([(item.Edge, against ? 1.0 : 0.0, against ? 0.0 : 1.0)]));
            }
            else
            {
                double left = seconds + item.Seconds;
                Go(shapes.Walk(item.Enter.Place, Place(item)));
                Arrive(item.Feature);
                Go(shapes.Walk(Place(item), item.Enter.Place));

                // With the stay, which is no leg.
                seconds = left;
            }

            at = against ? item.Enter : item.Leave;
        }

        Go(routes.Between(at, _items[0].Enter).Legs);
        Go(shapes.Walk(_items[0].Enter.Place, Place(_items[0])));
        return new PatrolRound { Legs = legs.ToImmutable(), Stops = stops.ToImmutable(), ArrivalSeconds = arrivals.ToImmutable() };

        void Go(IEnumerable<RouteLeg> way)
        {
            foreach (RouteLeg leg in way)
            {
                legs.Add(leg);
                seconds += leg.Seconds;
            }
        }

        // The edges of a road that are driven one after the other are one stop.
        void Arrive(PlanFeature feature)
        {
            if (stops.Count > 0 && ReferenceEquals(stops[^1], feature))
                return;
            stops.Add(feature);
            arrivals.Add(seconds);
        }
    }

    private static GeoPoint Place(RoundItem item) =>
        item.Feature is Facility facility ? new GeoPoint(facility.Location.X, facility.Location.Y) : item.Enter.Place;
}
