using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Siting.Search;

/// <summary>A stretch of border whose every metre is wanted alike.</summary>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end.</param>
/// <param name="First">What a metre is worth when one more covers it.</param>
/// <param name="Second">What it is worth beyond that when a second one does.</param>
internal readonly record struct Demand(double FromMetres, double ToMetres, double First, double Second);

/// <summary>A site's claim on the search: what it covers and what it is subject to.</summary>
/// <param name="Source">Whose it is, in the caller's numbers.</param>
/// <param name="Cost">What it takes of the budget.</param>
/// <param name="Price">What it takes away from the objective.</param>
/// <param name="Uses">How many sites it counts for.</param>
/// <param name="Caps">The caps that it counts against, rising.</param>
internal readonly record struct Claim(int Source, double Cost, double Price, int Uses, int[] Caps);

/// <summary>
/// Cuts the demand into atoms: what all claims cover is clipped to what is wanted, claims that others dominate are set
/// aside, and the ends of the rest are the cuts. Atoms that no claim covers are left out, so that runs of atoms close up
/// over them.
/// </summary>
internal sealed class DemandCut
{
    private readonly List<double> _froms = [];
    private readonly List<double> _tos = [];
    private readonly int[] _starts;
    private readonly Claim[] _claims;

    private DemandCut(Claim[] claims)
    {
        _claims = claims;
        _starts = new int[claims.Length + 1];
        DominatedBy = new int[claims.Length];
    }

    /// <summary>By claim: −1 where it is kept, −2 where it covers nothing that is wanted, else a claim that dominates it.</summary>
    internal int[] DominatedBy { get; }

    /// <summary>Chainages of the atoms' starts.</summary>
    internal double[] AtomFrom { get; private set; } = [];

    /// <summary>Chainages of the atoms' ends.</summary>
    internal double[] AtomTo { get; private set; } = [];

    /// <summary>The demand that each atom is part of.</summary>
    internal int[] AtomDemand { get; private set; } = [];

    /// <summary>The claims that are kept, by column.</summary>
    internal int[] Kept { get; private set; } = [];

    internal int[] RunStarts { get; private set; } = [];

    internal AtomRange[] Runs { get; private set; } = [];

    /// <summary>Cuts.</summary>
    /// <param name="demands">What is wanted: in order, apart.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="stretches">What they cover, by rising claim, those of one in order.</param>
    /// <param name="dominators">How many others must dominate a claim for it to be set aside: 1, or 2 where a second cover counts.</param>
    internal static DemandCut Of(ReadOnlySpan<Demand> demands, Claim[] claims, ReadOnlySpan<CoverStretch> stretches, int dominators)
    {
        var cut = new DemandCut(claims);
        cut.Clip(demands, stretches);
        int[] order = cut.Order();
        cut.Dominate(order, dominators);
        cut.Cut(demands, order);
        return cut;
    }

    private ReadOnlySpan<double> Froms(int claim) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_froms)[_starts[claim].._starts[claim + 1]];

    private ReadOnlySpan<double> Tos(int claim) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tos)[_starts[claim].._starts[claim + 1]];

    private void Clip(ReadOnlySpan<Demand> demands, ReadOnlySpan<CoverStretch> stretches)
    {
        int at = 0;
        for (int claim = 0; claim < _claims.Length; claim++)
        {
            _starts[claim] = _froms.Count;
            for (; at < stretches.Length && stretches[at].Facility == claim; at++)
            {
                CoverStretch stretch = stretches[at];
                int low = 0, high = demands.Length;
                while (low < high)
                {
                    int middle = (low + high) >>> 1;
                    if (demands[middle].ToMetres <= stretch.FromMetres)
                        low = middle + 1;
                    else
                        high = middle;
                }

                for (; low < demands.Length && demands[low].FromMetres < stretch.ToMetres; low++)
                {
                    double from = Math.Max(demands[low].FromMetres, stretch.FromMetres), to = Math.Min(demands[low].ToMetres, stretch.ToMetres);
                    if (to > from)
                    {
                        _froms.Add(from);
                        _tos.Add(to);
                    }
                }
            }
        }

        _starts[_claims.Length] = _froms.Count;
    }

    // By first place, then those that reach farther, then those that cover more, then the cheaper: a claim comes behind
    // every other that dominates it, ties by number. Places mostly differ, so numbers are sorted, and only ties compared.
    private int[] Order()
    {
        var places = new double[_claims.Length];
        var order = new int[_claims.Length];
        int count = 0;
        for (int claim = 0; claim < _claims.Length; claim++)
        {
            bool covers = _starts[claim + 1] > _starts[claim];
            DominatedBy[claim] = covers ? -1 : -2;
            if (covers)
                (places[count], order[count++]) = (_froms[_starts[claim]], claim);
        }

        Array.Resize(ref order, count);
        Array.Sort(places, order, 0, count);
        for (int first = 0; first < count;)
        {
            int end = first + 1;
            while (end < count && places[end] == places[first])
                end++;
            if (end - first > 1)
                order.AsSpan(first, end - first).Sort(CompareAtOnePlace);
            first = end;
        }

        return order;
    }

    private int CompareAtOnePlace(int a, int b)
    {
        int order = Tos(b)[^1].CompareTo(Tos(a)[^1]);
        if (order == 0)
            order = Length(b).CompareTo(Length(a));
        if (order == 0)
            order = (_claims[a].Cost + _claims[a].Price).CompareTo(_claims[b].Cost + _claims[b].Price);
        return order != 0 ? order : a.CompareTo(b);
    }

    private double Length(int claim)
    {
        ReadOnlySpan<double> froms = Froms(claim), tos = Tos(claim);
        double metres = 0;
        for (int i = 0; i < froms.Length; i++)
            metres += tos[i] - froms[i];
        return metres;
    }

    private void Dominate(int[] order, int dominators)
    {
        var open = new List<int>();
        foreach (int claim in order)
        {
            double from = Froms(claim)[0], to = Tos(claim)[^1];
            int left = dominators, by = -1, kept = 0;
            for (int i = 0; i < open.Count; i++)
            {
                int other = open[i];
                double reach = Tos(other)[^1];
                if (reach <= from)
                    continue;
                open[kept++] = other;
                if (left > 0 && reach >= to && MayReplace(other, claim) && Contains(other, claim) && --left == 0)
                    by = other;
            }

            open.RemoveRange(kept, open.Count - kept);
            DominatedBy[claim] = by;
            if (by < 0)
                open.Add(claim);
        }
    }

    private bool MayReplace(int other, int claim)
    {
        Claim a = _claims[other], b = _claims[claim];
        if (a.Caps.Length > b.Caps.Length)
            return false;
        return a.Cost <= b.Cost && a.Price <= b.Price && a.Uses <= b.Uses && Array.TrueForAll(a.Caps, cap => Array.BinarySearch(b.Caps, cap) >= 0);
    }

    private bool Contains(int outer, int inner)
    {
        ReadOnlySpan<double> outerFroms = Froms(outer), outerTos = Tos(outer), froms = Froms(inner), tos = Tos(inner);
        int j = 0;
        for (int i = 0; i < froms.Length; i++)
        {
            while (j < outerTos.Length && outerTos[j] < tos[i])
                j++;
            if (j == outerTos.Length || outerFroms[j] > froms[i])
                return false;
        }

        return true;
    }

    private void Cut(ReadOnlySpan<Demand> demands, int[] order)
    {
        Kept = [.. order.Where(claim => DominatedBy[claim] == -1)];
        var cuts = new List<double>(Kept.Length * 4);
        foreach (int claim in Kept)
        {
            cuts.AddRange(Froms(claim));
            cuts.AddRange(Tos(claim));
        }

        double[] places = [.. cuts];
        Array.Sort(places);
        int count = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (i == 0 || places[i] != places[count - 1])
                places[count++] = places[i];
        }

        // Depth between cuts, to leave out what nobody covers.
        var depth = new int[count + 1];
        var ends = new (int From, int To)[_froms.Count];
        foreach (int claim in Kept)
        {
            for (int i = _starts[claim]; i < _starts[claim + 1]; i++)
            {
                int from = Array.BinarySearch(places, 0, count, _froms[i]), to = Array.BinarySearch(places, 0, count, _tos[i]);
                ends[i] = (from, to);
                depth[from]++;
                depth[to]--;
            }
        }

        var number = new int[count + 1];
        var atomFrom = new List<double>(count);
        var atomTo = new List<double>(count);
        var atomDemand = new List<int>(count);
        int open = 0, demand = 0;
        for (int i = 0; i + 1 < count; i++)
        {
            number[i] = atomFrom.Count;
            open += depth[i];
            if (open == 0)
                continue;
            while (demands[demand].ToMetres <= places[i])
                demand++;
            atomFrom.Add(places[i]);
            atomTo.Add(places[i + 1]);
            atomDemand.Add(demand);
        }

        if (count > 0)
            number[count - 1] = atomFrom.Count;
        (AtomFrom, AtomTo, AtomDemand) = ([.. atomFrom], [.. atomTo], [.. atomDemand]);
        Number(ends, number);
    }

    private void Number((int From, int To)[] ends, int[] number)
    {
        RunStarts = new int[Kept.Length + 1];
        var runs = new List<AtomRange>(Kept.Length * 2);
        for (int column = 0; column < Kept.Length; column++)
        {
            RunStarts[column] = runs.Count;
            for (int i = _starts[Kept[column]]; i < _starts[Kept[column] + 1]; i++)
            {
                var run = new AtomRange(number[ends[i].From], number[ends[i].To]);
                if (runs.Count > RunStarts[column] && runs[^1].To == run.From)
                    runs[^1] = new AtomRange(runs[^1].From, run.To);
                else
                    runs.Add(run);
            }
        }

        RunStarts[Kept.Length] = runs.Count;
        Runs = [.. runs];
    }
}
