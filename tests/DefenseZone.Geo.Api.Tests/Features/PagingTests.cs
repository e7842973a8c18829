using System.Text.Json;
using System.Web;

namespace DefenseZone.Geo.Api.Tests.Features;

/// <summary>Walks from page to page, as clients do.</summary>
[TestClass]
public sealed class PagingTests
{
    private static readonly string[] Filters =
    [
        "", "bbox=106.1,22.1,106.9,22.9", "bbox=170,-10,-170,50", "datetime=2027-01-01T00:00:00%2B00:00", "datetime=2027-01-01T00:00:00+00:00",
        "datetime=2020-01-01/..", "datetime=../2020-01-01T00:00:00Z", "f=json",
    ];

    [TestMethod]
    public async Task Every_collection_is_whole_and_each_feature_once_whatever_the_limit_and_filter()
    {
        using TestPlans plans = new TestPlans().WithDiagonal().WithRidge("diagonal").WithRoads().WithMarks(40).WithAntimeridian();
        await using LiveService service = await LiveService.Start(plans.Folder);
        foreach (string plan in (string[])["diagonal", "many", "pacific"])
        {
            JsonElement collections = await service.Json($"plans/{plan}/collections");
            foreach (string id in collections.GetProperty("collections").EnumerateArray().Select(collection => collection.GetProperty("id").GetString()!))
            {
                foreach (string filter in Filters)
                {
                    string[] whole = await service.Ids($"plans/{plan}/collections/{id}/items?limit=10000&{filter}");
                    foreach (int limit in (int[])[1, 7, 100])
                        (await Walk(service, $"plans/{plan}/collections/{id}/items?limit={limit}&{filter}", whole.Length)).Should().Equal(whole, $"{id} {filter} by {limit}");
                }
            }
        }
    }

    [TestMethod]
    public async Task A_box_over_the_antimeridian_has_what_lies_on_both_sides()
    {
        using TestPlans plans = new TestPlans().WithAntimeridian();
        await using LiveService service = await LiveService.Start(plans.Folder);
        (await service.Ids("plans/pacific/collections/marks/items?bbox=160.6,-55.95,-170,25.89")).Should().Equal("west", "east");
    }

    private static async Task<List<string>> Walk(LiveService service, string first, int matched)
    {
        var ids = new List<string>();
        string[] asked = Parameters(new Uri(service.Address, first));
        for (string address = first; address.Length > 0;)
        {
            JsonElement page = await service.Json(address);
            page.GetProperty("numberMatched").GetInt32().Should().Be(matched, address);
            ids.AddRange(LiveService.Ids(page));
            string next = LiveService.Href(page, "next");
            (next.Length > 0).Should().Be(ids.Count < matched, $"only the last page has no next: {address}");

            // Every link keeps what was asked; the other form of the same page keeps where it starts.
            string[] here = Parameters(new Uri(service.Address, address));
            foreach (string rel in (string[])["self", "alternate"])
                Parameters(new Uri(LiveService.Href(page, rel))).Should().Contain(here.Where(parameter => !parameter.StartsWith("f=", StringComparison.Ordinal)), rel);
            foreach (string rel in ((string[])["next", "prev"]).Where(rel => LiveService.Href(page, rel).Length > 0))
                Parameters(new Uri(LiveService.Href(page, rel))).Should().Contain(asked, rel);
            address = next;
        }

        return ids;
    }

    private static string[] Parameters(Uri address)
    {
        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(address.Query);
        return [.. query.AllKeys.Where(name => name is not null).Select(name => $"{name}={query[name]}")];
    }
}
