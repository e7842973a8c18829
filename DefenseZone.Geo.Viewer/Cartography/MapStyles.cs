using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Viewer.Cartography;

/// <summary>The style table of the coverage map, and the layers it is used in. Colours and shapes are those of <see cref="MapColours"/> and <see cref="FacilitySymbol"/>.</summary>
public static class MapStyles
{
    private static readonly int Statuses = Enum.GetValues<LifecycleStatus>().Length;
    private static readonly List<MapStyle> Rows = [];

    /// <summary>The sea, beneath the countries.</summary>
    public static readonly int Sea = Add(new MapStyle { Fill = MapColours.Water });

    /// <summary>The land beyond the border.</summary>
    public static readonly int LandBeyond = Add(new MapStyle { Fill = MapColours.LandBeyond, Stroke = "#D8D1C3" });

    /// <summary>The country at home.</summary>
    public static readonly int Land = Add(new MapStyle { Fill = MapColours.Land, Stroke = "#D8D1C3" });

    /// <summary>Provinces of the basemap.</summary>
    public static readonly int BasemapProvince = Add(new MapStyle { Stroke = "#DDD5C6", Width = 1 });

    /// <summary>Towns of the basemap.</summary>
    public static readonly int Town = Add(new MapStyle
    {
        Symbol = new MapSymbol(4, "M2 0A2 2 0 1 1 1.99 0Z", string.Empty, "#8C8474", "#FFFFFF", 1.2),
        Label = new MapLabel(MapColours.QuietInk, 11, Halo: "rgba(255,255,255,0.85)", OffsetY: -10),
    });

    /// <summary>Hazard areas.</summary>
    public static readonly int HazardArea = Add(new MapStyle { Fill = "rgba(120,110,160,0.10)", Stroke = "#9A92B8", Dash = [2, 3] });

    /// <summary>Projects, and layers that the format does not know.</summary>
    public static readonly int OtherArea = Add(new MapStyle { Fill = "rgba(120,120,110,0.10)", Stroke = "#98968A" });

    /// <summary>Points of layers without a symbol of their own.</summary>
    public static readonly int OtherPoint = Add(new MapStyle { Symbol = new MapSymbol(6, "M0 0H6V6H0Z", string.Empty, "#6F6D62", "#FFFFFF", 1.2) });

    /// <summary>The grounds of bases and areas.</summary>
    public static readonly int FacilityArea = Add(new MapStyle { Fill = "rgba(34,34,51,0.08)", Stroke = "rgba(34,34,51,0.55)" });

    /// <summary>Roads in use.</summary>
    public static readonly int Road = Add(new MapStyle { Stroke = MapColours.Road, Width = 0.8 });

    /// <summary>Main roads in use.</summary>
    public static readonly int MainRoad = Add(new MapStyle { Stroke = MapColours.Road, Width = 1.5 });

    /// <summary>Roads that are planned or being built.</summary>
    public static readonly int RoadToBe = Add(new MapStyle { Stroke = MapColours.Road, Width = 1.2, Dash = [2, 3] });

    /// <summary>Edges of zones, the widest level first.</summary>
    public static readonly ImmutableArray<int> ZoneEdges =
    [
        Add(new MapStyle { Stroke = MapColours.ZoneEdge, Width = 2.2, Dash = [9, 5] }),
        Add(new MapStyle { Stroke = MapColours.ZoneEdge, Width = 1.8, Dash = [7, 4] }),
        Add(new MapStyle { Stroke = MapColours.ZoneEdge, Width = 1.3, Dash = [4, 4] }),
        Add(new MapStyle { Stroke = MapColours.ZoneEdge, Width = 1, Dash = [2, 3] }),
    ];

    /// <summary>Coverage circles.</summary>
    public static readonly int Circle = Add(new MapStyle { Fill = "rgba(31,111,120,0.09)", Stroke = "rgba(31,111,120,0.42)" });

    /// <summary>The border by class of depth; a gap is wider.</summary>
    public static readonly ImmutableArray<int> Border =
    [
        .. Enum.GetValues<DepthClass>().Select(depth => Add(new MapStyle
        {
            Stroke = MapColours.Of(depth),
            Width = depth == DepthClass.Gap ? 7.5 : 4.5,
            Casing = MapColours.Casing,
            CasingWidth = depth == DepthClass.Gap ? 11 : 8,
        })),
    ];

    /// <summary>The length of a gap.</summary>
    public static readonly int GapLabel = Add(new MapStyle { Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: MapColours.Gap, OffsetY: -20) });

    /// <summary>The name of a facility.</summary>
    public static readonly int FacilityName = Add(new MapStyle { Label = new MapLabel(MapColours.Ink, 11, Halo: "rgba(255,255,255,0.9)", OffsetY: 16) });

    /// <summary>The name of a zone.</summary>
    public static readonly int ZoneName = Add(new MapStyle { Label = new MapLabel("#6B6354", 12, Bold: true, Halo: "rgba(250,247,240,0.9)") });

    /// <summary>Candidate sites.</summary>
    public static readonly int Candidate = Add(new MapStyle { Symbol = Symbol(FacilitySymbol.Candidate) });

    /// <summary>What is selected: a line.</summary>
    public static readonly int SelectedLine = Add(new MapStyle { Stroke = MapColours.Gap, Width = 8, Casing = MapColours.Selection, CasingWidth = 16 });

    /// <summary>What is selected: a stretch that is not a gap.</summary>
    public static readonly int SelectedStretch = Add(new MapStyle { Stroke = "rgba(27,79,216,0.35)", Width = 16 });

    /// <summary>What is selected: an area.</summary>
    public static readonly int SelectedArea = Add(new MapStyle { Fill = "rgba(27,79,216,0.06)", Stroke = MapColours.Selection, Width = 2.2 });

    /// <summary>What is selected: a point.</summary>
    public static readonly int SelectedPoint = Add(new MapStyle { Symbol = new MapSymbol(26, "M13 1A12 12 0 1 1 12.99 1Z", string.Empty, MapColours.Selection, string.Empty, 2.6) });

    private static readonly int FirstFacility = AddFacilities();

    /// <summary>The style table.</summary>
    public static ImmutableArray<MapStyle> Table { get; } = [.. Rows];

    /// <summary>The layers, by what they are called in <see cref="MapLayers"/>.</summary>
    public static ImmutableArray<MapLayer> Layers { get; } =
    [
        new(MapLayers.Areas, 8),
        new(MapLayers.Zones, 10),
        new(MapLayers.Roads, 12),
        new(MapLayers.Circles, 20),
        new(MapLayers.FacilityAreas, 24),
        new(MapLayers.Border, 30),
        new(MapLayers.Gaps, 32),
        new(MapLayers.Selection, 34),
        new(MapLayers.Candidates, 38),
        new(MapLayers.Facilities, 40),
        new(MapLayers.Names, 50, Declutter: true),
        new(MapLayers.GapLabels, 60, Declutter: true),
    ];

    /// <summary>The style of a facility.</summary>
    public static int Facility(FacilityKind kind, LifecycleStatus status) => FirstFacility + ((int)kind * Statuses) + (int)status;

    private static int AddFacilities()
    {
        int first = Rows.Count;
        foreach (FacilityKind kind in Enum.GetValues<FacilityKind>())
        {
            foreach (LifecycleStatus status in Enum.GetValues<LifecycleStatus>())
                Add(new MapStyle { Symbol = Symbol(FacilitySymbol.Of(kind, status)) });
        }

        return first;
    }

    private static MapSymbol Symbol(FacilitySymbol symbol) =>
        new(symbol.SizePixels, symbol.Outline, symbol.Solid, symbol.Colour, "#FFFFFF", 1.4);

    private static int Add(MapStyle style)
    {
        Rows.Add(style);
        return Rows.Count - 1;
    }
}

/// <summary>What the layers of the map are called.</summary>
public static class MapLayers
{
    /// <summary>Hazard areas, projects and unknown layers.</summary>
    public const string Areas = "areas";

    /// <summary>The edges of zones.</summary>
    public const string Zones = "zones";

    /// <summary>Patrol roads.</summary>
    public const string Roads = "roads";

    /// <summary>Coverage circles.</summary>
    public const string Circles = "circles";

    /// <summary>The grounds of facilities that have an area.</summary>
    public const string FacilityAreas = "facility-areas";

    /// <summary>The covered border.</summary>
    public const string Border = "border";

    /// <summary>The gaps.</summary>
    public const string Gaps = "gaps";

    /// <summary>What is selected.</summary>
    public const string Selection = "selection";

    /// <summary>Candidate sites.</summary>
    public const string Candidates = "candidates";

    /// <summary>Facilities.</summary>
    public const string Facilities = "facilities";

    /// <summary>Names of zones and facilities.</summary>
    public const string Names = "names";

    /// <summary>The lengths of gaps.</summary>
    public const string GapLabels = "gap-labels";
}
