using System.Net;

namespace DefenseZone.Geo.Api.Tests.Http;

[TestClass]
public sealed class EntityTagTests : ApiTest
{
    private const string Posts = Plan + "/collections/militia-posts/items";

    private static IEnumerable<object[]> Paths =>
    [
        ["plans"], [Plan], [Plan + "/conformance"], [Plan + "/api"], [Plan + "/collections"], [Plan + "/collections/gaps"],
        [Plan + "/collections/gaps/schema"], [Posts], [Posts + "/P1"], [Plan + "/processes"], [Plan + "/processes/zones"],
    ];

    [TestMethod]
    [DynamicData(nameof(Paths))]
    public async Task What_a_client_has_is_not_sent_again(string path)
    {
        HttpResponseMessage first = await Service.Get(path);
        string tag = first.Headers.ETag!.ToString();
        first.Headers.ETag.IsWeak.Should().BeFalse();
        first.Headers.CacheControl!.NoCache.Should().BeTrue();

        HttpResponseMessage again = await Service.Get(path, "", ("If-None-Match", tag));
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        again.Headers.ETag!.ToString().Should().Be(tag);
        again.Headers.Vary.Should().NotBeEmpty();
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await Service.Get(path)).Headers.ETag!.ToString().Should().Be(tag);
    }

    [TestMethod]
    public async Task Forms_parameters_codings_and_resources_differ_in_their_tags()
    {
        (string Path, string Accept, string Coding)[] all =
        [
            (Posts, "", ""), (Posts, "text/html", ""), (Posts, "", "gzip"), (Posts, "", "br"), (Posts + "?limit=1", "", ""),
            (Posts + "?limit=2", "", ""), (Plan, "", ""), (Plan + "/collections", "", ""),
        ];
        HashSet<string> tags = [];
        foreach ((string path, string accept, string coding) in all)
            tags.Add((await Service.Get(path, accept, ("Accept-Encoding", coding))).Headers.ETag!.ToString());
        tags.Should().HaveCount(all.Length);
    }

    [TestMethod]
    public async Task A_tag_of_another_coding_does_not_count_but_a_list_a_weak_form_and_a_star_do()
    {
        string plain = (await Service.Get(Posts)).Headers.ETag!.ToString();
        string zipped = (await Service.Get(Posts, "", ("Accept-Encoding", "gzip"))).Headers.ETag!.ToString();

        (await Status("If-None-Match", plain, "gzip")).Should().Be(HttpStatusCode.OK);
        (await Status("If-None-Match", zipped, "gzip")).Should().Be(HttpStatusCode.NotModified);
        (await Status("If-None-Match", $"\"other\", {plain}", "")).Should().Be(HttpStatusCode.NotModified);
        (await Status("If-None-Match", $"W/{plain}", "")).Should().Be(HttpStatusCode.NotModified);
        (await Status("If-None-Match", "*", "")).Should().Be(HttpStatusCode.NotModified);
        (await Status("If-None-Match", "\"other\"", "")).Should().Be(HttpStatusCode.OK);
        (await Status("If-None-Match", "rubbish", "")).Should().Be(HttpStatusCode.OK);
    }

    [TestMethod]
    public async Task A_client_that_insists_on_another_version_is_refused()
    {
        string tag = (await Service.Get(Posts)).Headers.ETag!.ToString();
        (await Status("If-Match", tag, "")).Should().Be(HttpStatusCode.OK);
        await LiveService.Problem(await Service.Get(Posts, "", ("If-Match", "\"other\"")), HttpStatusCode.PreconditionFailed);
    }

    [TestMethod]
    public async Task Another_version_of_the_plan_has_other_tags()
    {
        HttpResponseMessage before = await Service.Get(Posts);
        Plans.Put("diagonal", "plan.json", """{"name":"Renamed"}""");
        await Task.Delay(TimeSpan.FromSeconds(1.2));

        HttpResponseMessage after = await Service.Get(Posts, "", ("If-None-Match", before.Headers.ETag!.ToString()));
        after.StatusCode.Should().Be(HttpStatusCode.OK);
        after.Headers.ETag.Should().NotBe(before.Headers.ETag);
    }

    private async Task<HttpStatusCode> Status(string header, string value, string coding) =>
        (await Service.Get(Posts, "", (header, value), ("Accept-Encoding", coding))).StatusCode;
}
