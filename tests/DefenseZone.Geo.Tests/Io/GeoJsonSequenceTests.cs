using System.Text;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class GeoJsonSequenceTests
{
    private const string First = """{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[106,22]},"properties":{}}""";
    private const string Second = """{"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[107,22]},"properties":{}}""";

    [TestMethod]
    public void Each_record_is_a_separator_a_feature_and_a_line_feed()
    {
        using var stream = new MemoryStream();
        GeoJsonSequence.Write(stream, Read($"\u001e{First}\n\u001e{Second}\n").Features);
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be($"\u001e{First}\n\u001e{Second}\n");
    }

    [TestMethod]
    [DataRow("\u001eA\n\u001eB\n", DisplayName = "as the standard has it")]
    [DataRow("\u001eA\u001eB", DisplayName = "without line feeds")]
    [DataRow("\u001e\u001eA\n\n\u001e\n\u001eB\n\u001e", DisplayName = "with empty records")]
    [DataRow("A\nB\n", DisplayName = "one a line, without separators")]
    [DataRow("A\r\n\r\nB", DisplayName = "one a line, with carriage returns and no last line feed")]
    [DataRow("\uFEFFA\nB", DisplayName = "with a byte order mark")]
    public void All_records_are_read(string pattern)
    {
        FeatureReading reading = Read(pattern.Replace("A", First, StringComparison.Ordinal).Replace("B", Second, StringComparison.Ordinal));

        reading.Problems.Should().BeEmpty();
        reading.Features.Select(feature => feature.Id.Text).Should().Equal("a", "b");
    }

    [TestMethod]
    public void A_record_over_several_lines_is_read()
    {
        Read("\u001e" + First.Replace(",", ",\n", StringComparison.Ordinal) + "\n\u001e" + Second).Features.Should().HaveCount(2);
    }

    [TestMethod]
    public void A_record_that_was_cut_off_is_reported_with_its_line_and_the_next_is_read()
    {
        FeatureReading reading = Read($"\u001e{First}\n\u001e{First[..40]}\n\u001e{Second}\n");

        reading.Features.Select(feature => feature.Id.Text).Should().Equal("a", "b");
        PlanProblem problem = reading.Problems.Should().ContainSingle().Which;
        problem.Severity.Should().Be(ProblemSeverity.Error);
        (problem.Line - 2).Should().BeInRange(0, 1, "it is cut off at the end of the second line");
    }

    [TestMethod]
    public void An_id_that_stands_twice_is_reported_with_its_places()
    {
        FeatureReading reading = Read($"{First}\n{Second}\n{First}\n");

        reading.Features.Should().HaveCount(2);
        reading.Problems.Should().ContainSingle().Which.FeatureIndex.Should().Be(2);
    }

    [TestMethod]
    public void A_sequence_of_many_records_longer_than_a_piece_is_read()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"\u001e{First.Replace("\"a\"", $"{i}", StringComparison.Ordinal)}\n"));
        FeatureReading reading = Read(text);

        reading.Problems.Should().BeEmpty();
        reading.Features.Select(feature => feature.Id).Should().Equal(Enumerable.Range(0, 5000).Select(i => FeatureId.Of(i)));
    }

    private static FeatureReading Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return GeoJsonSequence.Read(stream, "militia-posts", "posts.geojsons");
    }
}
