using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo highs</c> for people.</summary>
internal static class HighsPage
{
    /// <summary>A row for each high, the best first.</summary>
    public static Page Of(Plan plan, ImmutableArray<ObservationPoint> highs, SightCoverage model)
    {
        var rows = ImmutableArray.CreateBuilder<Row>(highs.Length);
        foreach (ObservationPoint high in highs)
        {
            rows.Add(new Row(
            [
                high.Site.Id.Text,
                Figures.Count((int)Math.Round(high.GroundMetres)) + " m",
                Figures.Length(high.BorderDistanceMetres),
                Figures.Length(high.Sight.SeenMetres),
                Figures.Share(high.Sight.SeenRatio),
                FormattableString.Invariant($"{high.Site.Geometry.Coordinate.X:0.00000}, {high.Site.Geometry.Coordinate.Y:0.00000}"),
            ]));
        }

        return new Page
        {
            Title = plan.Name.Length > 0 ? plan.Name + ": highs near the border" : "Highs near the border",
            Figures = [new Figure("Highs", Figures.Count(highs.Length), highs.IsEmpty ? Tone.Warning : Tone.Good)],
            Tables = highs.IsEmpty
                ? []
                : [new Table(string.Empty, [new("High"), new("Ground", true), new("Border at", true), new("Border seen", true), new("Of what is in range", true), new("Longitude, latitude", true)], rows.MoveToImmutable())],
            Notes = [$"Method: highest cells of the terrain about them, ranked by the border seen; {model.Description}.", .. ElevationSurface.Of(plan).Notes],
        };
    }
}
