using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// Boxes in geocentric coordinates around segments of roads, and boxes around boxes. Each knows whether all that is in it belongs to
/// one part of the network.
/// </summary>
internal sealed class SegmentTree
{
    /// <summary>The part of a box with segments of several.</summary>
    internal const int Several = -1;

    private const int SegmentsOfALeaf = 8;

    private readonly RoadGraph _graph;
    private readonly int[] _segments;
    private readonly Func<int, int> _partOf;
    private readonly List<Box> _boxes = [];

    /// <summary>A tree.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="segments">The segments, by their first vertices; neighbours near each other.</param>
    /// <param name="partOf">The part of a segment.</param>
    internal SegmentTree(RoadGraph graph, int[] segments, Func<int, int> partOf)
    {
        _graph = graph;
        _segments = segments;
        _partOf = partOf;
        Build(0, segments.Length);
    }

    /// <summary>A box: its segments, the boxes in it (none in a leaf), the part that they belong to, and where it is.</summary>
    internal readonly record struct Box(int First, int End, int Left, int Right, int Part, Ecef Least, Ecef Most)
    {
        internal bool IsLeaf => Left < 0;

        internal int Count => End - First;

        /// <summary>No two places of the boxes are nearer to each other than this.</summary>
        internal double MetresTo(in Box other)
        {
            double x = Apart(Least.X, Most.X, other.Least.X, other.Most.X);
            double y = Apart(Least.Y, Most.Y, other.Least.Y, other.Most.Y);
            double z = Apart(Least.Z, Most.Z, other.Least.Z, other.Most.Z);
            return Math.Sqrt((x * x) + (y * y) + (z * z));
        }

        private static double Apart(double least, double most, double otherLeast, double otherMost) =>
            Math.Max(0, Math.Max(otherLeast - most, least - otherMost));
    }

    /// <summary>The box around everything.</summary>
    internal Box Root => _boxes[0];

    internal Box this[int box] => _boxes[box];

    internal ReadOnlySpan<int> Segments(in Box box) => _segments.AsSpan(box.First..box.End);

    private int Build(int first, int end)
    {
        int number = _boxes.Count;
        _boxes.Add(default);
        if (end - first <= SegmentsOfALeaf)
        {
            _boxes[number] = Around(first, end);
            return number;
        }

        int middle = (first + end) >>> 1;
        int left = Build(first, middle), right = Build(middle, end);
        Box a = _boxes[left], b = _boxes[right];
        _boxes[number] = new Box(first, end, left, right, a.Part == b.Part ? a.Part : Several, Least(a.Least, b.Least), Most(a.Most, b.Most));
        return number;
    }

    private Box Around(int first, int end)
    {
        Ecef least = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity), most = new(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);
        int part = first < end ? _partOf(_segments[first]) : Several;
        for (int i = first; i < end; i++)
        {
            Ecef a = _graph.Vertex(_segments[i]), b = _graph.Vertex(_segments[i] + 1);
            (least, most) = (Least(least, Least(a, b)), Most(most, Most(a, b)));
            if (_partOf(_segments[i]) != part)
                part = Several;
        }

        return new Box(first, end, -1, -1, part, least, most);
    }

    private static Ecef Least(Ecef a, Ecef b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Min(a.Z, b.Z));

    private static Ecef Most(Ecef a, Ecef b) => new(Math.Max(a.X, b.X), Math.Max(a.Y, b.Y), Math.Max(a.Z, b.Z));
}
