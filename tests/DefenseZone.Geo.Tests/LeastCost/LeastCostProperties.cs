using DefenseZone.Geo.LeastCost;
using FsCheck;
using FsCheck.Fluent;

namespace DefenseZone.Geo.Tests.LeastCost;

/// <summary>What must hold on any grid.</summary>
[TestClass]
public sealed class LeastCostProperties
{
    // Free, cheap, dear and all that is impassable, in different shares.
    private static readonly float[] Frictions =
        [0, 1, 1, 1, 2, 3, 0.001f, 0.5f, 7, 20, 1e6f, float.NaN, float.PositiveInfinity, -1, float.NegativeInfinity, 1.5f];

    private static readonly Gen<LeastCostProblem> Problems =
        from columns in Gen.Choose(1, 24)
        from rows in Gen.Choose(1, 24)
        from lowest in Gen.Choose(0, 6)
        from highest in Gen.Choose(7, Frictions.Length - 1)
        from values in Gen.Choose(lowest, highest).Select(i => Frictions[i]).ArrayOf(columns * rows)
        from spacing in Gen.Elements(1.0, 1.0, 0.3, 30)
        from ends in Gen.Choose(0, (columns * rows) - 1).Two()
        select new LeastCostProblem(
            new FrictionGrid(columns, rows, values) { RowSpacing = spacing },
            new GridCell(ends.Item1 % columns, ends.Item1 / columns),
            new GridCell(ends.Item2 % columns, ends.Item2 / columns));

    [TestMethod]
    public void The_cost_is_that_of_a_textbook_search() => Check(problem =>
    {
        double expected = SimpleDijkstra.Cost(problem.Friction, problem.From, problem.To);
        LeastCostPath path = problem.Solve();
        path.IsFound.Should().Be(double.IsFinite(expected));
        if (path.IsFound)
            path.Cost.Should().BeApproximately(expected, 1e-12 * (1 + expected));
        else
            path.Explanation.Should().NotBeEmpty();
    });

    [TestMethod]
    public void The_path_goes_from_neighbour_to_neighbour_over_passable_cells() => Check(problem =>
    {
        LeastCostPath path = problem.Solve();
        if (!path.IsFound)
            return;
        path.Cells[0].Should().Be(problem.From);
        path.Cells[^1].Should().Be(problem.To);
        path.Cells.Should().OnlyHaveUniqueItems().And.OnlyContain(cell => problem.Friction.IsPassable(cell));
        for (int i = 1; i < path.Cells.Length; i++)
        {
            Math.Abs(path.Cells[i].Column - path.Cells[i - 1].Column).Should().BeLessThanOrEqualTo(1);
            Math.Abs(path.Cells[i].Row - path.Cells[i - 1].Row).Should().BeLessThanOrEqualTo(1);
        }
    });

    [TestMethod]
    public void There_and_back_cost_the_same() => Check(problem =>
    {
        double there = problem.Solve().Cost, back = (problem with { From = problem.To, To = problem.From }).Solve().Cost;
        (there == back || Math.Abs(there - back) <= 1e-12 * there).Should().BeTrue();
    });

    private static void Check(Action<LeastCostProblem> holds) =>
        Prop.ForAll(Problems.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20260102, 297));
}
