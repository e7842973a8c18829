using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// The zones of a plan, level by level, to be asked which of them holds a place, or is the nearest within 1 km. Where the
/// whole border is meant, <see cref="BorderZones"/> knows more quickly.
/// </summary>
internal sealed class PlanZones
{
    private const int FacilitiesOfATurn = 500;
    private const int ZonesOfATurn = 64;

    // Keyed by the zones' own array, which copies of a plan share until they change.
    private static readonly ConditionalWeakTable<DefensiveZone[], PlanZones> Cache = [];

    private readonly DefensiveZone[] _zones;

    private PlanZones(DefensiveZone[] zones)
    {
        _zones = zones;
        Rings = new ZoneRings[zones.Length];
        SharedWork.Do(zones.Length, ZonesOfATurn, i => Rings[i] = new ZoneRings(zones[i].Geometry));
        Levels = [.. LevelsOf(zones)];
    }

    /// <summary>One level that has zones.</summary>
    /// <param name="ZoneLevel">Which level.</param>
    /// <param name="Numbers">The places of its zones among all zones of the plan, in the order of their ids.</param>
    /// <param name="Index">Its zones.</param>
    internal sealed record Level(ZoneLevel ZoneLevel, int[] Numbers, ZoneLevelIndex Index);

    /// <summary>The rings of each zone, in the plan's order.</summary>
    internal ZoneRings[] Rings { get; }

    /// <summary>The levels that have zones, from the widest to the narrowest.</summary>
    internal ImmutableArray<Level> Levels { get; }

    internal static PlanZones Of(Plan plan) =>
        Cache.GetValue(ImmutableCollectionsMarshal.AsArray(plan.DefensiveZones) ?? [], static zones => new PlanZones(zones));

    /// <summary>The zone of the narrowest level to which a place belongs.</summary>
    internal DefensiveZone? NarrowestAt(double longitude, double latitude)
    {
        for (int level = Levels.Length - 1; level >= 0; level--)
        {
            int zone = Levels[level].Index.ZoneOf(longitude, latitude);
            if (zone >= 0)
                return _zones[zone];
        }

        return null;
    }

    /// <summary>How many of the facilities stand in each zone of the plan, or within the tolerance outside it.</summary>
    internal int[] CountFacilities(ImmutableArray<Facility> facilities)
    {
        var counts = new int[_zones.Length];
        SharedWork.Do(facilities.Length, FacilitiesOfATurn, i =>
        {
            (double longitude, double latitude) = facilities[i].Place;
            foreach (Level level in Levels)
            {
                int zone = level.Index.ZoneOf(longitude, latitude);
                if (zone >= 0)
                    Interlocked.Increment(ref counts[zone]);
            }
        });
        return counts;
    }

    private List<Level> LevelsOf(DefensiveZone[] zones)
    {
        var levels = new List<Level>();
        foreach (ZoneLevel level in Enum.GetValues<ZoneLevel>())
        {
            int[] numbers = [.. Enumerable.Range(0, zones.Length).Where(i => zones[i].Level == level).OrderBy(i => zones[i].Id)];
            if (numbers.Length > 0)
                levels.Add(new Level(level, numbers, new ZoneLevelIndex(Rings, numbers)));
        }

        return levels;
    }
}
