using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseZone.Geo.Api.Tests.Features;

[TestClass]
public sealed class FeatureQueryTests : ApiTest
{
    private const string Posts = Plan + "/collections/militia-posts/items";
    private const string Notes = Plan + "/collections/notes/items";
    private const string Marks = "plans/many/collections/marks/items";

    private protected override void Prepare(TestPlans plans) => plans.WithMarks(253);

    [TestMethod]
    public async Task A_page_says_how_many_match_how_many_it_has_and_when()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        JsonElement page = await Service.Json(Marks + "?limit=7");

        page.GetProperty("type").GetString().Should().Be("FeatureCollection");
        page.GetProperty("numberMatched").GetInt32().Should().Be(253);
        page.GetProperty("numberReturned").GetInt32().Should().Be(7);
        page.GetProperty("features").GetArrayLength().Should().Be(7);
        string stamp = page.GetProperty("timeStamp").GetString()!;
        stamp.Should().EndWith("Z");
        DateTimeOffset.Parse(stamp).Should().BeOnOrAfter(before.AddMilliseconds(-1)).And.BeOnOrBefore(DateTimeOffset.UtcNow);
    }

    [TestMethod]
    public async Task Without_a_limit_there_are_a_hundred() =>
        (await Service.Ids(Marks)).Should().HaveCount(100);

    [TestMethod]
    [DataRow("10001")]
    [DataRow("99999999999999999999999")]
    public async Task More_than_the_most_is_the_most(string limit) =>
        (await Service.Ids($"{Marks}?limit={limit}")).Should().HaveCount(253);

    [TestMethod]
    [DataRow("abc")]
    [DataRow("unlimited")]
    [DataRow("0")]
    [DataRow("000")]
    [DataRow("-1")]
    [DataRow("1.5")]
    [DataRow("")]
    [DataRow("٣")]
    public async Task A_limit_that_is_none_is_refused(string limit)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get($"{Marks}?limit={limit}"), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().Equal("limit");
    }

    [TestMethod]
    [DataRow("?limit=10", 253)]
    [DataRow("?limit=253", 253)]
    [DataRow("?limit=9&group=g1", 84)]
    [DataRow("?limit=11&bbox=106.05,21,106.149,23", 100)]
    [DataRow("?limit=50&f=json&group=g0&datetime=2026-01-01T00%3A00%3A00Z%2F..", 85)]
    public async Task Following_next_gives_each_feature_once_in_one_order(string query, int expected)
    {
        List<string> seen = [];
        for (string at = Marks + query; at.Length > 0;)
        {
            JsonElement page = await Service.Json(at);
            page.GetProperty("numberMatched").GetInt32().Should().Be(expected);
            seen.AddRange(LiveService.Ids(page));
            at = LiveService.Href(page, "next");
        }

        seen.Should().HaveCount(expected).And.OnlyHaveUniqueItems();
        seen.Select(int.Parse).Should().BeInAscendingOrder();
    }

    [TestMethod]
    public async Task Next_keeps_every_other_parameter_and_is_typed()
    {
        JsonElement page = await Service.Json(Marks + "?limit=5&group=g1&bbox=106,21,107,23&f=json");
        JsonElement next = page.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "next");

        var parameters = QueryHelpers.ParseQuery(new Uri(next.GetProperty("href").GetString()!).Query);
        parameters.Keys.Should().BeEquivalentTo("limit", "group", "bbox", "f", "offset");
        parameters["bbox"].ToString().Should().Be("106,21,107,23");
        next.GetProperty("type").GetString().Should().Be("application/geo+json");
    }

    [TestMethod]
    public async Task A_page_before_can_be_gone_back_to()
    {
        JsonElement second = await Service.Json(LiveService.Href(await Service.Json(Marks + "?limit=5"), "next"));
        LiveService.Ids(second).Should().Equal("5", "6", "7", "8", "9");
        (await Service.Ids(LiveService.Href(second, "prev"))).Should().Equal("0", "1", "2", "3", "4");
    }

    [TestMethod]
    public async Task Features_that_come_and_go_meanwhile_neither_repeat_nor_hide_others()
    {
        JsonElement first = await Service.Json(Marks + "?limit=10");
        Plans.PutMarks([900, 901, .. Enumerable.Range(3, 250), 902]);
        await Task.Delay(TimeSpan.FromSeconds(1.2));

        (await Service.Ids(LiveService.Href(first, "next")))[..3].Should().Equal("10", "11", "12");
    }

    [TestMethod]
    [DataRow("-1")]
    [DataRow("x")]
    [DataRow("1.2.3")]
    [DataRow("1.!!")]
    [DataRow("1.eA")]
    [DataRow("99999999999")]
    public async Task An_offset_that_is_none_is_refused(string offset)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get($"{Marks}?offset={offset}"), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().Equal("offset");
    }

    [TestMethod]
    public async Task Beyond_the_last_page_there_is_an_empty_one()
    {
        JsonElement page = await Service.Json(Marks + "?offset=1000");
        LiveService.Ids(page).Should().BeEmpty();
        LiveService.Href(page, "next").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(Posts, "status=existing", "P1 P3 P4")]
    [DataRow(Posts, "status=existing&coverageRadiusMetres=5000", "P1 P3 P4")]
    [DataRow(Posts, "coverageRadiusMetres=5e3&name=Chốt 1", "P1")]
    [DataRow(Posts, "inServiceFrom=2028", "P2")]
    [DataRow(Posts, "inServiceTo=2027-06-30", "P3")]
    [DataRow(Posts, "zone=none", "")]
    [DataRow(Posts, "status=existing&bbox=106.7,22.7,106.9,22.9&datetime=2026-01-01", "P3")]
    [DataRow(Notes, "weight=2.5", "a/b c?d#e,7x")]
    [DataRow(Notes, "weight=2.50", "a/b c?d#e,7x")]
    [DataRow(Notes, "urgent=false", "50%2F")]
    [DataRow(Notes, "text=", "")]
    public async Task Properties_are_filtered_by_equality_and_filters_add_up(string path, string filter, string expected)
    {
        string[] ids = await Service.Ids($"{path}?{filter}");
        string.Join(path == Notes ? "," : " ", ids).Should().Be(expected);
    }

    [TestMethod]
    [DataRow(Posts, "coverageRadiusMetres=far", "coverageRadiusMetres")]
    [DataRow(Notes, "urgent=maybe", "urgent")]
    public async Task A_value_of_another_kind_than_the_property_is_refused(string path, string filter, string where)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get($"{path}?{filter}"), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().Equal(where);
    }

    [TestMethod]
    public async Task Everything_wrong_with_a_query_is_told_at_once_with_what_is_known()
    {
        HttpResponseMessage answer = await Service.Get(Posts + "?limit=abc&foo=1&datetime=soon&bbox=1&offset=x&f=xml&status=existing&status=planned");
        JsonElement problem = await LiveService.Problem(answer, HttpStatusCode.BadRequest);

        LiveService.Faulty(problem).Should().BeEquivalentTo("limit", "foo", "datetime", "bbox", "offset", "f", "status");
        problem.GetProperty("detail").GetString().Should().Contain("'foo'").And.Contain("bbox, datetime, limit, offset, despiteErrors, name");
    }

    [TestMethod]
    [DataRow(Plan + "/collections/militia-posts/items?Limit=3")]
    [DataRow(Plan + "/collections/militia-posts/items?crs=http://www.opengis.net/def/crs/EPSG/0/3857")]
    [DataRow(Plan + "/collections/militia-posts/items/P1?limit=1")]
    [DataRow(Plan + "?x=1")]
    [DataRow(Plan + "/collections?x=1")]
    [DataRow(Plan + "/conformance?x=1")]
    [DataRow(Plan + "/api?x=1")]
    [DataRow("plans?x=1")]
    [DataRow("health?x=1")]
    public async Task An_unknown_parameter_is_refused_everywhere(string path) =>
        await LiveService.Problem(await Service.Get(path), HttpStatusCode.BadRequest);

    [TestMethod]
    public async Task Every_property_of_the_schema_can_be_filtered_by()
    {
        JsonElement schema = await Service.Json(Plan + "/collections/militia-posts/schema");
        foreach (JsonProperty property in schema.GetProperty("properties").GetProperty("properties").GetProperty("properties").EnumerateObject())
        {
            HttpResponseMessage answer = await Service.Get($"{Posts}?{property.Name}=1");
            answer.StatusCode.Should().Be(HttpStatusCode.OK, property.Name);
        }
    }
}
