namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// Reckons the worst loss: the most that one facility, standing or taken, covers alone. Each atom either is covered by
/// nobody that stands, or by one only; what more of them cover can be lost by nobody.
/// </summary>
internal sealed class LossLedger
{
    private readonly CoverProgram _program;
    private readonly int[] _owners;
    private readonly int[] _lastAtoms;
    private readonly double[] _openMetres;

    /// <summary>Opens a ledger.</summary>
    /// <param name="program">The program, without a ledger.</param>
    /// <param name="owners">By atom: who stands there alone, from 0; −1 where nobody stands.</param>
    /// <param name="fixedMetres">By those who stand: what they cover alone where nothing can be built to cover it too.</param>
    /// <param name="leastMetres">What is reckoned as lost at least.</param>
    /// <param name="mostMetres">What may be lost at most.</param>
    internal LossLedger(CoverProgram program, int[] owners, double[] fixedMetres, double leastMetres = 0, double mostMetres = double.PositiveInfinity)
    {
        _program = program;
        _owners = owners;
        FixedMetres = fixedMetres;
        LeastLoss = fixedMetres.Aggregate(leastMetres, Math.Max);
        MostMetres = mostMetres;
        _lastAtoms = new int[fixedMetres.Length];
        for (int a = 0; a < owners.Length; a++)
        {
            if (owners[a] >= 0)
                _lastAtoms[owners[a]] = a;
        }

        _openMetres = CoverProgram.Sums([.. Enumerable.Range(0, owners.Length).Select(a => owners[a] < 0 ? program.Metres[a] : 0)]);
    }

    /// <summary>By those who stand: what they alone cover in any case.</summary>
    internal double[] FixedMetres { get; }

    /// <summary>What is lost in any case, or is reckoned so.</summary>
    internal double LeastLoss { get; }

    /// <summary>What may be lost at most.</summary>
    internal double MostMetres { get; }

    internal bool IsLimited => !double.IsPositiveInfinity(MostMetres);

    /// <summary>The worst loss under a choice of columns.</summary>
    internal double WorstLoss(IReadOnlyList<int> columns)
    {
        int[] depths = _program.Depths(columns);
        var alone = (double[])FixedMetres.Clone();
        for (int a = 0; a < _owners.Length; a++)
        {
            if (depths[a] == 0 && _owners[a] >= 0)
                alone[_owners[a]] += _program.Metres[a];
        }

        double worst = alone.Length == 0 ? 0 : alone.Max();
        foreach (int column in columns)
        {
            double mine = 0;
            foreach (AtomRange run in _program[column])
            {
                for (int a = run.From; a < run.To; a++)
                    mine += depths[a] == 1 && _owners[a] < 0 ? _program.Metres[a] : 0;
            }

            worst = Math.Max(worst, mine);
        }

        return worst;
    }

    /// <summary>What a partial plan has lost up to a place.</summary>
    /// <param name="Worst">The most that one whose cover has ended covers alone.</param>
    /// <param name="Taken">The columns taken whose cover goes on, rising.</param>
    /// <param name="TakenMetres">What each of them covers alone so far.</param>
    /// <param name="Standing">Those who stand whose cover goes on and has begun, rising.</param>
    /// <param name="StandingMetres">What each of them covers alone so far.</param>
    internal sealed record Entry(double Worst, int[] Taken, double[] TakenMetres, int[] Standing, double[] StandingMetres)
    {
        /// <summary>What is lost at least.</summary>
        internal double Least
        {
            get
            {
                double least = Worst;
                foreach (double metres in TakenMetres)
                    least = Math.Max(least, metres);
                foreach (double metres in StandingMetres)
                    least = Math.Max(least, metres);
                return least;
            }
        }

        /// <summary>True where this one loses no more than another, whatever both take from here on.</summary>
        internal bool IsNoWorseThan(Entry other)
        {
            if (Worst > Math.Max(other.Worst, other.Least) || !Taken.AsSpan().SequenceEqual(other.Taken) || !Standing.AsSpan().SequenceEqual(other.Standing))
                return false;
            for (int i = 0; i < TakenMetres.Length; i++)
            {
                if (TakenMetres[i] > other.TakenMetres[i])
                    return false;
            }

            for (int i = 0; i < StandingMetres.Length; i++)
            {
                if (StandingMetres[i] > other.StandingMetres[i])
                    return false;
            }

            return true;
        }
    }

    internal Entry Begin() => new(LeastLoss, [], [], [], []);

    /// <summary>The entry with one more column taken.</summary>
    internal static Entry With(Entry entry, int column) => entry with { Taken = [.. entry.Taken, column], TakenMetres = [.. entry.TakenMetres, 0] };

    /// <summary>Moves an entry from one place to the next: what lies between is settled.</summary>
    internal Entry Advance(Entry entry, ReadOnlySpan<AtomRange> once, ReadOnlySpan<AtomRange> twice, int from, int to)
    {
        if (to <= from)
            return entry;
        var between = new List<AtomRange>();
        var alone = new List<AtomRange>();
        AtomRanges.Intersect(once, [new AtomRange(from, to)], between);
        AtomRanges.Except(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(between), twice, alone);
        ReadOnlySpan<AtomRange> singly = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(alone);
        double worst = entry.Worst;
        var taken = new List<int>(entry.Taken.Length);
        var takenMetres = new List<double>(entry.Taken.Length);
        for (int i = 0; i < entry.Taken.Length; i++)
        {
            double metres = entry.TakenMetres[i] + AtomRanges.CommonWeight(_program[entry.Taken[i]], singly, _openMetres);
            if (_program.EndAtom(entry.Taken[i]) <= to)
            {
                worst = Math.Max(worst, metres);
            }
            else
            {
                taken.Add(entry.Taken[i]);
                takenMetres.Add(metres);
            }
        }

        (int[] standing, double[] standingMetres) = Stand(entry, between, from, to, ref worst);
        return new Entry(worst, [.. taken], [.. takenMetres], standing, standingMetres);
    }

    private (int[] Standing, double[] Metres) Stand(Entry entry, List<AtomRange> covered, int from, int to, ref double worst)
    {
        var alone = new SortedDictionary<int, double>();
        for (int i = 0; i < entry.Standing.Length; i++)
            alone[entry.Standing[i]] = entry.StandingMetres[i];
        int next = 0;
        for (int a = from; a < to; a++)
        {
            if (_owners[a] < 0)
                continue;
            while (next < covered.Count && covered[next].To <= a)
                next++;
            bool isCovered = next < covered.Count && covered[next].From <= a;
            alone.TryGetValue(_owners[a], out double before);
            alone[_owners[a]] = (alone.ContainsKey(_owners[a]) ? before : FixedMetres[_owners[a]]) + (isCovered ? 0 : _program.Metres[a]);
        }

        var standing = new List<int>();
        var metres = new List<double>();
        foreach ((int owner, double sum) in alone)
        {
            if (_lastAtoms[owner] < to)
            {
                worst = Math.Max(worst, sum);
            }
            else
            {
                standing.Add(owner);
                metres.Add(sum);
            }
        }

        return ([.. standing], [.. metres]);
    }
}
