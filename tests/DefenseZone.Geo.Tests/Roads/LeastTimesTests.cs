using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Roads;

/// <summary>Least times over roads sampled every 4 m, by SciPy.</summary>
[TestClass]
public sealed class LeastTimesTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Times_along_the_border_and_to_places_are_those_over_densely_sampled_roads(int seed)
    {
        Plan plan = RandomRoads.Plan(seed, bases: 2, keep: 0.5);
        ResponseReport report = new ResponseProblem(plan).Solve();
        RoadNetwork network = report.Network;
        GeoPoint[] bases = [.. report.Facilities.Select(facility => new GeoPoint(facility.Location.X, facility.Location.Y))];
        var random = new Random(seed);
        double[] chainages = [.. Enumerable.Range(0, 200).Select(i => report.Border.LengthMetres * i / 200)];
        GeoPoint[] grid = [.. Enumerable.Range(0, 15).SelectMany(i => Enumerable.Range(0, 10).Select(j => new GeoPoint(105 + (i * 0.01), 20 + (j * 0.008))))];
        var lines = new List<string> { $"walk {IndependentTool.Text(1 / network.OffRoadMetresPerSecond)}" };
        for (int edge = 0; edge < network.EdgeCount; edge++)
        {
            RoadEdge road = network.Edge(edge);
            lines.Add($"road {Seconds(road.ForwardSeconds)} {Seconds(road.BackwardSeconds)} {string.Join(' ', network.Shape(edge).Select(Place))}");
        }

        lines.AddRange(bases.Select(place => "base " + Place(place)));
        lines.AddRange(chainages.Select(chainage => "to " + Place(report.Border.PointAt(chainage))));
        lines.AddRange(grid.Select(place => "to " + Place(place)));
        double[] theirs = [.. IndependentTool.Run("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "independent", "least_times.py")], lines).SelectMany(IndependentTool.Numbers)];
        var routes = new NetworkRoutes(network);
        double[] ours = [.. chainages.Select(chainage => report.At(chainage).Seconds), .. grid.Select(place => bases.Min(at => routes.Between(at, place).Seconds))];

        // A sample is within 2 m of the best place on either side, so that theirs is later, and by less than that walk.
        for (int i = 0; i < ours.Length; i++)
            (theirs[i] - ours[i]).Should().BeInRange(-0.01, 4 / network.OffRoadMetresPerSecond, $"place {i} of seed {seed}");
        ours.Zip(theirs, (our, their) => their - our).Average().Should().BeLessThan(0.2);
    }

    private static string Seconds(double seconds) => double.IsInfinity(seconds) ? "inf" : IndependentTool.Text(seconds);

    private static string Place(GeoPoint place)
    {
        var at = Ecef.Of(place);
        return $"{IndependentTool.Text(at.X)} {IndependentTool.Text(at.Y)} {IndependentTool.Text(at.Z)}";
    }
}
