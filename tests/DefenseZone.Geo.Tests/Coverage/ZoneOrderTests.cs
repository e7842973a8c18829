using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Coverage;

/// <summary>Where zones have the same right to a place, the one with the smallest id has it, whatever their order in the file.</summary>
[TestClass]
public sealed class ZoneOrderTests
{
    // GeographicLib: 22.0° to 22.1° of the meridian.
    private const double TenthOfADegree = 11073.0949;

    private static readonly DefensiveZone West = Given.Zone("w", ZoneLevel.Province, "POLYGON ((105.9 21.9, 106 21.9, 106 22.2, 105.9 22.2, 105.9 21.9))");
    private static readonly DefensiveZone East = Given.Zone("e", ZoneLevel.Province, "POLYGON ((106 21.9, 106.1 21.9, 106.1 22.2, 106 22.2, 106 21.9))");
    private static readonly DefensiveZone Over = Given.Zone("m", ZoneLevel.Province, "POLYGON ((105.95 21.9, 106.05 21.9, 106.05 22.2, 105.95 22.2, 105.95 21.9))");

    [TestMethod]
    public void Border_and_posts_on_a_shared_edge_belong_to_the_zone_with_the_smallest_id()
    {
        foreach (DefensiveZone[] order in (DefensiveZone[][])[[West, East], [East, West]])
        {
            CoverageReport report = Given.Border("LINESTRING (106 22, 106 22.1)").With(Given.Post("p", 106, 22.05, 1000)).With(order).Solved();

            Of(report, "e").BorderMetres.Should().BeApproximately(TenthOfADegree, 0.01);
            Of(report, "e").FacilityCount.Should().Be(1);
            Of(report, "w").BorderMetres.Should().Be(0);
            Of(report, "w").FacilityCount.Should().Be(0);
        }
    }

    [TestMethod]
    public void In_an_overlap_the_zone_with_the_smallest_id_has_border_and_posts()
    {
        // The border on 106.02° lies in the zones "e" and "m", that on 105.98° in "m" and "w".
        foreach (DefensiveZone[] order in Orders(West, East, Over))
        {
            CoverageReport report = Given.Border("LINESTRING (106.02 22, 106.02 22.1)", "LINESTRING (105.98 22, 105.98 22.1)")
                .With(Given.Post("p", 106.02, 22.05, 1000), Given.Post("q", 105.98, 22.05, 1000)).With(order).Solved();

            Of(report, "e").BorderMetres.Should().BeApproximately(TenthOfADegree, 0.01);
            Of(report, "m").BorderMetres.Should().BeApproximately(TenthOfADegree, 0.01);
            Of(report, "w").BorderMetres.Should().Be(0);
            report.Zones.ToDictionary(cover => cover.Zone.Id.Text, cover => cover.FacilityCount).Should()
                .BeEquivalentTo(new Dictionary<string, int> { ["e"] = 1, ["m"] = 1, ["w"] = 0 });
        }
    }

    [TestMethod]
    public void Numbers_come_before_texts_and_by_value()
    {
        // 9 is less than 10, and every number is before every text.
        DefensiveZone nine = West with { Id = FeatureId.Of(9) }, ten = East with { Id = FeatureId.Of(10) }, text = Over with { Id = FeatureId.Of("1") };
        foreach (DefensiveZone[] order in Orders(nine, ten, text))
        {
            CoverageReport report = Given.Border("LINESTRING (106 22, 106 22.1)").With(order).Solved();
            report.Zones.Single(cover => cover.BorderMetres > 0).Zone.Id.Should().Be(FeatureId.Of(9));
        }
    }

    private static ZoneCover Of(CoverageReport report, string id) => report.Zones.Single(cover => cover.Zone.Id.Text == id);

    private static IEnumerable<DefensiveZone[]> Orders(DefensiveZone a, DefensiveZone b, DefensiveZone c) =>
        [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];
}
