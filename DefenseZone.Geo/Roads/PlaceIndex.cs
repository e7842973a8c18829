using DefenseZone.Geo.Geodesy;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Roads;

/// <summary>Finds the place of a network that is nearest to another place.</summary>
internal sealed class PlaceIndex
{
    private const double CellsPerVertex = 1;

    private readonly RoadGraph _graph;
    private readonly SegmentGrid _grid;
    private readonly double[] _x;
    private readonly int[] _edgeOf;
    private readonly bool _unwrapped;

    internal PlaceIndex(RoadGraph graph)
    {
        _graph = graph;
        _x = graph.Longitudes;
        if (_x.Length > 0 && _x.Max() - _x.Min() > 180)
        {
            _unwrapped = true;
            _x = Array.ConvertAll(_x, x => x < 0 ? x + 360 : x);
        }

        _grid = new SegmentGrid(_x, graph.Latitudes, graph.ShapeStarts, CellsPerVertex);
        _edgeOf = new int[_x.Length];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
            _edgeOf.AsSpan(graph.ShapeStarts[edge]..graph.ShapeStarts[edge + 1]).Fill(edge);
    }

    /// <summary>The nearest place on an edge that counts, as edge, metres along it and straight-line distance; edge −1 where there is none within reach.</summary>
    internal (int Edge, double AlongMetres, double ChordMetres) Nearest(GeoPoint place, double withinMetres, Func<int, bool> counts)
    {
        double x = _unwrapped && place.LongitudeDegrees < 0 ? place.LongitudeDegrees + 360 : place.LongitudeDegrees;
        var from = Ecef.Of(place);
        int column = _grid.Column(x), row = _grid.Row(place.LatitudeDegrees);
        (int Edge, double AlongMetres, double ChordMetres) best = (-1, 0, withinMetres);
        int rings = Math.Max(_grid.Columns, _grid.Rows);
        for (int ring = 0; ring <= rings; ring++)
        {
            for (int r = Math.Max(0, row - ring); r <= Math.Min(_grid.Rows - 1, row + ring); r++)
            {
                bool whole = Math.Abs(r - row) == ring;
                for (int c = column - ring; c <= column + ring; c += whole || ring == 0 ? 1 : 2 * ring)
                {
                    if (c >= 0 && c < _grid.Columns)
                        Look(from, _grid.Cell(c, r), counts, ref best);
                }
            }

            if (best.ChordMetres <= LeastBeyondMetres(x, place.LatitudeDegrees, column, row, ring))
                break;
        }

        return best;
    }

    /// <summary>The edges that come near a box in degrees, each once.</summary>
    internal HashSet<int> EdgesIn(Envelope box)
    {
        var edges = new HashSet<int>();
        (double left, double right) = _unwrapped ? (Unwrapped(box.MinX), Unwrapped(box.MaxX)) : (box.MinX, box.MaxX);
        for (int row = _grid.Row(box.MinY); row <= _grid.Row(box.MaxY); row++)
        {
            for (int column = _grid.Column(Math.Min(left, right)); column <= _grid.Column(Math.Max(left, right)); column++)
            {
                foreach (int segment in _grid.Cell(column, row))
                    edges.Add(_edgeOf[segment]);
            }
        }

        return edges;
    }

    private static double Unwrapped(double x) => x < 0 ? x + 360 : x;

    private void Look(Ecef from, ReadOnlySpan<int> segments, Func<int, bool> counts, ref (int Edge, double AlongMetres, double ChordMetres) best)
    {
        foreach (int i in segments)
        {
            Ecef a = _graph.Vertex(i), b = _graph.Vertex(i + 1);
            double dx = b.X - a.X, dy = b.Y - a.Y, dz = b.Z - a.Z;
            double square = (dx * dx) + (dy * dy) + (dz * dz);
            double t = square > 0 ? Math.Clamp((((from.X - a.X) * dx) + ((from.Y - a.Y) * dy) + ((from.Z - a.Z) * dz)) / square, 0, 1) : 0;
            double chord = from.DistanceMetresTo(new Ecef(a.X + (t * dx), a.Y + (t * dy), a.Z + (t * dz)));
            if (chord < best.ChordMetres && counts(_edgeOf[i]))
                best = (_edgeOf[i], _graph.Metres[i] + (t * (_graph.Metres[i + 1] - _graph.Metres[i])), chord);
        }
    }

    // What lies beyond the rings looked at is at least so far away. A degree of longitude is shortest at the far parallel.
    private double LeastBeyondMetres(double x, double y, int column, int row, int ring)
    {
        (double cellX, double cellY) = _grid.CellDegrees;
        (double left, double low) = _grid.Corner(column - ring, row - ring);
        (double right, double high) = (left + (((2 * ring) + 1) * cellX), low + (((2 * ring) + 1) * cellY));
        double farthest = Math.Min(89, Math.Max(Math.Abs(low), Math.Abs(high)) + 1);
        double east = Math.Min(x - left, right - x) * 0.99 * SegmentGrid.MetresPerDegree * Math.Cos(double.DegreesToRadians(farthest));
        double north = Math.Min(y - low, high - y) * 0.99 * SegmentGrid.MetresPerDegree;
        return Math.Min(east, north);
    }
}
