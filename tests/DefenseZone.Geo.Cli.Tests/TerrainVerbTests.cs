using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class TerrainVerbTests
{
    [TestMethod]
    [DataRow(32648)]
    [DataRow(4326)]
    public void Hillshade_slope_and_aspect_are_those_of_gdaldem(int epsg)
    {
        using var folder = new TestFolder();
        string dem = WriteDem(folder, epsg, "dem.tif");
        string[] scale = epsg == 4326 ? ["-s", "111120"] : [];
        foreach ((string[] ours, string[] theirs, double tolerance) in ((string[], string[], double)[])
        [
            (["hillshade", "--azimuth", "290", "--altitude", "35", "--z-factor", "2"], ["hillshade", "-az", "290", "-alt", "35", "-z", "2"], 1),
            (["slope"], ["slope"], 0.002),
            (["slope", "--percent"], ["slope", "-p"], 0.01),
            (["aspect"], ["aspect"], 0.02),
        ])
        {
            Outcome outcome = Dzgeo.Run([.. ours, dem, "--out", folder["ours.tif"]]);
            outcome.Error.Should().BeEmpty();
            outcome.ExitCode.Should().Be(ExitCodes.Done);
            Gdal("gdaldem", [theirs[0], "-q", dem, folder["theirs.tif"], .. theirs[1..], .. theirs[0] == "aspect" ? [] : scale]);
            Compare(Cells(folder["ours.tif"]), Cells(folder["theirs.tif"]), epsg == 4326 ? null : tolerance, theirs[0]);
        }
    }

    [TestMethod]
    public void Contours_are_GeoJSON_with_the_levels_of_gdal_contour()
    {
        using var folder = new TestFolder();
        string dem = WriteDem(folder, 32648, "dem.tif"), lines = folder["lines.geojson"];
        using JsonDocument answer = Json("contours", dem, "--interval", "25", "--base", "5", "--format", "json", "--out", lines);
        Gdal("gdal_contour", ["-q", "-a", "elev", "-i", "25", "-off", "5", "-f", "GeoJSON", dem, folder["theirs.geojson"]]);
        double[] Levels(string path, string property)
        {
            using JsonDocument features = JsonDocument.Parse(File.ReadAllText(path));
            return [.. features.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties").GetProperty(property).GetDouble()).Distinct().Order()];
        }

        double[] ours = Levels(lines, "elevationMetres");
        ours.Should().Equal(Levels(folder["theirs.geojson"], "elev")).And.HaveCountGreaterThan(10);
        answer.RootElement.GetProperty("levels").GetArrayLength().Should().Be(ours.Length);
        answer.RootElement.GetProperty("method").GetProperty("baseMetres").GetDouble().Should().Be(5);
        using JsonDocument direct = Json("contours", dem, "--interval", "25", "--base", "5", "--format", "geojson");
        JsonElement first = direct.RootElement.GetProperty("features")[0];
        direct.RootElement.GetProperty("features").GetArrayLength().Should().Be(answer.RootElement.GetProperty("lines").GetInt32());
        first.GetProperty("geometry").GetProperty("type").GetString().Should().Be("LineString");
        first.GetProperty("geometry").GetProperty("coordinates")[0][0].GetDouble().Should().BeInRange(105, 107, "lines are on WGS84");
        first.GetProperty("properties").GetProperty("closed").ValueKind.Should().BeOneOf(JsonValueKind.True, JsonValueKind.False);
    }

    [TestMethod]
    public void A_part_is_cut_out_and_figures_say_what_was_found()
    {
        using var folder = new TestFolder();
        string dem = WriteDem(folder, 4326, "dem.tif");
        using JsonDocument answer = Json("slope", dem, "--bbox", "106.01,22.45,106.05,22.49", "--format", "json");
        JsonElement ground = answer.RootElement.GetProperty("ground");
        ground.GetProperty("columns").GetInt32().Should().Be(40);
        ground.GetProperty("rows").GetInt32().Should().Be(40);
        answer.RootElement.GetProperty("unit").GetString().Should().Be("degrees");
        answer.RootElement.GetProperty("highest").GetDouble().Should().BeInRange(1, 90);
        answer.RootElement.GetProperty("notes")[0].GetString().Should().Contain("in degrees").And.Contain("WGS84");
        Dzgeo.Run("aspect", dem).Output.Should().Contain("Falls towards").And.Contain("south-west").And.Contain("Horn 1981");
        Outcome missed = Dzgeo.Run("slope", dem, "--bbox", "1,2,3,4");
        missed.ExitCode.Should().Be(ExitCodes.Failed);
        missed.Error.Should().Contain("--bbox lies outside the terrain").And.Contain("106");
    }

    [TestMethod]
    public void A_hillshade_is_a_picture_too_and_voids_are_transparent()
    {
        using var folder = new TestFolder();
        string dem = WriteDem(folder, 32648, "dem.tif"), picture = folder["shade.png"];
        Dzgeo.Run("hillshade", dem, "--out", picture).ExitCode.Should().Be(ExitCodes.Done);
        Gdal("gdal_translate", ["-q", "-b", "2", picture, folder["opacity.tif"]]);
        Gdal("gdal_translate", ["-q", "-b", "1", picture, folder["grey.tif"]]);
        (byte[] grey, byte[] opacity) = (Raw(folder, "grey.tif"), Raw(folder, "opacity.tif"));
        grey.Should().HaveCount(200 * 160);
        Enumerable.Range(0, grey.Length).Should().OnlyContain(i => (opacity[i] == 0) == (grey[i] == 0));
        opacity.Count(value => value == 0).Should().Be(100);
    }

    [TestMethod]
    public void Terrain_says_what_it_is_and_where_a_plan_stands_on_it()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        Directory.CreateDirectory(folder["plan/terrain"]);
        WriteGrid(folder["plan/terrain/west.tif"], new GridFrame(Geodesy.CoordinateSystem.Of(4326), -0.0975, 0.0975, 0.005, 0.005, 80, 40), static (column, row) => column is >= 50 and < 60 ? double.NaN : 100 + column + row);
        using JsonDocument answer = Json("terrain", plan, "--format", "json");
        JsonElement terrain = answer.RootElement;
        terrain.GetProperty("epsg").GetInt32().Should().Be(4326);
        terrain.GetProperty("voidCells").GetInt32().Should().Be(400);
        terrain.GetProperty("lowestMetres").GetDouble().Should().Be(100);
        terrain.GetProperty("highestMetres").GetDouble().Should().Be(218);
        terrain.GetProperty("tiles")[0].GetProperty("name").GetString().Should().Be("west.tif");
        terrain.GetProperty("border").GetProperty("lengthMetres").GetDouble().Should().BeApproximately(111_319.491, 1);
        terrain.GetProperty("border").GetProperty("outsideMetres").GetDouble().Should().BeApproximately(0.7 * 111_319.491, 600);
        JsonElement post = terrain.GetProperty("postsWithoutGround")[0];
        post.GetProperty("layer").GetString().Should().Be("militia-posts");
        post.GetProperty("ground").GetString().Should().Be("outside-terrain");
        Outcome page = Dzgeo.Run("terrain", plan);
        page.Output.Should().Contain("west.tif").And.Contain("outside the terrain").And.Contain("On known ground").And.Contain("Outside");
        Dzgeo.Run("terrain", folder["plan/terrain/west.tif"]).Output.Should().Contain("west.tif").And.NotContain("Border");
        Dzgeo.Run("validate", plan).Output.Should().Contain("stands outside the terrain");
    }

    [TestMethod]
    public void The_sample_plan_stands_on_its_own_relief()
    {
        using JsonDocument shade = Json("hillshade", TestFolder.NorthernBorder, "--bbox", "106.4,22.7,106.45,22.75", "--format", "json");
        shade.RootElement.GetProperty("ground").GetProperty("columns").GetInt32().Should().BeInRange(179, 181);
        shade.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()).Should().Contain("the relief is invented");
        Dzgeo.Run("validate", TestFolder.NorthernBorder).Output.Should().NotContain("terrain");
    }

    [TestMethod]
    public void Sites_are_chosen_among_highs()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        Outcome without = Dzgeo.Run("site", plan, "--sites", "1", "--generate-highs", "800");
        without.ExitCode.Should().Be(ExitCodes.Failed);
        without.Error.Should().Contain("no terrain, which highs are looked for in").And.Contain(Path.Combine(plan, "terrain"));
        Dzgeo.Run("site", plan, "--sites", "1", "--highs-within", "900").Error.Should().Contain("--generate-highs");

        Directory.CreateDirectory(folder["plan/terrain"]);
        WriteGrid(
            folder["plan/terrain/hills.tif"],
            new GridFrame(Geodesy.CoordinateSystem.Of(4326), -0.0995, 0.0995, 0.001, 0.001, 1_200, 200),
            static (column, row) => 50 + Hill(column - 380, row - 95, 300) + Hill(column - 900, row - 105, 200) + Hill(column - 600, row - 10, 400));
        using JsonDocument answer = Json("site", plan, "--sites", "1", "--generate-highs", "800", "--radius", "9000", "--format", "json");
        JsonElement chosen = answer.RootElement.GetProperty("chosen")[0];
        chosen.GetProperty("id").GetString().Should().StartWith("high-");
        chosen.GetProperty("place")[0].GetDouble().Should().BeApproximately(-0.0995 + 0.38, 0.6, "one of the two hills near the border");
        Dzgeo.Run("site", plan, "--sites", "1", "--generate-highs", "5").ExitCode.Should().Be(ExitCodes.Usage);
        using JsonDocument seen = Json("site", plan, "--sites", "2", "--generate-highs", "800", "--highs-within", "4000", "--model", "sight", "--range", "9000", "--format", "json");
        seen.RootElement.GetProperty("chosen").GetArrayLength().Should().Be(2);
    }

    [TestMethod]
    [DataRow("'x.png' is none of them", "slope", "--out", "x.png")]
    [DataRow("'x.tif' is none of them", "contours", "--out", "x.tif")]
    [DataRow("--altitude needs a number", "hillshade", "--altitude", "0")]
    [DataRow("--z-factor needs a number", "hillshade", "--z-factor", "-1")]
    [DataRow("--interval needs a number of metres above 0", "contours", "--interval", "0")]
    [DataRow("at most 10000 are traced", "contours", "--interval", "0.01")]
    [DataRow("--bbox needs west,south,east,north", "aspect", "--bbox", "106,22,107")]
    [DataRow("--bbox needs west,south,east,north", "slope", "--bbox", "106,23,107,22")]
    public void What_makes_no_sense_is_said(string message, string verb, params string[] options)
    {
        using var folder = new TestFolder();
        Outcome outcome = Dzgeo.Run([verb, WriteDem(folder, 32648, "dem.tif"), .. options]);
        outcome.ExitCode.Should().Be(ExitCodes.Usage);
        outcome.Error.Should().Contain(message).And.NotContain("   at ");
        File.Exists("x.png").Should().BeFalse();
    }

    [TestMethod]
    public void Files_that_are_no_terrain_are_named_with_what_would_be_right()
    {
        using var folder = new TestFolder();
        string broken = folder.Write("broken.tif", "nonsense"), text = folder.Write("notes.txt", "hello");
        foreach (string verb in (string[])["terrain", "hillshade", "slope", "aspect", "contours"])
        {
            Outcome outcome = Dzgeo.Run(verb, broken, text, folder["none.asc"]);
            outcome.ExitCode.Should().Be(ExitCodes.Failed);
            outcome.Error.Should().Contain("broken.tif").And.Contain("notes.txt").And.Contain("none.asc").And.NotContain("   at ");
        }
    }

    private static double Hill(double x, double y, double metres) => metres * Math.Exp(-((x * x) + (y * y)) / 100);

    // Hills of 30 m cells (or a thousandth of a degree), with ten by ten voids.
    private static string WriteDem(TestFolder folder, int epsg, string name)
    {
        bool isDegrees = epsg == 4326;
        WriteGrid(
            folder[name],
            new GridFrame(Geodesy.CoordinateSystem.Of(epsg), isDegrees ? 106.0005 : 500_015, isDegrees ? 22.4995 : 2_450_000, isDegrees ? 0.001 : 30, isDegrees ? 0.001 : 30, 200, 160),
            static (column, row) => column is >= 90 and < 100 && row is >= 40 and < 50
                ? double.NaN
                : 400 + (180 * Math.Sin(column / 17.0) * Math.Cos(row / 13.0)) + (40 * Math.Sin((column + (2 * row)) / 5.0)));
        return folder[name];
    }

    private static void WriteGrid(string path, GridFrame frame, Func<int, int, double> height)
    {
        using FileStream file = File.Create(path);
        GeoTiff.Write(file, ElevationGrid.Create(frame, (row, samples) =>
        {
            for (int column = 0; column < samples.Length; column++)
                samples[column] = (float)height(column, row);
        }));
    }

    private static ElevationGrid Cells(string path)
    {
        ElevationSurface surface = TerrainFiles.Open(path);
        return surface.ReadWindow(0, 0, surface.Frame.Columns, surface.Frame.Rows);
    }

    // gdaldem has one scale for all directions of degrees, ours the ellipsoid's: there only what does not hang on it is compared.
    private static void Compare(ElevationGrid ours, ElevationGrid theirs, double? tolerance, string what)
    {
        ours.Frame.Columns.Should().Be(theirs.Frame.Columns);
        ours.Frame.WestEdgeX.Should().BeApproximately(theirs.Frame.WestEdgeX, 1e-9);
        int compared = 0;
        double apart = 0;
        for (int i = 0; i < ours.Samples.Length; i++)
        {
            if (float.IsNaN(theirs.Samples[i]))
                continue;
            float difference = Math.Abs(ours.Samples[i] - theirs.Samples[i]);
            difference = what == "aspect" ? Math.Min(difference, 360 - difference) : difference;
            if (tolerance is { } most)
                ((double)difference).Should().BeLessThanOrEqualTo(most, "cell {0} of {1}", i, what);
            apart += difference;
            compared++;
        }

        compared.Should().BeGreaterThan(30_000);
        (apart / compared).Should().BeLessThan(what switch { "hillshade" => 6, "aspect" => 4, _ => 3 });
    }

    private static byte[] Raw(TestFolder folder, string name)
    {
        Gdal("gdal_translate", ["-q", "-of", "ENVI", folder[name], folder[name + ".raw"]]);
        return File.ReadAllBytes(folder[name + ".raw"]);
    }

    private static void Gdal(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8 };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, string.Create(CultureInfo.InvariantCulture, $"{program} says {error}"));
    }

    private static JsonDocument Json(params string[] arguments)
    {
        Outcome outcome = Dzgeo.Run(arguments);
        outcome.Error.Should().BeEmpty();
        outcome.ExitCode.Should().Be(ExitCodes.Done);
        return JsonDocument.Parse(outcome.Output);
    }
}
