using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>Cuts lines where they cross the 180° meridian, as RFC 7946 section 3.1.9 asks.</summary>
internal static class AntimeridianCut
{
    /// <summary>Appends the pieces of a line of short steps.</summary>
    internal static void Add(ImmutableArray<GeoPoint> points, List<LineString> lines)
    {
        var piece = new List<Coordinate>(points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            GeoPoint point = points[i];
            if (i > 0 && Math.Abs(point.LongitudeDegrees - points[i - 1].LongitudeDegrees) > 180)
            {
                GeoPoint before = points[i - 1];
                double edge = Math.CopySign(180, before.LongitudeDegrees);
                double toEdge = edge - before.LongitudeDegrees;
                double step = point.LongitudeDegrees - before.LongitudeDegrees + (2 * edge);
                double share = step == 0 ? 0 : toEdge / step;
                double latitude = before.LatitudeDegrees + (share * (point.LatitudeDegrees - before.LatitudeDegrees));
                piece.Add(new Coordinate(edge, latitude));
                Close(piece, lines);
                piece.Add(new Coordinate(-edge, latitude));
            }

            piece.Add(new Coordinate(point.LongitudeDegrees, point.LatitudeDegrees));
        }

        Close(piece, lines);
    }

    private static void Close(List<Coordinate> piece, List<LineString> lines)
    {
        if (piece.Count > 1)
            lines.Add(Wgs84Geometry.Factory.CreateLineString([.. piece]));
        piece.Clear();
    }
}
