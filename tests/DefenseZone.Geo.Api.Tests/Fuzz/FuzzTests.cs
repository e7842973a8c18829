using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DefenseZone.Geo.Api.Tests.Fuzz;

/// <summary>
/// Thousands of made-up requests: none makes the service fail, none outlives its time, and the memory comes back.
/// <c>DZGEO_FUZZ</c> says how many (5,000 otherwise), <c>DZGEO_FUZZ_SEED</c> from which seed.
/// </summary>
[TestClass]
public sealed class FuzzTests
{
    private const int MostGrowthBytes = 50 << 20;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task No_request_makes_the_service_fail()
    {
        int count = Setting("DZGEO_FUZZ", 5_000), seed = Setting("DZGEO_FUZZ_SEED", 20_261_130);
        using TestPlans plans = new TestPlans().WithDiagonal().WithRidge("diagonal").WithRoads();
        await using LiveService service = await LiveService.StartWithMap(plans.Folder, "--Limits:ExecutionSeconds=2", "--Jobs:MaximumSeconds=2", "--Jobs:Kept=10");
        var maker = new RequestMaker(seed, await Collections(service), await Processes(service));
        MadeRequest[] requests = [.. Enumerable.Range(0, count).Select(_ => maker.Next())];

        // What is made once and kept, is made before it is measured.
        await Send(service, requests.Take(500), seed);
        long before = Heap();
        await Send(service, requests.Skip(500), seed);
        await JobsEnd(service);
        long after = Heap();

        TestContext.WriteLine($"{count} requests from seed {seed}: heap {before >> 20} MB before, {after >> 20} MB after");
        (after - before).Should().BeLessThan(MostGrowthBytes);
    }

    private static async Task Send(LiveService service, IEnumerable<MadeRequest> requests, int seed)
    {
        var failures = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (made, stop) =>
        {
            try
            {
                using HttpRequestMessage request = Request(service, made);
                using HttpResponseMessage answer = await service.Client.SendAsync(request, stop);
                byte[] body = await answer.Content.ReadAsByteArrayAsync(stop);
                bool isSound = (int)answer.StatusCode < 500 || answer.StatusCode == HttpStatusCode.ServiceUnavailable;
                if (!isSound)
                    failures.Enqueue($"{(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(500, body.Length)))}\n{made}");
                if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
                    && answer.Content.Headers.ContentEncoding.Count == 0 && body.Length > 0)
                    JsonDocument.Parse(body).Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException)
            {
                failures.Enqueue($"{e.Message} {e.InnerException?.Message}\n{made}");
            }
        });
        failures.Should().BeEmpty($"the seed is {seed}; the first of {failures.Count} is\n{failures.FirstOrDefault()}\n");
    }

    private static HttpRequestMessage Request(LiveService service, MadeRequest made)
    {
        var request = new HttpRequestMessage(new HttpMethod(made.Method), new Uri(service.Address.AbsoluteUri + made.Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (made.Body is not null)
        {
            request.Content = new ByteArrayContent(made.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach ((string name, string value) in made.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static async Task<string[]> Collections(LiveService service) =>
        [.. (await service.Json("plans/diagonal/collections")).GetProperty("collections").EnumerateArray().Select(collection => collection.GetProperty("id").GetString()!)];

    private static async Task<Dictionary<string, JsonObject>> Processes(LiveService service)
    {
        var processes = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (JsonElement summary in (await service.Json("plans/diagonal/processes")).GetProperty("processes").EnumerateArray())
        {
            string id = summary.GetProperty("id").GetString()!;
            var inputs = new JsonObject();
            foreach (JsonProperty input in (await service.Json($"plans/diagonal/processes/{id}")).GetProperty("inputs").EnumerateObject())
                inputs[input.Name] = JsonNode.Parse(input.Value.GetProperty("schema").GetRawText());
            processes[id] = new JsonObject { ["inputs"] = inputs, ["example"] = JsonNode.Parse(Example(id)) };
        }

        return processes;
    }

    // Requests about the plan of these tests that make sense; the others begin with nothing.
    private static string Example(string process) => process switch
    {
        "siting" => """{"candidateBorderSpacingMetres":20000,"sites":2,"timeLimitSeconds":0.2}""",
        "profile" => """{"from":[106.4,22.5],"to":[106.6,22.5]}""",
        "relief" or "contours" => """{"bbox":[106.4,22.4,106.5,22.5]}""",
        "viewshed" => """{"observers":[[106.45,22.5]],"rangeMetres":3000}""",
        "route" => """{"from":[106.3,22.2],"to":[106.5,22.5]}""",
        "patrol-tour" => """{"base":"combat-bases/B1","facilities":["P1","P2"]}""",
        "road-siting" => """{"from":[106.31,22.21],"to":[106.33,22.23]}""",
        "road-ranking" => """{"minutes":60}""",
        _ => "{}",
    };

    private static async Task JobsEnd(LiveService service)
    {
        var queue = (Api.Jobs.JobQueue)service.Services.GetService(typeof(Api.Jobs.JobQueue))!;
        while (queue.OpenCount > 0)
            await Task.Delay(50);
    }

    private static long Heap()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
