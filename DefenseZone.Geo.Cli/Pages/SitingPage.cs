using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo site</c> for people.</summary>
internal static class SitingPage
{
    private const int StretchesToList = 10;

    /// <summary>The figures, the border as it would be, the chosen sites with what each adds, the curve, and what is out of reach.</summary>
    public static Page Of(SitingPlan answer, CostCoverageCurve? curve)
    {
        string name = answer.Problem.Plan.Name;
        return new Page
        {
            Title = name.Length > 0 ? $"{name}: siting" : "Siting",
            Figures = FiguresOf(answer),
            Strip = () => answer.HasPlan ? ReportSummary.Strip(Coverage(answer)) : BorderStrip.Empty,
            Tables = [.. new[] { Chosen(answer), Curve(curve), Unreachable(answer) }.Where(table => !table.Rows.IsEmpty)],
            Notes = [.. answer.Conflicts, .. Notes(answer)],
        };
    }

    private static ImmutableArray<Figure> FiguresOf(SitingPlan answer)
    {
        double border = answer.Border.LengthMetres;
        string proof = answer.Status switch
        {
            SitingStatus.Optimal => "optimal, proven",
            SitingStatus.Feasible => $"feasible, {(answer.RelativeGap * 100).ToString("0.00", CultureInfo.InvariantCulture)} % from the bound at most",
            SitingStatus.Infeasible => "infeasible, proven",
            _ => "unknown, no plan found so far",
        };
        ImmutableArray<Figure> first =
        [
            new("Border", Figures.Length(border)),
            new("Covered before", $"{Figures.Length(answer.ExistingCoveredMetres)} ({Share(answer.ExistingCoveredMetres, border)})"),
        ];
        if (!answer.HasPlan)
            return [.. first, new("Status", proof, Tone.Gap)];
        return
        [
            .. first,
            new("Covered then", $"{Figures.Length(answer.CoveredMetres)} ({Share(answer.CoveredMetres, border)})"),
            new("New", Figures.Length(answer.NewlyCoveredMetres), Tone.Good),
            new("Sites", Figures.Count(answer.Chosen.Length)),
            new("Cost", answer.Cost.ToString("#,0.##", CultureInfo.InvariantCulture)),
            new("Longest gap", Figures.Length(answer.LongestGapMetres), answer.LongestGapMetres > 0 ? Tone.Gap : Tone.Good),
            new("Status", proof, answer.Status == SitingStatus.Optimal ? Tone.Good : Tone.Warning),
            new("Bound", SitingWords.Amount(answer.Bound, answer.Unit)),
        ];
    }

    private static string Share(double metres, double border) => Figures.Share(border > 0 ? metres / border : 0);

    // The sites are planned, and take part all the same.
    private static CoverageReport Coverage(SitingPlan answer)
    {
        Plan before = answer.Problem.Plan, after = answer.ToPlan();
        ImmutableArray<Facility> built = [.. after.Facilities.Except(before.Facilities)];
        return new CoverageProblem(answer.Problem.IgnoreExisting ? after with { Facilities = built } : after)
        {
            Model = answer.Problem.Model,
            Facilities = answer.Problem.Standing with { Besides = [.. built.Select(facility => (facility.Kind, facility.Id))] },
        }.Solve();
    }

    private static Table Chosen(SitingPlan answer)
    {
        int number = 0;
        return new Table(
            string.Empty,
            [new("No", true), new("Site"), new("Name"), new("Adds", true), new("Backup", true), new("Cost", true), new("Planned near")],
            [
                .. answer.Chosen.Select(site => new Row(
                [
                    Figures.Count(++number),
                    site.Site.Id.Text + (site.IsRequired ? " (required)" : string.Empty),
                    site.Site.Name,
                    Figures.Length(site.AddedMetres),
                    Figures.Length(site.BackupMetres),
                    site.Cost.ToString("#,0.##", CultureInfo.InvariantCulture),
                    PlannedNear(answer.PlannedNear[number - 1]),
                ])),
            ]);
    }

    // The nearest of what is planned over the same border: who it is, how far, from when, and how many more.
    private static string PlannedNear(ImmutableArray<PlannedNeighbour> planned)
    {
        if (planned.IsEmpty)
            return "-";
        PlannedNeighbour nearest = planned[0];
        string from = nearest.Facility.InServiceFrom is { } date ? $", {date}" : string.Empty;
        string more = planned.Length > 1 ? $" (+{Figures.Count(planned.Length - 1)})" : string.Empty;
        return $"{nearest.Facility.Id.Text}, {Figures.Length(nearest.DistanceMetres)}{from}{more}";
    }

    private static Table Curve(CostCoverageCurve? curve) => new(
        "What each further site buys",
        [new("Sites", true), new("Covered", true), new("Next adds", true), new("Cost", true), new("Knee")],
        curve is null
            ? []
            : [.. curve.Points.Select((point, i) => new Row(
            [
                Figures.Count(point.Sites),
                Figures.Length(point.CoveredMetres),
                i + 1 < curve.Points.Length ? Figures.Length(curve.Points[i + 1].CoveredMetres - point.CoveredMetres) : "-",
                point.Cost.ToString("#,0.##", CultureInfo.InvariantCulture),
                point.Sites == curve.KneeSites ? "<" : string.Empty,
            ]))]);

    private static Table Unreachable(SitingPlan answer) => new(
        answer.Unreachable.Length > StretchesToList ? $"Out of every candidate's reach, the longest {StretchesToList} of {answer.Unreachable.Length}" : "Out of every candidate's reach",
        [new("From km", true), new("To km", true), new("Length", true), new("Nearest site"), new("Radius needed", true)],
        [
            .. answer.Unreachable.OrderByDescending(stretch => stretch.LengthMetres).Take(StretchesToList).OrderBy(stretch => stretch.FromMetres).Select(stretch => new Row(
            [
                Figures.Chainage(stretch.FromMetres, answer.Border.LengthMetres),
                Figures.Chainage(stretch.ToMetres, answer.Border.LengthMetres),
                Figures.Length(stretch.LengthMetres),
                stretch.NearestSite?.Id.Text ?? "-",
                Figures.Length(stretch.SmallestRadiusMetres),
            ])),
        ]);

    private static ImmutableArray<string> Notes(SitingPlan answer)
    {
        SitingMethod method = answer.Method;
        string how = $"Method: {answer.Problem.Objective.Formulation}; {answer.Problem.Model.Name} on WGS84, {answer.Problem.Model.Description}; "
            + $"{Figures.Count(method.Candidates, "candidate")}, {Figures.Count(method.SearchedCandidates)} of them searched; "
            + $"{Figures.Count(method.ExistingFacilities, "existing facility", "existing facilities")}; {method.Proof}; "
            + $"{answer.Seconds.ToString("0.000", CultureInfo.InvariantCulture)} s.";
        return [how, .. MethodNote.InventedNote(answer.Problem.Plan)];
    }
}
