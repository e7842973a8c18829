using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Tests.Siting;

/// <summary>The best plan by trying every choice: nothing here is shared with the search.</summary>
internal sealed class EveryChoice
{
    private readonly SitingProblem _problem;
    private readonly BorderLine _border;
    private readonly ImmutableArray<CandidateSite> _sites;
    private readonly List<Facility> _fixed;
    private readonly List<(FacilityChange Change, Facility Facility)> _changes;
    private readonly ImmutableArray<ZoneCover> _zones;

    private EveryChoice(SitingProblem problem)
    {
        _problem = problem;
        _border = BorderLine.Of(problem.Plan);
        _sites = problem.EffectiveCandidates;
        _changes = [.. problem.Changes.Select(change => (change, problem.Plan.Facilities.Single(f => f.Id == change.Id && f.Kind == change.Kind)))];
        _fixed = problem.IgnoreExisting ? [] : [.. problem.Plan.Facilities.Where(f => _changes.TrueForAll(entry => entry.Facility != f))];
        _zones = new CoverageProblem(problem.Plan).Solve().Zones;
    }

    /// <summary>What a choice comes to.</summary>
    internal sealed record Outcome(double Objective, double Covered, double Backup, double LongestGap, double WorstLoss, double Cost, int Sites);

    /// <summary>The best objective; none where no choice holds to all limits.</summary>
    internal static double? Best(SitingProblem problem)
    {
        var every = new EveryChoice(problem);
        bool isLess = problem.Objective is SetCover or ShortestLongestGap;
        double? best = null;
        for (int mask = 0; mask < 1 << every._sites.Length; mask++)
        {
            foreach (int[] moves in every.AllMoves(mask))
            {
                if (every.Evaluate(mask, moves) is { } outcome && (best is null || (isLess ? outcome.Objective < best : outcome.Objective > best)))
                    best = outcome.Objective;
            }
        }

        return best;
    }

    /// <summary>What the plan comes to; none where it does not hold to all limits.</summary>
    internal static Outcome? Of(SitingPlan plan)
    {
        var every = new EveryChoice(plan.Problem);
        int mask = plan.Chosen.Sum(chosen => 1 << every._sites.IndexOf(chosen.Site));
        int[] moves = [.. every._changes.Select(entry =>
            plan.Closed.Contains(entry.Facility) ? -2
            : plan.Moved.FirstOrDefault(moved => moved.Facility == entry.Facility) is { } moved ? every._sites.IndexOf(moved.To) : -1)];
        return every.Evaluate(mask, moves);
    }

    // For each change: −1 stays, −2 closed, else the site it moves to.
    private IEnumerable<int[]> AllMoves(int mask)
    {
        if (_changes.Count == 0)
        {
            yield return [];
            yield break;
        }

        yield return [-1];
        if (_changes[0].Change.ClosingCost is not null)
            yield return [-2];
        for (int site = 0; site < _sites.Length && _changes[0].Change.MovingCost is not null; site++)
        {
            double distance = Geodesic.Inverse(Place(_sites[site].Geometry), Place(_changes[0].Facility.Geometry)).DistanceMetres;
            if ((mask & (1 << site)) == 0 && distance <= _changes[0].Change.MovingWithinMetres && !_problem.Forbidden.Contains(_sites[site].Id))
                yield return [site];
        }
    }

    private static GeoPoint Place(NetTopologySuite.Geometries.Geometry point) => new(point.Coordinate.X, point.Coordinate.Y);

    private Outcome? Evaluate(int mask, int[] moves)
    {
        List<CandidateSite> chosen = [.. _sites.Where((_, i) => (mask & (1 << i)) != 0)];
        double cost = chosen.Sum(site => site.Cost ?? 0);
        List<NetTopologySuite.Geometries.Geometry> standing = [.. _fixed.Select(f => f.Geometry)];
        for (int i = 0; i < moves.Length; i++)
        {
            (FacilityChange change, Facility facility) = _changes[i];
            cost += moves[i] switch { -1 => 0, -2 => change.ClosingCost!.Value, _ => change.MovingCost!.Value };
            if (moves[i] != -2)
                standing.Add(moves[i] == -1 ? facility.Geometry : _sites[moves[i]].Geometry);
        }

        if (_problem.Required.Any(id => chosen.TrueForAll(site => site.Id != id))
            || chosen.Exists(site => _problem.Forbidden.Contains(site.Id))
            || chosen.Count > (_problem.MaximumSites ?? int.MaxValue)
            || cost > (_problem.Budget ?? double.PositiveInfinity)
            || _problem.ExclusiveGroups.Any(group => chosen.Count(site => group.Candidates.Contains(site.Id)) > group.AtMost))
        {
            return null;
        }

        return Measured(chosen, standing, cost);
    }

    private Outcome? Measured(List<CandidateSite> chosen, List<NetTopologySuite.Geometries.Geometry> standing, double cost)
    {
        ImmutableArray<BorderStretch>[] covers = [.. standing.Concat(chosen.Select(site => site.Geometry)).Select(Cover)];
        double[] cuts =
        [
            .. covers.SelectMany(cover => cover).SelectMany(s => new[] { s.FromMetres, s.ToMetres })
                .Concat(_border.Segments.SelectMany(s => new[] { s.FromMetres, s.ToMetres }))
                .Concat(_zones.SelectMany(zone => zone.Stretches).SelectMany(s => new[] { s.FromMetres, s.ToMetres }))
                .Concat(_sites.Select(site => site.Geometry).Concat(_changes.Select(entry => entry.Facility.Geometry)).SelectMany(place => Cover(place)).SelectMany(s => new[] { s.FromMetres, s.ToMetres }))
                .Append(0).Append(_border.LengthMetres).Distinct().Order(),
        ];
        double covered = 0, backup = 0, weighted = 0, weightedBackup = 0, gap = 0, longest = 0;
        var alone = new double[covers.Length + 1];
        var inZone = new double[_zones.Length];
        bool all = true;
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            double length = cuts[i + 1] - cuts[i], middle = (cuts[i] + cuts[i + 1]) / 2;
            int[] who = [.. Enumerable.Range(0, covers.Length).Where(k => covers[k].Any(s => s.FromMetres < middle && middle < s.ToMetres))];
            FeatureId segment = _border.Segments.First(s => s.FromMetres <= middle && middle <= s.ToMetres).Segment.Id;
            double weight = _problem.SegmentWeights.FirstOrDefault(w => w.Segment == segment)?.Weight ?? 1;
            covered += who.Length > 0 ? length : 0;
            weighted += who.Length > 0 ? weight * length : 0;
            backup += who.Length > 1 ? length : 0;
            weightedBackup += who.Length > 1 ? weight * length : 0;
            gap = who.Length > 0 ? 0 : gap + length;
            longest = Math.Max(longest, gap);
            if (who.Length == 1)
                alone[who[0]] += length;
            for (int z = 0; z < _zones.Length; z++)
                inZone[z] += who.Length > 0 && _zones[z].Stretches.Any(s => s.FromMetres <= middle && middle <= s.ToMetres) ? length : 0;
            all &= who.Length > 0 || !CanBeCovered(middle);
        }

        foreach (ZoneLimit limit in _problem.ZoneLimits)
        {
            int z = Enumerable.Range(0, _zones.Length).Single(i => _zones[i].Zone.Id == limit.Zone);
            if (inZone[z] < ((limit.MinimumCoverage ?? 0) * _zones[z].BorderMetres) - 1e-3)
                return null;
            if (chosen.Count(site => ZoneOf(site).Zone.Id == limit.Zone) > (limit.MaximumSites ?? int.MaxValue))
                return null;
        }

        if (_problem.Objective is SetCover && !all)
            return null;
        double loss = alone.Max();
        double objective = _problem.Objective switch
        {
            MaximalCover => weighted,
            SetCover { Cheapest: true } => cost,
            SetCover => chosen.Count,
            BackupCover { Weight: { } beta } => weighted + (beta * weightedBackup),
            BackupCover => weighted + (weightedBackup / BackupCover.FirstCoverMetres),
            ShortestLongestGap => longest,
            _ => covered - loss,
        };
        return new Outcome(objective, covered, backup, longest, loss, cost, chosen.Count);
    }

    private ImmutableArray<BorderStretch> Cover(NetTopologySuite.Geometries.Geometry place) =>
        _problem.Model.Cover(_problem.Plan, _border, new Facility { Id = FeatureId.Of("x"), Kind = FacilityKind.MilitiaPost, Geometry = place });

    // By what stands for good, or by a site that is not forbidden, or by what may stay.
    private bool CanBeCovered(double chainage) =>
        _sites.Where(site => !_problem.Forbidden.Contains(site.Id)).Select(site => site.Geometry)
            .Concat(_changes.Select(entry => entry.Facility.Geometry))
            .Any(place => Cover(place).Any(s => s.FromMetres < chainage && chainage < s.ToMetres));

    // On a shared edge a site is in the zone with the smallest id.
    private ZoneCover ZoneOf(CandidateSite site) =>
        _zones.Where(zone => zone.Zone.Geometry.IsWithinDistance(site.Geometry, 1e-9)).MinBy(zone => zone.Zone.Id)!;
}
