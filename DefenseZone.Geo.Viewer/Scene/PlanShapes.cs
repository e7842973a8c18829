using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>A feature's geometry ready to be drawn: its parts in web-Mercator metres, x before y.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Style">The row of the style table.</param>
/// <param name="IsArea">Whether the parts are the rings of one polygon; else they are lines.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Extent">The box around them.</param>
public sealed record DrawnShape(PlanFeature Feature, int Style, bool IsArea, ImmutableArray<double[]> Parts, MapExtent Extent);

/// <summary>
/// What of a plan is drawn as it is, projected once and shared by all who look at that plan: zones, roads, areas of
/// every kind. Facilities are not in it, because a what-if moves them.
/// </summary>
public sealed class PlanShapes
{
    private static readonly ConditionalWeakTable<Plan, PlanShapes> Cache = [];
    private static readonly ImmutableArray<string> MainRoadClasses = ["national", "provincial", "highway", "trunk", "primary"];

    private PlanShapes(Plan plan)
    {
        Zones = [.. plan.DefensiveZones.OrderBy(zone => zone.Level).SelectMany(zone => Shapes(zone, MapStyles.ZoneEdges[(int)zone.Level]))];
        Roads = [.. plan.PatrolRoads.Where(road => road.Status != LifecycleStatus.Retired).SelectMany(road => Shapes(road, StyleOf(road)))];
        Areas =
        [
            .. plan.HazardAreas.SelectMany(area => Shapes(area, MapStyles.HazardArea)),
            .. plan.Projects.SelectMany(project => Shapes(project, MapStyles.OtherArea)),
            .. plan.OtherLayers.Values.SelectMany(layer => layer).SelectMany(feature => Shapes(feature, MapStyles.OtherArea)),
        ];
        OtherPoints =
        [
            .. plan.Projects.Where(project => project.Geometry is Point { IsEmpty: false }),
            .. plan.OtherLayers.Values.SelectMany(layer => layer).Where(feature => feature.Geometry is Point { IsEmpty: false }),
        ];
    }

    /// <summary>The zones, the widest level first.</summary>
    public ImmutableArray<DrawnShape> Zones { get; }

    /// <summary>The roads that are not given up.</summary>
    public ImmutableArray<DrawnShape> Roads { get; }

    /// <summary>Hazard areas, projects and what else has an extent.</summary>
    public ImmutableArray<DrawnShape> Areas { get; }

    /// <summary>Projects and unknown features that are points.</summary>
    public ImmutableArray<PlanFeature> OtherPoints { get; }

    /// <summary>The shapes of a plan.</summary>
    public static PlanShapes Of(Plan plan) => Cache.GetValue(plan, static key => new PlanShapes(key));

    /// <summary>The shapes of one feature; none where it is a point or empty.</summary>
    public static IEnumerable<DrawnShape> Shapes(PlanFeature feature, int style)
    {
        ArgumentNullException.ThrowIfNull(feature);
        for (int i = 0; i < feature.Geometry.NumGeometries; i++)
        {
            Geometry part = feature.Geometry.GetGeometryN(i);
            ImmutableArray<double[]> parts = part switch
            {
                { IsEmpty: true } => [],
                LineString line => [Projected(line)],
                Polygon polygon => [Projected(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Projected)],
                _ => [],
            };
            if (!parts.IsEmpty)
                yield return new DrawnShape(feature, style, part is Polygon, parts, MapExtent.Around(parts[0]));
        }
    }

    private static int StyleOf(PatrolRoad road) => road.Status != LifecycleStatus.Existing ? MapStyles.RoadToBe
        : MainRoadClasses.Contains(road.Class) ? MapStyles.MainRoad
        : MapStyles.Road;

    private static double[] Projected(LineString line)
    {
        CoordinateSequence vertices = line.CoordinateSequence;
        var projected = new double[vertices.Count * 2];
        for (int i = 0; i < vertices.Count; i++)
            (projected[2 * i], projected[(2 * i) + 1]) = WebMercator.Of(vertices.GetX(i), vertices.GetY(i));
        return projected;
    }
}
