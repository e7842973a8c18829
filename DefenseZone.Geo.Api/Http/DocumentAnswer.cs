using System.Text.Json;
using DefenseZone.Geo.Api.Pages;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Http;

/// <summary>A resource that is written in one go, as JSON or as a page.</summary>
internal interface IDocument
{
    /// <summary>Writes one JSON value.</summary>
    void WriteJson(Utf8JsonWriter json);

    /// <summary>Writes the same for a person.</summary>
    void WritePage(HtmlPage page);
}

/// <summary>Answers with a document in the form asked for, or with 304 where the client has it.</summary>
/// <param name="request">What was asked.</param>
/// <param name="document">What is answered.</param>
/// <param name="identity">What the document is made from, besides its address: the same identity is the same document.</param>
internal sealed class DocumentAnswer(ApiRequest request, IDocument document, params IEnumerable<string> identity) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (Answers.IsNotModified(request, identity))
            return;
        HttpResponse response = httpContext.Response;
        if (request.Representation == Representation.Html)
        {
            var page = new HtmlPage();
            document.WritePage(page);
            Answers.DescribePage(response);
            await response.WriteAsync(page.Text(), httpContext.RequestAborted);
            return;
        }

        response.ContentType = request.JsonMediaType;
        using (var json = new Utf8JsonWriter(response.BodyWriter, JsonText.WriterOptions))
            document.WriteJson(json);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}

/// <summary>What answers to GET have in common.</summary>
internal static class Answers
{
    /// <summary>Sets the headers for caches; true where the answer is 304 and complete.</summary>
    /// <exception cref="RequestProblem">A precondition does not hold (412).</exception>
    public static bool IsNotModified(ApiRequest request, IEnumerable<string> identity)
    {
        HttpContext http = request.Http;
        string[] parts =
        [
            .. identity,
            request.Address(),
            http.Request.Path.ToUriComponent(),
            http.Request.QueryString.ToUriComponent(),
            ApiRequest.Name(request.Representation),
        ];
        EntityTagHeaderValue tag = EntityTags.Of(http, parts);
        bool isKnown = EntityTags.IsKnownToClient(http.Request, tag);
        ResponseHeaders headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        http.Response.Headers.Vary = "Accept, Accept-Encoding";

        // A plan may change at any time: keep the answer, but ask again.
        http.Response.Headers.CacheControl = "no-cache";
        if (isKnown)
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        return isKnown;
    }

    /// <summary>A page runs no script and fetches nothing from elsewhere.</summary>
    public static void DescribePage(HttpResponse response)
    {
        response.ContentType = MediaTypes.Html + "; charset=utf-8";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
