using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Why a question for a new road cannot be answered before any way is looked for: all of it at once.</summary>
internal static class RoadSitingFaults
{
    // Closer than this two ends are one place.
    private const double LeastMetres = 1;

    /// <summary>The faults of a question.</summary>
    /// <param name="problem">The question.</param>
    /// <param name="surface">The terrain of its plan.</param>
    /// <param name="network">The existing roads, where one of them is the goal.</param>
    internal static ImmutableArray<RoadRemark> Of(RoadSitingProblem problem, ElevationSurface surface, RoadNetwork? network)
    {
        var faults = ImmutableArray.CreateBuilder<RoadRemark>();
        faults.AddRange(OfZones(problem.Obstacles, problem.Plan));
        if (surface.IsEmpty)
            faults.Add(new RoadRemark.NoTerrain());
        AddEnd(faults, problem, surface, problem.From, isGoal: false);
        GeoPoint from = problem.From.Place!.Value;
        if (problem.To.Place is { } to)
        {
            AddEnd(faults, problem, surface, problem.To, isGoal: true);
            if (Geodesic.Inverse(from, to).DistanceMetres < LeastMetres)
                faults.Add(new RoadRemark.OnePlace());
        }
        else if (network?.Nearest(from) is not { } nearest)
        {
            faults.Add(new RoadRemark.NoExistingRoads());
        }
        else if (nearest.WalkMetres <= Math.Max(LeastMetres, problem.Roads.SnapMetres))
        {
            faults.Add(new RoadRemark.OnRoadAlready(problem.From, nearest.WalkMetres));
        }

        return faults.ToImmutable();
    }

    /// <summary>The forbidden zones that the plan has not got.</summary>
    internal static ImmutableArray<RoadRemark> OfZones(RoadObstacles obstacles, Plan plan)
    {
        FeatureId[] unknown = [.. obstacles.UnknownZones(plan)];
        return unknown.Length == 0 ? [] : [new RoadRemark.UnknownZones([.. unknown])];
    }

    private static void AddEnd(ImmutableArray<RoadRemark>.Builder faults, RoadSitingProblem problem, ElevationSurface surface, RoadEnd end, bool isGoal)
    {
        GeoPoint place = end.Place!.Value;
        if (!surface.IsEmpty && !surface.Extent.Contains(place))
            faults.Add(new RoadRemark.OutsideTerrain(isGoal, end, surface.Extent));
        else if (!surface.IsEmpty && double.IsNaN(surface.ElevationMetres(place)))
            faults.Add(new RoadRemark.OnVoid(isGoal, end));

        Point point = Wgs84Geometry.Factory.CreatePoint(new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees));
        foreach (PlanFeature forbidden in problem.Obstacles.Forbidden(problem.Plan).Where(feature => feature.Geometry.Intersects(point)))
            faults.Add(new RoadRemark.InForbiddenArea(isGoal, end, forbidden));
    }
}
