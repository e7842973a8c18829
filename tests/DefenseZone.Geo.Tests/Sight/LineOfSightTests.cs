using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.Sight;

[TestClass]
public sealed class LineOfSightTests
{
    [TestMethod]
    public void Between_cell_centres_it_agrees_with_the_exact_viewshed()
    {
        ElevationGrid grid = Relief.Mountains(41, 120, 110);
        ElevationSurface surface = ElevationSurface.Of(grid);
        Viewshed seen = new ViewshedProblem(surface, [new Observer(grid.Centre(60, 50))]) { RangeMetres = 1_700, Exact = true }.Solve().Viewsheds[0];
        for (int row = 1; row < seen.Frame.Rows; row += 7)
        {
            for (int column = 1; column < seen.Frame.Columns; column += 5)
            {
                if (Math.Pow(column - 56, 2) + Math.Pow(row - 50, 2) > 55 * 55 || (column + seen.FirstColumn == 60 && row + seen.FirstRow == 50))
                    continue;
                SightProfile profile = new LineOfSight(surface, grid.Centre(60, 50), seen.Frame.Place(column, row)).Solve();

                // A geodesic is 0.04 % longer than a line in the zone, so lines that all but touch may fall either way.
                double closest = profile.Points.Length > 2 ? profile.Points.Skip(1).SkipLast(1).Max(point => point.ExcessMetres) : double.NegativeInfinity;
                if (Math.Abs(closest) > 0.01)
                    profile.IsVisible.Should().Be(seen[column, row], $"of {column}, {row}");
            }
        }
    }

    [TestMethod]
    public void The_obstruction_is_named_with_how_far_it_rises_above_the_line()
    {
        // Over a wall of 40 m half-way from an eye at 5 m to a target at 1.7 m the line passes at 3.35 m, less 3.5 cm of bulge.
        ElevationGrid wall = Relief.Of(120, 20, (column, _) => column == 60 ? 40 : 0);
        SightProfile profile = new LineOfSight(ElevationSurface.Of(wall), wall.Centre(35, 10), wall.Centre(85, 10)).Solve();
        profile.Verdict.Should().Be(SightVerdict.Hidden);
        double bulge = 6.0 / 7 * 750 * 750 / (2 * SightConditions.EarthRadiusMetres);
        profile.Obstruction!.Value.GroundMetres.Should().Be(40);
        profile.Obstruction.Value.DistanceMetres.Should().BeApproximately(750, 1);
        profile.Obstruction.Value.ExcessMetres.Should().BeApproximately(40 - 3.35 + bulge, 0.001);
        Geodesic.Inverse(profile.Obstruction.Value.Place, wall.Centre(60, 10)).DistanceMetres.Should().BeLessThan(0.1);
        profile.VisibleFromHeightMetres.Should().BeApproximately(5 + (2 * (40 + bulge - 5)), 0.01);
        profile.Points.Length.Should().Be(51);
        profile.Points[0].SightMetres.Should().Be(5);
        profile.Points[^1].SightMetres.Should().BeApproximately(1.7, 1e-9);
    }

    [TestMethod]
    public void A_target_as_high_as_it_takes_is_seen()
    {
        ElevationSurface surface = ElevationSurface.Of(Relief.Mountains(42, 200, 200));
        foreach ((double column, double row) in ((double, double)[])[(20.3, 30.8), (170.1, 12.5), (99.9, 180.2), (150, 150)])
        {
            var line = new LineOfSight(surface, surface.Frame.Place(100.25, 90.75), surface.Frame.Place(column, row));
            double least = line.Solve().VisibleFromHeightMetres;
            (line with { Conditions = new() { TargetHeightMetres = least + 0.001 } }).Solve().IsVisible.Should().BeTrue();
            if (least > 0)
                (line with { Conditions = new() { TargetHeightMetres = Math.Max(0, least - 0.001) } }).Solve().IsVisible.Should().BeFalse();
        }
    }

    [TestMethod]
    public void Ends_without_ground_are_said()
    {
        ElevationGrid grid = Relief.Of(50, 50, (column, _) => column < 10 ? double.NaN : 0);
        ElevationSurface surface = ElevationSurface.Of(grid);
        new LineOfSight(surface, grid.Centre(5, 5), grid.Centre(30, 30)).Solve().Verdict.Should().Be(SightVerdict.ObserverWithoutGround);
        new LineOfSight(surface, grid.Centre(30, 30), grid.Centre(5, 5)).Solve().Verdict.Should().Be(SightVerdict.TargetWithoutGround);
        new LineOfSight(surface, grid.Centre(30, 30), new GeoPoint(105.3, 21.7)).Solve().Verdict.Should().Be(SightVerdict.TargetWithoutGround);
        new LineOfSight(ElevationSurface.Empty, grid.Centre(30, 30), grid.Centre(5, 5)).Solve().Verdict.Should().Be(SightVerdict.ObserverWithoutGround);
    }

    [TestMethod]
    public void A_void_between_hides_nothing_and_is_counted()
    {
        ElevationGrid grid = Relief.Of(50, 10, (column, _) => column is 20 or 21 ? double.NaN : 0);
        SightProfile profile = new LineOfSight(ElevationSurface.Of(grid), grid.Centre(10, 5), grid.Centre(40, 5)).Solve();
        profile.IsVisible.Should().BeTrue();
        profile.VoidPoints.Should().Be(2);
    }

    [TestMethod]
    public void Somebody_beside_himself_sees_himself()
    {
        ElevationSurface surface = ElevationSurface.Of(Relief.Of(10, 10, (column, row) => column * row));
        GeoPoint place = surface.Frame.Place(4.2, 4.7);
        SightProfile profile = new LineOfSight(surface, place, place).Solve();
        profile.IsVisible.Should().BeTrue();
        profile.LengthMetres.Should().Be(0);
        profile.Points.Length.Should().Be(2);
    }
}
