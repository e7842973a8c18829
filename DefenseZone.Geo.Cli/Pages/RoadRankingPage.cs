using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>Proposed roads by what they bring, for people.</summary>
internal static class RoadRankingPage
{
    /// <summary>The page.</summary>
    public static Page Of(RoadRankingReport report)
    {
        RoadRankingProblem problem = report.Problem;
        string minutes = problem.Minutes.ToString("0.##", CultureInfo.InvariantCulture);
        var figures = ImmutableArray.CreateBuilder<Figure>();
        figures.Add(new Figure("Border", Figures.Length(report.BorderMetres)));
        figures.Add(new Figure($"Within {minutes} min now", $"{Figures.Length(report.BeforeMetres)} ({Figures.Share(report.BorderMetres > 0 ? report.BeforeMetres / report.BorderMetres : 0)})"));
        if (report.Roads.IsEmpty)
            figures.Add(new Figure("Proposed roads", "none: " + report.Explanation, Tone.Warning));
        else
            figures.Add(new Figure("With all proposed", Figures.Length(report.BeforeMetres + report.Roads[^1].GainedInOrderMetres)));
        return new Page
        {
            Title = RoadNotes.Title(problem.Plan, "proposed roads"),
            Figures = figures.ToImmutable(),
            Tables = report.Roads.IsEmpty ? [] : [Roads(report)],
            Notes =
            [
                .. report.Notes,
                $"Method: the border reached within {minutes} minutes is counted anew with each road alone, and with it and all above it; ranked by kilometres of border for each million. ~ means a cost by the ground's slope, where the plan gives none.",
                .. MethodNote.InventedNote(problem.Plan),
            ],
        };
    }

    private static Table Roads(RoadRankingReport report) => new(
        string.Empty,
        [new("Rank", true), new("Road"), new("Name"), new("Length", true), new("Cost", true), new("Brings", true), new("For each million", true), new("With those above", true)],
        [
            .. report.Roads.Select((road, i) => new Row(
                [
                    Figures.Count(i + 1),
                    road.Road.Id.Text,
                    road.Road.Name,
                    Figures.Length(road.LengthMetres),
                    (road.IsCostEstimated ? "~" : string.Empty) + NewRoadNotes.Money(road.Cost),
                    NewRoadNotes.Gained(road.Alone.GainedMetres),
                    NewRoadNotes.Gained(road.Alone.GainedKilometresPerMillion * 1000),
                    NewRoadNotes.Gained(road.GainedInOrderMetres),
                ],
                road.Alone.GainedMetres > 0 ? Tone.Good : Tone.Plain)),
        ]);
}
