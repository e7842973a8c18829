using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Rendering;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>Somebody at a browser who looks at the map. What goes wrong behind the page is remembered.</summary>
internal sealed class Planner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<string> _faults = new();

    private Planner(IPage page, string host)
    {
        Page = page;
        Host = host;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("willReadFrequently", StringComparison.Ordinal))
                _faults.Enqueue($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Enqueue("page error: " + error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:" + host, StringComparison.Ordinal))
                _faults.Enqueue("request to elsewhere: " + request.Url);
        };
    }

    public IPage Page { get; }

    public string Host { get; }

    /// <summary>What went wrong: errors and warnings of the console, and requests that left this machine.</summary>
    public IEnumerable<string> Faults => _faults;

    public static async Task<Planner> SitDownAsync(IBrowser browser, string host, int width = 1280, int height = 800, string locale = "en-GB")
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            HasTouch = width < 500,
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Planner(await context.NewPageAsync(), host);
    }

    /// <summary>Opens the sample plan, and waits until the map has drawn it.</summary>
    public async Task OpenAsync(string query = "", string plan = "northern-border")
    {
        await Page.GotoAsync($"{Host}/map/{plan}{query}");
        await Expect(Page.Locator(".strip svg")).ToBeVisibleAsync();

        // The address gets the view when the map has told where it stands.
        await AddressBecomesAsync(() => InAddress("at").Length > 0);
    }

    /// <summary>The colour of the map at a place, as #RRGGBB.</summary>
    public async Task<string> ColourAtAsync(GeoPoint place)
    {
        (double x, double y) = WebMercator.Of(place);
        int[] colour = await Page.EvaluateAsync<int[]>("position => globalThis.defenseZoneMap.colourAt(position)", new[] { x, y });
        return string.Create(CultureInfo.InvariantCulture, $"#{colour[0]:X2}{colour[1]:X2}{colour[2]:X2}");
    }

    /// <summary>Waits until the map has a colour at a place.</summary>
    public Task ColourBecomesAsync(GeoPoint place, string colour)
    {
        (double x, double y) = WebMercator.Of(place);
        int[] wanted = [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        return Page.WaitForFunctionAsync(
            "([position, wanted]) => { const seen = globalThis.defenseZoneMap?.colourAt(position) ?? []; return wanted.every((value, i) => Math.abs(value - seen[i]) <= 2); }",
            new object[] { new[] { x, y }, wanted });
    }

    /// <summary>Where a place is on the screen.</summary>
    public async Task<(float X, float Y)> ScreenAsync(GeoPoint place)
    {
        (double x, double y) = WebMercator.Of(place);
        float[] at = await Page.EvaluateAsync<float[]>("position => globalThis.defenseZoneMap.screenAt(position)", new[] { x, y });
        return (at[0], at[1]);
    }

    /// <summary>What the address says about something; empty where it says nothing.</summary>
    public string InAddress(string key) => System.Web.HttpUtility.ParseQueryString(new Uri(Page.Url).Query)[key] ?? string.Empty;

    /// <summary>Waits until the address says something.</summary>
    public Task AddressSaysAsync(string key, string value) =>
        AddressBecomesAsync(() => string.Equals(InAddress(key), value, StringComparison.Ordinal));

    /// <summary>Waits until the address, which the page changes without being loaded anew, is as wanted.</summary>
    /// <exception cref="TimeoutException">It does not become so.</exception>
    public async Task AddressBecomesAsync(Func<bool> asWanted)
    {
        // Looked at again and again: a wait for the next navigation misses one that comes while the wait is set up.
        long began = Stopwatch.GetTimestamp();
        while (!asWanted())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"The address stays {Page.Url}.");
            await Task.Delay(Glance);
        }
    }

    /// <summary>The middle of the view, as the address has it.</summary>
    public GeoPoint CentreInAddress()
    {
        string[] at = InAddress("at").Split(',');
        return new GeoPoint(double.Parse(at[0], CultureInfo.InvariantCulture), double.Parse(at[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Everything that the accessibility checker finds wrong with the page as it is.</summary>
    public async Task<string[]> AccessibilityFaultsAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in globalThis"))
            await Page.EvaluateAsync(await File.ReadAllTextAsync(Repository.AxeScript));
        return await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html).join(' | '))");
    }
}
