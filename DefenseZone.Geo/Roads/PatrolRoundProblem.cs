using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// A question: which is the shortest closed tour from a base that calls on facilities and drives given roads from end to end?
/// </summary>
/// <remarks>
/// <para>Formulation. Items: the facilities (a place) and the edges of the roads (with two ends, to be driven either way where
/// they may be). d(u, v): the least time from u to v: on foot to a road, by road and on foot, or on foot all the way. Choose an order of the items
/// and a direction for each edge so that the sum of d between them, from the base and back, and of the items' own times is
/// least: a rural postman problem with stops, which contains the travelling salesman's and is NP-hard.</para>
/// <para>Up to <see cref="ExactItems"/> items it is solved exactly, by dynamic programming over subsets (M. Held and R. Karp, J. SIAM
/// 10 (1962)). Beyond that by cheapest insertion, then exchanges (2-opt, or-opt) until none helps, with the best directions for
/// the order; the bound is the best 1-tree under node prices (M. Held and R. Karp, Oper. Res. 18 (1970)).</para>
/// </remarks>
/// <param name="Network">The roads; what is closed is not driven.</param>
/// <param name="Base">Where the round begins and ends.</param>
public sealed record PatrolRoundProblem(RoadNetwork Network, Facility Base)
{
    /// <summary>Up to so many items the tour is proved to be the shortest.</summary>
    public const int ExactItems = 12;

    /// <summary>The most items: facilities and edges of roads.</summary>
    public const int MostItems = 400;

    /// <summary>The facilities to call on.</summary>
    public ImmutableArray<Facility> Facilities { get; init; } = [];

    /// <summary>The roads to drive from end to end, by their ids.</summary>
    public ImmutableArray<FeatureId> Roads { get; init; } = [];

    /// <summary>How long the round may take, in minutes; none for as long as it takes.</summary>
    public double? ShiftMinutes { get; init; }

    /// <summary>How long one stays at each facility, in minutes.</summary>
    public double StayMinutes { get; init; }

    /// <summary>
    /// What is wrong with the question, all of it: what <see cref="Solve"/> would throw for. None where it can be answered,
    /// if only with a reason why there is no round.
    /// </summary>
    public ImmutableArray<RoundFault> Check()
    {
        ImmutableArray<RoundFault> wrong = [.. Wrong()];
        int items = Facilities.Distinct().Count() + Roads.Distinct().Sum(id => Network.Graph.RoadEdges.TryGetEdges(id, out ReadOnlySpan<int> edges) ? edges.Length : 0);
        return items > MostItems ? wrong.Add(new RoundFault.TooMany(items)) : wrong;
    }

    /// <summary>Answers the question.</summary>
    /// <exception cref="ArgumentException">There is nothing to call on or too much, a road does not take part in the network, or a time is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PatrolRound Solve(CancellationToken cancellationToken = default)
    {
        RoundFault[] wrong = [.. Wrong()];
        if (wrong.Length > 0)
            throw new ArgumentException(string.Join(' ', wrong.Select(fault => fault.Sentence)));
        if (Network.Join(Base) is null)
            return new PatrolRound { Fault = new RoundFault.NoOpenRoad() };
        var items = new List<RoundItem>();
        foreach (Facility facility in Facilities.Distinct())
            items.Add(new RoundItem(facility, Place(facility), Place(facility), StayMinutes * 60, double.PositiveInfinity, -1));

        var closed = new List<FeatureId>();
        foreach (FeatureId id in Roads.Distinct())
        {
            Network.Graph.RoadEdges.TryGetEdges(id, out ReadOnlySpan<int> edges);
            foreach (int edge in edges)
            {
                if (Network.Graph.IsLink[edge])
                    continue;
                RoadEdge road = Network.Edge(edge);
                if (road.IsClosed)
                    closed.Add(id);
                items.Add(new RoundItem(
                    Network.Roads[road.Road], Network.PointAt(edge, 0), Network.PointAt(edge, 1), road.ForwardSeconds, road.BackwardSeconds, edge));
            }
        }

        if (closed.Count > 0)
            return new PatrolRound { Fault = new RoundFault.Closed([.. closed.Distinct()]) };
        if (items.Count > MostItems)
            throw new ArgumentException(new RoundFault.TooMany(items.Count).Sentence);
        var base_ = new RoundItem(Base, Place(Base), Place(Base), 0, double.PositiveInfinity, -1);
        return new RoundSearch(Network, base_, items, ShiftMinutes * 60, cancellationToken).Solve();
    }

    private static GeoPoint Place(Facility facility) => new(facility.Location.X, facility.Location.Y);

    private IEnumerable<RoundFault> Wrong()
    {
        if (Facilities.IsEmpty && Roads.IsEmpty)
            yield return new RoundFault.NoStops();
        FeatureId[] unknown = [.. Roads.Where(id => !Network.Graph.RoadEdges.TryGetEdges(id, out _))];
        if (unknown.Length > 0)
            yield return new RoundFault.UnknownRoads([.. unknown]);
        FeatureId[] leftOut = [.. Roads.Where(id => Network.Graph.RoadEdges.TryGetEdges(id, out ReadOnlySpan<int> edges) && edges.IsEmpty)];
        if (leftOut.Length > 0)
            yield return new RoundFault.LeftOutRoads([.. leftOut]);
        Facility[] nowhere = [.. Facilities.Prepend(Base).Where(facility => facility.Geometry.IsEmpty)];
        if (nowhere.Length > 0)
            yield return new RoundFault.WithoutPlace([.. nowhere]);
        if (ShiftMinutes is { } shift && !(shift > 0))
            yield return new RoundFault.ShiftOutOfRange(shift);
        if (!(StayMinutes >= 0) || double.IsInfinity(StayMinutes))
            yield return new RoundFault.StayOutOfRange(StayMinutes);
    }
}

/// <summary>What a round calls on: a facility, or an edge of a road with two ends.</summary>
/// <param name="Feature">The facility or road.</param>
/// <param name="Enter">Where one comes to it, or its beginning.</param>
/// <param name="Leave">Where one leaves it, or its end.</param>
/// <param name="Seconds">Its own time, in its direction.</param>
/// <param name="AgainstSeconds">Its own time the other way round; infinite where it has no other way.</param>
/// <param name="Edge">The edge; −1 for a facility.</param>
internal sealed record RoundItem(PlanFeature Feature, GeoPoint Enter, GeoPoint Leave, double Seconds, double AgainstSeconds, int Edge);
