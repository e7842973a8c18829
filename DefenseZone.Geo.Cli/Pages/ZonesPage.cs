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
            Table table = Level(report, level.Level);
            if (!table.Rows.IsEmpty)
                tables.Add(table);
            if (!areas.IsEmpty)
                tables.Add(Areas(report, areas, level.Level));
            int away = report.Zones.Count(cover => cover.Zone.Level == level.Level) - table.Rows.Length;
            if (away > 0)
                notes.Add($"{table.Title} away from the border, not listed: {Figures.Count(away)}.");
            if (level.Metres >= 1)
                notes.Add($"{Figures.Length(level.Metres)} of the border belong to no zone of level {Vocabulary.ZoneLevels[level.Level]}.");
        }

        if (report.Unzoned.IsEmpty)
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

    private static Table Level(CoverageReport report, ZoneLevel level)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (ZoneCover cover in report.Zones)
        {
            // A zone without border and without anybody in it has nothing to say.
            bool borders = cover.BorderMetres > 0;
            if (cover.Zone.Level != level || (!borders && cover.FacilityCount == 0))
                continue;
            rows.Add(new Row(
                [
                    NameOf(cover.Zone),
                    borders ? Figures.Length(cover.BorderMetres) : "-",
                    borders ? Figures.Length(cover.CoveredMetres) : "-",
                    borders ? Figures.Share(cover.CoverageRatio) : "-",
                    borders ? Figures.Count(cover.GapCount) : "-",
                    cover.GapCount > 0 ? Figures.Length(cover.LongestGapMetres) : "-",
                    Figures.Count(cover.FacilityCount),
                ]));
        }

        return new Table(
            Title(level),
            [new("Zone"), new("Border", true), new("Covered", true), new("Share", true), new("Gaps", true), new("Longest", true), new("Facilities", true)],
            rows.ToImmutable());
    }

    private static Table Areas(CoverageReport report, ImmutableArray<ZoneArea> areas, ZoneLevel level)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        for (int i = 0; i < areas.Length; i++)
        {
            if (report.Zones[i].Zone.Level != level)
                continue;
            ZoneArea area = areas[i];
            rows.Add(new Row(
                [
                    NameOf(report.Zones[i].Zone),
                    Figures.Area(area.AreaSquareMetres),
                    Figures.Area(area.CoveredSquareMetres),
                    Figures.Share(area.AreaSquareMetres > 0 ? area.CoveredSquareMetres / area.AreaSquareMetres : 0),
                ]));
        }

        return new Table(Title(level) + " by area", [new("Zone"), new("Area", true), new("Covered", true), new("Share", true)], rows.ToImmutable());
    }

    private static string NameOf(DefensiveZone zone) => zone.Name.Length > 0 ? zone.Name : zone.Id.Text;

    private static string Title(ZoneLevel level) => level switch
    {
        ZoneLevel.MilitaryRegion => "Military regions",
        ZoneLevel.Province => "Provinces",
        ZoneLevel.DefenceArea => "Defence areas",
        _ => "Communes",
    };
}
