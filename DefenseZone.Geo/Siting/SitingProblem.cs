using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Siting;

/// <summary>
/// A question about a plan: at which candidate sites should facilities be built next? Demand is the border itself,
/// metre by metre, less what existing facilities cover already; it is never sampled.
/// </summary>
/// <param name="Plan">The plan asked about.</param>
public sealed record SitingProblem(Plan Plan)
{
    /// <summary>How a facility covers, existing or to be built; each by its own radius unless said otherwise.</summary>
    public CoverageModel Model { get; init; } = RadiusCoverage.OwnRadius;

    /// <summary>Which of the plan's facilities stand already.</summary>
    public FacilityFilter Existing { get; init; } = FacilityFilter.Default;

    /// <summary>
    /// A year by whose end what is planned counts as standing, besides <see cref="Existing"/>: see
    /// <see cref="FacilityFilter.PlannedBy"/>. None: nothing that is only planned counts.
    /// </summary>
    public int? PlannedBy { get; init; }

    /// <summary>Who stands: <see cref="Existing"/>, with what is planned by <see cref="PlannedBy"/>.</summary>
    public FacilityFilter Standing => PlannedBy is { } year ? Existing with { PlannedBy = year } : Existing;

    /// <summary>True to begin with an empty border, as if no facility stood.</summary>
    public bool IgnoreExisting { get; init; }

    /// <summary>What <see cref="PlannedBy"/> means, for everybody who asks.</summary>
    public const string PlannedByMeaning = "Counts as standing what is planned or under construction and is in service by that year, too.";

    /// <summary>The sites to choose from; the plan's candidate sites where none are given.</summary>
    public ImmutableArray<CandidateSite>? Candidates { get; init; }

    /// <summary>What is wanted most.</summary>
    public SitingObjective Objective { get; init; } = new MaximalCover();

    /// <summary>p: how many sites may be chosen at most, required ones included; none for no limit.</summary>
    public int? MaximumSites { get; init; }

    /// <summary>How much the chosen sites may cost in all, required ones included, in the plan's unit of money; none for no limit.</summary>
    public double? Budget { get; init; }

    /// <summary>Candidates that must be chosen.</summary>
    public ImmutableArray<FeatureId> Required { get; init; } = [];

    /// <summary>Candidates that must not be chosen.</summary>
    public ImmutableArray<FeatureId> Forbidden { get; init; } = [];

    /// <summary>Candidates that exclude one another.</summary>
    public ImmutableArray<ExclusiveGroup> ExclusiveGroups { get; init; } = [];

    /// <summary>What must hold in single zones. <see cref="ShortestLongestGap"/> takes numbers of sites only, no shares to be covered.</summary>
    public ImmutableArray<ZoneLimit> ZoneLimits { get; init; } = [];

    /// <summary>Existing facilities that may be closed or moved.</summary>
    public ImmutableArray<FacilityChange> Changes { get; init; } = [];

    /// <summary>Border segments that count more or less than others; for <see cref="MaximalCover"/> and <see cref="BackupCover"/>.</summary>
    public ImmutableArray<SegmentWeight> SegmentWeights { get; init; } = [];

    /// <summary>How long and how closely to look.</summary>
    public SitingLimits Limits { get; init; } = SitingLimits.None;

    /// <summary>The sites that hold for this problem.</summary>
    public ImmutableArray<CandidateSite> EffectiveCandidates => Candidates ?? Plan.CandidateSites;

    /// <summary>
    /// Everything about the problem that makes no sense, each in a sentence that says what is wrong and what would be
    /// right; empty where it can be solved. An infeasible problem makes sense: its answer is a plan that says why.
    /// </summary>
    public ImmutableArray<string> FindFaults() => [.. FindReasons().Select(reason => reason.Text)];

    /// <summary>The same as <see cref="FindFaults"/>, each with its facts, so that it can be said in another language.</summary>
    public ImmutableArray<SitingReason> FindReasons() => SitingFaults.Of(this);

    /// <summary>Answers the question.</summary>
    /// <param name="progress">Told the best plan's objective and the bound as they improve, from the thread that works.</param>
    /// <param name="cancellationToken">
    /// Stops the work. What has been found until then is given, as <see cref="SitingStatus.Feasible"/> with its bound.
    /// </param>
    /// <exception cref="SitingProblemException">The problem makes no sense; all faults are named.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped before there was any plan.</exception>
    public SitingPlan Solve(IProgress<SitingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SitingSearch.Solve(this, progress, cancellationToken);
}
