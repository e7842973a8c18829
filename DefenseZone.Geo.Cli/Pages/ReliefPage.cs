using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo hillshade</c>, <c>slope</c> and <c>aspect</c> for people.</summary>
internal static class ReliefPage
{
    /// <summary>The figures, and of directions a row for each.</summary>
    public static Page Of(ReliefReport report, double seconds)
    {
        CellFigures figures = report.Figures;
        string unit = ReliefWords.Unit(report.Problem) switch { "degrees" => "°", "percent" => " %", _ => string.Empty };
        return new Page
        {
            Title = report.Problem.Kind switch { ReliefKind.Hillshade => "Hillshade", ReliefKind.Slope => "Slope", _ => "Aspect" },
            Figures =
            [
                .. GroundFigures.Of(report.Frame, report.Elevations),
                .. figures.ByDirection.IsEmpty ? (Figure[])
                [
                    new("Lowest", Value(figures.Lowest, unit)),
                    new("Highest", Value(figures.Highest, unit)),
                    new("Mean", Value(figures.Mean, unit)),
                ]
                : [new Figure("Level", string.Create(CultureInfo.InvariantCulture, $"{report.Elevations.Cells - report.Elevations.VoidCells - figures.Cells:#,0} cells"))],
                GroundFigures.Seconds(seconds),
            ],
            Tables = figures.ByDirection.IsEmpty ? [] : [Directions(figures)],
            Notes = [Method(report.Problem), .. report.Notes],
        };
    }

    private static Table Directions(CellFigures figures) => new(
        string.Empty,
        [new("Falls towards"), new("Cells", true), new("Share", true)],
        [
            .. figures.ByDirection.Select((cells, i) => new Row(
            [
                ReliefReportJson.Directions[i],
                cells.ToString("#,0", CultureInfo.InvariantCulture),
                Figures.Share(figures.Cells == 0 ? 0 : (double)cells / figures.Cells),
            ])),
        ]);

    private static string Value(double value, string unit) => double.IsNaN(value) ? "-" : value.ToString("0.##", CultureInfo.InvariantCulture) + unit;

    private static string Method(ReliefProblem problem) => problem.Kind == ReliefKind.Hillshade
        ? string.Create(CultureInfo.InvariantCulture, $"Method: Horn 1981, the light from {problem.AzimuthDegrees:0.##}° at {problem.AltitudeDegrees:0.##}° above the horizon, heights {problem.VerticalExaggeration:0.##} times.")
        : "Method: Horn 1981.";
}
