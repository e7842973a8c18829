using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Api.Tests.Jobs;
using DefenseZone.Geo.Api.Work;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseZone.Geo.Api.Tests.Work;

[TestClass]
public sealed class StarvationTests : JobTest
{
    private protected override string[] Settings => ["--Limits:Executions=3", "--Limits:SendSeconds=1", "--Limits:MaximumAnswerBytes=16777216"];

    private protected override void Prepare(TestPlans plans) => plans.WithRidge("diagonal").WithRoads();

    [TestMethod]
    public async Task Quick_questions_are_answered_while_long_ones_run_and_wait()
    {
        Task<HttpResponseMessage>[] longs = [.. Enumerable.Range(0, 8).Select(_ => Service.Post(SlowExecution, "{}"))];
        WorkQueue queue = Service.Services.GetRequiredService<WorkQueue>();
        await Until(() => Slow.Running == 1 && queue.Waiting == 7);
        foreach (string quick in (string[])["coverage", "gaps", "zones", "profile", "response"])
        {
            string body = quick == "profile" ? """{"inputs":{"from":[106.1,22.5],"to":[106.2,22.6]}}""" : "{}";
            HttpResponseMessage answer = await Service.Post($"{Plan}/processes/{quick}/execution", body);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }

        (await Service.Get(Plan + "/collections/gaps/items")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Service.Get(Plan + "/map/tiles/WebMercatorQuad/8/111/203")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Service.Get(Plan + "/collections/isochrones/items")).StatusCode.Should().Be(HttpStatusCode.OK);
        Slow.Running.Should().Be(1);
        queue.Waiting.Should().Be(7, "none of the long ones has ended meanwhile");
        Slow.LetEnd(8);
        (await Task.WhenAll(longs)).Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [TestMethod]
    public async Task An_answer_that_would_be_too_large_is_refused_whole_and_says_what_to_do()
    {
        Slow.LetEnd();
        JsonElement problem = await LiveService.Problem(
            await Service.Post(SlowExecution, """{"inputs":{"ending":"too-large"}}"""), HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("detail").GetString().Should().Contain("16777216").And.Contain("Ask for less");
    }

    [TestMethod]
    public async Task A_reader_that_does_not_read_keeps_its_slot_for_so_long_and_is_cut_off()
    {
        WorkQueue queue = Service.Services.GetRequiredService<WorkQueue>();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, Service.Address.Port);
        const string Body = """{"inputs":{"ending":"huge"}}""";
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /{SlowExecution} HTTP/1.1\r\nHost: 127.0.0.1:{Service.Address.Port}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));
        Slow.LetEnd();
        await Until(() => Slow.Ended == 1);
        queue.Running.Should().Be(1, "the answer is not sent yet");
        await Until(() => queue.Running == 0);
        (await Service.Post($"{Plan}/processes/coverage/execution", "{}")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestMethod]
    public async Task Work_for_a_client_that_has_gone_stops_and_gives_its_slot_back()
    {
        WorkQueue queue = Service.Services.GetRequiredService<WorkQueue>();
        using (var client = new HttpClient { BaseAddress = Service.Address })
        {
            Task<HttpResponseMessage> running = client.PostAsync(SlowExecution, Json()), waiting = client.PostAsync(SlowExecution, Json());
            await Until(() => Slow.Running == 1 && queue.Waiting == 1);
            client.CancelPendingRequests();
            await running.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
            await waiting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        }

        await Until(() => Slow.Stopped >= 1 && queue.Running == 0 && queue.Waiting == 0);
        Slow.Running.Should().Be(0);

        static StringContent Json() => new("{}", Encoding.UTF8, "application/json");
    }
}
