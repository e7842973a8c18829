using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Api.Processes.Questions;

namespace DefenseZone.Geo.Api.Tests.Http;

[TestClass]
public sealed class UnreadableTextTests : ApiTest
{
    private const string Gaps = Plan + "/processes/gaps/execution";

    [TestMethod]
    [DataRow("1,2")]
    [DataRow("%201")]
    [DataRow("1%C2%A0000")]
    [DataRow("%E2%88%9E")]
    [DataRow("NaN")]
    [DataRow("1e999")]
    [DataRow("%00")]
    [DataRow("%FF")]
    public async Task A_feature_id_that_only_some_take_for_a_number_is_not_there(string id)
    {
        HttpResponseMessage answer = await Service.Get($"{Plan}/collections/notes/items/{id}");
        answer.StatusCode.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [TestMethod]
    [DataRow("5.bjEsMg")]
    [DataRow("5.biAx")]
    [DataRow("5.bg")]
    [DataRow("5.")]
    [DataRow("1,2")]
    [DataRow("-1")]
    [DataRow("%201")]
    public async Task An_offset_that_no_link_has_is_refused(string offset)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get($"{Plan}/collections/notes/items?offset={offset}"), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().Equal("offset");
    }

    [TestMethod]
    [DataRow("""{"inputs":{"kinds":["\ud800"]}}""", "/inputs/kinds/0")]
    [DataRow("""{"inputs":{"kinds":["a","\udfff\ud83d"]}}""", "/inputs/kinds/1")]
    [DataRow("""{"inputs":{"closedHazards":["x",["\u0000"]]}}""", "/inputs/closedHazards/1/0")]
    [DataRow("""{"inputs":{"\ud800":1}}""", "/inputs")]
    [DataRow("""{"\u0000":1}""", "/")]
    [DataRow("""{"response":"\udc00"}""", "/response")]
    public async Task Text_that_is_none_is_refused_by_every_process_at_its_place(string body, string where)
    {
        foreach (string process in KnownProcesses.List.All.Select(process => process.Id))
        {
            HttpResponseMessage answer = await Service.Post($"{Plan}/processes/{process}/execution", body);
            JsonElement problem = await LiveService.Problem(answer, HttpStatusCode.BadRequest);
            LiveService.Faulty(problem).Should().Equal([where], process);
        }
    }

    [TestMethod]
    public async Task Bytes_that_are_not_UTF8_are_refused_with_the_first_of_them()
    {
        byte[] body = [.. "{\"inputs\":{\"kinds\":[\""u8, 0xC3, 0x28, .. "\"]}}"u8];
        JsonElement problem = await LiveService.Problem(await Service.Post(Gaps, body), HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().Should().Contain("byte 22 ");
    }

    [TestMethod]
    public async Task A_byte_order_mark_before_the_body_does_not_matter()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "{\"inputs\":{\"requiredDepth\":2}}"u8];
        HttpResponseMessage marked = await Service.Post(Gaps, body);
        marked.StatusCode.Should().Be(HttpStatusCode.OK);
        (await marked.Content.ReadAsStringAsync()).Should().Be(await (await Service.Post(Gaps, """{"inputs":{"requiredDepth":2}}""")).Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task NUL_in_a_parameter_is_refused() =>
        LiveService.Faulty(await LiveService.Problem(await Service.Get($"{Plan}/collections/notes/items?text=a%00b"), HttpStatusCode.BadRequest))
            .Should().Equal("text");

    [TestMethod]
    public async Task Half_a_million_faults_are_counted_and_a_hundred_told()
    {
        string body = $$$"""{"inputs":{"kinds":[{{{string.Join(',', Enumerable.Repeat("0", 500_000))}}}]}}""";

        HttpResponseMessage answer = await Service.Post(Gaps, body);

        JsonElement problem = await LiveService.Problem(answer, HttpStatusCode.BadRequest);
        problem.GetProperty("errors").GetArrayLength().Should().Be(100);
        problem.GetProperty("moreErrors").GetInt32().Should().Be(499_900);
        problem.GetProperty("detail").GetString().Should().EndWith("And 499900 more.");
        (await answer.Content.ReadAsByteArrayAsync()).Length.Should().BeLessThan(200_000);
    }

    [TestMethod]
    public async Task A_name_of_a_megabyte_is_not_sent_back()
    {
        string name = new('x', 900_000);
        foreach (string body in (string[])[$$$"""{"{{{name}}}":1}""", $$$"""{"inputs":{"{{{name}}}":1}}""", $$$"""{"response":"{{{name}}}"}""", $$$"""{"inputs":{"closedRoads":["{{{name}}}"],"model":"response","minutes":5}}"""])
        {
            HttpResponseMessage answer = await Service.Post(Gaps, body);
            await LiveService.Problem(answer, HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsByteArrayAsync()).Length.Should().BeLessThan(20_000);
        }
    }

    [TestMethod]
    public async Task A_member_that_is_given_twice_is_told_wherever_it_is()
    {
        JsonElement problem = await LiveService.Problem(
            await Service.Post(Gaps, """{"inputs":{"year":2030,"year":2031},"outputs":{"report":{"format":{},"format":{}}},"inputs":{}}"""), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().BeEquivalentTo("/inputs", "/inputs/year", "/outputs/report/format");
    }
}
