using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>A stretch of border that belongs to one zone of a level.</summary>
/// <param name="Zone">The zone's index in the plan, or −1 where it belongs to none.</param>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end.</param>
internal readonly record struct ZoneStretch(int Zone, double FromMetres, double ToMetres);

/// <summary>
/// To which zone each stretch of border belongs, level by level: the zone that holds it, else the nearest within
/// 1 km, since generalised borders and zones never quite meet, else none.
/// </summary>
internal sealed class BorderZones
{
    private const int FacilitiesOfATurn = 500;
    private const int ZonesOfATurn = 16;

    // Keyed by the zones' own array, then by the border, both of which copies of a plan share until they change.
    private static readonly ConditionalWeakTable<DefensiveZone[], ConditionalWeakTable<BorderLine, BorderZones>> Cache = [];

    private BorderZones(BorderLine border, DefensiveZone[] zones)
    {
        Zones = zones;
        var runs = new BorderRuns(border.Vertices);
        var cuts = new ZoneCuts(border.Vertices, runs);
        var rings = new ZoneRings[zones.Length];
        var met = new List<double>[zones.Length];
        SharedWork.Do(zones.Length, ZonesOfATurn, i =>
        {
            rings[i] = new ZoneRings(zones[i].Geometry);
            met[i] = cuts.Find(rings[i]);
        });
        (ZoneLevel Level, int[] Numbers)[] stated = [.. Stated(zones)];
        var levels = new Level[stated.Length];
        SharedWork.Do(levels.Length, i =>
        {
            (ZoneLevel level, int[] numbers) = stated[i];
            var index = new ZoneLevelIndex(rings, numbers);
            var places = new List<double>(cuts.OverAntimeridian());
            foreach (int number in numbers)
                places.AddRange(met[number]);
            (double[] sorted, _) = PlaceSort.Sorted(places.ToArray(), new int[places.Count], Math.Max(0, border.Vertices.Count - 1));
            levels[i] = new Level(level, index, ZoneWalk.Over(border.Vertices, index, sorted));
        });
        Levels = [.. levels];
    }

    /// <summary>One level that has zones.</summary>
    /// <param name="ZoneLevel">Which level.</param>
    /// <param name="Index">Its zones.</param>
    /// <param name="Stretches">The whole border by zone, in order, neighbours differing.</param>
    internal sealed record Level(ZoneLevel ZoneLevel, ZoneLevelIndex Index, ImmutableArray<ZoneStretch> Stretches);

    internal ImmutableArray<Level> Levels { get; }

    private DefensiveZone[] Zones { get; }

    internal static BorderZones Of(Plan plan)
    {
        DefensiveZone[] key = ImmutableCollectionsMarshal.AsArray(plan.DefensiveZones) ?? [];
        return Cache.GetValue(key, static _ => []).GetValue(BorderLine.Of(plan), border => new BorderZones(border, key));
    }

    /// <summary>The levels that have zones, from the widest to the narrowest, with the numbers of theirs.</summary>
    private static List<(ZoneLevel Level, int[] Numbers)> Stated(DefensiveZone[] zones)
    {
        var stated = new List<(ZoneLevel, int[])>();
        foreach (ZoneLevel level in Enum.GetValues<ZoneLevel>())
        {
            var numbers = new List<int>();
            for (int i = 0; i < zones.Length; i++)
            {
                if (zones[i].Level == level)
                    numbers.Add(i);
            }

            if (numbers.Count > 0)
                stated.Add((level, numbers.ToArray()));
        }

        return stated;
    }

    /// <summary>The zone of the narrowest level to which a place of the border belongs.</summary>
    internal DefensiveZone? NarrowestAt(double chainageMetres)
    {
        for (int level = Levels.Length - 1; level >= 0; level--)
        {
            ImmutableArray<ZoneStretch> stretches = Levels[level].Stretches;
            int low = 0, high = stretches.Length - 1;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                if (stretches[middle].ToMetres < chainageMetres)
                    low = middle + 1;
                else
                    high = middle;
            }

            if (low < stretches.Length && stretches[low].Zone >= 0)
                return Zones[stretches[low].Zone];
        }

        return null;
    }

    /// <summary>How many of the facilities stand in each zone of the plan, or within the tolerance outside it.</summary>
    internal int[] CountFacilities(ImmutableArray<Facility> facilities)
    {
        var counts = new int[Zones.Length];
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
}
