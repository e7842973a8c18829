using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>Everything about a siting problem that makes no sense.</summary>
internal sealed class SitingFaults
{
    private const int NamesToList = 5;

    private readonly SitingProblem _problem;
    private readonly Dictionary<FeatureId, CandidateSite> _sites = [];
    private readonly ImmutableArray<SitingReason>.Builder _faults = ImmutableArray.CreateBuilder<SitingReason>();

    private SitingFaults(SitingProblem problem) => _problem = problem;

    internal static ImmutableArray<SitingReason> Of(SitingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem.Plan);
        var faults = new SitingFaults(problem);
        faults.Candidates();
        faults.Limits();
        faults.Required();
        faults.Groups();
        faults.Zones();
        faults.Changes();
        faults.Weights();
        return faults._faults.ToImmutable();
    }

    /// <summary>A number as people write it.</summary>
    internal static string Text(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    private void Say(SitingReasonKind kind, string fault, IEnumerable<string>? names = null, params ReadOnlySpan<double> amounts) =>
        _faults.Add(new SitingReason(kind, fault) { Names = [.. names ?? []], Amounts = [.. amounts] });

    private static string Names<T>(IEnumerable<T> ids)
    {
        string[] names = [.. ids.Select(id => $"'{id}'")];
        return names.Length <= NamesToList
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(NamesToList))} and {names.Length - NamesToList} more";
    }

    private static IEnumerable<string> Ids(IEnumerable<FeatureId> ids) => ids.Select(static id => id.Text);

    private void Candidates()
    {
        ImmutableArray<CandidateSite> sites = _problem.EffectiveCandidates;
        if (_problem.Plan.BorderSegments.IsEmpty)
            Say(SitingReasonKind.NoBorder, "The plan has no border: its layer border-segments is empty.");
        if (sites.IsEmpty)
        {
            Say(
                _problem.Candidates is null ? SitingReasonKind.NoCandidatesInPlan : SitingReasonKind.NoCandidatesGiven,
                _problem.Candidates is null
                ? "There are no candidates: the plan's layer candidate-sites is empty. Add sites to it, or generate some along the border."
                : "There are no candidates: none were given, or there was no place to make any of. Make them closer together, or further from the border.");
            return;
        }

        _sites.EnsureCapacity(sites.Length);
        List<FeatureId> twice = [];
        foreach (CandidateSite site in sites)
        {
            if (!_sites.TryAdd(site.Id, site))
                twice.Add(site.Id);
        }

        if (twice.Count > 0)
            Say(SitingReasonKind.CandidatesTwice, $"Candidates must have different ids; there are several of {Names(twice.Distinct())}.", Ids(twice.Distinct()));
        FaultyCandidates(SitingReasonKind.CandidatesWithoutPlace, sites, site => site.Geometry.IsEmpty, "have no place; a candidate is a Point");
        FaultyCandidates(SitingReasonKind.CandidatesWithBadCost, sites, site => site.Cost is { } cost && !(cost >= 0 && double.IsFinite(cost)), "have a cost that is negative or no number; a cost is 0 or more");
        if (_problem.Budget is not null || _problem.Objective is SetCover { Cheapest: true })
            FaultyCandidates(SitingReasonKind.CandidatesWithoutCost, sites, site => site.Cost is null, "have no cost; where money decides, each needs one (0 for free)");
        if (_problem.Model is RadiusCoverage { RadiusMetres: null })
        {
            FaultyCandidates(
                SitingReasonKind.CandidatesWithoutRadius,
                sites,
                site => !(RadiusOf(site) is { } radius && radius > 0 && radius <= RadiusCoverage.LargestRadiusMetres),
                $"have no coverage radius above 0 and at most {Text(RadiusCoverage.LargestRadiusMetres)} m, neither of their own nor by the plan's default for their kind; give them one, or one radius for all",
                RadiusCoverage.LargestRadiusMetres);
        }
    }

    private void FaultyCandidates(
        SitingReasonKind kind, ImmutableArray<CandidateSite> sites, Predicate<CandidateSite> isFaulty, string what, params ReadOnlySpan<double> amounts)
    {
        List<FeatureId> faulty = [];
        foreach (CandidateSite site in sites)
        {
            if (isFaulty(site))
                faulty.Add(site.Id);
        }

        if (faulty.Count > 0)
            Say(kind, $"Candidates {Names(faulty)} {what}.", Ids(faulty), amounts);
    }

    private double? RadiusOf(CandidateSite site) => site.CoverageRadiusMetres ?? _problem.Plan.Defaults.CoverageRadiusMetres(site.Kind);

    private void Limits()
    {
        if (_problem.MaximumSites < 0)
            Say(SitingReasonKind.SitesOutOfBounds, $"The number of sites must be 0 or more; it is {_problem.MaximumSites}.", [], _problem.MaximumSites.Value);
        if (_problem.Budget is { } budget && !(budget >= 0 && double.IsFinite(budget)))
            Say(SitingReasonKind.BudgetOutOfBounds, $"The budget must be 0 or more; it is {budget.ToString(CultureInfo.InvariantCulture)}.", [], budget);
        if (_problem.Objective.NeedsLimit && _problem.MaximumSites is null && _problem.Budget is null)
            Say(SitingReasonKind.LimitMissing, $"The objective {_problem.Objective.Name} needs a number of sites, a budget, or both; without them every candidate would be chosen.", [_problem.Objective.Name]);
        if (_problem.Objective is BackupCover { Weight: { } weight } && !(weight is > 0 and <= 1))
            Say(SitingReasonKind.BackupWeightOutOfBounds, $"The weight of backup must be above 0 and at most 1; it is {weight.ToString(CultureInfo.InvariantCulture)}.", [], weight);
        SitingLimits limits = _problem.Limits;
        if (limits.Time is { } time && time <= TimeSpan.Zero)
            Say(SitingReasonKind.TimeOutOfBounds, $"The time limit must be above 0 s; it is {Text(time.TotalSeconds)} s.", [], time.TotalSeconds);
        if (!(limits.RelativeGap is >= 0 and < 1))
            Say(SitingReasonKind.RelativeGapOutOfBounds, $"The relative gap must be 0 or more and below 1; it is {limits.RelativeGap.ToString(CultureInfo.InvariantCulture)}.", [], limits.RelativeGap);
    }

    private void Required()
    {
        Unknown(_problem.Required, "required");
        Unknown(_problem.Forbidden, "forbidden");
        FeatureId[] both = [.. _problem.Required.Intersect(_problem.Forbidden)];
        if (both.Length > 0)
            Say(SitingReasonKind.RequiredAndForbidden, $"Candidates {Names(both)} are both required and forbidden; they can be one of it.", Ids(both));
        CandidateSite[] required = [.. _problem.Required.Distinct().Where(_sites.ContainsKey).Select(id => _sites[id])];
        if (_problem.MaximumSites is { } most && most >= 0 && required.Length > most)
            Say(SitingReasonKind.RequiredBeyondSites, $"{required.Length} candidates are required, but only {most} may be chosen.", [], required.Length, most);
        double cost = required.Sum(site => site.Cost ?? 0);
        if (_problem.Budget is { } budget && cost > budget + (CoverProgram.RelativeCostTolerance * Math.Max(1, budget)))
            Say(SitingReasonKind.RequiredBeyondBudget, $"The required candidates cost {Text(cost)}, more than the budget of {Text(budget)}.", [], cost, budget);
    }

    private void Unknown(IEnumerable<FeatureId> ids, string what)
    {
        FeatureId[] unknown = [.. ids.Distinct().Where(id => !_sites.ContainsKey(id))];
        if (unknown.Length > 0)
            Say(SitingReasonKind.UnknownCandidates, $"No candidate has the id {Names(unknown)} ({what}).", [what, .. Ids(unknown)]);
    }

    private void Groups()
    {
        for (int i = 0; i < _problem.ExclusiveGroups.Length; i++)
        {
            ExclusiveGroup group = _problem.ExclusiveGroups[i];
            string name = $"exclusive group {i + 1}";
            Unknown(group.Candidates, name);
            if (group.Candidates.Distinct().Count() < 2)
                Say(SitingReasonKind.GroupTooSmall, $"The {name} has fewer than two candidates, so it excludes nothing.", [], i + 1);
            if (group.AtMost < 1)
                Say(SitingReasonKind.GroupAllowsNothing, $"Of the {name} at least one candidate must be allowed; it allows {group.AtMost}. Forbid its candidates instead.", [], i + 1, group.AtMost);
            int required = group.Candidates.Distinct().Count(_problem.Required.Contains);
            if (group.AtMost >= 1 && required > group.AtMost)
                Say(SitingReasonKind.RequiredBeyondGroup, $"Of the {name} {required} candidates are required, but only {group.AtMost} may be chosen.", [], i + 1, required, group.AtMost);
        }
    }

    private void Zones()
    {
        HashSet<FeatureId> zones = [.. _problem.Plan.DefensiveZones.Select(zone => zone.Id)];
        var seen = new HashSet<FeatureId>();
        foreach (ZoneLimit limit in _problem.ZoneLimits)
        {
            if (!zones.Contains(limit.Zone))
                Say(SitingReasonKind.UnknownZone, $"The plan has no defensive zone '{limit.Zone}'.", [limit.Zone.Text]);
            if (!seen.Add(limit.Zone))
                Say(SitingReasonKind.ZoneTwice, $"Zone '{limit.Zone}' has several limits; put them into one.", [limit.Zone.Text]);
            if (limit.MinimumCoverage is { } share && !(share is >= 0 and <= 1))
                Say(SitingReasonKind.ZoneShareOutOfBounds, $"The share of zone '{limit.Zone}' to be covered must be 0 to 1; it is {share.ToString(CultureInfo.InvariantCulture)}.", [limit.Zone.Text], share);
            if (limit.MaximumSites < 0)
                Say(SitingReasonKind.ZoneSitesOutOfBounds, $"The number of sites in zone '{limit.Zone}' must be 0 or more; it is {limit.MaximumSites}.", [limit.Zone.Text], limit.MaximumSites.Value);
            if (limit.MinimumCoverage is > 0 && _problem.Objective is ShortestLongestGap)
            {
                Say(
                    SitingReasonKind.ZoneShareNotTaken,
                    $"The objective {_problem.Objective.Name} takes no share of a zone to be covered; zone '{limit.Zone}' demands one. A number of sites in the zone is possible.",
                    [limit.Zone.Text, _problem.Objective.Name]);
            }

            if (limit.MinimumCoverage is null && limit.MaximumSites is null)
                Say(SitingReasonKind.ZoneLimitEmpty, $"The limit of zone '{limit.Zone}' demands nothing; give it a share to be covered, a number of sites, or both.", [limit.Zone.Text]);
        }
    }

    private void Changes()
    {
        if (_problem.IgnoreExisting && !_problem.Changes.IsEmpty)
            Say(SitingReasonKind.ChangesWhileIgnored, "Existing facilities are ignored, so none can be closed or moved.");
        ImmutableArray<Facility> standing = _problem.IgnoreExisting ? [] : _problem.Standing.Select(_problem.Plan);
        var seen = new HashSet<(FacilityKind, FeatureId)>();
        foreach (FacilityChange change in _problem.Changes)
        {
            string name = $"{Vocabulary.FacilityLayers[change.Kind]}/{change.Id}";
            if (!_problem.IgnoreExisting && !standing.Any(facility => facility.Kind == change.Kind && facility.Id == change.Id))
                Say(SitingReasonKind.UnknownFacility, $"No existing facility that takes part is {name}, so it cannot be closed or moved.", [name]);
            if (!seen.Add((change.Kind, change.Id)))
                Say(SitingReasonKind.ChangeTwice, $"The change of {name} is given more than once.", [name]);
            if (change.ClosingCost is null && change.MovingCost is null)
                Say(SitingReasonKind.ChangeEmpty, $"The change of {name} allows nothing; give a cost of closing, of moving, or both.", [name]);
            if (change.ClosingCost is { } closing && !double.IsFinite(closing))
                Say(SitingReasonKind.ClosingCostOutOfBounds, $"The cost of closing {name} is no number.", [name]);
            if (change.MovingCost is { } moving && !(moving >= 0 && double.IsFinite(moving)))
                Say(SitingReasonKind.MovingCostOutOfBounds, $"The cost of moving {name} must be 0 or more; it is {moving.ToString(CultureInfo.InvariantCulture)}.", [name], moving);
            if (!(change.MovingWithinMetres > 0))
                Say(SitingReasonKind.MovingDistanceOutOfBounds, $"The distance within which {name} may be moved must be above 0 m; it is {change.MovingWithinMetres.ToString(CultureInfo.InvariantCulture)} m.", [name], change.MovingWithinMetres);
        }
    }

    private void Weights()
    {
        HashSet<FeatureId> segments = [.. _problem.Plan.BorderSegments.Select(segment => segment.Id)];
        if (!_problem.SegmentWeights.IsEmpty && _problem.Objective is not (MaximalCover or BackupCover))
            Say(SitingReasonKind.WeightsNotTaken, $"The objective {_problem.Objective.Name} takes no weights of border segments; maximal and backup cover do.", [_problem.Objective.Name]);
        foreach (SegmentWeight weight in _problem.SegmentWeights)
        {
            if (!segments.Contains(weight.Segment))
                Say(SitingReasonKind.UnknownSegment, $"The plan has no border segment '{weight.Segment}'.", [weight.Segment.Text]);
            if (!(weight.Weight >= 0 && double.IsFinite(weight.Weight)))
                Say(SitingReasonKind.WeightOutOfBounds, $"The weight of border segment '{weight.Segment}' must be 0 or more; it is {weight.Weight.ToString(CultureInfo.InvariantCulture)}.", [weight.Segment.Text], weight.Weight);
        }
    }
}
