using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// One analysis of the workspace, a tab of its header: what it asks (the panel on the left), what it answers (the
/// panel on the right), and what it shows on map and strip while it is open. Plan, filters, what-if and selection are
/// the workspace's, the same for all tabs. A new analysis derives from this class and adds a line to
/// <see cref="AnalysisTabs"/>; everything else is files of its own.
/// </summary>
/// <param name="workspace">The workspace it is a tab of.</param>
public abstract class AnalysisTab(PlanWorkspace workspace) : IDisposable
{
    /// <summary>The workspace it is a tab of.</summary>
    public PlanWorkspace Workspace { get; } = workspace;

    /// <summary>What it is called in the address and among the tabs: lower-case letters.</summary>
    public abstract string Key { get; }

    /// <summary>What people call it, in their language.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the plan has what it takes; without it there is no tab.</summary>
    public virtual bool IsOffered => true;

    /// <summary>True while it is the one that is shown.</summary>
    public bool IsOpen => ReferenceEquals(Workspace.Tab, this);

    /// <summary>The component on the left; derives from <see cref="Panels.TabPanel{TTab}"/>, as the others do.</summary>
    public abstract Type QuestionPanel { get; }

    /// <summary>The component on the right.</summary>
    public abstract Type AnswerPanel { get; }

    /// <summary>The component that lies over the map, such as a hint what to click; none for nothing.</summary>
    public virtual Type? MapPanel => null;

    /// <summary>The component at the end of the popup of what was clicked; none for nothing.</summary>
    public virtual Type? PopupPanel => null;

    /// <summary>The component that draws inside the strip's SVG, above all else; derives from <see cref="Panels.StripPanelOfTab{TTab}"/>; none for nothing.</summary>
    public virtual Type? StripPanel => null;

    /// <summary>True where what it draws on the strip takes the place of the depth of cover and of the gaps.</summary>
    public virtual bool HidesDepth => false;

    /// <summary>What the strip of the whole border says that it shows, with {0} for its chainages.</summary>
    public virtual string StripNote => Workspace.Texts.StripNote;

    /// <summary>Whether the strip writes the length of a gap, or leaves the room to what the tab writes there.</summary>
    public virtual bool Labels(StripGapBar gap, StripLayout strip) => true;

    /// <summary>The answer in a few words, for a phone's button.</summary>
    public abstract string InShort { get; }

    /// <summary>True while the answer is worked out anew, or no longer is that of the question: it is dimmed.</summary>
    public virtual bool IsStale => Workspace.IsComputing;

    /// <summary>True while a click on the map picks a place for a question: the pointer is a cross.</summary>
    public virtual bool IsPicking => false;

    /// <summary>The map's layers that are its own. They are hidden while another tab is open, unless <see cref="Shows"/> says otherwise.</summary>
    public virtual ImmutableArray<MapLayer> Layers => [];

    /// <summary>The common layers, from <see cref="MapLayers"/>, that are hidden while it is open, because its own take their place.</summary>
    public virtual ImmutableHashSet<string> Replaces => [];

    /// <summary>Its entries of the legend while it is open. An entry whose key is a layer's name switches that layer.</summary>
    public virtual IEnumerable<LegendEntry> Legend => [];

    /// <summary>Its entries of the legend in every tab.</summary>
    public virtual IEnumerable<LegendEntry> CommonLegend => [];

    /// <summary>Points that can be pointed at and clicked besides those of the plan.</summary>
    public virtual IEnumerable<PlanFeature> Points => [];

    /// <summary>The tiles of its layers.</summary>
    public virtual IEnumerable<(string Layer, MapTiles? Tiles)> Tiles => [];

    /// <summary>What it asks, as the address keeps it; nothing for what is not set.</summary>
    public virtual IEnumerable<(string Name, string Value)> Inputs => [];

    /// <summary>Whether one of its layers is shown, as far as it is up to the tab.</summary>
    public virtual bool Shows(string layer) => IsOpen;

    /// <summary>
    /// Gives the work of drawing its layers. Called on the dispatcher, where the state may be read; what it returns is
    /// run beside it, and may touch only what cannot change.
    /// </summary>
    public virtual Func<MapWindow, IEnumerable<LayerDrawing>> Scene() => static _ => [];

    /// <summary>Gives the work of painting the pictures of its layers, done like that of <see cref="Scene"/>; one painting at a time.</summary>
    public virtual Func<MapWindow, IEnumerable<LayerPicture>> PictureScene() => static _ => [];

    /// <summary>Its lines on what is under the pointer.</summary>
    public virtual IEnumerable<string> Tip(UnderPointer under) => [];

    /// <summary>What it says of a place in the line of coordinates.</summary>
    public virtual IEnumerable<string> Readout(GeoPoint place) => [];

    /// <summary>Its lines on a chainage of the strip.</summary>
    public virtual IEnumerable<string> StripTip(double metres) => [];

    /// <summary>Takes a click on the map for itself, or leaves it to the workspace, which selects what is there.</summary>
    /// <returns>True where it was taken.</returns>
    public virtual Task<bool> ClickAsync(UnderPointer under) => Task.FromResult(false);

    /// <summary>Takes over what the address asks; what cannot be understood is taken as not said.</summary>
    public virtual void Read(TabInputs inputs)
    {
    }

    /// <summary>Called each time it is opened, and at the beginning where the address opens it.</summary>
    public virtual Task OpenedAsync() => Task.CompletedTask;

    /// <summary>Told of each change of the workspace, while it is open and while it is not; also of its own, which say <see cref="WorkspaceChange.Tab"/>.</summary>
    public virtual Task FollowAsync(WorkspaceChange change) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops what it is working on.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Says that what it shows has changed: panels, legend, map and strip follow.</summary>
    protected Task TellAsync() => Workspace.TellAsync(WorkspaceChange.Tab);
}

/// <summary>What a layer of a tab shows.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Drawing">What it shows.</param>
public readonly record struct LayerDrawing(string Layer, MapDrawing Drawing);

/// <summary>The picture that a layer of a tab shows.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Picture">The picture; none for nothing.</param>
public readonly record struct LayerPicture(string Layer, MapPicture? Picture);
