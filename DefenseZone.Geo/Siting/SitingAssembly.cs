using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>Turns what a search found into a plan for people: who was chosen, what each adds, and how it was obtained.</summary>
internal sealed class SitingAssembly
{
    private readonly SitingField _field;
    private readonly SitingProblem _problem;
    private readonly SitingFinding _finding;
    private readonly HashSet<int> _taken;
    private readonly BorderTotals _before;

    private SitingAssembly(SitingField field, SitingFinding finding)
    {
        _field = field;
        _problem = field.Problem;
        _finding = finding;
        _taken = [.. finding.Options];
        Keep();
        _before = BorderTotals.Of(field.Border, StandingBefore());
    }

    internal static SitingPlan Of(
        SitingField field, SitingDemand demand, List<OptionCap> caps, SitingFinding finding, TimeSpan elapsed, bool stopped)
    {
        var assembly = new SitingAssembly(field, finding);
        SitingPlan plan = assembly.Empty(elapsed, stopped);
        if (finding.Exists)
            return assembly.Filled(plan);
        return plan with
        {
            Reasons = finding.IsProven
                ? SitingConflicts.Of(field, demand, caps)
                : [new SitingReason(SitingReasonKind.NothingFound, "No plan was found that holds to all limits, and it was not proven that there is none. Give more time, or fewer limits.")],
        };
    }

    // A facility that may go stays where its staying serves as well: without a cost of closing it may not be closed, and
    // where the objective is cover it goes only for the money or for a move.
    private void Keep()
    {
        double spent = Cost();
        foreach (FacilityChange change in _problem.Changes)
        {
            int[] mine = [.. Enumerable.Range(0, _field.Options.Length).Where(i => _field.Options[i].Change == change)];
            if (mine.Any(_taken.Contains))
                continue;
            int stay = mine[0];
            double cost = spent + _field.Options[stay].Cost;
            bool pays = _problem.Objective is SetCover { Cheapest: true } ? _field.Options[stay].Cost <= 0 : !(cost > _problem.Budget + (CoverProgram.RelativeCostTolerance * Math.Max(1, _problem.Budget ?? 0)));
            if (change.ClosingCost is not null && !pays)
                continue;
            _taken.Add(stay);
            spent = cost;
        }
    }

    private double Cost() =>
        _field.Required.Sum(site => site.Cost ?? 0) + _field.ClosingCosts + _taken.Sum(option => _field.Options[option].Cost);

    private SitingPlan Empty(TimeSpan elapsed, bool stopped)
    {
        return new SitingPlan
        {
            Problem = _problem,
            Border = _field.Border,
            Status = _finding switch
            {
                { Exists: false } => _finding.IsProven ? SitingStatus.Infeasible : SitingStatus.Unknown,
                _ => _finding.IsProven ? SitingStatus.Optimal : SitingStatus.Feasible,
            },
            ExistingCoveredMetres = _before.CoveredMetres,

            // Where nothing is chosen the border stays as it is.
            CoveredMetres = _before.CoveredMetres,
            BackupMetres = _before.BackupMetres,
            LongestGapMetres = _before.LongestGapMetres,
            WorstLossMetres = _before.WorstLossMetres,
            Unit = SitingSearch.UnitOf(_problem.Objective),
            Seconds = elapsed.TotalSeconds,
            Leavings = new SitingLeavings(
                new Lazy<ImmutableArray<DroppedCandidate>>(Dropped),
                new Lazy<ImmutableArray<UnreachableStretch>>(() => UnreachableBorder.Of(_field)),
                SitingLeavings.None.Planned),
            Method = new SitingMethod
            {
                Candidates = _problem.EffectiveCandidates.Length,
                SearchedCandidates = _finding.Program.Program.Sources.Count(option => _field.Options[option].IsBuilt),
                ExistingFacilities = _field.Fixed.Length + _problem.Changes.Length,
                Atoms = _finding.Program.Program.Atoms,
                Proof = Proof(stopped),
                BoundSteps = _finding.BoundSteps,
                Labels = _finding.Labels,
            },
        };
    }

    private string Proof(bool stopped)
    {
        if (!_finding.Exists && _finding.IsProven)
            return "no choice of candidates holds to all limits";
        if (!_finding.IsProven)
            return stopped ? "stopped before the bound was met" : "the bound was not met with the room there is for partial plans";
        if (_finding.Labels > 0)
            return "every partial plan that the bound leaves open was looked at";
        return _finding.BoundSteps > 0
            ? "a bound by dynamic programming along the border meets the plan"
            : "reductions leave nothing to search";
    }

    private SitingPlan Filled(SitingPlan plan)
    {
        List<(SitingOption Option, int Facility)> taken = [.. _taken.Order().Select(i => (_field.Options[i], _field.FirstOption + i))];
        List<(SitingOption Option, int Facility)> built = [.. taken.Where(entry => entry.Option.IsBuilt)];
        var standing = new List<CoverStretch>(_field.StretchesOf(0, _field.Fixed.Length).ToArray());
        foreach ((_, int facility) in taken.Where(entry => !entry.Option.IsBuilt))
            standing.AddRange(_field.StretchesOf(facility));
        CandidateSite[] sites = [.. _field.Required, .. built.Select(entry => entry.Option.Site!)];
        int[] facilities = [.. Enumerable.Range(_field.Fixed.Length, _field.Required.Length), .. built.Select(entry => entry.Facility)];
        BorderStretch[][] covers = Array.ConvertAll(facilities, Cover);
        var covered = sites.Zip(covers).ToDictionary(pair => pair.First, pair => pair.Second);
        var chosen = ImmutableArray.CreateBuilder<ChosenSite>(sites.Length);
        foreach (ChosenOrder.Turn turn in ChosenOrder.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(standing), covers, _field.Required.Length))
        {
            CandidateSite site = sites[turn.Number];
            chosen.Add(new ChosenSite(
                site, turn.AddedMetres, turn.BackupMetres, site.Cost ?? 0, turn.Number < _field.Required.Length, [.. turn.Added]));
        }

        foreach (int facility in facilities)
            standing.AddRange(_field.StretchesOf(facility));
        BorderTotals totals = BorderTotals.Of(_field.Border, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(standing));
        List<BorderStretch> newly = Difference(totals.Covered, _before.Covered);
        ImmutableArray<ChosenSite> inOrder = chosen.MoveToImmutable();
        return plan with
        {
            Chosen = inOrder,
            Leavings = plan.Leavings with { Planned = new(() => PlannedNeighbour.Beside(_field, [.. inOrder.Select(site => (site.Site, covered[site.Site]))])) },
            Closed = [.. _problem.Changes.Where(change => !taken.Any(entry => entry.Option.Change == change)).Select(FacilityOf)],
            Moved = [.. taken.Where(entry => entry.Option is { IsBuilt: false, Site: not null })
                .Select(entry => new MovedFacility(FacilityOf(entry.Option.Change!), entry.Option.Site!, entry.Option.Change!.MovingCost!.Value))],
            Cost = Cost(),
            CoveredMetres = totals.CoveredMetres,
            NewlyCoveredMetres = newly.Sum(stretch => stretch.LengthMetres),
            NewlyCovered = [.. newly],
            BackupMetres = totals.BackupMetres,
            LongestGapMetres = totals.LongestGapMetres,
            WorstLossMetres = totals.WorstLossMetres,
            ObjectiveValue = _finding.Objective,
            Bound = _finding.Bound,
        };
    }

    private BorderStretch[] Cover(int facility) =>
        [.. _field.StretchesOf(facility).ToArray().Select(stretch => new BorderStretch(stretch.FromMetres, stretch.ToMetres))];

    private Facility FacilityOf(FacilityChange change) =>
        _problem.Plan.Facilities.First(facility => facility.Kind == change.Kind && facility.Id == change.Id);

    // Everyone who stands before anything is done, those that may go included.
    private CoverStretch[] StandingBefore()
    {
        CoverStretch[] those = _field.StretchesOf(0, _field.Fixed.Length).ToArray();
        if (_problem.Changes.IsEmpty)
            return those;
        var stretches = new List<CoverStretch>(those);
        for (int i = 0; i < _field.Options.Length; i++)
        {
            if (_field.Options[i] is { IsBuilt: false, Site: null })
                stretches.AddRange(_field.StretchesOf(_field.FirstOption + i));
        }

        return [.. stretches];
    }

    private ImmutableArray<DroppedCandidate> Dropped()
    {
        var forbidden = _problem.Forbidden.ToHashSet();
        var dropped = ImmutableArray.CreateBuilder<DroppedCandidate>();
        foreach (CandidateSite site in _problem.EffectiveCandidates)
        {
            if (forbidden.Contains(site.Id))
                dropped.Add(new DroppedCandidate(site, DropReason.Forbidden));
        }

        for (int i = 0; i < _field.Options.Length; i++)
        {
            if (!_field.Options[i].IsBuilt || _finding.Program.Cut.DominatedBy[i] is var by && by == -1)
                continue;
            CandidateSite site = _field.Options[i].Site!;
            if (by >= 0)
                dropped.Add(new DroppedCandidate(site, DropReason.Dominated, _field.Options[by].Site));
            else
                dropped.Add(new DroppedCandidate(site, _field.StretchesOf(_field.FirstOption + i).IsEmpty ? DropReason.CoversNothing : DropReason.AddsNothing));
        }

        return dropped.ToImmutable();
    }

    /// <summary>The stretches of the first list without those of the second; both in order and apart.</summary>
    private static List<BorderStretch> Difference(List<BorderStretch> all, List<BorderStretch> less)
    {
        var left = new List<BorderStretch>();
        int j = 0;
        foreach (BorderStretch stretch in all)
        {
            double from = stretch.FromMetres;
            while (j < less.Count && less[j].ToMetres <= from)
                j++;
            for (int k = j; k < less.Count && less[k].FromMetres < stretch.ToMetres; k++)
            {
                if (less[k].FromMetres > from)
                    left.Add(new BorderStretch(from, less[k].FromMetres));
                from = Math.Max(from, less[k].ToMetres);
            }

            if (from < stretch.ToMetres)
                left.Add(new BorderStretch(from, stretch.ToMetres));
        }

        return left;
    }
}
