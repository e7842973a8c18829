using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo viewshed</c> for people.</summary>
internal static class ViewshedPage
{
    /// <summary>The figures, and a row for each observer.</summary>
    public static Page Of(ViewshedReport report, double seconds)
    {
        int seen = report.Cumulative.CellsSeenBy(1);
        double cell = report.Viewsheds.Select(viewshed => viewshed.CellSquareMetres).DefaultIfEmpty(0).Max();
        return new Page
        {
            Title = "Viewshed" + (report.Viewsheds.Length == 1 ? string.Empty : "s"),
            Figures =
            [
                new Figure("Observers", Figures.Count(report.Viewsheds.Length)),
                new Figure("Cells seen", Figures.Count(seen), seen > 0 ? Tone.Good : Tone.Gap),
                new Figure("Area seen", Figures.Area(seen * cell)),
                new Figure("Seconds", seconds.ToString("0.000", CultureInfo.InvariantCulture)),
            ],
            Tables = [Observers(report)],
            Notes = [Method(report.Problem), .. report.Notes],
        };
    }

    private static Table Observers(ViewshedReport report)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (Viewshed viewshed in report.Viewsheds)
        {
            string ground = viewshed.Ground switch
            {
                ObserverGround.Known => viewshed.GroundMetres.ToString("#,0.0", CultureInfo.InvariantCulture) + " m",
                ObserverGround.Void => "void",
                _ => "outside",
            };
            rows.Add(new Row(
                [
                    viewshed.Observer.Name,
                    ground,
                    Figures.Length(viewshed.RangeMetres),
                    Figures.Count(viewshed.VisibleCells),
                    Figures.Area(viewshed.VisibleSquareMetres),
                    Figures.Share(viewshed.VisibleRatio),
                ],
                viewshed.Ground == ObserverGround.Known ? Tone.Plain : Tone.Warning));
        }

        return new Table(
            string.Empty, [new("Observer"), new("Ground", true), new("Range", true), new("Cells seen", true), new("Area", true), new("Share", true)], rows.ToImmutable());
    }

    private static string Method(ViewshedProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"Method: {(problem.Exact ? "a line of sight to every cell" : "a fan of rays")}, eyes {problem.Conditions.ObserverHeightMetres:0.###} m and targets {problem.Conditions.TargetHeightMetres:0.###} m above the ground, cells of {(problem.Terrain.IsEmpty ? 0 : problem.Terrain.ResolutionMetres):0.##} m, refraction {problem.Conditions.Refraction:0.###}.");
}
