using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>Reads a JSON body within the limits of size and nesting.</summary>
internal static class RequestBody
{
    /// <summary>The body as a document.</summary>
    /// <exception cref="RequestProblem">It is of another type (415), too large (413), or not JSON or nested too deep (400).</exception>
    public static async Task<JsonDocument> ReadJson(HttpRequest request, ApiSettings settings, CancellationToken cancellationToken)
    {
        bool isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson || request.Headers.ContentEncoding.Count > 0)
            throw RequestProblem.Unsupported(request.Headers.ContentEncoding.Count > 0 ? $"{request.Headers.ContentEncoding} coded" : request.ContentType);
        if (request.ContentLength > settings.MaximumBodyBytes)
        {
            // The server lets the rest of the body go by for a few seconds, so that the client reads why it is refused and
            // does not find the connection cut while it still sends.
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = request.ContentLength;
            throw RequestProblem.TooLarge(settings.MaximumBodyBytes);
        }

        PipeReader reader = request.BodyReader;
        while (true)
        {
            // The server counts too, and stops a chunked body that goes on and on.
            ReadResult read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > settings.MaximumBodyBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw RequestProblem.TooLarge(settings.MaximumBodyBytes);
            }

            if (read.IsCompleted)
            {
                // The text is copied: its buffer goes back to the server before the document is read.
                byte[] text = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return Parse(text, settings.MaximumJsonDepth);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body, int maximumDepth)
    {
        ReadOnlyMemory<byte> text = BodyText.WithoutMark(body);
        BodyText.ThrowUnlessUtf8(text.Span);
        try
        {
            JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maximumDepth });
            BodyText.ThrowUnlessReadable(text.Span, maximumDepth);
            return document;
        }
        catch (JsonException e)
        {
            throw RequestProblem.BadRequest(
                "/",
                $"The body is not JSON, or nested too deep: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.",
                $"It must be one JSON object in UTF-8, nested {maximumDepth} deep at most.");
        }
    }
}
