namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Boxes in longitude and latitude around runs of consecutive border edges: around every eight, and around every eight
/// of those, and a grid over the latter. What is nowhere near the border is told so by one look at the grid.
/// Edges over the antimeridian are left out.
/// </summary>
internal sealed class BorderRuns
{
    internal const int Eight = 8;
    internal const int EdgesOfRun = Eight * Eight;

    // Cells of one or two kilometres along a border of ordinary shape: small enough that few of them meet it.
    private const double CellDegrees = 0.015;
    private const int CellsPerRun = 192;
    private const int VerticesWorthAThread = 16_384;

    private readonly BorderVertices _vertices;
    private readonly BoxGrid.Box[] _runs;
    private readonly BoxGrid _grid;

    internal BorderRuns(BorderVertices vertices)
    {
        _vertices = vertices;
        int edges = Math.Max(0, vertices.Count - 1);
        int runs = (edges + EdgesOfRun - 1) / EdgesOfRun;
        _runs = new BoxGrid.Box[runs];
        West = new double[runs * Eight];
        South = new double[runs * Eight];
        East = new double[runs * Eight];
        North = new double[runs * Eight];
        int blocks = Math.Max(1, Math.Min(Environment.ProcessorCount, vertices.Count / VerticesWorthAThread));
        var over = new List<int>[blocks];
        SharedWork.Do(blocks, block =>
        {
            over[block] = [];
            for (int run = (int)((long)runs * block / blocks); run < (int)((long)runs * (block + 1) / blocks); run++)
                _runs[run] = Enclose(run, over[block]);
        });
        foreach (List<int> found in over)
            OverAntimeridian.AddRange(found);
        _grid = BoxGrid.Of<BoxGrid.Box>(_runs, CellDegrees, CellsPerRun);
    }

    /// <summary>The edges that cross the antimeridian.</summary>
    internal List<int> OverAntimeridian { get; } = [];

    /// <summary>The western ends of the boxes around eight edges each; the eight of one run one behind the other.</summary>
    internal double[] West { get; }

    /// <inheritdoc cref="West"/>
    internal double[] South { get; }

    /// <inheritdoc cref="West"/>
    internal double[] East { get; }

    /// <inheritdoc cref="West"/>
    internal double[] North { get; }

    /// <summary>The box around a run.</summary>
    internal ref readonly BoxGrid.Box BoxOf(int run) => ref _runs[run];

    /// <summary>True where no run is near a box; false does not say that one is.</summary>
    internal bool AreNone(in BoxGrid.Box box) => _grid.AreEmpty(_grid.CellsOf(in box));

    internal BoxGrid.CellRange CellsOf(in BoxGrid.Box box) => _grid.CellsOf(in box);

    internal ReadOnlySpan<int> RunsIn(int column, int row) => _grid.ItemsIn(column, row);

    private BoxGrid.Box Enclose(int run, List<int> overAntimeridian)
    {
        BoxGrid.Box whole = BoxGrid.Box.Nowhere;
        for (int eight = run * Eight; eight < (run + 1) * Eight; eight++)
        {
            int first = eight * Eight, end = Math.Min(_vertices.Count - 1, first + Eight);
            BoxGrid.Box box = first < end ? BoxGrid.Box.Around(_vertices.Longitudes.AsSpan(first..(end + 1)), _vertices.Latitudes.AsSpan(first..(end + 1))) : BoxGrid.Box.Nowhere;
            if (box.East - box.West > 180)
                box = WithoutAntimeridian(first, end, overAntimeridian);
            (West[eight], South[eight], East[eight], North[eight]) = (box.West, box.South, box.East, box.North);
            whole = whole.Joined(box);
        }

        return whole;
    }

    private BoxGrid.Box WithoutAntimeridian(int first, int end, List<int> overAntimeridian)
    {
        double[] longitudes = _vertices.Longitudes, latitudes = _vertices.Latitudes;
        BoxGrid.Box box = BoxGrid.Box.Nowhere;
        for (int edge = first; edge < end; edge++)
        {
            if (_vertices.Chainages[edge + 1] <= _vertices.Chainages[edge])
                continue;
            if (Math.Abs(longitudes[edge + 1] - longitudes[edge]) > 180)
                overAntimeridian.Add(edge);
            else
                box = box.Joined(BoxGrid.Box.Around(longitudes.AsSpan(edge, 2), latitudes.AsSpan(edge, 2)));
        }

        return box;
    }
}
