using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>Courses for a new road, side by side.</summary>
internal static class RoadSitingPage
{
    private const int ProfileSteps = 12;

    /// <summary>The page.</summary>
    public static Page Of(RoadSitingReport report)
    {
        RoadSitingProblem problem = report.Problem;
        ImmutableArray<string> notes = [.. report.Notes, NewRoadNotes.Method(report), .. MethodNote.InventedNote(problem.Plan)];
        ImmutableArray<Figure> ends = [new Figure("From", problem.From.Name), new Figure("To", problem.To.IsNetwork ? "the existing roads" : problem.To.Name)];
        if (!report.IsFound)
        {
            ImmutableArray<string> reasons = report.Faults.IsEmpty ? [report.Explanation] : report.Faults;
            return new Page
            {
                Title = RoadNotes.Title(problem.Plan, "new road"),
                Figures = [.. ends, .. reasons.Select((reason, i) => new Figure(i == 0 ? "No road" : string.Empty, reason, Tone.Gap))],
                Notes = notes,
            };
        }

        return new Page
        {
            Title = RoadNotes.Title(problem.Plan, "new road"),
            Figures = ends,
            Tables = [Courses(report), Costs(report), Profile(report.Roads[0])],
            Notes = notes,
        };
    }

    private static Table Courses(RoadSitingReport report)
    {
        ImmutableArray<SitedRoad> roads = report.Roads;
        var rows = ImmutableArray.CreateBuilder<Row>();
        Add("Length", road => Figures.Length(road.LengthMetres));
        Add("Cost", road => NewRoadNotes.Money(road.Cost));
        Add("Climb", road => Figures.Length(road.ClimbMetres));
        Add("Descent", road => Figures.Length(road.DescentMetres));
        Add("Worst grade", road => NewRoadNotes.Percent(road.WorstGrade));
        Add("Hairpins", road => Figures.Count(road.HairpinCount));
        if (roads.Length > 1)
            Add("Beside those before", road => Figures.Share(road.OverlapRatio));
        if (roads[0].Gain is { } gain)
        {
            string minutes = gain.Minutes.ToString("0.##", CultureInfo.InvariantCulture);
            Add($"Border within {minutes} min", road => Figures.Length(road.Gain!.Value.AfterMetres));
            Add($"More than the {Figures.Length(gain.BeforeMetres)} now", road => NewRoadNotes.Gained(road.Gain!.Value.GainedMetres));
            Add("That for each million", road => NewRoadNotes.Gained(road.Gain!.Value.GainedKilometresPerMillion * 1000));
        }

        return new Table("Courses, the cheapest first", Columns(roads.Length), rows.ToImmutable());

        void Add(string name, Func<SitedRoad, string> value) => rows.Add(new Row([name, .. roads.Select(value)]));
    }

    private static Table Costs(RoadSitingReport report)
    {
        string[] names = [.. report.Roads.SelectMany(road => road.CostParts).GroupBy(part => part.Name, StringComparer.Ordinal)
            .OrderByDescending(part => part.Sum(one => one.Cost)).Select(part => part.Key)];
        return new Table(
            "What they are made of: length and cost by the ground",
            Columns(report.Roads.Length),
            [.. names.Select(name => new Row([name, .. report.Roads.Select(road => Part(road, name))]))]);
    }

    private static string Part(SitedRoad road, string name)
    {
        foreach (RoadCostPart part in road.CostParts)
        {
            if (part.Name == name)
                return part.LengthMetres > 0 ? $"{Figures.Length(part.LengthMetres)}, {NewRoadNotes.Money(part.Cost)}" : NewRoadNotes.Money(part.Cost);
        }

        return "-";
    }

    // Heights at equal steps, and between them the steepest piece, which a mean would hide.
    private static Table Profile(SitedRoad road)
    {
        ImmutableArray<RoadProfilePoint> profile = road.Profile;
        var rows = ImmutableArray.CreateBuilder<Row>();
        int before = 0;
        for (int step = 0; step <= ProfileSteps; step++)
        {
            int at = (int)((long)(profile.Length - 1) * step / ProfileSteps);
            if (step > 0 && at == before)
                continue;
            double steepest = step == 0 ? 0 : Enumerable.Range(before + 1, at - before).Max(i => Math.Abs(profile[i].Grade));
            GeoPoint place = profile[at].Place;
            rows.Add(new Row(
                [
                    Figures.Length(profile[at].ChainageMetres),
                    profile[at].ElevationMetres.ToString("#,0.0", CultureInfo.InvariantCulture) + " m",
                    step == 0 ? "-" : NewRoadNotes.Percent(steepest),
                    FormattableString.Invariant($"{place.LongitudeDegrees:0.00000}, {place.LatitudeDegrees:0.00000}"),
                ]));
            before = at;
        }

        return new Table("Profile of 1", [new("At", true), new("Ground", true), new("Steepest until there", true), new("Place")], rows.ToImmutable());
    }

    private static ImmutableArray<Column> Columns(int courses) =>
        [new(string.Empty), .. Enumerable.Range(1, courses).Select(number => new Column(Figures.Count(number), true))];
}
