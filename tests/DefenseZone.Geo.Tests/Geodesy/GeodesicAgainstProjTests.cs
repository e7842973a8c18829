using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Geodesy;

[TestClass]
public sealed class GeodesicAgainstProjTests
{
    // Ours and geod's are each good to some ten nanometres at twenty thousand kilometres.
    private const double ToleranceMetres = 5e-8;

    [TestMethod]
    [DataRow("anywhere")]
    [DataRow("near")]
    [DataRow("nearly opposite")]
    [DataRow("special")]
    public void Distances_are_those_of_geod(string family)
    {
        (GeoPoint From, GeoPoint To)[] pairs = PairsOf(family);
        GeodesicLine[] expected = Proj.GeodInverse(pairs);

        expected.Should().HaveSameCount(pairs);
        for (int i = 0; i < pairs.Length; i++)
        {
            double metres = Geodesic.Inverse(pairs[i].From, pairs[i].To).DistanceMetres;
            metres.Should().BeApproximately(expected[i].DistanceMetres, ToleranceMetres, "{0}: from {1} to {2}", family, pairs[i].From, pairs[i].To);
        }
    }

    [TestMethod]
    [DataRow("anywhere")]
    [DataRow("near")]
    [DataRow("nearly opposite")]
    [DataRow("special")]
    public void The_azimuths_of_every_line_lead_back_to_its_ends(string family)
    {
        (GeoPoint From, GeoPoint To)[] pairs = PairsOf(family);
        GeodesicLine[] lines = [.. pairs.Select(pair => Geodesic.Inverse(pair.From, pair.To))];

        // By geod, forwards along the initial azimuth and backwards along the final one.
        GeoPoint[] ends = Proj.GeodDirect(pairs.Zip(lines, (pair, line) => (pair.From, line.InitialAzimuthDegrees, line.DistanceMetres)));
        GeoPoint[] starts = Proj.GeodDirect(pairs.Zip(lines, (pair, line) => (pair.To, line.FinalAzimuthDegrees + 180, line.DistanceMetres)));

        for (int i = 0; i < pairs.Length; i++)
        {
            Ecef.Of(ends[i]).DistanceMetresTo(Ecef.Of(pairs[i].To)).Should().BeLessThan(ToleranceMetres, "{0}: {1}, {2}", family, pairs[i], lines[i]);
            Ecef.Of(starts[i]).DistanceMetresTo(Ecef.Of(pairs[i].From)).Should().BeLessThan(ToleranceMetres, "{0}: {1}, {2}", family, pairs[i], lines[i]);
        }
    }

    [TestMethod]
    public void Destinations_are_those_of_geod()
    {
        var random = new Random(5);
        var lines = new List<(GeoPoint From, double AzimuthDegrees, double DistanceMetres)>();
        foreach ((GeoPoint from, _) in GeodesicPairs.Anywhere(3_000, seed: 6))
            lines.Add((from, (random.NextDouble() * 720) - 360, Math.Pow(10, -3 + (10.3 * random.NextDouble()))));
        foreach (double latitude in new double[] { -90, -45, 0, 45, 90 })
        {
            foreach (double azimuth in new double[] { -180, -90, 0, 30, 90, 180 })
                lines.AddRange(new double[] { 0, 1, -5_000, 100_000, 19_000_000, 25_000_000, 100_000_000 }.Select(metres => (new GeoPoint(179.9, latitude), azimuth, metres)));
        }

        GeoPoint[] expected = Proj.GeodDirect(lines);

        for (int i = 0; i < lines.Count; i++)
        {
            GeoPoint end = Geodesic.Direct(lines[i].From, lines[i].AzimuthDegrees, lines[i].DistanceMetres);
            Ecef.Of(end).DistanceMetresTo(Ecef.Of(expected[i])).Should().BeLessThan(
                Math.Max(ToleranceMetres, 1e-15 * Math.Abs(lines[i].DistanceMetres)), "{0} ends at {1}", lines[i], end);
        }
    }

    private static (GeoPoint From, GeoPoint To)[] PairsOf(string family) =>
    [
        .. family switch
        {
            "anywhere" => GeodesicPairs.Anywhere(4_000, seed: 1),
            "near" => GeodesicPairs.Near(4_000, seed: 2),
            "nearly opposite" => GeodesicPairs.NearlyOpposite(3_000, seed: 4),
            _ => GeodesicPairs.Special(),
        },
    ];
}
