using System.Globalization;
using System.Text.Json;
using DefenseZone.Geo.Api.Hosting;

namespace DefenseZone.Geo.Api.Tests.Interop;

/// <summary>GDAL's own client reads the service. Without GDAL on the machine these fail.</summary>
[TestClass]
public sealed class GdalTests
{
    private const string Plan = "plans/northern-border";

    [TestMethod]
    public async Task Every_layer_is_fetched_whole()
    {
        Gdal.Require();
        await using LiveService service = await LiveService.Start(PlansLocation.Find(""));
        using var folder = new TestPlans();
        string file = Path.Combine(folder.Folder, "all.gpkg");

        // Seven a page, so that every layer takes several.
        await Gdal.Run("ogr2ogr", "-f", "GPKG", "-oo", "PAGE_SIZE=7", file, $"OAPIF:{service.Address}{Plan}");

        string summary = await Gdal.Run("ogrinfo", "-ro", "-so", "-al", file);
        JsonElement collections = (await service.Json(Plan + "/collections")).GetProperty("collections");
        collections.GetArrayLength().Should().BeGreaterThan(10);
        foreach (string id in collections.EnumerateArray().Select(collection => collection.GetProperty("id").GetString()!))
        {
            int expected = (await service.Json($"{Plan}/collections/{id}/items?limit=1")).GetProperty("numberMatched").GetInt32();
            Count(summary, id).Should().Be(expected, id);
        }
    }

    [TestMethod]
    public async Task What_is_wrong_with_roads_is_typed_in_a_GeoPackage()
    {
        Gdal.Require();
        using TestPlans plans = new TestPlans().WithDiagonal().WithRoads();
        await using LiveService service = await LiveService.Start(plans.Folder);
        string file = Path.Combine(plans.Folder, "roads.gpkg");

        await Gdal.Run("ogr2ogr", "-f", "GPKG", file, $"OAPIF:{service.Address}plans/diagonal", "road-diagnosis", "road-diagnosis-points");

        (await Gdal.Run("ogrinfo", "-ro", "-so", file, "road-diagnosis")).Should().Contain("Geometry: Line String").And.NotContain("Feature Count: 0\n");
        (await Gdal.Run("ogrinfo", "-ro", "-so", file, "road-diagnosis-points")).Should().Contain("Geometry: Point").And.NotContain("Feature Count: 0\n");
    }

    [TestMethod]
    public async Task The_schema_gives_the_fields_their_types_also_where_no_feature_has_a_value()
    {
        Gdal.Require();
        await using LiveService service = await LiveService.Start(PlansLocation.Find(""));

        string posts = await Gdal.Run("ogrinfo", "-ro", "-so", $"OAPIF:{service.Address}{Plan}", "militia-posts");

        posts.Should().Contain("Geometry: Point").And.Contain("Feature Count: ").And.Contain("coverageRadiusMetres: Real")
            .And.Contain("name: String").And.Contain("inServiceTo: String");
    }

    [TestMethod]
    public async Task A_box_and_an_attribute_filter_are_understood()
    {
        Gdal.Require();
        await using LiveService service = await LiveService.Start(PlansLocation.Find(""));
        int expected = (await service.Json(Plan + "/collections/militia-posts/items?bbox=105.5,22.5,106.5,23.5&status=planned"))
            .GetProperty("numberMatched").GetInt32();

        string found = await Gdal.Run(
            "ogrinfo", "-ro", "-so", "-spat", "105.5", "22.5", "106.5", "23.5", "-where", "status='planned'",
            $"OAPIF:{service.Address}{Plan}", "militia-posts");

        expected.Should().BePositive();
        found.Should().Contain($"Feature Count: {expected}\n");
    }

    private static int Count(string summary, string layer)
    {
        int at = summary.IndexOf($"Layer name: {layer}\n", StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, layer);
        string count = summary[summary.IndexOf("Feature Count: ", at, StringComparison.Ordinal)..].Split('\n')[0];
        return int.Parse(count["Feature Count: ".Length..], CultureInfo.InvariantCulture);
    }
}
