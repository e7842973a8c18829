using System.Net;
using System.Text;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Processes;

/// <summary>A terrain whose head is right and whose samples are not, which shows only when they are read.</summary>
[TestClass]
public sealed class BrokenTerrainTests : ApiTest
{
    private protected override void Prepare(TestPlans plans) => plans.Put(
        "diagonal", "terrain/broken.asc", "ncols 100\nnrows 100\nxllcorner 106\nyllcorner 22\ncellsize 0.01\n" + string.Concat(Enumerable.Repeat("100 x5 ", 5_000)));

    [TestMethod]
    [DataRow("terrain")]
    [DataRow("sight")]
    [DataRow("viewshed")]
    [DataRow("relief")]
    public async Task A_process_that_reads_it_names_the_file_the_place_and_what_would_be_right(string process)
    {
        using var body = new StringContent("""{"inputs":{}}""", Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await Service.Client.PostAsync(new Uri(Plan + "/processes/" + process + "/execution", UriKind.Relative), body);
        ThatIs(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow("/collections/viewsheds/items")]
    [DataRow("/collections/terrain/map/tiles/WebMercatorQuad/8/111/203")]
    public async Task So_does_what_is_derived_from_it(string path)
    {
        HttpResponseMessage answer = await Service.Client.GetAsync(new Uri(Plan + path, UriKind.Relative));
        ThatIs(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static void ThatIs(HttpStatusCode status, string body)
    {
        status.Should().Be(HttpStatusCode.InternalServerError);
        using JsonDocument problem = JsonDocument.Parse(body);
        problem.RootElement.GetProperty("title").GetString().Should().Be("The plan's terrain has an error.");
        JsonElement error = problem.RootElement.GetProperty("errors").EnumerateArray().Should().ContainSingle().Subject;
        error.GetProperty("where").GetString().Should().Be("terrain/broken.asc");
        error.GetProperty("message").GetString().Should().MatchRegex("^row [0-9]+, column [0-9]+ is 'x5'$");
        error.GetProperty("remedy").GetString().Should().Be("a sample is a number of metres, with a point before its decimals");
    }
}
