namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// Makes a choice of columns hold to the limits where it does not, and better where that is easy: what is over is given
/// up, what is missing is added, and single columns are exchanged as long as that helps (M. Teitz and P. Bart, Heuristic
/// methods for estimating the generalized vertex median, Operations Research 16 (1968), 955–961).
/// </summary>
internal sealed class PlanImprovement
{
    private const int MostRounds = 20;

    private readonly CoverProgram _program;
    private readonly int[] _depths;
    private readonly double[] _worth;
    private readonly double[] _worthSums;
    private readonly bool[] _taken;
    private readonly List<int>[] _capsOf;
    private readonly int[] _capUse;
    private readonly double[] _regionMetres;
    private readonly bool _mayNotCover;
    private int _uses;
    private double _cost;

    internal PlanImprovement(CoverProgram program)
    {
        _program = program;
        _depths = new int[program.Atoms];
        _worth = new double[program.Atoms];
        _worthSums = new double[program.Atoms + 1];
        _taken = new bool[program.Columns];
        _capUse = new int[program.Caps.Length];
        _regionMetres = new double[program.Regions.Length];
        _mayNotCover = program.MustCover;
        _capsOf = new List<int>[program.Caps.Length == 0 ? 0 : program.Columns];
        for (int j = 0; j < _capsOf.Length; j++)
            _capsOf[j] = [];
        for (int q = 0; q < program.Caps.Length; q++)
        {
            foreach (int column in program.Caps[q].Columns)
                _capsOf[column].Add(q);
        }
    }

    /// <summary>Offers the best choice that it finds near the one given.</summary>
    internal void Improve(IReadOnlyList<int> columns, BestPlan best, bool exchange, CancellationToken cancellationToken)
    {
        Clear();
        foreach (int column in columns)
            Take(column, 1);
        GiveUp();
        if (!Demand())
            return;
        Add();
        Drop();
        best.Offer(Taken());
        if (!exchange)
            return;
        for (int round = 0; round < MostRounds && !cancellationToken.IsCancellationRequested && Exchange(cancellationToken); round++)
        {
            Add();
            best.Offer(Taken());
        }
    }

    /// <summary>A choice without those columns that add nothing and save nothing, shortest first.</summary>
    internal int[] Trimmed(int[] columns)
    {
        Clear();
        foreach (int column in columns)
            Take(column, 1);
        foreach (int j in columns.OrderBy(Atoms).ThenBy(column => column))
        {
            if (_program.Costs[j] >= 0 && _program.Prices[j] >= 0 && _program.Uses[j] > 0 && IsSpare(j))
                Take(j, -1);
        }

        return [.. Taken()];
    }

    private int Atoms(int column)
    {
        int atoms = 0;
        foreach (AtomRange run in _program[column])
            atoms += run.To - run.From;
        return atoms;
    }

    private List<int> Taken()
    {
        var taken = new List<int>();
        for (int j = 0; j < _taken.Length; j++)
        {
            if (_taken[j])
                taken.Add(j);
        }

        return taken;
    }

    private void Clear()
    {
        Array.Clear(_depths);
        Array.Clear(_taken);
        Array.Clear(_capUse);
        Array.Clear(_regionMetres);
        _uses = 0;
        _cost = 0;
    }

    private void Take(int column, int sign)
    {
        _taken[column] = sign > 0;
        _uses += sign * _program.Uses[column];
        _cost += sign * _program.Costs[column];
        if (_capsOf.Length > 0)
        {
            foreach (int q in _capsOf[column])
                _capUse[q] += sign;
        }

        foreach (AtomRange run in _program[column])
        {
            for (int a = run.From; a < run.To; a++)
                _depths[a] += sign;
        }
    }

    // What one more cover of each atom is worth now.
    private void Weigh()
    {
        for (int a = 0; a < _worth.Length; a++)
        {
            _worth[a] = _depths[a] switch
            {
                0 => _mayNotCover ? _program.Metres[a] : _program.First[a],
                1 => _program.Second[a],
                _ => 0,
            };
        }

        CoverProgram.SumInto(_worth, _worthSums);
    }

    private double GainOf(int column) => AtomRanges.Weight(_program[column], _worthSums) - (_mayNotCover ? 0 : _program.Prices[column]);

    private double LossOf(int column)
    {
        double loss = -_program.Prices[column];
        foreach (AtomRange run in _program[column])
        {
            for (int a = run.From; a < run.To; a++)
                loss += _depths[a] == 1 ? _program.First[a] : _depths[a] == 2 ? _program.Second[a] : 0;
        }

        return loss;
    }

    private bool Fits(int column)
    {
        if (_taken[column] || _uses + _program.Uses[column] > _program.MostUses || _cost + _program.Costs[column] > _program.Budget + _program.CostTolerance)
            return false;
        if (_capsOf.Length == 0)
            return true;
        foreach (int q in _capsOf[column])
        {
            if (_capUse[q] >= _program.Caps[q].AtMost)
                return false;
        }

        return true;
    }

    private bool IsOver() =>
        _uses > _program.MostUses || _cost > _program.Budget + _program.CostTolerance || OverCap() >= 0;

    private int OverCap()
    {
        for (int q = 0; q < _capUse.Length; q++)
        {
            if (_capUse[q] > _program.Caps[q].AtMost)
                return q;
        }

        return -1;
    }

    private void GiveUp()
    {
        while (IsOver())
        {
            int cap = OverCap(), worst = -1;
            double least = double.PositiveInfinity;
            for (int j = 0; j < _taken.Length; j++)
            {
                if (!_taken[j] || (cap >= 0 && !_capsOf[j].Contains(cap)))
                    continue;
                double loss = LossOf(j) / (_program.HasBudget ? Math.Max(_program.Costs[j], 1e-9) : 1);
                if (loss < least)
                    (worst, least) = (j, loss);
            }

            if (worst < 0)
                return;
            Take(worst, -1);
        }
    }

    // Covers what must be covered, cheapest metre first.
    private bool Demand()
    {
        if (_mayNotCover)
        {
            while (_depths.AsSpan().Contains(0))
            {
                Weigh();
                int pick = Pick(column => GainOf(column) / Math.Max(_program.Prices[column], 1e-9));
                if (pick < 0)
                    return false;
                Take(pick, 1);
            }
        }

        for (int r = 0; r < _regionMetres.Length; r++)
        {
            while (Lacking(r) > 0)
            {
                int pick = Pick(column => GainIn(r, column) / (_program.HasBudget ? Math.Max(_program.Costs[column], 1e-9) : 1));
                if (pick < 0)
                    return false;
                Take(pick, 1);
            }
        }

        return true;
    }

    private double Lacking(int region)
    {
        double covered = 0;
        foreach (AtomRange range in _program.Regions[region].Ranges)
        {
            for (int a = range.From; a < range.To; a++)
                covered += _depths[a] > 0 ? _program.Metres[a] : 0;
        }

        return _program.Regions[region].LeastMetres - CoverProgram.MetresTolerance - covered;
    }

    private double GainIn(int region, int column)
    {
        double gain = 0;
        var common = new List<AtomRange>();
        AtomRanges.Intersect(_program[column], _program.Regions[region].Ranges, common);
        foreach (AtomRange run in common)
        {
            for (int a = run.From; a < run.To; a++)
                gain += _depths[a] == 0 ? _program.Metres[a] : 0;
        }

        return gain;
    }

    private int Pick(Func<int, double> score)
    {
        int pick = -1;
        double most = 0;
        for (int j = 0; j < _taken.Length; j++)
        {
            if (!Fits(j))
                continue;
            double mine = score(j);
            if (mine > most)
                (pick, most) = (j, mine);
        }

        return pick;
    }

    private void Add()
    {
        if (_mayNotCover)
            return;
        while (true)
        {
            Weigh();
            int pick = Pick(_program.HasBudget ? column => GainOf(column) / Math.Max(_program.Costs[column], 1e-9) : GainOf);
            if (pick < 0)
                return;
            Take(pick, 1);
        }
    }

    // Gives up what is worth less than its price; where all must be covered, what is not needed, dearest first.
    private void Drop()
    {
        foreach (int j in Taken().OrderByDescending(column => _program.Prices[column]).ThenBy(column => column))
        {
            if (_mayNotCover ? _program.Prices[j] > 0 && IsSpare(j) : LossOf(j) < 0 && _regionMetres.Length == 0)
                Take(j, -1);
        }
    }

    private bool IsSpare(int column)
    {
        foreach (AtomRange run in _program[column])
        {
            for (int a = run.From; a < run.To; a++)
            {
                if (_depths[a] < (_program.HasSecond ? 3 : 2))
                    return false;
            }
        }

        return true;
    }

    // One round: each taken column makes way for the one that then adds most.
    private bool Exchange(CancellationToken cancellationToken)
    {
        if (_mayNotCover)
            return false;
        bool changed = false;
        foreach (int j in Taken())
        {
            if (cancellationToken.IsCancellationRequested)
                return false;
            double loss = LossOf(j);
            Take(j, -1);
            Weigh();
            int pick = Pick(GainOf);
            if (pick >= 0 && pick != j && GainOf(pick) > loss + 1e-6)
            {
                Take(pick, 1);
                if (Array.TrueForAll([.. Enumerable.Range(0, _regionMetres.Length)], r => Lacking(r) <= 0))
                {
                    changed = true;
                    continue;
                }

                Take(pick, -1);
            }

            Take(j, 1);
        }

        return changed;
    }
}
