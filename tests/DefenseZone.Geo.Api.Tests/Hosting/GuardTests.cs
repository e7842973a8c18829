using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace DefenseZone.Geo.Api.Tests.Hosting;

/// <summary>What a page of another site may make a browser do with a service on the same machine.</summary>
[TestClass]
public sealed class GuardTests
{
    private readonly TestPlans _plans = new TestPlans().WithDiagonal();

    [TestCleanup]
    public void RemovePlans() => _plans.Dispose();

    [TestMethod]
    public async Task Only_names_of_this_machine_are_answered_unless_others_are_allowed()
    {
        await using LiveService closed = await LiveService.Start(_plans.Folder);
        int port = closed.Address.Port;
        foreach (string host in (string[])["localhost", $"localhost:{port}", $"127.0.0.1:{port}", $"[::1]:{port}", "LOCALHOST"])
            (await closed.Get("plans", "", ("Host", host))).StatusCode.Should().Be(HttpStatusCode.OK, host);
        foreach (string host in (string[])["evil.example", $"evil.example:{port}", "localhost.evil.example", "192.0.2.1", "127.0.0.1.evil.example"])
            await LiveService.Problem(await closed.Get("plans", "", ("Host", host)), HttpStatusCode.MisdirectedRequest);

        await using LiveService open = await LiveService.Start(_plans.Folder, "--AllowedHosts=maps.example.org;*.example.com");
        foreach (string host in (string[])["maps.example.org", "a.example.com", "localhost"])
            (await open.Get("plans", "", ("Host", host))).StatusCode.Should().Be(HttpStatusCode.OK, host);
        foreach (string host in (string[])["example.org", "example.com", "evilexample.com"])
            await LiveService.Problem(await open.Get("plans", "", ("Host", host)), HttpStatusCode.MisdirectedRequest);

        await using LiveService known = await LiveService.Start(_plans.Folder, "--PublicUrl=https://example.net/geo");
        (await known.Get("plans", "", ("Host", "example.net"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestMethod]
    public async Task What_changes_something_comes_from_an_origin_of_this_service()
    {
        await using LiveService service = await LiveService.Start(_plans.Folder, "--AllowedOrigins=https://example.org");
        string own = service.Address.GetLeftPart(UriPartial.Authority);
        (await Post(own)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Post("https://example.org")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await service.Post("plans/diagonal/processes/gaps/execution", "{}")).StatusCode.Should().Be(HttpStatusCode.OK, "programs have no origin");
        foreach (string origin in (string[])["https://evil.example", "null", "http://127.0.0.1:1", "about:blank"])
        {
            await LiveService.Problem(await Post(origin), HttpStatusCode.Forbidden);
            await LiveService.Problem(await service.Send(HttpMethod.Delete, "plans/diagonal/jobs/x", "", ("Origin", origin)), HttpStatusCode.Forbidden);
        }

        Task<HttpResponseMessage> Post(string origin)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, "plans/diagonal/processes/gaps/execution")) { Content = new StringContent("{}") };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Add("Origin", origin);
            return service.Client.SendAsync(request);
        }
    }

    [TestMethod]
    public async Task The_connection_of_the_map_is_opened_to_its_own_pages_alone()
    {
        await using LiveService service = await LiveService.StartWithMap(_plans.Folder);
        var address = new UriBuilder(service.Address) { Scheme = "ws", Path = "_blazor" };

        (await Connects("http://evil.example")).Should().BeFalse();
        (await Connects(service.Address.GetLeftPart(UriPartial.Authority))).Should().BeTrue();
        await LiveService.Problem(
            await service.Send(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1", "", ("Origin", "http://evil.example")), HttpStatusCode.Forbidden);

        async Task<bool> Connects(string origin)
        {
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", origin);
            try
            {
                await socket.ConnectAsync(address.Uri, CancellationToken.None);
                return true;
            }
            catch (WebSocketException)
            {
                return false;
            }
        }
    }

    [TestMethod]
    [DataRow("X-Forwarded-Prefix", "//evil.example")]
    [DataRow("X-Forwarded-Prefix", "/\\evil.example")]
    [DataRow("X-Forwarded-Prefix", "https://evil.example")]
    [DataRow("X-Forwarded-Prefix", "/a, //evil.example")]
    [DataRow("X-Forwarded-Proto", "javascript")]
    [DataRow("X-Forwarded-Host", "evil.example/path")]
    [DataRow("X-Forwarded-Host", "user@evil.example")]
    public async Task What_a_proxy_says_has_to_be_an_address(string header, string value)
    {
        await using LiveService trusting = await LiveService.StartWithMap(_plans.Folder, "--TrustedProxies=127.0.0.1");
        foreach (string path in (string[])["plans", ""])
        {
            HttpResponseMessage answer = await trusting.Get(path, "", (header, value));
            LiveService.Faulty(await LiveService.Problem(answer, HttpStatusCode.BadRequest)).Should().Equal(header);
        }

        await using LiveService wary = await LiveService.StartWithMap(_plans.Folder);
        HttpResponseMessage ignored = await wary.Get("", "", (header, value));
        ignored.Headers.Location!.ToString().Should().Be("/map/diagonal");
    }

    [TestMethod]
    public async Task A_trusted_proxy_names_hosts_that_are_allowed()
    {
        await using LiveService service = await LiveService.Start(_plans.Folder, "--TrustedProxies=127.0.0.1", "--AllowedHosts=maps.example.org");
        (await service.Get("plans", "", ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Host", "maps.example.org"))).StatusCode.Should().Be(HttpStatusCode.OK);
        await LiveService.Problem(
            await service.Get("plans", "", ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Host", "evil.example")), HttpStatusCode.MisdirectedRequest);
    }

    [TestMethod]
    public async Task The_page_of_the_map_runs_no_script_but_its_own_files()
    {
        await using LiveService service = await LiveService.StartWithMap(_plans.Folder);
        HttpResponseMessage page = await service.Get("map/diagonal");
        string policy = string.Join(';', page.Headers.GetValues("Content-Security-Policy"));
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self';").And.Contain("frame-ancestors 'self'").And.NotContain("unsafe-eval");
        page.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        page.Headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
        string text = await page.Content.ReadAsStringAsync();
        Regex.Matches(text, "<script(?![^>]*\\bsrc=)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)).Should().BeEmpty();
        Regex.Matches(text, "\\son[a-z]+=\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)).Should().BeEmpty();
    }
}
