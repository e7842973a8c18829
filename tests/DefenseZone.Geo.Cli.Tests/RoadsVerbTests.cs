using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class RoadsVerbTests
{
    private static readonly string Plan = TestFolder.NorthernBorder;

    [TestMethod]
    public void Response_as_json_has_stretches_over_the_whole_border_and_on_request_every_node()
    {
        using JsonDocument answer = Json("roads", "response", Plan, "--format", "json", "--nodes", "--minutes", "60");
        JsonElement root = answer.RootElement;
        JsonElement[] stretches = [.. root.GetProperty("stretches").EnumerateArray()];
        stretches[0].GetProperty("fromMetres").GetDouble().Should().Be(0);
        stretches[^1].GetProperty("toMetres").GetDouble().Should().BeApproximately(root.GetProperty("borderMetres").GetDouble(), 0.001);
        stretches.Zip(stretches.Skip(1)).Should().OnlyContain(pair => pair.First.GetProperty("toMetres").GetDouble() == pair.Second.GetProperty("fromMetres").GetDouble());
        JsonElement[] nodes = [.. root.GetProperty("nodes").EnumerateArray()];
        nodes.Should().HaveCount(root.GetProperty("network").GetProperty("nodes").GetInt32());
        nodes[0].EnumerateObject().Select(member => member.Name).Should().Equal("lon", "lat", "seconds");
        root.GetProperty("buildSeconds").GetDouble().Should().BeGreaterThanOrEqualTo(0);
        root.GetProperty("querySeconds").GetDouble().Should().BeGreaterThan(0);
        root.GetProperty("withinMetres").GetDouble().Should().BeGreaterThan(0);
        root.TryGetProperty("before", out _).Should().BeFalse();
        Json("roads", "response", Plan, "--format", "json").RootElement.TryGetProperty("nodes", out _).Should().BeFalse();
    }

    [TestMethod]
    public void Coverage_by_response_time_is_the_border_that_is_reached()
    {
        using JsonDocument coverage = Json("coverage", Plan, "--model", "response", "--minutes", "60", "--format", "json");
        using JsonDocument response = Json("roads", "response", Plan, "--minutes", "60", "--format", "json");
        coverage.RootElement.GetProperty("coveredMetres").GetDouble().Should().BeApproximately(response.RootElement.GetProperty("withinMetres").GetDouble(), 0.1);
        JsonElement method = coverage.RootElement.GetProperty("method");
        method.GetProperty("model").GetString().Should().Be("response");
        method.GetProperty("minutes").GetDouble().Should().Be(60);
        method.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()).Should().Equal("combat-bases");
    }

    [TestMethod]
    public void Closures_are_told_with_what_was_before_them()
    {
        using JsonDocument answer = Json("roads", "response", Plan, "--close-hazards", "all", "--close", "R013", "--format", "json");
        JsonElement root = answer.RootElement;
        root.GetProperty("meanSeconds").GetDouble().Should().BeGreaterThan(root.GetProperty("before").GetProperty("meanSeconds").GetDouble());
        root.GetProperty("network").GetProperty("closedEdges").GetInt32().Should().BeGreaterThan(1);
        root.GetProperty("method").GetProperty("closedRoads")[0].GetString().Should().Be("R013");
    }

    [TestMethod]
    public void The_wet_season_covers_no_more_than_the_dry_one()
    {
        double Covered(string season) => Json("coverage", Plan, "--model", "response", "--minutes", "60", "--season", season, "--format", "json").RootElement.GetProperty("coveredMetres").GetDouble();
        Covered("wet").Should().BeLessThan(Covered("dry"));
    }

    [TestMethod]
    public void All_that_is_unknown_is_said_at_once_with_some_of_what_there_is()
    {
        string[] said = Dzgeo.Run("roads", "tour", Plan, "--base", "XX", "--posts", "P005,YY", "--roads", "ZZ").Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        said.Should().HaveCount(3).And.OnlyContain(line => line.StartsWith("dzgeo: --", StringComparison.Ordinal));
        said[0].Should().Contain("there is no facility 'XX'; there are: P001, P002").And.MatchRegex("and [0-9]+ more$");
        said[2].Should().Contain("--roads: there is no road 'ZZ'");

        (int exitCode, _, string error) = Dzgeo.Run("roads", "route", Plan, "--from", "400,95", "--to", "XX");
        exitCode.Should().Be(2);
        error.Should().Contain("--from: '400,95' is no place: a longitude is −180 to 180, a latitude −90 to 90").And.Contain("--to: there is no facility 'XX'");

        Dzgeo.Run("roads", "response", Plan, "--close", "nope").Error.Should().MatchRegex("There is no road 'nope' in the plan's patrol-roads to close; there are: R001, .* and [0-9]+ more");
    }

    [TestMethod]
    [DataRow("sight")]
    [DataRow("response")]
    public void Areas_go_with_radii_and_it_is_said(string model)
    {
        (int exitCode, _, string error) = Dzgeo.Run(["zones", Plan, "--area", "--model", model, .. model == "response" ? new[] { "--minutes", "30" } : []]);
        exitCode.Should().Be(2);
        error.Trim().Should().Be($"dzgeo: --area measures what lies within radii, and goes with --model radius; the model is {model}");
    }

    [TestMethod]
    public void Check_names_the_island_and_who_is_cut_off()
    {
        using JsonDocument answer = Json("roads", "check", Plan, "--format", "json");
        JsonElement root = answer.RootElement;
        root.GetProperty("parts").GetArrayLength().Should().Be(2);
        root.GetProperty("parts")[1].GetProperty("missingLink").GetProperty("lengthMetres").GetDouble().Should().BePositive();
        root.GetProperty("cutOff").EnumerateArray().Should().NotBeEmpty();
        root.GetProperty("critical").EnumerateArray().Should().NotBeEmpty();
        string page = Dzgeo.Run("roads", "check", Plan).Output;
        page.Should().Contain("Parts that no road joins").And.Contain("Cut off from every base");
        Dzgeo.Run("roads", "check", Plan, "--format", "csv").Output.Should().StartWith("what,road,other,metres,cutOff,servedBorderMetres,lon,lat\n");
        Dzgeo.Run("roads", "check", Plan, "--format", "geojson").Output.Should().Contain("missing-link");
    }

    [TestMethod]
    public void Routes_isochrones_and_tours_are_answered_in_every_form()
    {
        using (JsonDocument route = Json("roads", "route", Plan, "--from", "P005", "--to", "106.3,22.9", "--format", "json"))
            route.RootElement.GetProperty("legs").EnumerateArray().Sum(leg => leg.GetProperty("seconds").GetDouble()).Should().BeApproximately(route.RootElement.GetProperty("seconds").GetDouble(), 0.1);
        using (JsonDocument isochrones = Json("roads", "isochrone", Plan, "--from", "CB01", "--minutes", "15,30", "--format", "json"))
            isochrones.RootElement.GetProperty("isochrones").EnumerateArray().Select(one => one.GetProperty("areaSquareMetres").GetDouble()).Should().BeInAscendingOrder();
        using (JsonDocument tour = Json("roads", "tour", Plan, "--base", "CB01", "--posts", "P005,P006", "--roads", "R185", "--shift", "10", "--format", "json"))
        {
            tour.RootElement.GetProperty("isOptimal").GetBoolean().Should().BeTrue();
            tour.RootElement.GetProperty("fitsShift").GetBoolean().Should().BeFalse();
            tour.RootElement.GetProperty("noRoundFits").GetBoolean().Should().BeTrue();
        }

        foreach (string format in (string[])["table", "geojson", "csv"])
        {
            Dzgeo.Run("roads", "route", Plan, "--from", "P005", "--to", "106.3,22.9", "--format", format).ExitCode.Should().Be(0);
            Dzgeo.Run("roads", "isochrone", Plan, "--from", "CB01", "--minutes", "15", "--format", format).ExitCode.Should().Be(0);
            Dzgeo.Run("roads", "tour", Plan, "--base", "CB01", "--posts", "P005", "--format", format).ExitCode.Should().Be(0);
            Dzgeo.Run("roads", "response", Plan, "--format", format).ExitCode.Should().Be(0);
        }

        Dzgeo.Run("roads", "isochrone", Plan, "--from", "CB01", "--minutes", "15", "--format", "geojson", "--roads").Output.Should().Contain("LineString");
    }

    [TestMethod]
    [DataRow("--close XX,YY --close-hazards fire", "'XX', 'YY'", "'fire'")]
    [DataRow("--close-season wet", "--close-season", "--close-hazards")]
    [DataRow("--close-hazards all --close-season monsoon", "season", "'monsoon'")]
    [DataRow("--road-status broken", "--road-status", "'broken'")]
    [DataRow("--nodes", "--nodes", "--format json")]
    [DataRow("--season damp", "--season", "'damp'")]
    [DataRow("--walk-kmh 0", "--walk-kmh", "0")]
    public void What_makes_no_sense_is_refused_by_name(string options, string says, string also)
    {
        Outcome outcome = Dzgeo.Run(["roads", "response", Plan, .. options.Split(' ')]);
        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain(says).And.Contain(also);
    }

    [TestMethod]
    public void Verbs_of_roads_and_options_of_the_model_are_suggested_and_asked_for()
    {
        Dzgeo.Run("roads").Error.Should().Contain("check, response, route, isochrone, tour");
        Dzgeo.Run("roads", "chek", Plan).Error.Should().Contain("did you mean 'check'?");
        Dzgeo.Run("roads", "check", Plan, "--closed", "x").Error.Should().Contain("'--close'").And.Contain("roads check --help");
        Dzgeo.Run("coverage", Plan, "--model", "response").Error.Should().Contain("--minutes");
        Dzgeo.Run("coverage", Plan, "--minutes", "5").Error.Should().Contain("--model response");
        Dzgeo.Run("coverage", Plan, "--model", "response", "--minutes", "5", "--radius", "100").Error.Should().Contain("--radius");
        Dzgeo.Run("roads", "route", Plan, "--from", "nobody", "--to", "P005").Error.Should().Contain("nobody");
        Dzgeo.Run("roads", "tour", Plan, "--base", "CB01", "--roads", "XX").Error.Should().Contain("'XX'");
    }

    [TestMethod]
    public void Roads_that_something_is_wrong_with_are_named_by_their_ids()
    {
        using var folder = new TestFolder();
        string plan = WriteBadRoads(folder, "");
        string[] rows = Dzgeo.Run("roads", "check", plan, "--format", "csv").Output.Split('\n');
        string Row(string what) => string.Join(',', rows.Single(row => row.StartsWith(what, StringComparison.Ordinal)).Split(',')[..3]);
        Row("no-length").Should().Be("no-length,point,");
        Row("duplicate").Should().Be("duplicate,again,main");
        Row("grade-separation").Should().Be("grade-separation,main,over");
        Row("missing-link,7").Should().Be("missing-link,7,main");
        Outcome table = Dzgeo.Run("roads", "check", plan);
        table.ExitCode.Should().Be(0);
        table.Output.Should().Contain("road point has no length").And.Contain("road again is drawn like road main").And.Contain("cross on different levels");
        Outcome route = Dzgeo.Run("roads", "route", plan, "--from", "C1", "--to", "105.15,20");
        route.ExitCode.Should().Be(0);
        route.Output.Should().Contain("on foot", "between parts that no road joins one walks");
        Outcome zero = Dzgeo.Run("roads", "check", WriteBadRoads(folder, "\"speedKmh\":0"));
        zero.ExitCode.Should().Be(1);
        zero.Error.Should().Contain("\"main\"").And.Contain("speedKmh").And.Contain("more than 0");
    }

    private static string WriteBadRoads(TestFolder folder, string main)
    {
        static string Road(string id, string properties, string line) =>
            $$$"""{"type":"Feature","id":{{{id}}},"properties":{ {{{properties}}} },"geometry":{"type":"LineString","coordinates":[{{{line}}}]}}""";
        folder.Write(Path.Combine("bad", "plan.json"), """{"name":"Bad"}""");
        folder.Write(Path.Combine("bad", "combat-bases.geojson"), TestFolder.Collection(
            """{"type":"Feature","id":"C1","properties":{},"geometry":{"type":"Point","coordinates":[105,20.001]}}"""));
        folder.Write(Path.Combine("bad", "patrol-roads.geojson"), TestFolder.Collection(
            Road("\"main\"", main, "[105,20],[105.1,20]"),
            Road("\"again\"", "", "[105.1,20],[105,20]"),
            Road("\"point\"", "", "[105.05,20],[105.05,20]"),
            Road("\"over\"", "\"bridge\":\"yes\"", "[105.05,20.01],[105.05,19.99]"),
            Road("7", "", "[105.14,20],[105.16,20]")));
        return folder["bad"];
    }

    private static JsonDocument Json(params string[] arguments)
    {
        Outcome outcome = Dzgeo.Run(arguments);
        outcome.ExitCode.Should().Be(0, outcome.Error);
        return JsonDocument.Parse(outcome.Output);
    }
}
