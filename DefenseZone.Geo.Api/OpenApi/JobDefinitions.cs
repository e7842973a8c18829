using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Jobs;
using DefenseZone.Geo.Api.Processes.Inputs;

namespace DefenseZone.Geo.Api.OpenApi;

/// <summary>What the operations on jobs share.</summary>
internal static class JobDefinitions
{
    /// <summary>Names the definition of the parameter that says when jobs were created; that of features is called alike.</summary>
    public const string CreatedParameter = "jobDatetime";

    private const string Schemas = """
        {
          "statusInfo": {
            "type": "object",
            "required": ["jobID", "status", "type"],
            "properties": {
              "processID": {"type": "string"},
              "type": {"type": "string", "enum": ["process"]},
              "jobID": {"type": "string"},
              "status": {"type": "string", "enum": ["accepted", "running", "successful", "failed", "dismissed"]},
              "message": {"type": "string"},
              "created": {"type": "string", "format": "date-time"},
              "started": {"type": "string", "format": "date-time"},
              "finished": {"type": "string", "format": "date-time"},
              "updated": {"type": "string", "format": "date-time"},
              "progress": {"type": "integer", "minimum": 0, "maximum": 100},
              "planVersion": {"type": "string", "description": "The version of the plan that it is about."},
              "links": {"$ref": "#/components/schemas/links"}
            }
          },
          "jobList": {
            "type": "object",
            "required": ["jobs", "links"],
            "properties": {
              "numberMatched": {"type": "integer", "minimum": 0},
              "numberReturned": {"type": "integer", "minimum": 0},
              "jobs": {"type": "array", "items": {"$ref": "#/components/schemas/statusInfo"}},
              "links": {"$ref": "#/components/schemas/links"}
            }
          }
        }
        """;

    public static void AddSchemas(JsonObject schemas)
    {
        foreach ((string name, JsonNode? schema) in JsonNode.Parse(Schemas)!.AsObject())
            schemas[name] = schema!.DeepClone();
    }

    public static void AddParameters(JsonObject parameters)
    {
        parameters["Prefer"] = new JsonObject
        {
            ["name"] = "Prefer",
            ["in"] = "header",
            ["description"] = $"'{Preferences.RespondAsync}' to have it run as a job and not to wait for it.",
            ["required"] = false,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        parameters["jobId"] = new JsonObject
        {
            ["name"] = "jobId",
            ["in"] = "path",
            ["description"] = "The id of the job.",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        parameters[JobQuery.TypeParameter] = Words(JobQuery.TypeParameter, "Only jobs of these types; there is one.", InputKinds.WordSchema(["process"]));
        parameters[JobQuery.ProcessParameter] = Words(JobQuery.ProcessParameter, "Only jobs of these processes.", new JsonObject { ["type"] = "string" });
        parameters[JobQuery.StatusParameter] = Words(JobQuery.StatusParameter, "Only jobs of these statuses.", InputKinds.WordSchema(JobState.Words));
        parameters[CreatedParameter] = ComponentDefinitions.Parameter(
            DatetimeInterval.Parameter,
            "Only jobs that were created at this time, or within this interval, such as 2026-01-01T00:00:00Z/..",
            new JsonObject { ["type"] = "string" });
        foreach ((string name, string bound) in (ImmutableArray<(string, string)>)
            [(JobQuery.MinimumDurationParameter, "at least"), (JobQuery.MaximumDurationParameter, "at most")])
        {
            parameters[name] = ComponentDefinitions.Parameter(
                name, $"Only jobs that have run for {bound} this many seconds.", new JsonObject { ["type"] = "number", ["minimum"] = 0 });
        }
    }

    /// <summary>The answer that a job was taken on.</summary>
    public static JsonObject Created() => new()
    {
        ["description"] = "It runs as a job, which is told about at the address.",
        ["headers"] = new JsonObject
        {
            ["Location"] = new JsonObject
            {
                ["description"] = "The address of the job.",
                ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
            },
            [Preferences.Applied] = new JsonObject
            {
                ["description"] = "The preference that was honoured.",
                ["schema"] = new JsonObject { ["type"] = "string" },
            },
        },
        ["content"] = new JsonObject
        {
            [MediaTypes.Json] = new JsonObject { ["schema"] = PathDefinition.Reference("schemas", "statusInfo") },
        },
    };

    private static JsonObject Words(string name, string description, JsonObject word) =>
        ComponentDefinitions.Parameter(name, description, new JsonObject { ["type"] = "array", ["items"] = word });
}
