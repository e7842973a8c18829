using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Features;

/// <summary>What the layers of the plan format are called, and what their properties mean.</summary>
internal static class KnownLayers
{
    /// <summary>A name.</summary>
    public static LayerProperty Name { get; } = new(PropertyNames.Name, ValueKind.Text, "What people call it.");

    private static readonly LayerProperty Status = new(PropertyNames.Status, ValueKind.Text, "How far it has come.")
    {
        Words = Vocabulary.Statuses.Words,
    };

    private static readonly ImmutableArray<LayerProperty> Service =
    [
        new(PropertyNames.InServiceFrom, ValueKind.Any, "The first year (a number) or day (a text) of service."),
        new(PropertyNames.InServiceTo, ValueKind.Any, "The last year (a number) or day (a text) of service."),
    ];

    private static readonly LayerProperty Radius =
        new(PropertyNames.CoverageRadiusMetres, ValueKind.Number, "The radius on the ellipsoid within which it covers the border, in metres.");

    private static readonly LayerProperty Height =
        new(PropertyNames.ObserverHeightMetres, ValueKind.Number, "The observer's height above the ground, in metres.");

    private static readonly LayerProperty Zone = new(PropertyNames.Zone, ValueKind.Any, "The id of the zone it belongs to.");

    private static readonly LayerProperty Cost = new(PropertyNames.Cost, ValueKind.Number, "The cost, in the plan's own unit of money.");

    /// <summary>Where a piece of the border lies along it.</summary>
    public static ImmutableArray<LayerProperty> Chainages { get; } =
    [
        new("fromMetres", ValueKind.Number, "The chainage at which it starts: metres along the border from its start."),
        new("toMetres", ValueKind.Number, "The chainage at which it ends, in metres."),
        new("lengthMetres", ValueKind.Number, "The length in metres on the ellipsoid."),
    ];

    /// <summary>The title of a layer: its name in words.</summary>
    public static string Title(string layer)
    {
        string words = layer.Replace('-', ' ').Replace('_', ' ');
        return words.Length == 0 ? layer : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    /// <summary>What a layer holds.</summary>
    public static string Description(string layer) => layer switch
    {
        Vocabulary.BorderSegments => "The pieces of the border.",
        Vocabulary.DefensiveZones => "The defensive zones of every level.",
        Vocabulary.PatrolRoads => "The roads that patrols use.",
        Vocabulary.CandidateSites => "The sites where facilities could be built.",
        Vocabulary.HazardAreas => "The areas in danger of flood, landslide and the like.",
        Vocabulary.Projects => "Other building projects in the region.",
        _ when Vocabulary.FacilityLayers.TryParse(layer, out _) => $"The facilities of the kind '{Title(layer)}'.",
        _ => "A layer that the plan format does not know, as it stands in the plan.",
    };

    /// <summary>The properties that the plan format gives a meaning in a layer.</summary>
    public static ImmutableArray<LayerProperty> Properties(string layer) => layer switch
    {
        Vocabulary.BorderSegments =>
        [
            Name,
            new(PropertyNames.Neighbour, ValueKind.Text, "The country on the other side."),
            new(PropertyNames.Sequence, ValueKind.Number, "The place along the border, rising."),
        ],
        Vocabulary.DefensiveZones =>
        [
            Name,
            new(PropertyNames.Level, ValueKind.Text, "The level it stands at.") { Words = Vocabulary.ZoneLevels.Words },
            new(PropertyNames.Parent, ValueKind.Any, "The id of the zone one level up."),
        ],
        Vocabulary.PatrolRoads =>
        [
            Name,
            Status,
            .. Service,
            new(PropertyNames.Class, ValueKind.Text, "The road's class, in the plan's own words."),
            new(PropertyNames.Surface, ValueKind.Text, "The surface, in the plan's own words."),
            new(PropertyNames.WidthMetres, ValueKind.Number, "The width in metres."),
            new(PropertyNames.SpeedKmh, ValueKind.Number, "The travel speed in kilometres an hour."),
            new(PropertyNames.OneWay, ValueKind.Boolean, "Whether it may be driven in its drawn direction only."),
        ],
        Vocabulary.CandidateSites =>
        [
            Name,
            new(PropertyNames.Kind, ValueKind.Text, "What would be built.") { Words = Vocabulary.FacilityLayers.Words },
            Radius,
            Height,
            Zone,
            Cost,
        ],
        Vocabulary.HazardAreas =>
        [
            Name,
            new(PropertyNames.Kind, ValueKind.Text, "The danger, in the plan's own words."),
            new(PropertyNames.Season, ValueKind.Text, "The season in which it is to be expected."),
        ],
        Vocabulary.Projects =>
        [
            Name,
            new(PropertyNames.Kind, ValueKind.Text, "What is built, in the plan's own words."),
            new(PropertyNames.Status, ValueKind.Text, "How far it has come, in the plan's own words."),
        ],
        _ when Vocabulary.FacilityLayers.TryParse(layer, out _) => [Name, Radius, Height, Status, .. Service, Zone, Cost],
        _ => [],
    };
}
