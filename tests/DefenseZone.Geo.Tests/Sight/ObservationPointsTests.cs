using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Coverage;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Sight;

[TestClass]
public sealed class ObservationPointsTests
{
    [TestMethod]
    public void Hills_near_the_border_are_found_and_no_others()
    {
        ElevationGrid hills = Relief.Of(400, 300, (column, row) => Hill(column, row, 100, 130, 300) + Hill(column, row, 250, 170, 200) + Hill(column, row, 200, 20, 900) + Hill(column, row, 320, 150, 12));
        ImmutableArray<ObservationPoint> found = new ObservationPoints(Bordered(hills)) { WithinMetres = 2_000 }.Solve();
        found.Select(point => Cell(hills, point)).Should().BeEquivalentTo([(100, 130), (250, 170)], "one is too far from the border and one no hill");
        found.Should().BeInDescendingOrder(point => point.Sight.SeenMetres);
        ObservationPoint first = found.Single(point => point.GroundMetres > 299);
        first.BorderDistanceMetres.Should().BeApproximately(600, 3);
        first.Site.Kind.Should().Be(FacilityKind.MilitiaPost);
        first.Site.CoverageRadiusMetres.Should().Be(5_000);
        first.Sight.SeenMetres.Should().BeGreaterThan(3_000);
    }

    [TestMethod]
    public void Highs_are_the_highest_cells_about_them_and_keep_their_distance()
    {
        ElevationGrid mountains = Relief.Mountains(61, 330, 300);
        ImmutableArray<ObservationPoint> found = new ObservationPoints(Bordered(mountains)) { WithinMetres = 4_000, ApartMetres = 700, Limit = 1_000 }.Solve();
        found.Should().NotBeEmpty();
        foreach (ObservationPoint point in found)
        {
            (int column, int row) = Cell(mountains, point);
            for (int y = Math.Max(0, row - 23); y <= Math.Min(299, row + 23); y++)
            {
                for (int x = Math.Max(0, column - 23); x <= Math.Min(329, column + 23); x++)
                    mountains[x, y].Should().BeLessThanOrEqualTo(mountains[column, row]);
            }
        }

        for (int i = 0; i < found.Length; i++)
        {
            for (int k = 0; k < i; k++)
                Geodesic.Inverse(Place(found[i]), Place(found[k])).DistanceMetres.Should().BeGreaterThan(699);
        }
    }

    [TestMethod]
    public void Windows_of_every_size_have_the_extremes_of_a_plain_search()
    {
        ElevationGrid grid = Relief.Mountains(62, 37, 29, voidShare: 0.1);
        foreach ((int aside, int along) in ((int, int)[])[(1, 1), (2, 5), (9, 3), (18, 14), (40, 40)])
        {
            float[] highest = WindowExtremes.Highest(grid.Samples, 37, aside, along), lowest = WindowExtremes.Lowest(grid.Samples, 37, aside, along);
            for (int row = 0; row < 29; row++)
            {
                for (int column = 0; column < 37; column++)
                {
                    float most = float.NegativeInfinity, least = float.PositiveInfinity;
                    for (int y = Math.Max(0, row - along); y <= Math.Min(28, row + along); y++)
                    {
                        for (int x = Math.Max(0, column - aside); x <= Math.Min(36, column + aside); x++)
                        {
                            if (!float.IsNaN(grid[x, y]))
                                (most, least) = (Math.Max(most, grid[x, y]), Math.Min(least, grid[x, y]));
                        }
                    }

                    highest[(row * 37) + column].Should().Be(most);
                    lowest[(row * 37) + column].Should().Be(least);
                }
            }
        }
    }

    [TestMethod]
    public void Without_terrain_or_border_there_are_none()
    {
        new ObservationPoints(Bordered(Relief.Of(50, 50, (_, _) => 0))).Solve().Should().BeEmpty();
        new ObservationPoints(Bordered(Relief.Of(50, 50, (_, _) => 0)) with { Terrain = PlanTerrain.None }).Solve().Should().BeEmpty();
        new ObservationPoints(Plan.Empty).Solve().Should().BeEmpty();
    }

    private static Plan Bordered(ElevationGrid grid) => Given.Border(
        new[] { (2, grid.Rows / 2), (grid.Columns - 3, grid.Rows / 2) }
            .Select(cell => grid.Centre(cell.Item1, cell.Item2))
            .Select(place => new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees))) with
    { Terrain = ElevationSurface.Of(grid) };

    private static double Hill(int column, int row, int atColumn, int atRow, double height) =>
        height * Math.Exp(-(Math.Pow(column - atColumn, 2) + Math.Pow(row - atRow, 2)) / 200);

    private static GeoPoint Place(ObservationPoint point) => new(point.Site.Geometry.Coordinate.X, point.Site.Geometry.Coordinate.Y);

    private static (int Column, int Row) Cell(ElevationGrid grid, ObservationPoint point)
    {
        (double column, double row) = grid.Frame.Locate(Place(point));
        return ((int)Math.Round(column), (int)Math.Round(row));
    }
}
