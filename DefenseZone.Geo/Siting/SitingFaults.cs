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
    private readonly ImmutableArray<string>.Builder _faults = ImmutableArray.CreateBuilder<string>();

    private SitingFaults(SitingProblem problem) => _problem = problem;

    internal static ImmutableArray<string> Of(SitingProblem problem)
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

    private void Say(string fault) => _faults.Add(fault);

    private static string Names<T>(IEnumerable<T> ids)
    {
        string[] names = [.. ids.Select(id => $"'{id}'")];
        return names.Length <= NamesToList
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(NamesToList))} and {names.Length - NamesToList} more";
    }

    private void Candidates()
    {
        ImmutableArray<CandidateSite> sites = _problem.EffectiveCandidates;
        if (_problem.Plan.BorderSegments.IsEmpty)
            Say("The plan has no border: its layer border-segments is empty.");
        if (sites.IsEmpty)
        {
            Say(_problem.Candidates is null
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
            Say($"Candidates must have different ids; there are several of {Names(twice.Distinct())}.");
        FaultyCandidates(sites, site => site.Geometry.IsEmpty, "have no place; a candidate is a Point");
        FaultyCandidates(sites, site => site.Cost is { } cost && !(cost >= 0 && double.IsFinite(cost)), "have a cost that is negative or no number; a cost is 0 or more");
        if (_problem.Budget is not null || _problem.Objective is SetCover { Cheapest: true })
            FaultyCandidates(sites, site => site.Cost is null, "have no cost; where money decides, each needs one (0 for free)");
        if (_problem.Model is RadiusCoverage { RadiusMetres: null })
        {
            FaultyCandidates(
                sites,
                site => !(RadiusOf(site) is { } radius && radius > 0 && radius <= RadiusCoverage.LargestRadiusMetres),
                $"have no coverage radius above 0 and at most {Text(RadiusCoverage.LargestRadiusMetres)} m, neither of their own nor by the plan's default for their kind; give them one, or one radius for all");
        }
    }

    private void FaultyCandidates(ImmutableArray<CandidateSite> sites, Predicate<CandidateSite> isFaulty, string what)
    {
        List<FeatureId> faulty = [];
        foreach (CandidateSite site in sites)
        {
            if (isFaulty(site))
                faulty.Add(site.Id);
        }

        if (faulty.Count > 0)
            Say($"Candidates {Names(faulty)} {what}.");
    }

    private double? RadiusOf(CandidateSite site) => site.CoverageRadiusMetres ?? _problem.Plan.Defaults.CoverageRadiusMetres(site.Kind);

    private void Limits()
    {
        if (_problem.MaximumSites < 0)
            Say($"The number of sites must be 0 or more; it is {_problem.MaximumSites}.");
        if (_problem.Budget is { } budget && !(budget >= 0 && double.IsFinite(budget)))
            Say($"The budget must be 0 or more; it is {budget.ToString(CultureInfo.InvariantCulture)}.");
        if (_problem.Objective.NeedsLimit && _problem.MaximumSites is null && _problem.Budget is null)
            Say($"The objective {_problem.Objective.Name} needs a number of sites, a budget, or both; without them every candidate would be chosen.");
        if (_problem.Objective is BackupCover { Weight: { } weight } && !(weight is > 0 and <= 1))
            Say($"The weight of backup must be above 0 and at most 1; it is {weight.ToString(CultureInfo.InvariantCulture)}.");
        SitingLimits limits = _problem.Limits;
        if (limits.Time is { } time && time <= TimeSpan.Zero)
            Say($"The time limit must be above 0 s; it is {Text(time.TotalSeconds)} s.");
        if (!(limits.RelativeGap is >= 0 and < 1))
            Say($"The relative gap must be 0 or more and below 1; it is {limits.RelativeGap.ToString(CultureInfo.InvariantCulture)}.");
    }

    private void Required()
    {
        Unknown(_problem.Required, "required");
        Unknown(_problem.Forbidden, "forbidden");
        FeatureId[] both = [.. _problem.Required.Intersect(_problem.Forbidden)];
        if (both.Length > 0)
            Say($"Candidates {Names(both)} are both required and forbidden; they can be one of it.");
        CandidateSite[] required = [.. _problem.Required.Distinct().Where(_sites.ContainsKey).Select(id => _sites[id])];
        if (_problem.MaximumSites is { } most && most >= 0 && required.Length > most)
            Say($"{required.Length} candidates are required, but only {most} may be chosen.");
        double cost = required.Sum(site => site.Cost ?? 0);
        if (_problem.Budget is { } budget && cost > budget + (CoverProgram.RelativeCostTolerance * Math.Max(1, budget)))
            Say($"The required candidates cost {Text(cost)}, more than the budget of {Text(budget)}.");
    }

    private void Unknown(IEnumerable<FeatureId> ids, string what)
    {
        FeatureId[] unknown = [.. ids.Distinct().Where(id => !_sites.ContainsKey(id))];
        if (unknown.Length > 0)
            Say($"No candidate has the id {Names(unknown)} ({what}).");
    }

    private void Groups()
    {
        for (int i = 0; i < _problem.ExclusiveGroups.Length; i++)
        {
            ExclusiveGroup group = _problem.ExclusiveGroups[i];
            string name = $"exclusive group {i + 1}";
            Unknown(group.Candidates, name);
            if (group.Candidates.Distinct().Count() < 2)
                Say($"The {name} has fewer than two candidates, so it excludes nothing.");
            if (group.AtMost < 1)
                Say($"Of the {name} at least one candidate must be allowed; it allows {group.AtMost}. Forbid its candidates instead.");
            int required = group.Candidates.Distinct().Count(_problem.Required.Contains);
            if (group.AtMost >= 1 && required > group.AtMost)
                Say($"Of the {name} {required} candidates are required, but only {group.AtMost} may be chosen.");
        }
    }

    private void Zones()
    {
        HashSet<FeatureId> zones = [.. _problem.Plan.DefensiveZones.Select(zone => zone.Id)];
        var seen = new HashSet<FeatureId>();
        foreach (ZoneLimit limit in _problem.ZoneLimits)
        {
            if (!zones.Contains(limit.Zone))
                Say($"The plan has no defensive zone '{limit.Zone}'.");
            if (!seen.Add(limit.Zone))
                Say($"Zone '{limit.Zone}' has several limits; put them into one.");
            if (limit.MinimumCoverage is { } share && !(share is >= 0 and <= 1))
                Say($"The share of zone '{limit.Zone}' to be covered must be 0 to 1; it is {share.ToString(CultureInfo.InvariantCulture)}.");
            if (limit.MaximumSites < 0)
                Say($"The number of sites in zone '{limit.Zone}' must be 0 or more; it is {limit.MaximumSites}.");
            if (limit.MinimumCoverage is > 0 && _problem.Objective is ShortestLongestGap)
                Say($"The objective {_problem.Objective.Name} takes no share of a zone to be covered; zone '{limit.Zone}' demands one. A number of sites in the zone is possible.");
            if (limit.MinimumCoverage is null && limit.MaximumSites is null)
                Say($"The limit of zone '{limit.Zone}' demands nothing; give it a share to be covered, a number of sites, or both.");
        }
    }

    private void Changes()
    {
        if (_problem.IgnoreExisting && !_problem.Changes.IsEmpty)
            Say("Existing facilities are ignored, so none can be closed or moved.");
        ImmutableArray<Facility> standing = _problem.IgnoreExisting ? [] : _problem.Existing.Select(_problem.Plan);
        var seen = new HashSet<(FacilityKind, FeatureId)>();
        foreach (FacilityChange change in _problem.Changes)
        {
            string name = $"{Vocabulary.FacilityLayers[change.Kind]}/{change.Id}";
            if (!_problem.IgnoreExisting && !standing.Any(facility => facility.Kind == change.Kind && facility.Id == change.Id))
                Say($"No existing facility that takes part is {name}, so it cannot be closed or moved.");
            if (!seen.Add((change.Kind, change.Id)))
                Say($"The change of {name} is given more than once.");
            if (change.ClosingCost is null && change.MovingCost is null)
                Say($"The change of {name} allows nothing; give a cost of closing, of moving, or both.");
            if (change.ClosingCost is { } closing && !double.IsFinite(closing))
                Say($"The cost of closing {name} is no number.");
            if (change.MovingCost is { } moving && !(moving >= 0 && double.IsFinite(moving)))
                Say($"The cost of moving {name} must be 0 or more; it is {moving.ToString(CultureInfo.InvariantCulture)}.");
            if (!(change.MovingWithinMetres > 0))
                Say($"The distance within which {name} may be moved must be above 0 m; it is {change.MovingWithinMetres.ToString(CultureInfo.InvariantCulture)} m.");
        }
    }

    private void Weights()
    {
        HashSet<FeatureId> segments = [.. _problem.Plan.BorderSegments.Select(segment => segment.Id)];
        if (!_problem.SegmentWeights.IsEmpty && _problem.Objective is not (MaximalCover or BackupCover))
            Say($"The objective {_problem.Objective.Name} takes no weights of border segments; maximal and backup cover do.");
        foreach (SegmentWeight weight in _problem.SegmentWeights)
        {
            if (!segments.Contains(weight.Segment))
                Say($"The plan has no border segment '{weight.Segment}'.");
            if (!(weight.Weight >= 0 && double.IsFinite(weight.Weight)))
                Say($"The weight of border segment '{weight.Segment}' must be 0 or more; it is {weight.Weight.ToString(CultureInfo.InvariantCulture)}.");
        }
    }
}
