using DefenseZone.Geo.RoadSiting;
using FsCheck;
using FsCheck.Fluent;

namespace DefenseZone.Geo.Tests.RoadSiting;

[TestClass]
public sealed class SteinerTreeTests
{
    private static readonly Gen<(int Nodes, CostEdge[] Edges, int[] Terminals)> Graphs =
        from nodes in Gen.Choose(2, 7)
        from count in Gen.Choose(1, 11)
        from ends in Gen.Choose(0, nodes - 1).Two().ArrayOf(count)
        from costs in Gen.Choose(1, 20).ArrayOf(count)
        from terminals in Gen.Choose(0, nodes - 1).ListOf(4)
        select (nodes,
            ends.Zip(costs, (pair, cost) => new CostEdge(pair.Item1, pair.Item2, cost)).Where(edge => edge.From != edge.To).ToArray(),
            terminals.Distinct().Order().ToArray());

    [TestMethod]
    public void The_tree_is_as_cheap_as_the_best_of_all_sets_of_edges() => Check(graph =>
    {
        double expected = Cheapest(graph.Nodes, graph.Edges, graph.Terminals);
        var tree = SteinerTree.Of(graph.Nodes, graph.Edges, graph.Terminals, default);
        (tree is null).Should().Be(double.IsInfinity(expected));
        if (tree is null)
            return;
        tree.Cost.Should().BeApproximately(expected, 1e-9);
        tree.LowerBound.Should().BeApproximately(expected, 1e-9);
        tree.Edges.Sum(edge => graph.Edges[edge].Cost).Should().BeApproximately(expected, 1e-9);
        Joins(graph.Nodes, [.. tree.Edges.Select(edge => graph.Edges[edge])], graph.Terminals).Should().BeTrue();
    });

    [TestMethod]
    public void The_bound_by_dual_ascent_is_never_above_the_optimum() => Check(graph =>
    {
        double expected = Cheapest(graph.Nodes, graph.Edges, graph.Terminals);
        if (graph.Terminals.Length > 1 && double.IsFinite(expected))
            SteinerBound.Of(new LinkGraph(graph.Nodes, graph.Edges), graph.Terminals, default).Should().BeLessThanOrEqualTo(expected + 1e-9).And.BeGreaterThan(0);
    });

    [TestMethod]
    public void With_many_terminals_the_tree_and_its_bound_enclose_the_optimum()
    {
        // A wheel: 12 terminals on the rim, 3 hubs that are none. The rim costs 11 × 2; over one hub 12 × 1.5.
        CostEdge[] edges =
        [
            .. Enumerable.Range(0, 12).Select(i => new CostEdge(i, (i + 1) % 12, 2)),
            .. Enumerable.Range(0, 12).Select(i => new CostEdge(i, 12, 1.5)),
            .. Enumerable.Range(0, 12).Select(i => new CostEdge(i, 13, 3)),
            new CostEdge(13, 14, 1),
        ];
        SteinerTree tree = SteinerTree.Of(15, edges, [.. Enumerable.Range(0, 12)], default)!;
        tree.Cost.Should().BeInRange(18, 22);
        tree.LowerBound.Should().BeLessThanOrEqualTo(18);
        tree.LowerBound.Should().BeGreaterThan(9);
        tree.Method.Should().Be(ConnectionMethod.NearestTerminals);
        Joins(15, [.. tree.Edges.Select(edge => edges[edge])], [.. Enumerable.Range(0, 12)]).Should().BeTrue();
    }

    private static double Cheapest(int nodes, CostEdge[] edges, int[] terminals)
    {
        double best = double.PositiveInfinity;
        for (int set = 0; set < 1 << edges.Length; set++)
        {
            CostEdge[] chosen = [.. edges.Where((_, i) => (set & (1 << i)) != 0)];
            double cost = chosen.Sum(edge => edge.Cost);
            if (cost < best && Joins(nodes, chosen, terminals))
                best = cost;
        }

        return best;
    }

    private static bool Joins(int nodes, CostEdge[] edges, int[] terminals)
    {
        int[] group = [.. Enumerable.Range(0, nodes)];
        foreach (CostEdge edge in edges)
        {
            int old = group[edge.To];
            for (int i = 0; i < nodes; i++)
                group[i] = group[i] == old ? group[edge.From] : group[i];
        }

        return terminals.All(terminal => group[terminal] == group[terminals[0]]);
    }

    private static void Check(Action<(int Nodes, CostEdge[] Edges, int[] Terminals)> holds) =>
        Prop.ForAll(Graphs.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260103, 297));
}
