using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Tests.Independent;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DefenseZone.Geo.Tests.Io;

/// <summary>What we write, read by GDAL (Debian's gdal-bin).</summary>
[TestClass]
public sealed class GdalReadsTests
{
    [TestMethod]
    public void Every_layer_of_a_plan_is_read_with_the_same_geometry()
    {
        using var folder = new TemporaryFolder();
        PlanFolder.Write(new RandomFeatures(11).Plan(), folder["plan"]);
        Plan plan = PlanFolder.Read(folder["plan"], new PlanReadOptions { Validate = false }).Plan;
        int compared = 0;
        foreach (string layer in plan.LayerNames)
        {
            PlanFeature[] ours = [.. plan.Layer(layer).Where(feature => !feature.Geometry.IsEmpty)];
            if (ours.Length == 0)
                continue;
            Same(GdalGeometries(folder[$"plan/{layer}.geojson"]), ours);
            compared += ours.Length;
        }

        compared.Should().BeGreaterThan(10);
    }

    [TestMethod]
    public void A_text_sequence_is_read()
    {
        using var folder = new TemporaryFolder();
        OtherFeature[] features = [.. Enumerable.Range(0, 40).SelectMany(seed => new RandomFeatures(seed).Features("x")).Where(feature => !feature.Geometry.IsEmpty)
            .Select((feature, i) => feature with { Id = FeatureId.Of(i), OtherProperties = FeatureProperties.Empty, ForeignMembers = FeatureProperties.Empty })];
        using (FileStream stream = File.Create(folder["x.geojsons"]))
            GeoJsonSequence.Write(stream, features);
        Same(GdalGeometries(folder["x.geojsons"]), features);
    }

    [TestMethod]
    public void Ids_properties_and_letters_arrive()
    {
        using var folder = new TemporaryFolder();
        using (FileStream stream = File.Create(folder["posts.geojson"]))
        {
            GeoJsonFeatures.Write(stream, [new Facility
            {
                Id = FeatureId.Of(7),
                Kind = FacilityKind.MilitiaPost,
                Name = "Đồn biên phòng",
                CoverageRadiusMetres = 5000,
                Geometry = Wgs84Geometry.Factory.CreatePoint(new Coordinate(106.25, 22.5)),
            }]);
        }

        string[] lines = IndependentTool.Run("ogrinfo", ["-al", "-ro", folder["posts.geojson"]], []);
        lines.Should().Contain(line => line.StartsWith("OGRFeature(posts):7", StringComparison.Ordinal));
        lines.Should().Contain("  name (String) = Đồn biên phòng");
        lines.Should().Contain(line => line.StartsWith("  coverageRadiusMetres", StringComparison.Ordinal) && line.EndsWith("= 5000", StringComparison.Ordinal));
        lines.Should().Contain("  POINT (106.25 22.5)");
        lines.Should().Contain(line => line.Contains("WGS 84"));
    }

    private static Geometry[] GdalGeometries(string file)
    {
        var reader = new WKTReader();
        return [.. IndependentTool.Run("ogrinfo", ["-al", "-ro", "-fields=NO", file], [])
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains('(') && char.IsUpper(line[2]) && !line.StartsWith("  Point:", StringComparison.Ordinal))
            .Select(line => reader.Read(line.Trim()))];
    }

    // GDAL prints fifteen digits, more than the seven decimals that are written.
    private static void Same(Geometry[] theirs, IReadOnlyList<PlanFeature> ours)
    {
        theirs.Should().HaveCount(ours.Count);
        for (int i = 0; i < theirs.Length; i++)
        {
            theirs[i].GeometryType.Should().Be(ours[i].Geometry.GeometryType);
            theirs[i].Normalized().EqualsExact(ours[i].Geometry.Normalized(), 1e-9).Should().BeTrue($"{theirs[i]} is {ours[i].Geometry}");
            if (theirs[i] is Polygon area)
                NetTopologySuite.Algorithm.Orientation.IsCCW(area.ExteriorRing.CoordinateSequence).Should().BeTrue();
        }
    }
}
