using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Http;

[TestClass]
public sealed class RepresentationTests : ApiTest
{
    private const string Posts = Plan + "/collections/militia-posts/items";

    /// <summary>Each kind of resource, with the media type of its JSON form.</summary>
    private static IEnumerable<object[]> Resources =>
    [
        ["plans", "application/json"],
        [Plan, "application/json"],
        [Plan + "/conformance", "application/json"],
        [Plan + "/api", "application/vnd.oai.openapi+json"],
        [Plan + "/collections", "application/json"],
        [Plan + "/collections/militia-posts", "application/json"],
        [Plan + "/collections/militia-posts/schema", "application/schema+json"],
        [Posts, "application/geo+json"],
        [Posts + "/P1", "application/geo+json"],
        [Plan + "/collections/gaps/items", "application/geo+json"],
        [Plan + "/processes", "application/json"],
        [Plan + "/processes/gaps", "application/json"],
    ];

    [TestMethod]
    [DynamicData(nameof(Resources))]
    public async Task Everything_is_to_be_had_as_JSON_and_as_a_page(string path, string mediaType)
    {
        HttpResponseMessage json = await Service.Get(path);
        json.StatusCode.Should().Be(HttpStatusCode.OK);
        json.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement.ValueKind.Should().Be(JsonValueKind.Object);

        HttpResponseMessage page = await Service.Get(path, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        page.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        string text = await page.Content.ReadAsStringAsync();
        text.Should().StartWith("<!DOCTYPE html>").And.Contain("lang=\"en\"").And.Contain("rel=\"alternate\"").And.NotContain("<script");
        (await (await Service.Get(path + "?f=html")).Content.ReadAsStringAsync()).Should().StartWith("<!DOCTYPE html>");
        (await Service.Get(path + "?f=json", "text/html")).Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
    }

    [TestMethod]
    [DynamicData(nameof(Resources))]
    public async Task Self_and_alternate_links_are_there_typed_and_lead_to_what_they_say(string path, string mediaType)
    {
        if (mediaType is "application/vnd.oai.openapi+json" or "application/schema+json")
            return;
        JsonElement document = await Service.Json(path);
        foreach ((string rel, string type) in ((string, string)[])[("self", mediaType), ("alternate", "text/html")])
        {
            JsonElement link = document.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == rel);
            link.GetProperty("type").GetString().Should().Be(type);
            HttpResponseMessage answer = await Service.Get(link.GetProperty("href").GetString()!);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
        }
    }

    [TestMethod]
    public async Task Every_link_within_the_service_leads_somewhere()
    {
        var toVisit = new Queue<string>([new Uri(Service.Address, "plans").ToString()]);
        var seen = new HashSet<string>(toVisit);
        while (toVisit.TryDequeue(out string? address))
        {
            HttpResponseMessage answer = await Service.Get(address);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, address);
            if (!answer.Content.Headers.ContentType!.MediaType!.Contains("json"))
                continue;
            foreach (JsonElement link in Links(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement))
            {
                // What says by its relation how tiles are cut is the standard's, and a template is no address yet.
                if (link.TryGetProperty("templated", out _) || link.GetProperty("rel").GetString()!.EndsWith("/tiling-scheme", StringComparison.Ordinal))
                    continue;
                string href = link.GetProperty("href").GetString()!;
                if (!href.EndsWith("/execution", StringComparison.Ordinal) && seen.Add(href))
                    toVisit.Enqueue(href);
            }
        }

        seen.Count.Should().BeGreaterThan(50);
    }

    [TestMethod]
    [DataRow("image/png")]
    [DataRow("application/xml, text/plain;q=0.5")]
    [DataRow("application/json;q=0, text/html;q=0, application/geo+json;q=0")]
    public async Task What_cannot_be_given_is_refused_with_what_can(string accept)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get(Posts, accept), HttpStatusCode.NotAcceptable);
        problem.GetProperty("detail").GetString().Should().Contain("application/geo+json").And.Contain("text/html");
    }

    [TestMethod]
    [DataRow("*/*", "application/geo+json")]
    [DataRow("application/*", "application/geo+json")]
    [DataRow("application/json", "application/geo+json")]
    [DataRow("text/*", "text/html")]
    [DataRow("text/html;q=0.4, application/geo+json;q=0.6", "application/geo+json")]
    [DataRow("text/html;q=0.9, application/json;q=0.2", "text/html")]
    [DataRow("text/html, application/geo+json", "application/geo+json")]
    [DataRow("nonsense", "application/geo+json")]
    public async Task The_best_liked_form_is_given_and_JSON_when_in_doubt(string accept, string expected) =>
        (await Service.Get(Posts, accept)).Content.Headers.ContentType!.MediaType.Should().Be(expected);

    [TestMethod]
    public async Task Texts_of_a_plan_are_never_markup_on_a_page()
    {
        string page = await (await Service.Get(Plan + "/collections/notes/items?f=html")).Content.ReadAsStringAsync();
        page.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.NotContain("<script>");
        string landing = await (await Service.Get(Plan + "?f=html")).Content.ReadAsStringAsync();
        landing.Should().Contain("A &lt;b&gt;diagonal&lt;/b&gt; &amp; more.").And.Contain("Đường chéo");
    }

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("br")]
    public async Task Answers_are_compressed_for_those_who_can_read_it(string coding)
    {
        HttpResponseMessage answer = await Service.Get(Posts, "", ("Accept-Encoding", coding));
        answer.Content.Headers.ContentEncoding.Should().Equal(coding);
        answer.Headers.Vary.Should().Contain("Accept-Encoding").And.Contain("Accept");
        await using Stream body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        (await JsonDocument.ParseAsync(plain)).RootElement.GetProperty("numberReturned").GetInt32().Should().Be(4);
    }

    [TestMethod]
    public async Task Heads_are_those_of_the_whole()
    {
        HttpResponseMessage head = await Service.Send(HttpMethod.Head, Posts);
        HttpResponseMessage get = await Service.Get(Posts);

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Headers.ETag.Should().Be(get.Headers.ETag);
        head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    private static IEnumerable<JsonElement> Links(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Links),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.NameEquals("links") && member.Value.ValueKind == JsonValueKind.Array
            ? member.Value.EnumerateArray()
            : Links(member.Value)),
        _ => [],
    };
}
