using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Features;

[TestClass]
public sealed class FeatureDocumentTests : ApiTest
{
    private const string Notes = Plan + "/collections/notes/items";

    [TestMethod]
    [DataRow("a/b c?d#e")]
    [DataRow("50%2F")]
    [DataRow("7")]
    [DataRow("7x")]
    public async Task A_feature_is_had_by_its_id_whatever_characters_it_has(string id)
    {
        JsonElement feature = await Service.Json($"{Notes}/{Uri.EscapeDataString(id)}");
        feature.GetProperty("id").ToString().Should().Be(id);
        (await Service.Json(LiveService.Href(feature, "self"))).GetProperty("id").ToString().Should().Be(id);
    }

    [TestMethod]
    public async Task Ids_properties_and_foreign_members_come_through_as_they_are()
    {
        JsonElement page = await Service.Json(Notes);
        JsonElement[] features = [.. page.GetProperty("features").EnumerateArray()];

        features[0].GetProperty("properties").GetProperty("weight").GetRawText().Should().Be("2.50");
        features[0].GetProperty("properties").GetProperty("tags").GetRawText().Should().Be("[\"x\"]");
        features[2].GetProperty("id").ValueKind.Should().Be(JsonValueKind.Number);
        features[2].GetProperty("geometry").ValueKind.Should().Be(JsonValueKind.Null);
        features[2].GetProperty("extra").GetRawText().Should().Be("{\"kept\":[1,2]}");
    }

    [TestMethod]
    public async Task A_collection_is_told_the_same_alone_and_in_the_list()
    {
        JsonElement list = await Service.Json(Plan + "/collections");
        foreach (JsonElement listed in list.GetProperty("collections").EnumerateArray())
        {
            JsonElement alone = await Service.Json($"{Plan}/collections/{listed.GetProperty("id").GetString()}");
            alone.GetRawText().Should().Be(listed.GetRawText());
        }
    }

    [TestMethod]
    public async Task Layers_of_the_plan_come_first_and_derived_ones_after()
    {
        JsonElement list = await Service.Json(Plan + "/collections");
        list.GetProperty("collections").EnumerateArray().Select(collection => collection.GetProperty("id").GetString())
            .Should().Equal("border-segments", "defensive-zones", "militia-posts", "notes", "coverage", "gaps", "coverage-areas");
    }

    [TestMethod]
    public async Task An_extent_has_four_numbers_and_times_where_features_have_them()
    {
        JsonElement posts = (await Service.Json(Plan + "/collections/militia-posts")).GetProperty("extent");

        posts.GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(bound => bound.GetDouble())
            .Should().Equal(106.2, 22.2, 106.8, 22.8);
        posts.GetProperty("temporal").GetProperty("interval")[0][0].ValueKind.Should().Be(JsonValueKind.Null);
        (await Service.Json(Plan + "/collections/border-segments")).GetProperty("extent").TryGetProperty("temporal", out _).Should().BeFalse();
    }

    [TestMethod]
    [DataRow(Plan + "/collections/nothing")]
    [DataRow(Plan + "/collections/nothing/items")]
    [DataRow(Plan + "/collections/nothing/schema")]
    [DataRow(Plan + "/collections/Militia-Posts")]
    [DataRow(Plan + "/collections/militia-posts/items/P9")]
    [DataRow(Plan + "/collections/militia-posts/items/NaN")]
    [DataRow(Plan + "/nothing")]
    [DataRow("plans/nothing")]
    [DataRow("plans/..%2Fdiagonal")]
    [DataRow("plans/nothing/collections")]
    public async Task What_is_not_there_is_not_found(string path) =>
        await LiveService.Problem(await Service.Get(path), HttpStatusCode.NotFound);

    [TestMethod]
    public async Task Gaps_and_coverage_add_up_to_the_border()
    {
        JsonElement report = JsonDocument.Parse(await (await Service.Post(Plan + "/processes/coverage/execution", "{}")).Content.ReadAsStringAsync()).RootElement;
        JsonElement coverage = await Service.Json(Plan + "/collections/coverage/items?limit=10000");
        JsonElement gaps = await Service.Json(Plan + "/collections/gaps/items?limit=10000");

        double border = report.GetProperty("borderMetres").GetDouble();
        Metres(coverage).Should().BeApproximately(border, 0.1);
        (Metres(gaps) + report.GetProperty("coveredMetres").GetDouble()).Should().BeApproximately(border, 2);
        gaps.GetProperty("numberMatched").GetInt32().Should().Be(report.GetProperty("gapCount").GetInt32()).And.BePositive();
        (await Service.Ids(Plan + "/collections/coverage/items?depth=2")).Should().NotBeEmpty();
        (await Service.Ids(Plan + "/collections/coverage-areas/items")).Should().HaveCount(3);

        static double Metres(JsonElement page) => page.GetProperty("features").EnumerateArray()
            .Sum(feature => feature.GetProperty("properties").GetProperty("lengthMetres").GetDouble());
    }

    [TestMethod]
    public async Task A_derived_layer_is_served_in_place_of_an_old_export_of_it()
    {
        Plans.Put("export", "border-segments.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"geometry":{"type":"LineString","coordinates":[[106,22],[107,22]]},"properties":{}}]}""");
        Plans.Put("export", "gaps.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":"stale","geometry":null,"properties":{}}]}""");

        (await Service.Ids("plans/export/collections/gaps/items")).Should().Equal("1");
        JsonElement list = await Service.Json("plans/export/collections");
        list.GetProperty("collections").EnumerateArray().Count(collection => collection.GetProperty("id").GetString() == "gaps").Should().Be(1);
    }
}
