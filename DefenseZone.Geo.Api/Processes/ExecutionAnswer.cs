using System.IO.Pipelines;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>The answer of a process that was waited for. It is sent as it is written, never held as a whole.</summary>
internal sealed class ExecutionAnswer(ProcessResult result, ResultForm form) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = form.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Encoding";
        PipeWriter body = response.BodyWriter;
        return form.Write(
            result,
            body,
            async () => await body.FlushAsync(httpContext.RequestAborted),
            httpContext.RequestAborted);
    }
}
