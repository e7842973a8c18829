using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes;

/// <summary>The answer of a process: a report as JSON or as features, bare or in a document of outputs.</summary>
internal sealed class ExecutionAnswer(ProcessDefinition process, CoverageReport report, string mediaType, bool asDocument) : IResult
{
    private const int FlushAtBytes = 32 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = asDocument ? MediaTypes.Json : mediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Encoding";
        await using var json = new Utf8JsonWriter(response.BodyWriter, JsonText.WriterOptions);
        if (asDocument)
        {
            json.WriteStartObject();
            json.WriteStartObject(ProcessDefinition.Output);
            json.WriteString("mediaType", mediaType);
            json.WritePropertyName("value");
        }

        if (string.Equals(mediaType, MediaTypes.GeoJson, StringComparison.Ordinal))
            await WriteFeatures(json, httpContext);
        else
            CoverageReportJson.Write(json, report, process.Parts);
        if (asDocument)
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await json.FlushAsync(httpContext.RequestAborted);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private async Task WriteFeatures(Utf8JsonWriter json, HttpContext httpContext)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        foreach ((string name, PropertyValue value) in CoverageReportJson.Members(report))
        {
            json.WritePropertyName(name);
            GeoJsonFeatures.WriteValue(json, value);
        }

        json.WriteStartArray("features");
        foreach (PlanFeature feature in process.Features(report))
        {
            GeoJsonFeatures.WriteFeature(json, feature);
            if (json.BytesPending < FlushAtBytes)
                continue;
            await json.FlushAsync(httpContext.RequestAborted);
            await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
