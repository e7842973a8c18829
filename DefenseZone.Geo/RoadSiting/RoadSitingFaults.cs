using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Why a question for a new road cannot be answered before any way is looked for: all of it at once, in sentences.</summary>
internal static class RoadSitingFaults
{
    // Closer than this two ends are one place.
    private const double LeastMetres = 1;

    internal const string NoTerrain = "The plan has no terrain: put elevation (.hgt, GeoTIFF or .asc) in its folder terrain/, or make some up.";

    /// <summary>The faults of a question.</summary>
    /// <param name="problem">The question.</param>
    /// <param name="surface">The terrain of its plan.</param>
    /// <param name="network">The existing roads, where one of them is the goal.</param>
    internal static ImmutableArray<string> Of(RoadSitingProblem problem, ElevationSurface surface, RoadNetwork? network)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        faults.AddRange(OfZones(problem.Obstacles, problem.Plan));
        if (surface.IsEmpty)
            faults.Add(NoTerrain);
        AddEnd(faults, problem, surface, problem.From, "start");
        GeoPoint from = problem.From.Place!.Value;
        if (problem.To.Place is { } to)
        {
            AddEnd(faults, problem, surface, problem.To, "goal");
            if (Geodesic.Inverse(from, to).DistanceMetres < LeastMetres)
                faults.Add("The road would begin and end at one place.");
        }
        else if (network?.Nearest(from) is not { } nearest)
        {
            faults.Add("There are no existing roads to join: the plan has none that is in service.");
        }
        else if (nearest.WalkMetres <= Math.Max(LeastMetres, problem.Roads.SnapMetres))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{problem.From.Name} is on an existing road already, {nearest.WalkMetres:0.0} m from it."));
        }

        return faults.ToImmutable();
    }

    /// <summary>The forbidden zones that the plan has not got.</summary>
    internal static ImmutableArray<string> OfZones(RoadObstacles obstacles, Plan plan)
    {
        FeatureId[] unknown = [.. obstacles.UnknownZones(plan)];
        return unknown.Length == 0 ? [] : [$"The plan has no defensive zone {string.Join(", ", unknown.Select(id => $"'{id.Text}'"))} to keep out of."];
    }

    private static void AddEnd(ImmutableArray<string>.Builder faults, RoadSitingProblem problem, ElevationSurface surface, RoadEnd end, string role)
    {
        GeoPoint place = end.Place!.Value;
        if (!surface.IsEmpty && !surface.Extent.Contains(place))
        {
            GeoExtent extent = surface.Extent;
            faults.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The {role}, {end.Name}, lies outside the terrain, which is {extent.WestDegrees:0.####} to {extent.EastDegrees:0.####} east and {extent.SouthDegrees:0.####} to {extent.NorthDegrees:0.####} north."));
        }
        else if (!surface.IsEmpty && double.IsNaN(surface.ElevationMetres(place)))
        {
            faults.Add($"The {role}, {end.Name}, lies on a void of the terrain: no elevation is known there.");
        }

        Point point = Wgs84Geometry.Factory.CreatePoint(new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees));
        foreach (PlanFeature forbidden in problem.Obstacles.Forbidden(problem.Plan).Where(feature => feature.Geometry.Intersects(point)))
            faults.Add($"The {role}, {end.Name}, lies in a forbidden area: {forbidden.LayerName} {forbidden.Id.Text}{(forbidden.Name.Length > 0 ? $" ({forbidden.Name})" : string.Empty)}.");
    }
}
