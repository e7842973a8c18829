using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class PlanZonesTests
{
    // The border changes hands somewhere within half a metre of where it is said to.
    private const double UncertainMetres = 1;

    [TestMethod]
    public void A_place_of_the_border_belongs_to_the_zone_whose_stretch_it_lies_in()
    {
        Plan plan = SamplePlan.Generate(SampleSize.Small, seed: 3);
        BorderLine border = BorderLine.Of(plan);
        var random = new Random(11);
        for (int i = 0; i < 2000; i++)
        {
            double chainage = random.NextDouble() * border.LengthMetres;
            (double longitude, double latitude) = border.FlatPlaceAt(chainage);
            foreach ((PlanZones.Level level, BorderZones.Level walked) in PlanZones.Of(plan).Levels.Zip(BorderZones.Of(plan).Levels))
            {
                ZoneStretch stretch = walked.Stretches.First(stretch => stretch.ToMetres >= chainage);
                if (chainage - stretch.FromMetres > UncertainMetres && stretch.ToMetres - chainage > UncertainMetres)
                    level.Index.ZoneOf(longitude, latitude).Should().Be(stretch.Zone, "that is whose stretch {0} m is on", chainage);
            }
        }
    }
}
