using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Panels.Siting;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Where the next facilities go, with proof: candidates, limits and an aim, a plan of sites, and the curve of what each further site buys.</summary>
public sealed class SitingTab : AnalysisTab
{
    // Where the curve takes no longer than a look at the answer it comes by itself.
    private const int CandidatesOfAQuickCurve = 400;
    private Plan? _candidatesPlan;
    private SitingQuestion _candidatesQuestion = new();
    private bool _gathering;

    /// <summary>Begins with the plan's candidates, or with some along the border where it has none.</summary>
    public SitingTab(PlanWorkspace workspace)
        : base(workspace)
    {
        Question = new SitingQuestion { Source = workspace.Plan.CandidateSites.IsEmpty ? SitingSource.Border : SitingSource.Plan };
        Run = new AnalysisRun<SitingProgress, SitingAnswer>(TellAsync, progress => 1 - progress.RelativeGap, Explain);
        CurveRun = new AnalysisRun<double, SitingCurve>(TellAsync, share => share, Explain);
    }

    /// <summary>What is asked.</summary>
    public SitingQuestion Question { get; private set; }

    /// <summary>The candidates of the question; those of the one before while they are gathered.</summary>
    public ImmutableArray<CandidateSite> Candidates { get; private set; } = [];

    /// <summary>The search for the best sites.</summary>
    public AnalysisRun<SitingProgress, SitingAnswer> Run { get; }

    /// <summary>The work on the curve.</summary>
    public AnalysisRun<double, SitingCurve> CurveRun { get; }

    /// <summary>The plan of sites; none before there is one.</summary>
    public SitingAnswer? Answer => Run.Answer;

    /// <summary>The curve of the answer's question; none where there is none.</summary>
    public CostCoverageCurve? Curve => CurveRun.Answer is { } curve && Answer is { } answer && curve.Answers(answer) ? curve.Curve : null;

    /// <summary>True where the answer is that of the question and the plan as they are.</summary>
    public bool IsCurrent => Answer is { } answer
        && answer.Question.Equals(Question)
        && answer.Coverage.Model.Equals(Workspace.Problem.Model)
        && (IsAccepted || (ReferenceEquals(answer.Coverage.Plan, Workspace.Plan) && answer.Coverage.Facilities.Equals(Workspace.Problem.Facilities)));

    /// <summary>True where the what-if holds the answer's sites.</summary>
    public bool IsAccepted => AcceptedPlan is not null && ReferenceEquals(AcceptedPlan, Workspace.Plan);

    /// <summary>What costs are given, so that a budget means something.</summary>
    public bool HasCosts => Candidates.Any(site => site.Cost is > 0);

    /// <inheritdoc/>
    public override string Key => "siting";

    /// <inheritdoc/>
    public override string Name => Words.Tab;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(SitingQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(SitingAnswerPanel);

    /// <inheritdoc/>
    public override Type PopupPanel => typeof(SitingPopup);

    /// <inheritdoc/>
    public override Type StripPanel => typeof(SitingStrip);

    /// <inheritdoc/>
    public override string InShort => Answer is { } answer
        ? string.Format(null, Words.InShort, Words.SitesOf(answer.Sites.Length, Workspace.Quantities), Workspace.Quantities.Length(answer.Plan.NewlyCoveredMetres))
        : Workspace.Texts.Answer;

    /// <inheritdoc/>
    public override bool IsStale => Answer is not null && !IsCurrent;

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers => SitingDrawings.Layers;

    /// <inheritdoc/>
    public override ImmutableHashSet<string> Replaces =>
        Answer is null ? [MapLayers.Candidates, Vocabulary.CandidateSites] : [MapLayers.Candidates, Vocabulary.CandidateSites, MapLayers.GapLabels];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend => SitingDrawings.Legend(this);

    /// <inheritdoc/>
    public override IEnumerable<PlanFeature> Points => Candidates;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Inputs => SitingInputs.Write(Question);

    /// <summary>The texts of this tab.</summary>
    public SitingTexts Words => SitingTexts.In(Workspace.Language);

    private Plan? AcceptedPlan { get; set; }

    /// <inheritdoc/>
    public override void Read(TabInputs inputs) => Question = SitingInputs.Read(inputs, Question);

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerDrawing>> Scene()
    {
        SitingAnswer? answer = Answer;
        ImmutableArray<CandidateSite> candidates = Candidates;
        SitingQuestion question = Question;
        Quantities quantities = Workspace.Quantities;
        return window => SitingDrawings.Of(answer, candidates, question, quantities, window);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Tip(UnderPointer under)
    {
        ArgumentNullException.ThrowIfNull(under);
        foreach (CandidateSite site in under.Features.OfType<CandidateSite>())
        {
            if (Answer?.Find(site) is { } chosen)
                yield return string.Format(null, Words.ChosenTip, chosen.Number, Workspace.Quantities.Length(chosen.Chosen.AddedMetres));
            if (Question.RuleOf(site) is not CandidateRule.Open and var rule)
                yield return Words.Name(rule);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> StripTip(double metres) => Answer is not { } answer ? [] : answer.Sites
        .Where(site => site.Chosen.Added.Any(stretch => stretch.FromMetres <= metres && metres <= stretch.ToMetres))
        .Select(site => string.Format(null, Words.NewHere, site.Number, site.Chosen.Site.Id.Text));

    /// <inheritdoc/>
    public override bool Labels(StripGapBar gap, StripLayout strip)
    {
        ArgumentNullException.ThrowIfNull(strip);

        // About three pixels a letter on either side of its middle, and the number of a site beside it.
        double reach = 12 + (3 * gap.Label.Length);
        return Answer is not { } answer || !answer.Sites.Any(site => Math.Abs(strip.XOf(site.ChainageMetres) - gap.LabelXPixels) < reach);
    }

    /// <inheritdoc/>
    public override Task OpenedAsync() => GatherAsync();

    /// <inheritdoc/>
    public override Task FollowAsync(WorkspaceChange change) =>
        IsOpen && change.HasFlag(WorkspaceChange.Answer) && _candidatesPlan is not null ? GatherAsync() : Task.CompletedTask;

    /// <summary>Asks something else. The answer at hand stays, dimmed, until it is run again.</summary>
    public async Task AskAsync(SitingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Equals(Question))
            return;
        Question = question;
        await TellAsync();
        if (!question.HasCandidatesOf(_candidatesQuestion))
            await GatherAsync();
    }

    /// <summary>Searches for the best sites.</summary>
    public async Task StartAsync()
    {
        await GatherAsync();
        SitingQuestion question = Question;
        SitingProblem problem = question.Of(Workspace, Candidates);
        CoverageProblem coverage = Workspace.Problem;
        await Run.StartAsync((progress, stop) =>
        {
            SitingPlan plan = problem.Solve(progress, stop);

            // Not stopped any more: what was kept is to be shown.
            ImmutableArray<BorderStretch> gaps = question.IgnoreExisting ? [new BorderStretch(0, plan.Border.LengthMetres)] : coverage.Solve(null, CancellationToken.None).GapStretches;
            return new SitingAnswer(plan, question, coverage, gaps);
        });
        if (CanTrace && Curve is null && Candidates.Length <= CandidatesOfAQuickCurve)
            await TraceAsync();
    }

    /// <summary>Whether the curve says something of the answer: it is about the most border.</summary>
    public bool CanTrace => IsCurrent && Answer is { Plan.Problem.Objective: MaximalCover, Plan.HasPlan: true };

    /// <summary>Works out what each further site buys.</summary>
    public Task TraceAsync()
    {
        if (Answer is not { } answer)
            return Task.CompletedTask;

        // Twice as far as asked, so that what comes next can be seen, and no farther than there are candidates.
        int most = Math.Clamp(2 * Math.Max(8, answer.Sites.Length), 1, Math.Max(1, Candidates.Length));
        return CurveRun.StartAsync((progress, stop) => new SitingCurve(CostCoverageCurve.Of(answer.Plan.Problem, most, progress, stop), answer.Question, answer.Coverage));
    }

    /// <summary>Makes the chosen sites planned facilities of the what-if; the tab of coverage counts them then.</summary>
    public Task AcceptAsync()
    {
        if (Answer is not { } answer || !IsCurrent || IsAccepted)
            return Task.CompletedTask;
        Plan accepted = answer.Plan.ToPlan();
        HashSet<(FacilityKind, FeatureId)> before = [.. Workspace.Plan.Facilities.Select(facility => (facility.Kind, facility.Id))];
        AcceptedPlan = accepted;
        return Workspace.ChangeAsync(accepted, Workspace.WhatIf with
        {
            Added = Workspace.WhatIf.Added.Union(accepted.Facilities.Select(facility => (facility.Kind, facility.Id)).Where(key => !before.Contains(key))),
        });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Run.Dispose();
            CurveRun.Dispose();
        }

        base.Dispose(disposing);
    }

    private string? Explain(Exception fault) => FaultWords.Of(fault, Workspace.Language);

    // The candidates of the newest question; one gathering at a time.
    private async Task GatherAsync()
    {
        if (_gathering)
            return;
        _gathering = true;
        try
        {
            while (!ReferenceEquals(_candidatesPlan, Workspace.Plan) || !Question.HasCandidatesOf(_candidatesQuestion))
            {
                (Plan plan, SitingQuestion question) = (Workspace.Plan, Question);
                Candidates = await Task.Run(() => question.CandidatesOf(plan));
                (_candidatesPlan, _candidatesQuestion) = (plan, question);
                await TellAsync();
            }
        }
        finally
        {
            _gathering = false;
        }
    }
}
