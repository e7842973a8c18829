using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>Covered by what is seen instead of by what is near.</summary>
[TestClass]
public sealed class SightTests : BrowserTests
{
    // The host makes the relief up when it is first looked at, and on a busy machine takes its while.
    private const float FirstLookMilliseconds = 120_000;

    [TestMethod]
    public async Task What_is_seen_instead_of_near_changes_figures_gaps_and_strip_and_back()
    {
        CoverageReport seen = new CoverageProblem(NorthernBorder) { Model = SightCoverage.OwnRange }.Solve();
        seen.GapCount.Should().NotBe(Plain.GapCount, "or the test shows nothing");
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.Locator("[data-model=sight]").ClickAsync();
        await ShowsAsync(planner, seen);
        await planner.AddressSaysAsync("by", "sight");
        await Expect(planner.Page.Locator(".how")).ToContainTextAsync("lines of sight over the terrain");
        await planner.Page.Locator("[data-model=radius]").ClickAsync();
        await ShowsAsync(planner, Plain);
        await planner.AddressSaysAsync("by", string.Empty);
    }

    [TestMethod]
    public async Task Map_strip_table_and_legend_follow_from_radius_to_sight_to_response()
    {
        CoverageReport seen = new CoverageProblem(NorthernBorder) { Model = SightCoverage.OwnRange }.Solve();
        CoverageReport reached = new CoverageProblem(NorthernBorder) { Model = new ResponseCoverage(60) }.Solve();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        CoverageReport before = Plain;
        foreach ((string model, CoverageReport report, string circles) in ((string, CoverageReport, string)[])[("sight", seen, "46"), ("response", reached, string.Empty), ("radius", Plain, "46")])
        {
            await planner.Page.Locator($"[data-model={model}]").ClickAsync();
            await ShowsAsync(planner, report);
            await Expect(planner.Page.Locator(".strip .gap-bar")).ToHaveCountAsync(report.GapCount);
            await Expect(planner.Page.Locator("#tables tbody tr[id^=gap-]")).ToHaveCountAsync(report.GapCount);
            BorderGap longest = report.Gaps.MaxBy(gap => gap.LengthMetres)!;
            await Expect(planner.Page.Locator("#tables tbody tr").First).ToHaveIdAsync($"gap-{longest.Number}");
            await Expect(planner.Page.Locator("label:has([data-layer=gaps]) .amount")).ToHaveTextAsync(Quantities.English.Count(report.GapCount));
            await Expect(planner.Page.Locator("label:has([data-layer=circles])")).ToHaveCountAsync(circles.Length > 0 ? 1 : 0);

            // Of the places that have another colour now, symbols and plates lie over some: of the others there are many.
            double[][] changed = Changed(before, report);
            changed.Should().HaveCountGreaterThan(20, "or the test shows nothing");
            int[] red = [0xC8, 0x10, 0x2E], amber = [0xF2, 0xA5, 0x41];
            await planner.Page.WaitForFunctionAsync(
                "([places, colour]) => places.filter(place => (globalThis.defenseZoneMap.colourAt(place) ?? []).slice(0, 3).every((value, i) => Math.abs(value - colour[i]) <= 2)).length > 5",
                new object[] { changed, report == Plain ? amber : red });
            before = report;
        }
    }

    [TestMethod]
    public async Task A_newer_question_does_not_wait_for_a_long_one()
    {
        CoverageReport reached = new CoverageProblem(NorthernBorder) { Model = new ResponseCoverage(60) }.Solve();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.Locator("[data-model=sight]").ClickAsync();
        await planner.Page.Locator("[data-model=response]").ClickAsync();
        await ShowsAsync(planner, reached);
        await planner.AddressSaysAsync("by", "response");
        await Expect(planner.Page.Locator("[data-model=response]")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [TestMethod]
    public async Task A_link_to_what_is_seen_shows_the_same_heights_and_gap_again()
    {
        CoverageReport seen = new CoverageProblem(NorthernBorder)
        {
            Model = new SightCoverage { RangeMetres = 6_000, ObserverHeightMetres = 30, TargetHeightMetres = 2 },
        }.Solve();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?by=sight&radius=6000&eye=30&target=2&select=gap:3");
        await ShowsAsync(planner, seen);
        await Expect(planner.Page.Locator("#eye-height")).ToHaveValueAsync("30");
        await Expect(planner.Page.Locator("#target-height")).ToHaveValueAsync("2");
        await planner.AddressSaysAsync("select", "gap:3");
        await planner.Page.Locator("#eye-height").FillAsync("5");
        await planner.Page.Locator("#eye-height").BlurAsync();
        await ShowsAsync(planner, new CoverageProblem(NorthernBorder) { Model = new SightCoverage { RangeMetres = 6_000, ObserverHeightMetres = 5, TargetHeightMetres = 2 } }.Solve());
        await planner.AddressSaysAsync("eye", "5");
    }

    [TestMethod]
    public async Task Without_terrain_sight_is_not_offered_whatever_the_link_says()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?by=sight", plan: Flat);
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(Plain.CoverageRatio));
        await Expect(planner.Page.Locator("[data-model=sight]")).ToHaveCountAsync(0);
        await Expect(planner.Page.Locator("[data-tab=coverage]")).ToBeVisibleAsync();
    }

    [TestMethod]
    [DataRow("en-GB")]
    [DataRow("vi-VN")]
    public async Task The_inputs_of_sight_are_accessible(string locale)
    {
        Planner planner = await SitDownAsync(locale: locale);
        await planner.OpenAsync("?by=sight");
        await Expect(planner.Page.Locator("#eye-height")).ToBeVisibleAsync();
        await Expect(planner.Page.Locator(".answer")).Not.ToContainClassAsync("stale", new LocatorAssertionsToContainClassOptions { Timeout = FirstLookMilliseconds });
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
    }

    // Where a gap was none before, or the other way about, covered once then.
    private static double[][] Changed(CoverageReport before, CoverageReport now) =>
    [
        .. Enumerable.Range(1, 1_999)
            .Select(i => i * now.BorderMetres / 2_000)
            .Where(metres => (Depth(before, metres) == 0) != (Depth(now, metres) == 0) && (now == Plain ? Depth(now, metres) == 1 : Depth(now, metres) == 0))
            .Select(metres =>
            {
                (double x, double y) = WebMercator.Of(now.Border.PointAt(metres));
                return new[] { x, y };
            }),
    ];

    private static int Depth(CoverageReport report, double metres) =>
        report.Stretches.Where(stretch => stretch.FromMetres <= metres && metres <= stretch.ToMetres).Select(stretch => stretch.Depth).FirstOrDefault();

    private static async Task ShowsAsync(Planner planner, CoverageReport report)
    {
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(report.CoverageRatio), new LocatorAssertionsToHaveTextOptions { Timeout = FirstLookMilliseconds });
        await Expect(planner.Page.Locator("#gap-count")).ToContainTextAsync(Quantities.English.Count(report.GapCount));
    }
}
