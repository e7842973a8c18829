using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

/// <summary>A ridge of 200 m from west to east, 30 % steep on both sides, between a base in the south and a border in the north.</summary>
[TestClass]
public sealed class NewRoadVerbTests
{
    private const double CellDegrees = 0.0003;
    private const int Side = 120;
    private const double CellMetres = CellDegrees * 111_000;

    // A folder for all tests: nothing writes into the plan.
    private static TestFolder _folder = null!;
    private static string _plan = string.Empty;

    [ClassInitialize]
    public static void Prepare(TestContext _)
    {
        _folder = new TestFolder();
        _plan = WritePlan(_folder);
    }

    [ClassCleanup]
    public static void TidyUp() => _folder.Dispose();

    [TestMethod]
    public void Courses_come_side_by_side_with_what_they_bring()
    {
        JsonElement answer = Json("site", "--from", "P1", "--to", "0.018,0.004", "--minutes", "45", "--alternatives", "2", "--overlap", "0.7");
        JsonElement[] roads = [.. answer.GetProperty("roads").EnumerateArray()];
        roads.Should().NotBeEmpty();
        roads[0].GetProperty("worstGrade").GetDouble().Should().BeLessThanOrEqualTo(0.1);
        roads[0].GetProperty("climbMetres").GetDouble().Should().BeGreaterThan(150);

        // Up 200 m and down again, less what the ends have of it, at 10 %.
        roads[0].GetProperty("lengthMetres").GetDouble().Should().BeGreaterThan(3500);
        roads[0].GetProperty("gain").GetProperty("gainedMetres").GetDouble().Should().BePositive();
        roads.Select(road => road.GetProperty("cost").GetDouble()).Should().BeInAscendingOrder();

        string page = Run("site", "--from", "P1", "--to", "0.018,0.004", "--minutes", "45", "--alternatives", "2", "--overlap", "0.7").Output;
        foreach (string figure in (string[])["Courses, the cheapest first", "Worst grade", "Border within 45 min", "That for each million", "mountainous", "Profile of 1", "at most 10 %"])
            page.Should().Contain(figure);
        Json("site", "--from", "P1", "--to", "0.018,0.004", "--alternatives", "1", "--grade", "30").GetProperty("roads")[0].GetProperty("lengthMetres").GetDouble()
            .Should().BeLessThan(roads[0].GetProperty("lengthMetres").GetDouble());
    }

    [TestMethod]
    public void Without_a_goal_the_road_goes_to_the_existing_ones()
    {
        JsonElement answer = Json("site", "--from", "S1", "--alternatives", "1");
        answer.GetProperty("to").GetProperty("place").ValueKind.Should().Be(JsonValueKind.Null);
        answer.GetProperty("roads")[0].GetProperty("profile").EnumerateArray().Last().GetProperty("place")[1].GetDouble().Should().BeApproximately(0.004, 1e-6);
    }

    [TestMethod]
    public void Features_are_roads_that_a_plan_takes_as_they_are()
    {
        string file = _folder["courses.geojson"], roads = _folder["patrol-roads.geojson"];
        Run("site", "--from", "P1", "--to", "0.018,0.004", "--alternatives", "1", "--format", "geojson", "--out", file).ExitCode.Should().Be(ExitCodes.Done);
        Dzgeo.Run("convert", file, roads).ExitCode.Should().Be(ExitCodes.Done);
        JsonElement properties = JsonDocument.Parse(File.ReadAllText(roads)).RootElement.GetProperty("features")[0].GetProperty("properties");
        properties.GetProperty("status").GetString().Should().Be("planned");
        properties.GetProperty("cost").GetDouble().Should().BePositive();
    }

    [TestMethod]
    public void Where_there_is_no_way_it_is_said_which_grade_would_do()
    {
        Outcome outcome = Run("site", "--from", "P1", "--to", "0.018,0.004", "--grade", "1");
        outcome.ExitCode.Should().Be(ExitCodes.Failed);
        outcome.Output.Should().Contain("There is no way with at most 1 %").And.Contain("would do");
        Run("site", "--from", "P1", "--to", "0.018,0.004", "--grade", "1", "--format", "csv").Error.Should().Contain("dzgeo: There is no way");
        Outcome outside = Run("site", "--from", "1,1", "--to", "2,2");
        outside.ExitCode.Should().Be(ExitCodes.Failed);
        outside.Output.Should().Contain("The start").And.Contain("The goal");
        Run("site", "--from", "0.018,0.018", "--to", "0.018,0.018").Output.Should().Contain("one place");
    }

    [TestMethod]
    public void Forbidden_ground_is_gone_around_and_a_start_in_it_is_refused()
    {
        double Length(params string[] options) => Json(["site", "--from", "0.006,0.008", "--to", "0.018,0.008", "--alternatives", "1", "--hazard-factor", "1", .. options])
            .GetProperty("roads")[0].GetProperty("lengthMetres").GetDouble();
        double through = Length("--through-projects"), around = Length();
        around.Should().BeGreaterThan(through + 50, "the project lies on the straight way");
        Length("--through-projects", "--forbid", "flood").Should().BeGreaterThan(through + 50);
        Length("--through-projects", "--forbid", "Z1").Should().BeGreaterThan(through + 50);
        Outcome inside = Run("site", "--from", "0.012,0.008", "--to", "0.018,0.008");
        inside.ExitCode.Should().Be(ExitCodes.Failed);
        inside.Output.Should().Contain("projects J1 (Dam)");
    }

    [TestMethod]
    public void All_that_makes_no_sense_is_said_at_once()
    {
        Outcome outcome = Run("site", "--from", "nobody", "--to", "10,95", "--forbid", "Z9", "--slope-costs", "1,2");
        outcome.ExitCode.Should().Be(ExitCodes.Usage);
        outcome.Error.Should().Contain("--from: 'nobody'").And.Contain("--to: '10,95'").And.Contain("'Z9'").And.Contain("--slope-costs needs 4");
        outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(4).And.OnlyContain(line => line.StartsWith("dzgeo: "));
        Run("site", "--from", "network").Error.Should().Contain("turn it round");
        Run("site").Error.Should().Contain("--from");
        Run("site", "--from", "P1", "--grade", "60", "--alternatives", "0").Error.Should().Contain("--grade needs").And.Contain("--alternatives needs");
        Run("rank").Error.Should().Contain("--minutes");
    }

    [TestMethod]
    public void A_plan_without_terrain_says_where_it_would_be()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        Outcome outcome = Dzgeo.Run("roads", "site", plan, "--from", "0,0.1", "--to", "0.1,0.1");
        outcome.ExitCode.Should().Be(ExitCodes.Failed);
        outcome.Output.Should().Contain("no terrain").And.Contain("terrain/");
        Dzgeo.Run("roads", "connect", plan).ExitCode.Should().Be(ExitCodes.Failed);
        Outcome rank = Dzgeo.Run("roads", "rank", plan, "--minutes", "30");
        rank.ExitCode.Should().Be(ExitCodes.Done);
        rank.Output.Should().Contain("nothing to rank").And.Contain("Nobody responds");
    }

    [TestMethod]
    public void Islands_are_joined_over_the_terrain_or_straight()
    {
        JsonElement straight = Json("connect", "--straight"), terrain = Json("connect");
        straight.GetProperty("parts").GetInt32().Should().Be(2);
        straight.GetProperty("links")[0].GetProperty("lengthMetres").GetDouble().Should().BeApproximately(0.026 * 110_574, 5, "26 thousandths of a degree of the meridian at the equator");
        terrain.GetProperty("links")[0].GetProperty("lengthMetres").GetDouble().Should().BeGreaterThan(3500);
        terrain.GetProperty("links")[0].GetProperty("worstGrade").GetDouble().Should().BeLessThanOrEqualTo(0.1);
        terrain.GetProperty("gapRatio").GetDouble().Should().Be(0);
        Run("connect").Output.Should().Contain("no choice among the links costs less");
        Run("connect", "--grade", "1").ExitCode.Should().Be(ExitCodes.Failed);
        foreach (string format in (string[])["geojson", "csv"])
            Run("connect", "--straight", "--format", format).ExitCode.Should().Be(ExitCodes.Done);
    }

    [TestMethod]
    public void Proposed_roads_are_ranked_by_what_they_bring()
    {
        JsonElement answer = Json("rank", "--minutes", "45");
        JsonElement road = answer.GetProperty("roads")[0];
        road.GetProperty("id").GetString().Should().Be("R3");
        road.GetProperty("cost").GetDouble().Should().Be(5_000_000);
        road.GetProperty("gainedMetres").GetDouble().Should().BePositive();
        Run("rank", "--minutes", "45").Output.Should().Contain("For each million");
        Run("rank", "--minutes", "45", "--format", "csv").Output.Should().StartWith("rank,id,name,lengthMetres,cost");
        Run("rank", "--minutes", "45", "--format", "geojson").Output.Should().Contain("gainedInOrderMetres");
        Json("rank", "--minutes", "45", "--propose", "under-construction").GetProperty("reason").GetString().Should().Contain("under-construction");
    }

    [TestMethod]
    [DataRow("site", "--from", "P1")]
    [DataRow("connect", "--with-facilities", "--straight")]
    [DataRow("rank", "--minutes", "45")]
    public void What_is_stopped_leaves_nothing(string verb, string option, string value)
    {
        using var error = new StringWriter();
        string file = _folder[verb + ".json"];
        var shell = new Shell { OpenOutput = () => Stream.Null, Error = error, Cancellation = new CancellationToken(canceled: true) };
        CommandLine.Run(["roads", verb, _plan, option, value, "--format", "json", "--out", file], shell).Should().Be(ExitCodes.Interrupted);
        File.Exists(file).Should().BeFalse();
        error.ToString().Should().BeEmpty();
    }

    private static Outcome Run(string verb, params string[] options) => Dzgeo.Run(["roads", verb, _plan, .. options]);

    private static JsonElement Json(string verb, params string[] options)
    {
        Outcome outcome = Run(verb, [.. options, "--format", "json"]);
        outcome.ExitCode.Should().Be(ExitCodes.Done, outcome.Error + outcome.Output);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private static JsonElement Json(string[] arguments) => Json(arguments[0], arguments[1..]);

    private static string WritePlan(TestFolder folder)
    {
        const string Layer = "plan/";
        folder.Write(Layer + "plan.json", """{"name":"Ridge"}""");
        folder.Write(Layer + "border-segments.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"B1","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0.034],[0.036,0.034]]}}"""));
        folder.Write(Layer + "combat-bases.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"K1","properties":{"status":"existing"},"geometry":{"type":"Point","coordinates":[0.004,0.004]}}"""));
        folder.Write(Layer + "militia-posts.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"P1","properties":{"status":"existing"},"geometry":{"type":"Point","coordinates":[0.018,0.028]}}"""));
        folder.Write(Layer + "candidate-sites.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"S1","properties":{"kind":"militia-posts"},"geometry":{"type":"Point","coordinates":[0.026,0.01]}}"""));
        folder.Write(Layer + "patrol-roads.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"R1","properties":{"status":"existing","class":"patrol"},"geometry":{"type":"LineString","coordinates":[[0.004,0.004],[0.03,0.004]]}}""",
            """{"type":"Feature","id":"R2","properties":{"status":"existing","class":"patrol"},"geometry":{"type":"LineString","coordinates":[[0.01,0.03],[0.02,0.03]]}}""",
            """{"type":"Feature","id":"R3","properties":{"status":"planned","class":"patrol","speedKmh":30,"cost":5000000},"geometry":{"type":"LineString","coordinates":[[0.02,0.004],[0.02,0.03]]}}"""));
        const string Square = "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0.011,0.006],[0.013,0.006],[0.013,0.010],[0.011,0.010],[0.011,0.006]]]}";
        folder.Write(Layer + "projects.geojson", TestFolder.Collection($$"""{"type":"Feature","id":"J1","properties":{"name":"Dam"},{{Square}}}"""));
        folder.Write(Layer + "hazard-areas.geojson", TestFolder.Collection($$"""{"type":"Feature","id":"H1","properties":{"kind":"flood"},{{Square}}}"""));
        folder.Write(Layer + "defensive-zones.geojson", TestFolder.Collection($$"""{"type":"Feature","id":"Z1","properties":{"level":"commune"},{{Square}}}"""));
        var terrain = new StringBuilder();
        terrain.Append(CultureInfo.InvariantCulture, $"ncols {Side}\nnrows {Side}\nxllcenter 0\nyllcenter 0\ncellsize {CellDegrees}\nNODATA_value -9999\n");
        for (int row = Side - 1; row >= 0; row--)
        {
            string height = Math.Max(0, 200 - (0.3 * Math.Abs((row - 60) * CellMetres))).ToString("0.00", CultureInfo.InvariantCulture);
            terrain.AppendJoin(' ', Enumerable.Repeat(height, Side)).Append('\n');
        }

        folder.Write(Layer + "terrain/ridge.asc", terrain.ToString());
        return folder["plan"];
    }
}
