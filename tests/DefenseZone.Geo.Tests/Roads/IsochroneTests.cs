using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Tests.Independent;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class IsochroneTests
{
    private const string IsValid = """
        import sys
        from shapely import wkt
        from shapely.validation import explain_validity
        for line in sys.stdin:
            area = wkt.loads(line)
            print('valid' if area.is_valid and not area.is_empty else explain_validity(area))
        """;

    private static readonly RoadNetworkOptions Walking36 = new() { WalkingKmh = 3.6 };

    [TestMethod]
    public void Roads_are_cut_at_the_exact_minute()
    {
        RoadNetwork network = RoadNetwork.Of(AsciiMap.Of("A---------B").Plan, Walking36);
        Isochrone isochrone = new IsochroneProblem(network, [new GeoPoint(105, 20)], [10]).Solve()[0];
        isochrone.RoadMetres.Should().BeApproximately(6000, 1e-3, "36 km/h for ten minutes");
        ReachedRoad road = isochrone.Roads.Should().ContainSingle().Subject;
        (road.ToFraction - road.FromFraction).Should().BeApproximately(6000 / network.Edge(0).LengthMetres, 1e-9);
    }

    [TestMethod]
    public void The_area_is_the_convex_hull_of_two_circles_along_one_road()
    {
        RoadNetwork network = RoadNetwork.Of(AsciiMap.Of("A------------------------------B").Plan, Walking36);
        Isochrone isochrone = new IsochroneProblem(network, [new GeoPoint(105, 20)], [30]).Solve()[0];

        // Radius 1,800 m about the start, 0 where the road ends after 18 km: hull of a circle and a point.
        const double r = 1800, d = 18_000;
        double angle = Math.Acos(r / d);
        double area = (r * r * (Math.PI - angle)) + (r * Math.Sqrt((d * d) - (r * r)));
        isochrone.AreaSquareMetres.Should().BeApproximately(area, 0.005 * area);
        isochrone.Area.IsValid.Should().BeTrue();
        isochrone.Area.NumGeometries.Should().Be(1);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Areas_are_valid_and_hold_what_is_reached_and_nothing_else(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 2);
        RoadNetwork network = RoadNetwork.Of(plan, Walking36);
        GeoPoint[] places = [.. plan.Facilities.Select(facility => new GeoPoint(facility.Location.X, facility.Location.Y))];
        Isochrone[] isochrones = [.. new IsochroneProblem(network, [.. places], [10, 20, 40]).Solve()];
        var random = new Random(seed);
        NetworkTimes times = network.Times([.. network.Entries(places).Select(entry => entry.Source)]);
        var samples = new List<(Ecef Place, double Seconds)>();
        for (int edge = 0; edge < network.EdgeCount; edge++)
        {
            for (int i = 0; i <= 100; i++)
                samples.Add((Ecef.Of(network.PointAt(edge, i / 100.0)), times.At(new NetworkPoint(edge, i / 100.0, default, 0, 0)).Seconds));
        }

        samples.AddRange(places.Select(place => (Ecef.Of(place), 0.0)));
        foreach (Isochrone isochrone in isochrones)
        {
            isochrone.Area.IsValid.Should().BeTrue();
            for (int i = 0; i < 200; i++)
            {
                var place = new GeoPoint(105 + (random.NextDouble() * 0.14), 20 + (random.NextDouble() * 0.07));
                double seconds = samples.Min(sample => sample.Seconds + sample.Place.DistanceMetresTo(Ecef.Of(place)));
                bool within = isochrone.Area.Intersects(Wgs84Geometry.Factory.CreatePoint(new Coordinate(place.LongitudeDegrees, place.LatitudeDegrees)));
                if (Math.Abs(seconds - (isochrone.Minutes * 60)) > 40)
                    within.Should().Be(seconds < isochrone.Minutes * 60, $"{seconds} s at {place}");
            }
        }

        Python.Run(IsValid, isochrones.Select(isochrone => isochrone.Area.AsText())).Should().OnlyContain(line => line == "valid", "GEOS has to think so too");
        isochrones.Select(one => one.AreaSquareMetres).Should().BeInAscendingOrder();
        isochrones.Select(one => one.RoadMetres).Should().BeInAscendingOrder();
    }

    [TestMethod]
    public void Road_that_is_drawn_twice_counts_once()
    {
        Coordinate a = new(105, 20), b = new(105.2, 20), c = new(105.4, 20), d = new(105.6, 20);
        PatrolRoad whole = AsciiMap.Road("whole", 36, a, d), part = AsciiMap.Road("part", 18, c.Copy(), b.Copy());
        RoadNetwork once = RoadNetwork.Of(Plan.Empty with { PatrolRoads = [whole] }), twice = RoadNetwork.Of(Plan.Empty with { PatrolRoads = [whole, part] });
        double metres = once.LengthMetres;
        metres.Should().BeApproximately(Geodesic.Inverse(new(105, 20), new(105.6, 20)).DistanceMetres, 0.1);
        twice.EdgeCount.Should().Be(4);
        twice.LengthMetres.Should().BeApproximately(metres, 1e-3);
        twice.ComponentLengthMetres(0).Should().BeApproximately(metres, 1e-3);
        double Reached(RoadNetwork network, double minutes) => new IsochroneProblem(network, [new GeoPoint(105, 20)], [minutes]) { StepMetres = 5_000 }.Solve()[0].RoadMetres;
        Reached(twice, 600).Should().BeApproximately(metres, 1e-3);

        // 50 minutes at 10 m/s: 30 km, of which the last 9 km are drawn twice.
        Reached(twice, 50).Should().BeApproximately(30_000, 0.1).And.BeApproximately(Reached(once, 50), 0.1);
    }

    [TestMethod]
    public void A_start_at_a_vertex_reaches_both_sides_and_what_takes_exactly_the_time_is_within_it()
    {
        AsciiMap map = AsciiMap.Of("A----B----C");
        RoadNetwork network = RoadNetwork.Of(map.Plan);
        double minutes = network.LengthMetres / 2 / 10 / 60;
        Isochrone isochrone = new IsochroneProblem(network, [new GeoPoint(105.05, 20)], [minutes]) { StepMetres = 1_000 }.Solve()[0];
        isochrone.RoadMetres.Should().BeApproximately(network.LengthMetres, 1e-6);
        isochrone.Roads.Should().HaveCount(2);
    }

    [TestMethod]
    public void Areas_over_the_antimeridian_are_cut_there()
    {
        RoadNetwork network = RoadNetwork.Of(
            Plan.Empty with { PatrolRoads = [AsciiMap.Road("west", 36, new(179.97, 10), new(180, 10)), AsciiMap.Road("east", 36, new(-180, 10), new(-179.97, 10))] }, Walking36);
        Isochrone isochrone = new IsochroneProblem(network, [new GeoPoint(180, 10)], [20]).Solve()[0];
        isochrone.Area.NumGeometries.Should().Be(2);
        isochrone.Area.EnvelopeInternal.MinX.Should().Be(-180);
        isochrone.Area.EnvelopeInternal.MaxX.Should().Be(180);
        isochrone.RoadMetres.Should().BeApproximately(2 * Geodesic.Inverse(new(179.97, 10), new(180, 10)).DistanceMetres, 0.01);
    }

    [TestMethod]
    public void Times_out_of_range_are_refused_and_nowhere_is_nothing()
    {
        RoadNetwork network = RoadNetwork.Of(AsciiMap.Of("A--B").Plan);
        FluentActions.Invoking(() => new IsochroneProblem(network, [new GeoPoint(105, 20)], [0]).Solve()).Should().Throw<ArgumentOutOfRangeException>();
        new IsochroneProblem(network, [], [10]).Solve()[0].Area.IsEmpty.Should().BeTrue();
    }
}
