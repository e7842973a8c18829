using System.Globalization;
using DefenseZone.Geo.LeastCost;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.LeastCost;

[TestClass]
public sealed class LeastCostPathTests
{
    // Reads "rows columns fromRow fromColumn toRow toColumn values…" a line, prints the cost or "none".
    private const string ScikitImage = """
        import sys
        import numpy
        from skimage.graph import route_through_array
        for line in sys.stdin:
            words = line.split()
            rows, columns, *ends = (int(word) for word in words[:6])
            costs = numpy.array([float(word) for word in words[6:]]).reshape(rows, columns)
            try:
                path, cost = route_through_array(costs, ends[:2], ends[2:], fully_connected=True, geometric=True)
                print(repr(float(cost)))
            except ValueError:
                print("none")
        """;

    [TestMethod]
    public void The_cost_is_that_of_scikit_image()
    {
        LeastCostProblem[] problems =
        [
            .. Enumerable.Range(1, 6).Select(seed => Corners(Rugged(70 + seed, 90 - seed, seed))),
            .. Enumerable.Range(7, 6).Select(seed => Corners(WithWalls(60, 80, seed))),
            .. Enumerable.Range(13, 3).Select(seed => Corners(InSteps(64, 64, seed))),
            Corners(new FrictionGrid(50, 40, Enumerable.Repeat(2.5f, 2000).ToArray())),
            new LeastCostProblem(Rugged(300, 200, 16), new GridCell(17, 180), new GridCell(280, 30)),
        ];

        string[] theirs = Python.Run(ScikitImage, problems.Select(Line));

        for (int i = 0; i < problems.Length; i++)
        {
            LeastCostPath ours = problems[i].Solve();
            if (theirs[i] == "none")
                ours.IsFound.Should().BeFalse("problem {0} has no way", i);
            else
                ours.Cost.Should().BeApproximately(IndependentTool.Numbers(theirs[i])[0], ours.Cost * 1e-12, "problem {0} costs that", i);
        }
    }

    [TestMethod]
    public void A_large_grid_is_searched_on_two_threads_with_one_answer()
    {
        LeastCostProblem problem = Corners(Rugged(240, 200, 99));
        LeastCostPath first = problem.Solve();
        first.Cost.Should().BeApproximately(SimpleDijkstra.Cost(problem.Friction, problem.From, problem.To), first.Cost * 1e-12);
        for (int i = 0; i < 3; i++)
        {
            LeastCostPath again = problem.Solve();
            again.Cells.Should().Equal(first.Cells);
            again.ExploredCells.Should().Be(first.ExploredCells);
        }
    }

    [TestMethod]
    public void A_diagonal_step_passes_between_two_impassable_cells()
    {
        LeastCostPath path = Solve("""
            S#
            #G
            """);
        path.Cells.Should().Equal(new GridCell(0, 0), new GridCell(1, 1));
        path.Cost.Should().BeApproximately(Math.Sqrt(2), 1e-15);
    }

    [TestMethod]
    public void Who_is_enclosed_is_said()
    {
        Solve("""
            S.#..
            ..#..
            ###.G
            """).Explanation.Should().Be("There is no way: impassable cells enclose the start, with 4 cells that can be reached from it.");
        Solve("""
            ..#..
            S.###
            ..#.G
            """).Explanation.Should().Contain("enclose the goal, with 2 cells");
    }

    [TestMethod]
    public void An_impassable_end_is_said()
    {
        var grid = new FrictionGrid(3, 1, new[] { 1f, 1f, float.NaN });
        new LeastCostProblem(grid, new GridCell(0, 0), new GridCell(2, 0)).Solve().Explanation
            .Should().Be("The goal, column 2, row 0, is impassable.");
        new LeastCostProblem(grid, new GridCell(2, 0), new GridCell(0, 0)).Solve().Explanation.Should().Contain("The start");
    }

    [TestMethod]
    public void From_a_cell_to_itself_is_a_path_of_one_cell()
    {
        LeastCostPath path = new LeastCostProblem(new FrictionGrid(2, 2, new float[4]), new GridCell(1, 1), new GridCell(1, 1)).Solve();
        path.Cells.Should().ContainSingle();
        path.Cost.Should().Be(0);
    }

    [TestMethod]
    public void Frictions_of_very_different_size_in_one_grid_are_exact_too()
    {
        float[] values = new float[100 * 100];
        for (int i = 0; i < values.Length; i++)
            values[i] = MathF.Pow(10, (i * 7919 % 23) - 8);
        LeastCostProblem problem = Corners(new FrictionGrid(100, 100, values));
        double expected = SimpleDijkstra.Cost(problem.Friction, problem.From, problem.To);
        problem.Solve().Cost.Should().BeApproximately(expected, expected * 1e-12);
    }

    [TestMethod]
    public void What_makes_no_sense_is_refused()
    {
        var grid = new FrictionGrid(3, 2, new float[6]);
        FluentActions.Invoking(() => new LeastCostProblem(grid, new GridCell(3, 0), new GridCell(0, 0)).Solve())
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*3 columns and 2 rows*");
        FluentActions.Invoking(() => new FrictionGrid(3, 2, new float[5])).Should().Throw<ArgumentException>().WithMessage("*need 6 values, not 5*");
        FluentActions.Invoking(() => new FrictionGrid(0, 2, Array.Empty<float>())).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new LeastCostProblem(new FrictionGrid(1, 1, new float[1]) { RowSpacing = double.NaN }, default, default).Solve())
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*spacing*");
    }

    [TestMethod]
    public void A_search_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        FluentActions.Invoking(() => Corners(Rugged(40, 40, 1)).Solve(cancellationToken: stop.Token)).Should().Throw<OperationCanceledException>();
    }

    [TestMethod]
    public void Progress_rises_to_one()
    {
        var told = new List<double>();
        Corners(Rugged(200, 200, 1)).Solve(new Listener(told));
        told.Should().BeInAscendingOrder().And.OnlyContain(share => share >= 0 && share <= 1);
        told[^1].Should().Be(1);
    }

    private static LeastCostProblem Corners(FrictionGrid grid) =>
        new(grid, new GridCell(0, 0), new GridCell(grid.Columns - 1, grid.Rows - 1));

    private static FrictionGrid Rugged(int columns, int rows, int seed)
    {
        var random = new SeededRandom(seed, 1);
        return new FrictionGrid(columns, rows, Enumerable.Range(0, columns * rows)
            .Select(i => (float)(1 + (3 * Math.Pow(Math.Sin(i % columns / 9.0) + Math.Cos(i / columns / 7.0), 2)) + (4 * random.NextUnit()))).ToArray());
    }

    private static FrictionGrid WithWalls(int columns, int rows, int seed)
    {
        var random = new SeededRandom(seed, 2);
        float[] values = [.. Rugged(columns, rows, seed).Values.ToArray().Select(value => random.NextUnit() switch
        {
            < 0.15 => -1f,
            < 0.3 => float.PositiveInfinity,
            < 0.4 => float.NaN,
            _ => value,
        })];
        values[0] = values[^1] = 1;
        return new FrictionGrid(columns, rows, values);
    }

    // Few different values: many paths cost the same.
    private static FrictionGrid InSteps(int columns, int rows, int seed) =>
        new(columns, rows, Rugged(columns, rows, seed).Values.ToArray().Select(value => MathF.Floor(value / 4)).ToArray());

    private static LeastCostPath Solve(string map)
    {
        string[] lines = map.Split('\n');
        int columns = lines[0].Length;
        string cells = string.Concat(lines);
        var grid = new FrictionGrid(columns, lines.Length, cells.Select(cell => cell == '#' ? float.PositiveInfinity : 1).ToArray());
        return new LeastCostProblem(grid, At('S'), At('G')).Solve();

        GridCell At(char mark) => new(cells.IndexOf(mark, StringComparison.Ordinal) % columns, cells.IndexOf(mark, StringComparison.Ordinal) / columns);
    }

    // NaN is told to scikit-image as a negative number: it does not expect it, and ends in a crash.
    private static string Line(LeastCostProblem problem) => string.Join(' ',
        [
            .. new[] { problem.Friction.Rows, problem.Friction.Columns, problem.From.Row, problem.From.Column, problem.To.Row, problem.To.Column }
                .Select(number => number.ToString(CultureInfo.InvariantCulture)),
            .. problem.Friction.Values.ToArray().Select(value => IndependentTool.Text(float.IsNaN(value) ? -1 : value).Replace("Infinity", "inf", StringComparison.Ordinal)),
        ]);

    private sealed class Listener(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
