using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Tests.Processes;

/// <summary>The terrain of a plan by itself: a ridge from south to north, 500 m high on a plain of 100 m.</summary>
[TestClass]
public sealed class TerrainTests : ApiTest
{
    private const string Processes = Plan + "/processes/";
    private const string Ridge = "[106.45,22.45,106.55,22.55]";

    private protected override void Prepare(TestPlans plans) => plans.WithRidge("diagonal").WithAntimeridian();

    [TestMethod]
    public async Task Terrain_says_what_it_is_and_what_stands_on_it()
    {
        JsonElement terrain = await Run("terrain", "{}");
        terrain.GetProperty("tiles")[0].GetProperty("name").GetString().Should().Be("N22E106.hgt");
        terrain.GetProperty("columns").GetInt32().Should().Be(1_201);
        terrain.GetProperty("highestMetres").GetDouble().Should().Be(500);
        terrain.GetProperty("voidCells").GetInt32().Should().Be(0);
        JsonElement border = terrain.GetProperty("border");
        border.GetProperty("knownMetres").GetDouble().Should().BePositive();
        (border.GetProperty("knownMetres").GetDouble() + border.GetProperty("outsideMetres").GetDouble() + border.GetProperty("voidMetres").GetDouble())
            .Should().BeApproximately(border.GetProperty("lengthMetres").GetDouble(), 0.01);
    }

    [TestMethod]
    public async Task What_was_surveyed_is_kept_until_the_files_change()
    {
        await Run("terrain", "{}");
        string file = Path.Combine(Plans.Folder, "diagonal", "terrain", "N22E106.hgt");
        byte[] samples = await File.ReadAllBytesAsync(file);
        DateTime written = File.GetLastWriteTimeUtc(file);

        // The same plan, as far as names, lengths and times tell: nothing is read anew.
        await File.WriteAllBytesAsync(file, new byte[samples.Length]);
        File.SetLastWriteTimeUtc(file, written);
        (await Run("terrain", "{}")).GetProperty("highestMetres").GetDouble().Should().Be(500);

        File.SetLastWriteTimeUtc(file, written.AddMinutes(1));
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        (await Run("terrain", "{}")).GetProperty("highestMetres").GetDouble().Should().Be(0);
    }

    [TestMethod]
    public async Task Contours_with_more_places_than_can_be_sent_are_refused_with_an_interval_that_does()
    {
        // The plain is level: of 1,201 × 1,201 cells those on the ridge have lines. It takes many of them.
        string terrain = Path.Combine(Plans.Folder, "diagonal", "terrain", "N22E106.hgt");
        byte[] samples = new byte[2 * 1201 * 1201];
        for (int i = 0; i < samples.Length / 2; i++)
            samples[2 * i] = (byte)(i % 2);
        await File.WriteAllBytesAsync(terrain, samples);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        HttpResponseMessage answer = await Service.Post(Processes + "contours/execution", """{"inputs":{"intervalMetres":1}}""", "application/geo+json");
        JsonElement problem = await LiveService.Problem(answer, HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().Equal("/inputs/intervalMetres");
        problem.GetProperty("detail").GetString().Should().Contain("places").And.Contain("Take an interval of");
    }

    [TestMethod]
    public async Task Relief_answers_with_figures_or_with_each_cell_as_a_GeoTIFF()
    {
        string body = $$$"""{"inputs":{"analysis":"slope","bbox":{{{Ridge}}}}}""";
        JsonElement figures = await Run("relief", body);
        figures.GetProperty("ground").GetProperty("columns").GetInt32().Should().Be(121);
        figures.GetProperty("lowest").GetDouble().Should().BeApproximately(0, 0.1);
        figures.GetProperty("highest").GetDouble().Should().BeInRange(5, 20);

        HttpResponseMessage answer = await Post("relief", body, "image/tiff");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be("image/tiff; application=geotiff");
        ElevationGrid slopes = Cells(await answer.Content.ReadAsByteArrayAsync());
        (slopes.Columns, slopes.Rows).Should().Be((121, 121));
        slopes.Samples.ToArray().Max().Should().BeApproximately((float)figures.GetProperty("highest").GetDouble(), 0.001f);

        JsonElement document = await Run("relief", $$$$$"""{"inputs":{"bbox":{{{{{Ridge}}}}}},"response":"document","outputs":{"report":{"format":{"mediaType":"image/tiff; application=geotiff"}}}}""");
        document.GetProperty("report").GetProperty("encoding").GetString().Should().Be("base64");
        Cells(document.GetProperty("report").GetProperty("value").GetBytesFromBase64()).Samples.ToArray().Should().OnlyContain(shade => shade >= 1 && shade <= 255);
    }

    [TestMethod]
    public async Task Contours_are_figures_or_lines()
    {
        string body = $$$"""{"inputs":{"intervalMetres":100,"baseMetres":50,"bbox":{{{Ridge}}}}}""";
        JsonElement figures = await Run("contours", body);
        figures.GetProperty("levels").EnumerateArray().Select(level => level.GetProperty("elevationMetres").GetDouble()).Should().Equal(150, 250, 350, 450);
        figures.GetProperty("lines").GetInt32().Should().Be(8, "each level runs along either side of the ridge");
        JsonElement lines = JsonDocument.Parse(await (await Post("contours", body, "application/geo+json")).Content.ReadAsStringAsync()).RootElement;
        lines.GetProperty("features").GetArrayLength().Should().Be(8);
        lines.GetProperty("features")[0].GetProperty("properties").GetProperty("elevationMetres").GetDouble().Should().Be(150);
    }

    [TestMethod]
    public async Task What_makes_no_sense_is_refused_with_all_its_faults()
    {
        JsonElement wrong = await LiveService.Problem(await Post("relief", """{"inputs":{"analysis":"slope","altitudeDegrees":30,"bbox":[1,2,3,4]}}"""), HttpStatusCode.BadRequest);
        wrong.ToString().Should().Contain("altitudeDegrees").And.Contain("no cells there").And.Contain("105.9996");
        (await LiveService.Problem(await Post("contours", """{"inputs":{"bbox":[106,22.9,106.1,22.1],"intervalMetres":0}}"""), HttpStatusCode.BadRequest))
            .ToString().Should().Contain("no box").And.Contain("intervalMetres");
        foreach (string process in (string[])["terrain", "relief", "contours"])
            (await LiveService.Problem(await Service.Post($"plans/pacific/processes/{process}/execution", "{}"), HttpStatusCode.BadRequest)).ToString().Should().Contain("no terrain");
    }

    [TestMethod]
    public async Task Highs_are_candidates_for_siting()
    {
        JsonElement answer = await Run("siting", """{"inputs":{"sites":1,"candidateHighsApartMetres":2000,"candidateHighsWithinMetres":20000,"candidateRadiusMetres":5000}}""");
        answer.GetProperty("chosen")[0].GetProperty("id").GetString().Should().StartWith("high-");
        (await LiveService.Problem(await Service.Post("plans/pacific/processes/siting/execution", """{"inputs":{"sites":1,"candidateHighsApartMetres":2000}}"""), HttpStatusCode.BadRequest))
            .ToString().Should().Contain("no terrain to look for highs in");
    }

    private static ElevationGrid Cells(byte[] tiff)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("dzgeo-api-").FullName, "cells.tif");
        File.WriteAllBytes(path, tiff);
        ElevationSurface surface = TerrainFiles.Open(path);
        ElevationGrid cells = surface.ReadWindow(0, 0, surface.Frame.Columns, surface.Frame.Rows);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return cells;
    }

    private Task<HttpResponseMessage> Post(string process, string body, string accept = "") =>
        Service.Post($"{Processes}{process}/execution", body, accept);

    private async Task<JsonElement> Run(string process, string body)
    {
        HttpResponseMessage answer = await Post(process, body);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
