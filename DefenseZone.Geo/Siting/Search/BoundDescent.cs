namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// Lowers the bound: a subgradient method on the multipliers (M. Held, P. Wolfe and H. Crowder, Validation of subgradient
/// optimization, Mathematical Programming 6 (1974), 62–88) with steps by the distance to the best plan. Every chain on
/// the way is a hint at a better plan.
/// </summary>
internal sealed class BoundDescent
{
    private const int PatienceSteps = 8;
    private const double SmallestPace = 0.01;

    private readonly CoverProgram _program;
    private readonly ChainArcs _arcs;
    private readonly ChainBound _bound;
    private readonly BestPlan _best;
    private readonly PlanImprovement _improvement;
    private readonly int[] _firstCounts;
    private readonly int[] _secondCounts;

    internal BoundDescent(CoverProgram program, ChainArcs arcs, ChainBound bound, BestPlan best, PlanImprovement improvement)
    {
        _program = program;
        _arcs = arcs;
        _bound = bound;
        _best = best;
        _improvement = improvement;
        _firstCounts = new int[program.Atoms + 1];
        _secondCounts = new int[program.HasSecond ? program.Atoms + 1 : 0];
        Best = Begin();

        // No plan collects more than all there is.
        if (!program.MustCover)
            Value = program.First.Sum() + program.Second.Sum() - program.Prices.Sum(price => Math.Min(0, price)) - (program.Losses?.LeastLoss ?? 0);
    }

    /// <summary>The multipliers with the lowest bound.</summary>
    internal Multipliers Best { get; private set; }

    /// <summary>The lowest bound.</summary>
    internal double Value { get; private set; } = double.PositiveInfinity;

    /// <summary>How often it was reckoned.</summary>
    internal int Steps { get; private set; }

    internal bool IsMet => Value < _best.Threshold;

    /// <summary>Takes steps until the bound is met or hardly moves. The first step of all is taken even when time is up: it is short, and mostly finds a plan.</summary>
    internal void Descend(int mostSteps, Action<double> tell, CancellationToken cancellationToken)
    {
        Multipliers current = Best.Copy();
        double pace = 1;
        int waiting = 0;
        for (int step = 0; step < mostSteps && (Steps == 0 || !cancellationToken.IsCancellationRequested); step++)
        {
            _bound.Solve(current);
            Steps++;
            double value = _bound.Value;
            List<int> chain = _bound.BestChain();
            bool lower = value < Value - (1e-7 * Math.Abs(Value));
            if (value < Value)
            {
                Value = value;
                Best = current.Copy();
                tell(Value);
            }

            _improvement.Improve(chain, _best, exchange: step == 0 || step % 10 == 9, cancellationToken);
            if (IsMet)
                return;
            waiting = lower ? 0 : waiting + 1;
            if (waiting >= PatienceSteps)
            {
                pace /= 2;
                waiting = 0;
                current = Best.Copy();
                if (pace < SmallestPace)
                    return;
                _bound.Solve(current);
                chain = _bound.BestChain();
                value = Value;
            }

            if (!Move(current, chain, value, pace))
                return;
        }
    }

    private Multipliers Begin()
    {
        var multipliers = new Multipliers(_program);
        if (_program.MustCover)
        {
            // Each atom's price: the least that one of its columns asks for an atom.
            Array.Fill(multipliers.First, double.PositiveInfinity);
            for (int j = 0; j < _program.Columns; j++)
            {
                int atoms = 0;
                foreach (AtomRange run in _program[j])
                    atoms += run.To - run.From;
                foreach (AtomRange run in _program[j])
                {
                    for (int a = run.From; a < run.To; a++)
                        multipliers.First[a] = Math.Min(multipliers.First[a], Math.Max(0, _program.Prices[j]) / atoms);
                }
            }
        }
        else
        {
            Array.Fill(multipliers.First, 1);
        }

        Array.Fill(multipliers.Second, 1);
        if (_program.HasBudget)
            multipliers.Budget = Settled(price => multipliers.Budget = price, multipliers, _program.Costs, _program.Budget);
        if (!_bound.IsLayered && _program.MostUses < int.MaxValue)
        {
            double[] uses = Array.ConvertAll(_program.Uses, use => (double)use);
            multipliers.Site = Settled(price => multipliers.Site = price, multipliers, uses, _program.MostUses);
        }

        return multipliers;
    }

    // A price by bisection at which the best chain just keeps to the limit.
    private double Settled(Action<double> set, Multipliers multipliers, double[] costs, double limit)
    {
        double SpentAt(double price)
        {
            set(price);
            _bound.Solve(multipliers);
            Steps++;
            return _bound.BestChain().Sum(column => costs[column]);
        }

        if (SpentAt(0) <= limit)
            return 0;
        double high = 0;
        for (int j = 0; j < costs.Length; j++)
        {
            if (costs[j] > 0)
                high = Math.Max(high, (_bound.Gain[j] + _program.Prices[j]) / costs[j]);
        }

        double low = 0;
        for (int i = 0; i < 14; i++)
        {
            double middle = (low + high) / 2;
            if (SpentAt(middle) > limit)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    // One step along the subgradient; false where it is zero, so that the bound cannot be lowered.
    private bool Move(Multipliers current, List<int> chain, double value, double pace)
    {
        Count(chain);
        double distance = Math.Max(value - (double.IsFinite(_best.Value) ? _best.Value : value - (0.05 * Math.Abs(value))), 1e-9 * Math.Abs(value));
        double[] first = current.First;
        bool must = _program.MustCover;
        double square = 0;
        for (int a = 0; a < first.Length; a++)
        {
            int over = _firstCounts[a] - 1;
            if (over == 0 || (over < 0 ? !must && first[a] >= 1 : first[a] <= 0))
                continue;
            square += over * over * (must ? 1 : _program.First[a]);
        }

        for (int a = 0; a < current.Second.Length; a++)
        {
            int over = _secondCounts[a] - 1;
            if (over == 0 || (over < 0 ? current.Second[a] >= 1 : current.Second[a] <= 0))
                continue;
            square += over * over * _program.Second[a];
        }

        (double budgetSlack, double siteSlack, double[] capSlack, double[] regionSlack) = Slack(chain, current);
        square += Part(current.Budget, budgetSlack, BudgetScale(current));
        square += Part(current.Site, siteSlack, SiteScale(current));
        for (int q = 0; q < capSlack.Length; q++)
            square += Part(current.Caps[q], capSlack[q], CapScale());
        for (int r = 0; r < regionSlack.Length; r++)
            square += Part(current.Regions[r], regionSlack[r], RegionScale(r));
        if (square <= 0)
            return false;
        double step = pace * distance / square;
        for (int a = 0; a < first.Length; a++)
        {
            double moved = first[a] - (step * (_firstCounts[a] - 1));
            first[a] = must ? Math.Max(0, moved) : Math.Clamp(moved, 0, 1);
        }

        for (int a = 0; a < current.Second.Length; a++)
            current.Second[a] = Math.Clamp(current.Second[a] - (step * (_secondCounts[a] - 1)), 0, 1);
        current.Budget = Math.Max(0, current.Budget - (step * BudgetScale(current) * budgetSlack));
        current.Site = Math.Max(0, current.Site - (step * SiteScale(current) * siteSlack));
        for (int q = 0; q < capSlack.Length; q++)
            current.Caps[q] = Math.Max(0, current.Caps[q] - (step * CapScale() * capSlack[q]));
        for (int r = 0; r < regionSlack.Length; r++)
            current.Regions[r] = Math.Max(0, current.Regions[r] - (step * RegionScale(r) * regionSlack[r]));
        return true;
    }

    private static double Part(double multiplier, double slack, double scale) => slack > 0 && multiplier <= 0 ? 0 : slack * slack * scale;

    private double BudgetScale(Multipliers current) => _program.HasBudget ? Math.Max(current.Budget, 1e-6) / Math.Max(_program.Budget, 1e-9) : 0;

    private double SiteScale(Multipliers current) =>
        _bound.IsLayered || _program.MostUses == int.MaxValue ? 0 : Math.Max(current.Site, 1e-6) / Math.Max(_program.MostUses, 1);

    private double CapScale() => Math.Max(1e-9, MeanGain());

    private double RegionScale(int region) => 1 / Math.Max(1, _program.Regions[region].LeastMetres);

    private double MeanGain() => _bound.Gain.Length == 0 ? 1 : _bound.Gain.Average(Math.Abs);

    // How often the chain collects each atom.
    private void Count(List<int> chain)
    {
        Array.Clear(_firstCounts);
        Array.Clear(_secondCounts);
        int last = -1;
        foreach (int column in chain)
        {
            Mark(_firstCounts, _program[column], 1);
            int arc = last < 0 ? -1 : _bound.ArcBetween(last, column);
            if (arc >= 0)
            {
                Mark(_firstCounts, _arcs.Common(arc), -1);
                if (_secondCounts.Length > 0)
                    Mark(_secondCounts, _arcs.Common(arc), 1);
            }

            last = column;
        }

        for (int a = 1; a < _firstCounts.Length; a++)
            _firstCounts[a] += _firstCounts[a - 1];
        for (int a = 1; a < _secondCounts.Length; a++)
            _secondCounts[a] += _secondCounts[a - 1];
    }

    private static void Mark(int[] counts, ReadOnlySpan<AtomRange> runs, int sign)
    {
        foreach (AtomRange run in runs)
        {
            counts[run.From] += sign;
            counts[run.To] -= sign;
        }
    }

    // What the chain leaves of each limit; negative where it breaks it.
    private (double Budget, double Site, double[] Caps, double[] Regions) Slack(List<int> chain, Multipliers current)
    {
        double budget = _program.HasBudget ? _program.Budget - chain.Sum(column => _program.Costs[column]) : 0;
        double site = !_bound.IsLayered && _program.MostUses < int.MaxValue ? _program.MostUses - chain.Sum(column => _program.Uses[column]) : 0;
        var caps = new double[_program.Caps.Length];
        for (int q = 0; q < caps.Length; q++)
            caps[q] = _program.Caps[q].AtMost - chain.Count(column => Array.BinarySearch(_program.Caps[q].Columns, column) >= 0);
        var regions = new double[_program.Regions.Length];
        for (int r = 0; r < regions.Length; r++)
        {
            double covered = 0;
            foreach (AtomRange range in _program.Regions[r].Ranges)
            {
                for (int a = range.From; a < range.To; a++)
                {
                    double share = _program.MustCover ? 0 : current.First[a];
                    covered += _program.Metres[a] * (1 - share + (share * _firstCounts[a]));
                }
            }

            regions[r] = covered - _program.Regions[r].LeastMetres;
        }

        return (budget, site, caps, regions);
    }
}
