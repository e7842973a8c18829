using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

/// <summary>Every analysis refuses a plan with errors, and says its warnings.</summary>
[TestClass]
public sealed class FindingsTests
{
    private static readonly string[][] Verbs =
    [
        ["coverage"], ["gaps"], ["zones"], ["site", "--sites", "1"], ["highs"], ["terrain"], ["sight"],
        ["roads", "response"], ["roads", "check"], ["roads", "connect"], ["roads", "rank", "--minutes", "30"], ["roads", "isochrone"],
        ["roads", "route", "--from", "106.65,21.98", "--to", "106.76,21.98"], ["roads", "tour", "--base", "P1", "--posts", "P2"],
        ["roads", "site", "--from", "106.65,21.98", "--to", "106.76,21.98"],
    ];

    public static IEnumerable<object[]> AllVerbs => Verbs.Select(verb => new object[] { verb });

    // Of the border, 413.1 m are missing between 106.7° and 106.704° (GeographicLib).
    private const string Hole = "[[106.704,21.98],[106.8,21.98]]";

    // 2,065.5 m are missing: a warning, since a sea may lie between.
    private const string WideHole = "[[106.72,21.98],[106.8,21.98]]";

    [TestMethod]
    [DynamicData(nameof(AllVerbs))]
    public void Every_verb_refuses_a_plan_with_a_hole_in_its_border(string[] verb)
    {
        using var folder = new TestFolder();
        Outcome outcome = Dzgeo.Run([.. verb, WritePlan(folder, Hole)]);

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Should().Contain("413 m are missing");
    }

    [TestMethod]
    public void A_hole_that_may_be_a_sea_is_said_in_every_form_of_the_answer()
    {
        using var folder = new TestFolder();
        string plan = WritePlan(folder, WideHole);

        Dzgeo.Run("gaps", plan).Output.Should().Contain("2.1 km lie between");
        using JsonDocument json = JsonDocument.Parse(Dzgeo.Run("gaps", plan, "--format", "json").Output);
        JsonElement warning = json.RootElement.GetProperty("warnings").EnumerateArray().Should().ContainSingle().Subject;
        warning.GetProperty("message").GetString().Should().Contain("2.1 km lie between");
        warning.GetProperty("file").GetString().Should().Be("border-segments.geojson");
        json.RootElement.TryGetProperty("despiteErrors", out _).Should().BeFalse();
        json.RootElement.GetProperty("gapCount").GetInt32().Should().Be(0);
        using JsonDocument features = JsonDocument.Parse(Dzgeo.Run("gaps", plan, "--format", "geojson").Output);
        features.RootElement.GetProperty("warnings").GetArrayLength().Should().Be(1);
        Outcome csv = Dzgeo.Run("gaps", plan, "--format", "csv");
        csv.Error.Should().Contain("2.1 km lie between");
        csv.Output.Should().NotContain("lie between");
    }

    [TestMethod]
    public void A_plan_without_problems_has_no_warnings_member()
    {
        using var folder = new TestFolder();
        using JsonDocument json = JsonDocument.Parse(Dzgeo.Run("coverage", WritePlan(folder, "[[106.7,21.98],[106.8,21.98]]"), "--format", "json").Output);
        json.RootElement.TryGetProperty("warnings", out _).Should().BeFalse();
    }

    [TestMethod]
    public void An_answer_in_spite_of_errors_says_so_and_lists_them()
    {
        using var folder = new TestFolder();
        string plan = WritePlan(folder, Hole);
        Outcome table = Dzgeo.Run("coverage", plan, "--despite-errors");
        table.ExitCode.Should().Be(0);
        table.Output.Should().Contain("despite").And.Contain("413 m are missing");

        using JsonDocument json = JsonDocument.Parse(Dzgeo.Run("coverage", plan, "--despite-errors", "--format", "json").Output);
        json.RootElement.GetProperty("despiteErrors").GetBoolean().Should().BeTrue();
        json.RootElement.GetProperty("errors").EnumerateArray().Should().ContainSingle()
            .Which.GetProperty("message").GetString().Should().Contain("413 m are missing");
    }

    [TestMethod]
    public void A_folder_that_is_not_there_is_no_plan_to_answer_about_in_spite_of_errors() =>
        Dzgeo.Run("coverage", "/no/such/folder", "--despite-errors").ExitCode.Should().Be(1);

    [TestMethod]
    [DataRow("defensive-zones.geojson", """{"type":"Feature","id":"Z","properties":{"level":"province"},"geometry":{"type":"Polygon","coordinates":[[[106,21],[107,22],[107,21],[106,22],[106,21]]]}}""", "crosses itself")]
    [DataRow("hazard-areas.geojson", """{"type":"Feature","id":"H","properties":{"kind":"flood"},"geometry":{"type":"Polygon","coordinates":[[[106,21],[107,22],[107,21],[106,22],[106,21]]]}}""", "crosses itself")]
    [DataRow("border-segments.geojson", """{"type":"Feature","id":"C","properties":{"sequence":3},"geometry":{"type":"LineString","coordinates":[[106.7,21.98],[106.7,22.1]]}}""", "forks")]
    [DataRow("border-segments.geojson", """{"type":"Feature","id":"C","properties":{"sequence":2},"geometry":{"type":"LineString","coordinates":[[106.8,21.98],[106.9,21.98]]}}""", "has the sequence 2 too")]
    public void What_does_not_affect_an_answer_is_checked_all_the_same(string file, string feature, string what)
    {
        using var folder = new TestFolder();
        string plan = WritePlan(folder, "[[106.7,21.98],[106.8,21.98]]", file == "border-segments.geojson" ? feature : string.Empty);
        if (file != "border-segments.geojson")
            folder.Write("plan/" + file, TestFolder.Collection(feature));

        Outcome outcome = Dzgeo.Run("coverage", plan);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain(what);
    }

    // Two segments, of which the second begins as given, and posts of 6,000 and 6,500 m at 106.65° and 106.76°.
    private static string WritePlan(TestFolder folder, string second, string third = "")
    {
        folder.Write("plan/plan.json", """{"name":"Holes"}""");
        string[] segments =
        [
            """{"type":"Feature","id":"A","properties":{"sequence":1},"geometry":{"type":"LineString","coordinates":[[106.6,21.98],[106.7,21.98]]}}""",
            $$$"""{"type":"Feature","id":"B","properties":{"sequence":2},"geometry":{"type":"LineString","coordinates":{{{second}}}}}""",
        ];
        folder.Write("plan/border-segments.geojson", TestFolder.Collection(third.Length > 0 ? [.. segments, third] : segments));
        folder.Write("plan/militia-posts.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"P1","properties":{"coverageRadiusMetres":6000},"geometry":{"type":"Point","coordinates":[106.65,21.98]}}""",
            """{"type":"Feature","id":"P2","properties":{"coverageRadiusMetres":6500},"geometry":{"type":"Point","coordinates":[106.76,21.98]}}"""));
        folder.Write("plan/patrol-roads.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"R1","properties":{"speedKmh":30},"geometry":{"type":"LineString","coordinates":[[106.65,21.98],[106.76,21.98]]}}"""));
        folder.Write("plan/terrain/generated.json", """{"kind":"generated-relief","seed":1,"bbox":[106,21,107,23],"resolutionArcSeconds":10,"lowestMetres":100,"reliefMetres":300}""");
        return folder["plan"];
    }
}
