using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DefenseZone.Geo.Viewer.Cartography;

/// <summary>The map by OpenLayers, through the one TypeScript module.</summary>
public sealed class OpenLayersView : IMapView
{
    private readonly IMapEvents _events;
    private readonly DotNetObjectReference<OpenLayersView> _self;
    private IJSObjectReference? _map;

    private OpenLayersView(IMapEvents events)
    {
        _events = events;
        _self = DotNetObjectReference.Create(this);
    }

    /// <summary>Makes a map and a strip out of two elements of the page.</summary>
    public static async Task<OpenLayersView> OpenAsync(
        IJSObjectReference module, ElementReference map, ElementReference strip, MapOpening opening, IMapEvents events)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(opening);
        var view = new OpenLayersView(events);
        (double X, double Y)? centre = opening.Centre is { } place ? WebMercator.Of(place) : null;
        view._map = await module.InvokeAsync<IJSObjectReference>("create", map, strip, view._self, new
        {
            opening.Styles,
            opening.Layers,
            opening.Basemap,
            Extent = opening.Extent.ToArray(),
            Centre = centre is { } at ? new[] { at.X, at.Y } : null,
            opening.Zoom,
            Vietnamese = opening.Language == Language.Vietnamese,
            Labels = new { opening.ZoomIn, opening.ZoomOut },
        });
        return view;
    }

    /// <inheritdoc/>
    public ValueTask SetLayerAsync(string layer, MapDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return CallAsync("setLayer", layer, drawing.ToBytes(), drawing.Labels.Count == 0 ? null : drawing.Labels);
    }

    /// <inheritdoc/>
    public ValueTask SetPictureAsync(string layer, MapPicture? picture) =>
        CallAsync("setPicture", layer, picture?.Png, picture?.Extent.ToArray());

    /// <inheritdoc/>
    public ValueTask SetTilesAsync(string layer, MapTiles? tiles) => CallAsync("setTiles", layer, tiles is null ? null : new
    {
        tiles.Url,
        tiles.LeastZoom,
        tiles.MostZoom,
        tiles.Opacity,
        Extent = tiles.Extent?.ToArray(),
    });

    /// <inheritdoc/>
    public ValueTask SetVisibleAsync(string layer, bool visible) => CallAsync("setVisible", layer, visible);

    /// <inheritdoc/>
    public ValueTask SetEditingAsync(bool editing) => CallAsync("setEditing", editing);

    /// <inheritdoc/>
    public ValueTask FlyToAsync(MapExtent extent, double nearestMetresPerPixel) =>
        CallAsync("flyTo", extent.ToArray(), nearestMetresPerPixel);

    /// <inheritdoc/>
    public ValueTask SetPopupAsync(GeoPoint? place) => CallAsync("setPopup", Position(place));

    /// <inheritdoc/>
    public ValueTask SetCrosshairAsync(GeoPoint? place, double? stripFraction) =>
        CallAsync("setCrosshair", Position(place), stripFraction);

    /// <inheritdoc/>
    public ValueTask SetLanguageAsync(Language language) => CallAsync("setVietnamese", language == Language.Vietnamese);

    /// <inheritdoc/>
    public ValueTask PrintAsync(string paper) => CallAsync("print", paper);

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task MapMoved(double[] drawn, double[] inSight, double metresPerPixel, double[] centre, double zoom)
    {
        ArgumentNullException.ThrowIfNull(centre);
        return _events.MapMovedAsync(new MapWindow(Extent(drawn), Extent(inSight), metresPerPixel, WebMercator.ToGeoPoint(centre[0], centre[1]), zoom));
    }

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public PointerAnswer MapPointed(double x, double y, double metresPerPixel) =>
        _events.MapPointed(WebMercator.ToGeoPoint(x, y), metresPerPixel);

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task MapClicked(double x, double y, double metresPerPixel) =>
        _events.MapClickedAsync(WebMercator.ToGeoPoint(x, y), metresPerPixel);

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task FacilityDragged(int id, double x, double y) => _events.FacilityDraggedAsync(id, WebMercator.ToGeoPoint(x, y));

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task FacilityDropped(int id, double x, double y) => _events.FacilityDroppedAsync(id, WebMercator.ToGeoPoint(x, y));

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task StripResized(double widthPixels) => _events.StripResizedAsync(widthPixels);

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public StripAnswer? StripPointed(double fraction) => _events.StripPointed(fraction);

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task StripClicked(double fraction) => _events.StripClickedAsync(fraction);

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task StripZoomed(double fromFraction, double toFraction) => _events.StripZoomedAsync(fromFraction, toFraction);

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task StripReset() => _events.StripResetAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await CallAsync("dispose");
            if (_map is not null)
                await _map.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the map with it.
        }

        _self.Dispose();
    }

    private static MapExtent Extent(double[] edges) => new(edges[0], edges[1], edges[2], edges[3]);

    private static double[]? Position(GeoPoint? place)
    {
        if (place is not { } at)
            return null;
        (double x, double y) = WebMercator.Of(at);
        return [x, y];
    }

    private ValueTask CallAsync(string method, params object?[] arguments) =>
        _map is null ? ValueTask.CompletedTask : _map.InvokeVoidAsync(method, arguments);
}
