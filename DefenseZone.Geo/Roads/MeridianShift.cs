using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace DefenseZone.Geo.Roads;

/// <summary>Areas whose longitudes go beyond ±180°, cut there and put where RFC 7946 wants them.</summary>
internal static class MeridianShift
{
    internal static MultiPolygon Cut(MultiPolygon area)
    {
        Envelope box = area.EnvelopeInternal;
        if (area.IsEmpty || (box.MinX >= -180 && box.MaxX <= 180))
            return area;
        var parts = new List<Polygon>();
        foreach (int turn in (ReadOnlySpan<int>)[-1, 0, 1])
        {
            Geometry window = Wgs84Geometry.Factory.ToGeometry(new Envelope((turn * 360) - 180, (turn * 360) + 180, -90, 90));
            Geometry part = area.Intersection(window);
            part.Apply(AffineTransformation.TranslationInstance(-turn * 360, 0));
            for (int i = 0; i < part.NumGeometries; i++)
            {
                if (part.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
                    parts.Add(polygon);
            }
        }

        return Wgs84Geometry.Factory.CreateMultiPolygon([.. parts]);
    }
}
