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
        bool exact = _items.Length - 1 <= PatrolRoundProblem.ExactItems;
        RoundOrder order = exact ? SubsetRounds.Shortest(costs) : RoundExchanges.Improved(costs, _cancellationToken);
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
        Ecef[] places = [.. Enumerable.Range(0, ends).Select(end => Ecef.Of(At(end)))];
        double walk = 1 / _network.OffRoadMetresPerSecond;
        Parallel.For(
            0,
            ends,
            new ParallelOptions { CancellationToken = _cancellationToken },
            () => new PlaceSearch(_network),
            (from, _, search) =>
            {
                search.Run(At(from), walk * places.Max(place => place.DistanceMetresTo(places[from])));
                for (int to = 0; to < ends; to++)
                    times[from, to] = from == to ? 0 : search.To(places[to], walk * places[to].DistanceMetresTo(places[from])).Seconds;
                return search;
            },
            static _ => { });
        return times;
    }

    private GeoPoint At(int end) => end % 2 == 0 ? _items[end / 2].Enter : _items[end / 2].Leave;

    /// <summary>Drives the round: its legs, and its stops with the times at which one comes to them.</summary>
    private PatrolRound Driven(RoundOrder order)
    {
        var routes = new NetworkRoutes(_network);
        var shapes = new RouteShapes(_network);
        var legs = ImmutableArray.CreateBuilder<RouteLeg>();
        var stops = ImmutableArray.CreateBuilder<PlanFeature>();
        var arrivals = ImmutableArray.CreateBuilder<double>();
        double seconds = 0;
        GeoPoint at = _items[0].Leave;
        for (int i = 0; i < order.Items.Length; i++)
        {
            RoundItem item = _items[order.Items[i]];
            bool against = order.Against[i];
            Go(routes.Quickest(at, against ? item.Leave : item.Enter));
            Arrive(item.Feature);
            if (item.Edge >= 0)
            {
                Go(shapes.Drive([(item.Edge, against ? 1.0 : 0.0, against ? 0.0 : 1.0)]));
            }
            else
            {
                // The stay, which is no leg.
                seconds += item.Seconds;
            }

            at = against ? item.Enter : item.Leave;
        }

        Go(routes.Quickest(at, _items[0].Enter));
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
}
