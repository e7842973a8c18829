using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Tests.Geodesy;

/// <summary>Seeded pairs of places to measure between.</summary>
internal static class GeodesicPairs
{
    /// <summary>Anywhere on the Earth, any distance.</summary>
    internal static IEnumerable<(GeoPoint From, GeoPoint To)> Anywhere(int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
            yield return (Place(random), Place(random));
    }

    /// <summary>From a millimetre to a thousand kilometres apart, in even steps of the logarithm.</summary>
    internal static IEnumerable<(GeoPoint From, GeoPoint To)> Near(int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            GeoPoint from = Place(random);
            double degrees = Math.Pow(10, -8 + (9 * random.NextDouble()));
            double turn = 2 * Math.PI * random.NextDouble();
            double latitude = Math.Clamp(from.LatitudeDegrees + (degrees * Math.Cos(turn)), -90, 90);
            double stretch = Math.Max(0.01, Math.Cos(double.DegreesToRadians(latitude)));
            yield return (from, new GeoPoint(Math.IEEERemainder(from.LongitudeDegrees + (degrees * Math.Sin(turn) / stretch), 360), latitude));
        }
    }

    /// <summary>Within two degrees of each other's opposite, some exactly so, some on the equator.</summary>
    internal static IEnumerable<(GeoPoint From, GeoPoint To)> NearlyOpposite(int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            double away = Math.Pow(10, -10 + (10.3 * random.NextDouble()));
            double latitude = (i % 5) switch { 0 => 0, 1 => random.NextDouble() * 1e-6, _ => (random.NextDouble() * 178) - 89 };
            double longitude = (random.NextDouble() * 360) - 180;
            double north = (i % 7) switch { 0 => 0, _ => away * ((2 * random.NextDouble()) - 1) };
            double east = (i % 11) switch { 0 => 0, _ => away * ((2 * random.NextDouble()) - 1) };
            yield return (
                new GeoPoint(longitude, latitude),
                new GeoPoint(Math.IEEERemainder(longitude + 180 + east, 360), Math.Clamp(-latitude + north, -90, 90)));
        }
    }

    /// <summary>On meridians, on the equator, at the poles, over the antimeridian.</summary>
    internal static IEnumerable<(GeoPoint From, GeoPoint To)> Special()
    {
        double[] latitudes = [-90, -89.999999, -45, -1e-9, 0, 30, 60, 90];
        double[] longitudes = [-180, -179.999, -90, 0, 1e-9, 90, 179.3, 179.5, 180];
        foreach (double lat1 in latitudes)
        {
            foreach (double lat2 in latitudes)
            {
                foreach (double longitude in longitudes)
                {
                    yield return (new GeoPoint(0, lat1), new GeoPoint(longitude, lat2));
                    yield return (new GeoPoint(179.9, lat1), new GeoPoint(Math.IEEERemainder(179.9 + longitude, 360), lat2));
                }
            }
        }
    }

    private static GeoPoint Place(Random random) => new(
        (random.NextDouble() * 360) - 180,
        double.RadiansToDegrees(Math.Asin((2 * random.NextDouble()) - 1)));
}
