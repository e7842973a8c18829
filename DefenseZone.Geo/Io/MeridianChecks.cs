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
            if (geometry.Dimension == Dimension.Curve && geometry.EnvelopeInternal.Width > 180 && Crosses(geometry, out Coordinate from, out Coordinate to))
            {
                content.Report(
                    ProblemSeverity.Warning, i, ".geometry",
                    $"the line crosses the 180th meridian between [{from.X}, {from.Y}] and [{to.X}, {to.Y}]",
                    "cut it there, and make the pieces a MultiLineString");
            }
        }
    }

    private static bool Crosses(Geometry geometry, out Coordinate from, out Coordinate to)
    {
        for (int part = 0; part < geometry.NumGeometries; part++)
        {
            Coordinate[] line = geometry.GetGeometryN(part).Coordinates;
            for (int i = 1; i < line.Length; i++)
            {
                (from, to) = (line[i - 1], line[i]);
                if (Math.Abs(from.X - to.X) > 180)
                    return true;
            }
        }

        from = to = new Coordinate();
        return false;
    }
}
