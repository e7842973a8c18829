using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Work;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>Answers that a job was taken on (201, with its address), or how it stands after it was dismissed.</summary>
internal sealed class JobAnswer(PlanRequest plan, Job job) : IResult
{
    /// <summary>True where the job was just taken on.</summary>
    public bool IsNew { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        string address = ApiRequest.Address(httpContext, plan.Path("jobs", job.Id));
        JobState state = job.State;
        if (IsNew)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers.Location = address;
            response.Headers[Preferences.Applied] = Preferences.RespondAsync;
        }
        else if (state.Status != JobStatus.Dismissed)
        {
            // What is told of a job that was forgotten on request is that it was.
            state = state with { Status = JobStatus.Dismissed, Message = "The job and its result were removed." };
        }

        response.ContentType = MediaTypes.Json;
        response.Headers.CacheControl = "no-store";
        using (var json = new Utf8JsonWriter(response.BodyWriter, JsonText.WriterOptions))
        {
            json.WriteJob(job, state,
            [
                new Link(address, IsNew ? "monitor" : "self", MediaTypes.Json, "The job"),
                new Link(ApiRequest.Address(httpContext, plan.Path("jobs")), Relations.JobList, MediaTypes.Json, "The jobs"),
            ]);
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}

/// <summary>The result of a job, in the form that was asked for when it was taken on.</summary>
internal sealed class JobResultAnswer(WaitedWork work, Job job, AnswerBuffer? result) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.Headers.CacheControl = "no-cache";
        EntityTagHeaderValue tag = EntityTags.Of(httpContext, job.Id, "results");
        bool isKnown = EntityTags.IsKnownToClient(httpContext.Request, tag);
        response.GetTypedHeaders().ETag = tag;
        if (isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = job.Form.ContentType;
        await work.Send(httpContext, result?.Pieces ?? []);
    }
}
