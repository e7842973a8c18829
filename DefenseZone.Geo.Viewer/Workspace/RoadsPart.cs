using System.Collections.Immutable;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>A figure of an answer, as it is shown above the tables.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Value">The figure, with its unit.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="IsAlarm">True where it is bad news.</param>
public sealed record RoadsFigure(string Id, string Value, string Meaning, bool IsAlarm = false);

/// <summary>
/// A question of the tab of roads with a section of its own on the left, and a table of its own on the right. What it shows
/// on the map is there while its table is the one that is open, so that one answer does not hide another.
/// </summary>
/// <param name="tab">The tab that it is part of.</param>
public abstract class RoadsPart(RoadsTab tab) : IDisposable
{
    /// <summary>Its table.</summary>
    public abstract RoadsTable Table { get; }

    /// <summary>What people call it.</summary>
    public abstract string Name { get; }

    /// <summary>The heading of its section on the left.</summary>
    public abstract string Heading { get; }

    /// <summary>True while its table is the one that is shown.</summary>
    public bool IsOpen => Tab.Table == Table;

    /// <summary>The component of its section; derives from <see cref="Panels.Roads.RoadsPartPanel{TPart}"/>.</summary>
    public abstract Type QuestionPanel { get; }

    /// <summary>The component of its table.</summary>
    public abstract Type AnswerPanel { get; }

    /// <summary>The figures above the table; none before there is an answer.</summary>
    public abstract IEnumerable<RoadsFigure> Figures { get; }

    /// <summary>The answer in a few words, for a phone's button; empty before there is one.</summary>
    public virtual string InShort => Figures.FirstOrDefault() is { } figure ? $"{Name}: {figure.Value}" : string.Empty;

    /// <summary>How its answer was obtained, in parts.</summary>
    public abstract IEnumerable<string> How { get; }

    /// <summary>How long that took; none before there is an answer.</summary>
    public abstract TimeSpan? Took { get; }

    /// <summary>True where the answer is not that of the question as it is.</summary>
    public abstract bool IsStale { get; }

    /// <summary>Its layers on the map.</summary>
    public abstract ImmutableArray<MapLayer> Layers { get; }

    /// <summary>Its entries of the legend.</summary>
    public abstract IEnumerable<LegendEntry> Legend { get; }

    /// <summary>What it asks, as the address keeps it.</summary>
    public abstract IEnumerable<(string Name, string Value)> Inputs { get; }

    /// <summary>True where the facilities to which no road leads keep their rings while it is open.</summary>
    public virtual bool ShowsCutOff => false;

    /// <summary>What the next click on the map is for; empty while a click selects.</summary>
    public virtual string PickHint => string.Empty;

    /// <summary>The tab that it is part of.</summary>
    protected RoadsTab Tab { get; } = tab;

    /// <summary>The workspace.</summary>
    protected PlanWorkspace Workspace => Tab.Workspace;

    /// <summary>The texts of the tab.</summary>
    protected RoadsTexts Words => Tab.Words;

    /// <summary>The texts of the parts.</summary>
    protected RoadPartTexts PartWords => RoadPartTexts.In(Workspace.Language);

    /// <summary>Takes over what the address asks.</summary>
    public abstract void Read(TabInputs inputs);

    /// <summary>Gives the work of drawing its layers, done as <see cref="AnalysisTab.Scene"/> has it.</summary>
    public abstract Func<MapWindow, IEnumerable<LayerDrawing>> Scene();

    /// <summary>Takes a click on the map while it asks for one.</summary>
    public virtual Task ClickAsync(UnderPointer under) => Task.CompletedTask;

    /// <summary>Leaves clicks to others.</summary>
    public virtual void StopPicking()
    {
    }

    /// <summary>Begins to work out what is asked, where it does so by itself.</summary>
    public virtual void Follow()
    {
    }

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

    /// <summary>What an exception says to the planner; none where it is a fault of the program.</summary>
    protected string? Explain(Exception fault) => Tab.Explain(fault);
}
