using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Tests.Independent;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class ZoneAreaCoverTests
{
    private const string Vietnamese = "POLYGON ((106 21.5, 107 21.4, 107.3 22.2, 106.4 22.6, 105.8 22.1, 106 21.5), (106.4 21.9, 106.5 22, 106.6 21.9, 106.4 21.9))";
    private const string OverAntimeridian = "MULTIPOLYGON (((179 -17, 180 -17, 180 -16, 179.2 -16, 179 -17)), ((-180 -17, -179.3 -16.8, -179.5 -16, -180 -16, -180 -17)))";
    private const string Equatorial = "POLYGON ((-1 -1, 1 -1, 1 1, -1 1, -1 -1))";
    private const string Northern = "POLYGON ((20 69, 30 69, 30 71, 25 71.5, 20 71, 20 69))";
    private const string Country = "POLYGON ((100 10, 110 10, 110 23, 100 23, 100 10))";

    // GeographicLib's polygon area along geodesics between vertices a few hundred metres apart, over circles of
    // 1,440 geodesic vertices united by Shapely; where the zone lies across ±180 all longitudes count from there.
    private const string Script = """
        import sys, math
        from pyproj import Geod
        import shapely.wkt
        from shapely.geometry import Polygon, MultiPolygon
        from shapely.ops import unary_union
        geod = Geod(ellps='WGS84')
        lines = sys.stdin.read().splitlines()
        zone = shapely.wkt.loads(lines[0])
        shift = zone.bounds[0] == -180 and zone.bounds[2] == 180
        turn = lambda lon: lon % 360 if shift else lon
        def ring(coords):
            dense = []
            coords = list(coords)
            for (x1, y1), (x2, y2) in zip(coords, coords[1:]):
                n = max(1, math.ceil(math.hypot(x2 - x1, y2 - y1) / 0.004))
                dense += [(turn(x1 + (x2 - x1) * i / n), y1 + (y2 - y1) * i / n) for i in range(n)]
            return dense
        parts = list(zone.geoms) if zone.geom_type == 'MultiPolygon' else [zone]
        zone = unary_union([Polygon(ring(p.exterior.coords), [ring(h.coords) for h in p.interiors]) for p in parts])
        circles = []
        for line in lines[1:]:
            lon, lat, radius = map(float, line.split())
            n = 1440
            lons, lats, _ = geod.fwd([lon] * n, [lat] * n, [-360 * i / n for i in range(n)], [radius] * n)
            circles.append(Polygon([(turn(x), y) for x, y in zip(lons, lats)]))
        def area(shape):
            shapes = list(shape.geoms) if hasattr(shape, 'geoms') else [shape]
            total = 0
            for s in shapes:
                if s.geom_type != 'Polygon' or s.is_empty: continue
                total += abs(geod.polygon_area_perimeter(*s.exterior.coords.xy)[0])
                total -= sum(abs(geod.polygon_area_perimeter(*h.coords.xy)[0]) for h in s.interiors)
            return total
        print(repr(area(zone)), repr(area(unary_union(circles).intersection(zone)) if circles else 0.0))
        """;

    [TestMethod]
    [DataRow(Vietnamese, 40, 2_000.0, 15_000.0, DisplayName = "a province with a hole")]
    [DataRow(OverAntimeridian, 30, 5_000.0, 20_000.0, DisplayName = "over the antimeridian")]
    [DataRow(Equatorial, 20, 100.0, 50_000.0, DisplayName = "over the equator")]
    [DataRow(Northern, 30, 5_000.0, 50_000.0, DisplayName = "in the far north")]
    [DataRow(Country, 60, 10_000.0, 200_000.0, DisplayName = "a country")]
    public void Areas_are_those_of_geographiclib(string wkt, int count, double least, double most)
    {
        Geometry zone = Zone(wkt);
        CoverDisc[] discs = [.. Discs(zone, count, least, most)];

        (double area, double covered) = ZoneAreaCover.Measure(zone, [.. discs]);
        string[] answer = Python.Run(Script, [wkt, .. discs.Select(disc =>
            $"{IndependentTool.Text(disc.Centre.LongitudeDegrees)} {IndependentTool.Text(disc.Centre.LatitudeDegrees)} {IndependentTool.Text(disc.RadiusMetres)}")]);
        double[] expected = IndependentTool.Numbers(answer[0]);

        area.Should().BeApproximately(expected[0], 3e-8 * expected[0]);
        covered.Should().BeApproximately(expected[1], 5e-6 * expected[0]);
        covered.Should().BeInRange(0.05 * area, 0.95 * area, "the case shows something");
    }

    [TestMethod]
    public void One_circle_inside_covers_its_own_area()
    {
        // The area of a geodesic circle on a sphere of the mean curvature, 4πR² sin²(r/2R).
        var centre = new GeoPoint(106.5, 22.2);
        double curvature = Wgs84.MeanRadiusOfCurvatureMetres(22.2);
        double expected = 4 * Math.PI * curvature * curvature * Math.Pow(Math.Sin(10_000 / (2 * curvature)), 2);

        (_, double covered) = ZoneAreaCover.Measure(Zone(Vietnamese.Split(", (")[0] + ")"), [new CoverDisc(centre, 10_000)]);

        covered.Should().BeApproximately(expected, 1e-6 * expected);
    }

    [TestMethod]
    public void Nothing_reaches_it_and_everything_is_covered()
    {
        Geometry zone = Zone(Vietnamese);

        ZoneAreaCover.Measure(zone, []).CoveredSquareMetres.Should().Be(0);
        ZoneAreaCover.Measure(zone, [new CoverDisc(new GeoPoint(-70, -20), 10_000)]).CoveredSquareMetres.Should().Be(0);
        (double area, double covered) = ZoneAreaCover.Measure(zone, [new CoverDisc(new GeoPoint(106.5, 22), 300_000)]);
        covered.Should().BeApproximately(area, 1e-9 * area);
    }

    [TestMethod]
    public void The_ground_about_a_pole_is_measured_too()
    {
        // South of 80° south, drawn as RFC 7946 has to. The cap's area is a zone's of the ellipsoid, by pyproj.
        (double area, double covered) = ZoneAreaCover.Measure(
            Zone("POLYGON ((-180 -90, 180 -90, 180 -80, -180 -80, -180 -90))"), [new CoverDisc(new GeoPoint(77, -90), 200_000)]);
        string[] cap = Python.Run(
            """
            from pyproj import Geod
            lons = [i / 20 for i in range(7200)]
            print(Geod(ellps='WGS84').polygon_area_perimeter(lons, [-80] * 7200)[0])
            """,
            []);

        area.Should().BeApproximately(Math.Abs(IndependentTool.Numbers(cap[0])[0]), 1e-6 * area);
        covered.Should().BeApproximately(Math.PI * 200_000 * 200_000, 1e-3 * covered);
    }

    [TestMethod]
    public void A_zone_that_crosses_itself_still_has_an_area()
    {
        (double area, _) = ZoneAreaCover.Measure(Zone("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"), []);
        area.Should().BeGreaterThan(0);
    }

    [TestMethod]
    public void What_has_no_area_has_none_and_what_cannot_be_is_refused()
    {
        ZoneAreaCover.Measure(Zone("LINESTRING (0 0, 1 1)"), []).Should().Be((0, 0));
        ZoneAreaCover.Measure(Wgs84Geometry.Empty, []).Should().Be((0, 0));
        Geometry zone = Zone(Equatorial);
        ((Action)(() => ZoneAreaCover.Measure(zone, [new CoverDisc(new GeoPoint(0, 0), -5)]))).Should().Throw<ArgumentException>().WithMessage("*-5*");
        ((Action)(() => ZoneAreaCover.Measure(zone, [new CoverDisc(new GeoPoint(0, 100), 5)]))).Should().Throw<ArgumentException>().WithMessage("*100*");
        Geometry world = Zone("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))");
        ((Action)(() => ZoneAreaCover.Measure(world, []))).Should().Throw<ArgumentException>().WithMessage("*9000000*");
        ((Action)(() => ZoneAreaCover.Measure(zone, [new CoverDisc(new GeoPoint(0, 0), 5)], new CancellationToken(canceled: true))))
            .Should().Throw<OperationCanceledException>();
    }

    [TestMethod]
    public void A_report_gives_every_zone_of_its_plan_by_the_facilities_that_took_part()
    {
        var zones = ImmutableArray.Create(
            new DefensiveZone { Id = FeatureId.Of("west"), Level = ZoneLevel.Province, Geometry = Zone("POLYGON ((106 21, 107 21, 107 22, 106 22, 106 21))") },
            new DefensiveZone { Id = FeatureId.Of("east"), Level = ZoneLevel.Province, Geometry = Zone("POLYGON ((107 21, 108 21, 108 22, 107 22, 107 21))") });
        var plan = new Plan
        {
            DefensiveZones = zones,
            BorderSegments = [new BorderSegment { Id = FeatureId.Of(1), Geometry = Zone("LINESTRING (106 22, 108 22)") }],
            Facilities =
            [
                Post("a", 106.5, 21.5, LifecycleStatus.Existing),
                Post("b", 107.5, 21.5, LifecycleStatus.Retired),
                Post("c", 107, 21.5, LifecycleStatus.Existing),
            ],
        };

        ImmutableArray<ZoneArea> areas = ZoneAreaCover.Measure(new CoverageProblem(plan).Solve());

        areas.Select(area => area.Zone).Should().Equal(zones);
        double circle = Math.PI * 10_000 * 10_000;
        areas[0].CoveredSquareMetres.Should().BeApproximately(1.5 * circle, 1e-3 * circle);
        areas[1].CoveredSquareMetres.Should().BeApproximately(0.5 * circle, 1e-3 * circle, "the retired post counts for nothing");
        areas[0].CoverageRatio.Should().BeApproximately(areas[0].CoveredSquareMetres / areas[0].AreaSquareMetres, 1e-15);
    }

    private static Facility Post(string id, double longitude, double latitude, LifecycleStatus status) => new()
    {
        Id = FeatureId.Of(id),
        Kind = FacilityKind.MilitiaPost,
        Status = status,
        CoverageRadiusMetres = 10_000,
        Geometry = Wgs84Geometry.Factory.CreatePoint(new Coordinate(longitude, latitude)),
    };

    private static Geometry Zone(string wkt) => new WKTReader(Wgs84Geometry.Factory.GeometryServices).Read(wkt);

    /// <summary>Circles about places in and near the zone.</summary>
    private static IEnumerable<CoverDisc> Discs(Geometry zone, int count, double least, double most)
    {
        var random = new Random(count);
        Coordinate[] corners = zone.Coordinates;
        for (int i = 0; i < count; i++)
        {
            Coordinate from = corners[random.Next(corners.Length)], to = corners[random.Next(corners.Length)];
            double longitude = to.X - from.X is > 180 or < -180 ? from.X : from.X + (random.NextDouble() * (to.X - from.X));
            double latitude = from.Y + (random.NextDouble() * (to.Y - from.Y));
            yield return new CoverDisc(new GeoPoint(longitude, latitude), least + (random.NextDouble() * (most - least)));
        }
    }
}
