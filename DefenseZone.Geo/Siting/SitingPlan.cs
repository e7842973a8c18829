using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Siting;

/// <summary>How good a plan is known to be.</summary>
public enum SitingStatus
{
    /// <summary>Proven: no plan is better by more than the relative gap that was asked for.</summary>
    Optimal,

    /// <summary>A plan that holds to all constraints; the bound says how much better another could be at most.</summary>
    Feasible,

    /// <summary>Proven: no plan holds to all constraints. <see cref="SitingPlan.Conflicts"/> says why.</summary>
    Infeasible,

    /// <summary>Time ended before any plan was found that holds to all constraints, and before it was proven that there is none.</summary>
    Unknown,
}

/// <summary>Where the next facilities go, how good that is, and how far from the best possible it can be at most.</summary>
public sealed record SitingPlan
{
    /// <summary>The question that this answers.</summary>
    public required SitingProblem Problem { get; init; }

    /// <summary>The border that it is about.</summary>
    public required BorderLine Border { get; init; }

    /// <summary>How good it is known to be.</summary>
    public required SitingStatus Status { get; init; }

    /// <summary>True where there is a plan: the status is optimal or feasible.</summary>
    public bool HasPlan => Status is SitingStatus.Optimal or SitingStatus.Feasible;

    /// <summary>
    /// The chosen sites, each with what it adds to those before it: required ones first, then always the one that adds
    /// most. Empty where nothing is chosen or nothing is feasible.
    /// </summary>
    public ImmutableArray<ChosenSite> Chosen { get; init; } = [];

    /// <summary>Existing facilities that are closed.</summary>
    public ImmutableArray<Facility> Closed { get; init; } = [];

    /// <summary>Existing facilities that are moved.</summary>
    public ImmutableArray<MovedFacility> Moved { get; init; } = [];

    /// <summary>What the chosen sites, closings and moves cost in all, in the plan's unit of money.</summary>
    public double Cost { get; init; }

    /// <summary>Metres of border covered before, by the existing facilities.</summary>
    public double ExistingCoveredMetres { get; init; }

    /// <summary>
    /// Metres of border covered in the plan, by existing and chosen ones together. Without a plan nothing is chosen: then
    /// this and the figures below are those of the border as it stands.
    /// </summary>
    public double CoveredMetres { get; init; }

    /// <summary>Metres of border covered in the plan that were not before.</summary>
    public double NewlyCoveredMetres { get; init; }

    /// <summary>Metres of border covered in the plan at least twice.</summary>
    public double BackupMetres { get; init; }

    /// <summary>The longest remaining gap within one part of the border, in metres; 0 where there is none.</summary>
    public double LongestGapMetres { get; init; }

    /// <summary>Metres of border that the worst loss of one facility would uncover.</summary>
    public double WorstLossMetres { get; init; }

    /// <summary>Where the border is covered that was not before, along it.</summary>
    public ImmutableArray<BorderStretch> NewlyCovered { get; init; } = [];

    /// <summary>The value of the objective, in <see cref="Unit"/>.</summary>
    public double ObjectiveValue { get; init; }

    /// <summary>What no plan can beat, in <see cref="Unit"/>: at least <see cref="ObjectiveValue"/> where more is better, at most where less is.</summary>
    public double Bound { get; init; }

    /// <summary>What both are counted in.</summary>
    public SitingUnit Unit { get; init; }

    /// <summary>The distance between the two relative to the larger, 0 or more; 0 where the plan is proven to be the best.</summary>
    public double RelativeGap => HasPlan ? RelativeGapBetween(ObjectiveValue, Bound) : 0;

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Candidates that could be left out of the search, with the reason.</summary>
    /// <remarks>Listed when first asked for, then kept.</remarks>
    public ImmutableArray<DroppedCandidate> Dropped => Leavings.Dropped.Value;

    /// <summary>Border that neither an existing facility nor any candidate covers, and what would reach it.</summary>
    /// <remarks>Worked out when first asked for, then kept.</remarks>
    public ImmutableArray<UnreachableStretch> Unreachable => Leavings.Unreachable.Value;

    /// <summary>
    /// Beside each chosen site, in their order: what is planned or being built, does not count as standing, and would cover
    /// some of the border that the site covers; the nearest first.
    /// </summary>
    /// <remarks>Worked out when first asked for, then kept.</remarks>
    public ImmutableArray<ImmutableArray<PlannedNeighbour>> PlannedNear => Leavings.Planned.Value;

    /// <summary>Why there is no plan; empty where there is a plan.</summary>
    public ImmutableArray<SitingReason> Reasons { get; init; } = [];

    /// <summary>Why there is no plan, a sentence each; empty where there is a plan.</summary>
    public ImmutableArray<string> Conflicts => [.. Reasons.Select(reason => reason.Text)];

    /// <summary>How it was obtained.</summary>
    public required SitingMethod Method { get; init; }

    /// <summary>What was left aside, worked out when it is asked for.</summary>
    internal SitingLeavings Leavings { get; init; } = SitingLeavings.None;

    /// <summary>
    /// The plan as it would be: chosen sites as planned facilities under their own ids, closed ones retired, moved ones
    /// at their new place. A candidate whose id a facility of its kind has already gets <c>site-</c> before it.
    /// </summary>
    public Plan ToPlan() => AcceptedPlan.Of(this);

    /// <summary>The distance between an objective and its bound, relative to the larger of the two in size.</summary>
    internal static double RelativeGapBetween(double objective, double bound)
    {
        double scale = Math.Max(Math.Abs(objective), Math.Abs(bound));
        return scale > 0 ? Math.Abs(bound - objective) / scale : 0;
    }
}

/// <summary>A site that was chosen.</summary>
/// <param name="Site">The candidate.</param>
/// <param name="AddedMetres">Metres of border that it covers and neither existing facilities nor the chosen ones before it do.</param>
/// <param name="BackupMetres">Metres of border that it brings from covered once to covered twice, after those before it.</param>
/// <param name="Cost">What it costs, in the plan's unit of money; 0 where the plan does not say.</param>
/// <param name="IsRequired">True where it had to be chosen.</param>
/// <param name="Added">Where it adds cover, along the border.</param>
public sealed record ChosenSite(
    CandidateSite Site, double AddedMetres, double BackupMetres, double Cost, bool IsRequired, ImmutableArray<BorderStretch> Added);

/// <summary>An existing facility that is moved.</summary>
/// <param name="Facility">The facility where it stands now.</param>
/// <param name="To">The candidate site that it moves to.</param>
/// <param name="Cost">What that costs, in the plan's unit of money.</param>
public sealed record MovedFacility(Facility Facility, CandidateSite To, double Cost);

/// <summary>Why a candidate could be left out.</summary>
public enum DropReason
{
    /// <summary>The problem forbids it.</summary>
    Forbidden,

    /// <summary>It covers no border.</summary>
    CoversNothing,

    /// <summary>It covers nothing that existing and required ones do not cover as well as is wanted.</summary>
    AddsNothing,

    /// <summary>Another candidate covers all that it does, costs no more, and is bound by no more constraints.</summary>
    Dominated,
}

/// <summary>A candidate that could be left out of the search without making any plan worse.</summary>
/// <param name="Site">The candidate.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The candidate that dominates it; none for other reasons.</param>
public sealed record DroppedCandidate(CandidateSite Site, DropReason Reason, CandidateSite? By = null);

/// <summary>A stretch of border that nothing covers and no candidate would.</summary>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end.</param>
public sealed record UnreachableStretch(double FromMetres, double ToMetres)
{
    /// <summary>Its length in metres.</summary>
    public double LengthMetres => ToMetres - FromMetres;

    /// <summary>The candidate that would need the smallest radius to cover all of it; none where there are no candidates.</summary>
    public CandidateSite? NearestSite { get; init; }

    /// <summary>That radius in metres: the geodesic distance from the candidate to the farthest place of the stretch; NaN where there are no candidates.</summary>
    public double SmallestRadiusMetres { get; init; } = double.NaN;
}

/// <summary>How a plan was obtained.</summary>
public sealed record SitingMethod
{
    /// <summary>How many candidates there were.</summary>
    public required int Candidates { get; init; }

    /// <summary>How many of them the search had to look at.</summary>
    public required int SearchedCandidates { get; init; }

    /// <summary>How many existing facilities took part.</summary>
    public required int ExistingFacilities { get; init; }

    /// <summary>Into how many atoms the open demand was cut: maximal stretches that the same candidates cover.</summary>
    public required int Atoms { get; init; }

    /// <summary>How the bound was proved, in words that continue a sentence.</summary>
    public required string Proof { get; init; }

    /// <summary>How often the bound was improved.</summary>
    public int BoundSteps { get; init; }

    /// <summary>How many partial plans were looked at beyond the bound.</summary>
    public long Labels { get; init; }
}
