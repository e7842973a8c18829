namespace DefenseZone.Geo.Planning;

/// <summary>Whether two edges keep apart, in the plane of metres about a place.</summary>
internal readonly struct EdgeProximity(GridPoint origin, GridScale scale, double clearanceMetres, double sharpestCosine)
{
    /// <summary>True when the edges meet in an end at an angle wide enough, or are nowhere nearer than the clearance.</summary>
    public bool IsClear(GridPoint a, GridPoint b, GridPoint c, GridPoint d)
    {
        if (a == c)
            return IsOpen(a, b, d);
        if (a == d)
            return IsOpen(a, b, c);
        if (b == c)
            return IsOpen(b, a, d);
        if (b == d)
            return IsOpen(b, a, c);

        (double X, double Y) pa = Place(a), pb = Place(b), pc = Place(c), pd = Place(d);
        if (Side(pa, pb, pc) * Side(pa, pb, pd) <= 0 && Side(pc, pd, pa) * Side(pc, pd, pb) <= 0)
            return false;
        double limit = clearanceMetres * clearanceMetres;
        return SquareDistance(pa, pc, pd) >= limit && SquareDistance(pb, pc, pd) >= limit
            && SquareDistance(pc, pa, pb) >= limit && SquareDistance(pd, pa, pb) >= limit;
    }

    private bool IsOpen(GridPoint corner, GridPoint one, GridPoint other)
    {
        (double X, double Y) at = Place(corner), p = Place(one), q = Place(other);
        double px = p.X - at.X, py = p.Y - at.Y, qx = q.X - at.X, qy = q.Y - at.Y;
        double dot = (px * qx) + (py * qy);
        return dot < sharpestCosine * Math.Sqrt(((px * px) + (py * py)) * ((qx * qx) + (qy * qy)));
    }

    private (double X, double Y) Place(GridPoint point) =>
        (((double)point.X - origin.X) * scale.MetresPerX, ((double)point.Y - origin.Y) * scale.MetresPerY);

    private static double Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) p) =>
        ((b.X - a.X) * (p.Y - a.Y)) - ((b.Y - a.Y) * (p.X - a.X));

    private static double SquareDistance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y;
        double along = Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        double ex = a.X + (along * dx) - p.X, ey = a.Y + (along * dy) - p.Y;
        return (ex * ex) + (ey * ey);
    }
}
