using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>Where the next posts go, asked on the map.</summary>
[TestClass]
public sealed class SitingTests : BrowserTests
{
    private static readonly SitingPlan Five = Solve(new SitingProblem(NorthernBorder) { MaximumSites = 5 });

    [TestMethod]
    public async Task The_best_sites_are_those_of_the_library_in_table_map_and_strip()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.Locator("[data-tab=siting]").ClickAsync();
        await planner.AddressSaysAsync("tab", "siting");
        await FindAsync(planner);
        await Expect(planner.Page.Locator("#siting-new")).ToHaveTextAsync("+" + Quantities.English.Length(Five.NewlyCoveredMetres));
        await Expect(planner.Page.Locator("#siting-count")).ToHaveTextAsync("5");
        await Expect(planner.Page.Locator("#siting-proof")).ToHaveTextAsync("Proven best");
        for (int i = 0; i < Five.Chosen.Length; i++)
        {
            await Expect(planner.Page.Locator($"#chosen-{i + 1}")).ToContainTextAsync(Five.Chosen[i].Site.Id.Text);
            await Expect(planner.Page.Locator($"#chosen-{i + 1}")).ToContainTextAsync(Quantities.English.Kilometres(Five.Chosen[i].AddedMetres));
        }

        await Expect(planner.Page.Locator(".strip .new-bar")).ToHaveCountAsync(Five.NewlyCovered.Length);
        await Expect(planner.Page.Locator(".strip .chosen-mark")).ToHaveCountAsync(5);
        BorderStretch longest = Five.NewlyCovered.MaxBy(stretch => stretch.LengthMetres);
        await planner.Page.Locator("[data-layer=names]").UncheckAsync();
        await planner.ColourBecomesAsync(Bare(longest), MapColours.CoveredOnce);
        await planner.Page.Locator("[data-layer=siting-new]").UncheckAsync();
        await planner.ColourBecomesAsync(Bare(longest), MapColours.Gap);
    }

    [TestMethod]
    public async Task A_plan_of_sites_taken_into_the_what_if_is_counted_by_coverage_until_it_is_taken_back()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting");
        await FindAsync(planner);
        await planner.Page.Locator("#siting-accept").ClickAsync();
        await Expect(planner.Page.Locator(".what-if")).ToContainTextAsync("5 added");
        await planner.Page.Locator("#siting-see").ClickAsync();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(Five.CoveredMetres / Plain.BorderMetres));
        await Expect(planner.Page.Locator(".version")).ToContainTextAsync("not stored");
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Back to the plan" }).ClickAsync();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(Plain.CoverageRatio));
        await planner.Page.Locator("[data-tab=siting]").ClickAsync();
        await Expect(planner.Page.Locator("#siting-accept")).ToBeEnabledAsync();
    }

    [TestMethod]
    public async Task A_candidate_is_required_or_forbidden_by_a_click_on_the_map()
    {
        // One that is not chosen otherwise, and stands alone enough to be hit.
        CandidateSite wanted = NorthernBorder.CandidateSites
            .Where(site => Five.Chosen.All(chosen => chosen.Site.Id != site.Id))
            .MaxBy(site => NorthernBorder.Facilities.Concat<PlanFeature>(NorthernBorder.CandidateSites)
                .Where(other => other != site)
                .Min(other => Geodesic.Inverse(Place(site), Place(other)).DistanceMetres))!;
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(View(wanted) + "&tab=siting");
        await Expect(planner.Page.Locator("#siting-candidates")).ToContainTextAsync("60");
        (float x, float y) = await planner.ScreenAsync(Place(wanted));
        await planner.Page.Mouse.ClickAsync(x, y);
        await Expect(planner.Page.Locator("[data-map=popup]")).ToContainTextAsync(wanted.Name);
        await planner.Page.Locator("[data-rule=Required]").ClickAsync();
        await planner.AddressSaysAsync("siting.require", wanted.Id.Text);
        await FindAsync(planner);
        await Expect(planner.Page.Locator("#chosen-1")).ToContainTextAsync($"{wanted.Id.Text} required");
        await planner.Page.Locator("[data-rule=Forbidden]").ClickAsync();
        await planner.AddressSaysAsync("siting.forbid", wanted.Id.Text);
        await Expect(planner.Page.Locator(".answer")).ToContainClassAsync("stale");
        await FindAsync(planner);
        await Expect(planner.Page.Locator("#siting-new")).ToHaveTextAsync("+" + Quantities.English.Length(Five.NewlyCoveredMetres));
    }

    [TestMethod]
    public async Task A_point_of_the_curve_asks_for_that_many_sites()
    {
        SitingPlan three = Solve(new SitingProblem(NorthernBorder) { MaximumSites = 3 });
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting");
        await FindAsync(planner);
        await planner.Page.Locator("#siting-tab-Curve").ClickAsync();
        await planner.Page.Locator("[data-sites='3']").ClickAsync();
        await planner.AddressSaysAsync("siting.sites", "3");
        await Expect(planner.Page.Locator("#siting-count")).ToHaveTextAsync("3");
        await Expect(planner.Page.Locator("#siting-new")).ToHaveTextAsync("+" + Quantities.English.Length(three.NewlyCoveredMetres));
        await Expect(planner.Page.Locator("#curve-chosen")).ToContainTextAsync(Quantities.English.Length(three.CoveredMetres));
    }

    [TestMethod]
    public async Task All_that_can_be_covered_is_covered_by_the_fewest_sites_and_the_rest_is_explained()
    {
        SitingPlan all = Solve(new SitingProblem(NorthernBorder) { Objective = new SetCover() });
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting");
        await planner.Page.Locator("[data-limit=CoverAll]").ClickAsync();
        await planner.AddressSaysAsync("siting.limit", "cover-all");
        await FindAsync(planner);
        await Expect(planner.Page.Locator("#siting-count")).ToHaveTextAsync(Quantities.English.Count(all.Chosen.Length));
        await planner.Page.Locator("#siting-tab-Unreachable").ClickAsync();
        if (all.Unreachable.IsEmpty)
            await Expect(planner.Page.Locator("#siting-tables")).ToContainTextAsync("within reach");
        else
            await Expect(planner.Page.Locator("#siting-unreachable tbody tr")).ToHaveCountAsync(all.Unreachable.Length);
    }

    [TestMethod]
    public async Task A_question_that_cannot_be_met_is_explained()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting&siting.limit=budget&siting.budget=1&siting.require=S05");
        await planner.Page.Locator("[data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("[role=alert]")).ToContainTextAsync("budget", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
    }

    [TestMethod]
    public async Task What_cannot_be_met_is_explained_in_the_readers_language_also_when_it_changes()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting&siting.limit=budget&siting.budget=1&siting.require=S05&lang=vi");
        await planner.Page.Locator("[data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("[role=alert]")).ToContainTextAsync("hơn ngân sách 1.");
        await planner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "English" }).ClickAsync();
        await Expect(planner.Page.Locator("[role=alert]")).ToContainTextAsync("more than the budget of 1.");
        await planner.Page.GotoAsync(planner.Host + "/map/northern-border?tab=siting&siting.sites=1&siting.zones=DA07:1:&lang=vi");
        await planner.Page.Locator("[data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#siting-conflicts")).ToContainTextAsync("“DA07”");
        await Expect(planner.Page.Locator("#siting-conflicts")).ToContainTextAsync("chỉ với tới");
    }

    [TestMethod]
    public async Task A_zone_demands_its_share_and_bears_only_so_many_sites()
    {
        SitingPlan demanded = Solve(new SitingProblem(NorthernBorder) { MaximumSites = 2, ZoneLimits = [new ZoneLimit(FeatureId.Of("DA04")) { MinimumCoverage = 1 }, new ZoneLimit(FeatureId.Of("DA05")) { MaximumSites = 0 }] });
        demanded.Chosen.Select(chosen => chosen.Site.Id).Should().NotBeEquivalentTo(Solve(new SitingProblem(NorthernBorder) { MaximumSites = 2 }).Chosen.Select(chosen => chosen.Site.Id), "or the test shows nothing");
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting&siting.sites=2");
        await planner.Page.Locator("#siting-zones summary").ClickAsync();
        await FillAsync(planner, "[data-zone=DA04] [data-demand=share]", "100");
        await FillAsync(planner, "[data-zone=DA05] [data-demand=sites]", "0");
        await planner.AddressSaysAsync("siting.zones", "DA04:1:,DA05::0");
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
        await FindAsync(planner);
        for (int i = 0; i < demanded.Chosen.Length; i++)
            await Expect(planner.Page.Locator($"#chosen-{i + 1}")).ToContainTextAsync(demanded.Chosen[i].Site.Id.Text);
        await Expect(planner.Page.Locator("#siting-new")).ToHaveTextAsync("+" + Quantities.English.Length(demanded.NewlyCoveredMetres));
    }

    [TestMethod]
    public async Task Who_stands_may_be_moved_and_the_what_if_moves_it()
    {
        SitingPlan moved = Solve(new SitingProblem(NorthernBorder)
        {
            MaximumSites = 1,
            Changes = [.. FacilityFilter.Default.Select(NorthernBorder).Where(post => post.Kind == FacilityKind.MilitiaPost).Select(post => new FacilityChange(post.Kind, post.Id) { MovingCost = 0, MovingWithinMetres = 8_000 })],
        });
        moved.Moved.Should().NotBeEmpty("or the test shows nothing");
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting&siting.sites=1");
        await planner.Page.Locator("#siting-standing summary").ClickAsync();
        await planner.Page.Locator("#siting-all-move").ClickAsync();
        await FillAsync(planner, "#siting-move-within", "8000");
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
        await FindAsync(planner);
        await Expect(planner.Page.Locator("#siting-new")).ToHaveTextAsync("+" + Quantities.English.Length(moved.NewlyCoveredMetres));
        await Expect(planner.Page.Locator("#siting-changes li")).ToHaveCountAsync(moved.Moved.Length);
        await Expect(planner.Page.Locator("#siting-changes")).ToContainTextAsync($"{moved.Moved[0].Facility.Id.Text} moves to {moved.Moved[0].To.Id.Text}");
        await planner.Page.Locator("#siting-accept").ClickAsync();
        await Expect(planner.Page.Locator(".what-if")).ToContainTextAsync($"{moved.Moved.Length} moved, 1 added");
        await planner.Page.Locator("#siting-see").ClickAsync();
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(moved.CoveredMetres / Plain.BorderMetres));
    }

    [TestMethod]
    public async Task A_click_on_who_stands_asks_what_may_become_of_it()
    {
        Facility post = FacilityFilter.Default.Select(NorthernBorder)
            .Where(facility => facility.Kind == FacilityKind.MilitiaPost)
            .MaxBy(facility => NorthernBorder.Facilities.Concat<PlanFeature>(NorthernBorder.CandidateSites).Where(other => other != facility).Min(other => Geodesic.Inverse(Place(facility), Place(other)).DistanceMetres))!;
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(View(post) + "&tab=siting");
        await Expect(planner.Page.Locator("#siting-candidates")).ToContainTextAsync("60");
        (float x, float y) = await planner.ScreenAsync(Place(post));
        await planner.Page.Mouse.ClickAsync(x, y);
        await planner.Page.Locator("[data-facility-rule=MayClose]").ClickAsync();
        await planner.AddressSaysAsync("siting.close", $"militia-posts/{post.Id.Text}");
        await planner.Page.Locator("[data-facility-rule=Stays]").ClickAsync();
        await planner.AddressSaysAsync("siting.close", string.Empty);
    }

    [TestMethod]
    public async Task Highs_of_the_terrain_are_candidates_where_there_is_terrain()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting&siting.from=highs&siting.spacing=8000&siting.within=1500&siting.sites=3");
        await Expect(planner.Page.Locator("#siting-within")).ToHaveValueAsync("1500");

        // The relief is made up when it is first looked at.
        await Expect(planner.Page.Locator("#siting-candidates")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });
        await FindAsync(planner);
        await Expect(planner.Page.Locator("#chosen-1")).ToContainTextAsync("high-");
        await planner.OpenAsync("?tab=siting", plan: Flat);
        await Expect(planner.Page.Locator("#siting-source option")).ToHaveCountAsync(3);
    }

    [TestMethod]
    public async Task A_link_asks_somebody_else_the_same()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=siting&siting.from=border&siting.spacing=2500&siting.radius=4000&siting.sites=7&siting.aim=longest-gap&siting.empty=1&lang=vi");
        await Expect(planner.Page.Locator("#siting-spacing")).ToHaveValueAsync("2500");
        await Expect(planner.Page.Locator("#siting-radius")).ToHaveValueAsync("4000");
        await Expect(planner.Page.Locator("#siting-sites")).ToHaveValueAsync("7");
        await Expect(planner.Page.Locator("#siting-aim")).ToHaveValueAsync("LongestGap");
        await Expect(planner.Page.Locator("#siting-empty")).ToBeCheckedAsync();
        await Expect(planner.Page.Locator("[data-tab=siting]")).ToHaveTextAsync("Bố trí");
        planner.InAddress("siting.aim").Should().Be("longest-gap");
    }

    [TestMethod]
    [DataRow(1280, 800, "en")]
    [DataRow(1280, 800, "vi")]
    [DataRow(390, 844, "vi")]
    public async Task The_tab_is_accessible_before_and_after_it_has_answered(int width, int height, string language)
    {
        Planner planner = await SitDownAsync(width, height);
        await planner.OpenAsync($"?tab=siting&lang={language}");
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
        if (width < 500)
            await planner.Page.Locator(".sheets button").First.TapAsync();
        await FindAsync(planner);
        if (width < 500)
            await planner.Page.Locator(".sheets button").Last.TapAsync();
        foreach (string table in (string[])["Sites", "Curve", "Candidates", "Unreachable"])
        {
            await planner.Page.Locator($"#siting-tab-{table}").ClickAsync();
            (await planner.AccessibilityFaultsAsync()).Should().BeEmpty(table);
        }

        (await planner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
    }

    private static SitingPlan Solve(SitingProblem problem) => problem.Solve();

    private static async Task FillAsync(Planner planner, string field, string value)
    {
        await planner.Page.Locator(field).FillAsync(value);
        await planner.Page.Locator(field).BlurAsync();
    }

    private static async Task FindAsync(Planner planner)
    {
        await planner.Page.Locator(".question [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator(".answer")).Not.ToContainClassAsync("stale");
        await Expect(planner.Page.Locator("#siting-count")).ToHaveCountAsync(1);
        await Expect(planner.Page.Locator(".question [data-run=start]")).ToHaveCountAsync(1);
    }

    // A place of a stretch that no symbol stands on.
    private static GeoPoint Bare(BorderStretch stretch) => Enumerable.Range(1, 19)
        .Select(i => Plain.Border.PointAt(stretch.FromMetres + (stretch.LengthMetres * i / 20)))
        .MaxBy(place => NorthernBorder.Facilities.Concat<PlanFeature>(NorthernBorder.CandidateSites).Min(feature => Geodesic.Inverse(place, Place(feature)).DistanceMetres));
}
