using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>
/// The best cover after the worst single loss. The plan is swept along the border with what each facility covers alone;
/// the bound is that of the cover, less what is lost already. A second bound reckons the mean loss in place of the worst,
/// which makes the problem one of backup.
/// </summary>
internal sealed class RobustSearch(SitingField field, SitingDemand demand, List<OptionCap> caps, Action<double?, double?> tell)
{
    internal SitingFinding Find(CancellationToken cancellationToken)
    {
        SitingProblem problem = field.Problem;
        double standing = demand.Pieces.Sum(piece => piece.Depth > 0 ? piece.LengthMetres : 0);

        // What one alone covers is wanted too, though it adds nothing: a second cover there makes its loss smaller.
        Reading reading = SitingSearch.MaximalCoverReading(problem) with
        {
            WorthOf = static piece => piece.Depth == 0 ? new Worth(1) : default,
            AlsoOf = static piece => piece.Depth == 1,
            Dominators = 2,
        };
        SitingProgram built = SitingProgram.Of(field, demand, caps, field.OptionStretches(), reading);
        CoverProgram program = WithLedger(built, standing);
        CoverAnswer answer = CoverSolver.Solve(
            program,
            problem.Limits.RelativeGap,
            (value, bound) => tell(value + standing, bound + standing),
            cancellationToken);
        double objective = answer.Value + standing, top = answer.Bound + standing;
        if (!answer.IsProven && answer.Exists)
            top = Math.Max(objective, Math.Min(top, MeanLossBound(standing, cancellationToken)));
        return new SitingFinding(SitingSearch.Sources(built, answer), answer.Exists, objective, top, answer.IsProven, built, answer.BoundSteps, answer.Labels);
    }

    private CoverProgram WithLedger(SitingProgram built, double standing)
    {
        // Who stands alone, numbered from 0, and what of it no option covers.
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

        CoverProgram program = built.Program;
        var owners = new int[program.Atoms];
        for (int a = 0; a < owners.Length; a++)
        {
            GroundPiece piece = built.PieceOf(demand, a);
            owners[a] = piece.Depth == 1 ? numbers[piece.Owner] : -1;
            if (owners[a] >= 0)
                fixedMetres[owners[a]] -= program.Metres[a];
        }

        for (int i = 0; i < fixedMetres.Count; i++)
            fixedMetres[i] = Math.Max(0, fixedMetres[i]);
        CoverProgram plain = program with
        {
            First = [.. owners.Select((owner, a) => owner < 0 ? program.Metres[a] : 0)],
            Second = new double[program.Atoms],
            Offset = standing,
            HasSecond = true,
        };
        return plain with { Losses = new LossLedger(plain, [.. owners], [.. fixedMetres]) };
    }

    // The worst loss is no less than the mean loss of all sites that may be taken: with m of them, F − L is at most
    // (1 − 1/m)·(covered once) + (1/m)·(covered twice), both beyond what stands.
    private double MeanLossBound(double standing, CancellationToken cancellationToken)
    {
        SitingProblem problem = field.Problem;
        if (problem.MaximumSites is not { } most || most == 0 || !problem.Changes.IsEmpty)
            return double.PositiveInfinity;
        double share = 1.0 / most;
        Reading reading = SitingSearch.MaximalCoverReading(problem) with
        {
            WorthOf = piece => piece.Depth == 0 ? new Worth(1 - share, Math.Min(share, 1 - share)) : default,
            Dominators = 2,
        };
        SitingProgram backup = SitingProgram.Of(field, demand, caps, field.OptionStretches(), reading);
        CoverAnswer answer = CoverSolver.Solve(backup.Program, 0, static (_, _) => { }, cancellationToken);
        return share <= 0.5 ? answer.Bound + standing : double.PositiveInfinity;
    }
}
