using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Shape;
using DefenseZone.Geo.Tests.Sight;

namespace DefenseZone.Geo.Tests.Terrain;

[TestClass]
public sealed class ReliefProblemTests
{
    [TestMethod]
    public void A_plane_has_one_slope_one_direction_and_one_shade()
    {
        // Rises 10 m for each cell of 30 m to the east, so it falls to the west.
        var part = new TerrainPart(ElevationSurface.Of(Relief.Of(40, 30, static (column, _) => 100 + (10 * column))));
        CellFigures slope = new ReliefProblem(part, ReliefKind.Slope).Solve().Figures;
        slope.Mean.Should().BeApproximately(double.RadiansToDegrees(Math.Atan(1 / 3.0)), 1e-4);
        slope.Highest.Should().BeApproximately(slope.Lowest, 1e-4);
        new ReliefProblem(part, ReliefKind.Slope) { SlopeInPercent = true }.Solve().Figures.Mean.Should().BeApproximately(100 / 3.0, 1e-3);
        ReliefReport aspect = new ReliefProblem(part, ReliefKind.Aspect).Solve();
        aspect.Figures.ByDirection.Should().Equal(0, 0, 0, 0, 0, 0, 1_200, 0);
        aspect.Values.Samples.ToArray().Should().OnlyContain(direction => Math.Abs(direction - 270) < 1e-3);
        new ReliefProblem(part, ReliefKind.Hillshade) { AltitudeDegrees = 90 }.Solve().Figures.Mean
            .Should().BeApproximately(Math.Floor((254 * Math.Cos(Math.Atan(1 / 3.0))) + 1.5), 1e-9);
    }

    [TestMethod]
    public void Voids_have_no_value_and_level_ground_no_direction_and_it_is_said()
    {
        ElevationGrid grid = Relief.Of(20, 10, static (column, _) => column < 5 ? double.NaN : 7);
        var part = new TerrainPart(ElevationSurface.Of(grid));
        ReliefReport aspect = new ReliefProblem(part, ReliefKind.Aspect).Solve();
        aspect.Figures.Cells.Should().Be(0);
        aspect.Elevations.Should().Be(new ElevationRange(7, 7, 200, 50));
        aspect.Notes.Should().ContainSingle().Which.Should().Contain("50 of 200 cells are void");
        ReliefReport shade = new ReliefProblem(part, ReliefKind.Hillshade).Solve();
        shade.Figures.Should().Be(new CellFigures(150, 181, 181, 181) { ByDirection = shade.Figures.ByDirection });
        shade.Shades[0, 0].Should().Be(0);
    }

    [TestMethod]
    public void Terrain_in_degrees_is_measured_in_metres_and_it_is_said()
    {
        // One metre up for each 1/3600 of a degree north, at 22°: the metres of a second of arc along the meridian.
        var grid = ElevationGrid.Create(new GridFrame(CoordinateSystem.Of(4326), 106, 22, 1 / 3600.0, 1 / 3600.0, 30, 30), static (row, samples) => samples.Fill(500 - (10 * row)));
        ReliefReport slope = new ReliefProblem(new TerrainPart(ElevationSurface.Of(grid)), ReliefKind.Slope) { SlopeInPercent = true }.Solve();
        double second = Geodesic.Inverse(new GeoPoint(106, 22), new GeoPoint(106, 22 - (1 / 3600.0))).DistanceMetres;
        slope.Figures.Mean.Should().BeApproximately(1000 / second, 0.01);
        slope.Notes.Should().ContainSingle().Which.Should().Contain("in degrees").And.Contain("WGS84");
    }

    [TestMethod]
    public void What_makes_no_sense_is_refused_before_anything_is_read()
    {
        var part = new TerrainPart(ElevationSurface.Of(Relief.Of(9, 9, static (_, _) => 1)));
        ((Action)(() => new ReliefProblem(part, ReliefKind.Hillshade) { AltitudeDegrees = 0 }.Solve())).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => new ReliefProblem(part, ReliefKind.Hillshade) { VerticalExaggeration = -1 }.Solve())).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => new ContourProblem(part, 0).Solve())).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => new ContourProblem(part, 10) { BaseMetres = double.NaN }.Solve())).Should().Throw<ArgumentOutOfRangeException>();
        new ContourProblem(part, 10).Solve().Lines.Should().BeEmpty("level ground has none");
    }
}
