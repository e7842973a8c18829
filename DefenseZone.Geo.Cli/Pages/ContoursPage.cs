using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Terrain.Shape;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo contours</c> for people.</summary>
internal static class ContoursPage
{
    /// <summary>The figures of the lines.</summary>
    public static Page Of(ContourReport report, double seconds) => new()
    {
        Title = "Contours",
        Figures =
        [
            .. GroundFigures.Of(report.Frame, report.Elevations),
            new Figure("Lines", Figures.Count(report.Lines.Length, "line"), report.Lines.IsEmpty ? Tone.Warning : Tone.Good),
            new Figure("Closed", Figures.Count(report.Lines.Count(line => line.IsClosed))),
            new Figure("Levels", Figures.Count(report.Levels)),
            GroundFigures.Seconds(seconds),
        ],
        Notes =
        [
            string.Create(CultureInfo.InvariantCulture, $"Method: marching squares, every {report.Problem.IntervalMetres:0.###} m from {report.Problem.BaseMetres:0.###} m; higher ground on the right."),
            .. report.Notes,
        ],
    };
}
