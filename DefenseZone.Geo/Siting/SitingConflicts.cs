using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>Says why nothing holds to all limits: which demand no candidates can meet, or how much more it would take.</summary>
internal static class SitingConflicts
{
    private const double SecondsToExplain = 5;

    internal static ImmutableArray<SitingReason> Of(SitingField field, SitingDemand demand, List<OptionCap> caps)
    {
        var conflicts = ImmutableArray.CreateBuilder<SitingReason>();
        SitingProblem problem = field.Problem;
        if (caps.Exists(cap => cap.AtMost < 0))
            conflicts.Add(new SitingReason(SitingReasonKind.RequiredBeyondCap, "More candidates are required in a zone than it may have sites."));
        CoverStretch[] all = field.StretchesOf(0, field.Facilities.Length).ToArray();
        List<BorderStretch> reachable = BorderTotals.Of(field.Border, all).Covered;
        foreach (ZoneDemand zone in demand.Zones)
        {
            double most = CommonMetres(zone.Stretches, reachable), border = zone.Stretches.Sum(stretch => stretch.LengthMetres);
            if (most < zone.DemandedMetres - CoverProgram.MetresTolerance)
            {
                conflicts.Add(new SitingReason(
                    SitingReasonKind.ZoneOutOfReach,
                    $"Of the border of zone '{zone.Limit.Zone}' {SitingFaults.Text(zone.DemandedMetres)} m must be covered, "
                    + $"but existing facilities and all candidates together reach {SitingFaults.Text(most)} of its {SitingFaults.Text(border)} m.")
                {
                    Names = [zone.Limit.Zone.Text],
                    Amounts = [zone.DemandedMetres, most, border],
                });
            }
        }

        if (conflicts.Count == 0)
            HowMuchMore(field, demand, caps, conflicts);
        if (conflicts.Count == 0)
            conflicts.Add(new SitingReason(
                SitingReasonKind.LimitsContradict,
                "The limits contradict one another: no choice of candidates holds to the groups, the numbers of sites in zones and the demands of zones at once."));
        return conflicts.ToImmutable();

        void HowMuchMore(SitingField field, SitingDemand demand, List<OptionCap> caps, ImmutableArray<SitingReason>.Builder conflicts)
        {
            if (problem.MaximumSites is { } most && Least(field, demand, caps, static option => option.IsBuilt ? 1 : 0) is { } sites)
            {
                int needed = (int)Math.Ceiling(sites - 1e-6) + field.Required.Length;
                if (needed > most)
                    conflicts.Add(new SitingReason(SitingReasonKind.NeedsMoreSites, $"What must be covered takes at least {needed} sites; {most} are allowed.") { Amounts = [needed, most] });
            }

            if (problem.Budget is { } budget && Least(field, demand, caps, static option => option.Cost) is { } money)
            {
                double needed = money + field.Required.Sum(site => site.Cost ?? 0) + field.ClosingCosts;
                if (needed > budget + (CoverProgram.RelativeCostTolerance * Math.Max(1, budget)))
                    conflicts.Add(new SitingReason(
                        SitingReasonKind.NeedsMoreMoney, $"What must be covered costs at least {SitingFaults.Text(needed)}; the budget is {SitingFaults.Text(budget)}.")
                    {
                        Amounts = [needed, budget],
                    });
            }
        }
    }

    // The least that it takes to meet every demand without a limit on sites and money.
    private static double? Least(SitingField field, SitingDemand demand, List<OptionCap> caps, Func<SitingOption, double> price)
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(SecondsToExplain));
        var program = SitingProgram.Of(field, demand, caps, field.OptionStretches(), new Reading
        {
            WorthOf = static piece => piece.Depth == 0 ? new Worth(1) : default,
            MustCover = field.Problem.Objective is SetCover,
            PriceOf = price,
        });
        CoverProgram searched = field.Problem.Objective is SetCover ? program.Program : program.Program with { First = new double[program.Program.Atoms] };
        CoverAnswer answer = CoverSolver.Solve(searched, 0, static (_, _) => { }, source.Token);
        return answer.Exists ? -answer.Bound : null;
    }

    private static double CommonMetres(IReadOnlyList<BorderStretch> a, List<BorderStretch> b)
    {
        double metres = 0;
        int i = 0, j = 0;
        while (i < a.Count && j < b.Count)
        {
            metres += Math.Max(0, Math.Min(a[i].ToMetres, b[j].ToMetres) - Math.Max(a[i].FromMetres, b[j].FromMetres));
            if (a[i].ToMetres < b[j].ToMetres)
                i++;
            else
                j++;
        }

        return metres;
    }
}
