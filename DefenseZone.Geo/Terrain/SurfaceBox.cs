using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain;

/// <summary>The box of a tile in the grid coordinates of a surface.</summary>
internal static class SurfaceBox
{
    private const int PointsPerEdge = 33;

    /// <summary>The box around the tile's outer edges: columns and rows, fractions included.</summary>
    /// <exception cref="TerrainException">The tile has no place in the surface's coordinate system.</exception>
    public static (double West, double North, double East, double South) Of(TileSource tile, GridFrame surface)
    {
        GridFrame frame = tile.Frame;
        if (frame.System == surface.System)
        {
            double shift = frame.System.IsGeographic ? Turn(frame, surface) : 0;
            return (
                (frame.WestEdgeX + shift - surface.FirstX) / surface.StepX, (surface.FirstY - frame.NorthEdgeY) / surface.StepY,
                (frame.EastEdgeX + shift - surface.FirstX) / surface.StepX, (surface.FirstY - frame.SouthEdgeY) / surface.StepY);
        }

        double west = double.PositiveInfinity, north = double.PositiveInfinity, east = double.NegativeInfinity, south = double.NegativeInfinity;
        for (int i = 0; i < PointsPerEdge; i++)
        {
            double column = -0.5 + (frame.Columns * (double)i / (PointsPerEdge - 1));
            double row = -0.5 + (frame.Rows * (double)i / (PointsPerEdge - 1));
            Include(frame.Place(column, -0.5));
            Include(frame.Place(column, frame.Rows - 0.5));
            Include(frame.Place(-0.5, row));
            Include(frame.Place(frame.Columns - 0.5, row));
        }

        return (west, north, east, south);

        void Include(GeoPoint place)
        {
            (double column, double row) = surface.Locate(place);
            if (!double.IsFinite(column) || !double.IsFinite(row) || !surface.System.IsAccurateAt(place))
            {
                throw TerrainException.In(
                    TerrainFaultKind.SystemsDiffer, tile.Name, $"it is in {frame.System} and lies outside of {surface.System}, which the finest tile is in",
                    $"bring all tiles into one system, for instance: gdalwarp -t_srs EPSG:4326 {tile.Name} …");
            }

            (west, east) = (Math.Min(west, column), Math.Max(east, column));
            (north, south) = (Math.Min(north, row), Math.Max(south, row));
        }
    }

    // Tiles on both sides of the antimeridian are neighbours: one is taken a turn further.
    private static double Turn(GridFrame frame, GridFrame surface)
    {
        double middle = frame.X((frame.Columns - 1) / 2.0), of = surface.X((Math.Max(surface.Columns, 1) - 1) / 2.0);
        return 360 * Math.Round((of - middle) / 360);
    }
}
