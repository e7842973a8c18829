using DefenseZone.Geo.Viewer.Panels.Coverage;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// How well the border is covered. The question and its answer are the workspace's own, since every other analysis
/// builds on them; the tab is where they are asked and told.
/// </summary>
/// <param name="workspace">The workspace.</param>
public sealed class CoverageTab(PlanWorkspace workspace) : AnalysisTab(workspace)
{
    /// <inheritdoc/>
    public override string Key => "coverage";

    /// <inheritdoc/>
    public override string Name => Workspace.Texts.Coverage;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(CoverageQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(CoverageAnswerPanel);

    /// <inheritdoc/>
    public override string InShort =>
        $"{Workspace.Quantities.Share(Workspace.Report.CoverageRatio)} · {string.Format(null, Workspace.Report.GapCount == 1 ? Workspace.Texts.GapOne : Workspace.Texts.GapMany, Workspace.Quantities.Count(Workspace.Report.GapCount))}";
}
