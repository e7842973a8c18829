using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Answers a question for a new road: checks its ends, searches a window of the terrain, and a larger one where need be.</summary>
internal sealed class RoadSiter(RoadSitingProblem problem, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const double LeastMarginMetres = 3000;

    private readonly List<string> _notes = [];
    private RoadNetwork? _network;

    internal RoadSitingReport Solve()
    {
        ElevationSurface surface = ElevationSurface.Of(problem.Plan);
        FeatureId[] unknown = [.. problem.Obstacles.UnknownZones(problem.Plan)];
        if (unknown.Length > 0)
            return None($"The plan has no defensive zone {string.Join(", ", unknown.Select(id => $"'{id.Text}'"))} to keep out of.");
        if (surface.IsEmpty)
            return None("The plan has no terrain: put elevation (.hgt, GeoTIFF or .asc) in its folder terrain/, or make some up.");
        if (EndProblem(surface, problem.From, "start") is { } atStart)
            return None(atStart);
        GeoPoint from = problem.From.Place!.Value, to;
        if (problem.To.Place is { } place)
        {
            to = place;
            if (EndProblem(surface, problem.To, "goal") is { } atGoal)
                return None(atGoal);
            if (Geodesic.Inverse(from, to).DistanceMetres < 1)
                return None("The road would begin and end at one place.");
        }
        else
        {
            _network = RoadNetwork.Of(problem.Plan, problem.Roads, cancellationToken);
            if (_network.Nearest(from) is not { } nearest)
                return None("There are no existing roads to join: the plan has none that is in service.");
            to = nearest.Place;
            if (nearest.WalkMetres <= Math.Max(1, problem.Roads.SnapMetres))
                return None($"{problem.From.Name} is on an existing road already, {nearest.WalkMetres:0.0} m from it.");
        }

        return Search(surface, from, to);
    }

    private RoadSitingReport Search(ElevationSurface surface, GeoPoint from, GeoPoint to)
    {
        double distance = Geodesic.Inverse(from, to).DistanceMetres, margin = Math.Max(LeastMarginMetres, distance * problem.MarginRatio);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SitingGrid? grid = SitingGrid.Around(surface, from, to, margin, problem.MaximumCells);
            if (grid is null)
                return None("The terrain is too small to look for a road on it.");
            GroundCosts ground = GroundCosts.Of(grid, problem.Plan, problem.Obstacles, problem.Standard, cancellationToken);
            var starts = EndLegs.Of(ground, from);
            List<EndLeg> goals = _network is null
                ? EndLegs.Of(ground, to)
                : EndLegs.Of(ground, _network, problem.Standard.MaximumGrade, cancellationToken);
            var routes = new RouteAlternatives(problem, ground, starts, goals, progress, cancellationToken);
            GridRoute? best = routes.Cheapest();
            bool mayGrow = !grid.IsWholeTerrain && (long)grid.Count * 4 <= problem.MaximumCells;
            if (mayGrow && (best is null || TouchesEdge(grid, best)))
            {
                margin *= 2;
                continue;
            }

            return best is null ? Impossible(ground, starts, goals) : Report(ground, routes);
        }
    }

    private RoadSitingReport Report(GroundCosts ground, RouteAlternatives routes)
    {
        SitingGrid grid = ground.Grid;
        if (grid.Thinning > 1)
            _notes.Add(string.Create(CultureInfo.InvariantCulture, $"The window is large: every {grid.Thinning}th sample of the terrain was used, {grid.CellMetres:0} m apart. Grades between them are not known."));
        ImmutableArray<SitedRoad> roads = routes.Differing();
        if (roads.Length < problem.Alternatives)
        {
            _notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{roads.Length} of {problem.Alternatives} courses: no other one was found that differs enough and costs at most {problem.MaximumCostRatio:0.##} times the cheapest."));
        }

        if (problem.Minutes is { } minutes)
            roads = WithGains(roads, minutes);
        progress?.Report(1);
        return new RoadSitingReport { Problem = problem, Roads = roads, CellMetres = grid.CellMetres, Notes = [.. _notes] };
    }

    private ImmutableArray<SitedRoad> WithGains(ImmutableArray<SitedRoad> roads, double minutes)
    {
        var gains = new ResponseGains(problem.Plan, minutes, problem.Roads, problem.Facilities);
        return [.. roads.Select(road => road with
        {
            Gain = gains.Of([road.ToPatrolRoad(gains.FreeId, problem.Standard, LifecycleStatus.Existing)], road.Cost, cancellationToken),
        })];
    }

    // The limit may be what there is no way for, or something that no limit changes.
    private RoadSitingReport Impossible(GroundCosts ground, List<EndLeg> starts, List<EndLeg> goals)
    {
        Bottleneck bottleneck = GradeBottleneck.Of(new MoveCosts(ground), starts, goals, cancellationToken);
        if (!double.IsFinite(bottleneck.Grade))
        {
            return None("There is no way, whatever the grade: forbidden areas, voids of the terrain or its edge enclose an end.");
        }

        double feasible = Math.Ceiling((bottleneck.Grade * 1000) + 0.1) / 1000;
        GeoPoint at = bottleneck.Place;
        return None(string.Create(
            CultureInfo.InvariantCulture,
            $"There is no way with at most {problem.Standard.MaximumGrade * 100:0.#} %: the ground at {at.LongitudeDegrees:0.#####}, {at.LatitudeDegrees:0.#####} needs {bottleneck.Grade * 100:0.0} %. A limit of {feasible * 100:0.0} % would do.")) with
        {
            FeasibleGrade = feasible,
            SteepestPlace = at,
            CellMetres = ground.Grid.CellMetres,
        };
    }

    private string? EndProblem(ElevationSurface surface, RoadEnd end, string role)
    {
        GeoPoint place = end.Place!.Value;
        if (!surface.Extent.Contains(place))
        {
            GeoExtent extent = surface.Extent;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The {role}, {end.Name}, lies outside the terrain, which is {extent.WestDegrees:0.####} to {extent.EastDegrees:0.####} east and {extent.SouthDegrees:0.####} to {extent.NorthDegrees:0.####} north.");
        }

        if (double.IsNaN(surface.ElevationMetres(place)))
            return $"The {role}, {end.Name}, lies on a void of the terrain: no elevation is known there.";
        var point = Wgs84Geometry.Factory.CreatePoint(new NetTopologySuite.Geometries.Coordinate(place.LongitudeDegrees, place.LatitudeDegrees));
        PlanFeature? forbidden = problem.Obstacles.Forbidden(problem.Plan).FirstOrDefault(feature => feature.Geometry.Intersects(point));
        return forbidden is null ? null : $"The {role}, {end.Name}, lies in a forbidden area: {forbidden.LayerName} {forbidden.Id.Text}{(forbidden.Name.Length > 0 ? $" ({forbidden.Name})" : string.Empty)}.";
    }

    private static bool TouchesEdge(SitingGrid grid, GridRoute route)
    {
        foreach (int node in route.Nodes)
        {
            (int column, int row) = grid.At(node);
            if (column < 3 || row < 3 || column >= grid.Columns - 3 || row >= grid.Rows - 3)
                return true;
        }

        return false;
    }

    private RoadSitingReport None(string explanation) => new() { Problem = problem, Explanation = explanation, Notes = [.. _notes] };
}
