using System.Collections.Immutable;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Which moves from a sample of the grid keep the grade, and what they cost.</summary>
internal sealed class MoveCosts
{
    /// <summary>The greatest number of moves that there are from a sample.</summary>
    internal static readonly int Directions = RoadMove.All.Length;

    // Lengths are good to a few millionths: what is just at the limit here is not above it when measured on the ellipsoid.
    private const double GradeMargin = 1e-4;

    private static readonly ImmutableArray<RoadMove> Moves = RoadMove.All;

    private readonly GroundCosts _ground;
    private readonly SitingGrid _grid;
    private readonly double _maximumGrade;
    private readonly double[] _turns;

    internal MoveCosts(GroundCosts ground)
    {
        (_ground, _grid, _maximumGrade) = (ground, ground.Grid, ground.Standard.MaximumGrade * (1 - GradeMargin));
        _turns = Turns(_grid, ground.Standard.HairpinCost);
    }

    internal GroundCosts Ground => _ground;

    /// <summary>The cheapest that any move can cost; over 0 unless nothing is passable.</summary>
    internal double Cheapest => double.IsFinite(_ground.CheapestPerMetre) ? _ground.CheapestPerMetre * _grid.SmallestCellMetres : 1;

    /// <summary>What it costs to go on in one direction after another.</summary>
    internal double Turn(int before, int after) => _turns[(before * Directions) + after];

    /// <summary>Where a move from a sample leads; −1 where it leaves the grid.</summary>
    internal int Target(int column, int row, int move)
    {
        RoadMove step = Moves[move];
        int toColumn = column + step.Columns, toRow = row + step.Rows;
        return (uint)toColumn >= (uint)_grid.Columns || (uint)toRow >= (uint)_grid.Rows ? -1 : (toRow * _grid.Columns) + toColumn;
    }

    /// <summary>A move that does not leave the grid costs at least this: what is known without a look at the ground.</summary>
    internal double CostAtLeast(int row, int move) => _ground.CheapestPerMetre * _grid.Metres(Moves[move].Columns, Moves[move].Rows, row);

    /// <summary>The cost of a move from a sample; infinite where it leaves the grid, is too steep, or enters what is forbidden.</summary>
    internal double Cost(int column, int row, int move, out int target)
    {
        RoadMove step = Moves[move];
        int toColumn = column + step.Columns, toRow = row + step.Rows;
        target = (toRow * _grid.Columns) + toColumn;
        if ((uint)toColumn >= (uint)_grid.Columns || (uint)toRow >= (uint)_grid.Rows)
            return double.PositiveInfinity;
        double metres = _grid.Metres(step.Columns, step.Rows, row);
        if (!KeepsTo(_maximumGrade * metres / step.Pieces, step, column, row, target))
            return double.PositiveInfinity;
        double cost = 0;
        foreach (CellShare cell in step.Cells.AsSpan())
            cost += cell.Share * _ground.PerMetre[((row + cell.Row) * _grid.Columns) + column + cell.Column];
        return cost * metres;
    }

    /// <summary>The steepest piece of a move, if it stays in the grid and enters nothing forbidden; else infinite.</summary>
    internal double WorstGrade(int column, int row, int move, out int target)
    {
        RoadMove step = Moves[move];
        int toColumn = column + step.Columns, toRow = row + step.Rows;
        target = (toRow * _grid.Columns) + toColumn;
        if ((uint)toColumn >= (uint)_grid.Columns || (uint)toRow >= (uint)_grid.Rows)
            return double.PositiveInfinity;
        foreach (CellShare cell in step.Cells.AsSpan())
        {
            if (float.IsPositiveInfinity(_ground.PerMetre[((row + cell.Row) * _grid.Columns) + column + cell.Column]))
                return double.PositiveInfinity;
        }

        double piece = _grid.Metres(step.Columns, step.Rows, row) / step.Pieces;
        ReadOnlySpan<float> heights = _grid.Heights;
        float before = heights[(row * _grid.Columns) + column];
        double worst = 0;
        foreach (MoveSample sample in step.Samples.AsSpan())
        {
            float here = Height(heights, column, row, sample);
            worst = Math.Max(worst, Math.Abs(here - before) / piece);
            before = here;
        }

        worst = Math.Max(worst, Math.Abs(heights[target] - before) / piece);
        return double.IsNaN(worst) ? double.PositiveInfinity : worst;
    }

    private bool KeepsTo(double mostRise, RoadMove step, int column, int row, int target)
    {
        ReadOnlySpan<float> heights = _grid.Heights;
        float before = heights[(row * _grid.Columns) + column];
        foreach (MoveSample sample in step.Samples.AsSpan())
        {
            float here = Height(heights, column, row, sample);

            // Voids compare as false and so are never entered.
            if (!(Math.Abs(here - before) <= mostRise))
                return false;
            before = here;
        }

        return Math.Abs(heights[target] - before) <= mostRise;
    }

    private float Height(ReadOnlySpan<float> heights, int column, int row, MoveSample sample)
    {
        float near = heights[((row + sample.Row) * _grid.Columns) + column + sample.Column];
        float far = heights[((row + sample.NextRow) * _grid.Columns) + column + sample.NextColumn];
        return (near * (1 - sample.NextShare)) + (far * sample.NextShare);
    }

    private static double[] Turns(SitingGrid grid, double hairpinCost)
    {
        double[] azimuths = [.. Moves.Select(move => Math.Atan2(move.Rows * grid.Metres(0, 1, 0), move.Columns * grid.Metres(1, 0, 0)))];
        var turns = new double[Directions * Directions];
        for (int before = 0; before < Directions; before++)
        {
            for (int after = 0; after < Directions; after++)
            {
                double share = Math.Abs(Math.IEEERemainder(azimuths[after] - azimuths[before], 2 * Math.PI)) / Math.PI;
                turns[(before * Directions) + after] = hairpinCost * share * share;
            }
        }

        return turns;
    }
}
