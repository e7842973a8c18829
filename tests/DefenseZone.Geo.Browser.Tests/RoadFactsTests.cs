using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Viewer.Texts;
using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>What the library says about roads, in the reader's language; and what the address keeps of the questions.</summary>
[TestClass]
public sealed class RoadFactsTests
{
    private static readonly RoadEnd End = RoadEnd.At(new GeoPoint(106.5, 22.25));

    private static readonly Facility Post = new() { Id = FeatureId.Of("P1"), Kind = FacilityKind.MilitiaPost };

    private static readonly ImmutableArray<RoadRemark> Remarks =
    [
        new RoadRemark.UnknownZones([FeatureId.Of("Z1")]),
        new RoadRemark.NoTerrain(),
        new RoadRemark.OutsideTerrain(IsGoal: true, End, new GeoExtent(106, 21, 107, 22)),
        new RoadRemark.OnVoid(IsGoal: false, End),
        new RoadRemark.InForbiddenArea(IsGoal: true, End, new DefensiveZone { Id = FeatureId.Of("Z2"), Name = "B", Level = ZoneLevel.Commune }),
        new RoadRemark.OnePlace(),
        new RoadRemark.NoExistingRoads(),
        new RoadRemark.OnRoadAlready(End, 1.25),
        new RoadRemark.TerrainTooSmall(),
        new RoadRemark.TooSteep(0.1, new GeoPoint(106.12345, 22.5), 0.234, 0.235),
        new RoadRemark.Enclosed(),
        new RoadRemark.Thinned(3, 93),
        new RoadRemark.FewerCourses(2, 4, 2),
        new RoadRemark.JoinsIsland(1, 2_500),
        new RoadRemark.NoBorder(),
        new RoadRemark.NobodyResponds(),
        new RoadRemark.JoinedAlready(),
        new RoadRemark.FacilitiesJoinedAlready(),
        new RoadRemark.NotAllJoined(),
        new RoadRemark.StraightLinks(ForWantOfTerrain: true),
        new RoadRemark.StraightLinks(ForWantOfTerrain: false),
        new RoadRemark.ImpossibleLinks(3, 7),
        new RoadRemark.NothingToRank([LifecycleStatus.Planned, LifecycleStatus.UnderConstruction]),
    ];

    private static readonly ImmutableArray<RoundFault> Faults =
    [
        new RoundFault.NoOpenRoad(),
        new RoundFault.Closed([FeatureId.Of("R1"), FeatureId.Of("R2")]),
        new RoundFault.NoStops(),
        new RoundFault.UnknownRoads([FeatureId.Of("R9")]),
        new RoundFault.LeftOutRoads([FeatureId.Of("R8")]),
        new RoundFault.WithoutPlace([Post]),
        new RoundFault.ShiftOutOfRange(-1),
        new RoundFault.StayOutOfRange(-2),
        new RoundFault.TooMany(401),
    ];

    [TestMethod]
    public void Every_fact_that_there_is_has_words_of_its_own_in_Vietnamese()
    {
        typeof(RoadRemark).GetNestedTypes().Should().BeEquivalentTo(Remarks.Select(remark => remark.GetType()).Distinct(), "the list here is to be whole");
        typeof(RoundFault).GetNestedTypes().Should().BeEquivalentTo(Faults.Select(fault => fault.GetType()).Distinct());
        (string English, string Vietnamese)[] said =
        [
            .. Remarks.Select(remark => (RoadFacts.Say(remark, Language.English), RoadFacts.Say(remark, Language.Vietnamese))),
            .. Faults.Select(fault => (RoadFacts.Say(fault, Language.English), RoadFacts.Say(fault, Language.Vietnamese))),
        ];
        said.Should().OnlyContain(pair => pair.English != pair.Vietnamese && pair.English.EndsWith('.') && pair.Vietnamese.EndsWith('.'));
        said.Select(pair => pair.Vietnamese).Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    public void Numbers_in_them_are_written_as_the_reader_writes_them()
    {
        RoadFacts.Say(new RoadRemark.TooSteep(0.1, new GeoPoint(106.12345, 22.5), 0.234, 0.235), Language.English)
            .Should().Be("There is no way with at most 10 %: the ground at 106.12345, 22.5 needs 23.4 %. A limit of 23.5 % would do.");
        RoadFacts.Say(new RoadRemark.TooSteep(0.1, new GeoPoint(106.12345, 22.5), 0.234, 0.235), Language.Vietnamese).Should().Contain("106,12345; 22,50000").And.Contain("23,4");
        RoadFacts.Say(new RoundFault.WithoutPlace([Post]), Language.Vietnamese).Should().EndWith("Chốt dân quân P1.");
    }

    [TestMethod]
    public void The_address_keeps_what_parts_ask()
    {
        var reach = new ReachQuestion { Places = ["combat-bases/CB01", "106.6,22.3"], Kinds = [FacilityKind.MilitiaPost, FacilityKind.RearBase], Times = "15 30" };
        ReachQuestion.Read(Inputs(reach.Write())).Should().BeEquivalentTo(reach);
        var round = new RoundQuestion { Base = "combat-bases/CB01", Stops = ["militia-posts/P001", "patrol-roads/R010"], ShiftMinutes = 480, StayMinutes = 7.5 };
        RoundQuestion.Read(Inputs(round.Write())).Should().BeEquivalentTo(round);
        RoundQuestion.Read(TabInputs.None).Should().BeEquivalentTo(new RoundQuestion());
        new RoundQuestion().Write().Should().OnlyContain(input => input.Value.Length == 0);
        new ReachQuestion().Write().Should().OnlyContain(input => input.Value.Length == 0);
    }

    [TestMethod]
    [DataRow("", new[] { 30.0, 60.0 })]
    [DataRow("45", new[] { 45.0 })]
    [DataRow("60 15; 30", new[] { 15.0, 30.0, 60.0 })]
    [DataRow("7,5 15", new[] { 7.5, 15.0 })]
    [DataRow("15, 30, 60", new[] { 15.0, 30.0, 60.0 })]
    [DataRow("0", new double[0])]
    [DataRow("soon", new double[0])]
    [DataRow("1441", new double[0])]
    [DataRow("1 2 3 4 5", new double[0])]
    public void Times_are_read_as_people_write_them(string written, double[] minutes) =>
        new ReachQuestion { Times = written }.Minutes(60).Should().Equal(minutes);

    private static TabInputs Inputs(IEnumerable<(string Name, string Value)> written) =>
        new(written.Where(input => input.Value.Length > 0).ToImmutableDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal));
}
