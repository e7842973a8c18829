using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What the tab of roads shows just now.</summary>
/// <param name="Network">What is known of the network; none for nothing.</param>
/// <param name="Route">The route; none for none.</param>
/// <param name="Courses">The courses for a new road; none for none.</param>
/// <param name="Course">The course that is looked at.</param>
/// <param name="From">Where one begins; none where that is not chosen.</param>
/// <param name="To">Where one goes.</param>
/// <param name="Hidden">What the legend hides.</param>
/// <param name="IsQuiet">True where something else is shown along the roads: of what hangs on them only what is closed is told.</param>
/// <param name="ShowsCutOff">Whether facilities to which no road leads have a ring.</param>
internal sealed record RoadsScene(
    NetworkAnswer? Network, RouteAnswer? Route, NewRoadAnswer? Courses, int Course, GeoPoint? From, GeoPoint? To, ImmutableSortedSet<string> Hidden, bool IsQuiet, bool ShowsCutOff);

/// <summary>
/// What roads show on the map. The border has the colours of depth by time: in time is green, late is amber, later is red.
/// Roads are violet where something hangs on them, the more the darker and the wider; what is closed is dashed.
/// </summary>
internal static class RoadsDrawings
{
    /// <summary>The border that closures cost.</summary>
    public const string LostLayer = "roads-lost";

    /// <summary>Facilities to which no road leads.</summary>
    public const string CutOffLayer = "roads-cut-off";

    /// <summary>The route.</summary>
    public const string RouteLayer = "roads-route";

    /// <summary>The courses for a new road.</summary>
    public const string NewLayer = "roads-new";

    /// <summary>The colour of a new road.</summary>
    public const string NewColour = "#C2187A";

    /// <summary>The colour of the ring around what is cut off.</summary>
    public const string CutOffColour = "#5B1A78";

    private const string WeightLayer = "roads-weight";
    private const string TimeLayer = "roads-time";
    private const string EndsLayer = "roads-ends";
    private const int PlateStyle = 2;

    /// <summary>The weights that are drawn, the gravest last.</summary>
    public static ImmutableArray<RoadWeight> Drawn { get; } = [RoadWeight.NoBase, RoadWeight.Border, RoadWeight.CutsOffSome, RoadWeight.CutsOffMany, RoadWeight.Closed];

    /// <summary>The weights that are drawn, beside something else along the roads or not.</summary>
    public static IEnumerable<RoadWeight> DrawnOf(bool isQuiet) => isQuiet ? Drawn.Where(weight => weight == RoadWeight.Closed) : Drawn;

    /// <summary>The layers: roads beneath the border, ways above the roads, ends and rings among the symbols.</summary>
    public static ImmutableArray<MapLayer> Layers { get; } =
    [
        new(WeightLayer, 14) { Styles = [.. Enum.GetValues<RoadWeight>().Select(StyleOf)] },
        new(RouteLayer, 26)
        {
            Styles =
            [
                new MapStyle { Stroke = MapColours.Selection, Width = 4.5, Casing = "#FFFFFF", CasingWidth = 8.5 },
                new MapStyle { Stroke = MapColours.Selection, Width = 3, Dash = [2, 6], Casing = "rgba(255,255,255,0.85)", CasingWidth = 6 },
                new MapStyle { Stroke = "#7C8FC4", Width = 3, Dash = [8, 5], Casing = "rgba(255,255,255,0.85)", CasingWidth = 6 },
            ],
        },
        new(NewLayer, 27)
        {
            Styles =
            [
                new MapStyle { Stroke = NewColour, Width = 4.5, Casing = "#FFFFFF", CasingWidth = 8.5 },
                new MapStyle { Stroke = NewColour, Width = 2.6, Dash = [7, 4], Casing = "rgba(255,255,255,0.85)", CasingWidth = 5.5 },
                new MapStyle { Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: NewColour) },
            ],
        },
        new(LostLayer, 29) { Styles = [new MapStyle { Stroke = MapColours.Ink, Width = 12 }] },
        new(TimeLayer, 31) { Styles = [.. Enum.GetValues<ResponseSpeed>().Select(StyleOf)] },
        new(CutOffLayer, 36) { Styles = [new MapStyle { Symbol = new MapSymbol(26, "M13 2A11 11 0 1 1 12.99 2Z", string.Empty, CutOffColour, "rgba(255,255,255,0.55)", 2.8) }] },
        new(EndsLayer, 44)
        {
            Styles = [new MapStyle { Symbol = new MapSymbol(12, "M6 1A5 5 0 1 1 5.99 1Z", string.Empty, MapColours.Ink, "#FFFFFF", 2.4), Label = new MapLabel("#FFFFFF", 11.5, Bold: true, Background: MapColours.Ink, OffsetY: -19) }],
        },
    ];

    /// <summary>How a road is drawn by what hangs on it.</summary>
    public static MapStyle StyleOf(RoadWeight weight) => weight switch
    {
        RoadWeight.Border => new MapStyle { Stroke = "#B98BD0", Width = 3 },
        RoadWeight.CutsOffSome => new MapStyle { Stroke = "#8E44AD", Width = 3.8 },
        RoadWeight.CutsOffMany => new MapStyle { Stroke = "#4F1470", Width = 4.8 },
        RoadWeight.NoBase => new MapStyle { Stroke = "#6A5A43", Width = 2.4, Dash = [6, 4] },
        RoadWeight.Closed => new MapStyle { Stroke = MapColours.Ink, Width = 3.4, Dash = [2, 4], Casing = "#FFFFFF", CasingWidth = 7 },
        _ => new MapStyle { Stroke = MapColours.Road, Width = 1 },
    };

    /// <summary>How the border is drawn by the time it takes to get there.</summary>
    public static MapStyle StyleOf(ResponseSpeed speed) => new()
    {
        Stroke = ColourOf(speed),
        Width = speed == ResponseSpeed.TooLate ? 7 : 5,
        Casing = MapColours.Casing,
        CasingWidth = speed == ResponseSpeed.TooLate ? 10 : 8,
    };

    /// <summary>The colour of a speed.</summary>
    public static string ColourOf(ResponseSpeed speed) => speed switch
    {
        ResponseSpeed.Soon => MapColours.CoveredThreeTimesOrMore,
        ResponseSpeed.InTime => MapColours.CoveredTwice,
        ResponseSpeed.Late => MapColours.CoveredOnce,
        _ => MapColours.Gap,
    };

    /// <summary>What the legend calls a speed.</summary>
    public static string KeyOf(ResponseSpeed speed) => "roads-" + TabInputs.Word(speed);

    /// <summary>What the legend calls a weight.</summary>
    public static string KeyOf(RoadWeight weight) => "roads-" + TabInputs.Word(weight);

    /// <summary>The drawings for what is in sight.</summary>
    public static IEnumerable<LayerDrawing> Of(RoadsScene scene, MapWindow window)
    {
        MapDrawing roads = SceneDrawings.Begin(window), times = SceneDrawings.Begin(window), lost = SceneDrawings.Begin(window), rings = SceneDrawings.Begin(window);
        if (scene.Network is { } network)
        {
            foreach (RoadWeight weight in DrawnOf(scene.IsQuiet).Where(weight => !scene.Hidden.Contains(KeyOf(weight))))
                roads.AddLine((int)weight, [.. network.Roads.Where(piece => piece.Weight == weight && piece.Extent.Meets(window.Drawn)).Select(piece => Simplified.Line(piece.Line, window))]);
            foreach (ResponseSpeed speed in Enum.GetValues<ResponseSpeed>().Where(speed => !scene.Hidden.Contains(KeyOf(speed))))
                times.AddLine((int)speed, [.. network.Border.Where(piece => piece.Speed == speed && piece.Extent.Meets(window.Drawn)).Select(piece => Simplified.Line(piece.Line, window))]);
            foreach (BorderStretch stretch in network.Lost)
                lost.AddLine(0, [Simplified.Line(BorderPieces.Projected(network.Now.Border.Slice(stretch.FromMetres, stretch.ToMetres)), window)]);
            foreach (Facility facility in scene.ShowsCutOff ? network.CutOff : [])
            {
                Coordinate at = facility.Location;
                AddPoint(rings, 0, new GeoPoint(at.X, at.Y), window);
            }
        }

        yield return new LayerDrawing(WeightLayer, roads);
        yield return new LayerDrawing(TimeLayer, times);
        yield return new LayerDrawing(LostLayer, lost);
        yield return new LayerDrawing(CutOffLayer, rings);
        yield return new LayerDrawing(RouteLayer, RouteOf(scene.Route, window));
        yield return new LayerDrawing(NewLayer, CoursesOf(scene, window));
        MapDrawing ends = SceneDrawings.Begin(window);
        if (scene.From is { } from)
            AddPoint(ends, 0, from, window, "A");
        if (scene.To is { } to)
            AddPoint(ends, 0, to, window, "B");
        yield return new LayerDrawing(EndsLayer, ends);
    }

    private static MapDrawing RouteOf(RouteAnswer? answer, MapWindow window)
    {
        MapDrawing drawing = SceneDrawings.Begin(window);
        foreach (RouteLeg leg in answer?.Before is { IsFound: true } before ? before.Legs : [])
            drawing.AddLine(2, [Simplified.Line(BorderPieces.Projected(leg.Shape), window)]);
        foreach (RouteLeg leg in answer?.Route.Legs ?? [])
            drawing.AddLine(leg.IsOnFoot ? 1 : 0, [Simplified.Line(BorderPieces.Projected(leg.Shape), window)]);
        return drawing;
    }

    private static MapDrawing CoursesOf(RoadsScene scene, MapWindow window)
    {
        MapDrawing drawing = SceneDrawings.Begin(window);
        if (scene.Courses is not { } courses)
            return drawing;
        for (int i = 0; i < courses.Lines.Length; i++)
        {
            if (i != scene.Course)
                drawing.AddLine(1, [Simplified.Line(courses.Lines[i], window)]);
        }

        if (scene.Course < courses.Lines.Length)
            drawing.AddLine(0, [Simplified.Line(courses.Lines[scene.Course], window)]);
        for (int i = 0; i < courses.Lines.Length; i++)
        {
            // Each number at another share of its course, since courses come together at their ends.
            AddPlate(drawing, PlateStyle, courses.Lines[i], (i + 1.0) / (courses.Lines.Length + 1), i + 1, window);
        }

        return drawing;
    }

    /// <summary>Puts a number on a line, at the vertex at a share of all.</summary>
    public static void AddPlate(MapDrawing drawing, int style, double[] line, double share, int number, MapWindow window)
    {
        int vertex = Math.Min((line.Length / 2) - 1, (int)(line.Length / 2 * share));
        if (vertex >= 0 && window.Drawn.Holds(line[2 * vertex], line[(2 * vertex) + 1]))
            drawing.AddPoint(style, -1, line[2 * vertex], line[(2 * vertex) + 1], number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Puts a symbol or a label at a place.</summary>
    public static void AddPoint(MapDrawing drawing, int style, GeoPoint place, MapWindow window, string label = "")
    {
        (double x, double y) = WebMercator.Of(place);
        if (window.Drawn.Holds(x, y))
            drawing.AddPoint(style, -1, x, y, label);
    }
}
