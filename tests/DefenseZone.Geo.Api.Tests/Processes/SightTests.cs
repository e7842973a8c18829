using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Io;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Tests.Processes;

/// <summary>A ridge from south to north hides the east of the plan from its west.</summary>
[TestClass]
public sealed class SightTests : ApiTest
{
    private const string Processes = Plan + "/processes/";

    private protected override void Prepare(TestPlans plans) => plans.WithRidge("diagonal").WithAntimeridian();

    [TestMethod]
    public async Task A_profile_names_the_ground_that_hides_the_target()
    {
        JsonElement hidden = await Run("profile", """{"inputs":{"from":[106.45,22.5],"to":[106.55,22.5]}}""");
        hidden.GetProperty("verdict").GetString().Should().Be("hidden");
        JsonElement obstruction = hidden.GetProperty("obstruction");
        obstruction.GetProperty("place")[0].GetDouble().Should().BeApproximately(106.5, 0.001);
        obstruction.GetProperty("groundMetres").GetDouble().Should().BeApproximately(500, 1);
        hidden.GetProperty("visibleFromHeightMetres").GetDouble().Should().BeGreaterThan(350);

        JsonElement visible = await Run("profile", """{"inputs":{"from":[106.1,22.5],"to":[106.15,22.5],"observerHeightMetres":10}}""");
        visible.GetProperty("visible").GetBoolean().Should().BeTrue();
        visible.GetProperty("obstruction").ValueKind.Should().Be(JsonValueKind.Null);
        (await Run("profile", """{"inputs":{"from":[108,22.5],"to":[106.15,22.5]}}""")).GetProperty("verdict").GetString()
            .Should().Be("observer-without-ground");
    }

    [TestMethod]
    public async Task Viewsheds_end_at_the_ridge_and_an_observer_outside_the_terrain_is_said_to_see_nothing()
    {
        const string Body = """{"inputs":{"observers":[[106.45,22.5],[108,22.5]],"rangeMetres":15000}}""";
        JsonElement[] observers = [.. (await Run("viewshed", Body)).GetProperty("observers").EnumerateArray()];
        observers.Should().HaveCount(2);
        observers[0].GetProperty("visibleCells").GetInt32().Should().BePositive();
        observers[1].GetProperty("ground").GetString().Should().Be("outside-terrain");
        observers[1].GetProperty("visibleCells").GetInt32().Should().Be(0);

        Geometry seen = await Ground(await Post("viewshed", Body, "application/geo+json"));
        seen.IsValid.Should().BeTrue();
        seen.EnvelopeInternal.MinX.Should().BeLessThan(106.32, "nothing hides the west");
        seen.EnvelopeInternal.MaxX.Should().BeInRange(106.49, 106.502, "and the crest hides what lies behind it");
    }

    [TestMethod]
    public async Task The_viewsheds_of_all_facilities_are_a_collection()
    {
        JsonElement collection = await Service.Json(Plan + "/collections/viewsheds");
        collection.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray()
            .Select(bound => Math.Round(bound.GetDouble(), 2)).Should().Equal(106, 22, 107, 23);
        JsonElement items = await Service.Json(Plan + "/collections/viewsheds/items");

        items.GetProperty("numberMatched").GetInt32().Should().Be(3, "P2 is only planned");
        foreach (JsonElement feature in items.GetProperty("features").EnumerateArray())
            feature.GetProperty("properties").GetProperty("visibleRatio").GetDouble().Should().BeInRange(0.01, 1);
        foreach (Geometry outline in Outlines(items))
            outline.IsValid.Should().BeTrue();
        await LiveService.Problem(await Service.Get("plans/pacific/collections/viewsheds"), HttpStatusCode.NotFound);
    }

    [TestMethod]
    public async Task Sight_says_what_each_facility_sees_of_the_border_within_its_range()
    {
        JsonElement[] facilities = [.. (await Run("sight", """{"inputs":{"rangeMetres":12000}}""")).GetProperty("facilities").EnumerateArray()];
        facilities.Select(facility => facility.GetProperty("id").GetString()).Should().Equal("P1", "P3", "P4");
        foreach (JsonElement facility in facilities)
        {
            double within = facility.GetProperty("withinMetres").GetDouble(), seen = facility.GetProperty("seenMetres").GetDouble();
            within.Should().BeInRange(20_000, 24_100);
            seen.Should().BeInRange(1_000, within);
        }

        JsonElement features = JsonDocument.Parse(await (await Post("sight", "{}", "application/geo+json")).Content.ReadAsStringAsync()).RootElement;
        features.GetProperty("features").EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(feature => feature.GetProperty("properties").GetProperty("lengthMetres").GetDouble() > 0);
    }

    [TestMethod]
    public async Task Sight_is_a_way_to_cover_for_every_process_that_asks_about_cover()
    {
        double radius = Covered(await Run("coverage", """{"inputs":{"statuses":["planned"]}}"""));

        // P2 stands on the ridge, and sees down either side of it.
        JsonElement sight = await Run("coverage", """{"inputs":{"statuses":["planned"],"model":"sight"}}""");
        sight.GetProperty("method").GetProperty("model").GetString().Should().Be("sight");
        Covered(sight).Should().BeInRange(100, radius);
        (await Run("gaps", """{"inputs":{"model":"sight"}}""")).GetProperty("gapCount").GetInt32().Should().BePositive();
        (await Run("zones", """{"inputs":{"model":"sight"}}""")).GetProperty("zones").GetArrayLength().Should().Be(1);
        JsonElement siting = await Run(
            "siting", """{"inputs":{"model":"sight","rangeMetres":6000,"sites":1,"candidateBorderSpacingMetres":30000}}""");
        siting.GetProperty("chosen").GetArrayLength().Should().Be(1);
    }

    [TestMethod]
    [DataRow("profile", """{"inputs":{"to":[106,91],"refraction":2}}""", "/inputs/to;/inputs/refraction;/inputs/from")]
    [DataRow("profile", """{"inputs":{"from":[100,10],"to":[106,22]}}""", "/inputs/to")]
    [DataRow("viewshed", """{"inputs":{"observers":[[200,22],[106],"here"],"rangeMetres":0,"exact":"yes"}}""",
        "/inputs/observers/0;/inputs/observers/1;/inputs/observers/2;/inputs/rangeMetres;/inputs/exact")]
    [DataRow("viewshed", """{"inputs":{"observerHeightMetres":-1,"targetHeightMetres":1e9}}""", "/inputs/observerHeightMetres;/inputs/targetHeightMetres")]
    [DataRow("sight", """{"inputs":{"radiusMetres":5000}}""", "/inputs/radiusMetres")]
    [DataRow("coverage", """{"inputs":{"model":"sight","radiusMetres":5000}}""", "/inputs/radiusMetres")]
    [DataRow("coverage", """{"inputs":{"rangeMetres":5000,"refraction":0}}""", "/inputs/rangeMetres;/inputs/refraction")]
    public async Task Everything_wrong_with_a_request_is_told_at_once(string process, string body, string faulty)
    {
        JsonElement problem = await LiveService.Problem(await Post(process, body), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().BeEquivalentTo(faulty.Split(';'));
    }

    [TestMethod]
    public async Task There_may_be_so_many_observers()
    {
        string many = string.Join(',', Enumerable.Repeat("[106.1,22.1]", 201));
        JsonElement problem = await LiveService.Problem(await Post("viewshed", $$$"""{"inputs":{"observers":[{{{many}}}]}}"""), HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().Should().Contain("200");
    }

    [TestMethod]
    [DataRow("sight", "{}")]
    [DataRow("viewshed", "{}")]
    [DataRow("profile", """{"inputs":{"from":[179,0],"to":[179.1,0]}}""")]
    [DataRow("coverage", """{"inputs":{"model":"sight"}}""")]
    public async Task A_plan_without_terrain_says_so(string process, string body)
    {
        HttpResponseMessage answer = await Service.Post($"plans/pacific/processes/{process}/execution", body);
        JsonElement problem = await LiveService.Problem(answer, HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().Should().Contain("no terrain");
    }

    private static double Covered(JsonElement report) => report.GetProperty("coveredMetres").GetDouble();

    private Task<HttpResponseMessage> Post(string process, string body, string accept = "") =>
        Service.Post($"{Processes}{process}/execution", body, accept);

    private async Task<JsonElement> Run(string process, string body)
    {
        HttpResponseMessage answer = await Post(process, body);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<Geometry> Ground(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        JsonElement collection = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return Outlines(collection).Single(outline => !outline.IsEmpty);
    }

    private static IEnumerable<Geometry> Outlines(JsonElement collection)
    {
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(collection.GetRawText()));
        return [.. GeoJsonFeatures.Read(text, "areas").Features.Select(feature => feature.Geometry)];
    }
}
