using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Processes.Questions;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Api.Tests.Work;

/// <summary>When a client has gone, the token of its question is cancelled: each process has to look at it.</summary>
[TestClass]
public sealed class CancellationTests
{
    private static readonly TestPlans Plans = new TestPlans().WithDiagonal().WithRidge("diagonal").WithRoads();

    public static IEnumerable<object[]> Processes => KnownProcesses.List.All.Select(process => new object[] { process.Id });

    [ClassCleanup]
    public static void Clean() => Plans.Dispose();

    [TestMethod]
    [DynamicData(nameof(Processes))]
    public async Task Each_process_stops_when_it_is_told_to(string process)
    {
        PlanSnapshot plan = await new PlanFolderCatalog(Plans.Folder).Open("diagonal");
        using JsonDocument body = JsonDocument.Parse($$"""{"inputs":{{Inputs(process)}}}""");
        ExecutionRequest execution = ExecutionRequest.Of(body.RootElement, KnownProcesses.List.Find(process), plan.Plan);
        var stopped = new CancellationToken(canceled: true);
        Action answer = () =>
        {
            var form = new ResultForm(KnownProcesses.List.Find(process).Output, MediaTypes.Json, AsDocument: false);
            form.Write(execution.Question(new QuestionRun(null, TimeSpan.FromSeconds(60), stopped)), new AnswerBuffer(1 << 24), stopped);
        };
        answer.Should().Throw<OperationCanceledException>();
    }

    private static string Inputs(string process) => process switch
    {
        "siting" => """{"sites":2,"candidateBorderSpacingMetres":2000}""",
        "profile" => """{"from":[106.1,22.5],"to":[106.9,22.6]}""",
        "contours" or "relief" => """{"bbox":[106.4,22.4,106.6,22.6]}""",
        "route" => """{"from":"combat-bases/B1","to":[106.5,22.5]}""",
        "patrol-tour" => """{"base":"combat-bases/B1","roads":["R1","R2"]}""",
        "road-siting" => """{"from":[106.35,22.25],"minutes":60}""",
        "road-ranking" => """{"minutes":60}""",
        _ => "{}",
    };
}
