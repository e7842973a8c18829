using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.Io;

/// <summary>What is wrong between a plan and its terrain: file, feature, and what would be right, all at once.</summary>
[TestClass]
public sealed class TerrainChecksTests
{
    [TestMethod]
    public void Posts_outside_and_on_voids_segments_that_reach_beyond_and_tiles_that_are_none_are_all_said_at_once()
    {
        using TemporaryFolder folder = Plan();
        WriteTile(folder, "east.tif");
        File.WriteAllText(folder["terrain/broken.tif"], "this is no raster");
        File.WriteAllText(folder["terrain/tile.zip"], "PK");
        PlanReading broken = PlanFolder.Read(folder.Path);
        broken.HasErrors.Should().BeTrue();
        broken.Problems.Should().Contain(problem => problem.File == "terrain/broken.tif" && problem.Severity == ProblemSeverity.Error && problem.Remedy.Length > 0);
        broken.Problems.Should().Contain(problem => problem.File == "terrain/tile.zip" && problem.Severity == ProblemSeverity.Warning && problem.Remedy.Contains("gdal_translate"));

        File.Delete(folder["terrain/broken.tif"]);
        ImmutableArray<PlanProblem> problems = PlanFolder.Read(folder.Path).Problems;
        problems.Should().NotContain(problem => problem.Severity == ProblemSeverity.Error);
        Of(problems, "militia-posts", "out").Message.Should().Contain("outside the terrain").And.Contain("[2.5, 0.1]");
        Of(problems, "militia-posts", "out").Remedy.Should().Contain("terrain/").And.Contain("[0, -0.5]");
        Of(problems, "militia-posts", "void").Message.Should().Contain("void of the terrain");
        Of(problems, "militia-posts", "void").Remedy.Should().Contain("gdal_fillnodata");
        Of(problems, "border-segments", "B2").Message.Should().Contain("1 of 2 vertices").And.Contain("outside the terrain");
        Of(problems, "candidate-sites", "C1").Message.Should().Contain("outside the terrain");
        problems.Where(problem => problem.Layer.Length > 0).Should().HaveCount(4).And.OnlyContain(problem => problem.JsonPath.StartsWith("$.features[", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_tile_that_turns_out_to_be_damaged_under_posts_is_an_error_once()
    {
        using TemporaryFolder folder = Plan();
        WriteTile(folder, "east.tif");
        byte[] bytes = File.ReadAllBytes(folder["terrain/east.tif"]);
        bytes.AsSpan(bytes.Length / 2).Fill(0xAA);
        bytes.AsSpan(700, bytes.Length / 2 - 700).Fill(0xAA);
        File.WriteAllBytes(folder["terrain/east.tif"], bytes);
        PlanReading reading = PlanFolder.Read(folder.Path);
        PlanProblem error = reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Should().ContainSingle().Subject;
        error.File.Should().Be("terrain/east.tif");
        error.Remedy.Should().NotBeEmpty();
        reading.Problems.Should().Contain(problem => problem.Layer == "militia-posts" && problem.FeatureId.Text == "out", "the rest is said too");
    }

    [TestMethod]
    public void Without_validation_or_where_the_ground_is_not_to_be_looked_at_nothing_is_read()
    {
        using TemporaryFolder folder = Plan();
        WriteTile(folder, "east.tif");
        PlanFolder.Read(folder.Path, new PlanReadOptions { Validate = false }).Problems.Should().BeEmpty();
        PlanFolder.Read(folder.Path, new PlanReadOptions { Ground = false }).Problems.Should().BeEmpty();
        PlanFolder.Read(folder.Path, new PlanReadOptions { Terrain = false }).Problems.Should().BeEmpty();
    }

    private static PlanProblem Of(ImmutableArray<PlanProblem> problems, string layer, string id) =>
        problems.Where(problem => problem.Layer == layer && problem.FeatureId.Text == id).Should().ContainSingle($"{layer}/{id}").Subject;

    private static TemporaryFolder Plan()
    {
        TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", """{"name":"Ground"}""")
            .With("border-segments.geojson", Collection(
                """{"type":"Feature","id":"B1","properties":{"name":"1"},"geometry":{"type":"LineString","coordinates":[[0.2,0],[0.6,0]]}}""",
                """{"type":"Feature","id":"B2","properties":{"name":"2"},"geometry":{"type":"LineString","coordinates":[[0.6,0],[1.4,0]]}}"""))
            .With("militia-posts.geojson", Collection(Post("in", 0.3, 0.1, 5000), Post("void", 0.8, 0.1, 5000), Post("out", 2.5, 0.1, 5000), Post("in2", 0.35, -0.4, 5000)))
            .With("candidate-sites.geojson", Collection("""{"type":"Feature","id":"C1","properties":{},"geometry":{"type":"Point","coordinates":[1.2,0.2]}}"""));
        Directory.CreateDirectory(folder["terrain"]);
        return folder;
    }

    // From 0° to 1° east and 0.5° to either side of the equator, void from 0.7° east on.
    private static void WriteTile(TemporaryFolder folder, string name)
    {
        using FileStream file = File.Create(folder["terrain/" + name]);
        GeoTiff.Write(file, ElevationGrid.Create(new GridFrame(CoordinateSystem.Of(4326), 0.0005, 0.4995, 0.001, 0.001, 1_000, 1_000), static (row, samples) =>
        {
            for (int column = 0; column < samples.Length; column++)
                samples[column] = column >= 700 ? float.NaN : ((row * 31) + (column * 17)) % 997;
        }));
    }

    private static string Post(string id, double longitude, double latitude, double radius) => FormattableString.Invariant(
        $$$"""{"type":"Feature","id":"{{{id}}}","properties":{"name":"{{{id}}}","coverageRadiusMetres":{{{radius}}}},"geometry":{"type":"Point","coordinates":[{{{longitude}}},{{{latitude}}}]}}""");

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";
}
