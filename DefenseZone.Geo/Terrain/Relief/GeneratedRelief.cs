using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain.Relief;

/// <summary>
/// Relief that a recipe makes up, block by block when it is asked for. A place's elevation depends on the recipe and
/// the place alone, so blocks meet without seams.
/// </summary>
internal sealed class GeneratedRelief : TileSource
{
    private const int NodeSpacing = 8;
    private const float MountainWavelengthMetres = 9_500, CountryWavelengthMetres = 70_000, RidgeReachMetres = 2_600;

    private readonly ReliefRecipe _recipe;
    private readonly ReliefPlane _plane;
    private readonly ReliefLines _valleys;
    private readonly ReliefLines _ridges;
    private readonly ReliefTowers _towers;

    public GeneratedRelief(string name, ReliefRecipe recipe)
    {
        Name = name;
        _recipe = recipe;
        _plane = new ReliefPlane(recipe.Extent);
        _valleys = new ReliefLines(recipe.Valleys, _plane, recipe.ValleyReachMetres);
        _ridges = new ReliefLines(recipe.Ridges, _plane, RidgeReachMetres);
        _towers = new ReliefTowers(recipe.Karst, _plane, recipe.Seed);
        double step = recipe.ResolutionArcSeconds / 3600;
        GeoExtent box = recipe.Extent;

        // Samples on whole steps of the globe, as those of .hgt tiles are.
        double west = Math.Ceiling((box.WestDegrees / step) - 1e-6), north = Math.Floor((box.NorthDegrees / step) + 1e-6);
        int columns = Math.Max(1, (int)(Math.Floor((box.EastDegrees / step) + 1e-6) - west) + 1), rows = Math.Max(1, (int)(north - Math.Ceiling((box.SouthDegrees / step) - 1e-6)) + 1);
        Frame = new GridFrame(CoordinateSystem.Of(4326), west * step, north * step, step, step, columns, rows);
    }

    public override string Name { get; }

    public override string Format => TileNotes.ReliefFormat;

    public override GridFrame Frame { get; }

    public override int BlockColumns => CoarseBlock;

    public override int BlockRows => CoarseBlock;

    public override void ReadBlock(int blockColumn, int blockRow, Span<float> samples) => Fill(0, blockColumn, blockRow, samples);

    // A block of a coarser level is far wider than the relief, and would be made up with all its towers for a few cells.
    public override int CoarsestOwnLevel => 4;

    public override bool TryReadCoarse(int level, int blockColumn, int blockRow, Span<float> samples)
    {
        if (level > CoarsestOwnLevel)
            return false;
        Fill(level, blockColumn, blockRow, samples);
        return true;
    }

    private void Fill(int level, int blockColumn, int blockRow, Span<float> samples)
    {
        GridFrame frame = Coarser(Frame, level);
        double west = _plane.X(frame.X((double)blockColumn * CoarseBlock)), north = _plane.Y(frame.Y((double)blockRow * CoarseBlock));
        double cellX = frame.StepX * _plane.MetresPerDegreeEast, cellY = _plane.Y(frame.Y(1)) - _plane.Y(frame.Y(0));
        var ground = new ReliefBlock(this, west, north, cellX, cellY, Math.Max(1, NodeSpacing >> level));
        for (int row = 0; row < CoarseBlock; row++)
            ground.FillRow(row, samples.Slice(row * CoarseBlock, CoarseBlock));
    }

    /// <summary>One block at work: distances at its nodes, towers at its cells.</summary>
    private sealed class ReliefBlock
    {
        private readonly GeneratedRelief _relief;
        private readonly double _west;
        private readonly double _north;
        private readonly double _cellX;
        private readonly double _cellY;
        private readonly int _spacing;
        private readonly int _nodes;
        private readonly int _octaves;
        private readonly float[] _valley;
        private readonly float[] _ridge;
        private readonly float[] _karst;
        private readonly float[] _towers;
        private readonly bool _hasKarst;

        public ReliefBlock(GeneratedRelief relief, double west, double north, double cellX, double cellY, int spacing)
        {
            (_relief, _west, _north, _cellX, _cellY, _spacing) = (relief, west, north, cellX, cellY, spacing);
            _nodes = (CoarseBlock / spacing) + 1;
            _valley = relief._valleys.Distances(west, north, cellX * spacing, cellY * spacing, _nodes, _nodes);
            _ridge = relief._ridges.Distances(west, north, cellX * spacing, cellY * spacing, _nodes, _nodes);
            _karst = new float[_nodes * _nodes];
            for (int i = 0; i < _karst.Length && !relief._towers.IsEmpty; i++)
                _karst[i] = relief._towers.Share(west + (i % _nodes * cellX * spacing), north + (i / _nodes * cellY * spacing));
            _hasKarst = _karst.AsSpan().IndexOfAnyExcept(0f) >= 0;
            _towers = _hasKarst ? relief._towers.Heights(west, north, cellX, cellY, CoarseBlock, CoarseBlock) : [];

            // Waves shorter than two cells would only be noise between samples.
            _octaves = Math.Clamp((int)Math.Floor(Math.Log2(MountainWavelengthMetres / Math.Max(cellX, cellY))), 2, 8);
        }

        public void FillRow(int row, Span<float> samples)
        {
            ReliefRecipe recipe = _relief._recipe;
            Span<float> valleys = stackalloc float[CoarseBlock], ridges = stackalloc float[CoarseBlock], karsts = stackalloc float[CoarseBlock];
            Interpolate(_valley, row, valleys);
            Interpolate(_ridge, row, ridges);
            if (_hasKarst)
                Interpolate(_karst, row, karsts);
            Vector256<float> y = Vector256.Create((float)(_north + (row * _cellY)));
            Vector256<float> lowest = Vector256.Create((float)recipe.LowestMetres), one = Vector256<float>.One;
            float relief = (float)recipe.ReliefMetres, reach = (float)recipe.ValleyReachMetres;
            Span<float> places = stackalloc float[CoarseBlock];
            for (int column = 0; column < CoarseBlock; column++)
                places[column] = (float)(_west + (column * _cellX));
            for (int column = 0; column < CoarseBlock; column += ReliefNoise.Lanes)
            {
                Vector256<float> x = Vector256.Create<float>(places[column..]);
                Vector256<float> fromValley = Vector256.Create<float>(valleys[column..]);

                // The country as a whole is higher here and lower there; valleys follow it, so roads rise gently.
                Vector256<float> country = (ReliefNoise.Smooth(x, y, CountryWavelengthMetres, 3, recipe.Seed) * 0.5f) + Vector256.Create(0.5f);
                Vector256<float> open = ReliefNoise.Step(0, reach, fromValley);
                Vector256<float> mountains = ReliefNoise.Ridged(x, y, MountainWavelengthMetres, _octaves, recipe.Seed + 7919);
                Vector256<float> rise = (open * 0.95f) + Vector256.Create(0.05f);

                // Along a ridge line there are tops and saddles, and a deep pass where a valley crosses.
                Vector256<float> near = one - ReliefNoise.Step(0, RidgeReachMetres, Vector256.Create<float>(ridges[column..]));
                Vector256<float> tops = (ReliefNoise.At(x * (1 / 3_100f), y * (1 / 3_100f), recipe.Seed + 104_729) * 0.45f) + Vector256.Create(0.6f);
                Vector256<float> ridge = near * tops * (float)recipe.RidgeMetres * ((open * 0.9f) + Vector256.Create(0.1f));
                Vector256<float> height = lowest + (country * (0.42f * relief)) + ridge;
                if (_hasKarst)
                {
                    Vector256<float> karst = Vector256.Create<float>(karsts[column..]);
                    Vector256<float> towers = Vector256.Create<float>(_towers.AsSpan((row * CoarseBlock) + column));
                    height += towers * ReliefNoise.Step(120, 600, fromValley);
                    rise *= one - (karst * 0.6f);
                }

                height += mountains * rise * relief;
                (Vector256.Floor((height * 10f) + Vector256.Create(0.5f)) * 0.1f).CopyTo(samples[column..]);
            }
        }

        private void Interpolate(float[] nodes, int row, Span<float> cells)
        {
            int upper = row / _spacing * _nodes, lower = upper + _nodes;
            float down = (row % _spacing) / (float)_spacing;
            for (int column = 0; column < cells.Length; column++)
            {
                int node = column / _spacing;
                float right = (column % _spacing) / (float)_spacing;
                float north = nodes[upper + node] + ((nodes[upper + node + 1] - nodes[upper + node]) * right);
                float south = nodes[lower + node] + ((nodes[lower + node + 1] - nodes[lower + node]) * right);
                cells[column] = north + ((south - north) * down);
            }
        }
    }
}
