using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Panels.Roads;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Which new roads join the parts of the network at least cost. Started by the planner, since it may take its while.</summary>
public sealed class ConnectionPart : RoadsPart
{
    private const string LinkLayer = "roads-links";
    private const string IslandLayer = "roads-islands";
    private const string PlateLayer = "roads-links-numbers";
    private const string IslandColour = "#7A4B12";

    /// <summary>Begins with nothing asked.</summary>
    public ConnectionPart(RoadsTab tab)
        : base(tab)
    {
        Run = new(tab.ChangedAsync, share => share > 0 ? share : null, Explain);
    }

    /// <summary>Whether only the parts of the network with facilities are joined.</summary>
    public bool OnlyWithFacilities { get; private set; }

    /// <summary>Whether links are straight, whatever the terrain.</summary>
    public bool Straight { get; private set; }

    /// <summary>The work.</summary>
    public AnalysisRun<double, ConnectionAnswer> Run { get; }

    /// <summary>The last answer; none before the first.</summary>
    public ConnectionAnswer? Answer => Run.Answer;

    /// <summary>The link that is looked at, from 0.</summary>
    public int Link { get; private set; } = -1;

    /// <summary>True where the what-if holds the links.</summary>
    public bool IsAccepted => AcceptedPlan is not null && ReferenceEquals(AcceptedPlan, Workspace.Plan);

    /// <inheritdoc/>
    public override RoadsTable Table => RoadsTable.Connection;

    /// <inheritdoc/>
    public override string Name => PartWords.Connection;

    /// <inheritdoc/>
    public override string Heading => PartWords.ConnectionHeading;

    /// <inheritdoc/>
    public override Type QuestionPanel => typeof(ConnectionQuestionPanel);

    /// <inheritdoc/>
    public override Type AnswerPanel => typeof(ConnectionPanel);

    /// <inheritdoc/>
    public override IEnumerable<RoadsFigure> Figures
    {
        get
        {
            if (Answer is not { Report: { IsFound: true } report })
                yield break;
            Quantities quantities = Workspace.Quantities;
            yield return new RoadsFigure("links-cost", Words.Money(report.Cost, quantities), PartWords.LinksCostFigure);
            yield return new RoadsFigure("links-length", quantities.Length(report.Links.Sum(link => link.LengthMetres)), string.Format(null, PartWords.LinksLengthFigure, quantities.Count(report.Links.Length)));
            yield return report.GapRatio > 1e-9
                ? new RoadsFigure("links-bound", "≤ " + quantities.Share((report.Cost / report.LowerBoundCost) - 1), string.Format(null, PartWords.LinksBound, Words.Money(report.LowerBoundCost, quantities)))
                : new RoadsFigure("links-bound", PartWords.LinksCheapest, PartWords.LinksProved);
            yield return new RoadsFigure("links-parts", quantities.Count(report.JoinedCount), string.Format(null, PartWords.LinksPartsFigure, quantities.Count(report.PartCount)));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> How
    {
        get
        {
            if (Answer is { Report: { IsFound: true } report })
                yield return string.Format(null, PartWords.HowConnection, PartWords.Method(report.FoundBy), Workspace.Quantities.Share(report.Problem.Standard.MaximumGrade));
            if (!Workspace.Question.Closure.IsNone)
                yield return Words.HowNoClosures;
        }
    }

    /// <inheritdoc/>
    public override TimeSpan? Took => Answer?.Took;

    /// <inheritdoc/>
    public override bool IsStale => Answer is { } answer && !IsAccepted && !answer.Asked.Equals(Asked);

    /// <inheritdoc/>
    public override bool ShowsCutOff => true;

    /// <inheritdoc/>
    public override ImmutableArray<MapLayer> Layers { get; } =
    [
        new(IslandLayer, 15) { Styles = [new MapStyle { Stroke = IslandColour, Width = 3.6, Casing = "#FFFFFF", CasingWidth = 6 }] },
        new(LinkLayer, 27)
        {
            Styles =
            [
                new MapStyle { Stroke = RoadsDrawings.NewColour, Width = 4, Casing = "#FFFFFF", CasingWidth = 7.5 },
                new MapStyle { Stroke = RoadsDrawings.NewColour, Width = 6, Casing = MapColours.Selection, CasingWidth = 10.5 },
            ],
        },
        new(PlateLayer, 46, Declutter: true) { Styles = [new MapStyle { Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: RoadsDrawings.NewColour) }] },
    ];

    /// <inheritdoc/>
    public override IEnumerable<LegendEntry> Legend
    {
        get
        {
            if (Answer is not { } answer)
                yield break;
            if (!answer.Lines.IsEmpty)
                yield return new LegendEntry(LinkLayer, PartWords.LinksLegend, Workspace.Quantities.Count(answer.Lines.Length), new LegendSwatch.Line(RoadsDrawings.NewColour, 4));
            if (!answer.Islands.IsEmpty)
                yield return new LegendEntry(IslandLayer, PartWords.IslandsLegend, Workspace.Quantities.Count(answer.Report.PartCount - 1), new LegendSwatch.Line(IslandColour, 3.6));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Inputs =>
        [("with-facilities", OnlyWithFacilities ? "1" : string.Empty), ("straight", Straight ? "1" : string.Empty)];

    private Plan? AcceptedPlan { get; set; }

    private ConnectionAsked Asked => new(
        Workspace.Plan, Workspace.Problem.Facilities, Workspace.Question.Roads, Tab.Question.GradePercent, Tab.Question.AvoidHazards, OnlyWithFacilities, Straight);

    /// <inheritdoc/>
    public override void Read(TabInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        OnlyWithFacilities = inputs.Flag("with-facilities");
        Straight = inputs.Flag("straight");
    }

    /// <summary>Asks something else. Links that were found stay, dimmed, until they are looked for again.</summary>
    public Task AskAsync(bool onlyWithFacilities, bool straight)
    {
        (OnlyWithFacilities, Straight) = (onlyWithFacilities, straight);
        return Tab.ChangedAsync();
    }

    /// <summary>Looks for the roads.</summary>
    public async Task StartAsync()
    {
        ConnectionAsked asked = Asked;
        Link = -1;
        AcceptedPlan = null;
        await Tab.ShowAsync(Table);
        await Run.StartAsync((progress, stop) => ConnectionAnswer.Of(asked, progress, stop));
    }

    /// <summary>Looks at a link.</summary>
    public Task LookAtAsync(int link)
    {
        Link = link;
        return Tab.ChangedAsync();
    }

    /// <summary>Makes the links roads of the what-if: every tab counts them then, as if they were there.</summary>
    public async Task AcceptAsync()
    {
        if (Answer is { Report.IsFound: true } answer && !IsStale && !IsAccepted)
            await Tab.BuildAsync(answer.Report.ToPatrolRoads(), plan => AcceptedPlan = plan);
    }

    /// <inheritdoc/>
    public override Func<MapWindow, IEnumerable<LayerDrawing>> Scene()
    {
        ConnectionAnswer? answer = IsOpen ? Answer : null;
        int looked = Link;
        bool numbered = !Workspace.Hidden.Contains(LinkLayer);
        return window =>
        {
            MapDrawing links = SceneDrawings.Begin(window), islands = SceneDrawings.Begin(window), plates = SceneDrawings.Begin(window);
            islands.AddLine(0, [.. (answer?.Islands ?? []).Select(line => Simplified.Line(line, window))]);
            ImmutableArray<double[]> lines = answer?.Lines ?? [];
            for (int i = 0; i < lines.Length; i++)
                links.AddLine(i == looked ? 1 : 0, [Simplified.Line(lines[i], window)]);
            for (int i = 0; i < lines.Length && numbered; i++)
                RoadsDrawings.AddPlate(plates, 0, lines[i], 0.5, i + 1, window);
            return [new LayerDrawing(IslandLayer, islands), new LayerDrawing(LinkLayer, links), new LayerDrawing(PlateLayer, plates)];
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Run.Dispose();
        base.Dispose(disposing);
    }
}
