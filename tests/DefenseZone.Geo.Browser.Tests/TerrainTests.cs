using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Viewer.Workspace;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>Relief, lines of sight, and what posts see, asked on the map.</summary>
[TestClass]
public sealed class TerrainTests : BrowserTests
{
    // What would stand in the way of reading a colour: names, places and relief.
    private const string Bare = "&hide=candidate-sites,hazard-areas,projects,relief,names,basemap,terrain-shading";
    private const double ViewVeil = 78 / 255.0;
    private const double CountVeil = 105 / 255.0;

    private static readonly ElevationSurface Relief = ElevationSurface.Of(NorthernBorder);
    private static readonly Facility Post = NorthernBorder.Facilities.Single(facility => facility.Id.Text == "P035");
    private static readonly Viewshed Seen = new ViewshedProblem(Relief, [new Observer(Place(Post)) { HeightMetres = 10, RangeMetres = 6_400 }]).Solve().Viewsheds[0];

    // Two summits with a ridge between them.
    private static readonly GeoPoint A = new(106.6, 22.12);
    private static readonly GeoPoint B = new(106.72, 22.06);

    [TestMethod]
    public async Task Two_clicks_give_the_profile_and_what_hides_the_one_from_the_other_in_chart_and_map()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=terrain&at=106.66,22.09&zoom=11" + Bare);
        await planner.Page.Locator("#pick-line").ClickAsync();
        await Expect(planner.Page.Locator(".map-hint")).ToContainTextAsync("(A)");
        await ClickAsync(planner, A);
        await Expect(planner.Page.Locator(".map-hint")).ToContainTextAsync("(B)");
        await ClickAsync(planner, B);
        await Expect(planner.Page.Locator(".map-hint")).ToHaveCountAsync(0);
        await Expect(planner.Page.Locator("#line-verdict")).ToHaveTextAsync("A does not see B");
        SightProfile profile = new LineOfSight(Relief, InAddress(planner, "terrain.from"), InAddress(planner, "terrain.to")).Solve();
        Geodesic.Inverse(profile.From, A).DistanceMetres.Should().BeLessThan(80, "a click is good to a pixel");
        Obstruction hides = profile.Obstruction!.Value;
        await Expect(planner.Page.Locator("#line-excess")).ToHaveTextAsync(Quantities.English.Height(hides.ExcessMetres));
        await Expect(planner.Page.Locator("#line-obstruction")).ToContainTextAsync(Quantities.English.Height(hides.GroundMetres));
        await Expect(planner.Page.Locator(".profile-chart .obstruction text")).ToHaveTextAsync($"{Quantities.English.Height(hides.GroundMetres)} (+{Quantities.English.Height(hides.ExcessMetres)})");
        await planner.ColourBecomesAsync(hides.Place, MapColours.Gap);
        await planner.Page.Locator("#swap-line").ClickAsync();
        await planner.AddressSaysAsync("terrain.from", TerrainQuestion.Text(profile.To));
        await planner.Page.Locator("#forget-line").ClickAsync();
        await planner.AddressSaysAsync("terrain.from", string.Empty);
        await Expect(planner.Page.Locator("#line-verdict")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task A_line_is_written_with_the_keyboard_and_what_is_no_place_is_said()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=terrain");
        await planner.Page.Locator("#line-from").FillAsync("here");
        await planner.Page.Keyboard.PressAsync("Tab");
        await Expect(planner.Page.Locator("#line-fault")).ToContainTextAsync("106.5,22.5");
        await planner.Page.Locator("#line-from").FillAsync(TerrainQuestion.Text(Place(Post)));
        await planner.Page.Keyboard.PressAsync("Tab");
        await Expect(planner.Page.Locator("#line-fault")).ToHaveCountAsync(0);
        await planner.Page.Keyboard.TypeAsync("103.5,21.95");
        await planner.Page.Keyboard.PressAsync("Enter");
        await Expect(planner.Page.Locator("#line-fault")).ToContainTextAsync("100 km");
        GeoPoint near = Geodesic.Direct(Place(Post), 10, 1_500);
        await planner.Page.Locator("#line-to").FillAsync(TerrainQuestion.Text(near));
        await planner.Page.Keyboard.PressAsync("Enter");
        await Expect(planner.Page.Locator("#line-length")).ToHaveTextAsync(Quantities.English.Length(1_500));
        await Expect(planner.Page.Locator("#line-verdict")).ToHaveTextAsync("A sees B, and B sees A");
        await Expect(planner.Page.Locator(".facts")).ToContainTextAsync("+ 10", new LocatorAssertionsToContainTextOptions { UseInnerText = true });
    }

    [TestMethod]
    public async Task What_the_selected_post_sees_lights_up_with_its_figures()
    {
        SightCoverage model = SightCoverage.OwnRange;
        FacilitySight border = model.Look(NorthernBorder, BorderLine.Of(NorthernBorder), Post);
        GeoPoint lit = Clear(place => Around(place).All(Seen.Sees)), dark = Clear(place => !Around(place).Any(Seen.Sees));
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(View(Post) + "&tab=terrain&select=militia-posts:P035" + Bare + ",terrain-view");
        await Expect(planner.Page.Locator("#view-area")).ToHaveTextAsync(Quantities.English.Area(Seen.VisibleSquareMetres));
        await Expect(planner.Page.Locator("#view-border")).ToHaveTextAsync(Quantities.English.Length(border.SeenMetres));
        await Expect(planner.Page.Locator("#terrain-selected")).ToContainTextAsync(Quantities.English.Height(border.GroundMetres));
        await Expect(planner.Page.Locator(".strip .seen-bar")).ToHaveCountAsync(border.Stretches.Length);
        await planner.ColourBecomesAsync(lit, MapColours.Land);
        await planner.Page.Locator("[data-layer=terrain-view]").CheckAsync();
        await planner.ColourBecomesAsync(lit, Veiled(MapColours.Land, MapColours.Selection, ViewVeil));
        await planner.ColourBecomesAsync(dark, MapColours.Land);
        await planner.Page.Locator("#show-all").ClickAsync();
        await planner.AddressSaysAsync("select", string.Empty);
        await Expect(planner.Page.Locator("#view-area")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task How_many_posts_see_each_place_is_a_layer_in_the_colours_of_depth()
    {
        CoverageReport seen = new CoverageProblem(NorthernBorder) { Model = SightCoverage.OwnRange }.Solve();
        ImmutableArray<Viewshed> near = new ViewshedProblem(Relief, [.. Near().Select(post =>
            new Observer(Place(post)) { HeightMetres = post.ObserverHeightMetres, RangeMetres = post.CoverageRadiusMetres })]).Solve().Viewsheds;
        int Count(GeoPoint place) => near.Count(viewshed => viewshed.Sees(place));
        GeoPoint once = Clear(place => Around(place).All(point => Count(point) == 1));
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(View(Post) + "&tab=terrain" + Bare);
        await Expect(planner.Page.Locator("#terrain-seen")).ToHaveTextAsync(Quantities.English.Share(seen.CoverageRatio));
        await Expect(planner.Page.Locator("#terrain-tables tbody tr")).ToHaveCountAsync(seen.ConsideredFacilities.Length);
        await planner.ColourBecomesAsync(once, Veiled(MapColours.Land, MapColours.CoveredOnce, CountVeil));
        (float x, float y) = await planner.ScreenAsync(once);
        await planner.Page.Mouse.MoveAsync(x, y);
        await Expect(planner.Page.Locator("[data-map=readout]")).ToContainTextAsync("seen from " + Near().Zip(near).Single(post => post.Second.Sees(once)).First.Id.Text);
        await planner.Page.Locator("[data-layer=terrain-once]").UncheckAsync();
        await planner.ColourBecomesAsync(once, MapColours.Land);
    }

    [TestMethod]
    public async Task Covered_by_radius_or_sight_is_switched_beside_what_is_seen_and_the_gaps_change()
    {
        CoverageReport seen = new CoverageProblem(NorthernBorder) { Model = SightCoverage.OwnRange }.Solve();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=terrain");
        ILocator gaps = planner.Page.Locator("li:has([data-layer=gaps]) .amount");
        await Expect(gaps).ToHaveTextAsync(Quantities.English.Count(Plain.GapCount));
        await planner.Page.Locator("[data-model=sight]").ClickAsync();
        await Expect(gaps).ToHaveTextAsync(Quantities.English.Count(seen.GapCount));
        await planner.AddressSaysAsync("by", "sight");
        await planner.Page.Locator("#eye-height").FillAsync("40");
        await planner.Page.Locator("#eye-height").BlurAsync();
        CoverageReport higher = new CoverageProblem(NorthernBorder) { Model = new SightCoverage { ObserverHeightMetres = 40 } }.Solve();
        await Expect(planner.Page.Locator("#terrain-seen")).ToHaveTextAsync(Quantities.English.Share(higher.CoverageRatio));
        await Expect(gaps).ToHaveTextAsync(Quantities.English.Count(higher.GapCount));
    }

    [TestMethod]
    public async Task The_relief_is_beneath_the_map_where_it_is_wanted()
    {
        GeoPoint[] places = [.. Enumerable.Range(0, 12).Select(i => Clear(place => !Around(place).Any(Seen.Sees), skip: i * 7))];
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(View(Post) + "&hide=candidate-sites,hazard-areas,projects,relief,names,basemap,circles,terrain-once,terrain-twice,terrain-three");
        await Expect(planner.Page.Locator("[data-layer=relief]")).Not.ToBeCheckedAsync();
        await planner.ColourBecomesAsync(places[0], MapColours.Land);
        string bare = await ColoursAsync(planner, places);
        await planner.Page.Locator("[data-layer=relief]").CheckAsync();
        await BecomesAsync(async () => await ColoursAsync(planner, places) != bare);
        planner.InAddress("hide").Should().NotContain("relief");
        await planner.Page.Locator("[data-tab=terrain]").ClickAsync();
        await Expect(planner.Page.Locator("[data-layer=terrain-shading]")).ToBeCheckedAsync();
        await BecomesAsync(async () => await ColoursAsync(planner, places) != bare);
        await planner.Page.Locator("[data-layer=terrain-shading]").UncheckAsync();
        await BecomesAsync(async () => await ColoursAsync(planner, places) == bare);
    }

    [TestMethod]
    public async Task A_long_look_is_stopped_and_does_not_begin_again_by_itself()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=terrain&radius=50000");
        await planner.Page.Locator("[data-run=cancel]").ClickAsync();
        await Expect(planner.Page.Locator(".run")).ToContainTextAsync("Stopped.");
        await Expect(planner.Page.Locator("[data-run=start]")).ToBeEnabledAsync();
        await planner.Page.Locator("[data-tab=coverage]").ClickAsync();
        await planner.Page.Locator("[data-tab=terrain]").ClickAsync();
        await Expect(planner.Page.Locator(".run")).ToContainTextAsync("Stopped.");
    }

    [TestMethod]
    public async Task Who_stands_outside_the_terrain_or_where_it_has_no_height_is_told_so()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=terrain&select=militia-posts:P035", plan: Patchy);
        await Expect(planner.Page.Locator("#terrain-selected")).ToContainTextAsync("the terrain has no height");
        await Expect(planner.Page.Locator("#posts-Void")).ToContainTextAsync("P035");
        await Expect(planner.Page.Locator("#posts-OutsideTerrain")).ToContainTextAsync("P001");
        await planner.Page.Locator("[data-post=P001]").ClickAsync();
        await Expect(planner.Page.Locator("#terrain-selected")).ToContainTextAsync("outside the terrain");
        await planner.Page.Locator("#line-from").FillAsync("106.65,21.9");
        await planner.Page.Locator("#line-to").FillAsync("106.9,21.9");
        await planner.Page.Locator("#line-to").BlurAsync();
        await Expect(planner.Page.Locator("#line-verdict")).ToContainTextAsync("B lies outside");
        await planner.Page.Locator("#line-to").FillAsync("106.8,22.02");
        await planner.Page.Locator("#line-to").BlurAsync();
        await Expect(planner.Page.Locator("#line-voids")).Not.ToHaveTextAsync("0");
    }

    [TestMethod]
    public async Task A_plan_without_terrain_says_what_to_do()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=terrain", plan: Flat);
        await Expect(planner.Page.Locator("#terrain-missing")).ToContainTextAsync("GeoTIFF");
        await Expect(planner.Page.Locator("#terrain-missing")).ToContainTextAsync(Flat);
        await Expect(planner.Page.Locator("[data-layer=terrain-shading], [data-layer=relief]")).ToHaveCountAsync(0);
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(1280, 800, "en")]
    [DataRow(1280, 800, "vi")]
    [DataRow(390, 844, "vi")]
    public async Task The_tab_is_accessible(int width, int height, string language)
    {
        Planner planner = await SitDownAsync(width, height);
        await planner.OpenAsync($"?tab=terrain&lang={language}&select=militia-posts:P035&terrain.from={TerrainQuestion.Text(A)}&terrain.to={TerrainQuestion.Text(B)}");
        if (width < 500)
            await planner.Page.Locator(".sheets button").Last.TapAsync();
        await Expect(planner.Page.Locator(".profile-chart .obstruction")).ToBeVisibleAsync();
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
        await planner.Page.Locator("#terrain-tab-Posts").ClickAsync();
        await Expect(planner.Page.Locator("#view-area")).ToBeVisibleAsync();
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
        (await planner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
    }

    private static async Task ClickAsync(Planner planner, GeoPoint place)
    {
        (float x, float y) = await planner.ScreenAsync(place);
        await planner.Page.Mouse.ClickAsync(x, y);
    }

    private static GeoPoint InAddress(Planner planner, string key) => TerrainQuestion.Place(planner.InAddress(key))!.Value;

    private static IEnumerable<Facility> Near() => NorthernBorder.Facilities
        .Where(facility => facility is { CoverageRadiusMetres: > 0, Status: LifecycleStatus.Existing or LifecycleStatus.UnderConstruction } && Geodesic.Inverse(Place(Post), Place(facility)).DistanceMetres < 25_000);

    // A place near the post, on land, with no line or symbol of the map about it, that is as wanted.
    private static GeoPoint Clear(Func<GeoPoint, bool> wanted, int skip = 0) =>
        Enumerable.Range(-30, 61).SelectMany(_ => Enumerable.Range(-30, 61), (i, k) => new GeoPoint(Place(Post).LongitudeDegrees + (i * 0.002), Place(Post).LatitudeDegrees + (k * 0.0011)))
            .Where(IsClear).Where(wanted).Skip(skip).First();

    private static bool IsClear(GeoPoint place)
    {
        var point = new NetTopologySuite.Geometries.Point(place.LongitudeDegrees, place.LatitudeDegrees);
        return place.LatitudeDegrees < Place(Post).LatitudeDegrees + 0.03
            && NorthernBorder.PatrolRoads.All(road => road.Geometry.Distance(point) > 0.004)
            && NorthernBorder.BorderSegments.All(segment => segment.Geometry.Distance(point) > 0.008)
            && NorthernBorder.DefensiveZones.All(zone => zone.Geometry.Boundary.Distance(point) > 0.004)
            && NorthernBorder.Facilities.All(facility => facility.Geometry.Distance(point) > 0.012)
            && Math.Abs(Geodesic.Inverse(Place(Post), place).DistanceMetres - 6_400) > 300;
    }

    private static IEnumerable<GeoPoint> Around(GeoPoint place) =>
        Enumerable.Range(0, 9).Select(i => new GeoPoint(place.LongitudeDegrees + (((i % 3) - 1) * 0.0007), place.LatitudeDegrees + (((i / 3) - 1) * 0.0007)));

    private static string Veiled(string ground, string colour, double opacity) => "#" + string.Concat(Enumerable.Range(0, 3).Select(i =>
    {
        int Part(string of) => int.Parse(of.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((int)Math.Round((Part(ground) * (1 - opacity)) + (Part(colour) * opacity))).ToString("X2", CultureInfo.InvariantCulture);
    }));

    private static async Task<string> ColoursAsync(Planner planner, GeoPoint[] places)
    {
        var colours = new List<string>();
        foreach (GeoPoint place in places)
            colours.Add(await planner.ColourAtAsync(place));
        return string.Join(' ', colours);
    }

    private static async Task BecomesAsync(Func<Task<bool>> so)
    {
        for (int tries = 0; tries < 100 && !await so(); tries++)
            await Task.Delay(100);
        (await so()).Should().BeTrue();
    }
}
