namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// Looks at every partial plan that could still become better than the best one, along the border: each column is taken
/// or left, and a partial plan is dropped when the bound completes it to no better plan, or when another one dominates
/// it. What is left at the end proves the best plan.
/// </summary>
/// <remarks>
/// Partial plan A dominates B when it uses no more of any limit and what it has collected behind the place exceeds what
/// B has by at least the worth of what B covers ahead and A does not: whatever is taken from there on, A stays ahead,
/// as the objective is submodular. This is the label setting of resource-constrained paths (G. Righini and M. Salani, New
/// dynamic programming algorithms for the resource constrained elementary shortest path problem, Networks 51 (2008),
/// 155–170) on covers.
/// </remarks>
internal sealed class PlanSweep
{
    private const int LabelsBetweenLooks = 4096;

    private readonly CoverProgram _program;
    private readonly ChainBound _bound;
    private readonly BestPlan _best;
    private readonly SweepSums _sums;
    private readonly int[] _lastOfCap;
    private readonly int[][] _capsOf;
    private readonly int[] _endOfRegion;
    private readonly int[][] _regionsOf;
    private readonly List<AtomRange> _work = [];
    private double _discarded = double.NegativeInfinity;

    internal PlanSweep(CoverProgram program, ChainBound bound, Multipliers multipliers, BestPlan best)
    {
        _program = program;
        _bound = bound;
        _best = best;
        bound.Solve(multipliers);
        _sums = new SweepSums(program, bound, multipliers);
        _lastOfCap = [.. program.Caps.Select(cap => cap.Columns.Length == 0 ? -1 : cap.Columns[^1])];
        _capsOf = Memberships(program.Columns, program.Caps.Length, (column, q) => Array.BinarySearch(program.Caps[q].Columns, column) >= 0);
        _endOfRegion = [.. program.Regions.Select(region => region.Ranges.Length == 0 ? 0 : region.Ranges[^1].To)];
        _regionsOf = Memberships(program.Columns, program.Regions.Length, Touches);
    }

    /// <summary>How many partial plans were looked at.</summary>
    internal long Labels { get; private set; }

    /// <summary>What no plan can beat, once the sweep has ended: the best plan itself where it was complete.</summary>
    internal double Value { get; private set; } = double.PositiveInfinity;

    /// <summary>True where no partial plan had to be discarded for want of room or time.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Sweeps.</summary>
    /// <param name="mostLabels">How many partial plans are kept at one place; the ones with the lowest bounds are discarded beyond that.</param>
    /// <param name="tell">Told a bound as it improves.</param>
    /// <param name="cancellationToken">Stops the work; the bound is that of the place reached.</param>
    internal void Run(int mostLabels, Action<double> tell, CancellationToken cancellationToken)
    {
        _discarded = double.NegativeInfinity;
        SweepLabel root = SweepLabel.Root(_program.Regions.Length, _program.Caps.Length);
        root.Loss = _program.Losses?.Begin();
        var pool = new List<SweepLabel> { root };
        var taken = new List<SweepLabel>();
        long look = LabelsBetweenLooks;
        double frontier = double.PositiveInfinity;
        for (int i = 0; i < _program.Columns && pool.Count > 0; i++)
        {
            int place = _program.FirstAtom(i);
            frontier = Advance(pool, i, place);
            taken.Clear();
            foreach (SweepLabel label in pool)
            {
                if (TryTake(label, i, place) is { } next)
                    taken.Add(next);
            }

            Labels += pool.Count;
            Merge(pool, taken, place, mostLabels, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                Value = Math.Max(Math.Max(frontier, _discarded), _best.Value);
                return;
            }

            if (Labels >= look)
            {
                look = Labels + LabelsBetweenLooks;
                tell(Math.Max(Math.Max(frontier, _discarded), _best.Value));
            }
        }

        Value = Math.Max(_discarded, _best.Value);
        IsComplete = double.IsNegativeInfinity(_discarded);
        tell(Value);
    }

    private static int[][] Memberships(int columns, int groups, Func<int, int, bool> isMember)
    {
        if (groups == 0)
            return [];
        var of = new int[columns][];
        for (int column = 0; column < columns; column++)
            of[column] = [.. Enumerable.Range(0, groups).Where(group => isMember(column, group))];
        return of;
    }

    private bool Touches(int column, int region)
    {
        _work.Clear();
        AtomRanges.Intersect(_program[column], _program.Regions[region].Ranges, _work);
        return _work.Count > 0;
    }

    // Moves the pool up to a column: what can no longer become better than the best plan goes. The highest bound of what
    // stays is a bound on every better plan.
    private double Advance(List<SweepLabel> pool, int column, int place)
    {
        int kept = 0;
        double highest = double.NegativeInfinity;
        for (int l = 0; l < pool.Count; l++)
        {
            SweepLabel label = pool[l];
            if (_program.MustCover && label.CoveredTo < place)
                continue;
            Settle(label, place);
            if (label.Loss is { } lost && lost.Least > _program.Losses!.MostMetres + CoverProgram.MetresTolerance)
                continue;
            label.Cut(place);
            int layer = _bound.LayerAfter(label.Uses);
            double toCome = _bound.BestFromColumn(column, layer);
            if (label.Column >= 0)
                toCome = Math.Min(toCome, _bound.ToComeAfter(label.Column, layer));
            double bound = label.Collected + Granted(label, place) + toCome - (label.Loss?.Least ?? 0);
            if (bound < _best.Threshold || !CanMeetRegions(label, column, place))
                continue;
            highest = Math.Max(highest, bound);
            label.Bound = bound;
            pool[kept++] = label;
        }

        pool.RemoveRange(kept, pool.Count - kept);
        return highest;
    }

    private void Settle(SweepLabel label, int place)
    {
        if (label.Loss is not { } loss)
            return;
        label.Loss = _program.Losses!.Advance(loss, label.Once, label.Twice, label.Place, place);
        label.Place = place;
    }

    // What atoms from a place on are granted whoever covers them: nothing again to those that are covered already.
    private double Granted(SweepLabel label, int place) =>
        _sums.Constant + _bound.GrantSums[^1] - _bound.GrantSums[place]
        - AtomRanges.Weight(label.Once, _sums.FirstGrants) - (_program.HasSecond ? AtomRanges.Weight(label.Twice, _sums.SecondGrants) : 0);

    private SweepLabel? TryTake(SweepLabel label, int column, int place)
    {
        int uses = label.Uses + _program.Uses[column];
        double cost = label.Cost + _program.Costs[column];
        if (uses > _program.MostUses || (cost > _program.Budget + _program.CostTolerance && !CanBecomeCheaper(column)))
            return null;
        if (_capsOf.Length > 0)
        {
            foreach (int q in _capsOf[column])
            {
                if (label.CapUse[q] >= _program.Caps[q].AtMost)
                    return null;
            }
        }

        ReadOnlySpan<AtomRange> runs = _program[column];
        double toCome = _bound.ToComeAfter(column, _bound.LayerAfter(uses));
        double collected = label.Collected + _sums.Priced[column] - AtomRanges.CommonWeight(runs, label.Once, _sums.PricedFirst);
        double value = label.Value + _sums.Worth[column] - AtomRanges.CommonWeight(runs, label.Once, _sums.First);
        AtomRange[] twice = [];
        if (_program.HasSecond)
        {
            _work.Clear();
            AtomRanges.Intersect(runs, label.Once, _work);
            ReadOnlySpan<AtomRange> again = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_work);
            double second = AtomRanges.Weight(again, _sums.Second) - AtomRanges.CommonWeight(again, label.Twice, _sums.Second);
            collected += second;
            value += second;
            twice = AtomRanges.Union(label.Twice, again, place);
        }

        var next = new SweepLabel
        {
            Parent = label,
            Column = column,
            Uses = uses,
            Cost = cost,
            Collected = collected,
            Value = value,
            Once = AtomRanges.Union(label.Once, runs, place),
            Twice = twice,
            CapUse = label.CapUse,
            RegionMetres = label.RegionMetres,
            Loss = label.Loss is { } loss ? LossLedger.With(loss, column) : null,
            Place = label.Place,
        };
        next.CoveredTo = next.Once.Length > 0 && next.Once[0].From <= place ? next.Once[0].To : place;
        next.Bound = collected + Granted(next, place) + toCome - (next.Loss?.Least ?? 0);
        if (next.Bound < _best.Threshold)
            return null;
        Charge(next, label, column);
        if (value - (next.Loss?.Least ?? 0) > _best.Value && (!_program.MustCover || next.CoveredTo == _program.Atoms))
            _best.Offer(next.Columns());
        return next;
    }

    private bool CanBecomeCheaper(int column)
    {
        for (int j = column + 1; j < _program.Columns; j++)
        {
            if (_program.Costs[j] < 0)
                return true;
        }

        return false;
    }

    private void Charge(SweepLabel next, SweepLabel label, int column)
    {
        if (_capsOf.Length > 0 && _capsOf[column].Length > 0)
        {
            next.CapUse = [.. label.CapUse];
            foreach (int q in _capsOf[column])
                next.CapUse[q]++;
        }

        if (_regionsOf.Length > 0 && _regionsOf[column].Length > 0)
        {
            next.RegionMetres = [.. label.RegionMetres];
            _work.Clear();
            AtomRanges.Except(_program[column], label.Once, _work);
            ReadOnlySpan<AtomRange> added = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_work);
            foreach (int r in _regionsOf[column])
                next.RegionMetres[r] += AtomRanges.CommonWeight(added, _program.Regions[r].Ranges, _sums.Metres);
        }
    }

    // Whether all regions can still be met: by what is ahead of the place, if every column there were taken.
    private bool CanMeetRegions(SweepLabel label, int column, int place)
    {
        for (int r = 0; r < _program.Regions.Length; r++)
        {
            Region region = _program.Regions[r];
            double lacking = region.LeastMetres - CoverProgram.MetresTolerance - label.RegionMetres[r];
            if (lacking <= 0)
                continue;
            double ahead = 0;
            foreach (AtomRange range in region.Ranges)
            {
                if (range.To > place)
                    ahead += _sums.Metres[range.To] - _sums.Metres[Math.Max(range.From, place)];
            }

            if (ahead - AtomRanges.CommonWeight(label.Once, region.Ranges, _sums.Metres) < lacking)
                return false;
        }

        return true;
    }

    // Those taken join those that were left; the dominated go.
    private void Merge(List<SweepLabel> pool, List<SweepLabel> taken, int place, int mostLabels, CancellationToken cancellationToken)
    {
        if (taken.Count == 0)
            return;
        pool.AddRange(taken);
        foreach (SweepLabel label in pool)
            label.Settled = label.Value - AtomRanges.Weight(label.Once, _sums.First) - (_program.HasSecond ? AtomRanges.Weight(label.Twice, _sums.Second) : 0);
        pool.Sort(SweepLabel.BySettled);
        int kept = 0;
        for (int b = 0; b < pool.Count; b++)
        {
            bool dominated = false;

            // Once stopped, only the bound of what is left counts: nothing more need be dominated.
            for (int a = 0; a < kept && !dominated && !cancellationToken.IsCancellationRequested; a++)
                dominated = Dominates(pool[a], pool[b], place);
            if (!dominated)
                pool[kept++] = pool[b];
        }

        pool.RemoveRange(kept, pool.Count - kept);
        if (pool.Count <= mostLabels)
            return;
        pool.Sort(SweepLabel.ByBound);
        _discarded = Math.Max(_discarded, pool[mostLabels].Bound);
        pool.RemoveRange(mostLabels, pool.Count - mostLabels);
    }

    private bool Dominates(SweepLabel a, SweepLabel b, int place)
    {
        double lead = a.Settled - b.Settled;
        if (a.Uses > b.Uses || (_program.HasBudget && a.Cost > b.Cost) || lead < 0)
            return false;
        if (a.Loss is { } loss && !loss.IsNoWorseThan(b.Loss!))
            return false;
        for (int q = 0; q < a.CapUse.Length; q++)
        {
            if (_lastOfCap[q] > Math.Max(a.Column, b.Column) && a.CapUse[q] > b.CapUse[q])
                return false;
        }

        if (_program.MustCover)
            return AtomRanges.Contains(a.Once, b.Once);
        _work.Clear();
        AtomRanges.Except(b.Once, a.Once, _work);
        ReadOnlySpan<AtomRange> behind = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_work);
        if (AtomRanges.Weight(behind, _sums.First) > lead)
            return false;
        for (int r = 0; r < a.RegionMetres.Length; r++)
        {
            if (_endOfRegion[r] <= place)
                continue;
            double settledA = a.RegionMetres[r] - AtomRanges.CommonWeight(a.Once, _program.Regions[r].Ranges, _sums.Metres);
            double settledB = b.RegionMetres[r] - AtomRanges.CommonWeight(b.Once, _program.Regions[r].Ranges, _sums.Metres);
            if (settledA < _program.Regions[r].LeastMetres
                && settledA - settledB < AtomRanges.CommonWeight(behind, _program.Regions[r].Ranges, _sums.Metres))
            {
                return false;
            }
        }

        if (!_program.HasSecond)
            return true;
        double owed = AtomRanges.Weight(behind, _sums.First);
        _work.Clear();
        AtomRanges.Except(b.Twice, a.Twice, _work);
        return owed + AtomRanges.Weight(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_work), _sums.Second) <= lead;
    }
}
