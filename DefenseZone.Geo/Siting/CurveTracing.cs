using System.Collections.Immutable;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>Works out the curve of cost and coverage, one number of sites after the other, on one cut of the demand.</summary>
internal static class CurveTracing
{
    internal static CostCoverageCurve Trace(SitingProblem problem, int maximumSites, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        SitingProblem asked = problem with { MaximumSites = maximumSites };
        ImmutableArray<SitingReason> faults = asked.FindReasons();
        if (maximumSites < 1)
            faults = faults.Add(new SitingReason(SitingReasonKind.CurveTooShort, $"The last point of the curve must be at 1 site or more; it is at {maximumSites}.") { Amounts = [maximumSites] });
        if (problem.Objective is not MaximalCover)
            faults = faults.Add(new SitingReason(SitingReasonKind.CurveOfAnotherObjective, $"The curve is one of maximal cover, not of {problem.Objective.Name}.") { Names = [problem.Objective.Name] });
        if (!faults.IsEmpty)
            throw new SitingProblemException(faults);

        SitingField field = SitingField.Of(asked, cancellationToken);
        var demand = SitingDemand.Of(field);
        List<OptionCap> caps = OptionCaps.Of(field);
        var program = SitingProgram.Of(field, demand, caps, field.OptionStretches(), SitingSearch.MaximalCoverReading(asked));
        double standing = demand.Pieces.Sum(piece => piece.Depth > 0 ? piece.Weight * piece.LengthMetres : 0);
        double spent = field.Required.Sum(site => site.Cost ?? 0) + field.ClosingCosts;
        double all = standing + program.Program.First.Sum();
        var points = ImmutableArray.CreateBuilder<CurvePoint>();
        for (int sites = field.Required.Length; sites <= maximumSites; sites++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CoverAnswer answer = CoverSolver.Solve(
                program.Program with { MostUses = sites - field.Required.Length, Offset = standing },
                problem.Limits.RelativeGap,
                static (_, _) => { },
                cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report((sites + 1.0) / (maximumSites + 1));
            if (!answer.Exists)
                continue;
            double covered = answer.Value + standing;
            double cost = spent + SitingSearch.Sources(program, answer).Sum(option => field.Options[option].Cost);
            points.Add(new CurvePoint(sites, covered, answer.IsProven ? covered : answer.Bound + standing, cost));

            // Nothing is left to cover, or no money to cover it with.
            if (covered >= all - CoverProgram.MetresTolerance)
                break;
        }

        progress?.Report(1);
        return new CostCoverageCurve
        {
            Points = points.ToImmutable(),
            KneeSites = Knee(points),
            IsProven = points.All(point => point.BoundMetres <= point.CoveredMetres),
        };
    }

    private static int Knee(ImmutableArray<CurvePoint>.Builder points)
    {
        if (points.Count == 0)
            return 0;
        CurvePoint first = points[0], last = points[^1];
        double width = last.Sites - first.Sites, height = last.CoveredMetres - first.CoveredMetres;
        int knee = first.Sites;
        double farthest = 1e-9;
        foreach (CurvePoint point in points)
        {
            double above = width > 0 && height > 0
                ? ((point.CoveredMetres - first.CoveredMetres) / height) - ((point.Sites - first.Sites) / width)
                : 0;
            if (above > farthest)
                (knee, farthest) = (point.Sites, above);
        }

        return knee;
    }
}
