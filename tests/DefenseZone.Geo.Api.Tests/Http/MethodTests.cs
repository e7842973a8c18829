using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Http;

/// <summary>What can be done at an address, and what is said of it.</summary>
[TestClass]
public sealed class MethodTests
{
    private readonly TestPlans _plans = new TestPlans().WithDiagonal().WithRidge("diagonal");
    private LiveService _service = null!;

    [TestInitialize]
    public async Task StartService() => _service = await LiveService.StartWithMap(_plans.Folder, "--AllowedOrigins=https://example.org");

    [TestCleanup]
    public async Task StopService()
    {
        await _service.DisposeAsync();
        _plans.Dispose();
    }

    [TestMethod]
    [DataRow("", "GET, HEAD, OPTIONS")]
    [DataRow("map/diagonal", "GET, HEAD, OPTIONS")]
    [DataRow("health", "GET, HEAD, OPTIONS")]
    [DataRow("plans", "GET, HEAD, OPTIONS")]
    [DataRow("plans/diagonal", "GET, HEAD, OPTIONS")]
    [DataRow("plans/diagonal/collections/notes/items", "GET, HEAD, OPTIONS")]
    [DataRow("plans/diagonal/collections/notes/items/7", "GET, HEAD, OPTIONS")]
    [DataRow("plans/diagonal/collections/terrain", "GET, HEAD, OPTIONS")]
    [DataRow("plans/diagonal/processes/gaps/execution", "POST, OPTIONS")]
    [DataRow("plans/diagonal/jobs/x", "GET, HEAD, DELETE, OPTIONS")]
    public async Task Allow_is_true_and_the_same_in_every_answer_that_has_it(string path, string allowed)
    {
        HttpResponseMessage options = await _service.Send(HttpMethod.Options, path);
        options.StatusCode.Should().Be(HttpStatusCode.NoContent);
        Allow(options).Should().Be(allowed);

        HttpResponseMessage refused = await _service.Send(HttpMethod.Put, path);
        await LiveService.Problem(refused, HttpStatusCode.MethodNotAllowed);
        Allow(refused).Should().Be(allowed);

        HttpResponseMessage preflight = await _service.Send(
            HttpMethod.Options, path, "", ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"));
        string.Join(", ", preflight.Headers.GetValues("Access-Control-Allow-Methods")).Should().Be(allowed);

        foreach (string method in (string[])["GET", "HEAD"])
        {
            HttpStatusCode status = (await _service.Send(new HttpMethod(method), path)).StatusCode;
            (status != HttpStatusCode.MethodNotAllowed).Should().Be(allowed.Contains(method, StringComparison.Ordinal), $"{method} {path} is {status}");
        }
    }

    [TestMethod]
    public async Task Where_nothing_is_OPTIONS_says_so() =>
        (await _service.Send(HttpMethod.Options, "plans/diagonal/nothing")).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [TestMethod]
    public async Task Asking_about_the_map_is_answered_as_getting_it_without_the_page()
    {
        (await _service.Send(HttpMethod.Head, "")).StatusCode.Should().Be((await _service.Get("")).StatusCode);
        HttpResponseMessage head = await _service.Send(HttpMethod.Head, "map/diagonal");
        head.StatusCode.Should().Be(HttpStatusCode.OK);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("plans", "Accept|Accept-Encoding|Origin")]
    [DataRow("plans/diagonal/collections/notes/items", "Accept|Accept-Encoding|Origin")]
    [DataRow("plans/diagonal/jobs", "Accept|Accept-Encoding|Cookie|Origin")]
    [DataRow("map/diagonal", "Origin|Accept-Language")]
    [DataRow("plans/diagonal?nothing=1", "Origin")]
    public async Task What_an_answer_depends_on_is_said(string path, string names)
    {
        HttpResponseMessage answer = await _service.Get(path);
        answer.Headers.Vary.Should().BeEquivalentTo(names.Split('|'));
    }

    [TestMethod]
    public async Task The_terrain_is_described_where_its_tiles_are()
    {
        JsonElement terrain = await _service.Json("plans/diagonal/collections/terrain");
        terrain.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(bound => Math.Round(bound.GetDouble(), 2))
            .Should().Equal(106, 22, 107, 23);
        JsonElement tiles = await _service.Json(LiveService.Href(terrain, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-map"));
        LiveService.Href(tiles, "item").Should().Contain("/collections/terrain/map/tiles/");
        (await _service.Get("plans/diagonal/collections/terrain?f=html")).StatusCode.Should().Be(HttpStatusCode.OK);
        await LiveService.Problem(await _service.Get("plans/diagonal/collections/terrain/items"), HttpStatusCode.NotFound);
    }

    private static string Allow(HttpResponseMessage answer) => string.Join(", ", answer.Content.Headers.Allow);
}
