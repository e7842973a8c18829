using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>Isochrones, patrol rounds, joining the parts of the network, and ranking proposed roads, asked on the map.</summary>
[TestClass]
public sealed class RoadPartsTests : BrowserTests
{
    private static readonly RoadNetwork Network = RoadNetwork.Of(NorthernBorder);

    private static readonly ImmutableArray<Facility> Bases = [.. NorthernBorder.Facilities.Where(facility => facility.Kind == FacilityKind.CombatBase)];

    [TestMethod]
    public async Task What_is_reached_has_the_size_that_the_library_says_from_bases_kinds_and_clicked_places()
    {
        Facility start = Bases[0];
        ImmutableArray<Isochrone> fromOne = Reached([Place(start)], 30, 60);
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(At(Place(start), 11) + "&tab=roads&hide=names,basemap,combat-bases,militia-posts");
        await planner.Page.Locator("#part-Reach summary").ClickAsync();
        await planner.Page.Locator("#reach-add").FillAsync(start.Id.Text);
        await planner.Page.Keyboard.PressAsync("Enter");
        await planner.AddressSaysAsync("roads.reach-from", $"{start.LayerName}/{start.Id.Text}");
        await planner.AddressSaysAsync("roads.show", "reach");
        await ShowsAsync(planner, fromOne);

        // The road that is reached has its colour on the map.
        ReachedRoad soon = fromOne[0].Roads.Where(road => road.ToFraction - road.FromFraction > 0.9).MaxBy(road => Network.Edge(road.Edge).LengthMetres);
        await planner.OpenAsync(At(Network.PointAt(soon.Edge, 0.5), 12) + $"&tab=roads&roads.show=reach&roads.reach-from={start.Id.Text}&roads.reach-minutes=30 60&hide=names,basemap,combat-bases,militia-posts");
        await planner.ColourBecomesAsync(Network.PointAt(soon.Edge, 0.5), "#3A2F8F");
        await ShowsAsync(planner, fromOne);

        // A clicked place is one to start from as well.
        GeoPoint middle = planner.CentreInAddress();
        await planner.Page.Locator("#reach-pick").ClickAsync();
        (float x, float y) = await planner.ScreenAsync(middle);
        await planner.Page.Mouse.ClickAsync(x + 60, y + 60);
        await planner.AddressBecomesAsync(() => planner.InAddress("roads.reach-from").Contains(';', StringComparison.Ordinal));
        string[] clicked = planner.InAddress("roads.reach-from").Split(';')[1].Split(',');
        var place = new GeoPoint(Parsed(clicked[0]), Parsed(clicked[1]));
        await ShowsAsync(planner, Reached([Place(start), place], 30, 60));
        await planner.Page.Locator("#done-picking").ClickAsync();

        // And so are all of a kind.
        await planner.Page.Locator("#reach-all").ClickAsync();
        await planner.Page.Locator("[data-reach-kind=militia-posts]").ClickAsync();
        Facility[] posts = [.. new Coverage.FacilityFilter { Kinds = [FacilityKind.MilitiaPost] }.Select(NorthernBorder)];
        await ShowsAsync(planner, Reached([.. posts.Select(post => Place(post))], 30, 60));
        await planner.Page.Locator("#reach-minutes").FillAsync("30 soon");
        await planner.Page.Locator("#reach-minutes").BlurAsync();
        await Expect(planner.Page.Locator("#reach-fault")).ToContainTextAsync("minutes");
    }

    [TestMethod]
    public async Task A_round_is_that_of_the_library_with_its_order_its_bound_and_whether_it_fits_the_shift()
    {
        Facility start = Bases[0];
        Facility[] posts = [.. NorthernBorder.Facilities.Where(facility => facility.Kind == FacilityKind.MilitiaPost && Network.Join(facility) is { } join && Network.ComponentOf(Network.Edge(join.Edge).From) == 0 && facility.Status == LifecycleStatus.Existing).OrderBy(post => Geodesic.Inverse(Place(post), Place(start)).DistanceMetres).Take(3)];
        RoadEdge joined = Network.Edge(Network.Join(posts[2])!.Value.Edge);
        PatrolRoad road = Network.Roads[joined.Road];
        PatrolRound round = new PatrolRoundProblem(Network, start) { Facilities = [.. posts], Roads = [road.Id], ShiftMinutes = 30, StayMinutes = 10 }.Solve();
        round.IsFound.Should().BeTrue();
        round.NoRoundFits.Should().BeTrue("or the test does not show it");
        Planner planner = await SitDownAsync();
        await planner.OpenAsync(At(Place(posts[0]), 12) + "&tab=roads");
        await planner.Page.Locator("#part-Round summary").ClickAsync();
        await planner.Page.Locator("#round-find-base").FillAsync(start.Id.Text);
        await planner.Page.Locator($"[data-offer='{start.LayerName}/{start.Id.Text}']").ClickAsync();
        await Expect(planner.Page.Locator("#round-base")).ToContainTextAsync(start.Id.Text);
        await planner.Page.Locator("#round-pick-stops").ClickAsync();
        (float x, float y) = await planner.ScreenAsync(Place(posts[0]));
        await planner.Page.Mouse.ClickAsync(x, y);
        await planner.AddressSaysAsync("roads.stops", $"{posts[0].LayerName}/{posts[0].Id.Text}");
        await planner.Page.Locator("#done-picking").ClickAsync();
        foreach (PlanFeature stop in (PlanFeature[])[posts[1], posts[2], road])
        {
            await planner.Page.Locator("#round-find-stop").FillAsync(stop.Id.Text);
            await planner.Page.Locator($"[data-offer='{stop.LayerName}/{stop.Id.Text}']").ClickAsync();
            await Expect(planner.Page.Locator($"[data-remove='{stop.LayerName}/{stop.Id.Text}']")).ToHaveCountAsync(1);
        }

        await planner.Page.Locator("#round-stay").FillAsync("10");
        await planner.Page.Locator("#round-stay").BlurAsync();
        await planner.Page.Locator("#round-shift-asked").FillAsync("30");
        await planner.Page.Locator("#round-shift-asked").BlurAsync();
        await ShowsAsync(planner, round);
        await Expect(planner.Page.Locator("#round-shift")).ToHaveTextAsync("−" + Texts.Time(round.Seconds - (30 * 60), Quantities.English));
        await Expect(planner.Page.Locator(".figure.alarm")).ToContainTextAsync("no round");
        await planner.Page.ReloadAsync();
        await ShowsAsync(planner, round);

        // Of what takes too long one is left out.
        await planner.Page.Locator($"[data-remove='{road.LayerName}/{road.Id.Text}']").ClickAsync();
        await ShowsAsync(planner, new PatrolRoundProblem(Network, start) { Facilities = [.. posts], StayMinutes = 10 }.Solve());
    }

    [TestMethod]
    public async Task A_long_round_tells_how_far_from_the_shortest_it_may_be()
    {
        Facility[] posts = [.. new Coverage.FacilityFilter { Kinds = [FacilityKind.MilitiaPost] }.Select(NorthernBorder).Where(post => Network.Join(post) is { } join && Network.ComponentOf(Network.Edge(join.Edge).From) == 0).Take(16)];
        PatrolRound round = new PatrolRoundProblem(Network, Bases[0]) { Facilities = [.. posts], ShiftMinutes = 14 * 24 * 60 }.Solve();
        posts.Length.Should().BeGreaterThan(PatrolRoundProblem.ExactItems);
        Planner planner = await SitDownAsync();
        await planner.OpenAsync($"?tab=roads&roads.show=round&roads.base={Bases[0].Id.Text}&roads.shift=20160&roads.stops={string.Join(';', posts.Select(post => post.Id.Text))}");
        await ShowsAsync(planner, round);
        string bound = round.IsOptimal ? "shortest" : "≤ " + Quantities.English.Share((round.Seconds / round.BoundSeconds) - 1);
        await Expect(planner.Page.Locator("#round-bound")).ToHaveTextAsync(bound);
        await Expect(planner.Page.Locator("#round-shift")).ToHaveTextAsync("+" + Texts.Time((14 * 24 * 3600) - round.Seconds, Quantities.English));
        await Expect(planner.Page.Locator(".figure.alarm")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task The_roads_that_join_the_network_are_those_of_the_library_and_can_be_built_in_the_what_if()
    {
        RoadConnectionReport report = new RoadConnectionProblem(NorthernBorder).Solve();
        report.IsFound.Should().BeTrue();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads");
        await planner.Page.Locator("#part-Connection summary").ClickAsync();
        await planner.Page.Locator("#links-run [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#links tbody tr")).ToHaveCountAsync(report.Links.Length);
        for (int i = 0; i < report.Links.Length; i++)
        {
            ILocator cells = planner.Page.Locator($"[data-link='{i + 1}'] td");
            await Expect(cells.Nth(2)).ToHaveTextAsync(Quantities.English.Kilometres(report.Links[i].LengthMetres));
            await Expect(cells.Nth(3)).ToHaveTextAsync(Texts.Money(report.Links[i].Cost, Quantities.English));
        }

        await Expect(planner.Page.Locator("#links-total")).ToContainTextAsync(Texts.Money(report.Cost, Quantities.English));
        await Expect(planner.Page.Locator("#links-cost")).ToHaveTextAsync(Texts.Money(report.Cost, Quantities.English));
        await Expect(planner.Page.Locator("#links-bound")).ToHaveTextAsync(report.GapRatio > 1e-9 ? "≤ " + Quantities.English.Share((report.Cost / report.LowerBoundCost) - 1) : "cheapest");
        await Expect(planner.Page.Locator("#links-parts")).ToHaveTextAsync(Quantities.English.Count(report.JoinedCount));

        // The map shows the link that is clicked.
        ConnectionLink first = report.Links[0];
        await planner.Page.Locator("[data-link='1'] button").ClickAsync();
        GeoPoint on = first.Road!.Profile[first.Road.Profile.Length / 4].Place;
        await planner.ColourBecomesAsync(on, "#C2187A");

        // Straight links cost less, and what was found is no longer the answer.
        RoadConnectionReport straight = new RoadConnectionProblem(NorthernBorder) { OnTerrain = false }.Solve();
        await planner.Page.Locator("#links-straight").ClickAsync();
        await planner.AddressSaysAsync("roads.straight", "1");
        await Expect(planner.Page.Locator("#links-accept")).ToBeDisabledAsync();
        await planner.Page.Locator("#links-run [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#links-cost")).ToHaveTextAsync(Texts.Money(straight.Cost, Quantities.English));
        await planner.Page.Locator("#links-accept").ClickAsync();
        await Expect(planner.Page.Locator(".what-if")).ToContainTextAsync("new road new-1");
        await Expect(planner.Page.Locator("#links-built")).ToHaveCountAsync(1);
    }

    [TestMethod]
    public async Task The_search_for_links_can_be_stopped()
    {
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads&roads.show=connection");
        await planner.Page.Locator("#links-run [data-run=start]").ClickAsync();
        await planner.Page.Locator("#links-run [data-run=cancel]").ClickAsync();
        await Expect(planner.Page.Locator("#links-run [data-run=start]")).ToHaveCountAsync(1);
        await Expect(planner.Page.Locator("#links")).ToHaveCountAsync(0);
        await Expect(planner.Page.Locator("#links-run")).ToContainTextAsync("Stopped");
    }

    [TestMethod]
    public async Task Proposed_roads_stand_in_the_order_of_the_library_for_the_minutes_and_kinds_that_are_asked()
    {
        RoadRankingReport hour = new RoadRankingProblem(NorthernBorder, 60).Solve();
        Planner planner = await SitDownAsync();
        await planner.OpenAsync("?tab=roads");
        await planner.Page.Locator("#part-Ranking summary").ClickAsync();
        await planner.Page.Locator("#rank-run [data-run=start]").ClickAsync();
        await ShowsAsync(planner, hour);

        // A click shows the road on the map.
        RankedRoad best = hour.Roads[0];
        await planner.Page.Locator($"[data-ranked='{best.Road.Id.Text}'] button").ClickAsync();
        await planner.AddressSaysAsync("select", $"{Vocabulary.PatrolRoads}:{best.Road.Id.Text}");
        await planner.AddressBecomesAsync(() => Geodesic.Inverse(planner.CentreInAddress(), Centre(best.Road)).DistanceMetres < 3_000);

        // Other minutes and other kinds give another order, once it is asked for.
        await planner.Page.Locator("#response-minutes").FillAsync("90");
        await planner.Page.Locator("#response-minutes").BlurAsync();
        await Expect(planner.Page.Locator("#rank-run [role=status]")).ToHaveCountAsync(1);
        await planner.Page.Locator("#rank-run [data-run=start]").ClickAsync();
        await ShowsAsync(planner, new RoadRankingProblem(NorthernBorder, 90).Solve());
        await planner.OpenAsync("?tab=roads&kind=rear-bases&minutes=90&roads.show=ranking");
        await planner.Page.Locator("#rank-run [data-run=start]").ClickAsync();
        await ShowsAsync(planner, new RoadRankingProblem(NorthernBorder, 90) { Facilities = new Coverage.FacilityFilter { Kinds = [FacilityKind.RearBase] } }.Solve());
    }

    [TestMethod]
    public async Task What_the_library_says_in_English_is_Vietnamese_where_the_reader_is()
    {
        PatrolRoad planned = NorthernBorder.PatrolRoads.First(road => road.Status == LifecycleStatus.Planned);
        Planner planner = await SitDownAsync();
        await planner.OpenAsync($"?lang=vi&tab=roads&roads.show=round&roads.base={Bases[0].Id.Text}&roads.stops={planned.Id.Text}");
        await Expect(planner.Page.Locator("#no-round")).ToContainTextAsync($"Không thuộc mạng đường trong câu hỏi này: đường {planned.Id.Text}.");
        await planner.OpenAsync("?lang=vi&tab=roads&roads.show=connection", plan: Flat);
        await planner.Page.Locator("#links-run [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#roads-tables")).ToContainTextAsync("Phương án không có địa hình: nối thẳng");
        GeoPoint onRoad = Network.PointAt(0, 0.5);
        await planner.OpenAsync(FormattableString.Invariant($"?lang=vi&tab=roads&roads.show=new-road&roads.from={onRoad.LongitudeDegrees:0.######},{onRoad.LatitudeDegrees:0.######}"));
        await planner.Page.Locator("#new-road-run [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#roads-tables")).ToContainTextAsync("đã ở trên một con đường hiện có");
        await planner.OpenAsync("?lang=en&tab=roads&roads.show=connection", plan: Flat);
        await planner.Page.Locator("#links-run [data-run=start]").ClickAsync();
        await Expect(planner.Page.Locator("#roads-tables")).ToContainTextAsync("The plan has no terrain: links are straight, as on gentle ground.");
    }

    [TestMethod]
    [DataRow(1280, 800, "en")]
    [DataRow(1280, 800, "vi")]
    [DataRow(390, 844, "vi")]
    public async Task Every_part_is_accessible_with_its_section_and_its_answer(int width, int height, string language)
    {
        string asked = $"&roads.reach-from={Bases[0].Id.Text};106.6,22.3&roads.base={Bases[0].Id.Text}&roads.stops=P001;P002&roads.shift=30";
        Planner planner = await SitDownAsync(width, height);
        await planner.OpenAsync($"?tab=roads&lang={language}&roads.show=ranking{asked}");
        bool phone = width < 500;
        if (phone)
            await planner.Page.Locator(".sheets button").First.TapAsync();
        await planner.Page.Locator("#rank-run [data-run=start]").ClickAsync();
        (await planner.AccessibilityFaultsAsync()).Should().BeEmpty();
        foreach ((string table, string shown) in ((string, string)[])[("Ranking", "#ranking"), ("Reach", "#reach"), ("Round", "#round"), ("Connection", ".empty-answer")])
        {
            if (phone && !await planner.Page.Locator("#roads-tables").IsVisibleAsync())
                await planner.Page.Locator(".sheets button").Last.TapAsync();
            await planner.Page.Locator($"#roads-tab-{table}").ClickAsync();
            await Expect(planner.Page.Locator("#roads-tables " + shown)).ToBeVisibleAsync();
            (await planner.AccessibilityFaultsAsync()).Should().BeEmpty(table);
            (await planner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        }
    }

    private static Viewer.Texts.RoadsTexts Texts => Viewer.Texts.RoadsTexts.English;

    private static ImmutableArray<Isochrone> Reached(ImmutableArray<GeoPoint> places, params double[] minutes) =>
        new IsochroneProblem(Network, places, [.. minutes]).Solve();

    private static double Parsed(string number) => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    private static GeoPoint Centre(PatrolRoad road)
    {
        NetTopologySuite.Geometries.Coordinate centre = road.Geometry.EnvelopeInternal.Centre;
        return new GeoPoint(centre.X, centre.Y);
    }

    private static string At(GeoPoint place, double zoom) => FormattableString.Invariant($"?at={place.LongitudeDegrees},{place.LatitudeDegrees}&zoom={zoom}");

    private static async Task ShowsAsync(Planner planner, ImmutableArray<Isochrone> isochrones)
    {
        foreach (Isochrone isochrone in isochrones)
        {
            ILocator cells = planner.Page.Locator(FormattableString.Invariant($"[data-reach='{isochrone.Minutes}'] td"));
            await Expect(cells.Nth(1)).ToHaveTextAsync(Quantities.English.Area(isochrone.AreaSquareMetres));
            await Expect(cells.Nth(2)).ToHaveTextAsync(Quantities.English.Length(isochrone.RoadMetres));
            await Expect(cells.Nth(3)).ToHaveTextAsync(Quantities.English.Share(isochrone.RoadMetres / Network.LengthMetres));
        }

        await Expect(planner.Page.Locator("#reach-area")).ToHaveTextAsync(Quantities.English.Area(isochrones[^1].AreaSquareMetres));
    }

    private static async Task ShowsAsync(Planner planner, PatrolRound round)
    {
        await Expect(planner.Page.Locator("#round-time")).ToHaveTextAsync(Texts.Time(round.Seconds, Quantities.English));
        await Expect(planner.Page.Locator("#round-length")).ToHaveTextAsync(Quantities.English.Length(round.LengthMetres));
        await Expect(planner.Page.Locator("#round tbody tr")).ToHaveCountAsync(round.Stops.Length);
        string[] order = await planner.Page.Locator("#round tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.stop)");
        order.Should().Equal(round.Stops.Select(stop => stop.Id.Text));
        for (int i = 0; i < round.Stops.Length; i++)
            await Expect(planner.Page.Locator("#round tbody tr").Nth(i).Locator("td").Nth(2)).ToHaveTextAsync(Texts.Time(round.ArrivalSeconds[i], Quantities.English));
    }

    private static async Task ShowsAsync(Planner planner, RoadRankingReport report)
    {
        await Expect(planner.Page.Locator("#rank-before")).ToHaveTextAsync(Quantities.English.Length(report.BeforeMetres));
        await Expect(planner.Page.Locator("#rank-with")).ToHaveTextAsync(Quantities.English.Length(report.BeforeMetres + report.Roads[^1].GainedInOrderMetres));
        string[] order = await planner.Page.Locator("#ranking tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.ranked)");
        order.Should().Equal(report.Roads.Select(road => road.Road.Id.Text));
        for (int i = 0; i < 4; i++)
        {
            RankedRoad road = report.Roads[i];
            ILocator cells = planner.Page.Locator($"[data-ranked='{road.Road.Id.Text}'] td");
            await Expect(cells.Nth(2)).ToHaveTextAsync(road.Alone.GainedMetres >= 0.5 ? Quantities.English.Kilometres(road.Alone.GainedMetres) : "0");
            await Expect(cells.Nth(3)).ToHaveTextAsync((road.IsCostEstimated ? "~" : string.Empty) + Texts.Money(road.Cost, Quantities.English));
            await Expect(cells.Nth(5)).ToHaveTextAsync(Quantities.English.Kilometres(road.GainedInOrderMetres));
        }
    }
}
