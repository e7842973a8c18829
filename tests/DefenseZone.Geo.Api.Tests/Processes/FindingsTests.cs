using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Processes;

/// <summary>What the check of a plan found, in the answers of the service.</summary>
[TestClass]
public sealed class FindingsTests : ApiTest
{
    private const string Broken = "plans/holed";
    private const string Pieces = "plans/pieces";

    [TestMethod]
    public async Task A_plan_with_errors_answers_no_analysis_and_lists_them()
    {
        foreach (string path in (string[])["processes/coverage/execution", "processes/zones/execution", "processes/gaps/execution"])
        {
            JsonElement problem = await LiveService.Problem(await Service.Post($"{Broken}/{path}", "{}"), HttpStatusCode.InternalServerError);
            problem.GetProperty("errors").EnumerateArray().Should().ContainSingle()
                .Which.GetProperty("message").GetString().Should().Contain("413 m are missing");
        }

        await LiveService.Problem(await Service.Get($"{Broken}/collections/gaps/items"), HttpStatusCode.InternalServerError);
    }

    [TestMethod]
    public async Task An_execution_in_spite_of_errors_is_marked()
    {
        HttpResponseMessage answer = await Service.Post($"{Broken}/processes/coverage/execution", """{"inputs":{"despiteErrors":true}}""");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        using JsonDocument report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        report.RootElement.GetProperty("despiteErrors").GetBoolean().Should().BeTrue();
        report.RootElement.GetProperty("errors").GetArrayLength().Should().Be(1);
        report.RootElement.GetProperty("gapCount").GetInt32().Should().BeGreaterThanOrEqualTo(0);
    }

    [TestMethod]
    public async Task A_derived_collection_in_spite_of_errors_is_marked()
    {
        JsonElement page = await Service.Json($"{Broken}/collections/gaps/items?despiteErrors=true");
        page.GetProperty("despiteErrors").GetBoolean().Should().BeTrue();
        page.GetProperty("errors").GetArrayLength().Should().Be(1);
        await LiveService.Problem(await Service.Get($"{Pieces}/collections/gaps/items?despiteErrors=maybe"), HttpStatusCode.BadRequest);
    }

    [TestMethod]
    public async Task Warnings_are_part_of_every_form_of_an_answer()
    {
        foreach (string accept in (string[])["application/json", "application/geo+json"])
        {
            HttpResponseMessage answer = await Service.Post($"{Pieces}/processes/coverage/execution", "{}", accept);
            using JsonDocument report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            report.RootElement.GetProperty("warnings").EnumerateArray().Should().ContainSingle()
                .Which.GetProperty("message").GetString().Should().Contain("2.1 km lie between");
        }

        HttpResponseMessage wrapped = await Service.Post($"{Pieces}/processes/coverage/execution", """{"response":"document"}""");
        using JsonDocument document = JsonDocument.Parse(await wrapped.Content.ReadAsStringAsync());
        document.RootElement.GetProperty("report").GetProperty("value").GetProperty("warnings").GetArrayLength().Should().Be(1);
        (await Service.Json($"{Pieces}/collections/gaps/items")).GetProperty("warnings").GetArrayLength().Should().Be(1);
    }

    // Of the border, 413.1 m are missing between 106.7° and 106.704° (GeographicLib), 2,065.5 m to 106.72°.
    private protected override void Prepare(TestPlans plans)
    {
        foreach ((string plan, string start) in (ReadOnlySpan<(string, string)>)[("holed", "106.704"), ("pieces", "106.72")])
        {
            plans.Put(plan, "plan.json", """{"name":"Holes"}""");
            plans.Put(plan, "border-segments.geojson", TestPlans.Collection(
                """{"type":"Feature","id":"A","properties":{},"geometry":{"type":"LineString","coordinates":[[106.6,21.98],[106.7,21.98]]}}""",
                $$$"""{"type":"Feature","id":"B","properties":{},"geometry":{"type":"LineString","coordinates":[[{{{start}}},21.98],[106.8,21.98]]}}"""));
        }
    }
}
