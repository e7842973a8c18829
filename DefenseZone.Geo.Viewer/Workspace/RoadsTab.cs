using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Panels.Roads;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// Roads: how soon somebody is at the border, which stretch may not fail, what closures change, the way between two
/// places, and where a new road goes; and in parts of their own what is reached in some minutes, patrol rounds, what joins
/// the network, and which proposed road brings most. All but new roads follows by itself what is asked.
/// </summary>
public sealed class RoadsTab : AnalysisTab
{
    /// <summary>Begins with nothing asked.</summary>
    public RoadsTab(PlanWorkspace workspace)
        : base(workspace)
    {
        Network = new(TellAsync, () => HasRoads ? new NetworkQuestion(Workspace.Plan, Workspace.Problem.Facilities, Workspace.Question.Response) : null, NetworkAnswer.Of, Explain);
        Route = new(TellAsync, AskedRoute, (question, _, stop) => RouteAnswer.Of(question, stop), Explain);
        NewRoad = new AnalysisRun<double, NewRoadAnswer>(TellAsync, share => share > 0 ? share : null, Explain);
        Parts = [new ReachPart(this), new RoundPart(this), new ConnectionPart(this), new RankingPart(this)];
    }

    /// <summary>What is asked.</summary>
    public RoadsQuestion Question { get; private set; } = new();

    /// <summary>Which end the next click on the map is.</summary>
    public LineEnd Picking { get; private set; }

    /// <summary>Which table is shown.</summary>
    public RoadsTable Table { get; private set; }

    /// <summary>The course that is looked at, from 0.</summary>
    public int Course { get; private set; }

    /// <summary>The work on the network.</summary>
    public FollowingRun<NetworkQuestion, NetworkAnswer> Network { get; }

    /// <summary>The work on the route.</summary>
    public FollowingRun<RouteQuestion, RouteAnswer> Route { get; }

    /// <summary>The search for a new road.</summary>
    public AnalysisRun<double, NewRoadAnswer> NewRoad { get; }

    /// <summary>The questions with a section and a table of their own.</summary>
    public ImmutableArray<RoadsPart> Parts { get; }

    /// <summary>The one whose table is shown; none for the others.</summary>
    public RoadsPart? Part => Parts.FirstOrDefault(part => part.IsOpen);

    /// <summary>Whether facilities to which no road leads have a ring.</summary>
    public bool ShowsCutOff => Part?.ShowsCutOff ?? true;

    /// <summary>What is known of the network, or was before the question changed; none before it is known.</summary>
    public NetworkAnswer? Answer => Network.Last;

    /// <summary>The courses that were found; none before they were looked for.</summary>
    public NewRoadAnswer? Courses => NewRoad.Answer;

    /// <summary>The course that is looked at; none where there is none.</summary>
    public SitedRoad? Chosen => Courses is { Report.Roads: var roads } && Course < roads.Length ? roads[Course] : null;

    /// <summary>True where the courses are those of the question and the plan as they are.</summary>
    public bool CoursesAreCurrent => Courses is { } courses && (IsAccepted || courses.Question.Equals(AskedNewRoad));

    /// <summary>True where the what-if holds one of the courses.</summary>
    public bool IsAccepted => AcceptedPlan is not null && ReferenceEquals(AcceptedPlan, Workspace.Plan);

    /// <summary>Whether the plan has roads.</summary>
    public bool HasRoads => !Workspace.Plan.PatrolRoads.IsEmpty;

    /// <summary>Whether it has terrain, on which new roads are laid.</summary>
    public bool HasTerrain => !ElevationSurface.Of(Workspace.Plan).IsEmpty;

    /// <summary>The texts of this tab.</summary>
    public RoadsTexts Words => RoadsTexts.In(Workspace.Language);

    /// <inheritdoc/>
    public override string Key => "roads";

    /// <inheritdoc/>
    public override string Name => Words.Tab;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(RoadsQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(RoadsAnswerPanel);

    /// <inheritdoc/>
    public override Type MapPanel => typeof(RoadsHint);

    /// <inheritdoc/>
    public override Type PopupPanel => typeof(RoadsPopup);

    /// <inheritdoc/>
    public override Type StripPanel => typeof(ResponseStrip);

    /// <inheritdoc/>
    public override bool HidesDepth => Answer is not null;

    /// <inheritdoc/>
    public override string StripNote => Answer is null ? base.StripNote : Words.StripNote;

    /// <inheritdoc/>
    public override string InShort => Part is { InShort: { Length: > 0 } said } ? said : Answer is { } answer && answer.Now.Border.LengthMetres > 0
        ? string.Format(null, Words.InShort, Workspace.Quantities.Share(answer.WithinMetres / answer.Now.Border.LengthMetres), Words.Time(answer.Minutes * 60, Workspace.Quantities))
        : Words.Tab;

    /// <inheritdoc/>
    public override bool IsStale => Part?.IsStale ?? Table switch
    {
        RoadsTable.NewRoad => Courses is not null && !CoursesAreCurrent,
        RoadsTable.Route => Route.Last is not null && AskedRoute() is not null && Route.Answer is null,
        _ => Answer is not null && Network.Answer is null,
    };

    /// <inheritdoc/>
    public override bool IsPicking => Picking != LineEnd.None || PickingPart is not null;

    /// <summary>The part that takes the next click on the map; none where none does.</summary>
    public RoadsPart? PickingPart => Parts.FirstOrDefault(part => part.PickHint.Length > 0);

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers => [.. RoadsDrawings.Layers, .. Parts.SelectMany(part => part.Layers)];

    // The border is drawn by the time it takes to get there, and not by how many cover it.
    /// <inheritdoc/>
    public override ImmutableHashSet<string> Replaces =>
        Answer is null ? [MapLayers.Circles] : [MapLayers.Circles, MapLayers.Border, MapLayers.Gaps, MapLayers.GapLabels];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend => RoadsLegend.Of(this);

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Inputs =>
        [.. Question.Write(), .. Parts.SelectMany(part => part.Inputs), ("show", Table == RoadsTable.Network ? string.Empty : TabInputs.Word(Table))];

    private Plan? AcceptedPlan { get; set; }

    private NewRoadQuestion AskedNewRoad => new(Workspace.Plan, Workspace.Problem.Facilities, Workspace.Question.Roads, Workspace.Question.Minutes, Question);

    /// <inheritdoc/>
    public override void Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Question = RoadsQuestion.Read(inputs);
        Table = inputs.Word<RoadsTable>("show") ?? RoadsTable.Network;
        foreach (RoadsPart part in Parts)
            part.Read(inputs);
    }

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerDrawing>> Scene()
    {
        var scene = new RoadsScene(Answer, Route.Answer, Courses, Course, End(Question.From)?.Place, End(Question.To)?.Place, Workspace.Hidden, Part is not null, ShowsCutOff);
        Func<MapWindow, IEnumerable<LayerDrawing>>[] ofParts = [.. Parts.Select(part => part.Scene())];
        return window => [.. RoadsDrawings.Of(scene, window), .. ofParts.SelectMany(draw => draw(window))];
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Tip(UnderPointer under)
    {
        ArgumentNullException.ThrowIfNull(under);
        if (Answer is not { } answer)
            yield break;
        if (under.BorderChainageMetres is { } chainage)
            yield return Arrival(answer, chainage);
        if (under.Features.OfType<PatrolRoad>().FirstOrDefault() is { } road && answer.Find(road) is { } found)
            yield return Words.Hangs(found, Workspace.Quantities);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> StripTip(double metres) => Answer is { } answer ? [Arrival(answer, metres)] : [];

    /// <summary>Who comes first to a chainage, and when.</summary>
    public string Arrival(NetworkAnswer answer, double chainageMetres)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ResponseAt at = answer.Now.At(chainageMetres);
        return at.Facility < 0 ? Words.NobodyComes
            : string.Format(null, Words.Arrives, Words.Time(at.Seconds, Workspace.Quantities), answer.Now.Facilities[at.Facility].Id.Text);
    }

    /// <inheritdoc/>
    public override async Task<bool> ClickAsync(UnderPointer under)
    {
        ArgumentNullException.ThrowIfNull(under);
        if (PickingPart is { } asks)
        {
            await asks.ClickAsync(under);
            return true;
        }

        if (Picking == LineEnd.None)
            return false;
        string place = RoadsQuestion.Text(under.Features.FirstOrDefault(feature => feature is Facility or CandidateSite), under.Place);
        (RoadsQuestion asked, Picking) = Picking == LineEnd.From
            ? (Question with { From = place, To = string.Empty }, LineEnd.To)
            : (Question with { To = place }, LineEnd.None);
        await AskAsync(asked);
        return true;
    }

    /// <inheritdoc/>
    public override Task OpenedAsync()
    {
        Follow();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task FollowAsync(WorkspaceChange change)
    {
        // What it has told itself it has followed already.
        if (IsOpen && change != WorkspaceChange.Tab)
            Follow();
        return Task.CompletedTask;
    }

    /// <summary>Asks something else. Courses that were found stay, dimmed, until they are looked for again.</summary>
    public async Task AskAsync(RoadsQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        bool hasEnds = question.From.Length > 0 && question.To.Length > 0 && !(string.Equals(question.From, Question.From, StringComparison.Ordinal) && string.Equals(question.To, Question.To, StringComparison.Ordinal));
        Question = question;
        if (hasEnds && Table != RoadsTable.NewRoad)
            Table = RoadsTable.Route;
        await TellAsync();
        await Route.FollowAsync();
    }

    /// <summary>Makes the next clicks on the map the two places, or takes that back.</summary>
    public Task PickAsync(LineEnd end)
    {
        LeaveClicks();
        Picking = end;
        return TellAsync();
    }

    /// <summary>A click on the map selects again.</summary>
    public Task StopPickingAsync()
    {
        LeaveClicks();
        return TellAsync();
    }

    /// <summary>Nothing of the tab takes the next click on the map, until something asks for one.</summary>
    public void LeaveClicks()
    {
        Picking = LineEnd.None;
        foreach (RoadsPart part in Parts)
            part.StopPicking();
    }

    /// <summary>Shows another table, and begins to work out what is asked there.</summary>
    public async Task ShowAsync(RoadsTable table)
    {
        Table = table;
        await TellAsync();
        Part?.Follow();
    }

    /// <summary>Says that a part shows something else.</summary>
    public Task ChangedAsync() => TellAsync();

    /// <summary>What the components of a part are given.</summary>
    public IDictionary<string, object> PanelParameters(RoadsPart part, MapPresenter presenter) =>
        new Dictionary<string, object>(StringComparer.Ordinal) { ["Tab"] = this, ["Presenter"] = presenter, ["Part"] = part };

    /// <summary>What people call a table.</summary>
    public string NameOf(RoadsTable table) => Parts.FirstOrDefault(part => part.Table == table)?.Name ?? Words.Name(table);

    /// <summary>Looks at another course.</summary>
    public Task LookAtAsync(int course)
    {
        Course = course;
        return TellAsync();
    }

    /// <summary>The end that a text means in the plan; none where it means nothing.</summary>
    public RoadEnd? End(string text) => string.IsNullOrWhiteSpace(text) ? null : RoadEnd.Parse(Workspace.Plan, text, out _);

    /// <summary>Closes a road, or opens it again.</summary>
    public Task ToggleAsync(PatrolRoad road)
    {
        ArgumentNullException.ThrowIfNull(road);
        RoadClosure closure = Workspace.Question.Closure;
        return CloseAsync(closure with { Roads = closure.Roads.Contains(road.Id) ? closure.Roads.Remove(road.Id) : closure.Roads.Add(road.Id) });
    }

    /// <summary>Closes the roads within hazard areas of a kind, or opens them again.</summary>
    public Task ToggleAsync(string hazardKind)
    {
        RoadClosure closure = Workspace.Question.Closure;
        return CloseAsync(closure with { HazardKinds = closure.HazardKinds.Contains(hazardKind) ? closure.HazardKinds.Remove(hazardKind) : closure.HazardKinds.Add(hazardKind) });
    }

    /// <summary>Closes something else. What is closed counts in every tab.</summary>
    public Task CloseAsync(RoadClosure closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        if (!closure.IsNone && Table == RoadsTable.Network)
            Table = RoadsTable.Closures;
        return Workspace.AskAsync(Workspace.Question with { Closure = closure });
    }

    /// <summary>Looks for a new road.</summary>
    public async Task FindNewRoadAsync()
    {
        if (End(Question.From) is not { IsNetwork: false } from)
            return;
        RoadEnd to = End(Question.To) ?? RoadEnd.Network;
        NewRoadQuestion question = AskedNewRoad;
        RoadSitingProblem problem = question.Of(from, to);
        Course = 0;
        Table = RoadsTable.NewRoad;
        AcceptedPlan = null;
        await NewRoad.StartAsync((progress, stop) => NewRoadAnswer.Of(question, problem, progress, stop));
    }

    /// <summary>Makes the course that is looked at a road of the what-if: every tab counts it then, as if it were there.</summary>
    public Task AcceptAsync()
    {
        if (Courses is not { } courses || Chosen is null || !CoursesAreCurrent || IsAccepted)
            return Task.CompletedTask;
        return BuildAsync([courses.Report.ToPatrolRoads()[Course]], plan => AcceptedPlan = plan);
    }

    /// <summary>Makes new roads a part of the what-if, as if they existed.</summary>
    /// <param name="roads">The roads, with ids that are free.</param>
    /// <param name="took">Told of the plan with them, before anybody else is.</param>
    public Task BuildAsync(ImmutableArray<PatrolRoad> roads, Action<Plan> took)
    {
        ArgumentNullException.ThrowIfNull(took);
        Plan plan = Workspace.Plan;
        plan = plan with { PatrolRoads = [.. plan.PatrolRoads, .. roads.Select(road => road with { Status = LifecycleStatus.Existing })] };
        took(plan);
        return Workspace.ChangeAsync(plan, Workspace.WhatIf with
        {
            Other = Workspace.WhatIf.Other.SetItems(roads.Select(road => KeyValuePair.Create<string, Func<Language, string>>(
                "road-" + road.Id.Text, language => string.Format(null, RoadsTexts.In(language).OneNewRoad, road.Id.Text)))),
        });
    }

    /// <summary>What an exception says to the planner; none where it is a fault of the program.</summary>
    internal string? Explain(Exception fault) => FaultWords.Of(fault, Workspace.Language);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Network.Dispose();
            Route.Dispose();
            NewRoad.Dispose();
            foreach (RoadsPart part in Parts)
                part.Dispose();
        }

        base.Dispose(disposing);
    }

    private RouteQuestion? AskedRoute() =>
        HasRoads && End(Question.From)?.Place is { } from && End(Question.To)?.Place is { } to ? new RouteQuestion(Workspace.Plan, Workspace.Question.Response, from, to) : null;

    // Shown as it comes: the page does not wait for it.
    private void Follow()
    {
        _ = Network.FollowAsync();
        _ = Route.FollowAsync();
        Part?.Follow();
    }
}
