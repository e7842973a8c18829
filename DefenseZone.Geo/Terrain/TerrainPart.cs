using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain;

/// <summary>A part of a terrain that is to be looked at as a whole: all of it, or the cells whose centres lie in a box.</summary>
/// <param name="Terrain">The terrain.</param>
public sealed record TerrainPart(ElevationSurface Terrain)
{
    private const int RowsAtOnce = 256;
    private const int PointsPerEdge = 33;

    /// <summary>The box; empty for all of the terrain.</summary>
    public GeoExtent Box { get; init; } = GeoExtent.Empty;

    /// <summary>The cells that are meant; an empty frame where the box and the terrain have none in common.</summary>
    public GridFrame Frame => Find().Frame;

    /// <summary>Reads the elevations, several rows of tiles at once.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">The part does not fit in memory.</exception>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ElevationGrid Read(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        (int column, int row, GridFrame frame) = Find();
        if (frame.IsEmpty)
            return ElevationGrid.Empty;
        float[] samples = ElevationGrid.Allocate(frame);

        // Bands end where blocks of tiles usually do, so that hardly a block is wanted by two of them.
        int lead = row % RowsAtOnce, bands = ((lead + frame.Rows - 1) / RowsAtOnce) + 1, done = 0;
        TerrainWork.ForEach(bands, band =>
        {
            int first = Math.Max(0, (band * RowsAtOnce) - lead), last = Math.Min(frame.Rows, ((band + 1) * RowsAtOnce) - lead);
            Terrain.Read(0, column, row + first, frame.Columns, last - first, samples.AsSpan(first * frame.Columns, (last - first) * frame.Columns));
            progress?.Report((double)Interlocked.Increment(ref done) / bands);
        }, cancellationToken);
        return ElevationGrid.Adopt(frame, samples);
    }

    private (int Column, int Row, GridFrame Frame) Find()
    {
        GridFrame all = Terrain.Frame;
        if (Box.IsEmpty || all.IsEmpty)
            return (0, 0, all);
        if (Common(Terrain.Extent, Box) is not { } box)
            return (0, 0, GridFrame.Empty);
        double west = double.PositiveInfinity, north = double.PositiveInfinity, east = double.NegativeInfinity, south = double.NegativeInfinity;
        for (int i = 0; i < PointsPerEdge; i++)
        {
            double share = (double)i / (PointsPerEdge - 1);
            double longitude = box.WestDegrees + (box.WidthDegrees * share), latitude = box.SouthDegrees + ((box.NorthDegrees - box.SouthDegrees) * share);
            Include(longitude, box.NorthDegrees);
            Include(longitude, box.SouthDegrees);
            Include(box.WestDegrees, latitude);
            Include(box.WestDegrees + box.WidthDegrees, latitude);
        }

        // A hair more is rounding.
        const double Hair = 1e-6;
        int first = (int)Math.Max(Math.Ceiling(west - Hair), 0), top = (int)Math.Max(Math.Ceiling(north - Hair), 0);
        int last = (int)Math.Min(Math.Floor(east + Hair), all.Columns - 1), bottom = (int)Math.Min(Math.Floor(south + Hair), all.Rows - 1);
        return first > last || top > bottom ? (0, 0, GridFrame.Empty) : (first, top, all.Window(first, top, last - first + 1, bottom - top + 1));

        void Include(double longitude, double latitude)
        {
            (double column, double row) = all.Locate(new GeoPoint(Angles.Wrap(longitude), latitude));
            (west, east) = (Math.Min(west, column), Math.Max(east, column));
            (north, south) = (Math.Min(north, row), Math.Max(south, row));
        }
    }

    // Longitudes are counted from the middle of the terrain, so that neither box need mind the antimeridian.
    private static GeoExtent? Common(GeoExtent terrain, GeoExtent box)
    {
        double middle = terrain.Centre.LongitudeDegrees, offset = Math.IEEERemainder(box.Centre.LongitudeDegrees - middle, 360);
        double west = Math.Max(-terrain.WidthDegrees / 2, offset - (box.WidthDegrees / 2)), east = Math.Min(terrain.WidthDegrees / 2, offset + (box.WidthDegrees / 2));
        double south = Math.Max(terrain.SouthDegrees, box.SouthDegrees), north = Math.Min(terrain.NorthDegrees, box.NorthDegrees);
        return west <= east && south <= north
            ? new GeoExtent(Angles.Wrap(middle + west), south, Angles.Wrap(middle + east), north)
            : null;
    }
}
