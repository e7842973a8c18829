using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Sight;

/// <summary>What must hold for any terrain.</summary>
[TestClass]
public sealed class ViewshedProperties
{
    private static readonly Gen<(ElevationGrid Grid, int Column, int Row)> Places =
        from seed in Gen.Choose(1, 100_000)
        from columns in Gen.Choose(3, 60)
        from rows in Gen.Choose(3, 60)
        from column in Gen.Choose(0, columns - 1)
        from row in Gen.Choose(0, rows - 1)
        from roughness in Gen.Choose(30, 65)
        from voids in Gen.Elements(0, 0, 0.15)
        select (Relief.Mountains(seed, columns, rows, roughness: roughness / 100.0, voidShare: voids), column, row);

    [TestMethod]
    public void Who_stands_higher_sees_no_less() => Check(place =>
    {
        Viewshed low = Look(place, new() { ObserverHeightMetres = 3 }, exact: true), high = Look(place, new() { ObserverHeightMetres = 12 }, exact: true);
        for (int row = 0; row < low.Frame.Rows; row++)
        {
            for (int column = 0; column < low.Frame.Columns; column++)
                (low[column, row] && !high[column, row]).Should().BeFalse();
        }
    });

    [TestMethod]
    public void A_target_that_stands_higher_is_seen_no_less() => Check(place =>
    {
        Viewshed low = Look(place, new() { TargetHeightMetres = 0 }, exact: true), high = Look(place, new() { TargetHeightMetres = 30 }, exact: true);
        high.VisibleCells.Should().BeGreaterThanOrEqualTo(low.VisibleCells);
    });

    [TestMethod]
    public void The_fast_kernel_ends_well_anywhere() => Check(place =>
    {
        bool[] exact = Look(place, new(), exact: true).Cells(place.Grid), fast = Look(place, new(), exact: false).Cells(place.Grid);
        BruteForce.Jaccard(exact, fast).Should().BeGreaterThan(0.93, "of a few cells one is some per cent");
    });

    [TestMethod]
    public void Odd_grids_and_ranges_do_no_harm()
    {
        Gen<(int Seed, int Columns, int Rows, double Width, double Height, double Range)> grids =
            from seed in Gen.Choose(1, 100_000)
            from columns in Gen.Choose(1, 90)
            from rows in Gen.Choose(1, 90)
            from width in Gen.Elements(0.5, 10, 30, 200)
            from height in Gen.Elements(0.5, 10, 30, 200)
            from range in Gen.Elements(0.1, 12, 31, 300, 2_000, 50_000)
            select (seed, columns, rows, width, height, range);
        Prop.ForAll(grids.ToArbitrary(), grid =>
        {
            ElevationGrid relief = Relief.Mountains(grid.Seed, grid.Columns, grid.Rows, reliefMetres: 100, cellMetres: grid.Width, cellHeightMetres: grid.Height);
            int column = grid.Seed % grid.Columns, row = grid.Seed / 7 % grid.Rows;
            var problem = new ViewshedProblem(ElevationSurface.Of(relief), [new Observer(relief.Centre(column, row))]) { RangeMetres = grid.Range };
            Viewshed fast = problem.Solve().Viewsheds[0], exact = (problem with { Exact = true }).Solve().Viewsheds[0];
            fast[column - fast.FirstColumn, row - fast.FirstRow].Should().BeTrue();
            fast.VisibleCells.Should().BeInRange(1, fast.CellsWithin);
            fast.CellsWithin.Should().Be(exact.CellsWithin);
            BruteForce.Jaccard(exact.Cells(relief), fast.Cells(relief)).Should().BeGreaterThan(0.8);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [TestMethod]
    public void Outlines_are_valid_and_hold_the_cells() => Check(place =>
    {
        Viewshed seen = Look(place, new(), exact: true);
        MultiPolygon outline = seen.Outline();
        outline.IsValid.Should().BeTrue();
        for (int row = 0; row < seen.Frame.Rows; row += 3)
        {
            for (int column = 0; column < seen.Frame.Columns; column += 2)
            {
                var centre = new Coordinate(seen.Frame.Place(column, row).LongitudeDegrees, seen.Frame.Place(column, row).LatitudeDegrees);
                outline.Intersects(outline.Factory.CreatePoint(centre)).Should().Be(seen[column, row]);
            }
        }
    });

    private static Viewshed Look((ElevationGrid Grid, int Column, int Row) place, SightConditions conditions, bool exact) =>
        new ViewshedProblem(ElevationSurface.Of(place.Grid), [new Observer(place.Grid.Centre(place.Column, place.Row))]) { RangeMetres = 1_500, Conditions = conditions, Exact = exact }
            .Solve().Viewsheds[0];

    private static void Check(Action<(ElevationGrid Grid, int Column, int Row)> holds) =>
        Prop.ForAll(Places.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
