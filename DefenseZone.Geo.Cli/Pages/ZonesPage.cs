using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo zones</c> for people: a table a level.</summary>
internal static class ZonesPage
{
    /// <summary>The figures, and the zones level by level.</summary>
    public static Page Of(CoverageReport report, ImmutableArray<ZoneArea> areas)
    {
        var tables = ImmutableArray.CreateBuilder<Table>();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (UnzonedBorder level in report.Unzoned)
        {
            tables.Add(Level(report, areas, level.Level));
            if (level.Metres >= 1)
                notes.Add($"{Figures.Length(level.Metres)} of the border belong to no zone of level {Vocabulary.ZoneLevels[level.Level]}.");
        }

        if (tables.Count == 0)
            notes.Add("The plan has no defensive zones.");
        notes.AddRange(MethodNote.NotesOf(report));
        return new Page
        {
            Title = ReportSummary.Title(report, "zones"),
            Figures = ReportSummary.Figures(report),
            Tables = tables.ToImmutable(),
            Notes = notes.ToImmutable(),
        };
    }

    private static Table Level(CoverageReport report, ImmutableArray<ZoneArea> areas, ZoneLevel level)
    {
        var columns = ImmutableArray.Create<Column>(
            new("Zone"), new("Border", true), new("Covered", true), new("Share", true), new("Gaps", true), new("Longest", true), new("Facilities", true));
        if (!areas.IsEmpty)
            columns = columns.AddRange(new Column("Area", true), new Column("Covered", true));
        var rows = ImmutableArray.CreateBuilder<Row>();
        for (int i = 0; i < report.Zones.Length; i++)
        {
            ZoneCover cover = report.Zones[i];
            if (cover.Zone.Level != level)
                continue;
            bool borders = cover.BorderMetres > 0;
            var cells = ImmutableArray.Create(
                cover.Zone.Name.Length > 0 ? cover.Zone.Name : cover.Zone.Id.Text,
                borders ? Figures.Length(cover.BorderMetres) : "-",
                borders ? Figures.Length(cover.CoveredMetres) : "-",
                borders ? Figures.Share(cover.CoverageRatio) : "-",
                borders ? Figures.Count(cover.GapCount) : "-",
                cover.GapCount > 0 ? Figures.Length(cover.LongestGapMetres) : "-",
                Figures.Count(cover.FacilityCount));
            if (!areas.IsEmpty)
                cells = cells.AddRange(Figures.Area(areas[i].AreaSquareMetres), Figures.Area(areas[i].CoveredSquareMetres));
            rows.Add(new Row(cells));
        }

        return new Table(Title(level), columns, rows.ToImmutable());
    }

    private static string Title(ZoneLevel level) => level switch
    {
        ZoneLevel.MilitaryRegion => "Military regions",
        ZoneLevel.Province => "Provinces",
        ZoneLevel.DefenceArea => "Defence areas",
        _ => "Communes",
    };
}
