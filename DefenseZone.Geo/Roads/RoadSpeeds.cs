using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// How fast a vehicle goes on a road. A road's own <c>speedKmh</c> wins over its class, surface and width; where it is
/// missing, the speed is that of the class, held down by the surface, by the width where two vehicles cannot pass, and by
/// the slope where there is terrain. The season acts on both; a speed that somebody gave for a road knows its slopes.
/// </summary>
/// <remarks>
/// The words of class and surface are the plan's own. Those of the sample plans and of OpenStreetMap are known; any
/// other word counts as no word. The table is given in docs/methods/roads.md.
/// </remarks>
public static class RoadSpeeds
{
    /// <summary>The speed in km/h of a road of which nothing is known.</summary>
    public const double UnknownClassKmh = 25;

    /// <summary>The lowest speed in km/h to which season and slope bring a road down: a vehicle at walking pace.</summary>
    public const double LeastKmh = 3;

    /// <summary>The width in metres below which vehicles cannot pass each other.</summary>
    public const double TwoWayWidthMetres = 4;

    /// <summary>What is left of the speed on a road narrower than <see cref="TwoWayWidthMetres"/>.</summary>
    public const double NarrowFactor = 0.8;

    /// <summary>The speed of a class in km/h on its best surface; that of an unknown road where the word is not known.</summary>
    public static double ClassKmh(string roadClass) => roadClass switch
    {
        "motorway" or "trunk" or "national" => 60,
        "primary" or "provincial" => 50,
        "main" or "secondary" or "district" => 40,
        "tertiary" or "commune" => 35,
        "patrol" or "unclassified" => 30,
        "residential" or "village" or "service" => 20,
        "track" => 15,
        "path" or "trail" or "footway" or "bridleway" => 5,
        _ => UnknownClassKmh,
    };

    /// <summary>The highest speed in km/h that a surface allows; no limit where the word is not known.</summary>
    public static double SurfaceKmh(string surface) => surface switch
    {
        "asphalt" or "paved" or "concrete" => double.PositiveInfinity,
        "paving_stones" or "sett" or "cobblestone" => 30,
        "compacted" or "fine_gravel" => 35,
        "gravel" or "unpaved" => 25,
        "earth" or "dirt" or "ground" or "laterite" => 15,
        "grass" or "sand" or "mud" => 8,
        _ => double.PositiveInfinity,
    };

    /// <summary>What is left of the dry season's speed in the wet season: all of it where the word is not known.</summary>
    public static double WetFactor(string surface) => surface switch
    {
        "asphalt" or "paved" or "concrete" or "paving_stones" or "sett" or "cobblestone" => 0.9,
        "compacted" or "fine_gravel" or "gravel" => 0.7,
        "unpaved" => 0.6,
        "earth" or "dirt" or "ground" or "laterite" => 0.5,
        "grass" or "sand" or "mud" => 0.3,
        _ => 1,
    };

    /// <summary>
    /// What a slope leaves of the speed: all of it up to 5 % either way, then a tenth less for each further 2 % uphill and
    /// each further 3 % downhill, never less than a fifth.
    /// </summary>
    /// <param name="rise">Metres of height gained a metre of way; negative downhill.</param>
    public static double SlopeFactor(double rise)
    {
        double beyond = Math.Max(0, Math.Abs(rise) - 0.05);
        return Math.Max(0.2, 1 - (0.1 * beyond / (rise > 0 ? 0.02 : 0.03)));
    }

    /// <summary>The speed in km/h of a road on level ground in a season.</summary>
    public static double LevelKmh(PatrolRoad road, RoadSeason season)
    {
        ArgumentNullException.ThrowIfNull(road);
        double dry = road.SpeedKmh is { } own && own > 0
            ? own
            : Math.Min(ClassKmh(road.Class), SurfaceKmh(road.Surface)) * (road.WidthMetres is { } width && width < TwoWayWidthMetres ? NarrowFactor : 1);
        return season == RoadSeason.Dry ? dry : Math.Max(Math.Min(dry, LeastKmh), dry * WetFactor(road.Surface));
    }
}
