using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Panels.Roads;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Isochrones: what is reached within some minutes. Follows by itself what is asked while its table is open.</summary>
public sealed class ReachPart : RoadsPart
{
    private const string AreaLayer = "roads-reach-areas";
    private const string RoadLayer = "roads-reach-roads";
    private const string PlaceLayer = "roads-reach-places";

    // The longer the time, the paler: one colour that stands for nothing else here.
    private static readonly ImmutableArray<string> Colours = ["#3A2F8F", "#6A5FC4", "#978EDD", "#BDB6EE"];

    /// <summary>Begins with nothing asked.</summary>
    public ReachPart(RoadsTab tab)
        : base(tab)
    {
        Answers = new(tab.ChangedAsync, Wanted, (asked, _, stop) => ReachAnswer.Of(asked, stop), Explain);
    }

    /// <summary>What is asked.</summary>
    public ReachQuestion Question { get; private set; } = new();

    /// <summary>The work.</summary>
    public FollowingRun<ReachAsked, ReachAnswer> Answers { get; }

    /// <summary>The answer, or that before the question changed; none before the first.</summary>
    public ReachAnswer? Answer => Answers.Last;

    /// <summary>True while clicks on the map are places where travel begins.</summary>
    public bool IsPicking { get; private set; }

    /// <summary>What is wrong with the question, in words; empty where nothing is.</summary>
    public string Wrong => Question.Minutes(Workspace.Question.Minutes).IsEmpty ? string.Format(null, PartWords.ReachTimesWrong, Workspace.Quantities.Count(ReachQuestion.MostTimes))
        : Question.Places.FirstOrDefault(text => RoadEnd.Parse(Workspace.Plan, text, out _)?.Place is null) is { } unknown ? string.Format(null, Words.NoPlace, unknown)
        : string.Empty;

    /// <inheritdoc/>
    public override RoadsTable Table => RoadsTable.Reach;

    /// <inheritdoc/>
    public override string Name => PartWords.Reach;

    /// <inheritdoc/>
    public override string Heading => PartWords.ReachHeading;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(ReachQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(ReachPanel);

    /// <inheritdoc/>
    public override IEnumerable<RoadsFigure> Figures
    {
        get
        {
            if (Answer is not { Isochrones: [.., { } widest] } answer)
                yield break;
            Quantities quantities = Workspace.Quantities;
            yield return new RoadsFigure("reach-area", quantities.Area(widest.AreaSquareMetres), string.Format(null, PartWords.ReachAreaFigure, Words.Time(widest.Minutes * 60, quantities), quantities.Count(answer.Places.Length)));
            yield return new RoadsFigure("reach-roads", quantities.Length(widest.RoadMetres), string.Format(null, PartWords.ReachRoadsFigure, quantities.Length(answer.Network.LengthMetres)));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> How => Answer is { } answer
        ? [string.Format(null, PartWords.HowReach, answer.Network.Options.Season == RoadSeason.Wet ? Words.Wet : Words.Dry, Workspace.Quantities.Fixed(answer.Network.OffRoadMetresPerSecond * 3.6, 1))]
        : [];

    /// <inheritdoc/>
    public override TimeSpan? Took => Answer?.Took;

    /// <inheritdoc/>
    public override bool IsStale => Answer is not null && Answers.Answer is null;

    /// <inheritdoc/>
    public override string PickHint => IsPicking ? PartWords.ReachPick : string.Empty;

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers { get; } =
    [
        new(AreaLayer, 11) { Styles = [.. Colours.Select(colour => new MapStyle { Stroke = colour, Width = 1.4, Fill = colour + "26" })] },
        new(RoadLayer, 16) { Styles = [.. Colours.Select(colour => new MapStyle { Stroke = colour, Width = 3.4 })] },
        new(PlaceLayer, 43) { Styles = [new MapStyle { Symbol = new MapSymbol(22, "M11 2A9 9 0 1 1 10.99 2Z", string.Empty, Colours[0], "rgba(255,255,255,0.35)", 2.6) }] },
    ];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend => Answer is { } answer
        ? answer.Isochrones.Select((isochrone, i) => new LegendEntry(
            KeyOf(i), string.Format(null, PartWords.ReachedWithin, Words.Time(isochrone.Minutes * 60, Workspace.Quantities)), Workspace.Quantities.Area(isochrone.AreaSquareMetres), new LegendSwatch.Area(Colours[i] + "40", Colours[i])))
        : [];

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Inputs => Question.Write();

    /// <summary>The colour of a time, by its place among them.</summary>
    public static string ColourOf(int time) => Colours[time];

    /// <inheritdoc/>
    public override void Read(TabInputs inputs) => Question = ReachQuestion.Read(inputs);

    /// <summary>Asks something else.</summary>
    public async Task AskAsync(ReachQuestion question)
    {
        Question = question;
        await Tab.ShowAsync(Table);
    }

    /// <summary>Begins at a place or facility as well, or no longer.</summary>
    public Task ToggleAsync(string place) => AskAsync(Question with
    {
        Places = Question.Places.Contains(place, StringComparer.Ordinal) ? Question.Places.Remove(place, StringComparer.Ordinal) : Question.Places.Add(place),
    });

    /// <summary>Makes the next clicks on the map places where travel begins, or takes that back.</summary>
    public Task PickAsync(bool picking)
    {
        // At once: the next click may be on its way already.
        Tab.LeaveClicks();
        IsPicking = picking;
        return Tab.ShowAsync(Table);
    }

    /// <inheritdoc/>
    public override void StopPicking() => IsPicking = false;

    /// <inheritdoc/>
    public override Task ClickAsync(UnderPointer under)
    {
        ArgumentNullException.ThrowIfNull(under);
        return ToggleAsync(RoadsQuestion.Text(under.Features.FirstOrDefault(feature => feature is Facility or CandidateSite), under.Place));
    }

    /// <inheritdoc/>
    public override void Follow() => _ = Answers.FollowAsync();

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerDrawing>> Scene()
    {
        ReachAnswer? answer = IsOpen ? Answer : null;
        ImmutableSortedSet<string> hidden = Workspace.Hidden;
        return window =>
        {
            MapDrawing areas = SceneDrawings.Begin(window), roads = SceneDrawings.Begin(window), places = SceneDrawings.Begin(window);
            bool IsShown(DrawnShape shape) => !hidden.Contains(KeyOf(shape.Style)) && shape.Extent.Meets(window.Drawn);
            foreach (DrawnShape area in (answer?.Areas ?? []).Where(IsShown))
                areas.AddPolygon(area.Style, Simplified.Rings(area, window));
            foreach (IGrouping<int, DrawnShape> ofTime in (answer?.Roads ?? []).Where(IsShown).GroupBy(piece => piece.Style).OrderByDescending(ofTime => ofTime.Key))
                roads.AddLine(ofTime.Key, [.. ofTime.Select(piece => Simplified.Line(piece.Parts[0], window))]);
            foreach (Geodesy.GeoPoint place in answer?.Places ?? [])
                RoadsDrawings.AddPoint(places, 0, place, window);
            return [new LayerDrawing(AreaLayer, areas), new LayerDrawing(RoadLayer, roads), new LayerDrawing(PlaceLayer, places)];
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Answers.Dispose();
        base.Dispose(disposing);
    }

    private static string KeyOf(int time) => FormattableString.Invariant($"roads-reach-{time + 1}");

    private ReachAsked? Wanted() => IsOpen && Tab.HasRoads && Wrong.Length == 0
        ? new ReachAsked(Workspace.Plan, Workspace.Problem.Facilities, Workspace.Question.Response, Question)
        : null;
}
