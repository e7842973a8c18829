using System.Diagnostics;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>What a search found.</summary>
/// <param name="Options">The options taken.</param>
/// <param name="Exists">Whether there is a plan.</param>
/// <param name="Objective">Its objective, in the problem's own unit and direction.</param>
/// <param name="Bound">What no plan can beat.</param>
/// <param name="IsProven">True where the two are as close as was asked for, or where it is proven that there is no plan.</param>
/// <param name="Program">The program that was searched.</param>
/// <param name="BoundSteps">How often the bound was reckoned.</param>
/// <param name="Labels">How many partial plans were looked at.</param>
internal sealed record SitingFinding(
    int[] Options, bool Exists, double Objective, double Bound, bool IsProven, SitingProgram Program, int BoundSteps, long Labels);

/// <summary>Answers siting problems: every objective comes down to cover programs.</summary>
internal sealed class SitingSearch
{
    private readonly SitingProblem _problem;
    private readonly IProgress<SitingProgress>? _progress;
    private readonly long _start = Stopwatch.GetTimestamp();

    private SitingSearch(SitingProblem problem, IProgress<SitingProgress>? progress)
    {
        _problem = problem;
        _progress = progress;
    }

    internal static SitingPlan Solve(SitingProblem problem, IProgress<SitingProgress>? progress, CancellationToken cancellationToken)
    {
        var faults = problem.FindReasons();
        if (!faults.IsEmpty)
            throw new SitingProblemException(faults);
        return new SitingSearch(problem, progress).Run(cancellationToken);
    }

    /// <summary>What a maximal cover reads.</summary>
    internal static Reading MaximalCoverReading(SitingProblem problem) => new()
    {
        WorthOf = static piece => piece.Depth == 0 ? new Worth(piece.Weight) : default,
        MaximumSites = problem.MaximumSites,
        Budget = problem.Budget,
    };

    private SitingPlan Run(CancellationToken cancellationToken)
    {
        Tell("covering", null, null, UnitOf(_problem.Objective));
        SitingField field = SitingField.Of(_problem, cancellationToken);
        var demand = SitingDemand.Of(field);
        List<OptionCap> caps = OptionCaps.Of(field);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (_problem.Limits.Time is { } time)
        {
            TimeSpan left = time - Elapsed;
            if (left > TimeSpan.Zero)
                limited.CancelAfter(left);
            else
                limited.Cancel();
        }

        SitingFinding finding = _problem.Objective switch
        {
            MaximalCover => Cover(field, demand, caps, MaximalCoverReading(_problem), Standing(demand, piece => piece.Depth > 0 ? piece.Weight : 0), 1, limited.Token),
            SetCover cover => CoverAll(field, demand, caps, cover, limited.Token),
            BackupCover backup => Backup(field, demand, caps, backup, limited.Token),
            ShortestLongestGap => new GapSearch(field, caps, (value, bound) => Tell("halving", value, bound, SitingUnit.Metres)).Find(limited.Token),
            RobustCover => new RobustSearch(field, demand, caps, (value, bound) => Tell("bounding", value, bound, SitingUnit.Metres)).Find(limited.Token),
            _ => throw new NotSupportedException($"The objective {_problem.Objective.Name} is not known."),
        };
        if (!finding.Exists && !finding.IsProven)
            cancellationToken.ThrowIfCancellationRequested();
        return SitingAssembly.Of(field, demand, caps, finding, Elapsed, stopped: limited.IsCancellationRequested);
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    internal static SitingUnit UnitOf(SitingObjective objective) => objective switch
    {
        SetCover { Cheapest: true } => SitingUnit.Cost,
        SetCover => SitingUnit.Sites,
        _ => SitingUnit.Metres,
    };

    private void Tell(string step, double? value, double? bound, SitingUnit unit) =>
        _progress?.Report(new SitingProgress(step, value, bound, unit, Elapsed));

    private static double Standing(SitingDemand demand, Func<GroundPiece, double> worth) =>
        demand.Pieces.Sum(piece => worth(piece) * piece.LengthMetres);

    // The most of something: the objective is what stands plus what the program adds, over a scale.
    private SitingFinding Cover(
        SitingField field, SitingDemand demand, List<OptionCap> caps, Reading reading, double standing, double scale, CancellationToken cancellationToken)
    {
        var program = SitingProgram.Of(field, demand, caps, field.OptionStretches(), reading);
        CoverAnswer answer = CoverSolver.Solve(
            program.Program with { Offset = standing },
            _problem.Limits.RelativeGap,
            (value, bound) => Tell("bounding", (value + standing) / scale, (bound + standing) / scale, SitingUnit.Metres),
            cancellationToken);
        return new SitingFinding(
            Sources(program, answer), answer.Exists, (answer.Value + standing) / scale, (answer.Bound + standing) / scale, answer.IsProven, program, answer.BoundSteps, answer.Labels);
    }

    private SitingFinding Backup(SitingField field, SitingDemand demand, List<OptionCap> caps, BackupCover backup, CancellationToken cancellationToken)
    {
        // Where first coverage comes first it is worth so much that backup hardly counts; the objective is scaled back.
        double once = backup.Weight is null ? BackupCover.FirstCoverMetres : 1, twice = backup.Weight ?? 1;
        Reading reading = MaximalCoverReading(_problem) with
        {
            WorthOf = piece => piece.Depth switch
            {
                0 => new Worth(once * piece.Weight, twice * piece.Weight),
                1 => new Worth(twice * piece.Weight),
                _ => default,
            },
            Dominators = 2,
            RelativeTolerance = backup.Weight is null ? 1e-13 : 1e-10,
        };
        double standing = Standing(demand, piece => piece.Weight * (piece.Depth switch { 0 => 0, 1 => once, _ => once + twice }));
        return Cover(field, demand, caps, reading, standing, once, cancellationToken);
    }

    private SitingFinding CoverAll(SitingField field, SitingDemand demand, List<OptionCap> caps, SetCover cover, CancellationToken cancellationToken)
    {
        double standing = cover.Cheapest ? field.Required.Sum(site => site.Cost ?? 0) + field.ClosingCosts : field.Required.Length;
        SitingUnit unit = UnitOf(cover);
        var reading = new Reading
        {
            WorthOf = static piece => piece.Depth == 0 ? new Worth(1) : default,
            MustCover = true,
            PriceOf = cover.Cheapest ? static option => option.Cost : static option => option.IsBuilt ? 1 : 0,
            MaximumSites = _problem.MaximumSites,
            Budget = _problem.Budget,
        };
        var program = SitingProgram.Of(field, demand, caps, field.OptionStretches(), reading);
        CoverAnswer answer = CoverSolver.Solve(
            program.Program with { Offset = -standing },
            _problem.Limits.RelativeGap,
            (value, bound) => Tell("bounding", standing - value, standing - bound, unit),
            cancellationToken);
        double least = standing - answer.Bound;
        if (!cover.Cheapest)
            least = Math.Ceiling(least - 1e-6);
        return new SitingFinding(
            Sources(program, answer), answer.Exists, standing - answer.Value, least, answer.IsProven, program, answer.BoundSteps, answer.Labels);
    }

    internal static int[] Sources(SitingProgram program, CoverAnswer answer) =>
        [.. answer.Columns.Select(column => program.Program.Sources[column]).Order()];
}
