using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace DefenseZone.Geo.Api.Tests.Hosting;

[TestClass]
public sealed class SettingsTests
{
    private readonly TestPlans _plans = new TestPlans().WithDiagonal();

    [TestCleanup]
    public void RemovePlans() => _plans.Dispose();

    [TestMethod]
    public async Task Links_begin_with_the_public_address_where_one_is_set()
    {
        await using LiveService service = await LiveService.Start(_plans.Folder, "--PublicUrl=https://example.org/geo/");

        JsonElement landing = await service.Json("plans/diagonal");
        landing.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("href").GetString())
            .Should().OnlyContain(href => href!.StartsWith("https://example.org/geo/plans"));
        (await service.Json("geo/plans/diagonal")).GetRawText().Should().Be(landing.GetRawText(), "a proxy may pass the path on as it is");
        (await service.Json("plans/diagonal/api")).GetProperty("servers")[0].GetProperty("url").GetString()
            .Should().Be("https://example.org/geo/plans/diagonal");
    }

    [TestMethod]
    public async Task A_trusted_proxy_says_what_the_address_is_and_changes_the_tag()
    {
        await using LiveService service = await LiveService.Start(_plans.Folder, "--TrustedProxies=127.0.0.1", "--AllowedHosts=example.org");
        (string, string)[] headers =
            [("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "example.org"), ("X-Forwarded-Prefix", "/geo")];

        HttpResponseMessage forwarded = await service.Get("plans/diagonal", "", headers);
        JsonElement landing = JsonDocument.Parse(await forwarded.Content.ReadAsStringAsync()).RootElement;
        LiveService.Href(landing, "data").Should().Be("https://example.org/geo/plans/diagonal/collections");
        (await service.Get("plans/diagonal")).Headers.ETag.Should().NotBe(forwarded.Headers.ETag);
    }

    [TestMethod]
    public async Task Nobody_else_is_believed()
    {
        await using LiveService service = await LiveService.Start(_plans.Folder);
        HttpResponseMessage answer = await service.Get("plans/diagonal", "", ("X-Forwarded-Host", "example.org"), ("X-Forwarded-Proto", "https"));
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("example.org");
    }

    [TestMethod]
    public async Task Pages_of_other_origins_are_let_in_only_where_they_are_named()
    {
        await using LiveService closed = await LiveService.Start(_plans.Folder);
        await using LiveService open = await LiveService.Start(_plans.Folder, "--AllowedOrigins=https://example.org;https://example.com");

        (await closed.Get("plans", "", ("Origin", "https://example.org"))).Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        (await open.Get("plans", "", ("Origin", "https://example.org"))).Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://example.org");
        (await open.Get("plans", "", ("Origin", "https://elsewhere.org"))).Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        HttpResponseMessage preflight = await open.Send(
            HttpMethod.Options, "plans/diagonal/processes/gaps/execution", "", ("Origin", "https://example.com"),
            ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
        preflight.StatusCode.Should().Be(HttpStatusCode.NoContent);
        preflight.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://example.com");
    }

    [TestMethod]
    public async Task A_refusal_to_another_origin_that_is_let_in_can_be_read_by_it()
    {
        await using LiveService open = await LiveService.Start(_plans.Folder, "--AllowedOrigins=*");
        HttpResponseMessage refused = await open.Get("plans/diagonal?x=1", "", ("Origin", "https://example.org"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
    }

    [TestMethod]
    public async Task The_limits_can_be_set()
    {
        await using LiveService service = await LiveService.Start(_plans.Folder, "--Limits:MaximumBodyBytes=1024", "--Limits:MaximumJsonDepth=4");
        HttpResponseMessage large = await service.Post("plans/diagonal/processes/gaps/execution", new string(' ', 2000) + "{}");
        await LiveService.Problem(large, HttpStatusCode.RequestEntityTooLarge);
        HttpResponseMessage deep = await service.Post("plans/diagonal/processes/gaps/execution", """{"outputs":{"report":{"format":{"mediaType":{}}}}}""");
        (await LiveService.Problem(deep, HttpStatusCode.BadRequest)).GetProperty("detail").GetString().Should().Contain("4 deep");
    }

    [TestMethod]
    public void All_settings_that_cannot_be_used_are_named()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PublicUrl"] = "ftp://example.org",
            ["TrustedProxies:0"] = "proxy",
            ["AllowedOrigins"] = "example.org/path",
            ["AllowedHosts"] = "https://example.org",
            ["Limits:MaximumBodyBytes"] = "none",
            ["Limits:MaximumJsonDepth"] = "1",
        }).Build();

        Action read = () => ApiSettings.Of(configuration);

        read.Should().Throw<SettingsException>().Which.Message.Should().ContainAll(
            "PublicUrl", "TrustedProxies", "AllowedOrigins", "AllowedHosts", "MaximumBodyBytes", "MaximumJsonDepth");
    }

    [TestMethod]
    public void Without_a_setting_the_plans_of_the_repository_are_found() =>
        Directory.GetDirectories(PlansLocation.Find("")).Select(Path.GetFileName).Should().Contain("northern-border");
}
