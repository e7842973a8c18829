using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DefenseZone.Geo.Api.Tests.OpenApi;

[TestClass]
public sealed class DefinitionTests : ApiTest
{
    [TestMethod]
    public async Task The_landing_page_links_to_it_with_the_exact_type()
    {
        JsonElement landing = await Service.Json(Plan);
        JsonElement link = landing.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "service-desc");

        link.GetProperty("type").GetString().Should().Be("application/vnd.oai.openapi+json;version=3.0");
        HttpResponseMessage answer = await Service.Get(link.GetProperty("href").GetString()!, "application/vnd.oai.openapi+json;version=3.0");
        // As it was sent: the client's own reading of it would put a space in.
        answer.Content.Headers.NonValidated["Content-Type"].Should().Equal("application/vnd.oai.openapi+json;version=3.0");
    }

    [TestMethod]
    public async Task It_is_valid_OpenAPI_3_0()
    {
        string text = await (await Service.Get(Plan + "/api")).Content.ReadAsStringAsync();
        ReadResult read = OpenApiDocument.Parse(text, "json");

        read.Diagnostic!.Errors.Should().BeEmpty();
        read.Diagnostic!.Warnings.Should().BeEmpty();
        read.Diagnostic!.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_0);
        read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet())!.Should().BeEmpty();
        read.Document!.Paths.SelectMany(path => path.Value.Operations!).Select(operation => operation.Value.OperationId)
            .Should().OnlyHaveUniqueItems().And.NotContainNulls();
    }

    [TestMethod]
    public async Task Its_parameters_are_as_the_standard_has_them()
    {
        JsonElement parameters = (await Service.Json(Plan + "/api")).GetProperty("components").GetProperty("parameters");

        JsonElement box = parameters.GetProperty("bbox");
        box.GetProperty("in").GetString().Should().Be("query");
        box.GetProperty("style").GetString().Should().Be("form");
        box.GetProperty("explode").GetBoolean().Should().BeFalse();
        JsonNode.DeepEquals(
            JsonNode.Parse(box.GetProperty("schema").GetRawText()),
            JsonNode.Parse("""{"type":"array","minItems":4,"maxItems":6,"items":{"type":"number"}}""")).Should().BeTrue();
        JsonElement limit = parameters.GetProperty("limit").GetProperty("schema");
        limit.GetProperty("minimum").GetInt32().Should().Be(1);
        limit.GetProperty("default").GetInt32().Should().Be(100);
        limit.GetProperty("maximum").GetInt32().Should().Be(10_000);
    }

    [TestMethod]
    public async Task Every_path_of_it_answers()
    {
        JsonElement definition = await Service.Json(Plan + "/api");
        string server = definition.GetProperty("servers")[0].GetProperty("url").GetString()!;
        foreach (JsonProperty path in definition.GetProperty("paths").EnumerateObject())
        {
            if (path.Name.Contains('{') || path.Value.TryGetProperty("post", out _))
                continue;
            HttpResponseMessage answer = await Service.Get(server + path.Name.TrimEnd('/'));
            answer.IsSuccessStatusCode.Should().BeTrue(path.Name);
        }
    }

    [TestMethod]
    public async Task Each_collection_lists_the_properties_to_filter_by()
    {
        JsonElement items = (await Service.Json(Plan + "/api")).GetProperty("paths").GetProperty("/collections/notes/items").GetProperty("get");
        IEnumerable<string?> names = items.GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.TryGetProperty("name", out JsonElement name) ? name.GetString() : parameter.GetProperty("$ref").GetString());

        names.Should().Equal(
            "#/components/parameters/bbox", "#/components/parameters/datetime", "#/components/parameters/limit",
            "#/components/parameters/offset", "#/components/parameters/despiteErrors", "#/components/parameters/f", "text", "weight", "urgent", "tags");
    }

    [TestMethod]
    public async Task Only_what_holds_is_declared()
    {
        JsonElement declared = (await Service.Json(Plan + "/conformance")).GetProperty("conformsTo");
        declared.EnumerateArray().Select(conformanceClass => conformanceClass.GetString()!.Split("/spec/")[1]).Should().BeEquivalentTo(
            "ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/oas30", "ogcapi-features-1/1.0/conf/html",
            "ogcapi-features-1/1.0/conf/geojson", "ogcapi-processes-1/1.0/conf/core", "ogcapi-processes-1/1.0/conf/ogc-process-description",
            "ogcapi-processes-1/1.0/conf/json", "ogcapi-processes-1/1.0/conf/html", "ogcapi-processes-1/1.0/conf/oas30",
            "ogcapi-processes-1/1.0/conf/job-list", "ogcapi-processes-1/1.0/conf/dismiss",
            "ogcapi-tiles-1/1.0/conf/core", "ogcapi-tiles-1/1.0/conf/tileset", "ogcapi-tiles-1/1.0/conf/tilesets-list",
            "ogcapi-tiles-1/1.0/conf/dataset-tilesets", "ogcapi-tiles-1/1.0/conf/png");
    }
}
