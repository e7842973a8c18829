using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Roads;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

[TestClass]
public sealed class ResponseTests
{
    private static readonly RoadNetworkOptions Walking36 = new() { WalkingKmh = 3.6 };

    private static Facility Base(string id, Coordinate at) => new()
    {
        Id = FeatureId.Of(id),
        Kind = FacilityKind.CombatBase,
        Geometry = Wgs84Geometry.Factory.CreatePoint(at.Copy()),
    };

    private static Plan Plan(AsciiMap map, string border, params Facility[] bases) => map.Plan with
    {
        BorderSegments = [new BorderSegment { Id = FeatureId.Of("B"), Geometry = Coverage.Given.Geometry(border) }],
        Facilities = [.. bases],
    };

    [TestMethod]
    public void Along_a_road_beside_the_border_the_time_is_that_of_the_road_and_of_the_slanting_walk()
    {
        // A road at 36 km/h, a border 1 km beside it, walking at 3.6 km/h: one leaves the road early, at the critical angle.
        AsciiMap map = AsciiMap.Of("A--------------------B");
        const double beside = 0.009;
        // Both are drawn along a parallel: the border in short steps, as between far vertices it is a geodesic.
        string border = $"LINESTRING ({string.Join(", ", Enumerable.Range(0, 43).Select(i => FormattableString.Invariant($"{105 + (i * 0.005)} {20 + beside}")))})";
        ResponseReport report = new ResponseProblem(Plan(map, border, Base("1", map['A']))) { Roads = Walking36 }.Solve();
        double metres = Geodesic.Inverse(new(105.1, 20), new(105.1, 20 + beside)).DistanceMetres;
        double along = Geodesic.Inverse(new(105, 20 + beside), new(105.1, 20 + beside)).DistanceMetres;
        double chainage = report.Border.Nearest(new(105.1, 20 + beside)).ChainageMetres;
        ResponseAt at = report.At(chainage);

        // t = k x + y √(c² − k²)
        at.Seconds.Should().BeApproximately((along / 10) + (metres * Math.Sqrt(1 - 0.01)), 1.5);
        at.WalkMetres.Should().BeApproximately(metres / Math.Sqrt(1 - 0.01), 2);
        report.At(0).Seconds.Should().BeApproximately(metres, 1.5, "there one walks from the base itself");
        report.Stretches.Should().OnlyContain(stretch => stretch.Facility == 0);
        report.Stretches.Sum(stretch => stretch.LengthMetres).Should().BeApproximately(report.Border.LengthMetres, 1e-6);
    }

    [TestMethod]
    public void Coverage_within_a_time_ends_where_the_profile_has_that_time()
    {
        AsciiMap map = AsciiMap.Of("A----B----C");
        Plan plan = Plan(map, "LINESTRING (104.95 20.01, 105.15 20.01)", Base("1", map['B']));
        ResponseReport report = new ResponseProblem(plan) { Roads = Walking36 }.Solve();
        var stretches = new CoverageProblem(plan)
        {
            Model = new ResponseCoverage(25) { Roads = Walking36 },
            Facilities = new FacilityFilter { Kinds = [FacilityKind.CombatBase] },
        }.Solve().Stretches.Where(stretch => stretch.Depth == 1).ToList();
        stretches.Should().ContainSingle();
        report.At(stretches[0].FromMetres).Seconds.Should().BeApproximately(25 * 60, 0.02);
        report.At(stretches[0].ToMetres).Seconds.Should().BeApproximately(25 * 60, 0.02);
        report.ReachedWithin(25).Should().ContainSingle().Which.FromMetres.Should().BeApproximately(stretches[0].FromMetres, 0.02);
    }

    [TestMethod]
    public void Response_coverage_asks_combat_bases_where_no_kind_is_named()
    {
        AsciiMap map = AsciiMap.Of("A----B");
        Plan plan = Plan(map, "LINESTRING (105 20.01, 105.05 20.01)", Base("1", map['A']), Coverage.Given.Post("post", 105.05, 20, 5000));
        CoverageReport report = new CoverageProblem(plan) { Model = new ResponseCoverage(60) { Roads = Walking36 } }.Solve();
        report.ConsideredFacilities.Should().ContainSingle().Which.Kind.Should().Be(FacilityKind.CombatBase);
        report.CoveredMetres.Should().BeApproximately(report.BorderMetres, 1e-6);
    }

    [TestMethod]
    public void A_closed_road_sends_everybody_round_or_on_foot()
    {
        AsciiMap map = AsciiMap.Of(
            """
            A---------B
            |         |
            C---------D
            """);
        Plan plan = Plan(map, "LINESTRING (105.09 20.01, 105.11 20.01)", Base("1", map['A']));
        var problem = new ResponseProblem(plan) { Roads = Walking36 };
        double before = problem.Solve().At(1000).Seconds;
        double after = (problem with { Closure = new RoadClosure { Roads = [FeatureId.Of("AB")] } }).Solve().At(1000).Seconds;
        double down = Geodesic.Inverse(new(105, 20), new(105, 19.98)).DistanceMetres;

        // Coming from the south one leaves the road at its corner, not on the slant: some seconds more than the way down and up.
        (after - before).Should().BeInRange(2 * down / 10, (2 * down / 10) + 15);
        FluentActions.Invoking(() => (problem with { Closure = new RoadClosure { Roads = [FeatureId.Of("XY")], HazardKinds = ["flood"] } }).Solve())
            .Should().Throw<ArgumentException>().WithMessage("*'XY'*'flood'*");
    }

    [TestMethod]
    public void A_hazard_area_closes_what_passes_through_it()
    {
        AsciiMap map = AsciiMap.Of(
            """
            A---------B
            |         |
            C---------D
            """);
        Plan plan = Plan(map, "LINESTRING (105.09 20.01, 105.11 20.01)", Base("1", map['A'])) with
        {
            HazardAreas =
            [
                new HazardArea { Id = FeatureId.Of(1), Kind = "Flood", Season = "wet", Geometry = Coverage.Given.Geometry("POLYGON ((105.04 19.995, 105.05 19.995, 105.05 20.005, 105.04 20.005, 105.04 19.995))") },
            ],
        };
        RoadNetwork network = RoadNetwork.Of(plan).Without(plan, new RoadClosure { HazardKinds = ["flood"] });
        Enumerable.Range(0, network.EdgeCount).Where(network.IsClosed).Select(edge => network.Roads[network.Edge(edge).Road].Id.Text).Should().BeEquivalentTo("AB");
        Plan seasonal = plan with { HazardAreas = [.. plan.HazardAreas, plan.HazardAreas[0] with { Id = FeatureId.Of(2), Kind = "landslide", Season = "dry", Geometry = Coverage.Given.Geometry("POLYGON ((106 20, 106.1 20, 106.1 20.1, 106 20))") }] };
        RoadNetwork.Of(seasonal).Without(seasonal, new RoadClosure { HazardKinds = ["all"], HazardSeasons = ["dry"] }).HasClosures.Should().BeFalse("only the one far off is of the dry season");
        RoadNetwork.Of(seasonal).Without(seasonal, new RoadClosure { HazardKinds = ["all"], HazardSeasons = ["WET"] }).HasClosures.Should().BeTrue();
        FluentActions.Invoking(() => RoadNetwork.Of(seasonal).Without(seasonal, new RoadClosure { HazardKinds = ["fire"], HazardSeasons = ["monsoon"] }))
            .Should().Throw<ArgumentException>().WithMessage("*'fire'*Flood, landslide*'monsoon'*dry, wet*");
    }

    [TestMethod]
    public void Without_roads_or_bases_the_answer_says_so()
    {
        AsciiMap none = AsciiMap.Of("A");
        ResponseReport onFoot = new ResponseProblem(Plan(none, "LINESTRING (105 20.01, 105.01 20.01)", Base("1", none['A']))) { Roads = Walking36 }.Solve();
        onFoot.At(0).Seconds.Should().BeApproximately(1107, 1, "without roads one walks all the way");
        onFoot.Joins[0].Should().BeNull();
        ResponseReport nobody = new ResponseProblem(Plan(AsciiMap.Of("A--B"), "LINESTRING (105 20.01, 105.01 20.01)")).Solve();
        nobody.Stretches.Should().ContainSingle().Which.MostSeconds.Should().Be(double.PositiveInfinity);
        nobody.MetresWithin(600).Should().Be(0);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void The_profile_is_the_least_time_over_finely_sampled_roads(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 3);
        ResponseReport report = new ResponseProblem(plan) { Roads = Walking36 }.Solve();
        RoadNetwork network = report.Network;
        var samples = new List<(Ecef Place, double Seconds)>();
        for (int edge = 0; edge < network.EdgeCount; edge++)
        {
            RoadEdge road = network.Edge(edge);
            int pieces = (int)Math.Ceiling(road.LengthMetres / 5);
            for (int i = 0; i <= pieces; i++)
            {
                double fraction = (double)i / pieces;
                samples.Add((Ecef.Of(network.PointAt(edge, fraction)), report.Times.At(new NetworkPoint(edge, fraction, default, 0, 0)).Seconds));
            }
        }

        samples.AddRange(report.Facilities.Select(facility => (Ecef.Of(new GeoPoint(facility.Location.X, facility.Location.Y)), 0.0)));
        for (double chainage = 0; chainage < report.Border.LengthMetres; chainage += 97)
        {
            var place = Ecef.Of(report.Border.PointAt(chainage));
            double least = samples.Min(sample => sample.Seconds + sample.Place.DistanceMetresTo(place));
            double seconds = report.At(chainage).Seconds;
            seconds.Should().BeLessThanOrEqualTo(least + 0.02, $"at {chainage} of seed {seed}");
            seconds.Should().BeGreaterThanOrEqualTo(least - 5, $"at {chainage} of seed {seed}");
        }
    }

    [TestMethod]
    [DataRow(1, 20)]
    [DataRow(2, 35)]
    [DataRow(3, 60)]
    [DataRow(4, 90)]
    public void The_union_of_what_each_base_covers_is_what_the_profile_reaches(int seed, double minutes)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 3);
        ResponseReport report = new ResponseProblem(plan) { Roads = Walking36 }.Solve();
        CoverageReport coverage = new CoverageProblem(plan) { Model = new ResponseCoverage(minutes) { Roads = Walking36 } }.Solve();
        coverage.CoveredMetres.Should().BeApproximately(report.MetresWithin(minutes), 0.1);
        foreach (BorderStretch stretch in report.ReachedWithin(minutes))
        {
            report.At((stretch.FromMetres + stretch.ToMetres) / 2).Seconds.Should().BeLessThanOrEqualTo((minutes * 60) + 0.02);
            if (stretch.FromMetres > 0)
                report.At(stretch.FromMetres).Seconds.Should().BeApproximately(minutes * 60, 0.05);
        }
    }

    [TestMethod]
    public void The_sample_has_no_holes_in_its_profile()
    {
        ResponseReport report = new ResponseProblem(SamplePlan.Generate(SampleSize.Small, 1)).Solve();
        double reached = 0;
        foreach (ResponseStretch stretch in report.Stretches)
        {
            stretch.FromMetres.Should().Be(reached);
            stretch.MostSeconds.Should().BeLessThan(double.PositiveInfinity);
            stretch.Facility.Should().BeGreaterThanOrEqualTo(0);
            reached = stretch.ToMetres;
        }

        reached.Should().Be(report.Border.LengthMetres);
    }
}
