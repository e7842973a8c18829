using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class CoverageLayersTests
{
    private static readonly CoverageReport Report = Given.Border("LINESTRING (105 22, 105.5 22.1, 106 22)")
        .With(Given.Post("A", 105.3, 22.05, 9_000) with { Name = "Chốt A" }, Given.Post("B", 105.4, 22.05, 8_000))
        .With(Given.Zone("Z", ZoneLevel.Province, "POLYGON ((104 21, 107 21, 107 23, 104 23, 104 21))"))
        .Solved();

    [TestMethod]
    public void Stretches_are_lines_as_long_as_they_say_and_make_up_the_border()
    {
        OtherFeature[] features = [.. CoverageLayers.Of(Report, CoverageLayers.Coverage)];

        features.Should().HaveCount(Report.Stretches.Count);
        features.Select(feature => feature.Id.Text).Should().OnlyHaveUniqueItems();
        foreach (OtherFeature feature in features)
            Length(feature.Geometry).Should().BeApproximately(feature.OtherProperties["lengthMetres"].Number, 0.01);
        features.Select(feature => feature.OtherProperties["depth"].Number).Should().Equal(0, 1, 2, 1, 0);
        features[2].OtherProperties["facilities"].Text.Should().Be("militia-posts/A militia-posts/B");
    }

    [TestMethod]
    public void Gaps_are_lines_with_their_zone_and_nearest_facility()
    {
        OtherFeature[] features = [.. CoverageLayers.Of(Report, CoverageLayers.Gaps)];

        features.Should().HaveCount(2);
        features[0].OtherProperties["nearestFacility"].Text.Should().Be("militia-posts/A");
        features[0].OtherProperties["zoneName"].Text.Should().Be("Z");
        features.Sum(feature => Length(feature.Geometry)).Should().BeApproximately(Report.GapStretches.Sum(gap => gap.LengthMetres), 0.02);
    }

    [TestMethod]
    public void Areas_are_circles_around_their_facility()
    {
        OtherFeature[] features = [.. CoverageLayers.Of(Report, CoverageLayers.CoverageAreas)];

        features.Select(feature => feature.OtherProperties["radiusMetres"].Number).Should().Equal(9_000, 8_000);
        features[0].Name.Should().Be("Chốt A");
        foreach (Coordinate vertex in features[0].Geometry.Coordinates)
            Geodesic.Inverse(new GeoPoint(105.3, 22.05), new GeoPoint(vertex.X, vertex.Y)).DistanceMetres.Should().BeApproximately(9_000, 0.01);
    }

    [TestMethod]
    public void A_layer_that_is_not_derived_is_refused_by_name()
    {
        Action asking = () => _ = CoverageLayers.Of(Report, "posts").ToArray();

        asking.Should().Throw<ArgumentException>().WithMessage("*coverage, gaps, coverage-areas*");
    }

    private static double Length(Geometry line) =>
        line.Coordinates.Zip(line.Coordinates.Skip(1), (a, b) => Geodesic.Inverse(new GeoPoint(a.X, a.Y), new GeoPoint(b.X, b.Y)).DistanceMetres).Sum();
}
