using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Terrain.Survey;

/// <summary>
/// A question about a terrain: what is it, how much of it is known, and does it reach as far as a plan needs it to?
/// </summary>
/// <param name="Terrain">The terrain.</param>
public sealed record TerrainSurvey(ElevationSurface Terrain)
{
    private const int RowsAtOnce = 256;
    private const int ColumnsAtOnce = 4096;

    // Finer steps along a border than this tell nothing that anybody plans by.
    private const double ShortestStepMetres = 5;

    /// <summary>The plan whose border and posts stand on it; <see cref="Plan.Empty"/> for the terrain alone.</summary>
    public Plan Plan { get; init; } = Plan.Empty;

    /// <summary>Reads all of the terrain once, and answers.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TerrainException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public TerrainReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        TerrainScan scan = Scan(progress, cancellationToken);
        return new TerrainReport(this)
        {
            Elevations = scan.Range,
            LowestPlace = scan.Lowest.IsKnown ? Terrain.Frame.Place(scan.Lowest.Column, scan.Lowest.Row) : default,
            HighestPlace = scan.Highest.IsKnown ? Terrain.Frame.Place(scan.Highest.Column, scan.Highest.Row) : default,
            Border = AlongBorder(cancellationToken),
            Posts = [.. TerrainPosts.Of(Plan).Select(post => new SurveyedPost(post, Terrain.GroundAt(TerrainPosts.PlaceOf(post)))).Where(post => post.Ground != PlaceGround.Known)],
        };
    }

    private TerrainScan Scan(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        GridFrame frame = Terrain.Frame;
        if (frame.IsEmpty)
            return TerrainScan.Empty;
        int across = ((frame.Columns - 1) / ColumnsAtOnce) + 1, down = ((frame.Rows - 1) / RowsAtOnce) + 1, done = 0;
        var pieces = new TerrainScan[checked(across * down)];
        TerrainWork.ForEach(pieces.Length, index =>
        {
            int column = index % across * ColumnsAtOnce, row = index / across * RowsAtOnce;
            int columns = Math.Min(ColumnsAtOnce, frame.Columns - column), rows = Math.Min(RowsAtOnce, frame.Rows - row);
            pieces[index] = Look(column, row, columns, rows);
            progress?.Report((double)Interlocked.Increment(ref done) / pieces.Length);
        }, cancellationToken);
        return pieces.Aggregate(static (all, piece) => all.And(piece));
    }

    // Between tiles that lie far apart there is much that nothing needs to be read of.
    private TerrainScan Look(int column, int row, int columns, int rows)
    {
        if (!Terrain.MayBeKnown(column, row, columns, rows))
            return TerrainScan.Empty with { Cells = (long)columns * rows, VoidCells = (long)columns * rows };
        float[] samples = new float[columns * rows];
        Terrain.Read(0, column, row, columns, rows, samples);
        return TerrainScan.Of(samples, column, row, columns);
    }

    // In steps no longer than a cell; what a step stands on is what its middle does.
    private BorderGround AlongBorder(CancellationToken cancellationToken)
    {
        if (Plan.BorderSegments.IsEmpty)
            return default;
        var border = BorderLine.Of(Plan);
        double step = Terrain.IsEmpty ? double.PositiveInfinity : Math.Max(ShortestStepMetres, Terrain.ResolutionMetres);
        double known = 0, voids = 0, outside = 0;
        foreach (BorderStretch part in border.Parts)
        {
            int steps = Math.Max(1, (int)Math.Ceiling(part.LengthMetres / step));
            double length = part.LengthMetres / steps;
            for (int i = 0; i < steps; i++)
            {
                if (i % 1024 == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                switch (Terrain.GroundAt(border.PointAt(part.FromMetres + ((i + 0.5) * length))))
                {
                    case PlaceGround.Known:
                        known += length;
                        break;
                    case PlaceGround.Void:
                        voids += length;
                        break;
                    default:
                        outside += length;
                        break;
                }
            }
        }

        return new BorderGround(border.LengthMetres, known, voids, outside);
    }
}
