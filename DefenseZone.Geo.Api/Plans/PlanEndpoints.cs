using System.Collections.Immutable;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.OpenApi;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Api.Plans;

/// <summary>The list of plans, and what OGC API – Common asks of each: landing page, conformance, definition.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder plans)
    {
        plans.MapMethods("/", Verbs.Read, All);
        RouteGroupBuilder plan = plans.MapGroup("/{plan}");
        plan.MapMethods("/", Verbs.Read, Landing);
        plan.MapMethods("/conformance", Verbs.Read, Conforms);
        plan.MapMethods("/api", Verbs.Read, Definition);
    }

    private static DocumentAnswer All(HttpContext http, IPlanCatalog catalog)
    {
        ApiRequest request = ApiRequest.Of(http, MediaTypes.Json);
        ImmutableArray<PlanSummary> plans = catalog.Plans;
        return new DocumentAnswer(request, new PlansDocument(request, plans), plans.Select(plan => plan.ToString()));
    }

    private static DocumentAnswer Landing(PlanRequest plan)
    {
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new LandingDocument(plan, request));
    }

    private static DocumentAnswer Conforms(PlanRequest plan)
    {
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new ConformanceDocument(plan, request));
    }

    private static DocumentAnswer Definition(PlanRequest plan, ProcessList processes)
    {
        ApiRequest request = plan.Resource(MediaTypes.OpenApi);
        return plan.Answer(request, new DefinitionDocument(plan, request, processes));
    }
}
