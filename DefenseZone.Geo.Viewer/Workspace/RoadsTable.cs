namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>The tables of the tab's answer.</summary>
public enum RoadsTable
{
    /// <summary>What hangs on which road.</summary>
    Network,

    /// <summary>What is closed, and what that changes.</summary>
    Closures,

    /// <summary>The way between two places.</summary>
    Route,

    /// <summary>Courses for a new road.</summary>
    NewRoad,

    /// <summary>What is reached within some minutes.</summary>
    Reach,

    /// <summary>A patrol round.</summary>
    Round,

    /// <summary>The new roads that join all parts.</summary>
    Connection,

    /// <summary>Proposed roads by what they bring.</summary>
    Ranking,
}
