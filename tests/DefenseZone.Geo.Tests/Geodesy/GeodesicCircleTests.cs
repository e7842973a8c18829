using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Tests.Independent;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Geodesy;

[TestClass]
public sealed class GeodesicCircleTests
{
    [TestMethod]
    [DataRow(106.7, 21.85, 5_000.0, 1, DisplayName = "an ordinary circle")]
    [DataRow(179.99, -16.0, 50_000.0, 2, DisplayName = "over the antimeridian")]
    [DataRow(-179.9, 70.0, 300_000.0, 2, DisplayName = "over the antimeridian from the east")]
    [DataRow(0.0, 90.0, 50_000.0, 1, DisplayName = "about the north pole")]
    [DataRow(45.0, -89.9, 50_000.0, 1, DisplayName = "about a place near the south pole")]
    [DataRow(100.0, 80.0, 3_000_000.0, 1, DisplayName = "over the north pole and far beyond")]
    [DataRow(106.0, 89.5, 55_845.0, 2, DisplayName = "close past the pole, outside")]
    [DataRow(106.0, 89.5, 55_848.0, 1, DisplayName = "close past the pole, inside")]
    [DataRow(0.0, 0.0, 12_000_000.0, 0, DisplayName = "both poles inside")]
    [DataRow(180.0, 10.0, 15_000_000.0, 0, DisplayName = "both poles inside, over the antimeridian")]
    [DataRow(0.0, 0.0, 9_000_000.0, 1, DisplayName = "nearly half the Earth")]
    public void Its_polygon_holds_what_is_within_the_radius_and_nothing_else(double longitude, double latitude, double radius, int parts)
    {
        var centre = new GeoPoint(longitude, latitude);

        Geometry outline = GeodesicCircle.Outline(centre, radius, 360);

        outline.IsValid.Should().BeTrue();
        outline.SRID.Should().Be(4326);
        outline.EnvelopeInternal.MinX.Should().BeGreaterThanOrEqualTo(-180);
        outline.EnvelopeInternal.MaxX.Should().BeLessThanOrEqualTo(180);
        outline.EnvelopeInternal.MaxY.Should().BeLessThanOrEqualTo(90);
        outline.EnvelopeInternal.MinY.Should().BeGreaterThanOrEqualTo(-90);
        if (parts > 0)
            outline.NumGeometries.Should().Be(parts);
        for (int i = 0; i < outline.NumGeometries; i++)
        {
            var polygon = (Polygon)outline.GetGeometryN(i);
            ((LinearRing)polygon.ExteriorRing).IsCCW.Should().BeTrue();
            polygon.InteriorRings.Should().NotContain(ring => ((LinearRing)ring).IsCCW);
        }

        // By geod: places at 0.5 % inside and outside of the radius in all directions, and anywhere.
        var random = new Random(21);
        var places = GeodesicPairs.Anywhere(500, seed: 22).Select(pair => pair.From).ToList();
        for (int i = 0; i < 500; i++)
            places.Add(Geodesic.Direct(centre, 360 * random.NextDouble(), radius * 2 * random.NextDouble()));
        GeodesicLine[] lines = Proj.GeodInverse(places.Select(place => (centre, place)));
        var locator = new IndexedPointInAreaLocator(outline);
        int inside = 0;
        for (int i = 0; i < places.Count; i++)
        {
            if (Math.Abs(lines[i].DistanceMetres - radius) < 0.005 * radius)
                continue;
            bool within = lines[i].DistanceMetres < radius;
            inside += within ? 1 : 0;
            (locator.Locate(new Coordinate(places[i].LongitudeDegrees, places[i].LatitudeDegrees)) != Location.Exterior)
                .Should().Be(within, "{0} is {1} m away", places[i], lines[i].DistanceMetres);
        }

        inside.Should().BeGreaterThan(100);
    }

    [TestMethod]
    public void A_circle_exactly_through_the_pole_is_still_a_valid_polygon()
    {
        foreach (double latitude in new[] { 89.0, 60, 0, -45 })
        {
            var centre = new GeoPoint(30, latitude);
            double toPole = Geodesic.Inverse(centre, new GeoPoint(0, 90)).DistanceMetres;

            Geometry outline = GeodesicCircle.Outline(centre, toPole, 72);

            outline.IsValid.Should().BeTrue();
            outline.Covers(outline.Factory.CreatePoint(new Coordinate(30, latitude))).Should().BeTrue();
            outline.EnvelopeInternal.MaxY.Should().BeApproximately(90, 1e-6);
        }
    }

    [TestMethod]
    public void Its_area_is_that_of_the_circle_by_geographiclib()
    {
        // With many vertices the polygon's area is the circle's; pyproj measures it along geodesic edges.
        const string Script = """
            import sys
            from pyproj import Geod
            lons, lats = zip(*[map(float, line.split()) for line in sys.stdin])
            print(Geod(ellps='WGS84').polygon_area_perimeter(lons, lats)[0])
            """;
        Geometry outline = GeodesicCircle.Outline(new GeoPoint(106.7, 21.85), 5_000, 3_600);

        string[] answer = Python.Run(Script, outline.Coordinates.Select(c => $"{IndependentTool.Text(c.X)} {IndependentTool.Text(c.Y)}"));

        IndependentTool.Numbers(answer[0])[0].Should().BeApproximately(Math.PI * 5_000 * 5_000, 500, "and counter-clockwise is positive");
    }

    [TestMethod]
    public void Too_few_vertices_or_too_wide_a_radius_are_refused()
    {
        ((Action)(() => GeodesicCircle.Outline(new GeoPoint(0, 0), 100, 7))).Should().Throw<ArgumentException>();
        ((Action)(() => GeodesicCircle.Outline(new GeoPoint(0, 0), -1, 72))).Should().Throw<ArgumentException>();
        ((Action)(() => GeodesicCircle.Outline(new GeoPoint(0, 95), 1, 72))).Should().Throw<ArgumentException>();
    }
}
