using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class PlanErrorTests
{
    [TestMethod]
    [DataRow("coverage")]
    [DataRow("gaps")]
    [DataRow("zones")]
    public void A_folder_that_is_not_there_is_an_error(string verb)
    {
        Outcome outcome = Dzgeo.Run(verb, "/no/such/folder");

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Should().StartWith("dzgeo: ").And.Contain("/no/such/folder").And.NotContain("   at ");
    }

    [TestMethod]
    public void Every_error_of_a_plan_is_said_and_nothing_is_answered()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        folder.Write("plan/militia-posts.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"P1","properties":{"coverageRadiusMetres":-3},"geometry":{"type":"Point","coordinates":[0,0]}}""",
            """{"type":"Feature","id":"P2","properties":{"status":"planed"},"geometry":{"type":"Point","coordinates":[0,95]}}"""));

        Outcome outcome = Dzgeo.Run("coverage", plan);

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Should().Contain("P1").And.Contain("P2").And.Contain("planned").And.Contain("militia-posts.geojson");
        outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCountGreaterThanOrEqualTo(3).And.OnlyContain(line => line.StartsWith("dzgeo: "));
    }

    [TestMethod]
    public void Validate_groups_the_problems_by_file_and_says_that_there_are_errors()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        folder.Write("plan/border-gates.geojson", "{\"type\":\"FeatureCollection\",\"features\":[");
        folder.Write("plan/militia-posts.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"P1","properties":{"coverageRadiusMetres":-3},"geometry":{"type":"Point","coordinates":[0,0]}}"""));

        Outcome outcome = Dzgeo.Run("validate", plan);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().BeEmpty();
        string[] lines = outcome.Output.Split('\n');
        lines.Should().Contain("border-gates.geojson").And.Contain("militia-posts.geojson");
        lines.Should().Contain(line => line.StartsWith("error ") && line.Contains("feature \"P1\" properties.coverageRadiusMetres"));
    }

    [TestMethod]
    public void Validate_as_json_counts_errors_and_warnings()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        folder.Write("plan/militia-posts.geojson", TestFolder.Collection(
            """{"type":"Feature","id":7,"properties":{"coverageRadiusMetres":-3},"geometry":{"type":"Point","coordinates":[0,0]}}"""));

        Outcome outcome = Dzgeo.Run("validate", plan, "--format", "json");

        outcome.ExitCode.Should().Be(1);
        using JsonDocument answer = JsonDocument.Parse(outcome.Output);
        answer.RootElement.GetProperty("errorCount").GetInt32().Should().Be(1);
        JsonElement problem = answer.RootElement.GetProperty("problems").EnumerateArray().First(found => found.GetProperty("severity").GetString() == "error");
        problem.GetProperty("file").GetString().Should().Be("militia-posts.geojson");
        problem.GetProperty("featureId").GetInt32().Should().Be(7);
        problem.GetProperty("message").GetString().Should().NotBeEmpty();
        problem.GetProperty("remedy").GetString().Should().NotBeEmpty();
    }

    [TestMethod]
    public void Validate_finds_nothing_wrong_with_the_sample_plan()
    {
        Outcome outcome = Dzgeo.Run("validate", TestFolder.NorthernBorder);

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().Contain("Errors    0").And.Contain("militia-posts");
    }

    [TestMethod]
    public void A_layer_that_does_not_affect_the_answer_is_checked_unless_it_is_large()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        folder.Write("plan/patrol-roads.geojson", "this is no JSON");
        Dzgeo.Run("coverage", plan, "--kind", "militia-posts").ExitCode.Should().Be(1);

        folder.Write("plan/patrol-roads.geojson", "this is no JSON" + new string(' ', 1 << 20));
        Outcome outcome = Dzgeo.Run("coverage", plan, "--kind", "militia-posts");
        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().Contain("patrol-roads.geojson").And.Contain("was not checked");
    }
}
