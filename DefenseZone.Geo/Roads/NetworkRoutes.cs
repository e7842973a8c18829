using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>A part of a route: along one road, or on foot.</summary>
/// <param name="Road">The road's index in <see cref="RoadNetwork.Roads"/>; −1 on foot.</param>
/// <param name="LengthMetres">Its length.</param>
/// <param name="Seconds">Its time.</param>
/// <param name="ClimbMetres">The metres gained on its rises; NaN where there is no terrain.</param>
/// <param name="DescentMetres">The metres lost on its falls; NaN where there is no terrain.</param>
/// <param name="Shape">Where it goes.</param>
public sealed record RouteLeg(int Road, double LengthMetres, double Seconds, double ClimbMetres, double DescentMetres, ImmutableArray<GeoPoint> Shape)
{
    /// <summary>True where it is walked.</summary>
    public bool IsOnFoot => Road < 0;
}

/// <summary>The quickest way from one place to another, or why there is none.</summary>
public sealed record RoadRoute
{
    /// <summary>True where there is a way.</summary>
    public bool IsFound => Reason.Length == 0;

    /// <summary>Why there is none; empty where there is one.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The parts of it, in order: on foot to the road, road by road, and on foot from the road.</summary>
    public ImmutableArray<RouteLeg> Legs { get; init; } = [];

    /// <summary>The time of all legs.</summary>
    public double Seconds => IsFound ? Legs.Sum(leg => leg.Seconds) : double.PositiveInfinity;

    /// <summary>The length of all legs.</summary>
    public double LengthMetres => Legs.Sum(leg => leg.LengthMetres);

    /// <summary>The metres gained on all rises; NaN where there is no terrain.</summary>
    public double ClimbMetres => Legs.Sum(leg => leg.ClimbMetres);

    /// <summary>The metres lost on all falls; NaN where there is no terrain.</summary>
    public double DescentMetres => Legs.Sum(leg => leg.DescentMetres);

    /// <summary>The whole way as one line.</summary>
    public ImmutableArray<GeoPoint> Shape
    {
        get
        {
            var points = ImmutableArray.CreateBuilder<GeoPoint>();
            foreach (RouteLeg leg in Legs)
            {
                foreach (GeoPoint point in leg.Shape)
                {
                    if (points.Count == 0 || points[^1] != point)
                        points.Add(point);
                }
            }

            return points.ToImmutable();
        }
    }
}

/// <summary>Quickest routes over a network. Safe to share between threads; each question takes a search of its own.</summary>
/// <param name="network">The roads; what is closed is not driven.</param>
public sealed class NetworkRoutes(RoadNetwork network)
{
    private readonly RouteShapes _shapes = new(network);

    /// <summary>
    /// The quickest way from one place to another: straight on foot to whichever point of a road is best, by road, and straight
    /// on foot from the best point of a road; or straight on foot all the way. There is none only where no road is open at all.
    /// </summary>
    public RoadRoute Between(GeoPoint from, GeoPoint to)
    {
        if (network.Nearest(from) is null)
            return new RoadRoute { Reason = "There is no open road." };
        return new RoadRoute { Legs = [.. Quickest(from, to)] };
    }

    /// <summary>The legs of the quickest way, on foot where no road is quicker.</summary>
    internal IEnumerable<RouteLeg> Quickest(GeoPoint from, GeoPoint to)
    {
        Ecef end = Ecef.Of(to);
        double onFoot = Ecef.Of(from).DistanceMetresTo(end) / network.OffRoadMetresPerSecond;
        var search = new PlaceSearch(network);
        search.Run(from, onFoot);
        (double _, int edge, double fraction) = search.To(end, onFoot);
        if (edge < 0)
            return _shapes.Walk(from, to);
        var left = new NetworkPoint(edge, fraction, network.PointAt(edge, fraction), 0, 0);
        (RoadRoute driven, int source) = Along(search.Roads, search.Sources, left);
        return [.. _shapes.Walk(from, search.Sources[source].Point.Place), .. driven.Legs, .. _shapes.Walk(left.Place, to)];
    }

    /// <summary>The quickest way along the roads from one place on them to another.</summary>
    public RoadRoute Between(NetworkPoint from, NetworkPoint to)
    {
        RoadEdge end = network.Edge(to.Edge);
        var search = new LocalSearch(network);
        NetworkSource[] sources = [new NetworkSource(from, 0)];
        search.Run(sources, double.PositiveInfinity, new HashSet<int> { end.From, end.To });
        return Along(search, sources, to).Route;
    }

    /// <summary>The way that a search has found to a place on the roads, and the source where it begins.</summary>
    private (RoadRoute Route, int Source) Along(LocalSearch search, NetworkSource[] sources, NetworkPoint to)
    {
        RoadEdge end = network.Edge(to.Edge);
        double byStart = search.Times[end.From] + NetworkTimes.Share(to.Fraction, end.ForwardSeconds);
        double byEnd = search.Times[end.To] + NetworkTimes.Share(1 - to.Fraction, end.BackwardSeconds);
        double direct = double.PositiveInfinity;
        int source = 0;
        for (int i = 0; i < sources.Length; i++)
        {
            if (sources[i].Point.Edge != to.Edge)
                continue;
            double ahead = to.Fraction - sources[i].Point.Fraction;
            double seconds = sources[i].Seconds + (ahead >= 0 ? NetworkTimes.Share(ahead, end.ForwardSeconds) : NetworkTimes.Share(-ahead, end.BackwardSeconds));
            if (seconds < direct)
                (direct, source) = (seconds, i);
        }

        double best = Math.Min(direct, Math.Min(byStart, byEnd));
        if (double.IsPositiveInfinity(best))
        {
            NetworkPoint from = sources[0].Point;
            FeatureId first = network.Roads[network.Edge(from.Edge).Road].Id, last = network.Roads[end.Road].Id;
            bool apart = network.ComponentOf(network.Edge(from.Edge).From) != network.ComponentOf(end.From);
            return (
                new RoadRoute
                {
                    Reason = apart
                        ? $"Road '{first}' and road '{last}' are on parts of the network that no road joins."
                        : $"No open road leads from road '{first}' to road '{last}' in the directions that may be driven.",
                },
                source);
        }

        var steps = new List<(int Edge, double From, double To)>();
        if (direct == best)
        {
            steps.Add((to.Edge, sources[source].Point.Fraction, to.Fraction));
        }
        else
        {
            int node = byStart == best ? end.From : end.To;
            steps.Add((to.Edge, byStart == best ? 0 : 1, to.Fraction));
            while (search.ReachedBy(node) is var edge and >= 0)
            {
                // A loop never shortens a way, so that the node before tells the direction.
                bool forward = network.Edge(edge).To == node;
                steps.Add((edge, forward ? 0 : 1, forward ? 1 : 0));
                node = search.NodeBefore(node);
            }

            source = search.NodeBefore(node) >> 1;
            steps.Add((sources[source].Point.Edge, sources[source].Point.Fraction, search.NodeBefore(node) & 1));
            steps.Reverse();
        }

        return (new RoadRoute { Legs = [.. _shapes.Drive(steps)] }, source);
    }
}
