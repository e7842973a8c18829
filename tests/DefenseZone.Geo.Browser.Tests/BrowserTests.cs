using System.Text;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>What all tests in a browser share: one host over the sample plan, copies of it without terrain, with terrain in one place only, without roads, and with a fault, one browser, and a planner a test.</summary>
[TestClass]
public abstract class BrowserTests
{
    /// <summary>The name of a copy of the sample plan without its terrain.</summary>
    protected const string Flat = "flat";

    /// <summary>The name of a copy whose terrain is a tile about the post P035, which itself stands where the tile has no height.</summary>
    protected const string Patchy = "patchy";

    /// <summary>The name of a copy of the sample plan without its roads.</summary>
    protected const string Roadless = "roadless";

    private static RunningHost? _host;
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;
    private static string _plans = string.Empty;
    private Planner? _planner;

    /// <summary>The sample plan.</summary>
    protected static Plan NorthernBorder { get; } = PlanFolder.Open(Repository.NorthernBorder);

    /// <summary>Its coverage, as it is asked where nothing is set.</summary>
    protected static CoverageReport Plain { get; } = new CoverageProblem(NorthernBorder).Solve();

    /// <summary>Where the host is.</summary>
    protected static string Address => _host!.Address;

    [AssemblyInitialize]
    public static async Task StartAsync(TestContext context)
    {
        _ = context;

        // Nothing is timed here: on a busy machine an answer may take its while.
        SetDefaultExpectTimeout(20_000);
        _plans = Directory.CreateTempSubdirectory("dzgeo-plans-").FullName;
        Copy(Repository.NorthernBorder, Path.Combine(_plans, "northern-border"));
        Directory.Delete(Path.Combine(Copy(Repository.NorthernBorder, Path.Combine(_plans, Flat)), "terrain"), recursive: true);
        string patchy = Path.Combine(Copy(Repository.NorthernBorder, Path.Combine(_plans, Patchy)), "terrain");
        File.Delete(Path.Combine(patchy, "generated.json"));
        await File.WriteAllTextAsync(Path.Combine(patchy, "patch.asc"), Patch(106.62, 21.85, (106.722157, 21.953898)));
        File.Delete(Path.Combine(Copy(Repository.NorthernBorder, Path.Combine(_plans, Roadless)), "patrol-roads.geojson"));
        string broken = Copy(Repository.NorthernBorder, Path.Combine(_plans, "broken"));
        string posts = Path.Combine(broken, "militia-posts.geojson");
        await File.WriteAllTextAsync(posts, (await File.ReadAllTextAsync(posts)).Replace("\"status\":\"existing\"", "\"status\":\"exsiting\"", StringComparison.Ordinal));
        _host = await RunningHost.StartAsync(_plans);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ],
        });
    }

    [AssemblyCleanup]
    public static async Task StopAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _host?.Dispose();
        if (_plans.Length > 0)
            Directory.Delete(_plans, recursive: true);
    }

    [TestCleanup]
    public async Task NothingWentWrongBehindThePageAsync()
    {
        if (_planner is null)
            return;
        await _planner.Page.Context.CloseAsync();
        _planner.Faults.Should().BeEmpty();
    }

    /// <summary>Where a point of the plan is.</summary>
    protected static GeoPoint Place(PlanFeature feature)
    {
        NetTopologySuite.Geometries.Coordinate at = feature is Facility facility ? facility.Location : feature.Geometry.Coordinate;
        return new GeoPoint(at.X, at.Y);
    }

    /// <summary>The start of an address that shows a feature from near.</summary>
    protected static string View(PlanFeature feature)
    {
        GeoPoint place = Place(feature);
        return FormattableString.Invariant($"?at={place.LongitudeDegrees},{place.LatitudeDegrees}&zoom=11.5");
    }

    private protected async Task<Planner> SitDownAsync(int width = 1280, int height = 800, string locale = "en-GB") =>
        _planner = await Planner.SitDownAsync(_browser!, Address, width, height, locale);

    // An ESRI grid of 200 × 200 cells of 0.001 degrees, level but for a void about a place.
    private static string Patch(double west, double south, (double Longitude, double Latitude) at)
    {
        const int Side = 200;
        const double Cell = 0.001;
        var text = new StringBuilder(FormattableString.Invariant($"ncols {Side}\nnrows {Side}\nxllcorner {west}\nyllcorner {south}\ncellsize {Cell}\nNODATA_value -9999\n"));
        for (int row = Side - 1; row >= 0; row--)
        {
            text.AppendJoin(' ', Enumerable.Range(0, Side).Select(column =>
                Math.Max(Math.Abs(west + ((column + 0.5) * Cell) - at.Longitude), Math.Abs(south + ((row + 0.5) * Cell) - at.Latitude)) < 0.01 ? "-9999" : "300")).Append('\n');
        }

        return text.ToString();
    }

    private static string Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
