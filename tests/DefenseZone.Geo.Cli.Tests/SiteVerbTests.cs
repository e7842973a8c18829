using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class SiteVerbTests
{
    [TestMethod]
    public void Json_says_what_is_chosen_what_it_adds_and_what_none_can_beat()
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json("site", WritePlan(folder), "--sites", "1", "--format", "json");

        // 25 km about 0.25° reach 50 km along the equator, 2.83 and 2.83 km of them covered by the posts at 0° and 0.5° already.
        JsonElement root = answer.RootElement;
        root.GetProperty("status").GetString().Should().Be("optimal");
        JsonElement chosen = root.GetProperty("chosen").EnumerateArray().Should().ContainSingle().Subject;
        chosen.GetProperty("id").GetString().Should().Be("S1");
        chosen.GetProperty("cost").GetDouble().Should().Be(10);
        chosen.GetProperty("addedMetres").GetDouble().Should().BeApproximately((111_319.4908 / 2) - 20_000, 0.01);
        root.GetProperty("newlyCoveredMetres").GetDouble().Should().Be(chosen.GetProperty("addedMetres").GetDouble());
        root.GetProperty("coveredMetres").GetDouble().Should().BeApproximately(30_000 + (111_319.4908 / 2) - 20_000, 0.01);
        root.GetProperty("boundMetres").GetDouble().Should().Be(root.GetProperty("coveredMetres").GetDouble());
        root.GetProperty("relativeGap").GetDouble().Should().Be(0);
        root.GetProperty("seconds").GetDouble().Should().BePositive();
    }

    [TestMethod]
    [DataRow("--budget 6", "S2")]
    [DataRow("--sites 1 --forbid S1", "7")]
    [DataRow("--sites 2 --require 7", "7,S1")]
    [DataRow("--sites 2 --group S1,7", "S1,S2")]
    [DataRow("--sites 2 --ignore-existing", "S1,7")]
    [DataRow("--sites 1 --robust", "S1")]
    [DataRow("--sites 2 --shortest-gap", "7,S1")]
    [DataRow("--cover-all --cheapest", "7,S1,S2")]
    public void Limits_rules_and_aims_change_the_choice(string options, string chosen)
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json(["site", WritePlan(folder), .. options.Split(' '), "--format", "json"]);

        answer.RootElement.GetProperty("chosen").EnumerateArray().Select(site => site.GetProperty("id").ToString())
            .Should().BeEquivalentTo(chosen.Split(','));
    }

    [TestMethod]
    public void Candidates_are_made_where_they_are_asked_for()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        folder.Write(Path.Combine("plan", "plan.json"), """{"name":"Equator","defaults":{"coverageRadiusMetres":{"militia-posts":8000}}}""");

        Outcome outcome = Dzgeo.Run("site", plan, "--sites", "2", "--generate", "5000", "--format", "csv");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        string[] rows = outcome.Output.TrimEnd().Split('\n');
        rows.Should().HaveCount(3).And.HaveElementAt(0, "number,id,name,kind,lon,lat,addedMetres,backupMetres,cost,required,plannedNear,plannedNearMetres,plannedNearFrom");
        rows.Skip(1).Should().OnlyContain(row => row.Contains(",border-", StringComparison.Ordinal) && row.Contains(",16000,", StringComparison.Ordinal));
    }

    [TestMethod]
    public void The_table_has_the_sites_the_curve_and_how_it_was_obtained()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run("site", WritePlan(folder), "--sites", "2", "--curve", "3");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().Contain("optimal, proven").And.Contain("What each further site buys").And.Contain("Church and ReVelle 1974")
            .And.Contain("Out of every candidate's reach");
    }

    [TestMethod]
    public void Facilities_may_be_moved_and_closed_at_a_price()
    {
        using var folder = new TestFolder();

        using JsonDocument moved = Json("site", WritePlan(folder), "--sites", "0", "--may-move", "militia-posts/P1=3", "--may-close", "militia-posts/2=4", "--format", "json");
        using JsonDocument near = Json("site", WritePlan(folder), "--sites", "0", "--may-move", "militia-posts/P1=3:1000", "--format", "json");

        // The first post reaches 10 km from the border's very start; from a site it reaches 20 km of it.
        JsonElement move = moved.RootElement.GetProperty("moved").EnumerateArray().Should().ContainSingle().Subject;
        move.GetProperty("id").GetString().Should().Be("P1");
        move.GetProperty("cost").GetDouble().Should().Be(3);
        moved.RootElement.GetProperty("coveredMetres").GetDouble().Should().BeApproximately(40_000, 0.01);
        moved.RootElement.GetProperty("closed").EnumerateArray().Should().BeEmpty("closing costs and brings nothing");
        near.RootElement.GetProperty("moved").EnumerateArray().Should().BeEmpty("no site is within 1 km");
        Dzgeo.Run("site", WritePlan(folder), "--sites", "1", "--may-close", "P1=2").Error.Should().Contain("as LAYER/ID");
        Dzgeo.Run("site", WritePlan(folder), "--sites", "1", "--may-close", "militia-posts/P9=2").Error.Should().Contain("militia-posts/P9");
    }

    [TestMethod]
    public void The_curve_is_drawn_into_a_file()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run("site", WritePlan(folder), "--sites", "1", "--curve", "3", "--chart", folder["curve.svg"]);

        outcome.ExitCode.Should().Be(0, outcome.Error);
        System.Xml.Linq.XDocument.Load(folder["curve.svg"]).Root!.Name.LocalName.Should().Be("svg");
        Dzgeo.Run("site", WritePlan(folder), "--sites", "1", "--chart", folder["other.svg"]).ExitCode.Should().Be(2);
        File.Exists(folder["other.svg"]).Should().BeFalse();
    }

    [TestMethod]
    public void Sites_and_what_they_newly_cover_are_features()
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json("site", WritePlan(folder), "--sites", "1", "--format", "geojson");

        answer.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("geometry").GetProperty("type").GetString())
            .Should().Equal("Point", "LineString");
    }

    [TestMethod]
    public void All_that_makes_no_sense_is_said_at_once()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run(
            "site", WritePlan(folder), "--sites", "1", "--require", "S1,7,S9", "--forbid", "S1", "--zone-min", "Z9=0.5", "--budget", "5");

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain("S9").And.Contain("both required and forbidden").And.Contain("only 1 may be chosen")
            .And.Contain("Z9").And.Contain("more than the budget");
    }

    [TestMethod]
    [DataRow("", "needs a number of sites, a budget, or both")]
    [DataRow("--sites 1 --robust --backup", "different aims")]
    [DataRow("--sites 1 --backup-weight 0.5", "--backup-weight is for --backup")]
    [DataRow("--sites 1 --zone-max Z1", "an id, an equals sign and a number")]
    [DataRow("--sites -1", "--sites needs a whole number")]
    [DataRow("--budget -5", "--budget needs a number")]
    [DataRow("--sites 1 --radius 0", "--radius needs a number of metres above 0")]
    public void What_does_not_go_together_is_a_usage_error(string options, string message)
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run(["site", WritePlan(folder), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain(message);
        outcome.Output.Should().BeEmpty();
    }

    [TestMethod]
    public void A_plan_without_candidates_is_told_how_to_get_some()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run("site", folder.WriteEquatorPlan(), "--sites", "1");

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain("candidate-sites is empty").And.Contain("generate");
    }

    [TestMethod]
    public void What_cannot_be_done_exits_with_1_and_says_why()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run("site", WritePlan(folder), "--sites", "1", "--zone-min", "Z1=1", "--forbid", "S1");

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().Contain("infeasible, proven").And.Contain("must be covered");
        System.Text.Json.JsonElement answer = System.Text.Json.JsonDocument.Parse(Dzgeo.Run("site", WritePlan(folder), "--sites", "1", "--zone-min", "Z1=1", "--forbid", "S1", "--format", "json").Output).RootElement;
        answer.GetProperty("coveredMetres").GetDouble().Should().BePositive().And.Be(answer.GetProperty("existingCoveredMetres").GetDouble());
    }

    private static string WritePlan(TestFolder folder)
    {
        string plan = folder.WriteEquatorPlan();
        folder.Write(Path.Combine("plan", "candidate-sites.geojson"), TestFolder.Collection(
            Site("\"S1\"", 0.25, 25_000, 10), Site("\"S2\"", 0.75, 5_000, 5), Site("7", 0.85, 14_000, 8)));
        return plan;
    }

    private static string Site(string id, double longitude, int radius, int cost) =>
        FormattableString.Invariant($$$"""{"type":"Feature","id":{{{id}}},"properties":{"coverageRadiusMetres":{{{radius}}},"cost":{{{cost}}} },"geometry":{"type":"Point","coordinates":[{{{longitude}}},0]}}""");

    private static JsonDocument Json(params string[] arguments)
    {
        Outcome outcome = Dzgeo.Run(arguments);
        outcome.ExitCode.Should().Be(0, outcome.Error);
        return JsonDocument.Parse(outcome.Output);
    }
}
