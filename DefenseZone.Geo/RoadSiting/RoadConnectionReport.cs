using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A new road that joins two parts of the network.</summary>
/// <param name="FromPart">The one part, 0 for the one with the most road, then by falling length.</param>
/// <param name="ToPart">The other.</param>
/// <param name="From">Where it begins, on a road of the one part.</param>
/// <param name="To">Where it ends, on a road of the other.</param>
/// <param name="LengthMetres">Its length.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Road">Its course over the terrain; none where it is straight.</param>
public sealed record ConnectionLink(int FromPart, int ToPart, GeoPoint From, GeoPoint To, double LengthMetres, double Cost, SitedRoad? Road)
{
    /// <summary>The link as a planned road.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="standard">How it is built.</param>
    public PatrolRoad ToPatrolRoad(FeatureId id, RoadStandard standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        SitedRoad road = Road ?? new SitedRoad
        {
            Profile = [new RoadProfilePoint(From, 0, double.NaN, 0), new RoadProfilePoint(To, LengthMetres, double.NaN, 0)],
            Cost = Cost,
            CostParts = [],
            HairpinCount = 0,
            OverlapRatio = 0,
        };
        return road.ToPatrolRoad(id, standard) with { Name = string.Create(CultureInfo.InvariantCulture, $"{FromPart} – {ToPart}") };
    }
}

/// <summary>How the links that join a network are chosen.</summary>
public enum ConnectionMethod
{
    /// <summary>There is nothing to choose.</summary>
    None,

    /// <summary>The cheapest tree over all parts: exact.</summary>
    SpanningTree,

    /// <summary>The cheapest tree over some of the parts, by way of others, by subsets: exact.</summary>
    Subsets,

    /// <summary>The same from the nearest part to the next, with a bound by dual ascent.</summary>
    NearestTerminals,
}

/// <summary>The new roads that join a network at least cost.</summary>
public sealed record RoadConnectionReport
{
    /// <summary>The question.</summary>
    public required RoadConnectionProblem Problem { get; init; }

    /// <summary>How many parts the network has.</summary>
    public required int PartCount { get; init; }

    /// <summary>How many of them had to be joined.</summary>
    public int JoinedCount { get; init; }

    /// <summary>The new roads, the dearest first; none where there is nothing to join, or no way to.</summary>
    public ImmutableArray<ConnectionLink> Links { get; init; } = [];

    /// <summary>What they cost together.</summary>
    public double Cost { get; init; }

    /// <summary>No choice among the links that were looked at costs less.</summary>
    public double LowerBoundCost { get; init; }

    /// <summary>How far from the cheapest choice it can be at most, as a share of its cost; 0 where it is the cheapest.</summary>
    public double GapRatio => Cost > 0 ? Math.Max(0, (Cost - LowerBoundCost) / Cost) : 0;

    /// <summary>How it was found.</summary>
    public ConnectionMethod FoundBy { get; init; }

    /// <summary>How it was found, in English; empty where nothing was looked for.</summary>
    public string Method => FoundBy switch
    {
        ConnectionMethod.SpanningTree => "minimum spanning tree",
        ConnectionMethod.Subsets => "Steiner tree by subsets of terminals",
        ConnectionMethod.NearestTerminals => "Steiner tree by nearest terminals, bound by dual ascent",
        _ => string.Empty,
    };

    /// <summary>Why nothing is to be built, as data; none where something is.</summary>
    public ImmutableArray<RoadRemark> Reasons { get; init; } = [];

    /// <summary>What to know about the answer, as data.</summary>
    public ImmutableArray<RoadRemark> Remarks { get; init; } = [];

    /// <summary>Why nothing is to be built, in English; empty where something is.</summary>
    public string Explanation => string.Join(' ', Reasons.Select(reason => reason.Sentence));

    /// <summary>What to know about the answer, in English.</summary>
    public ImmutableArray<string> Notes => [.. Remarks.Select(remark => remark.Sentence)];

    /// <summary>Whether there are links to build.</summary>
    public bool IsFound => !Links.IsEmpty;

    /// <summary>Whether nothing is to be built because what had to be joined hangs together already.</summary>
    public bool IsJoinedAlready { get; init; }

    /// <summary>The links as planned roads, for a plan to take: with free ids and what they cost.</summary>
    public ImmutableArray<PatrolRoad> ToPatrolRoads()
    {
        ImmutableArray<FeatureId> ids = NewRoadIds.Free(Problem.Plan, Links.Length);
        return [.. Links.Select((link, i) => link.ToPatrolRoad(ids[i], Problem.Standard))];
    }
}
