using System.Collections.Immutable;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>The analyses there are, in the order of their tabs.</summary>
internal static class AnalysisTabs
{
    // One line makes an analysis a tab.
    private static readonly ImmutableArray<Func<PlanWorkspace, AnalysisTab>> All =
    [
        workspace => new CoverageTab(workspace),
        workspace => new SitingTab(workspace),
        workspace => new TerrainTab(workspace),
        workspace => new RoadsTab(workspace),
    ];

    /// <summary>The tabs of a workspace, with what the address asks of each.</summary>
    public static ImmutableArray<AnalysisTab> Of(PlanWorkspace workspace, ViewerAddress address)
    {
        ImmutableArray<AnalysisTab> tabs = [.. All.Select(begin => begin(workspace)).Where(tab => tab.IsOffered)];
        foreach (AnalysisTab tab in tabs)
            tab.Read(address.InputsOf(tab.Key));
        return tabs;
    }
}
