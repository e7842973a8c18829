using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The new roads that join a network, for people.</summary>
internal static class RoadConnectionPage
{
    /// <summary>The page.</summary>
    public static Page Of(RoadConnectionReport report)
    {
        RoadConnectionProblem problem = report.Problem;
        var figures = ImmutableArray.CreateBuilder<Figure>();
        figures.Add(new Figure("Parts", Figures.Count(report.PartCount), report.PartCount > 1 ? Tone.Warning : Tone.Good));
        if (report.IsFound)
        {
            figures.Add(new Figure("Joined", Figures.Count(report.JoinedCount)));
            figures.Add(new Figure("New roads", $"{Figures.Count(report.Links.Length)}, {Figures.Length(report.Links.Sum(link => link.LengthMetres))}"));
            figures.Add(new Figure("Cost", NewRoadNotes.Money(report.Cost)));
            figures.Add(new Figure("Proof", report.GapRatio <= 1e-9
                ? "no choice among the links costs less"
                : $"at most {Figures.Share(report.GapRatio)} above the cheapest choice; none costs under {NewRoadNotes.Money(report.LowerBoundCost)}"));
        }
        else
        {
            figures.Add(new Figure("New roads", "none: " + report.Explanation, report.IsJoinedAlready ? Tone.Good : Tone.Gap));
        }

        string tree = report.Method.Length > 0 ? report.Method + "; " : string.Empty;
        return new Page
        {
            Title = RoadNotes.Title(problem.Plan, "roads joined"),
            Figures = figures.ToImmutable(),
            Tables = report.IsFound ? [Links(report)] : [],
            Notes = [.. report.Notes, $"Method: {tree}{NewRoadNotes.Built(problem.Standard)}. Part 0 has the most road.", .. MethodNote.InventedNote(problem.Plan)],
        };
    }

    private static Table Links(RoadConnectionReport report)
    {
        var rows = ImmutableArray.CreateBuilder<Row>(report.Links.Length);
        for (int i = 0; i < report.Links.Length; i++)
        {
            ConnectionLink link = report.Links[i];
            rows.Add(new Row(
                [
                    Figures.Count(i + 1), Figures.Count(link.FromPart), Figures.Count(link.ToPart), Figures.Length(link.LengthMetres), NewRoadNotes.Money(link.Cost),
                    link.Road is { } road ? Figures.Length(road.ClimbMetres) : "-", link.Road is { } course ? NewRoadNotes.Percent(course.WorstGrade) : "-",
                    FormattableString.Invariant($"{link.From.LongitudeDegrees:0.00000}, {link.From.LatitudeDegrees:0.00000}"),
                    FormattableString.Invariant($"{link.To.LongitudeDegrees:0.00000}, {link.To.LatitudeDegrees:0.00000}"),
                ]));
        }

        return new Table(
            "New roads, the dearest first",
            [new("No", true), new("Part", true), new("Part", true), new("Length", true), new("Cost", true), new("Climb", true), new("Worst grade", true), new("From"), new("To")],
            rows.MoveToImmutable());
    }
}
