using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Texts;
using DefenseZone.Geo.Viewer.Workspace;
using Microsoft.AspNetCore.Components;

namespace DefenseZone.Geo.Viewer.Panels;

/// <summary>A part of the page that shows a tab: left, right, over the map, or in the popup.</summary>
/// <typeparam name="TTab">The tab.</typeparam>
public abstract class TabPanel<TTab> : ComponentBase
    where TTab : AnalysisTab
{
    /// <summary>The tab.</summary>
    [Parameter, EditorRequired] public AnalysisTab Tab { get; set; } = null!;

    /// <summary>The map and the strip.</summary>
    [Parameter, EditorRequired] public MapPresenter Presenter { get; set; } = null!;

    /// <summary>The tab as what it is.</summary>
    protected TTab Own => (TTab)Tab;

    /// <summary>The workspace.</summary>
    protected PlanWorkspace Workspace => Tab.Workspace;

    /// <summary>The texts that all tabs share.</summary>
    protected ViewerTexts Texts => Workspace.Texts;

    /// <summary>Numbers as the reader writes them.</summary>
    protected Quantities Quantities => Workspace.Quantities;
}

/// <summary>What a tab draws inside the SVG of the strip.</summary>
/// <typeparam name="TTab">The tab.</typeparam>
public abstract class StripPanelOfTab<TTab> : TabPanel<TTab>
    where TTab : AnalysisTab
{
    /// <summary>The strip as it is laid out.</summary>
    [Parameter, EditorRequired] public StripLayout Strip { get; set; } = null!;
}
