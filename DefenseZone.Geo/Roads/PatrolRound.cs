using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>A round: the shortest closed tour found, and how far from the shortest one it can be at most.</summary>
public sealed record PatrolRound
{
    /// <summary>True where there is a tour.</summary>
    public bool IsFound => Fault is null;

    /// <summary>Why there is none, as data; none where there is one.</summary>
    public RoundFault? Fault { get; init; }

    /// <summary>Why there is none, in English and with the ids of what cannot be reached; empty where there is one.</summary>
    public string Reason => Fault?.Sentence ?? string.Empty;

    /// <summary>What is called on, in order: facilities and roads of the plan.</summary>
    public ImmutableArray<PlanFeature> Stops { get; init; } = [];

    /// <summary>
    /// When one comes to each stop, in seconds from leaving the base, stays before it included: to the facility itself, or to
    /// the end of the road at which one begins to drive it.
    /// </summary>
    public ImmutableArray<double> ArrivalSeconds { get; init; } = [];

    /// <summary>The legs, in order, from the base and back to it.</summary>
    public ImmutableArray<RouteLeg> Legs { get; init; } = [];

    /// <summary>The length of all legs.</summary>
    public double LengthMetres => Legs.Sum(leg => leg.LengthMetres);

    /// <summary>The time of the tour.</summary>
    public double Seconds { get; init; } = double.PositiveInfinity;

    /// <summary>No tour takes less than this.</summary>
    public double BoundSeconds { get; init; }

    /// <summary>The share of its time by which the tour may be longer than the shortest one; 0 where it is proved to be that.</summary>
    public double Gap => IsFound && Seconds > 0 ? Math.Max(0, (Seconds - BoundSeconds) / Seconds) : 0;

    /// <summary>True where it is proved to be the shortest, to a millionth.</summary>
    public bool IsOptimal => IsFound && Gap <= 1e-6;

    /// <summary>The time that the round may take; none where it was not given.</summary>
    public double? ShiftSeconds { get; init; }

    /// <summary>True where the tour fits in the shift, or there is none.</summary>
    public bool FitsShift => IsFound && (ShiftSeconds is not { } shift || Seconds <= shift);

    /// <summary>True where not even the bound fits in the shift: no round over all of this does.</summary>
    public bool NoRoundFits => ShiftSeconds is { } shift && BoundSeconds > shift;
}
