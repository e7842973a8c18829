using System.Collections.Immutable;

namespace DefenseZone.Geo.Viewer.Cartography;

/// <summary>How an item of a layer is drawn: one row of the style table. Colours as CSS has them, widths in pixels.</summary>
public sealed record MapStyle
{
    /// <summary>The colour of the line; none where there is no line.</summary>
    public string? Stroke { get; init; }

    /// <summary>The width of the line.</summary>
    public double Width { get; init; } = 1;

    /// <summary>Dashes and spaces of the line; none for an unbroken one.</summary>
    public ImmutableArray<double>? Dash { get; init; }

    /// <summary>The colour of a broader line beneath the line.</summary>
    public string? Casing { get; init; }

    /// <summary>The width of the line beneath.</summary>
    public double CasingWidth { get; init; }

    /// <summary>What an area is filled with.</summary>
    public string? Fill { get; init; }

    /// <summary>The symbol of a point.</summary>
    public MapSymbol? Symbol { get; init; }

    /// <summary>How its label is written.</summary>
    public MapLabel? Label { get; init; }
}

/// <summary>A symbol as SVG path data in a square box.</summary>
/// <param name="Size">The side of the box, in pixels.</param>
/// <param name="Outline">What is stroked.</param>
/// <param name="Solid">What is filled with the colour.</param>
/// <param name="Colour">The colour of stroke and fill.</param>
/// <param name="Background">What the outline is filled with first; empty for nothing.</param>
/// <param name="StrokeWidth">The width of the stroke.</param>
/// <param name="Scale">How much larger than its box it is drawn.</param>
public sealed record MapSymbol(double Size, string Outline, string Solid, string Colour, string Background, double StrokeWidth, double Scale = 1);

/// <summary>How a label is written.</summary>
/// <param name="Colour">The colour of the letters.</param>
/// <param name="SizePixels">Their size.</param>
/// <param name="Bold">Whether they are bold.</param>
/// <param name="Halo">The colour around the letters, where there is one.</param>
/// <param name="Background">The colour of the plate beneath them, where there is one.</param>
/// <param name="OffsetY">Pixels downwards from the point.</param>
public sealed record MapLabel(string Colour, double SizePixels, bool Bold = false, string? Halo = null, string? Background = null, double OffsetY = 0);

/// <summary>A layer of the map.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="ZIndex">Layers of a higher index lie above those of a lower one.</param>
/// <param name="Declutter">Whether items that would overlap others are left out; earlier items and higher layers come first.</param>
public sealed record MapLayer(string Name, int ZIndex, bool Declutter = false)
{
    /// <summary>What it shows.</summary>
    public MapLayerContent Content { get; init; }

    /// <summary>Its own style table, which its drawings refer to; none where they refer to the map's.</summary>
    public ImmutableArray<MapStyle> Styles { get; init; } = [];
}

/// <summary>What a layer of the map shows.</summary>
public enum MapLayerContent
{
    /// <summary>Points, lines and areas, a <see cref="MapDrawing"/>.</summary>
    Drawing,

    /// <summary>One picture, a <see cref="MapPicture"/>.</summary>
    Picture,

    /// <summary>Tiles of pictures, <see cref="MapTiles"/>.</summary>
    Tiles,
}

/// <summary>A picture on the map.</summary>
/// <param name="Png">A PNG file, north up, in web Mercator.</param>
/// <param name="Extent">What it shows, from the outer edges of its outermost pixels.</param>
public sealed record MapPicture(byte[] Png, MapExtent Extent);

/// <summary>Tiles of the host in the web-Mercator quad.</summary>
/// <param name="Url">Their address, with {z}, {x} and {y}; relative to the page's base.</param>
/// <param name="LeastZoom">The coarsest zoom there is.</param>
/// <param name="MostZoom">The finest zoom there is; nearer, its tiles are enlarged.</param>
/// <param name="Opacity">From 0, not seen, to 1.</param>
/// <param name="Extent">Where there are any; none for everywhere.</param>
public sealed record MapTiles(string Url, int LeastZoom, int MostZoom, double Opacity = 1, MapExtent? Extent = null);

/// <summary>A GeoJSON file of the host that is drawn beneath all layers.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Layer">What it is called.</param>
/// <param name="ZIndex">Its place among the layers.</param>
/// <param name="Style">The row of the style table.</param>
/// <param name="Label">Whether its features' names are written.</param>
/// <param name="Home">The id of the feature that is drawn in another style, where there is one.</param>
/// <param name="HomeStyle">That style.</param>
/// <param name="GroundStyle">What lies beneath all of its features, within the box around them; none for nothing.</param>
public sealed record BasemapFile(string Url, string Layer, int ZIndex, int Style, bool Label = false, string? Home = null, int HomeStyle = 0, int? GroundStyle = null);
