using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>Boxes in geocentric coordinates around the edges of a graph, and boxes around boxes: parents before what is in them.</summary>
internal sealed class EdgeTree
{
    private const int EdgesOfALeaf = 8;

    private readonly RoadGraph _graph;
    private readonly int[] _edges;
    private readonly List<Box> _boxes = [];

    internal EdgeTree(RoadGraph graph)
    {
        _graph = graph;
        int edges = graph.EdgeCount;
        var x = new List<double>(edges);
        var y = new List<double>(edges);
        for (int edge = 0; edge < edges; edge++)
        {
            int middle = (graph.ShapeStarts[edge] + graph.ShapeStarts[edge + 1]) >>> 1;
            x.Add(graph.Longitudes[middle]);
            y.Add(graph.Latitudes[middle]);
        }

        _edges = HilbertCurve.Order(x, y);
        if (edges > 0)
            Build(0, edges);
    }

    /// <summary>A box: its edges, the boxes in it (none in a leaf), and where it is.</summary>
    internal readonly record struct Box(int First, int End, int Left, int Right, Ecef Least, Ecef Most)
    {
        internal bool IsLeaf => Left < 0;

        /// <summary>Nothing in the box is nearer to the place than this.</summary>
        internal double MetresTo(Ecef place)
        {
            double x = Outside(place.X, Least.X, Most.X), y = Outside(place.Y, Least.Y, Most.Y), z = Outside(place.Z, Least.Z, Most.Z);
            return Math.Sqrt((x * x) + (y * y) + (z * z));
        }

        /// <summary>Nothing in the box is farther from the place than this.</summary>
        internal double MostMetresTo(Ecef place)
        {
            double x = Math.Max(place.X - Least.X, Most.X - place.X), y = Math.Max(place.Y - Least.Y, Most.Y - place.Y);
            double z = Math.Max(place.Z - Least.Z, Most.Z - place.Z);
            return Math.Sqrt((x * x) + (y * y) + (z * z));
        }

        private static double Outside(double at, double least, double most) => Math.Max(0, Math.Max(least - at, at - most));
    }

    internal bool IsEmpty => _boxes.Count == 0;

    internal Box this[int box] => _boxes[box];

    internal ReadOnlySpan<int> Edges(in Box box) => _edges.AsSpan(box.First..box.End);

    /// <summary>A number for each box from those of its edges: the least of them, or the greatest.</summary>
    internal double[] Fold(Func<int, double> ofEdge, bool greatest)
    {
        var folded = new double[_boxes.Count];
        for (int i = folded.Length - 1; i >= 0; i--)
        {
            Box box = _boxes[i];
            double value = greatest ? double.NegativeInfinity : double.PositiveInfinity;
            if (box.IsLeaf)
            {
                foreach (int edge in Edges(box))
                    value = greatest ? Math.Max(value, ofEdge(edge)) : Math.Min(value, ofEdge(edge));
            }
            else
            {
                value = greatest ? Math.Max(folded[box.Left], folded[box.Right]) : Math.Min(folded[box.Left], folded[box.Right]);
            }

            folded[i] = value;
        }

        return folded;
    }

    private int Build(int first, int end)
    {
        int number = _boxes.Count;
        _boxes.Add(default);
        if (end - first <= EdgesOfALeaf)
        {
            _boxes[number] = Around(first, end);
            return number;
        }

        int middle = (first + end) >>> 1;
        int left = Build(first, middle), right = Build(middle, end);
        Box a = _boxes[left], b = _boxes[right];
        _boxes[number] = new Box(first, end, left, right, Least(a.Least, b.Least), Most(a.Most, b.Most));
        return number;
    }

    private Box Around(int first, int end)
    {
        Ecef least = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        Ecef most = new(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);
        for (int i = first; i < end; i++)
        {
            for (int vertex = _graph.ShapeStarts[_edges[i]]; vertex < _graph.ShapeStarts[_edges[i] + 1]; vertex++)
            {
                Ecef place = _graph.Vertex(vertex);
                (least, most) = (Least(least, place), Most(most, place));
            }
        }

        return new Box(first, end, -1, -1, least, most);
    }

    private static Ecef Least(Ecef a, Ecef b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Min(a.Z, b.Z));

    private static Ecef Most(Ecef a, Ecef b) => new(Math.Max(a.X, b.X), Math.Max(a.Y, b.Y), Math.Max(a.Z, b.Z));
}
