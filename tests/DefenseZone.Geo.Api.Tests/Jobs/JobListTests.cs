using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Jobs;

[TestClass]
public sealed class JobListTests : JobTest
{
    private const string Gaps = Plan + "/processes/gaps/execution";

    private protected override string[] Settings => ["--Jobs:Running=2"];

    [TestMethod]
    public async Task Jobs_are_listed_newest_first_page_by_page_and_new_ones_do_not_push_the_rest_on()
    {
        var asked = new List<string>();
        for (int i = 0; i < 5; i++)
        {
            asked.Add(await Ask(Gaps));
            await When(asked[i], "successful");
        }

        JsonElement first = await Service.Json(Jobs + "?limit=2");
        first.GetProperty("numberMatched").GetInt32().Should().Be(5);
        List<string> seen = [.. Addresses(first)];
        await When(await Ask(Gaps), "successful");
        for (string next = LiveService.Href(first, "next"); next.Length > 0;)
        {
            JsonElement page = await Service.Json(next);
            seen.AddRange(Addresses(page));
            next = LiveService.Href(page, "next");
        }

        seen.Should().Equal(Enumerable.Reverse(asked));
    }

    [TestMethod]
    public async Task They_are_filtered_by_process_status_time_and_duration()
    {
        string slow = await Ask();
        await When(slow, "running");
        string gaps = await Ask(Gaps);
        string created = (await When(gaps, "successful")).GetProperty("created").GetString()!;
        await Until(() => DateTimeOffset.UtcNow > DateTimeOffset.Parse(created).AddSeconds(1.1));

        (await Found("processID=slow")).Should().Equal(slow);
        (await Found("processID=slow,gaps")).Should().Equal(gaps, slow);
        (await Found("status=running")).Should().Equal(slow);
        (await Found("status=successful,failed")).Should().Equal(gaps);
        (await Found("minDuration=1")).Should().Equal(slow);
        (await Found("maxDuration=1")).Should().Equal(gaps);
        (await Found("type=process")).Should().HaveCount(2);
        (await Found("datetime=2000-01-01/2001-01-01")).Should().BeEmpty();
        (await Found("datetime=2000-01-01/..")).Should().HaveCount(2);
        Slow.LetEnd();
    }

    [TestMethod]
    public async Task What_cannot_be_asked_is_refused_all_at_once()
    {
        JsonElement problem = await LiveService.Problem(
            await Service.Get(Jobs + "?type=wps&processID=forts&status=done&datetime=soon&minDuration=-1&maxDuration=x&limit=0&offset=y&colour=red"),
            HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().BeEquivalentTo(
            "type", "processID", "status", "datetime", "minDuration", "maxDuration", "limit", "offset", "colour");
    }

    private async Task<string[]> Found(string query) => Addresses(await Service.Json($"{Jobs}?{query}"));

    private static string[] Addresses(JsonElement list) =>
        [.. list.GetProperty("jobs").EnumerateArray().Select(job => LiveService.Href(job, "self"))];
}
