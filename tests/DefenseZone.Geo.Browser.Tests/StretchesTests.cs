using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Texts;
using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>What is left of stretches, and times in words.</summary>
[TestClass]
public sealed class StretchesTests
{
    [TestMethod]
    [DataRow("0-100", "", "0-100")]
    [DataRow("0-100", "0-100", "")]
    [DataRow("0-100", "20-30 50-60", "0-20 30-50 60-100")]
    [DataRow("0-10 20-30", "5-25", "0-5 25-30")]
    [DataRow("10-20 30-40", "0-15 18-35 50-60", "15-18 35-40")]
    [DataRow("10-20", "20-30", "10-20")]
    [DataRow("0-100 100-200", "90-110", "0-90 110-200")]
    public void What_is_left_without_others(string stretches, string others, string left) =>
        Stretches.Without(Read(stretches), Read(others)).Should().Equal(Read(left));

    [TestMethod]
    [DataRow(0, "0 s")]
    [DataRow(59.4, "59 s")]
    [DataRow(60, "1 min")]
    [DataRow(754, "12.6 min")]
    [DataRow(6_000, "1 h 40 min")]
    [DataRow(7_200, "2 h")]
    [DataRow(double.PositiveInfinity, "never")]
    public void Times_are_as_people_read_them(double seconds, string text) =>
        RoadsTexts.English.Time(seconds, Quantities.English).Should().Be(text);

    private static ImmutableArray<BorderStretch> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('-').Select(double.Parse).ToArray()).Select(ends => new BorderStretch(ends[0], ends[1]))];
}
