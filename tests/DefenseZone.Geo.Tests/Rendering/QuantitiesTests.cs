using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Tests.Rendering;

[TestClass]
public sealed class QuantitiesTests
{
    [TestMethod]
    [DataRow(0.0, "0 m", "0 m")]
    [DataRow(1.0, "1 m", "1 m")]
    [DataRow(4.26, "4.3 m", "4,3 m")]
    [DataRow(43.2, "43 m", "43 m")]
    [DataRow(640.4, "640 m", "640 m")]
    [DataRow(999.6, "1.00 km", "1,00 km")]
    [DataRow(8_746.0, "8.75 km", "8,75 km")]
    [DataRow(9_996.0, "10.0 km", "10,0 km")]
    [DataRow(26_740.0, "26.7 km", "26,7 km")]
    [DataRow(4_609_700.0, "4,610 km", "4.610 km")]
    [DataRow(double.NaN, "–", "–")]
    public void A_length_has_its_unit_and_the_digits_that_matter(double metres, string english, string vietnamese)
    {
        Plain(Quantities.English.Length(metres)).Should().Be(english);
        Plain(Quantities.Vietnamese.Length(metres)).Should().Be(vietnamese);
    }

    [TestMethod]
    [DataRow(0.0, "0 m", "0 m")]
    [DataRow(1.7, "1.7 m", "1,7 m")]
    [DataRow(5.0, "5 m", "5 m")]
    [DataRow(9.97, "10 m", "10 m")]
    [DataRow(1_139.6, "1,140 m", "1.140 m")]
    [DataRow(-0.4, "−0.4 m", "−0,4 m")]
    [DataRow(double.NaN, "–", "–")]
    public void A_height_stays_in_metres_however_large(double metres, string english, string vietnamese)
    {
        Plain(Quantities.English.Height(metres)).Should().Be(english);
        Plain(Quantities.Vietnamese.Height(metres)).Should().Be(vietnamese);
    }

    [TestMethod]
    [DataRow(0.0, "0 %")]
    [DataRow(0.0001, "< 0.1 %")]
    [DataRow(0.893, "89.3 %")]
    [DataRow(0.99999, "99.9 %")]
    [DataRow(0.9999999, "99.9 %")]
    [DataRow(0.9999999999, "100 %")]
    [DataRow(1.0, "100 %")]
    public void A_share_is_all_or_nothing_only_where_it_is(double ratio, string text) =>
        Plain(Quantities.English.Share(ratio)).Should().Be(text);

    [TestMethod]
    public void Chainages_of_a_short_stretch_can_be_told_apart()
    {
        Quantities.English.Chainages(85_000, 90_500).Should().Be("85.0–90.5");
        Quantities.English.Chainages(85_000, 85_120).Should().Be("85.00–85.12");
        Quantities.Vietnamese.Chainages(85_000, 85_004).Should().Be("85,000–85,004");
    }

    [TestMethod]
    public void Counts_are_in_thousands_by_the_reader()
    {
        Quantities.English.Count(20_000).Should().Be("20,000");
        Quantities.Vietnamese.Count(20_000).Should().Be("20.000");
    }

    [TestMethod]
    public void What_is_rounded_to_nothing_has_no_sign()
    {
        Quantities.English.Fixed(-0.04, 1).Should().Be("0.0");
        Quantities.Vietnamese.Fixed(-0.04, 1).Should().Be("0,0");
        Quantities.English.Fixed(-0.0, 0).Should().Be("0");
        Plain(Quantities.English.Height(-0.04)).Should().Be("0.0 m");
        Plain(Quantities.English.Share(-0.0001)).Should().Be("0.0 %");
        Quantities.English.Significant(-0.0004, 3).Should().Be("0.000");
        Quantities.English.Fixed(-1.26, 1).Should().Be("−1.3");
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
