using System.Text.Json.Nodes;
using DefenseZone.Geo.Api.Features;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseZone.Geo.Api.OpenApi;

/// <summary>What operations share: parameters, errors, schemas.</summary>
internal static class ComponentDefinitions
{
    private static readonly string Schemas = """
        {
          "anyObject": {"type": "object"},
          "link": {
            "type": "object",
            "required": ["href", "rel"],
            "properties": {
              "href": {"type": "string", "format": "uri"},
              "rel": {"type": "string"},
              "type": {"type": "string"},
              "title": {"type": "string"}
            }
          },
          "links": {"type": "array", "items": {"$ref": "#/components/schemas/link"}},
          "landingPage": {
            "type": "object",
            "required": ["links"],
            "properties": {
              "title": {"type": "string"},
              "description": {"type": "string"},
              "planVersion": {"type": "string", "description": "A digest of the plan's content."},
              "warnings": {"type": "integer", "minimum": 0},
              "links": {"$ref": "#/components/schemas/links"}
            }
          },
          "conformance": {
            "type": "object",
            "required": ["conformsTo"],
            "properties": {
              "conformsTo": {"type": "array", "items": {"type": "string"}},
              "links": {"$ref": "#/components/schemas/links"}
            }
          },
          "extent": {
            "type": "object",
            "properties": {
              "spatial": {
                "type": "object",
                "properties": {
                  "bbox": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"type": "array", "minItems": 4, "maxItems": 6, "items": {"type": "number"}}
                  },
                  "crs": {"type": "string"}
                }
              },
              "temporal": {
                "type": "object",
                "properties": {
                  "interval": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                      "type": "array",
                      "minItems": 2,
                      "maxItems": 2,
                      "items": {"type": "string", "format": "date-time", "nullable": true}
                    }
                  },
                  "trs": {"type": "string"}
                }
              }
            }
          },
          "collection": {
            "type": "object",
            "required": ["id", "links"],
            "properties": {
              "id": {"type": "string"},
              "title": {"type": "string"},
              "description": {"type": "string"},
              "links": {"$ref": "#/components/schemas/links"},
              "extent": {"$ref": "#/components/schemas/extent"},
              "itemType": {"type": "string"},
              "crs": {"type": "array", "items": {"type": "string"}}
            }
          },
          "collections": {
            "type": "object",
            "required": ["links", "collections"],
            "properties": {
              "links": {"$ref": "#/components/schemas/links"},
              "collections": {"type": "array", "items": {"$ref": "#/components/schemas/collection"}}
            }
          },
          "geometryGeoJSON": {
            "type": "object",
            "nullable": true,
            "required": ["type"],
            "properties": {
              "type": {
                "type": "string",
                "enum": ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"]
              }
            }
          },
          "featureGeoJSON": {
            "type": "object",
            "required": ["type", "geometry", "properties"],
            "properties": {
              "type": {"type": "string", "enum": ["Feature"]},
              "id": {"oneOf": [{"type": "string"}, {"type": "number"}]},
              "geometry": {"$ref": "#/components/schemas/geometryGeoJSON"},
              "properties": {"type": "object", "nullable": true},
              "links": {"$ref": "#/components/schemas/links"}
            }
          },
          "featureCollectionGeoJSON": {
            "type": "object",
            "required": ["type", "features"],
            "properties": {
              "type": {"type": "string", "enum": ["FeatureCollection"]},
              "numberMatched": {"type": "integer", "minimum": 0},
              "numberReturned": {"type": "integer", "minimum": 0},
              "timeStamp": {"type": "string", "format": "date-time"},
              "links": {"$ref": "#/components/schemas/links"},
              "features": {"type": "array", "items": {"$ref": "#/components/schemas/featureGeoJSON"}}
            }
          },
          "problem": {
            "type": "object",
            "required": ["type", "title", "status", "detail"],
            "properties": {
              "type": {"type": "string"},
              "title": {"type": "string"},
              "status": {"type": "integer"},
              "detail": {"type": "string"},
              "instance": {"type": "string"},
              "errors": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["where", "message", "remedy"],
                  "properties": {
                    "where": {"type": "string"},
                    "message": {"type": "string"},
                    "remedy": {"type": "string"}
                  }
                }
              }
            }
          }
        }
        """;

    /// <summary>The name of the schema of what a process is told.</summary>
    public static string ExecuteSchema(PlanProcess process) => "execute-" + process.Id;

    public static JsonObject ToJson(ProcessList processes, Plan plan)
    {
        JsonObject schemas = JsonNode.Parse(Schemas)!.AsObject();
        foreach (PlanProcess process in processes.All)
            schemas[ExecuteSchema(process)] = Execute(process, plan);
        JobDefinitions.AddSchemas(schemas);
        var responses = new JsonObject();
        foreach (int status in (ReadOnlySpan<int>)[400, 404, 406, 410, 413, 415, 500, 503, 507])
        {
            responses[$"E{status}"] = new JsonObject
            {
                ["description"] = ReasonPhrases.GetReasonPhrase(status),
                ["content"] = new JsonObject
                {
                    [MediaTypes.Problem] = new JsonObject { ["schema"] = PathDefinition.Reference("schemas", "problem") },
                },
            };
        }

        responses["Created"] = JobDefinitions.Created();
        JsonObject parameters = Parameters();
        JobDefinitions.AddParameters(parameters);
        foreach ((string name, string meaning, int most) in (ReadOnlySpan<(string, string, int)>)
        [
            ("tileMatrix", "The zoom of WebMercatorQuad.", TileAddress.LargestZoom),
            ("tileRow", "The row, from north.", (1 << TileAddress.LargestZoom) - 1),
            ("tileCol", "The column, from 180° west.", (1 << TileAddress.LargestZoom) - 1),
        ])
        {
            parameters[name] = new JsonObject
            {
                ["name"] = name,
                ["in"] = "path",
                ["description"] = meaning,
                ["required"] = true,
                ["schema"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = most },
            };
        }

        return new JsonObject
        {
            ["parameters"] = parameters,
            ["headers"] = new JsonObject
            {
                ["ETag"] = new JsonObject
                {
                    ["description"] = "A strong validator of this form of the resource at this version of the plan.",
                    ["schema"] = new JsonObject { ["type"] = "string" },
                },
            },
            ["responses"] = responses,
            ["schemas"] = schemas,
        };
    }

    private static JsonObject Parameters() => new()
    {
        [Negotiation.Parameter] = Parameter(
            Negotiation.Parameter,
            "The form of the answer; without it, the Accept header decides.",
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("json", "html") }),
        [BoundingBox.Parameter] = Parameter(
            BoundingBox.Parameter,
            "Only features that intersect this box: west, south, east, north in degrees (CRS84), or with heights third and last. West of more than east crosses the antimeridian.",
            new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 4,
                ["maxItems"] = 6,
                ["items"] = new JsonObject { ["type"] = "number" },
            }),
        [DatetimeInterval.Parameter] = Parameter(
            DatetimeInterval.Parameter,
            "Only features in service at this time, or at any moment of this interval, such as 2026-01-01T00:00:00Z/.. ; features without dates always are.",
            new JsonObject { ["type"] = "string" }),
        [FeatureQuery.LimitParameter] = Parameter(
            FeatureQuery.LimitParameter,
            "The most features that a page has. More than the maximum counts as the maximum.",
            new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = FeatureQuery.MaximumLimit,
                ["default"] = FeatureQuery.DefaultLimit,
            }),
        [PageStart.Parameter] = Parameter(
            PageStart.Parameter,
            "Where the page starts: how many features to leave out, or what the link to the next page says.",
            new JsonObject { ["type"] = "string", ["default"] = "0" }),
        [DespiteErrors.Name] = Parameter(
            DespiteErrors.Name, DespiteErrors.Description, new JsonObject { ["type"] = "boolean", ["default"] = false }),
        ["featureId"] = new JsonObject
        {
            ["name"] = "featureId",
            ["in"] = "path",
            ["description"] = "The id of the feature.",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        },
    };

    /// <summary>A parameter of the query.</summary>
    public static JsonObject Parameter(string name, string description, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["description"] = description,
        ["required"] = false,
        ["schema"] = schema,
        ["style"] = "form",
        ["explode"] = false,
    };

    private static JsonObject Execute(PlanProcess process, Plan plan)
    {
        var inputs = new JsonObject();
        var required = new JsonArray();
        foreach (ProcessInput input in process.AllInputs)
        {
            JsonObject schema = input.Schema(plan);
            schema["description"] = input.Description;
            inputs[input.Name] = schema;
            if (input.IsRequired)
                required.Add(input.Name);
        }

        var values = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = inputs };
        var execute = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["inputs"] = values,
                ["outputs"] = new JsonObject { ["type"] = "object" },
                ["response"] = new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray("raw", "document"),
                    ["default"] = "raw",
                },
            },
        };
        if (required.Count > 0)
        {
            values["required"] = required;
            execute["required"] = new JsonArray("inputs");
        }

        return execute;
    }
}
