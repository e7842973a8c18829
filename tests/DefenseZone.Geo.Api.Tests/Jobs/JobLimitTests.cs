using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace DefenseZone.Geo.Api.Tests.Jobs;

[TestClass]
public sealed class JobLimitTests : JobTest
{
    private protected override string[] Settings =>
    [
        "--Jobs:Running=1", "--Jobs:Queued=1", "--Jobs:Kept=2", "--Jobs:MaximumSeconds=3", "--Jobs:MaximumResultBytes=4096",
        "--Limits:Executions=1", "--Limits:ExecutionSeconds=1",
    ];

    [TestMethod]
    public async Task Jobs_wait_for_their_turn_and_beyond_that_are_refused_for_a_while()
    {
        string running = await Ask();
        await Until(() => Slow.Running == 1);
        string waiting = await Ask();
        (await Service.Json(waiting)).GetProperty("status").GetString().Should().Be("accepted");
        await LiveService.Problem(await Service.Get(waiting + "/results"), HttpStatusCode.NotFound);

        HttpResponseMessage refused = await Post();
        await LiveService.Problem(refused, HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.Should().BePositive();

        Slow.LetEnd(2);
        await When(running, "successful");
        await When(waiting, "successful");
    }

    [TestMethod]
    public async Task A_job_that_waits_can_be_dismissed_and_makes_room()
    {
        await Ask();
        await Until(() => Slow.Running == 1);
        string waiting = await Ask();

        await Service.Send(HttpMethod.Delete, waiting);
        (await Service.Json(waiting)).GetProperty("status").GetString().Should().Be("dismissed");
        string next = await Ask();
        Slow.LetEnd(2);
        await When(next, "successful");
        Slow.Stopped.Should().Be(0);
    }

    [TestMethod]
    public async Task A_job_that_takes_too_long_is_stopped()
    {
        string job = await Ask();
        (await When(job, "failed")).GetProperty("message").GetString().Should().Contain("3 s");
        Slow.Stopped.Should().Be(1);
        await LiveService.Problem(await Service.Get(job + "/results"), HttpStatusCode.ServiceUnavailable);
    }

    [TestMethod]
    public async Task A_result_that_is_too_large_is_not_kept()
    {
        string job = await Ask(body: """{"inputs":{"ending":"large"}}""");
        Slow.LetEnd();
        await When(job, "failed");
        await LiveService.Problem(await Service.Get(job + "/results"), HttpStatusCode.InsufficientStorage);
    }

    [TestMethod]
    public async Task Only_so_many_that_have_ended_are_kept()
    {
        List<string> jobs = [];
        for (int i = 0; i < 3; i++)
        {
            jobs.Add(await Ask());
            Slow.LetEnd();
            await When(jobs[i], "successful");
        }

        await LiveService.Problem(await Service.Get(jobs[0]), HttpStatusCode.NotFound);
        (await Service.Json(Jobs)).GetProperty("numberMatched").GetInt32().Should().Be(2);
    }

    [TestMethod]
    public async Task An_execution_that_is_waited_for_has_its_time_too()
    {
        JsonElement problem = await LiveService.Problem(await Service.Post(SlowExecution, "{}"), HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("detail").GetString().Should().Contain("respond-async");
        await Until(() => Slow.Stopped == 1);
    }

    [TestMethod]
    public async Task Executions_that_are_waited_for_beyond_their_number_are_refused_for_a_while()
    {
        // The second waits for room as long as the first may take, so that one of them at least is told to come again.
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Service.Post(SlowExecution, "{}")));
        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        answers.Where(answer => answer.Headers.RetryAfter is not null).Should().NotBeEmpty();
    }

    [TestMethod]
    public async Task A_service_that_stops_stops_its_jobs()
    {
        await Ask();
        await Until(() => Slow.Running == 1);
        await StopService();
        Slow.Stopped.Should().Be(1);
        await StartService();
    }

    [TestMethod]
    public void Settings_that_cannot_be_meant_are_named()
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Jobs:Running"] = "0",
            ["Jobs:Queued"] = "-1",
            ["Jobs:Kept"] = "many",
            ["Jobs:KeptSeconds"] = "0",
            ["Jobs:MaximumSeconds"] = "1e9",
            ["Jobs:MaximumResultBytes"] = "100000",
            ["Jobs:KeptBytes"] = "5000",
            ["Limits:Executions"] = "0",
            ["Limits:ExecutionSeconds"] = "0",
        }).Build();
        Action read = () => ApiSettings.Of(settings);
        string message = read.Should().Throw<SettingsException>().Which.Message;
        foreach (string name in (string[])["Jobs:Running", "Jobs:Queued", "Jobs:Kept", "Jobs:KeptSeconds", "Jobs:MaximumSeconds", "Jobs:KeptBytes", "Limits:Executions", "Limits:ExecutionSeconds"])
            message.Should().Contain(name + " '");
    }
}
