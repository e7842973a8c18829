using System.Collections.Immutable;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Tiles;
using DefenseZone.Geo.Api.Work;
using Microsoft.AspNetCore.Http.Features;

namespace DefenseZone.Geo.Api.Features;

/// <summary>OGC API – Features: collections, their features, and their schemas.</summary>
internal static class FeatureEndpoints
{
    public static void MapFeatures(this IEndpointRouteBuilder plan)
    {
        RouteGroupBuilder collections = plan.MapGroup("/collections");
        collections.MapMethods("/", Verbs.Read, All);
        collections.MapMethods("/{collection}", Verbs.Read, One);
        collections.MapMethods("/{collection}/schema", Verbs.Read, Schema);
        collections.MapMethods("/{collection}/items", Verbs.Read, Items);
        collections.MapMethods("/{collection}/items/{feature}", Verbs.Read, Item);
    }

    private static DocumentAnswer All(PlanRequest plan)
    {
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new CollectionsDocument(plan, request));
    }

    private static DocumentAnswer One(PlanRequest plan, string collection)
    {
        if (IsTerrain(plan, collection))
        {
            ApiRequest aboutTerrain = plan.Resource();
            return plan.Answer(aboutTerrain, new TerrainCollectionDocument(plan, aboutTerrain));
        }

        FeatureCollection found = plan.Collection(collection);
        ApiRequest request = plan.Resource();
        return plan.Answer(request, new CollectionDocument(plan, request, found));
    }

    // A layer of that name, if the plan has one, is what the address means.
    private static bool IsTerrain(PlanRequest plan, string collection) =>
        string.Equals(collection, TerrainCollectionDocument.Id, StringComparison.Ordinal)
        && !plan.Snapshot.Plan.Terrain.IsEmpty
        && !plan.Collections.All.Any(known => string.Equals(known.Id, collection, StringComparison.Ordinal));

    private static DocumentAnswer Schema(PlanRequest plan, string collection)
    {
        FeatureCollection found = plan.Collection(collection);
        ApiRequest request = plan.Resource(MediaTypes.Schema);
        return plan.Answer(request, new SchemaDocument(plan, request, found));
    }

    private static async Task<FeaturePage> Items(PlanRequest plan, string collection, WaitedWork work)
    {
        FeatureCollection found = await Ready(plan, collection, work);
        FaultList faults = [];
        ImmutableArray<LayerProperty> properties = found.Properties;
        ApiRequest request = ApiRequest.Read(
            plan.Http,
            MediaTypes.GeoJson,
            faults,
            [.. FeatureQuery.Parameters, .. properties.Select(property => property.Name).Where(FeatureQuery.IsFilter)]);
        FeatureQuery query = FeatureQuery.Read(plan.Http.Request.Query, properties, faults);
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
        return new FeaturePage(plan, request, found, query);
    }

    private static async Task<DocumentAnswer> Item(PlanRequest plan, string collection, string feature, WaitedWork work)
    {
        FeatureCollection found = await Ready(plan, collection, work);
        ApiRequest request = plan.Resource(MediaTypes.GeoJson);
        string id = LastSegment(plan.Http, feature);
        if (!found.TryFind(id, out int place))
            throw RequestProblem.NoFeature(found.Id, id);
        return plan.Answer(request, new FeatureDocument(plan, request, found, place));
    }

    // Once its features are there, they are there for all: the work goes on when whoever asked first has gone.
    private static async Task<FeatureCollection> Ready(PlanRequest plan, string collection, WaitedWork work)
    {
        FeatureCollection found = plan.Collection(collection);
        if (!found.IsReady)
            await work.Do(plan.Http, found.Class(), _ => found.Features);
        return found;
    }

    // The server leaves an escaped slash in a path as it is but takes an escaped percent sign for one, so a route
    // value cannot tell "a/b" from "a%2Fb". The request's own text can.
    private static string LastSegment(HttpContext http, string routeValue)
    {
        string target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty;
        int query = target.IndexOf('?');
        ReadOnlySpan<char> path = (query >= 0 ? target.AsSpan(0, query) : target).TrimEnd('/');
        ReadOnlySpan<char> segment = path[(path.LastIndexOf('/') + 1)..];
        return segment.IsEmpty ? routeValue : Uri.UnescapeDataString(segment);
    }
}
