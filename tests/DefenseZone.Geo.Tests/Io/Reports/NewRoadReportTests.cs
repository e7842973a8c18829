using System.Collections.Immutable;
using System.Text.Json;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Tests.RoadSiting;

namespace DefenseZone.Geo.Tests.Io.Reports;

[TestClass]
public sealed class NewRoadReportTests
{
    // Level ground, 3.6 km square; a base on road E1 in the south, the border in the north, an island of road beside it.
    private static readonly Plan Given = Hills.Surface(120, 120, (_, _) => 50).With(
        Hills.Road("E1", (300, 300), (3000, 300)),
        Hills.Road("E2", (900, 1800), (1500, 1800)),
        Hills.Road("new-1", (600, 300), (600, 600)),
        Hills.Road("P1", (1200, 300), (1200, 3000)) with { Status = LifecycleStatus.Planned },
        new BorderSegment { Id = FeatureId.Of("B"), Geometry = Hills.Line((0, 3300), (3500, 3300)) },
        new Facility { Id = FeatureId.Of("K1"), Kind = FacilityKind.CombatBase, Geometry = Hills.Line((300, 300), (301, 300)).Centroid });

    [TestMethod]
    public void Courses_have_their_figures_their_profile_and_what_they_bring()
    {
        RoadSitingReport report = Sited();
        JsonElement json = Json(writer => RoadSitingJson.Write(writer, report));
        json.GetProperty("found").GetBoolean().Should().BeTrue();
        json.GetProperty("reason").GetString().Should().BeEmpty();
        json.GetProperty("to").GetProperty("place").ValueKind.Should().Be(JsonValueKind.Null);
        JsonElement road = json.GetProperty("roads")[0];
        road.GetProperty("lengthMetres").GetDouble().Should().BeApproximately(report.Roads[0].LengthMetres, 0.001);
        road.GetProperty("cost").GetDouble().Should().BeApproximately(report.Roads[0].Cost, 0.01);
        road.GetProperty("costParts").EnumerateArray().Sum(part => part.GetProperty("cost").GetDouble()).Should().BeApproximately(report.Roads[0].Cost, 0.05);
        JsonElement[] profile = [.. road.GetProperty("profile").EnumerateArray()];
        profile.Should().HaveCount(report.Roads[0].Profile.Length);
        profile[^1].GetProperty("chainageMetres").GetDouble().Should().BeApproximately(report.Roads[0].LengthMetres, 0.001);
        JsonElement gain = road.GetProperty("gain");
        gain.GetProperty("gainedMetres").GetDouble().Should().BePositive();
        gain.GetProperty("gainedKilometresPerMillion").GetDouble().Should()
            .BeApproximately(gain.GetProperty("gainedMetres").GetDouble() / 1000 / (report.Roads[0].Cost / 1e6), 1e-3);
        JsonElement method = json.GetProperty("method");
        method.GetProperty("maximumGrade").GetDouble().Should().Be(0.1);
        method.GetProperty("slopeClasses").GetArrayLength().Should().Be(4);
        method.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()).Should().Equal("combat-bases");
    }

    [TestMethod]
    public void Courses_as_features_are_planned_roads_that_a_plan_can_take()
    {
        RoadSitingReport report = Sited();
        PatrolRoad[] roads = [.. Read(NewRoadFeatures.Of(report)).Cast<PatrolRoad>()];
        roads.Should().HaveCount(report.Roads.Length);
        roads[0].Id.Text.Should().Be("new-2", "the plan has a road new-1");
        roads[0].Status.Should().Be(LifecycleStatus.Planned);
        roads[0].Class.Should().Be("patrol");
        roads[0].OtherProperties["cost"].Number.Should().Be(Math.Round(report.Roads[0].Cost));
        roads[0].OtherProperties["alternative"].Number.Should().Be(1);
        roads[0].OtherProperties["gainedMetres"].Number.Should().BeApproximately(report.Roads[0].Gain!.Value.GainedMetres, 0.001);
        roads[0].Geometry.NumPoints.Should().Be(report.Roads[0].Profile.Length);
        Rows(output => RoadSitingJson.WriteCsv(output, report)).Should().HaveCount(1 + report.Roads.Length);
    }

    [TestMethod]
    public void All_that_is_wrong_is_in_the_report_at_once()
    {
        RoadSitingReport report = (new RoadSitingProblem(Given, Hills.End(-9000, 300), Hills.End(9000, 300)) with
        {
            Obstacles = RoadObstacles.Default with { ForbiddenZones = [FeatureId.Of("Z9")] },
        }).Solve();
        JsonElement json = Json(writer => RoadSitingJson.Write(writer, report));
        json.GetProperty("found").GetBoolean().Should().BeFalse();
        json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()).Should().HaveCount(3);
        json.GetProperty("reason").GetString().Should().Contain("'Z9'").And.Contain("The start").And.Contain("The goal");
        json.GetProperty("roads").GetArrayLength().Should().Be(0);
    }

    [TestMethod]
    public void A_road_to_an_island_of_roads_says_so()
    {
        RoadSitingReport report = (new RoadSitingProblem(Given, Hills.End(1200, 2600), RoadEnd.Network) with { Alternatives = 1 }).Solve();
        report.Notes.Should().ContainSingle().Which.Should().Contain("Course 1").And.Contain("0.60 km");
    }

    [TestMethod]
    public void Links_are_written_with_their_bound_straight_and_over_terrain()
    {
        foreach (bool onTerrain in (bool[])[true, false])
        {
            RoadConnectionReport report = (new RoadConnectionProblem(Given) { OnTerrain = onTerrain }).Solve();
            JsonElement json = Json(writer => RoadConnectionJson.Write(writer, report));
            json.GetProperty("parts").GetInt32().Should().Be(2);
            JsonElement link = json.GetProperty("links")[0];
            link.GetProperty("lengthMetres").GetDouble().Should().BeApproximately(1234, 20, "from the end of new-1 at 600, 600 to that of E2 at 900, 1800");
            json.GetProperty("cost").GetDouble().Should().BeApproximately(link.GetProperty("cost").GetDouble(), 0.01);
            json.GetProperty("gapRatio").GetDouble().Should().Be(0);
            link.TryGetProperty("profile", out _).Should().Be(onTerrain);
            PatrolRoad road = Read(NewRoadFeatures.Of(report)).Should().ContainSingle().Subject.Should().BeOfType<PatrolRoad>().Subject;
            road.OtherProperties["toPart"].Number.Should().Be(1);
            Rows(output => RoadConnectionJson.WriteCsv(output, report)).Should().HaveCount(2);
        }
    }

    [TestMethod]
    public void Ranked_roads_keep_their_ids_and_say_what_they_bring()
    {
        RoadRankingReport report = new RoadRankingProblem(Given, 30).Solve();
        JsonElement json = Json(writer => RoadRankingJson.Write(writer, report));
        JsonElement road = json.GetProperty("roads")[0];
        road.GetProperty("id").GetString().Should().Be("P1");
        road.GetProperty("isCostEstimated").GetBoolean().Should().BeTrue();
        road.GetProperty("gainedMetres").GetDouble().Should().BePositive();
        Read(NewRoadFeatures.Of(report)).Should().ContainSingle().Which.OtherProperties["rank"].Number.Should().Be(1);
        Rows(output => RoadRankingJson.WriteCsv(output, report)).Should().HaveCount(2);
    }

    [TestMethod]
    public void Where_nothing_can_be_gained_it_is_said_why()
    {
        RoadRankingReport report = (new RoadRankingProblem(Given with { BorderSegments = [], Facilities = [] }, 30)).Solve();
        Json(writer => RoadRankingJson.Write(writer, report)).GetProperty("notes").EnumerateArray().Select(note => note.GetString())
            .Should().HaveCount(2).And.ContainMatch("*no border*").And.ContainMatch("*Nobody responds*");
        new RoadRankingProblem(Given with { PatrolRoads = [] }, 30).Solve().Explanation.Should().Contain("nothing to rank").And.Contain("planned");
    }

    private static RoadSitingReport Sited() => new RoadSitingProblem(Given, Hills.End(2850, 1400), RoadEnd.Network) { Minutes = 50, Alternatives = 2 }.Solve();

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static ImmutableArray<PlanFeature> Read(IEnumerable<PlanFeature> features)
    {
        using var stream = new MemoryStream();
        GeoJsonFeatures.Write(stream, features);
        stream.Position = 0;
        return GeoJsonFeatures.Read(stream, Vocabulary.PatrolRoads).Features;
    }

    private static string[] Rows(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
