namespace DefenseZone.Geo.RoadSiting;

/// <summary>A cell that a straight line passes through, and the share of its length there.</summary>
internal readonly record struct CellShare(int Column, int Row, double Share);

/// <summary>Straight lines in grid coordinates, where a cell reaches half a step around its middle.</summary>
internal static class GridSegment
{
    /// <summary>The cells that a line passes through, in order. Those that it only touches at a corner are none of them.</summary>
    internal static List<CellShare> Cells(double fromColumn, double fromRow, double toColumn, double toRow)
    {
        var cuts = new List<double> { 0, 1 };
        AddCuts(cuts, fromColumn, toColumn);
        AddCuts(cuts, fromRow, toRow);
        cuts.Sort();
        var cells = new List<CellShare>();
        for (int i = 1; i < cuts.Count; i++)
        {
            double share = cuts[i] - cuts[i - 1];
            if (share <= 1e-12)
                continue;
            double middle = (cuts[i] + cuts[i - 1]) / 2;
            cells.Add(new CellShare(
                (int)Math.Floor(fromColumn + ((toColumn - fromColumn) * middle) + 0.5),
                (int)Math.Floor(fromRow + ((toRow - fromRow) * middle) + 0.5),
                share));
        }

        if (cells.Count == 0)
            cells.Add(new CellShare((int)Math.Floor(fromColumn + 0.5), (int)Math.Floor(fromRow + 0.5), 1));
        return cells;
    }

    // Where it crosses the edges of cells, which lie half-way between middles.
    private static void AddCuts(List<double> cuts, double from, double to)
    {
        if (from == to)
            return;
        for (double edge = Math.Ceiling(Math.Min(from, to) - 0.5) + 0.5; edge < Math.Max(from, to); edge++)
            cuts.Add(Math.Clamp((edge - from) / (to - from), 0, 1));
    }
}
