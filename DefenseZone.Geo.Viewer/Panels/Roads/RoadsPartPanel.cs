using DefenseZone.Geo.Viewer.Texts;
using DefenseZone.Geo.Viewer.Workspace;
using Microsoft.AspNetCore.Components;

namespace DefenseZone.Geo.Viewer.Panels.Roads;

/// <summary>What shows a part of the tab of roads: its section on the left, or its table on the right.</summary>
/// <typeparam name="TPart">The part.</typeparam>
public abstract class RoadsPartPanel<TPart> : TabPanel<RoadsTab>
    where TPart : RoadsPart
{
    /// <summary>The part.</summary>
    [Parameter, EditorRequired] public RoadsPart Part { get; set; } = null!;

    /// <summary>The part as what it is.</summary>
    protected TPart Of => (TPart)Part;

    /// <summary>The texts of the tab.</summary>
    protected RoadsTexts Words => Own.Words;

    /// <summary>The texts of the parts.</summary>
    protected RoadPartTexts PartWords => RoadPartTexts.In(Workspace.Language);
}
