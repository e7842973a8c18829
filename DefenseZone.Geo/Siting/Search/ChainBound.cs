using System.Numerics;

namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// An upper bound by dynamic programming along the border. Columns are taken in their order; what a column adds is
/// reckoned against the one taken just before it only, which never says too little. The best chain is therefore a bound,
/// and, as cover is nearly one-dimensional, mostly the optimum itself.
/// </summary>
/// <remarks>
/// The values to come are kept for every column and number of sites still free: they complete partial plans in
/// <see cref="PlanSweep"/>, and tell which columns cannot be part of a better plan.
/// </remarks>
internal sealed class ChainBound
{
    /// <summary>Numbers of sites are counted in layers while the table stays below this; else a site has a price.</summary>
    private const long MostCells = 12_000_000;

    private readonly CoverProgram _program;
    private readonly ChainArcs _arcs;
    private readonly double[] _firstSums;
    private readonly double[] _rebateSums;
    private readonly double[] _firsts;
    private readonly double[] _rebates;
    private readonly double[] _grants;
    private readonly double[] _rebate;
    private readonly int _stride;

    internal ChainBound(CoverProgram program, ChainArcs arcs)
    {
        _program = program;
        _arcs = arcs;
        int n = program.Columns, atoms = program.Atoms;
        int sites = program.Uses.Count(uses => uses > 0);
        IsLayered = program.MostUses < sites && (long)(n + 1) * (program.MostUses + 1) <= MostCells;
        Layers = IsLayered ? program.MostUses : 0;
        _stride = Layers + 1;
        _firstSums = new double[atoms + 1];
        _rebateSums = new double[atoms + 1];
        _firsts = new double[atoms];
        _rebates = new double[atoms];
        _grants = new double[atoms];
        GrantSums = new double[atoms + 1];
        _rebate = new double[arcs.Count];
        Gain = new double[n];
        ToCome = new double[(n + 1) * _stride];
        BestFrom = new double[(n + 1) * _stride];
    }

    /// <summary>True where numbers of sites are told apart; else they are free, at a price.</summary>
    internal bool IsLayered { get; }

    /// <summary>The most sites that are told apart; 0 where they are not.</summary>
    internal int Layers { get; }

    /// <summary>By column: what it adds where nothing is shared, less its prices.</summary>
    internal double[] Gain { get; }

    /// <summary>By column and sites left: the most that a chain adds after this column.</summary>
    internal double[] ToCome { get; }

    /// <summary>By column and sites left: the most that a chain adds that begins at this column or later.</summary>
    internal double[] BestFrom { get; }

    /// <summary>Running sums of what each atom is granted once, whoever covers it.</summary>
    internal double[] GrantSums { get; }

    /// <summary>What is added to every chain: grants of all atoms, and the prices of the limits.</summary>
    internal double Constant { get; private set; }

    /// <summary>The bound.</summary>
    internal double Value => Constant + BestFrom[Layers];

    /// <summary>The layer with so many sites taken.</summary>
    internal int LayerAfter(int uses) => IsLayered ? Layers - uses : 0;

    internal double ToComeAfter(int column, int layer) => ToCome[(column * _stride) + layer];

    internal double BestFromColumn(int column, int layer) => BestFrom[(column * _stride) + layer];

    /// <summary>Works out the bound under some multipliers.</summary>
    internal void Solve(Multipliers multipliers)
    {
        Price(multipliers);
        int n = _program.Columns;
        Span<double> best = BestFrom, toCome = ToCome;
        best.Slice(n * _stride, _stride).Clear();
        for (int j = n - 1; j >= 0; j--)
        {
            Span<double> mine = toCome.Slice(j * _stride, _stride);
            best.Slice(_arcs.Behind[j] * _stride, _stride).CopyTo(mine);
            int first = _arcs.Starts[j], end = _arcs.Starts[j + 1];
            for (int arc = first; arc < end; arc++)
            {
                int i = j + 1 + arc - first;
                Raise(mine, toCome.Slice(i * _stride, _stride), Gain[i] - _rebate[arc], Shift(i));
            }

            Span<double> from = best.Slice(j * _stride, _stride);
            best.Slice((j + 1) * _stride, _stride).CopyTo(from);
            Raise(from, mine, Gain[j], Shift(j));
        }
    }

    /// <summary>The columns of the best chain, rising.</summary>
    internal List<int> BestChain()
    {
        var chain = new List<int>();
        int layer = Layers, at = 0;
        int last = -1;
        while (true)
        {
            int next = last < 0 ? FirstOf(at, layer) : NextOf(last, layer);
            if (next < 0)
                return chain;
            chain.Add(next);
            layer -= Shift(next);
            last = next;
        }
    }

    /// <summary>The arc from one column to a later one; −1 where they share nothing.</summary>
    internal int ArcBetween(int earlier, int later) =>
        later < _arcs.Behind[earlier] ? _arcs.Starts[earlier] + later - earlier - 1 : -1;

    /// <summary>For each column the most that a chain through it is worth.</summary>
    internal double[] BestThrough()
    {
        int n = _program.Columns;
        var through = new double[n];
        Array.Fill(through, double.NegativeInfinity);

        // Forwards: the most up to and with each column, by sites used.
        var upTo = new double[n * _stride];
        Array.Fill(upTo, double.NegativeInfinity);
        var ended = new double[_stride];
        int[] byEnd = [.. Enumerable.Range(0, n)];
        Array.Sort(byEnd.Select(_program.EndAtom).ToArray(), byEnd);
        int closed = 0;
        for (int i = 0; i < n; i++)
        {
            for (; closed < n && _program.EndAtom(byEnd[closed]) <= _program.FirstAtom(i); closed++)
            {
                for (int k = 0; k < _stride; k++)
                    ended[k] = Math.Max(ended[k], upTo[(byEnd[closed] * _stride) + k]);
            }

            Raise(upTo.AsSpan(i * _stride, _stride), ended, Gain[i], Shift(i));
            ReadOnlySpan<double> mine = upTo.AsSpan(i * _stride, _stride);
            for (int k = 0; k < _stride; k++)
            {
                if (mine[k] > double.NegativeInfinity)
                    through[i] = Math.Max(through[i], mine[k] + ToComeAfter(i, Layers - k));
            }

            int first = _arcs.Starts[i], end = _arcs.Starts[i + 1];
            for (int arc = first; arc < end; arc++)
            {
                int later = i + 1 + arc - first;
                Raise(upTo.AsSpan(later * _stride, _stride), mine, Gain[later] - _rebate[arc], Shift(later));
            }
        }

        for (int i = 0; i < n; i++)
            through[i] += Constant;
        return through;
    }

    /// <summary>Whether taking a column uses up a site that is counted in layers.</summary>
    private int Shift(int column) => IsLayered ? _program.Uses[column] : 0;

    private void Price(Multipliers multipliers)
    {
        CoverProgram program = _program;
        double constant = 0;
        program.First.CopyTo(_grants, 0);
        for (int r = 0; r < program.Regions.Length; r++)
        {
            double price = multipliers.Regions[r];
            constant -= price * program.Regions[r].LeastMetres;
            if (price == 0)
                continue;
            foreach (AtomRange range in program.Regions[r].Ranges)
            {
                for (int a = range.From; a < range.To; a++)
                    _grants[a] += price * program.Metres[a];
            }
        }

        bool second = program.HasSecond;
        for (int a = 0; a < program.Atoms; a++)
        {
            double worth = _grants[a];
            _firsts[a] = program.MustCover ? multipliers.First[a] : multipliers.First[a] * worth;
            double next = second ? Math.Min(multipliers.Second[a] * program.Second[a], _firsts[a]) : 0;
            _rebates[a] = _firsts[a] - next;
            _grants[a] = worth - _firsts[a] + (second ? program.Second[a] - next : 0);
        }

        CoverProgram.SumInto(_firsts, _firstSums);
        CoverProgram.SumInto(_rebates, _rebateSums);
        CoverProgram.SumInto(_grants, GrantSums);
        _arcs.Weigh(_rebateSums, _rebate);
        for (int j = 0; j < Gain.Length; j++)
        {
            Gain[j] = AtomRanges.Weight(program[j], _firstSums)
                - program.Prices[j] - (multipliers.Budget * program.Costs[j]) - (multipliers.Site * program.Uses[j]);
        }

        for (int q = 0; q < program.Caps.Length; q++)
        {
            constant += multipliers.Caps[q] * program.Caps[q].AtMost;
            foreach (int column in program.Caps[q].Columns)
                Gain[column] -= multipliers.Caps[q];
        }

        if (program.HasBudget)
            constant += multipliers.Budget * program.Budget;
        if (!IsLayered && program.MostUses < int.MaxValue)
            constant += multipliers.Site * program.MostUses;
        Constant = constant + GrantSums[^1] - (program.Losses?.LeastLoss ?? 0);
    }

    private int FirstOf(int from, int layer)
    {
        double value = BestFromColumn(from, layer);
        int n = _program.Columns;
        for (int i = from; i < n; i++)
        {
            if (BestFromColumn(i + 1, layer) == value)
                continue;
            return i;
        }

        return -1;
    }

    private int NextOf(int last, int layer)
    {
        double value = ToComeAfter(last, layer);
        int first = _arcs.Starts[last], end = _arcs.Starts[last + 1];
        for (int arc = first; arc < end; arc++)
        {
            int i = last + 1 + arc - first;
            if (layer >= Shift(i) && Gain[i] - _rebate[arc] + ToComeAfter(i, layer - Shift(i)) == value)
                return i;
        }

        return FirstOf(_arcs.Behind[last], layer);
    }

    // mine[k] = max(mine[k], gain + theirs[k − shift]).
    private static void Raise(Span<double> mine, ReadOnlySpan<double> theirs, double gain, int shift)
    {
        mine = mine[shift..];
        theirs = theirs[..mine.Length];
        int k = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var add = new Vector<double>(gain);
            for (; k <= mine.Length - Vector<double>.Count; k += Vector<double>.Count)
                Vector.Max(new Vector<double>(mine[k..]), new Vector<double>(theirs[k..]) + add).CopyTo(mine[k..]);
        }

        for (; k < mine.Length; k++)
            mine[k] = Math.Max(mine[k], gain + theirs[k]);
    }
}
