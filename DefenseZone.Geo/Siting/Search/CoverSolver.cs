namespace DefenseZone.Geo.Siting.Search;

/// <summary>What is known of a cover program.</summary>
/// <param name="Columns">The best choice, rising; empty where there is none.</param>
/// <param name="Exists">Whether there is one.</param>
/// <param name="Value">Its objective; where there is none, the floor of the program.</param>
/// <param name="Bound">What no choice can beat; minus infinity where it is proven that none holds to the limits.</param>
/// <param name="IsProven">True where no choice is better by more than the gap that was asked for, or where none holds to the limits.</param>
/// <param name="BoundSteps">How often the bound was reckoned.</param>
/// <param name="Labels">How many partial plans were looked at.</param>
internal sealed record CoverAnswer(int[] Columns, bool Exists, double Value, double Bound, bool IsProven, int BoundSteps, long Labels);

/// <summary>Solves a cover program: bounds it, keeps the columns that could matter, and sweeps what is left.</summary>
internal static class CoverSolver
{
    private const int FirstSteps = 60;
    private const int MoreSteps = 300;
    private static readonly int[] Widths = [64, 1024, 40_000];

    /// <summary>Solves a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="relativeGap">The relative gap between plan and bound at which to be content.</param>
    /// <param name="tell">Told plan and bound as they improve.</param>
    /// <param name="cancellationToken">Stops the work: the answer is what is known then.</param>
    /// <param name="mostLabels">How many partial plans are kept at one place of a sweep at most.</param>
    internal static CoverAnswer Solve(
        CoverProgram program, double relativeGap, Action<double?, double> tell, CancellationToken cancellationToken, int mostLabels = int.MaxValue)
    {
        return program.MustCover && program.Caps.Length == 0 && program.Regions.Length == 0 && !program.HasBudget && program.MostUses == int.MaxValue
            ? SolveParts(program, relativeGap, tell, cancellationToken)
            : SolveWhole(program, relativeGap, tell, cancellationToken, mostLabels);
    }

    // A set cover without limits falls apart where no column reaches over, and its parts' bounds round up one by one.
    private static CoverAnswer SolveParts(CoverProgram program, double relativeGap, Action<double?, double> tell, CancellationToken cancellationToken)
    {
        SetCoverReduction.Rest rest = SetCoverReduction.Of(program);
        var columns = new List<int>(rest.Forced);
        double bound = -rest.Forced.Sum(column => program.Prices[column]);
        int steps = 0;
        long labels = 0;
        bool exists = true, proven = true;
        foreach (CoverProgram part in SetCoverReduction.Parts(program, rest))
        {
            CoverAnswer answer = SolveWhole(part, relativeGap, Unheard, cancellationToken);
            columns.AddRange(answer.Columns.Select(column => part.Sources[column]));
            exists &= answer.Exists;
            bound += answer.Bound;
            proven &= answer.IsProven;
            steps += answer.BoundSteps;
            labels += answer.Labels;
        }

        columns.Sort();
        double value = -columns.Sum(column => program.Prices[column]);
        tell(exists ? value : null, bound);
        return new CoverAnswer([.. columns], exists, exists ? value : double.NegativeInfinity, bound, proven, steps, labels);
    }

    // Where so many sites could cover everything there is, the fewest that do are the answer: a set cover, which is easier.
    private static int[]? Saturated(CoverProgram program, double relativeGap, CancellationToken cancellationToken)
    {
        if (program.MustCover || program.HasSecond || program.HasBudget || program.Caps.Length > 0 || program.MostUses == int.MaxValue)
            return null;
        double[] sums = CoverProgram.Sums(program.First);
        double most = Enumerable.Range(0, program.Columns)
            .Select(column => AtomRanges.Weight(program[column], sums))
            .OrderDescending()
            .Take(program.MostUses + program.Uses.Count(uses => uses == 0))
            .Sum();
        if (most < sums[^1] || Array.Exists(program.Prices, price => price != 0))
            return null;
        CoverProgram all = program with
        {
            First = new double[program.Atoms],
            MustCover = true,
            Prices = Array.ConvertAll(program.Uses, uses => (double)uses),
            MostUses = int.MaxValue,
            Regions = [],
            Offset = 0,
        };
        CoverAnswer answer = SolveParts(all, relativeGap, Unheard, cancellationToken);
        return answer.Exists && answer.Columns.Sum(column => program.Uses[column]) <= program.MostUses && program.Holds(answer.Columns)
            ? answer.Columns
            : null;
    }

    private static CoverAnswer SolveWhole(
        CoverProgram program, double relativeGap, Action<double?, double> tell, CancellationToken cancellationToken, int mostLabels = int.MaxValue)
    {
        var best = new BestPlan(program, relativeGap);
        if (program.Columns == 0)
            return new CoverAnswer([], best.Exists, best.Value, best.Value, true, 0, 0);
        if (Saturated(program, relativeGap, cancellationToken) is { } all)
        {
            best.Offer(all);
            return new CoverAnswer(best.Columns, true, best.Value, best.Value, true, 0, 0);
        }

        var arcs = new ChainArcs(program);
        var bound = new ChainBound(program, arcs);
        var improvement = new PlanImprovement(program);
        var descent = new BoundDescent(program, arcs, bound, best, improvement);
        void Tell(double value) => tell(best.Exists ? best.Value : null, value);
        descent.Descend(FirstSteps, Tell, cancellationToken);
        long labels = 0;
        double value = descent.Value;
        foreach (int width in Widths)
        {
            if (width > mostLabels || descent.IsMet || cancellationToken.IsCancellationRequested)
                break;
            var sweep = new PlanSweep(program, bound, descent.Best, best);
            sweep.Run(width, reached => Tell(Math.Min(reached, descent.Value)), cancellationToken);
            labels += sweep.Labels;
            value = Math.Min(value, sweep.Value);
            if (sweep.IsComplete)
                return new CoverAnswer(improvement.Trimmed(best.Columns), best.Exists, best.Value, Proven(best, relativeGap, value), true, descent.Steps, labels);
            descent.Descend(MoreSteps, Tell, cancellationToken);
            value = Math.Min(value, descent.Value);
        }

        return new CoverAnswer(
            improvement.Trimmed(best.Columns),
            best.Exists,
            best.Value,
            descent.IsMet ? Proven(best, relativeGap, value) : Math.Max(value, best.Value),
            descent.IsMet,
            descent.Steps,
            labels);
    }

    // Without a gap that was asked for, what is left between plan and bound is rounding.
    private static double Proven(BestPlan best, double relativeGap, double bound) => relativeGap > 0 ? Math.Max(best.Value, bound) : best.Value;

    private static void Unheard(double? value, double bound)
    {
    }
}
