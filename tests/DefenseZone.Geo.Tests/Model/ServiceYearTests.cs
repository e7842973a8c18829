using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Tests.Coverage;

namespace DefenseZone.Geo.Tests.Model;

[TestClass]
public sealed class ServiceYearTests
{
    [TestMethod]
    [DataRow("existing", "", "", 2026, true, DisplayName = "exists, no dates")]
    [DataRow("under-construction", "", "", 2026, true, DisplayName = "being built, no dates")]
    [DataRow("under-construction", "2027", "", 2026, false, DisplayName = "being built, opens later")]
    [DataRow("under-construction", "2027", "", 2027, true, DisplayName = "being built, opens that year")]
    [DataRow("planned", "", "", 2050, false, DisplayName = "planned for no day")]
    [DataRow("planned", "2028-12-31", "", 2027, false, DisplayName = "a day after the year")]
    [DataRow("planned", "2028-12-31", "", 2028, true, DisplayName = "opens on the last day of the year")]
    [DataRow("existing", "", "2028-01-01", 2028, true, DisplayName = "closes on the first day of the year")]
    [DataRow("existing", "", "2027-12-31", 2028, false, DisplayName = "closed on the day before the year")]
    [DataRow("existing", "", "2028", 2028, true, DisplayName = "closes in that year")]
    [DataRow("retired", "", "", 2026, false, DisplayName = "retired, no dates")]
    [DataRow("retired", "", "2026-06-30", 2026, true, DisplayName = "retired in the middle of the year")]
    [DataRow("retired", "2010", "2020", 2015, true, DisplayName = "retired, asked about before")]
    [DataRow("retired", "2010", "", 2015, false, DisplayName = "retired, nobody knows when")]
    public void A_year_holds_what_is_in_service_on_any_day_of_it(string status, string from, string to, int year, bool expected)
    {
        Vocabulary.Statuses.TryParse(status, out LifecycleStatus parsed).Should().BeTrue();

        ServiceYear.Includes(year, parsed, Date(from), Date(to)).Should().Be(expected);
    }

    [TestMethod]
    public void A_facility_and_a_road_with_the_same_dates_are_in_service_in_the_same_years()
    {
        ServiceDate?[] dates = [null, ServiceDate.OfYear(2026), ServiceDate.OfDay(new DateOnly(2027, 6, 30)), ServiceDate.OfYear(2028)];
        foreach (LifecycleStatus status in Enum.GetValues<LifecycleStatus>())
        {
            foreach ((ServiceDate? from, ServiceDate? to, int year) in
                from first in dates from last in dates from year in Enumerable.Range(2025, 5) select (first, last, year))
            {
                Facility post = Given.Post("P", 105, 22, 1000) with { Status = status, InServiceFrom = from, InServiceTo = to };
                var road = new PatrolRoad { Id = FeatureId.Of("R"), Status = status, InServiceFrom = from, InServiceTo = to };

                new RoadNetworkOptions { Year = year }.Admits(road)
                    .Should().Be(new FacilityFilter { Year = year }.Admits(Plan.Empty.With(post), post), $"{status} {from} {to} {year}");
            }
        }
    }

    [TestMethod]
    public void While_posts_only_open_no_year_counts_fewer_than_the_one_before()
    {
        Plan plan = Plan.Empty.With(
        [
            .. Enumerable.Range(0, 40).Select(i => Given.Post($"P{i}", 105, 22, 1000) with
            {
                Status = (LifecycleStatus)(i % 3),
                InServiceFrom = i % 4 == 0 ? null : ServiceDate.OfDay(new DateOnly(2024 + (i % 9), 1 + (i % 12), 1 + (i % 28))),
            }),
        ]);
        string[] before = [];
        foreach (int year in Enumerable.Range(2020, 20))
        {
            string[] now = [.. new FacilityFilter { Year = year }.Select(plan).Select(post => post.Id.Text)];
            before.Except(now).Should().BeEmpty();
            before = now;
        }

        before.Should().NotBeEmpty();
    }

    private static ServiceDate? Date(string text) => text.Length switch
    {
        0 => null,
        4 => ServiceDate.OfYear(int.Parse(text, null)),
        _ => ServiceDate.OfDay(DateOnly.Parse(text, null)),
    };
}
