using System.Text;
using System.Text.Json;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class GeoJsonWritingTests
{
    [TestMethod]
    [DataRow("POINT (106.123456789 22.00000004)", """{"type":"Point","coordinates":[106.1234568,22]}""")]
    [DataRow("POINT (-0.00000004 -1e-7)", """{"type":"Point","coordinates":[0,-0.0000001]}""")]
    [DataRow("POINT (-179.99999999 89.99999999)", """{"type":"Point","coordinates":[-180,90]}""")]
    [DataRow("POINT Z (106 22 812.5)", """{"type":"Point","coordinates":[106,22,812.5]}""")]
    [DataRow("POINT EMPTY", """{"type":"Point","coordinates":[]}""")]
    [DataRow("LINESTRING (0 0, 1 1)", """{"type":"LineString","coordinates":[[0,0],[1,1]]}""")]
    [DataRow("LINESTRING EMPTY", """{"type":"LineString","coordinates":[]}""")]
    [DataRow("MULTIPOINT ((0 0), (1 1))", """{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}""")]
    [DataRow("MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", """{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]}""")]
    [DataRow("POLYGON ((0 0, 1 0, 1 1, 0 0))", """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}""")]
    [DataRow("POLYGON ((0 0, 1 1, 1 0, 0 0))", """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}""")]
    [DataRow("POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 8 1, 8 5, 4 1))", """{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[4,1],[8,5],[8,1],[4,1]]]}""")]
    [DataRow("MULTIPOLYGON (((0 0, 1 1, 1 0, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", """{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}""")]
    [DataRow("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[0,0],[1,1]]}]}""")]
    [DataRow("GEOMETRYCOLLECTION EMPTY", "null")]
    [DataRow("GEOMETRYCOLLECTION (GEOMETRYCOLLECTION EMPTY)", """{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}""")]
    public void Geometries_are_written_as_the_standard_has_them(string wkt, string json)
    {
        Written(writer => GeoJsonFeatures.WriteGeometry(writer, new WKTReader().Read(wkt))).Should().Be(json);
    }

    [TestMethod]
    [DataRow(2, "[106.12,22.35]")]
    [DataRow(0, "[106,22]")]
    [DataRow(9, "[106.123456789,22.345678901]")]
    public void Decimals_are_as_asked(int decimals, string position)
    {
        Written(writer => GeoJsonFeatures.WriteGeometry(writer, Point(106.1234567891, 22.3456789012), decimals)).Should().Contain(position);
    }

    [TestMethod]
    public void What_JSON_cannot_write_is_refused()
    {
        FluentActions.Invoking(() => Written(writer => GeoJsonFeatures.WriteGeometry(writer, Point(double.NaN, 0)))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Written(writer => GeoJsonFeatures.WriteGeometry(writer, Point(1, 2), 13))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Written(writer => GeoJsonFeatures.WriteFeature(writer, new OtherFeature { Id = FeatureId.OfNumber("007"), Layer = "x" }))).Should().Throw<ArgumentException>();
    }

    [TestMethod]
    public void A_collection_has_its_name_its_members_and_no_crs()
    {
        var members = FeatureProperties.Of(
            KeyValuePair.Create("owner", PropertyValue.Of("x")), KeyValuePair.Create("crs", PropertyValue.Of("EPSG:3857")),
            KeyValuePair.Create("features", PropertyValue.Of(1)), KeyValuePair.Create("bbox", PropertyValue.OfJson("[1]")));
        Collection([], GeoJsonWriteOptions.Default with { Name = "Tên", Members = members })
            .Should().Be("{\"type\":\"FeatureCollection\",\"name\":\"Tên\",\"owner\":\"x\",\"features\":[\n]}\n");
    }

    [TestMethod]
    public void Foreign_members_that_would_stand_twice_are_not_written()
    {
        var feature = new OtherFeature
        {
            Id = FeatureId.Of("a"),
            Layer = "x",
            ForeignMembers = FeatureProperties.Of(KeyValuePair.Create("id", PropertyValue.Of(5)), KeyValuePair.Create("k", PropertyValue.Of(5))),
        };
        Written(writer => GeoJsonFeatures.WriteFeature(writer, feature)).Should().Be("""{"type":"Feature","id":"a","geometry":null,"properties":{},"k":5}""");
    }

    [TestMethod]
    [DataRow("POINT (106 22)", "[106,22,106,22]")]
    [DataRow("LINESTRING (170 0, -170 5)", "[170,0,-170,5]")]
    [DataRow("LINESTRING (-170 0, 170 5)", "[170,0,-170,5]")]
    [DataRow("MULTIPOINT ((179 1), (-179 2), (178 3))", "[178,1,-179,3]")]
    [DataRow("MULTIPOLYGON (((170 0, 180 0, 180 9, 170 0)), ((-180 0, -175 0, -180 9, -180 0)))", "[170,0,-175,9]")]
    [DataRow("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))", "[-180,-90,180,90]")]
    [DataRow("MULTIPOINT ((10 1), (-20 2), (100 3))", "[-20,1,100,3]")]
    [DataRow("LINESTRING (0 0, 120 0, -120 0, 0 0)", "[-180,0,180,0]")]
    [DataRow("LINESTRING (0 0, 120 0, 240 0)", "[0,0,-120,0]")]
    public void Bounding_boxes_know_the_antimeridian(string wkt, string box)
    {
        var bounds = new GeoJsonBoundingBox();
        bounds.Add(new WKTReader().Read(wkt));
        Written(writer => bounds.Write(writer)).Should().Be(box);
    }

    [TestMethod]
    public void Bounding_boxes_hold_every_feature_of_a_long_collection()
    {
        OtherFeature[] features = [.. Enumerable.Range(0, 2000).Select(i => new OtherFeature { Id = FeatureId.Of(i), Layer = "x", Geometry = Point(177 + (i * 0.0005), 1) }),
            new OtherFeature { Id = FeatureId.Of(-1), Layer = "x", Geometry = Point(-179.5, -1) }];
        using JsonDocument json = JsonDocument.Parse(Collection(features, GeoJsonWriteOptions.Default with { WithBoundingBoxes = true }));

        json.RootElement.GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()).Should().Equal(177, -1, -179.5, 1);
        json.RootElement.GetProperty("features")[0].GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()).Should().Equal(177, 1, 177, 1);
    }

    [TestMethod]
    public void Numbers_are_read_to_the_nearest_double_and_written_back_as_they_were()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            string text = random.Next(4) switch
            {
                0 => random.NextInt64(-1L << 55, 1L << 55).ToString(),
                1 => (random.NextDouble() * Math.Pow(10, random.Next(-30, 30))).ToString("R").Replace("E+", "e", StringComparison.Ordinal),
                2 => Math.Round((random.NextDouble() * 360) - 180, random.Next(0, 15)).ToString("0.0##############"),
                _ => $"{random.Next(0, 1000)}.{random.NextInt64(0, 1_000_000_000_000_000_000)}",
            };
            byte[] json = Encoding.ASCII.GetBytes(text);
            DecimalText.Parse(json).Should().Be(double.Parse(text), text);
            DecimalText.ParseValue(json).ToString().Should().Be(text);
            DecimalText.ParseValue(json).Should().Be(PropertyValue.OfNumber(text), text);
        }
    }

    private static Point Point(double longitude, double latitude) => Wgs84Geometry.Factory.CreatePoint(new Coordinate(longitude, latitude));

    private static string Collection(IEnumerable<PlanFeature> features, GeoJsonWriteOptions options)
    {
        using var stream = new MemoryStream();
        GeoJsonFeatures.Write(stream, features, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, GeoJsonFeatures.WriterOptions))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
