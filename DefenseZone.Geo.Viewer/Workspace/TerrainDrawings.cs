using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// What sight and terrain show on the map. How many posts see a place has the colours of depth, for it is that; what one
/// post sees has the colour of what is selected; the line of sight is dark, and broken beyond what hides its end.
/// </summary>
internal static class TerrainDrawings
{
    /// <summary>The relief while the tab is open.</summary>
    public const string ShadingLayer = "terrain-shading";

    /// <summary>How many posts see each place.</summary>
    public const string CountsLayer = "terrain-counts";

    /// <summary>What the selected post sees.</summary>
    public const string ViewLayer = "terrain-view";

    /// <summary>The border that the selected post sees.</summary>
    public const string SeenBorderLayer = "terrain-border";

    /// <summary>The line of sight.</summary>
    public const string LineLayer = "terrain-line";

    // Drawn thin, so that what lies beneath stays readable.
    private const byte Veil = 105;
    private const byte ViewVeil = 78;
    private const int RingCorners = 96;
    private const string Dot = "M6 1A5 5 0 1 1 5.99 1Z";

    private static readonly ImmutableArray<(string Key, string Colour)> Classes =
    [
        ("terrain-once", MapColours.CoveredOnce),
        ("terrain-twice", MapColours.CoveredTwice),
        ("terrain-three", MapColours.CoveredThreeTimesOrMore),
    ];

    /// <summary>The layers: relief beneath all, ground seen beneath the roads, the border seen beneath the border.</summary>
    public static ImmutableArray<MapLayer> Layers { get; } =
    [
        new(LayerKey.Relief, 1) { Content = MapLayerContent.Tiles },
        new(ShadingLayer, 1) { Content = MapLayerContent.Tiles },
        new(CountsLayer, 6) { Content = MapLayerContent.Picture },
        new(ViewLayer, 7) { Content = MapLayerContent.Picture },
        new(SeenBorderLayer, 29) { Styles = [new MapStyle { Stroke = "rgba(27,79,216,0.45)", Width = 17 }] },
        new(LineLayer, 43)
        {
            Styles =
            [
                new MapStyle { Stroke = MapColours.Ink, Width = 2.6, Casing = "#FFFFFF", CasingWidth = 6 },
                new MapStyle { Stroke = MapColours.Ink, Width = 2.6, Dash = [3, 6], Casing = "rgba(255,255,255,0.75)", CasingWidth = 6 },
                new MapStyle { Symbol = new MapSymbol(12, Dot, string.Empty, MapColours.Ink, "#FFFFFF", 2.4), Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: MapColours.Ink, OffsetY: -19) },
                new MapStyle { Symbol = new MapSymbol(12, Dot, Dot, MapColours.Gap, "#FFFFFF", 1.4), Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: MapColours.Gap, OffsetY: 19) },
                new MapStyle { Stroke = MapColours.Selection, Width = 1.4, Dash = [5, 5] },
            ],
        },
    ];

    /// <summary>The tiles of the relief.</summary>
    public static MapTiles Tiles(string plan, ElevationSurface terrain)
    {
        GeoExtent extent = terrain.Extent;

        // The zoom whose pixels are as large as the cells; nearer, there is nothing more to be seen.
        int finest = Math.Clamp((int)Math.Ceiling(Math.Log2(2 * Math.PI * Wgs84.SemiMajorAxisMetres / TileAddress.SizePixels / terrain.Frame.ResolutionMetres)), 8, 16);
        return new MapTiles(
            $"plans/{Uri.EscapeDataString(plan)}/collections/terrain/map/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}?f=png",
            LeastZoom: 5,
            finest,
            Extent: extent.WestDegrees < extent.EastDegrees
                ? MapExtent.Around([new GeoPoint(extent.WestDegrees, extent.SouthDegrees), new GeoPoint(extent.EastDegrees, extent.NorthDegrees)])
                : null);
    }

    /// <summary>The entries of the legend while the tab is open.</summary>
    public static IEnumerable<LegendEntry> Legend(TerrainTab tab)
    {
        TerrainTexts words = tab.Words;
        if (tab.View is { Ground: { } ground } view)
        {
            yield return new LegendEntry(ViewLayer, string.Format(null, words.SeenFrom, view.Facility.Id.Text), tab.Workspace.Quantities.Area(ground.VisibleSquareMetres), new LegendSwatch.Area("rgba(27,79,216,0.31)", MapColours.Selection));
            yield return new LegendEntry(SeenBorderLayer, words.SeenBorder, tab.Workspace.Quantities.Length(view.Border.SeenMetres), new LegendSwatch.Line("rgba(27,79,216,0.45)", 9));
        }
        else if (tab.Answer is { Viewsheds.IsEmpty: false })
        {
            yield return Class(0, words.SeenByOne);
            yield return Class(1, words.SeenByTwo);
            yield return Class(2, words.SeenByMore);
        }

        if (tab.Question.IsLine)
            yield return new LegendEntry(LineLayer, words.Line, string.Empty, new LegendSwatch.Line(MapColours.Ink, 2.6));
        yield return Shading(ShadingLayer, words);
    }

    /// <summary>The entry of the relief.</summary>
    public static LegendEntry Shading(string key, TerrainTexts words) => new(key, words.Shading, string.Empty, new LegendSwatch.Area("#C9C3B6", "#8A867C"));

    /// <summary>The opacity and colour of one, two and more posts; those hidden by the legend are not seen.</summary>
    public static ImmutableArray<(byte Red, byte Green, byte Blue, byte Opacity)> CountColours(Func<string, bool> isHidden) =>
        [.. Classes.Select(of => Rgba(of.Colour, isHidden(of.Key) ? (byte)0 : Veil))];

    /// <summary>The colour of what the selected post sees.</summary>
    public static ImmutableArray<(byte Red, byte Green, byte Blue, byte Opacity)> ViewColours { get; } = [Rgba(MapColours.Selection, ViewVeil)];

    /// <summary>The drawings for what is in sight.</summary>
    public static IEnumerable<LayerDrawing> Of(PostView? view, BorderLine border, TerrainQuestion question, SightProfile? profile, Quantities quantities, MapWindow window)
    {
        MapDrawing seen = SceneDrawings.Begin(window), line = SceneDrawings.Begin(window);
        if (view is not null)
        {
            foreach (BorderStretch stretch in view.Border.Stretches)
                seen.AddLine(0, [Simplified.Line(BorderPieces.Projected(border.Slice(stretch.FromMetres, stretch.ToMetres)), window)]);
            Coordinate at = view.Facility.Location;
            if (view.Border.RangeMetres > 0)
                line.AddLine(4, [BorderPieces.Projected(Geodesic.Circle(new GeoPoint(at.X, at.Y), view.Border.RangeMetres, RingCorners))]);
        }

        AddLine(line, question, profile, quantities);
        yield return new LayerDrawing(SeenBorderLayer, seen);
        yield return new LayerDrawing(LineLayer, line);
    }

    private static void AddLine(MapDrawing drawing, TerrainQuestion question, SightProfile? profile, Quantities quantities)
    {
        Obstruction? obstruction = profile?.Obstruction;
        if (question is { From: { } from, To: { } to })
        {
            GeoPoint until = obstruction?.Place ?? to;
            drawing.AddLine(0, [BorderPieces.Projected([from, until])]);
            if (obstruction is not null)
                drawing.AddLine(1, [BorderPieces.Projected([until, to])]);
        }

        if (obstruction is { } hides)
            AddPoint(drawing, 3, hides.Place, quantities.Height(hides.GroundMetres));
        if (question.From is { } eye)
            AddPoint(drawing, 2, eye, "A");
        if (question.To is { } target)
            AddPoint(drawing, 2, target, "B");
    }

    private static void AddPoint(MapDrawing drawing, int style, GeoPoint place, string label)
    {
        (double x, double y) = WebMercator.Of(place);
        drawing.AddPoint(style, -1, x, y, label);
    }

    private static LegendEntry Class(int index, string name) =>
        new(Classes[index].Key, name, string.Empty, new LegendSwatch.Area(Classes[index].Colour + "99", Classes[index].Colour));

    private static (byte Red, byte Green, byte Blue, byte Opacity) Rgba(string colour, byte opacity)
    {
        byte[] parts = Convert.FromHexString(colour.AsSpan(1));
        return (parts[0], parts[1], parts[2], opacity);
    }
}
