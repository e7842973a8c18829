using System.Collections.Immutable;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class BetweenFeaturesTests
{
    [TestMethod]
    public void Segments_that_touch_in_whatever_direction_chain()
    {
        Border((null, "[106,22],[107,22]"), (null, "[108,22],[107,22]"), (null, "[108,22],[109,22]")).Should().BeEmpty();
    }

    [TestMethod]
    public void Ends_within_a_metre_touch()
    {
        Border((1, "[106,22],[107,22]"), (2, "[107.000005,22],[108,22]")).Should().BeEmpty();
    }

    [TestMethod]
    public void A_small_hole_in_the_border_is_an_error_with_its_length_and_both_segments()
    {
        PlanProblem hole = Border((1, "[106,22],[107,22]"), (2, "[107.001,22],[108,22]")).Should().ContainSingle().Which;

        hole.Severity.Should().Be(ProblemSeverity.Error);
        hole.Message.Should().Contain("103 m are missing").And.Contain("segment \"b1\"").And.Contain("[107.001, 22]").And.Contain("[107, 22]");
        hole.FeatureId.Should().Be(FeatureId.Of("b0"));
    }

    [TestMethod]
    public void A_hole_leaves_both_segments_in_the_plan()
    {
        using TemporaryFolder folder = BorderFolder((1, "[106,22],[107,22]"), (2, "[107.001,22],[108,22]"));
        PlanFolder.Read(folder.Path).Plan.BorderSegments.Should().HaveCount(2);
    }

    [TestMethod]
    public void Pieces_with_a_sea_between_them_are_a_warning()
    {
        PlanProblem piece = Border((1, "[106,22],[107,22]"), (2, "[107.5,22],[108,22]")).Should().ContainSingle().Which;

        piece.Severity.Should().Be(ProblemSeverity.Warning);
        piece.Message.Should().Contain("51.6 km");
    }

    [TestMethod]
    public void A_fork_is_an_error_at_its_place()
    {
        PlanProblem fork = Border((null, "[106,22],[107,22]"), (null, "[107,22],[108,22]"), (null, "[107,22],[107,23]")).Should().ContainSingle().Which;

        fork.Severity.Should().Be(ProblemSeverity.Error);
        fork.Message.Should().Contain("forks").And.Contain("[107, 22]");
    }

    [TestMethod]
    public void A_closed_border_chains()
    {
        Border((null, "[106,22],[107,22],[107,23],[106,22]")).Should().BeEmpty();
        Border((null, "[106,22],[107,22]"), (null, "[107,22],[107,23],[106,22]")).Should().BeEmpty();
    }

    [TestMethod]
    public void A_border_across_the_antimeridian_chains()
    {
        Border((1, "[179,10],[180,10]"), (2, "[-180,10],[-179,10]")).Should().BeEmpty();
    }

    [TestMethod]
    public void A_sequence_that_stands_twice_is_an_error_of_the_second()
    {
        PlanProblem twice = Border((1, "[106,22],[107,22]"), (1, "[107,22],[108,22]")).Should().ContainSingle().Which;

        twice.Message.Should().Contain("segment \"b0\" has the sequence 1 too");
        twice.FeatureId.Should().Be(FeatureId.Of("b1"));
        twice.JsonPath.Should().Be("$.features[1].properties.sequence");
    }

    [TestMethod]
    public void Sequences_on_some_segments_only_are_a_warning()
    {
        Border((1, "[106,22],[107,22]"), (null, "[107,22],[108,22]")).Should().ContainSingle()
            .Which.Message.Should().Contain("no sequence counts");
    }

    [TestMethod]
    public void A_sequence_that_does_not_follow_the_border_is_a_warning()
    {
        Border((1, "[106,22],[107,22]"), (3, "[107,22],[108,22]"), (2, "[108,22],[109,22]"))
            .Should().ContainSingle(problem => problem.Message.Contains("they do not touch"));
    }

    [TestMethod]
    public void Parents_must_be_there_and_wider()
    {
        ImmutableArray<PlanProblem> problems = Zones(
            Zone("\"r\"", """{"level":"military-region"}"""),
            Zone("\"p\"", """{"level":"province","parent":"r"}"""),
            Zone("\"orphan\"", """{"level":"commune"}"""),
            Zone("\"lost\"", """{"level":"commune","parent":"pp"}"""),
            Zone("\"typed\"", """{"level":"commune","parent":7}"""),
            Zone("\"7\"", """{"level":"province","parent":"r"}"""),
            Zone("\"turned\"", """{"level":"province","parent":"p"}"""));

        problems.Select(problem => (problem.FeatureId.Text, problem.Severity)).Should().BeEquivalentTo(
        [
            ("orphan", ProblemSeverity.Warning), ("lost", ProblemSeverity.Error), ("typed", ProblemSeverity.Error), ("turned", ProblemSeverity.Error),
        ]);
        problems.Single(problem => problem.FeatureId.Text == "lost").Remedy.Should().Contain("did you mean \"p\"?");
        problems.Single(problem => problem.FeatureId.Text == "typed").Remedy.Should().Contain("a zone's id is \"7\"");
        problems.Single(problem => problem.FeatureId.Text == "turned").Message.Should().Contain("is a province, which is no wider than a province");
    }

    [TestMethod]
    public void A_zone_in_error_does_not_put_its_children_in_error()
    {
        Zones(Zone("\"p\"", """{"level":"provinc"}"""), Zone("\"c\"", """{"level":"commune","parent":"p"}"""))
            .Should().ContainSingle().Which.FeatureId.Should().Be(FeatureId.Of("p"));
    }

    [TestMethod]
    public void A_facility_in_a_zone_that_is_not_there_is_a_warning_once_zones_are_read()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", """{"name":"x"}""")
            .With("defensive-zones.geojson", Collection(Zone("\"z1\"", """{"level":"province"}""")))
            .With("militia-posts.geojson", Collection(
                """{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[106.2,22.1]},"properties":{"zone":"z2","coverageRadiusMetres":3000}}""",
                """{"type":"Feature","id":2,"geometry":{"type":"Point","coordinates":[106.2,22.1]},"properties":{"zone":"z1","coverageRadiusMetres":3000}}"""));
        PlanFolder.Read(folder.Path).Problems.Where(problem => problem.Layer == "militia-posts").Should().ContainSingle()
            .Which.Message.Should().Be("there is no zone \"z2\"");
        PlanFolder.Read(folder.Path, new PlanReadOptions { Layers = ["militia-posts"] }).Problems.Should().BeEmpty();
    }

    [TestMethod]
    public void Places_that_are_in_range_but_swapped_or_zero_are_noticed()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", """{"name":"x"}""")
            .With("border-segments.geojson", Collection(Line("b", "", "[24,60],[25,60.5]")))
            .With("militia-posts.geojson", Collection(
                Post("1", "24.1,60.1"), Post("2", "24.2,60.1"), Post("3", "24.3,60.1"), Post("4", "24.4,60.1"), Post("5", "60.1,24.2"), Post("6", "0,0")));
        PlanReading reading = PlanFolder.Read(folder.Path);

        reading.Problems.Select(problem => problem.FeatureId.Text).Should().Equal("5", "6");
        reading.Problems[0].Remedy.Should().Contain("[24.2, 60.1] would lie among them");
        reading.HasErrors.Should().BeFalse();
    }

    [TestMethod]
    public void A_plan_across_the_antimeridian_is_near_itself()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", """{"name":"x"}""")
            .With("militia-posts.geojson", Collection(Post("1", "179.9,10"), Post("2", "179.8,10"), Post("3", "-179.9,10"), Post("4", "-179.8,10"), Post("5", "179.7,10")));
        PlanFolder.Read(folder.Path, new PlanReadOptions { Layers = ["militia-posts"] }).Problems.Should().BeEmpty();
    }

    [TestMethod]
    public void Only_a_thousand_problems_are_kept_errors_first_and_the_rest_is_counted()
    {
        string[] posts = [.. Enumerable.Range(0, 1500).Select(i => Post($"{i}", "106,22").Replace("\"coverageRadiusMetres\":", "\"name\":5,\"coverageRadiusMetres\":", StringComparison.Ordinal)), Post("9999", "106,95")];
        using TemporaryFolder folder = new TemporaryFolder().With("plan.json", """{"name":"x"}""").With("militia-posts.geojson", Collection(posts));
        PlanReading reading = PlanFolder.Read(folder.Path, new PlanReadOptions { Layers = ["militia-posts"] });

        reading.Problems.Should().HaveCount(PlanReading.MaximumProblems);
        reading.OmittedProblems.Should().Be(501);
        reading.HasErrors.Should().BeTrue();
    }

    [TestMethod]
    public void Without_validation_the_slow_checks_are_left_out()
    {
        using TemporaryFolder folder = BorderFolder((1, "[106,22],[107,22]"), (1, "[107.001,22],[108,22]"));
        PlanFolder.Read(folder.Path, new PlanReadOptions { Validate = false }).Problems.Should().BeEmpty();
    }

    [TestMethod]
    public void Files_that_look_like_layers_but_are_not_read_are_noticed()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", """{"name":"x"}""").With("militia-posts.json", Collection()).With("Border-Segments.geojson", Collection()).With("milita-posts.geojson", Collection());
        PlanFolder.Read(folder.Path).Problems.Select(problem => problem.File).Should().Contain(["militia-posts.json", "Border-Segments.geojson", "milita-posts.geojson"]);
    }

    [TestMethod]
    public void A_folder_that_is_not_there_or_is_a_file_is_a_problem_and_no_exception()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("file", "x");
        PlanFolder.Read(folder["nowhere"]).Problems.Should().ContainSingle().Which.Message.Should().Contain("there is no folder");
        PlanFolder.Read(folder["file"]).Problems.Should().ContainSingle().Which.Message.Should().Contain("is a file");
        PlanFolder.Read("").HasErrors.Should().BeTrue();
    }

    [TestMethod]
    public void An_empty_folder_is_a_plan_without_a_border()
    {
        using var folder = new TemporaryFolder();
        PlanReading reading = PlanFolder.Read(folder.Path);

        reading.HasErrors.Should().BeFalse();
        reading.Problems.Select(problem => problem.Message).Should().Contain("the plan has no border").And.Contain("there is no plan.json");
    }

    [TestMethod]
    public void A_feature_without_an_id_gives_way_to_one_that_has_its_number()
    {
        const string Feature = """{"type":"Feature","geometry":{"type":"Point","coordinates":[106,22]},"properties":{"coverageRadiusMetres":3000}""";
        using TemporaryFolder folder = new TemporaryFolder()
            .With("plan.json", """{"name":"x"}""")
            .With("militia-posts.geojson", Collection(Feature + "}", Feature + ",\"id\":1}", Feature + ",\"id\":\"3\"}", Feature + "}"));
        PlanReading reading = PlanFolder.Read(folder.Path, new PlanReadOptions { Layers = ["militia-posts"] });

        reading.Problems.Should().OnlyContain(problem => problem.Message.Contains("no id"));
        reading.Plan.Facilities.Select(facility => facility.Id).Should()
            .Equal(FeatureId.Of(5), FeatureId.Of(1), FeatureId.Of("3"), FeatureId.Of(4));
    }

    [TestMethod]
    public void A_zone_of_an_unknown_level_that_crosses_itself_too_is_told_both()
    {
        Zones("""{"type":"Feature","id":"z","geometry":{"type":"Polygon","coordinates":[[[106,22],[107,23],[107,22],[106,23],[106,22]]]},"properties":{"level":"provnce"}}""")
            .Select(problem => (problem.FeatureId, problem.JsonPath)).Should().BeEquivalentTo(
            [
                (FeatureId.Of("z"), "$.features[0].properties.level"), (FeatureId.Of("z"), "$.features[0].geometry"),
            ]);
    }

    [TestMethod]
    public void A_line_across_the_antimeridian_that_is_not_cut_is_a_warning()
    {
        PlanProblem uncut = Border((null, "[179.5,10],[-179.5,10]")).Should().ContainSingle().Which;

        uncut.Severity.Should().Be(ProblemSeverity.Warning);
        uncut.Message.Should().Contain("180th meridian between [179.5, 10] and [-179.5, 10]");
    }

    [TestMethod]
    public void Posts_without_a_radius_of_their_own_or_by_default_are_a_warning()
    {
        static IEnumerable<string> Problems(string description)
        {
            using TemporaryFolder folder = new TemporaryFolder()
                .With("plan.json", description)
                .With("militia-posts.geojson", Collection(Post("1", "106,22"), Post("2", "106,22")).Replace("\"coverageRadiusMetres\":3000", ""));
            return PlanFolder.Read(folder.Path, new PlanReadOptions { Layers = ["militia-posts"] }).Problems.Select(problem => problem.Message);
        }

        Problems("""{"name":"x"}""").Should().ContainSingle().Which.Should().Contain("no coverage radius").And.Contain("2 posts");
        Problems("""{"name":"x","defaults":{"coverageRadiusMetres":{"militia-posts":3000}}}""").Should().BeEmpty();
    }

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(",", features)}}]}""";

    private static string Line(string id, string properties, string positions) =>
        $$"""{"type":"Feature","id":"{{id}}","geometry":{"type":"LineString","coordinates":[{{positions}}]},"properties":{ {{properties}} } }""";

    private static string Post(string id, string position) =>
        $$"""{"type":"Feature","id":{{id}},"geometry":{"type":"Point","coordinates":[{{position}}]},"properties":{"coverageRadiusMetres":3000} }""";

    private static string Zone(string id, string properties) =>
        $$"""{"type":"Feature","id":{{id}},"geometry":{"type":"Polygon","coordinates":[[[106,22],[107,22],[107,23],[106,22]]]},"properties":{{properties}} }""";

    private static TemporaryFolder BorderFolder(params (int? Sequence, string Positions)[] segments) => new TemporaryFolder()
        .With("plan.json", """{"name":"x"}""")
        .With("border-segments.geojson", Collection([.. segments.Select((segment, i) => Line($"b{i}", segment.Sequence is { } sequence ? $"\"sequence\":{sequence}" : "", segment.Positions))]));

    private static ImmutableArray<PlanProblem> Border(params (int? Sequence, string Positions)[] segments)
    {
        using TemporaryFolder folder = BorderFolder(segments);
        return PlanFolder.Read(folder.Path).Problems;
    }

    private static ImmutableArray<PlanProblem> Zones(params string[] zones)
    {
        using TemporaryFolder folder = new TemporaryFolder().With("plan.json", """{"name":"x"}""").With("defensive-zones.geojson", Collection(zones));
        return PlanFolder.Read(folder.Path, new PlanReadOptions { Layers = ["defensive-zones"] }).Problems;
    }
}
