using System.Collections.Immutable;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Panels.Roads;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Proposed roads by the border that they bring within reach for their cost. Started by the planner, since each is counted anew.</summary>
public sealed class RankingPart : RoadsPart
{
    private const string RankLayer = "roads-rank";
    private const string BringsKey = "roads-rank-brings";
    private const string IdleKey = "roads-rank-idle";
    private const string IdleColour = "#7D7466";
    private const string PlateLayer = "roads-rank-numbers";

    /// <summary>Begins with nothing asked.</summary>
    public RankingPart(RoadsTab tab)
        : base(tab)
    {
        Run = new(tab.ChangedAsync, share => share > 0 ? share : null, Explain);
    }

    /// <summary>Whether roads under construction are ranked too.</summary>
    public bool UnderConstruction { get; private set; }

    /// <summary>The work.</summary>
    public AnalysisRun<double, RankingAnswer> Run { get; }

    /// <summary>The last answer; none before the first.</summary>
    public RankingAnswer? Answer => Run.Answer;

    /// <inheritdoc/>
    public override RoadsTable Table => RoadsTable.Ranking;

    /// <inheritdoc/>
    public override string Name => PartWords.Ranking;

    /// <inheritdoc/>
    public override string Heading => PartWords.RankingHeading;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(RankingQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(RankingPanel);

    /// <inheritdoc/>
    public override IEnumerable<RoadsFigure> Figures
    {
        get
        {
            if (Answer is not { Report: { Roads: [.., { } last] } report })
                yield break;
            Quantities quantities = Workspace.Quantities;
            double with = report.BeforeMetres + last.GainedInOrderMetres;
            yield return new RoadsFigure("rank-before", quantities.Length(report.BeforeMetres), string.Format(null, PartWords.RankBeforeFigure, Words.Time(report.Problem.Minutes * 60, quantities), Share(report.BeforeMetres)));
            yield return new RoadsFigure("rank-with", quantities.Length(with), string.Format(null, PartWords.RankWithFigure, Share(with)));
            yield return new RoadsFigure("rank-bring", quantities.Count(report.Roads.Count(Brings)), string.Format(null, PartWords.RankBringFigure, quantities.Count(report.Roads.Length)));
            yield return new RoadsFigure("rank-cost", Words.Money(report.Roads.Where(Brings).Sum(road => road.Cost), quantities), PartWords.RankCostFigure);

            string Share(double metres) => quantities.Share(report.BorderMetres > 0 ? metres / report.BorderMetres : 0);
        }
    }

    /// <inheritdoc/>
    public override string InShort => Answer is { Report.Roads: [.., { } last] } ? $"{Name}: +{Workspace.Quantities.Length(last.GainedInOrderMetres)}" : string.Empty;

    /// <inheritdoc/>
    public override IEnumerable<string> How
    {
        get
        {
            if (Answer is { } answer)
                yield return string.Format(null, PartWords.HowRanking, Words.Time(answer.Asked.Minutes * 60, Workspace.Quantities));
            if (!Workspace.Question.Closure.IsNone)
                yield return Words.HowNoClosures;
        }
    }

    /// <inheritdoc/>
    public override TimeSpan? Took => Answer?.Took;

    /// <inheritdoc/>
    public override bool IsStale => Answer is { } answer && !answer.Asked.Equals(Asked);

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers { get; } =
    [
        new(RankLayer, 27)
        {
            Styles =
            [
                new MapStyle { Stroke = RoadsDrawings.NewColour, Width = 4, Casing = "#FFFFFF", CasingWidth = 7.5 },
                new MapStyle { Stroke = IdleColour, Width = 3, Dash = [7, 4], Casing = "rgba(255,255,255,0.85)", CasingWidth = 5.5 },
            ],
        },
        new(PlateLayer, 46, Declutter: true)
        {
            Styles =
            [
                new MapStyle { Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: RoadsDrawings.NewColour) },
                new MapStyle { Label = new MapLabel("#FFFFFF", 10.5, Background: IdleColour) },
            ],
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend
    {
        get
        {
            if (Answer is not { Report.Roads: { IsEmpty: false } roads })
                yield break;
            yield return new LegendEntry(BringsKey, PartWords.RankBrings, Workspace.Quantities.Count(roads.Count(Brings)), new LegendSwatch.Line(RoadsDrawings.NewColour, 4));
            yield return new LegendEntry(IdleKey, PartWords.RankIdle, Workspace.Quantities.Count(roads.Count(road => !Brings(road))), new LegendSwatch.Line(IdleColour, 3, "7 4"));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Inputs => [("under-construction", UnderConstruction ? "1" : string.Empty)];

    private RankingAsked Asked => new(Workspace.Plan, Workspace.Problem.Facilities, Workspace.Question.Roads, Workspace.Question.Minutes, UnderConstruction);

    /// <inheritdoc/>
    public override void Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        UnderConstruction = inputs.Flag("under-construction");
    }

    /// <summary>Asks something else. A ranking that was made stays, dimmed, until it is made again.</summary>
    public Task AskAsync(bool underConstruction)
    {
        UnderConstruction = underConstruction;
        return Tab.ChangedAsync();
    }

    /// <summary>Ranks the roads.</summary>
    public async Task StartAsync()
    {
        RankingAsked asked = Asked;
        await Tab.ShowAsync(Table);
        await Run.StartAsync((progress, stop) => RankingAnswer.Of(asked, progress, stop));
    }

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerDrawing>> Scene()
    {
        RankingAnswer? answer = IsOpen ? Answer : null;
        ImmutableSortedSet<string> hidden = Workspace.Hidden;
        return window =>
        {
            MapDrawing roads = SceneDrawings.Begin(window), plates = SceneDrawings.Begin(window);

            // The best first, so that where there is no room for all numbers theirs stay; their lines lie above the others.
            (int Rank, bool Brings)[] shown =
            [
                .. (answer?.Report.Roads ?? []).Select((road, i) => (Rank: i, Brings: Brings(road)))
                    .Where(road => !hidden.Contains(road.Brings ? BringsKey : IdleKey)),
            ];
            foreach ((int rank, bool brings) in Enumerable.Reverse(shown))
                roads.AddLine(brings ? 0 : 1, [.. answer!.Lines[rank].Select(line => Simplified.Line(line, window))]);
            foreach ((int rank, bool brings) in shown)
            {
                if (answer!.Lines[rank].MaxBy(line => line.Length) is { } longest)
                    RoadsDrawings.AddPlate(plates, brings ? 0 : 1, longest, 0.5, rank + 1, window);
            }

            return [new LayerDrawing(RankLayer, roads), new LayerDrawing(PlateLayer, plates)];
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Run.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether a road brings any border within reach by itself, to the metre.</summary>
    public static bool Brings(RankedRoad road) => road?.Alone.GainedMetres >= 0.5;
}
