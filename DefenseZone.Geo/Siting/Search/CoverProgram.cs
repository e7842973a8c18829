namespace DefenseZone.Geo.Siting.Search;

/// <summary>At most so many of these columns may be taken: an exclusive group, or the sites of a zone.</summary>
/// <param name="Columns">The columns, rising.</param>
/// <param name="AtMost">How many.</param>
internal sealed record Cap(int[] Columns, int AtMost);

/// <summary>At least so many metres of these atoms must be covered: a zone's demand.</summary>
/// <param name="Ranges">The atoms.</param>
/// <param name="LeastMetres">How many metres of them.</param>
internal sealed record Region(AtomRange[] Ranges, double LeastMetres);

/// <summary>
/// The discrete problem that all objectives come down to. Choose columns; each atom that is covered once is worth its
/// first value, twice or more its second value as well; each column has a price. Maximise values less prices.
/// </summary>
/// <remarks>
/// Columns are in the order of their first atom, then of their last. Second values are never above first values, so
/// that what a column adds never grows by taking others: the objective is submodular, which every bound here uses.
/// </remarks>
internal sealed record CoverProgram
{
    /// <summary>The worth of an atom when it is covered once.</summary>
    internal required double[] First { get; init; }

    /// <summary>What a second cover of the atom adds; at most the first.</summary>
    internal required double[] Second { get; init; }

    /// <summary>The atoms' lengths in metres.</summary>
    internal required double[] Metres { get; init; }

    /// <summary>True where every atom must be covered.</summary>
    internal bool MustCover { get; init; }

    /// <summary>Where the runs of each column begin in <see cref="Runs"/>; one more than there are columns.</summary>
    internal required int[] Starts { get; init; }

    /// <summary>The runs of atoms that the columns cover.</summary>
    internal required AtomRange[] Runs { get; init; }

    /// <summary>What taking a column takes away from the objective.</summary>
    internal required double[] Prices { get; init; }

    /// <summary>What a column takes of the budget.</summary>
    internal required double[] Costs { get; init; }

    /// <summary>How many sites a column counts for: 1, or 0 for an existing facility that stays or moves.</summary>
    internal required int[] Uses { get; init; }

    /// <summary>Whose column it is, in the caller's numbers.</summary>
    internal required int[] Sources { get; init; }

    /// <summary>How many sites may be taken; <see cref="int.MaxValue"/> for no limit.</summary>
    internal int MostUses { get; init; } = int.MaxValue;

    /// <summary>What the columns may cost in all.</summary>
    internal double Budget { get; init; } = double.PositiveInfinity;

    /// <summary>Columns of which only some may be taken.</summary>
    internal Cap[] Caps { get; init; } = [];

    /// <summary>Atoms of which so many metres must be covered.</summary>
    internal Region[] Regions { get; init; } = [];

    /// <summary>Reckons the worst loss, which the objective is less by; none where losses do not count.</summary>
    internal LossLedger? Losses { get; init; }

    /// <summary>Two objectives that differ by less, relative to their size, are equal: rounding of sums.</summary>
    internal double RelativeTolerance { get; init; } = 1e-10;

    /// <summary>What is attained already, by a choice that may break limits of this program: only choices worth more are looked for.</summary>
    internal double Floor { get; init; } = double.NegativeInfinity;

    /// <summary>What every choice is worth beforehand, in the caller's objective: relative gaps are relative to all of it.</summary>
    internal double Offset { get; init; }

    internal int Atoms => First.Length;

    internal int Columns => Prices.Length;

    internal bool HasSecond { get; init; }

    internal bool HasBudget => !double.IsPositiveInfinity(Budget);

    /// <summary>The runs that a column covers.</summary>
    internal ReadOnlySpan<AtomRange> this[int column] => Runs.AsSpan(Starts[column], Starts[column + 1] - Starts[column]);

    internal int FirstAtom(int column) => Runs[Starts[column]].From;

    /// <summary>The atom behind the last one.</summary>
    internal int EndAtom(int column) => Runs[Starts[column + 1] - 1].To;

    /// <summary>Running sums of a value by atom, from 0.</summary>
    internal static double[] Sums(double[] values)
    {
        var sums = new double[values.Length + 1];
        SumInto(values, sums);
        return sums;
    }

    internal static void SumInto(double[] values, double[] sums)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sums[i] = sum;
            sum += values[i];
        }

        sums[values.Length] = sum;
    }

    /// <summary>How often each atom is covered by a choice of columns.</summary>
    internal int[] Depths(IReadOnlyList<int> columns)
    {
        var change = new int[Atoms + 1];
        foreach (int column in columns)
        {
            foreach (AtomRange run in this[column])
            {
                change[run.From]++;
                change[run.To]--;
            }
        }

        for (int i = 1; i <= Atoms; i++)
            change[i] += change[i - 1];
        return change;
    }

    /// <summary>The objective of a choice, whether or not it holds to the limits.</summary>
    internal double Value(IReadOnlyList<int> columns)
    {
        int[] depths = Depths(columns);
        double value = 0;
        for (int a = 0; a < Atoms; a++)
        {
            if (depths[a] > 0)
                value += depths[a] > 1 ? First[a] + Second[a] : First[a];
        }

        foreach (int column in columns)
            value -= Prices[column];
        return Losses is null ? value : value - Losses.WorstLoss(columns);
    }

    /// <summary>True where a choice holds to every limit.</summary>
    internal bool Holds(IReadOnlyList<int> columns)
    {
        int uses = 0;
        double cost = 0;
        var taken = new bool[Columns];
        foreach (int column in columns)
        {
            uses += Uses[column];
            cost += Costs[column];
            taken[column] = true;
        }

        if (uses > MostUses || cost > Budget + CostTolerance)
            return false;
        foreach (Cap cap in Caps)
        {
            if (cap.Columns.Count(column => taken[column]) > cap.AtMost)
                return false;
        }

        if (Losses is { IsLimited: true } && Losses.WorstLoss(columns) > Losses.MostMetres + MetresTolerance)
            return false;
        if (!MustCover && Regions.Length == 0)
            return true;
        int[] depths = Depths(columns);
        if (MustCover && depths.AsSpan(0, Atoms).Contains(0))
            return false;
        foreach (Region region in Regions)
        {
            double covered = 0;
            foreach (AtomRange range in region.Ranges)
            {
                for (int a = range.From; a < range.To; a++)
                    covered += depths[a] > 0 ? Metres[a] : 0;
            }

            if (covered < region.LeastMetres - MetresTolerance)
                return false;
        }

        return true;
    }

    /// <summary>Money below this is rounding of sums.</summary>
    internal double CostTolerance => HasBudget ? RelativeCostTolerance * Math.Max(1, Math.Abs(Budget)) : 0;

    /// <summary>The same, relative to the budget.</summary>
    internal const double RelativeCostTolerance = 1e-9;

    /// <summary>A metre demanded may be missing by this much: rounding of sums.</summary>
    internal const double MetresTolerance = 1e-4;
}
