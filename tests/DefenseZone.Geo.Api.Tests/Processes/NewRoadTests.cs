using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Processes;

/// <summary>Level ground with a ridge of 400 m along 106.5° east, a base on a road to the border, and an island of roads farther on.</summary>
[TestClass]
public sealed class NewRoadTests : ApiTest
{
    private const string OverRidge = "\"from\":[106.46,22.2],\"to\":[106.54,22.2],\"alternatives\":1";

    private protected override void Prepare(TestPlans plans)
    {
        plans.WithRidge("diagonal").WithRoads().WithAntimeridian();
        plans.Put("diagonal", "patrol-roads.geojson", """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"R1","geometry":{"type":"LineString","coordinates":[[106.3,22.2],[106.3,22.3]]},"properties":{"status":"existing","speedKmh":36}},
            {"type":"Feature","id":"R2","geometry":{"type":"LineString","coordinates":[[106.3,22.3],[106.4,22.4]]},"properties":{"status":"existing","speedKmh":36}},
            {"type":"Feature","id":3,"geometry":{"type":"LineString","coordinates":[[106.8,22.7],[106.8,22.72]]},"properties":{"status":"existing","speedKmh":36}},
            {"type":"Feature","id":"R4","geometry":{"type":"LineString","coordinates":[[106.3,22.2],[106.21,22.2]]},"properties":{"name":"New","status":"planned","speedKmh":36,"cost":80000}}]}
            """);
    }

    [TestMethod]
    public async Task A_road_to_the_existing_ones_is_straight_on_level_ground_and_says_what_it_brings()
    {
        JsonElement answer = await Run("road-siting", """{"inputs":{"from":[106.2,22.25],"minutes":60,"alternatives":2}}""");
        answer.GetProperty("found").GetBoolean().Should().BeTrue(answer.GetProperty("reason").GetString());
        JsonElement road = answer.GetProperty("roads")[0];

        // 0.1° along the parallel of 22.25° on WGS84, by pyproj 10,308.0 m along the geodesic.
        road.GetProperty("lengthMetres").GetDouble().Should().BeApproximately(10_308, 10);
        road.GetProperty("worstGrade").GetDouble().Should().BeLessThan(0.001);
        road.GetProperty("gain").GetProperty("gainedMetres").GetDouble().Should().BePositive();
        road.GetProperty("profile").EnumerateArray().Last().GetProperty("place")[0].GetDouble().Should().BeApproximately(106.3, 1e-6);
        answer.GetProperty("method").GetProperty("minutes").GetDouble().Should().Be(60);

        JsonElement features = await Run("road-siting", """{"inputs":{"from":"militia-posts/P1","alternatives":1}}""", "application/geo+json");
        JsonElement course = features.GetProperty("features").EnumerateArray().Should().ContainSingle().Subject;
        course.GetProperty("properties").GetProperty("status").GetString().Should().Be("planned");
        course.GetProperty("properties").GetProperty("alternative").GetInt32().Should().Be(1);
    }

    [TestMethod]
    public async Task A_ridge_is_crossed_within_the_grade_or_it_is_said_which_would_do()
    {
        JsonElement road = (await Run("road-siting", $$$"""{"inputs":{{{{OverRidge}}}}}""")).GetProperty("roads")[0];
        road.GetProperty("worstGrade").GetDouble().Should().BeLessThanOrEqualTo(0.1);
        road.GetProperty("climbMetres").GetDouble().Should().BeApproximately(400, 30);

        // 0.08° along the parallel are 8,250 m; 20 % at the steepest.
        road.GetProperty("lengthMetres").GetDouble().Should().BeGreaterThan(9_000);
        JsonElement none = await Run("road-siting", $$$"""{"inputs":{{{{OverRidge}}},"maximumGrade":0.01}}""");
        none.GetProperty("found").GetBoolean().Should().BeFalse();
        none.GetProperty("reason").GetString().Should().Contain("would do");
        double feasible = none.GetProperty("feasibleGrade").GetDouble();
        JsonElement again = await Run("road-siting", FormattableString.Invariant($$"""{"inputs":{{{OverRidge}},"maximumGrade":{{feasible}} } }"""));
        again.GetProperty("found").GetBoolean().Should().BeTrue();
    }

    [TestMethod]
    public async Task What_cannot_be_answered_explains_itself()
    {
        JsonElement outside = await Run("road-siting", """{"inputs":{"from":[10,10],"to":[11,11]}}""");
        outside.GetProperty("found").GetBoolean().Should().BeFalse();
        outside.GetProperty("faults").GetArrayLength().Should().Be(2, "both ends lie outside the terrain");
        JsonElement one = await Run("road-siting", """{"inputs":{"from":[106.2,22.2],"to":"P1"}}""");
        one.GetProperty("reason").GetString().Should().Contain("one place");
    }

    [TestMethod]
    public async Task Islands_are_joined_with_a_bound()
    {
        JsonElement answer = await Run("road-connection", """{"inputs":{"onTerrain":false}}""");
        answer.GetProperty("parts").GetInt32().Should().Be(2);
        answer.GetProperty("lowerBoundCost").GetDouble().Should().Be(answer.GetProperty("cost").GetDouble());

        // From 106.4, 22.4 to 106.8, 22.7, by pyproj's Geod.inv on WGS84.
        answer.GetProperty("links")[0].GetProperty("lengthMetres").GetDouble().Should().BeApproximately(52_881.5, 1);
        JsonElement features = await Run("road-connection", """{"inputs":{"onTerrain":false}}""", "application/geo+json");
        features.GetProperty("features").GetArrayLength().Should().Be(1);
        JsonElement served = await Run("road-connection", """{"inputs":{"onlyWithFacilities":true,"kinds":["combat-bases"]}}""");
        served.GetProperty("reason").GetString().Should().Contain("already");
    }

    [TestMethod]
    public async Task Proposed_roads_are_ranked_also_by_a_job()
    {
        JsonElement answer = await Run("road-ranking", """{"inputs":{"minutes":60}}""");
        JsonElement road = answer.GetProperty("roads")[0];
        road.GetProperty("id").GetString().Should().Be("R4");
        road.GetProperty("gainedMetres").GetDouble().Should().BePositive();
        road.GetProperty("gainedKilometresPerMillion").GetDouble().Should().BeApproximately(road.GetProperty("gainedMetres").GetDouble() / 1000 / 0.08, 1e-3);

        foreach ((string process, string inputs) in ((string, string)[])[("road-ranking", "\"minutes\":60"), ("road-connection", "\"onTerrain\":false"), ("road-siting", OverRidge)])
        {
            JsonElement waited = await Run(process, $$$"""{"inputs":{{{{inputs}}}}}""");
            (await ByJob(process, $$$"""{"inputs":{{{{inputs}}}}}""")).Should().Be(waited.GetRawText());
        }
    }

    [TestMethod]
    [DataRow("road-siting", """{"inputs":{"from":"B9","to":[200,22],"maximumGrade":0.9,"slopeCosts":[1],"forbiddenZones":["Z9"],"forbiddenHazards":["lava"],"alternatives":0}}""",
        "/inputs/from;/inputs/to;/inputs/maximumGrade;/inputs/slopeCosts;/inputs/forbiddenZones/0;/inputs/forbiddenHazards/0;/inputs/alternatives")]
    [DataRow("road-siting", "{}", "/inputs/from")]
    [DataRow("road-siting", """{"inputs":{"from":"network"}}""", "/inputs/from")]
    [DataRow("road-connection", """{"inputs":{"waterCostPerMetre":0,"onTerrain":1}}""", "/inputs/waterCostPerMetre;/inputs/onTerrain")]
    [DataRow("road-ranking", """{"inputs":{"proposedStatuses":["wished"],"season":"monsoon"}}""", "/inputs/minutes;/inputs/proposedStatuses/0;/inputs/season")]
    public async Task Everything_wrong_with_a_request_is_told_at_once(string process, string body, string faulty)
    {
        JsonElement problem = await LiveService.Problem(await Post(process, body), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().BeEquivalentTo(faulty.Split(';'));
    }

    [TestMethod]
    [DataRow("road-siting", """{"inputs":{"from":[179,0]}}""", "no terrain")]
    [DataRow("road-connection", "{}", "no roads")]
    [DataRow("road-ranking", """{"inputs":{"minutes":30}}""", "no roads")]
    public async Task A_plan_without_what_it_takes_says_so(string process, string body, string missing)
    {
        JsonElement problem = await LiveService.Problem(
            await Service.Post($"plans/pacific/processes/{process}/execution", body), HttpStatusCode.BadRequest);
        problem.GetRawText().Should().Contain(missing);
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

    private async Task<string> ByJob(string process, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service.Address, $"{Plan}/processes/{process}/execution"))
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Prefer", "respond-async");
        HttpResponseMessage begun = await Service.Client.SendAsync(request);
        begun.StatusCode.Should().Be(HttpStatusCode.Created);
        string job = begun.Headers.Location!.AbsolutePath.TrimStart('/');
        string status = "accepted";
        while (status is "accepted" or "running")
        {
            await Task.Delay(50);
            status = (await Service.Json(job)).GetProperty("status").GetString()!;
        }

        status.Should().Be("successful");
        return (await Service.Json(job + "/results")).GetRawText();
    }
}
