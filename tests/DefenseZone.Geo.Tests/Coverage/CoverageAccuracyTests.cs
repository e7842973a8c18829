using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class CoverageAccuracyTests
{
    [TestMethod]
    [DataRow("northern border of Vietnam", 105.0, 22.5, 60.0)]
    [DataRow("equator", -60.0, 0.0, 90.0)]
    [DataRow("southern mountains", -70.0, -45.0, 170.0)]
    [DataRow("far north", 28.0, 69.5, 30.0)]
    [DataRow("across the antimeridian", 179.6, -16.5, 80.0)]
    [DataRow("over the north pole", 40.0, 89.3, 0.0)]
    [DataRow("over the south pole", -100.0, -89.5, 5.0)]
    public void Totals_gaps_and_depth_agree_with_exact_geodesic_circles(string where, double longitude, double latitude, double azimuth)
    {
        foreach ((double radiusMetres, int posts) in new[] { (100.0, 60), (3_000.0, 40), (12_000.0, 14), (50_000.0, 4) })
        {
            Plan plan = Wandering(longitude, latitude, azimuth, radiusMetres, posts, seed: 11);
            CoverageReport ours = plan.Solved();
            ExactCoverage exact = ExactCoverage.Of(plan);

            string because = $"{where}, radius about {radiusMetres} m";
            ours.BorderMetres.Should().BeApproximately(exact.BorderMetres, 1e-9 * exact.BorderMetres, because);
            ours.CoveredMetres.Should().BeApproximately(exact.CoveredMetres, exact.BorderMetres / 1_000_000, because);
            ours.GapCount.Should().Be(exact.Gaps.Count, because);
            for (int i = 0; i < ours.GapCount; i++)
            {
                ours.GapStretches[i].FromMetres.Should().BeApproximately(exact.Gaps[i].FromMetres, 0.5, because);
                ours.GapStretches[i].ToMetres.Should().BeApproximately(exact.Gaps[i].ToMetres, 0.5, because);
            }

            ours.MetresByDepth.Length.Should().Be(exact.MetresByDepth.Count, because);
            for (int depth = 0; depth < ours.MetresByDepth.Length; depth++)
                ours.MetresByDepth[depth].Should().BeApproximately(exact.MetresByDepth[depth], 1, because);
        }
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(3)]
    public void Gaps_in_required_depth_agree_with_exact_geodesic_circles(int requiredDepth)
    {
        Plan plan = Wandering(105, 22.5, 75, 8_000, 60, seed: 5);
        CoverageReport ours = plan.Solved(requiredDepth);
        ExactCoverage exact = ExactCoverage.Of(plan, requiredDepth);

        exact.Gaps.Should().NotBeEmpty("the case must have something to find");
        ours.GapStretches.Select(gap => gap.FromMetres).Should().BeEquivalentTo(
            exact.Gaps.Select(gap => gap.FromMetres), options => options.WithStrictOrdering().Using<double>(WithinHalfAMetre).WhenTypeIs<double>());
        ours.CoveredMetres.Should().BeApproximately(exact.CoveredMetres, 0.5);
    }

    [TestMethod]
    public void A_long_edge_is_the_geodesic_between_its_ends()
    {
        // 600 km along the parallel of 60° would be 28 km south of the geodesic in its middle.
        Plan plan = Given.Border("LINESTRING (10 60, 21 60)").With(Given.Post("P1", 15.5, 60.1, 20_000));
        CoverageReport ours = plan.Solved();
        ExactCoverage exact = ExactCoverage.Of(plan);

        ours.BorderMetres.Should().BeApproximately(exact.BorderMetres, 1e-9 * exact.BorderMetres);
        ours.CoveredMetres.Should().BeApproximately(exact.CoveredMetres, 0.05);
        exact.CoveredMetres.Should().BeGreaterThan(20_000);
    }

    private static void WithinHalfAMetre(FluentAssertions.Equivalency.IAssertionContext<double> context) =>
        context.Subject.Should().BeApproximately(context.Expectation, 0.5);

    /// <summary>A border that wanders, over poles if need be, and posts on either side of it.</summary>
    private static Plan Wandering(double longitude, double latitude, double azimuth, double radiusMetres, int posts, int seed)
    {
        var random = new Random(seed);
        double lengthMetres = posts * radiusMetres * 1.6;
        double stepMetres = Math.Min(900, lengthMetres / 800);
        var line = new List<Coordinate> { new(longitude, latitude) };
        var here = new GeoPoint(longitude, latitude);
        for (double done = 0; done < lengthMetres; done += stepMetres)
        {
            // Steered by a point ahead rather than by an angle, which has no meaning at a pole.
            azimuth += (random.NextDouble() - 0.5) * 40;
            GeoPoint next = Geodesic.Direct(here, azimuth, stepMetres);
            azimuth = Geodesic.Inverse(here, next).FinalAzimuthDegrees;
            here = next;
            line.Add(new Coordinate(here.LongitudeDegrees, here.LatitudeDegrees));
        }

        Plan plan = Given.Border(line);
        for (int i = 0; i < posts; i++)
        {
            Coordinate near = line[random.Next(line.Count)];
            GeoPoint place = Geodesic.Direct(new GeoPoint(near.X, near.Y), random.NextDouble() * 360, random.NextDouble() * radiusMetres * 0.8);
            plan = plan.With(Given.Post($"P{i}", place.LongitudeDegrees, place.LatitudeDegrees, radiusMetres * (0.6 + (0.4 * random.NextDouble()))));
        }

        return plan;
    }
}
