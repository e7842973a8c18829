using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Sight;

namespace DefenseZone.Geo.Tests.Terrain;

[TestClass]
public sealed class TerrainPartTests
{
    private static readonly ElevationGrid Degrees = ElevationGrid.Create(
        new GridFrame(CoordinateSystem.Of(4326), 106.005, 22.995, 0.01, 0.01, 100, 50),
        static (row, samples) =>
        {
            for (int column = 0; column < samples.Length; column++)
                samples[column] = (row * 100) + column;
        });

    [TestMethod]
    public void Without_a_box_it_is_all()
    {
        new TerrainPart(ElevationSurface.Of(Degrees)).Read().Samples.SequenceEqual(Degrees.Samples).Should().BeTrue();
        new TerrainPart(ElevationSurface.Empty).Frame.IsEmpty.Should().BeTrue();
    }

    [TestMethod]
    public void The_cells_are_those_whose_centres_lie_in_the_box()
    {
        ElevationGrid part = new TerrainPart(ElevationSurface.Of(Degrees)) { Box = new GeoExtent(106.105, 22.8, 106.2, 22.995) }.Read();
        (part.Columns, part.Rows).Should().Be((10, 20));
        part[0, 0].Should().Be(10);
        part[9, 19].Should().Be(1_919);
    }

    [TestMethod]
    public void A_box_may_reach_beyond_the_terrain_or_miss_it()
    {
        ElevationSurface terrain = ElevationSurface.Of(Degrees);
        new TerrainPart(terrain) { Box = new GeoExtent(-180, -90, 180, 90) }.Frame.Should().Be(terrain.Frame);
        new TerrainPart(terrain) { Box = new GeoExtent(106.9, 22, 120, 30) }.Frame.Columns.Should().Be(10);
        new TerrainPart(terrain) { Box = new GeoExtent(108, 22, 120, 30) }.Frame.IsEmpty.Should().BeTrue();
        new TerrainPart(terrain) { Box = new GeoExtent(106.1, 23.5, 106.2, 24) }.Frame.IsEmpty.Should().BeTrue();
        new TerrainPart(terrain) { Box = new GeoExtent(106.111, 22.901, 106.112, 22.902) }.Read().Samples.Length.Should().Be(0, "no centre lies in it");
    }

    [TestMethod]
    public void A_box_over_the_antimeridian_finds_its_cells()
    {
        var grid = ElevationGrid.Create(new GridFrame(CoordinateSystem.Of(4326), 179.05, 10, 0.1, 0.1, 20, 5), static (_, samples) => samples.Fill(1));
        new TerrainPart(ElevationSurface.Of(grid)) { Box = new GeoExtent(179.5, 0, -179.5, 20) }.Frame.Columns.Should().Be(10);
        new TerrainPart(ElevationSurface.Of(grid)) { Box = new GeoExtent(-180, 0, -179.5, 20) }.Frame.Columns.Should().Be(5);
    }

    [TestMethod]
    public void In_metres_the_box_is_that_around_the_box_in_degrees()
    {
        ElevationGrid grid = Relief.Mountains(3, 200, 150);
        GeoPoint northWest = grid.Centre(40, 30), southEast = grid.Centre(99, 89);
        GridFrame part = new TerrainPart(ElevationSurface.Of(grid)) { Box = new GeoExtent(northWest.LongitudeDegrees, southEast.LatitudeDegrees, southEast.LongitudeDegrees, northWest.LatitudeDegrees) }.Frame;
        (part.Columns, part.Rows).Should().Be((60, 60));
        part.FirstX.Should().BeApproximately(grid.Frame.X(40), 1e-6);
    }
}
