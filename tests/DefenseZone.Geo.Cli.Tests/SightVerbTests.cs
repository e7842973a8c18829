using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class SightVerbTests
{
    // A plain about the equator with a wall of 500 m along the meridian of 0.05°, 5.57 km east of the first post.
    private const double Step = 0.002;
    private const double WallMetres = 0.05 * 111_319.491;

    [TestMethod]
    public void Sight_is_a_model_of_coverage_gaps_and_zones()
    {
        using var folder = new TestFolder();
        string plan = PlanWithTerrain(folder);

        using JsonDocument coverage = Json("coverage", plan, "--model", "sight", "--format", "json");
        double covered = coverage.RootElement.GetProperty("coveredMetres").GetDouble();
        covered.Should().BeInRange(20_000 + WallMetres - 250, 20_000 + WallMetres + 250, "the wall hides what lies behind it from the first post");
        JsonElement method = coverage.RootElement.GetProperty("method");
        method.GetProperty("model").GetString().Should().Be("sight");
        method.GetProperty("targetHeightMetres").GetDouble().Should().Be(1.7);
        method.GetProperty("observerHeightMetres").ValueKind.Should().Be(JsonValueKind.Null);
        using JsonDocument gaps = Json("gaps", plan, "--model", "sight", "--format", "json");
        gaps.RootElement.GetProperty("gaps")[0].GetProperty("fromMetres").GetDouble().Should().BeApproximately(WallMetres, 250);
        using JsonDocument zones = Json("zones", plan, "--model", "sight", "--format", "json");
        zones.RootElement.GetProperty("zones")[0].GetProperty("coveredMetres").GetDouble().Should().BeApproximately(WallMetres + 10_000, 1_500);
        using JsonDocument near = Json("coverage", plan, "--model", "sight", "--range", "2000", "--target-height", "0", "--observer-height", "30", "--refraction", "0", "--format", "json");
        near.RootElement.GetProperty("coveredMetres").GetDouble().Should().BeApproximately(6_000, 1);
        near.RootElement.GetProperty("method").GetProperty("rangeMetres").GetDouble().Should().Be(2_000);
        Dzgeo.Run("coverage", plan, "--model", "sight").Output.Should().Contain("Method: sight on WGS84, what is seen within each facility's own radius");
    }

    [TestMethod]
    public void Sight_says_of_each_post_what_it_sees_and_what_is_hidden()
    {
        using var folder = new TestFolder();
        string plan = PlanWithTerrain(folder);
        using JsonDocument answer = Json("sight", plan, "--format", "json");
        JsonElement first = answer.RootElement.GetProperty("facilities")[0];
        first.GetProperty("id").GetString().Should().Be("P1");
        first.GetProperty("ground").GetString().Should().Be("known");
        first.GetProperty("withinMetres").GetDouble().Should().BeApproximately(10_000, 0.01);
        first.GetProperty("seenMetres").GetDouble().Should().BeApproximately(WallMetres, 250);
        first.GetProperty("hiddenMetres").GetDouble().Should().BeApproximately(10_000 - WallMetres, 250);
        first.GetProperty("stretches").GetArrayLength().Should().Be(1);
        Outcome table = Dzgeo.Run("sight", plan);
        table.Output.Should().Contain("First").And.Contain("Hidden").And.Contain("exact lines of sight");
        Dzgeo.Run("sight", plan, "--format", "csv").Output.Should().StartWith("layer,id,name,ground,").And.Contain("\nmilitia-posts,P1,First,known,");
        using JsonDocument features = Json("sight", plan, "--format", "geojson");
        features.RootElement.GetProperty("features").GetArrayLength().Should().Be(2);
    }

    [TestMethod]
    public void Highs_are_candidate_sites()
    {
        using var folder = new TestFolder();
        string plan = PlanWithTerrain(folder);
        using JsonDocument answer = Json("highs", plan, "--limit", "3", "--within", "4000", "--format", "geojson");
        JsonElement[] sites = [.. answer.RootElement.GetProperty("features").EnumerateArray()];
        sites.Should().HaveCount(3, "the wall is high");
        sites.Should().OnlyContain(site => Math.Abs(site.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble() - 0.05) < 0.003);
        sites[0].GetProperty("id").GetString().Should().Be("high-1");
        sites[0].GetProperty("properties").GetProperty("kind").GetString().Should().Be("militia-posts");
        sites[0].GetProperty("properties").GetProperty("seenMetres").GetDouble().Should().BeGreaterThan(4_000);
        Dzgeo.Run("highs", plan).Output.Should().Contain("Border seen").And.Contain("500 m");
        Dzgeo.Run("highs", plan, "--within", "0.5").ExitCode.Should().Be(ExitCodes.Usage);
    }

    [TestMethod]
    public void A_plan_without_terrain_is_told_where_it_would_be()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        foreach (string[] arguments in (string[][])[["sight", plan], ["coverage", plan, "--model", "sight"], ["gaps", plan, "--model", "sight", "--format", "json"]])
        {
            Outcome outcome = Dzgeo.Run(arguments);
            outcome.ExitCode.Should().Be(ExitCodes.Failed);
            outcome.Error.Should().Contain("no terrain").And.Contain(Path.Combine(plan, "terrain"));
        }
    }

    [TestMethod]
    public void Options_of_sight_without_it_are_refused()
    {
        using var folder = new TestFolder();
        Outcome outcome = Dzgeo.Run("coverage", folder.WriteEquatorPlan(), "--target-height", "2");
        outcome.ExitCode.Should().Be(ExitCodes.Usage);
        outcome.Error.Should().Contain("--target-height is for --model sight");
        Dzgeo.Run("coverage", PlanWithTerrain(folder), "--model", "sight", "--range", "1000", "--radius", "1000").ExitCode.Should().Be(ExitCodes.Usage);
        Dzgeo.Run("coverage", PlanWithTerrain(folder), "--model", "sight", "--refraction", "2").Error.Should().Contain("-1 to 1");
    }

    [TestMethod]
    public void A_post_outside_the_terrain_is_named()
    {
        using var folder = new TestFolder();
        string plan = PlanWithTerrain(folder);
        WriteTerrain(folder, "plan/terrain/plain.asc", 0.3, 1.2);
        Outcome outcome = Dzgeo.Run("sight", plan);
        outcome.ExitCode.Should().Be(ExitCodes.Done);
        outcome.Output.Should().Contain("outside").And.Contain("militia-posts/P1");
        using JsonDocument coverage = Json("coverage", plan, "--model", "sight", "--format", "json");
        coverage.RootElement.GetProperty("method").GetProperty("notes")[0].GetString().Should().Contain("militia-posts/P1");
    }

    [TestMethod]
    public void Viewshed_says_how_many_cells_are_seen_and_writes_them()
    {
        using var folder = new TestFolder();
        string dem = WriteTerrain(folder, "plain.asc", -0.2, 0.3), raster = folder["seen.tif"], polygons = folder["seen.geojson"];
        string[] question = ["viewshed", dem, "--observer", "0.001,0.001;0.09,0.001", "--range", "9000", "--height", "20", "--format", "json"];
        using JsonDocument answer = Json([.. question, "--out", raster]);
        JsonElement[] observers = [.. answer.RootElement.GetProperty("observers").EnumerateArray()];
        observers.Should().HaveCount(2);
        observers.Should().OnlyContain(observer => observer.GetProperty("visibleCells").GetInt32() > 100 && observer.GetProperty("visibleCells").GetInt32() < observer.GetProperty("cellsWithin").GetInt32());
        answer.RootElement.GetProperty("seconds").GetDouble().Should().BePositive();
        answer.RootElement.GetProperty("terrain").GetProperty("epsg").GetInt32().Should().Be(4326);
        File.ReadAllBytes(raster)[..4].Should().Equal("II*\0"u8.ToArray());

        using JsonDocument exact = Json([.. question, "--exact", "--out", polygons]);
        exact.RootElement.GetProperty("method").GetProperty("viewshed").GetString().Should().Be("exact");
        using JsonDocument features = JsonDocument.Parse(File.ReadAllText(polygons));
        features.RootElement.GetProperty("features").GetArrayLength().Should().Be(2);
        features.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("type").GetString().Should().Be("MultiPolygon");
        features.RootElement.GetProperty("features")[0].GetProperty("properties").GetProperty("visibleCells").GetInt32().Should().Be(exact.RootElement.GetProperty("observers")[0].GetProperty("visibleCells").GetInt32());
        Dzgeo.Run("viewshed", dem, "--observer", "0.001,0.001").Output.Should().Contain("Cells seen").And.Contain("a fan of rays");
    }

    [TestMethod]
    public void Several_files_are_one_surface()
    {
        using var folder = new TestFolder();
        string whole = WriteTerrain(folder, "whole.asc", -0.2, 0.3), west = WriteTerrain(folder, "west.asc", -0.2, 0.02), east = WriteTerrain(folder, "east.asc", 0.02, 0.3);
        int Seen(params string[] dem)
        {
            using JsonDocument answer = Json(["viewshed", .. dem, "--observer", "0.001,0.001", "--range", "9000", "--format", "json"]);
            return answer.RootElement.GetProperty("visibleCells").GetInt32();
        }

        Seen(west, east).Should().Be(Seen(whole)).And.BePositive();
    }

    [TestMethod]
    public void Observers_outside_fail_with_where_the_terrain_is()
    {
        using var folder = new TestFolder();
        string dem = WriteTerrain(folder, "plain.asc", -0.2, 0.3);
        Outcome outcome = Dzgeo.Run("viewshed", dem, "--observer", "560000,2450000", "--crs", "32648", "--out", folder["seen.tif"]);
        outcome.ExitCode.Should().Be(ExitCodes.Failed);
        outcome.Error.Should().Contain("outside the terrain").And.Contain("EPSG:32648").And.Contain("-0.2");
        File.Exists(folder["seen.tif"]).Should().BeFalse();

        Outcome some = Dzgeo.Run("viewshed", dem, "--observer", "0,0;50,50");
        some.ExitCode.Should().Be(ExitCodes.Done);
        some.Output.Should().Contain("50,50 is outside the terrain");
    }

    [TestMethod]
    [DataRow("--observer needs X,Y", "--observer", "1")]
    [DataRow("--observer needs X,Y", "--observer", "1,b")]
    [DataRow("'seen.png' is neither", "--observer", "0,0", "--out", "seen.png")]
    [DataRow("at most 200000", "--observer", "0,0", "--range", "1e9")]
    [DataRow("--height", "--observer", "0,0", "--height", "-4")]
    [DataRow("--crs", "--observer", "0,0", "--crs", "99")]
    public void What_makes_no_sense_is_said(string message, params string[] options)
    {
        using var folder = new TestFolder();
        Outcome outcome = Dzgeo.Run(["viewshed", WriteTerrain(folder, "plain.asc", -0.02, 0.02), .. options]);
        outcome.ExitCode.Should().Be(ExitCodes.Usage);
        outcome.Error.Should().Contain(message).And.NotContain("   at ");
    }

    [TestMethod]
    public void Terrain_that_is_none_is_said()
    {
        using var folder = new TestFolder();
        Outcome missing = Dzgeo.Run("viewshed", folder["none.tif"], "--observer", "0,0"), broken = Dzgeo.Run("profile", folder.Write("broken.tif", "nonsense"), "--from", "0,0", "--to", "0.1,0");
        missing.ExitCode.Should().Be(ExitCodes.Failed);
        missing.Error.Should().Contain("none.tif");
        broken.ExitCode.Should().Be(ExitCodes.Failed);
        broken.Error.Should().Contain("broken.tif").And.NotContain("   at ");
    }

    [TestMethod]
    public void Profile_names_the_obstruction()
    {
        using var folder = new TestFolder();
        string plan = PlanWithTerrain(folder);
        using JsonDocument answer = Json("profile", plan, "--from", "0.001,0.001", "--to", "0.1,0.001", "--format", "json");
        answer.RootElement.GetProperty("visible").GetBoolean().Should().BeFalse();
        JsonElement obstruction = answer.RootElement.GetProperty("obstruction");
        obstruction.GetProperty("distanceMetres").GetDouble().Should().BeApproximately(0.049 * 111_319.491, 120);
        obstruction.GetProperty("excessMetres").GetDouble().Should().BeApproximately(500 - 13.37 + 2.07, 0.5, "the line sags by the bulge of the Earth");
        answer.RootElement.GetProperty("points").GetArrayLength().Should().BeGreaterThan(45);
        Dzgeo.Run("profile", plan, "--from", "0.001,0.001", "--to", "0.1,0.001").Output.Should().Contain("the target is hidden").And.Contain("too high");
        Dzgeo.Run("profile", plan, "--from", "0.001,0.001", "--to", "0.03,0.001", "--format", "csv").Output.Should().StartWith("distanceMetres,longitude,latitude,groundMetres,sightMetres\n0,");
        Dzgeo.Run("profile", plan, "--from", "0.001,0.001", "--to", "3,0.001").Output.Should().Contain("outside the terrain").And.Contain("EPSG:4326");
        Dzgeo.Run("profile", plan, "--from", "0,0;1,1", "--to", "3,0").Error.Should().Contain("--from is one place");
    }

    [TestMethod]
    public void In_a_terminal_the_ground_is_drawn()
    {
        using var folder = new TestFolder();
        Outcome outcome = Dzgeo.Run(
            new Screen(IsTerminal: true, Width: 90, Colour: false), "profile", WriteTerrain(folder, "plain.asc", -0.2, 0.3), "--from", "0.001,0.001", "--to", "0.1,0.001");
        outcome.ExitCode.Should().Be(ExitCodes.Done);
        outcome.Output.Should().Contain("█").And.Contain("·").And.Contain("km");
        outcome.Output.Split('\n').Max(line => line.Length).Should().BeLessThanOrEqualTo(90);
    }

    private static string PlanWithTerrain(TestFolder folder)
    {
        string plan = folder.WriteEquatorPlan();
        WriteTerrain(folder, "plan/terrain/plain.asc", -0.2, 1.2);
        return plan;
    }

    private static string WriteTerrain(TestFolder folder, string name, double west, double east)
    {
        int columns = (int)Math.Round((east - west) / Step), rows = (int)Math.Round(0.2 / Step);
        var row = new StringBuilder();
        for (int column = 0; column < columns; column++)
            row.Append(Math.Abs(west + ((column + 0.5) * Step) - 0.05) < 0.6 * Step ? "500 " : "10 ");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"ncols {columns}\nnrows {rows}\nxllcorner {west:R}\nyllcorner -0.1\ncellsize {Step:R}\n");
        for (int i = 0; i < rows; i++)
            text.Append(row).Append('\n');
        return folder.Write(name, text.ToString());
    }

    private static JsonDocument Json(params string[] arguments)
    {
        Outcome outcome = Dzgeo.Run(arguments);
        outcome.Error.Should().BeEmpty();
        outcome.ExitCode.Should().Be(ExitCodes.Done);
        return JsonDocument.Parse(outcome.Output);
    }
}
