using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>The drawings of the map's layers for what is in sight, simplified for the zoom.</summary>
internal static class SceneDrawings
{
    private const double FacilityNamesUpToMetresPerPixel = 75;
    private const double ThinSymbolsFromMetresPerPixel = 150;
    private const double SymbolSpacingPixels = 7;

    public static MapDrawing Zones(PlanShapes shapes, IReadOnlySet<ZoneLevel> hidden, MapWindow window)
    {
        MapDrawing drawing = Begin(window);
        foreach (DrawnShape zone in shapes.Zones)
        {
            if (zone.Extent.Meets(window.Drawn) && !hidden.Contains(((DefensiveZone)zone.Feature).Level))
                drawing.AddPolygon(zone.Style, Simplified.Rings(zone, window));
        }

        return drawing;
    }

    public static MapDrawing Roads(PlanShapes shapes, MapWindow window)
    {
        MapDrawing drawing = Begin(window);
        RoadThinning.Draw(shapes.Roads, window, drawing);
        return drawing;
    }

    public static MapDrawing Areas(PlanShapes shapes, Func<string, bool> isHidden, MapWindow window)
    {
        MapDrawing drawing = Begin(window);
        foreach (DrawnShape area in shapes.Areas)
        {
            if (!area.Extent.Meets(window.Drawn) || isHidden(area.Feature.LayerName))
                continue;
            if (area.IsArea)
                drawing.AddPolygon(area.Style, Simplified.Rings(area, window));
            else
                drawing.AddLine(area.Style, [.. area.Parts.Select(part => Simplified.Line(part, window))]);
        }

        foreach (PlanFeature feature in shapes.OtherPoints)
        {
            if (!isHidden(feature.LayerName))
                AddPoint(drawing, MapStyles.OtherPoint, -1, feature.Geometry.Coordinate, window);
        }

        return drawing;
    }

    public static (MapDrawing Border, MapDrawing Gaps) Border(ImmutableArray<BorderPiece> pieces, Func<DepthClass, bool> isHidden, MapWindow window)
    {
        MapDrawing border = Begin(window), gaps = Begin(window);
        foreach (IGrouping<DepthClass, BorderPiece> piecesOfClass in pieces.GroupBy(piece => piece.Class).OrderBy(group => group.Key))
        {
            if (isHidden(piecesOfClass.Key))
                continue;
            MapDrawing drawing = piecesOfClass.Key == DepthClass.Gap ? gaps : border;
            drawing.AddLine(MapStyles.Border[(int)piecesOfClass.Key],
                [.. piecesOfClass.Where(piece => piece.Extent.Meets(window.Drawn)).Select(piece => Simplified.Line(piece.Line, window))]);
        }

        return (border, gaps);
    }

    /// <summary>The lengths of the gaps, the longest first: where there is no room for all, these stay.</summary>
    public static MapDrawing GapLabels(CoverageReport report, Quantities quantities, MapWindow window)
    {
        MapDrawing drawing = Begin(window);
        foreach (BorderStretch gap in report.GapStretches.OrderByDescending(gap => gap.LengthMetres))
        {
            (double x, double y) = WebMercator.Of(report.Border.PointAt((gap.FromMetres + gap.ToMetres) / 2));
            if (window.Drawn.Holds(x, y))
                drawing.AddPoint(MapStyles.GapLabel, -1, x, y, quantities.Length(gap.LengthMetres));
        }

        return drawing;
    }

    public static MapDrawing Circles(CoverageReport report, Func<FacilityKind, bool> isHidden, MapWindow window)
    {
        MapDrawing drawing = Begin(window);
        Func<Facility, double>? reach = report.Problem.Model switch
        {
            RadiusCoverage radius => facility => radius.RadiusOf(report.Problem.Plan, facility),
            SightCoverage sight => facility => sight.RangeOf(report.Problem.Plan, facility),
            _ => null,
        };
        if (reach is null)
            return drawing;
        foreach (Facility facility in report.ConsideredFacilities)
        {
            if (isHidden(facility.Kind))
                continue;
            double metres = reach(facility);
            Coordinate centre = facility.Location;
            (double x, double y) = WebMercator.Of(centre.X, centre.Y);
            double drawn = metres * WebMercator.Scale(centre.Y);
            double pixels = drawn / window.MetresPerPixel;

            // A circle smaller than the symbol in it says nothing.
            if (pixels < 6 || !new MapExtent(x, y, x, y).Grown(drawn * 1.02).Meets(window.Drawn))
                continue;
            int corners = Math.Clamp((int)(6 * Math.Sqrt(pixels)), 20, 120);
            drawing.AddPolygon(MapStyles.Circle, [BorderPieces.Projected(Geodesic.Circle(new GeoPoint(centre.X, centre.Y), metres, corners))]);
        }

        return drawing;
    }

    public static (MapDrawing Symbols, MapDrawing Grounds) Facilities(ImmutableArray<Facility> facilities, Func<FacilityKind, bool> isHidden, MapWindow window)
    {
        MapDrawing symbols = Begin(window), grounds = Begin(window);
        var taken = new HashSet<(int, long, long)>();
        bool thin = window.MetresPerPixel > ThinSymbolsFromMetresPerPixel && facilities.Length > 400;
        double cell = SymbolSpacingPixels * window.MetresPerPixel;
        for (int i = 0; i < facilities.Length; i++)
        {
            Facility facility = facilities[i];
            if (facility.Geometry.IsEmpty || isHidden(facility.Kind))
                continue;
            int style = MapStyles.Facility(facility.Kind, facility.Status);
            Coordinate location = facility.Location;
            (double x, double y) = WebMercator.Of(location.X, location.Y);
            if (!window.Drawn.Holds(x, y) || (thin && !taken.Add((style, (long)(x / cell), (long)(y / cell)))))
                continue;
            symbols.AddPoint(style, i, x, y);
            foreach (DrawnShape ground in PlanShapes.Shapes(facility, MapStyles.FacilityArea))
                grounds.AddPolygon(ground.Style, Simplified.Rings(ground, window));
        }

        return (symbols, grounds);
    }

    public static MapDrawing Candidates(Plan plan, MapWindow window)
    {
        MapDrawing drawing = Begin(window);
        var taken = new HashSet<(long, long)>();
        double cell = SymbolSpacingPixels * window.MetresPerPixel;
        foreach (CandidateSite site in plan.CandidateSites)
        {
            if (site.Geometry.IsEmpty)
                continue;
            Coordinate place = site.Geometry.Coordinate;
            (double x, double y) = WebMercator.Of(place.X, place.Y);
            if (window.Drawn.Holds(x, y) && taken.Add(((long)(x / cell), (long)(y / cell))))
                drawing.AddPoint(MapStyles.Candidate, -1, x, y);
        }

        return drawing;
    }

    public static MapDrawing Names(PlanShapes shapes, IReadOnlySet<ZoneLevel> hiddenLevels, ImmutableArray<Facility> facilities, Func<FacilityKind, bool> isHidden, MapWindow window)
    {
        MapDrawing drawing = Begin(window);
        foreach (DrawnShape shape in shapes.Zones)
        {
            var zone = (DefensiveZone)shape.Feature;
            double widthPixels = (shape.Extent.East - shape.Extent.West) / window.MetresPerPixel;
            bool fits = widthPixels > (zone.Name.Length * 8) + 20 && widthPixels < 2600;
            if (zone.Name.Length > 0 && fits && shape.Extent.Meets(window.Drawn) && !hiddenLevels.Contains(zone.Level))
                AddPoint(drawing, MapStyles.ZoneName, -1, zone.Geometry.InteriorPoint.Coordinate, window, zone.Name);
        }

        if (window.MetresPerPixel > FacilityNamesUpToMetresPerPixel)
            return drawing;
        foreach (Facility facility in facilities)
        {
            if (facility.Name.Length > 0 && !facility.Geometry.IsEmpty && !isHidden(facility.Kind))
                AddPoint(drawing, MapStyles.FacilityName, -1, facility.Location, window, facility.Name);
        }

        return drawing;
    }

    public static MapDrawing Begin(MapWindow window) => new(window.Drawn.CentreX, window.Drawn.CentreY);

    private static void AddPoint(MapDrawing drawing, int style, int id, Coordinate place, MapWindow window, string label = "")
    {
        (double x, double y) = WebMercator.Of(place.X, place.Y);
        if (window.Drawn.Holds(x, y))
            drawing.AddPoint(style, id, x, y, label);
    }
}
