using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class SiteVerbTests
{
    [TestMethod]
    public void The_best_sites_are_chosen_and_proven()
    {
        using JsonDocument answer = Json("--sites", "5");
        JsonElement root = answer.RootElement;
        root.GetProperty("status").GetString().Should().Be("optimal");
        JsonElement[] chosen = [.. root.GetProperty("chosen").EnumerateArray()];
        chosen.Should().HaveCount(5);
        double added = chosen.Sum(site => site.GetProperty("addedMetres").GetDouble());
        added.Should().BeApproximately(root.GetProperty("newlyCoveredMetres").GetDouble(), 0.01);
        chosen.Sum(site => site.GetProperty("cost").GetDouble()).Should().Be(root.GetProperty("cost").GetDouble());
        root.GetProperty("boundMetres").GetDouble().Should().Be(root.GetProperty("coveredMetres").GetDouble());
        root.GetProperty("relativeGap").GetDouble().Should().Be(0);
        root.GetProperty("seconds").GetDouble().Should().BePositive();
        root.GetProperty("method").ValueKind.Should().Be(JsonValueKind.Object);
    }

    [TestMethod]
    public void Aims_and_limits_change_the_answer()
    {
        using JsonDocument all = Json("--cover-all");
        int fewest = all.RootElement.GetProperty("chosen").GetArrayLength();
        all.RootElement.GetProperty("boundSites").GetDouble().Should().Be(fewest);
        using JsonDocument cheapest = Json("--cover-all", "--cheapest");
        cheapest.RootElement.GetProperty("boundCost").GetDouble().Should().Be(cheapest.RootElement.GetProperty("cost").GetDouble());
        cheapest.RootElement.GetProperty("newlyCoveredMetres").GetDouble().Should().BeApproximately(all.RootElement.GetProperty("newlyCoveredMetres").GetDouble(), 0.01);
        using JsonDocument money = Json("--budget", "9000", "--require", "S01", "--forbid", "S42", "--group", "S27,S55");
        string[] ids = [.. money.RootElement.GetProperty("chosen").EnumerateArray().Select(site => site.GetProperty("id").GetString()!)];
        ids.Should().StartWith("S01").And.NotContain("S42");
        ids.Count(id => id is "S27" or "S55").Should().BeLessThan(2);
        money.RootElement.GetProperty("cost").GetDouble().Should().BeLessThanOrEqualTo(9000);
        foreach (string aim in (string[])["--backup", "--robust", "--shortest-gap"])
        {
            using JsonDocument answer = Json(aim, "--sites", "4");
            answer.RootElement.GetProperty("status").GetString().Should().Be("optimal");
        }

        using JsonDocument made = Json("--sites", "3", "--ignore-existing", "--generate", "2000", "--avoid-hazards", "--curve", "4");
        made.RootElement.GetProperty("existingCoveredMetres").GetDouble().Should().Be(0);
        made.RootElement.GetProperty("chosen")[0].GetProperty("id").GetString().Should().StartWith("border-");
        made.RootElement.GetProperty("curve").ValueKind.Should().NotBe(JsonValueKind.Null);
    }

    [TestMethod]
    public void Tables_features_and_rows_name_the_sites()
    {
        Outcome table = Dzgeo.Run("site", TestFolder.NorthernBorder, "--sites", "2");
        table.ExitCode.Should().Be(0);
        table.Output.Should().Contain("optimal, proven").And.Contain("S42").And.Contain("Church and ReVelle 1974");
        Dzgeo.Run("site", TestFolder.NorthernBorder, "--sites", "2", "--format", "csv").Output.Should().StartWith("number,id,name,").And.Contain("\n1,S42,");
        Dzgeo.Run("site", TestFolder.NorthernBorder, "--sites", "2", "--format", "geojson").Output.Should().Contain("\"FeatureCollection\"");
    }

    [TestMethod]
    public void What_makes_no_sense_is_said_at_once_and_what_cannot_be_is_explained()
    {
        Outcome wrong = Dzgeo.Run("site", TestFolder.NorthernBorder, "--budget", "100", "--require", "S01", "--forbid", "S01,XX");
        wrong.ExitCode.Should().Be(2);
        wrong.Error.Should().Contain("'XX'").And.Contain("both required and forbidden").And.Contain("more than the budget");
        wrong.Output.Should().BeEmpty();
        Dzgeo.Run("site", TestFolder.NorthernBorder).Error.Should().Contain("needs a number of sites, a budget, or both");
        Dzgeo.Run("site", TestFolder.NorthernBorder, "--sites", "3", "--backup", "--robust").Error.Should().Contain("different aims");

        Outcome cannot = Dzgeo.Run("site", TestFolder.NorthernBorder, "--cover-all", "--sites", "3");
        cannot.ExitCode.Should().Be(1);
        cannot.Output.Should().Contain("infeasible").And.Contain("3 are allowed");
    }

    private static JsonDocument Json(params string[] arguments)
    {
        Outcome outcome = Dzgeo.Run(["site", TestFolder.NorthernBorder, .. arguments, "--format", "json"]);
        outcome.ExitCode.Should().Be(0, outcome.Error);
        return JsonDocument.Parse(outcome.Output);
    }
}
