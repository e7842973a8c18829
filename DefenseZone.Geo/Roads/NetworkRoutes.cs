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
    /// The quickest way from one place to another: on foot to the nearest road, by road, on foot from the road nearest to the other;
    /// or straight on foot where that takes less. Where no road leads there is none, however short the walk.
    /// </summary>
    public RoadRoute Between(GeoPoint from, GeoPoint to)
    {
        if (network.Nearest(from) is not { } start || network.Nearest(to) is not { } end)
            return new RoadRoute { Reason = "There is no open road." };
        var search = new LocalSearch(network);
        RoadRoute driven = Between(search, start, end);
        if (!driven.IsFound)
            return driven;
        driven = driven with { Legs = [.. _shapes.Walk(from, start.Place), .. driven.Legs, .. _shapes.Walk(end.Place, to)] };
        var walked = new RoadRoute { Legs = [.. _shapes.Walk(from, to)] };
        return walked.Seconds < driven.Seconds ? walked : driven;
    }

    /// <summary>The quickest way along the roads from one place on them to another.</summary>
    public RoadRoute Between(NetworkPoint from, NetworkPoint to) => Between(new LocalSearch(network), from, to);

    private RoadRoute Between(LocalSearch search, NetworkPoint from, NetworkPoint to)
    {
        RoadEdge end = network.Edge(to.Edge);
        search.Run([new NetworkSource(from, 0)], double.PositiveInfinity, new HashSet<int> { end.From, end.To });
        double byStart = search.Times[end.From] + NetworkTimes.Share(to.Fraction, end.ForwardSeconds);
        double byEnd = search.Times[end.To] + NetworkTimes.Share(1 - to.Fraction, end.BackwardSeconds);
        double direct = double.PositiveInfinity;
        if (from.Edge == to.Edge)
        {
            double ahead = to.Fraction - from.Fraction;
            direct = ahead >= 0 ? NetworkTimes.Share(ahead, end.ForwardSeconds) : NetworkTimes.Share(-ahead, end.BackwardSeconds);
        }

        double best = Math.Min(direct, Math.Min(byStart, byEnd));
        if (double.IsPositiveInfinity(best))
        {
            FeatureId first = network.Roads[network.Edge(from.Edge).Road].Id, last = network.Roads[end.Road].Id;
            bool apart = network.ComponentOf(network.Edge(from.Edge).From) != network.ComponentOf(end.From);
            return new RoadRoute
            {
                Reason = apart
                    ? $"Road '{first}', where one place joins, and road '{last}', where the other does, are on parts of the network that no road joins."
                    : $"No open road leads from road '{first}' to road '{last}' in the directions that may be driven.",
            };
        }

        var steps = new List<(int Edge, double From, double To)>();
        if (direct == best)
        {
            steps.Add((from.Edge, from.Fraction, to.Fraction));
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

            steps.Add((from.Edge, from.Fraction, search.NodeBefore(node) & 1));
            steps.Reverse();
        }

        return new RoadRoute { Legs = [.. _shapes.Drive(steps)] };
    }
}
