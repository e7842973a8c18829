using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Rendering;
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

    private static async Task ShowsAsync(Planner planner, CoverageReport report)
    {
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(report.CoverageRatio), new LocatorAssertionsToHaveTextOptions { Timeout = FirstLookMilliseconds });
        await Expect(planner.Page.Locator("#gap-count")).ToContainTextAsync(Quantities.English.Count(report.GapCount));
    }
}
