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
    private const string ClosedKey = "siting-closed";

    /// <summary>Begins with the plan's candidates, or with some along the border where it has none.</summary>
    public SitingTab(PlanWorkspace workspace)
        : base(workspace)
    {
        Question = new SitingQuestion { Source = workspace.Plan.CandidateSites.IsEmpty ? SitingSource.Border : SitingSource.Plan };
        Run = new AnalysisRun<SitingProgress, SitingAnswer>(TellAsync, progress => 1 - progress.RelativeGap, Explain);
        CurveRun = new AnalysisRun<double, SitingCurve>(TellAsync, share => share, Explain);
        Gathering = new FollowingRun<CandidatesQuestion, SitingCandidates>(
            TellAsync,
            () => new CandidatesQuestion(Workspace.Plan, Question),
            (question, _, stop) => new SitingCandidates(question.Siting.CandidatesOf(question.Plan, stop)),
            Explain);
    }

    /// <summary>What is asked.</summary>
    public SitingQuestion Question { get; private set; }

    /// <summary>The candidates of the question; those of the one before while they are gathered.</summary>
    public ImmutableArray<CandidateSite> Candidates => Gathering.Last?.Sites ?? [];

    /// <summary>The making of candidates; it follows the question.</summary>
    public FollowingRun<CandidatesQuestion, SitingCandidates> Gathering { get; }

    /// <summary>Where candidates can come from in this plan.</summary>
    public IEnumerable<SitingSource> Sources => Enum.GetValues<SitingSource>().Where(source => source != SitingSource.Highs || !Workspace.Plan.Terrain.IsEmpty);

    /// <summary>Those who stand, each of whom may be told to be moved or closed.</summary>
    public ImmutableArray<Facility> Standing => Question.IgnoreExisting ? [] : Workspace.Problem.Facilities.Select(Workspace.Plan);

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
        // A gap of which something is newly covered is no longer as long as its label would say.
        return Answer is not { } answer
            || (!answer.Plan.NewlyCovered.Any(cover => cover.FromMetres < gap.Gap.ToMetres && gap.Gap.FromMetres < cover.ToMetres)
                && !answer.Sites.Any(site => Math.Abs(strip.XOf(site.ChainageMetres) - gap.LabelXPixels) < reach));
    }

    /// <inheritdoc/>
    public override Task OpenedAsync() => Gathering.FollowAsync();

    /// <inheritdoc/>
    public override Task FollowAsync(WorkspaceChange change) =>
        IsOpen && change.HasFlag(WorkspaceChange.Answer) && Gathering.Last is not null ? Gathering.FollowAsync() : Task.CompletedTask;

    /// <summary>Asks something else. The answer at hand stays, dimmed, until it is run again.</summary>
    public async Task AskAsync(SitingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Equals(Question))
            return;
        Question = question;
        await TellAsync();
        await Gathering.FollowAsync();
    }

    /// <summary>Searches for the best sites.</summary>
    public async Task StartAsync()
    {
        await Gathering.AgainAsync();
        if (Gathering.Answer is not { } candidates)
            return;
        SitingQuestion question = Question;
        SitingProblem problem = question.Of(Workspace, candidates.Sites);
        CoverageProblem coverage = Workspace.Problem;
        await Run.StartAsync((progress, stop) =>
        {
            SitingPlan plan = problem.Solve(progress, stop);

            // Not stopped any more: what was kept is to be shown.
            ImmutableArray<BorderStretch> gaps = question.IgnoreExisting ? [new BorderStretch(0, plan.Border.LengthMetres)] : coverage.Solve(null, CancellationToken.None).GapStretches;
            return new SitingAnswer(plan, question, coverage, gaps) { Left = LeftOf(plan, coverage, gaps) };
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
            Moved = Workspace.WhatIf.Moved.Union(answer.Plan.Moved.Select(moved => (moved.Facility.Kind, moved.Facility.Id))),
            Other = answer.Plan.Closed.IsEmpty
                ? Workspace.WhatIf.Other
                : Workspace.WhatIf.Other.SetItem(ClosedKey, language => string.Format(null, SitingTexts.In(language).WhatIfClosed, Quantities.In(language).Count(answer.Plan.Closed.Length))),
        });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Run.Dispose();
            CurveRun.Dispose();
            Gathering.Dispose();
        }

        base.Dispose(disposing);
    }

    private string? Explain(Exception fault) => FaultWords.Of(fault, Workspace.Language);

    // Where somebody goes or moves, border that was covered may no longer be: the gaps are counted anew.
    private static ImmutableArray<BorderStretch> LeftOf(SitingPlan plan, CoverageProblem coverage, ImmutableArray<BorderStretch> gaps)
    {
        if (plan.Moved.IsEmpty && plan.Closed.IsEmpty)
            return SitingAnswer.Without(gaps, plan.NewlyCovered, coverage.EffectiveMinimumGapMetres);
        Plan then = plan.ToPlan();
        HashSet<(FacilityKind, FeatureId)> before = [.. coverage.Plan.Facilities.Select(facility => (facility.Kind, facility.Id))];
        return (coverage with
        {
            Plan = then,
            Facilities = coverage.Facilities with { Besides = coverage.Facilities.Besides.Union(then.Facilities.Select(facility => (facility.Kind, facility.Id)).Where(key => !before.Contains(key))) },
        }).Solve(null, CancellationToken.None).GapStretches;
    }
}
