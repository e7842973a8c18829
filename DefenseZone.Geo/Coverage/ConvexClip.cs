using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>Cuts a convex ring to a rectangle, one side after the other (Sutherland and Hodgman 1974).</summary>
internal static class ConvexClip
{
    /// <summary>The part of a closed convex ring within a rectangle, closed; empty where there is none.</summary>
    internal static Coordinate[] ToRectangle(Coordinate[] ring, Envelope rectangle)
    {
        Coordinate[] rest = Side(ring, at => at.X - rectangle.MinX);
        rest = Side(rest, at => rectangle.MaxX - at.X);
        rest = Side(rest, at => at.Y - rectangle.MinY);
        return Side(rest, at => rectangle.MaxY - at.Y);
    }

    /// <summary>What has a distance of 0 or more to a side.</summary>
    private static Coordinate[] Side(Coordinate[] ring, Func<Coordinate, double> distance)
    {
        if (Array.TrueForAll(ring, at => distance(at) >= 0))
            return ring;
        var kept = new List<Coordinate>(ring.Length + 2);
        for (int i = 1; i < ring.Length; i++)
        {
            Coordinate from = ring[i - 1], to = ring[i];
            double before = distance(from), after = distance(to);
            if (before >= 0)
                kept.Add(from);
            if (before >= 0 != after >= 0)
            {
                double share = before / (before - after);
                kept.Add(new Coordinate(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
            }
        }

        if (kept.Count > 0)
            kept.Add(kept[0].Copy());
        return [.. kept];
    }
}
