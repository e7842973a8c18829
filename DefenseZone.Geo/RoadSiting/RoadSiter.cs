using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Answers a question for a new road: checks its ends, searches a window of the terrain, and a larger one where need be.</summary>
internal sealed class RoadSiter(RoadSitingProblem problem, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const double LeastMarginMetres = 3000;

    private readonly List<RoadRemark> _remarks = [];
    private RoadNetwork? _network;

    internal RoadSitingReport Solve()
    {
        ElevationSurface surface = ElevationSurface.Of(problem.Plan);
        if (problem.To.IsNetwork)
            _network = RoadNetwork.Of(problem.Plan, problem.Roads, cancellationToken);
        ImmutableArray<RoadRemark> faults = RoadSitingFaults.Of(problem, surface, _network);
        if (!faults.IsEmpty)
            return None(faults);
        GeoPoint from = problem.From.Place!.Value;
        return Search(surface, from, problem.To.Place ?? _network!.Nearest(from)!.Value.Place);
    }

    private RoadSitingReport Search(ElevationSurface surface, GeoPoint from, GeoPoint to)
    {
        double distance = Geodesic.Inverse(from, to).DistanceMetres, margin = Math.Max(LeastMarginMetres, distance * problem.MarginRatio);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SitingGrid? grid = SitingGrid.Around(surface, from, to, margin, problem.MaximumCells);
            if (grid is null)
                return None([new RoadRemark.TerrainTooSmall()]);
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
            _remarks.Add(new RoadRemark.Thinned(grid.Thinning, grid.CellMetres));
        ImmutableArray<SitedRoad> roads = routes.Differing();
        if (roads.Length < problem.Alternatives)
            _remarks.Add(new RoadRemark.FewerCourses(roads.Length, problem.Alternatives, problem.MaximumCostRatio));
        NoteIslands(roads);
        if (problem.Minutes is { } minutes)
            roads = WithGains(roads, minutes);
        progress?.Report(1);
        return new RoadSitingReport { Problem = problem, Roads = roads, CellMetres = grid.CellMetres, Remarks = [.. _remarks] };
    }

    private ImmutableArray<SitedRoad> WithGains(ImmutableArray<SitedRoad> roads, double minutes)
    {
        var gains = new ResponseGains(problem.Plan, minutes, problem.Roads, problem.Facilities);
        FeatureId id = NewRoadIds.Free(problem.Plan, 1)[0];
        _remarks.AddRange(gains.Remarks);
        return [.. roads.Select(road => road with
        {
            Gain = gains.Of([road.ToPatrolRoad(id, problem.Standard)], road.Cost, cancellationToken),
        })];
    }

    // Whoever asks for the existing roads may not mean an island of them.
    private void NoteIslands(ImmutableArray<SitedRoad> roads)
    {
        for (int i = 0; i < roads.Length && _network is { ComponentCount: > 1 }; i++)
        {
            int edge = _network.Nearest(roads[i].Profile[^1].Place)!.Value.Edge, part = _network.ComponentOf(_network.Edge(edge).From);
            if (part > 0)
                _remarks.Add(new RoadRemark.JoinsIsland(i + 1, _network.ComponentLengthMetres(part)));
        }
    }

    // The limit may be what there is no way for, or something that no limit changes.
    private RoadSitingReport Impossible(GroundCosts ground, List<EndLeg> starts, List<EndLeg> goals)
    {
        Bottleneck bottleneck = GradeBottleneck.Of(new MoveCosts(ground), starts, goals, cancellationToken);
        if (!double.IsFinite(bottleneck.Grade))
            return None([new RoadRemark.Enclosed()]);
        double feasible = Math.Ceiling((bottleneck.Grade * 1000) + 0.1) / 1000;
        return None([new RoadRemark.TooSteep(problem.Standard.MaximumGrade, bottleneck.Place, bottleneck.Grade, feasible)]) with
        {
            FeasibleGrade = feasible,
            SteepestPlace = bottleneck.Place,
            CellMetres = ground.Grid.CellMetres,
        };
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

    private RoadSitingReport None(ImmutableArray<RoadRemark> reasons) => new() { Problem = problem, Reasons = reasons, Remarks = [.. _remarks] };
}
