using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo coverage</c> for people.</summary>
internal static class CoveragePage
{
    /// <summary>The figures, the strip, how much there is of each depth, and the segments where there are several.</summary>
    public static Page Of(CoverageReport report) => new()
    {
        Title = ReportSummary.Title(report, "coverage"),
        Figures = ReportSummary.Figures(report),
        Strip = () => ReportSummary.Strip(report),
        Tables = report.Segments.Length > 1 ? [Depths(report), Segments(report)] : [Depths(report)],
        Notes = MethodNote.NotesOf(report),
    };

    private static Table Depths(CoverageReport report)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        for (int depth = 0; depth <= report.MaximumDepth; depth++)
        {
            double metres = report.MetresAtDepth(depth);
            double ratio = report.BorderMetres > 0 ? metres / report.BorderMetres : 0;
            string name = depth switch { 0 => "not at all", 1 => "once", 2 => "twice", _ => Figures.Count(depth) + " times" };
            rows.Add(new Row([name, Figures.Length(metres), Figures.Share(ratio)], depth == 0 && metres > 0 ? Tone.Gap : Tone.Plain));
        }

        return new Table("Covered how often", [new("Covered"), new("Length", true), new("Share", true)], rows.ToImmutable());
    }

    private static Table Segments(CoverageReport report)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (SegmentCover cover in report.Segments)
        {
            rows.Add(new Row(
                [
                    NameOf(cover.Segment),
                    Figures.Chainage(cover.FromMetres, report.BorderMetres),
                    Figures.Length(cover.BorderMetres),
                    Figures.Length(cover.CoveredMetres),
                    Figures.Share(cover.CoverageRatio),
                    Figures.Count(cover.GapCount),
                    cover.GapCount == 0 ? "-" : Figures.Length(cover.LongestGapMetres),
                ]));
        }

        return new Table(
            "Segments",
            [new("Segment"), new("From km", true), new("Length", true), new("Covered", true), new("Share", true), new("Gaps", true), new("Longest", true)],
            rows.ToImmutable());
    }

    private static string NameOf(BorderSegment segment) => segment.Name.Length > 0 ? segment.Name : segment.Id.Text;
}
