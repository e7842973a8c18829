using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Terrain;

/// <summary>One surface over many tiles.</summary>
internal sealed class TiledSurface : ElevationSurface
{
    private readonly PlacedTile[] _placed;
    private readonly GridFrame[] _levels;
    private volatile bool _hasOverviews;

    /// <summary>A surface over tiles.</summary>
    /// <param name="sources">The tiles, in any order.</param>
    /// <param name="identity">What tells their elevations from others.</param>
    /// <param name="cache">Where blocks are kept.</param>
    /// <exception cref="TerrainException">The tiles do not go together.</exception>
    public TiledSurface(IEnumerable<TileSource> sources, string identity, BlockCache cache)
    {
        TileSource[] ordered = [.. sources.OrderBy(source => Rounded(source.Frame.ResolutionMetres)).ThenBy(source => source.Name, StringComparer.Ordinal)];
        Tiles = [.. ordered.Select(source => new TerrainTile(source.Name, source.Format, source.Frame))];
        Identity = ordered.Length == 0 ? string.Empty : identity;
        Frame = ordered.Length == 0 ? GridFrame.Empty : Around(ordered);
        _placed = [.. ordered.Select(source => new PlacedTile(new CachedTile(source, cache), Frame))];
        _levels = [.. Enumerable.Range(0, TileSource.LastLevel + 1).Select(level => TileSource.Coarser(Frame, level))];
        Notes = [.. TileNotes.Of(Tiles)];
        OverviewLevel = Enumerable.Range(0, TileSource.LastLevel).FirstOrDefault(
            level => _placed.Sum(tile => tile.Tile.Frame(tile.OwnLevel(level)).Count) <= MostOverviewSamples, TileSource.LastLevel);
        _hasOverviews = OverviewLevel == 0;
    }

    public override int OverviewLevel { get; }

    public override bool HasOverviews => _hasOverviews;

    public override string Identity { get; }

    public override GridFrame Frame { get; }

    public override ImmutableArray<TerrainTile> Tiles { get; }

    public override ImmutableArray<string> Notes { get; }

    public override void BuildOverviews(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (_hasOverviews)
            return;
        double all = _placed.Sum(static tile => (double)tile.Tile.Source.Frame.Count), done = 0;
        foreach (PlacedTile tile in _placed)
        {
            // A coarse tile among fine ones is read as it is.
            if (tile.OwnLevel(OverviewLevel) is var level and > 0)
                tile.Tile.Overview = TileOverview.Of(tile.Tile.Source, level, cancellationToken);
            progress?.Report((done += tile.Tile.Source.Frame.Count) / all);
        }

        _hasOverviews = true;
    }

    public override bool TakeOverviews(ElevationSurface other)
    {
        if (other is not TiledSurface { HasOverviews: true } same || !string.Equals(same.Identity, Identity, StringComparison.Ordinal) || !same.Tiles.SequenceEqual(Tiles))
            return false;
        for (int i = 0; i < _placed.Length; i++)
            _placed[i].Tile.Overview = same._placed[i].Tile.Overview;
        _hasOverviews = true;
        return true;
    }

    internal override GridFrame LevelFrame(int level) => _levels[level];

    internal override bool MayBeKnown(int firstColumn, int firstRow, int columns, int rows) =>
        _placed.Any(tile => tile.Reaches(firstColumn, firstRow, columns, rows));

    internal override void Read(int level, int firstColumn, int firstRow, int columns, int rows, Span<float> samples)
    {
        samples = samples[..(columns * rows)];
        samples.Fill(float.NaN);
        if (columns == 0 || rows == 0)
            return;
        GridFrame window = _levels[level].Window(firstColumn, firstRow, columns, rows);
        bool isBlank = true;
        foreach (PlacedTile tile in _placed)
        {
            if (!tile.Fill(level, window, firstColumn, firstRow, samples, isBlank))
                continue;
            isBlank = false;
            if (!Voids.Any(samples))
                return;
        }
    }

    // Tiles of one series have cells of slightly different sizes on the ground: to a hundredth they are equal.
    private static double Rounded(double resolutionMetres) =>
        double.Parse(resolutionMetres.ToString("E2", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static GridFrame Around(TileSource[] ordered)
    {
        GridFrame finest = ordered[0].Frame;
        double west = -0.5, north = -0.5, east = finest.Columns - 0.5, south = finest.Rows - 0.5;
        foreach (TileSource tile in ordered.Skip(1))
        {
            (double left, double top, double right, double bottom) = SurfaceBox.Of(tile, finest);
            (west, north) = (Math.Min(west, left), Math.Min(north, top));
            (east, south) = (Math.Max(east, right), Math.Max(south, bottom));
        }

        // The lattice of the finest tile, as far as any centre on it lies in a tile; a hair more is rounding.
        const double Hair = 1e-6;
        double firstColumn = Math.Ceiling(west - Hair), firstRow = Math.Ceiling(north - Hair);
        double columns = Math.Floor(east + Hair) - firstColumn + 1, rows = Math.Floor(south + Hair) - firstRow + 1;
        if (columns > int.MaxValue / 2 || rows > int.MaxValue / 2)
        {
            throw TerrainException.In(
                TerrainFaultKind.TooLarge, ordered[0].Name, $"at its cells of {finest.ResolutionMetres:0.###} m the terrain would have {columns:0} × {rows:0} of them",
                "leave out the tile that is far finer, or far away, from the others");
        }

        return new GridFrame(
            finest.System, finest.X(firstColumn), finest.Y(firstRow), finest.StepX, finest.StepY, (int)columns, (int)rows);
    }
}
