using System.Text.Json;
using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Coverage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>OGC API – Processes: the processes, and their synchronous execution.</summary>
internal static class ProcessEndpoints
{
    private const string NoSuchProcess = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process";

    public static void MapProcesses(this IEndpointRouteBuilder plan)
    {
        RouteGroupBuilder processes = plan.MapGroup("/processes");
        processes.MapMethods("/", Verbs.Read, All);
        processes.MapMethods("/{process}", Verbs.Read, One);
        processes.MapPost("/{process}/execution", Execute);

        // Said here, because the pages of the map take every address that can be got and know nothing of this one.
        processes.MapMethods("/{process}/execution", Verbs.Read, OnlyPost);
    }

    private static DocumentAnswer All(PlanRequest plan)
    {
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new ProcessesDocument(plan, request));
    }

    private static DocumentAnswer One(PlanRequest plan, string process)
    {
        ProcessDefinition found = Find(process);
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new ProcessDocument(plan, request, found));
    }

    private static async Task<ExecutionAnswer> Execute(PlanRequest plan, string process, ApiSettings settings)
    {
        ProcessDefinition found = Find(process);
        HttpRequest request = plan.Http.Request;
        CancellationToken cancellation = plan.Http.RequestAborted;
        RefuseParameters(request);
        using JsonDocument body = await RequestBody.ReadJson(request, settings, cancellation);
        ExecutionRequest execution = ExecutionRequest.Of(body.RootElement);
        string mediaType = execution.MediaType.Length > 0 ? execution.MediaType : Accepted(request, execution.AsDocument);
        CoverageReport report = execution.About(plan.Snapshot.Plan).Solve(cancellationToken: cancellation);
        return new ExecutionAnswer(found, report, mediaType, execution.AsDocument);
    }

    private static StatusCodeHttpResult OnlyPost(PlanRequest plan, string process)
    {
        Find(process);
        plan.Http.Response.Headers.Allow = HttpMethods.Post;
        return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    private static ProcessDefinition Find(string process) =>
        ProcessDefinition.All.FirstOrDefault(known => string.Equals(known.Id, process, StringComparison.Ordinal))
        ?? throw RequestProblem.NotFound("process", process, ProcessDefinition.All.Select(known => known.Id), NoSuchProcess);

    private static void RefuseParameters(HttpRequest request)
    {
        List<Fault> faults =
        [
            .. request.Query.Keys.Select(name => new Fault(name, $"There is no parameter '{name}' here.", "Inputs are given in the body.")),
        ];
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
    }

    private static string Accepted(HttpRequest request, bool asDocument)
    {
        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return MediaTypes.Json;
        double json = Negotiation.Quality(accepted, MediaTypes.Json);
        double geoJson = asDocument ? 0 : Negotiation.Quality(accepted, MediaTypes.GeoJson);
        if (json <= 0 && geoJson <= 0)
            throw RequestProblem.NotAcceptable([MediaTypes.Json, MediaTypes.GeoJson]);
        return geoJson > json ? MediaTypes.GeoJson : MediaTypes.Json;
    }
}
