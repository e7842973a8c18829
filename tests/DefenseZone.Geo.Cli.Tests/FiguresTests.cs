using DefenseZone.Geo.Cli.Output;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class FiguresTests
{
    [TestMethod]
    [DataRow(0, "0 m")]
    [DataRow(0.4, "0.4 m")]
    [DataRow(5.251, "5.25 m")]
    [DataRow(87.14, "87.1 m")]
    [DataRow(870.4, "870 m")]
    [DataRow(999.4, "999 m")]
    [DataRow(999.6, "1.00 km")]
    [DataRow(9_999, "10.0 km")]
    [DataRow(1_000_000, "1,000 km")]
    [DataRow(100_000, "100 km")]
    [DataRow(10_000, "10.0 km")]
    [DataRow(1_000, "1.00 km")]
    [DataRow(12_345, "12.3 km")]
    [DataRow(99_960, "100 km")]
    [DataRow(345_678, "346 km")]
    [DataRow(4_598_300, "4,600 km")]
    [DataRow(double.NaN, "-")]
    public void Lengths_have_three_digits_and_a_unit(double metres, string expected) => Figures.Length(metres).Should().Be(expected);

    [TestMethod]
    [DataRow(0, "0 %")]
    [DataRow(1, "100 %")]
    [DataRow(0.99999, "99.9 %")]
    [DataRow(0.00001, "<0.1 %")]
    [DataRow(0.8312, "83.1 %")]
    public void A_share_is_not_rounded_to_all_or_nothing(double ratio, string expected) => Figures.Share(ratio).Should().Be(expected);

    [TestMethod]
    [DataRow(1_234.4, 5_000, "1.234")]
    [DataRow(123_456, 500_000, "123.46")]
    [DataRow(3_123_456, 4_600_000, "3,123.5")]
    public void Chainages_tell_places_apart_on_any_border(double metres, double border, string expected) =>
        Figures.Chainage(metres, border).Should().Be(expected);

    [TestMethod]
    [DataRow(1, "1 gap")]
    [DataRow(0, "0 gaps")]
    [DataRow(1_500, "1,500 gaps")]
    public void Counts_agree_with_their_nouns(int count, string expected) => Figures.Count(count, "gap").Should().Be(expected);

    [TestMethod]
    [DataRow("Chốt", 4)]
    [DataRow("Cho\u0302\u0301t", 4)]
    [DataRow("边界", 4)]
    [DataRow("", 0)]
    public void Widths_are_those_on_the_screen(string text, int columns) => PlainText.Width(text).Should().Be(columns);

    [TestMethod]
    public void A_name_cannot_steer_the_terminal() =>
        PlainText.OneLine("a\u001b[31mb\r\nc\u202Ed").Should().Be("a [31mb  cd");
}
