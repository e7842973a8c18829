using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Rendering.Charts;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Tests.Coverage;

namespace DefenseZone.Geo.Tests.Siting;

/// <summary>Problems that make no sense, candidates that are made, and the curve of cost and coverage.</summary>
[TestClass]
public sealed class SitingInputTests
{
    private static readonly Plan Small = SamplePlan.Generate(SampleSize.Small, 5);

    [TestMethod]
    public void All_that_is_wrong_is_said_at_once()
    {
        CandidateSite site = Small.CandidateSites[0];
        var problem = new SitingProblem(Small)
        {
            Candidates = [site with { Cost = -1 }, site, Small.CandidateSites[1] with { CoverageRadiusMetres = 0 }],
            Required = [FeatureId.Of("nobody"), site.Id],
            Forbidden = [site.Id],
            Budget = double.NaN,
            ZoneLimits = [new ZoneLimit(FeatureId.Of("nowhere"))],
            SegmentWeights = [new SegmentWeight(FeatureId.Of("no segment"), -2)],
            ExclusiveGroups = [new ExclusiveGroup([site.Id], 0)],
            Changes = [new FacilityChange(FacilityKind.MilitiaPost, FeatureId.Of("no post"))],
            Objective = new BackupCover { Weight = 2 },
            Limits = new SitingLimits { Time = TimeSpan.Zero, RelativeGap = 1 },
        };

        Action solving = () => problem.Solve();
        ImmutableArray<string> faults = solving.Should().Throw<SitingProblemException>().Which.Faults;
        foreach (string part in (string[])
            [
                "different ids", "negative", "coverage radius", "'nobody'", "both required and forbidden", "budget must be", "'nowhere'",
                "demands nothing", "'no segment'", "must be 0 or more; it is -2", "fewer than two", "no post", "allows nothing", "weight of backup", "time limit", "relative gap",
            ])
        {
            faults.Should().Contain(fault => fault.Contains(part, StringComparison.Ordinal), part);
        }
    }

    [TestMethod]
    public void Contradictions_are_named()
    {
        var problem = new SitingProblem(Small) { MaximumSites = 1, Budget = 1, Required = [Small.CandidateSites[0].Id, Small.CandidateSites[1].Id] };
        problem.FindFaults().Should().HaveCount(2)
            .And.Contain("2 candidates are required, but only 1 may be chosen.")
            .And.Contain(fault => fault.StartsWith("The required candidates cost", StringComparison.Ordinal));
        new SitingProblem(Small with { CandidateSites = [] }) { MaximumSites = 1 }.FindFaults()
            .Should().ContainSingle().Which.Should().Contain("There are no candidates");
        new SitingProblem(Small)
        {
            MaximumSites = 1,
            Objective = new ShortestLongestGap(),
            ZoneLimits = [new ZoneLimit(Small.DefensiveZones[0].Id) { MinimumCoverage = 0.5 }],
            SegmentWeights = [new SegmentWeight(Small.BorderSegments[0].Id, 2)],
        }.FindFaults().Should().HaveCount(2).And.Contain(fault => fault.Contains("takes no share", StringComparison.Ordinal));
        new SitingProblem(Small).FindFaults().Should().ContainSingle().Which.Should().Contain("needs a number of sites, a budget, or both");
    }

    [TestMethod]
    public void Candidates_are_made_along_border_and_roads_but_not_in_forbidden_areas()
    {
        Plan plan = Given.Border("LINESTRING(105 10, 105 10.1)") with
        {
            PatrolRoads = [new PatrolRoad { Id = FeatureId.Of("R"), Geometry = Given.Geometry("LINESTRING(105.02 10.05, 105.2 10.05)") }],
        };
        var generation = new CandidateGeneration(plan)
        {
            BorderSpacingMetres = 1000,
            RoadSpacingMetres = 500,
            RoadsWithinMetres = 4000,
            CoverageRadiusMetres = 800,
            Cost = 7,
            Places = [new GeoPlace("height-1", 105.01, 10.02)],
        };
        ImmutableArray<CandidateSite> sites = generation.Generate();
        BorderLine border = BorderLine.Of(plan);

        sites.Count(site => site.Id.Text.StartsWith("border-", StringComparison.Ordinal)).Should().Be(11, "11.06 km of border at a kilometre each");
        CandidateSite[] onRoad = [.. sites.Where(site => site.Id.Text.StartsWith("road-", StringComparison.Ordinal))];
        onRoad.Should().HaveCount(4, "the road begins 2.19 km from the border, and a site stands every 500 m up to 4 km from it");
        onRoad.Should().OnlyContain(site => border.Nearest(new(site.Geometry.Coordinate.X, site.Geometry.Coordinate.Y)).DistanceMetres <= 4000);
        sites.Should().OnlyContain(site => site.Cost == 7 && site.CoverageRadiusMetres == 800);
        sites[^1].Id.Text.Should().Be("height-1");

        ImmutableArray<CandidateSite> allowed =
            (generation with { ForbiddenAreas = [Given.Geometry("POLYGON((104.9 10.049, 105.3 10.049, 105.3 10.2, 104.9 10.2, 104.9 10.049))")] }).Generate();
        allowed.Should().OnlyContain(site => site.Geometry.Coordinate.Y < 10.049).And.HaveCountLessThan(sites.Length);
        ((Action)(() => (generation with { BorderSpacingMetres = 0 }).Generate())).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestMethod]
    public void The_curve_has_the_optimum_of_each_number_and_a_knee()
    {
        var problem = new SitingProblem(Small) { IgnoreExisting = true };
        CostCoverageCurve curve = CostCoverageCurve.Of(problem, 9);

        curve.IsProven.Should().BeTrue();
        curve.Points.Select(point => point.Sites).Should().Equal(Enumerable.Range(0, 10));
        curve.Points.Select(point => point.CoveredMetres).Should().BeInAscendingOrder();
        foreach (CurvePoint point in curve.Points.Skip(1))
            point.CoveredMetres.Should().BeApproximately((problem with { MaximumSites = point.Sites }).Solve().CoveredMetres, 1e-3);
        curve.KneeSites.Should().BeInRange(1, 8);

        string svg = CoverageCurveChart.Svg(curve, new CoverageCurveLabels("Sites & cover", "sites", "km", "knee {0}"), Quantities.English);
        System.Xml.Linq.XDocument chart = System.Xml.Linq.XDocument.Parse(svg);
        chart.Root!.Elements().First().Value.Should().Be("Sites & cover");
        chart.Descendants().Count(element => element.Name.LocalName == "circle").Should().Be(11, "a point each, and the knee");
        chart.Descendants().Should().Contain(element => element.Value == $"knee {curve.KneeSites}");
        chart.Descendants().Should().NotContain(element => element.Value == Quantities.English.Fixed(-0.0, 0) && element.Value != "0");
        CoverageCurveChart.Places(curve).Should().HaveCount(10).And.OnlyContain(place => place.X >= 56 && place.X <= 464 && place.Y >= 24 && place.Y <= 220);
        CoverageCurveChart.Svg(curve, new CoverageCurveLabels("t", "VND", "km", "k"), Quantities.Vietnamese, byCost: true).Should().Contain("VND");
    }
}
