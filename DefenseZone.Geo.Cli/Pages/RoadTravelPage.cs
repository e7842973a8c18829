using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>Routes, rounds and isochrones for people.</summary>
internal static class RoadTravelPage
{
    /// <summary>A route, leg by leg.</summary>
    public static Page Of(Plan plan, RoadNetwork network, RoadRoute route, RoadRoute? before)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (route.IsFound)
        {
            figures.Add(new Figure("Time", before is null ? RoadNotes.Time(route.Seconds) : $"{RoadNotes.Time(route.Seconds)} (before closures {RoadNotes.Time(before.Seconds)})"));
            figures.Add(new Figure("Length", Figures.Length(route.LengthMetres)));
            if (double.IsFinite(route.ClimbMetres))
                figures.Add(new Figure("Climb", $"{Figures.Length(route.ClimbMetres)} up, {Figures.Length(route.DescentMetres)} down"));
        }
        else
        {
            figures.Add(new Figure("Route", "none: " + route.Reason, Tone.Gap));
            if (before is not null)
                figures.Add(new Figure("Before closures", RoadNotes.Time(before.Seconds)));
        }

        return new Page
        {
            Title = RoadNotes.Title(plan, "route"),
            Figures = figures.ToImmutable(),
            Tables = route.IsFound ? [Legs(network, route.Legs)] : [],
            Notes = RoadNotes.Of(plan, network),
        };
    }

    /// <summary>A round, leg by leg.</summary>
    public static Page Of(Plan plan, RoadNetwork network, PatrolRound round)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (round.IsFound)
        {
            figures.Add(new Figure("Time", RoadNotes.Time(round.Seconds)));
            figures.Add(new Figure("Length", Figures.Length(round.LengthMetres)));
            figures.Add(new Figure("Proof", round.IsOptimal ? "the shortest there is" : $"at most {Figures.Share((round.Seconds / round.BoundSeconds) - 1)} above the shortest; none is under {RoadNotes.Time(round.BoundSeconds)}"));
            if (round.ShiftSeconds is { } shift)
            {
                string fits = round.FitsShift ? "fits" : round.NoRoundFits ? "no round over all of this fits" : "this round does not fit; whether another does is not proved";
                figures.Add(new Figure("Shift", $"{RoadNotes.Time(shift)}: {fits}", round.FitsShift ? Tone.Good : Tone.Gap));
            }
        }
        else
        {
            figures.Add(new Figure("Round", "none: " + round.Reason, Tone.Gap));
        }

        ImmutableArray<Table> tables = round.IsFound
            ? [new Table("Order", [new("No", true), new("Stop"), new("There after", true)], [.. round.Stops.Select((stop, i) => new Row([Figures.Count(i + 1), RoadNotes.NameOf(stop), RoadNotes.Time(round.ArrivalSeconds[i])]))]), Legs(network, round.Legs)]
            : [];
        return new Page { Title = RoadNotes.Title(plan, "patrol round"), Figures = figures.ToImmutable(), Tables = tables, Notes = RoadNotes.Of(plan, network) };
    }

    /// <summary>Isochrones, a row for each.</summary>
    public static Page Of(Plan plan, RoadNetwork network, ImmutableArray<Isochrone> isochrones) => new()
    {
        Title = RoadNotes.Title(plan, "isochrones"),
        Figures = [new Figure("Roads", Figures.Length(network.LengthMetres))],
        Tables =
        [
            new Table(
                string.Empty,
                [new("Within", true), new("Roads", true), new("Share", true), new("Area", true)],
                [
                    .. isochrones.Select(one => new Row(
                        [
                            RoadNotes.Time(one.Minutes * 60),
                            Figures.Length(one.RoadMetres),
                            network.LengthMetres > 0 ? Figures.Share(one.RoadMetres / network.LengthMetres) : "-",
                            Figures.Area(one.AreaSquareMetres),
                        ])),
                ]),
        ],
        Notes = RoadNotes.Of(plan, network),
    };

    private static Table Legs(RoadNetwork network, ImmutableArray<RouteLeg> legs)
    {
        bool climbs = legs.Any(leg => double.IsFinite(leg.ClimbMetres));
        var columns = ImmutableArray.Create<Column>(new("No", true), new("Along"), new("Length", true), new("Time", true));
        if (climbs)
            columns = columns.Add(new Column("Climb", true));
        var rows = ImmutableArray.CreateBuilder<Row>(legs.Length);
        for (int i = 0; i < legs.Length; i++)
        {
            RouteLeg leg = legs[i];
            var cells = ImmutableArray.Create(
                Figures.Count(i + 1), leg.IsOnFoot ? "on foot" : RoadNotes.NameOf(network.Roads[leg.Road]), Figures.Length(leg.LengthMetres), RoadNotes.Time(leg.Seconds));
            rows.Add(new Row(climbs ? cells.Add(Figures.Length(leg.ClimbMetres)) : cells));
        }

        return new Table(string.Empty, columns, rows.MoveToImmutable());
    }
}
