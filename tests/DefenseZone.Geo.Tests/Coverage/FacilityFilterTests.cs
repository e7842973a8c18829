using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class FacilityFilterTests
{
    private static readonly Plan SomeOfEach = Plan.Empty.With(
        Given.Post("post", 105, 22),
        Given.Post("base", 105, 22) with { Kind = FacilityKind.CombatBase },
        Given.Post("watching base", 105, 22, 3000) with { Kind = FacilityKind.CombatBase },
        Given.Post("building", 105, 22) with { Status = LifecycleStatus.UnderConstruction, InServiceFrom = ServiceDate.OfYear(2027) },
        Given.Post("planned", 105, 22) with { Status = LifecycleStatus.Planned, InServiceFrom = ServiceDate.OfYear(2029) },
        Given.Post("some day", 105, 22) with { Status = LifecycleStatus.Planned },
        Given.Post("closing", 105, 22) with { InServiceTo = ServiceDate.OfDay(new DateOnly(2028, 6, 30)) },
        Given.Post("retired", 105, 22) with { Status = LifecycleStatus.Retired });

    [TestMethod]
    public void Without_a_question_those_take_part_that_watch_today() =>
        Ids(FacilityFilter.Default).Should().Equal("post", "watching base", "building", "closing");

    [TestMethod]
    public void Kinds_that_are_named_take_part_with_or_without_a_radius() =>
        Ids(new FacilityFilter { Kinds = [FacilityKind.CombatBase] }).Should().Equal("base", "watching base");

    [TestMethod]
    public void Statuses_that_are_named_take_part() =>
        Ids(new FacilityFilter { Statuses = [LifecycleStatus.Planned, LifecycleStatus.Retired] })
            .Should().Equal("planned", "some day", "retired");

    [TestMethod]
    public void Those_of_a_what_if_take_part_whatever_they_are() =>
        Ids(new FacilityFilter { Kinds = [FacilityKind.CombatBase], Year = 2026, Besides = [(FacilityKind.MilitiaPost, FeatureId.Of("some day")), (FacilityKind.MilitiaPost, FeatureId.Of("nobody"))] })
            .Should().Equal("base", "watching base", "some day");

    [TestMethod]
    [DataRow(2026, "post|watching base|closing")]
    [DataRow(2027, "post|watching base|building|closing")]
    [DataRow(2028, "post|watching base|building|closing")]
    [DataRow(2029, "post|watching base|building|planned")]
    public void A_year_takes_whoever_is_in_service_on_any_day_of_it(int year, string expected) =>
        Ids(new FacilityFilter { Year = year }).Should().Equal(expected.Split('|'));

    [TestMethod]
    [DataRow(2028, "post|watching base|building|closing")]
    [DataRow(2029, "post|watching base|building|planned|closing")]
    public void What_is_planned_by_a_year_counts_besides(int year, string expected) =>
        Ids(new FacilityFilter { PlannedBy = year }).Should().Equal(expected.Split('|'));

    [TestMethod]
    public void A_year_and_a_status_both_hold() =>
        Ids(new FacilityFilter { Year = 2030, Statuses = [LifecycleStatus.Planned] }).Should().Equal("planned");

    [TestMethod]
    public void Who_has_no_place_does_not_take_part() =>
        FacilityFilter.Default.Select(Plan.Empty.With(Given.Post("nowhere", 0, 0) with { Geometry = Wgs84Geometry.Empty }))
            .Should().BeEmpty();

    private static IEnumerable<string> Ids(FacilityFilter filter) => filter.Select(SomeOfEach).Select(facility => facility.Id.Text);
}
