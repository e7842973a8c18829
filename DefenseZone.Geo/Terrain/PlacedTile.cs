namespace DefenseZone.Geo.Terrain;

/// <summary>A tile in the grid of a surface: which part of it the tile has something to say about, and how.</summary>
internal sealed class PlacedTile
{
    /// <summary>
    /// How far, in parts of a cell, a tile may be off the lattice and still give its samples unchanged: files keep
    /// coordinates with some ten digits, and a hundredth of a cell is a foot.
    /// </summary>
    private const double LatticeTolerance = 0.01;

    private readonly CachedTile _tile;
    private readonly GridFrame _surface;
    private readonly bool _onLattice;
    private readonly int _columnOffset;
    private readonly int _rowOffset;
    private readonly double _west;
    private readonly double _north;
    private readonly double _east;
    private readonly double _south;

    public PlacedTile(CachedTile tile, GridFrame surface)
    {
        _tile = tile;
        _surface = surface;
        (_west, _north, _east, _south) = SurfaceBox.Of(tile.Source, surface);
        (_columnOffset, _rowOffset) = ((int)Math.Round(_west + 0.5), (int)Math.Round(_north + 0.5));
        _onLattice = IsOnLattice(tile.Source.Frame, surface);
    }

    /// <summary>The tile itself.</summary>
    public CachedTile Tile => _tile;

    /// <summary>The level of the tile that gives the samples of a level of the surface.</summary>
    public int OwnLevel(int level) => LevelFor(TileSource.Coarser(_surface, level).ResolutionMetres);

    /// <summary>Whether the tile may have a say in a part of the surface's grid.</summary>
    public bool Reaches(int firstColumn, int firstRow, int columns, int rows) =>
        _west <= firstColumn + columns && _east >= firstColumn - 1 && _north <= firstRow + rows && _south >= firstRow - 1;

    /// <summary>Fills what is still void in a window of a level of the surface's grid, as far as the tile reaches.</summary>
    /// <returns>Whether the tile reaches into the window at all.</returns>
    public bool Fill(int level, GridFrame window, int firstColumn, int firstRow, Span<float> samples, bool isBlank)
    {
        // The tile's box in cells of this level; a cell belongs to it when its centre does.
        int factor = 1 << level;
        double shift = (factor - 1) / 2.0;
        int west = Math.Max(firstColumn, (int)Math.Ceiling(Math.Max((_west - shift) / factor, -1)));
        int north = Math.Max(firstRow, (int)Math.Ceiling(Math.Max((_north - shift) / factor, -1)));
        int east = (int)Math.Min(firstColumn + window.Columns - 1, Math.Floor((_east - shift) / factor));
        int south = (int)Math.Min(firstRow + window.Rows - 1, Math.Floor((_south - shift) / factor));
        if (west > east || north > south)
            return false;
        Span<float> part = samples[(((north - firstRow) * window.Columns) + west - firstColumn)..];
        if (level == 0 && _onLattice)
            Copy(west, north, east - west + 1, south - north + 1, part, window.Columns, isBlank);
        else
            Resample(level, west, north, east - west + 1, south - north + 1, part, window.Columns);
        return true;
    }

    private bool IsOnLattice(GridFrame tile, GridFrame surface)
    {
        if (tile.System != surface.System)
            return false;
        double drift = Math.Max(
            Math.Abs(tile.StepX - surface.StepX) / surface.StepX * tile.Columns, Math.Abs(tile.StepY - surface.StepY) / surface.StepY * tile.Rows);
        return Math.Abs(_west + 0.5 - _columnOffset) + drift < LatticeTolerance && Math.Abs(_north + 0.5 - _rowOffset) + drift < LatticeTolerance;
    }

    private void Copy(int west, int north, int columns, int rows, Span<float> samples, int stride, bool isBlank)
    {
        if (isBlank)
        {
            _tile.Read(0, west - _columnOffset, north - _rowOffset, columns, rows, samples, stride);
            return;
        }

        var own = new float[columns * rows];
        _tile.Read(0, west - _columnOffset, north - _rowOffset, columns, rows, own, columns);
        for (int row = 0; row < rows; row++)
        {
            Span<float> target = samples.Slice(row * stride, columns);
            for (int column = 0; column < columns; column++)
            {
                if (float.IsNaN(target[column]))
                    target[column] = own[(row * columns) + column];
            }
        }
    }

    private void Resample(int level, int west, int north, int columns, int rows, Span<float> samples, int stride)
    {
        GridFrame target = TileSource.Coarser(_surface, level);
        int own = LevelFor(target.ResolutionMetres);
        GridFrame frame = _tile.Frame(own);
        var mesh = new FrameMesh(target, frame, west, north, columns, rows);
        (int left, int top, int right, int bottom) = mesh.Reach();
        var window = new float[(right - left + 1) * (bottom - top + 1)];
        _tile.Read(own, left, top, right - left + 1, bottom - top + 1, window, right - left + 1);
        ElevationGrid grid = ElevationGrid.Adopt(frame.Window(left, top, right - left + 1, bottom - top + 1), window);
        var places = new (double Column, double Row)[columns];
        for (int row = 0; row < rows; row++)
        {
            mesh.Row(row, places);
            for (int column = 0; column < columns; column++)
            {
                ref float sample = ref samples[(row * stride) + column];
                if (float.IsNaN(sample))
                    sample = (float)grid.Bilinear(places[column].Column - left, places[column].Row - top);
            }
        }
    }

    // The coarsest level whose cells are no larger than those asked for.
    private int LevelFor(double resolutionMetres)
    {
        double ratio = resolutionMetres / _tile.Source.Frame.ResolutionMetres;
        return ratio < 2 ? 0 : Math.Min((int)Math.Floor(Math.Log2(ratio * 1.01)), TileSource.LastLevel);
    }
}
