namespace DefenseZone.Geo.Roads;

/// <summary>A place inside a line where a node lies.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="T">The share of the way along it, 0 to 1.</param>
/// <param name="Node">The node.</param>
/// <param name="By">The line that meets it there.</param>
internal readonly record struct LineCut(int Segment, double T, int Node, int By);

/// <summary>
/// The ends of lines as nodes. Ends drawn at one place are one node. An end that meets nothing is moved: onto the nearest
/// other end within the snapping distance, else onto the nearest line on its level. Ends that touch a line are joined to it
/// on whatever level it is: bridges end on the ground.
/// </summary>
internal sealed class RoadEnds
{
    private readonly RoadLines _lines;

    private RoadEnds(RoadLines lines)
    {
        _lines = lines;
        First = new int[lines.Count];
        Last = new int[lines.Count];
        var places = new Dictionary<(double X, double Y), int>(lines.Count * 2);
        var vertices = new List<int>(lines.Count);
        for (int line = 0; line < lines.Count; line++)
        {
            First[line] = PlaceOf(lines.Starts[line]);
            Last[line] = PlaceOf(lines.Starts[line + 1] - 1);
        }

        Vertices = [.. vertices];
        Degrees = new int[Vertices.Length];
        for (int line = 0; line < lines.Count; line++)
        {
            Degrees[First[line]]++;
            Degrees[Last[line]]++;
        }

        X = Array.ConvertAll(Vertices, vertex => lines.X[vertex]);
        Y = Array.ConvertAll(Vertices, vertex => lines.Y[vertex]);
        Union = new NodeUnion(Vertices.Length);
        SnappedTo = new int[Vertices.Length];
        SnappedTo.AsSpan().Fill(-1);

        int PlaceOf(int vertex)
        {
            // Adding zero makes one of the two zeros.
            (double, double) key = (lines.X[vertex] + 0.0, lines.Y[vertex] + 0.0);
            if (!places.TryGetValue(key, out int place))
            {
                places.Add(key, place = vertices.Count);
                vertices.Add(vertex);
            }

            return place;
        }
    }

    /// <summary>The node of each line's first vertex, before <see cref="Union"/>.</summary>
    internal int[] First { get; }

    /// <summary>The node of each line's last vertex, before <see cref="Union"/>.</summary>
    internal int[] Last { get; }

    /// <summary>A vertex drawn at each node.</summary>
    internal int[] Vertices { get; }

    /// <summary>How many ends are drawn at each node.</summary>
    internal int[] Degrees { get; }

    /// <summary>Where each node has come to lie; meaningful for roots.</summary>
    internal double[] X { get; }

    internal double[] Y { get; }

    /// <summary>Which nodes turned out to be one.</summary>
    internal NodeUnion Union { get; }

    /// <summary>The line that a node was moved onto; −1 where it was not.</summary>
    internal int[] SnappedTo { get; }

    /// <summary>The places where lines are met by ends.</summary>
    internal List<LineCut> Cuts { get; } = [];

    /// <summary>What is nearest to each node.</summary>
    internal EndNeighbour[] Neighbours { get; private set; } = [];

    internal static RoadEnds Of(RoadLines lines, SegmentGrid grid, double snapMetres, double nearMissMetres, CancellationToken cancellationToken)
    {
        var ends = new RoadEnds(lines);
        var search = new EndSearch(lines, grid, ends, snapMetres, Math.Max(snapMetres, nearMissMetres));
        ends.Neighbours = search.All(cancellationToken);
        foreach ((int place, int segment, double t) in search.Touches)
            ends.Cuts.Add(new LineCut(segment, t, place, lines.LineOf[ends.Vertices[place]]));
        for (int place = 0; place < ends.Vertices.Length; place++)
            ends.Settle(place, snapMetres);
        return ends;
    }

    private void Settle(int place, double snapMetres)
    {
        EndNeighbour near = Neighbours[place];
        if (near.Touches)
            return;
        if (near.Place >= 0 && near.PlaceMetres <= (Degrees[place] == 1 ? snapMetres : LocalPlane.TouchMetres))
        {
            int root = Union.Root(place), other = Union.Root(near.Place);
            if (root == other)
                return;
            bool stays = Degrees[place] > Degrees[near.Place];
            Union.Join(stays ? other : root, stays ? root : other);
            return;
        }

        if (near.Segment < 0 || near.SegmentMetres > snapMetres)
            return;
        int moved = Union.Root(place);
        if (SnappedTo[moved] >= 0)
            return;
        double[] x = _lines.X, y = _lines.Y;
        X[moved] = x[near.Segment] + (near.T * (x[near.Segment + 1] - x[near.Segment]));
        Y[moved] = y[near.Segment] + (near.T * (y[near.Segment + 1] - y[near.Segment]));
        SnappedTo[moved] = _lines.LineOf[near.Segment];
        Cuts.Add(new LineCut(near.Segment, near.T, moved, _lines.LineOf[Vertices[place]]));
    }
}
