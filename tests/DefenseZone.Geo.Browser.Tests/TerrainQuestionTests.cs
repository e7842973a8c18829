using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Browser.Tests;

[TestClass]
public sealed class TerrainQuestionTests
{
    private static readonly GeoPoint A = new(106.6, 22.12);

    [TestMethod]
    public void What_is_written_is_read_again()
    {
        var question = new TerrainQuestion { From = A, To = new GeoPoint(106.72345, -22.06001) };
        Read([.. question.Write()]).Should().Be(question);
        Read([.. new TerrainQuestion().Write()]).Should().Be(new TerrainQuestion());
    }

    [TestMethod]
    [DataRow("106.5,22.5", true)]
    [DataRow(" 106.5 , 22.5 ", true)]
    [DataRow("-180,90", true)]
    [DataRow("22.5", false)]
    [DataRow("106.5;22.5", false)]
    [DataRow("106,5,22,5", false)]
    [DataRow("181,22", false)]
    [DataRow("106,91", false)]
    [DataRow("NaN,22", false)]
    [DataRow("", false)]
    [DataRow(null, false)]
    public void A_place_is_a_longitude_and_a_latitude(string? text, bool isPlace) => (TerrainQuestion.Place(text) is not null).Should().Be(isPlace);

    [TestMethod]
    public void A_line_has_both_ends_and_is_drawn_up_to_a_hundred_kilometres()
    {
        new TerrainQuestion { From = A }.IsLine.Should().BeFalse();
        new TerrainQuestion { From = A }.IsTooLong.Should().BeFalse();
        new TerrainQuestion { From = A, To = Geodesic.Direct(A, 45, 99_990) }.IsTooLong.Should().BeFalse();
        new TerrainQuestion { From = A, To = Geodesic.Direct(A, 45, 100_010) }.IsTooLong.Should().BeTrue();
    }

    private static TerrainQuestion Read(ImmutableArray<(string Name, string Value)> written) =>
        TerrainQuestion.Read(new TabInputs(written.ToImmutableDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal)));
}
