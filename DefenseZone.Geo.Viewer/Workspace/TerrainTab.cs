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
/// started, or follows by itself where there are few.
/// </summary>
public sealed class TerrainTab : AnalysisTab
{
    private const int PostsOfAQuickLook = 150;

    // So many ids fit into the line of coordinates.
    private const int MostNamed = 3;
    private readonly SightPictures _pictures = new();

    /// <summary>Begins with nothing asked.</summary>
    public TerrainTab(PlanWorkspace workspace)
        : base(workspace)
    {
        Surface = ElevationSurface.Of(workspace.Plan);
        All = new(TellAsync, () => new LookQuestion(Workspace.Plan, Workspace.Problem.Facilities, Workspace.Question.Sight), TerrainAnswer.Of, Explain);
        One = new(
            TellAsync,
            () => Selected is { } facility ? new PostQuestion(facility, Workspace.Question.Sight) : null,
            (question, progress, stop) => PostView.Of(Workspace.Plan, question, progress, stop),
            Explain);
        Line = new(TellAsync, AskedLine, (line, _, stop) => line.Solve(stop), Explain);
    }

    /// <summary>The terrain of the plan; empty where it has none.</summary>
    public ElevationSurface Surface { get; }

    /// <summary>What is asked.</summary>
    public TerrainQuestion Question { get; private set; } = new();

    /// <summary>Which end of the line the next click is.</summary>
    public LineEnd Picking { get; private set; }

    /// <summary>Which table is shown.</summary>
    public TerrainTable Table { get; private set; }

    /// <summary>The look from all posts.</summary>
    public FollowingRun<LookQuestion, TerrainAnswer> All { get; }

    /// <summary>The look from the selected post.</summary>
    public FollowingRun<PostQuestion, PostView> One { get; }

    /// <summary>The line of sight.</summary>
    public FollowingRun<LineOfSight, SightProfile> Line { get; }

    /// <summary>What all posts see, or saw before the question changed; none before it was asked.</summary>
    public TerrainAnswer? Answer => All.Last;

    /// <summary>The selected facility; none where none is.</summary>
    public Facility? Selected => Workspace.Plan.Facilities.FirstOrDefault(Workspace.Selection.Is);

    /// <summary>What the selected facility sees; none where none is selected, or it is not worked out yet.</summary>
    public PostView? View => One.Answer;

    /// <summary>The line of sight; none where its ends are not chosen, or it is not worked out yet.</summary>
    public SightProfile? Profile => Line.Answer;

    /// <summary>The texts of this tab.</summary>
    public TerrainTexts Words => TerrainTexts.In(Workspace.Language);

    /// <inheritdoc/>
    public override string Key => "terrain";

    /// <inheritdoc/>
    public override string Name => Words.Tab;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(TerrainQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(TerrainAnswerPanel);

    /// <inheritdoc/>
    public override Type MapPanel => typeof(PickingHint);

    /// <inheritdoc/>
    public override Type StripPanel => typeof(SeenStrip);

    /// <inheritdoc/>
    public override string InShort => Answer is { } answer
        ? string.Format(null, Words.InShort, Workspace.Quantities.Share(answer.Coverage.CoverageRatio))
        : Words.Tab;

    /// <inheritdoc/>
    public override bool IsStale => Workspace.IsComputing || (Answer is not null && All.Answer is null);

    /// <inheritdoc/>
    public override bool IsPicking => Picking != LineEnd.None;

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers => TerrainDrawings.Layers;

    // Both would hide what is seen: the circle of the selected post is drawn with its view, and the strip has the lengths.
    /// <inheritdoc/>
    public override ImmutableHashSet<string> Replaces => Surface.IsEmpty ? [] : [MapLayers.Circles, MapLayers.GapLabels];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend => Surface.IsEmpty ? [] : TerrainDrawings.Legend(this);

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> CommonLegend => IsOpen || Surface.IsEmpty ? [] : [TerrainDrawings.Shading(LayerKey.Relief, Words)];

    /// <inheritdoc/>
    public override IEnumerable<(string Layer, MapTiles? Tiles)> Tiles
    {
        get
        {
            MapTiles? tiles = Surface.IsEmpty ? null : TerrainDrawings.Tiles(Workspace.Snapshot.Name, Surface);
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
        Table = Question.IsLine ? TerrainTable.Line : TerrainTable.Posts;
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
    public override IEnumerable<string> Readout(GeoPoint place)
    {
        if (Surface.IsEmpty)
            yield break;
        double ground = Elevation(place);
        yield return double.IsNaN(ground) ? Words.NoHeight : string.Format(null, Words.Ground, Workspace.Quantities.Height(ground));
        if (All.Answer is not { Viewsheds.IsEmpty: false } answer || View is not null)
            yield break;
        string[] posts = [.. answer.SeenBy(place)];
        yield return posts.Length == 0 ? Words.SeenByNone
            : string.Format(null, Words.SeenBy, string.Join(", ", posts.Take(MostNamed)) + (posts.Length > MostNamed ? " +" + Workspace.Quantities.Count(posts.Length - MostNamed) : string.Empty));
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

    /// <summary>Asks something else.</summary>
    public async Task AskAsync(TerrainQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        question = question with
        {
            From = question.From is { } from ? TerrainQuestion.Rounded(from) : null,
            To = question.To is { } to ? TerrainQuestion.Rounded(to) : null,
        };
        Question = question;
        if (question.IsLine)
            Table = TerrainTable.Line;
        await TellAsync();
        await Line.FollowAsync();
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

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            All.Dispose();
            One.Dispose();
            Line.Dispose();
        }

        base.Dispose(disposing);
    }

    private string? Explain(Exception fault) => FaultWords.Of(fault, Workspace.Language);

    // Shown as it comes: the page does not wait for it.
    private void Follow()
    {
        if (Surface.IsEmpty)
            return;
        _ = One.FollowAsync();
        _ = Line.FollowAsync();

        // Coverage by sight reads the same terrain: one behind the other is sooner done than both at once.
        if (Workspace.Report.ConsideredFacilities.Length <= PostsOfAQuickLook && !Workspace.IsComputing)
            _ = All.FollowAsync();
    }

    private LineOfSight? AskedLine()
    {
        if (Question is not { From: { } from, To: { } to, IsTooLong: false })
            return null;

        // A line that begins at a post begins at the eye of that post.
        SightCoverage sight = Workspace.Question.Sight;
        Facility? post = Workspace.Plan.Facilities.FirstOrDefault(facility => TerrainQuestion.Rounded(new GeoPoint(facility.Location.X, facility.Location.Y)) == from);
        return new LineOfSight(Surface, from, to)
        {
            Conditions = new SightConditions
            {
                ObserverHeightMetres = sight.ObserverHeightMetres
                    ?? (post?.ObserverHeightMetres is { } own and <= SightConditions.LargestHeightMetres ? own : SightConditions.StandardObserverHeightMetres),
                TargetHeightMetres = sight.TargetHeightMetres,
            },
        };
    }

    private double Elevation(GeoPoint place)
    {
        try
        {
            return Surface.ElevationMetres(place);
        }
        catch (TerrainException)
        {
            // Whoever asks for what is seen is told of the file; the pointer is not.
            return double.NaN;
        }
    }
}
