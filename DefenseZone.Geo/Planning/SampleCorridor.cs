namespace DefenseZone.Geo.Planning;

/// <summary>
/// The cells of a lattice that a border runs through, and enough of their neighbours to make up a wanted count.
/// The border stays at least two fifths of a cell away from the corridor's outer edge, or rather from any cell
/// that is not in it.
/// </summary>
internal sealed class SampleCorridor
{
    private const double MarginOfCell = 0.4;

    private SampleCorridor(int width, int height, List<(int Column, int Row)> cells)
    {
        CellWidth = width;
        CellHeight = height;
        Cells = cells;
        Members = [.. cells];
    }

    /// <summary>A cell's width in grid steps.</summary>
    public int CellWidth { get; }

    /// <summary>A cell's height in grid steps.</summary>
    public int CellHeight { get; }

    /// <summary>The cells in the order in which the border comes to them. A cell begins at column × width, row × height.</summary>
    public IReadOnlyList<(int Column, int Row)> Cells { get; }

    /// <summary>The same cells, to look one up.</summary>
    public HashSet<(int Column, int Row)> Members { get; }

    public static SampleCorridor Along(SampleBorder border, int cellCount, int seed)
    {
        // The smallest cell whose count along the border is not over the wanted one.
        double tooSmall = border.LengthMetres / cellCount / 8;
        double enough = border.LengthMetres / cellCount * 16;
        for (int i = 0; i < 12; i++)
        {
            double middle = (tooSmall + enough) / 2;
            (int width, int height) = CellSteps(border, middle);
            if (CellsAlong(border, width, height).Count > cellCount)
                tooSmall = middle;
            else
                enough = middle;
        }

        (int cellWidth, int cellHeight) = CellSteps(border, enough);
        Dictionary<(int Column, int Row), int> firstVertices = CellsAlong(border, cellWidth, cellHeight);
        Widen(firstVertices, cellCount, new SeededRandom(seed, stream: 2));
        return new SampleCorridor(
            cellWidth,
            cellHeight,
            [.. firstVertices.OrderBy(cell => cell.Value).ThenBy(cell => cell.Key.Column).ThenBy(cell => cell.Key.Row).Select(cell => cell.Key)]);
    }

    private static (int Width, int Height) CellSteps(SampleBorder border, double metres)
    {
        GridScale scale = GridScale.At(border.Vertices[border.Vertices.Length / 2].Y);
        return ((int)(metres / scale.MetresPerX), (int)(metres / scale.MetresPerY));
    }

    // The cells within the margin of a border vertex, each with the first such vertex.
    private static Dictionary<(int Column, int Row), int> CellsAlong(SampleBorder border, int width, int height)
    {
        var cells = new Dictionary<(int Column, int Row), int>();
        int marginX = (int)(width * MarginOfCell);
        int marginY = (int)(height * MarginOfCell);
        (int, int, int, int) last = default;
        for (int i = 0; i < border.Vertices.Length; i++)
        {
            GridPoint vertex = border.Vertices[i];
            (int West, int East, int South, int North) window = (
                (vertex.X - marginX) / width, (vertex.X + marginX) / width, (vertex.Y - marginY) / height, (vertex.Y + marginY) / height);
            if (window == last)
                continue;
            last = window;
            for (int column = window.West; column <= window.East; column++)
            {
                for (int row = window.South; row <= window.North; row++)
                    cells.TryAdd((column, row), i);
            }
        }

        return cells;
    }

    // Neighbours at random, ring after ring, until the count is reached.
    private static void Widen(Dictionary<(int Column, int Row), int> firstVertices, int cellCount, SeededRandom random)
    {
        while (firstVertices.Count < cellCount)
        {
            var ring = new SortedDictionary<(int Column, int Row), int>();
            foreach (((int column, int row), int vertex) in firstVertices)
            {
                foreach ((int, int) neighbour in ((int, int)[])[(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)])
                {
                    if (!firstVertices.ContainsKey(neighbour) && (!ring.TryGetValue(neighbour, out int known) || vertex < known))
                        ring[neighbour] = vertex;
                }
            }

            KeyValuePair<(int Column, int Row), int>[] shuffled = [.. ring];
            random.Shuffle<KeyValuePair<(int Column, int Row), int>>(shuffled);
            foreach (((int, int) cell, int vertex) in shuffled.AsSpan(0, Math.Min(shuffled.Length, cellCount - firstVertices.Count)))
                firstVertices.Add(cell, vertex);
        }
    }
}
