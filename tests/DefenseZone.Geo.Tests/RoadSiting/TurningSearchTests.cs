using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.RoadSiting;

/// <summary>The guided search against one that looks at every sample and direction.</summary>
[TestClass]
public sealed class TurningSearchTests
{
    [TestMethod]
    public void The_cheapest_road_with_turns_is_that_of_a_search_through_everything()
    {
        int found = 0;
        for (int seed = 1; seed <= 12; seed++)
        {
            Plan plan = Hills.Mountains(34, 30, seed).With();
            var standard = RoadStandard.PatrolRoad with { MaximumGrade = seed % 3 == 0 ? 0.15 : 0.3, HairpinCost = seed % 2 == 0 ? 600 : 2_500 };
            SitingGrid grid = SitingGrid.Around(ElevationSurface.Of(plan), Hills.Place(60, 60), Hills.Place(930, 800), 10_000, 1_000_000)!;
            GroundCosts ground = GroundCosts.Of(grid, plan, RoadObstacles.Default, standard, default);
            var moves = new MoveCosts(ground);
            EndLeg[] starts = [.. EndLegs.Of(ground, Hills.Place(60, 60)).Where(leg => leg.WorstGrade <= standard.MaximumGrade)];
            EndLeg[] goals = [.. EndLegs.Of(ground, Hills.Place(930, 800)).Where(leg => leg.WorstGrade <= standard.MaximumGrade)];
            double expected = Everything(moves, starts, goals);
            GoalCosts toGoal = GoalCosts.Of(moves, starts, goals, 0, null, default);
            toGoal.ReachesStart.Should().Be(double.IsFinite(expected));
            if (!toGoal.ReachesStart)
                continue;
            found++;
            GridRoute route = TurningSearch.Find(moves, toGoal, starts, goals, default)!;
            route.Cost.Should().BeApproximately(expected, expected * 1e-12);
            RoadMeasure.Of(ground, moves, route, 0).Cost.Should().BeApproximately(expected, expected * 1e-6);
        }

        found.Should().BeGreaterThan(5);
    }

    private static double Everything(MoveCosts moves, EndLeg[] starts, EndLeg[] goals)
    {
        SitingGrid grid = moves.Ground.Grid;
        int directions = MoveCosts.Directions + 1;
        var costs = new double[grid.Count * directions];
        Array.Fill(costs, double.PositiveInfinity);
        var queue = new PriorityQueue<(int Node, int Direction), double>();
        foreach (EndLeg start in starts)
        {
            costs[(start.Node * directions) + MoveCosts.Directions] = start.Cost;
            queue.Enqueue((start.Node, MoveCosts.Directions), start.Cost);
        }

        double best = double.PositiveInfinity;
        while (queue.TryDequeue(out (int Node, int Direction) state, out double cost))
        {
            if (cost > costs[(state.Node * directions) + state.Direction])
                continue;
            foreach (EndLeg goal in goals)
                best = goal.Node == state.Node ? Math.Min(best, cost + goal.Cost) : best;
            (int column, int row) = grid.At(state.Node);
            for (int move = 0; move < MoveCosts.Directions; move++)
            {
                double turn = state.Direction == MoveCosts.Directions ? 0 : moves.Turn(state.Direction, move);
                double total = cost + turn + moves.Cost(column, row, move, out int target);
                if (!double.IsFinite(total) || total >= costs[(target * directions) + move])
                    continue;
                costs[(target * directions) + move] = total;
                queue.Enqueue((target, move), total);
            }
        }

        return best;
    }
}
