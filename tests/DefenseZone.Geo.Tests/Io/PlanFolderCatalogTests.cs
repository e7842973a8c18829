using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class PlanFolderCatalogTests
{
    private const string Border = """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":1,"geometry":{"type":"LineString","coordinates":[[106,22],[106.1,22.1]]},"properties":{"name":"One"}}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dzgeo-catalog-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Sub_folders_with_a_border_or_a_description_are_plans_and_others_are_not()
    {
        Put("b-plan", "border-segments.geojson", Border);
        Put("a-plan", "plan.json", """{"name":"Kế hoạch A","description":"First."}""");
        Put("basemap", "countries.geojson", Border);

        new PlanFolderCatalog(_folder).Plans.Should().Equal(
            new PlanSummary("a-plan", "Kế hoạch A", "First."),
            new PlanSummary("b-plan", "b-plan", string.Empty));
    }

    [TestMethod]
    public void A_folder_that_is_not_there_has_no_plans() =>
        new PlanFolderCatalog(Path.Combine(_folder, "none")).Plans.Should().BeEmpty();

    [TestMethod]
    public async Task Unchanged_files_are_read_once_even_when_touched()
    {
        string file = Put("plan", "border-segments.geojson", Border);
        PlanFolderCatalog catalog = Watchful();

        PlanSnapshot first = await catalog.Open("plan");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        PlanSnapshot second = await catalog.Open("plan");

        second.Should().BeSameAs(first);
        first.Version.Should().MatchRegex("^[0-9a-f]{16}$");
    }

    [TestMethod]
    public async Task Changed_content_is_another_version_and_leaves_the_first_as_it_was()
    {
        Put("plan", "border-segments.geojson", Border);
        PlanFolderCatalog catalog = Watchful();

        PlanSnapshot first = await catalog.Open("plan");
        Put("plan", "border-segments.geojson", Border.Replace("One", "Two, renamed"));
        PlanSnapshot second = await catalog.Open("plan");

        second.Version.Should().NotBe(first.Version);
        first.Plan.BorderSegments[0].Name.Should().Be("One");
        second.Plan.BorderSegments[0].Name.Should().Be("Two, renamed");
    }

    [TestMethod]
    public async Task Equal_content_under_another_name_has_the_same_version_but_another_file_has_not()
    {
        Put("one", "border-segments.geojson", Border);
        Put("two", "border-segments.geojson", Border);
        Put("three", "border-segments.geojson", Border);
        Put("three", "plan.json", """{"name":"Three"}""");
        PlanFolderCatalog catalog = Watchful();

        string one = (await catalog.Open("one")).Version;

        (await catalog.Open("two")).Version.Should().Be(one);
        (await catalog.Open("three")).Version.Should().NotBe(one);
    }

    [TestMethod]
    public async Task A_broken_plan_is_given_with_its_problems_and_another_is_not_disturbed()
    {
        Put("broken", "border-segments.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[106,95]},"properties":{}}]}""");
        Put("sound", "border-segments.geojson", Border);
        PlanFolderCatalog catalog = Watchful();

        PlanSnapshot broken = await catalog.Open("broken");

        broken.HasErrors.Should().BeTrue();
        broken.Problems.Should().OnlyContain(problem => problem.Message.Length > 0);
        (await catalog.Open("sound")).HasErrors.Should().BeFalse();
    }

    [TestMethod]
    public async Task A_plan_that_is_repaired_is_sound_without_a_restart()
    {
        Put("plan", "border-segments.geojson", "{");
        PlanFolderCatalog catalog = Watchful();

        (await catalog.Open("plan")).HasErrors.Should().BeTrue();
        Put("plan", "border-segments.geojson", Border);

        (await catalog.Open("plan")).HasErrors.Should().BeFalse();
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(".")]
    [DataRow("..")]
    [DataRow("../other/plan")]
    [DataRow("plan/../plan")]
    [DataRow("plan\\")]
    [DataRow("none")]
    [DataRow("PLAN")]
    public async Task Only_the_exact_name_of_a_plan_opens_it(string name)
    {
        Put("plan", "border-segments.geojson", Border);
        PlanFolderCatalog catalog = Watchful();

        Func<Task> open = async () => await catalog.Open(name);

        (await open.Should().ThrowAsync<PlanNotFoundException>()).WithMessage("*There is: plan.");
    }

    [TestMethod]
    public async Task Many_who_ask_at_once_get_the_same_snapshot()
    {
        Put("plan", "border-segments.geojson", Border);
        PlanFolderCatalog catalog = new(_folder) { LookAgainAfter = TimeSpan.FromHours(1) };

        PlanSnapshot[] snapshots = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await catalog.Open("plan"))));

        snapshots.Distinct(ReferenceEqualityComparer.Instance).Should().HaveCount(1);
    }

    private PlanFolderCatalog Watchful() => new(_folder) { LookAgainAfter = TimeSpan.Zero };

    private string Put(string plan, string file, string content)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, plan)).FullName, file);
        File.WriteAllText(path, content);
        return path;
    }
}
