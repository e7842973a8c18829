using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// One planner's work on one plan: the question of coverage and its answer, the tabs of the other analyses, what is
/// selected and shown, and a what-if that is never stored. Belongs to one circuit and is used from its dispatcher
/// only; what is worked out in the background comes back to it.
/// </summary>
public sealed class PlanWorkspace : IDisposable
{
    private readonly Lazy<ImmutableArray<StripZoneRow>> _zoneRows;
    private readonly CoverageSolving _solving;
    private CoverageSession? _session;
    private CoverageQuestion _posed;
    private CoverageQuestion _answered;
    private readonly Selection _selectedFirst;
    private (Facility Facility, GeoPoint Place)? _move;
    private bool _moving;

    /// <summary>Begins with a plan and what the address says.</summary>
    public PlanWorkspace(PlanSnapshot snapshot, ViewerAddress address, Language language)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(address);
        Snapshot = snapshot;
        Plan = snapshot.Plan;
        Question = _posed = _answered = address.Question;
        Selection = address.Selection;
        Hidden = address.Hidden;
        Language = language;
        Shapes = PlanShapes.Of(snapshot.Plan);

        // What takes long is not waited for before the page is there: until then the quick answer stands, dimmed.
        if (Problem.Model.UsesTerrain)
        {
            _answered = address.Question with { CoveredBy = string.Empty };
            if (Selection.GapNumber > 0)
                (Selection, _selectedFirst) = (Selection.Nothing, Selection);
        }

        Report = _answered.Of(Plan, WhatIf.Added).Solve();
        Pieces = BorderPieces.Of(Report);
        StripToMetres = Report.BorderMetres;
        _zoneRows = new Lazy<ImmutableArray<StripZoneRow>>(() => StripContents.ZoneRows(Report));
        _solving = new CoverageSolving(() => TellAsync(WorkspaceChange.None));
        Tabs = AnalysisTabs.Of(this, address);
        Tab = Tabs.FirstOrDefault(tab => string.Equals(tab.Key, address.Tab, StringComparison.Ordinal)) ?? Tabs[0];
    }

    /// <summary>Told of each change: whoever shows the workspace.</summary>
    public Func<WorkspaceChange, Task> Changed { get; set; } = _ => Task.CompletedTask;

    /// <summary>The plan as it is stored.</summary>
    public PlanSnapshot Snapshot { get; }

    /// <summary>The plan as it is looked at: as stored, or changed by the what-if.</summary>
    public Plan Plan { get; private set; }

    /// <summary>What the plan is called in the reader's language.</summary>
    public string Title => Language == Language.Vietnamese && Plan.OtherMembers["nameVi"].Text is { Length: > 0 } name ? name
        : Plan.Name.Length > 0 ? Plan.Name
        : Snapshot.Name;

    /// <summary>What the what-if has changed.</summary>
    public WhatIf WhatIf { get; private set; } = WhatIf.Nothing;

    /// <summary>The shapes of the plan.</summary>
    public PlanShapes Shapes { get; private set; }

    /// <summary>The analyses that this plan can be asked.</summary>
    public ImmutableArray<AnalysisTab> Tabs { get; }

    /// <summary>The one that is shown.</summary>
    public AnalysisTab Tab { get; private set; }

    /// <summary>The question of coverage.</summary>
    public CoverageQuestion Question { get; private set; }

    /// <summary>The problem that question and what-if pose.</summary>
    public CoverageProblem Problem => Question.Of(Plan, WhatIf.Added);

    /// <summary>The answer to it; while another is worked out, the one before.</summary>
    public CoverageReport Report { get; private set; }

    /// <summary>The border of the answer, ready to be drawn.</summary>
    public ImmutableArray<BorderPiece> Pieces { get; private set; }

    /// <summary>How long the answer took; none for the first, which came with the page.</summary>
    public TimeSpan? Took { get; private set; }

    /// <summary>True while an answer is worked out.</summary>
    public bool IsComputing => _solving.IsRunning;

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress => _solving.Progress;

    /// <summary>What kept the last question from an answer, in words; empty where nothing did.</summary>
    public string Fault => _solving.Fault is { } fault ? FaultWords.Of(fault, Language) ?? string.Empty : string.Empty;

    /// <summary>What is selected.</summary>
    public Selection Selection { get; private set; }

    /// <summary>What was clicked on the map; none when nothing was, or it was closed.</summary>
    public UnderPointer? Clicked { get; private set; }

    /// <summary>The hidden layers.</summary>
    public ImmutableSortedSet<string> Hidden { get; private set; }

    /// <summary>The reader's language.</summary>
    public Language Language { get; private set; }

    /// <summary>The texts in it.</summary>
    public ViewerTexts Texts => Language.Texts();

    /// <summary>Numbers in it.</summary>
    public Quantities Quantities => Quantities.In(Language);

    /// <summary>Whether facilities can be moved.</summary>
    public bool IsEditing { get; private set; }

    /// <summary>The first chainage that the strip shows.</summary>
    public double StripFromMetres { get; private set; }

    /// <summary>The last chainage that the strip shows.</summary>
    public double StripToMetres { get; private set; }

    /// <summary>True where the strip shows a part of the border only.</summary>
    public bool IsStripZoomed => StripToMetres - StripFromMetres < Report.BorderMetres - 1;

    /// <summary>The zones along the border, by level; they do not depend on the question.</summary>
    public ImmutableArray<StripZoneRow> ZoneRows => _zoneRows.Value;

    /// <summary>Answers what the address asks, where that takes too long to be done before the page is there.</summary>
    public async Task BeginAsync()
    {
        if (_answered.Equals(Question))
            return;
        await SolveAsync();
        if (!_selectedFirst.IsNothing && Selection.IsNothing && _answered.Equals(Question) && Report.Problem.Model.UsesTerrain)
            await SelectAsync(_selectedFirst);
    }

    /// <summary>Opens a tab. What was clicked stays selected; its popup is closed, since another tab says other things of it.</summary>
    public async Task OpenAsync(AnalysisTab tab)
    {
        ArgumentNullException.ThrowIfNull(tab);
        if (ReferenceEquals(tab, Tab))
            return;
        Tab = tab;
        Clicked = null;
        await TellAsync(WorkspaceChange.Tab | WorkspaceChange.Selection);
        await tab.OpenedAsync();
    }

    /// <summary>Asks another question.</summary>
    public Task AskAsync(CoverageQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Equals(Question))
            return Task.CompletedTask;
        Question = question;
        if (IsComputing || !Problem.Equals(Report.Problem))
            return SolveAsync();

        // What bears on another way to cover alone leaves the answer as it is.
        _posed = _answered = question;
        return TellAsync(WorkspaceChange.Answer);
    }

    /// <summary>Stops the work, and takes the question back to that of the answer at hand.</summary>
    public void Cancel() => _solving.Cancel();

    /// <summary>Selects something, or nothing.</summary>
    public Task SelectAsync(Selection selection)
    {
        Selection = selection;
        Clicked = null;
        return TellAsync(WorkspaceChange.Selection);
    }

    /// <summary>Selects what was clicked.</summary>
    public Task ClickAsync(UnderPointer clicked, Selection selection)
    {
        Clicked = clicked;
        Selection = selection;
        return TellAsync(WorkspaceChange.Selection);
    }

    /// <summary>Selects a feature, and shows its properties.</summary>
    public Task ShowAsync(PlanFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        Coordinate at = feature is Facility facility ? facility.Location : feature.Geometry.InteriorPoint.Coordinate;
        return ClickAsync(new UnderPointer(new GeoPoint(at.X, at.Y), null, null, [feature]), Selection.Of(feature));
    }

    /// <summary>Shows or hides a layer.</summary>
    public Task ToggleAsync(string layerKey)
    {
        ImmutableSortedSet<string> without = Hidden.Remove(layerKey);
        Hidden = ReferenceEquals(without, Hidden) ? Hidden.Add(layerKey) : without;
        return TellAsync(WorkspaceChange.Layers);
    }

    /// <summary>Speaks another language.</summary>
    public Task SpeakAsync(Language language)
    {
        Language = language;
        return TellAsync(WorkspaceChange.Language | WorkspaceChange.Answer);
    }

    /// <summary>Lets facilities be moved, or not.</summary>
    public Task EditAsync(bool editing)
    {
        IsEditing = editing;
        return TellAsync(WorkspaceChange.Editing);
    }

    /// <summary>Makes the strip show a stretch; brought within the border, and to ten metres at least.</summary>
    public Task ZoomStripAsync(double fromMetres, double toMetres)
    {
        double middle = (fromMetres + toMetres) / 2, half = Math.Max(5, (toMetres - fromMetres) / 2);
        StripFromMetres = Math.Clamp(middle - half, 0, Math.Max(0, Report.BorderMetres - (2 * half)));
        StripToMetres = Math.Min(Report.BorderMetres, StripFromMetres + (2 * half));
        return TellAsync(WorkspaceChange.Strip);
    }

    /// <summary>The facility of the plan with an index.</summary>
    public Facility? FacilityAt(int index) => index >= 0 && index < Plan.Facilities.Length ? Plan.Facilities[index] : null;

    /// <summary>Puts a facility elsewhere: only it is counted anew. Of places that come while one is worked out, the last is taken.</summary>
    public async Task MoveAsync(Facility facility, GeoPoint place)
    {
        ArgumentNullException.ThrowIfNull(facility);
        _move = (facility, place);
        if (_moving)
            return;
        _moving = true;
        try
        {
            while (_move is { } move)
            {
                _move = null;
                await MoveOnceAsync(move.Facility, move.Place);
            }
        }
        finally
        {
            _moving = false;
        }
    }

    /// <summary>Goes on with a plan that an analysis has changed, and with what it has changed.</summary>
    public Task ChangeAsync(Plan plan, WhatIf whatIf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.PatrolRoads.Equals(Plan.PatrolRoads))
            Shapes = PlanShapes.Of(plan);
        Plan = plan;
        WhatIf = whatIf;
        _session = null;
        Clicked = null;
        return SolveAsync();
    }

    /// <summary>Takes the what-if back: the plan is as it is stored.</summary>
    public Task ForgetWhatIfAsync() => ChangeAsync(Snapshot.Plan, WhatIf.Nothing);

    /// <inheritdoc/>
    public void Dispose()
    {
        _solving.Dispose();
        foreach (AnalysisTab tab in Tabs)
            tab.Dispose();
    }

    /// <summary>Says what has changed, to the tabs first and then to whoever shows the workspace.</summary>
    internal async Task TellAsync(WorkspaceChange change)
    {
        foreach (AnalysisTab tab in Tabs)
            await tab.FollowAsync(change);
        await Changed(change);
    }

    private async Task MoveOnceAsync(Facility facility, GeoPoint place)
    {
        if (_session is null || !ReferenceEquals(_session.Plan, Plan) || _session.Problem != Report.Problem)
        {
            CoverageProblem problem = Problem;
            _session = await BesideWhereSlowAsync(problem, () => new CoverageSession(problem));
        }

        CoverageSession session = _session;
        (Plan plan, CoverageQuestion question) = (Plan, Question);
        Facility moved = facility with { Geometry = Translated(facility, place) };
        var clock = Stopwatch.StartNew();
        CoverageReport report = await BesideWhereSlowAsync(session.Problem, () =>
        {
            session.Set(moved);
            return session.Report();
        });

        // Meanwhile something else may have been asked, or the what-if taken back: that holds.
        if (!ReferenceEquals(plan, Plan) || !question.Equals(Question))
        {
            _session = null;
            return;
        }

        Plan = session.Plan;
        WhatIf = WhatIf with { Moved = WhatIf.Moved.Add((facility.Kind, facility.Id)) };
        Take(report, clock.Elapsed);
        if (Clicked is { } clicked && clicked.Features.Any(Selection.Is) && Selection.Is(moved))
            Clicked = clicked with { Place = place, Features = [.. clicked.Features.Select(feature => Selection.Is(feature) ? moved : feature)] };
        await TellAsync(WorkspaceChange.Answer | WorkspaceChange.Selection);
    }

    // Radius is counted faster than work is handed over.
    private static Task<T> BesideWhereSlowAsync<T>(CoverageProblem problem, Func<T> work) =>
        problem.Model.UsesTerrain ? Task.Run(work) : Task.FromResult(work());

    private static Geometry Translated(Facility facility, GeoPoint place)
    {
        Coordinate from = facility.Location;
        Geometry geometry = facility.Geometry.Copy();
        geometry.Apply(new NetTopologySuite.Geometries.Utilities.AffineTransformation()
            .Translate(place.LongitudeDegrees - from.X, place.LatitudeDegrees - from.Y));
        geometry.GeometryChanged();
        return geometry;
    }

    private Task SolveAsync() => _solving.SolveAsync(
        () =>
        {
            _posed = Question;
            return Problem;
        },
        (report, took) =>
        {
            _answered = _posed;
            Take(report, took);
            return TellAsync(WorkspaceChange.Answer | WorkspaceChange.Selection);
        },
        () =>
        {
            Question = _answered;
            return TellAsync(WorkspaceChange.Answer | WorkspaceChange.Selection);
        });

    private void Take(CoverageReport report, TimeSpan took)
    {
        Report = report;
        Took = took;
        Pieces = BorderPieces.Of(report);

        // Gaps are numbered along the border: under another question the number means another gap.
        if (Selection.GapNumber > 0)
            Selection = Selection.Nothing;
    }
}
