using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Panels.Roads;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What a click on the map chooses for a round.</summary>
public enum RoundPick
{
    /// <summary>Nothing: a click selects.</summary>
    None,

    /// <summary>The base.</summary>
    Base,

    /// <summary>What is called on.</summary>
    Stops,
}

/// <summary>Patrol rounds: the shortest closed tour from a base. Follows by itself what is asked while its table is open.</summary>
public sealed class RoundPart : RoadsPart
{
    private const string WayLayer = "roads-round";
    private const string StopLayer = "roads-round-stops";
    private const string Colour = "#0B6B53";

    /// <summary>Begins with nothing asked.</summary>
    public RoundPart(RoadsTab tab)
        : base(tab)
    {
        Answers = new(tab.ChangedAsync, Wanted, (asked, _, stop) => RoundAnswer.Of(asked, stop), Explain);
    }

    /// <summary>What is asked.</summary>
    public RoundQuestion Question { get; private set; } = new();

    /// <summary>The work.</summary>
    public FollowingRun<RoundAsked, RoundAnswer> Answers { get; }

    /// <summary>The answer, or that before the question changed; none where nothing is asked.</summary>
    public RoundAnswer? Answer => Wanted() is null && IsOpen ? null : Answers.Last;

    /// <summary>What a click on the map chooses.</summary>
    public RoundPick Picking { get; private set; }

    /// <summary>The base; none where it is not chosen.</summary>
    public Facility? Base => Question.Base.Length > 0 ? PlanNames.Find(Workspace.Plan, Question.Base) as Facility : null;

    /// <summary>What is wrong with the question, in words; empty where nothing is.</summary>
    public string Wrong => Question.Base.Length > 0 && Base is null ? string.Format(null, PartWords.RoundNoBase, Question.Base)
        : Question.Stops.FirstOrDefault(text => PlanNames.Find(Workspace.Plan, text) is null) is { } unknown ? string.Format(null, PartWords.RoundNoStop, unknown)
        : string.Empty;

    /// <inheritdoc/>
    public override RoadsTable Table => RoadsTable.Round;

    /// <inheritdoc/>
    public override string Name => PartWords.Round;

    /// <inheritdoc/>
    public override string Heading => PartWords.RoundHeading;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(RoundQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(RoundPanel);

    /// <inheritdoc/>
    public override IEnumerable<RoadsFigure> Figures
    {
        get
        {
            if (Answer is not { Round: { IsFound: true } round })
                yield break;
            Quantities quantities = Workspace.Quantities;
            yield return new RoadsFigure("round-time", Words.Time(round.Seconds, quantities), PartWords.RoundTimeFigure);
            yield return new RoadsFigure("round-length", quantities.Length(round.LengthMetres), string.Format(null, PartWords.RoundLengthFigure, quantities.Count(round.Stops.Length)));
            yield return round.IsOptimal
                ? new RoadsFigure("round-bound", PartWords.RoundShortest, PartWords.RoundProved)
                : new RoadsFigure("round-bound", "≤ " + quantities.Share((round.Seconds / round.BoundSeconds) - 1), string.Format(null, PartWords.RoundBound, Words.Time(round.BoundSeconds, quantities)));
            if (round.ShiftSeconds is { } shift)
                yield return new RoadsFigure("round-shift", (round.FitsShift ? "+" : "−") + Words.Time(Math.Abs(shift - round.Seconds), quantities), ShiftText(round, shift), !round.FitsShift);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> How => Answer is null ? [] : [PartWords.HowRound];

    /// <inheritdoc/>
    public override TimeSpan? Took => Answer?.Took;

    /// <inheritdoc/>
    public override bool IsStale => Answer is not null && Answers.Answer is null;

    /// <inheritdoc/>
    public override string PickHint => Picking switch
    {
        RoundPick.Base => PartWords.RoundPickBase,
        RoundPick.Stops => PartWords.RoundPickStops,
        _ => string.Empty,
    };

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers { get; } =
    [
        new(WayLayer, 28)
        {
            Styles =
            [
                new MapStyle { Stroke = Colour, Width = 4.5, Casing = "#FFFFFF", CasingWidth = 8.5 },
                new MapStyle { Stroke = Colour, Width = 3, Dash = [2, 6], Casing = "rgba(255,255,255,0.85)", CasingWidth = 6 },
            ],
        },
        new(StopLayer, 45)
        {
            Styles =
            [
                new MapStyle { Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: Colour, OffsetY: -19) },
                new MapStyle { Symbol = new MapSymbol(22, "M11 2A9 9 0 1 1 10.99 2Z", string.Empty, Colour, "rgba(255,255,255,0.35)", 2.6) },
            ],
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend => Answer is { Round: { IsFound: true } round }
        ? [new LegendEntry(WayLayer, PartWords.RoundHeading, Workspace.Quantities.Length(round.LengthMetres), new LegendSwatch.Line(Colour, 4))]
        : [];

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Inputs => Question.Write();

    /// <inheritdoc/>
    public override void Read(TabInputs inputs) => Question = RoundQuestion.Read(inputs);

    /// <summary>Asks something else.</summary>
    public async Task AskAsync(RoundQuestion question)
    {
        Question = question;
        await Tab.ShowAsync(Table);
    }

    /// <summary>Begins at a base. Clicks choose what is called on then.</summary>
    public Task StartAtAsync(Facility start)
    {
        if (Picking == RoundPick.Base)
            Picking = RoundPick.Stops;
        return AskAsync(Question with { Base = PlanNames.Of(start) });
    }

    /// <summary>Calls on a facility or road as well, or no longer.</summary>
    public Task ToggleAsync(string stop) => AskAsync(Question with
    {
        Stops = Question.Stops.Contains(stop, StringComparer.Ordinal) ? Question.Stops.Remove(stop, StringComparer.Ordinal) : Question.Stops.Add(stop),
    });

    /// <summary>Makes the next clicks on the map choose something, or takes that back.</summary>
    public Task PickAsync(RoundPick pick)
    {
        // At once: the next click may be on its way already.
        Tab.LeaveClicks();
        Picking = pick;
        return Tab.ShowAsync(Table);
    }

    /// <inheritdoc/>
    public override void StopPicking() => Picking = RoundPick.None;

    /// <inheritdoc/>
    public override Task ClickAsync(UnderPointer under)
    {
        ArgumentNullException.ThrowIfNull(under);
        Facility? facility = under.Features.OfType<Facility>().FirstOrDefault();
        if (Picking == RoundPick.Base)
            return facility is null ? Task.CompletedTask : StartAtAsync(facility);
        PlanFeature? stop = facility ?? under.Features.OfType<PatrolRoad>().FirstOrDefault<PlanFeature>();
        return stop is null ? Task.CompletedTask : ToggleAsync(PlanNames.Of(stop));
    }

    /// <inheritdoc/>
    public override void Follow() => _ = Answers.FollowAsync();

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerDrawing>> Scene()
    {
        RoundAnswer? answer = IsOpen && !Workspace.Hidden.Contains(WayLayer) ? Answer : null;
        Facility? start = IsOpen ? Base : null;
        return window =>
        {
            MapDrawing way = SceneDrawings.Begin(window), stops = SceneDrawings.Begin(window);
            way.AddLine(1, [.. (answer?.Walks ?? []).Select(line => Simplified.Line(line, window))]);
            way.AddLine(0, [.. (answer?.Drives ?? []).Select(line => Simplified.Line(line, window))]);
            if (start is { Geometry.IsEmpty: false })
                RoadsDrawings.AddPoint(stops, 1, new GeoPoint(start.Location.X, start.Location.Y), window);
            foreach ((GeoPoint place, string numbers) in answer?.Plates ?? [])
                RoadsDrawings.AddPoint(stops, 0, place, window, numbers);
            return [new LayerDrawing(WayLayer, way), new LayerDrawing(StopLayer, stops)];
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Answers.Dispose();
        base.Dispose(disposing);
    }

    private string ShiftText(PatrolRound round, double shift) => string.Format(
        null,
        round.FitsShift ? PartWords.RoundFits : round.NoRoundFits ? PartWords.RoundNoneFits : PartWords.RoundDoesNotFit,
        Words.Time(shift, Workspace.Quantities));

    private RoundAsked? Wanted() => IsOpen && Tab.HasRoads && Base is not null && !Question.Stops.IsEmpty && Wrong.Length == 0
        ? new RoundAsked(Workspace.Plan, Workspace.Question.Response, Question)
        : null;
}
