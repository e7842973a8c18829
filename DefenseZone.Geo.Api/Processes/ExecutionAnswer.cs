using DefenseZone.Geo.Api.Work;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>The answer of a process that is waited for.</summary>
internal sealed class ExecutionAnswer(WaitedWork work, PlanProcess process, ExecutionRequest execution, ResultForm form, TimeSpan time) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Encoding";
        return work.Answer(httpContext, execution.Class, form.ContentType, process.Remedy, (answer, stop) =>
            form.Write(execution.Question(new QuestionRun(null, time, stop)), answer, stop));
    }
}
