using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>Makes a geometry of the positions that were read, once its type is known.</summary>
internal sealed class GeometryAssembly(ProblemLog problems, JsonPath path, CoordinateBuffer positions)
{
    private static GeometryFactory Factory => Wgs84Geometry.Factory;

    /// <summary>The geometry; null where the positions do not make one, which is then reported.</summary>
    /// <param name="type">A geometry type of RFC 7946 other than GeometryCollection.</param>
    public Geometry? Assemble(string type)
    {
        if (positions.Nesting == 0)
            return EmptyOf(type);
        int nesting = type switch
        {
            "Point" => 1,
            "MultiPoint" or "LineString" => 2,
            "Polygon" or "MultiLineString" => 3,
            _ => 4,
        };
        if (positions.Nesting != nesting)
        {
            problems.Error(
                path.With("coordinates"), $"the positions are nested {positions.Nesting} deep, in a {type} they are {nesting} deep",
                type switch
                {
                    "Point" => "give one position: [longitude, latitude]",
                    "MultiPoint" or "LineString" => "give an array of positions: [[longitude, latitude], …]",
                    "Polygon" => "give an array of rings: [[[longitude, latitude], …], …]",
                    "MultiLineString" => "give an array of lines: [[[longitude, latitude], …], …]",
                    _ => "give an array of polygons: [[[[longitude, latitude], …], …], …]",
                });
            return null;
        }

        return type switch
        {
            "Point" => Factory.CreatePoint(positions.Coordinate(0)),
            "MultiPoint" => Points(),
            "LineString" => Line(0, positions.Count),
            "MultiLineString" => Lines(),
            "Polygon" => Area(0, positions.LineEnds.Count),
            _ => Areas(),
        };
    }

    private static Geometry EmptyOf(string type) => type switch
    {
        "Point" => Factory.CreatePoint(),
        "MultiPoint" => Factory.CreateMultiPoint(),
        "LineString" => Factory.CreateLineString(),
        "MultiLineString" => Factory.CreateMultiLineString(),
        "Polygon" => Factory.CreatePolygon(),
        _ => Factory.CreateMultiPolygon(),
    };

    private MultiPoint Points()
    {
        var points = new Point[positions.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = Factory.CreatePoint(positions.Coordinate(i));
        return Factory.CreateMultiPoint(points);
    }

    private LineString? Line(int from, int to, params ReadOnlySpan<int> items)
    {
        if (to - from >= 2)
            return Factory.CreateLineString(positions.Sequence(from, to));
        problems.Error(PathOf(items), "a line has one position only", "a line has two positions or more");
        return null;
    }

    private MultiLineString? Lines()
    {
        var lines = new LineString[positions.LineEnds.Count];
        bool isRight = true;
        int from = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            LineString? line = Line(from, positions.LineEnds[i], i);
            isRight &= line is not null;
            lines[i] = line!;
            from = positions.LineEnds[i];
        }

        return isRight ? Factory.CreateMultiLineString(lines) : null;
    }

    private Polygon? Area(int firstRing, int endRing, params ReadOnlySpan<int> items)
    {
        if (endRing == firstRing)
            return Factory.CreatePolygon();
        var rings = new LinearRing[endRing - firstRing];
        bool isRight = true;
        int from = firstRing == 0 ? 0 : positions.LineEnds[firstRing - 1];
        for (int i = 0; i < rings.Length; i++)
        {
            int to = positions.LineEnds[firstRing + i];
            if (IsRing(from, to, [.. items, i]))
                rings[i] = Factory.CreateLinearRing(positions.Sequence(from, to));
            else
                isRight = false;
            from = to;
        }

        return isRight ? Factory.CreatePolygon(rings[0], rings[1..]) : null;
    }

    private MultiPolygon? Areas()
    {
        var areas = new Polygon[positions.PolygonEnds.Count];
        bool isRight = true;
        int from = 0;
        for (int i = 0; i < areas.Length; i++)
        {
            Polygon? area = Area(from, positions.PolygonEnds[i], i);
            isRight &= area is not null;
            areas[i] = area!;
            from = positions.PolygonEnds[i];
        }

        return isRight ? Factory.CreateMultiPolygon(areas) : null;
    }

    private bool IsRing(int from, int to, ReadOnlySpan<int> items)
    {
        bool isClosed = positions.Same(from, to - 1);
        if (isClosed && to - from >= 4)
            return true;
        string where = PathOf(items);
        if (!isClosed)
        {
            problems.Error(
                where, $"the ring is not closed: it begins at {Shown(from)} and ends at {Shown(to - 1)}",
                "repeat the first position at the end");
        }

        if (to - from < (isClosed ? 4 : 3))
            problems.Error(where, $"the ring has too few positions ({to - from})", "a ring has four positions or more, the last the same as the first");
        return false;
    }

    private string Shown(int index) => $"[{positions.Longitude(index)}, {positions.Latitude(index)}]";

    private string PathOf(ReadOnlySpan<int> items)
    {
        path.Push("coordinates");
        string text = path.With(items);
        path.Pop();
        return text;
    }
}
