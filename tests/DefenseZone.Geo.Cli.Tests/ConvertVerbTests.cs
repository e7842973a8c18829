using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class ConvertVerbTests
{
    [TestMethod]
    public void A_plan_is_copied_with_all_it_holds_and_what_is_left_out_is_said()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        folder.Write("plan/reading-rooms.geojson", TestFolder.Collection("""{"type":"Feature","id":"R","properties":{"seats":[1,2]},"geometry":null,"extra":{"a":1}}"""));
        folder.Write("plan/notes.txt", "mine");

        Outcome outcome = Dzgeo.Run("convert", plan, folder["copy"]);

        outcome.ExitCode.Should().Be(0);
        outcome.Error.Should().Be("dzgeo: 'notes.txt' is no part of the plan's layers and was not copied\n");
        foreach (string name in (string[])["plan.json", "border-segments.geojson", "militia-posts.geojson", "defensive-zones.geojson", "reading-rooms.geojson"])
            Equal(folder[$"plan/{name}"], folder[$"copy/{name}"]);
    }

    [TestMethod]
    [DataRow("geojson")]
    [DataRow("geojsonl")]
    [DataRow("geojsons")]
    public void A_layer_goes_through_geojson_and_sequences_and_comes_back(string ending)
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();
        folder.Write("plan/militia-posts.geojson", TestFolder.Collection(
            """{"type":"Feature","id":"P1","properties":{"name":"Chốt","coverageRadiusMetres":10000,"list":[1,"a"],"none":null,"big":12345678901234567890},"geometry":{"type":"Point","coordinates":[105.123456789,22.5,310]}}""",
            """{"type":"Feature","id":2,"properties":{"name":"7"},"geometry":{"type":"Point","coordinates":[105,22]},"extra":true}"""));

        Dzgeo.Run("convert", plan, folder[$"posts.{ending}"], "--layer", "militia-posts").Should().Be(new Outcome(0, string.Empty, string.Empty));
        Dzgeo.Run("convert", folder[$"posts.{ending}"], folder["back.geojson"], "--layer", "militia-posts").ExitCode.Should().Be(0);

        Equal(folder["plan/militia-posts.geojson"], folder["back.geojson"]);
    }

    [TestMethod]
    public void A_sequence_is_records_between_separators()
    {
        using var folder = new TestFolder();

        Dzgeo.Run("convert", folder.WriteEquatorPlan(), folder["posts.geojsons"], "--layer", "militia-posts").ExitCode.Should().Be(0);

        byte[] text = File.ReadAllBytes(folder["posts.geojsons"]);
        text[0].Should().Be(0x1E);
        text[^1].Should().Be((byte)'\n');
        text.Count(letter => letter == 0x1E).Should().Be(2);
    }

    [TestMethod]
    public void Points_go_through_csv_in_another_system_and_come_back_within_a_centimetre()
    {
        using var folder = new TestFolder();
        string posts = Path.Combine(TestFolder.NorthernBorder, "militia-posts.geojson");

        Dzgeo.Run("convert", posts, folder["posts.csv"], "--crs", "3405").ExitCode.Should().Be(0);
        Dzgeo.Run("convert", folder["posts.csv"], folder["back.geojson"], "--crs", "EPSG:3405", "--layer", "militia-posts").ExitCode.Should().Be(0);

        File.ReadLines(folder["posts.csv"]).First().Should().StartWith("id,x,y,");
        using JsonDocument before = JsonDocument.Parse(File.ReadAllText(posts));
        using JsonDocument after = JsonDocument.Parse(File.ReadAllText(folder["back.geojson"]));
        JsonElement[] was = [.. before.RootElement.GetProperty("features").EnumerateArray()];
        JsonElement[] came = [.. after.RootElement.GetProperty("features").EnumerateArray()];
        came.Should().HaveSameCount(was);
        for (int i = 0; i < was.Length; i++)
        {
            came[i].GetProperty("id").GetString().Should().Be(was[i].GetProperty("id").GetString());
            JsonElement.DeepEquals(came[i].GetProperty("properties"), was[i].GetProperty("properties")).Should().BeTrue();
            for (int axis = 0; axis < 2; axis++)
                Axis(came[i], axis).Should().BeApproximately(Axis(was[i], axis), 1e-7);
        }
    }

    [TestMethod]
    public void What_csv_cannot_hold_is_said()
    {
        using var folder = new TestFolder();
        string file = folder.Write("things.geojson", """
            {"type":"FeatureCollection","author":"me","features":[
            {"type":"Feature","id":"12","properties":{"a":[1],"b":null,"c":"7"},"geometry":{"type":"Point","coordinates":[1,2,3]},"extra":1},
            {"type":"Feature","id":"x","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}
            """);

        Outcome outcome = Dzgeo.Run("convert", file, folder["things.csv"]);

        outcome.ExitCode.Should().Be(0);
        outcome.Error.Should().Contain("author").And.Contain("wkt").And.Contain("height").And.Contain("beside the properties")
            .And.Contain("null").And.Contain("list").And.Contain("reads back as a number").And.Contain("an id of digits");
    }

    [TestMethod]
    public void A_spreadsheet_without_places_is_refused_with_its_line()
    {
        using var folder = new TestFolder();
        string file = folder.Write("posts.csv", "id,lon,lat,name\nP1,105.5,22.5,one\nP2,105.5,north,two\n");

        Outcome outcome = Dzgeo.Run("convert", file, folder["posts.geojson"], "--layer", "militia-posts");

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("posts.csv").And.Contain("line 3");
        folder.Names.Should().Equal("posts.csv");
    }

    [TestMethod]
    [DataRow("plan out.geojson", "say which one with --layer")]
    [DataRow("plan out.geojson --layer militia-post", "did you mean 'militia-posts'?")]
    [DataRow("plan out.shp --layer militia-posts", "its ending is not")]
    [DataRow("plan/militia-posts.geojson plan", "is a folder; name the file")]
    [DataRow("plan/militia-posts.geojson out.geojson --crs 3405", "--crs is for the x and y of a .csv file")]
    [DataRow("plan copy --crs 3405", "--crs is for the x and y of a .csv file")]
    [DataRow("plan out.csv --layer militia-posts --crs 27700", "--crs does not know EPSG:27700")]
    [DataRow("plan out.csv --layer militia-posts --crs utm", "--crs needs an EPSG code; 'utm' is none")]
    public void What_does_not_go_together_is_refused(string line, string expected)
    {
        using var folder = new TestFolder();
        folder.WriteEquatorPlan();
        string[] words = line.Split(' ');
        words[0] = folder[words[0]];
        words[1] = folder[words[1]];

        Outcome outcome = Dzgeo.Run(["convert", .. words]);

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain(expected);
        folder.Names.Should().Equal("plan");
    }

    [TestMethod]
    public void A_place_without_coordinates_in_the_system_is_said_and_nothing_is_written()
    {
        using var folder = new TestFolder();
        string file = folder.Write("far.geojson", TestFolder.Collection("""{"type":"Feature","id":"x","properties":{},"geometry":{"type":"Point","coordinates":[-75,0]}}"""));

        Outcome outcome = Dzgeo.Run("convert", file, folder["far.csv"], "--crs", "3405");

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain("EPSG:3405").And.NotContain("Parameter");
        folder.Names.Should().Equal("far.geojson");
    }

    [TestMethod]
    public void What_is_not_there_cannot_be_converted() => Dzgeo.Run("convert", "/no/such/plan", "/tmp/x.csv").ExitCode.Should().Be(1);

    [TestMethod]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        using var folder = new TestFolder();
        folder.Write("taken/notes.txt", "mine");

        Dzgeo.Run("convert", folder.WriteEquatorPlan(), folder["taken"]).ExitCode.Should().Be(1);

        Directory.EnumerateFiles(folder["taken"]).Should().ContainSingle();
    }

    private static double Axis(JsonElement feature, int axis) => feature.GetProperty("geometry").GetProperty("coordinates")[axis].GetDouble();

    // The same JSON, whatever the order of members; the writer's own "name" member aside.
    private static void Equal(string expectedFile, string actualFile)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(expectedFile));
        using JsonDocument actual = JsonDocument.Parse(File.ReadAllText(actualFile));
        if (!expected.RootElement.TryGetProperty("features", out JsonElement features))
        {
            JsonElement.DeepEquals(expected.RootElement, actual.RootElement).Should().BeTrue("{0} holds all of {1}", actualFile, expectedFile);
            return;
        }

        JsonElement.DeepEquals(features, actual.RootElement.GetProperty("features")).Should().BeTrue("{0} holds all of {1}", actualFile, expectedFile);
    }
}
