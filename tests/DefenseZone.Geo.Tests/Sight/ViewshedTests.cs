using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using static DefenseZone.Geo.Tests.Independent.IndependentTool;

namespace DefenseZone.Geo.Tests.Sight;

[TestClass]
public sealed class ViewshedTests
{
    private static readonly SightConditions FlatEarth = new() { Refraction = 1, ObserverHeightMetres = 0, TargetHeightMetres = 0 };

    [TestMethod]
    public void Exact_viewsheds_are_those_of_brute_force_cell_by_cell()
    {
        (ElevationGrid Grid, int Column, int Row, double RangeMetres, SightConditions Conditions)[] problems =
        [
            (Relief.Mountains(1, 90, 80), 45, 40, 5_000, SightConditions.Standard),
            (Relief.Mountains(2, 90, 80, roughness: 0.6), 3, 70, 2_100, new() { ObserverHeightMetres = 20, TargetHeightMetres = 0 }),
            (Relief.Mountains(3, 70, 60, voidShare: 0.1), 30, 31, 1_200, new() { Refraction = 0 }),
            (Relief.Mountains(4, 70, 60, cellMetres: 20, cellHeightMetres: 33), 35, 30, 900, new() { Refraction = -0.5 }),
            (Relief.Mountains(5, 80, 70, reliefMetres: 5, cellMetres: 90), 79, 0, 9_000, new() { ObserverHeightMetres = 2 }),
        ];
        bool[][] expected = BruteForce.Of(problems);
        for (int i = 0; i < problems.Length; i++)
        {
            (ElevationGrid grid, int column, int row, double range, SightConditions conditions) = problems[i];
            Viewshed seen = Look(grid, column, row, range, conditions, exact: true);
            seen.Cells(grid).Should().Equal(expected[i], $"problem {i}");
            seen.VisibleCells.Should().Be(expected[i].Count(cell => cell)).And.BeGreaterThan(50);
        }
    }

    [TestMethod]
    [DataRow(11, 0.35)]
    [DataRow(12, 0.45)]
    [DataRow(13, 0.5)]
    [DataRow(14, 0.55)]
    public void Fast_viewsheds_agree_with_exact_ones_in_99_of_100_cells(int seed, double roughness)
    {
        ElevationGrid grid = Relief.Mountains(seed, 500, 460, roughness: roughness, voidShare: seed == 13 ? 0.02 : 0, cellMetres: seed == 14 ? 27 : 30, cellHeightMetres: 30);
        foreach ((int column, int row) in ((int, int)[])[(250, 230), (120, 300), (4, 457)])
        {
            if (float.IsNaN(grid[column, row]))
                continue;
            bool[] exact = Look(grid, column, row, 6_500, SightConditions.Standard, exact: true).Cells(grid);
            bool[] fast = Look(grid, column, row, 6_500, SightConditions.Standard, exact: false).Cells(grid);
            BruteForce.Jaccard(exact, fast).Should().BeGreaterThanOrEqualTo(0.99, $"from {column}, {row}");
        }
    }

    [TestMethod]
    public void Gdal_sees_much_the_same()
    {
        using var folder = new Io.TemporaryFolder();
        ElevationGrid grid = Relief.Mountains(21, 200, 180, roughness: 0.4);
        string terrain = Path.Combine(folder.Path, "terrain.asc"), seen = Path.Combine(folder.Path, "seen.tif"), raw = Path.Combine(folder.Path, "seen.asc");
        File.WriteAllText(terrain, $"ncols 200\nnrows 180\nxllcorner 0\nyllcorner 0\ncellsize 30\nNODATA_value -9999\n{string.Join(' ', grid.Samples.ToArray().Select(height => Text(height)))}\n");
        Run("gdal_viewshed", ["-q", "-ox", Text(100.5 * 30), "-oy", Text((180 - 90.5) * 30), "-oz", "5", "-tz", "1.7", "-cc", Text(6.0 / 7), "-md", "2500", terrain, seen], []);
        Run("gdal_translate", ["-q", "-of", "AAIGrid", seen, raw], []);
        string[] lines = File.ReadAllLines(raw);
        double[] header = [.. lines.Take(4).Select(line => Numbers(line[line.IndexOf(' ', StringComparison.Ordinal)..])[0])];
        double[] values = [.. lines.Where(line => char.IsDigit(line.TrimStart()[0])).SelectMany(Numbers)];
        int columns = (int)header[0], rows = (int)header[1], west = (int)Math.Round(header[2] / 30), north = 180 - rows - (int)Math.Round(header[3] / 30);
        bool[] gdal = new bool[200 * 180];
        for (int i = 0; i < values.Length; i++)
            gdal[((north + (i / columns)) * 200) + west + (i % columns)] = values[i] > 0;

        Viewshed ours = Look(grid, 100, 90, 2_500, SightConditions.Standard, exact: true);
        BruteForce.Jaccard(ours.Cells(grid), gdal).Should().BeGreaterThan(0.9);
        ((double)ours.VisibleCells).Should().BeApproximately(gdal.Count(cell => cell), 0.1 * ours.VisibleCells);
    }

    [TestMethod]
    [DataRow(2.0, 1.0 / 7, false)]
    [DataRow(2.0, 1.0 / 7, true)]
    [DataRow(5.0, 0.0, false)]
    public void On_a_plain_the_horizon_is_where_the_formula_has_it(double eyeMetres, double refraction, bool exact)
    {
        ElevationGrid plain = Relief.Of(641, 21, (_, _) => 12);
        SightConditions conditions = new() { ObserverHeightMetres = eyeMetres, TargetHeightMetres = 0, Refraction = refraction };
        double horizon = Math.Sqrt(2 * SightConditions.EarthRadiusMetres * eyeMetres / (1 - refraction));
        Viewshed seen = Look(plain, 320, 10, 9_500, conditions, exact);
        for (int column = 0; column < 641; column++)
        {
            double distance = Math.Abs(column - 320) * 30;
            if (distance > 9_500 || Math.Abs(distance - horizon) <= 45)
                continue;
            seen[column - seen.FirstColumn, 10 - seen.FirstRow].Should().Be(distance < horizon, $"at {distance} m, with the horizon at {horizon} m");
        }
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_ridge_throws_the_shadow_that_geometry_gives_it(bool exact)
    {
        // From an eye at 20 m over a ridge of 15 m at 600 m, the plain is seen again beyond 600 · 20/(20 − 15) = 2,400 m.
        ElevationGrid ridge = Relief.Of(200, 9, (column, _) => column == 30 ? 15 : 0);
        Viewshed seen = Look(ridge, 10, 4, 5_500, FlatEarth with { ObserverHeightMetres = 20 }, exact);
        for (int column = 0; column < 190; column++)
        {
            double distance = (column - 10) * 30;
            seen[column - seen.FirstColumn, 4 - seen.FirstRow].Should().Be(distance is <= 600 or >= 2_400, $"column {column}");
        }
    }

    [TestMethod]
    public void Ground_that_only_touches_the_line_hides_nothing()
    {
        ElevationGrid slope = Relief.Of(60, 60, (column, row) => (column * 4) + row);
        Look(slope, 20, 30, 900, FlatEarth, exact: true).VisibleRatio.Should().Be(1);
        ElevationGrid raised = Relief.Of(60, 60, (column, row) => (column * 4) + row + (column == 25 && row == 30 ? 0.001 : 0));
        Viewshed seen = Look(raised, 20, 30, 900, FlatEarth, exact: true);
        seen[25 - seen.FirstColumn, 30 - seen.FirstRow].Should().BeTrue();
        seen[26 - seen.FirstColumn, 30 - seen.FirstRow].Should().BeFalse();
        seen[40 - seen.FirstColumn, 30 - seen.FirstRow].Should().BeFalse();
    }

    [TestMethod]
    public void The_range_itself_is_within()
    {
        Viewshed seen = Look(Relief.Of(41, 41, (_, _) => 0), 20, 20, 300, SightConditions.Standard, exact: false);
        seen.Frame.Columns.Should().Be(21);
        seen[20, 10].Should().BeTrue();
        seen[16, 18].Should().BeTrue("6 and 8 cells make exactly 10");
        seen[17, 18].Should().BeFalse();
        seen.CellsWithin.Should().Be(317, "this many points of the lattice lie in a circle of radius 10");
        seen.VisibleCells.Should().Be(317);
    }

    [TestMethod]
    public void Observers_outside_and_on_voids_see_nothing_and_it_is_said()
    {
        ElevationGrid grid = Relief.Of(50, 50, (column, row) => column < 10 ? double.NaN : row);
        var report = new ViewshedProblem(ElevationSurface.Of(grid),
        [
            new Observer(grid.Centre(5, 5), "West"),
            new Observer(new GeoPoint(108.9, 21), "Far"),
            new Observer(grid.Centre(25, 25), "Middle"),
        ])
        { RangeMetres = 600 }.Solve();
        report.Viewsheds.Select(viewshed => viewshed.Ground).Should().Equal(ObserverGround.Void, ObserverGround.OutsideTerrain, ObserverGround.Known);
        report.Viewsheds.Take(2).Should().OnlyContain(viewshed => viewshed.VisibleCells == 0 && viewshed.Frame.IsEmpty);
        report.Viewsheds[2].VoidCells.Should().BePositive();
        report.Notes.Should().HaveCount(3);
        report.Notes[0].Should().Contain("West").And.Contain("void");
        report.Notes[1].Should().Contain("Far").And.Contain("outside");
        report.Cumulative.CellsSeenBy(1).Should().Be(report.Viewsheds[2].VisibleCells);
    }

    [TestMethod]
    public void In_degrees_cells_are_as_wide_as_on_the_ground()
    {
        var frame = new GridFrame(CoordinateSystem.Of(4326), 104, 22.5, 1 / 3600.0, 1 / 3600.0, 401, 401);
        ElevationGrid plain = ElevationGrid.Create(frame, (_, samples) => samples.Clear());
        Viewshed seen = new ViewshedProblem(ElevationSurface.Of(plain), [new Observer(frame.Place(200, 200))]) { RangeMetres = 3_000 }.Solve().Viewsheds[0];
        int east = Enumerable.Range(0, seen.Frame.Columns).Last(column => seen[column, seen.Frame.Rows / 2]), south = Enumerable.Range(0, seen.Frame.Rows).Last(row => seen[seen.Frame.Columns / 2, row]);
        GeoPoint middle = frame.Place(200, 200);
        Geodesic.Inverse(middle, seen.Frame.Place(east, seen.Frame.Rows / 2)).DistanceMetres.Should().BeInRange(2_970, 3_003);
        Geodesic.Inverse(middle, seen.Frame.Place(seen.Frame.Columns / 2, south)).DistanceMetres.Should().BeInRange(2_967, 3_003);
        seen.VisibleSquareMetres.Should().BeApproximately(Math.PI * 9e6, 0.01 * Math.PI * 9e6);
    }

    [TestMethod]
    public void Cumulative_counts_are_the_sum_of_the_viewsheds()
    {
        ElevationGrid grid = Relief.Mountains(31, 150, 140);
        (int Column, int Row)[] places = [(40, 40), (60, 50), (100, 100)];
        var report = new ViewshedProblem(ElevationSurface.Of(grid), [.. places.Select(place => new Observer(grid.Centre(place.Column, place.Row)))]) { RangeMetres = 1_500 }.Solve();
        CumulativeViewshed cumulative = report.Cumulative;
        bool[][] each = [.. report.Viewsheds.Select(viewshed => viewshed.Cells(grid))];
        cumulative.CellsSeenBy(1).Should().Be(Enumerable.Range(0, 150 * 140).Count(i => each.Any(cells => cells[i])));
        cumulative.CellsSeenBy(2).Should().Be(Enumerable.Range(0, 150 * 140).Count(i => each.Count(cells => cells[i]) >= 2)).And.BePositive();
        cumulative.Counts.ToArray().Sum(count => count).Should().Be(report.Viewsheds.Sum(viewshed => viewshed.VisibleCells));
    }

    [TestMethod]
    public void A_range_over_too_many_cells_is_refused_with_the_limit()
    {
        ElevationGrid grid = Relief.Of(12_000, 2, (_, _) => 0, cellMetres: 1);
        Action look = () => Look(grid, 5, 0, 15_000, SightConditions.Standard, exact: false);
        look.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*5000 cells*");
        ((Action)(() => _ = new ViewshedProblem(ElevationSurface.Empty, []) { RangeMetres = 0 })).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Viewshed Look(ElevationGrid grid, int column, int row, double rangeMetres, SightConditions conditions, bool exact) =>
        new ViewshedProblem(ElevationSurface.Of(grid), [new Observer(grid.Centre(column, row))]) { RangeMetres = rangeMetres, Conditions = conditions, Exact = exact }
            .Solve().Viewsheds[0];
}
