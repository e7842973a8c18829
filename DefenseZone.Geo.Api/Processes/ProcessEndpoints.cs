using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Jobs;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>OGC API – Processes: the processes, and their execution, waited for or as a job.</summary>
internal static class ProcessEndpoints
{
    public static void MapProcesses(this IEndpointRouteBuilder plan)
    {
        RouteGroupBuilder processes = plan.MapGroup("/processes");
        processes.MapMethods("/", Verbs.Read, All);
        processes.MapMethods("/{process}", Verbs.Read, One);
        processes.MapPost("/{process}/execution", Execute).WithMetadata(TakesBrokenPlans.Mark);

        // Said here, because the pages of the map take every address that can be got and know nothing of this one.
        processes.MapMethods("/{process}/execution", Verbs.Read, OnlyPost).WithMetadata(RefusedRoute.Mark);
    }

    private static DocumentAnswer All(PlanRequest plan, ProcessList processes)
    {
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new ProcessesDocument(plan, request, processes));
    }

    private static DocumentAnswer One(PlanRequest plan, string process, ProcessList processes)
    {
        PlanProcess found = processes.Find(process);
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new ProcessDocument(plan, request, found));
    }

    private static async Task<IResult> Execute(
        PlanRequest plan, string process, ProcessList processes, ApiSettings settings, WaitedWork work, JobQueue jobs)
    {
        PlanProcess found = processes.Find(process);
        HttpRequest request = plan.Http.Request;
        CancellationToken cancellation = plan.Http.RequestAborted;
        RefuseParameters(request);
        using JsonDocument body = await RequestBody.ReadJson(request, settings, cancellation);
        Plan asked = plan.ForUse(ExecutionRequest.IsDespiteErrors(body.RootElement));
        ExecutionRequest execution = ExecutionRequest.Of(body.RootElement, found, asked);
        var form = new ResultForm(
            found.Output,
            execution.MediaType.Length > 0 ? execution.MediaType : Accepted(request, found.Output, execution.AsDocument),
            execution.AsDocument)
        { Findings = asked.Findings };
        if (Preferences.IsAsync(request))
            return new JobAnswer(plan, jobs.Add(plan.Snapshot, found, execution, form, WorkOrder.ClientOf(plan.Http), JobOwner.OfNew(plan.Http))) { IsNew = true };
        return new ExecutionAnswer(work, found, execution, form, settings.Execution.WaitedTime);
    }

    private static StatusCodeHttpResult OnlyPost(PlanRequest plan, string process, ProcessList processes)
    {
        processes.Find(process);
        plan.Http.Response.Headers.Allow = HttpMethods.Post;
        return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    private static void RefuseParameters(HttpRequest request)
    {
        FaultList faults =
        [
            .. request.Query.Keys.Select(name => new Fault(name, $"There is no parameter '{name}' here.", "Inputs are given in the body.")),
        ];
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
    }

    private static string Accepted(HttpRequest request, ProcessOutput output, bool asDocument)
    {
        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return output.MediaTypes[0];

        // A document is JSON whatever the value in it is; which value that is, the request itself has to say.
        ImmutableArray<string> possible = asDocument ? [MediaTypes.Json] : output.MediaTypes;
        string best = possible.MaxBy(mediaType => Negotiation.Quality(accepted, mediaType))!;
        if (Negotiation.Quality(accepted, best) <= 0)
            throw RequestProblem.NotAcceptable(possible);
        return asDocument ? output.MediaTypes[0] : best;
    }
}
