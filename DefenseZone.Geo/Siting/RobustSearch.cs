using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>
/// The best cover after the worst single loss. The plan is swept along the border with what each facility covers alone;
/// the bound is that of the cover, less what is lost already. Where that leaves a gap, plans are told apart by how much
/// they lose: in a range of losses the lower end is lost in any case, and the upper end limits what may be covered by one
/// alone. Ranges that may hold a better plan are halved.
/// </summary>
internal sealed class RobustSearch
{
    private const int FirstLabels = 64;
    private const int RangeLabels = 1024;
    private const int MostRanges = 2_000;

    // Losses that differ by less are one: the range is then searched with all the room there is.
    private const double NarrowestMetres = 1;

    private readonly SitingProblem _problem;
    private readonly SitingProgram _built;
    private readonly Action<double?, double?> _tell;
    private readonly double _standing;
    private readonly CoverProgram _plain;
    private readonly int[] _owners;
    private readonly double[] _fixedMetres;
    private readonly (List<AtomRange> Ranges, double Metres)[] _alone;
    private int _steps;
    private long _labels;

    internal RobustSearch(SitingField field, SitingDemand demand, List<OptionCap> caps, Action<double?, double?> tell)
    {
        _problem = field.Problem;
        _tell = tell;
        _standing = demand.Pieces.Sum(piece => piece.Depth > 0 ? piece.LengthMetres : 0);

        // What one alone covers is wanted too, though it adds nothing: a second cover there makes its loss smaller.
        Reading reading = SitingSearch.MaximalCoverReading(_problem) with
        {
            WorthOf = static piece => piece.Depth == 0 ? new Worth(1) : default,
            AlsoOf = static piece => piece.Depth == 1,
            Dominators = 2,
        };
        _built = SitingProgram.Of(field, demand, caps, field.OptionStretches(), reading);
        (_owners, _fixedMetres) = Owners(demand);
        _alone = Alone();
        double[] metres = _built.Program.Metres;
        _plain = _built.Program with
        {
            First = [.. _owners.Select((owner, a) => owner < 0 ? metres[a] : 0)],
            Second = new double[_owners.Length],
            Offset = _standing,
            HasSecond = true,
        };
    }

    /// <summary>Plans that lose from so much to so much.</summary>
    /// <param name="LeastMetres">Lost at least.</param>
    /// <param name="MostMetres">Lost at most.</param>
    /// <param name="Bound">No plan of these is worth more.</param>
    private sealed record LossRange(double LeastMetres, double MostMetres, double Bound);

    /// <summary>Finds the best plan.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="firstLabels">How many partial plans are kept at one place before plans are told apart by what they lose.</param>
    internal SitingFinding Find(CancellationToken cancellationToken, int firstLabels = FirstLabels)
    {
        var all = new LossRange(0, double.PositiveInfinity, double.PositiveInfinity);
        CoverAnswer answer = Solve(all, double.NegativeInfinity, firstLabels, cancellationToken);
        if (answer is { Exists: false, IsProven: false })
            answer = Solve(all, double.NegativeInfinity, int.MaxValue, cancellationToken);
        if (answer is { Exists: true, IsProven: false })
            answer = ByRanges(answer, cancellationToken);
        return new SitingFinding(
            SitingSearch.Sources(_built, answer), answer.Exists, answer.Value + _standing, answer.Bound + _standing, answer.IsProven, _built, _steps, _labels);
    }

    private CoverAnswer ByRanges(CoverAnswer best, CancellationToken cancellationToken)
    {
        // Who loses more than the most that can be covered exceeds the best plan is no better than it.
        double mostCover = CoverSolver.Solve(_plain, 0, static (_, _) => { }, cancellationToken).Bound;
        double least = _fixedMetres.Aggregate(0.0, Math.Max), closed = double.NegativeInfinity, left = double.NegativeInfinity;
        var open = new PriorityQueue<LossRange, double>();
        void Open(LossRange range) => open.Enqueue(range, -range.Bound);
        Open(new LossRange(least, Math.Max(least, mostCover - best.Value), best.Bound));
        int ranges = 0;
        while (open.TryPeek(out LossRange? range, out _) && range.Bound > best.Value && !cancellationToken.IsCancellationRequested)
        {
            open.Dequeue();
            range = range with { MostMetres = Math.Min(range.MostMetres, mostCover - best.Value) };
            if (range.MostMetres < range.LeastMetres)
                continue;
            bool isNarrow = range.MostMetres - range.LeastMetres <= NarrowestMetres || ++ranges >= MostRanges;
            CoverAnswer answer = Solve(range, best.Value, isNarrow ? int.MaxValue : RangeLabels, cancellationToken);
            double bound = Math.Min(answer.Bound, range.Bound);
            if (answer.Exists && answer.Value > best.Value)
                best = answer;
            if (answer.IsProven)
                closed = Math.Max(closed, bound);
            else if (isNarrow || cancellationToken.IsCancellationRequested)
                left = Math.Max(left, bound);
            else
                Halve(range with { Bound = bound }, Open);
            _tell(best.Value + _standing, Math.Max(best.Value, Math.Max(left, open.TryPeek(out LossRange? next, out _) ? next.Bound : closed)) + _standing);
        }

        double still = open.TryPeek(out LossRange? highest, out _) ? Math.Max(left, highest.Bound) : left;
        bool isProven = still <= best.Value;
        return best with { IsProven = isProven, Bound = Math.Max(best.Value, Math.Max(still, _problem.Limits.RelativeGap > 0 ? closed : best.Value)) };
    }

    private static void Halve(LossRange range, Action<LossRange> open)
    {
        double middle = (range.LeastMetres + range.MostMetres) / 2;
        open(range with { MostMetres = middle });
        open(new LossRange(middle, range.MostMetres, range.Bound - (middle - range.LeastMetres)));
    }

    private CoverAnswer Solve(LossRange range, double floor, int mostLabels, CancellationToken cancellationToken)
    {
        CoverProgram program = _plain with
        {
            Losses = new LossLedger(_plain, _owners, _fixedMetres, range.LeastMetres, range.MostMetres),
            Regions = [.. _plain.Regions, .. Shared(range.MostMetres)],
            Floor = floor,
        };
        CoverAnswer answer = CoverSolver.Solve(
            program,
            _problem.Limits.RelativeGap,
            (value, bound) => TellOfAll(range, value, bound),
            cancellationToken,
            mostLabels);
        _steps += answer.BoundSteps;
        _labels += answer.Labels;
        return answer;
    }

    // Of a single range nothing is told: its bound is not that of all plans.
    private void TellOfAll(LossRange range, double? value, double bound)
    {
        if (double.IsPositiveInfinity(range.MostMetres))
            _tell(value + _standing, bound + _standing);
    }

    // Where one that stands covers more alone than may be lost, others must cover some of it too.
    private IEnumerable<Region> Shared(double mostMetres)
    {
        for (int k = 0; k < _alone.Length; k++)
        {
            if (_alone[k].Metres > mostMetres)
                yield return new Region([.. _alone[k].Ranges], _alone[k].Metres - mostMetres);
        }
    }

    // By those who stand: all that each covers alone, and the atoms of it that others could cover.
    private (List<AtomRange> Ranges, double Metres)[] Alone()
    {
        (List<AtomRange> Ranges, double Metres)[] alone = Array.ConvertAll(_fixedMetres, static metres => (new List<AtomRange>(), metres));
        for (int a = 0; a < _owners.Length; a++)
        {
            if (_owners[a] < 0)
                continue;
            List<AtomRange> ranges = alone[_owners[a]].Ranges;
            alone[_owners[a]].Metres += _built.Program.Metres[a];
            if (ranges.Count > 0 && ranges[^1].To == a)
                ranges[^1] = new AtomRange(ranges[^1].From, a + 1);
            else
                ranges.Add(new AtomRange(a, a + 1));
        }

        return alone;
    }

    // Who stands alone at each atom, numbered from 0, and how much each covers alone that no option covers.
    private (int[] Owners, double[] FixedMetres) Owners(SitingDemand demand)
    {
        var numbers = new Dictionary<int, int>();
        var fixedMetres = new List<double>();
        foreach (GroundPiece piece in demand.Pieces)
        {
            if (piece.Depth != 1)
                continue;
            if (!numbers.TryGetValue(piece.Owner, out int number))
            {
                numbers.Add(piece.Owner, number = fixedMetres.Count);
                fixedMetres.Add(0);
            }

            fixedMetres[number] += piece.LengthMetres;
        }

        var owners = new int[_built.Program.Atoms];
        for (int a = 0; a < owners.Length; a++)
        {
            GroundPiece piece = _built.PieceOf(demand, a);
            owners[a] = piece.Depth == 1 ? numbers[piece.Owner] : -1;
            if (owners[a] >= 0)
                fixedMetres[owners[a]] -= _built.Program.Metres[a];
        }

        return (owners, [.. fixedMetres.Select(metres => Math.Max(0, metres))]);
    }
}
