using System.Diagnostics;
using System.Net;
using System.Text.Json;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Processes.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseZone.Geo.Api.Tests.Jobs;

/// <summary>Tests with a process that is as slow as a test wants it to be.</summary>
public abstract class JobTest : ApiTest
{
    private protected const string Jobs = Plan + "/jobs";
    private protected const string SlowExecution = Plan + "/processes/slow/execution";

    private protected SlowProcess Slow { get; } = new();

    private protected override void Configure(IServiceCollection services) =>
        services.AddSingleton(new ProcessList([.. KnownProcesses.List.All, Slow]));

    [TestInitialize]
    public void BeSomebody() => Service.Client.DefaultRequestHeaders.Add("Cookie", "dzgeo-jobs=abcdefghijklmnopqrstuvwxyz012345");

    /// <summary>Asks for a job, and returns its address.</summary>
    private protected async Task<string> Ask(string execution = SlowExecution, string body = "{}", string accept = "")
    {
        HttpResponseMessage answer = await Post(execution, body, accept);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private protected Task<HttpResponseMessage> Post(string execution = SlowExecution, string body = "{}", string accept = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Service.Address, execution)) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("Prefer", "wait=5, Respond-Async;x=1");
        if (accept.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return Service.Client.SendAsync(request);
    }

    /// <summary>The job, as soon as it has that status.</summary>
    private protected async Task<JsonElement> When(string job, string status)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            JsonElement state = await Service.Json(job);
            if (state.GetProperty("status").GetString() == status)
                return state;
            patience.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), $"{status} is awaited, and it is: {state}");
            await Task.Delay(20);
        }
    }

    private protected static async Task Until(Func<bool> holds)
    {
        var patience = Stopwatch.StartNew();
        while (!holds())
        {
            patience.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(20);
        }
    }
}
