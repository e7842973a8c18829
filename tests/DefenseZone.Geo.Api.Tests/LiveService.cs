using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Viewer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DefenseZone.Geo.Api.Tests;

/// <summary>The real service with its real server, on a free port of this machine.</summary>
internal sealed class LiveService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LiveService(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<LiveService> Start(string plansFolder, params string[] settings) => Start(plansFolder, static _ => { }, settings);

    public static Task<LiveService> Start(string plansFolder, Action<IServiceCollection> configure, params string[] settings) =>
        Start(plansFolder, configure, withMap: false, settings);

    /// <summary>The service with the map, as it is started by people.</summary>
    public static Task<LiveService> StartWithMap(string plansFolder, params string[] settings) => Start(plansFolder, static _ => { }, withMap: true, settings);

    private static async Task<LiveService> Start(string plansFolder, Action<IServiceCollection> configure, bool withMap, string[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "DefenseZone.Geo.Api",
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--urls", "http://127.0.0.1:0", $"--Plans:Folder={plansFolder}", .. settings],
        });
        builder.Logging.ClearProviders();
        builder.AddApi();
        if (withMap)
            builder.AddDefenseZoneViewer();
        configure(builder.Services);
        WebApplication app = builder.Build();
        app.UseApi();
        if (withMap)
            app.MapDefenseZoneViewer();
        await app.StartAsync();
        return new LiveService(app, new Uri(app.Urls.Single() + "/"));
    }

    public async Task<HttpResponseMessage> Get(string path, string accept = "", params (string Name, string Value)[] headers) =>
        await Send(HttpMethod.Get, path, accept, headers);

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, string accept = "", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (accept.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Post(string path, string body, string accept = "", string contentType = "application/json") =>
        Post(path, Encoding.UTF8.GetBytes(body), accept, contentType);

    public async Task<HttpResponseMessage> Post(string path, byte[] body, string accept = "", string contentType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path)) { Content = new ByteArrayContent(body) };
        if (contentType.Length > 0)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (accept.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request);
    }

    /// <summary>The JSON of a successful answer.</summary>
    public async Task<JsonElement> Json(string path, string accept = "")
    {
        HttpResponseMessage answer = await Get(path, accept);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The ids on a page of features, as text.</summary>
    public async Task<string[]> Ids(string path) => Ids(await Json(path));

    public static string[] Ids(JsonElement page) =>
        [.. page.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").ToString())];

    public static string Href(JsonElement document, string rel) =>
        document.GetProperty("links").EnumerateArray()
            .Where(link => link.GetProperty("rel").GetString() == rel)
            .Select(link => link.GetProperty("href").GetString()!)
            .FirstOrDefault(string.Empty);

    /// <summary>Checks that an answer is problem details of that status, and returns them.</summary>
    public static async Task<JsonElement> Problem(HttpResponseMessage answer, HttpStatusCode status)
    {
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(status, text);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        text.Should().NotContain("   at ", "no trace leaves the service");
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.GetProperty("title").GetString().Should().NotBeEmpty();
        problem.GetProperty("detail").GetString().Should().NotBeEmpty();
        return problem;
    }

    public static string[] Faulty(JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("where").GetString()!)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
