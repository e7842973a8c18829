using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// Keeps a map and its strip showing a workspace: draws what has changed for what is in sight, and makes of the
/// pointer's doings questions and selections.
/// </summary>
public sealed class MapPresenter : IMapEvents
{
    private const double NearestMetresPerPixel = 12;
    private readonly PlanWorkspace _workspace;
    private readonly PointerTexts _texts;
    private readonly MapPainter _painter;
    private IMapView? _view;
    private (MapExtent Extent, double Nearest)? _flight;

    /// <summary>Begins with a workspace; nothing is drawn before <see cref="AttachAsync"/>.</summary>
    public MapPresenter(PlanWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _workspace = workspace;
        _texts = new PointerTexts(workspace);
        _painter = new MapPainter(workspace);
    }

    /// <summary>What the map shows; none before it has said so.</summary>
    public MapWindow? Window => _painter.Window;

    /// <summary>The strip as it is laid out; none before it has a width.</summary>
    public StripLayout? Strip { get; private set; }

    /// <summary>Told when the strip is laid out anew or the view has moved: what the page itself shows has to follow.</summary>
    public Func<Task> PageChanged { get; set; } = () => Task.CompletedTask;

    /// <summary>Moves the keyboard focus to the element with an id, and brings it into sight.</summary>
    public Func<string, Task> FocusAsync { get; set; } = _ => Task.CompletedTask;

    private double StripWidth { get; set; }

    /// <summary>Begins to draw.</summary>
    public async Task AttachAsync(IMapView view)
    {
        _view = view;
        await _painter.AttachAsync(view);
        if (_flight is { } flight)
            await FlyAsync(flight.Extent, flight.Nearest);
        await TellPage();
    }

    /// <summary>Follows a change of the workspace.</summary>
    public async Task FollowAsync(WorkspaceChange change)
    {
        if (_view is null)
            return;
        if (change.HasFlag(WorkspaceChange.Language))
            await _view.SetLanguageAsync(_workspace.Language);
        if (change.HasFlag(WorkspaceChange.Editing))
            await _view.SetEditingAsync(_workspace.IsEditing);
        if ((change & (WorkspaceChange.Layers | WorkspaceChange.Tab)) != WorkspaceChange.None)
            await _painter.ApplyVisibilityAsync();
        if ((change & (WorkspaceChange.Answer | WorkspaceChange.Layers | WorkspaceChange.Strip | WorkspaceChange.Language)) != WorkspaceChange.None)
            LayOutStrip();
        if (change.HasFlag(WorkspaceChange.Selection))
            await _view.SetPopupAsync(_workspace.Clicked?.Place);
        Drawn what = Drawn.Nothing;
        if (change.HasFlag(WorkspaceChange.Layers))
            what |= Drawn.All;
        if (change.HasFlag(WorkspaceChange.Answer))
            what |= Drawn.Answer | Drawn.Facilities | Drawn.Selection | Drawn.Tab;
        if (change.HasFlag(WorkspaceChange.Selection))
            what |= Drawn.Selection | Drawn.Tab;
        if (change.HasFlag(WorkspaceChange.Tab))
            what |= Drawn.Tab;
        await _painter.DrawAsync(what);
    }

    /// <summary>Flies the map to a stretch of the border.</summary>
    public ValueTask FlyToAsync(double fromMetres, double toMetres)
    {
        // Not so near that nothing else is seen, and with as much border on either side again.
        double margin = Math.Max(1_500, (toMetres - fromMetres) * 0.35);
        double from = Math.Max(0, fromMetres - margin), to = Math.Min(_workspace.Report.BorderMetres, toMetres + margin);
        return FlyAsync(MapExtent.Around(_workspace.Report.Border.Slice(from, to)), NearestMetresPerPixel);
    }

    /// <summary>Flies the map to a feature.</summary>
    public ValueTask FlyToAsync(PlanFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        if (feature.Geometry.IsEmpty)
            return ValueTask.CompletedTask;
        Envelope box = feature.Geometry.EnvelopeInternal;
        MapExtent extent = MapExtent.Around([new GeoPoint(box.MinX, box.MinY), new GeoPoint(box.MaxX, box.MaxY)]);
        return FlyAsync(feature is Facility or CandidateSite ? extent.Grown(6_000) : extent, NearestMetresPerPixel);
    }

    /// <summary>Flies the map to lines in web-Mercator metres, x before y.</summary>
    public ValueTask FlyToAsync(IEnumerable<double[]> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        MapExtent extent = lines.Aggregate(MapExtent.Nothing, (box, line) => box.With(MapExtent.Around(line)));
        return extent.IsNothing ? ValueTask.CompletedTask : FlyAsync(extent.Grown(0.12 * Math.Max(extent.East - extent.West, extent.North - extent.South)), NearestMetresPerPixel);
    }

    /// <summary>Flies the map to the whole border.</summary>
    public ValueTask FlyToAllAsync() => FlyAsync(WholeExtent(_workspace), 0);

    /// <summary>The extent of the whole border; of the facilities or zones where there is none.</summary>
    public static MapExtent WholeExtent(PlanWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        MapExtent extent = workspace.Pieces.Aggregate(MapExtent.Nothing, (box, piece) => box.With(piece.Extent));
        if (extent.IsNothing)
            extent = MapExtent.Around(workspace.Plan.Facilities.Where(facility => !facility.Geometry.IsEmpty).Select(facility => new GeoPoint(facility.Location.X, facility.Location.Y)));
        if (extent.IsNothing)
            extent = workspace.Shapes.Zones.Aggregate(MapExtent.Nothing, (box, zone) => box.With(zone.Extent));

        // A plan with nothing in it shows the country.
        return extent.IsNothing ? MapExtent.Around([new GeoPoint(102.1, 8.5), new GeoPoint(109.5, 23.4)]) : extent;
    }

    /// <inheritdoc/>
    public async Task MapMovedAsync(MapWindow window)
    {
        _painter.Window = window;
        await _painter.DrawAsync(Drawn.All);
        if (_view is not null)
            await TellPage();
    }

    /// <inheritdoc/>
    public PointerAnswer MapPointed(GeoPoint place, double metresPerPixel)
    {
        UnderPointer under = Under(place, metresPerPixel);
        double? fraction = under.BorderChainageMetres is { } metres && Strip is { } strip ? strip.XOf(metres) / strip.WidthPixels : null;
        return new PointerAnswer(_texts.Readout(place), _texts.Tip(under), fraction, under.Features.Any(feature => feature is Facility));
    }

    /// <inheritdoc/>
    public async Task MapClickedAsync(GeoPoint place, double metresPerPixel)
    {
        UnderPointer under = Under(place, metresPerPixel);
        if (await _workspace.Tab.ClickAsync(under))
            return;
        if (under.Features.IsEmpty && under.BorderChainageMetres is null)
        {
            await _workspace.SelectAsync(Selection.Nothing);
            return;
        }

        PlanFeature? point = under.Features.FirstOrDefault(feature => feature is Facility or CandidateSite);
        Selection selection = point is not null ? Selection.Of(point)
            : under.Gap is { } gap ? Selection.OfGap(_workspace.Report.GapStretches.IndexOf(gap) + 1)
            : under.BorderChainageMetres is null && !under.Features.IsEmpty ? Selection.Of(under.Features[0])
            : Selection.Nothing;
        await _workspace.ClickAsync(under, selection);
    }

    /// <inheritdoc/>
    public Task FacilityDraggedAsync(int id, GeoPoint place) =>
        _workspace.FacilityAt(id) is { } facility ? _workspace.MoveAsync(facility, place) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task FacilityDroppedAsync(int id, GeoPoint place) => FacilityDraggedAsync(id, place);

    /// <inheritdoc/>
    public Task StripResizedAsync(double widthPixels)
    {
        StripWidth = widthPixels;
        LayOutStrip();
        return TellPage();
    }

    /// <inheritdoc/>
    public StripAnswer? StripPointed(double fraction)
    {
        if (Strip is not { } strip || _workspace.Report.BorderMetres <= 0)
            return null;
        double metres = strip.MetresAt(fraction * strip.WidthPixels);
        (double x, double y) = WebMercator.Of(_workspace.Report.Border.PointAt(metres));
        return new StripAnswer(x, y, _texts.StripTip(metres, strip));
    }

    /// <inheritdoc/>
    public async Task StripClickedAsync(double fraction)
    {
        if (Strip is not { } strip)
            return;
        double metres = strip.MetresAt(fraction * strip.WidthPixels);
        double reach = 3 * (strip.ToMetres - strip.FromMetres) / strip.WidthPixels;
        BorderStretch? gap = _workspace.Report.GapStretches.Cast<BorderStretch?>()
            .FirstOrDefault(candidate => candidate!.Value.FromMetres - reach <= metres && metres <= candidate.Value.ToMetres + reach);
        await _workspace.SelectAsync(gap is { } found ? Selection.OfGap(_workspace.Report.GapStretches.IndexOf(found) + 1) : Selection.Nothing);
        await (gap is { } stretch ? FlyToAsync(stretch.FromMetres, stretch.ToMetres) : FlyToAsync(metres - 2_500, metres + 2_500));
    }

    /// <inheritdoc/>
    public Task StripZoomedAsync(double fromFraction, double toFraction) => Strip is { } strip
        ? _workspace.ZoomStripAsync(strip.MetresAt(fromFraction * strip.WidthPixels), strip.MetresAt(toFraction * strip.WidthPixels))
        : Task.CompletedTask;

    /// <inheritdoc/>
    public Task StripResetAsync() => _workspace.ZoomStripAsync(0, _workspace.Report.BorderMetres);

    // Somebody may click before the map stands: then it flies as soon as it does.
    private ValueTask FlyAsync(MapExtent extent, double nearestMetresPerPixel)
    {
        if (_view is not null)
            return _view.FlyToAsync(extent, nearestMetresPerPixel);
        _flight = (extent, nearestMetresPerPixel);
        return ValueTask.CompletedTask;
    }

    private bool IsHidden(FacilityKind kind) => _workspace.Hidden.Contains(LayerKey.Of(kind));

    private UnderPointer Under(GeoPoint place, double metresPerPixel) =>
        UnderPointer.At(place, metresPerPixel, _workspace.Report, _workspace.Shapes, feature => !_workspace.Hidden.Contains(LayerKey.Of(feature)), _workspace.Tab.Points);

    private void LayOutStrip()
    {
        if (StripWidth >= 1)
        {
            Strip = StripLayout.Of(
                StripContents.Of(_workspace.Report, _workspace.ZoneRows, IsHidden),
                _workspace.StripFromMetres, _workspace.StripToMetres, StripWidth, _workspace.Quantities);
        }
    }

    private Task TellPage() => PageChanged();
}
