using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>
/// The shortest longest gap, by bisection: for one length, every window of that length must be met by some facility,
/// which is a set cover of the chainages where windows begin.
/// </summary>
internal sealed class GapSearch(SitingField ground, List<OptionCap> caps, Action<double?, double?> tell)
{
    // To the millimetre: chainages are not good to less.
    private const double ToleranceMetres = 1e-3;

    private readonly CoverStretch[] _optionStretches = ground.OptionStretches();
    private int _steps;
    private long _labels;

    internal SitingFinding Find(CancellationToken cancellationToken)
    {
        double high = GapWith([]), low = GapWith([.. Enumerable.Range(0, ground.Options.Length)]);
        double proven = low;
        int[] best = [];

        // Required sites alone may be more than a group or a zone may have.
        bool exists = caps.TrueForAll(static cap => cap.AtMost >= 0), isKnown = true;
        SitingProgram program = ProgramFor(high);
        (int[] Options, bool Exists, bool IsKnown, SitingProgram Program) probe = Probe(low, cancellationToken);
        if (exists && (!ground.Problem.Changes.IsEmpty || IsOverBudget()))
        {
            // Without anything kept the gap may be anything: begin with a plan that holds to the limits.
            (int[] Options, bool Exists, bool IsKnown, SitingProgram Program) loosest = Probe(ground.Border.LengthMetres, cancellationToken);
            (exists, isKnown, best, program) = (loosest.Exists, loosest.IsKnown, loosest.Options, loosest.Program);
            high = exists ? GapWith(best) : high;
        }

        bool all = exists;
        while (exists)
        {
            if (probe.Exists)
            {
                (best, program) = (probe.Options, probe.Program);
                high = Math.Min(high, GapWith(best));
            }
            else if (!probe.IsKnown)
            {
                all = false;
                break;
            }

            if (high - proven <= ToleranceMetres)
                break;
            tell(high, proven);
            double middle = (proven + high) / 2;
            probe = Probe(middle, cancellationToken);
            if (!probe.Exists && probe.IsKnown)
                proven = middle;
        }

        if (all && high - proven <= ToleranceMetres)
            proven = high;
        return new SitingFinding(best, exists, high, exists ? proven : double.PositiveInfinity, exists ? all : isKnown, program, _steps, _labels);
    }

    private bool IsOverBudget() =>
        ground.Problem.Budget is { } budget && ground.Required.Sum(site => site.Cost ?? 0) + ground.ClosingCosts > budget;

    /// <summary>The longest gap that some options leave.</summary>
    private double GapWith(IReadOnlyList<int> options)
    {
        var stretches = new List<CoverStretch>();
        stretches.AddRange(ground.StretchesOf(0, ground.FirstOption));
        foreach (int option in options)
            stretches.AddRange(ground.StretchesOf(ground.FirstOption + option));
        return BorderTotals.Of(ground.Border, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(stretches)).LongestGapMetres;
    }

    private (int[] Options, bool Exists, bool IsKnown, SitingProgram Program) Probe(double gapMetres, CancellationToken cancellationToken)
    {
        SitingProgram program = ProgramFor(gapMetres);
        CoverAnswer answer = CoverSolver.Solve(program.Program, 0, static (_, _) => { }, cancellationToken);
        _steps += answer.BoundSteps;
        _labels += answer.Labels;
        double limit = PricesMoney ? Money : MostSites;
        double tolerance = 1e-9 * Math.Max(1, Math.Abs(limit));
        bool holds = answer.Exists && -answer.Value <= limit + tolerance;
        bool cannot = -answer.Bound > limit + tolerance || (answer.IsProven && !answer.Exists);
        return (SitingSearch.Sources(program, answer), holds, holds || cannot, program);
    }

    private bool PricesMoney => ground.Problem.MaximumSites is null;

    private double Money => ground.Problem.Budget!.Value - ground.Required.Sum(site => site.Cost ?? 0) - ground.ClosingCosts;

    private double MostSites => ground.Problem.MaximumSites is { } most ? most - ground.Required.Length : double.PositiveInfinity;

    private SitingProgram ProgramFor(double gapMetres)
    {
        SitingProblem problem = ground.Problem;
        List<GroundPiece> windows = Ground.Of(ground.Border, Dilated(ground.StretchesOf(0, ground.FirstOption), gapMetres), [], []);
        var open = new List<GroundPiece>();
        int part = 0;
        foreach (GroundPiece piece in windows)
        {
            while (ground.Border.Parts[part].ToMetres <= piece.FromMetres)
                part++;

            // A window begins at least its own length before the end of its part.
            double last = Math.Min(piece.ToMetres, ground.Border.Parts[part].ToMetres - gapMetres);
            if (piece.Depth == 0 && last > piece.FromMetres)
                open.Add(piece with { ToMetres = last });
        }

        return SitingProgram.Of(
            ground,
            SitingDemand.Windows(open),
            caps,
            Dilated(_optionStretches, gapMetres),
            new Reading
            {
                WorthOf = static _ => new Worth(1),
                MustCover = true,
                PriceOf = PricesMoney ? static option => option.Cost : static option => option.IsBuilt ? 1 : 0,
                Budget = PricesMoney ? null : problem.Budget,
            });
    }

    // A stretch meets the windows that begin up to one gap before it; within its part, for windows do not reach over.
    private CoverStretch[] Dilated(ReadOnlySpan<CoverStretch> stretches, double gapMetres)
    {
        var dilated = new List<CoverStretch>(stretches.Length);
        foreach (CoverStretch stretch in stretches)
        {
            foreach (BorderStretch part in ground.Border.Parts)
            {
                double from = Math.Max(stretch.FromMetres, part.FromMetres), to = Math.Min(stretch.ToMetres, part.ToMetres);
                if (to <= from)
                    continue;
                from = Math.Max(from - gapMetres, part.FromMetres);
                if (dilated.Count > 0 && dilated[^1].Facility == stretch.Facility && dilated[^1].ToMetres >= from)
                    dilated[^1] = dilated[^1] with { ToMetres = Math.Max(dilated[^1].ToMetres, to) };
                else
                    dilated.Add(new CoverStretch(stretch.Facility, from, to));
            }
        }

        return [.. dilated];
    }
}
