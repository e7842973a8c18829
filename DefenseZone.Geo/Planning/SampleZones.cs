using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace DefenseZone.Geo.Planning;

/// <summary>
/// Communes that tile a corridor about the border, and above them defence areas and provinces made of runs of
/// them. Each is a cell with moved corners and wavering sides; two neighbours have the vertices of their common
/// side in common.
/// </summary>
/// <remarks>
/// Sides waver by midpoint displacement whose angles sum up to less than 20 degrees, so each side stays within a
/// rhombus of that half angle on its chord; corners move by at most 0.15 of a cell, so that chords from a corner
/// are over 40 degrees apart: sides never cross.
/// </remarks>
internal sealed class SampleZones
{
    private const double CornerReach = 0.15;

    private static readonly double[] Displacements = [0.065, 0.045, 0.030, 0.020];

    private readonly SampleCorridor _corridor;
    private readonly int _seed;
    private readonly Dictionary<(int Column, int Row, bool Upright), GridPoint[]> _sides = [];

    private SampleZones(SampleCorridor corridor, int seed)
    {
        _corridor = corridor;
        _seed = seed;
    }

    public static ImmutableArray<DefensiveZone> Tile(SampleCorridor corridor, SampleShape shape, int seed)
    {
        var tiling = new SampleZones(corridor, seed);
        Polygon[] cells = [.. corridor.Cells.Select(cell => tiling.Cell(cell.Column, cell.Row))];
        var zones = ImmutableArray.CreateBuilder<DefensiveZone>(shape.Provinces + shape.DefenceAreas + shape.Communes);
        for (int i = 0; i < shape.Provinces; i++)
            zones.Add(Zone(ZoneLevel.Province, i, -1, Union(cells, i, shape.Provinces)));
        for (int i = 0; i < shape.DefenceAreas; i++)
            zones.Add(Zone(ZoneLevel.DefenceArea, i, Run(i, shape.DefenceAreas, shape.Provinces), Union(cells, i, shape.DefenceAreas)));
        for (int i = 0; i < cells.Length; i++)
            zones.Add(Zone(ZoneLevel.Commune, i, Run(i, cells.Length, shape.DefenceAreas), cells[i]));
        return zones.DrainToImmutable();
    }

    // The run that a member belongs to when all members are dealt out evenly, in order.
    private static int Run(int member, int members, int runs) => (int)((long)member * runs / members);

    private static Geometry Union(Polygon[] cells, int run, int runs) =>
        CoverageUnion.Union(Wgs84Geometry.Factory.CreateMultiPolygon([.. cells.Where((_, i) => Run(i, cells.Length, runs) == run)]));

    private static DefensiveZone Zone(ZoneLevel level, int index, int parent, Geometry geometry) => new()
    {
        Id = Id(level, index),
        Name = $"{Title(level)} {index + 1}",
        Level = level,
        Parent = level switch
        {
            ZoneLevel.Commune => Id(ZoneLevel.DefenceArea, parent),
            ZoneLevel.DefenceArea => Id(ZoneLevel.Province, parent),
            _ => FeatureId.None,
        },
        Geometry = geometry,
    };

    private static FeatureId Id(ZoneLevel level, int index) => FeatureId.Of($"{Vocabulary.ZoneLevels[level]}-{index + 1}");

    private static string Title(ZoneLevel level) => level switch
    {
        ZoneLevel.Province => "Province",
        ZoneLevel.DefenceArea => "Defence area",
        _ => "Commune",
    };

    private Polygon Cell(int column, int row)
    {
        GridPoint[] bottom = Side(column, row, upright: false);
        GridPoint[] right = Side(column + 1, row, upright: true);
        GridPoint[] top = Side(column, row + 1, upright: false);
        GridPoint[] left = Side(column, row, upright: true);
        GridPoint[] ring = [.. bottom[..^1], .. right[..^1], .. top.Reverse().SkipLast(1), .. left.Reverse()];
        return Wgs84Geometry.Factory.CreatePolygon(GridPoint.ToCoordinates(ring));
    }

    // From the corner at (column, row) to the one to its right, or above it.
    private GridPoint[] Side(int column, int row, bool upright)
    {
        if (_sides.TryGetValue((column, row, upright), out GridPoint[]? side))
            return side;
        List<(double X, double Y)> line = [Corner(column, row), upright ? Corner(column, row + 1) : Corner(column + 1, row)];
        for (int level = 0; level < Displacements.Length; level++)
        {
            for (int i = line.Count - 2; i >= 0; i--)
            {
                (double X, double Y) from = line[i], to = line[i + 1];
                int kind = (upright ? 100 : 200) + (level * 20) + i;
                double across = Displacements[level] * SeededRandom.SignedAt(_seed, kind, column, row);
                line.Insert(i + 1, (
                    ((from.X + to.X) / 2) - (across * (to.Y - from.Y)),
                    ((from.Y + to.Y) / 2) + (across * (to.X - from.X))));
            }
        }

        side = [.. line.Select(point => GridPoint.Round(point.X * _corridor.CellWidth, point.Y * _corridor.CellHeight))];
        _sides.Add((column, row, upright), side);
        return side;
    }

    // In cells, not in grid steps.
    private (double X, double Y) Corner(int column, int row) => (
        column + (CornerReach * SeededRandom.SignedAt(_seed, 1, column, row)),
        row + (CornerReach * SeededRandom.SignedAt(_seed, 2, column, row)));
}
