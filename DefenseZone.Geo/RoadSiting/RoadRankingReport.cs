using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A proposed road and what it brings.</summary>
/// <param name="Road">The road, as it is in the plan.</param>
/// <param name="LengthMetres">Its length.</param>
/// <param name="Cost">What it costs, in the plan's own unit of money.</param>
/// <param name="IsCostEstimated">True where the plan does not give its cost.</param>
/// <param name="Alone">What it brings if it is the only one that is built.</param>
/// <param name="GainedInOrderMetres">Metres of border gained when it and all those ranked before it are built.</param>
public sealed record RankedRoad(PatrolRoad Road, double LengthMetres, double Cost, bool IsCostEstimated, BorderGain Alone, double GainedInOrderMetres);

/// <summary>Proposed roads by what they bring for their cost.</summary>
public sealed record RoadRankingReport
{
    /// <summary>The question.</summary>
    public required RoadRankingProblem Problem { get; init; }

    /// <summary>Metres of border.</summary>
    public required double BorderMetres { get; init; }

    /// <summary>Metres of border reached in time without any of the roads.</summary>
    public required double BeforeMetres { get; init; }

    /// <summary>The roads, what brings most for its cost first.</summary>
    public required ImmutableArray<RankedRoad> Roads { get; init; }

    /// <summary>Why nothing is ranked, as data; none where something is.</summary>
    public ImmutableArray<RoadRemark> Reasons { get; init; } = [];

    /// <summary>What to know about the answer, such as why nothing is gained, as data.</summary>
    public ImmutableArray<RoadRemark> Remarks { get; init; } = [];

    /// <summary>Why nothing is ranked, in English; empty where something is.</summary>
    public string Explanation => string.Join(' ', Reasons.Select(reason => reason.Sentence));

    /// <summary>What to know about the answer, in English.</summary>
    public ImmutableArray<string> Notes => [.. Remarks.Select(remark => remark.Sentence)];
}
