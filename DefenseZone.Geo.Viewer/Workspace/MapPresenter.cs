using System.Collections.Immutable;
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
    private readonly CoverageWorkspace _workspace;
    private readonly PointerTexts _texts;
    private IMapView? _view;
    private (MapExtent Extent, double Nearest)? _flight;
    private Drawn _waiting;
    private bool _drawing;

    /// <summary>Begins with a workspace; nothing is drawn before <see cref="AttachAsync"/>.</summary>
    public MapPresenter(CoverageWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _workspace = workspace;
        _texts = new PointerTexts(workspace);
    }

    [Flags]
    private enum Drawn
    {
        Nothing = 0,
        Background = 1,
        Answer = 2,
        Facilities = 4,
        Selection = 8,
        All = 15,
    }

    /// <summary>What the map shows; none before it has said so.</summary>
    public MapWindow? Window { get; private set; }

    /// <summary>The strip as it is laid out; none before it has a width.</summary>
    public StripLayout? Strip { get; private set; }

    /// <summary>Told when the strip is laid out anew or the view has moved: what the page itself shows has to follow.</summary>
    public Func<Task> PageChanged { get; set; } = () => Task.CompletedTask;

    private double StripWidth { get; set; }

    /// <summary>Begins to draw.</summary>
    public async Task AttachAsync(IMapView view)
    {
        _view = view;
        await ApplyVisibilityAsync();
        await DrawAsync(Drawn.All);
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
        if (change.HasFlag(WorkspaceChange.Layers))
            await ApplyVisibilityAsync();
        if ((change & (WorkspaceChange.Answer | WorkspaceChange.Layers | WorkspaceChange.Strip | WorkspaceChange.Language)) != WorkspaceChange.None)
            LayOutStrip();
        if (change.HasFlag(WorkspaceChange.Selection))
            await _view.SetPopupAsync(_workspace.Clicked?.Place);
        Drawn what = change switch
        {
            _ when change.HasFlag(WorkspaceChange.Layers) => Drawn.All,
            _ when change.HasFlag(WorkspaceChange.Answer) => Drawn.Answer | Drawn.Facilities | Drawn.Selection,
            _ when change.HasFlag(WorkspaceChange.Selection) => Drawn.Selection,
            _ => Drawn.Nothing,
        };
        await DrawAsync(what);
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

    /// <summary>Flies the map to the whole border.</summary>
    public ValueTask FlyToAllAsync() => FlyAsync(WholeExtent(_workspace), 0);

    /// <summary>The extent of the whole border; of the facilities or zones where there is none.</summary>
    public static MapExtent WholeExtent(CoverageWorkspace workspace)
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
        Window = window;
        await DrawAsync(Drawn.All);
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
    public Task MapClickedAsync(GeoPoint place, double metresPerPixel)
    {
        UnderPointer under = Under(place, metresPerPixel);
        if (under.Features.IsEmpty && under.BorderChainageMetres is null)
            return _workspace.SelectAsync(Selection.Nothing);
        PlanFeature? point = under.Features.FirstOrDefault(feature => feature is Facility or CandidateSite);
        Selection selection = point is not null ? Selection.Of(point)
            : under.Gap is { } gap ? Selection.OfGap(_workspace.Report.GapStretches.IndexOf(gap) + 1)
            : under.BorderChainageMetres is null && !under.Features.IsEmpty ? Selection.Of(under.Features[0])
            : Selection.Nothing;
        return _workspace.ClickAsync(under, selection);
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

    private bool IsHidden(string key) => _workspace.Hidden.Contains(key);

    private bool IsHidden(FacilityKind kind) => IsHidden(LayerKey.Of(kind));

    private UnderPointer Under(GeoPoint place, double metresPerPixel) =>
        UnderPointer.At(place, metresPerPixel, _workspace.Report, _workspace.Shapes, feature => !IsHidden(LayerKey.Of(feature)));

    private void LayOutStrip()
    {
        if (StripWidth >= 1)
        {
            Strip = StripLayout.Of(
                StripContents.Of(_workspace.Report, _workspace.ZoneRows, IsHidden),
                _workspace.StripFromMetres, _workspace.StripToMetres, StripWidth, _workspace.Quantities);
        }
    }

    private async Task ApplyVisibilityAsync()
    {
        await _view!.SetVisibleAsync(MapLayers.Circles, !IsHidden(LayerKey.Circles));
        await _view.SetVisibleAsync(MapLayers.Roads, !IsHidden(Vocabulary.PatrolRoads));
        await _view.SetVisibleAsync(MapLayers.Candidates, !IsHidden(Vocabulary.CandidateSites));
        await _view.SetVisibleAsync(MapLayers.Names, !IsHidden(LayerKey.Names));
        await _view.SetVisibleAsync(MapLayers.GapLabels, !IsHidden(LayerKey.Of(DepthClass.Gap)));
        await _view.SetVisibleAsync("provinces", !IsHidden(LayerKey.Basemap));
        await _view.SetVisibleAsync("towns", !IsHidden(LayerKey.Basemap));
    }

    // One drawing at a time; what changes meanwhile is drawn next, once.
    private async Task DrawAsync(Drawn what)
    {
        _waiting |= what;
        if (_drawing || _view is null || Window is null)
            return;
        _drawing = true;
        try
        {
            while (_waiting != Drawn.Nothing)
            {
                Drawn now = _waiting;
                _waiting = Drawn.Nothing;
                List<(string Layer, MapDrawing Drawing)> drawings = await Drawings(now, Window);

                // Sent one behind the other, and awaited together: a round trip for all instead of one for each.
                await Task.WhenAll(drawings.Select(drawn => _view.SetLayerAsync(drawn.Layer, drawn.Drawing).AsTask()));
            }
        }
        finally
        {
            _drawing = false;
        }
    }

    private Task<List<(string Layer, MapDrawing Drawing)>> Drawings(Drawn what, MapWindow window)
    {
        // Taken here, on the dispatcher: the work itself is done beside it.
        CoverageReport report = _workspace.Report;
        PlanShapes shapes = _workspace.Shapes;
        ImmutableArray<BorderPiece> pieces = _workspace.Pieces;
        ImmutableArray<Facility> facilities = _workspace.Plan.Facilities;
        ImmutableSortedSet<string> hidden = _workspace.Hidden;
        Selection selection = _workspace.Selection;
        Quantities quantities = _workspace.Quantities;
        Plan plan = _workspace.Plan;
        bool HiddenKind(FacilityKind kind) => hidden.Contains(LayerKey.Of(kind));
        ImmutableHashSet<ZoneLevel> hiddenLevels = [.. Enum.GetValues<ZoneLevel>().Where(level => hidden.Contains(LayerKey.Of(level)))];
        return Task.Run(() =>
        {
            var drawings = new List<(string Layer, MapDrawing Drawing)>();
            if (what.HasFlag(Drawn.Answer))
            {
                (MapDrawing border, MapDrawing gaps) = SceneDrawings.Border(pieces, depth => hidden.Contains(LayerKey.Of(depth)), window);
                drawings.Add((MapLayers.Border, border));
                drawings.Add((MapLayers.Gaps, gaps));
                drawings.Add((MapLayers.GapLabels, SceneDrawings.GapLabels(report, quantities, window)));
                drawings.Add((MapLayers.Circles, SceneDrawings.Circles(report, HiddenKind, window)));
            }

            if (what.HasFlag(Drawn.Facilities))
            {
                (MapDrawing symbols, MapDrawing grounds) = SceneDrawings.Facilities(facilities, HiddenKind, window);
                drawings.Add((MapLayers.Facilities, symbols));
                drawings.Add((MapLayers.FacilityAreas, grounds));
                drawings.Add((MapLayers.Names, SceneDrawings.Names(shapes, hiddenLevels, facilities, HiddenKind, window)));
            }

            if (what.HasFlag(Drawn.Selection))
                drawings.Add((MapLayers.Selection, SelectionDrawing.Of(report, shapes, selection, window)));
            if (what.HasFlag(Drawn.Background))
            {
                drawings.Add((MapLayers.Zones, SceneDrawings.Zones(shapes, hiddenLevels, window)));
                drawings.Add((MapLayers.Roads, SceneDrawings.Roads(shapes, window)));
                drawings.Add((MapLayers.Areas, SceneDrawings.Areas(shapes, hidden.Contains, window)));
                drawings.Add((MapLayers.Candidates, SceneDrawings.Candidates(plan, window)));
            }

            return drawings;
        });
    }

    private Task TellPage() => PageChanged();
}
