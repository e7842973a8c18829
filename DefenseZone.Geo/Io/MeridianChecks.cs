using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Finds lines that cross the 180th meridian without being cut there, as RFC 7946 section 3.1.9 asks. Lengths and
/// cover are right all the same, since an edge is the geodesic between its ends; but a map draws it around the Earth.
/// </summary>
internal static class MeridianChecks
{
    public static void Check(LayerContent content)
    {
        for (int i = 0; i < content.Features.Count; i++)
        {
            Geometry geometry = content.Features[i].Geometry;
            if (geometry.Dimension == Dimension.Curve && Crossing(geometry) is { } at)
            {
                CoordinateSequence line = at.Line;
                content.Report(
                    ProblemSeverity.Warning, i, ".geometry",
                    $"the line crosses the 180th meridian between [{line.GetX(at.Edge)}, {line.GetY(at.Edge)}] and [{line.GetX(at.Edge + 1)}, {line.GetY(at.Edge + 1)}]",
                    "cut it there, and make the pieces a MultiLineString");
            }
        }
    }

    // Asked of the sequences themselves: an envelope or an array of positions would stay in memory with each of many lines.
    private static (CoordinateSequence Line, int Edge)? Crossing(Geometry geometry)
    {
        for (int part = 0; part < geometry.NumGeometries; part++)
        {
            if (geometry.GetGeometryN(part) is not LineString { CoordinateSequence: { } line })
                continue;
            for (int edge = 0; edge + 1 < line.Count; edge++)
            {
                if (Math.Abs(line.GetX(edge) - line.GetX(edge + 1)) > 180)
                    return (line, edge);
            }
        }

        return null;
    }
}
