using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Io;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Tests.Processes;

/// <summary>A base on a road to the border, a road along it, and an island of roads farther on.</summary>
[TestClass]
public sealed class RoadTests : ApiTest
{
    // 0.1° of the meridian at 22.25° north on WGS84, by pyproj: 11 073.4 m. At 36 km/h that takes 1 107 s.
    private const double R1Metres = 11_073.4;

    private protected override void Prepare(TestPlans plans) => plans.WithRoads().WithAntimeridian();

    [TestMethod]
    public async Task A_route_goes_road_by_road_and_closures_show_the_way_before_them()
    {
        const string Ends = "\"from\":\"combat-bases/B1\",\"to\":[106.5,22.5]";
        JsonElement route = await Run("route", $$$"""{"inputs":{{{{Ends}}}}}""");
        route.GetProperty("found").GetBoolean().Should().BeTrue();
        route.GetProperty("legs").EnumerateArray().Select(leg => leg.GetProperty("road").GetString()).Should().Equal("R1", "R2");
        route.GetProperty("legs")[0].GetProperty("lengthMetres").GetDouble().Should().BeApproximately(R1Metres, 0.5);
        route.GetProperty("seconds").GetDouble().Should().BeApproximately(route.GetProperty("lengthMetres").GetDouble() / 10, 0.1);
        route.TryGetProperty("before", out _).Should().BeFalse();

        JsonElement closed = await Run("route", $$$"""{"inputs":{{{{Ends}}},"closedRoads":["R2"]}}""");
        closed.GetProperty("before").GetProperty("seconds").GetDouble().Should().Be(route.GetProperty("seconds").GetDouble());
        closed.GetProperty("method").GetProperty("closedRoads")[0].GetString().Should().Be("R2");

        JsonElement none = await Run("route", """{"inputs":{"from":"B1","to":[106.8,22.75]}}""");
        // No road leads to the island: one walks to it.
        none.GetProperty("found").GetBoolean().Should().BeTrue();
        none.GetProperty("legs").EnumerateArray().Should().Contain(leg => leg.GetProperty("name").GetString() == string.Empty && leg.GetProperty("lengthMetres").GetDouble() > 1_000);

        JsonElement legs = await Features("route", $$$"""{"inputs":{{{{Ends}}}}}""");
        legs.GetProperty("features").GetArrayLength().Should().Be(2);
    }

    [TestMethod]
    public async Task Response_times_tell_who_is_first_and_what_a_flood_changes()
    {
        JsonElement dry = await Run("response", """{"inputs":{"minutes":30,"nodes":true}}""");
        double within = dry.GetProperty("withinMetres").GetDouble();

        // By brute force with pyproj, from places every 5 m of R1 and R2 to places every 10 m of the border: 5,630 m.
        within.Should().BeApproximately(5_630, 20);
        dry.GetProperty("nodes").EnumerateArray().Should().NotBeEmpty();
        dry.GetProperty("stretches").EnumerateArray().Sum(stretch => stretch.GetProperty("toMetres").GetDouble() - stretch.GetProperty("fromMetres").GetDouble())
            .Should().BeApproximately(dry.GetProperty("borderMetres").GetDouble(), 0.1);

        JsonElement flooded = await Run("response", """{"inputs":{"minutes":60,"closedHazards":["flood"],"closedHazardSeasons":["wet"]}}""");
        flooded.GetProperty("withinMetres").GetDouble().Should()
            .BeLessThan(flooded.GetProperty("before").GetProperty("withinMetres").GetDouble() - 5_000);
        (await Run("response", """{"inputs":{"minutes":30,"kinds":["militia-posts"]}}""")).GetProperty("withinMetres").GetDouble()
            .Should().BeGreaterThan(within, "there are three posts at the border");
    }

    [TestMethod]
    public async Task Isochrones_are_areas_and_roads_cut_where_the_time_runs_out()
    {
        JsonElement ten = (await Run("isochrones", """{"inputs":{"minutes":[10],"from":["B1"]}}""")).GetProperty("isochrones")[0];
        ten.GetProperty("roadMetres").GetDouble().Should().BeApproximately(6_000, 1);
        (await Run("isochrones", "{}")).GetProperty("isochrones").EnumerateArray().Select(isochrone => isochrone.GetProperty("minutes").GetDouble())
            .Should().Equal(30, 60);

        JsonElement areas = await Features("isochrones", """{"inputs":{"minutes":[20,40]}}""");
        foreach (Geometry area in Shapes(areas))
            area.IsValid.Should().BeTrue();
        JsonElement roads = await Features("isochrones", """{"inputs":{"minutes":[20,40],"roads":true}}""");
        Shapes(roads).Should().NotBeEmpty().And.OnlyContain(shape => shape is LineString);
    }

    [TestMethod]
    public async Task The_diagnosis_finds_the_island_and_what_would_join_it()
    {
        JsonElement check = await Run("roads-check", "{}");
        check.GetProperty("parts").GetArrayLength().Should().Be(2);
        check.GetProperty("parts")[1].GetProperty("hasBase").GetBoolean().Should().BeFalse();
        check.GetProperty("parts")[1].GetProperty("missingLink").GetProperty("toRoad").GetString().Should().Be("R2");
        check.GetProperty("cutOff").EnumerateArray().Select(facility => facility.GetProperty("id").GetString()).Should().Contain("P3");
    }

    [TestMethod]
    public async Task A_round_comes_back_and_says_how_far_from_the_shortest_it_may_be()
    {
        const string Stops = "\"base\":\"B1\",\"facilities\":[\"militia-posts/P1\"],\"roads\":[\"R2\"]";
        JsonElement round = await Run("patrol-tour", $$$"""{"inputs":{{{{Stops}}}}}""");
        round.GetProperty("found").GetBoolean().Should().BeTrue();
        round.GetProperty("isOptimal").GetBoolean().Should().BeTrue();
        round.GetProperty("boundSeconds").GetDouble().Should().BeApproximately(round.GetProperty("seconds").GetDouble(), 1);
        JsonElement hurried = await Run("patrol-tour", $$$"""{"inputs":{{{{Stops}}},"shiftMinutes":10}}""");
        hurried.GetProperty("fitsShift").GetBoolean().Should().BeFalse();
        hurried.GetProperty("noRoundFits").GetBoolean().Should().BeTrue();
    }

    [TestMethod]
    public async Task Response_time_is_a_way_to_cover_for_every_process_that_asks_about_cover()
    {
        JsonElement coverage = await Run("coverage", """{"inputs":{"model":"response","minutes":30}}""");
        double within = (await Run("response", """{"inputs":{"minutes":30}}""")).GetProperty("withinMetres").GetDouble();
        coverage.GetProperty("coveredMetres").GetDouble().Should().BeApproximately(within, 1);
        coverage.GetProperty("method").GetProperty("model").GetString().Should().Be("response");
        coverage.GetProperty("facilities").GetArrayLength().Should().Be(1, "combat bases respond unless others are named");
        (await Run("gaps", """{"inputs":{"model":"response","minutes":30,"closedRoads":["R1"]}}""")).GetProperty("coveredMetres").GetDouble()
            .Should().BeLessThan(within);
    }

    [TestMethod]
    public async Task What_follows_from_the_roads_is_served_as_collections()
    {
        JsonElement times = await Service.Json(Plan + "/collections/response-times/items");
        double border = (await Run("response", "{}")).GetProperty("borderMetres").GetDouble();
        times.GetProperty("features").EnumerateArray().Sum(stretch => stretch.GetProperty("properties").GetProperty("lengthMetres").GetDouble())
            .Should().BeApproximately(border, 0.1);
        JsonElement[] isochrones = [.. (await Service.Json(Plan + "/collections/isochrones/items")).GetProperty("features").EnumerateArray()];
        isochrones.Select(isochrone => isochrone.GetProperty("properties").GetProperty("minutes").GetDouble()).Should().Equal(60, 30);
        (await Service.Json(Plan + "/collections/road-diagnosis/items?problem=missing-link")).GetProperty("numberMatched").GetInt32().Should().BePositive();
        (await Service.Json(Plan + "/collections/road-diagnosis-points/items?problem=dead-end")).GetProperty("numberMatched").GetInt32().Should().BePositive();
        (await Service.Json(Plan + "/collections/road-diagnosis/items?road=R2")).GetProperty("numberMatched").GetInt32().Should().BePositive();

        // Every property of a feature is in the schema, though that is told without having the features.
        foreach (string id in (string[])["response-times", "isochrones", "road-diagnosis", "road-diagnosis-points"])
        {
            JsonElement schema = (await Service.Json($"{Plan}/collections/{id}/schema")).GetProperty("properties").GetProperty("properties").GetProperty("properties");
            foreach (JsonElement feature in (await Service.Json($"{Plan}/collections/{id}/items")).GetProperty("features").EnumerateArray())
            {
                foreach (JsonProperty property in feature.GetProperty("properties").EnumerateObject())
                    schema.TryGetProperty(property.Name, out _).Should().BeTrue($"{property.Name} of {id}");
            }

            await LiveService.Problem(await Service.Get($"plans/pacific/collections/{id}"), HttpStatusCode.NotFound);
        }
    }

    [TestMethod]
    [DataRow("route", """{"inputs":{"from":"B9","to":[200,22],"season":"monsoon"}}""", "/inputs/from;/inputs/to;/inputs/season")]
    [DataRow("route", """{"inputs":{"to":""}}""", "/inputs/to;/inputs/from")]
    [DataRow("response", """{"inputs":{"minutes":1441,"walkingKmh":0,"snapMetres":101,"closedRoads":["R9"],"closedHazards":["lava"]}}""",
        "/inputs/minutes;/inputs/walkingKmh;/inputs/snapMetres;/inputs/closedRoads/0;/inputs/closedHazards/0")]
    [DataRow("response", """{"inputs":{"closedHazardSeasons":["wet"]}}""", "/inputs/closedHazardSeasons")]
    [DataRow("response", """{"inputs":{"roadStatuses":["broken"]}}""", "/inputs/roadStatuses/0")]
    [DataRow("isochrones", """{"inputs":{"minutes":[0,"soon"],"from":[[106,22],"P9"],"stepMetres":0}}""",
        "/inputs/minutes/0;/inputs/minutes/1;/inputs/stepMetres;/inputs/from/1")]
    [DataRow("roads-check", """{"inputs":{"closedRoads":"R1","year":0}}""", "/inputs/closedRoads;/inputs/year")]
    [DataRow("patrol-tour", """{"inputs":{"facilities":["P1","P9"],"roads":["R9"],"shiftMinutes":0}}""",
        "/inputs/base;/inputs/facilities/1;/inputs/roads/0;/inputs/shiftMinutes")]
    [DataRow("patrol-tour", """{"inputs":{"base":"B1"}}""", "/inputs")]
    [DataRow("coverage", """{"inputs":{"model":"response"}}""", "/inputs/minutes")]
    [DataRow("coverage", """{"inputs":{"minutes":30,"season":"wet"}}""", "/inputs/minutes;/inputs/season")]
    [DataRow("siting", """{"inputs":{"model":"response","minutes":30,"radiusMetres":5000,"sites":1,"candidateBorderSpacingMetres":30000}}""", "/inputs/radiusMetres")]
    public async Task Everything_wrong_with_a_request_is_told_at_once(string process, string body, string faulty)
    {
        JsonElement problem = await LiveService.Problem(await Post(process, body), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().BeEquivalentTo(faulty.Split(';'));
    }

    [TestMethod]
    [DataRow("roads-check", "{}")]
    [DataRow("response", "{}")]
    [DataRow("route", """{"inputs":{"from":[179,0],"to":[179.1,0]}}""")]
    [DataRow("isochrones", "{}")]
    [DataRow("coverage", """{"inputs":{"model":"response","minutes":30}}""")]
    public async Task A_plan_without_roads_says_so(string process, string body)
    {
        JsonElement problem = await LiveService.Problem(
            await Service.Post($"plans/pacific/processes/{process}/execution", body), HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().Should().Contain("no roads");
    }

    private Task<HttpResponseMessage> Post(string process, string body, string accept = "") =>
        Service.Post($"{Plan}/processes/{process}/execution", body, accept);

    private async Task<JsonElement> Run(string process, string body, string accept = "")
    {
        HttpResponseMessage answer = await Post(process, body, accept);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private Task<JsonElement> Features(string process, string body) => Run(process, body, "application/geo+json");

    private static IEnumerable<Geometry> Shapes(JsonElement collection)
    {
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(collection.GetRawText()));
        return [.. GeoJsonFeatures.Read(text, "shapes").Features.Select(feature => feature.Geometry)];
    }
}
