using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Viewer.Cartography;

/// <summary>
/// A map on somebody's screen: layers and their styles, the view, what is selected, and what the pointer does.
/// What is drawn, and what an event means, is decided by whoever holds it.
/// </summary>
public interface IMapView : IAsyncDisposable
{
    /// <summary>Shows a drawing as a layer, in place of what the layer showed before.</summary>
    ValueTask SetLayerAsync(string layer, MapDrawing drawing);

    /// <summary>Shows a picture as a layer, in place of what the layer showed before; none for nothing.</summary>
    ValueTask SetPictureAsync(string layer, MapPicture? picture);

    /// <summary>Shows tiles as a layer, in place of what the layer showed before; none for nothing.</summary>
    ValueTask SetTilesAsync(string layer, MapTiles? tiles);

    /// <summary>Shows or hides a layer, or a layer of the basemap.</summary>
    ValueTask SetVisibleAsync(string layer, bool visible);

    /// <summary>Lets facilities be dragged, or not.</summary>
    ValueTask SetEditingAsync(bool editing);

    /// <summary>Moves the view so that an extent fills it, but no nearer than so many Mercator metres a pixel.</summary>
    ValueTask FlyToAsync(MapExtent extent, double nearestMetresPerPixel);

    /// <summary>Ties the popup to a place, or to none.</summary>
    ValueTask SetPopupAsync(GeoPoint? place);

    /// <summary>Shows the crosshair of map and strip: at a place, and at a fraction of the strip's width; none hides it.</summary>
    ValueTask SetCrosshairAsync(GeoPoint? place, double? stripFraction);

    /// <summary>Writes the basemap's names in a language.</summary>
    ValueTask SetLanguageAsync(Language language);

    /// <summary>Prints the page on a paper, landscape.</summary>
    /// <param name="paper">A4 or A3.</param>
    ValueTask PrintAsync(string paper);
}

/// <summary>What a map begins with.</summary>
public sealed record MapOpening
{
    /// <summary>The style table.</summary>
    public required ImmutableArray<MapStyle> Styles { get; init; }

    /// <summary>The layers.</summary>
    public required ImmutableArray<MapLayer> Layers { get; init; }

    /// <summary>The files of the basemap.</summary>
    public required ImmutableArray<BasemapFile> Basemap { get; init; }

    /// <summary>What the view shows where no centre is given.</summary>
    public required MapExtent Extent { get; init; }

    /// <summary>The middle of the view, where one is given.</summary>
    public GeoPoint? Centre { get; init; }

    /// <summary>The zoom of the view around the centre.</summary>
    public double? Zoom { get; init; }

    /// <summary>The language of the basemap's names.</summary>
    public Language Language { get; init; }

    /// <summary>What the button that zooms in is called.</summary>
    public required string ZoomIn { get; init; }

    /// <summary>What the button that zooms out is called.</summary>
    public required string ZoomOut { get; init; }
}

/// <summary>What the map shows just now.</summary>
/// <param name="Drawn">The extent to be drawn: what is in sight, and some more on every side.</param>
/// <param name="InSight">The extent in sight.</param>
/// <param name="MetresPerPixel">Mercator metres a pixel.</param>
/// <param name="Centre">The middle.</param>
/// <param name="Zoom">The zoom, 0 for the whole world in 256 pixels.</param>
public sealed record MapWindow(MapExtent Drawn, MapExtent InSight, double MetresPerPixel, GeoPoint Centre, double Zoom);

/// <summary>What a map and its strip tell of. Positions on the map come as places, those on the strip as fractions of its width.</summary>
public interface IMapEvents
{
    /// <summary>The view has moved, or has grown beyond what is drawn.</summary>
    Task MapMovedAsync(MapWindow window);

    /// <summary>The pointer is over a place.</summary>
    PointerAnswer MapPointed(GeoPoint place, double metresPerPixel);

    /// <summary>A place was clicked or tapped.</summary>
    Task MapClickedAsync(GeoPoint place, double metresPerPixel);

    /// <summary>A facility is being dragged, and is here now.</summary>
    Task FacilityDraggedAsync(int id, GeoPoint place);

    /// <summary>A facility was let go of.</summary>
    Task FacilityDroppedAsync(int id, GeoPoint place);

    /// <summary>The strip has another width, in pixels.</summary>
    Task StripResizedAsync(double widthPixels);

    /// <summary>The pointer is over the strip. None where there is no border.</summary>
    StripAnswer? StripPointed(double fraction);

    /// <summary>The strip was clicked.</summary>
    Task StripClickedAsync(double fraction);

    /// <summary>A part of the strip was chosen to fill it.</summary>
    Task StripZoomedAsync(double fromFraction, double toFraction);

    /// <summary>The whole strip is wanted again.</summary>
    Task StripResetAsync();
}

/// <summary>What is said to a pointer over the map.</summary>
/// <param name="Readout">The coordinates, as they are shown.</param>
/// <param name="Tip">Lines on what is under the pointer; none where nothing is.</param>
/// <param name="StripFraction">Where the nearest border point is on the strip, if it is near and in sight there.</param>
/// <param name="Grab">Whether a facility could be dragged from here.</param>
public sealed record PointerAnswer(string Readout, ImmutableArray<string> Tip, double? StripFraction, bool Grab);

/// <summary>What is said to a pointer over the strip.</summary>
/// <param name="X">The place on the map, in Mercator metres.</param>
/// <param name="Y">The place on the map, in Mercator metres.</param>
/// <param name="Tip">Lines on what is there.</param>
public sealed record StripAnswer(double X, double Y, ImmutableArray<string> Tip);
