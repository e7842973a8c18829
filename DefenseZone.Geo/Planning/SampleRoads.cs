using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Planning;

/// <summary>
/// A road network over the corridor: junctions near the points of a lattice, joined by a random spanning tree (so
/// that all that can be reached is reached) and by further roads up to the wanted count. One feature a road
/// between two junctions; the ends of roads that meet are the same coordinates.
/// </summary>
internal sealed class SampleRoads
{
    private const double JunctionReach = 0.25;
    private const double BendReach = 0.12;

    private readonly SampleCorridor _corridor;
    private readonly int _perCell;
    private readonly int _seed;
    private readonly List<(int Column, int Row)> _junctions = [];
    private readonly Dictionary<(int Column, int Row), int> _numbers = [];

    private SampleRoads(SampleCorridor corridor, SampleShape shape, int seed)
    {
        _corridor = corridor;
        _seed = seed;
        // A lattice has up to two roads a junction; some more than half of them are taken.
        _perCell = (int)Math.Sqrt(shape.Roads / (1.2 * corridor.Cells.Count));
        foreach ((int column, int row) in corridor.Cells)
        {
            for (int i = 0; i < _perCell * _perCell; i++)
            {
                (int, int) junction = ((column * _perCell) + (i % _perCell), (row * _perCell) + (i / _perCell));
                _numbers.Add(junction, _junctions.Count);
                _junctions.Add(junction);
            }
        }
    }

    public static SampleRoads Of(SampleCorridor corridor, SampleShape shape, int seed) => new(corridor, shape, seed);

    public int JunctionCount => _junctions.Count;

    /// <summary>Where a junction is.</summary>
    public GridPoint Junction(int number)
    {
        (int column, int row) = _junctions[number];
        return Place(
            column + 0.5 + (JunctionReach * SeededRandom.SignedAt(_seed, 3, column, row)),
            row + 0.5 + (JunctionReach * SeededRandom.SignedAt(_seed, 4, column, row)));
    }

    public ImmutableArray<PatrolRoad> Build(int count, CancellationToken cancellationToken)
    {
        List<(int From, int To)> lattice = [];
        for (int i = 0; i < _junctions.Count; i++)
        {
            (int column, int row) = _junctions[i];
            if (_numbers.TryGetValue((column + 1, row), out int right))
                lattice.Add((i, right));
            if (_numbers.TryGetValue((column, row + 1), out int above))
                lattice.Add((i, above));
        }

        bool[] chosen = Choose(lattice, count);
        var roads = ImmutableArray.CreateBuilder<PatrolRoad>(count);
        for (int i = 0; i < lattice.Count; i++)
        {
            if (roads.Count % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (chosen[i])
                roads.Add(Road(roads.Count + 1, lattice[i].From, lattice[i].To));
        }

        return roads.DrainToImmutable();
    }

    // Kruskal's tree over a random order, and then the first of the rest.
    private bool[] Choose(List<(int From, int To)> lattice, int count)
    {
        int[] order = [.. Enumerable.Range(0, lattice.Count)];
        new SeededRandom(_seed, stream: 3).Shuffle<int>(order);
        int[] roots = [.. Enumerable.Range(0, _junctions.Count)];
        bool[] chosen = new bool[lattice.Count];
        int taken = 0;
        foreach (int road in order)
        {
            int from = Root(roots, lattice[road].From);
            int to = Root(roots, lattice[road].To);
            if (from == to)
                continue;
            roots[from] = to;
            chosen[road] = true;
            taken++;
        }

        for (int i = 0; taken < count; i++)
        {
            if (chosen[order[i]])
                continue;
            chosen[order[i]] = true;
            taken++;
        }

        return chosen;
    }

    private static int Root(int[] roots, int junction)
    {
        while (roots[junction] != junction)
            junction = roots[junction] = roots[roots[junction]];
        return junction;
    }

    private PatrolRoad Road(int number, int from, int to)
    {
        GridPoint start = Junction(from);
        GridPoint end = Junction(to);
        double bend = BendReach * SeededRandom.SignedAt(_seed, 5, from, to);
        GridPoint middle = GridPoint.Round(
            ((start.X + (double)end.X) / 2) - (bend * (end.Y - start.Y)),
            ((start.Y + (double)end.Y) / 2) + (bend * (end.X - start.X)));
        bool main = SeededRandom.SignedAt(_seed, 6, from, to) < -0.5;
        return new PatrolRoad
        {
            Id = FeatureId.Of(number),
            Class = main ? "main" : "track",
            SpeedKmh = main ? 40 : 20,
            Geometry = Wgs84Geometry.Factory.CreateLineString(GridPoint.ToCoordinates([start, middle, end])),
        };
    }

    private GridPoint Place(double column, double row) => GridPoint.Round(
        column * _corridor.CellWidth / _perCell,
        row * _corridor.CellHeight / _perCell);
}
