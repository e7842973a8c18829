using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain;

/// <summary>The box of longitudes and latitudes around a frame.</summary>
internal static class FrameExtent
{
    // A projected frame's edges are curves on the ground; between 33 points of an edge they bulge by less than a
    // thousandth of what they do over the whole edge.
    private const int PointsPerEdge = 33;

    /// <summary>The smallest box that holds all cells.</summary>
    public static GeoExtent Of(GridFrame frame)
    {
        if (frame.IsEmpty)
            return GeoExtent.Empty;
        if (frame.System.Epsg == 4326)
        {
            return new GeoExtent(
                Angles.Wrap(frame.WestEdgeX), Math.Max(frame.SouthEdgeY, -90), Angles.Wrap(frame.EastEdgeX), Math.Min(frame.NorthEdgeY, 90));
        }

        GeoPoint middle = frame.Place((frame.Columns - 1) / 2.0, (frame.Rows - 1) / 2.0);
        double west = 0, east = 0, south = middle.LatitudeDegrees, north = middle.LatitudeDegrees;
        for (int i = 0; i < PointsPerEdge; i++)
        {
            double column = -0.5 + (frame.Columns * (double)i / (PointsPerEdge - 1));
            double row = -0.5 + (frame.Rows * (double)i / (PointsPerEdge - 1));
            Include(frame.Place(column, -0.5));
            Include(frame.Place(column, frame.Rows - 0.5));
            Include(frame.Place(-0.5, row));
            Include(frame.Place(frame.Columns - 0.5, row));
        }

        return new GeoExtent(Angles.Wrap(middle.LongitudeDegrees + west), south, Angles.Wrap(middle.LongitudeDegrees + east), north);

        void Include(GeoPoint place)
        {
            double offset = Angles.LongitudeDifference(middle.LongitudeDegrees, place.LongitudeDegrees);
            west = Math.Min(west, offset);
            east = Math.Max(east, offset);
            south = Math.Min(south, place.LatitudeDegrees);
            north = Math.Max(north, place.LatitudeDegrees);
        }
    }
}
