using System.Collections.Immutable;

namespace DefenseZone.Geo.LeastCost;

/// <summary>The way of least cost over a grid, or why there is none.</summary>
public sealed record LeastCostPath
{
    private LeastCostPath()
    {
    }

    /// <summary>Whether there is a way.</summary>
    public bool IsFound => !Cells.IsEmpty;

    /// <summary>The cells from the start to the goal, both included, each a neighbour of the one before; none where there is no way.</summary>
    public required ImmutableArray<GridCell> Cells { get; init; }

    /// <summary>What it costs, summed in double precision along <see cref="Cells"/>; infinite where there is no way.</summary>
    public required double Cost { get; init; }

    /// <summary>How many cells were settled to find it and to be sure that nothing is cheaper, counted from both ends.</summary>
    public required long ExploredCells { get; init; }

    /// <summary>Why there is no way; empty where there is one.</summary>
    public required string Explanation { get; init; }

    internal static LeastCostPath None(string explanation, long exploredCells = 0) => new()
    {
        Cells = [],
        Cost = double.PositiveInfinity,
        ExploredCells = exploredCells,
        Explanation = explanation,
    };

    internal static LeastCostPath Through(ImmutableArray<GridCell> cells, FrictionGrid friction, long exploredCells)
    {
        double cost = 0;
        for (int i = 1; i < cells.Length; i++)
            cost += StepCost(friction, cells[i - 1], cells[i]);
        return new LeastCostPath { Cells = cells, Cost = cost, ExploredCells = exploredCells, Explanation = string.Empty };
    }

    private static double StepCost(FrictionGrid friction, GridCell from, GridCell to)
    {
        double across = (to.Column - from.Column) * friction.ColumnSpacing, down = (to.Row - from.Row) * friction.RowSpacing;
        return ((double)friction[from] + friction[to]) / 2 * Math.Sqrt((across * across) + (down * down));
    }
}
