using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// Which edges lie on the same ground: roads that are drawn over each other, for all of their length or for a stretch. Such
/// edges have the same ends, as lines are cut where they touch.
/// </summary>
internal sealed class RoadGround
{
    // Both may be off by the width within which lines touch.
    private const double SameMetres = 3 * LocalPlane.TouchMetres;

    private readonly RoadGraph _graph;
    private readonly Dictionary<int, (int Edge, bool IsReversed)> _under = [];

    internal RoadGround(RoadGraph graph)
    {
        _graph = graph;
        var first = new Dictionary<(int, int), List<int>>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            (int a, int b) = (Math.Min(graph.From[edge], graph.To[edge]), Math.Max(graph.From[edge], graph.To[edge]));
            if (!first.TryGetValue((a, b), out List<int>? others))
            {
                first.Add((a, b), [edge]);
                continue;
            }

            int same = others.FindIndex(other => IsOver(edge, other) && IsOver(other, edge));
            if (same < 0)
                others.Add(edge);
            else
                _under.Add(edge, (others[same], IsReversed(edge, others[same])));
        }
    }

    /// <summary>The first edge on the same ground, which is the edge itself for most, and whether it is drawn the other way round.</summary>
    internal (int Edge, bool IsReversed) Of(int edge) => _under.TryGetValue(edge, out (int Edge, bool IsReversed) under) ? under : (edge, false);

    /// <summary>Tells the length of each edge that it is asked about, and 0 where one that it was asked about earlier lies on the same ground.</summary>
    internal Converter<int, double> Counting()
    {
        var counted = new HashSet<int>();
        return edge => counted.Add(Of(edge).Edge) ? _graph.Lengths[edge] : 0;
    }

    private bool IsReversed(int edge, int other)
    {
        if (_graph.From[edge] != _graph.To[edge])
            return _graph.From[edge] != _graph.From[other];
        Ecef third = Ecef.Of(_graph.PointAt(edge, 1.0 / 3));
        return third.DistanceMetresTo(Ecef.Of(_graph.PointAt(other, 1.0 / 3))) > third.DistanceMetresTo(Ecef.Of(_graph.PointAt(other, 2.0 / 3)));
    }

    private bool IsOver(int edge, int other)
    {
        if (Math.Abs(_graph.Lengths[edge] - _graph.Lengths[other]) > SameMetres + (1e-6 * _graph.Lengths[edge]))
            return false;
        for (int i = _graph.ShapeStarts[edge]; i < _graph.ShapeStarts[edge + 1]; i++)
        {
            if (!IsOn(_graph.Vertex(i), other))
                return false;
        }

        return true;
    }

    private bool IsOn(Ecef place, int edge)
    {
        for (int i = _graph.ShapeStarts[edge]; i + 1 < _graph.ShapeStarts[edge + 1]; i++)
        {
            Ecef a = _graph.Vertex(i), b = _graph.Vertex(i + 1);
            double dx = b.X - a.X, dy = b.Y - a.Y, dz = b.Z - a.Z, square = (dx * dx) + (dy * dy) + (dz * dz);
            double t = square > 0 ? Math.Clamp((((place.X - a.X) * dx) + ((place.Y - a.Y) * dy) + ((place.Z - a.Z) * dz)) / square, 0, 1) : 0;
            if (place.DistanceMetresTo(new Ecef(a.X + (t * dx), a.Y + (t * dy), a.Z + (t * dz))) <= SameMetres)
                return true;
        }

        return false;
    }
}
