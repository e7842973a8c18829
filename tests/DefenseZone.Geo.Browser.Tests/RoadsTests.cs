using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>Response, criticality, closures, routes and new roads, asked on the map.</summary>
[TestClass]
public sealed class RoadsTests : BrowserTests
{
    private const double Minutes = 60;

    private static readonly ResponseReport Response = new ResponseProblem(NorthernBorder).Solve();

    private static readonly RoadDiagnosis Diagnosis = RoadDiagnosis.Of(Response);

    [TestMethod]
    public async Task What_is_reached_in_time_instead_of_near_changes_figures_and_gaps_and_back()
    {
        CoverageReport hour = Reached(Minutes), two = Reached(120);
        hour.GapCount.Should().NotBe(Plain.GapCount, "or the test shows nothing");
        Planner planner = await SitDownAsync();
        await planner.OpenAsync();
        await planner.Page.Locator("[data-model=response]").ClickAsync();
        await ShowsAsync(planner, hour);
        await planner.AddressSaysAsync("by", "response");
        await Expect(planner.Page.Locator(".how")).ToContainTextAsync("Within 60 min by road");
        await planner.Page.Locator("#response-minutes").FillAsync("120");
        await planner.Page.Locator("#response-minutes").BlurAsync();
        await ShowsAsync(planner, two);
        await planner.AddressSaysAsync("minutes", "120");
        await planner.Page.Locator("[data-model=radius]").ClickAsync();
        await ShowsAsync(planner, Plain);
    }

    [TestMethod]
    public async Task Roads_have_the_colour_of_what_hangs_on_them_and_the_border_that_of_the_time()
    {
        (_, GeoPoint onRoad) = Bare(Diagnosis.CriticalEdges.Where(edge => edge.CutOff.Length >= 3));
        ResponseStretch late = Response.Stretches.Where(stretch => stretch.LeastSeconds > 2 * Minutes * 60).MaxBy(stretch => stretch.LengthMetres);
        GeoPoint onBorder = Enumerable.Range(1, 19).Select(i => Response.Border.PointAt(late.FromMetres + (late.LengthMetres * i / 20))).MaxBy(FromFacilities);
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(At(onBorder, 12) + "&tab=roads&hide=names,basemap");
        await Expect(planner.Page.Locator("#within-share")).ToHaveTextAsync(Quantities.English.Share(Response.MetresWithin(Minutes) / Response.Border.LengthMetres));
        await Expect(planner.Page.Locator("#cut-off")).ToHaveTextAsync(Quantities.English.Count(Diagnosis.CutOff.Length));
        await planner.ColourBecomesAsync(onBorder, MapColours.Gap);
        await Expect(planner.Page.Locator(".strip [data-speed=TooLate]")).ToHaveCountAsync(1);
        await Expect(planner.Page.Locator("[data-layer=roads-too-late]")).ToBeCheckedAsync();
        await planner.OpenAsync(At(onRoad, 12) + "&tab=roads&hide=names,basemap");
        await planner.ColourBecomesAsync(onRoad, "#4F1470");
        await planner.Page.Locator("[data-layer=roads-cuts-off-many]").UncheckAsync();
        string colour = "#4F1470";
        for (int look = 0; look < 200 && colour == "#4F1470"; look++)
        {
            await Task.Delay(50);
            colour = await planner.ColourAtAsync(onRoad);
        }

        colour.Should().NotBe("#4F1470");
    }

    [TestMethod]
    public async Task A_closed_road_says_who_is_cut_off_before_and_after_until_it_is_opened_again()
    {
        CriticalEdge gravest = Diagnosis.CriticalEdges[0];
        ResponseReport without = new ResponseProblem(NorthernBorder) { Closure = new RoadClosure { Roads = [gravest.Road] } }.Solve();
        RoadDiagnosis after = RoadDiagnosis.Of(without);
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads");
        await planner.Page.Locator($"tr[data-road='{gravest.Road.Text}'] input").ClickAsync();
        await planner.AddressSaysAsync("closed", gravest.Road.Text);
        ILocator cutOff = planner.Page.Locator("[data-figure=cut-off] td");
        await Expect(cutOff.Nth(0)).ToHaveTextAsync(Quantities.English.Count(Diagnosis.CutOff.Length));
        await Expect(cutOff.Nth(1)).ToHaveTextAsync(Quantities.English.Count(after.CutOff.Length));
        ILocator within = planner.Page.Locator("[data-figure=within] td");
        await Expect(within.Nth(0)).ToHaveTextAsync(Quantities.English.Length(Response.MetresWithin(Minutes)));
        await Expect(within.Nth(1)).ToHaveTextAsync(Quantities.English.Length(without.MetresWithin(Minutes)));
        foreach (int facility in after.CutOff.Except(Diagnosis.CutOff))
            await Expect(planner.Page.Locator("#newly-cut-off")).ToContainTextAsync(after.Facilities[facility].Id.Text);
        await planner.Page.Locator($"[data-closed='{gravest.Road.Text}']").ClickAsync();
        await Expect(planner.Page.Locator("#before-after")).ToHaveCountAsync(0);
        await planner.AddressSaysAsync("closed", string.Empty);
    }

    [TestMethod]
    public async Task A_click_on_a_road_closes_it()
    {
        (CriticalEdge longest, GeoPoint onRoad) = Bare(Diagnosis.CriticalEdges);
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(At(onRoad, 13) + "&tab=roads");
        await Expect(planner.Page.Locator("#within-share")).ToHaveCountAsync(1);
        (float x, float y) = await planner.ScreenAsync(onRoad);
        await planner.Page.Mouse.ClickAsync(x, y);
        await Expect(planner.Page.Locator("#road-hangs")).ToHaveCountAsync(1);
        await planner.Page.Locator("#toggle-road").ClickAsync();
        await planner.AddressSaysAsync("closed", longest.Road.Text);
        await Expect(planner.Page.Locator("#before-after")).ToHaveCountAsync(1);
    }

    [TestMethod]
    public async Task A_route_is_that_of_the_library_with_its_profile_and_a_link_shows_it_again()
    {
        Facility from = Response.Facilities[0], to = NorthernBorder.Facilities.First(facility => facility.Kind == FacilityKind.MilitiaPost);
        RoadRoute route = new NetworkRoutes(RoadNetwork.Of(NorthernBorder)).Between(Place(from), Place(to));
        route.IsFound.Should().BeTrue();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(At(Place(from), 12) + "&tab=roads&roads.show=route");
        await planner.Page.Locator("#pick-ends").ClickAsync();
        (float x, float y) = await planner.ScreenAsync(Place(from));
        await planner.Page.Mouse.ClickAsync(x, y);
        await planner.AddressSaysAsync("roads.from", $"{from.LayerName}/{from.Id.Text}");
        await planner.Page.Locator("#road-to").FillAsync(to.Id.Text);
        await planner.Page.Locator("#road-to").BlurAsync();
        await Expect(planner.Page.Locator("#route-length")).ToHaveTextAsync(Quantities.English.Length(route.LengthMetres));
        await Expect(planner.Page.Locator("#legs tbody tr")).ToHaveCountAsync(route.Legs.Length);
        await Expect(planner.Page.Locator(".profile-chart .ground")).ToHaveCountAsync(1);
        await planner.AddressSaysAsync("roads.to", to.Id.Text);
        await planner.Page.ReloadAsync();
        await Expect(planner.Page.Locator("#route-length")).ToHaveTextAsync(Quantities.English.Length(route.LengthMetres));
    }

    [TestMethod]
    public async Task Courses_for_a_new_road_stand_side_by_side_and_one_can_be_taken_into_the_what_if()
    {
        RoadSitingReport report = new RoadSitingProblem(NorthernBorder, RoadEnd.Parse(NorthernBorder, "P008", out _)!, RoadEnd.Network) { Minutes = Minutes, Alternatives = 2 }.Solve();
        report.Roads.Should().HaveCountGreaterThan(1, "or nothing stands side by side");
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads&roads.from=P008&roads.alternatives=2&roads.show=new-road");
        await planner.Page.Locator("#new-road-run [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#courses [data-course]")).ToHaveCountAsync(report.Roads.Length);
        for (int i = 0; i < report.Roads.Length; i++)
        {
            SitedRoad road = report.Roads[i];
            await Expect(planner.Page.Locator("#courses [data-row=length] td").Nth(i)).ToHaveTextAsync(Quantities.English.Kilometres(road.LengthMetres));
            await Expect(planner.Page.Locator("#courses [data-row=cost] td").Nth(i)).ToHaveTextAsync(Quantities.English.Count((long)Math.Round(road.Cost)));
            await Expect(planner.Page.Locator("#courses [data-row=grade] td").Nth(i)).ToHaveTextAsync(Quantities.English.Share(road.WorstGrade));
            await Expect(planner.Page.Locator("#courses [data-row=gain] td").Nth(i)).ToHaveTextAsync(Quantities.English.Kilometres(road.Gain!.Value.GainedMetres));
        }

        await Expect(planner.Page.Locator(".profile-chart .ground")).ToHaveCountAsync(1);
        await planner.Page.Locator("[data-course='2']").ClickAsync();
        await Expect(planner.Page.Locator("[data-course='2']")).ToHaveAttributeAsync("aria-pressed", "true");
        await planner.Page.Locator("#road-accept").ClickAsync();
        await Expect(planner.Page.Locator(".what-if")).ToContainTextAsync("new road new-2");
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Without_terrain_a_route_has_no_profile_and_a_new_road_says_what_it_needs()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads&roads.from=CB01&roads.to=P001&roads.show=route", plan: Flat);
        await Expect(planner.Page.Locator("#legs tbody tr")).Not.ToHaveCountAsync(0);
        await Expect(planner.Page.Locator(".profile-chart")).ToHaveCountAsync(0);
        await planner.Page.Locator("#roads-tab-NewRoad").ClickAsync();
        await Expect(planner.Page.Locator("#new-road-terrain")).ToContainTextAsync("terrain");
    }

    [TestMethod]
    public async Task Without_roads_the_tab_says_what_to_do_and_response_is_not_offered()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads&by=response&roads.from=CB01&roads.to=P001", plan: Roadless);
        await Expect(planner.Page.Locator("#roads-missing")).ToContainTextAsync("patrol-roads.geojson");
        await Expect(planner.Page.Locator("[data-model=response]")).ToHaveCountAsync(0);
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
    }

    [TestMethod]
    public async Task The_search_for_a_new_road_can_be_stopped_and_a_grade_that_cannot_be_kept_says_which_would_do()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads&roads.from=P008&roads.alternatives=4&roads.show=new-road");
        await planner.Page.Locator("#new-road-run [data-run=start]").ClickAsync();
        await planner.Page.Locator("#new-road-run [data-run=cancel]").ClickAsync();
        await Expect(planner.Page.Locator("#new-road-run [data-run=start]")).ToHaveCountAsync(1);
        await Expect(planner.Page.Locator("#courses")).ToHaveCountAsync(0);
        await planner.Page.Locator("#road-grade").FillAsync("3");
        await planner.Page.Locator("#road-grade").BlurAsync();
        await planner.AddressSaysAsync("roads.grade", "3");
        await planner.Page.Locator("#new-road-run [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#no-course")).ToHaveCountAsync(1);
        await planner.Page.Locator("#use-grade").ClickAsync();
        await planner.AddressBecomesAsync(() => planner.InAddress("roads.grade") is { Length: > 0 } and not "3");
    }

    [TestMethod]
    [DataRow("en")]
    [DataRow("vi")]
    public async Task Every_table_is_accessible(string language)
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync($"?tab=roads&lang={language}&closed-hazards=flood&roads.from=CB01&roads.to=P001");
        await Expect(planner.Page.Locator("#within-share")).ToHaveCountAsync(1);
        foreach (string table in (string[])["Network", "Closures", "Route", "NewRoad"])
        {
            await planner.Page.Locator($"#roads-tab-{table}").ClickAsync();
            await Expect(planner.Page.Locator($"#roads-tab-{table}")).ToHaveAttributeAsync("aria-selected", "true");
            (await planner.AccessibilityFaultsAsync()).Should().BeEmpty(table);
        }
    }

    // A place of a road that no symbol stands on.
    private static (CriticalEdge Edge, GeoPoint Place) Bare(IEnumerable<CriticalEdge> edges) =>
        edges.Select(edge => (edge, Diagnosis.Network.PointAt(edge.Edge, 0.5))).MaxBy(found => FromFacilities(found.Item2));

    private static double FromFacilities(GeoPoint place) => NorthernBorder.Facilities.Min(facility => Geodesic.Inverse(place, Place(facility)).DistanceMetres);

    private static CoverageReport Reached(double minutes) => new CoverageProblem(NorthernBorder) { Model = new ResponseCoverage(minutes) }.Solve();

    private static string At(GeoPoint place, double zoom) => FormattableString.Invariant($"?at={place.LongitudeDegrees},{place.LatitudeDegrees}&zoom={zoom}");

    private static async Task ShowsAsync(Planner planner, CoverageReport report)
    {
        await Expect(planner.Page.Locator("#covered-share")).ToHaveTextAsync(Quantities.English.Share(report.CoverageRatio));
        await Expect(planner.Page.Locator("#gap-count")).ToContainTextAsync(Quantities.English.Count(report.GapCount));
    }
}
