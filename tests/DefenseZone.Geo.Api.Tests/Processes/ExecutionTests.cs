using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Processes;

[TestClass]
public sealed class ExecutionTests : ApiTest
{
    private const string Coverage = Plan + "/processes/coverage/execution";
    private const string Gaps = Plan + "/processes/gaps/execution";
    private const string Zones = Plan + "/processes/zones/execution";

    [TestMethod]
    public async Task Coverage_is_counted_with_each_ones_own_radius_unless_asked_otherwise()
    {
        JsonElement report = await Run(Coverage, "{}");

        // Three posts exist; each covers close to twice its 5 km of the diagonal, and two of them overlap.
        report.GetProperty("borderMetres").GetDouble().Should().BeInRange(150_000, 153_000);
        report.GetProperty("coveredMetres").GetDouble().Should().BeInRange(19_000, 23_000);
        report.GetProperty("maximumDepth").GetInt32().Should().Be(2);
        report.GetProperty("gapCount").GetInt32().Should().Be(3);
        report.GetProperty("facilities").GetArrayLength().Should().Be(3);
        report.GetProperty("method").GetProperty("model").GetString().Should().Be("radius");
    }

    [TestMethod]
    public async Task Every_input_changes_the_question()
    {
        double own = Covered(await Run(Coverage, "{}"));
        Covered(await Run(Coverage, """{"inputs":{"radiusMetres":20000}}""")).Should().BeGreaterThan(own * 3);
        Covered(await Run(Coverage, """{"inputs":{"radiusMetres":{"value":20000}}}""")).Should().BeGreaterThan(own * 3);
        Covered(await Run(Coverage, """{"inputs":{"requiredDepth":2}}""")).Should().BeInRange(1, own - 1);
        Covered(await Run(Coverage, """{"inputs":{"kinds":["combat-bases"]}}""")).Should().Be(0);
        Covered(await Run(Coverage, """{"inputs":{"statuses":["planned"]}}""")).Should().BeInRange(15_000, 16_500);
        Covered(await Run(Coverage, """{"inputs":{"year":2030}}""")).Should().NotBe(own);
        (await Run(Gaps, """{"inputs":{"minimumGapMetres":40000}}""")).GetProperty("gapCount").GetInt32().Should().Be(1);
        JsonElement method = (await Run(Coverage, """{"inputs":{"year":2030.0,"requiredDepth":2}}""")).GetProperty("method");
        method.GetProperty("year").GetInt32().Should().Be(2030);
        method.GetProperty("requiredDepth").GetInt32().Should().Be(2);
    }

    [TestMethod]
    public async Task Zones_have_their_figures()
    {
        JsonElement zone = (await Run(Zones, "{}")).GetProperty("zones")[0];
        zone.GetProperty("id").GetString().Should().Be("Z1");
        zone.GetProperty("gapCount").GetInt32().Should().Be(3);
    }

    [TestMethod]
    [DataRow(Coverage, "depth")]
    [DataRow(Gaps, "lengthMetres")]
    [DataRow(Zones, "coveredMetres")]
    public async Task Each_answer_is_to_be_had_as_features_too(string path, string property)
    {
        HttpResponseMessage answer = await Service.Post(path, "{}", "application/geo+json");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/geo+json");
        JsonElement collection = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        collection.GetProperty("type").GetString().Should().Be("FeatureCollection");
        collection.GetProperty("gapCount").GetInt32().Should().Be(3);
        collection.GetProperty("features").EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(feature => feature.GetProperty("properties").GetProperty(property).ValueKind == JsonValueKind.Number);
    }

    [TestMethod]
    public async Task The_request_itself_can_ask_for_a_form_and_for_a_document()
    {
        JsonElement features = await Run(Gaps, """{"outputs":{"report":{"format":{"mediaType":"application/geo+json"},"transmissionMode":"value"}}}""");
        features.GetProperty("type").GetString().Should().Be("FeatureCollection");

        JsonElement document = await Run(Gaps, """{"response":"document"}""");
        document.GetProperty("report").GetProperty("mediaType").GetString().Should().Be("application/json");
        document.GetProperty("report").GetProperty("value").GetProperty("gapCount").GetInt32().Should().Be(3);
    }

    [TestMethod]
    public async Task Everything_wrong_with_a_request_is_told_at_once()
    {
        const string Body = """
            {"inputs":{"radius":5,"radiusMetres":0,"kinds":["militia-posts","forts","militia-posts"],"statuses":"planned","year":2030.5,
            "requiredDepth":0,"minimumGapMetres":-1,"a/b~c":1},"outputs":{"picture":{}},"response":"soon","subscriber":{}}
            """;
        JsonElement problem = await LiveService.Problem(await Service.Post(Coverage, Body), HttpStatusCode.BadRequest);

        LiveService.Faulty(problem).Should().BeEquivalentTo(
            "/inputs/radius", "/inputs/radiusMetres", "/inputs/kinds/1", "/inputs/kinds/2", "/inputs/statuses", "/inputs/year",
            "/inputs/requiredDepth", "/inputs/minimumGapMetres", "/inputs/a~1b~0c", "/outputs/picture", "/response", "/subscriber");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("{")]
    [DataRow("{} {}")]
    [DataRow("{\"inputs\":{\"year\":2030,\"year\":2031}}")]
    [DataRow("{\"inputs\":{\"radiusMetres\":1e999}}")]
    [DataRow("{\"inputs\":{\"radiusMetres\":500001}}")]
    [DataRow("{\"inputs\":{\"radiusMetres\":null}}")]
    [DataRow("{\"inputs\":{\"radiusMetres\":{}}}")]
    [DataRow("{\"inputs\":{\"radiusMetres\":{\"href\":\"http://127.0.0.1/\"}}}")]
    [DataRow("{\"inputs\":{\"model\":\"hearsay\"}}")]
    [DataRow("{\"inputs\":{\"model\":7,\"radiusMetres\":-1}}")]
    [DataRow("{\"inputs\":{\"year\":\"2030\"}}")]
    [DataRow("{\"inputs\":{\"year\":10000}}")]
    [DataRow("{\"inputs\":[]}")]
    [DataRow("{\"outputs\":{\"report\":{\"transmissionMode\":\"reference\"}}}")]
    public async Task What_is_no_request_is_refused(string body)
    {
        JsonElement problem = await LiveService.Problem(await Service.Post(Coverage, body), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().NotBeEmpty();
    }

    [TestMethod]
    public async Task Deep_nesting_is_refused()
    {
        string deep = "{\"inputs\":{\"kinds\":" + new string('[', 200) + new string(']', 200) + "}}";
        await LiveService.Problem(await Service.Post(Coverage, deep), HttpStatusCode.BadRequest);
    }

    [TestMethod]
    [DataRow("text/plain")]
    [DataRow("application/xml")]
    [DataRow("application/json; charset=utf-16")]
    [DataRow("")]
    public async Task A_body_of_another_type_is_refused(string contentType) =>
        await LiveService.Problem(await Service.Post(Coverage, "{}", contentType: contentType), HttpStatusCode.UnsupportedMediaType);

    [TestMethod]
    public async Task A_body_that_is_too_large_is_refused_however_it_is_sent()
    {
        byte[] large = new byte[(1 << 20) + 1];
        Array.Fill(large, (byte)' ');
        await LiveService.Problem(await Send(new ByteArrayContent(large)), HttpStatusCode.RequestEntityTooLarge);
        await LiveService.Problem(await Send(new StreamContent(new Unseekable(large))), HttpStatusCode.RequestEntityTooLarge);
    }

    [TestMethod]
    public async Task A_form_that_there_is_not_is_refused() =>
        await LiveService.Problem(await Service.Post(Coverage, "{}", "text/csv"), HttpStatusCode.NotAcceptable);

    [TestMethod]
    public async Task Parameters_of_the_address_are_refused() =>
        await LiveService.Problem(await Service.Post(Coverage + "?year=2030", "{}"), HttpStatusCode.BadRequest);

    [TestMethod]
    public async Task A_process_that_there_is_not_is_not_found()
    {
        JsonElement problem = await LiveService.Problem(await Service.Post(Plan + "/processes/nothing/execution", "{}"), HttpStatusCode.NotFound);
        problem.GetProperty("type").GetString().Should().EndWith("/no-such-process");
    }

    [TestMethod]
    public async Task Processes_describe_themselves()
    {
        JsonElement list = await Service.Json(Plan + "/processes");
        foreach (JsonElement summary in list.GetProperty("processes").EnumerateArray())
        {
            JsonElement process = await Service.Json($"{Plan}/processes/{summary.GetProperty("id").GetString()}");
            process.GetProperty("jobControlOptions").EnumerateArray().Select(option => option.GetString())
                .Should().Equal("sync-execute", "async-execute", "dismiss");
            string[] inputs = [.. process.GetProperty("inputs").EnumerateObject().Select(input => input.Name)];
            inputs.Should().OnlyHaveUniqueItems();

            // What a plan's terrain is needs no more than the plan.
            if (summary.GetProperty("id").GetString() != "terrain")
                inputs.Should().NotBeEmpty();
            if (summary.GetProperty("id").GetString() is "coverage" or "gaps" or "zones" or "siting")
                inputs.Should().StartWith(["model", "radiusMetres"]).And.Contain(["kinds", "statuses", "year"]);
            process.GetProperty("outputs").GetProperty("report").TryGetProperty("schema", out _).Should().BeTrue();
            LiveService.Href(process, "http://www.opengis.net/def/rel/ogc/1.0/execute").Should().EndWith("/execution");
        }
    }

    private static double Covered(JsonElement report) => report.GetProperty("coveredMetres").GetDouble();

    private async Task<JsonElement> Run(string path, string body)
    {
        HttpResponseMessage answer = await Service.Post(path, body);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpResponseMessage> Send(HttpContent content)
    {
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service.Address, Coverage)) { Content = content };
        request.Headers.ExpectContinue = true;
        return await Service.Client.SendAsync(request);
    }

    /// <summary>A body of unknown length, sent in chunks.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
