using System.Text.Json;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>Says whether the service can answer, and which plans are fit for use.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapMethods("/health", Verbs.Read, Health);

    // A broken plan does not make the service sick: the others are served. Whoever watches sees "degraded".
    private static async Task Health(HttpContext http, IPlanCatalog catalog)
    {
        ApiRequest.Of(http, MediaTypes.Json);
        List<PlanSnapshot> plans = [];
        foreach (PlanSummary plan in catalog.Plans)
            plans.Add(await catalog.Open(plan.Name, http.RequestAborted));
        http.Response.ContentType = MediaTypes.Json;
        http.Response.Headers.CacheControl = "no-store";
        using (var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonText.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("status", plans.Exists(plan => plan.HasErrors) ? "degraded" : "healthy");
            json.WriteStartArray("plans");
            foreach (PlanSnapshot plan in plans)
            {
                json.WriteStartObject();
                json.WriteString("name", plan.Name);
                json.WriteString("version", plan.Version);
                json.WriteBoolean("usable", !plan.HasErrors);
                json.WriteNumber("problems", plan.Problems.Length + plan.OmittedProblems);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
