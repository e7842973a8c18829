using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>What lies under a place of the map, within the reach of a pointer.</summary>
/// <param name="Place">The place.</param>
/// <param name="BorderChainageMetres">The nearest chainage, if the border is within reach; none otherwise.</param>
/// <param name="Gap">The gap there; none where the border is covered or out of reach.</param>
/// <param name="Features">The features of the plan, the smallest first: points, lines, areas.</param>
public sealed record UnderPointer(GeoPoint Place, double? BorderChainageMetres, BorderStretch? Gap, ImmutableArray<PlanFeature> Features)
{
    // A hit area of 24 pixels.
    private const double ReachPixels = 12;
    private const double LineReachPixels = 7;

    /// <summary>Looks for everything that is shown at a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="metresPerPixel">Mercator metres a pixel.</param>
    /// <param name="report">The border with its gaps, and the plan.</param>
    /// <param name="shapes">The shapes of the plan.</param>
    /// <param name="isShown">Whether a feature of the plan can be seen.</param>
    /// <param name="more">Points that can be seen besides those of the plan.</param>
    public static UnderPointer At(
        GeoPoint place, double metresPerPixel, CoverageReport report, PlanShapes shapes, Func<PlanFeature, bool> isShown, IEnumerable<PlanFeature> more)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(shapes);
        (double x, double y) = WebMercator.Of(place);
        double reach = ReachPixels * metresPerPixel;
        var found = new List<(double Distance, PlanFeature Feature)>();
        Plan plan = report.Problem.Plan;
        IEnumerable<PlanFeature> ofPlan = plan.Facilities.AsEnumerable<PlanFeature>().Concat(plan.CandidateSites).Concat(shapes.OtherPoints);
        foreach (PlanFeature point in ofPlan.Where(isShown).Concat(more))
        {
            if (point.Geometry.IsEmpty)
                continue;
            Coordinate at = point is Facility facility ? facility.Location : point.Geometry.Coordinate;
            (double px, double py) = WebMercator.Of(at.X, at.Y);
            double distance = Math.Max(Math.Abs(px - x), Math.Abs(py - y));
            if (distance <= reach)
                found.Add((distance, point));
        }

        found.Sort((a, b) => a.Distance.CompareTo(b.Distance));
        var features = ImmutableArray.CreateBuilder<PlanFeature>();
        features.AddRange(found.Select(hit => hit.Feature));
        features.AddRange(Lines(shapes.Roads, x, y, LineReachPixels * metresPerPixel, isShown));
        features.AddRange(Lines(shapes.Areas.Where(shape => !shape.IsArea), x, y, LineReachPixels * metresPerPixel, isShown));
        features.AddRange(Areas(shapes.Areas.Where(shape => shape.IsArea), x, y, isShown));
        features.AddRange(Areas(shapes.Zones.Reverse(), x, y, isShown));
        (double? chainage, BorderStretch? gap) = Border(place, metresPerPixel, report);
        return new UnderPointer(place, chainage, gap, [.. features.Distinct()]);
    }

    private static (double? Chainage, BorderStretch? Gap) Border(GeoPoint place, double metresPerPixel, CoverageReport report)
    {
        if (report.BorderMetres <= 0)
            return (null, null);
        NearestBorderPoint nearest = report.Border.Nearest(place);
        double ground = metresPerPixel / WebMercator.Scale(place.LatitudeDegrees);
        if (nearest.DistanceMetres > ReachPixels * ground)
            return (null, null);

        // A short gap is drawn wider than it is, so it is also found by who points at its blob.
        double reach = 4 * ground;
        BorderStretch? closest = null;
        foreach (BorderStretch gap in report.GapStretches)
        {
            if (gap.FromMetres - reach <= nearest.ChainageMetres && nearest.ChainageMetres <= gap.ToMetres + reach
                && (closest is not { } other || gap.LengthMetres > other.LengthMetres))
                closest = gap;
        }

        return (nearest.ChainageMetres, closest);
    }

    private static IEnumerable<PlanFeature> Lines(IEnumerable<DrawnShape> shapes, double x, double y, double reach, Func<PlanFeature, bool> isShown) =>
        shapes
            .Where(shape => shape.Extent.Grown(reach).Holds(x, y))
            .Where(shape => isShown(shape.Feature) && shape.Parts.Any(part => Near(part, x, y, reach)))
            .Select(shape => shape.Feature);

    private static IEnumerable<PlanFeature> Areas(IEnumerable<DrawnShape> shapes, double x, double y, Func<PlanFeature, bool> isShown) =>
        shapes
            .Where(shape => shape.Extent.Holds(x, y))
            .Where(shape => isShown(shape.Feature) && shape.Parts.Count(ring => Inside(ring, x, y)) % 2 == 1)
            .Select(shape => shape.Feature);

    private static bool Near(double[] line, double x, double y, double reach)
    {
        for (int i = 2; i < line.Length; i += 2)
        {
            double dx = line[i] - line[i - 2], dy = line[i + 1] - line[i - 1];
            double squared = (dx * dx) + (dy * dy);
            double along = squared > 0 ? Math.Clamp((((x - line[i - 2]) * dx) + ((y - line[i - 1]) * dy)) / squared, 0, 1) : 0;
            double offX = x - line[i - 2] - (along * dx), offY = y - line[i - 1] - (along * dy);
            if ((offX * offX) + (offY * offY) <= reach * reach)
                return true;
        }

        return false;
    }

    // The even-odd rule: an outline crosses a ray to the east an odd number of times.
    private static bool Inside(double[] ring, double x, double y)
    {
        bool inside = false;
        for (int i = 2; i < ring.Length; i += 2)
        {
            double y0 = ring[i - 1], y1 = ring[i + 1];
            if (y0 > y != y1 > y && x < ring[i - 2] + ((ring[i] - ring[i - 2]) * (y - y0) / (y1 - y0)))
                inside = !inside;
        }

        return inside;
    }
}
