namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What of a workspace has changed.</summary>
[Flags]
public enum WorkspaceChange
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The coverage of the border, or that it is being worked out.</summary>
    Answer = 1,

    /// <summary>What is selected, or what was clicked.</summary>
    Selection = 2,

    /// <summary>Which layers are shown.</summary>
    Layers = 4,

    /// <summary>The stretch that the strip shows.</summary>
    Strip = 8,

    /// <summary>The language.</summary>
    Language = 16,

    /// <summary>Whether facilities can be moved.</summary>
    Editing = 32,

    /// <summary>Which tab is open, or what a tab shows.</summary>
    Tab = 64,
}
