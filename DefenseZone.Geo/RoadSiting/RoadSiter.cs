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
        if (problem.To.IsNetwork)
            _network = RoadNetwork.Of(problem.Plan, problem.Roads, cancellationToken);
        ImmutableArray<string> faults = RoadSitingFaults.Of(problem, surface, _network);
        if (!faults.IsEmpty)
            return None(string.Join(' ', faults)) with { Faults = faults };
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

        NoteIslands(roads);
        if (problem.Minutes is { } minutes)
            roads = WithGains(roads, minutes);
        progress?.Report(1);
        return new RoadSitingReport { Problem = problem, Roads = roads, CellMetres = grid.CellMetres, Notes = [.. _notes] };
    }

    private ImmutableArray<SitedRoad> WithGains(ImmutableArray<SitedRoad> roads, double minutes)
    {
        var gains = new ResponseGains(problem.Plan, minutes, problem.Roads, problem.Facilities);
        FeatureId id = NewRoadIds.Free(problem.Plan, 1)[0];
        _notes.AddRange(gains.Notes);
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
            {
                _notes.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Course {i + 1} joins {_network.ComponentLengthMetres(part) / 1000:0.00} km of roads that do not hang together with the longest part of the network."));
            }
        }
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
