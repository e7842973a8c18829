using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Api.Tests.Jobs;

namespace DefenseZone.Geo.Api.Tests.Processes;

[TestClass]
public sealed class SitingTests : JobTest
{
    private const string Siting = Plan + "/processes/siting/execution";

    private protected override void Prepare(TestPlans plans) => plans.Put("diagonal", "candidate-sites.geojson", """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"S1","geometry":{"type":"Point","coordinates":[106.4,22.4]},"properties":{"coverageRadiusMetres":5000,"cost":10}},
        {"type":"Feature","id":"S2","geometry":{"type":"Point","coordinates":[106.6,22.6]},"properties":{"coverageRadiusMetres":9000,"cost":30}},
        {"type":"Feature","id":3,"geometry":{"type":"Point","coordinates":[106.9,22.9]},"properties":{"coverageRadiusMetres":4000,"cost":10}}]}
        """);

    [TestMethod]
    public async Task The_best_site_is_chosen_and_proven()
    {
        JsonElement answer = await Run("""{"inputs":{"sites":1}}""");

        answer.GetProperty("status").GetString().Should().Be("optimal");
        answer.GetProperty("relativeGap").GetDouble().Should().Be(0);
        JsonElement chosen = answer.GetProperty("chosen").EnumerateArray().Should().ContainSingle().Subject;
        chosen.GetProperty("id").GetString().Should().Be("S2");

        // Its whole width of the diagonal, which nobody covers yet.
        chosen.GetProperty("addedMetres").GetDouble().Should().BeInRange(17_900, 18_000);
        answer.GetProperty("newlyCoveredMetres").GetDouble().Should().Be(chosen.GetProperty("addedMetres").GetDouble());
        answer.GetProperty("boundMetres").GetDouble().Should().Be(answer.GetProperty("coveredMetres").GetDouble());
    }

    [TestMethod]
    public async Task Budgets_rules_and_aims_change_the_choice()
    {
        Ids(await Run("""{"inputs":{"budget":20}}""")).Should().BeEquivalentTo(["S1", "3"]);
        Ids(await Run("""{"inputs":{"sites":1,"forbidden":["S2"]}}""")).Should().Equal("S1");
        Ids(await Run("""{"inputs":{"sites":2,"required":[3]}}""")).Should().Equal("3", "S2");
        Ids(await Run("""{"inputs":{"sites":2,"exclusiveGroups":[{"candidates":["S1","S2"]}]}}""")).Should().BeEquivalentTo(["S2", "3"]);
        JsonElement all = await Run("""{"inputs":{"objective":"set-cover"}}""");
        Ids(all).Should().HaveCount(3);
        all.GetProperty("boundSites").GetDouble().Should().Be(3);
        all.GetProperty("unreachable").EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(stretch => stretch.GetProperty("smallestRadiusMetres").GetDouble() > 5_000);
        Ids(await Run("""{"inputs":{"sites":2,"candidateBorderSpacingMetres":20000,"candidateRadiusMetres":5000}}"""))
            .Should().HaveCount(2).And.OnlyContain(id => id.StartsWith("border-", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task A_question_that_makes_no_sense_is_refused_with_all_its_faults()
    {
        const string Body = """{"inputs":{"sites":0,"required":["S1","S9"],"forbidden":["S1"],"zoneLimits":[{"zone":"Z7","maximumSites":1}]}}""";
        JsonElement problem = await LiveService.Problem(await Service.Post(Siting, Body), HttpStatusCode.BadRequest);

        string text = problem.ToString();
        foreach (string part in new[] { "S9", "both required and forbidden", "only 0 may be chosen", "Z7" })
            text.Should().Contain(part);
    }

    [TestMethod]
    public async Task What_cannot_be_done_is_an_answer_that_explains_itself()
    {
        JsonElement answer = await Run("""{"inputs":{"sites":1,"zoneLimits":[{"zone":"Z1","minimumCoverage":0.99}]}}""");

        answer.GetProperty("status").GetString().Should().Be("infeasible");
        answer.GetProperty("conflicts").EnumerateArray().Should().NotBeEmpty();
        answer.GetProperty("chosen").EnumerateArray().Should().BeEmpty();
        answer.GetProperty("coveredMetres").GetDouble().Should().BePositive().And.Be(answer.GetProperty("existingCoveredMetres").GetDouble());
        answer.GetProperty("newlyCoveredMetres").GetDouble().Should().Be(0);
    }

    [TestMethod]
    public async Task It_runs_as_a_job_and_tells_how_it_ended()
    {
        string job = await Ask(Siting, """{"inputs":{"sites":2}}""");
        JsonElement done = await When(job, "successful");

        done.GetProperty("message").GetString().Should().Contain("2 sites add").And.Contain("optimal");
        Ids(await Service.Json(job + "/results")).Should().HaveCount(2);
    }

    [TestMethod]
    public async Task Chosen_sites_and_what_they_cover_are_to_be_had_as_features()
    {
        HttpResponseMessage answer = await Service.Post(Siting, """{"inputs":{"sites":1}}""", "application/geo+json");
        JsonElement collection = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        collection.GetProperty("status").GetString().Should().Be("optimal");
        collection.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("geometry").GetProperty("type").GetString())
            .Should().Equal("Point", "LineString");
    }

    private static IEnumerable<string> Ids(JsonElement answer) =>
        answer.TryGetProperty("chosen", out JsonElement chosen) ? [.. chosen.EnumerateArray().Select(site => site.GetProperty("id").ToString())] : [];

    private async Task<JsonElement> Run(string body)
    {
        HttpResponseMessage answer = await Service.Post(Siting, body);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
