using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What of the map is to be drawn anew.</summary>
[Flags]
internal enum Drawn
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>What lies beneath the border: zones, roads, areas, candidate sites.</summary>
    Background = 1,

    /// <summary>The border, its gaps and the circles.</summary>
    Answer = 2,

    /// <summary>The facilities.</summary>
    Facilities = 4,

    /// <summary>What is selected.</summary>
    Selection = 8,

    /// <summary>What the open tab shows.</summary>
    Tab = 16,

    /// <summary>All of it.</summary>
    All = 31,
}

/// <summary>Draws a workspace on a map: for what is in sight, one drawing at a time, what changes meanwhile once.</summary>
/// <param name="workspace">The workspace.</param>
internal sealed class MapPainter(PlanWorkspace workspace)
{
    private readonly Dictionary<string, object?> _rasters = new(StringComparer.Ordinal);
    private IMapView? _view;
    private PlanShapes? _shapes;
    private Drawn _waiting;
    private bool _drawing;

    /// <summary>What the map shows; none before it has said so.</summary>
    public MapWindow? Window { get; set; }

    /// <summary>Begins to draw.</summary>
    public async Task AttachAsync(IMapView view)
    {
        _view = view;
        await ApplyVisibilityAsync();
        await DrawAsync(Drawn.All);
    }

    /// <summary>Shows the layers that are to be seen in the open tab, hides the others.</summary>
    public async Task ApplyVisibilityAsync()
    {
        if (_view is null)
            return;
        var shown = new List<(string Layer, bool Visible)>
        {
            (MapLayers.Circles, !IsHidden(LayerKey.Circles)),
            (MapLayers.Roads, !IsHidden(Vocabulary.PatrolRoads)),
            (MapLayers.Candidates, !IsHidden(Vocabulary.CandidateSites)),
            (MapLayers.Names, !IsHidden(LayerKey.Names)),
            (MapLayers.GapLabels, !IsHidden(LayerKey.Of(DepthClass.Gap))),
            (MapLayers.Border, true),
            (MapLayers.Gaps, true),
        };
        shown = [.. shown.Select(layer => (layer.Layer, layer.Visible && !workspace.Tab.Replaces.Contains(layer.Layer)))];
        shown.Add(("provinces", !IsHidden(LayerKey.Basemap)));
        shown.Add(("towns", !IsHidden(LayerKey.Basemap)));
        foreach (AnalysisTab tab in workspace.Tabs)
            shown.AddRange(tab.Layers.Select(layer => (layer.Name, tab.Shows(layer.Name) && !IsHidden(layer.Name))));
        await Task.WhenAll(shown.Select(layer => _view.SetVisibleAsync(layer.Layer, layer.Visible).AsTask()));
    }

    /// <summary>Draws what has changed.</summary>
    public async Task DrawAsync(Drawn what)
    {
        _waiting |= what;
        if (!ReferenceEquals(_shapes, workspace.Shapes))
            _waiting |= Drawn.Background;
        _shapes = workspace.Shapes;
        if (_drawing || _view is null || Window is null)
            return;
        _drawing = true;
        try
        {
            while (_waiting != Drawn.Nothing)
            {
                Drawn now = _waiting;
                _waiting = Drawn.Nothing;
                List<LayerDrawing> drawings = await Drawings(now, Window);

                // Sent one behind the other, and awaited together: a round trip for all instead of one for each.
                await Task.WhenAll(drawings.Select(drawn => _view.SetLayerAsync(drawn.Layer, drawn.Drawing).AsTask()));
                if (now.HasFlag(Drawn.Tab))
                    await SendRastersAsync(_view, Window);
            }
        }
        finally
        {
            _drawing = false;
        }
    }

    // Pictures are large: only one that is another is sent.
    private async Task SendRastersAsync(IMapView view, MapWindow window)
    {
        Func<MapWindow, IEnumerable<LayerPicture>> paint = workspace.Tab.PictureScene();
        foreach ((string layer, MapPicture? picture) in await Task.Run(() => paint(window).ToList()))
        {
            if (IsNew(layer, picture))
                await view.SetPictureAsync(layer, picture);
        }

        foreach (AnalysisTab tab in workspace.Tabs)
        {
            foreach ((string layer, MapTiles? tiles) in tab.Tiles.ToList())
            {
                if (IsNew(layer, tiles))
                    await view.SetTilesAsync(layer, tiles);
            }
        }
    }

    private bool IsNew(string layer, object? raster)
    {
        if (_rasters.TryGetValue(layer, out object? sent) && Equals(sent, raster))
            return false;
        _rasters[layer] = raster;
        return true;
    }

    private bool IsHidden(string key) => workspace.Hidden.Contains(key);

    private Task<List<LayerDrawing>> Drawings(Drawn what, MapWindow window)
    {
        // Taken here, on the dispatcher: the work itself is done beside it.
        CoverageReport report = workspace.Report;
        PlanShapes shapes = workspace.Shapes;
        ImmutableArray<BorderPiece> pieces = workspace.Pieces;
        ImmutableArray<Facility> facilities = workspace.Plan.Facilities;
        ImmutableSortedSet<string> hidden = workspace.Hidden;
        Selection selection = workspace.Selection;
        Quantities quantities = workspace.Quantities;
        Plan plan = workspace.Plan;
        ImmutableArray<PlanFeature> points = [.. workspace.Tab.Points];
        Func<MapWindow, IEnumerable<LayerDrawing>> ofTab = what.HasFlag(Drawn.Tab) ? workspace.Tab.Scene() : _ => [];
        bool HiddenKind(FacilityKind kind) => hidden.Contains(LayerKey.Of(kind));
        ImmutableHashSet<ZoneLevel> hiddenLevels = [.. Enum.GetValues<ZoneLevel>().Where(level => hidden.Contains(LayerKey.Of(level)))];
        return Task.Run(() =>
        {
            var drawings = new List<LayerDrawing>();
            void Add(string layer, MapDrawing drawing) => drawings.Add(new LayerDrawing(layer, drawing));
            if (what.HasFlag(Drawn.Answer))
            {
                (MapDrawing border, MapDrawing gaps) = SceneDrawings.Border(pieces, depth => hidden.Contains(LayerKey.Of(depth)), window);
                Add(MapLayers.Border, border);
                Add(MapLayers.Gaps, gaps);
                Add(MapLayers.GapLabels, SceneDrawings.GapLabels(report, quantities, window));
                Add(MapLayers.Circles, SceneDrawings.Circles(report, HiddenKind, window));
            }

            if (what.HasFlag(Drawn.Facilities))
            {
                (MapDrawing symbols, MapDrawing grounds) = SceneDrawings.Facilities(facilities, HiddenKind, window);
                Add(MapLayers.Facilities, symbols);
                Add(MapLayers.FacilityAreas, grounds);
                Add(MapLayers.Names, SceneDrawings.Names(shapes, hiddenLevels, facilities, HiddenKind, window));
            }

            if (what.HasFlag(Drawn.Selection))
                Add(MapLayers.Selection, SelectionDrawing.Of(report, selection, points, window));
            if (what.HasFlag(Drawn.Background))
            {
                Add(MapLayers.Zones, SceneDrawings.Zones(shapes, hiddenLevels, window));
                Add(MapLayers.Roads, SceneDrawings.Roads(shapes, window));
                Add(MapLayers.Areas, SceneDrawings.Areas(shapes, hidden.Contains, window));
                Add(MapLayers.Candidates, SceneDrawings.Candidates(plan, window));
            }

            drawings.AddRange(ofTab(window));
            return drawings;
        });
    }
}
