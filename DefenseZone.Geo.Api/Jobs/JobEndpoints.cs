using System.Collections.Immutable;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Work;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>OGC API – Processes: the jobs, their results, and their dismissal.</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder plan)
    {
        RouteGroupBuilder jobs = plan.MapGroup("/jobs").WithMetadata(TakesBrokenPlans.Mark);
        jobs.MapMethods("/", Verbs.Read, All);
        jobs.MapMethods("/{job}", Verbs.Read, One);
        jobs.MapDelete("/{job}", Dismiss);
        jobs.MapMethods("/{job}/results", Verbs.Read, Results);
    }

    private static DocumentAnswer All(PlanRequest plan, JobQueue jobs, ProcessList processes, TimeProvider clock)
    {
        FaultList faults = [];
        ApiRequest request = ApiRequest.Read(plan.Http, MediaTypes.Json, faults, JobQuery.Parameters);
        JobQuery query = JobQuery.Read(plan.Http.Request.Query, [.. processes.All.Select(process => process.Id)], faults);
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
        DateTimeOffset now = clock.GetUtcNow();
        ImmutableArray<Job> matching = [.. jobs.Of(plan.Snapshot.Name, JobOwner.Of(plan.Http.Request)).Where(job => query.Matches(job, now))];
        var document = new JobsDocument(plan, request, query, matching);
        plan.Http.Response.OnStarting(static state =>
        {
            ((HttpResponse)state).Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
            return Task.CompletedTask;
        }, plan.Http.Response);
        return new DocumentAnswer(request, document, [plan.Snapshot.Name, plan.Title, .. document.Identity]);
    }

    private static DocumentAnswer One(PlanRequest plan, string job, JobQueue jobs)
    {
        ApiRequest request = plan.Resource();
        Job found = Find(plan, job, jobs);
        JobState state = found.State;
        return new DocumentAnswer(request, new JobDocument(plan, request, found, state), plan.Title, found.Id, $"{state.Revision}");
    }

    private static JobAnswer Dismiss(PlanRequest plan, string job, JobQueue jobs)
    {
        plan.Resource();
        Job found = Find(plan, job, jobs);
        jobs.Dismiss(found);
        return new JobAnswer(plan, found);
    }

    private static JobResultAnswer Results(PlanRequest plan, string job, JobQueue jobs, WaitedWork work)
    {
        HttpRequest request = plan.Http.Request;
        FaultList faults =
        [
            .. request.Query.Keys.Select(name => new Fault(name, $"There is no parameter '{name}' here.", "The form of a result is chosen when it is asked for.")),
        ];
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
        Job found = Find(plan, job, jobs);
        JobState state = found.State;
        if (!state.HasEnded)
            throw RequestProblem.ResultNotReady(found.Id, state.Word);
        if (state.Failure is { } failure)
            throw failure;
        if (state.Status == JobStatus.Dismissed)
            throw RequestProblem.Dismissed(found.Id);
        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count > 0 && Negotiation.Quality(accepted, found.Form.ContentType) <= 0)
            throw RequestProblem.NotAcceptable([found.Form.ContentType]);
        return new JobResultAnswer(work, found, state.Result);
    }

    private static Job Find(PlanRequest plan, string job, JobQueue jobs) =>
        jobs.Find(plan.Snapshot.Name, job) ?? throw RequestProblem.NoSuchJob(job);
}
