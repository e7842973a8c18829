namespace DefenseZone.Geo.Planning;

/// <summary>
/// The edges of a growing polyline in square buckets, so that a bend can be tried against what lies near it
/// before it is made.
/// </summary>
internal sealed class EdgeGrid
{
    // Two edges that meet must not fold back on each other: the cosine of the angle between them stays below this.
    private const double SharpestCosine = 0.9;

    private readonly int _bucketSteps;
    private readonly Dictionary<(int Column, int Row), int> _heads;
    private readonly List<(int Edge, int Next)> _entries;
    private readonly List<(GridPoint From, GridPoint To)> _edges;
    private readonly List<bool> _removed;
    private readonly List<int> _seenAt;
    private int _query;

    public EdgeGrid(ReadOnlySpan<GridPoint> line, int bucketSteps)
    {
        _bucketSteps = bucketSteps;
        _heads = new(line.Length * 3);
        _entries = new(line.Length * 5);
        _edges = new(line.Length * 3);
        _removed = new(line.Length * 3);
        _seenAt = new(line.Length * 3);
        for (int i = 0; i + 1 < line.Length; i++)
            Add(line[i], line[i + 1]);
    }

    /// <summary>
    /// True when the edge, replaced by two over <paramref name="bend"/>, would keep at least
    /// <paramref name="clearanceMetres"/> from every edge that it does not meet.
    /// </summary>
    public bool IsClear(int edge, GridPoint bend, double clearanceMetres)
    {
        (GridPoint from, GridPoint to) = _edges[edge];
        GridScale scale = GridScale.At(bend.Y);
        int marginX = (int)(clearanceMetres / scale.MetresPerX) + 1;
        int marginY = (int)(clearanceMetres / scale.MetresPerY) + 1;
        int lowColumn = (Math.Min(Math.Min(from.X, to.X), bend.X) - marginX) / _bucketSteps;
        int highColumn = (Math.Max(Math.Max(from.X, to.X), bend.X) + marginX) / _bucketSteps;
        int lowRow = (Math.Min(Math.Min(from.Y, to.Y), bend.Y) - marginY) / _bucketSteps;
        int highRow = (Math.Max(Math.Max(from.Y, to.Y), bend.Y) + marginY) / _bucketSteps;
        var near = new EdgeProximity(bend, scale, clearanceMetres, SharpestCosine);
        _query++;
        for (int column = lowColumn; column <= highColumn; column++)
        {
            for (int row = lowRow; row <= highRow; row++)
            {
                for (int entry = _heads.GetValueOrDefault((column, row), -1); entry >= 0; entry = _entries[entry].Next)
                {
                    int other = _entries[entry].Edge;
                    if (other == edge || _removed[other] || _seenAt[other] == _query)
                        continue;
                    _seenAt[other] = _query;
                    (GridPoint otherFrom, GridPoint otherTo) = _edges[other];
                    if (!near.IsClear(from, bend, otherFrom, otherTo) || !near.IsClear(bend, to, otherFrom, otherTo))
                        return false;
                }
            }
        }

        return true;
    }

    /// <summary>Replaces an edge by two that meet in <paramref name="bend"/>.</summary>
    public void Split(int edge, GridPoint bend)
    {
        (GridPoint from, GridPoint to) = _edges[edge];
        _removed[edge] = true;
        Add(from, bend);
        Add(bend, to);
    }

    private void Add(GridPoint from, GridPoint to)
    {
        int edge = _edges.Count;
        _edges.Add((from, to));
        _removed.Add(false);
        _seenAt.Add(0);
        int highColumn = Math.Max(from.X, to.X) / _bucketSteps;
        int highRow = Math.Max(from.Y, to.Y) / _bucketSteps;
        for (int column = Math.Min(from.X, to.X) / _bucketSteps; column <= highColumn; column++)
        {
            for (int row = Math.Min(from.Y, to.Y) / _bucketSteps; row <= highRow; row++)
            {
                _entries.Add((edge, _heads.GetValueOrDefault((column, row), -1)));
                _heads[(column, row)] = _entries.Count - 1;
            }
        }
    }
}
