using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Shape;

namespace DefenseZone.Geo.Tests.Terrain.Shape;

[TestClass]
public sealed class ContourBoundTests
{
    // Heights 0 to 100 from west to east, 11 rows: each of 100 × 10 squares is crossed by one level.
    private static readonly ElevationGrid Slope = ElevationGrid.Create(
        new GridFrame(CoordinateSystem.Of(4326), 106, 23, 0.001, 0.001, 101, 11), static (_, samples) =>
        {
            for (int column = 0; column < samples.Length; column++)
                samples[column] = column;
        });

    [TestMethod]
    public void Lines_with_more_places_than_there_may_be_are_refused_before_they_are_traced()
    {
        Contours.Of(Slope, 1, 0, 1_000, CancellationToken.None).Should().HaveCount(100);
        Action trace = () => Contours.Of(Slope, 1, 0, 999, CancellationToken.None);
        trace.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*about 1000 places*may have 999*interval of 2 m*");
    }

    [TestMethod]
    [DataRow(1, 100)]
    [DataRow(2, 400)]
    [DataRow(10, 40)]
    public void The_interval_that_the_refusal_names_is_enough(double interval, int most)
    {
        Action trace = () => Contours.Of(Slope, interval, 0, most, CancellationToken.None);
        string message = trace.Should().Throw<ArgumentOutOfRangeException>().Which.Message;
        string named = message[(message.IndexOf("interval of ", message.IndexOf("Take", StringComparison.Ordinal), StringComparison.Ordinal) + 12)..].Split(' ')[0];
        double enough = double.Parse(named, System.Globalization.CultureInfo.InvariantCulture);
        Contours.Of(Slope, enough, 0, most, CancellationToken.None).Should().NotBeEmpty();
    }
}
