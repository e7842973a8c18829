using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>The map in a real browser, over the real host: what a planner does, and what is then on the screen.</summary>
[TestClass]
public sealed class MapTests : BrowserTests
{
    private static BorderGap Longest => Plain.Gaps.MaxBy(gap => gap.LengthMetres)!;

    [TestMethod]
    public async Task The_first_page_is_the_first_plan_that_there_is()
    {
        Planner planner = await SitDownAsync();
        await planner.Page.GotoAsync(Address + "/");
        await planner.AddressBecomesAsync(() => planner.Page.Url.Contains("/map/broken", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task Gaps_and_cover_are_drawn_in_their_colours()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.ColourBecomesAsync(Bare(Longest), MapColours.Gap);
        DepthStretch once = Plain.Stretches.Where(stretch => stretch.Depth == 1).MaxBy(stretch => stretch.LengthMetres);

        // Symbols may stand on it: some place of the longest stretch is bare.
        var seen = new List<string>();
        for (double share = 0.1; share < 0.95; share += 0.05)
            seen.Add(await planner.ColourAtAsync(Plain.Border.PointAt(once.FromMetres + (share * once.LengthMetres))));
        seen.Should().Contain(MapColours.CoveredOnce);
    }

    [TestMethod]
    public async Task The_figures_are_those_of_the_library()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(Plain.CoverageRatio));
        await Expect(planner.Page.Locator("#gap-count")).ToHaveTextAsync($"{Plain.GapCount} gaps");
        await Expect(planner.Page.Locator("tbody tr[id^=gap-]")).ToHaveCountAsync(Plain.GapCount);
    }

    [TestMethod]
    public async Task A_click_on_a_gap_goes_there_and_lights_it_up_everywhere()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.ClickAsync($"#gap-{Longest.Number}");
        await planner.AddressSaysAsync("select", $"gap:{Longest.Number}");
        await planner.AddressBecomesAsync(() => Near(planner.CentreInAddress(), Middle(Longest), Longest.LengthMetres));
        await Expect(planner.Page.Locator($"#gap-{Longest.Number}")).ToContainClassAsync("selected");
        await Expect(planner.Page.Locator(".gap-bar.selected")).ToHaveCountAsync(1);
        await planner.ColourBecomesAsync(Bare(Longest), MapColours.Gap);
    }

    [TestMethod]
    public async Task The_table_is_sorted_by_the_head_that_is_clicked()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        ILocator first = planner.Page.Locator("tbody tr[id^=gap-]").First;
        await Expect(first).ToHaveIdAsync($"gap-{Longest.Number}");
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "km", Exact = true }).ClickAsync();
        await Expect(first).ToHaveIdAsync("gap-1");
    }

    [TestMethod]
    public async Task A_radius_for_all_is_counted_as_the_slider_moves()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.Locator("#radius").FillAsync("62");
        await planner.AddressBecomesAsync(() => planner.InAddress("radius").Length > 0);
        double radius = double.Parse(planner.InAddress("radius"), CultureInfo.InvariantCulture);
        CoverageReport report = new CoverageProblem(NorthernBorder) { Model = new RadiusCoverage { RadiusMetres = radius } }.Solve();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(report.CoverageRatio));
        report.CoverageRatio.Should().NotBeApproximately(Plain.CoverageRatio, 0.001);
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Use own radii" }).ClickAsync();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(Plain.CoverageRatio));
    }

    [TestMethod]
    public async Task Another_year_counts_whoever_is_in_service_then()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?year=2032");
        CoverageReport then = new CoverageProblem(NorthernBorder) { Facilities = new FacilityFilter { Year = 2032 } }.Solve();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(then.CoverageRatio));
        then.CoveredMetres.Should().BeGreaterThan(Plain.CoveredMetres);
    }

    [TestMethod]
    public async Task A_click_on_the_strip_flies_the_map_there()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        LocatorBoundingBoxResult box = (await planner.Page.Locator(".strip-plot").BoundingBoxAsync())!;
        await planner.Page.Mouse.ClickAsync(box.X + (box.Width * 0.75f), box.Y + 30);
        GeoPoint there = Plain.Border.PointAt(Plain.BorderMetres * 0.75);
        await planner.AddressBecomesAsync(() => Near(planner.CentreInAddress(), there, 6_000));
    }

    [TestMethod]
    public async Task The_strip_zooms_by_dragging_and_shows_all_again_by_a_double_click()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        ILocator range = planner.Page.Locator("#strip-range");
        string whole = await range.InnerTextAsync();
        LocatorBoundingBoxResult box = (await planner.Page.Locator(".strip-plot").BoundingBoxAsync())!;
        await planner.Page.Mouse.MoveAsync(box.X + (box.Width * 0.25f), box.Y + 30);
        await planner.Page.Mouse.DownAsync();
        await planner.Page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 30);
        await planner.Page.Mouse.UpAsync();
        await Expect(range).Not.ToHaveTextAsync(whole);
        await planner.Page.Mouse.DblClickAsync(box.X + 300, box.Y + 30);
        await Expect(range).ToHaveTextAsync(whole);
    }

    [TestMethod]
    public async Task A_pointer_on_the_map_is_told_where_it_is_and_shown_on_the_strip()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        (float x, float y) = await planner.ScreenAsync(Middle(Longest));
        await planner.Page.Mouse.MoveAsync(x - 3, y);
        await planner.Page.Mouse.MoveAsync(x, y);
        await Expect(planner.Page.Locator("[data-map=readout]")).ToContainTextAsync("VN-2000");
        await Expect(planner.Page.Locator("[data-map=tip]")).ToContainTextAsync("Gap of " + Quantities.English.Length(Longest.LengthMetres));
        await Expect(planner.Page.Locator("[data-strip=crosshair]")).ToBeVisibleAsync();
    }

    [TestMethod]
    public async Task A_click_on_a_post_lists_it_with_its_properties()
    {
        Facility post = LonelyPost();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(View(post));
        (float x, float y) = await planner.ScreenAsync(Place(post));
        await planner.Page.Mouse.ClickAsync(x, y);
        await Expect(planner.Page.Locator("[data-map=popup]")).ToContainTextAsync(post.Name);
        await Expect(planner.Page.Locator("[data-map=popup] dl").First).ToContainTextAsync(post.Id.Text);
        await planner.AddressSaysAsync("select", $"militia-posts:{post.Id.Text}");
    }

    [TestMethod]
    public async Task A_post_that_is_dragged_is_counted_where_it_is_and_can_be_put_back()
    {
        Facility post = Plain.Facilities.MaxBy(cover => cover.AloneMetres)!.Facility;
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(View(post));
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move posts" }).ClickAsync();
        await Expect(planner.Page.Locator(".what-if")).ToBeVisibleAsync();
        (float x, float y) = await planner.ScreenAsync(Place(post));
        await planner.Page.Mouse.MoveAsync(x, y);
        await planner.Page.Mouse.DownAsync();
        await planner.Page.Mouse.MoveAsync(x - 120, y + 140, new MouseMoveOptions { Steps = 8 });
        await planner.Page.Mouse.UpAsync();
        await Expect(planner.Page.Locator("#covered-share")).Not.ToHaveTextAsync(Quantities.English.Share(Plain.CoverageRatio));
        await Expect(planner.Page.Locator(".version")).ToContainTextAsync("not stored");
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Back to the plan" }).ClickAsync();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(Plain.CoverageRatio));
    }

    [TestMethod]
    public async Task A_link_shows_somebody_else_the_same()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?at=106.5,22.5&zoom=11&radius=3000&gap=50&select=gap:2&hide=circles&lang=vi");
        CoverageReport report = new CoverageProblem(NorthernBorder) { Model = new RadiusCoverage { RadiusMetres = 3000 }, MinimumGapMetres = 50 }.Solve();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.Vietnamese.Share(report.CoverageRatio));
        await Expect(planner.Page.Locator("#gap-2")).ToContainClassAsync("selected");
        await Expect(planner.Page.Locator("[data-layer=circles]")).Not.ToBeCheckedAsync();
        await Expect(planner.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        planner.CentreInAddress().LongitudeDegrees.Should().BeApproximately(106.5, 1e-4);
        planner.CentreInAddress().LatitudeDegrees.Should().BeApproximately(22.5, 1e-4);
        planner.Page.Url.Should().Contain("radius=3000").And.Contain("gap=50").And.Contain("select=gap:2").And.Contain("zoom=11");
    }

    [TestMethod]
    public async Task The_language_changes_words_and_numbers()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tiếng Việt" }).ClickAsync();
        await Expect(planner.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        await Expect(planner.Page.Locator("#gap-count")).ToHaveTextAsync($"{Plain.GapCount} khoảng trống");
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.Vietnamese.Share(Plain.CoverageRatio));
        await planner.AddressSaysAsync("lang", "vi");
    }

    [TestMethod]
    public async Task A_browser_that_prefers_Vietnamese_gets_it()
    {
        Planner planner = await SitDownAsync(locale: "vi-VN");
        await planner.OpenAsync();
        await Expect(planner.Page.Locator(".question h2").First).ToHaveTextAsync("Cách bao phủ");
    }

    [TestMethod]
    public async Task A_layer_that_is_switched_off_is_gone_from_the_map()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        GeoPoint place = Bare(Longest);
        await planner.ColourBecomesAsync(place, MapColours.Gap);
        await planner.Page.Locator("[data-layer=gaps]").UncheckAsync();
        (double x, double y) = WebMercator.Of(place);
        await planner.Page.WaitForFunctionAsync("position => globalThis.defenseZoneMap.colourAt(position)[0] !== 200", new[] { x, y });
        await planner.AddressBecomesAsync(() => planner.InAddress("hide").Split(',').Contains("gaps"));
    }

    [TestMethod]
    public async Task Everything_is_reached_by_the_keyboard()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        int[] order = [.. Plain.Gaps.OrderByDescending(gap => gap.LengthMetres).Select(gap => gap.Number)];

        // From the head of the last column one step leads to the table's first row.
        await planner.Page.Locator(".table thead button").Last.FocusAsync();
        await planner.Page.Keyboard.PressAsync("Tab");
        await Expect(planner.Page.Locator($"#gap-{order[0]}")).ToBeFocusedAsync();
        await planner.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(planner.Page.Locator($"#gap-{order[1]}")).ToBeFocusedAsync();
        await planner.AddressSaysAsync("select", $"gap:{order[1]}");
        await planner.Page.Locator("#radius").FocusAsync();
        await planner.Page.Keyboard.PressAsync("End");
        await Expect(planner.Page.Locator("#radius-text")).ToContainTextAsync("50.0");
        await planner.Page.Locator(".strip-plot").FocusAsync();
        await planner.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(planner.Page.Locator("[data-strip=tip]")).ToContainTextAsync("km ");
        await planner.Page.Keyboard.PressAsync("Enter");
        await planner.AddressBecomesAsync(() => Near(planner.CentreInAddress(), Plain.Border.PointAt(Plain.BorderMetres * 0.505), 8_000));
    }

    [TestMethod]
    public async Task On_a_phone_the_panels_are_sheets_over_the_map()
    {
        Planner planner = await SitDownAsync(390, 844);
        await planner.OpenAsync();
        await Expect(planner.Page.Locator(".answer")).ToBeHiddenAsync();
        await planner.Page.Locator(".sheets button").Last.TapAsync();
        await Expect(planner.Page.Locator(".answer")).ToBeVisibleAsync();
        await planner.Page.Locator($"#gap-{Longest.Number}").TapAsync();
        await planner.AddressSaysAsync("select", $"gap:{Longest.Number}");
        (await planner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
    }

    [TestMethod]
    [DataRow(1280, 800, "?lang=en")]
    [DataRow(1280, 800, "?lang=vi&select=gap:2&depth=2")]
    [DataRow(390, 844, "?lang=en")]
    public async Task The_page_is_accessible(int width, int height, string query)
    {
        Planner planner = await SitDownAsync(width, height);
        await planner.OpenAsync(query);
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
        if (width < 500)
        {
            await planner.Page.Locator(".sheets button").First.TapAsync();
            await Expect(planner.Page.Locator(".question")).ToBeInViewportAsync();
        }
        else
        {
            foreach (ILocator filter in await planner.Page.Locator(".filter summary").AllAsync())
                await filter.ClickAsync();
            await planner.Page.Locator("#tab-Facilities").ClickAsync();
            await planner.Page.Locator(".row-button").First.ClickAsync();
            await Expect(planner.Page.Locator("[data-map=popup]")).ToBeVisibleAsync();
        }

        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_print_has_scale_date_version_and_the_note_on_invented_facilities_and_leaves_the_screen_as_it_was()
    {
        Planner planner = await SitDownAsync();
        await planner.Page.AddInitScriptAsync("window.print = () => { globalThis.printed = { paper: document.documentElement.dataset.printing, note: document.querySelector('.print-note').innerText, buttons: [...document.querySelectorAll('.header')].some(e => e.checkVisibility()) }; };");
        await planner.OpenAsync();
        await planner.Page.GetByText("Print", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Print on A3" }).ClickAsync();
        await planner.Page.WaitForFunctionAsync("() => globalThis.printed && !document.documentElement.dataset.printing");
        (await planner.Page.EvaluateAsync<string>("() => globalThis.printed.paper")).Should().Be("A3");
        (await planner.Page.EvaluateAsync<string>("() => globalThis.printed.note")).Should().MatchRegex("Scale 1 : [1-9][0-9,]+ · Printed [0-9-]{10} · Northern border · version [0-9a-f]{8}").And.Contain("invented");
        (await planner.Page.EvaluateAsync<bool>("() => globalThis.printed.buttons")).Should().BeFalse();
        await Expect(planner.Page.Locator(".header")).ToBeVisibleAsync();
    }

    [TestMethod]
    public async Task A_gap_that_is_tapped_in_a_phones_sheet_lies_above_the_sheet()
    {
        Planner planner = await SitDownAsync(390, 844);
        await planner.OpenAsync();
        await planner.Page.Locator(".sheets button").Last.TapAsync();
        await planner.Page.Locator($"#gap-{Longest.Number}").TapAsync();
        await planner.AddressSaysAsync("select", $"gap:{Longest.Number}");
        float top = await planner.Page.EvaluateAsync<float>("() => document.querySelector('.answer').getBoundingClientRect().top");
        await planner.Page.WaitForFunctionAsync(
            "([place, top]) => { const [x, y] = globalThis.defenseZoneMap.screenAt(place); return y < top && y > 84 && x > 0 && x < innerWidth; }",
            new object[] { WebMercatorOf(Middle(Longest)), top });
    }

    [TestMethod]
    public async Task Escape_closes_what_has_opened_and_arrows_go_through_the_tables()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.Locator("#tab-Gaps").FocusAsync();
        await planner.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(planner.Page.Locator("#tab-Facilities")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(planner.Page.Locator("#tab-Facilities")).ToBeFocusedAsync();
        await planner.Page.Locator("#tables tbody tr").First.ClickAsync();
        await Expect(planner.Page.Locator(".popup")).ToBeVisibleAsync();
        await planner.Page.Keyboard.PressAsync("Escape");
        await Expect(planner.Page.Locator(".popup")).ToBeHiddenAsync();
        await planner.Page.GetByText("Print", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await planner.Page.Keyboard.PressAsync("Escape");
        await Expect(planner.Page.Locator("details.menu[open]")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task The_browsers_own_command_prints_the_same_sheet()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?lang=vi");
        string[] printed = await planner.Page.EvaluateAsync<string[]>(
            "() => { window.dispatchEvent(new Event('beforeprint')); const strip = document.querySelector('.strip svg').getBoundingClientRect(); return [document.documentElement.dataset.printing, document.querySelector('.print-title').textContent, document.querySelector('.print-note').textContent, String(strip.right <= document.querySelector('.workspace').getBoundingClientRect().right + 1)]; }");
        printed[0].Should().Be("A4");
        printed[1].Should().Be("Biên giới phía Bắc");
        printed[2].Should().MatchRegex("Tỉ lệ 1 : [1-9][0-9.]+").And.Contain("Biên giới phía Bắc");
        printed[3].Should().Be("true");
        (await planner.Page.EvaluateAsync<bool>("() => { window.dispatchEvent(new Event('afterprint')); return document.documentElement.dataset.printing === undefined; }")).Should().BeTrue();
    }

    [TestMethod]
    public async Task Zones_are_told_apart_in_their_table_and_figures_stay_on_one_line_in_Vietnamese()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?lang=vi");
        await Expect(planner.Page.Locator("#gap-count")).ToHaveTextAsync($"{Plain.GapCount} khoảng trống");
        (await planner.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.figure strong')].every(e => e.getBoundingClientRect().height < 32 && e.scrollWidth <= e.parentElement.clientWidth)")).Should().BeTrue();
        await planner.Page.Locator("#tab-Zones").ClickAsync();
        string[] names = [.. await planner.Page.Locator("#tables tbody .row-button").AllInnerTextsAsync()];
        names.Should().HaveCountGreaterThan(5).And.OnlyHaveUniqueItems().And.NotContain(name => name.Contains("Khu vực", StringComparison.Ordinal));
        (await planner.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('#tables .row-button')].every(e => e.scrollWidth <= e.clientWidth + 1)")).Should().BeTrue("nothing is cut off");
    }

    [TestMethod]
    public async Task The_whole_border_lies_beside_the_tools_not_beneath_them()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        float[] tools = await planner.Page.EvaluateAsync<float[]>("() => { const box = document.querySelector('.ol-zoom').getBoundingClientRect(); return [box.right, box.bottom]; }");
        foreach (double metres in Enumerable.Range(0, 200).Select(i => i * Plain.BorderMetres / 199))
        {
            (float x, float y) = await planner.ScreenAsync(Plain.Border.PointAt(metres));
            (x > tools[0] || y > tools[1]).Should().BeTrue($"km {metres / 1000:0.0} can be seen");
        }
    }

    [TestMethod]
    public async Task A_broken_plan_is_shown_with_all_its_problems_and_what_to_do()
    {
        Planner planner = await SitDownAsync();
        await planner.Page.GotoAsync(Address + "/map/broken");
        int existing = NorthernBorder.Facilities.Count(post => post is { Kind: FacilityKind.MilitiaPost, Status: LifecycleStatus.Existing });
        await Expect(planner.Page.Locator(".problems tbody tr")).ToHaveCountAsync(existing);
        await Expect(planner.Page.Locator(".problems tbody tr").First).ToContainTextAsync("existing");
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
    }

    private static double[] WebMercatorOf(GeoPoint place)
    {
        (double x, double y) = WebMercator.Of(place);
        return [x, y];
    }

    private static GeoPoint Middle(BorderGap gap) => Plain.Border.PointAt((gap.FromMetres + gap.ToMetres) / 2);

    // A place of the gap that no symbol stands on.
    private static GeoPoint Bare(BorderGap gap) => Enumerable.Range(1, 19)
        .Select(i => Plain.Border.PointAt(gap.FromMetres + (gap.LengthMetres * i / 20)))
        .MaxBy(place => NorthernBorder.Facilities.Min(facility => Geodesic.Inverse(place, Place(facility)).DistanceMetres));

    private static bool Near(GeoPoint place, GeoPoint other, double metres) => Geodesic.Inverse(place, other).DistanceMetres <= metres;

    // Far enough from its neighbours to be hit alone.
    private static Facility LonelyPost() => NorthernBorder.Facilities
        .Where(facility => facility.Kind == FacilityKind.MilitiaPost)
        .MaxBy(post => NorthernBorder.Facilities.Where(other => other != post).Min(other => Geodesic.Inverse(Place(post), Place(other)).DistanceMetres))!;
}
