using System.Text;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using NetTopologySuite.IO;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class PointCsvTests
{
    [TestMethod]
    public void Columns_become_id_place_and_properties()
    {
        FeatureReading reading = Read(""""
            ID,Lon,LAT,name,coverageradiusmetres,status,inServiceFrom,zone,note,code,open,empty
            p1,106.25,22.5,"Đồn, số ""1""",5000,planned,2027,z1,7.50,007,true,

            7,-106.5,-22.125,,,,,,"two
            lines",,,
            """");

        reading.Problems.Should().BeEmpty();
        var post = (Facility)reading.Features[0];
        post.Id.Should().Be(FeatureId.Of("p1"));
        post.Location.X.Should().Be(106.25);
        post.Location.Y.Should().Be(22.5);
        post.Name.Should().Be("Đồn, số \"1\"");
        post.CoverageRadiusMetres.Should().Be(5000);
        post.Status.Should().Be(LifecycleStatus.Planned);
        post.InServiceFrom.Should().Be(ServiceDate.OfYear(2027));
        post.Zone.Should().Be(FeatureId.Of("z1"));
        post.OtherProperties["note"].ToString().Should().Be("7.50");
        post.OtherProperties["code"].Should().Be(PropertyValue.Of("007"));
        post.OtherProperties["open"].Should().Be(PropertyValue.Of(true));
        post.OtherProperties.TryGetValue("empty", out _).Should().BeFalse();
        reading.Features[1].Id.Should().Be(FeatureId.Of(7));
        reading.Features[1].OtherProperties["note"].Text.ReplaceLineEndings("\n").Should().Be("two\nlines");
    }

    [TestMethod]
    public void Other_coordinate_systems_come_as_a_conversion()
    {
        CoordinateSystem vn2000 = CoordinateSystem.Of(3405);
        (double x, double y) = vn2000.FromWgs84(new GeoPoint(106.25, 22.5));
        FeatureReading reading = Read(FormattableString.Invariant($"x;y;id\n{x};{y};a\n"), vn2000.ToWgs84);

        reading.Problems.Should().BeEmpty();
        reading.Features.Single().Geometry.Coordinate.X.Should().BeApproximately(106.25, 1e-7);
        reading.Features.Single().Geometry.Coordinate.Y.Should().BeApproximately(22.5, 1e-7);
    }

    [TestMethod]
    [DataRow("", "the file is empty", 1, 1)]
    [DataRow("\n\n", "the file is empty", 1, 1)]
    [DataRow("id,name\n1,x", "there are no columns \"lon\" and \"lat\"", 1, 1)]
    [DataRow("x,y\n1,2", "there are no columns \"lon\" and \"lat\"", 1, 1)]
    [DataRow("lon,lat,lon\n1,2,3", "the column \"lon\" stands twice", 1, 3)]
    [DataRow("id,lon,lat\na,106,\n", "there is no lat", 2, 3)]
    [DataRow("id,lon,lat\na,106\n", "there is no lat", 2, 3)]
    [DataRow("id,lon,lat\na,x,22\n", "\"x\" is not a number", 2, 2)]
    [DataRow("id,lon,lat\na,NaN,22\n", "\"NaN\" is not a number", 2, 2)]
    [DataRow("id;lon;lat\na;106,5;22\n", "\"106,5\" is not a number", 2, 2)]
    [DataRow("id,lon,lat\na,22,106\n", "[22, 106] is out of range", 2, 2)]
    [DataRow("id,lon,lat\na,593000,2435000\n", "out of range", 2, 2)]
    [DataRow("id,lon,lat\na,106,22,5\n", "the record has 4 fields, the header 3", 2, 4)]
    [DataRow("id,lon,lat,name\na,106,22,\"x\n", "a quoted field is not closed", 2, 1)]
    [DataRow("id,lon,lat,name\na,106,22,\"x\"y\n", "text follows a quoted field", 2, 1)]
    [DataRow("id,lon,lat,status\na,106,22,plannd\n", "is \"plannd\", which has no meaning", 2, 4)]
    [DataRow("id,lon,lat,coverageRadiusMetres\na,106,22,far\n", "is a string, not a number", 2, 4)]
    [DataRow("id,lon,lat,coverageRadiusMetres\na,106,22,1\nb,106,22,-1\n", "is -1", 3, 4)]
    public void Problems_name_line_and_column(string text, string message, int line, int column)
    {
        FeatureReading reading = Read(text);

        PlanProblem problem = reading.Problems.Where(one => one.Severity == ProblemSeverity.Error).Should().ContainSingle().Which;
        problem.Message.Should().Contain(message);
        problem.Line.Should().Be(line);
        problem.Position.Should().Be(column);
        problem.File.Should().Be("points.csv");
        problem.Remedy.Should().NotBeEmpty();
        problem.ToString().Should().Contain($"line {line}, column {column}");
    }

    [TestMethod]
    public void A_record_in_error_does_not_keep_the_others_from_being_read()
    {
        FeatureReading reading = Read("id,lon,lat\na,106,22\nb,?,22\nc,107,22\na,108,22\n");

        reading.Features.Select(feature => feature.Id.Text).Should().Equal("a", "c");
        reading.Problems.Select(problem => problem.FeatureId.Text).Should().Equal("b", "a");
    }

    [TestMethod]
    public void What_is_not_UTF8_is_a_problem()
    {
        using var stream = new MemoryStream([.. "id,lon,lat,name\na,106,22,"u8, 0xC3, 0x28, (byte)'\n']);
        PointCsv.Read(stream, "militia-posts").Problems.Should().ContainSingle().Which.Message.Should().Contain("UTF-8");
    }

    [TestMethod]
    public void What_is_written_can_be_read_again()
    {
        FeatureReading reading = Read("id,lon,lat,name,status,note\r\np1,106.25,22.5,\"a, \"\"b\"\"\",planned,\" x\"\r\n7,-106.5,-22.125,,,\"two\r\nlines\"\r\n");
        using var stream = new MemoryStream();
        PointCsv.Write(stream, reading.Features);

        Encoding.UTF8.GetString(stream.ToArray()).Should()
            .Be("id,lon,lat,name,status,note\r\np1,106.25,22.5,\"a, \"\"b\"\"\",planned,\" x\"\r\n7,-106.5,-22.125,,,\"two\r\nlines\"\r\n");
    }

    [TestMethod]
    public void Lines_and_areas_are_written_as_WKT()
    {
        using var stream = new MemoryStream();
        PointCsv.Write(stream,
        [
            new BorderSegment { Id = FeatureId.Of("a"), Geometry = new WKTReader().Read("LINESTRING (106.125 22, 107 23.5)") },
            new OtherFeature { Id = FeatureId.Of("b"), Layer = "x" },
        ]);
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("id,wkt\r\na,\"LINESTRING (106.125 22, 107 23.5)\"\r\nb,\r\n");
    }

    private static FeatureReading Read(string text, Func<double, double, GeoPoint>? toWgs84 = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return PointCsv.Read(stream, "militia-posts", toWgs84: toWgs84);
    }
}
