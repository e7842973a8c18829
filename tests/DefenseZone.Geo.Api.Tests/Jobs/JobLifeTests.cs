using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Jobs;

[TestClass]
public sealed class JobLifeTests : JobTest
{
    private const string Gaps = Plan + "/processes/gaps/execution";

    [TestMethod]
    public async Task A_job_is_taken_on_and_says_where_it_is()
    {
        HttpResponseMessage answer = await Post();

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        answer.Headers.GetValues("Preference-Applied").Should().Equal("respond-async");
        JsonElement job = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        job.GetProperty("type").GetString().Should().Be("process");
        job.GetProperty("processID").GetString().Should().Be("slow");
        job.GetProperty("status").GetString().Should().BeOneOf("accepted", "running");
        answer.Headers.Location.Should().Be(new Uri(Service.Address, $"{Jobs}/{job.GetProperty("jobID").GetString()}"));
        Slow.LetEnd();
    }

    [TestMethod]
    public async Task It_runs_tells_how_far_it_is_and_ends_with_its_result()
    {
        string job = await Ask();
        await Until(() => Slow.Running == 1);

        JsonElement running = await When(job, "running");
        running.GetProperty("progress").GetInt32().Should().Be(40, "progress never falls");
        running.GetProperty("message").GetString().Should().Be("At work");
        running.TryGetProperty("finished", out _).Should().BeFalse();
        JsonElement early = await LiveService.Problem(await Service.Get(job + "/results"), HttpStatusCode.NotFound);
        early.GetProperty("type").GetString().Should().Be("http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready");
        Slow.LetEnd();
        JsonElement done = await When(job, "successful");

        done.GetProperty("progress").GetInt32().Should().Be(100);
        done.GetProperty("message").GetString().Should().Be("It ended well.");
        string[] times = [.. new[] { "created", "started", "finished" }.Select(name => done.GetProperty(name).GetString()!)];
        times.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyContain(time => time.EndsWith('Z'));
        done.GetProperty("updated").GetString().Should().Be(times[2]);
        (await Service.Json(LiveService.Href(done, "http://www.opengis.net/def/rel/ogc/1.0/results")))
            .GetProperty("plan").GetString().Should().Be("Đường chéo");
    }

    [TestMethod]
    [DataRow("", "{}", "application/json")]
    [DataRow("application/geo+json", "{}", "application/geo+json")]
    [DataRow("", """{"outputs":{"report":{"format":{"mediaType":"application/geo+json"}}}}""", "application/geo+json")]
    [DataRow("", """{"response":"document"}""", "application/json")]
    public async Task The_result_is_the_same_as_when_it_is_waited_for(string accept, string body, string mediaType)
    {
        string waited = await (await Service.Post(Gaps, body, accept)).Content.ReadAsStringAsync();
        string job = await Ask(Gaps, body, accept);
        await When(job, "successful");

        HttpResponseMessage result = await Service.Get(job + "/results");
        result.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        (await result.Content.ReadAsStringAsync()).Should().Be(waited);
        string tag = result.Headers.ETag!.ToString();
        (await Service.Get(job + "/results", "", ("If-None-Match", tag))).StatusCode.Should().Be(HttpStatusCode.NotModified);
        await LiveService.Problem(await Service.Get(job + "/results", "text/csv"), HttpStatusCode.NotAcceptable);
        await LiveService.Problem(await Service.Get(job + "/results?f=json"), HttpStatusCode.BadRequest);
    }

    [TestMethod]
    public async Task It_is_about_the_plan_as_it_was()
    {
        string job = await Ask();
        await Until(() => Slow.Running == 1);
        string before = (await Service.Json(Plan)).GetProperty("planVersion").GetString()!;
        Plans.Put("diagonal", "plan.json", """{"name":"Khác"}""");
        while ((await Service.Json(Plan)).GetProperty("planVersion").GetString() == before)
            await Task.Delay(50);

        Slow.LetEnd();
        JsonElement done = await When(job, "successful");
        done.GetProperty("planVersion").GetString().Should().Be(before);
        (await Service.Json(job + "/results")).GetProperty("plan").GetString().Should().Be("Đường chéo");
    }

    [TestMethod]
    public async Task A_running_job_is_dismissed_and_its_work_stops()
    {
        string job = await Ask();
        await Until(() => Slow.Running == 1);

        HttpResponseMessage answer = await Service.Send(HttpMethod.Delete, job);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetString().Should().Be("dismissed");
        await Until(() => Slow.Stopped == 1);
        (await Service.Json(job)).GetProperty("status").GetString().Should().Be("dismissed");
        await LiveService.Problem(await Service.Get(job + "/results"), HttpStatusCode.Gone);

        (await Service.Send(HttpMethod.Delete, job)).StatusCode.Should().Be(HttpStatusCode.OK);
        JsonElement gone = await LiveService.Problem(await Service.Get(job), HttpStatusCode.NotFound);
        gone.GetProperty("type").GetString().Should().Be("http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-job");
    }

    [TestMethod]
    public async Task A_job_that_has_ended_is_removed_with_its_result()
    {
        string job = await Ask(Gaps);
        await When(job, "successful");

        HttpResponseMessage answer = await Service.Send(HttpMethod.Delete, job);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetString().Should().Be("dismissed");
        await LiveService.Problem(await Service.Get(job), HttpStatusCode.NotFound);
        await LiveService.Problem(await Service.Get(job + "/results"), HttpStatusCode.NotFound);
        await LiveService.Problem(await Service.Send(HttpMethod.Delete, job), HttpStatusCode.NotFound);
    }

    [TestMethod]
    [DataRow("problem", HttpStatusCode.BadRequest)]
    [DataRow("crash", HttpStatusCode.InternalServerError)]
    public async Task A_job_that_fails_says_why(string ending, HttpStatusCode status)
    {
        string job = await Ask(body: $$$"""{"inputs":{"ending":"{{{ending}}}"}}""");
        Slow.LetEnd();

        JsonElement failed = await When(job, "failed");
        failed.GetProperty("message").GetString().Should().NotBeEmpty().And.NotContain("secret");
        JsonElement problem = await LiveService.Problem(await Service.Get(LiveService.Href(failed, "http://www.opengis.net/def/rel/ogc/1.0/exceptions")), status);
        problem.GetProperty("detail").GetString().Should().Be(failed.GetProperty("message").GetString());
    }

    [TestMethod]
    public async Task What_is_wrong_with_a_request_is_told_at_once_and_makes_no_job()
    {
        await LiveService.Problem(await Post(body: """{"inputs":{"ending":"never"}}"""), HttpStatusCode.BadRequest);
        await LiveService.Problem(await Post(accept: "text/csv"), HttpStatusCode.NotAcceptable);
        (await Service.Json(Jobs)).GetProperty("numberMatched").GetInt32().Should().Be(0);
    }

    [TestMethod]
    [DataRow(Jobs + "/1")]
    [DataRow(Jobs + "/1/results")]
    public async Task A_job_that_there_is_not_is_not_found(string path)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get(path), HttpStatusCode.NotFound);
        problem.GetProperty("type").GetString().Should().EndWith("/no-such-job");
    }

    [TestMethod]
    public async Task A_job_belongs_to_its_plan()
    {
        Plans.WithAntimeridian();
        string job = await Ask(Gaps);
        await When(job, "successful");
        await LiveService.Problem(await Service.Get(job.Replace("/diagonal/", "/pacific/")), HttpStatusCode.NotFound);
    }

    [TestMethod]
    public async Task Jobs_have_pages_for_people()
    {
        string job = await Ask(Gaps);
        await When(job, "successful");
        string page = await (await Service.Get(job, "text/html")).Content.ReadAsStringAsync();
        page.Should().Contain("<h1>Gaps in the border&#x27;s coverage</h1>").And.Contain(job + "/results").And.Contain("100 %");
        string list = await (await Service.Get(Jobs + "?f=html")).Content.ReadAsStringAsync();
        list.Should().Contain($"<a href=\"{job}\">").And.Contain("successful");
    }
}
