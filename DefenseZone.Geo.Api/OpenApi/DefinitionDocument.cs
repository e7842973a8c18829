using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Jobs;
using DefenseZone.Geo.Api.Pages;
using DefenseZone.Geo.Api.Plans;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Tiles;

namespace DefenseZone.Geo.Api.OpenApi;

/// <summary>
/// The OpenAPI 3.0 definition of a plan's API. It is written from the plan itself, because each collection has a
/// path of its own: clients look there for the parameters, and the properties to filter by differ.
/// </summary>
internal sealed class DefinitionDocument(PlanRequest plan, ApiRequest request, ProcessList processes) : IDocument
{
    private readonly ImmutableArray<PathDefinition> _paths = PathDefinition.Of(plan.Collections, processes, MapTileset.Of(plan.Snapshot.Plan));

    public void WriteJson(Utf8JsonWriter json) => Build().WriteTo(json);

    public void WritePage(HtmlPage page)
    {
        page.Path(plan.Trail(request, "API"))
            .Title($"API of {plan.Title}", $"Everything below is relative to {request.Address(plan.Path())}.")
            .Table(
                ["Method", "Path", "What it does", "Parameters"],
                _paths.Select(path => (Cell[])
                [
                    path.Method.ToUpperInvariant(),
                    path.Method == "get" && !path.Path.Contains('{')
                        ? new Cell(path.Path, request.Address(plan.Path()) + path.Path.TrimEnd('/'))
                        : path.Path,
                    path.Summary,
                    string.Join(", ", path.ParameterNames),
                ]))
            .Heading("Links")
            .Links(
            [
                .. request.SelfAndAlternates(request.Address(plan.Path("api")), "The definition of this API"),
            ]);
    }

    private JsonObject Build()
    {
        var paths = new JsonObject();
        foreach (PathDefinition path in _paths)
        {
            paths[path.Path] ??= new JsonObject();
            paths[path.Path]![path.Method] = path.ToJson();
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = plan.Title,
                ["description"] = $"The plan '{plan.Snapshot.Name}' by OGC API – Features and OGC API – Processes.",
                ["version"] = "1.0.0",
                ["license"] = new JsonObject { ["name"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = request.Address(plan.Path()) }),
            ["tags"] = new JsonArray(Tag("Capabilities"), Tag("Features"), Tag("Map tiles"), Tag("Processes"), Tag("Jobs")),
            ["paths"] = paths,
            ["components"] = ComponentDefinitions.ToJson(processes, plan.Snapshot.Plan),
        };
    }

    private static JsonObject Tag(string name) => new JsonObject { ["name"] = name };
}

/// <summary>One operation of the API.</summary>
internal sealed record PathDefinition(string Method, string Path, string OperationId, string Tag, string Summary, string Answer)
{
    /// <summary>The media types of the answer.</summary>
    public ImmutableArray<string> MediaTypes { get; init; } = [Http.MediaTypes.Json, Http.MediaTypes.Html];

    /// <summary>The parameters that are defined once, by their names there.</summary>
    public ImmutableArray<string> SharedParameters { get; init; } = ["f"];

    /// <summary>The properties to filter by.</summary>
    public ImmutableArray<LayerProperty> Properties { get; init; } = [];

    /// <summary>The schema of the body that it takes; empty where it takes none.</summary>
    public string BodySchema { get; init; } = string.Empty;

    /// <summary>The statuses that it can fail with, besides 500.</summary>
    public ImmutableArray<int> Failures { get; init; } = [400, 404, 406];

    /// <summary>The names of all parameters.</summary>
    public IEnumerable<string> ParameterNames => SharedParameters.Concat(Properties.Select(property => property.Name));

    /// <summary>All operations of a plan.</summary>
    public static ImmutableArray<PathDefinition> Of(PlanCollections collections, ProcessList processes, ImmutableArray<MapTileset> tilesets)
    {
        var paths = ImmutableArray.CreateBuilder<PathDefinition>();
        paths.Add(new("get", "/", "landingPage", "Capabilities", "The landing page", "landingPage"));
        paths.Add(new("get", "/conformance", "conformance", "Capabilities", "What this API conforms to", "conformance"));
        paths.Add(new("get", "/api", "definition", "Capabilities", "This definition", "anyObject")
        {
            MediaTypes = [Http.MediaTypes.OpenApi, Http.MediaTypes.Html],
        });
        paths.Add(new("get", "/collections", "collections", "Capabilities", "The collections", "collections"));
        foreach (FeatureCollection collection in collections.All)
            AddCollection(paths, collection);
        AddTiles(paths, tilesets);
        paths.Add(new("get", "/processes", "processes", "Processes", "The processes", "anyObject"));
        foreach (PlanProcess process in processes.All)
        {
            string path = $"/processes/{process.Id}";
            paths.Add(new("get", path, $"process.{process.Id}.describe", "Processes", $"About: {process.Title}", "anyObject"));
            paths.Add(new("post", $"{path}/execution", $"process.{process.Id}.execute", "Processes", $"Run: {process.Title}", "anyObject")
            {
                MediaTypes = process.Output.MediaTypes,
                SharedParameters = ["Prefer"],
                BodySchema = ComponentDefinitions.ExecuteSchema(process),
                Failures = [400, 404, 406, 413, 415, 503],
            });
        }

        AddJobs(paths);

        return paths.DrainToImmutable();
    }

    /// <summary>The operation object.</summary>
    public JsonObject ToJson()
    {
        var parameters = new JsonArray();
        foreach (string name in SharedParameters)
            parameters.Add(Reference("parameters", name));
        foreach (LayerProperty property in Properties)
            parameters.Add(Filter(property));
        var content = new JsonObject();
        foreach (string mediaType in MediaTypes)
        {
            content[mediaType] = new JsonObject
            {
                ["schema"] = mediaType switch
                {
                    Http.MediaTypes.Html => new JsonObject { ["type"] = "string" },
                    Http.MediaTypes.Png or Http.MediaTypes.GeoTiff => new JsonObject { ["type"] = "string", ["format"] = "binary" },
                    _ => Reference("schemas", Answer),
                },
            };
        }

        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = Summary,
                ["headers"] = new JsonObject { ["ETag"] = Reference("headers", "ETag") },
                ["content"] = content,
            },
        };
        if (Method == "get")
            responses["304"] = new JsonObject { ["description"] = "Not changed since the version that If-None-Match names." };
        foreach (int status in (ReadOnlySpan<int>)[.. Failures, 500])
            responses[$"{status}"] = Reference("responses", $"E{status}");
        var operation = new JsonObject
        {
            ["tags"] = new JsonArray(Tag),
            ["operationId"] = OperationId,
            ["summary"] = Summary,
            ["parameters"] = parameters,
            ["responses"] = responses,
        };
        if (Method != "get")
            ((JsonObject)responses["200"]!).Remove("headers");
        if (Method == "post")
        {
            responses["201"] = PathDefinition.Reference("responses", "Created");
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    [Http.MediaTypes.Json] = new JsonObject { ["schema"] = Reference("schemas", BodySchema) },
                },
            };
        }

        return operation;
    }

    /// <summary>Points to a component.</summary>
    public static JsonObject Reference(string section, string name) => new() { ["$ref"] = $"#/components/{section}/{name}" };

    private static void AddCollection(ImmutableArray<PathDefinition>.Builder paths, FeatureCollection collection)
    {
        string path = "/collections/" + Uri.EscapeDataString(collection.Id);
        string title = collection.Title;
        paths.Add(new("get", path, $"collection.{collection.Id}.describe", "Capabilities", $"About: {title}", "collection"));
        paths.Add(new("get", path + "/items", $"collection.{collection.Id}.features", "Features", $"Features: {title}", "featureCollectionGeoJSON")
        {
            MediaTypes = [Http.MediaTypes.GeoJson, Http.MediaTypes.Html],
            SharedParameters = [.. FeatureQuery.Parameters, Negotiation.Parameter],
            Properties = [.. collection.Properties.Where(property => FeatureQuery.IsFilter(property.Name))],
        });
        paths.Add(new("get", path + "/items/{featureId}", $"collection.{collection.Id}.feature", "Features", $"One feature: {title}", "featureGeoJSON")
        {
            MediaTypes = [Http.MediaTypes.GeoJson, Http.MediaTypes.Html],
            SharedParameters = ["featureId", "f"],
        });
        paths.Add(new("get", path + "/schema", $"collection.{collection.Id}.schema", "Capabilities", $"The schema: {title}", "anyObject")
        {
            MediaTypes = [Http.MediaTypes.Schema, Http.MediaTypes.Html],
        });
    }

    private static void AddTiles(ImmutableArray<PathDefinition>.Builder paths, ImmutableArray<MapTileset> tilesets)
    {
        paths.Add(new("get", "/map/tiles", "map.tilesets", "Map tiles", "The maps that are to be had as tiles", "anyObject"));
        foreach (MapTileset tileset in tilesets)
        {
            string name = string.Join('.', tileset.Path);
            string path = "/" + string.Join('/', tileset.TilesetPath);
            paths.Add(new("get", path, $"{name}.describe", "Map tiles", $"About: {tileset.Title}", "anyObject"));
            paths.Add(new("get", path + "/{tileMatrix}/{tileRow}/{tileCol}", $"{name}.tile", "Map tiles", $"A tile: {tileset.Title}", "anyObject")
            {
                MediaTypes = [Http.MediaTypes.Png],
                SharedParameters = ["tileMatrix", "tileRow", "tileCol"],
                Failures = [400, 404],
            });
        }
    }

    private static void AddJobs(ImmutableArray<PathDefinition>.Builder paths)
    {
        paths.Add(new("get", "/jobs", "jobs", "Jobs", "The jobs, newest first", "jobList")
        {
            SharedParameters =
            [
                .. JobQuery.Parameters.Select(name => name == DatetimeInterval.Parameter ? JobDefinitions.CreatedParameter : name),
                Negotiation.Parameter,
            ],
        });
        paths.Add(new("get", "/jobs/{jobId}", "job", "Jobs", "How a job stands", "statusInfo") { SharedParameters = ["jobId", "f"] });
        paths.Add(new("delete", "/jobs/{jobId}", "job.dismiss", "Jobs", "Stops a job, or removes one that has ended", "statusInfo")
        {
            MediaTypes = [Http.MediaTypes.Json],
            SharedParameters = ["jobId"],
            Failures = [400, 404],
        });
        paths.Add(new("get", "/jobs/{jobId}/results", "job.results", "Jobs", "The result of a job", "anyObject")
        {
            MediaTypes = [Http.MediaTypes.Json, Http.MediaTypes.GeoJson, Http.MediaTypes.GeoTiff],
            SharedParameters = ["jobId"],
            Failures = [400, 404, 406, 410, 503, 507],
        });
    }

    private static JsonObject Filter(LayerProperty property)
    {
        var schema = new JsonObject { ["type"] = property.SchemaType.Length > 0 ? property.SchemaType : "string" };
        if (!property.Words.IsEmpty)
            schema["enum"] = new JsonArray([.. property.Words.Select(word => JsonValue.Create(word))]);
        return new JsonObject
        {
            ["name"] = property.Name,
            ["in"] = "query",
            ["description"] = $"Only features whose property equals this. {property.Description}".TrimEnd(),
            ["required"] = false,
            ["schema"] = schema,
            ["style"] = "form",
            ["explode"] = false,
        };
    }
}
