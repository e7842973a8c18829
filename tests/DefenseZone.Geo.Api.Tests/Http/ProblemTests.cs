using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Http;

[TestClass]
public sealed class ProblemTests : ApiTest
{
    private protected override void Prepare(TestPlans plans) => plans.WithBroken();

    [TestMethod]
    [DataRow("nothing")]
    [DataRow("plans/diagonal/collections/militia-posts/items/P1/more")]
    [DataRow("plans/diagonal/processes/gaps/jobs")]
    public async Task There_is_a_problem_at_an_unknown_address_whatever_is_accepted(string path) =>
        await LiveService.Problem(await Service.Get(path, "text/html"), HttpStatusCode.NotFound);

    [TestMethod]
    [DataRow("PUT", "plans", "GET, HEAD, OPTIONS")]
    [DataRow("DELETE", Plan + "/collections/militia-posts/items/P1", "GET, HEAD, OPTIONS")]
    [DataRow("POST", Plan + "/collections/militia-posts/items", "GET, HEAD, OPTIONS")]
    [DataRow("GET", Plan + "/processes/gaps/execution", "POST, OPTIONS")]
    public async Task A_method_that_is_not_possible_is_refused_with_those_that_are(string method, string path, string allowed)
    {
        HttpResponseMessage answer = await Service.Send(new HttpMethod(method), path);
        await LiveService.Problem(answer, HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.Should().BeEquivalentTo(allowed.Split(", "));
    }

    [TestMethod]
    public async Task A_broken_plan_tells_all_its_problems_and_the_others_are_served()
    {
        JsonElement problem = await LiveService.Problem(await Service.Get("plans/broken"), HttpStatusCode.InternalServerError);
        string[] where = LiveService.Faulty(problem);

        where.Should().Contain(text => text.StartsWith("border-segments.geojson"))
            .And.Contain(text => text.StartsWith("militia-posts.geojson") && text.EndsWith("status"))
            .And.Contain(text => text.StartsWith("militia-posts.geojson") && text.EndsWith("coverageRadiusMetres"))
            .And.Contain(text => text.StartsWith("plan.json") && text.EndsWith("coverageRadiusMetres['combat-bases']"));
        problem.GetProperty("errors").EnumerateArray().Should().OnlyContain(error => error.GetProperty("remedy").GetString()!.Length > 0);
        await LiveService.Problem(await Service.Get("plans/broken/collections/border-segments/items"), HttpStatusCode.InternalServerError);
        (await Service.Get(Plan)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Service.Json("plans")).GetProperty("plans").EnumerateArray().Select(plan => plan.GetProperty("name").GetString())
            .Should().Equal("broken", "diagonal");
    }

    [TestMethod]
    public async Task Health_says_which_plans_are_usable()
    {
        JsonElement health = await Service.Json("health");
        health.GetProperty("status").GetString().Should().Be("degraded");
        health.GetProperty("plans").EnumerateArray().ToDictionary(
                plan => plan.GetProperty("name").GetString()!, plan => plan.GetProperty("usable").GetBoolean())
            .Should().Equal(new Dictionary<string, bool> { ["broken"] = false, ["diagonal"] = true });
    }

    [TestMethod]
    public async Task A_repaired_plan_is_served_without_a_restart()
    {
        await LiveService.Problem(await Service.Get("plans/broken"), HttpStatusCode.InternalServerError);
        Plans.Put("broken", "border-segments.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"geometry":{"type":"LineString","coordinates":[[106,22],[107,22]]},"properties":{}}]}""");
        Plans.Put("broken", "militia-posts.geojson", """{"type":"FeatureCollection","features":[]}""");
        Plans.Put("broken", "plan.json", """{"name":"Repaired"}""");
        await Task.Delay(TimeSpan.FromSeconds(1.2));

        (await Service.Get("plans/broken")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestMethod]
    public async Task There_is_a_picture_for_the_tab()
    {
        HttpResponseMessage icon = await Service.Get("favicon.ico");
        icon.StatusCode.Should().Be(HttpStatusCode.OK);
        icon.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
    }
}
