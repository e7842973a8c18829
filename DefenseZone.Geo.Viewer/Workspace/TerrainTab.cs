using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Panels.Terrain;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Which end of a line of sight the next click on the map is.</summary>
public enum LineEnd
{
    /// <summary>None: a click selects.</summary>
    None,

    /// <summary>Where the eye is.</summary>
    From,

    /// <summary>What is looked at.</summary>
    To,
}

/// <summary>The tables of the tab's answer.</summary>
public enum TerrainTable
{
    /// <summary>What each post sees.</summary>
    Posts,

    /// <summary>The line of sight between two points.</summary>
    Line,
}

/// <summary>
/// What posts see over the terrain: all together, the selected one, and whether one point sees another. What the
/// selected post sees is worked out as it is selected, the line of sight as it is drawn; looking from all posts is
/// started, or starts itself where there are few.
/// </summary>
public sealed class TerrainTab : AnalysisTab
{
    private const int PostsOfAQuickLook = 150;
    private readonly ElevationSurface _terrain;
    private readonly SightPictures _pictures = new();
    private bool _looking;
    private bool _lining;

    /// <summary>Begins with nothing asked.</summary>
    public TerrainTab(PlanWorkspace workspace)
        : base(workspace)
    {
        _terrain = ElevationSurface.Of(workspace.Plan);
        AllRun = new AnalysisRun<double, TerrainAnswer>(TellAsync, share => share, Explain);
        ViewRun = new AnalysisRun<double, PostView>(TellAsync, explain: Explain);
        LineRun = new AnalysisRun<double, SightProfile>(TellAsync, explain: Explain);
    }

    /// <summary>What is asked.</summary>
    public TerrainQuestion Question { get; private set; } = new();

    /// <summary>Which end of the line the next click is.</summary>
    public LineEnd Picking { get; private set; }

    /// <summary>Which table is shown.</summary>
    public TerrainTable Table { get; private set; }

    /// <summary>The look from all posts.</summary>
    public AnalysisRun<double, TerrainAnswer> AllRun { get; }

    /// <summary>The look from the selected post.</summary>
    public AnalysisRun<double, PostView> ViewRun { get; }

    /// <summary>The line of sight.</summary>
    public AnalysisRun<double, SightProfile> LineRun { get; }

    /// <summary>What all posts see; none before it was asked.</summary>
    public TerrainAnswer? Answer => AllRun.Answer;

    /// <summary>The selected facility; none where none is.</summary>
    public Facility? Selected => Workspace.Plan.Facilities.FirstOrDefault(Workspace.Selection.Is);

    /// <summary>What the selected facility sees; none where none is selected, or it is not worked out yet.</summary>
    public PostView? View => ViewRun.Answer is { } view && Selected is { } facility && Shows(view, facility) ? view : null;

    /// <summary>The line of sight; none where its ends are not chosen, or it is not worked out yet.</summary>
    public SightProfile? Profile => LineRun.Answer is { } profile && Answers(profile) ? profile : null;

    /// <summary>The texts of this tab.</summary>
    public TerrainTexts Words => TerrainTexts.In(Workspace.Language);

    /// <inheritdoc/>
    public override string Key => "terrain";

    /// <inheritdoc/>
    public override string Name => Words.Tab;

    /// <inheritdoc/>
    public override bool IsOffered => !_terrain.IsEmpty;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(TerrainQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(TerrainAnswerPanel);

    /// <inheritdoc/>
    public override Type MapPanel => typeof(PickingHint);

    /// <inheritdoc/>
    public override Type StripPanel => typeof(SeenStrip);

    /// <inheritdoc/>
    public override string InShort => Answer is { BorderMetres: > 0 } answer
        ? string.Format(null, Words.InShort, Workspace.Quantities.Share(answer.SeenMetres / answer.BorderMetres))
        : Words.Tab;

    /// <inheritdoc/>
    public override bool IsStale => Answer is { } answer && !IsCurrent(answer);

    /// <inheritdoc/>
    public override bool IsPicking => Picking != LineEnd.None;

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers => TerrainDrawings.Layers;

    /// <inheritdoc/>
    public override ImmutableHashSet<string> Replaces => [MapLayers.Circles, MapLayers.GapLabels];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend => TerrainDrawings.Legend(this);

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> CommonLegend => IsOpen ? [] : [TerrainDrawings.Shading(LayerKey.Relief, Words)];

    /// <inheritdoc/>
    public override IEnumerable<(string Layer, MapTiles? Tiles)> Tiles
    {
        get
        {
            MapTiles tiles = TerrainDrawings.Tiles(Workspace.Snapshot.Name, _terrain);
            return [(LayerKey.Relief, tiles), (TerrainDrawings.ShadingLayer, tiles)];
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Inputs => Question.Write();

    // The relief can be seen from every tab: in this one it is shown unless it is hidden, in others hidden unless it is shown.
    /// <inheritdoc/>
    public override bool Shows(string layer) => layer == LayerKey.Relief ? !IsOpen : IsOpen;

    /// <inheritdoc/>
    public override void Read(TabInputs inputs)
    {
        Question = TerrainQuestion.Read(inputs);
        Table = Question is { From: not null, To: not null } ? TerrainTable.Line : TerrainTable.Posts;
    }

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerDrawing>> Scene()
    {
        (PostView? view, BorderLine border, TerrainQuestion question, SightProfile? profile) = (View, Workspace.Report.Border, Question, Profile);
        Quantities quantities = Workspace.Quantities;
        return window => TerrainDrawings.Of(view, border, question, profile, quantities, window);
    }

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerPicture>> PictureScene()
    {
        ImmutableArray<Viewshed> counted = View is null && Answer is { } answer ? answer.Viewsheds : [];
        ImmutableArray<Viewshed> seen = View is { Ground: { } ground } ? [ground] : [];
        ImmutableSortedSet<string> hidden = Workspace.Hidden;
        return window =>
        [
            new LayerPicture(TerrainDrawings.CountsLayer, _pictures.Of(TerrainDrawings.CountsLayer, counted, window, TerrainDrawings.CountColours(hidden.Contains))),
            new LayerPicture(TerrainDrawings.ViewLayer, _pictures.Of(TerrainDrawings.ViewLayer, seen, window, TerrainDrawings.ViewColours)),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Tip(UnderPointer under)
    {
        ArgumentNullException.ThrowIfNull(under);
        if (under.Features.OfType<Facility>().FirstOrDefault() is { } facility && Answer?.Posts.FirstOrDefault(post => ReferenceEquals(post.Facility, facility)) is { } sight)
            yield return string.Format(null, Words.SeesTip, Workspace.Quantities.Length(sight.SeenMetres), Workspace.Quantities.Length(sight.HiddenMetres));
    }

    /// <inheritdoc/>
    public override async Task<bool> ClickAsync(UnderPointer under)
    {
        ArgumentNullException.ThrowIfNull(under);
        if (Picking == LineEnd.None)
            return false;

        // Whoever aims at a post means the post.
        GeoPoint place = under.Features.OfType<Facility>().FirstOrDefault() is { } facility ? new GeoPoint(facility.Location.X, facility.Location.Y) : under.Place;
        (TerrainQuestion asked, Picking) = Picking == LineEnd.From
            ? (Question with { From = place, To = null }, LineEnd.To)
            : (Question with { To = place }, LineEnd.None);
        await AskAsync(asked);
        return true;
    }

    /// <inheritdoc/>
    public override Task OpenedAsync()
    {
        // Shown as it comes: the page does not wait for it.
        _ = LookAsync();
        _ = LineAsync();
        if (Answer is null && Workspace.Report.ConsideredFacilities.Length <= PostsOfAQuickLook)
            _ = StartAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task FollowAsync(WorkspaceChange change)
    {
        if (IsOpen && (change & (WorkspaceChange.Selection | WorkspaceChange.Answer)) != WorkspaceChange.None)
            _ = LookAsync();
        return Task.CompletedTask;
    }

    /// <summary>Asks something else.</summary>
    public async Task AskAsync(TerrainQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Equals(Question))
            return;
        Question = question;
        if (question is { From: not null, To: not null })
            Table = TerrainTable.Line;
        await TellAsync();
        await LineAsync();
        await LookAsync();
    }

    /// <summary>Makes the next two clicks on the map the ends of a line, or one the end of it, or takes that back.</summary>
    public Task PickAsync(LineEnd end)
    {
        Picking = end;
        return TellAsync();
    }

    /// <summary>Shows another table.</summary>
    public Task ShowAsync(TerrainTable table)
    {
        Table = table;
        return TellAsync();
    }

    /// <summary>Looks from all posts.</summary>
    public Task StartAsync()
    {
        (Plan plan, FacilityFilter who, SightSettings settings) = (Workspace.Plan, Workspace.Problem.Facilities, Question.Sight);
        return AllRun.StartAsync((progress, stop) => TerrainAnswer.Of(plan, who, settings, progress, stop));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            AllRun.Dispose();
            ViewRun.Dispose();
            LineRun.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string? Explain(Exception fault) => fault is TerrainException ? fault.Message : null;

    private bool IsCurrent(TerrainAnswer answer) =>
        answer.Settings.Equals(Question.Sight) && ReferenceEquals(answer.Problem.Plan, Workspace.Plan) && answer.Problem.Facilities.Equals(Workspace.Problem.Facilities);

    private bool Shows(PostView view, Facility facility) => ReferenceEquals(view.Facility, facility) && view.Settings.Equals(Question.Sight);

    private bool Answers(SightProfile profile) =>
        profile.From.Equals(Question.From) && profile.To.Equals(Question.To) && profile.Conditions.Equals(Question.Sight.Conditions);

    // From the newest selection; one look at a time.
    private async Task LookAsync()
    {
        if (_looking)
            return;
        _looking = true;
        try
        {
            while (IsOpen && Selected is { } facility && !(ViewRun.Answer is { } view && Shows(view, facility)))
            {
                (Plan plan, SightSettings settings) = (Workspace.Plan, Question.Sight);
                await ViewRun.StartAsync((progress, stop) => PostView.Of(plan, facility, settings, progress, stop));
                if (ViewRun.Fault.Length > 0 || ViewRun.WasStopped)
                    break;
            }
        }
        finally
        {
            _looking = false;
        }
    }

    private async Task LineAsync()
    {
        if (_lining)
            return;
        _lining = true;
        try
        {
            while (IsOpen && Question is { From: { } from, To: { } to } && !(LineRun.Answer is { } profile && Answers(profile)))
            {
                SightConditions conditions = Question.Sight.Conditions;
                string tooLong = string.Format(null, Words.LineTooLong, Workspace.Quantities.Length(TerrainQuestion.LargestLineMetres));
                await LineRun.StartAsync((_, _) => Geodesic.Inverse(from, to).DistanceMetres <= TerrainQuestion.LargestLineMetres
                    ? new LineOfSight(_terrain, from, to) { Conditions = conditions }.Solve()
                    : throw new ArgumentOutOfRangeException(null, tooLong));
                if (LineRun.Fault.Length > 0 || LineRun.WasStopped)
                    break;
            }
        }
        finally
        {
            _lining = false;
        }
    }
}
