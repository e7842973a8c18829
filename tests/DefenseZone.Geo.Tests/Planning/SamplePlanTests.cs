using System.Security.Cryptography;
using System.Text;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace DefenseZone.Geo.Tests.Planning;

[TestClass]
public sealed class SamplePlanTests
{
    private static readonly Dictionary<SampleSize, Plan> Plans = [];

    [TestMethod]
    [DataRow(SampleSize.Small, 5_000, 60, 20, 2_000, 200)]
    [DataRow(SampleSize.Medium, 50_000, 500, 200, 50_000, 2_000)]
    [DataRow(SampleSize.Large, 150_000, 5_000, 2_000, 300_000, 20_000)]
    public void Holds_as_many_features_as_its_size_says(
        SampleSize size, int vertices, int posts, int communes, int roads, int candidates)
    {
        Plan plan = PlanOf(size);

        Border(plan).Length.Should().Be(vertices);
        plan.Facilities.Count(facility => facility.Kind == FacilityKind.MilitiaPost).Should().Be(posts);
        plan.DefensiveZones.Count(zone => zone.Level == ZoneLevel.Commune).Should().Be(communes);
        plan.PatrolRoads.Should().HaveCount(roads);
        plan.CandidateSites.Should().HaveCount(candidates);
        foreach (string layer in plan.LayerNames)
            plan.Layer(layer).Select(feature => feature.Id).Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    [DataRow(SampleSize.Small, 250e3)]
    [DataRow(SampleSize.Medium, 1_500e3)]
    [DataRow(SampleSize.Large, 4_600e3)]
    public void The_border_is_as_long_on_the_ground_as_its_size_says(SampleSize size, double metres)
    {
        Coordinate[] border = Border(PlanOf(size));

        double length = 0;
        for (int i = 1; i < border.Length; i++)
            length += ChordMetres(border[i - 1], border[i]);
        length.Should().BeInRange(0.98 * metres, 1.02 * metres);
    }

    [TestMethod]
    [DataRow(SampleSize.Small)]
    [DataRow(SampleSize.Medium)]
    [DataRow(SampleSize.Large)]
    public void The_border_is_one_line_that_does_not_cross_itself(SampleSize size)
    {
        Plan plan = PlanOf(size);

        plan.BorderSegments.Should().HaveCount(10);
        for (int i = 1; i < plan.BorderSegments.Length; i++)
            plan.BorderSegments[i].Geometry.Coordinates[0].Should().Be(plan.BorderSegments[i - 1].Geometry.Coordinates[^1]);
        LineString line = Wgs84Geometry.Factory.CreateLineString(Border(plan));
        line.IsSimple.Should().BeTrue();
        line.EnvelopeInternal.Should().Match<Envelope>(box => new Envelope(102, 108, 8, 24).Contains(box));
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(77)]
    [DataRow(-5)]
    public void The_border_of_any_seed_is_simple(int seed)
    {
        Plan plan = SamplePlan.Generate(SampleSize.Medium, seed);

        Wgs84Geometry.Factory.CreateLineString(Border(plan)).IsSimple.Should().BeTrue();
    }

    [TestMethod]
    [DataRow(SampleSize.Small)]
    [DataRow(SampleSize.Large)]
    public void Communes_tile_the_corridor_and_the_border_stays_inside(SampleSize size)
    {
        Plan plan = PlanOf(size);
        DefensiveZone[] communes = [.. plan.DefensiveZones.Where(zone => zone.Level == ZoneLevel.Commune)];

        communes.Should().OnlyContain(zone => zone.Geometry.IsValid);
        Geometry corridor = CoverageUnion.Union(
            Wgs84Geometry.Factory.CreateMultiPolygon([.. communes.Select(zone => (Polygon)zone.Geometry)]));
        // Were a side not shared exactly, the union would keep it and not be valid, or the areas would not agree.
        corridor.IsValid.Should().BeTrue();
        corridor.Area.Should().BeApproximately(communes.Sum(zone => zone.Geometry.Area), 1e-9);
        var prepared = NetTopologySuite.Geometries.Prepared.PreparedGeometryFactory.Prepare(corridor);
        plan.BorderSegments.Should().OnlyContain(segment => prepared.ContainsProperly(segment.Geometry));
    }

    [TestMethod]
    public void Wider_zones_are_made_of_the_narrower_ones_that_name_them()
    {
        Plan plan = PlanOf(SampleSize.Medium);
        ILookup<FeatureId, DefensiveZone> children = plan.DefensiveZones.ToLookup(zone => zone.Parent);

        DefensiveZone[] wider = [.. plan.DefensiveZones.Where(zone => zone.Level != ZoneLevel.Commune)];
        wider.Should().HaveCount(24);
        foreach (DefensiveZone zone in wider)
        {
            children[zone.Id].Should().NotBeEmpty().And.OnlyContain(child => child.Level == zone.Level + 1);
            zone.Geometry.IsValid.Should().BeTrue();
            zone.Geometry.Area.Should().BeApproximately(children[zone.Id].Sum(child => child.Geometry.Area), 1e-10);
        }
    }

    [TestMethod]
    public void Posts_and_candidate_sites_are_within_eight_kilometres_of_the_border()
    {
        Plan plan = PlanOf(SampleSize.Small);
        Coordinate[] border = Border(plan);

        foreach (Facility post in plan.Facilities.Where(facility => facility.Kind == FacilityKind.MilitiaPost))
        {
            post.CoverageRadiusMetres.Should().BeInRange(2_000, 10_000);
            border.Min(vertex => ChordMetres(vertex, post.Location)).Should().BeLessThan(8_001);
        }

        foreach (CandidateSite site in plan.CandidateSites)
        {
            site.CoverageRadiusMetres.Should().BeInRange(2_000, 10_000);
            border.Min(vertex => ChordMetres(vertex, site.Geometry.Coordinate)).Should().BeLessThan(8_001);
        }
    }

    [TestMethod]
    public void Roads_make_one_network()
    {
        Plan plan = PlanOf(SampleSize.Medium);
        ILookup<Coordinate, Coordinate> neighbours = plan.PatrolRoads
            .Select(road => (From: road.Geometry.Coordinates[0], To: road.Geometry.Coordinates[^1]))
            .SelectMany(road => new[] { road, (From: road.To, To: road.From) })
            .ToLookup(road => road.From, road => road.To);

        var reached = new HashSet<Coordinate>();
        var front = new Stack<Coordinate>([neighbours.First().Key]);
        while (front.TryPop(out Coordinate? junction))
        {
            if (!reached.Add(junction))
                continue;
            foreach (Coordinate next in neighbours[junction])
                front.Push(next);
        }

        reached.Should().HaveCount(neighbours.Count);
        plan.Facilities.Where(facility => facility.Kind == FacilityKind.CombatBase)
            .Should().HaveCount(20).And.OnlyContain(combatBase => neighbours.Contains(combatBase.Location));
    }

    // The digests are part of what is promised: a seed gives the same plan on every machine, and tomorrow.
    [TestMethod]
    [DataRow(SampleSize.Small, 1, "D16CED89FF8BD8CF")]
    [DataRow(SampleSize.Small, 2, "89FAC99105B626BC")]
    [DataRow(SampleSize.Large, 1, "D3D049F366616094")]
    public void A_seed_always_gives_the_same_plan(SampleSize size, int seed, string digest)
    {
        Plan plan = seed == 1 ? PlanOf(size) : SamplePlan.Generate(size, seed);

        Digest(plan).Should().Be(digest);
    }

    [TestMethod]
    public void Generation_stops_when_asked_to()
    {
        FluentActions.Invoking(() => SamplePlan.Generate(SampleSize.Small, 1, null, new CancellationToken(canceled: true)))
            .Should().Throw<OperationCanceledException>();
    }

    [TestMethod]
    public void A_size_that_is_none_is_refused()
    {
        FluentActions.Invoking(() => SamplePlan.Generate((SampleSize)9, 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Plan PlanOf(SampleSize size)
    {
        lock (Plans)
        {
            if (!Plans.TryGetValue(size, out Plan? plan))
                Plans[size] = plan = SamplePlan.Generate(size, seed: 1);
            return plan;
        }
    }

    private static Coordinate[] Border(Plan plan) =>
    [
        plan.BorderSegments[0].Geometry.Coordinate,
        .. plan.BorderSegments.SelectMany(segment => segment.Geometry.Coordinates.Skip(1)),
    ];

    private static double ChordMetres(Coordinate from, Coordinate to)
    {
        Ecef a = Ecef.Of(new GeoPoint(from.X, from.Y));
        Ecef b = Ecef.Of(new GeoPoint(to.X, to.Y));
        return Math.Sqrt(((b.X - a.X) * (b.X - a.X)) + ((b.Y - a.Y) * (b.Y - a.Y)) + ((b.Z - a.Z) * (b.Z - a.Z)));
    }

    private static string Digest(Plan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (PlanFeature feature in plan.LayerNames.SelectMany(plan.Layer))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(feature.Id.Text));
            foreach (Coordinate vertex in feature.Geometry.Coordinates)
                hash.AppendData([.. BitConverter.GetBytes(vertex.X), .. BitConverter.GetBytes(vertex.Y)]);
            foreach ((string name, PropertyValue value) in feature.AllProperties())
                hash.AppendData(Encoding.UTF8.GetBytes($"{name}={value}"));
        }

        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
