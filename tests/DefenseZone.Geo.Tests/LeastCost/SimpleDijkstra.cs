using DefenseZone.Geo.LeastCost;

namespace DefenseZone.Geo.Tests.LeastCost;

/// <summary>Dijkstra's algorithm as in a textbook, to check the fast one by.</summary>
internal static class SimpleDijkstra
{
    internal static double Cost(FrictionGrid grid, GridCell from, GridCell to)
    {
        if (!grid.IsPassable(from) || !grid.IsPassable(to))
            return double.PositiveInfinity;
        var costs = new Dictionary<GridCell, double> { [from] = 0 };
        var queue = new PriorityQueue<GridCell, double>();
        queue.Enqueue(from, 0);
        while (queue.TryDequeue(out GridCell cell, out double cost))
        {
            if (cell == to)
                return cost;
            if (cost > costs[cell])
                continue;
            for (int row = cell.Row - 1; row <= cell.Row + 1; row++)
            {
                for (int column = cell.Column - 1; column <= cell.Column + 1; column++)
                {
                    var next = new GridCell(column, row);
                    if (next == cell || !grid.IsPassable(next))
                        continue;
                    double across = (column - cell.Column) * grid.ColumnSpacing, down = (row - cell.Row) * grid.RowSpacing;
                    double total = cost + (((double)grid[cell] + grid[next]) / 2 * Math.Sqrt((across * across) + (down * down)));
                    if (costs.TryGetValue(next, out double known) && known <= total)
                        continue;
                    costs[next] = total;
                    queue.Enqueue(next, total);
                }
            }
        }

        return double.PositiveInfinity;
    }
}
