using System.Collections.Immutable;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo sight</c> for people.</summary>
internal static class SightPage
{
    /// <summary>The figures, and a row for each facility: what it sees of the border within its range, and what not and why.</summary>
    public static Page Of(Plan plan, BorderLine border, ImmutableArray<FacilitySight> sights, SightCoverage model, ImmutableArray<string> notes)
    {
        double within = sights.Sum(sight => sight.WithinMetres), seen = sights.Sum(sight => sight.SeenMetres);
        int blind = sights.Count(sight => sight.SeenMetres <= 0);
        return new Page
        {
            Title = plan.Name.Length > 0 ? plan.Name + ": sight" : "Sight",
            Figures =
            [
                new Figure("Border", Figures.Length(border.LengthMetres)),
                new Figure("Facilities", Figures.Count(sights.Length)),
                new Figure("Seen of what is in range", within > 0 ? Figures.Share(seen / within) : "-"),
                new Figure("See nothing", Figures.Count(blind), blind > 0 ? Tone.Warning : Tone.Good),
            ],
            Tables = sights.IsEmpty ? [] : [Facilities(sights)],
            Notes = [$"Method: {model.Description}; exact lines of sight on WGS84.", .. notes],
        };
    }

    private static Table Facilities(ImmutableArray<FacilitySight> sights)
    {
        var rows = ImmutableArray.CreateBuilder<Row>(sights.Length);
        foreach (FacilitySight sight in sights)
        {
            string ground = sight.Ground switch
            {
                ObserverGround.Known => Figures.Count((int)Math.Round(sight.GroundMetres)) + " m",
                ObserverGround.Void => "void",
                _ => sight.RangeMetres == 0 ? "-" : "outside",
            };
            rows.Add(new Row(
                [
                    sight.Facility.Name.Length > 0 ? sight.Facility.Name : sight.Facility.Id.Text,
                    ground,
                    Figures.Length(sight.RangeMetres),
                    Figures.Length(sight.WithinMetres),
                    Figures.Length(sight.SeenMetres),
                    Figures.Share(sight.SeenRatio),
                    Figures.Length(sight.HiddenMetres),
                    sight.UnknownMetres > 0 ? Figures.Length(sight.UnknownMetres) : "-",
                ],
                sight.SeenMetres > 0 ? Tone.Plain : Tone.Warning));
        }

        return new Table(
            string.Empty,
            [new("Facility"), new("Ground", true), new("Range", true), new("In range", true), new("Seen", true), new("Share", true), new("Hidden", true), new("Unknown", true)],
            rows.MoveToImmutable());
    }
}
