using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Bench.Sight;

/// <summary>Viewsheds of many observers on one grid: ours against GDAL's, and both against brute force in NumPy.</summary>
internal sealed class ViewshedBench
{
    public const string Work = "viewsheds, grid in memory";

    private const double RangeMetres = 10_000;

    private readonly ElevationGrid _grid;
    private readonly (int Column, int Row)[] _observers;
    private readonly ViewshedProblem _problem;

    public ViewshedBench(int cells, int observers, int seed)
    {
        _grid = BenchTerrain.Square(cells, seed);
        var random = new Random(seed);
        int margin = (int)(RangeMetres / 30) + 2;
        _observers = [.. Enumerable.Range(0, observers).Select(_ => (random.Next(margin, cells - margin), random.Next(margin, cells - margin)))];
        _problem = new ViewshedProblem(ElevationSurface.Of(_grid), [.. _observers.Select(cell => new Observer(_grid.Frame.Place(cell.Column, cell.Row)))])
        {
            RangeMetres = RangeMetres,
            Conditions = new() { ObserverHeightMetres = 5, TargetHeightMetres = 1.7 },
        };
    }

    /// <summary>Writes what a peer needs.</summary>
    public void Write(string folder)
    {
        BenchTerrain.Write(_grid, Path.Combine(folder, "terrain.f32"));
        File.WriteAllText(Path.Combine(folder, "problem.json"), JsonSerializer.Serialize(new
        {
            columns = _grid.Columns,
            rows = _grid.Rows,
            cellMetres = 30.0,
            westEdge = _grid.Frame.WestEdgeX,
            northEdge = _grid.Frame.NorthEdgeY,
            observers = _observers.Select(cell => new[] { cell.Column, cell.Row }),
            observerHeightMetres = _problem.Conditions.ObserverHeightMetres,
            targetHeightMetres = _problem.Conditions.TargetHeightMetres,
            refraction = _problem.Conditions.Refraction,
            rangeMetres = RangeMetres,
        }));
    }

    public IEnumerable<Contender> Contenders(PythonPeer peer)
    {
        yield return new(Work, "ours, fast", true, 3, () => Look(_problem));
        yield return peer.Contender(Work, "GDAL ViewshedGenerate in process", "gdal");
        yield return new(Work, "ours, exact", true, 1, () => Look(_problem with { Exact = true }));
    }

    /// <summary>How well all agree with brute force, for some observers: cells in both as a share of the cells in either.</summary>
    public IReadOnlyDictionary<string, double> Agreement(PythonPeer peer, string folder, int observers)
    {
        ViewshedReport fast = _problem.Solve(), exact = (_problem with { Exact = true }).Solve();
        peer.Contender(string.Empty, string.Empty, $"masks {observers}").Do();
        var sums = new SortedDictionary<string, (long Both, long Either)>(StringComparer.Ordinal);
        double worst = 1;
        for (int i = 0; i < observers; i++)
        {
            byte[] brute = File.ReadAllBytes(Path.Combine(folder, $"brute-{i}.u8"));
            worst = Math.Min(worst, Add(sums, "fast", brute, Cells(fast.Viewsheds[i])));
            Add(sums, "exact", brute, Cells(exact.Viewsheds[i]));
            Add(sums, "GDAL", brute, File.ReadAllBytes(Path.Combine(folder, $"gdal-{i}.u8")));
        }

        var agreement = sums.ToDictionary(sum => sum.Key, sum => sum.Value.Both / (double)sum.Value.Either, StringComparer.Ordinal);
        agreement["fast, the worst observer"] = worst;
        return agreement;
    }

    private static Run Look(ViewshedProblem problem) => Run.Of(() => problem.Solve(), report => new(StringComparer.Ordinal)
    {
        ["visibleCells"] = report.Viewsheds.Sum(viewshed => (long)viewshed.VisibleCells),
    });

    private static double Add(SortedDictionary<string, (long Both, long Either)> sums, string who, byte[] brute, byte[] seen)
    {
        long both = 0, either = 0;
        for (int i = 0; i < brute.Length; i++)
        {
            both += brute[i] & seen[i];
            either += brute[i] | seen[i];
        }

        (long bothBefore, long eitherBefore) = sums.GetValueOrDefault(who);
        sums[who] = (bothBefore + both, eitherBefore + either);
        return both / (double)either;
    }

    private byte[] Cells(Viewshed viewshed)
    {
        byte[] cells = new byte[_grid.Columns * _grid.Rows];
        for (int row = 0; row < viewshed.Frame.Rows; row++)
        {
            for (int column = 0; column < viewshed.Frame.Columns; column++)
                cells[((viewshed.FirstRow + row) * _grid.Columns) + viewshed.FirstColumn + column] = viewshed[column, row] ? (byte)1 : (byte)0;
        }

        return cells;
    }
}
