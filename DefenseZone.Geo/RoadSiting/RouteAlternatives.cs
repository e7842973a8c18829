using System.Collections.Immutable;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>
/// The cheapest route, and others that really differ: the ground about the routes found so far is made dearer, and the
/// cheapest route on that is taken where it shares little enough with them (the penalty method).
/// </summary>
internal sealed class RouteAlternatives
{
    private const double Penalty = 1.5;
    private const int TriesForEach = 4;

    // Closer than this many cells two courses count as one.
    private const int CloseCells = 4;

    private readonly RoadSitingProblem _problem;
    private readonly GroundCosts _ground;
    private readonly MoveCosts _moves;
    private readonly List<EndLeg> _starts;
    private readonly List<EndLeg> _goals;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellationToken;
    private GridRoute? _cheapest;

    internal RouteAlternatives(
        RoadSitingProblem problem, GroundCosts ground, List<EndLeg> starts, List<EndLeg> goals, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        (_problem, _ground, _progress, _cancellationToken) = (problem, ground, progress, cancellationToken);
        _moves = new MoveCosts(ground);
        double grade = problem.Standard.MaximumGrade;
        _starts = [.. starts.Where(leg => leg.WorstGrade <= grade)];
        _goals = [.. goals.Where(leg => leg.WorstGrade <= grade)];
    }

    /// <summary>The cheapest route; none where there is no way.</summary>
    internal GridRoute? Cheapest() => _cheapest ??= Search(_moves, _starts, _goals, _progress is null ? null : new Share(_progress, 0.8 / _problem.Alternatives));

    /// <summary>The cheapest route and those that differ, measured; by cost.</summary>
    internal ImmutableArray<SitedRoad> Differing()
    {
        var found = new List<SitedRoad> { RoadMeasure.Of(_ground, _moves, _cheapest!, 0) };
        var near = new HashSet<int>();
        var dearer = (float[])_ground.PerMetre.Clone();
        Note(_cheapest!, near, dearer);
        for (int tries = TriesForEach * (_problem.Alternatives - 1); tries > 0 && found.Count < _problem.Alternatives; tries--)
        {
            // The legs keep their price: the ends are shared anyway.
            GridRoute? route = Search(new MoveCosts(_ground.Dearer(dearer)), _starts, _goals, null);
            if (route is null)
                break;
            double overlap = Overlap(route, near);
            SitedRoad road = RoadMeasure.Of(_ground, _moves, route, overlap);
            bool differs = overlap <= _problem.MaximumOverlap && road.Cost <= found[0].Cost * _problem.MaximumCostRatio;
            Note(route, differs ? near : null, dearer);
            if (differs)
            {
                found.Add(road);
                _progress?.Report(0.8 * found.Count / _problem.Alternatives);
            }
        }

        return [.. found.OrderBy(road => road.Cost)];
    }

    private GridRoute? Search(MoveCosts moves, List<EndLeg> starts, List<EndLeg> goals, IProgress<double>? progress)
    {
        if (starts.Count == 0 || goals.Count == 0)
            return null;
        GoalCosts toGoal = GoalCosts.Of(moves, starts, goals, 4 * _problem.Standard.HairpinCost, progress, _cancellationToken);
        return toGoal.ReachesStart ? TurningSearch.Find(moves, toGoal, starts, goals, _cancellationToken) : null;
    }

    private double Overlap(GridRoute route, HashSet<int> near)
    {
        double close = 0, all = 0;
        foreach ((int node, double metres) in RoadMeasure.Cells(_ground.Grid, RoadMeasure.Course(_ground.Grid, _moves, route).Places))
        {
            all += metres;
            close += near.Contains(node) ? metres : 0;
        }

        return all > 0 ? close / all : 1;
    }

    // Makes the cells about a route dearer, each once, and remembers them where the route is one to differ from.
    private void Note(GridRoute route, HashSet<int>? near, float[] dearer)
    {
        SitingGrid grid = _ground.Grid;
        var about = new HashSet<int>();
        foreach ((int node, double _) in RoadMeasure.Cells(grid, RoadMeasure.Course(grid, _moves, route).Places))
        {
            (int column, int row) = grid.At(node);
            for (int r = Math.Max(0, row - CloseCells); r <= Math.Min(grid.Rows - 1, row + CloseCells); r++)
            {
                for (int c = Math.Max(0, column - CloseCells); c <= Math.Min(grid.Columns - 1, column + CloseCells); c++)
                    about.Add(grid.Node(c, r));
            }
        }

        foreach (int node in about)
            dearer[node] *= (float)Penalty;
        near?.UnionWith(about);
    }

    private sealed class Share(IProgress<double> progress, double share) : IProgress<double>
    {
        public void Report(double value) => progress.Report(value * share);
    }
}
