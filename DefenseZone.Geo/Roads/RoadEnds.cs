namespace DefenseZone.Geo.Roads;

/// <summary>A place inside a line where a node lies.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="T">The share of the way along it, 0 to 1.</param>
/// <param name="Node">The node.</param>
/// <param name="By">The line that meets it there.</param>
internal readonly record struct LineCut(int Segment, double T, int Node, int By);

/// <summary>A link from the end of a line to another line, or to the end of one, over the gap between them.</summary>
/// <param name="Line">The line whose end it is.</param>
/// <param name="AtEnd">False for its first vertex, true for its last.</param>
/// <param name="Gap">The gap.</param>
internal readonly record struct EndLink(int Line, bool AtEnd, EndGap Gap);

/// <summary>
/// The ends of lines as nodes. Ends drawn at one place are one node. Lines stay as they are drawn: each end is linked to every
/// other end and to every line on its level within the snapping distance, whatever else it meets, so that a further line
/// never takes a link away. Ends that touch a line are joined to it on whatever level it is: bridges end on the ground.
/// </summary>
internal sealed class RoadEnds
{
    private readonly RoadLines _lines;
    private readonly Func<int, int, bool> _isAsGood;

    private RoadEnds(RoadLines lines, Func<int, int, bool> isAsGood)
    {
        _lines = lines;
        _isAsGood = isAsGood;
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

    /// <summary>Where each node lies.</summary>
    internal double[] X { get; }

    internal double[] Y { get; }

    /// <summary>Which nodes turned out to be one.</summary>
    internal NodeUnion Union { get; }

    /// <summary>The links over gaps within the snapping distance.</summary>
    internal List<EndLink> Links { get; } = [];

    /// <summary>The places where lines are met by ends.</summary>
    internal List<LineCut> Cuts { get; } = [];

    /// <summary>What is nearest to each node.</summary>
    internal EndNeighbour[] Neighbours { get; private set; } = [];

    /// <summary>The ends, and what they meet.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="grid">Their segments.</param>
    /// <param name="isAsGood">Whether a road is two-way and as fast as another.</param>
    /// <param name="snapMetres">The snapping distance.</param>
    /// <param name="nearMissMetres">How far to look for a near-miss.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal static RoadEnds Of(
        RoadLines lines, SegmentGrid grid, Func<int, int, bool> isAsGood, double snapMetres, double nearMissMetres, CancellationToken cancellationToken)
    {
        var ends = new RoadEnds(lines, isAsGood);
        var search = new EndSearch(lines, grid, ends, snapMetres, Math.Max(snapMetres, nearMissMetres));
        ends.Neighbours = search.All(cancellationToken);
        foreach ((int place, int segment, double t) in search.Touches)
            ends.Cuts.Add(new LineCut(segment, t, place, lines.LineOf[ends.Vertices[place]]));
        ends.Settle(search);
        return ends;
    }

    /// <summary>What touches is one; what comes near is linked: two ends once, by the line that is first in the plan.</summary>
    private void Settle(EndSearch search)
    {
        foreach (EndGap gap in search.Gaps)
        {
            if (gap.Other >= 0 && gap.Metres <= LocalPlane.TouchMetres)
                Union.Join(Math.Max(Union.Root(gap.Place), Union.Root(gap.Other)), Math.Min(Union.Root(gap.Place), Union.Root(gap.Other)));
        }

        ILookup<int, (int Line, bool AtEnd)> linesAt = LinesAt();
        foreach (EndGap gap in search.Gaps)
        {
            if (gap.Metres <= LocalPlane.TouchMetres)
                continue;
            int other = _lines.LineOf[gap.Segment];
            foreach ((int line, bool atEnd) in linesAt[gap.Place])
            {
                if (gap.Other >= 0 ? line <= other && !IsDirect(gap, line, linesAt) : _lines.Levels[line] == _lines.Levels[other])
                    Links.Add(new EndLink(line, atEnd, gap));
            }
        }
    }

    private ILookup<int, (int Line, bool AtEnd)> LinesAt() => Enumerable.Range(0, _lines.Count)
        .SelectMany(line => new[] { (Place: First[line], Line: line, AtEnd: false), (Place: Last[line], Line: line, AtEnd: true) })
        .ToLookup(end => end.Place, end => (end.Line, end.AtEnd));

    /// <summary>Whether a line joins two ends as straight and, for all that is known of it, as well as a link would.</summary>
    private bool IsDirect(EndGap gap, int line, ILookup<int, (int Line, bool AtEnd)> linesAt)
    {
        foreach ((int one, bool atEnd) in linesAt[gap.Place])
        {
            int length = _lines.Starts[one + 1] - _lines.Starts[one];
            if (length == 2 && (atEnd ? First[one] : Last[one]) == gap.Other && _isAsGood(_lines.Roads[one], _lines.Roads[line]))
                return true;
        }

        return false;
    }
}
