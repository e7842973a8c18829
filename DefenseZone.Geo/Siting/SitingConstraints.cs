using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Siting;

/// <summary>Candidates of which only a few may be chosen, such as several places for one post.</summary>
/// <param name="Candidates">The candidates' ids, at least two.</param>
/// <param name="AtMost">How many of them may be chosen; 1 or more.</param>
public sealed record ExclusiveGroup(ImmutableArray<FeatureId> Candidates, int AtMost = 1);

/// <summary>What must hold in one defensive zone.</summary>
/// <param name="Zone">The zone's id.</param>
public sealed record ZoneLimit(FeatureId Zone)
{
    /// <summary>The share of the zone's border, 0 to 1, that must be covered, by existing and chosen ones together; none for no demand.</summary>
    public double? MinimumCoverage { get; init; }

    /// <summary>How many chosen sites may stand in the zone, 0 or more; none for no limit. A site stands in the zone that its <c>zone</c> names, else in the one around it.</summary>
    public int? MaximumSites { get; init; }
}

/// <summary>
/// What may be done with an existing facility: it may be closed, or moved to one of the candidate sites. It stays as it
/// is unless that serves the objective.
/// </summary>
/// <param name="Kind">The facility's kind.</param>
/// <param name="Id">Its id.</param>
public sealed record FacilityChange(FacilityKind Kind, FeatureId Id)
{
    /// <summary>
    /// What closing it costs, in the plan's unit of money; negative where it saves money, which is the only case in which
    /// it is ever closed. None: it may not be closed.
    /// </summary>
    public double? ClosingCost { get; init; }

    /// <summary>
    /// What moving it to a candidate site costs, 0 or more, in place of that site's own cost. A move counts as no new
    /// site: the facility covers from there as it would have covered from where it stood. None: it may not be moved.
    /// </summary>
    public double? MovingCost { get; init; }

    /// <summary>How far it may be moved, a geodesic distance in metres above 0.</summary>
    public double MovingWithinMetres { get; init; } = double.PositiveInfinity;
}

/// <summary>How much a metre of one border segment counts.</summary>
/// <param name="Segment">The segment's id.</param>
/// <param name="Weight">The weight, 0 or more; 1 where a segment is not named.</param>
public sealed record SegmentWeight(FeatureId Segment, double Weight);

/// <summary>How long and how closely to look.</summary>
public sealed record SitingLimits
{
    /// <summary>To the proven optimum, however long it takes.</summary>
    public static SitingLimits None { get; } = new();

    /// <summary>The longest time; the best plan so far is given then, with its bound. None: no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The relative gap between plan and bound at which to be content, 0 or more and below 1. 0 proves the optimum.</summary>
    public double RelativeGap { get; init; }

    /// <summary>The seed of random choices. The search makes none at present, so every seed gives the same plan; only a time limit can make two runs differ.</summary>
    public int Seed { get; init; } = 1;
}
