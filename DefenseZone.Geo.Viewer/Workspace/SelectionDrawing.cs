using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What lights up on the map because it is selected.</summary>
internal static class SelectionDrawing
{
    public static MapDrawing Of(CoverageReport report, Selection selection, ImmutableArray<PlanFeature> more, MapWindow window)
    {
        MapDrawing drawing = SceneDrawings.Begin(window);
        if (selection.GapNumber > 0 && selection.GapNumber <= report.GapStretches.Length)
        {
            BorderStretch gap = report.GapStretches[selection.GapNumber - 1];
            double[] line = BorderPieces.Projected(report.Border.Slice(gap.FromMetres, gap.ToMetres));
            drawing.AddLine(MapStyles.SelectedLine, [LineSimplification.Simplify(line, 0.5 * window.MetresPerPixel)]);
        }

        if (selection.Layer.Length == 0)
            return drawing;
        foreach (PlanFeature feature in Selected(report.Problem.Plan, selection, more))
        {
            if (feature is Facility or CandidateSite || feature.Geometry is Point)
            {
                Coordinate at = feature is Facility facility ? facility.Location : feature.Geometry.Coordinate;
                (double x, double y) = WebMercator.Of(at.X, at.Y);
                drawing.AddPoint(MapStyles.SelectedPoint, -1, x, y);
                continue;
            }

            foreach (DrawnShape shape in PlanShapes.Shapes(feature, 0))
            {
                if (shape.IsArea)
                    drawing.AddPolygon(MapStyles.SelectedArea, Simplified.Rings(shape, window));
                else
                    drawing.AddLine(MapStyles.SelectedStretch, [.. shape.Parts]);
            }
        }

        return drawing;
    }

    // A candidate of the plan that a tab shows as well is one and the same.
    private static IEnumerable<PlanFeature> Selected(Plan plan, Selection selection, ImmutableArray<PlanFeature> more) =>
        plan.Layer(selection.Layer).Concat(more).Where(feature => !feature.Geometry.IsEmpty && selection.Is(feature)).DistinctBy(feature => (feature.LayerName, feature.Id));
}
