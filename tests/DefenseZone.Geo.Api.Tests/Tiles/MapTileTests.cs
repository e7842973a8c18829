using System.Globalization;
using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Api.Tests.Interop;

namespace DefenseZone.Geo.Api.Tests.Tiles;

[TestClass]
public sealed class MapTileTests : ApiTest
{
    private const string Border = Plan + "/map/tiles/WebMercatorQuad";
    private const string Relief = Plan + "/collections/terrain/map/tiles/WebMercatorQuad";

    // Zoom 8: the tile around 106° to 107° east, 22° to 23° north begins at 105.47° east and 22.59° or 21.29° north.
    private const string OnBorder = "/8/111/203";

    private protected override void Prepare(TestPlans plans) => plans.WithRidge("diagonal").WithAntimeridian();

    [TestMethod]
    [DataRow(Border)]
    [DataRow(Relief)]
    public async Task A_tile_is_a_picture_that_a_client_need_not_fetch_again(string tiles)
    {
        HttpResponseMessage answer = await Service.Get(tiles + OnBorder);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        (await answer.Content.ReadAsByteArrayAsync()).Should().StartWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A });
        answer.Headers.ETag!.IsWeak.Should().BeFalse();

        (await Service.Get(tiles + OnBorder, "", ("If-None-Match", answer.Headers.ETag.ToString()))).StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await Service.Get(tiles + "/8/111/204")).Headers.ETag.Should().NotBe(answer.Headers.ETag);
        (await Service.Get(tiles + OnBorder + "?f=png")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Service.Send(HttpMethod.Head, tiles + OnBorder)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestMethod]
    public async Task GDAL_finds_each_place_of_the_border_in_the_colour_of_its_depth()
    {
        Gdal.Require();
        string map = Map(Border, 12, bands: 4);
        foreach (JsonElement stretch in (await Service.Json(Plan + "/collections/coverage/items")).GetProperty("features").EnumerateArray())
        {
            JsonElement line = stretch.GetProperty("geometry").GetProperty("coordinates");
            JsonElement middle = line[line.GetArrayLength() / 2];
            string colour = stretch.GetProperty("properties").GetProperty("depth").GetInt32() switch
            {
                0 => "200 16 46 255",
                1 => "242 165 65 255",
                _ => "103 176 168 255",
            };
            (await At(map, middle[0].GetDouble(), middle[1].GetDouble())).Should().Be(colour, middle.ToString());
        }

        (await At(map, 106.8, 22.2)).Should().Be("0 0 0 0", "there is nothing that far from the border");
    }

    [TestMethod]
    public async Task GDAL_finds_light_on_the_west_of_a_ridge_and_shadow_on_its_east()
    {
        Gdal.Require();
        string map = Map(Relief, 11, bands: 2);

        // The light is from the north-west. The ridge is steepest 0.012° off its crest.
        string[] west = (await At(map, 106.488, 22.3)).Split(' '), east = (await At(map, 106.512, 22.3)).Split(' ');
        west[0].Should().Be("255");
        int.Parse(west[1], CultureInfo.InvariantCulture).Should().BePositive();
        east[0].Should().Be("0");
        int.Parse(east[1], CultureInfo.InvariantCulture).Should().BePositive();
        (await At(map, 105.5, 22.3)).Should().EndWith(" 0", "there is no terrain");
    }

    [TestMethod]
    public async Task Maps_are_listed_and_described_with_a_template()
    {
        JsonElement list = await Service.Json(LiveService.Href(await Service.Json(Plan), "http://www.opengis.net/def/rel/ogc/1.0/tilesets-map"));
        list.GetProperty("tilesets").GetArrayLength().Should().Be(2);
        foreach (JsonElement entry in list.GetProperty("tilesets").EnumerateArray())
        {
            JsonElement tileset = await Service.Json(LiveService.Href(entry, "self"));
            tileset.GetProperty("dataType").GetString().Should().Be("map");
            tileset.GetProperty("crs").GetString().Should().Be("http://www.opengis.net/def/crs/EPSG/0/3857");
            tileset.GetProperty("tileMatrixSetURI").GetString().Should().Be("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
            string template = LiveService.Href(tileset, "item");
            string tile = template.Replace("{tileMatrix}", "8").Replace("{tileRow}", "111").Replace("{tileCol}", "203");
            (await Service.Get(tile)).Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        }

        (await Service.Json("plans/pacific/map/tiles")).GetProperty("tilesets").GetArrayLength().Should().Be(1, "that plan has no terrain");
        (await (await Service.Get(Plan + "/map/tiles?f=html")).Content.ReadAsStringAsync()).Should().Contain("relief");
    }

    [TestMethod]
    [DataRow("/8/256/0")]
    [DataRow("/8/0/256")]
    [DataRow("/25/0/0")]
    [DataRow("/-1/0/0")]
    [DataRow("/8/x/0")]
    [DataRow("/8/1.5/0")]
    public async Task A_tile_that_there_is_not_is_not_found(string tile)
    {
        await LiveService.Problem(await Service.Get(Border + tile), HttpStatusCode.NotFound);
        await LiveService.Problem(await Service.Get(Relief + tile), HttpStatusCode.NotFound);
    }

    [TestMethod]
    public async Task Other_tile_matrix_sets_terrain_that_is_missing_and_unknown_parameters_are_told()
    {
        JsonElement problem = await LiveService.Problem(await Service.Get(Plan + "/map/tiles/WorldCRS84Quad/0/0/0"), HttpStatusCode.NotFound);
        problem.GetProperty("detail").GetString().Should().Contain("WebMercatorQuad");
        problem = await LiveService.Problem(await Service.Get("plans/pacific/collections/terrain/map/tiles/WebMercatorQuad/0/0/0"), HttpStatusCode.NotFound);
        problem.GetProperty("detail").GetString().Should().Contain("no terrain");
        problem = await LiveService.Problem(await Service.Get(Border + OnBorder + "?f=jpeg&style=x"), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().BeEquivalentTo("f", "style");
    }

    [TestMethod]
    public async Task A_tile_with_nothing_on_it_is_transparent()
    {
        Gdal.Require();
        string file = Path.Combine(Plans.Folder, "empty.png");
        await File.WriteAllBytesAsync(file, await (await Service.Get(Border + "/8/0/0")).Content.ReadAsByteArrayAsync());
        JsonElement info = JsonDocument.Parse(await Gdal.Run("gdalinfo", "-json", "-mm", file)).RootElement;
        info.GetProperty("size").EnumerateArray().Select(side => side.GetInt32()).Should().Equal(256, 256);
        info.GetProperty("bands")[1].GetProperty("computedMax").GetDouble().Should().Be(0);
    }

    /// <summary>The whole map at one zoom, as GDAL reads tiles from services that it knows nothing else of.</summary>
    private string Map(string tiles, int zoom, int bands)
    {
        string file = Path.Combine(Plans.Folder, $"map-{bands}.xml");
        File.WriteAllText(file, $$"""
            <GDAL_WMS>
              <Service name="TMS"><ServerUrl>{{Service.Address}}{{tiles}}/${z}/${y}/${x}</ServerUrl></Service>
              <DataWindow>
                <UpperLeftX>-20037508.342789244</UpperLeftX><UpperLeftY>20037508.342789244</UpperLeftY>
                <LowerRightX>20037508.342789244</LowerRightX><LowerRightY>-20037508.342789244</LowerRightY>
                <TileLevel>{{zoom}}</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY><YOrigin>top</YOrigin>
              </DataWindow>
              <Projection>EPSG:3857</Projection><BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY><BandsCount>{{bands}}</BandsCount>
            </GDAL_WMS>
            """);
        return file;
    }

    private static async Task<string> At(string map, double longitude, double latitude) =>
        (await Gdal.Run(
            "gdallocationinfo",
            "-valonly",
            "-wgs84",
            map,
            longitude.ToString(CultureInfo.InvariantCulture),
            latitude.ToString(CultureInfo.InvariantCulture))).Trim().Replace("\n", " ");
}
