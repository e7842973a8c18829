using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo roads response</c> for people.</summary>
internal static class ResponsePage
{
    /// <summary>The figures, before closures too, and a row for each of those who respond.</summary>
    public static Page Of(ResponseReport report, double? minutes, ResponseReport? before)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        figures.Add(new Figure("Border", Figures.Length(report.Border.LengthMetres)));
        figures.Add(new Figure("Responding", Figures.Count(report.Facilities.Length)));
        figures.Add(new Figure("Longest response", Changed(report.MostSeconds, before?.MostSeconds, RoadNotes.Time), double.IsFinite(report.MostSeconds) ? Tone.Plain : Tone.Gap));
        figures.Add(new Figure("Mean response", Changed(report.MeanSeconds, before?.MeanSeconds, RoadNotes.Time)));
        if (minutes is { } limit)
            figures.Add(new Figure($"Within {limit:0.###} min", Changed(report.MetresWithin(limit), before?.MetresWithin(limit), Figures.Length)));
        return new Page
        {
            Title = RoadNotes.Title(report.Problem.Plan, "response times"),
            Figures = figures.ToImmutable(),
            Strip = () => minutes is { } within ? Strip(report, within) : BorderStrip.Empty,
            Tables = report.Facilities.IsEmpty ? [] : [Facilities(report)],
            Notes = RoadNotes.Of(report.Problem.Plan, report.Network),
        };
    }

    private static string Changed(double now, double? before, Func<double, string> text) =>
        before is { } was ? $"{text(now)} (before closures {text(was)})" : text(now);

    private static BorderStrip Strip(ResponseReport report, double minutes)
    {
        ImmutableArray<BorderStretch> reached = report.ReachedWithin(minutes);
        var gaps = ImmutableArray.CreateBuilder<StripStretch>();
        double end = 0;
        foreach (BorderStretch stretch in reached)
        {
            if (stretch.FromMetres > end)
                gaps.Add(new StripStretch(end, stretch.FromMetres, 0));
            end = stretch.ToMetres;
        }

        if (end < report.Border.LengthMetres)
            gaps.Add(new StripStretch(end, report.Border.LengthMetres, 0));
        return new BorderStrip(report.Border.LengthMetres, [.. reached.Select(stretch => new StripStretch(stretch.FromMetres, stretch.ToMetres, 1))], gaps.ToImmutable());
    }

    private static Table Facilities(ResponseReport report)
    {
        var metres = new double[report.Facilities.Length];
        var longest = new double[report.Facilities.Length];
        foreach (ResponseStretch stretch in report.Stretches)
        {
            if (stretch.Facility < 0)
                continue;
            metres[stretch.Facility] += stretch.LengthMetres;
            longest[stretch.Facility] = Math.Max(longest[stretch.Facility], stretch.MostSeconds);
        }

        var rows = ImmutableArray.CreateBuilder<Row>(metres.Length);
        for (int i = 0; i < metres.Length; i++)
        {
            NetworkPoint? join = report.Joins[i];
            rows.Add(new Row(
                [
                    RoadNotes.NameOf(report.Facilities[i]),
                    join is { } point ? RoadNotes.NameOf(report.Network.Roads[report.Network.Edge(point.Edge).Road]) : "no road",
                    join is { } walk ? Figures.Length(walk.WalkMetres) : "-",
                    Figures.Length(metres[i]),
                    metres[i] > 0 ? RoadNotes.Time(longest[i]) : "-",
                ],
                metres[i] > 0 ? Tone.Plain : Tone.Warning));
        }

        return new Table(string.Empty, [new("Facility"), new("Joins road"), new("On foot", true), new("First along", true), new("Longest", true)], rows.MoveToImmutable());
    }
}
