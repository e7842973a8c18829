using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// Lines cut at their nodes: edges with their shapes, in the order of the roads, nodes in the order in which they come up.
/// </summary>
internal sealed class NetworkDraft
{
    private const double LongestSegmentMetres = 500;

    private readonly RoadLines _lines;
    private readonly RoadEnds _ends;
    private readonly double _snapMetres;
    private readonly List<(double X, double Y)> _crossingPlaces = [];
    private readonly List<double> _shapeX;
    private readonly List<double> _shapeY;
    private readonly List<(EndLink Link, int Node)> _links = [];
    private LineCut[] _cuts = [];
    private int[] _numbers = [];

    private NetworkDraft(RoadLines lines, RoadEnds ends, double snapMetres)
    {
        _lines = lines;
        _ends = ends;
        _snapMetres = snapMetres;
        _shapeX = new(lines.X.Length + 1024);
        _shapeY = new(lines.X.Length + 1024);
    }

    internal List<double> NodeX { get; } = [];

    internal List<double> NodeY { get; } = [];

    internal List<int> From { get; } = [];

    internal List<int> To { get; } = [];

    /// <summary>The line of each edge.</summary>
    internal List<int> Line { get; } = [];

    /// <summary>The first edge that is a link over a gap between drawn lines; such edges come last.</summary>
    internal int FirstLink { get; private set; }

    /// <summary>The first vertex of each edge's shape; the last is the one before the next edge's first.</summary>
    internal List<int> ShapeStarts { get; } = [];

    internal List<double> ShapeX => _shapeX;

    internal List<double> ShapeY => _shapeY;

    internal List<SplitRoad> Splits { get; } = [];

    internal int NodeCount => NodeX.Count;

    internal int EdgeCount => From.Count;

    internal static NetworkDraft Of(
        RoadLines lines, RoadEnds ends, List<RoadCrossing> crossings, ImmutableArray<PatrolRoad> roads, double snapMetres, List<RoadProblem> problems)
    {
        var draft = new NetworkDraft(lines, ends, snapMetres);
        draft.CutAt(crossings);
        draft._numbers = new int[ends.Union.Count];
        draft._numbers.AsSpan().Fill(-1);
        draft.WalkLines(roads, problems);
        draft.WalkLinks();
        return draft;
    }

    /// <summary>The node of a place or crossing; −1 where no edge came to use it.</summary>
    internal int NumberOf(int place) => _numbers[_ends.Union.Root(place)];

    private void CutAt(List<RoadCrossing> crossings)
    {
        int before = _ends.Union.Count;
        var cuts = new List<LineCut>(_ends.Cuts);
        ILookup<(int, int), (double X, double Y)> crossed = crossings.ToLookup(
            one => (Math.Min(_lines.LineOf[one.Segment], _lines.LineOf[one.Other]), Math.Max(_lines.LineOf[one.Segment], _lines.LineOf[one.Other])),
            one => (one.X, one.Y));
        foreach (RoadCrossing crossing in crossings)
        {
            int a = _lines.LineOf[crossing.Segment], b = _lines.LineOf[crossing.Other];
            int node = before + _crossingPlaces.Count;
            _crossingPlaces.Add((crossing.X, crossing.Y));
            cuts.Add(new LineCut(crossing.Segment, crossing.T, node, b));
            cuts.Add(new LineCut(crossing.Other, crossing.OtherT, node, a));
        }

        foreach (EndLink link in _ends.Links)
            LinkAt(link, crossed, before, cuts);
        _ends.Union.Grow(_crossingPlaces.Count);
        _cuts = [.. cuts.OrderBy(cut => cut.Segment).ThenBy(cut => cut.T).ThenBy(cut => cut.Node)];
        JoinClose();
    }

    /// <summary>Makes a link; where the line crosses the other one a little before its end, the end was drawn beyond it and they meet already.</summary>
    private void LinkAt(EndLink link, ILookup<(int, int), (double X, double Y)> crossed, int before, List<LineCut> cuts)
    {
        int place = link.Gap.Place, other = _lines.LineOf[link.Gap.Segment];
        var plane = new LocalPlane(_ends.X[place], _ends.Y[place]);
        if (crossed[(Math.Min(link.Line, other), Math.Max(link.Line, other))].Any(at => plane.MetresTo(at.X, at.Y) <= 2 * _snapMetres))
            return;

        int node = link.Gap.Other;
        if (node < 0)
        {
            node = before + _crossingPlaces.Count;
            var cut = new LineCut(link.Gap.Segment, link.Gap.T, node, link.Line);
            _crossingPlaces.Add(PlaceOf(cut));
            cuts.Add(cut);
        }

        _links.Add((link, node));
    }

    /// <summary>The edges of the links, each drawn in the direction of its line.</summary>
    private void WalkLinks()
    {
        ShapeStarts.RemoveAt(ShapeStarts.Count - 1);
        FirstLink = From.Count;
        foreach ((EndLink link, int node) in _links)
        {
            int end = Number(link.Gap.Place), other = Number(node);
            if (end != other)
                Edge(link.Line, link.AtEnd ? end : other, link.AtEnd ? other : end, 0, -1);
        }

        ShapeStarts.Add(_shapeX.Count);
    }

    /// <summary>Cuts of a line that touch each other, or its ends, are one node: three lines through one place meet there once.</summary>
    private void JoinClose()
    {
        for (int i = 0; i < _cuts.Length; i++)
        {
            int line = _lines.LineOf[_cuts[i].Segment];
            (double x, double y) = PlaceOf(_cuts[i]);
            var plane = new LocalPlane(x, y);
            if (i > 0 && _lines.LineOf[_cuts[i - 1].Segment] == line)
            {
                (double px, double py) = PlaceOf(_cuts[i - 1]);
                if (plane.MetresTo(px, py) <= LocalPlane.TouchMetres)
                    Join(_cuts[i].Node, _cuts[i - 1].Node);
            }

            int first = _lines.Starts[line], last = _lines.Starts[line + 1] - 1;
            if (_cuts[i].Segment == first && plane.MetresTo(_lines.X[first], _lines.Y[first]) <= LocalPlane.TouchMetres)
                Join(_cuts[i].Node, _ends.First[line]);
            if (_cuts[i].Segment + 1 == last && plane.MetresTo(_lines.X[last], _lines.Y[last]) <= LocalPlane.TouchMetres)
                Join(_cuts[i].Node, _ends.Last[line]);
        }
    }

    // The lower number stands for both: ends of lines before crossings.
    private void Join(int node, int other)
    {
        int a = _ends.Union.Root(node), b = _ends.Union.Root(other);
        if (a != b)
            _ends.Union.Join(Math.Max(a, b), Math.Min(a, b));
    }

    private (double X, double Y) PlaceOf(LineCut cut)
    {
        double[] x = _lines.X, y = _lines.Y;
        int s = cut.Segment;
        return (x[s] + (cut.T * (x[s + 1] - x[s])), y[s] + (cut.T * (y[s + 1] - y[s])));
    }

    private int Number(int place)
    {
        int root = _ends.Union.Root(place);
        if (_numbers[root] >= 0)
            return _numbers[root];
        (double x, double y) = root < _ends.X.Length ? (_ends.X[root], _ends.Y[root]) : _crossingPlaces[root - _ends.X.Length];
        NodeX.Add(x);
        NodeY.Add(y);
        return _numbers[root] = NodeX.Count - 1;
    }

    private void WalkLines(ImmutableArray<PatrolRoad> roads, List<RoadProblem> problems)
    {
        int next = 0;
        for (int line = 0; line < _lines.Count; line++)
        {
            int before = From.Count;
            int from = Number(_ends.First[line]);
            int vertex = _lines.Starts[line], last = _lines.Starts[line + 1] - 1;
            for (; next < _cuts.Length && _cuts[next].Segment < last; next++)
            {
                int node = Number(_cuts[next].Node);
                if (node == from && From.Count == before && _cuts[next].Segment == vertex)
                    continue;
                FeatureId road = roads[_lines.Roads[line]].Id;
                var split = new SplitRoad(road, roads[_lines.Roads[_cuts[next].By]].Id, RoadLines.Point(NodeX[node], NodeY[node]));
                if (Splits.Count == 0 || Splits[^1] != split)
                    Splits.Add(split);
                Edge(line, from, node, vertex + 1, _cuts[next].Segment);
                from = node;
                vertex = _cuts[next].T >= 1 ? _cuts[next].Segment + 1 : _cuts[next].Segment;
            }

            Edge(line, from, Number(_ends.Last[line]), vertex + 1, last - 1);
            if (From.Count == before)
            {
                FeatureId id = roads[_lines.Roads[line]].Id;
                problems.Add(new(RoadProblemKind.NoLength, id, default, $"road {id} has hardly any length and is left out"));
            }
        }

        ShapeStarts.Add(_shapeX.Count);
    }

    /// <summary>An edge between two nodes with the vertices of a line between them; none where it would begin and end at one node and is no loop.</summary>
    private void Edge(int line, int from, int to, int firstVertex, int lastVertex)
    {
        if (from == to)
        {
            double length = 0;
            var at = (X: NodeX[from], Y: NodeY[from]);
            for (int i = firstVertex; i <= lastVertex + 1 && length <= 2 * LocalPlane.TouchMetres; i++)
            {
                (double X, double Y) next = i <= lastVertex ? (_lines.X[i], _lines.Y[i]) : (NodeX[to], NodeY[to]);
                length += new LocalPlane(at.X, at.Y).MetresTo(next.X, next.Y);
                at = next;
            }

            if (length <= 2 * LocalPlane.TouchMetres)
                return;
        }

        ShapeStarts.Add(_shapeX.Count);
        From.Add(from);
        To.Add(to);
        Line.Add(line);
        Vertex(NodeX[from], NodeY[from]);
        for (int i = firstVertex; i <= lastVertex; i++)
        {
            // A cut at a vertex is that vertex; it is not repeated.
            bool isNode = (_lines.X[i] == NodeX[from] && _lines.Y[i] == NodeY[from]) || (_lines.X[i] == NodeX[to] && _lines.Y[i] == NodeY[to]);
            if (!isNode || from == to)
                Vertex(_lines.X[i], _lines.Y[i]);
        }

        Vertex(NodeX[to], NodeY[to]);
    }

    // A long segment is divided as it is drawn, straight in longitude and latitude, so that a cut anywhere moves it by millimetres at most.
    private void Vertex(double x, double y)
    {
        var point = new GeoPoint(Angles.Wrap(x), y);
        if (_shapeX.Count > ShapeStarts[^1])
        {
            var before = new GeoPoint(_shapeX[^1], _shapeY[^1]);
            double metres = new LocalPlane(before.LongitudeDegrees, y)
                .MetresTo(before.LongitudeDegrees + Angles.LongitudeDifference(before.LongitudeDegrees, x), before.LatitudeDegrees);
            if (metres > LongestSegmentMetres)
                Divide(before, point, metres);
        }

        _shapeX.Add(point.LongitudeDegrees);
        _shapeY.Add(y);
    }

    private void Divide(GeoPoint from, GeoPoint to, double metres)
    {
        int pieces = (int)Math.Ceiling(metres / LongestSegmentMetres);
        double east = Angles.LongitudeDifference(from.LongitudeDegrees, to.LongitudeDegrees);
        for (int i = 1; i < pieces; i++)
        {
            double share = (double)i / pieces;
            _shapeX.Add(Angles.Wrap(from.LongitudeDegrees + (share * east)));
            _shapeY.Add(from.LatitudeDegrees + (share * (to.LatitudeDegrees - from.LatitudeDegrees)));
        }
    }
}
