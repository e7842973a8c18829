using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class PlanFolderTests
{
    private const string Border = """
        {"type":"FeatureCollection","owner":"nobody","features":[
        {"type":"Feature","id":"b1","geometry":{"type":"LineString","coordinates":[[106,22.5],[106.5,22.75]]},"properties":{"name":"Phía bắc","neighbour":"China","sequence":1}}
        ]}

        """;

    private const string Posts = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[106.25,22.625,812.5]},"properties":{"name":"Đồn 7","coverageRadiusMetres":5000,"status":"planned","inServiceFrom":2027,"zone":"z1","note":null,"big":12345678901234567890,"list":[1, {"a": "b"}]},"colour":"red"},
        {"type":"Feature","id":"7","geometry":{"type":"Point","coordinates":[106.5,22.75]},"properties":{"status":null}}
        ]}

        """;

    private const string Watchers = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":1.50,"geometry":null,"properties":{}},
        {"type":"Feature","id":2,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4,5]]}]},"properties":{"z":1e2,"a":"x"}}
        ]}

        """;

    private const string Description = """
        {
          "name": "Thử",
          "description": "A plan.",
          "defaults": {
            "coverageRadiusMetres": {
              "militia-posts": 4000
            },
            "minimumGapMetres": 25,
            "colour": "blue"
          },
          "author": "x"
        }

        """;

    [TestMethod]
    public void What_is_read_is_written_again_byte_for_byte()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", Description)
            .With("border-segments.geojson", Border)
            .With("militia-posts.geojson", Posts)
            .With("watchers.geojson", Watchers);
        Plan plan = PlanFolder.Open(folder.Path);
        using var copy = new TemporaryFolder();
        PlanFolder.Write(plan, copy["deeper/plan"]);

        File.ReadAllText(copy["deeper/plan/plan.json"]).Should().Be(Description);
        File.ReadAllText(copy["deeper/plan/border-segments.geojson"]).Should().Be(Border);
        File.ReadAllText(copy["deeper/plan/militia-posts.geojson"]).Should().Be(Posts);
        File.ReadAllText(copy["deeper/plan/watchers.geojson"]).Should().Be(Watchers);
        Directory.GetFileSystemEntries(copy["deeper"]).Should().HaveCount(1, "nothing is left beside the plan");
        Directory.GetFileSystemEntries(copy["deeper/plan"]).Should().HaveCount(4);
    }

    [TestMethod]
    public void The_records_say_what_the_files_say()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", Description).With("border-segments.geojson", Border).With("militia-posts.geojson", Posts);
        Plan plan = PlanFolder.Open(folder.Path);

        plan.Name.Should().Be("Thử");
        plan.Defaults.MinimumGapMetres.Should().Be(25);
        plan.Defaults.CoverageRadiusMetres(FacilityKind.MilitiaPost).Should().Be(4000);
        plan.Defaults.CoverageRadiusMetres(FacilityKind.RearBase).Should().BeNull();
        plan.LayerMembers["border-segments"]["owner"].Text.Should().Be("nobody");
        Facility post = plan.Facilities[0];
        post.Id.Should().Be(FeatureId.Of(7));
        post.Status.Should().Be(LifecycleStatus.Planned);
        post.InServiceFrom.Should().Be(ServiceDate.OfYear(2027));
        post.Zone.Should().Be(FeatureId.Of("z1"));
        post.Location.Z.Should().Be(812.5);
        post.OtherProperties["big"].ToString().Should().Be("12345678901234567890");
        post.ForeignMembers["colour"].Text.Should().Be("red");
        plan.Facilities[1].Id.Should().Be(FeatureId.Of("7"));
        plan.Facilities[1].OtherProperties.TryGetValue("status", out _).Should().BeTrue("an explicit null is kept");
    }

    [TestMethod]
    public void Only_the_layers_that_are_asked_for_are_read()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", Description).With("border-segments.geojson", Border).With("militia-posts.geojson", "no JSON");
        PlanReading reading = PlanFolder.Read(folder.Path, new PlanReadOptions { Layers = [Vocabulary.BorderSegments] });

        reading.Problems.Should().BeEmpty();
        reading.Plan.LayerNames.Should().Equal(Vocabulary.BorderSegments);
    }

    [TestMethod]
    public void Writing_in_part_leaves_the_other_layers_and_foreign_files_alone()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", Description).With("border-segments.geojson", Border)
            .With("militia-posts.geojson", Posts).With("notes.txt", "mine");
        Directory.CreateDirectory(folder["terrain"]);
        Plan plan = PlanFolder.Open(folder.Path, new PlanReadOptions { Layers = [Vocabulary.BorderSegments] });
        PlanFolder.Write(plan with { Name = "Other" }, folder.Path);

        File.ReadAllText(folder["militia-posts.geojson"]).Should().Be(Posts);
        File.ReadAllText(folder["notes.txt"]).Should().Be("mine");
        Directory.Exists(folder["terrain"]).Should().BeTrue();
        PlanFolder.Open(folder.Path).Name.Should().Be("Other");

        PlanFolder.Write(plan, folder.Path, new PlanWriteOptions { DroppedLayers = ["militia-posts"] });
        File.Exists(folder["militia-posts.geojson"]).Should().BeFalse();
        Directory.GetFileSystemEntries(folder.Path).Should().HaveCount(4);
    }

    [TestMethod]
    public void A_failed_writing_leaves_the_folder_as_it_was()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("plan.json", Description).With("border-segments.geojson", Border);
        Directory.CreateDirectory(folder["militia-posts.geojson"]);
        Plan plan = PlanFolder.Open(folder.Path) with
        {
            Name = "Changed",
            Facilities = [new Facility { Id = FeatureId.Of(1), Kind = FacilityKind.MilitiaPost, Geometry = Wgs84Geometry.Factory.CreatePoint(new NetTopologySuite.Geometries.Coordinate(106, 22)) }],
        };
        FluentActions.Invoking(() => PlanFolder.Write(plan, folder.Path)).Should().Throw<Exception>()
            .Which.Should().Match(error => error is IOException || error is UnauthorizedAccessException);

        File.ReadAllText(folder["plan.json"]).Should().Be(Description);
        File.ReadAllText(folder["border-segments.geojson"]).Should().Be(Border);
        Directory.GetFileSystemEntries(folder.Path).Should().HaveCount(3);
    }

    [TestMethod]
    [DataRow("../evil")]
    [DataRow("a/b")]
    [DataRow("a\\b")]
    [DataRow(".hidden")]
    [DataRow("nul\0")]
    public void A_layer_name_that_would_leave_the_folder_is_refused(string layer)
    {
        using var folder = new TemporaryFolder();
        Plan plan = Plan.Empty with
        {
            OtherLayers = Plan.Empty.OtherLayers.Add(layer, [new OtherFeature { Id = FeatureId.Of(1), Layer = layer }]),
        };
        FluentActions.Invoking(() => PlanFolder.Write(plan, folder["plan"])).Should().Throw<ArgumentException>();
        Directory.GetFileSystemEntries(folder.Path).Should().BeEmpty();
    }

    [TestMethod]
    public void Open_lists_every_error_of_every_file()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", "{\"name\": 5}")
            .With("border-segments.geojson", "{")
            .With("militia-posts.geojson", Posts.Replace("5000", "-1", StringComparison.Ordinal));
        PlanException thrown = FluentActions.Invoking(() => PlanFolder.Open(folder.Path)).Should().Throw<PlanException>().Which;

        thrown.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.File)
            .Should().Equal("plan.json", "border-segments.geojson", "militia-posts.geojson");
        thrown.Message.Should().Contain("feature 7, $.features[0].properties.coverageRadiusMetres: \"coverageRadiusMetres\" is -1; it is at least 0");
    }

    [TestMethod]
    public void A_folder_without_plan_json_is_called_as_its_folder()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["north"]);
        File.WriteAllText(folder["north/border-segments.geojson"], Border);
        PlanReading reading = PlanFolder.Read(folder["north"] + "/");

        reading.Plan.Name.Should().Be("north");
        reading.HasErrors.Should().BeFalse();
        reading.Problems.Should().ContainSingle(problem => problem.File == "plan.json");
    }

    [TestMethod]
    public void A_single_Feature_a_bare_geometry_and_a_byte_order_mark_are_accepted()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", "\uFEFF{\"name\":\"x\"}")
            .With("border-segments.geojson", """{"coordinates":[[106,22.5],[106.5,22.75]],"type":"LineString"}""")
            .With("militia-posts.geojson", "\uFEFF" + """{"properties":{"name":"a"},"geometry":{"coordinates":[106,22.5],"type":"Point"},"id":"p","type":"Feature"}""");
        PlanReading reading = PlanFolder.Read(folder.Path);

        reading.HasErrors.Should().BeFalse();
        reading.Plan.BorderSegments.Single().Id.Should().Be(FeatureId.Of(1));
        reading.Plan.Facilities.Single().Name.Should().Be("a");
        reading.Problems.Should().ContainSingle(problem => problem.Message.Contains("no id"));
    }

    [TestMethod]
    public void Cancelling_stops_the_reading()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("plan.json", Description).With("border-segments.geojson", Border);
        FluentActions.Invoking(() => PlanFolder.Read(folder.Path, cancellationToken: new CancellationToken(canceled: true)))
            .Should().Throw<OperationCanceledException>();
    }
}
