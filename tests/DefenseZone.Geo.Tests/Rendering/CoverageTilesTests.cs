using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Tests.Coverage;

namespace DefenseZone.Geo.Tests.Rendering;

[TestClass]
public sealed class CoverageTilesTests
{
    private static readonly CoverageReport Report = Given.Border("LINESTRING (105 22, 105.5 22.1, 106 22)")
        .With(Given.Post("A", 105.3, 22.05, 9_000), Given.Post("B", 105.4, 22.05, 8_000))
        .Solved();

    private static readonly CoverageTiles Tiles = CoverageTiles.Of(Report);

    [TestMethod]
    [DataRow(8)]
    [DataRow(11)]
    [DataRow(16)]
    [DataRow(24)]
    public void Every_place_of_the_border_has_the_colour_of_its_depth(int zoom)
    {
        foreach (DepthStretch stretch in Report.Stretches)
        {
            GeoPoint middle = Report.Border.PointAt((stretch.FromMetres + stretch.ToMetres) / 2);
            (TileAddress tile, double x, double y) = Locate(middle, zoom);
            RasterCanvas canvas = Tiles.Draw(tile)!;

            byte[] pixel = canvas.Pixels.Slice(4 * (((int)y * TileAddress.SizePixels) + (int)x), 4).ToArray();
            string colour = MapColours.Of(DepthClasses.Of(stretch.Depth));
            $"#{Convert.ToHexString(pixel)}".Should().Be(colour + "FF", $"at {middle} of zoom {zoom}");
        }
    }

    [TestMethod]
    public void A_line_goes_on_in_the_next_tile()
    {
        // Where the border crosses from one tile to the next, the pixels on either side of the edge are alike.
        const int Zoom = 12;
        int seams = 0;
        for (double chainage = 0; chainage < Report.BorderMetres; chainage += 200)
        {
            (TileAddress tile, double x, _) = Locate(Report.Border.PointAt(chainage), Zoom);
            if (x < 254)
                continue;
            RasterCanvas left = Tiles.Draw(tile)!, right = Tiles.Draw(tile with { Column = tile.Column + 1 })!;
            int difference = 0;
            for (int row = 0; row < TileAddress.SizePixels; row++)
                difference += Math.Abs(left.Pixels[(4 * ((row * 256) + 255)) + 3] - right.Pixels[(4 * row * 256) + 3]);
            difference.Should().BeLessThan(400, "the line is ten pixels wide and nearly level");
            seams++;
        }

        seams.Should().BePositive();
    }

    [TestMethod]
    public void The_whole_world_shows_a_dot_and_an_empty_tile_nothing()
    {
        Tiles.Draw(new TileAddress(0, 0, 0))!.IsEmpty.Should().BeFalse();
        Tiles.Draw(new TileAddress(4, 0, 0)).Should().BeNull();
        Tiles.Draw(new TileAddress(24, (1 << 24) - 1, (1 << 24) - 1)).Should().BeNull();
    }

    [TestMethod]
    [DataRow(-1, 0, 0)]
    [DataRow(25, 0, 0)]
    [DataRow(3, 8, 0)]
    [DataRow(3, 0, 8)]
    [DataRow(3, -1, 0)]
    public void A_tile_that_there_is_not_is_refused(int zoom, int row, int column)
    {
        Action draw = () => Tiles.Draw(new TileAddress(zoom, row, column));
        draw.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static (TileAddress Tile, double X, double Y) Locate(GeoPoint place, int zoom)
    {
        double share = 1 / (2 * Math.PI * Wgs84.SemiMajorAxisMetres);
        (double x, double y) = WebMercator.Of(place);
        double right = ((x * share) + 0.5) * (1L << zoom), down = (0.5 - (y * share)) * (1L << zoom);
        return (new TileAddress(zoom, (int)down, (int)right), right % 1 * 256, down % 1 * 256);
    }
}
