using System.Text.Json;
using DefenseZone.Geo.Terrain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseZone.Geo.Api.Http;

/// <summary>Writes every error as RFC 9457 problem details, whatever the client accepts: an error is better read than refused.</summary>
internal static class ProblemResponse
{
    /// <summary>Problem details for a status that something else has set without saying more.</summary>
    public static Task WriteBare(HttpContext http)
    {
        int status = http.Response.StatusCode;
        string detail = status switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}. The plans are listed at /plans.",
            StatusCodes.Status405MethodNotAllowed =>
                $"{http.Request.Method} is not possible here; possible: {http.Response.Headers.Allow}.",
            StatusCodes.Status413PayloadTooLarge => "The body is larger than this service takes.",
            _ => ReasonPhrases.GetReasonPhrase(status) + ".",
        };
        return Write(http, status, "about:blank", ReasonPhrases.GetReasonPhrase(status), detail, []);
    }

    /// <summary>Problem details for a request that cannot be answered.</summary>
    public static Task Write(HttpContext http, RequestProblem problem)
    {
        if (problem.RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        return Write(http, problem.Status, problem.Type, problem.Title, problem.Message, problem.Faults, problem.OmittedFaults);
    }

    public static Task Write(HttpContext http, int status, string type, string title, string detail, IReadOnlyList<Fault> faults, int omittedFaults = 0)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaTypes.Problem;
        http.Response.Headers.CacheControl = "no-store";
        using (var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonText.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteString("instance", http.Request.PathBase.Add(http.Request.Path).ToUriComponent());
            if (faults.Count > 0)
            {
                json.WriteStartArray("errors");
                foreach (Fault fault in faults)
                {
                    json.WriteStartObject();
                    json.WriteString("where", fault.Where);
                    json.WriteString("message", fault.Message);
                    json.WriteString("remedy", fault.Remedy);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            if (omittedFaults > 0)
                json.WriteNumber("moreErrors", omittedFaults);
            json.WriteEndObject();
        }

        return http.Response.BodyWriter.FlushAsync(http.RequestAborted).AsTask();
    }
}

/// <summary>The one table from exceptions to problem details.</summary>
internal sealed partial class ProblemTable(ILogger<ProblemTable> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested:
                // Nobody is listening any more.
                return true;
            case RequestProblem problem:
                await ProblemResponse.Write(httpContext, problem);
                return true;
            case TerrainException terrain:
                Failed(log, httpContext.Request.Method, httpContext.Request.Path, exception);
                await ProblemResponse.Write(httpContext, RequestProblem.BrokenTerrain(terrain));
                return true;
            case BadHttpRequestException bad:
                await ProblemResponse.Write(
                    httpContext, bad.StatusCode, "about:blank", ReasonPhrases.GetReasonPhrase(bad.StatusCode), bad.Message, []);
                return true;
            default:
                Failed(log, httpContext.Request.Method, httpContext.Request.Path, exception);
                await ProblemResponse.Write(
                    httpContext,
                    StatusCodes.Status500InternalServerError,
                    "about:blank",
                    "The service has failed.",
                    $"What went wrong is in the service's log, under {httpContext.TraceIdentifier}.",
                    []);
                return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, string method, PathString path, Exception exception);
}
