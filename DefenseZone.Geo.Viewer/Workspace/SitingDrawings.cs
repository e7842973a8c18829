using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// What siting shows on the map: candidates, chosen sites with their numbers, and the border that they newly cover. New
/// cover has the colour of its depth, once, on a dark line instead of a white one.
/// </summary>
internal static class SitingDrawings
{
    /// <summary>The newly covered border.</summary>
    public const string NewLayer = "siting-new";

    /// <summary>The candidates.</summary>
    public const string CandidatesLayer = "siting-candidates";

    /// <summary>The chosen sites.</summary>
    public const string ChosenLayer = "siting-chosen";

    /// <summary>Where facilities move to, and which are closed.</summary>
    public const string ChangesLayer = "siting-changes";

    private const string LabelsLayer = "siting-labels";
    private const string CirclesLayer = "siting-circles";
    private const double CandidateSpacingPixels = 6;
    private const int ManyCandidates = 400;
    private const double NumbersOnlyFromMetresPerPixel = 600;

    // What must be chosen is full, what must not is crossed out: shapes say it, colour does not.
    private static readonly FacilitySymbol Required = FacilitySymbol.Candidate with { Solid = FacilitySymbol.Candidate.Outline };
    private static readonly FacilitySymbol Forbidden = FacilitySymbol.Candidate with { Outline = FacilitySymbol.Candidate.Outline + "M2.5 2.5L11.5 11.5M11.5 2.5L2.5 11.5" };

    private static readonly ImmutableArray<FacilityKind> Kinds = [.. Enum.GetValues<FacilityKind>()];

    /// <summary>The layers: new cover above the gaps, candidates and sites among the symbols.</summary>
    public static ImmutableArray<MapLayer> Layers { get; } =
    [
        new(CirclesLayer, 21) { Styles = [new MapStyle { Fill = "rgba(34,34,51,0.04)", Stroke = "rgba(34,34,51,0.5)", Dash = [4, 4] }] },
        new(NewLayer, 33) { Styles = [new MapStyle { Stroke = MapColours.CoveredOnce, Width = 5, Casing = MapColours.Ink, CasingWidth = 10 }] },
        new(CandidatesLayer, 38) { Styles = [Point(FacilitySymbol.Candidate, 1), Point(Required, 1), Point(Forbidden, 1)] },
        new(ChosenLayer, 42)
        {
            Styles = [.. Kinds.Select(kind => Point(FacilitySymbol.Of(kind, LifecycleStatus.Planned), 1.35))],
        },
        new(ChangesLayer, 43)
        {
            Styles =
            [
                new MapStyle { Stroke = MapColours.Ink, Width = 2, Dash = [2, 4], Casing = "#FFFFFF", CasingWidth = 4 },
                Point(FacilitySymbol.Of(FacilityKind.MilitiaPost, LifecycleStatus.Retired), 1.5),
            ],
        },
        new(LabelsLayer, 61, Declutter: true)
        {
            Styles =
            [
                new MapStyle { Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: MapColours.Ink, OffsetY: -22) },
                new MapStyle { Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: MapColours.Gap, OffsetY: -20) },
            ],
        },
    ];

    /// <summary>The entries of the legend.</summary>
    public static IEnumerable<LegendEntry> Legend(SitingTab tab)
    {
        SitingTexts words = tab.Words;
        var quantities = Quantities.In(tab.Workspace.Language);
        if (tab.Answer is { } answer)
        {
            yield return new LegendEntry(NewLayer, words.NewCover, quantities.Length(answer.Plan.NewlyCoveredMetres), new LegendSwatch.Line(MapColours.CoveredOnce, 4, Casing: MapColours.Ink, CasingWidth: 8));
            yield return new LegendEntry(ChosenLayer, words.ChosenSites, quantities.Count(answer.Sites.Length), new LegendSwatch.Symbol(FacilitySymbol.Of(answer.Sites.Select(site => site.Facility.Kind).FirstOrDefault(), LifecycleStatus.Planned)));
        }

        if (tab.Answer is { Plan: { Moved: var moved, Closed: var closed } } && moved.Length + closed.Length > 0)
            yield return new LegendEntry(ChangesLayer, words.ChangesMade, quantities.Count(moved.Length + closed.Length), new LegendSwatch.Line(MapColours.Ink, 2, Dash: "2 4"));
        yield return new LegendEntry(CandidatesLayer, words.Candidates, quantities.Count(tab.Candidates.Length), new LegendSwatch.Symbol(FacilitySymbol.Candidate));
    }

    /// <summary>The symbol of a candidate.</summary>
    public static FacilitySymbol Symbol(CandidateRule rule) => rule switch
    {
        CandidateRule.Required => Required,
        CandidateRule.Forbidden => Forbidden,
        _ => FacilitySymbol.Candidate,
    };

    /// <summary>The drawings for what is in sight.</summary>
    public static IEnumerable<LayerDrawing> Of(SitingAnswer? answer, ImmutableArray<CandidateSite> candidates, SitingQuestion question, Quantities quantities, MapWindow window)
    {
        yield return new LayerDrawing(CandidatesLayer, Candidates(answer, candidates, question, window));
        MapDrawing chosen = SceneDrawings.Begin(window), circles = SceneDrawings.Begin(window), cover = SceneDrawings.Begin(window), changes = SceneDrawings.Begin(window), labels = SceneDrawings.Begin(window);
        if (answer is not null)
        {
            foreach (NumberedSite site in answer.Sites)
            {
                (double x, double y) = Place(site.Chosen.Site);
                chosen.AddPoint((int)site.Facility.Kind, -1, x, y);
                if (window.Drawn.Holds(x, y))
                    labels.AddPoint(0, -1, x, y, Label(site, quantities, window));
                AddCircle(circles, answer, site, window);
            }

            foreach (double[] move in answer.Moves)
                changes.AddLine(0, [move]);
            foreach (Facility closed in answer.Plan.Closed)
            {
                (double x, double y) = WebMercator.Of(closed.Location.X, closed.Location.Y);
                changes.AddPoint(1, -1, x, y);
            }

            AddGaps(labels, answer, quantities, window);
            cover.AddLine(0, [.. answer.Lines.Select(line => Simplified.Line(line, window))]);
        }

        yield return new LayerDrawing(LabelsLayer, labels);
        yield return new LayerDrawing(ChangesLayer, changes);
        yield return new LayerDrawing(ChosenLayer, chosen);
        yield return new LayerDrawing(CirclesLayer, circles);
        yield return new LayerDrawing(NewLayer, cover);
    }

    // Many candidates are thinned to what can be told apart; those with a rule are always there.
    private static MapDrawing Candidates(SitingAnswer? answer, ImmutableArray<CandidateSite> candidates, SitingQuestion question, MapWindow window)
    {
        MapDrawing drawing = SceneDrawings.Begin(window);
        HashSet<FeatureId> chosen = [.. answer?.Sites.Select(site => site.Chosen.Site.Id) ?? []];
        var taken = new HashSet<(long, long)>();

        // Many of them would hide, from afar, the border that the answer is about.
        bool withRulesOnly = answer is not null && candidates.Length > ManyCandidates && window.MetresPerPixel >= NumbersOnlyFromMetresPerPixel;
        double cell = CandidateSpacingPixels * window.MetresPerPixel;
        foreach (CandidateSite site in candidates)
        {
            (double x, double y) = Place(site);
            CandidateRule rule = question.RuleOf(site);
            if (!window.Drawn.Holds(x, y) || chosen.Contains(site.Id))
                continue;
            if ((!withRulesOnly && taken.Add(((long)(x / cell), (long)(y / cell)))) || rule != CandidateRule.Open)
                drawing.AddPoint((int)rule, -1, x, y);
        }

        return drawing;
    }

    // From afar plates would hide the border that they speak of.
    private static string Label(NumberedSite site, Quantities quantities, MapWindow window) => window.MetresPerPixel >= NumbersOnlyFromMetresPerPixel
        ? quantities.Count(site.Number)
        : $"{quantities.Count(site.Number)} · +{quantities.Length(site.Chosen.AddedMetres)}";

    private static void AddGaps(MapDrawing labels, SitingAnswer answer, Quantities quantities, MapWindow window)
    {
        foreach (BorderStretch gap in answer.Left.OrderByDescending(gap => gap.LengthMetres))
        {
            (double x, double y) = WebMercator.Of(answer.Plan.Border.PointAt((gap.FromMetres + gap.ToMetres) / 2));
            if (window.Drawn.Holds(x, y))
                labels.AddPoint(1, -1, x, y, quantities.Length(gap.LengthMetres));
        }
    }

    private static void AddCircle(MapDrawing circles, SitingAnswer answer, NumberedSite site, MapWindow window)
    {
        if (answer.Coverage.Model is not RadiusCoverage radius)
            return;
        double metres = radius.RadiusOf(answer.Coverage.Plan, site.Facility);
        Coordinate at = site.Chosen.Site.Geometry.Coordinate;
        if (metres * WebMercator.Scale(at.Y) >= 6 * window.MetresPerPixel)
            circles.AddPolygon(0, [BorderPieces.Projected(Geodesic.Circle(new GeoPoint(at.X, at.Y), metres, 72))]);
    }

    private static (double X, double Y) Place(CandidateSite site)
    {
        Coordinate at = site.Geometry.Coordinate;
        return WebMercator.Of(at.X, at.Y);
    }

    private static MapStyle Point(FacilitySymbol symbol, double scale) =>
        new() { Symbol = new MapSymbol(symbol.SizePixels, symbol.Outline, symbol.Solid, symbol.Colour, "#FFFFFF", 1.4, scale) };
}
