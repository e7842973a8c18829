using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo gaps</c> for people.</summary>
internal static class GapsPage
{
    /// <summary>The figures, the strip, and every gap along the border.</summary>
    public static Page Of(CoverageReport report)
    {
        bool zones = !report.Problem.Plan.DefensiveZones.IsEmpty;
        var columns = ImmutableArray.Create<Column>(
            new("No", true), new("From km", true), new("To km", true), new("Length", true), new("Nearest facility"), new("At", true));
        var rows = ImmutableArray.CreateBuilder<Row>(report.GapCount);
        foreach (BorderGap gap in report.Gaps)
        {
            var cells = ImmutableArray.Create(
                Figures.Count(gap.Number),
                Figures.Chainage(gap.FromMetres, report.BorderMetres),
                Figures.Chainage(gap.ToMetres, report.BorderMetres),
                Figures.Length(gap.LengthMetres),
                gap.NearestFacility is { } facility ? NameOf(facility) : "-",
                Figures.Length(gap.NearestDistanceMetres));
            rows.Add(new Row(zones ? cells.Add(gap.Zone is { } zone ? NameOf(zone) : "-") : cells));
        }

        return new Page
        {
            Title = ReportSummary.Title(report, "gaps"),
            Figures = ReportSummary.Figures(report),
            Strip = () => ReportSummary.Strip(report),
            Tables = rows.Count == 0 ? [] : [new Table(string.Empty, zones ? columns.Add(new Column("Zone")) : columns, rows.ToImmutable())],
            Notes = MethodNote.NotesOf(report),
        };
    }

    private static string NameOf(PlanFeature feature) => feature.Name.Length > 0 ? feature.Name : feature.Id.Text;
}
