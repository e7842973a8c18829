using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class CoverageVerbTests
{
    // One degree of the equator, a post of 10 km at its start and one in its middle.
    private const double BorderMetres = 111_319.4908;
    private const double CoveredMetres = 30_000;

    [TestMethod]
    public void Json_has_the_figures_under_their_names()
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json("coverage", folder.WriteEquatorPlan(), "--format", "json");

        JsonElement root = answer.RootElement;
        root.GetProperty("borderMetres").GetDouble().Should().BeApproximately(BorderMetres, 0.01);
        root.GetProperty("coveredMetres").GetDouble().Should().BeApproximately(CoveredMetres, 0.01);
        root.GetProperty("coverageRatio").GetDouble().Should().BeApproximately(CoveredMetres / BorderMetres, 1e-6);
        root.GetProperty("gapCount").GetInt32().Should().Be(2);
        root.GetProperty("longestGapMetres").GetDouble().Should().BeApproximately((BorderMetres / 2) - 10_000, 0.01);
        root.GetProperty("maximumDepth").GetInt32().Should().Be(1);
        root.GetProperty("meanDepth").GetDouble().Should().BeApproximately(CoveredMetres / BorderMetres, 1e-6);
        root.GetProperty("metresByDepth").EnumerateArray().Select(metres => metres.GetDouble()).Sum().Should().BeApproximately(BorderMetres, 0.01);
        root.GetProperty("stretches").GetArrayLength().Should().Be(4);
        root.GetProperty("facilities").GetArrayLength().Should().Be(2);
        root.GetProperty("segments").GetArrayLength().Should().Be(2);
        root.GetProperty("method").GetProperty("model").GetString().Should().Be("radius");
        root.GetProperty("method").GetProperty("radiusMetres").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [TestMethod]
    public void Json_says_of_a_gap_where_it_is_who_is_nearest_and_in_which_zone()
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json("gaps", folder.WriteEquatorPlan(), "--format", "json");

        JsonElement[] gaps = [.. answer.RootElement.GetProperty("gaps").EnumerateArray()];
        gaps.Should().HaveCount(2);
        gaps[0].GetProperty("number").GetInt32().Should().Be(1);
        gaps[0].GetProperty("fromMetres").GetDouble().Should().BeApproximately(10_000, 0.01);
        gaps[0].GetProperty("zone").GetProperty("id").GetString().Should().Be("Z1");
        gaps[0].GetProperty("zone").GetProperty("name").GetString().Should().Be("Tỉnh Tây");
        gaps[0].GetProperty("zone").GetProperty("level").GetString().Should().Be("province");
        gaps[1].GetProperty("zone").ValueKind.Should().Be(JsonValueKind.Null);
        gaps[1].GetProperty("lengthMetres").GetDouble().Should().BeApproximately((BorderMetres / 2) - 10_000, 0.01);
        gaps[1].GetProperty("to").EnumerateArray().Select(degrees => degrees.GetDouble()).Should().Equal(1, 0);
        gaps[1].GetProperty("nearestDistanceMetres").GetDouble().Should().BeApproximately(10_000, 0.01);
        JsonElement nearest = gaps[1].GetProperty("nearestFacility");
        nearest.GetProperty("layer").GetString().Should().Be("militia-posts");
        nearest.GetProperty("id").GetInt32().Should().Be(2, "the plan's id is the number 2");
        nearest.GetProperty("name").GetString().Should().Be("Second, or middle");
    }

    [TestMethod]
    public void Json_of_zones_has_their_border_and_on_demand_their_area()
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json("zones", folder.WriteEquatorPlan(), "--area", "--format", "json");

        JsonElement zone = answer.RootElement.GetProperty("zones").EnumerateArray().Single();
        zone.GetProperty("parent").ValueKind.Should().Be(JsonValueKind.Null);
        zone.GetProperty("borderMetres").GetDouble().Should().BeInRange(BorderMetres / 2, (BorderMetres / 2) + 1_001, "what runs within 1 km outside counts as the zone's");
        zone.GetProperty("facilityCount").GetInt32().Should().BeInRange(1, 2);
        double area = zone.GetProperty("areaSquareMetres").GetDouble();
        area.Should().BeApproximately(0.6 * 1.0 * 111_319.5 * 110_574.3, area * 1e-3);

        // A circle of 10 km reaches west over the zone's edge only by nothing, and the other lies half in it.
        zone.GetProperty("coveredSquareMetres").GetDouble().Should().BeApproximately(1.5 * Math.PI * 1e8, 0.01 * 1.5 * Math.PI * 1e8);
        answer.RootElement.GetProperty("unzoned").EnumerateArray().Single().GetProperty("level").GetString().Should().Be("province");
    }

    [TestMethod]
    [DataRow("coverage", 4, "depth")]
    [DataRow("gaps", 2, "lengthMetres")]
    [DataRow("zones", 1, "coveredMetres")]
    public void GeoJson_is_a_collection_that_says_how_it_was_obtained(string verb, int features, string property)
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json(verb, folder.WriteEquatorPlan(), "--radius", "10000", "--format", "geojson");

        JsonElement root = answer.RootElement;
        root.GetProperty("type").GetString().Should().Be("FeatureCollection");
        root.GetProperty("name").GetString().Should().Be(verb);
        root.GetProperty("features").GetArrayLength().Should().Be(features);
        root.GetProperty("features")[0].GetProperty("properties").TryGetProperty(property, out _).Should().BeTrue();
        root.GetProperty("method").GetProperty("radiusMetres").GetDouble().Should().Be(10_000);
    }

    [TestMethod]
    public void Csv_quotes_what_has_to_be_quoted()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run("gaps", folder.WriteEquatorPlan(), "--format", "csv");

        string[] lines = outcome.Output.TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(3);
        lines[0].Should().StartWith("number,fromMetres,toMetres,lengthMetres,");
        lines[2].Should().StartWith("2,65659.745,111319.491,45659.745,").And.Contain("militia-posts,2,\"Second, or middle\",");
    }

    [TestMethod]
    public void Csv_of_coverage_and_zones_has_a_row_each()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();

        Dzgeo.Run("coverage", plan, "--format", "csv").Output.Should().StartWith("fromMetres,toMetres,lengthMetres,depth,facilities\n0,10000,10000,1,militia-posts/P1\n");
        Dzgeo.Run("zones", plan, "--format", "csv").Output.Should().StartWith("id,name,level,parent,borderMetres").And.Contain("\nZ1,Tỉnh Tây,province,,");
    }

    [TestMethod]
    public void Required_depth_two_makes_the_whole_border_one_gap()
    {
        using var folder = new TestFolder();

        using JsonDocument answer = Json("gaps", folder.WriteEquatorPlan(), "--depth", "2", "--format", "json");

        answer.RootElement.GetProperty("gapCount").GetInt32().Should().Be(1);
        answer.RootElement.GetProperty("coveredMetres").GetDouble().Should().Be(0);
    }

    [TestMethod]
    public void Who_takes_part_can_be_chosen_by_kind_status_and_year()
    {
        string plan = TestFolder.NorthernBorder;

        int Considered(params string[] options)
        {
            using JsonDocument answer = Json(["coverage", plan, "--format", "json", .. options]);
            return answer.RootElement.GetProperty("facilities").GetArrayLength();
        }

        int posts = Considered("--kind", "militia-posts");
        int gates = Considered("--kind", "border-gates");
        Considered("--kind", "militia-posts", "--kind", "border-gates").Should().Be(posts + gates);
        Considered("--kind", "militia-posts,border-gates").Should().Be(posts + gates);
        Considered("--kind", "militia-posts", "border-gates").Should().Be(posts + gates);
        Considered("--kind=militia-posts", "border-gates", "--status", "existing", "under-construction").Should().Be(posts + gates);
        Considered("--status", "existing").Should().BeLessThan(Considered("--status", "existing", "--status", "planned"));
        Considered("--year", "2040").Should().BeGreaterThan(Considered("--year", "2000"));
    }

    [TestMethod]
    public void In_a_pipe_a_table_is_plain_text()
    {
        Outcome outcome = Dzgeo.Run("coverage", TestFolder.NorthernBorder);

        outcome.ExitCode.Should().Be(0);
        outcome.Error.Should().BeEmpty();
        outcome.Output.Should().Contain("Covered").And.Contain(" km").And.Contain("Method: radius on WGS84");
        outcome.Output.Should().NotContainAny("\u001b", "─", "│", "▀", "▂");
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    [DataRow(60)]
    public void On_a_screen_nothing_is_wider_than_it(int width)
    {
        foreach (string verb in (string[])["coverage", "gaps", "zones", "validate"])
        {
            Outcome outcome = Dzgeo.Run(new Screen(IsTerminal: true, width, Colour: false), verb, TestFolder.NorthernBorder);

            outcome.Output.Should().NotContain("\u001b");
            foreach (string line in outcome.Output.Split('\n'))
                Output.PlainText.Width(line.TrimEnd()).Should().BeLessThanOrEqualTo(width, "{0} fits the screen, and this does not: {1}", verb, line);
        }
    }

    [TestMethod]
    public void On_a_screen_the_strip_is_drawn_and_coloured_where_colours_are_wanted()
    {
        Outcome plain = Dzgeo.Run(new Screen(IsTerminal: true, 80, Colour: false), "coverage", TestFolder.NorthernBorder);
        Outcome coloured = Dzgeo.Run(new Screen(IsTerminal: true, 80, Colour: true), "coverage", TestFolder.NorthernBorder);

        plain.Output.Should().Contain("▀").And.Contain("▂").And.NotContain("\u001b");
        coloured.Output.Should().Contain("\u001b[");
    }

    private static JsonDocument Json(params string[] arguments)
    {
        Outcome outcome = Dzgeo.Run(arguments);
        outcome.Error.Should().BeEmpty();
        outcome.ExitCode.Should().Be(0);
        return JsonDocument.Parse(outcome.Output);
    }
}
